"""What can be done with the one thing that is selected, each by its letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.layouts import column, empty


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done, and its key."""

    id: str
    caption: str
    key: str
    icon: str


class ActButtons(QWidget):
    """A button for each, below each other; whoever holds the list binds the keys."""

    asked = Signal(str)
    """Id of what is to be done."""

    def __init__(self) -> None:
        super().__init__()
        self._box = column(gap=6, inside=self)

    def show_acts(self, acts: Sequence[Act]) -> None:
        """These, instead of those before."""
        empty(self._box)
        for act in acts:
            button = Button(act.caption, icon=act.icon, key=act.key, press=partial(self.asked.emit, act.id))
            button.setObjectName(f"act_{act.id}")
            self._box.addWidget(button)
