"""The notice of a loss becomes a PDF in the folder of documents: it names villages and numbers, nobody by name."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.orders.laptops import OfficeLaptop
from fieldkit.store.queries.orders.loss import Held
from fieldkit.ui.context import Context
from fieldkit.ui.formats import day_long
from fieldkit.ui.pages.office.laptops.rows import LaptopRow
from fieldkit.ui.places import village_label
from fieldkit.work.instants import at_site


def write_notice(context: Context, row: LaptopRow, laptop: OfficeLaptop, known: datetime, held: Held) -> Path:
    """Write it, and tell where. StoreError where the file can not be written."""
    # Templates take their time to import, and a laptop is seldom lost.
    from fieldkit.reports.people.loss_notice import Loss, loss_notice, loss_notice_html
    from fieldkit.ui.papers.paper import write_pdf

    zone, meta = row.time_zone, context.store.meta
    loss = Loss(
        office=context.store.query(office_name, at_site(row.now, zone).date().isoformat()),
        regency=meta.get("regency_name") or "",
        laptop=row.name,
        at=at_site(row.now, zone),
        known_at=at_site(known, zone),
        seen_at=at_site(laptop.seen, zone) if laptop.seen else None,
        revoked_at=at_site(laptop.revoked, zone) if laptop.revoked else None,
        held=laptop.held,
        unsent=laptop.unsent,
        has_health=held.has_health,
        villages=_villages(context.regions, held),
        lists=[(each.name, day_long(date.fromisoformat(each.as_of)), each.people) for each in held.lists],
        signer="",
    )
    folder = context.folders.documents
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"pemberitahuan-kehilangan-{laptop.prefix}-{loss.at:%Y-%m-%d-%H%M}.pdf"
    write_pdf(loss_notice_html(loss_notice(loss)), path)
    return path


def _villages(regions: RegionTable, held: Held) -> list[tuple[str, int]]:
    return [(village_label(regions, each.village), each.people) for each in held.villages]
