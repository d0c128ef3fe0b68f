"""What one direction of the line carries, learnt from what went over it."""

from __future__ import annotations

from typing import Final

BATCH_S: Final = 1.5
"""A batch takes about this long, so that a cut costs little."""
UNKNOWN_BYTES: Final = 64 << 10
LEAST_BYTES: Final = 64
"""A batch holds one command at the least, whatever its size: on the worst line that is all that gets through."""
MOST_BYTES: Final = 1 << 20
MOST_PLAIN_BYTES: Final = 4 << 20
_TELLING_BYTES: Final = 4 << 10
"""Less than this says more about the round trip than about the line."""
_SLOW_BYTES_PER_S: Final = 64 << 10
_FAR_S: Final = 0.3
_FIRST_RATIO: Final = 0.08
"""Registrations come down to a twelfth and less."""
_LEAST_RATIO: Final = 0.02
_BREAKING_BYTES: Final = 4 << 10
_BLIND_TRIES: Final = 3
"""A line that was cut is mostly dead for a moment: so often a batch is tried again without a word before it."""


class Line:
    """Measures one direction; sizes are compressed bytes unless they are called plain."""

    def __init__(self) -> None:
        self.bytes_per_s = 0.0
        """0 while unknown."""
        self.cuts = 0
        self.is_in_doubt = False
        """Whether a small request should go first, to tell a dead line from a batch that is too large for it."""
        self.round_trip_s = 0.0
        """0 while unknown."""
        self.cap_bytes = MOST_BYTES
        """What lately got through, or may."""
        self._too_large_bytes = MOST_BYTES + 1
        """A batch of this size did not get through lately."""
        self._most_plain_bytes = MOST_PLAIN_BYTES
        self._cuts_in_a_row = 0
        self._tries_since_cut = 0
        """Cuts since the line last carried anything, the first not counted."""
        self._is_alive = True
        self._ratio = _FIRST_RATIO
        self._has_packed = False

    @property
    def batch_bytes(self) -> int:
        """Size of the next batch."""
        wanted = int(self.bytes_per_s * BATCH_S) if self.bytes_per_s else UNKNOWN_BYTES
        return max(LEAST_BYTES, min(wanted, self.cap_bytes, MOST_BYTES))

    @property
    def plain_bytes(self) -> int:
        """Size of the next batch before its compression."""
        return min(int(self.batch_bytes / self._ratio), self._most_plain_bytes)

    @property
    def is_slow(self) -> bool:
        """Whether harder compression pays."""
        if self.bytes_per_s:
            return self.bytes_per_s < _SLOW_BYTES_PER_S
        if self.is_breaking:
            return True
        return self.round_trip_s > _FAR_S

    @property
    def is_quick(self) -> bool:
        """Whether the line is known, and carries more than a thin one."""
        return self.bytes_per_s >= _SLOW_BYTES_PER_S

    @property
    def is_breaking(self) -> bool:
        """Whether connections end after so little that each request had better have one of its own."""
        return self.cap_bytes < _BREAKING_BYTES

    @property
    def is_learnt(self) -> bool:
        """Whether anything is known of the line: its speed, or what it does not carry."""
        return bool(self.bytes_per_s) or self.cap_bytes < MOST_BYTES

    def begin_with(self, bytes_per_s: int, cap_bytes: int) -> None:
        """It was known before, by an earlier program."""
        self.bytes_per_s = float(bytes_per_s)
        self.cap_bytes = min(max(cap_bytes, LEAST_BYTES), MOST_BYTES)

    def answered(self, seconds: float) -> None:
        """A request with next to no body took so long; the quickest one was not opening the connection as well."""
        self._has_carried_on()
        self.round_trip_s = min(seconds, self.round_trip_s or seconds)

    def carried(self, size_bytes: int, plain_bytes: int, seconds: float) -> None:
        """A batch went over in so many seconds, round trip included."""
        self._has_carried_on()
        self._cuts_in_a_row = 0
        self._grow()
        if plain_bytes:
            ratio = min(max(size_bytes / plain_bytes, _LEAST_RATIO), 1.0)
            self._ratio = (self._ratio + ratio) / 2 if self._has_packed else ratio
            self._has_packed = True
        if size_bytes < _TELLING_BYTES:
            return
        speed = size_bytes / max(seconds - self.round_trip_s, seconds / 4, 0.001)
        self.bytes_per_s = (self.bytes_per_s + speed) / 2 if self.bytes_per_s else speed

    def cut(self) -> None:
        """A batch had set out and did not get through.

        Lines end by the clock as well, for which a batch that fits is not to blame: on a known line only the second cut
        in a row makes the next batch half as large. A line that carried nothing since the cut before may simply be
        dead, which says nothing about sizes.
        """
        self.cuts += 1
        if not self._is_alive:
            self._tries_since_cut += 1
            self.is_in_doubt |= self._tries_since_cut >= _BLIND_TRIES
            return
        self._is_alive = False
        self._cuts_in_a_row += 1
        if self._cuts_in_a_row > 1 or not self.bytes_per_s:
            self.is_in_doubt = True
            self._too_large_bytes = self.batch_bytes
            self.cap_bytes = max(self.batch_bytes // 2, LEAST_BYTES)

    def refused(self, plain_bytes: int) -> None:
        """The other end takes less at once than a batch that was so large before its compression."""
        self._most_plain_bytes = max(plain_bytes // 2, 1)

    def _has_carried_on(self) -> None:
        self._is_alive, self.is_in_doubt, self._tries_since_cut = True, False, 0

    def _grow(self) -> None:
        """Back to large batches fast, but slowly past a size that did not get through."""
        doubled = self.cap_bytes * 2
        is_near = self.cap_bytes < self._too_large_bytes <= doubled
        self.cap_bytes = min(self.cap_bytes * 9 // 8 if is_near else doubled, MOST_BYTES)
