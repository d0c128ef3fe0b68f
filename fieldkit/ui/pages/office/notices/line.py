"""What the overview of the office says of notices."""

from __future__ import annotations

from datetime import datetime

from fieldkit.domain.notices.tasks import Task
from fieldkit.store.database import Database
from fieldkit.store.queries.notices.desk import notice_view
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine


def notices_line(database: Database, now_utc: datetime) -> DeskLine:
    """How many the clerk has to tell or to ask, else how many cards wait to be fetched."""
    view = notice_view(database, now_utc)
    if not view.cards:
        return DeskLine(tr("Tidak ada kartu yang menunggu diambil."))
    unsettled, to_tell = view.count(Task.SETTLE), view.count(Task.CALL, Task.ASK_RT)
    if unsettled:
        told = tr("{n} SMS belum jelas sampai, {m} warga perlu diberi tahu.", n=count(unsettled), m=count(to_tell))
        return DeskLine(told, "warn", unsettled + to_tell)
    if to_tell:
        return DeskLine(tr("{n} warga perlu ditelepon atau lewat RT.", n=count(to_tell)), "warn", to_tell)
    if view.stuck:
        return DeskLine(tr("{n} SMS tertahan lebih dari sehari. Periksa gateway pusat.", n=count(view.stuck)), "warn")
    return DeskLine(tr("{n} kartu menunggu diambil, semua kabar berjalan.", n=count(len(view.cards))))
