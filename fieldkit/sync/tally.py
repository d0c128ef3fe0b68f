"""What a round has counted so far, and what it makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

_FIRST_CHANGE_BYTES: Final = 60.0
"""Compressed bytes of a change, before the first batch has told."""


@dataclass
class Tally:
    """Changes, rows and compressed bytes."""

    sent: int = 0
    total: int = 0
    """Sent, and still waiting."""
    batch: int = 0
    """Number of the batch on its way, from 1."""
    batches_done: int = 0
    acknowledged_bytes: int = 0
    moving_bytes: int = 0
    """What has left of the batch on its way."""
    fetched: int = 0
    """Rows taken in."""
    fetch_estimate: int = 0
    """Versions between the cursors and the heads when the fetching began."""
    fetch_left: int = 0
    """Those that no page has reached yet."""
    fetching_s: float = 0.0
    """How long it took to get there; 0 before the first page."""

    def begin_batch(self) -> None:
        """A batch sets out."""
        self.batch = self.batches_done + 1
        self.moving_bytes = 0

    def end_batch(self, changes: int) -> None:
        """The batch was acknowledged."""
        self.sent += changes
        self.batches_done += 1
        self.acknowledged_bytes += self.moving_bytes
        self.moving_bytes = 0

    def begin_fetching(self, versions: int) -> None:
        """Pages are about to be asked for."""
        self.fetch_estimate = self.fetch_left = versions

    def end_page(self, versions_left: int, seconds: float) -> None:
        """A page arrived, so many seconds after the fetching began."""
        self.fetch_left = versions_left
        self.fetching_s = seconds

    @property
    def versions_per_s(self) -> float:
        """How fast the pages so far came, the time to take them in included; 0 while unknown."""
        covered = max(self.fetch_estimate - self.fetch_left, 0)
        return covered / self.fetching_s if self.fetching_s > 0 else 0.0

    @property
    def bytes_total_estimate(self) -> int:
        """Bytes of the whole round, never less than what has left."""
        expected = self.acknowledged_bytes + self._bytes_left
        return max(round(expected), self.acknowledged_bytes + self.moving_bytes)

    def batches_estimate(self, batch_bytes: int) -> int:
        """Batches of the whole round, if they stay as large as this."""
        return max(self.batches_done + ceil(self._bytes_left / batch_bytes), self.batch)

    @property
    def _bytes_left(self) -> float:
        change_bytes = self.acknowledged_bytes / self.sent if self.sent else _FIRST_CHANGE_BYTES
        return max(self.total - self.sent, 0) * change_bytes
