"""Work off the UI thread, in lanes; results land on the main thread."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
LANES = ("store", "network", "paper", "look")
_BESIDE_STORE: Final = LANES[1:]
_TURN_S: Final = 0.001


class LanesLike(Protocol):
    """What pages need of lanes."""

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """Do `work` in a lane, then call `done` or `failed` on the main thread, unless `owner` is gone by then."""

    def is_busy(self) -> bool:
        """Whether something was asked for that has not landed yet."""

    def is_closed(self) -> bool:
        """Whether nothing lands any more; long work asks this, from its own thread."""

    def close(self) -> None:
        """Take no more work; do what was asked of the store, wait for what is running; nothing lands any more."""


@dataclass(frozen=True)
class _Landing:
    owner: QObject
    call: Callable[[Any], None]
    value: Any


class Lanes(QObject):
    """Lanes of one thread each: `store`, in the order asked for, `network`, `paper` for printers and copies, `look`.

    What goes through the whole database on a connection of its own takes the last: a save never waits for it.
    """

    _landed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # One event of the window asks for the interpreter several times, and waits so long each time for a busy lane.
        sys.setswitchinterval(_TURN_S)
        self._open, self._under_way = True, 0
        self._pools = {lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane) for lane in LANES}
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """Do `work` in a lane, then call `done` or `failed` on the main thread, unless `owner` is gone by then."""
        self._under_way += 1
        self._pools[lane].submit(self._work, work, done, failed, owner)

    def is_busy(self) -> bool:
        """Whether something was asked for that has not landed yet."""
        return self._under_way > 0

    def is_closed(self) -> bool:
        """Whether nothing lands any more; long work asks this, from its own thread."""
        return not self._open

    def close(self) -> None:
        """Take no more work; do what was asked of the store, wait for what is running; nothing lands any more."""
        self._open = False
        for lane, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=lane != "store")

    def _work(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        try:
            landing = _Landing(owner, done, work())
        except Exception as error:  # whatever it is, the caller is told on the main thread
            landing = _Landing(owner, failed, error)
        self._landed.emit(landing)

    @Slot(object)
    def _land(self, landing: _Landing) -> None:
        self._under_way -= 1
        # An exception in the callback leaves this slot and so reaches sys.excepthook.
        if self._open and shiboken6.isValid(landing.owner):
            landing.call(landing.value)


def once_beside_is_empty(
    lanes: LanesLike, done: Callable[[], None], owner: QObject, beside: Sequence[str] = _BESIDE_STORE
) -> None:
    """Call `done` on the main thread once every lane but the store's has done what it was asked for by now.

    Whatever may then be put aside or erased, no other lane has it open. Nothing is called once the lanes are closed.
    """
    if lanes.is_closed():
        return
    if not beside:
        done()
        return
    first, *others = beside
    lanes.run(first, _nothing, lambda _none: once_beside_is_empty(lanes, done, owner, others), _raised, owner)


def _nothing() -> None:
    """Comes last in its lane."""


def _raised(problem: Exception) -> None:
    raise problem


class InlineLanes:
    """The same at once and on the calling thread, for tests."""

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        """Do it now."""
        if lane not in LANES:
            raise KeyError(lane)
        try:
            result = work()
        except Exception as error:  # handed on, as the real lanes do
            failed(error)
            return
        if shiboken6.isValid(owner):
            done(result)

    def is_busy(self) -> bool:
        """Never: it is done when it is asked for."""
        return False

    def is_closed(self) -> bool:
        """Never: nothing goes on when it is asked."""
        return False

    def close(self) -> None:
        """Nothing to wait for."""
