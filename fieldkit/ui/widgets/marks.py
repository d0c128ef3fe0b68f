"""Marks beside words: one of a row, or ticks that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QWidget,
)

from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.choices import Choice, check_one
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import column, row
from fieldkit.ui.widgets.tips import set_tip


class RadioRow(Findings):
    """A question and its answers beside each other, with no preset."""

    chosen = Signal(str)

    def __init__(self, question: str, choices: Sequence[Choice], *, keys: dict[str, str] | None = None) -> None:
        super().__init__()
        self._value: str | None = None
        self._exclusive = QButtonGroup(self)
        self._buttons = {choice.id: self._button(choice, (keys or {}).get(choice.id)) for choice in choices}
        answers = row(*self._buttons.values(), gap=8)
        head = [Label(question, "button"), None] if question else []
        self.setAccessibleName(question)
        tail = [] if question else [None]
        column(row(*head, answers, *tail, gap=12), self.finding_line, gap=4, inside=self)

    def value(self) -> str | None:
        """Id of the answer."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Answer by program, or clear the answer; what is not offered here is no answer."""
        self._value = value if value in self._buttons else None
        check_one(self._exclusive, {b: name == value for name, b in self._buttons.items()})

    def answer_widget(self) -> QWidget:
        """The chosen mark, or the first."""
        buttons = self._buttons
        return buttons.get(self._value or "") or next(iter(buttons.values()))

    def settled(self) -> bool:
        """Whether it is answered."""
        return self._value is not None and self.finding() is None

    def _button(self, choice: Choice, keys: str | None) -> QRadioButton:
        button = QRadioButton(choice.caption.replace("&", "&&"))
        self._exclusive.addButton(button)
        button.clicked.connect(lambda _on=False, name=choice.id: self._choose(name))
        if keys:
            set_tip(button, keys)
            bind(self, keys, partial(self._choose, choice.id), everywhere=True)
        return button

    def _choose(self, value: str) -> None:
        if not self.isEnabled():
            return
        self.set_value(value)
        self.clear_finding()
        self.chosen.emit(value)


class TickBox(QWidget):
    """A tick with its words, and a hint at the right."""

    ticked = Signal(bool)

    def __init__(self, text: str, *, hint: str = "", on: bool = False, key: str | None = None) -> None:
        super().__init__()
        self.box = QCheckBox(text.replace("&", "&&"))
        self.box.setChecked(on)
        self.box.setAccessibleDescription(hint)
        self.box.clicked.connect(self.ticked)
        self._hint = Label(hint, "hint")
        parts: list[QWidget] = [KeyCap(key)] if key else []
        row(self.box, None, self._hint, *parts, inside=self)
        self.setFocusProxy(self.box)
        if key:
            bind(self, key, self.box.click, everywhere=True)

    def checked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_checked(self, on: bool) -> None:
        """Tick by program."""
        self.box.setChecked(on)

    def set_text(self, text: str) -> None:
        """Other words."""
        self.box.setText(text.replace("&", "&&"))

    def set_hint(self, hint: str) -> None:
        """Another hint."""
        self._hint.set_text(hint)
        self.box.setAccessibleDescription(hint)
