"""Codes of the rules inside a statement."""

from __future__ import annotations

from collections.abc import Iterable


def listed(codes: Iterable[str]) -> str:
    """Codes as they stand between the brackets of IN; never what somebody typed."""
    return ", ".join(f"'{code}'" for code in sorted(codes))
