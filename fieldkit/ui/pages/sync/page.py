"""The page itself: one read of the store, the state of the driver, and the keys."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from fieldkit.store.queries.sync_page import SyncView, sync_view
from fieldkit.sync.progress import SyncOutcome
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.afresh import LoadedAfresh
from fieldkit.ui.pages.sync.attention import AttentionDrawer
from fieldkit.ui.pages.sync.carried import CarriedCard
from fieldkit.ui.pages.sync.details import ProofSheet
from fieldkit.ui.pages.sync.giving_back import GiveBackCard, GivingBack
from fieldkit.ui.pages.sync.headline_card import HeadlineCard
from fieldkit.ui.pages.sync.shipment import ShipmentCard
from fieldkit.ui.pages.sync.side import AttentionNotice, OtherRoads, ProofCard
from fieldkit.ui.pages.sync.silent import SilentLaptops
from fieldkit.ui.pages.sync.tables import OtherTables
from fieldkit.ui.pages.sync.wording import day_clock
from fieldkit.ui.shell.page import Page, PageAsked
from fieldkit.ui.shell.window import CHECKUP
from fieldkit.ui.usb import UsbRoad
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.reading import Reading

_SIDE = 384
_DECIDE = 460


class SyncPage(Page):
    """Sends, shows how far it got, and keeps the centre's word."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Sinkronisasi")
        self._context, self._driver = context, context.sync
        self._view: SyncView | None = None
        self._seen_outcome: SyncOutcome | None = None
        self.headline, self.shipment = HeadlineCard(), ShipmentCard()
        self.attention, self.roads, self.proofs = AttentionNotice(), OtherRoads(), ProofCard()
        self.afresh = LoadedAfresh(context.regions)
        self.silent, self.carried = SilentLaptops(context.user.role), CarriedCard()
        self.tables = OtherTables()
        self.leaving = GiveBackCard(context.user.role)
        self._giving_back = GivingBack(self, context, self.leaving)
        self._shift = Label("", "body", "ink2")
        self._side_button = Button(tr("Bukti terima"), "quiet", key="Ctrl+J")
        self._checkup_button = Button(tr("Periksa laptop"), key="Ctrl+E", press=self._look_at_laptop)
        self._usb = UsbRoad(self, context)
        self._arrange()
        self._listen()
        self._bind_keys()
        self.primary = self.headline.sync_button

    def subtitle(self) -> str:
        """The laptop, and how much is counted here."""
        view = self._view
        if view is None:
            return ""
        changes = tr("{n} perubahan", n=count(view.total))
        if view.since_ms:
            changes = tr(
                "{n} perubahan sejak {when}", n=count(view.total), when=day_clock(view.since_ms, view.time_zone)
            )
        return f"{tr('Laptop {device}', device=view.device)} · {changes}" if view.device else changes

    def header_slot(self) -> QWidget | None:
        """How the shift stands; where it is narrow, the way to the column at the right."""
        slot = QWidget()
        row(self._shift, self._side_button, self._checkup_button, gap=12, inside=slot)
        return slot

    def keys(self) -> list[tuple[str, str]]:
        """Keys of this page."""
        return [
            ("Ctrl+Enter", tr("Sinkronkan sekarang, atau lanjutkan")),
            ("Ctrl+. / Esc", tr("Jeda; Ctrl+. sekali lagi melanjutkan")),
            ("Ctrl+D", tr("Rincian yang perlu diputuskan; angka memilih perkara dan keputusan")),
            ("Ctrl+P", tr("Bukti terima terakhir")),
            ("Ctrl+U / Ctrl+B", tr("Kiriman USB: tulis kiriman, baca bukti")),
            ("Ctrl+T / Ctrl+G", tr("Meja lain: ambil kirimannya, tulis buktinya")),
            ("Ctrl+J", tr("Ke kolom kanan; panah dan PgDn menggulirnya")),
            ("Ctrl+E", tr("Periksa laptop ini: data, kunci, cadangan, jam, jalur")),
        ]

    def refresh(self) -> None:
        """Ask the store; the driver tells the rest."""
        now, store = self._context.clock.now_utc(), self._context.store
        self._context.ask(self, lambda: store.query(sync_view, now), self._show)

    def step_out(self) -> bool:
        """Esc: close what is open, else pause what runs."""
        if self._decide.step_out() or self._proof_drawer.close() or self._columns.close_side():
            return True
        if self._driver.state.is_running:
            self._driver.pause()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way to the right column is offered while it is a drawer."""
        super().resizeEvent(event)
        self._show_side_button()

    def _arrange(self) -> None:
        main, inner = QWidget(), QWidget()
        column(self.headline, stretched(self.shipment), gap=12, inside=main)
        column(
            self.attention,
            self.afresh,
            self.silent,
            self.carried,
            self.tables,
            self.roads,
            stretched(self.proofs),
            self.leaving,
            gap=12,
            inside=inner,
        )
        title = tr("Bukti dan perhatian")
        side = Reading(inner, name=title)
        side.setObjectName("sync_side")
        self._columns = Columns([(main, None), (side, _SIDE)], side_key="Ctrl+J", side_title=title)
        self.add(stretched(self._columns))
        self._proof_drawer = LateDrawer(self, tr("Bukti terima"), ProofSheet, width=_SIDE, name="proof_drawer")
        self._decide = AttentionDrawer(self._context, self, width=_DECIDE)

    def _listen(self) -> None:
        self._driver.changed.connect(self._on_state)
        self.headline.sync_asked.connect(self._driver.sync_now)
        self.headline.pause_asked.connect(self._driver.pause)
        self.attention.details_asked.connect(self._decide.open)
        self._decide.primary_changed.connect(self._choose_primary)
        self._decide.settled.connect(self.mark_stale)
        self.proofs.opened.connect(self._open_proof)
        self.roads.write_asked.connect(self._usb.write)
        self.roads.read_asked.connect(self._usb.read)
        self.roads.take_asked.connect(self._usb.take)
        self.carried.give_asked.connect(self._usb.give)
        self._side_button.clicked.connect(self._columns.open_side)

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+.", self._driver.toggle_pause)
        bind(self, "Ctrl+D", self._decide.open)
        bind(self, "Ctrl+P", self._open_proof)
        bind(self, "Ctrl+U", self._usb.write)
        bind(self, "Ctrl+B", self._usb.read)
        bind(self, "Ctrl+T", self._usb.take)
        bind(self, "Ctrl+G", self._usb.give)
        bind(self, "Ctrl+E", self._look_at_laptop)

    def _on_state(self) -> None:
        # A round that ended has left a receipt, and perhaps what must be decided, in the store.
        if self._driver.state.outcome is not self._seen_outcome:
            self._seen_outcome = self._driver.state.outcome
            self.mark_stale()
        self._show_state()

    def _show(self, view: SyncView) -> None:
        self._view = view
        self.shipment.show_view(view)
        self.attention.show_rows(view.attention)
        self._decide.show_rows(view.attention, view.time_zone)
        self.proofs.show_proofs(view.proofs, view.time_zone)
        self.proofs.show_former(view.former)
        self.afresh.show_loaded(view.compared, view.caught_up, view.time_zone)
        self.silent.show_laptops(view.silent, view.time_zone)
        self.carried.show_files(view.carried)
        self.leaving.show_standing(is_asked=view.is_given_back)
        self.tables.show_closings(view.tables, view.time_zone)
        self._shift.set_text(_shift_words(view))
        self._show_side_button()
        self._show_state()
        self.header_changed.emit()

    def _show_state(self) -> None:
        if self._view is not None:
            self.headline.show_state(self._view, self._driver.state)

    def _show_side_button(self) -> None:
        waits = self._view is not None and bool(self._view.attention)
        words = tr("{n} perlu diputuskan", n=count(len(self._view.attention))) if self._view and waits else ""
        self._side_button.set_text(words or tr("Bukti terima"))
        narrow = self._columns.narrow()
        self._shift.setVisible(not narrow)
        self._side_button.setVisible(narrow)

    def _look_at_laptop(self) -> None:
        self.go.emit(CHECKUP, PageAsked("sync"))

    def _choose_primary(self) -> None:
        self.primary = self._decide.primary or self.headline.sync_button

    def _open_proof(self) -> None:
        view = self._view
        if view is not None and view.proofs:
            self._proof_drawer.panel.show_proofs(view.proofs, view.origin, view.time_zone)
            self._proof_drawer.open()


def _shift_words(view: SyncView) -> str:
    if view.shift is None:
        return ""
    if view.is_open:
        return tr("{shift} masih berjalan", shift=view.shift.name)
    if view.shift.closed_at:
        return tr("{shift} sudah ditutup dan ditandatangani", shift=view.shift.name)
    return ""
