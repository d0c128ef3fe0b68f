"""The strip at the foot of the window: always there, always in the same order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import rule, set_gaps
from fieldkit.ui.widgets.painted import paint_pill, paint_text, text_width
from fieldkit.ui.widgets.tips import set_tip

ORDER = ("practice", "shift", "link", "waiting", "synced", "lease", "blanks", "battery", "disk", "clock")
_GIVE_WAY = ("clock", "disk", "synced", "battery", "lease", "blanks", "shift", "waiting", "link", "practice")
"""Which calm segment shows its icon alone first, where the window is narrow."""

_GROUNDED = {"info", "warn", "err"}


@dataclass(frozen=True)
class Segment:
    """One thing the strip tells: `tone` ok, info, warn or err when it matters; a click goes to `page`."""

    name: str
    icon: str
    text: str
    tone: str = ""
    page: str = ""
    tip: str = ""


class SegmentButton(QPushButton):
    """A segment, which is a button."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.segment = Segment(name, "info", "")
        self.folded = False
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_segment(self, segment: Segment) -> None:
        """Tell something else."""
        self.segment = segment
        self.setAccessibleName(segment.text)
        self.setAccessibleDescription(segment.tip)
        self.fold(self.folded)
        self.setVisible(bool(segment.text))

    def fold(self, folded: bool) -> None:
        """Show the icon alone; the words are in the tooltip."""
        self.folded = folded
        words = self.segment.text if folded else ""
        set_tip(self, "\n".join(part for part in (words, self.segment.tip) if part))
        self.updateGeometry()
        self.update()

    def wanted_width(self, *, folded: bool) -> int:
        """Width with or without its words."""
        px = look().px
        return px(32) if folded else px(9 + 16 + 7 + 9) + text_width(self.segment.text, self._role())

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(self.wanted_width(folded=self.folded), look().px(28))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground of its tone, icon, words."""
        super().paintEvent(event)
        tokens, px, tone = look().tokens, look().px, self.segment.tone
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if tone in _GROUNDED and not self.hasFocus():
            paint_pill(painter, self.rect(), tokens.ground(tone), radius=4)
        ink = tokens.tone(tone) if tone else tokens.ink2
        at = QRect(px(9), (self.height() - px(16)) // 2, px(16), px(16))
        paint_icon(painter, at, self.segment.icon, ink, filled=tone in _GROUNDED)
        if not self.folded:
            words = self.rect().adjusted(px(32), 0, -px(4), 0)
            paint_text(painter, words, self.segment.text, self._role(), ink if tone else tokens.ink)
        painter.end()

    def _role(self) -> str:
        return "second-strong" if self.segment.tone else "second"


class Strip(QFrame):
    """Practice, shift, link, waiting, last sync, a lease that ends, blanks, battery, a full disk, a clock that is off;
    then the time."""

    clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        # What does not fit folds; the strip never keeps the window from being narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.segments = {name: SegmentButton(name) for name in ORDER}
        self._rules = {name: rule(upright=True) for name in ORDER[1:]}
        self._clock = Label("", "second-strong", "ink")
        box = QHBoxLayout(self)
        set_gaps(box, 4, (8, 0, 14, 0))
        for name, button in self.segments.items():
            if name in self._rules:
                box.addWidget(self._rules[name])
                self._rules[name].hide()
            box.addWidget(button)
            button.clicked.connect(lambda _on=False, each=name: self.clicked.emit(each))
        box.addStretch(1)
        box.addWidget(self._clock)
        self._measure()

    def set(self, segment: Segment) -> None:
        """Tell one thing anew; the order never changes."""
        self.segments[segment.name].show_segment(segment)
        if segment.name in self._rules:
            self._rules[segment.name].setVisible(bool(segment.text))
        self._fold()

    def set_clock(self, text: str) -> None:
        """Day and time."""
        self._clock.set_text(text)

    def worst(self) -> Segment:
        """The segment that matters most: the first red one, else the first amber one, else the first."""
        shown = [button.segment for button in self.segments.values() if button.segment.text]
        for tone in ("err", "warn"):
            for segment in shown:
                if segment.tone == tone:
                    return segment
        return shown[0] if shown else self.segments["shift"].segment

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Height follows the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
            self._fold()

    def _measure(self) -> None:
        self.setFixedHeight(look().px(look().scale.strip))

    def _fold(self) -> None:
        shown = {name: button for name, button in self.segments.items() if button.segment.text}
        room = self.width() - self._clock.sizeHint().width() - look().px(40) - look().px(9) * len(shown)
        need = sum(button.wanted_width(folded=False) for button in shown.values())
        order = sorted((name for name in _GIVE_WAY if name in shown), key=lambda name: shown[name].segment.tone != "")
        folded: set[str] = set()
        for name in order:
            if need <= room:
                break
            need -= shown[name].wanted_width(folded=False) - shown[name].wanted_width(folded=True)
            folded.add(name)
        for name, button in shown.items():
            button.fold(name in folded)
