"""What was learnt of the line outlives the program: after a power cut the batches that suited it are not found anew."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from fieldkit.domain.checkup.traffic import LineRound
from fieldkit.domain.errors import FieldKitError
from fieldkit.host.clock import Clock, now_ms
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.line import Line

_VALID_MS: Final = 30 * 60 * 1000
"""Later the laptop may be somewhere else."""
_TELLING_BYTES: Final = 4 << 10
"""A round that moved less, and was not cut, says nothing that the one before did not say."""
_MUCH: Final = 1.5
"""What changed by less than this factor is not worth a write."""


class LineMemory:
    """Both directions of the line, as they are noted in the store."""

    def __init__(self, exchange: Exchange, clock: Clock, up: Line, down: Line) -> None:
        self._exchange, self._clock = exchange, clock
        self._lines = (up, down)
        self._noted: list[int] | None = None
        self._cuts = 0
        """Up to the end of the round before."""

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

    def end_round(self, moved_bytes: int) -> None:
        """Note how the line was in a round, where it told anything; a store that fails has said so elsewhere."""
        cuts, self._cuts = self._cuts, sum(line.cuts for line in self._lines)
        if moved_bytes < _TELLING_BYTES and self._cuts == cuts:
            return
        up, down = self._lines
        trip_ms = round(1000 * min(filter(None, (up.round_trip_s, down.round_trip_s)), default=0.0))
        now = now_ms(self._clock)
        told = LineRound(now, int(up.bytes_per_s), int(down.bytes_per_s), trip_ms, self._cuts - cuts)
        with suppress(FieldKitError):
            self._exchange.keep_round(told)

    def _is_news(self, learnt: list[int]) -> bool:
        before = self._noted or [0] * len(learnt)
        return any(max(was, now) > _MUCH * min(was, now) for was, now in zip(before, learnt, strict=True))
