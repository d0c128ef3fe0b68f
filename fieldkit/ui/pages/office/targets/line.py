"""What the overview of the office says of the targets."""

from __future__ import annotations

from datetime import datetime

from fieldkit.domain.lists.targets import APPROVAL_KIND, signed_form
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.approvals import last_approval
from fieldkit.store.queries.targets.targets import targets_in_force
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine


def targets_line(database: Database, _now_utc: datetime) -> DeskLine:
    """How many places have a target, and whether the head has signed them."""
    regency = Meta(database).regency
    wanted = signed_form(targets_in_force(database), regency)
    if not wanted:
        return DeskLine(tr("Belum ada target. Tetapkan per kecamatan dan desa/kelurahan."))
    approval = last_approval(database, APPROVAL_KIND, regency)
    signed = approval.document.get("targets", []) if approval is not None else []
    waiting = sum(each not in signed for each in wanted)
    if waiting or len(signed) != len(wanted):
        text = tr("{n} tempat bertarget, menunggu tanda tangan kepala dinas", n=count(len(wanted)))
        return DeskLine(text, "warn", waiting or 1)
    return DeskLine(tr("{n} tempat bertarget, ditandatangani kepala dinas", n=count(len(wanted))))
