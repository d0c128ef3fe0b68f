"""Looks through the laptop's data for tampering while nobody wants anything of the store, and seals what is new."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from fieldkit.domain.errors import FieldKitError
from fieldkit.store.keeping.tampering import Look, seal_some
from fieldkit.store.store import Store
from fieldkit.ui.threads import LanesLike

_BEGIN_AFTER_MS: Final = 2_000
"""The window and the first page come first."""
_BETWEEN_MS: Final = 20
"""Between two pieces whatever the screens asked for has its turn."""
_REST_MS: Final = 400
"""Whoever types a name, or leafs through pages, touches something again before that."""
_AT_LATEST_MS: Final = 2_000
"""Also where nobody rests one piece follows the other so far behind."""
_SEAL_EVERY_MS: Final = 30_000


class LookingThrough(QObject):
    """One look after each start, and sealing for as long as the program runs."""

    found = Signal()
    """Somebody wrote past FieldKit; what waits to be decided says what."""

    def __init__(self, store: Store, lanes: LanesLike, owner: QObject) -> None:
        super().__init__(owner)
        self._store, self._lanes = store, lanes
        self._look: Look | None = Look(store)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self._due = QDeadlineTimer()
        self._is_wanted = False

    def begin(self) -> None:
        """Begin once the window has had its time."""
        self._is_wanted = True
        self._go_on_after(_BEGIN_AFTER_MS)

    def wait(self) -> None:
        """Somebody is at work: a search does not wait for the piece before it."""
        rest_ms = min(_REST_MS, self._due.remainingTime())
        if 0 <= self._timer.remainingTime() < rest_ms:
            self._timer.start(rest_ms)

    def stop(self) -> None:
        """Ask the store for nothing more, also once the piece that is under way has landed."""
        self._is_wanted = False
        self._timer.stop()

    def _go_on_after(self, wait_ms: int) -> None:
        if self._is_wanted:
            self._timer.start(wait_ms)
            self._due = QDeadlineTimer(wait_ms + _AT_LATEST_MS)

    def _go_on(self) -> None:
        if self._lanes.is_busy() and not self._due.hasExpired():
            self._timer.start(_BETWEEN_MS)
        else:
            self._do_piece()

    def _do_piece(self) -> None:
        look, store = self._look, self._store
        piece = (lambda: seal_some(store)) if look is None else look.step
        self._lanes.run("store", piece, self._done, self._failed, self)

    def _done(self, is_more: bool) -> None:
        if not is_more and self._look is not None:
            if self._look.found.told():
                self.found.emit()
            self._look, is_more = None, True
        self._go_on_after(_BETWEEN_MS if is_more else _SEAL_EVERY_MS)

    def _failed(self, problem: Exception) -> None:
        """A store that does not answer says so where somebody works; here it is asked again later, and a
        look that was cut off begins anew."""
        if self._look is not None:
            self._look = Look(self._store)
        self._go_on_after(_SEAL_EVERY_MS)
        if not isinstance(problem, FieldKitError):
            raise problem
