"""Recordings of a day, each person once: under whichever row, at whichever table, the first one counts."""

from __future__ import annotations

from typing import Final

FIRST_RECORDINGS: Final = (
    "(SELECT s.request_id, s.shift_id, s.since, min(s.since || s.request_id) FROM request_state s "
    "JOIN shift_opening d ON d.id = s.shift_id LEFT JOIN resident_state p ON p.resident_id = s.resident_id "
    "WHERE d.day = ?1 AND s.state = 'recorded' GROUP BY coalesce(p.shown_id, s.resident_id))"
)
"""Request, shift and instant, of the day ?1."""
