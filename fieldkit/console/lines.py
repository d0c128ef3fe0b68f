"""A file of JSON objects, one a line: read whole before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from fieldkit.domain.errors import FileError, Problem, RuleError
from fieldkit.domain.masking import masked
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore
from fieldkit.domain.text import text
from fieldkit.records.brought import brought_bytes
from fieldkit.work.lists.mapping import FIELDS
from fieldkit.work.lists.table import Cell, RawTable, Rows
from fieldkit.work.table.registration import NewPerson, Register

MOST_BYTES: Final = 1 << 29
_NUL: Final = b"\\u0000"
"""The one letter that no database of a centre takes."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Lines:
    """The content of a file. `file_hash` stands for it."""

    content: bytes
    file_hash: str

    def numbered(self) -> Iterator[tuple[int, bytes]]:
        """Each line that holds something, with its number from 1 on."""
        for number, line in enumerate(self.content.splitlines(), start=1):
            if line.strip():
                yield number, line


class _Person(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    name: str
    sex: Sex | None = None
    birth_date: date | None = None
    address: str = ""
    rt: str = ""
    rw: str = ""
    village: str = ""

    def as_new(self) -> NewPerson:
        return NewPerson(**msgspec.structs.asdict(self))


class _Registration(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A registration as its form; either `resident_id` or `person`."""

    resident_id: str | None = None
    person: _Person | None = None
    reason: Reason | None = None
    recorded_before: RecordedBefore | None = None
    papers: tuple[Paper, ...] = ()
    nik: str = ""
    kk: str = ""
    phone_owner: PhoneOwner | None = None
    phone: str = ""
    contact_name: str = ""
    contact_relation: str = ""
    sms_consent: bool = False
    priority: str = ""

    def as_form(self) -> Register:
        answers = {name: getattr(self, name) for name in self.__struct_fields__ if name != "person"}
        return Register(new_person=self.person.as_new() if self.person else None, **answers)


def read_lines(path: Path) -> Lines:
    """A file; FileError where it can not be read, or holds nothing."""
    try:
        content = brought_bytes(path, MOST_BYTES) or b""
    except OSError as error:
        raise FileError(
            text("Berkas itu tidak bisa dibaca."), text("Belum ada yang diubah. Periksa letaknya, lalu coba lagi.")
        ) from error
    if not content.strip():
        raise FileError(
            text("Berkas itu kosong, atau terlalu besar."),
            text("Belum ada yang diubah. Isinya satu objek JSON tiap baris, paling banyak 512 MB."),
        )
    return Lines(content, hashlib.sha256(content).hexdigest())


def registrations(lines: Lines) -> list[tuple[int, Register]]:
    """The forms of a file; RuleError names each line that is none."""
    decoder = msgspec.json.Decoder(_Registration)

    def form(line: bytes) -> Register:
        read = decoder.decode(line)
        if (read.resident_id is None) == (read.person is None):
            raise msgspec.ValidationError("resident_id | person")
        return read.as_form()

    return _each(lines, form)


def residents(lines: Lines) -> RawTable:
    """The people of a file as the rows of a list, under the names of the fields; RuleError names each bad line."""
    decoder = msgspec.json.Decoder(dict[str, str | int | float | None])

    def cells(line: bytes) -> list[Cell]:
        read = decoder.decode(line)
        if unknown := read.keys() - set(FIELDS):
            raise msgspec.ValidationError(", ".join(sorted(unknown)))
        return ["" if (value := read.get(name)) is None else value for name in FIELDS]

    by_number = dict(_each(lines, cells))
    # A list counts its lines from the first one on, and passes over those that are empty.
    rows: Sequence[list[Cell]] = [by_number.get(number, [""] * len(FIELDS)) for number in range(1, max(by_number) + 1)]
    return RawTable(FIELDS, Rows(lambda: iter(rows), 0), 1, len(rows), "", ())


def _each(lines: Lines, read: Callable[[bytes], T]) -> list[tuple[int, T]]:
    found: list[tuple[int, T]] = []
    problems: list[Problem] = []
    for number, line in lines.numbered():
        try:
            if _NUL in line:
                raise msgspec.ValidationError(_NUL.decode())
            found.append((number, read(line)))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            message = text("Bukan objek JSON yang dikenal ({what}).", what=masked(str(error)))
            problems.append(Problem(str(number), "unreadable", message))
    if problems:
        raise RuleError(*problems)
    return found
