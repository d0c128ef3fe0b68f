"""What the overview of the office says of the national data."""

from __future__ import annotations

from datetime import datetime

from fieldkit.store.database import Database
from fieldkit.store.queries.national.files import national_files
from fieldkit.store.queries.national.page import halted_records
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine
from fieldkit.ui.pages.office.national.wording import day


def national_line(database: Database, _now_utc: datetime) -> DeskLine:
    """Of which day the newest file is, and how many records went no further."""
    files = [each for each in national_files(database) if each.counts]
    if not files:
        return DeskLine(tr("Belum ada data pusat. Ambil berkas status dari admin data."))
    newest, stopped = day(max(each.as_of for each in files)), halted_records(database)
    if not stopped:
        return DeskLine(tr("Terbaru per {day}", day=newest))
    return DeskLine(
        tr("{n} rekaman berhenti di pusat, terbaru per {day}", n=count(stopped), day=newest), "warn", stopped
    )
