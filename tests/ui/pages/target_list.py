"""The list page as a person works it: keys, and what can be read."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.store.queries.lists.listing import ListEntry
from fieldkit.ui.pages.target_list import TargetListPage
from fieldkit.ui.pages.target_list.decisions_card import DecisionsCard
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Figure
from fieldkit.ui.widgets.choices import ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.ui.widgets.search import SearchField

WidgetT = TypeVar("WidgetT", bound=QWidget)


class TargetListPageDriver:
    """Finds the parts by name and types real keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        page = window.page("list")
        assert isinstance(page, TargetListPage)
        self.page = page
        qtbot.waitUntil(window.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to whatever has the focus."""
        QTest.keyClick(self.focused(), key, modifier)

    def type(self, text: str) -> None:
        """Letters, to whatever has the focus."""
        QTest.keyClicks(self.focused(), text)

    def focused(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def alt(self, key: Qt.Key) -> None:
        """A key with Alt."""
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def control_enter(self) -> None:
        """The filled button of the page."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def open(self, name: str) -> None:
        """Somebody, by name, from the search box."""
        self.page.shown()
        self.search.clear()
        self.type(name)
        self.press(Qt.Key.Key_Return)

    def is_open(self) -> bool:
        """Whether somebody is looked at."""
        return any(each.isVisible() for each in self.page.findChildren(Drawer, "person_drawer"))

    @property
    def search(self) -> SearchField:
        """The box above the list."""
        return self._part(SearchField, "list_search")

    @property
    def table(self) -> Table:
        """The list."""
        return self._part(Table, "entries")

    def entries(self) -> list[ListEntry]:
        """The rows of the table, fetched as a person would by scrolling."""
        model = self.table.rows_model
        return [model.at(row) for row in range(model.rowCount())]

    def names(self) -> list[str]:
        """The names in the table."""
        return [entry.name for entry in self.entries()]

    def cells(self, row: int) -> list[str]:
        """The words of a row."""
        model = self.table.rows_model
        return [str(model.index(row, column).data()) for column in range(model.columnCount())]

    @property
    def proposals(self) -> Table:
        """What is proposed about the village's list."""
        return self._part(Table, "proposals")

    def proposed(self) -> list[tuple[str, ...]]:
        """The rows of that table: tick, name, what is proposed, the office's word."""
        model = self.proposals.rows_model
        cells = [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        return [tuple(str(cell).replace("\n", ": ") for cell in row) for row in cells]

    def button(self, name: str) -> Button:
        """A button."""
        return self._part(Button, name)

    def decisions_line(self) -> str:
        """What keeps the office from deciding."""
        line = self._part(DecisionsCard, "decisions").bar.line
        return " ".join(label.full_text() for label in line.findChildren(Label))

    def figure(self, name: str) -> str:
        """A figure of the strip with its words."""
        return self._part(Figure, f"figure_{name}").accessibleName()

    def line(self, name: str) -> str:
        """A label."""
        return self._part(Label, name).full_text()

    def person_lines(self) -> str:
        """All that the drawer says."""
        # Rows that were only just put in are shown in the next turn.
        QApplication.processEvents()
        return "\n".join(label.full_text() for label in self.page.panel.findChildren(Label) if label.isVisible())

    def badge(self) -> str:
        """The state of the person who is open."""
        return self._part(Badge, "person_badge").accessibleName()

    def choice(self, name: str) -> ChoiceGroup:
        """A group of choices."""
        return self._part(ChoiceGroup, name)

    def combo(self, name: str) -> ComboBox:
        """A box of the filters."""
        return self._part(ComboBox, name)

    def options(self, name: str) -> list[str]:
        """What a box of the filters offers."""
        box = self.combo(name).combo
        return [box.itemText(place) for place in range(box.count())]

    def tick(self, name: str) -> TickBox:
        """A tick of the filters."""
        return self._part(TickBox, name)

    def note(self, name: str) -> NoteField:
        """A remark."""
        return self._part(NoteField, name)

    def field(self, name: str) -> TextField:
        """A field of one line."""
        return self._part(TextField, name)

    def toast(self) -> str:
        """What the newest toast says."""
        return " ".join(f"{toast.title} {toast.text}" for toast in self.window.toasts()[-1:])

    def _part(self, kind: type[WidgetT], name: str) -> WidgetT:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found
