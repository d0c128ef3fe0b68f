"""The papers of a batch leave the laptop: asked for, noted with each village that they name (F-P5), and brought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fieldkit.domain.areas import regency_of
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.host.drives import carried_drive
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.batches import Batch, BatchCard, batch_cards, record
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.stock.records import SignedRecord
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.uncollected.forms import PaperForm
from fieldkit.ui.papers.drawer import PaperDrawer
from fieldkit.ui.papers.ways import SheetWay
from fieldkit.ui.places import district_name
from fieldkit.ui.widgets.choices import Choice
from fieldkit.work.lists.sheets import NotePaper, note_paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DRAFT, RECORD, RECEIPT = "draft", "record", "receipt"


@dataclass(frozen=True, slots=True, repr=False)
class PaperWish:
    """Of a draft its cards, else what was signed."""

    batch: Batch
    cards: tuple[BatchCard, ...]
    signed: SignedRecord | None
    office: str

    @property
    def by_village(self) -> Counter[str]:
        """How many people of which village it names."""
        return Counter(card.village or card.area for card in self.cards)


class BatchPapers(PaperDrawer):
    """Opens over the desk."""

    def __init__(self, context: Context, page: QWidget, today: Callable[[], date]) -> None:
        self.form = PaperForm()
        super().__init__(context, page, self.form, tr("Kertas kiriman"), "batch_papers")
        self._today = today
        self._batch: Batch | None = None

    def open(self, batch: Batch) -> None:
        """Ask which paper of this batch."""
        self._batch = batch
        papers = [Choice(RECORD, tr("Berita acara"))] if batch.record_id else [Choice(DRAFT, tr("Konsep"))]
        self.form.fill([*papers, *([Choice(RECEIPT, tr("Penerimaan"))] if batch.receipt_id else [])])
        self._show()

    def _begin(self) -> None:
        store, batch, what = self._context.store, self._batch, self.form.what.value() or DRAFT
        day = self._today().isoformat()
        if batch is not None:
            self._context.ask(
                self,
                lambda: (store.query(_wished, batch, what, day), carried_drive()),
                lambda found: self._take_out(*found),
            )

    def _take_out(self, wish: PaperWish, drive: Path | None) -> None:
        store, way = self._context.store, SheetWay(self.form.way.value() or SheetWay.PDF)
        self._lead_out(
            way,
            tr("Simpan berita acara ke mana"),
            drive,
            lambda: store.execute(note_paper, NotePaper(SheetKind.DISTRIBUTION, wish.by_village)),
            lambda _none, out: self._bring(wish, way, out),
        )

    def _bring(self, wish: PaperWish, way: SheetWay, out: Path | QPrinter) -> None:
        # Only now: what makes papers takes longer to import than the page may take to open.
        from fieldkit.reports.cards.papers import DraftHead
        from fieldkit.ui.pages.office.uncollected.paper_files import bring_out

        regions, user = self._context.regions, self._context.user
        regency = regions.by_code(regency_of(wish.batch.district))
        head = DraftHead(
            wish.office,
            regency.name if regency else "",
            district_name(regions, wish.batch.district),
            self._today(),
            user.name,
        )
        self._context.ask(
            self,
            lambda: bring_out(head, wish.cards, wish.signed, way, out),
            lambda _none: self._say(way),
            lane="network",
        )

    def _say(self, way: SheetWay) -> None:
        told = tr("Berkas memuat nama dan alamat, dan tidak terkunci. Hapus sesudah dicetak.")
        self._gone_out(way, tr("Berita acara dikirim ke printer"), tr("Berita acara tersimpan"), told)


def _wished(database: Database, batch: Batch, what: str, day: str) -> PaperWish:
    wanted = {RECORD: batch.record_id, RECEIPT: batch.receipt_id}.get(what, "")
    cards = tuple(batch_cards(database, batch.id))
    return PaperWish(batch, cards, record(database, wanted) if wanted else None, office_name(database, day))
