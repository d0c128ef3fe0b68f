"""What the overview of the office says of the rules."""

from __future__ import annotations

from datetime import datetime

from fieldkit.domain.rules.versions import Stage
from fieldkit.store.database import Database
from fieldkit.store.queries.rules.versions import rules_now
from fieldkit.ui.formats import count, day_month
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.desk import DeskLine


def rules_line(database: Database, now_utc: datetime) -> DeskLine:
    """What waits for the signature of the head, or which rule begins next."""
    view = rules_now(database, now_utc)
    waiting = len(view.waiting())
    if waiting:
        return DeskLine(tr("{n} rancangan menunggu tanda tangan kepala dinas", n=count(waiting)), "warn", waiting)
    coming = [each for each in view.versions if each.stage is Stage.NEXT]
    if coming:
        rule, day = coming[-1].rule.label, day_month(coming[-1].since)
        return DeskLine(tr("{rule} berubah mulai {day}", rule=say(rule), day=day))
    held = sum(each.stage is Stage.IN_FORCE for each in view.versions)
    return DeskLine(tr("{n} aturan ditetapkan, lainnya bawaan", n=count(held)) if held else tr("Semua masih bawaan"))
