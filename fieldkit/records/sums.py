"""Count and hash sum of the rows of an area, in any order: the same at both ends while they hold the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

import msgspec

from fieldkit.records.tables import TABLES

SUMMED: Final = ("id", "regency", "area", "version")
"""Columns that come before the declared ones."""
_HASH_BYTES: Final = 8
_BOUND: Final = 1 << (8 * _HASH_BYTES)
_encode = msgspec.json.Encoder().encode

SHAPE: Final = blake2b(_encode([(table.name, *table.column_names) for table in TABLES]), digest_size=8).hexdigest()
"""What is summed: only sums of one shape can be compared."""


@dataclass(slots=True)
class Sum:
    """How many rows, and the sum of their hashes."""

    count: int = 0
    total: int = 0

    def add(self, table: str, row: Sequence[Any]) -> None:
        """Count a row in: `SUMMED`, then the declared columns in their order."""
        digest = blake2b(_encode((table, *row)), digest_size=_HASH_BYTES).digest()
        self.count += 1
        self.total = (self.total + int.from_bytes(digest, "big")) % _BOUND

    @property
    def told(self) -> str:
        """The hash sum as the wire says it."""
        return f"{self.total:016x}"
