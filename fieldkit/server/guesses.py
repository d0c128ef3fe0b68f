"""Wrong enrolment codes by address: whoever guesses is made to wait."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import Final

from fieldkit.server.trouble import busy

WINDOW_MS: Final = 60_000
WRONG_AT_MOST: Final = 10
_ADDRESSES_AT_MOST: Final = 10_000


class Guesses:
    """When each address was wrong lately. Several threads use it."""

    def __init__(self) -> None:
        self._wrong: dict[str, deque[int]] = {}
        self._lock = Lock()

    def check(self, address: str, now_ms: int) -> None:
        """TroubleError 429 where the address was wrong too often within the last minute."""
        with self._lock:
            recent = self._wrong.get(address, deque())
            if len(recent) >= WRONG_AT_MOST and recent[0] > now_ms - WINDOW_MS:
                raise busy(429, retry_after_s=(recent[0] + WINDOW_MS - now_ms) // 1000 + 1)

    def note(self, address: str, now_ms: int) -> None:
        """The address was wrong."""
        with self._lock:
            if len(self._wrong) >= _ADDRESSES_AT_MOST:
                self._wrong.pop(next(iter(self._wrong)))
            self._wrong.setdefault(address, deque(maxlen=WRONG_AT_MOST)).append(now_ms)
