"""Drives the page of cards: by keys, and by what is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.store.queries.people import AppUser
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.pages.cards import CardsPage
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Figure
from fieldkit.ui.widgets.choices import ChoiceGroup
from fieldkit.ui.widgets.labels import Label

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
PartT = TypeVar("PartT", bound=QWidget)


class CardsPageDriver:
    """Keys go to whatever has the focus, as on a keyboard."""

    def __init__(self, desk: Desk, *others: tuple[str, Callable[[Context], Page]], user: AppUser | None = None) -> None:
        self.desk = desk
        self.window = desk.open(("cards", CardsPage), *others, user=user or desk.lead)
        page = self.window.page("cards")
        assert isinstance(page, CardsPage)
        self.page = page
        QApplication.processEvents()

    def type(self, data: str) -> None:
        """Typed data."""
        QTest.keyClicks(self.focused(), data)
        QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One key stroke."""
        QTest.keyClick(self.focused(), key, held)
        QApplication.processEvents()

    def digit(self, digit: int) -> None:
        """A bare digit."""
        self.press(Qt.Key(Qt.Key.Key_0 + digit))

    def part(self, digit: int) -> None:
        """Which cards are shown: Alt and a digit."""
        self.press(Qt.Key(Qt.Key.Key_0 + digit), ALT)

    def save(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def undo(self) -> None:
        """Ctrl+Backspace."""
        self.press(Qt.Key.Key_Backspace, CTRL)

    def search(self, words: str) -> None:
        """Ctrl+F, and what is looked for."""
        self.press(Qt.Key.Key_F, CTRL)
        self.type(words)

    def replace(self, words: str) -> None:
        """Something else in the field that has the focus."""
        self.press(Qt.Key.Key_A, CTRL)
        self.type(words)

    def select(self, name: str) -> None:
        """Move to somebody in the list."""
        self.page.queue.table.setFocus()
        self.press(Qt.Key.Key_Home, CTRL)
        for _ in range(len(self.names)):
            if self.selected == name:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(name)

    def focused(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.window

    @property
    def cards(self) -> list[tuple[str, str]]:
        """Name and state of what is shown."""
        model = self.page.queue.table.rows_model
        rows = range(model.rowCount())
        return [(model.at(row).name, str(model.index(row, 1).data())) for row in rows]

    @property
    def names(self) -> list[str]:
        """Names of what is shown."""
        return [name for name, _ in self.cards]

    @property
    def second_lines(self) -> list[str]:
        """The second lines of what is shown."""
        model = self.page.queue.table.rows_model
        return [str(model.index(row, 0).data()).split("\n")[1] for row in range(model.rowCount())]

    @property
    def selected(self) -> str:
        """Who is selected."""
        card = self.page.queue.table.selected()
        return card.name if card is not None else ""

    @property
    def answer(self) -> str:
        """Where the selected card is, in one line."""
        return self.find(Label, "card_answer").full_text()

    @property
    def story(self) -> str:
        """All that the story says."""
        QApplication.processEvents()
        return "\n".join(label.full_text() for label in self.page.story.story.findChildren(Label) if label.isVisible())

    def figure(self, name: str) -> str:
        """A figure with its words."""
        return self.find(Figure, f"cards_{name}").accessibleName()

    @property
    def form(self) -> DrawerForm | None:
        """The form that is open."""
        return self.page.story.open_form()

    def finding(self, field: str) -> str:
        """What is said under a field of the form that is open."""
        assert self.form is not None
        return self.form.fields[field].finding_text()

    def choice(self, name: str) -> ChoiceGroup:
        """A group of choices."""
        return self.find(ChoiceGroup, name)

    def button(self, name: str) -> Button:
        """A button."""
        found = self.window.findChild(Button, name)
        assert found is not None, name
        return found

    def find(self, kind: type[PartT], name: str) -> PartT:
        """A part of the page by its name."""
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    @property
    def toasts(self) -> list[str]:
        """What the toasts say."""
        return [f"{toast.title}. {toast.text}" for toast in self.window.toasts()]
