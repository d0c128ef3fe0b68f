"""Choose a name, give the PIN; the same screen is the lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from fieldkit import __version__
from fieldkit.domain.errors import FieldKitError, RuleError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lease import LeaseStanding, LeaseState
from fieldkit.host.clock import Clock
from fieldkit.host.files import write_out
from fieldkit.records.phone_codes import LEASE
from fieldkit.store.queries.people import AppUser, app_users
from fieldkit.store.store import Store
from fieldkit.store.syncing.outgoing import count_waiting
from fieldkit.ui.door.forgotten import ForgottenPin, SetBack
from fieldkit.ui.door.names import NameStep
from fieldkit.ui.door.pin import PinStep
from fieldkit.ui.door.renewal import RenewalStep
from fieldkit.ui.formats import count
from fieldkit.ui.guide_at_door import DOOR, offer_guide
from fieldkit.ui.language import tr
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import LanesLike
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Icon, IconText, Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.work.lease import call_about, look_at_lease, renew_by_phone, require_lease
from fieldkit.work.sign_in import Signer, check_in, end_wait, pin_call, reset_pin, seconds_to_wait, set_first_pin

if TYPE_CHECKING:
    from fieldkit.sync.bundle import Bundle


@dataclass(frozen=True, slots=True)
class Inside:
    """Who may sign in, and how the laptop's lease stands: None on one without a centre."""

    users: list[AppUser]
    lease: LeaseStanding | None
    spoken: str
    """What is read out to the office where the lease is over."""
    waiting: int

    @property
    def is_closed(self) -> bool:
        """Whether nobody is let in."""
        return self.lease is not None and not self.lease.opens


def look_inside(store: Store) -> Inside:
    """What the door shows; runs in the store lane."""
    lease = look_at_lease(store)
    call = call_about(store, LEASE) if lease is not None and not lease.opens else None
    return Inside(store.query(app_users), lease, call.asked.spoken if call else "", store.query(count_waiting))


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of a try to sign in; without a problem it was right."""

    problem: RuleError | None
    wait_s: int


def attempt(store: Store, user: AppUser, pin: str, code: str | None) -> Attempt:
    """Try a PIN, or set the first one with the code of the office; runs in the store lane."""
    user_id = UserId(user.id)
    try:
        require_lease(store)
        if code is not None:
            set_first_pin(store, user_id, code, pin)
        check_in(store, user_id, pin)
    except RuleError as problem:
        return Attempt(problem, seconds_to_wait(store, user_id))
    return Attempt(None, 0)


def set_back(store: Store, user: AppUser, typed: SetBack) -> Attempt:
    """Set a PIN back, or end a wait, by the code of the office or by who leads; runs in the store lane."""
    user_id = UserId(user.id)
    try:
        if typed.code:
            set_first_pin(store, user_id, typed.code, typed.pin)
        elif typed.pin:
            reset_pin(store, _lead(store, typed), user_id, typed.pin)
        else:
            end_wait(store, _lead(store, typed), user_id)
    except RuleError as problem:
        return Attempt(problem, seconds_to_wait(store, user_id))
    return Attempt(None, 0)


def spoken_for(store: Store, user: AppUser) -> str:
    """What this person reads out to the office; empty where no code would be recognised. Runs in the store lane."""
    call = pin_call(store, UserId(user.id))
    return call.asked.spoken if call is not None else ""


def _lead(store: Store, typed: SetBack) -> Signer:
    """Whoever leads, by the own PIN; what is wrong with it is said beside it."""
    try:
        return check_in(store, UserId(typed.lead_id), typed.lead_pin)
    except SignatureError as error:
        raise SignatureError(*(replace(each, field="lead_pin") for each in error.problems)) from error


def renew(store: Store, code: str) -> RuleError | None:
    """Try a code that the office told; what is wrong with it. Runs in the store lane."""
    try:
        renew_by_phone(store, code)
    except RuleError as problem:
        return problem
    return None


class SignInScreen(QWidget):
    """Choose a name, give the PIN; the first time set one with the code of the office."""

    def __init__(self, store: Store, lanes: LanesLike, clock: Clock, signed_in: Callable[[AppUser], object]) -> None:
        super().__init__()
        self._store, self._lanes, self._signed_in = store, lanes, signed_in
        self._users: list[AppUser] = []
        self._user: AppUser | None = None
        self._is_lock = False
        self._sync: SyncDriver | None = None
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
        self.renewal.asked.connect(self._renew)
        self.renewal.bundle_asked.connect(self._make_bundle)

    def refresh(self) -> None:
        """Ask for the users again; what is being typed stays."""
        self._lanes.run("store", lambda: look_inside(self._store), self._show_inside, self._fail, self)

    def watch(self, sync: SyncDriver) -> None:
        """Where nobody is let in, it matters how the line stands."""
        self._sync = sync
        self.renewal.sync_asked.connect(sync.sync_now)
        sync.changed.connect(self._show_line)

    def _show_line(self) -> None:
        if self._sync is not None and self.renewal.isVisible():
            self.renewal.show_sync(self._sync.state)
            self.refresh()

    def forget(self) -> None:
        """Nobody is signed in any more: the next one begins with the name."""
        self._user, self._is_lock = None, False
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

    def _renew(self, code: str) -> None:
        self._lanes.run("store", lambda: renew(self._store, code), self._on_renewed, self._fail, self)

    def _on_renewed(self, problem: RuleError | None) -> None:
        if problem is not None:
            self.renewal.show_problem(problem)
        else:
            self.renewal.show_renewed()
            self.refresh()

    def _make_bundle(self) -> None:
        # Hardly ever asked for, and no door waits for it.
        from fieldkit.sync.bundle import make_bundle

        self._lanes.run("store", lambda: make_bundle(self._store), self._save_bundle, self._fail, self)

    def _save_bundle(self, bundle: Bundle) -> None:
        from fieldkit.ui.usb import place_for

        path = place_for(self, bundle)
        if path is not None:
            written = tr("{n} perubahan ditulis ke kiriman USB", n=count(bundle.changes))
            self._lanes.run(
                "network",
                lambda: write_out(path, bundle.content),
                lambda _: self.renewal.show_news(written),
                self._fail,
                self,
            )

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
            self.pin.show_problem(tried.problem)
            self.refresh()
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
