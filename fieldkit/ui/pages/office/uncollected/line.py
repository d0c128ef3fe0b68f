"""What the overview of the office says of cards that nobody fetches."""

from __future__ import annotations

from datetime import datetime

from fieldkit.domain.cards.batches import BatchState
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.batches import batches, eligible_cards
from fieldkit.store.queries.shifts import site_zone
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import DeskLine
from fieldkit.work.instants import at_site


def uncollected_line(database: Database, now_utc: datetime) -> DeskLine:
    """How many cards may go to their districts, and which batches wait for somebody."""
    day = at_site(now_utc, site_zone(database)).date()
    eligible = len(eligible_cards(database, day))
    states = [batch.state for batch in batches(database)]
    waiting = sum(state in (BatchState.DRAFT, BatchState.SIGNED, BatchState.WITH_DIFFERENCES) for state in states)
    parts = []
    if eligible:
        parts.append(tr("{n} kartu boleh dikirim ke kecamatan", n=count(eligible)))
    if waiting:
        parts.append(tr("{n} kiriman belum selesai", n=count(waiting)))
    if not parts:
        return DeskLine(tr("Tidak ada kartu yang menunggu dikirim ke kecamatan."))
    return DeskLine(" · ".join(parts), "warn", eligible + waiting)
