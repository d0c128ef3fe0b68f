"""What the overview of the office says of the lists."""

from __future__ import annotations

from datetime import datetime

from fieldkit.store.database import Database
from fieldkit.store.queries.lists.imported import imported_lists
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine
from fieldkit.ui.pages.office.lists.wording import as_of_day


def lists_line(database: Database, _now_utc: datetime) -> DeskLine:
    """How many lists there are, and of which day the newest is."""
    lists = imported_lists(database)
    if not lists:
        return DeskLine(tr("Belum ada daftar. Impor daftar dari admin data."))
    newest = max(lists, key=lambda each: each.as_of)
    return DeskLine(tr("{n} daftar, terbaru per {day}", n=count(len(lists)), day=as_of_day(newest)))
