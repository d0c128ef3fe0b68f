"""The practice day to try out: the list is in, the lead is signed in, the rest is up to whoever sits there."""

from __future__ import annotations

from pathlib import Path

import typer

from fieldkit.app.application import application
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.demo.day import DAY, LIST_AS_OF, LIST_NAME, PIN, PracticeDay, practice_day, sync_once
from fieldkit.demo.office import LEAD, REGENCY
from fieldkit.domain.identifiers import UserId
from fieldkit.host.settings import Settings
from fieldkit.store.queries.lists.imported import residents_to_compare
from fieldkit.store.queries.people import app_users
from fieldkit.ui.ending import run_until_ended
from fieldkit.ui.threads import Lanes
from fieldkit.work.import_list import ImportList, import_list, known_people
from fieldkit.work.lists.dry_run import dry_run
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.mapping import guess_mapping
from fieldkit.work.lists.rows import ListPlace, RowReader


def try_out(folder: Path, centre_url: str | None = None) -> int:
    """Open the window, and take everything down again when it is closed."""
    typer.echo("Menyiapkan pusat, laptop, dan daftar.")
    with practice_day(folder, centre_url) as day:
        day.store.user = UserId(day.office.lead_id)
        take_in_list(day)
        sync_once(day.store)
        typer.echo(f"{LEAD} sudah masuk. PIN: {PIN} (untuk tanda tangan, dan sesudah layar dikunci).")
        return _worked(day)


def take_in_list(day: PracticeDay) -> None:
    """What the page Kantor does: a dry run of the Excel file, then its good rows."""
    table = read_rows(day.list_file)
    reader = RowReader(guess_mapping(table.header), table.header, ListPlace(day.regions, REGENCY, DAY))
    known = known_people(day.store.query(residents_to_compare))
    run = dry_run(reader.rows(table), row_count=table.row_count, known=known)
    day.store.execute(import_list, ImportList(LIST_NAME, LIST_AS_OF, run.rows, reduced=False))


def _worked(day: PracticeDay) -> int:
    app = application(Settings())
    desktop = Desktop(Parts(day.store, Lanes(), day.clock, day.folders, day.regions, Settings()))
    lead = next(user for user in day.store.query(app_users) if user.id == day.office.lead_id)
    try:
        desktop.open()
        desktop.sign_in(lead)
        return run_until_ended(app)
    finally:
        desktop.close()
