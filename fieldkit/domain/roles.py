"""Roles, and what each may decide; `work` holds it on the laptop, and the centre again for what arrives."""

from __future__ import annotations

from typing import Final

LEADS: Final = frozenset({"lead", "planner", "admin"})
"""Who opens and closes shifts, takes lists in, and writes what the office owns."""
PLANNERS: Final = frozenset({"planner", "admin"})
"""Who draws the calendar (PL-3), and decides what the field proposes about a list (PL-7)."""
STOCK_KEEPERS: Final = frozenset({"keeper", "planner", "admin"})
"""Who takes lots in, issues, counts, lends and destroys."""
LIST_WORKERS: Final = LEADS | {"operator"}
"""Who proposes what is wrong with a list (F-T3)."""
VISITORS: Final = LEADS | {"operator"}
"""Who plans and makes home visits."""
CARD_WORKERS: Final = LEADS | {"operator", "clerk"}
"""Who prints, checks, puts away and hands over cards; to print, papers are needed besides (F-B6)."""
TABLE_WORKERS: Final = CARD_WORKERS | STOCK_KEEPERS
"""Who books what a table takes, uses and gives back."""
FIELD_WORKERS: Final = LEADS | {"operator"}
"""Who notes what goes wrong at a table (TL-3)."""
CALLERS: Final = LEADS | {"operator", "clerk"}
"""Who tells people when to come."""
LOST_WORK: Final = "gap"
"""The kind of case where a restored laptop may have lost work for good."""


def may_settle(kind: str, role: str | None) -> bool:
    """Whether a role may decide a case of a kind: that work is lost for good, only an admin says (design.md, 3)."""
    return role == "admin" if kind == LOST_WORK else role in LEADS
