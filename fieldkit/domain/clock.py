"""Whether a laptop's clock is far off, as the last contact and its own records tell; no order rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FAR_OFF_MS: Final = 5 * 60_000
_DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class ClockCheck:
    """What a contact told: the centre's clock less this laptop's, and what this laptop's read then (both in ms)."""

    offset_ms: int = 0
    read_ms: int = 0

    def error_ms(self, now_ms: int) -> int:
        """By how much the laptop's clock is behind (or, below 0, ahead); 0 where that is little or was put right."""
        is_little = abs(self.offset_ms) < FAR_OFF_MS
        return 0 if is_little or self._was_put_right(now_ms) else self.offset_ms

    def _was_put_right(self, now_ms: int) -> bool:
        # A clock that was ahead goes back only by hand. One that was behind goes on by itself: only a leap tells.
        by_hand = self.offset_ms < 0 or self.offset_ms >= _DAY_MS
        return by_hand and (now_ms - self.read_ms) / self.offset_ms >= 0.5


@dataclass(frozen=True, slots=True)
class KnownClock:
    """What a laptop knows of its clock; `last_known_ms` is the latest time that is written down there, 0 where none."""

    check: ClockCheck
    last_known_ms: int

    def error_ms(self, now_ms: int) -> int:
        """As the last contact told."""
        return self.check.error_ms(now_ms)

    def back_ms(self, now_ms: int) -> int:
        """By how much the clock stands before what is known of the time; 0 where that is little.

        It needs no contact. What was written while the clock ran ahead, as a contact told, is no knowledge.
        """
        ran_ahead = self.check.offset_ms <= -FAR_OFF_MS
        known_ms = max(self.check.read_ms + self.check.offset_ms, 0 if ran_ahead else self.last_known_ms)
        return known_ms - now_ms if known_ms - now_ms >= FAR_OFF_MS else 0
