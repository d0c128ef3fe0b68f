"""From data that are open to a store that somebody can sign in to: enrolment, and the first sync."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fieldkit.host.clock import Clock
from fieldkit.store.queries.people import app_users
from fieldkit.store.store import Changed, Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.start.enrolment import Enrol, Enrolling, EnrolScreen
from fieldkit.ui.start.stage import Stage
from fieldkit.ui.start.troubles import Troubles
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import LanesLike


class Joining(QObject):
    """Holds the store for as long as something is missing."""

    ready = Signal(object)
    """The store: somebody can sign in to it."""
    released = Signal(object)
    """The store: the centre lets this laptop go, and holds all of its work."""
    enrolled_at = Signal(str)
    restore_asked = Signal()
    _stored = Signal(object)
    """From whichever thread wrote, to the main thread."""

    def __init__(
        self, stage: Stage, lanes: LanesLike, clock: Clock, troubles: Troubles, *, centre_url: str, enrol: Enrol
    ) -> None:
        super().__init__(stage)
        self._stage, self._lanes, self._clock, self._troubles = stage, lanes, clock, troubles
        self._centre_url, self._enrol = centre_url, enrol
        self.store: Store | None = None
        """Until it is handed over."""
        self._driver: SyncDriver | None = None
        self._enrolling: Enrolling | None = None
        """What was typed to enrol, while somebody looks for a backup instead."""
        self._stored.connect(self._on_stored)

    @property
    def has_begun(self) -> bool:
        """Whether the centre was asked for the first load here."""
        return self._driver is not None

    def take(self, store: Store) -> None:
        """Whatever is still missing comes next."""
        self.store = store
        store.on_changed = self._stored.emit
        self.go_on()

    def go_on(self) -> None:
        """Look what is missing by now."""
        store = self.store
        if store is not None:
            self._lanes.run("store", lambda: _standing(store), self._on_standing, self._troubles.met, self)

    def give_up(self) -> Store | None:
        """Ask the centre for nothing more; the store is for whoever asked."""
        store, self.store = self.store, None
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.close()
            driver.hang_up()
        return store

    def close(self) -> None:
        """End what is running."""
        if self._driver is not None:
            self._driver.close()

    def hang_up(self) -> None:
        """Once the lanes are closed: the connection, and the store if nobody took it over."""
        if self._driver is not None:
            self._driver.hang_up()
        if self.store is not None:
            self.store.close()

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
        screen.restore_asked.connect(lambda: self._restore_instead(screen.typed()))
        self._stage.show(screen)

    def _restore_instead(self, typed: Enrolling) -> None:
        self._enrolling = typed
        self.restore_asked.emit()

    def _enrol_with(self, typed: Enrolling) -> None:
        store = self.store
        if store is not None:
            self._lanes.run(
                "network",
                lambda: self._enrol(Exchange(store), typed),
                lambda _: self._on_enrolled(typed),
                self._troubles.met,
                self,
            )

    def _on_enrolled(self, typed: Enrolling) -> None:
        self._enrolling = None
        self.enrolled_at.emit(typed.centre_url)
        self.go_on()

    def _sync(self) -> None:
        store = self.store
        if store is not None:
            from fieldkit.ui.start.first_sync import FirstSyncScreen

            self._driver = SyncDriver(Exchange(store), self._lanes, self._clock, self)
            self._driver.changed.connect(self._on_synced)
            self._stage.show(FirstSyncScreen(self._driver))
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
            self.store = None
            self.released.emit(store)
        else:
            self.go_on()

    def _finish(self) -> None:
        store, driver = self.store, self._driver
        if store is None or (driver is not None and driver.state.is_running):
            return
        if driver is not None:
            driver.changed.disconnect(self._on_synced)
        self.give_up()
        self.ready.emit(store)


def _standing(store: Store) -> tuple[bool, bool]:
    """Whether this laptop is enrolled, and whether anybody can sign in."""
    return Exchange(store).origin() is not None, bool(store.query(app_users))
