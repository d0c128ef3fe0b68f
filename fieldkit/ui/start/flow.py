"""Leads from a started program to a store that somebody can sign in to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.errors import FieldKitError
from fieldkit.host.clock import Clock
from fieldkit.host.folders import Folders
from fieldkit.store.keeping.farewell import Farewell, begin_anew, finish_wiping, wipe
from fieldkit.store.keeping.opening import KeyWay, choose_passphrase, key_way, open_store, start_over
from fieldkit.store.keeping.places import escrow_file
from fieldkit.store.store import Store
from fieldkit.ui.start.enrolment import Enrol, enrol_at_centre
from fieldkit.ui.start.farewell import FarewellScreen
from fieldkit.ui.start.joining import Joining
from fieldkit.ui.start.passphrase import NewPassphraseScreen, PassphraseScreen
from fieldkit.ui.start.stage import Stage
from fieldkit.ui.start.troubles import Troubles
from fieldkit.ui.start.ways_back import WaysBack
from fieldkit.ui.threads import LanesLike, once_beside_is_empty

T = TypeVar("T")


class StartFlow(QObject):
    """Finds the way to the key and opens the data, or says why not. Opening and asking happen in the lanes."""

    text_size_changed = Signal(int)
    """By its keys, on one of the screens."""
    ready = Signal(object)
    """The store; somebody can sign in to it."""
    enrolled_at = Signal(str)
    """Address of the centre, to be offered next time."""
    left = Signal()
    """The laptop has wiped itself."""
    stayed = Signal()
    """Something was saved just before it would have wiped itself: that is to be sent first."""

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
        self._folders, self._lanes, self._clock = folders, lanes, clock
        self.stage = Stage(window)
        self.stage.text_size_changed.connect(self.text_size_changed)
        self._troubles = Troubles(self.stage, folders, lanes, clock)
        self._ways_back = WaysBack(self.stage, folders, lanes, self._troubles)
        self._joining = Joining(self.stage, lanes, clock, self._troubles, centre_url=centre_url, enrol=enrol)
        self._join()

    def begin(self) -> None:
        """Find out how to get at the key, and go on from there."""
        if self._joining.store is not None:
            self._joining.go_on()
            return
        self.stage.say_if_slow()
        self._ask(partial(finish_wiping, self._folders), self._on_looked)

    def tell(self, error: FieldKitError) -> None:
        """Not even the folders can be had: say so."""
        self._troubles.tell(error)

    def close(self) -> None:
        """End what is running; the lanes are closed by their owner."""
        self._joining.close()

    def hang_up(self) -> None:
        """Once the lanes are closed: the connection, and the store if nobody took it over."""
        self._joining.hang_up()

    def leave(self, store: Store) -> None:
        """The centre revoked this laptop and holds all of its work: wipe it, and say so."""

        def clear() -> None:
            self._ask(partial(wipe, store, self._folders), lambda told: self._on_wiped(store, told))

        # A backup that is being made would lie there again afterwards; not every computer erases what is being read.
        once_beside_is_empty(self._lanes, clear, self)

    def restore_instead(self, store: Store | None) -> None:
        """Somebody wants a backup in place of what is here."""
        self._ways_back.ask_backup(store)

    def _join(self) -> None:
        self._joining.ready.connect(self._hand_over)
        self._joining.released.connect(self.leave)
        self._joining.enrolled_at.connect(self.enrolled_at)
        self._joining.restore_asked.connect(self._restore)
        self._ways_back.ended.connect(self.begin)
        self._troubles.again.connect(self.begin)
        self._troubles.restore_asked.connect(self._restore)
        self._troubles.rescue_asked.connect(self._ways_back.ask_rescue_key)
        self._troubles.passphrase_asked.connect(self._ask_new_passphrase)
        self._troubles.anew_asked.connect(self._start_over)

    def _on_looked(self, farewell: Farewell | None) -> None:
        if farewell is None:
            self._ask(partial(key_way, self._folders), self._on_key_way)
        else:
            self._say_farewell(farewell)

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
        screen.forgotten.connect(self._ways_back.ask_rescue_key)
        self.stage.show(screen)

    def _ask_new_passphrase(self) -> None:
        screen = NewPassphraseScreen()
        screen.given.connect(self._choose)
        self.stage.show(screen)

    def _choose(self, passphrase: str) -> None:
        self._ask(partial(choose_passphrase, self._folders, passphrase), lambda _: self._open(passphrase))

    def _open(self, passphrase: str) -> None:
        self._troubles.passphrase = passphrase
        self.stage.say_if_slow()
        self._ask(partial(open_store, self._folders, lambda: passphrase, self._clock), self._joining.take)

    def _hand_over(self, store: Store) -> None:
        self.stage.give_way()
        self._troubles.passphrase = ""
        self.ready.emit(store)

    def _restore(self) -> None:
        self.restore_instead(self._joining.give_up())

    def _start_over(self) -> None:
        self.stage.say_if_slow()
        self._ask(partial(start_over, self._folders), lambda _none: self.begin())

    def _on_wiped(self, store: Store, farewell: Farewell | None) -> None:
        if farewell is not None:
            self.left.emit()
            self._say_farewell(farewell)
        elif self._joining.has_begun:
            self._joining.take(store)
        else:
            self.stayed.emit()

    def _say_farewell(self, farewell: Farewell) -> None:
        screen = FarewellScreen(farewell)
        screen.closed.connect(self.window.close)
        screen.anew.connect(self._begin_anew)
        self.stage.show(screen)

    def _begin_anew(self) -> None:
        self._joining.give_up()
        self._ask(partial(begin_anew, self._folders), lambda _none: self.begin())

    def _ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._lanes.run("store", work, done, self._troubles.met, self)
