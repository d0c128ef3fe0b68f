"""What the drawer of proofs holds: one proof in full."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import msgspec
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fieldkit.records.wire import Receipt
from fieldkit.store.queries.sync_page import Proof
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import day_clock
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.reading import Reading

_GROUP: Final = 8


def chain_groups(chain: str) -> str:
    """A hash in groups of eight, to be read aloud."""
    return " ".join(chain[start : start + _GROUP] for start in range(0, len(chain), _GROUP))


def _as_signed(proof: Proof, origin: str) -> str:
    """The receipt as the centre signed it, which the office can check."""
    receipt = Receipt(
        origin=origin,
        number=proof.number,
        chain=proof.chain,
        epoch=proof.epoch,
        at_ms=proof.at_ms,
        signature=proof.signature,
    )
    return msgspec.json.encode(receipt).decode()


class ProofSheet(QWidget):
    """One proof: number, chain, time; copied as text. The days are gone through by Alt with an arrow."""

    def __init__(self) -> None:
        super().__init__()
        self._proofs: Sequence[Proof] = ()
        self._at, self._origin, self._time_zone, self._text = 0, "", "", ""
        self._whole = IconText("check-circle", "", "body", "ok", wrap=True)
        self._lines = {name: Label("", "strong", wrap=True, selectable=True) for name in ("range", "time", "origin")}
        self.chain = Label("", "body", wrap=True, selectable=True)
        self.chain.setObjectName("proof_chain")
        self.copy_button = Button(tr("Salin"), icon="copy", key="Ctrl+C", press=self.copy)
        self.copy_button.setObjectName("proof_copy")
        self.older_button = Button(tr("Sebelumnya"), "small", key="Alt+←", press=lambda: self.step(1))
        self.newer_button = Button(tr("Sesudahnya"), "small", key="Alt+→", press=lambda: self.step(-1))
        self._copied = Label("", "hint")
        self._copied.setObjectName("proof_copied")
        self._arrange()
        for keys, act in (
            ("Alt+Left", partial(self.step, 1)),
            ("Alt+Right", partial(self.step, -1)),
            ("Ctrl+C", self.copy),
        ):
            bind(self, keys, act)

    def show_proofs(self, proofs: Sequence[Proof], origin: str, time_zone: str) -> None:
        """Show the newest of these."""
        self._proofs, self._origin, self._time_zone, self._at = proofs, origin, time_zone, 0
        self._show()

    def step(self, days: int) -> None:
        """To an older proof, or by a negative step to a newer one."""
        self._at = min(max(self._at + days, 0), len(self._proofs) - 1)
        self._show()

    def _show(self) -> None:
        proof, origin = self._proofs[self._at], self._origin
        self.older_button.setEnabled(self._at < len(self._proofs) - 1)
        self.newer_button.setEnabled(self._at > 0)
        when = day_clock(proof.at_ms, self._time_zone)
        numbers = tr("1 sampai {last}", last=count(proof.number))
        for name, words in (("range", numbers), ("time", when), ("origin", origin)):
            self._lines[name].set_text(words)
        self.chain.set_text(chain_groups(proof.chain))
        whole = tr("Rantai di pusat sama dengan rantai di laptop ini: tidak ada nomor yang hilang sampai di sini.")
        kept = tr("Catatan lama sudah tidak disimpan di laptop ini, jadi rantainya tidak dibandingkan lagi.")
        self._whole.set(whole if proof.is_whole else kept, "ok" if proof.is_whole else "info")
        self._copied.set_text("")
        self._text = "\n".join(
            [
                tr("Bukti terima FieldKit"),
                tr("Laptop: {origin}", origin=origin),
                tr("Perubahan: {numbers}", numbers=numbers),
                tr("Waktu: {when}", when=when),
                tr("Rantai: {chain}", chain=proof.chain),
                tr("Untuk kantor, diperiksa dengan: fieldkit server receipt check"),
                _as_signed(proof, origin),
            ]
        )
        self.setAccessibleName(f"{numbers}, {when}")

    def copy(self) -> None:
        """Put it on the clipboard; it holds nothing about residents."""
        QGuiApplication.clipboard().setText(self._text)
        self._copied.set_text(tr("Tersalin."))

    def _arrange(self) -> None:
        captions = {"range": tr("Perubahan"), "time": tr("Diterima pusat"), "origin": tr("Laptop dan nomor serinya")}
        pairs = [column(Label(captions[name], "label"), line, gap=2) for name, line in self._lines.items()]
        chain = column(Label(tr("Rantai perubahan"), "label"), self.chain, gap=2)
        card = Card(gap=12)
        card.add(self._whole, *pairs, chain)
        self.reading = Reading(holder(column(card, None)), name=tr("Bukti terima"))
        # What is pressed is in sight at every text size; what is read scrolls.
        column(
            stretched(self.reading),
            row(self.copy_button, self._copied, None, gap=10),
            row(self.older_button, None, self.newer_button, gap=10),
            gap=10,
            inside=self,
        )
