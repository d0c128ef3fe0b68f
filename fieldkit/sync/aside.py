"""What the store does while the line is busy: one thread beside that of the sync."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Self, TypeVar

from fieldkit.domain.errors import FieldKitError

T = TypeVar("T")


class Aside:
    """Takes in what arrived, one after the other, and prepares what goes out next."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "fieldkit-sync")
        self._pending: Callable[[], None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Whatever ends the step, what arrived before is taken in and counted."""
        with suppress(*([FieldKitError] if kind else [])):
            self.settle()
        self._thread.shutdown()

    def take_in(self, act: Callable[[], T], then: Callable[[T], None]) -> None:
        """Begin to take something in; `then` is told what came of it, on the thread that syncs.

        What was begun before is waited for, and its failure raised.
        """
        self.settle()
        result = self.prepare(act)
        self._pending = lambda: then(result.result())

    def settle(self) -> None:
        """Wait for what was begun; raises what went wrong."""
        pending, self._pending = self._pending, None
        if pending:
            pending()

    def prepare(self, act: Callable[[], T]) -> Future[T]:
        """Begin something that is asked for later."""
        return self._thread.submit(act)
