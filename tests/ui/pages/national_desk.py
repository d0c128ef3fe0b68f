"""The desk of national data as a planner works it: keys, and what can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from desk import Desk
from laptops import add_user
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.store.queries.people import app_user
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.national.desk import NationalDesk
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.widgets.cards import Figure, Notice
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label

WidgetT = TypeVar("WidgetT", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class NationalDeskDriver:
    """Opens the desk by its digit, finds its parts by name and types real keys."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        desk.store.user = add_user(desk.store, "Dewi Lestari", "planner")
        planner = desk.store.query(app_user, desk.store.user)
        assert planner is not None
        self.window = desk.open(("office", OfficePage), user=planner)
        qtbot.waitUntil(self.window.isActiveWindow)
        page = self.window.page("office")
        assert isinstance(page, OfficePage)
        self.press(Qt.Key.Key_2)
        at = page.worked_at()
        assert isinstance(at, NationalDesk)
        self.desk = at

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """One key, to whatever has the focus."""
        QTest.keyClick(self._focused(), key, held)

    def type(self, text: str) -> None:
        """Letters, to whatever has the focus."""
        QTest.keyClicks(self._focused(), text)

    def go_on(self) -> None:
        """The filled button."""
        self.press(Qt.Key.Key_Return, CONTROL)

    def fill(self, name: str, text: str) -> None:
        """Another text in a field."""
        field = self.part(TextField, name)
        field.focus_answer()
        field.line.selectAll()
        self.type(text)

    def take_in(self, path: Path, day: str) -> None:
        """From the desk to the results of the check."""
        self.go_on()
        self.fill("list_path", str(path))
        self.go_on()
        self.fill("file_as_of", day)
        self.go_on()

    def rows(self, table: str) -> list[list[str]]:
        """All cells of a table."""
        model = self.part(Table, table).rows_model
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def focus(self, table: str, row: int = 0) -> None:
        """To a row of a table."""
        found = self.part(Table, table)
        found.setFocus()
        found.setCurrentIndex(found.rows_model.index(row, 0))

    def figure(self, name: str) -> str:
        """A figure of the dry run with its words."""
        return self.part(Figure, f"national_{name}").accessibleName()

    def line(self, name: str) -> str:
        """A label, or nothing while it is hidden."""
        found = self.part(Label, name)
        return found.full_text() if found.isVisible() else ""

    def notice(self) -> str:
        """What the card of the intake says, or nothing."""
        found = self.part(Notice, "national_notice")
        return f"{found.accessibleName()} {found.accessibleDescription()}" if found.isVisible() else ""

    def toast(self) -> str:
        """What the newest toast says."""
        return " ".join(f"{toast.title} {toast.text}" for toast in self.window.toasts()[-1:])

    def part(self, kind: type[WidgetT], name: str) -> WidgetT:
        """A part by its name."""
        found = self.desk.findChild(kind, name)
        assert found is not None, name
        return found

    def _focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget
