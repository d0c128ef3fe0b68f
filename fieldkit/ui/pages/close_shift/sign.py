"""The signature: what is missing, the documents, and the PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.verdict import Check
from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block, Card
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Icon, Label, status_icon
from fieldkit.ui.widgets.layouts import empty, holder, row, set_gaps, stretched

_LEAST_WORDS = 200


class SignCard(Card):
    """The checklist is the reason why the button can not be pressed yet."""

    def __init__(self) -> None:
        super().__init__(tr("Tanda tangan ketua tim"), gap=6)
        self._box = QVBoxLayout()
        set_gaps(self._box, 2)
        self.add(self._box, None)

    def show_checks(self, checks: list[Check]) -> None:
        """A line for each."""
        empty(self._box)
        for check in checks:
            self._box.addWidget(_line(check))


class SignBar(Block):
    """In a low window the page scrolls, and what is missing stays beside the button at its foot, with the way there."""

    wanted = Signal(str)
    """To where the problem with this code is mended."""

    def __init__(self) -> None:
        super().__init__("card", edges=(16, 8, 16, 8))
        self._icon = Icon(STATUS_ICONS["ok"], 18, "ok", filled=True)
        self._words = Label("", "strong", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        said = holder(row(self._icon, stretched(self._words), gap=8))
        said.setMinimumWidth(_LEAST_WORDS)
        self._code = ""
        self.way = Button(tr("Lihat"), "small", press=lambda: self.wanted.emit(self._code))
        self.way.setObjectName("to_problem")
        self.line = row(stretched(said), self.way, gap=12)
        self.add(self.line)

    def show_checks(self, checks: list[Check]) -> None:
        """What is missing in one sentence, or else that nothing is."""
        said = [check for check in checks if check.stops] or checks[:1]
        self._code = next((check.code for check in said if check.code), "")
        self.way.setVisible(bool(self._code))
        tones = [check.tone for check in said]
        tone = next((one for one in ("err", "warn") if one in tones), "ok")
        self._icon.set_icon(STATUS_ICONS[tone], tone=tone)
        self._words.set_tone("" if tone == "ok" else tone)
        self._words.set_text(" · ".join(check.text for check in said))


class Signature:
    """Checks, papers and the filled button: a card of the page, or a bar under it where the window is low."""

    def __init__(self) -> None:
        self._shown: list[Check] = []
        self.card, self.bar = SignCard(), SignBar()
        self.record = Button(tr("Berita acara"), "small", key="Ctrl+P")
        self.report = Button(tr("Laporan harian"), "small")
        self.sign_button = Button(tr("Tutup & tanda tangani"), "primary", icon="lock-simple", key="Ctrl+Enter")
        names = {"closing_record": self.record, "daily_report": self.report, "close_and_sign": self.sign_button}
        for name, button in names.items():
            button.setObjectName(name)
        papers = holder(row(stretched(self.record), stretched(self.report), gap=8))
        self.acts = Flow([papers, self.sign_button], gap=6)
        self.card.add(self.acts)
        self.bar.hide()

    def settle(self, *, low: bool) -> None:
        """Be a bar in a low window, a card in any other."""
        if low != self.bar.isHidden():
            return
        if low:
            self.bar.line.addWidget(self.acts)
        else:
            self.card.add(self.acts)
        self.card.setVisible(not low)
        self.bar.setVisible(low)

    def show_checks(self, checks: list[Check], *, may_sign: bool) -> None:
        """What is in order, and what is missing."""
        reasons = [check.text for check in checks if check.stops]
        self.sign_button.setEnabled(may_sign and not reasons)
        self.sign_button.set_reason("; ".join(reasons))
        if checks != self._shown:
            self._shown = checks
            self.card.show_checks(checks)
            self.bar.show_checks(checks)

    def checks(self) -> list[Check]:
        """The lines shown."""
        return list(self._shown)

    def set_signed(self, signed: bool) -> None:
        """A closing is signed once; what is left to ask for is its documents."""
        self.card.set_title(tr("Sudah ditandatangani") if signed else tr("Tanda tangan ketua tim"))
        if signed and self.sign_button.isVisible():
            self.record.setFocus()
        self.sign_button.setVisible(not signed)


def _line(check: Check) -> QWidget:
    tone = "" if check.tone == "ok" else check.tone
    words = Label(check.text, "strong" if tone == "err" else "body", tone, elide=True)
    line = QWidget()
    row(status_icon(check.tone), stretched(words), gap=8, inside=line)
    line.setAccessibleName(check.text)
    return line
