"""The office page and its desk of lists as a planner works them: keys, and what can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.lists.desk import ListsDesk
from fieldkit.ui.pages.office.lists.steps import Step
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Figure, Notice
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.marks import TickBox

WidgetT = TypeVar("WidgetT", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier


class ListsDeskDriver:
    """Opens the desk, finds its parts by name and types real keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        page = window.page("office")
        assert isinstance(page, OfficePage)
        qtbot.waitUntil(window.isActiveWindow)
        self.press(Qt.Key.Key_1)
        desk = page.worked_at()
        assert isinstance(desk, ListsDesk)
        self.desk = desk

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to whatever has the focus."""
        QTest.keyClick(self._focused(), key, held)

    def type(self, text: str) -> None:
        """Letters, to whatever has the focus."""
        QTest.keyClicks(self._focused(), text)

    def go_on(self) -> None:
        """The filled button of the page."""
        self.press(Qt.Key.Key_Return, CONTROL)

    def read(self, path: Path) -> None:
        """Type a path, and read the file."""
        self.field("list_path").focus_answer()
        self.field("list_path").line.selectAll()
        self.type(str(path))
        self.go_on()

    def check(self, day: str = "18-02-2019") -> None:
        """Give the list its date, and look at what an import would do."""
        self.field("as_of").focus_answer()
        self.field("as_of").line.selectAll()
        self.type(day)
        self.go_on()

    def choose(self, box: str, text: str) -> None:
        """Another column for a field, by its first letters."""
        self.combo(box).focus_answer()
        self.type(text)

    def step(self) -> Step:
        """The step that is shown."""
        return Step(self.desk._stack.currentIndex())

    def notice(self) -> str:
        """What the card above the step says, or nothing."""
        found = self._part(Notice, "import_notice")
        return f"{found.accessibleName()} {found.accessibleDescription()}" if found.isVisible() else ""

    def figure(self, name: str) -> str:
        """A figure of the dry run with its words."""
        return self._part(Figure, f"rows_{name}").accessibleName()

    def line(self, name: str) -> str:
        """A label."""
        return self._part(Label, name).full_text()

    def kind_of_list(self) -> str:
        """What is said of the columns."""
        return self._part(IconText, "list_kind").text()

    def rows(self, table: str) -> list[list[str]]:
        """All cells of a table."""
        model = self._part(Table, table).rows_model
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def button(self, name: str) -> Button:
        """A button."""
        return self._part(Button, name)

    def field(self, name: str) -> TextField:
        """A field of one line."""
        return self._part(TextField, name)

    def combo(self, name: str) -> ComboBox:
        """A box with columns or villages."""
        return self._part(ComboBox, name)

    def tick(self, name: str) -> None:
        """Space on a box."""
        self._part(TickBox, name).setFocus()
        self.press(Qt.Key.Key_Space)

    def toast(self) -> str:
        """What the newest toast says."""
        return " ".join(f"{toast.title} {toast.text}" for toast in self.window.toasts()[-1:])

    def words(self) -> str:
        """All that can be read now."""
        return "\n".join(label.full_text() for label in self.desk.findChildren(Label) if label.isVisible())

    def _focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def _part(self, kind: type[WidgetT], name: str) -> WidgetT:
        found = self.desk.findChild(kind, name)
        assert found is not None, name
        return found
