"""What a look found, as the office is told it."""

from __future__ import annotations

import msgspec


class Tampering(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was found, as the office is told it: no content, only where."""

    broken: dict[str, int] = {}
    """Origins whose chain breaks, and at which number."""
    cut: dict[str, int] = {}
    """Origins of which changes are gone, up to which number."""
    rows: dict[str, int] = {}
    """How many rows by table and what befell them: "resident changed"."""
    ids: list[str] = []
    """Some of the rows, by table and id."""

    def __bool__(self) -> bool:
        return bool(self.broken or self.cut or self.rows)
