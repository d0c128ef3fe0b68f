"""What the import does off the UI thread: read a file, check its rows."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Final

import msgspec

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.masking import masked
from fieldkit.store.queries.lists.imported import (
    remember_mapping,
    remembered_mapping,
    residents_in_full,
    residents_to_compare,
)
from fieldkit.store.queries.lists.versions import people_on
from fieldkit.store.store import Store
from fieldkit.work.import_list import Imported, ImportList, import_list, known_people
from fieldkit.work.instants import instant
from fieldkit.work.lists.differences import Difference, differences
from fieldkit.work.lists.dry_run import DryRun, RowFinding, dry_run
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.mapping import ColumnMapping, check_mapping, guess_mapping, mapping_from, signature
from fieldkit.work.lists.rows import ListPlace, RowReader
from fieldkit.work.lists.table import Cell, RawTable

_SAMPLE_ROWS: Final = 25
_SAMPLES: Final = 3
_RESIDENTS_AT_ONCE: Final = 1000
_FREED_AT_ONCE: Final = 1000
_ORDER: Final = {Severity.STOP: 0, Severity.WARN: 1, Severity.INFO: 2}


class CancelledError(Exception):
    """The user does not want the check any more; nothing is said about it."""


@dataclass(frozen=True)
class FileRead:
    """A file that was opened. `samples` are a few cells of each column as they may be shown."""

    path: Path
    table: RawTable
    mapping: ColumnMapping
    is_remembered: bool
    samples: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding with an id of its own, since a row may have several."""

    id: int
    line: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class VillageCount:
    """How many good rows a village has."""

    id: str
    people: int


@dataclass(frozen=True, slots=True)
class NumberedDifference:
    """A difference with an id of its own, since a row may have several."""

    id: int
    found: Difference


@dataclass(frozen=True)
class Checked:
    """What an import would do, ready to be shown: what stops a row first, then by row."""

    run: DryRun
    findings: tuple[NumberedFinding, ...]
    villages: tuple[VillageCount, ...]
    differences: tuple[NumberedDifference, ...]
    gone: int | None = None
    """How many stand on the version before and not in the file; None where the list supersedes none."""

    def rows_by_field(self) -> Counter[str]:
        """In how many rows each field differs from what is known here."""
        return Counter(difference.found.field for difference in self.differences)


class Check:
    """One dry run, which can be stopped from another thread."""

    def __init__(self, read: FileRead, mapping: ColumnMapping, place: ListPlace, former_id: str = "") -> None:
        self._read, self._mapping, self._place, self._former_id = read, mapping, place, former_id
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let the run end at its next thousand rows."""
        self._stop.set()

    def run(self, store: Store, told: Callable[[int, int], None]) -> Checked:
        """Check every row; FileError where the columns can not be used, CancelledError after a stop."""
        table, chosen = self._read.table, bool(self._place.village_code)
        check_mapping(self._mapping, table.header, table.formulas, village_chosen=chosen)
        self._remember(store)
        rows = RowReader(self._mapping, table.header, self._place).rows(table)
        known = known_people(store.query(residents_to_compare))
        with no_collection():
            found = dry_run(
                rows, row_count=table.row_count, known=known, progress=lambda n, of: self._tell(told, n, of)
            )
            return replace(_ready(found, self._differences(store, found)), gone=self._gone(store, found))

    def _gone(self, store: Store, run: DryRun) -> int | None:
        if not self._former_id:
            return None
        return len(store.query(people_on, self._former_id) - {resident for _, resident in run.matches})

    def _differences(self, store: Store, run: DryRun) -> Iterator[Difference]:
        for start in range(0, len(run.matches), _RESIDENTS_AT_ONCE):
            self._heed_stop()
            matches = run.matches[start : start + _RESIDENTS_AT_ONCE]
            here = store.query(residents_in_full, [resident for _, resident in matches])
            yield from differences((row, here[resident]) for row, resident in matches if resident in here)

    def _tell(self, told: Callable[[int, int], None], done: int, total: int) -> None:
        self._heed_stop()
        told(done, total)

    def _heed_stop(self) -> None:
        if self._stop.is_set():
            raise CancelledError

    def _remember(self, store: Store) -> None:
        content = msgspec.json.encode(self._mapping.columns()).decode()
        at = instant(store.clock.now_utc())
        store.write_local(remember_mapping, signature(self._read.table.header), content, at)


def take_in(store: Store, command: ImportList) -> Imported:
    """Write the good rows, without holding the window."""
    with no_collection():
        return store.execute(import_list, command)


def read_file(store: Store, path: Path, sheet: str | None) -> FileRead:
    """Open a list, and see what its columns were last time, or else probably are."""
    table = read_rows(path, sheet=sheet)
    remembered = _remembered(store, table)
    mapping = remembered or guess_mapping(table.header)
    return FileRead(path, table, mapping, remembered is not None, samples_of(table))


@contextmanager
def no_collection() -> Iterator[None]:
    """No full collection meanwhile: over a list of 60,000 it stops all threads for a fifth of a second, the window too.

    What an import makes has no cycles, so nothing is kept by it. All of it is left alone afterwards, until the window
    closes: otherwise the next collection of what is young looks through the whole list, and takes as long.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Whether anything was frozen before is not asked: to count it holds the window for up to 30 ms.
        gc.freeze()
        if was_on:
            gc.enable()


def let_go(held: list[Any]) -> None:
    """Free what was checked, some rows at a time: all at once they hold the window for 80 ms, in whatever thread."""
    parts = [list(part) for each in held for part in _long_parts(each)]
    held.clear()
    for rows in parts:
        while rows:
            del rows[-_FREED_AT_ONCE:]


def _long_parts(held: object) -> Iterator[tuple[object, ...]]:
    if isinstance(held, tuple):
        yield held
    elif is_dataclass(held):
        for each in fields(held):
            yield from _long_parts(getattr(held, each.name))


def _remembered(store: Store, table: RawTable) -> ColumnMapping | None:
    content = store.query(remembered_mapping, signature(table.header))
    if content is None:
        return None
    mapping = mapping_from(msgspec.json.decode(content, type=dict[str, str]))
    return mapping if mapping.fits(table.header) else None


def samples_of(table: RawTable) -> dict[str, tuple[str, ...]]:
    rows = list(islice(table.rows, _SAMPLE_ROWS))
    return {title: _sample([row[at] for row in rows if at < len(row)]) for at, title in enumerate(table.header)}


def _sample(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The first different cells, without a NIK, KK or phone in the clear."""
    shown = dict.fromkeys(masked(_words(cell)) for cell in cells if cell != "")
    return tuple(islice(shown, _SAMPLES))


def _words(cell: Cell) -> str:
    if isinstance(cell, date):
        return date_numeric(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _ready(run: DryRun, differing: Iterable[Difference]) -> Checked:
    found = sorted(run.findings, key=lambda finding: (_ORDER[finding.problem.severity], finding.line))
    villages = sorted(run.by_village.items(), key=lambda item: item[1], reverse=True)
    return Checked(
        run,
        _numbered(found),
        tuple(VillageCount(code, people) for code, people in villages),
        tuple(NumberedDifference(at, difference) for at, difference in enumerate(differing)),
    )


def _numbered(findings: Sequence[RowFinding]) -> tuple[NumberedFinding, ...]:
    return tuple(NumberedFinding(at, finding.line, finding.problem) for at, finding in enumerate(findings))
