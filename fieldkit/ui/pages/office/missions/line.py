"""What the overview of the office says of mutual aid."""

from __future__ import annotations

from datetime import datetime

from fieldkit.domain.missions.mission import ENDED, MissionState
from fieldkit.store.database import Database
from fieldkit.store.queries.missions.missions import missions
from fieldkit.store.queries.shifts import site_zone
from fieldkit.ui.formats import count, day_month
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine
from fieldkit.work.instants import at_site


def missions_line(database: Database, now_utc: datetime) -> DeskLine:
    """What runs, what comes next, and what waits to be settled."""
    open_ = [each for each in missions(database, now_utc) if each.state not in ENDED]
    today = at_site(now_utc, site_zone(database)).date()
    waiting = [each for each in open_ if each.state is MissionState.RUNNING and each.terms.is_over(today)]
    if waiting:
        return DeskLine(tr("{n} sudah lewat harinya, belum diselesaikan", n=count(len(waiting))), "warn", len(waiting))
    if not open_:
        return DeskLine(tr("Tidak ada yang berjalan."))
    following = min(open_, key=lambda each: each.terms.from_day)
    return DeskLine(tr("{name}, mulai {day}", name=following.terms.name, day=day_month(following.terms.from_day)))
