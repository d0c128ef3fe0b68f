"""A row of a by-name list as a person, with what was found wrong; nothing in a row ever raises.

The way of a sound row is short, since a list may have hundreds of thousands: what repeats (dates, villages, RT/RW) is
read once, and a NIK that says the same as its row is not taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Final, NamedTuple, TypeGuard, TypeVar

import msgspec

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.people.nik import NikOutcome, bare_number, check_kk, check_nik
from fieldkit.domain.people.person import Marital
from fieldkit.domain.people.phone import check_phone
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.people.written import as_seen, name_as_seen
from fieldkit.domain.text import Text, text
from fieldkit.records.regions import RegionTable
from fieldkit.work.lists.dates import read_birth_date
from fieldkit.work.lists.mapping import FIELDS, ColumnMapping
from fieldkit.work.lists.table import Cell, RawTable, Row, is_filled
from fieldkit.work.lists.villages import VillageFinder, VillageFound

_K = TypeVar("_K")
_V = TypeVar("_V")


class ListRow(msgspec.Struct, frozen=True, gc=False):
    """One person of a list; of a refused row what could be read, and an empty village if that could not.

    `line` is the number that Excel shows beside the row; `birth_date` is ISO text, as in the records.
    """

    line: int
    nik: str | None
    nik_tail: str | None
    kk: str | None
    name: str
    birth_place: str | None
    birth_date: str | None
    sex: Sex | None
    marital: Marital | None
    address: str | None
    rt: str | None
    rw: str | None
    village_code: str
    phone: str | None
    findings: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether something stops this row from being taken."""
        return any(finding.severity is Severity.STOP for finding in self.findings)


@dataclass(frozen=True)
class ListPlace:
    """Where and when a list is read: the regency whose villages it names, the day, one village for all if chosen."""

    regions: RegionTable
    regency: str
    on: date
    village_code: str | None = None


class _Born(NamedTuple):
    """Birth date and sex of a row, and the six digits that its NIK may have for them."""

    birth_date: date | None
    iso: str | None
    sex: Sex | None
    nik_parts: tuple[str, ...]
    findings: tuple[Problem, ...]


_LENGTH: Final = 16
_FEMALE_DAY: Final = 40
_MASKED: Final = re.compile(r"[0-9]{0,12}[*xX•.#\-]{2,}([0-9]{4})")
_UP_TO_FOUR_DIGITS: Final = re.compile(r"[0-9]{1,4}")
_PAIR: Final = re.compile(r"[^0-9]*([0-9]{1,3})[^0-9]+([0-9]{1,3})")
_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_NOT_A_LETTER: Final = re.compile(r"[^a-z]+")
_DIGIT: Final = re.compile(r"[0-9]")

_SEXES: Final = {
    **dict.fromkeys(("l", "lk", "laki", "lakilaki", "pria", "male", "m", "1"), Sex.MALE),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita", "w", "female", "f", "2"), Sex.FEMALE),
}
_MARITAL_STARTS: Final = (
    ("belum", Marital.SINGLE),
    ("tidak", Marital.SINGLE),
    ("lajang", Marital.SINGLE),
    ("cerai", Marital.EVER_MARRIED),
    ("janda", Marital.EVER_MARRIED),
    ("duda", Marital.EVER_MARRIED),
    ("pernah", Marital.EVER_MARRIED),
    ("kawin", Marital.MARRIED),
    ("nikah", Marital.MARRIED),
    ("menikah", Marital.MARRIED),
    ("sudah", Marital.MARRIED),
)
# B, S and P (belum, sudah, pernah) are what election lists write.
_MARITAL_SHORT: Final = {
    **dict.fromkeys(("b", "bk", "1"), Marital.SINGLE),
    **dict.fromkeys(("s", "k", "2"), Marital.MARRIED),
    **dict.fromkeys(("p", "ch", "cm", "3", "4"), Marital.EVER_MARRIED),
}


class _Kept(dict[_K, _V]):
    """Values that repeat in a list, each read once."""

    def __init__(self, read: Callable[[_K], _V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, key: _K) -> _V:
        value = self[key] = self._read(key)
        return value


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, mapping: ColumnMapping, header: Sequence[str], place: ListPlace) -> None:
        self._place = place
        self._width = len(header)
        self._ahead_days = 0
        self._separator = ""
        self._fields = _fields_getter(mapping, header)
        districts = place.regions.descendants(place.regency, AreaLevel.DISTRICT)
        self._home = {district.code.replace(".", "") for district in districts}
        self._is_district = _Kept(place.regions.is_known_district)
        self._villages = _Kept(_village_reader(place))
        self._dates: _Kept[Cell, date | None] = _Kept(lambda cell: read_birth_date(cell, place.on, self._ahead_days))
        self._born = _Kept(self._read_born)
        self._households = _Kept(_read_household)
        self._texts = _Kept(_text)
        self._marital = _Kept(_read_marital)

    def rows(self, table: RawTable) -> Iterator[ListRow]:
        """Every row that holds something."""
        self._ahead_days, self._separator = table.serial_ahead_days, table.separator
        for line, cells in enumerate(table.rows, start=table.first_line):
            if any(cells):
                row = self.read(line, cells)
                if row.name or is_filled(cells):
                    yield row

    def read(self, line: int, cells: Row) -> ListRow:
        """One row; what is wrong with it stands in its findings."""
        is_shifted = len(cells) < self._width and self._is_shifted(cells)
        if len(cells) != self._width:
            cells = [*cells[: self._width], *[""] * (self._width - len(cells))]
        nik, tail, kk, name, birth_place, birth, sex, marital, address, rt, rw, rt_rw, village, district, phone = (
            self._fields((*cells, ""))
        )
        name = name_as_seen(name if type(name) is str else _text(name) or "")
        born = self._born[birth, sex]
        found = self._villages[village, district]
        household = self._households[rt, rw, rt_rw]
        findings = [*born.findings, *found.findings]
        if not name or _DIGIT.search(name):
            findings.append(_doubtful_name(name))
        if self._separator and self._may_hold_another(cells):
            findings.append(Problem("name", "several_lines", _SEVERAL_LINES, Severity.WARN))
        if is_shifted or household[2]:
            findings.append(Problem("name", "cells_joined", _CELLS_JOINED, Severity.WARN))
        sound_nik, sound_tail = (nik, None) if self._is_sound(nik, born) else self._read_nik(nik, tail, born, findings)
        return ListRow(
            line,
            sound_nik,
            sound_tail,
            kk if _is_sound_kk(kk) else _read_kk(kk, findings),
            name,
            self._texts[birth_place],
            born.iso,
            born.sex,
            self._marital[marital],
            as_seen(address).strip() or None if type(address) is str else _text(address),
            household[0],
            household[1],
            found.code,
            _read_phone(phone) if phone else None,
            tuple(findings),
        )

    def _is_shifted(self, cells: Row) -> bool:
        """Whether cells of a short row hold the very separators that it lacks: a mark may have joined them."""
        missing = self._width - len(cells)
        return bool(self._separator) and sum(str(cell).count(self._separator) for cell in cells) == missing

    def _may_hold_another(self, cells: Row) -> bool:
        """Whether a cell of several lines has as many separators as a row: if that is no sentence, it is a person."""
        return any(
            cell.count(self._separator) >= self._width - 1 and ("\n" in cell or "\r" in cell)
            for cell in cells
            if isinstance(cell, str)
        )

    def _is_sound(self, nik: Cell, born: _Born) -> TypeGuard[str]:
        """Whether a NIK is 16 digits that say what the row says, issued in this regency: nothing is left to check."""
        return (
            type(nik) is str
            and len(nik) == _LENGTH
            and nik[6:12] in born.nik_parts
            and nik[:6] in self._home
            and nik[12:] != "0000"
            and nik.isascii()
            and nik.isdecimal()
        )

    def _read_nik(self, cell: Cell, tail: Cell, born: _Born, findings: list[Problem]) -> tuple[str | None, str | None]:
        """NIK and last four digits; a number is refused, since a spreadsheet has rounded it (F-N6)."""
        if type(cell) is not str:
            findings.append(Problem("nik", "nik_as_number", _AS_NUMBER))
            return None, None
        masked = _MASKED.fullmatch(cell.strip())
        if masked or not cell.strip():
            return None, masked[1] if masked else _read_tail(tail, findings)
        check = check_nik(
            cell,
            on=self._place.on,
            birth_date=born.birth_date,
            sex=born.sex,
            home_regency=self._place.regency,
            is_known_district=self._is_district.__getitem__,
        )
        refused = check.outcome is NikOutcome.REJECT
        findings += map(_as_refusal, check.findings) if refused else check.findings
        return check.nik, None

    def _read_born(self, cells: tuple[Cell, Cell]) -> _Born:
        birth, sex = cells
        day = self._dates[birth]
        known_sex = _SEXES.get(_folded(sex))
        findings = []
        if day is None and _text(birth):
            findings.append(Problem("birth_date", "birth_date_unread", _BIRTH_DATE_UNREAD, Severity.WARN))
        if known_sex is None and _text(sex):
            findings.append(Problem("sex", "sex_unread", _SEX_UNREAD, Severity.WARN))
        iso = day.isoformat() if day else None
        return _Born(day, iso, known_sex, _nik_parts(iso, known_sex) if iso else (), tuple(findings))


def _village_reader(place: ListPlace) -> Callable[[tuple[Cell, Cell]], VillageFound]:
    if place.village_code:
        chosen = VillageFound(place.village_code)
        return lambda _: chosen
    finder = VillageFinder(place.regions, place.regency)
    return lambda cells: finder.find(*cells)


def _fields_getter(mapping: ColumnMapping, header: Sequence[str]) -> Callable[[Row], tuple[Cell, ...]]:
    """The cells of all fields at once, in the order of FIELDS, from a row with one empty cell added at its end."""
    columns = mapping.columns()
    return itemgetter(*(header.index(columns[field]) if field in columns else len(header) for field in FIELDS))


def _nik_parts(iso: str, sex: Sex | None) -> tuple[str, ...]:
    rest = iso[5:7] + iso[2:4]
    male, female = iso[8:] + rest, f"{int(iso[8:]) + _FEMALE_DAY}{rest}"
    return {Sex.MALE: (male,), Sex.FEMALE: (female,), None: (male, female)}[sex]


def _read_tail(cell: Cell, findings: list[Problem]) -> str | None:
    """The last four digits of a NIK; a number has lost only zeros in front."""
    digits = bare_number(_text(cell) or "")
    if not digits:
        return None
    if _UP_TO_FOUR_DIGITS.fullmatch(digits):
        return digits.zfill(4)
    findings.append(Problem("nik_tail", "nik_tail_unread", _TAIL_UNREAD, Severity.WARN))
    return None


def _is_sound_kk(cell: Cell) -> TypeGuard[str]:
    return type(cell) is str and len(cell) == _LENGTH and cell.isascii() and cell.isdecimal() and cell[12:] != "0000"


def _read_kk(cell: Cell, findings: list[Problem]) -> str | None:
    """A family card number that can not be used is left out; it is no key (F-N7)."""
    if cell == "":
        return None
    check = check_kk(cell) if type(cell) is str else None
    if check is None or any(finding.severity is Severity.STOP for finding in check.findings):
        findings.append(Problem("kk", "kk_unread", _KK_UNREAD, Severity.WARN))
        return None
    findings += check.findings
    return check.kk


def _read_household(cells: tuple[Cell, Cell, Cell]) -> tuple[str | None, str | None, bool]:
    """RT and RW, and whether a quotation mark stands in them, which no RT has."""
    rt, rw, rt_rw = map(_text, cells)
    is_marked = any('"' in (each or "") for each in (rt, rw, rt_rw))
    pair = _PAIR.match(rt_rw or rt or "")
    first, second = (pair[1], pair[2]) if pair else (rt, rw)
    return _three_digits(first), _three_digits(second), is_marked


def _read_phone(cell: Cell) -> str | None:
    check = check_phone(_text(cell) or "")
    return check.e164 or check.as_typed or None


def _doubtful_name(name: str) -> Problem:
    if not name:
        return Problem("name", "name_missing", _NAME_MISSING)
    return Problem("name", "name_with_digits", _NAME_WITH_DIGITS, Severity.WARN)


def _as_refusal(finding: Problem) -> Problem:
    """A finding of the table, where someone can type on, in words for a list."""
    return Problem(finding.field, finding.code, _REFUSALS.get(finding.code, finding.message))


def _text(cell: Cell) -> str | None:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return None if isinstance(cell, bool) else " ".join(as_seen(str(cell)).split()) or None


def _folded(cell: Cell) -> str:
    written = (_text(cell) or "").lower()
    return written if written.isdigit() else _NOT_A_LETTER.sub("", written)


def _read_marital(cell: Cell) -> Marital | None:
    folded = _folded(cell)
    short = _MARITAL_SHORT.get(folded)
    return short or next((marital for start, marital in _MARITAL_STARTS if folded.startswith(start)), None)


def _three_digits(written: str | None) -> str | None:
    """RT and RW are written 003; what is no number stays as it is, and 000 or a dash is none."""
    number = _NUMBER.search(written or "")
    if number is None:
        return written if written and any(map(str.isalnum, written)) else None
    return number[0].zfill(3) if int(number[0]) else None


_AS_NUMBER = text(
    "NIK tersimpan sebagai angka, jadi angka belakangnya hilang. Baris ini tidak diambil; minta daftar dengan kolom "
    "NIK sebagai teks."
)
_REFUSALS: Final[dict[str, Text]] = {
    "scientific": _AS_NUMBER,
    "letters": text("Ada yang bukan angka di NIK. Baris ini tidak diambil; minta NIK yang benar ke admin data."),
    "not_16_digits": text("NIK tidak 16 angka. Baris ini tidak diambil; minta NIK yang benar ke admin data."),
}
_KK_UNREAD: Final = text("Nomor KK tidak terbaca, jadi tidak diambil. Tanyakan KK-nya di meja.")
_TAIL_UNREAD: Final = text("4 angka akhir NIK tidak terbaca, jadi tidak diambil.")
_BIRTH_DATE_UNREAD: Final = text("Tanggal lahir tidak terbaca, jadi tidak diambil. Cocokkan dengan KK di meja.")
_SEX_UNREAD: Final = text("Jenis kelamin tidak terbaca, jadi tidak diambil. Cocokkan dengan KK di meja.")
_NAME_MISSING: Final = text("Nama kosong. Baris ini tidak diambil.")
_CELLS_JOINED: Final = text(
    "Tanda kutip mungkin menggabungkan dua sel di baris ini, jadi isinya tergeser. Cocokkan dengan KK."
)
_SEVERAL_LINES: Final = text(
    "Satu sel di baris ini berisi beberapa baris dan bisa memuat orang lain. Kalau begitu, hapus tanda kutipnya di "
    "berkas, lalu impor lagi."
)
_NAME_WITH_DIGITS: Final = text("Ada angka di nama. Cocokkan dengan KK.")
