"""Drives the desk of notices: by keys, and by what is seen."""

from __future__ import annotations

from typing import TypeVar

from desk import Desk
from laptops import add_user
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.notices.desk import NoticesDesk
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Figure
from fieldkit.ui.widgets.labels import Badge, Label

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier
PartT = TypeVar("PartT", bound=QWidget)


def clerk_of(desk: Desk) -> AppUser:
    """Who sits there."""
    found = desk.store.query(app_user, add_user(desk.store, "Wati Lestari", role="clerk"))
    assert found is not None
    return found


class NoticesDeskDriver:
    """Opens the desk with its digit; keys go to whatever has the focus, as on a keyboard."""

    def __init__(self, desk: Desk, user: AppUser | None = None) -> None:
        self.window = desk.open(("office", OfficePage), user=user or clerk_of(desk))
        page = self.window.page("office")
        assert isinstance(page, OfficePage)
        QApplication.processEvents()
        self.page = page
        self.press(Qt.Key.Key_5)
        opened = page.worked_at()
        assert isinstance(opened, NoticesDesk)
        self.desk = opened
        self.desk.settling.for_ms = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One key stroke."""
        QTest.keyClick(self.focused(), key, held)
        QApplication.processEvents()

    def type(self, data: str) -> None:
        """Typed data."""
        QTest.keyClicks(self.focused(), data)
        QApplication.processEvents()

    def part(self, digit: int) -> None:
        """Which cards are shown: Alt and a digit."""
        self.press(Qt.Key(Qt.Key.Key_0 + digit), ALT)

    def digit(self, digit: int) -> None:
        """A bare digit."""
        self.press(Qt.Key(Qt.Key.Key_0 + digit))

    def search(self, words: str) -> None:
        """Ctrl+F, and what is looked for."""
        self.press(Qt.Key.Key_F, CTRL)
        self.type(words)

    def save(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, CTRL)

    def undo(self) -> None:
        """Ctrl+Backspace."""
        self.press(Qt.Key.Key_Backspace, CTRL)

    def names(self) -> list[str]:
        """Who is listed."""
        return [card.name for card in self.desk.list.shown()]

    def badge(self) -> str:
        """Of the card that is selected."""
        table = self.desk.list.table
        return str(table.model().index(table.currentIndex().row(), 3).data())

    def figure(self, name: str) -> str:
        """A figure above, as it is read out."""
        return self._part(Figure, f"notices_{name}").accessibleName()

    def answer(self) -> str:
        """How the notices of the selected card stand."""
        return self.desk.panel.answer_text()

    def where(self) -> str:
        """Where the owner of the selected card lives, and how to reach them."""
        return self._part(Label, "notice_where").full_text()

    def second_lines(self) -> list[str]:
        """What stands under the names in the list."""
        model = self.desk.list.table.rows_model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def offered(self) -> list[str]:
        """What can be noted, in order."""
        return [
            each.objectName().removeprefix("act_")
            for each in self.desk.panel.findChildren(Button)
            if each.objectName().startswith("act_") and not each.isHidden()
        ]

    def told(self) -> list[str]:
        """All that the story says."""
        labels = self.desk.panel.story.findChildren(Label)
        badges = self.desk.panel.story.findChildren(Badge)
        said = [label.full_text() for label in labels if label.isVisible()]
        return [*said, *(badge.text() for badge in badges if badge.isVisible())]

    @property
    def toasts(self) -> list[str]:
        """What was said, the newest last."""
        return [f"{toast.title}. {toast.text}" for toast in self.window.toasts()]

    def focused(self) -> QWidget:
        """Where keys go."""
        return QApplication.focusWidget() or self.window

    def _part(self, kind: type[PartT], name: str) -> PartT:
        found = self.desk.findChild(kind, name)
        assert isinstance(found, kind), name
        return found
