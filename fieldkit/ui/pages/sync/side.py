"""The right column of the page Sync: what must be decided, other roads, the centre's proofs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from fieldkit.store.queries.sync_page import Proof
from fieldkit.store.queries.syncing import AttentionRow
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import day_clock, range_text, reason_text, record_name
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card, EmptyState, Notice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.rows import RowItem, RowList


class AttentionNotice(Notice):
    """The newest of what the centre did not simply take over; gone while there is nothing."""

    details_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tone="err")
        self.setObjectName("attention")
        self._rows: list[AttentionRow] = []
        self._what, self._why = Label("", "strong", wrap=True), Label("", "body", wrap=True)
        self._kept = Label(tr("Catatan tetap utuh di laptop ini. Kiriman lain tidak terhambat."), "body", wrap=True)
        self.details_button = Button(tr("Rincian"), key="Ctrl+D", icon="list-bullets", press=self.details_asked.emit)
        self.details_button.setObjectName("attention_details")
        self.body.insertLayout(1, column(self._what, self._why, self._kept, gap=6))
        self.set_actions([self.details_button])
        self.hide()

    def show_rows(self, rows: Sequence[AttentionRow]) -> None:
        """Show the newest, and how many there are."""
        if rows and list(rows) != self._rows:
            self._rows = list(rows)
            self._what.set_text(record_name(rows[0]))
            self._why.set_text(reason_text(rows[0]))
            self.set(tr("Perlu perhatian"), right=tr("{n} perlu diputuskan", n=count(len(rows))))
        self.setVisible(bool(rows))


class OtherRoads(Card):
    """What else to do where this line does not carry."""

    write_asked = Signal()
    read_asked = Signal()
    take_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Jalan lain"), gap=2)
        words = tr("Pakai data HP: kiriman lanjut sendiri")
        by_usb = tr("Tanpa jaringan: bawa berkas ke kantor")
        ways = [
            RowItem("phone", tr("Pindah jaringan"), words, icon="device-mobile"),
            RowItem("usb", tr("Lewat USB"), by_usb, icon="hard-drive"),
        ]
        self.write_button = Button(tr("Tulis kiriman"), key="Ctrl+U", press=self.write_asked.emit)
        self.read_button = Button(tr("Baca bukti"), key="Ctrl+B", press=self.read_asked.emit)
        self.take_button = Button(tr("Ambil dari meja lain"), key="Ctrl+T", press=self.take_asked.emit)
        self.write_button.setObjectName("usb_write")
        self.read_button.setObjectName("usb_read")
        self.take_button.setObjectName("usb_take")
        buttons = column(self.write_button, self.read_button, self.take_button, gap=6)
        self.add(RowList(ways, name=tr("Jalan lain")), buttons)


class ProofCard(Card):
    """The centre's word of each day."""

    opened = Signal()

    def __init__(self) -> None:
        button = Button(tr("Lihat"), "quiet", key="Ctrl+P")
        super().__init__(tr("Bukti terima"), right=button, gap=2)
        self.open_button = button
        self.open_button.setObjectName("proof_open")
        self.open_button.clicked.connect(lambda _checked: self.opened.emit())
        self._shown: tuple[tuple[Proof, ...], str] | None = None
        self._rows = RowList(name=tr("Bukti terima"))
        self._rows.setObjectName("proofs")
        step = tr("Bukti dari pusat datang setelah kiriman pertama.")
        self._rows.set_empty(EmptyState("receipt", tr("Belum ada bukti terima"), step))
        self.add(self._rows, None)

    def show_proofs(self, proofs: tuple[Proof, ...], time_zone: str) -> None:
        """Show these."""
        self.open_button.setVisible(bool(proofs))
        if self._shown != (proofs, time_zone):
            self._shown = (proofs, time_zone)
            self._rows.set_items([_item(proof, time_zone) for proof in proofs])


def _item(proof: Proof, time_zone: str) -> RowItem:
    return RowItem(
        str(proof.number),
        day_clock(proof.at_ms, time_zone),
        range_text(proof.number),
        icon="receipt",
        badge=(tr("Lengkap"), "ok") if proof.is_whole else None,
    )
