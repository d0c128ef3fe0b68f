"""Figures that were made once are shown again, as long as nothing that they tell has changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final

KEPT_BYTES: Final = 32 << 20
"""In each process: some hundreds of regencies in one language."""


class Shown:
    """The part of a page that is the same for whoever looks, by key; what nobody asked for the longest goes first."""

    def __init__(self, most_bytes: int = KEPT_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._kept: OrderedDict[Hashable, tuple[Hashable, str]] = OrderedDict()
        self._turn = threading.Lock()

    def get(self, key: Hashable, stamp: Hashable, make: Callable[[], str]) -> str:
        """What was made for this key under this stamp, or is made now."""
        with self._turn:
            found = self._kept.get(key)
            if found is not None and found[0] == stamp:
                self._kept.move_to_end(key)
                return found[1]
        made = make()
        with self._turn:
            self._forget(key)
            self._kept[key] = (stamp, made)
            self._bytes += len(made)
            while self._bytes > self._most_bytes:
                self._forget(next(iter(self._kept)))
        return made

    def _forget(self, key: Hashable) -> None:
        _, made = self._kept.pop(key, ("", ""))
        self._bytes -= len(made)
