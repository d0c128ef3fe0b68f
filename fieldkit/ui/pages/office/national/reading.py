"""What the intake of national files does off the UI thread: read a file, check its rows, write them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.errors import Severity
from fieldkit.domain.national.counts import Source
from fieldkit.domain.national.file import FileKind
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.lists.imported import remember_mapping, remembered_mapping
from fieldkit.store.queries.national.files import people_to_match
from fieldkit.store.store import Store
from fieldkit.ui.pages.office.lists.reading import CancelledError, NumberedFinding, no_collection, samples_of
from fieldkit.work.instants import instant
from fieldkit.work.lists.dry_run import RowFinding
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.table import RawTable
from fieldkit.work.national.check import StatusCheck, check_statuses
from fieldkit.work.national.columns import Columns, check_columns, fits, guess_columns, remembered_as
from fieldkit.work.national.count_rows import CountCheck, check_counts, places_of
from fieldkit.work.national.people import Known, People
from fieldkit.work.national.status_rows import status_rows
from fieldkit.work.national.taking_in import TakeInCounts, TakeInStatuses, TakenIn, take_in_counts, take_in_statuses

_ORDER: Final = {Severity.STOP: 0, Severity.WARN: 1, Severity.INFO: 2}


@dataclass(frozen=True)
class NationalRead:
    """A file that was opened, with the columns that are probably meant for each kind of it."""

    path: Path
    table: RawTable
    kind: FileKind
    columns: Mapping[FileKind, Columns]
    remembered: frozenset[FileKind]
    samples: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen about a file."""

    kind: FileKind
    columns: Columns
    name: str
    source: Source
    as_of: date


@dataclass(frozen=True)
class NationalChecked:
    """What taking a file in would do; of statuses or of counts."""

    wanted: Wanted
    statuses: StatusCheck | None
    counts: CountCheck | None
    findings: tuple[NumberedFinding, ...]

    @property
    def taken(self) -> int:
        """How many rows would be written."""
        return self.statuses.taken if self.statuses else self.counts.taken if self.counts else 0

    @property
    def levels(self) -> set[AreaLevel]:
        """Which levels the counts are of."""
        return places_of(self.counts.counts) if self.counts else set()


def read_national(store: Store, path: Path) -> NationalRead:
    """Open a file, and see what its columns were last time, or else probably are."""
    table = read_rows(path)
    columns, remembered = {}, set()
    for kind in (FileKind.STATUSES, FileKind.COUNTS):
        kept = _remembered(store, kind, table)
        columns[kind] = kept or guess_columns(kind, table.header)
        if kept:
            remembered.add(kind)
    is_of_people = "status" in columns[FileKind.STATUSES] and "nik" in columns[FileKind.STATUSES]
    likely = FileKind.STATUSES if is_of_people else FileKind.COUNTS
    return NationalRead(path, table, likely, columns, frozenset(remembered), samples_of(table))


class NationalCheck:
    """One dry run, which can be stopped from another thread."""

    def __init__(self, read: NationalRead, wanted: Wanted, regions: RegionTable) -> None:
        self._read, self._wanted, self._regions = read, wanted, regions
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let the run end at its next thousand rows."""
        self._stop.set()

    def run(self, store: Store, told: Callable[[int, int], None]) -> NationalChecked:
        """Check every row; FileError where the columns can not be used, CancelledError after a stop."""
        wanted, table = self._wanted, self._read.table
        check_columns(wanted.kind, wanted.columns, table)
        content = msgspec.json.encode(dict(wanted.columns)).decode()
        at = instant(store.clock.now_utc())
        store.write_local(remember_mapping, remembered_as(wanted.kind, table.header), content, at)
        with no_collection():
            if wanted.kind is FileKind.STATUSES:
                found = self._statuses(store, told)
                return NationalChecked(wanted, found, None, _numbered(found.findings))
            counted = check_counts(table, wanted.columns, self._regions, store.meta.regency)
            return NationalChecked(wanted, None, counted, _numbered(counted.findings))

    def _statuses(self, store: Store, told: Callable[[int, int], None]) -> StatusCheck:
        table, wanted = self._read.table, self._wanted
        people = People(map(Known._make, store.query(people_to_match)))
        rows = status_rows(table, wanted.columns, wanted.as_of)

        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise CancelledError
            told(done, total)

        return check_statuses(rows, people, row_count=table.row_count, progress=progress)


def take_in(store: Store, checked: NationalChecked) -> TakenIn:
    """Write what was checked, without holding the window."""
    wanted = checked.wanted
    with no_collection():
        if checked.statuses is not None:
            found = checked.statuses
            command = TakeInStatuses(wanted.name, wanted.as_of, found.told, found.total, _of_statuses(found))
            return store.execute(take_in_statuses, command)
        counts = checked.counts or CountCheck(0, 0, 0, (), ())
        figures = {"refused": counts.refused, "doubtful": counts.doubtful}
        return store.execute(
            take_in_counts,
            TakeInCounts(wanted.name, wanted.source, wanted.as_of, counts.counts, counts.total, figures),
        )


def _of_statuses(found: StatusCheck) -> dict[str, Any]:
    return {
        "refused": found.refused,
        "strangers": found.strangers,
        "already": found.already,
        "older": found.older,
        "unknown": dict(found.unknown),
        "not_told": found.not_told,
    }


def _remembered(store: Store, kind: FileKind, table: RawTable) -> dict[str, str] | None:
    content = store.query(remembered_mapping, remembered_as(kind, table.header))
    if content is None:
        return None
    columns = msgspec.json.decode(content, type=dict[str, str])
    return columns if fits(columns, table.header) else None


def _numbered(findings: tuple[RowFinding, ...]) -> tuple[NumberedFinding, ...]:
    ordered = sorted(findings, key=lambda each: (_ORDER[each.problem.severity], each.line))
    return tuple(NumberedFinding(at, each.line, each.problem) for at, each in enumerate(ordered))
