"""The page Sync as somebody uses it: looks at words and figures, presses keys."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fieldkit.sync.progress import Step
from fieldkit.ui.pages.sync import SyncPage
from fieldkit.ui.pages.sync.steps import StepRow
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Label

W = TypeVar("W", bound=QWidget)
_CTRL = Qt.KeyboardModifier.ControlModifier


class SyncPageDriver:
    """Finds parts by their names and types real keys."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        page = window.page("sync")
        assert isinstance(page, SyncPage)
        self.page = page

    def part(self, kind: type[W], name: str) -> W:
        """A part by its name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def words(self, name: str) -> str:
        """What a label says."""
        return self.part(Label, name).full_text()

    def words_beside(self, side: str) -> str:
        """What one side of a clash says, as a screen reader tells it: "current" or "proposed"."""
        return self.part(QWidget, f"side_{side}").accessibleName()

    @property
    def headline(self) -> str:
        """How things stand."""
        return self.words("sync_headline")

    @property
    def figures(self) -> str:
        """Figure and what it counts."""
        return f"{self.words('sync_figure')} {self.words('sync_unit')}"

    @property
    def foot(self) -> str:
        """The small print under the bar."""
        return f"{self.words('sync_foot')} {self.words('sync_foot_right')}".strip()

    def step(self, step: Step) -> str:
        """What a step says."""
        return self.part(StepRow, f"step_{step}").words()[0]

    def shipment(self) -> dict[str, tuple[str, ...]]:
        """The table: waiting, sent, to be looked at, by line."""
        model = self.part(Table, "shipment").rows_model
        cells = [[str(model.index(row, at).data()) for at in range(4)] for row in range(model.rowCount())]
        return {name: tuple(rest) for name, *rest in cells}

    def proofs(self) -> str:
        """The list of proofs, as a screen reader tells it."""
        rows = self.part(QWidget, "proofs").findChildren(QWidget)
        return " | ".join(row.accessibleName() for row in rows if row.property("kind") == "row")

    def is_on_screen(self, name: str) -> bool:
        """Whether a part can be seen."""
        return self.part(QWidget, name).isVisible()

    def button(self, name: str) -> Button:
        """A button."""
        return self.part(Button, name)

    def sync(self) -> None:
        """Ctrl+Enter."""
        QTest.keyClick(self.page, Qt.Key.Key_Return, _CTRL)

    def escape(self) -> None:
        """Esc."""
        QTest.keyClick(self._focus(), Qt.Key.Key_Escape)

    def toggle(self) -> None:
        """Ctrl+full stop."""
        QTest.keyClick(self._focus(), Qt.Key.Key_Period, _CTRL)

    def press(self, key: Qt.Key, *, alt: bool = False) -> None:
        """Ctrl, or Alt, with a key."""
        QTest.keyClick(self._focus(), key, Qt.KeyboardModifier.AltModifier if alt else _CTRL)

    def _focus(self) -> QWidget:
        return self.window.focusWidget() or self.page
