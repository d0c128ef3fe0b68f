"""What was learnt of the line outlives the program: after a power cut the batches that suited it are not found anew."""

from __future__ import annotations

from typing import Final

from fieldkit.host.clock import Clock, now_ms
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.line import Line

_VALID_MS: Final = 30 * 60 * 1000
"""Later the laptop may be somewhere else."""
_MUCH: Final = 1.5
"""What changed by less than this factor is not worth a write."""


class LineMemory:
    """Both directions of the line, as they are noted in the store."""

    def __init__(self, exchange: Exchange, clock: Clock, up: Line, down: Line) -> None:
        self._exchange, self._clock = exchange, clock
        self._lines = (up, down)
        self._noted: list[int] | None = None

    def recall(self) -> None:
        """Begin with what the program before this one noted, if that was a short while ago."""
        if self._noted is not None:
            return
        self._noted = []
        words = self._exchange.known_line().split()
        if len(words) != 2 * len(self._lines) + 1 or not all(word.isascii() and word.isdigit() for word in words):
            return
        at_ms, *self._noted = map(int, words)
        if 0 <= now_ms(self._clock) - at_ms <= _VALID_MS:
            for line, start in zip(self._lines, (0, 2), strict=True):
                line.begin_with(*self._noted[start : start + 2])

    def keep(self) -> None:
        """Note how the line is now, if it is much different."""
        learnt = [number for line in self._lines for number in (int(line.bytes_per_s), line.cap_bytes)]
        if any(line.is_learnt for line in self._lines) and self._is_news(learnt):
            self._noted = learnt
            self._exchange.keep_line(" ".join(map(str, (now_ms(self._clock), *learnt))))

    def _is_news(self, learnt: list[int]) -> bool:
        before = self._noted or [0] * len(learnt)
        return any(max(was, now) > _MUCH * min(was, now) for was, now in zip(before, learnt, strict=True))
