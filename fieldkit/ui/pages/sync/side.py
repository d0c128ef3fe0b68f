"""The right column of the page Sync: what must be decided, other roads, the centre's proofs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from fieldkit.domain.identifiers import device_prefix
from fieldkit.store.former import Former
from fieldkit.store.queries.sync_page import Proof
from fieldkit.store.queries.syncing import AttentionRow
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import day_clock, range_text, reason_text, record_name
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card, EmptyState, Notice
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.ui.widgets.tips import set_tip


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
        super().__init__(tr("Jalan lain"), gap=4)
        self.setObjectName("roads")
        self.write_button = _small("usb_write", tr("Tulis"), "Ctrl+U", tr("Tulis kiriman ke USB"), self.write_asked)
        self.read_button = _small("usb_read", tr("Baca"), "Ctrl+B", tr("Baca bukti terima dari USB"), self.read_asked)
        self.take_button = _small("usb_take", tr("Ambil"), "Ctrl+T", tr("Ambil kiriman meja lain"), self.take_asked)
        by_usb, by_phone = tr("Bawa berkas terkunci ke kantor"), tr("Pakai data HP: kiriman lanjut sendiri")
        self.add(
            _way("hard-drive", tr("Kiriman USB"), by_usb, self.write_button),
            rule(),
            _way("receipt", tr("Bukti dari USB"), tr("Dari kantor atau meja ketua"), self.read_button),
            rule(),
            _way("arrows-clockwise", tr("Kiriman meja lain"), tr("Dibawa terus dari laptop ini"), self.take_button),
            rule(),
            _way("device-mobile", tr("Pindah jaringan"), by_phone),
        )


def _way(icon: str, title: str, words: str, *button: Button) -> QWidget:
    way, said = QWidget(), QWidget()
    column(Label(title, "strong"), Label(words, "second", "ink2", wrap=True), gap=0, inside=said)
    row(Icon(icon, 18), stretched(said), *button, gap=10, inside=way)
    return way


def _small(name: str, caption: str, key: str, what: str, asked: SignalInstance) -> Button:
    """One of several below each other: its name and its tip say in full what it does."""
    button = Button(caption, "small", key=key, press=asked.emit)
    button.setObjectName(name)
    button.setAccessibleName(tr("{text}, tombol {key}", text=what, key=key))
    set_tip(button, what)
    return button


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
        self._former = Label("", "hint", wrap=True)
        self._former.setObjectName("former_origins")
        self._former.hide()
        self.add(self._rows, self._former, None)

    def show_former(self, former: Sequence[Former]) -> None:
        """Say how far the centre holds what was written before this laptop was restored; nothing where all is known."""
        said = [
            tr(
                "{prefix}, sebelum laptop ini dipulihkan: pusat memegang perubahan sampai {n}. Sesudah itu tidak "
                "diketahui, sampai kantor memastikannya.",
                prefix=device_prefix(each.origin),
                n=count(each.held_to),
            )
            for each in former
        ]
        self._former.set_text(" ".join(said))
        self._former.setVisible(bool(said))

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
