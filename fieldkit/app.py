"""The composition root: the only place that builds the parts of the desktop app and joins them."""

from __future__ import annotations

import gc
import linecache
import logging
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStackedWidget

from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.masking import faults_logged
from fieldkit.domain.roles import role_label
from fieldkit.host.apart import keep_scratch_in_memory, leave_no_image
from fieldkit.host.clock import Clock, SystemClock
from fieldkit.host.computer import Computer, ThisComputer
from fieldkit.host.folders import Folders, folders_of, open_folders
from fieldkit.host.logs import open_log
from fieldkit.host.places import resources_dir
from fieldkit.host.settings import SETTINGS_FILE, Settings, load_settings, save_settings
from fieldkit.records.regions import RegionTable
from fieldkit.records.tables import APP_USER
from fieldkit.store.meta import Meta
from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.store.store import Changed, Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.context import Context
from fieldkit.ui.door.screen import SignInScreen
from fieldkit.ui.ending import run_until_ended
from fieldkit.ui.idle import IdleWatch
from fieldkit.ui.language import say, tr
from fieldkit.ui.looking_through import LookingThrough
from fieldkit.ui.messages import Messages
from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.guide.key_card import KeyCardWriter
from fieldkit.ui.said_by_qt import hush_idle_talk
from fieldkit.ui.shell.ahead import Ahead
from fieldkit.ui.shell.covering import bring_back, drop_aside, set_aside
from fieldkit.ui.shell.frame import new_window, show_window
from fieldkit.ui.shell.strip import Segment
from fieldkit.ui.shell.window import GUIDE, MainWindow
from fieldkit.ui.start.flow import StartFlow
from fieldkit.ui.status import StatusStrip
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.theme.fonts import register_fonts
from fieldkit.ui.threads import Lanes, LanesLike
from fieldkit.ui.widgets.motion import set_motion

_CONTACT_AFTER_MS = 500
"""What the sync imports would take a fifth of a second from the first page, or from the one that is asked for then."""
_CONTACT_AT_LATEST_MS = 5_000
"""Also where nobody rests."""
_QUIET_AFTER_S = 60.0
"""Who has touched nothing for so long is not registering anybody."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window stands on."""

    store: Store
    lanes: LanesLike
    clock: Clock
    folders: Folders
    regions: RegionTable
    settings: Settings
    computer: Computer = field(default_factory=ThisComputer)
    practice_pin: str = ""
    """Where people are invented: the PIN of who practises, which the strip tells."""


def application(settings: Settings) -> QApplication:
    """The one QApplication, with fonts, theme and language of the settings."""
    app = _running()
    app.setApplicationName("FieldKit")
    # By this name the desktop finds the program's icon and its entry in the menu.
    app.setDesktopFileName("fieldkit")
    app.setWindowIcon(QIcon(str(resources_dir() / "icons" / "fieldkit.svg")))
    register_fonts()
    apply_theme(app, settings.theme, settings.text_scale)
    speak(app, settings.language)
    return app


def _running() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        hush_idle_talk()
        app = QApplication(["fieldkit"])
    return app


def speak(app: QApplication, language: str) -> None:
    """Put the window's texts into a language: ours are written in Bahasa Indonesia, Qt's own in English."""
    own = str(resources_dir() / "translations")
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.deleteLater()
    app.setProperty("language", language)
    translator = QTranslator(app)
    if translator.load(f"dialogs_{language}" if language == "id" else f"fieldkit_{language}", own):
        app.installTranslator(translator)


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
        self._contact = QTimer(self, singleShot=True)
        self._contact.timeout.connect(self.sync.start)
        self._contact_by = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
        self.main: MainWindow | None = None
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
        self.sync.changed.connect(self._leave_when_released)
        self._idle = IdleWatch(parts.clock, parts.settings.lock_after_min, self.window)
        self._idle.idle.connect(self.lock)
        self._idle.touched.connect(self._contact_later)
        self._is_untold = False
        self._looking = LookingThrough(parts.store, parts.lanes, self)
        self._looking.found.connect(self._on_tampering)

    def open(self, *, contact_after_ms: int = _CONTACT_AFTER_MS) -> None:
        """Show the window, and begin to look for the centre once the window has had its time."""
        show_window(self.window)
        _leave_alone()
        self._idle.start()
        self._contact.start(contact_after_ms)
        self._looking.begin()
        self._contact_by = QDeadlineTimer(_CONTACT_AT_LATEST_MS)

    def _contact_later(self) -> None:
        """Somebody is at work: what they ask for comes first."""
        if self._contact.isActive() and not self._contact_by.hasExpired():
            self._contact.start()

    def sign_in(self, user: AppUser) -> None:
        """Somebody proved to be who signs in: the own pages, as they were left where the screen was only locked."""
        self.parts.store.user = user.id
        if self.main is None or self._user != user:
            self._replace_pages(user)
        if self.main is not None:
            self._bring_back(self.main)
        self._tell_of_tampering()
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

    def _on_tampering(self) -> None:
        """Said at once to who is signed in, else to who signs in next."""
        self._is_untold = True
        self._tell_of_tampering()

    def _tell_of_tampering(self) -> None:
        main = self.main
        if not self._is_untold or main is None or self.window.currentWidget() is not main:
            return
        self._is_untold = False
        main.toast(
            tr("Data laptop ini diubah di luar FieldKit."),
            tr("Yang ada di jurnal sudah dipasang lagi, pekerjaan bisa terus. Baca rinciannya, lalu beri tahu kantor."),
            tone="err",
            action=tr("Lihat rincian"),
            on_action=lambda: main.show_page("sync"),
        )

    def lock(self) -> None:
        """Cover the window; what is half typed stays behind it."""
        if self.main is None or self.window.currentWidget() is not self.main:
            return
        set_aside(self.window)
        self._door.refresh()
        self.window.setCurrentWidget(self._door)
        # A page that is only hidden is still read out by assistive tools, with whoever is on it.
        self.window.removeWidget(self.main)

    def close(self) -> None:
        """Keep what is half typed, end the threads and close the file."""
        # Asked to end by the computer, the window still stands: its pages keep their drafts when they are hidden.
        self.window.hide()
        self._contact.stop()
        self._looking.stop()
        self.sync.close()
        self.parts.lanes.close()
        self.sync.hang_up()
        self.parts.store.close()
        gc.unfreeze()

    def _is_quiet(self) -> bool:
        """Whether nobody is in the middle of something; asked on the thread that syncs."""
        main = self.main
        return main is None or main.current_name == "sync" or self._idle.rested_s() >= _QUIET_AFTER_S

    def _replace_pages(self, user: AppUser) -> None:
        drop_aside(self.window)
        self._drop(self.main)
        self.main, self._user = self._main_window(user), user
        self.window.addWidget(self.main)

    def _drop(self, main: MainWindow | None) -> None:
        """Pages that nobody here may see any more."""
        self.ahead = None
        if main is not None:
            self.window.removeWidget(main)
            main.destroyed.connect(lambda: QTimer.singleShot(0, _look_through_all))
            main.deleteLater()

    def _main_window(self, user: AppUser) -> MainWindow:
        window = MainWindow(page_specs(user.role, lambda: context), place=self._place)
        context = self._context(user, Messages(window))
        self._strip = StatusStrip(window, context)
        KeyCardWriter(window, context)
        if self.parts.practice_pin:
            window.strip.set(_practice_segment(self.parts.practice_pin))
        window.set_user(user.name, say(role_label(user.role)))
        window.lock_asked.connect(self.lock)
        window.page_made.connect(_leave_alone)
        window.restore_asked.connect(self._give_way)
        window.incident_asked.connect(lambda: window.show_page("today", "incident"))
        window.settings_asked.connect(lambda: window.show_settings(self.parts.settings))
        window.settings_changed.connect(self._change_settings)
        window.text_size_changed.connect(self._change_text_size)
        return window

    def _context(self, user: AppUser, messages: Messages) -> Context:
        parts = self.parts
        return Context(
            parts.store,
            parts.lanes,
            parts.clock,
            user,
            parts.regions,
            parts.folders,
            messages,
            self.sync,
            parts.computer,
        )

    def _ask_for_user(self) -> None:
        """Users came in: whose work the office has ended goes back to the door."""
        user, store = self._user, self.parts.store
        if user is not None:
            self.parts.lanes.run(
                "store", lambda: store.query(app_user, user.id), lambda now: self._end(user, now), _raised, self
            )

    def _end(self, user: AppUser, known: AppUser | None) -> None:
        if known is None and user == self._user:
            self._show_out()

    def _make_door(self) -> SignInScreen:
        door = SignInScreen(self.parts.store, self.parts.lanes, self.parts.clock, self.sign_in)
        door.watch(self.sync)
        self.window.addWidget(door)
        return door

    def _renew_door(self) -> None:
        former, self._door = self._door, self._make_door()
        self.window.removeWidget(former)
        former.deleteLater()

    def _show_out(self) -> None:
        """What was saved goes out, drafts stay with their user, and the door asks for a name."""
        main = self.main
        self._user = self.main = self._strip = None
        self.window.setCurrentWidget(self._door)
        set_aside(self.window)
        drop_aside(self.window)
        self._door.forget()
        self._drop(main)

    def _leave_when_released(self) -> None:
        outcome = self.sync.state.outcome
        if outcome is None or not outcome.is_released or self.sync.state.is_running or self._is_leaving:
            return
        self._make_way()
        self.released.emit()

    def _make_way(self) -> None:
        self._is_leaving = True
        self._looking.stop()
        self.sync.close()
        self._idle.stop()
        self._show_out()
        self._door.setEnabled(False)

    def _give_way(self) -> None:
        """What the network, or a backup, still does on the store ends first."""
        self._contact.stop()
        self._make_way()
        run = self.parts.lanes.run

        def ended(_none: None) -> None:
            run("paper", lambda: None, lambda _none: self.restore_asked.emit(), _raised, self)

        run("network", lambda: None, ended, _raised, self)

    def stay(self) -> None:
        """Something was saved at the last moment: it goes out first."""
        self._is_leaving = False
        self._looking.begin()
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
        self._keep(replace(self.parts.settings, text_scale=percent))
        if self.main is not None:
            self.main.settings_are(self.parts.settings)

    def _change_settings(self, settings: Settings) -> None:
        before = self.parts.settings
        self._keep(settings)
        self._idle.set_minutes(settings.lock_after_min)
        set_motion(settings.has_motion)
        if (settings.theme, settings.text_scale) != (before.theme, before.text_scale):
            apply_theme(_running(), settings.theme, settings.text_scale)
        if settings.language != before.language:
            self._speak_anew(settings.language)

    def _keep(self, settings: Settings) -> None:
        self.parts = replace(self.parts, settings=settings)
        try:
            save_settings(self.parts.folders.data / SETTINGS_FILE, settings)
        except FieldKitError as error:
            if self.main is not None:
                Messages(self.main).show_error(error)

    def _speak_anew(self, language: str) -> None:
        """Door and pages are made again, in the other language, on the page where the user was."""
        former, user = self.main, self._user
        if former is None or user is None:
            return
        speak(_running(), language)
        self._renew_door()
        self._replace_pages(user)
        if self.main is not None:
            self.main.show_page(former.current_name)
            self.sign_in(user)
            self.main.show_settings(self.parts.settings)


class Launch(QObject):
    """One run of the app: the start screens, and then the desktop in the same window."""

    def __init__(self, folders: Folders, settings: Settings, lanes: LanesLike, clock: Clock) -> None:
        super().__init__()
        self.window = new_window()
        self.desktop: Desktop | None = None
        self._folders, self._settings, self._lanes, self._clock = folders, settings, lanes, clock
        self.flow = StartFlow(self.window, folders, lanes, clock, centre_url=settings.centre_url)
        self.flow.enrolled_at.connect(self._keep_centre)
        self.flow.ready.connect(self._open_desktop)
        self.flow.left.connect(self._drop_desktop)
        self.flow.stayed.connect(lambda: self.desktop.stay() if self.desktop else None)

    def open(self) -> None:
        """Show the window, and begin."""
        show_window(self.window)
        self.flow.begin()

    def tell(self, error: FieldKitError) -> None:
        """Show the window with what keeps it from beginning."""
        self.flow.tell(error)
        show_window(self.window)

    def close(self) -> None:
        """End the threads, hang up and close the file."""
        if self.desktop is not None:
            self.desktop.close()
            return
        self.flow.close()
        self._lanes.close()
        self.flow.hang_up()

    def _open_desktop(self, store: Store) -> None:
        regions = RegionTable(resources_dir() / "regions")
        parts = Parts(store, self._lanes, self._clock, self._folders, regions, self._settings)
        self.desktop = Desktop(parts, self.window)
        self.desktop.released.connect(lambda: self.flow.leave(store))
        self.desktop.restore_asked.connect(lambda: self._restore_instead(store))
        self.desktop.open()

    def _restore_instead(self, store: Store) -> None:
        self._drop_desktop()
        self.flow.restore_instead(store)

    def _drop_desktop(self) -> None:
        """Its store is gone; the object stays with this one, so that no other thread ever clears it away."""
        desktop, self.desktop = self.desktop, None
        if desktop is not None:
            self._settings = desktop.parts.settings
            desktop.sync.hang_up()
            desktop.setParent(self)

    def _keep_centre(self, centre_url: str) -> None:
        self._settings = replace(self._settings, centre_url=centre_url)
        save_settings(self._folders.data / SETTINGS_FILE, self._settings)


def _leave_alone() -> None:
    """What the program and its pages are made of stays: to look through all of it stops every thread for a tenth of a
    second. PySide reads the source of each module that is imported, and Python would keep 20 MB of it.
    """
    gc.freeze()
    linecache.clearcache()


def _look_through_all() -> None:
    """What was left alone so far may be in the way now."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _practice_segment(pin: str) -> Segment:
    tip = tr("Warga dan petugas di sini rekaan. Tidak ada yang dikirim, dan semuanya terhapus saat jendela ditutup.")
    return Segment("practice", "student", tr("Latihan · PIN {pin}", pin=pin), "info", GUIDE, tip)


def _raised(problem: Exception) -> None:
    raise problem


def start(root: Path | None) -> int:
    """Open the window on the data in a folder, this user's own where none is given; returns when it is closed."""
    leave_no_image()
    keep_scratch_in_memory()
    try:
        folders = open_folders(root)
        log = open_log(folders.logs)
        settings = load_settings(folders.data / SETTINGS_FILE)
    except FieldKitError as error:
        return _stop(error, root)
    app = application(settings)
    set_motion(settings.has_motion)
    with faults_logged():
        launch = Launch(folders, settings, Lanes(), SystemClock())
        launch.open()
        code = run_until_ended(app)
        launch.close()
    logging.getLogger().removeHandler(log)
    log.close()
    return code


def _stop(error: FieldKitError, root: Path | None) -> int:
    """Not even the folders can be had: say so, and end."""
    app = application(Settings())
    launch = Launch(folders_of(root), Settings(), Lanes(), SystemClock())
    launch.tell(error)
    app.exec()
    launch.close()
    return 1
