"""Which proposals stand, and the office's last word on each: what deriving states and showing proposals share."""

from __future__ import annotations

from typing import Final

_LAST_WORD: Final = "FROM proposal_decision w WHERE w.proposal_id = p.id ORDER BY w.at DESC, w.seq DESC LIMIT 1"
DECISION_OF: Final = f"(SELECT w.decision {_LAST_WORD})"
"""The office's last word on the proposal, or the visit that proposes, called p; null where it said none."""
DECISION_ID: Final = f"(SELECT w.id {_LAST_WORD})"
"""The row that holds that word."""
STANDS: Final = (
    "NOT EXISTS (SELECT 1 FROM list_proposal l WHERE l.resident_id = p.resident_id AND l.corrects_id = p.id)"
)
"""Whether the proposal called p was neither corrected nor taken back."""
