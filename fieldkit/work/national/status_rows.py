"""A row of a status file: whose record, and what the centre says of it; nothing in a row ever raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import Final

import msgspec

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.national.status import NationalStatus, read_status
from fieldkit.domain.people.nik import bare_number
from fieldkit.domain.people.written import as_seen, name_as_seen
from fieldkit.domain.text import text
from fieldkit.work.lists.dates import read_birth_date
from fieldkit.work.lists.table import Cell, RawTable
from fieldkit.work.national.columns import STATUS_FIELDS, Columns

MOST_RAW: Final = 60
"""No status is longer; what is cut would be something else that stands in that column."""


class StatusRow(msgspec.Struct, frozen=True, gc=False):
    """One record of a file. `problem` is why it is not taken; `line` is the number that Excel shows beside it."""

    line: int
    nik: str
    name: str
    birth_date: str
    status: str
    raw: str
    as_of: str
    problem: Problem | None = None


def status_rows(table: RawTable, columns: Columns, as_of: date) -> Iterator[StatusRow]:
    """Every row that holds something; `as_of` is the day of the file, for rows that tell none."""
    width, reader = len(table.header), _Reader(as_of, table.serial_ahead_days)
    places = [table.header.index(columns[field]) if field in columns else width for field in STATUS_FIELDS]
    cells_of = itemgetter(*places)
    for line, cells in enumerate(table.rows, start=table.first_line):
        if any(cells):
            row = (*cells[:width], *[""] * (width + 1 - len(cells[:width])))
            yield reader.read(line, *cells_of(row))


class _Reader:
    """What repeats is read once: statuses, days."""

    def __init__(self, as_of: date, ahead_days: int) -> None:
        self._as_of, self._ahead_days = as_of, ahead_days
        self._statuses: dict[str, str] = {}
        self._days: dict[Cell, str] = {}

    def read(self, line: int, nik: Cell, status: Cell, name: Cell, birth: Cell, as_of: Cell) -> StatusRow:
        raw = " ".join(as_seen(str(status)).split())[:MOST_RAW]
        number, problem = _read_nik(nik)
        if problem is None and not raw:
            problem = _NO_STATUS
        day = self._day(as_of) or self._as_of.isoformat() if as_of else self._as_of.isoformat()
        called = name_as_seen(str(name))
        return StatusRow(line, number, called, self._day(birth), self._status(raw), raw, day, problem)

    def _status(self, raw: str) -> str:
        found = self._statuses.get(raw)
        if found is None:
            found = self._statuses[raw] = str(read_status(raw))
        return found

    def _day(self, cell: Cell) -> str:
        if not cell:
            return ""
        found = self._days.get(cell)
        if found is None:
            day = read_birth_date(cell, self._as_of, self._ahead_days)
            found = self._days[cell] = day.isoformat() if day else ""
        return found


def is_unknown(row: StatusRow) -> bool:
    """Whether this version has no word for the status: it is kept as text (F-R2)."""
    return row.status == NationalStatus.OTHER


def _read_nik(cell: Cell) -> tuple[str, Problem | None]:
    if not isinstance(cell, str):
        return "", _AS_NUMBER
    number = cell if _SIXTEEN.fullmatch(cell) else bare_number(cell)
    if not number:
        return "", _NO_NIK
    return (number, None) if _SIXTEEN.fullmatch(number) else ("", _NOT_16)


_SIXTEEN: Final = re.compile(r"[0-9]{16}")
_AS_NUMBER: Final = Problem(
    "nik",
    "nik_as_number",
    text("NIK tersimpan sebagai angka, jadi angka belakangnya hilang. Baris ini tidak diambil."),
    Severity.STOP,
)
_NOT_16: Final = Problem("nik", "not_16_digits", text("NIK tidak 16 angka. Baris ini tidak diambil."), Severity.STOP)
_NO_NIK: Final = Problem("nik", "nik_missing", text("NIK kosong. Baris ini tidak diambil."), Severity.STOP)
_NO_STATUS: Final = Problem("status", "status_missing", text("Status kosong. Baris ini tidak diambil."), Severity.STOP)
