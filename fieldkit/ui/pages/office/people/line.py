"""What the overview of the office says of the people."""

from __future__ import annotations

from datetime import datetime

from fieldkit.store.database import Database
from fieldkit.store.queries.orders.people import office_people
from fieldkit.store.queries.shifts import site_zone
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine
from fieldkit.work.instants import at_site


def people_line(database: Database, now_utc: datetime) -> DeskLine:
    """How many are active, and whose papers have ended."""
    people = office_people(database, at_site(now_utc, site_zone(database)).date())
    active = [each for each in people if each.is_active]
    refused = sum(any(order.is_refused for order in each.waiting) for each in people)
    if refused:
        return DeskLine(tr("{n} perintah tidak dijalankan pusat", n=count(refused)), "err", refused)
    ended = sum(bool(each.papers) and not any(paper.is_valid for paper in each.papers) for each in active)
    if ended:
        return DeskLine(tr("{n} aktif, {m} suratnya habis", n=count(len(active)), m=count(ended)), "warn", ended)
    return DeskLine(tr("{n} pengguna aktif", n=count(len(active))))
