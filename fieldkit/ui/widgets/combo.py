"""One of more than six."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row

_LEAST_LETTERS: Final = 5


class _Combo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "body")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # As wide as its place: whether it was filled before it was shown makes no difference.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box by the sheet, the arrow here."""
        super().paintEvent(event)
        side = look().px(16)
        painter = QPainter(self)
        at = QRect(self.width() - side - look().px(10), (self.height() - side) // 2, side, side)
        paint_icon(painter, at, "caret-down", look().tokens.ink2)
        painter.end()


class ComboBox(Findings):
    """One of more than six; fewer belong into a `ChoiceGroup`."""

    chosen = Signal(str)

    def __init__(self, label: str, options: Sequence[tuple[str, str]] = (), *, hint: str = "") -> None:
        super().__init__()
        self._label, self._hint = Label(label, "label"), Label(hint, "hint")
        self.combo = _Combo()
        self.combo.setAccessibleName(label)
        self.combo.setPlaceholderText(tr("Pilih …"))
        self._label.setBuddy(self.combo)
        column(row(self._label, self._hint, None), self.combo, self.finding_line, gap=4, inside=self)
        self.setFocusProxy(self.combo)
        self.combo.activated.connect(self._choose)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer others; keeps the answer if it is among them."""
        kept = self.value()
        self.combo.clear()
        for name, caption in options:
            self.combo.addItem(caption, name)
        self.set_value(kept)

    def answer_widget(self) -> QWidget:
        """The box."""
        return self.combo

    def value(self) -> str | None:
        """Id of the answer."""
        data = self.combo.currentData()
        return data if isinstance(data, str) else None

    def set_value(self, value: str | None) -> None:
        """Answer by program, or clear the answer."""
        self.combo.setCurrentIndex(self.combo.findData(value) if value is not None else -1)

    def settled(self) -> bool:
        """Whether it is answered."""
        return self.value() is not None and self.finding() is None

    def _choose(self) -> None:
        self.clear_finding()
        self.chosen.emit(self.value() or "")
