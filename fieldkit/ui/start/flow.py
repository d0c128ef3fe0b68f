"""Leads from a started program to a store that somebody can sign in to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.errors import (
    CorruptError,
    FieldKitError,
    KeyLostError,
    KeyUnavailableError,
    MissingError,
    StoreError,
    TooNewError,
    UpgradeError,
)
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock
from fieldkit.host.computer import ThisComputer
from fieldkit.host.folders import Folders
from fieldkit.host.keys import real_keyring
from fieldkit.store.keeping.farewell import Farewell, begin_anew, finish_wiping, wipe
from fieldkit.store.keeping.offered import Offered, offered_backups, offered_file
from fieldkit.store.keeping.opening import KeyWay, choose_passphrase, key_way, open_store, start_over
from fieldkit.store.keeping.places import database_file, escrow_file
from fieldkit.store.queries.people import app_users
from fieldkit.store.store import Changed, Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.language import tr
from fieldkit.ui.start.enrolment import Enrol, Enrolling, EnrolScreen, enrol_at_centre
from fieldkit.ui.start.farewell import FarewellScreen
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.start.passphrase import NewPassphraseScreen, PassphraseScreen
from fieldkit.ui.start.trouble import TroubleScreen, last_backup_words
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import LanesLike

if TYPE_CHECKING:
    from fieldkit.checkup.look import Laptop
    from fieldkit.store.keeping.restore import Restored
    from fieldkit.ui.start.restore import Restoring
    from fieldkit.ui.start.unlock import Unlocking

_WORDS_AFTER_MS = 400


class StartFlow(QObject):
    """One screen after the other in one window. Opening and asking happen in the lanes."""

    ready = Signal(object)
    """The store; somebody can sign in to it."""
    enrolled_at = Signal(str)
    """Address of the centre, to be offered next time."""
    left = Signal()
    """The laptop has wiped itself."""
    stayed = Signal()
    """Something was saved just before it would have wiped itself: that is to be sent first."""
    _stored = Signal(object)

    def __init__(
        self,
        window: QStackedWidget,
        folders: Folders,
        lanes: LanesLike,
        clock: Clock,
        *,
        centre_url: str = "",
        enrol: Enrol = enrol_at_centre,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.store: Store | None = None
        """Until it is handed over."""
        self._folders, self._lanes, self._clock = folders, lanes, clock
        self._centre_url, self._enrol = centre_url, enrol
        self._driver: SyncDriver | None = None
        self._screen: StartScreen | None = None
        self._is_opening = False
        self._typed = ""
        """The passphrase, while the data does not open."""
        self._enrolling: Enrolling | None = None
        """What was typed to enrol, while somebody looks for a backup instead."""
        self._stored.connect(self._on_stored)

    def begin(self) -> None:
        """Find out how to get at the key, and go on from there."""
        if self.store is not None:
            self._go_on()
            return
        self._say_if_slow()
        self._lanes.run("store", lambda: finish_wiping(self._folders), self._on_looked, self._on_failed, self)

    def close(self) -> None:
        """End what is running; the lanes are closed by their owner."""
        if self._driver is not None:
            self._driver.close()

    def hang_up(self) -> None:
        """Once the lanes are closed: the connection, and the store if nobody took it over."""
        if self._driver is not None:
            self._driver.hang_up()
        if self.store is not None:
            self.store.close()

    def leave(self, store: Store) -> None:
        """The centre revoked this laptop and holds all of its work: wipe it, and say so."""
        self.store = None

        def clear(_none: None) -> None:
            work = partial(wipe, store, self._folders)
            self._lanes.run("store", work, lambda told: self._on_wiped(store, told), self._on_failed, self)

        # A backup that is being made would lie there again afterwards.
        self._lanes.run("paper", lambda: None, clear, self._on_failed, self)

    def restore_instead(self, store: Store | None) -> None:
        """Somebody wants a backup in place of what is here."""
        self.store = None
        self._close_driver()
        if self._screen is not None:
            self._screen.work_goes_on(tr("Cadangan sedang dicari. Tunggu sebentar."))
        self._lanes.run("store", lambda: _backups(self._folders, store), self._offer, self._on_failed, self)

    def _offer(self, offered: tuple[Offered, ...]) -> None:
        from fieldkit.ui.start.restore import RestoreScreen

        screen = RestoreScreen(offered)
        screen.chosen.connect(self._restore)
        screen.file_asked.connect(self._look_at)
        screen.left.connect(self.begin)
        self._show(screen)

    def _look_at(self, path: Path) -> None:
        self._lanes.run("store", lambda: offered_file(self._folders, path), self._offer_too, self._on_refused, self)

    def _offer_too(self, offered: Offered) -> None:
        from fieldkit.ui.start.restore import RestoreScreen

        if isinstance(self._screen, RestoreScreen):
            self._screen.offer([offered])

    def _restore(self, typed: Restoring) -> None:
        from fieldkit.ui.start.restore import restore_with

        self._lanes.run("store", lambda: restore_with(self._folders, typed), self._on_restored, self._on_refused, self)

    def _on_restored(self, restored: Restored) -> None:
        from fieldkit.ui.start.restore import RestoredScreen

        screen = RestoredScreen(restored)
        screen.done.connect(self.begin)
        self._show(screen)

    def _ask_rescue(self) -> None:
        from fieldkit.ui.start.unlock import UnlockScreen

        def show(has_keyring: bool) -> None:
            screen = UnlockScreen(needs_phrase=not has_keyring)
            screen.given.connect(self._unlock)
            screen.left.connect(self.begin)
            self._show(screen)

        self._lanes.run("store", lambda: real_keyring() is not None, show, self._on_failed, self)

    def _unlock(self, typed: Unlocking) -> None:
        from fieldkit.ui.start.unlock import unlock_with

        self._lanes.run(
            "store", lambda: unlock_with(self._folders, typed), lambda _none: self.begin(), self._on_refused, self
        )

    def _start_over(self) -> None:
        self._say_if_slow()
        self._lanes.run("store", lambda: start_over(self._folders), lambda _none: self.begin(), self._on_failed, self)

    def _close_driver(self) -> None:
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.close()
            driver.hang_up()

    def _on_wiped(self, store: Store, farewell: Farewell | None) -> None:
        if farewell is not None:
            self.left.emit()
            self._on_looked(farewell)
        elif self._driver is not None:
            self.store = store
            self._go_on()
        else:
            self.stayed.emit()

    def _on_looked(self, farewell: Farewell | None) -> None:
        if farewell is None:
            self._lanes.run("store", lambda: key_way(self._folders), self._on_key_way, self._on_failed, self)
            return
        screen = FarewellScreen(farewell)
        screen.closed.connect(self.window.close)
        screen.anew.connect(self._begin_anew)
        self._show(screen)

    def _begin_anew(self) -> None:
        self._close_driver()
        self._lanes.run("store", lambda: begin_anew(self._folders), lambda _none: self.begin(), self._on_failed, self)

    def _on_key_way(self, way: KeyWay) -> None:
        if way is KeyWay.KEYRING:
            self._open("")
        elif way is KeyWay.PASSPHRASE:
            self._ask_passphrase()
        else:
            self._ask_new_passphrase()

    def _ask_passphrase(self) -> None:
        screen = PassphraseScreen(has_escrow=escrow_file(self._folders).exists())
        screen.given.connect(self._open)
        screen.forgotten.connect(self._ask_rescue)
        self._show(screen)

    def _ask_new_passphrase(self) -> None:
        screen = NewPassphraseScreen()
        screen.given.connect(self._choose)
        self._show(screen)

    def _choose(self, passphrase: str) -> None:
        self._lanes.run(
            "store",
            lambda: choose_passphrase(self._folders, passphrase),
            lambda _: self._open(passphrase),
            self._on_failed,
            self,
        )

    def _open(self, passphrase: str) -> None:
        self._typed = passphrase
        self._say_if_slow()
        self._lanes.run(
            "store",
            lambda: open_store(self._folders, lambda: passphrase, self._clock),
            self._on_opened,
            self._on_failed,
            self,
        )

    def _on_opened(self, store: Store) -> None:
        self.store = store
        store.on_changed = self._stored.emit
        self._go_on()

    def _go_on(self) -> None:
        """Whatever is still missing comes next."""
        store = self.store
        if store is not None:
            self._lanes.run("store", lambda: _standing(store), self._on_standing, self._on_failed, self)

    def _on_standing(self, standing: tuple[bool, bool]) -> None:
        is_enrolled, has_users = standing
        if has_users:
            self._finish()
        elif not is_enrolled:
            self._ask_enrolment()
        elif self._driver is None:
            self._sync()

    def _ask_enrolment(self) -> None:
        screen = EnrolScreen(self._centre_url)
        if self._enrolling is not None:
            screen.type_again(self._enrolling)
        screen.asked.connect(self._enrol_with)
        screen.restore_asked.connect(lambda: self._restore_at_enrolment(screen.typed()))
        self._show(screen)

    def _restore_at_enrolment(self, typed: Enrolling) -> None:
        self._enrolling = typed
        self.restore_instead(self.store)

    def _enrol_with(self, typed: Enrolling) -> None:
        store = self.store
        if store is not None:
            self._lanes.run(
                "network",
                lambda: self._enrol(Exchange(store), typed),
                lambda _: self._on_enrolled(typed),
                self._on_failed,
                self,
            )

    def _on_enrolled(self, typed: Enrolling) -> None:
        self._enrolling = None
        self.enrolled_at.emit(typed.centre_url)
        self._go_on()

    def _sync(self) -> None:
        store = self.store
        if store is not None:
            from fieldkit.ui.start.first_sync import FirstSyncScreen

            self._driver = SyncDriver(Exchange(store), self._lanes, self._clock, self)
            self._driver.changed.connect(self._on_synced)
            self._show(FirstSyncScreen(self._driver))
            self._driver.start()

    def _on_stored(self, changed: Changed) -> None:
        # The users are enough to sign in: the rest of a long first load goes on behind the door.
        if "app_user" in changed and self._driver is not None:
            self._driver.pause()

    def _on_synced(self) -> None:
        driver, store = self._driver, self.store
        if driver is None or store is None or driver.state.outcome is None or driver.state.is_running:
            return
        if driver.state.outcome.is_released:
            driver.close()
            self.leave(store)
        else:
            self._go_on()

    def _finish(self) -> None:
        store, driver = self.store, self._driver
        if store is None or (driver is not None and driver.state.is_running):
            return
        # What would be said of a slow opening must not cover the door.
        self._is_opening, self._typed = False, ""
        self.store, self._driver = None, None
        if driver is not None:
            driver.close()
            driver.changed.disconnect(self._on_synced)
            driver.hang_up()
        self.ready.emit(store)

    def _on_refused(self, problem: Exception) -> None:
        """Told below what was typed, where it can be corrected."""
        if isinstance(problem, FieldKitError) and self._screen is not None:
            self._screen.show_failure(problem)
        else:
            self._on_failed(problem)

    def _on_failed(self, problem: Exception) -> None:
        error = problem if isinstance(problem, FieldKitError) else _fault()
        if self._screen is not None and _can_be_told_there(self._screen, error):
            self._screen.show_failure(error)
        elif isinstance(error, CorruptError):
            self._look_for_backups(error)
        else:
            self._show_trouble(error)
        if error is not problem:
            raise problem

    def tell(self, error: FieldKitError) -> None:
        """Not even the folders can be had: say so."""
        screen = TroubleScreen()
        screen.show_error(error, can_retry=False)
        self._lead_on(screen, lambda: self.tell(error))

    def _look_for_backups(self, error: CorruptError) -> None:
        def show(backups: str) -> None:
            self._show_trouble(error, backups)

        work = partial(offered_backups, self._folders)
        self._lanes.run("store", work, lambda found: show(last_backup_words(found)), lambda _problem: show(""), self)

    def _show_trouble(self, error: FieldKitError, backups: str = "") -> None:
        screen = TroubleScreen()
        screen.show_backups(backups)
        if isinstance(error, CorruptError):
            is_gone = isinstance(error, MissingError)
            again = tr("Mulai sebagai laptop baru") if is_gone else tr("Coba lagi")
            screen.show_error(error, help_=tr("Pulihkan cadangan"), other=again)
            screen.helped.connect(lambda: self.restore_instead(self.store))
            screen.other.connect(self._start_over if is_gone else self.begin)
        elif isinstance(error, KeyUnavailableError):
            self._show_lost_key(screen, error)
        elif isinstance(error, TooNewError | UpgradeError):
            screen.show_error(error, other=tr("Pulihkan cadangan"))
            screen.other.connect(lambda: self.restore_instead(self.store))
        else:
            screen.show_error(error)
        self._lead_on(screen, lambda: self._show_trouble(error, backups))

    def _lead_on(self, screen: TroubleScreen, come_back: Callable[[], None]) -> None:
        """The ways that lead out of every trouble; one of them comes back to it."""
        screen.again.connect(self.begin)
        screen.closed.connect(self.window.close)
        screen.support_asked.connect(lambda: self._prepare_support(come_back))
        self._show(screen)

    def _prepare_support(self, come_back: Callable[[], None]) -> None:
        from fieldkit.ui.start.support import SupportScreen

        screen = SupportScreen(self._laptop, self._lanes)
        screen.left.connect(come_back)
        self._show(screen)
        screen.begin()

    def _laptop(self, is_over: Callable[[], bool]) -> Laptop:
        from fieldkit.checkup.look import Laptop
        from fieldkit.store.keeping.looking import key_to_look, reader

        folders, typed = self._folders, self._typed
        return Laptop(
            folders,
            ThisComputer(),
            self._clock,
            lambda: reader(database_file(folders), key_to_look(folders, lambda: typed), is_over),
        )

    def _show_lost_key(self, screen: TroubleScreen, error: KeyUnavailableError) -> None:
        """A passphrase where nothing is there yet; the rescue key, or a backup, where there is something to open."""
        is_lost = isinstance(error, KeyLostError)
        caption, way = tr("Pulihkan cadangan") if is_lost else "", partial(self.restore_instead, None)
        if not database_file(self._folders).exists():
            caption, way = tr("Pakai frasa sandi"), partial(self._ask_new_passphrase)
        elif escrow_file(self._folders).exists():
            caption, way = tr("Buka dengan kunci darurat"), partial(self._ask_rescue)
        screen.show_error(error, help_=caption if is_lost else "", other="" if is_lost else caption)
        screen.helped.connect(way)
        screen.other.connect(way)

    def _say_if_slow(self) -> None:
        if self._screen is not None:
            self._screen.work_goes_on(tr("Data laptop ini sedang dibuka dan diperiksa. Tunggu sebentar."))
            return
        self._is_opening = True
        QTimer.singleShot(_WORDS_AFTER_MS, self, self._say_opening)

    def _say_opening(self) -> None:
        if self._is_opening and self._screen is None:
            screen = StartScreen("opening", tr("Membuka data laptop ini"), tr("Sebentar, berkasnya sedang diperiksa."))
            screen.arrange(accept="")
            screen.accept_button.hide()
            self._show(screen)

    def _show(self, screen: StartScreen) -> None:
        before, self._screen = self._screen, screen
        self._is_opening = False
        self.window.addWidget(screen)
        self.window.setCurrentWidget(screen)
        if before is not None:
            self.window.removeWidget(before)
            before.deleteLater()


def _backups(folders: Folders, store: Store | None) -> tuple[Offered, ...]:
    """What can be put in place, once nothing holds the file any more."""
    if store is not None:
        store.close()
    return offered_backups(folders)


def _standing(store: Store) -> tuple[bool, bool]:
    """Whether this laptop is enrolled, and whether anybody can sign in."""
    return Exchange(store).origin() is not None, bool(store.query(app_users))


def _can_be_told_there(screen: StartScreen, error: FieldKitError) -> bool:
    """Whether the screen can say it beside what was typed, so that nothing has to be typed again."""
    if isinstance(screen, PassphraseScreen | NewPassphraseScreen):
        return isinstance(error, KeyUnavailableError)
    return isinstance(screen, EnrolScreen)


def _fault() -> StoreError:
    return StoreError(
        text("FieldKit berhenti di tengah jalan."),
        text("Yang sudah tersimpan tetap utuh. Tutup lalu buka lagi; kalau terulang, kirim log ke kantor."),
    )
