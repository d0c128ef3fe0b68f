"""The door: who works here now. The same screen is the lock, over a window that keeps what was half typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.errors import FieldKitError, Problem, RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.roles import role_label
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock
from fieldkit.store.queries.people import AppUser, app_users
from fieldkit.store.store import Store
from fieldkit.ui.language import say, tr
from fieldkit.ui.lists import QueueList, QueueRow
from fieldkit.ui.messages import show_problems
from fieldkit.ui.threads import LanesLike
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Card, EmptyState
from fieldkit.ui.widgets.entries import PinField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Icon, IconText, Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.path import EnterPath
from fieldkit.work.sign_in import check_in, seconds_to_wait, set_first_pin

_TICK_MS: Final = 500
_DIGITS: Final = range(1, 10)


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


class NameList(QueueList):
    """Names; a typed letter goes to the names that begin with it."""

    def keyboardSearch(self, search: str) -> None:
        """Take the only name with this first letter, or go on to the next one of several."""
        rows = [self.rows_model.at(at) for at in range(self.rows_model.rowCount())]
        wanted = [row.id for row in rows if row.name.casefold().startswith(search.casefold())]
        if len(wanted) == 1:
            self.activated_row.emit(wanted[0])
        elif wanted:
            current = self.current_id()
            after = wanted.index(current) + 1 if current in wanted else 0
            self.select(wanted[after % len(wanted)])


class NameStep(QWidget):
    """Choose a name, by digit, by arrows, or by its first letter."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []
        self.list = NameList(tr("Siapa yang bekerja?"))
        self.list.setObjectName("names")
        self._none = EmptyState(
            "users-three",
            tr("Belum ada petugas di laptop ini"),
            tr("Daftarkan laptop ini di kantor, nama petugas datang bersama sinkron pertama."),
        )
        hint = Label(tr("Panah lalu Enter, angka di depan nama, atau huruf pertamanya."), "hint")
        column(Label(tr("Siapa yang bekerja?"), "card"), stretched(self.list), self._none, hint, gap=8, inside=self)
        self.list.activated_row.connect(self.chosen)
        for digit in _DIGITS:
            bind(self, str(digit), partial(self._choose_at, digit - 1))

    def show_users(self, users: Sequence[AppUser]) -> None:
        """Everybody who may sign in here."""
        self._ids = [user.id for user in users]
        self.list.set_rows(
            [QueueRow(user.id, str(at), user.name, _second(user)) for at, user in enumerate(users, start=1)]
        )
        self.list.setVisible(bool(users))
        self._none.setVisible(not users)
        if self.list.current_id() is None and users:
            self.list.select(users[0].id)

    def show_failure(self, error: FieldKitError) -> None:
        """The names can not be had."""
        self.list.hide()
        self._none.set(say(error.title), say(error.advice))
        self._none.show()

    def _choose_at(self, at: int) -> None:
        if at < len(self._ids):
            self.chosen.emit(self._ids[at])


class PinStep(QWidget):
    """The PIN of one person, or the code and a new PIN; after too many wrong ones the wait as a count."""

    asked = Signal(str, object)
    """PIN, and the code of the office or None."""
    left = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._is_first, self._wait_until_s = False, 0.0
        self._title, self._name = Label("", "card"), Label("", "person", elide=True)
        self._name.setObjectName("signing_in")
        self.code = TextField(tr("Kode awal"), hint=tr("dari kantor, sekali pakai"))
        self.pin, self.again = PinField(tr("PIN")), PinField(tr("PIN sekali lagi"))
        self.wait = IconText("clock", "", "second-strong", "warn", size=16)
        self.line = IconText("warning-circle", "", "second-strong", "err", size=16)
        self.back_button = Button(tr("Ganti orang"), "quiet", key=tr("Esc"), press=self.left.emit)
        self.enter_button = Button(tr("Masuk"), "primary", key=tr("Enter"), size="main", press=self.submit)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._arrange()
        self._listen()

    def show_person(self, user: AppUser, *, is_locked: bool) -> None:
        """Ask this person."""
        self._is_first = not user.has_pin
        self._title.set_text(tr("Layar terkunci, isian tetap ada") if is_locked else say(role_label(user.role)))
        self._name.set_text(user.name)
        self.code.setVisible(self._is_first)
        self.again.setVisible(self._is_first)
        self.pin.set_label(tr("PIN baru") if self._is_first else tr("PIN"))
        self.pin.set_hint(tr("6 angka, tidak berurutan") if self._is_first else tr("6 angka"))
        self.enter_button.set_text(tr("Buat PIN dan masuk") if self._is_first else tr("Masuk"))
        self.show_wait(0)
        self._clear()

    def focus_first(self) -> None:
        """To the first thing to type."""
        (self.code if self._is_first else self.pin).focus_answer()

    def submit(self) -> None:
        """Try what was typed."""
        if self._timer.isActive() or not self.enter_button.isEnabled():
            return
        problems = self._own_problems()
        if problems:
            self.show_problem(RuleError(*problems))
            return
        self.enter_button.setEnabled(False)
        self.asked.emit(self.pin.value(), self.code.value() if self._is_first else None)

    def show_problem(self, problem: RuleError) -> None:
        """It was not right: beside the field, which is empty again."""
        self.enter_button.setEnabled(True)
        fields = {"code": self.code, "pin": self.pin, "again": self.again}
        if not self._is_first:
            self.pin.set_value("")
        show_problems(fields, problem)
        others = [say(found.message) for found in problem.problems if found.field not in fields]
        self._show_line(" ".join(others))

    def show_failure(self, error: FieldKitError) -> None:
        """Something else stood in the way."""
        self.enter_button.setEnabled(True)
        self._show_line(f"{say(error.title)} {say(error.advice)}")

    def show_wait(self, wait_s: int) -> None:
        """Count down until the next try is taken."""
        self._wait_until_s = self._clock.monotonic_s() + wait_s
        self._timer.start()
        self._count()

    def _arrange(self) -> None:
        parts = {"start_code": self.code, "pin": self.pin, "pin_again": self.again, "wait": self.wait}
        parts |= {"sign_in_line": self.line, "enter": self.enter_button, "back": self.back_button}
        for name, part in parts.items():
            part.setObjectName(name)
        self.wait.hide()
        self.line.hide()
        column(
            column(self._title, self._name, gap=2),
            *(self.code, self.pin, self.again, self.wait, self.line),
            row(self.back_button, None, self.enter_button),
            None,
            gap=12,
            inside=self,
        )

    def _listen(self) -> None:
        self.path = EnterPath([self.code, self.pin, self.again])
        self.pin.entered.connect(lambda: self.submit() if not self._is_first else None)
        self.again.entered.connect(self.submit)
        self._timer.timeout.connect(self._count)
        for field in (self.code, self.pin, self.again):
            field.edited.connect(field.clear_finding)

    def _own_problems(self) -> list[Problem]:
        if not self.pin.value():
            return [Problem("pin", "no_pin", text("PIN belum diketik."))]
        if self._is_first and self.pin.value() != self.again.value():
            message = text("Kedua PIN tidak sama. Ketik sekali lagi PIN yang di atas.")
            return [Problem("again", "different", message)]
        return []

    def _count(self) -> None:
        left_s = ceil(self._wait_until_s - self._clock.monotonic_s())
        waits = left_s > 0
        self.wait.set(tr("Coba lagi {s} detik lagi.", s=left_s), "warn", "clock")
        self.wait.setVisible(waits)
        was_waiting = self.pin.line.isReadOnly()
        self.pin.set_read_only(waits)
        if not waits:
            self._timer.stop()
        if was_waiting and not waits:
            self.pin.clear_finding()
            self.pin.focus_answer()

    def _clear(self) -> None:
        for field in (self.code, self.pin, self.again):
            field.set_value("")
            field.clear_finding()
        self.enter_button.setEnabled(True)
        self._show_line("")

    def _show_line(self, words: str) -> None:
        self.line.set(words, "err")
        self.line.setVisible(bool(words))


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
            row(Icon("check-square", 28, "accent", filled=True), Label("FieldKit", "page"), None, gap=10),
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


def _second(user: AppUser) -> str:
    role = say(role_label(user.role))
    return role if user.has_pin else tr("{role} · pakai kode awal", role=role)
