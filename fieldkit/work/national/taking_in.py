"""Take national data in: statuses, counts, a count that was typed; and take a file back that was wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec

from fieldkit.domain.areas import regency_of
from fieldkit.domain.errors import Problem, RuleError, Severity
from fieldkit.domain.national.counts import Count, Source
from fieldkit.domain.national.file import TAKEN_BACK, FileKind
from fieldkit.domain.text import text
from fieldkit.records.tables import NATIONAL_FILE, NATIONAL_STATUS, POPULATION_COUNT
from fieldkit.store.national import files_taken_back
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_planner
from fieldkit.work.instants import instant
from fieldkit.work.inverse import Inverse
from fieldkit.work.national.check import Told
from fieldkit.work.national.count_rows import PlaceCount

_COMMAND_ROWS: Final = 500
"""Rows per command: a batch on the line ends with a command, and must stay small."""


@dataclass(frozen=True, slots=True)
class TakeInStatuses:
    """The rows of a checked file. `findings` are figures of the file, of nobody in particular."""

    name: str
    as_of: date
    rows: Sequence[Told]
    row_count: int
    findings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TakeInCounts:
    """The counts of a checked file, by the national authority or by the own database."""

    name: str
    source: Source
    as_of: date
    counts: Sequence[PlaceCount]
    row_count: int
    findings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TypedCount:
    """A count out of a letter or a release; figures that do not add up are kept as they are told."""

    place: str
    source: Source
    as_of: date | None
    count: Count


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came in, and what takes it back."""

    file_id: str
    rows: int
    inverse: Inverse[str]


def take_in_statuses(unit: Unit, command: TakeInStatuses) -> TakenIn:
    """All of a status file, or, if anything stops it, nothing."""
    require_planner(unit)
    _require_day(unit, command.as_of)
    file_id = _note_file(unit, FileKind.STATUSES, command, Source.NATIONAL, len(command.rows))
    at = instant(unit.now_utc)
    for start in range(0, len(command.rows), _COMMAND_ROWS):
        unit.next_command()
        rows = command.rows[start : start + _COMMAND_ROWS]
        unit.insert_last(NATIONAL_STATUS, [(row.village, _status(row, file_id, at)) for row in rows])
    return TakenIn(file_id, len(command.rows), Inverse(take_back_file, file_id))


def take_in_counts(unit: Unit, command: TakeInCounts) -> TakenIn:
    """All counts of a file; an older one changes nothing of what a newer one says."""
    require_planner(unit)
    _require_day(unit, command.as_of)
    file_id = _note_file(unit, FileKind.COUNTS, command, command.source, len(command.counts))
    shared = {"source": command.source, "as_of": command.as_of.isoformat(), "file_id": file_id}
    rows = [(each.place, {"place": each.place, **_figures(each.count), **shared}) for each in command.counts]
    _insert_counts(unit, rows)
    return TakenIn(file_id, len(rows), Inverse(take_back_file, file_id))


def type_count(unit: Unit, command: TypedCount) -> TakenIn:
    """One count of one place."""
    require_planner(unit)
    _require_figures(unit, command)
    day = command.as_of or date.min
    file_id = unit.insert(
        NATIONAL_FILE,
        unit.meta.regency,
        kind=FileKind.TYPED,
        name=command.place,
        source=command.source,
        as_of=day.isoformat(),
        row_count=1,
        known=1,
        imported_at=instant(unit.now_utc),
    )
    row = {"place": command.place, "source": command.source, "as_of": day.isoformat(), "file_id": file_id}
    _insert_counts(unit, [(command.place, {**row, **_figures(command.count)})])
    return TakenIn(file_id, 1, Inverse(take_back_file, file_id))


def take_back_file(unit: Unit, file_id: str) -> Inverse[str]:
    """A file was wrong: nothing that it told counts any more, and all of it can still be read; returns the way back."""
    require_planner(unit)
    told = unit.row("SELECT name, as_of FROM national_file WHERE id = ? AND kind <> ?", file_id, TAKEN_BACK)
    if told is None:
        raise KeyError(file_id)
    if file_id in unit.query(files_taken_back):
        raise RuleError(_TAKEN_BACK_BEFORE)
    return Inverse(put_back_file, _note_against(unit, file_id, *told))


def put_back_file(unit: Unit, word_id: str) -> Inverse[str]:
    """A file was right after all: the word against it is taken back."""
    require_planner(unit)
    told = unit.row("SELECT name, as_of, source FROM national_file WHERE id = ? AND kind = ?", word_id, TAKEN_BACK)
    if told is None:
        raise KeyError(word_id)
    name, as_of, file_id = told
    if file_id not in unit.query(files_taken_back):
        raise RuleError(_COUNTS_AGAIN)
    _note_against(unit, word_id, name, as_of)
    return Inverse(take_back_file, file_id)


def _note_against(unit: Unit, named: str, name: str, as_of: str) -> str:
    return unit.insert(
        NATIONAL_FILE,
        unit.meta.regency,
        kind=TAKEN_BACK,
        name=name,
        source=named,
        as_of=as_of,
        row_count=0,
        known=0,
        imported_at=instant(unit.now_utc),
    )


def _note_file(unit: Unit, kind: FileKind, command: TakeInStatuses | TakeInCounts, source: Source, known: int) -> str:
    return unit.insert(
        NATIONAL_FILE,
        unit.meta.regency,
        kind=kind,
        name=command.name,
        source=source,
        as_of=command.as_of.isoformat(),
        row_count=command.row_count,
        known=known,
        findings=msgspec.json.encode(command.findings).decode(),
        imported_at=instant(unit.now_utc),
    )


def _status(row: Told, file_id: str, at: str) -> dict[str, Any]:
    return {
        "resident_id": row.resident_id,
        "status": row.status,
        "raw": row.raw,
        "as_of": row.as_of,
        "file_id": file_id,
        "at": at,
    }


def _figures(count: Count) -> dict[str, Any]:
    return {
        "obligated": count.obligated,
        "recorded": count.recorded,
        "unrecorded": count.unrecorded,
        "printed": count.printed,
        "note": count.note or None,
    }


def _insert_counts(unit: Unit, rows: Sequence[tuple[str, dict[str, Any]]]) -> None:
    at = instant(unit.now_utc)
    whole = [(area, {**values, "source": str(values["source"]), "at": at}) for area, values in rows]
    for start in range(0, len(whole), _COMMAND_ROWS):
        unit.insert_last(POPULATION_COUNT, whole[start : start + _COMMAND_ROWS])
        unit.next_command()


def _require_day(unit: Unit, as_of: date) -> None:
    # A laptop's clock may be a day behind the place where the file was made.
    if (as_of - unit.now_utc.date()).days > 1:
        raise RuleError(_IN_FUTURE)


def _require_figures(unit: Unit, command: TypedCount) -> None:
    problems = []
    if not command.place or regency_of(command.place) != unit.meta.regency:
        problems.append(Problem("place", "place_unknown", text("Pilih wilayahnya dulu.")))
    if command.as_of is None:
        problems.append(Problem("as_of", "as_of_missing", text("Angka ini keadaan per tanggal berapa?")))
    elif (command.as_of - unit.now_utc.date()).days > 1:
        problems.append(_IN_FUTURE)
    if command.count.recorded is None and command.count.share is None and command.count.obligated is None:
        words = text("Tulis wajib KTP dan sudah rekam, atau persennya saja, misalnya 97 %.")
        problems.append(Problem("recorded", "count_missing", words))
    if problems:
        raise RuleError(*problems)


_IN_FUTURE: Final = Problem(
    "as_of", "as_of_in_future", text("Tanggal keadaan ini belum terjadi. Periksa tanggal di berkas."), Severity.STOP
)
_TAKEN_BACK_BEFORE: Final = Problem("file", "taken_back", text("Berkas ini sudah ditarik."))
_COUNTS_AGAIN: Final = Problem("file", "counts_again", text("Berkas ini sudah berlaku lagi."))
