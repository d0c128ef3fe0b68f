"""Drives the sign-in and lock screen by keys."""

from __future__ import annotations

from desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget

from fieldkit.store.queries.people import AppUser
from fieldkit.ui.door.screen import SignInScreen
from fieldkit.ui.theme.apply import dress
from fieldkit.ui.threads import InlineLanes


class SignInDriver:
    """The door; `entered` are those who came in."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.entered: list[AppUser] = []
        self.screen = SignInScreen(desk.store, InlineLanes(), desk.clock, self.entered.append)
        self.window = QStackedWidget()
        dress(self.window)
        self.window.addWidget(self.screen)
        self.window.addWidget(QLineEdit())
        self.window.resize(1366, 690)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def appear(self) -> None:
        """In front."""
        self.window.setCurrentWidget(self.screen)
        QApplication.processEvents()

    def disappear(self) -> None:
        """Behind the window of who signed in."""
        self.window.setCurrentIndex(1)
        QApplication.processEvents()

    def close(self) -> None:
        """Take it down."""
        self.window.close()
        self.window.deleteLater()

    def type(self, text: str) -> None:
        """Keys to whatever has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.screen, text)

    def press(self, key: Qt.Key) -> None:
        """One key."""
        QTest.keyClick(QApplication.focusWidget() or self.screen, key)
        QApplication.processEvents()

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return)

    def give_pin(self, pin: str) -> None:
        """Type a PIN and try it."""
        self.type(pin)
        self.enter()

    @property
    def names(self) -> list[str]:
        """Who may sign in."""
        view = self.screen.names.list
        return [view.rows_model.at(row).name for row in range(view.model().rowCount())]

    @property
    def asks_for_name(self) -> bool:
        """Whether the names are shown."""
        return self.screen.names.isVisible()

    @property
    def person(self) -> str:
        """Whose PIN is asked for."""
        return self.screen.pin._name.full_text()

    @property
    def said(self) -> str:
        """The sentence under the PIN."""
        return self.screen.pin.pin.finding_text()

    @property
    def wait(self) -> str:
        """The count until the next try."""
        line = self.screen.pin.wait
        return line.text() if line.isVisible() else ""
