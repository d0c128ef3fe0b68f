"""The papers of a batch leave the laptop: asked for, noted with each village that they name (F-P5), and brought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.areas import regency_of
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.host.drives import carried_drive
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.batches import Batch, BatchCard, batch_cards, record
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.stock.records import SignedRecord
from fieldkit.store.unit import Unit
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.uncollected.forms import PaperForm
from fieldkit.ui.paper_ways import SheetWay, ask_way_out
from fieldkit.ui.places import district_name
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import Choice
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.lists.sheets import NoteSheets, note_sheets

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


class BatchPapers(QObject):
    """Opens over the desk."""

    turned = Signal()

    def __init__(self, context: Context, page: QWidget, today: Callable[[], date]) -> None:
        super().__init__(page)
        self._context, self._page, self._today = context, page, today
        self._batch: Batch | None = None
        self.form = PaperForm()
        self._drawer = Drawer(page, tr("Kertas kiriman"), self.form, width=440)
        self._drawer.setObjectName("batch_papers")
        self._drawer.offer_close(on=False)
        self.form.saved.connect(self._begin)
        self.form.cancelled.connect(self._drawer.close_drawer)
        self._drawer.closed.connect(self.turned)

    def primary(self) -> Button | None:
        """The filled button while the drawer is open."""
        return None if self._drawer.isHidden() else self.form.save_button

    def open(self, batch: Batch) -> None:
        """Ask which paper of this batch."""
        self._batch = batch
        papers = [Choice(RECORD, tr("Berita acara"))] if batch.record_id else [Choice(DRAFT, tr("Konsep"))]
        self.form.fill([*papers, *([Choice(RECEIPT, tr("Penerimaan"))] if batch.receipt_id else [])])
        self._drawer.open_drawer()
        self.form.focus_first()
        self.turned.emit()

    def close(self) -> bool:
        """Esc; False where it was not open."""
        was_open = not self._drawer.isHidden()
        self._drawer.close_drawer()
        return was_open

    def _begin(self) -> None:
        store, batch, what = self._context.store, self._batch, self.form.what.value() or DRAFT
        day = self._today().isoformat()
        if batch is not None:
            self._context.ask(
                self,
                lambda: (store.query(_wished, batch, what, day), carried_drive()),
                lambda found: self._lead_out(*found),
            )

    def _lead_out(self, wish: PaperWish, drive: Path | None) -> None:
        way = SheetWay(self.form.way.value() or SheetWay.PDF)
        out = ask_way_out(self._page, way, tr("Simpan berita acara ke mana"), drive)
        if out is not None:
            store = self._context.store
            self._context.ask(
                self, lambda: store.execute(_note, wish.by_village), lambda _none: self._bring(wish, way, out)
            )

    def _bring(self, wish: PaperWish, way: SheetWay, out: Path | QPrinter) -> None:
        # Only now: what makes papers takes longer to import than the page may take to open.
        from fieldkit.reports.card_papers import DraftHead
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
            lambda _none: self._gone_out(way),
            lane="network",
        )

    def _gone_out(self, way: SheetWay) -> None:
        self._drawer.close_drawer()
        if way is SheetWay.PAPER:
            told = tr("Tidak ada berkas yang tertinggal di laptop ini.")
            self._context.messages.done(tr("Berita acara dikirim ke printer"), told)
        else:
            told = tr("Berkas memuat nama dan alamat, dan tidak terkunci. Hapus sesudah dicetak.")
            self._context.messages.done(tr("Berita acara tersimpan"), told)


def _wished(database: Database, batch: Batch, what: str, day: str) -> PaperWish:
    wanted = {RECORD: batch.record_id, RECEIPT: batch.receipt_id}.get(what, "")
    cards = tuple(batch_cards(database, batch.id))
    return PaperWish(batch, cards, record(database, wanted) if wanted else None, office_name(database, day))


def _note(unit: Unit, by_village: Counter[str]) -> None:
    for village, people in by_village.items():
        note_sheets(unit, NoteSheets(SheetKind.DISTRIBUTION, village, (("", "", people),)))
