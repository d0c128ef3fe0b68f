"""Choose a name, give the PIN; the same screen is the lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit import __version__
from fieldkit.domain.errors import FieldKitError, RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import Clock
from fieldkit.store.queries.people import AppUser, app_users
from fieldkit.store.store import Store
from fieldkit.ui.door.names import NameStep
from fieldkit.ui.door.pin import PinStep
from fieldkit.ui.language import tr
from fieldkit.ui.threads import LanesLike
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.work.sign_in import check_in, seconds_to_wait, set_first_pin


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of a try to sign in; without a problem it was right."""

    problem: RuleError | None
    wait_s: int


def attempt(store: Store, user: AppUser, pin: str, code: str | None) -> Attempt:
    """Try a PIN, or set the first one with the code of the office; runs in the store lane."""
    user_id = UserId(user.id)
    try:
        if code is not None:
            set_first_pin(store, user_id, code, pin)
        check_in(store, user_id, pin)
    except RuleError as problem:
        return Attempt(problem, seconds_to_wait(store, user_id))
    return Attempt(None, 0)


class SignInScreen(QWidget):
    """Choose a name, give the PIN; the first time set one with the code of the office."""

    def __init__(self, store: Store, lanes: LanesLike, clock: Clock, signed_in: Callable[[AppUser], object]) -> None:
        super().__init__()
        self._store, self._lanes, self._signed_in = store, lanes, signed_in
        self._users: list[AppUser] = []
        self._user: AppUser | None = None
        self._is_lock = False
        self.names, self.pin = NameStep(), PinStep(clock)
        self._steps = QStackedWidget()
        self._arrange()
        self.names.chosen.connect(self._choose)
        self.pin.asked.connect(self._try)
        self.pin.left.connect(self._back)

    def refresh(self) -> None:
        """Ask for the users again; what is being typed stays."""
        self._lanes.run("store", lambda: self._store.query(app_users), self._show_users, self._fail, self)

    def forget(self) -> None:
        """Nobody is signed in any more: the next one begins with the name."""
        self._user, self._is_lock = None, False
        self._back()

    def showEvent(self, event: QShowEvent) -> None:
        """In front again. Who has signed in before finds the screen locked, one PIN away."""
        super().showEvent(event)
        self.refresh()
        if self._is_lock and self._user is not None:
            self._show_pin(self._user)
        self._focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the names; Enter presses a button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._steps.currentWidget() is self.pin:
            self._back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Button):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.setProperty("ground", "bg")
        self.setObjectName("sign_in")
        self._steps.addWidget(self.names)
        self._steps.addWidget(self.pin)
        card = Card(gap=20)
        card.add(
            row(
                Icon("check-square", 28, "accent", filled=True),
                Label("FieldKit", "page"),
                None,
                Label(tr("Versi {version}", version=__version__), "hint"),
                gap=10,
            ),
            self._steps,
        )
        column(None, row(None, stretched(card), None), None, inside=self)

    def _show_users(self, users: list[AppUser]) -> None:
        self._users = users
        self.names.show_users(users)
        if self.isVisible() and self._steps.currentWidget() is self.names:
            self.names.list.setFocus()

    def _choose(self, user_id: str) -> None:
        user = next((user for user in self._users if user.id == user_id), None)
        if user is not None:
            self._user, self._is_lock = user, False
            self._show_pin(user)
            self._focus()

    def _show_pin(self, user: AppUser) -> None:
        self.pin.show_person(user, is_locked=self._is_lock)
        self._steps.setCurrentWidget(self.pin)

    def _back(self) -> None:
        self._is_lock = False
        self._steps.setCurrentWidget(self.names)
        self.refresh()
        self._focus()

    def _focus(self) -> None:
        if self._steps.currentWidget() is self.pin:
            self.pin.focus_first()
        else:
            self.names.list.setFocus()

    def _try(self, pin: str, code: str | None) -> None:
        user = self._user
        if user is not None:
            self._lanes.run("store", lambda: attempt(self._store, user, pin, code), self._on_tried, self._fail, self)

    def _on_tried(self, tried: Attempt) -> None:
        if tried.problem is not None:
            self.pin.show_problem(tried.problem)
            if tried.wait_s:
                self.pin.show_wait(tried.wait_s)
            return
        if self._user is not None:
            # From now on the same screen is the lock of this person.
            self._user = AppUser(self._user.id, self._user.name, self._user.role, has_pin=True)
            self._is_lock = True
            self.pin.show_person(self._user, is_locked=True)
            self._signed_in(self._user)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, FieldKitError):
            raise error
        step = self.pin if self._steps.currentWidget() is self.pin else self.names
        step.show_failure(error)
