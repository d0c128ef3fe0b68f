"""`fieldkit import`: a by-name list, checked and taken in as the Office page does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from fieldkit.console.laptop import Access, Who, enrolled, sign_in
from fieldkit.console.talk import DONE, Say, say_as, tell, told
from fieldkit.domain.errors import FieldKitError, Severity
from fieldkit.domain.text import text
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.store.meta import Meta
from fieldkit.store.queries.lists.imported import remembered_mapping, residents_to_compare
from fieldkit.store.queries.shifts import site_day
from fieldkit.store.store import Store
from fieldkit.work.authority import require_lead
from fieldkit.work.import_list import ImportList, import_list, known_people
from fieldkit.work.lists.dry_run import DryRun, dry_run
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.mapping import ColumnMapping, check_mapping, guess_mapping, is_reduced, mapping_from, signature
from fieldkit.work.lists.rows import ListPlace, RowReader
from fieldkit.work.lists.table import RawTable


@dataclass(frozen=True, slots=True)
class Import:
    """Which list to take in, and how. `village` is the one of all rows, "" where each row names its own."""

    file: Path
    name: str
    as_of: date | None
    sheet: str | None = None
    village: str = ""
    taken_over: Sequence[str] = ()
    is_dry: bool = False


def run_import(access: Access, who: Who, asked: Import, *, as_json: bool, say: Say = print) -> int:
    """Tell what the list holds, and take its good rows in unless only the check was asked for."""
    try:
        with enrolled(access) as store:
            sign_in(store, who, access.ask)
            return _import(store, asked, as_json=as_json, say=say)
    except FieldKitError as error:
        return told(error)


def place_of(store: Store, village: str = "") -> ListPlace:
    """Where and when a list is read on this laptop."""
    regency = store.query(lambda database: Meta(database).regency)
    regions, today = RegionTable(resources_dir() / "regions"), store.query(site_day, store.clock.now_utc())
    return ListPlace(regions, regency, today, village or None)


def checked(store: Store, mapping: ColumnMapping, table: RawTable, place: ListPlace) -> DryRun:
    """What an import of a table would do; FileError where its columns can not be used."""
    check_mapping(mapping, table.header, table.formulas, village_chosen=bool(place.village_code))
    rows = RowReader(mapping, table.header, place).rows(table)
    return dry_run(rows, row_count=table.row_count, known=known_people(store.query(residents_to_compare)))


def _import(store: Store, asked: Import, *, as_json: bool, say: Say) -> int:
    # Before the list is read: what is said of it tells who of it is known here.
    store.execute(require_lead)
    table = read_rows(asked.file, sheet=asked.sheet).checked()
    mapping = _mapping(store, table)
    run = checked(store, mapping, table, place_of(store, asked.village))
    facts: dict[str, object] = {"rows": run.total, "good": run.good, "refused": run.refused}
    facts |= {"doubles": run.doubles_in_file, "known": run.known_already, "warnings": run.with_warnings}
    stops = [each for each in run.findings if each.problem.severity is Severity.STOP]
    for each in stops:
        tell(str(text("Baris {line}: {reason}", line=each.line, reason=each.problem.message)))
    if not asked.is_dry and run.good:
        as_of = asked.as_of or store.query(site_day, store.clock.now_utc())
        over = frozenset(asked.taken_over)
        done = store.execute(
            import_list, ImportList(asked.name or asked.file.stem, as_of, run.rows, is_reduced(mapping), over)
        )
        facts |= {"added": done.added, "list_id": done.list_id}
    sentence = text("{good} dari {rows} baris bisa dipakai, {refused} ditolak, {doubles} ganda.", **facts)
    say_as(facts, sentence, as_json=as_json, say=say)
    return DONE


def _mapping(store: Store, table: RawTable) -> ColumnMapping:
    """As these columns were matched last time, or else as they probably are."""
    content = store.query(remembered_mapping, signature(table.header))
    known = mapping_from(msgspec.json.decode(content, type=dict[str, str])) if content else None
    return known if known is not None and known.fits(table.header) else guess_mapping(table.header)
