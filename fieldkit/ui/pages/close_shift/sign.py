"""The signature: what is missing, the documents, and the PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from fieldkit.domain.errors import Problem
from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.verdict import Check
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.entries import PinField
from fieldkit.ui.widgets.labels import Label, status_icon
from fieldkit.ui.widgets.layouts import row, set_gaps, stretched
from fieldkit.ui.widgets.overlays import Modal


class SignCard(Card):
    """The checklist is the reason why the button can not be pressed yet."""

    def __init__(self) -> None:
        super().__init__(tr("Tanda tangan ketua tim"), gap=6)
        self._shown: list[Check] = []
        self._box = QVBoxLayout()
        set_gaps(self._box, 2)
        self.record = Button(tr("Berita acara"), "small", key="Ctrl+P")
        self.report = Button(tr("Laporan harian"), "small")
        self.sign_button = Button(tr("Tutup & tanda tangani"), "primary", icon="lock-simple", key="Ctrl+Enter")
        names = {"closing_record": self.record, "daily_report": self.report, "close_and_sign": self.sign_button}
        for name, button in names.items():
            button.setObjectName(name)
        papers = row(stretched(self.record), stretched(self.report), gap=8)
        self.add(self._box, None, papers, self.sign_button)

    def show_checks(self, checks: list[Check], *, may_sign: bool) -> None:
        """What is in order, and what is missing."""
        reasons = [check.text for check in checks if check.stops]
        self.sign_button.setEnabled(may_sign and not reasons)
        self.sign_button.set_reason("; ".join(reasons))
        if checks != self._shown:
            self._shown = checks
            self._fill(checks)

    def checks(self) -> list[Check]:
        """The lines shown."""
        return list(self._shown)

    def set_signed(self, signed: bool) -> None:
        """A closing is signed once; what is left to ask for is its documents."""
        self.set_title(tr("Sudah ditandatangani") if signed else tr("Tanda tangan ketua tim"))
        if signed and self.sign_button.isVisible():
            self.record.setFocus()
        self.sign_button.setVisible(not signed)

    def _fill(self, checks: list[Check]) -> None:
        while self._box.count():
            item = self._box.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for check in checks:
            tone = "" if check.tone == "ok" else check.tone
            words = Label(check.text, "strong" if tone == "err" else "body", tone, elide=True)
            line = QWidget()
            row(status_icon(check.tone), stretched(words), gap=8, inside=line)
            line.setAccessibleName(check.text)
            self._box.addWidget(line)


class SignModal(Modal):
    """Asks for the PIN; stays where it is while the PIN is not right."""

    pin_given = Signal(str)

    def __init__(self, parent: QWidget, title: str, what: str, signer: str) -> None:
        super().__init__(parent, title, what, accept=tr("Tutup & tanda tangani"), other=tr("Batal"), tone="info")
        self._is_through = False
        self.pin = PinField(tr("PIN {name}", name=signer))
        self.pin.setObjectName("sign_pin")
        self.pin.entered.connect(self.accept_button.click)
        self.pin.edited.connect(lambda _typed: self.pin.clear_finding())
        self.body.addWidget(self.pin)
        self.setObjectName("sign_modal")
        self.pin.focus_answer()

    def done(self, result: int) -> None:
        """The filled button hands the PIN over; only a right one lets the modal go."""
        if result == QDialog.DialogCode.Accepted and not self._is_through:
            self.accept_button.setEnabled(False)
            self.pin_given.emit(self.pin.value())
            return
        super().done(result)

    def refuse(self, problem: Problem) -> None:
        """The PIN was not right: said beside it, to be typed again."""
        self.accept_button.setEnabled(True)
        self.pin.set_value("")
        self.pin.show_problem(problem)
        self.pin.focus_answer()

    def finish(self) -> None:
        """Go away: it is signed, or can not be."""
        self._is_through = True
        self.done(QDialog.DialogCode.Accepted)
        self.deleteLater()
