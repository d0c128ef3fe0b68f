"""Which signatures the centre doubts: nothing shows as signed by somebody who may not have signed it."""

from __future__ import annotations

from typing import Final

_KINDS: Final = "'signature', 'scope', 'user'"
"""Cases about whether somebody signed, or could. Settling one decides what is done about it, not who signed."""


def is_doubted(row: str) -> str:
    """SQL for whether the centre opened a case about the signature of a row, given by this expression of its id."""
    return f"EXISTS (SELECT 1 FROM case_file doubt WHERE doubt.subject = {row} AND doubt.kind IN ({_KINDS}))"
