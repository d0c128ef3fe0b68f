"""The window of a laptop that opened: who is inside, when it locks, and when it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.app.application import look_as_chosen, running, speak
from fieldkit.app.first_contact import AFTER_MS, FirstContact
from fieldkit.app.last_minutes import LastMinutes
from fieldkit.app.memory import leave_alone, leave_nothing_alone, look_through_all
from fieldkit.app.pages import pages_of
from fieldkit.app.parts import Parts
from fieldkit.app.tampering import TamperingWatch
from fieldkit.domain.errors import FieldKitError
from fieldkit.host.settings import SETTINGS_FILE, Settings, save_settings
from fieldkit.records.tables import APP_USER
from fieldkit.store.meta import Meta
from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.store.store import Changed
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.door.screen import SignInScreen
from fieldkit.ui.idle import IdleWatch
from fieldkit.ui.language import tr
from fieldkit.ui.messages import Messages
from fieldkit.ui.shell.ahead import Ahead
from fieldkit.ui.shell.covering import bring_back, drop_aside, forget_copied, set_aside
from fieldkit.ui.shell.frame import new_window, show_window
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.status import StatusStrip
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import once_beside_is_empty

_QUIET_AFTER_S: Final = 60.0
"""Who has touched nothing for so long is not registering anybody."""


class Desktop(QObject):
    """The window of the app: sign-in in front, and behind it the pages of who signed in."""

    released = Signal()
    """The centre revoked this laptop and holds all of its work."""
    restore_asked = Signal()
    """Somebody wants a backup in place of what is here; nothing works on the store any more."""
    _stored = Signal(object)
    """From whichever thread wrote, to the main thread."""

    def __init__(self, parts: Parts, window: QStackedWidget | None = None) -> None:
        super().__init__()
        self.parts = parts
        self.window = window or new_window()
        self.sync = SyncDriver(Exchange(parts.store), parts.lanes, parts.clock, self, is_quiet=self._is_quiet)
        self._contact = FirstContact(self.sync.start, self)
        self.main: MainWindow | None = None
        self._dropped: MainWindow | None = None
        self._user: AppUser | None = None
        # Asked for before anybody else works on the store: later the window might have to wait for it.
        self._place = parts.store.query(lambda database: Meta(database).get("regency_name"))
        self._strip: StatusStrip | None = None
        self.ahead: Ahead | None = None
        self._door = self._make_door()
        self.window.setCurrentWidget(self._door)
        self._stored.connect(self._on_stored)
        parts.store.on_changed = self._stored.emit
        self._is_leaving = False
        self._last_minutes = LastMinutes(self._may_leave, self.window)
        self._last_minutes.told.connect(self._tell_of_the_end)
        # What was saved in these minutes goes out first.
        self._last_minutes.over.connect(self.sync.sync_now)
        self.sync.changed.connect(self._leave_when_released)
        self._idle = IdleWatch(parts.clock, parts.settings.lock_after_min, self.window)
        self._idle.idle.connect(self.lock)
        self._idle.touched.connect(self._contact.wait)
        self._tampering = TamperingWatch(parts, self._in_front, self)
        self._idle.touched.connect(self._tampering.looking.wait)

    def open(self, *, contact_after_ms: int = AFTER_MS) -> None:
        """Show the window, and begin to look for the centre once the window has had its time."""
        show_window(self.window)
        leave_alone()
        self._idle.start()
        self._contact.expect(contact_after_ms)
        self._tampering.looking.begin()

    def sign_in(self, user: AppUser) -> None:
        """Somebody proved to be who signs in: the own pages, as they were left where the screen was only locked."""
        self.parts.store.user = user.id
        if self.main is None or self._user != user:
            self._replace_pages(user)
        if self.main is not None:
            self._bring_back(self.main)
        self._tampering.tell()
        if self.main is not None and self.ahead is None:
            self.ahead = Ahead(self.main, self.parts.lanes.is_busy)
            self._idle.touched.connect(self.ahead.wait)

    def _bring_back(self, main: MainWindow) -> None:
        if self.window.indexOf(main) < 0:
            self.window.addWidget(main)
        was_at = main.focusWidget()
        self.window.setCurrentWidget(main)
        if was_at is not None and was_at.isVisible():
            main.come_back()
            was_at.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            main.show_page(main.current_name or "today")
        bring_back(self.window)

    def _in_front(self) -> MainWindow | None:
        """The pages, unless the door covers them."""
        return self.main if self.main is not None and self.window.currentWidget() is self.main else None

    def lock(self) -> None:
        """Cover the window; what is half typed stays behind it."""
        main = self._in_front()
        if main is None:
            return
        set_aside(self.window)
        self._door.refresh()
        self.window.setCurrentWidget(self._door)
        # A page that is only hidden is still read out by assistive tools, with whoever is on it.
        self.window.removeWidget(main)

    def close(self) -> None:
        """Keep what is half typed, end the threads and close the file."""
        # Asked to end by the computer, the window still stands: its pages keep their drafts when they are hidden.
        self.window.hide()
        forget_copied()
        self._contact.stop()
        self._last_minutes.stop()
        self._tampering.looking.stop()
        self.sync.close()
        self.parts.lanes.close()
        self.sync.hang_up()
        self.parts.store.close()
        leave_nothing_alone()

    def _is_quiet(self) -> bool:
        """Whether nobody is in the middle of something; asked on the thread that syncs."""
        main = self.main
        return main is None or main.current_name == "sync" or self._idle.rested_s() >= _QUIET_AFTER_S

    def _may_leave(self) -> bool:
        return self._in_front() is None or self._is_quiet()

    def _replace_pages(self, user: AppUser) -> None:
        drop_aside(self.window)
        self._drop(self.main)
        self.main, self._strip = pages_of(user, self.parts, self.sync, self._place)
        self._user = user
        self._listen(self.main)
        self.window.addWidget(self.main)

    def _drop(self, main: MainWindow | None) -> None:
        """Pages that nobody here may see any more."""
        self.ahead = None
        if main is not None:
            self.window.removeWidget(main)
            self._dropped = main
            main.destroyed.connect(self._forget_dropped)
            main.deleteLater()

    def _forget_dropped(self) -> None:
        """What Python still holds of them: where somebody else works by now, once they rest."""
        if not shiboken6.isValid(self._dropped):
            self._dropped = None
        if self.ahead is None:
            QTimer.singleShot(0, look_through_all)
        else:
            self.ahead.do_first(look_through_all)

    def _listen(self, main: MainWindow) -> None:
        main.lock_asked.connect(self.lock)
        main.restore_asked.connect(self._give_way)
        main.settings_asked.connect(lambda: main.show_settings(self.parts.settings))
        main.settings_changed.connect(self._change_settings)
        main.text_size_changed.connect(self._change_text_size)

    def _ask_for_user(self) -> None:
        """Users came in: whose work the office has ended goes back to the door."""
        user, store = self._user, self.parts.store
        if user is not None:
            self.parts.lanes.run(
                "store", lambda: store.query(app_user, user.id), lambda now: self._end(user, now), _raised, self
            )

    def _end(self, user: AppUser, known: AppUser | None) -> None:
        if known is None and user == self._user:
            self._show_out(ended=user.name)

    def _make_door(self) -> SignInScreen:
        door = SignInScreen(self.parts.store, self.parts.lanes, self.parts.clock, self.sign_in)
        door.watch(self.sync)
        door.text_size_changed.connect(self._change_text_size)
        self.window.addWidget(door)
        return door

    def _renew_door(self, user: AppUser) -> None:
        former, self._door = self._door, self._make_door()
        self._door.be_lock_of(user)
        self.window.removeWidget(former)
        former.deleteLater()

    def _show_out(self, ended: str = "") -> None:
        """What was saved goes out, drafts stay with their user, and the door asks for a name."""
        main = self.main
        self._user = self.main = self._strip = None
        self.window.setCurrentWidget(self._door)
        set_aside(self.window)
        drop_aside(self.window)
        self._door.forget(ended)
        self._drop(main)

    def _leave_when_released(self) -> None:
        outcome = self.sync.state.outcome
        if outcome is None or not outcome.is_released or self.sync.state.is_running or self._is_leaving:
            return
        if outcome.is_released_at_once or self._last_minutes.are_over():
            self._make_way()
            self._once_unread(self.released.emit)
        else:
            self._last_minutes.begin()

    def _tell_of_the_end(self, minutes: int) -> None:
        if self.main is not None:
            self.main.toast(
                tr("Kantor mengakhiri tugas laptop ini. Simpan yang sedang diketik."),
                tr(
                    "Yang disimpan masih diterima pusat; yang belum akan hilang. Data di laptop ini dihapus sesudah "
                    "semenit tanpa ketikan, paling lama {n} menit lagi.",
                    n=minutes,
                ),
                tone="err",
            )

    def _make_way(self) -> None:
        self._is_leaving = True
        self._last_minutes.stop()
        self._tampering.looking.stop()
        self.sync.close()
        self._idle.stop()
        self._show_out()
        self._door.setEnabled(False)

    def _give_way(self) -> None:
        """What the network, a backup or a look still does on the store ends first."""
        self._contact.stop()
        self._make_way()
        self._once_unread(self.restore_asked.emit)

    def _once_unread(self, then: Callable[[], None]) -> None:
        """Pages that look through the data end that look, and queue its end, only when they are deleted."""
        leave = partial(once_beside_is_empty, self.parts.lanes, then, self)
        if self._dropped is not None:
            self._dropped.destroyed.connect(lambda _former: leave())
        else:
            leave()

    def stay(self) -> None:
        """Something was saved at the last moment: it goes out first."""
        self._is_leaving = False
        self._tampering.looking.begin()
        self._idle.start()
        self._door.setEnabled(True)
        self.sync.sync_now()

    def _on_stored(self, changed: Changed) -> None:
        self.sync.work_saved()
        if APP_USER.name in changed:
            self._ask_for_user()
        if self.main is not None:
            self.main.data_changed()
        if self._strip is not None:
            self._strip.refresh()
        if self.window.currentWidget() is self._door:
            self._door.refresh()

    def _change_text_size(self, percent: int) -> None:
        """By its keys: the window has put it in force already."""
        self.parts = replace(self.parts, settings=replace(self.parts.settings, text_scale=percent))
        self._keep()
        if self.main is not None:
            self.main.settings_are(self.parts.settings)

    def _change_settings(self, settings: Settings) -> None:
        before = self.parts.settings
        self.parts = replace(self.parts, settings=settings)
        self._idle.set_minutes(settings.lock_after_min)
        look_as_chosen(before, settings)
        if settings.language != before.language:
            self._speak_anew(settings.language)
        # What went wrong is said in the window that shows the choice, once it can be read.
        self._keep()

    def _keep(self) -> None:
        try:
            save_settings(self.parts.folders.data / SETTINGS_FILE, self.parts.settings)
        except FieldKitError as error:
            if self.main is not None:
                Messages(self.main).show_error(error)

    def _speak_anew(self, language: str) -> None:
        """Door and pages are made again, in the other language, on the page where the user was."""
        former, user = self.main, self._user
        if former is None or user is None:
            return
        speak(running(), language)
        self._renew_door(user)
        self._replace_pages(user)
        if self.main is not None:
            self.main.show_page(former.current_name)
            self.sign_in(user)
            self.main.show_settings(self.parts.settings)


def _raised(problem: Exception) -> None:
    raise problem
