"""Rows of a count file: figures of places as they are told, flagged where they do not add up (F-T5)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.areas import AreaCode, AreaLevel, is_within, level, parent, parse_area
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.national.counts import Count, doubts, parts_differ
from fieldkit.domain.text import text
from fieldkit.records.regions import RegionTable, name_key, readings
from fieldkit.work.lists.dry_run import RowFinding
from fieldkit.work.lists.table import Cell, RawTable
from fieldkit.work.lists.villages import VillageFinder
from fieldkit.work.national.columns import Columns


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """What a row says of a place."""

    line: int
    place: str
    count: Count


@dataclass(frozen=True)
class CountCheck:
    """The figures of a file: each row is taken or refused, and what does not add up is taken as it is."""

    total: int
    refused: int
    doubtful: int
    findings: tuple[RowFinding, ...]
    counts: tuple[PlaceCount, ...]

    @property
    def taken(self) -> int:
        """How many rows would be written."""
        return len(self.counts)


def check_counts(table: RawTable, columns: Columns, regions: RegionTable, regency: str) -> CountCheck:
    """Read every row that holds something."""
    reader = _Reader(columns, table, PlaceFinder(regions, regency))
    counts: dict[str, PlaceCount] = {}
    findings: list[RowFinding] = []
    total = refused = 0
    for line, cells in reader.rows():
        total += 1
        row = reader.read(line, cells)
        again = isinstance(row, PlaceCount) and row.place in counts
        if isinstance(row, PlaceCount) and not again:
            counts[row.place] = row
            continue
        refused += 1
        findings.append(RowFinding(line, row if isinstance(row, Problem) else _TWICE))
    found = list(_doubts(counts))
    doubtful = len({finding.line for finding in found})
    return CountCheck(total, refused, doubtful, (*findings, *found), tuple(counts.values()))


def _doubts(counts: dict[str, PlaceCount]) -> Iterator[RowFinding]:
    below: defaultdict[str, list[Count]] = defaultdict(list)
    for place, row in counts.items():
        if (above := parent(AreaCode(place))) is not None:
            below[above].append(row.count)
    for place, row in counts.items():
        for words in (*doubts(row.count), *parts_differ(row.count, below[place])):
            yield RowFinding(row.line, Problem("count", "sum_differs", words, Severity.WARN))


class PlaceFinder:
    """Which place a row means: a code, a village, a district, or the regency itself in the line of the totals."""

    def __init__(self, regions: RegionTable, regency: str) -> None:
        self._regions, self._regency = regions, regency
        self._villages = VillageFinder(regions, regency)
        self._districts = {name_key(each.name): each.code for each in regions.descendants(regency, AreaLevel.DISTRICT)}
        for name, region in regions.aliases:
            if region.level is AreaLevel.DISTRICT and is_within(region.code, parse_area(regency)):
                self._districts[name_key(name)] = region.code
        self._own = {key for name in regions.path_names(regency)[-1:] for key, _ in readings(name)}

    def find(self, code: Cell, district: Cell, village: Cell, above: Cell) -> str:
        """The code of the place; empty where none is meant for sure. `above` is the last district that was named."""
        written = _words(code)
        if written and _CODE.fullmatch(written):
            return self._by_code(written)
        if _words(village):
            return self._villages.find(village, district or above).code or self._as_total(_words(village))
        name = _words(district) or written
        keys = [key for key, _ in readings(name)]
        return next((self._districts[key] for key in keys if key in self._districts), "") or self._as_total(name)

    def _by_code(self, code: str) -> str:
        region = self._regions.by_code(code)
        inside = region is not None and is_within(region.code, parse_area(self._regency))
        return region.code if region is not None and inside else ""

    def _as_total(self, name: str) -> str:
        keys = {key for key, _ in readings(name)}
        return self._regency if keys & (self._own | _TOTALS) else ""


class _Reader:
    def __init__(self, columns: Columns, table: RawTable, finder: PlaceFinder) -> None:
        self._table, self._finder = table, finder
        self._at = {field: table.header.index(title) for field, title in columns.items()}
        self._district: Cell = ""

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Rows that hold something."""
        for line, cells in enumerate(self._table.rows, start=self._table.first_line):
            if any(cell not in ("", None) for cell in cells):
                yield line, list(cells)

    def read(self, line: int, cells: list[Cell]) -> PlaceCount | Problem:
        """What a row tells of a place, or why it is not taken."""
        code, district, village = (self._cell(cells, field) for field in ("code", "district", "village"))
        place = self._finder.find(code, district, village, self._district)
        self._district = district or self._district
        if not place:
            return Problem("place", "place_unknown", text("Wilayah ini tidak dikenal. Baris ini tidak diambil."))
        numbers = [self._cell(cells, field) for field in ("obligated", "recorded", "unrecorded", "printed")]
        told = [_number(cell) for cell in numbers]
        if any(number is None and _words(cell) not in _NONE for number, cell in zip(told, numbers, strict=True)):
            return Problem("count", "number_unread", text("Angkanya tidak terbaca. Baris ini tidak diambil."))
        if all(number is None for number in told):
            return Problem("count", "number_missing", text("Tidak ada angka di baris ini. Baris ini tidak diambil."))
        obligated, recorded, unrecorded, printed = told
        return PlaceCount(line, place, Count(obligated, recorded, unrecorded, printed))

    def _cell(self, cells: list[Cell], field: str) -> Cell:
        at = self._at.get(field)
        return cells[at] if at is not None and at < len(cells) else ""


def places_of(counts: Iterable[PlaceCount]) -> set[AreaLevel]:
    """Which levels a file tells of."""
    return {level(AreaCode(each.place)) for each in counts}


def _number(cell: Cell) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return int(cell) if cell >= 0 and cell == int(cell) else None
    written = _words(cell)
    return int(_SIGNS.sub("", written)) if _WHOLE.fullmatch(written) else None


def _words(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


_CODE: Final = re.compile(r"[0-9][0-9.]+")
_WHOLE: Final = re.compile(r"[0-9]+|[0-9]{1,3}(?:[., ][0-9]{3})+")
_SIGNS: Final = re.compile(r"[., ]")
_NONE: Final = frozenset({"", "-", "–"})
_TOTALS: Final = frozenset({"jumlah", "total", "jumlahtotal", "totaljumlah", "seluruhnya", "kabupaten", "kota"})
_TWICE: Final = Problem(
    "place", "place_twice", text("Wilayah ini sudah ada di baris lain. Yang diambil baris yang pertama.")
)
