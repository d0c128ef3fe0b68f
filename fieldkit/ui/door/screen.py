"""Choose a name, give the PIN; the same screen is the lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from fieldkit import __version__
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.lease import LeaseStanding, LeaseState
from fieldkit.host.clock import Clock
from fieldkit.store.queries.people import AppUser
from fieldkit.store.store import Store
from fieldkit.ui.door.forgotten import ForgottenPin, SetBack
from fieldkit.ui.door.letting_in import Attempt, Inside, attempt, look_inside, set_back, spoken_for
from fieldkit.ui.door.names import NameStep
from fieldkit.ui.door.pin import PinStep
from fieldkit.ui.door.renewal import RenewalStep
from fieldkit.ui.door.renewing import Renewing
from fieldkit.ui.guide_at_door import DOOR, offer_guide
from fieldkit.ui.language import tr
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.text_size import bind_text_size, step_text_size
from fieldkit.ui.threads import LanesLike
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Icon, IconText, Label
from fieldkit.ui.widgets.layouts import column, row, stretched


class SignInScreen(QWidget):
    """Choose a name, give the PIN; the first time set one with the code of the office."""

    text_size_changed = Signal(int)
    """By its keys; it is in force already."""

    def __init__(self, store: Store, lanes: LanesLike, clock: Clock, signed_in: Callable[[AppUser], object]) -> None:
        super().__init__()
        self._store, self._lanes, self._signed_in = store, lanes, signed_in
        self._users: list[AppUser] = []
        self._user: AppUser | None = None
        self._is_lock = False
        self.names, self.pin, self.forgotten = NameStep(), PinStep(clock), ForgottenPin()
        self.renewal = RenewalStep()
        self.warning = IconText("clock", "", "second-strong", "warn", wrap=True, size=16)
        self._steps = QStackedWidget()
        self._arrange()
        self.names.chosen.connect(self._choose)
        self.pin.asked.connect(self._try)
        self.pin.left.connect(self._back)
        self.pin.forgot.connect(self._forget_pin)
        self.forgotten.asked.connect(self._set_back)
        self.forgotten.left.connect(self._back_to_pin)
        self._renewing = Renewing(self.renewal, store, lanes, self._fail)
        self._renewing.changed.connect(self.refresh)
        bind_text_size(self, self._step_text_size)

    def refresh(self) -> None:
        """Ask for the users again; what is being typed stays."""
        self._lanes.run("store", lambda: look_inside(self._store), self._show_inside, self._fail, self)

    def watch(self, sync: SyncDriver) -> None:
        """Where nobody is let in, it matters how the line stands."""
        self._renewing.watch(sync)

    def _step_text_size(self, steps: int) -> None:
        percent = step_text_size(steps)
        if percent is not None:
            self.text_size_changed.emit(percent)

    def be_lock_of(self, user: AppUser) -> None:
        """From now on the same screen is the lock of this person."""
        self._user, self._is_lock = AppUser(user.id, user.name, user.role, has_pin=True), True
        self._show_pin(self._user)

    def forget(self, ended: str = "") -> None:
        """Nobody is signed in any more: the next one begins with the name, and reads whose work the office ended."""
        self._user, self._is_lock = None, False
        self.names.tell_ended(ended)
        self._back()

    def showEvent(self, event: QShowEvent) -> None:
        """In front again, as it was left: who has signed in before finds the screen locked, one PIN away."""
        super().showEvent(event)
        self.refresh()
        self._focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the names; Enter presses a button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self._steps.currentWidget() is self.pin:
            self._back()
        elif event.key() == Qt.Key.Key_Escape and self._steps.currentWidget() is self.forgotten:
            self._back_to_pin()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Button):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.setProperty("ground", "bg")
        self.setObjectName("sign_in")
        self._steps.addWidget(self.names)
        self._steps.addWidget(self.pin)
        self._steps.addWidget(self.forgotten)
        self._steps.addWidget(self.renewal)
        self._show(self.names)
        self.warning.setObjectName("lease_warning")
        self.warning.hide()
        card = Card(gap=20)
        card.add(
            row(
                Icon("check-square", 28, "accent", filled=True),
                Label("FieldKit", "page"),
                None,
                Label(tr("Versi {version}", version=__version__), "hint"),
                offer_guide(self, DOOR),
                gap=10,
            ),
            self._steps,
            self.warning,
        )
        column(None, row(None, stretched(card), None), None, inside=self)

    def _show_inside(self, inside: Inside) -> None:
        self._show_users(inside.users)
        words = _warning(inside.lease) if inside.lease is not None else ""
        self.warning.set(words, "warn")
        self.warning.setVisible(bool(words))
        if inside.is_closed and inside.lease is not None:
            self.renewal.show_standing(inside.lease, inside.spoken, inside.waiting)
        if inside.is_closed is not (self._steps.currentWidget() is self.renewal):
            self._close_or_open(is_closed=inside.is_closed)

    def _close_or_open(self, *, is_closed: bool) -> None:
        if is_closed:
            self._show(self.renewal)
        elif self._is_lock and self._user is not None:
            self._show_pin(self._user)
        else:
            self._show(self.names)
        if self.isVisible():
            self._focus()

    def _show_users(self, users: list[AppUser]) -> None:
        self._users = users
        self.names.show_users(users)
        if self.isVisible() and self._steps.currentWidget() is self.names:
            self.names.list.setFocus()

    def _show(self, step: QWidget) -> None:
        """One step in front; only that one says how high the card is."""
        for each in (self.names, self.pin, self.forgotten, self.renewal):
            upright = QSizePolicy.Policy.Preferred if each is step else QSizePolicy.Policy.Ignored
            each.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self._steps.setCurrentWidget(step)

    def _choose(self, user_id: str) -> None:
        user = next((user for user in self._users if user.id == user_id), None)
        if user is not None:
            self.names.tell_ended("")
            self._user, self._is_lock = user, False
            self._show_pin(user)
            self._focus()

    def _show_pin(self, user: AppUser) -> None:
        self.pin.show_person(user, is_locked=self._is_lock)
        self._show(self.pin)

    def _back(self) -> None:
        self._is_lock = False
        self._show(self.names)
        self.refresh()
        self._focus()

    def _forget_pin(self) -> None:
        user = self._user
        if user is not None:
            self.forgotten.show_person(user, self._users)
            self._show(self.forgotten)
            self.forgotten.focus_first()
            self._lanes.run("store", lambda: spoken_for(self._store, user), self.forgotten.show_call, self._fail, self)

    def _back_to_pin(self) -> None:
        if self._user is not None:
            self._show_pin(self._user)
            self._focus()

    def _set_back(self, typed: SetBack) -> None:
        user = self._user
        if user is not None:
            store = self._store
            self._lanes.run(
                "store",
                lambda: set_back(store, user, typed),
                lambda tried: self._on_set_back(typed, tried),
                self._fail,
                self,
            )

    def _on_set_back(self, typed: SetBack, tried: Attempt) -> None:
        if tried.problem is not None:
            self.forgotten.show_problem(tried.problem)
        else:
            self._back_to_pin()
            self.pin.show_set_back(has_new_pin=bool(typed.pin))

    def _focus(self) -> None:
        step = self._steps.currentWidget()
        if isinstance(step, (PinStep, ForgottenPin, RenewalStep)):
            step.focus_first()
        else:
            self.names.list.setFocus()

    def _try(self, pin: str, code: str | None) -> None:
        user = self._user
        if user is not None:
            self._lanes.run("store", lambda: attempt(self._store, user, pin, code), self._on_tried, self._fail, self)

    def _on_tried(self, tried: Attempt) -> None:
        if tried.problem is not None:
            self.refresh()
            self.pin.show_refusal(tried.problem, tried.wait_s)
            return
        if self._user is not None:
            self.be_lock_of(self._user)
            self._signed_in(self._user)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, FieldKitError):
            raise error
        step = self._steps.currentWidget()
        (step if isinstance(step, (PinStep, ForgottenPin, RenewalStep)) else self.names).show_failure(error)


def _warning(lease: LeaseStanding) -> str:
    if lease.state is LeaseState.ENDS_SOON:
        return tr("Sambungkan laptop ini ke internet dalam {n} hari, sebelum datanya tertutup.", n=lease.days_left)
    if lease.state is LeaseState.GRACE:
        return tr(
            "Batas tanpa kabar sudah lewat. Tutup shift ini dalam {n} jam, lalu sinkronkan. Sesudah itu laptop "
            "tertutup.",
            n=lease.grace_hours,
        )
    return ""
