"""The page of home visits as a pair works it: keys, and what can be read."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.ui.pages.visits.page import VisitsPage
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.widgets.cards import EmptyState
from fieldkit.ui.widgets.choices import ChoiceButton, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Badge, Label

WidgetT = TypeVar("WidgetT", bound=QWidget)
Key = Qt.Key


class VisitsPageDriver:
    """Finds the parts by name and types real keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        page = window.page("visits")
        assert isinstance(page, VisitsPage)
        self.page = page
        qtbot.waitUntil(window.isActiveWindow)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Keys, one after the other, to whatever has the focus."""
        for key in keys:
            QTest.keyClick(self.focused(), key, modifier)

    def type(self, text: str) -> None:
        """Letters, to whatever has the focus."""
        QTest.keyClicks(self.focused(), text)

    def focused(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def is_focus_seen(self) -> bool:
        """Whether all of what has the focus is on the screen."""
        return self.focused().visibleRegion().boundingRect() == self.focused().rect()

    def alt(self, *keys: Qt.Key) -> None:
        """Keys with Alt."""
        self.press(*keys, modifier=Qt.KeyboardModifier.AltModifier)

    def control(self, key: Qt.Key) -> None:
        """A key with Ctrl."""
        self.press(key, modifier=Qt.KeyboardModifier.ControlModifier)

    def save(self) -> None:
        """The filled button of the page."""
        self.control(Key.Key_Return)

    def look_at(self, name: str) -> None:
        """Somebody who waits, by name, from the search box; the digits are live then."""
        self.page.waiting.focus()
        self.page.waiting.search.clear()
        self.type(name)
        self.press(Key.Key_Return)

    def look_at_stop(self, name: str) -> None:
        """A stop of the route, by its name."""
        self._look_at_row(self.route_names().index(name))

    def look_at_met(self, name: str) -> None:
        """Somebody on the route, by name; at home a stop is called by the same one, and opened where it is folded."""
        names = self.route_names()
        self._look_at_row(len(names) - 1 - names[::-1].index(name))
        if self.route_names() != names:
            self.look_at_met(name)

    def waiting_names(self) -> list[str]:
        """Who waits, as the list shows it."""
        return self._titles("waiting", 0)

    def route_names(self) -> list[str]:
        """Stops and people, as the route shows them."""
        return self._titles("route", 1)

    def badges(self, table: str) -> dict[str, str]:
        """The badge of each line, by its name."""
        model, name_at = self._part(Table, table).rows_model, 1 if table == "route" else 0
        last = model.columnCount() - 1
        rows = range(model.rowCount())
        return {
            str(model.index(row, name_at).data()).partition("\n")[0]: str(model.index(row, last).data()) for row in rows
        }

    def words(self, name: str) -> str:
        """What a label says."""
        return self._part(Label, name).full_text()

    def fits(self) -> str:
        """Whether the route fits."""
        return self._part(Badge, "route_fits").text()

    def face(self) -> str:
        """Everything that the panel says of whom it shows."""
        face = self.page.panel.face
        return "\n".join([face.name.full_text(), *(label.full_text() for label in face.lines if not label.isHidden())])

    def field(self, name: str) -> TextField:
        """A field of a form."""
        return self._part(TextField, name)

    def choice(self, name: str) -> ChoiceGroup:
        """A choice of a form."""
        return self._part(ChoiceGroup, name)

    def offered(self, name: str) -> list[str]:
        """The answers that a choice of a form offers."""
        return [button.caption() for button in self.choice(name).findChildren(ChoiceButton) if not button.isHidden()]

    def problems(self) -> str:
        """Everything that the open form says against what was typed."""
        form = self.page.panel.open_form()
        assert form is not None
        return "\n".join([form.bar.line.text(), *(field.finding_text() for field in form.fields.values())])

    def empty(self, name: str) -> str:
        """What stands where there is nothing; empty where something is."""
        found = self._part(EmptyState, name)
        return found.accessibleName() if found.isVisible() else ""

    def toast(self) -> str:
        """What the last message says."""
        return " ".join(f"{toast.title} {toast.text}" for toast in self.window.toasts()[-1:])

    def drag_stop(self, name: str, to: str) -> None:
        """Take a line of the route with the mouse to another."""
        table, names = self._part(Table, "route"), self.route_names()
        places = [self._middle(table, names.index(each)) for each in (name, to)]
        viewport, button = table.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, button, pos=places[0])
        QTest.mouseMove(viewport, places[1])
        QTest.mouseRelease(viewport, button, pos=places[1])

    def _look_at_row(self, row: int) -> None:
        self.alt(Key.Key_R)
        self.press(*[Key.Key_Up] * len(self.route_names()), *[Key.Key_Down] * row, Key.Key_Return)

    def _middle(self, table: Table, row: int) -> QPoint:
        return table.visualRect(table.rows_model.index(row, 1)).center()

    def _titles(self, table: str, column: int) -> list[str]:
        model = self._part(Table, table).rows_model
        return [str(model.index(row, column).data()).partition("\n")[0] for row in range(model.rowCount())]

    def _part(self, kind: type[WidgetT], name: str) -> WidgetT:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found
