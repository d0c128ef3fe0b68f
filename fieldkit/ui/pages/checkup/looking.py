"""One look at the laptop in a lane of its own: some of its pieces take seconds, for which no save may wait."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fieldkit.checkup.look import Laptop, Moment, look_at
from fieldkit.ui.threads import LanesLike

LOOK = "look"
IsOver = Callable[[], bool]


class Looking(QObject):
    """Goes on piece by piece for as long as it is there; once it is deleted it ends in the middle of a piece."""

    moment = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, laptop: Callable[[IsOver], Laptop], lanes: LanesLike, owner: QObject) -> None:
        super().__init__(owner)
        self._lanes, gone = lanes, threading.Event()
        look = self._look = look_at(laptop(lambda: gone.is_set() or lanes.is_closed()))

        def end(_former: QObject) -> None:
            gone.set()
            if not lanes.is_closed():
                # Between two pieces it has the file open, which may be about to be put aside or erased.
                lanes.run(LOOK, look.close, _nothing, _nothing, QObject())

        self.destroyed.connect(end)

    def go_on(self) -> None:
        """The next piece, and all that follow."""
        look = self._look
        self._lanes.run(LOOK, lambda: next(look, None), self._on_moment, self.failed.emit, self)

    def _on_moment(self, moment: Moment | None) -> None:
        if moment is None:
            self.ended.emit()
            return
        self.moment.emit(moment)
        self.go_on()


def _nothing(_told: object) -> None:
    """Nobody waits for it."""
