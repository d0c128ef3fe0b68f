"""Drives the page Today as a team lead does: by keys, and by what is seen."""

from __future__ import annotations

from collections.abc import Callable

from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.domain.errors import Severity
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.context import Context
from fieldkit.ui.pages.today import TodayPage
from fieldkit.ui.rows.steady import SteadyList
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Figure
from fieldkit.ui.widgets.rows import RowItem

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class TodayPageDriver:
    """Keys go to whatever has the focus, as on a keyboard."""

    def __init__(self, desk: Desk, *others: tuple[str, Callable[[Context], Page]], user: AppUser | None = None) -> None:
        self.desk = desk
        self.window = desk.open(("today", TodayPage), *others, user=user or desk.lead)
        page = self.window.page("today")
        assert isinstance(page, TodayPage)
        self.page = page
        QApplication.processEvents()

    def type(self, data: str) -> None:
        """Typed data."""
        QTest.keyClicks(self._focused(), data)
        QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One key stroke."""
        QTest.keyClick(self._focused(), key, held)
        QApplication.processEvents()

    def digit(self, digit: int) -> None:
        """A bare digit."""
        self.press(Qt.Key(Qt.Key.Key_0 + digit))

    def save(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def undo(self) -> None:
        """Ctrl+Backspace."""
        self.press(Qt.Key.Key_Backspace, CTRL)

    def fill(self, field: str, data: str) -> None:
        """Replace what stands in a field of the opening form, and leave it."""
        answer = self.page.opening.fields.fields()[field].answer_widget()
        answer.setFocus()
        self.press(Qt.Key.Key_A, CTRL)
        self.type(data)
        self.press(Qt.Key.Key_Tab)

    def pick_plan(self, number: int) -> None:
        """A row of the schedule: to its list, down, Enter."""
        self.page.opening.plans.table.setFocus()
        self.press(Qt.Key.Key_Home)
        for _ in range(number):
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Return)

    @property
    def is_open(self) -> bool:
        """Whether the day is shown, and not the form."""
        return self.page.day.isVisible()

    @property
    def focused_name(self) -> str:
        """Object name of the part with the focus."""
        widget: QWidget | None = self._focused()
        while widget is not None and not widget.objectName():
            widget = widget.parentWidget()
        return widget.objectName() if widget is not None else ""

    @property
    def question(self) -> str:
        """The question about the day."""
        return self.page.opening.fields.question.full_text()

    @property
    def plans(self) -> list[tuple[str, str]]:
        """Title and hours of the rows to pick."""
        table = self.page.opening.plans.table
        rows = [table.rows_model.at(number) for number in range(table.model().rowCount())]
        return [(one.title, one.hours) for one in rows]

    @property
    def who_can_open(self) -> str:
        """What somebody reads who may not open a shift."""
        card = self.page.findChild(QWidget, "who_can_open")
        assert card is not None
        words = [child.accessibleDescription() for child in card.findChildren(QWidget)]
        return " ".join(filter(None, words)) if card.isVisible() else ""

    def finding(self, field: str) -> tuple[Severity | None, str]:
        """What is said beside a field of the opening form."""
        found = self.page.opening.fields.fields()[field]
        return found.finding(), found.finding_text()

    @property
    def incidents(self) -> list[RowItem]:
        """The incidents shown."""
        return self.page.day.incidents.list.items()

    @property
    def call_backs(self) -> list[RowItem]:
        """Whom to call."""
        return self.page.day.call_backs.list.items()

    def tile(self, name: str) -> str:
        """What a tile says, read out."""
        tiles = self.page.day.tiles
        figure: Figure = tiles.blanks.figure if name == "blanks" else getattr(tiles, name).figure
        return figure.accessibleName()

    @property
    def readiness_words(self) -> dict[str, str]:
        """What each line says: its value, or what is wrong with the way out."""
        card = self.page.day.readiness if self.is_open else self.page.opening.readiness
        return {line.id: line.value or line.second for line in card.lines()}

    @property
    def present(self) -> list[tuple[str, str | None]]:
        """Names in the drawer of the sessions, and what can be done about each."""
        return [(one.title, one.action) for one in self.page.day_drawers.sessions.people.items()]

    @property
    def warning(self) -> str:
        """What the card over the day warns of."""
        shown = self.page.day.warning.shown()
        return f"{shown.title}. {shown.text}" if shown and self.page.day.warning.isVisible() else ""

    def press_row(self, rows: SteadyList, title: str) -> None:
        """Tab to the button of a row, and press it by its key."""
        acting = [one.title for one in rows.items() if one.action is not None]
        rows.findChildren(Button)[-len(acting) :][acting.index(title)].setFocus()
        self.press(Qt.Key.Key_Space)

    @property
    def readiness(self) -> tuple[str, dict[str, str]]:
        """The count, and the tone of each line."""
        card = self.page.day.readiness if self.is_open else self.page.opening.readiness
        return card.sum_text(), {line.id: line.tone for line in card.lines()}

    def see_button(self, name: str) -> bool:
        """Whether a button is on the screen."""
        button = self.window.findChild(Button, name)
        return button is not None and button.isVisible()

    @property
    def toasts(self) -> list[str]:
        """What was said last."""
        return [f"{toast.title}. {toast.text}" for toast in self.window.toasts()]

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window
