"""Which pages a role has."""

from __future__ import annotations

from typing import Final

_TABLE: Final = {"today", "register", "list", "visits", "cards", "sync", "schedule"}
_LEAD: Final = _TABLE | {"stock", "close_shift", "coverage", "office"}
_PAGES: Final = {
    "operator": _TABLE,
    "lead": _LEAD,
    "planner": _LEAD,
    "admin": _LEAD,
    "head": {"today", "list", "stock", "sync", "schedule", "coverage", "office"},
    "keeper": {"today", "stock", "sync"},
    "clerk": {"today", "list", "cards", "sync", "office"},
    "viewer": {"today", "list", "stock", "sync", "schedule", "coverage"},
}

_LEAD_DESKS: Final = {"lists", "targets", "missions", "uncollected", "rules"}
_PLANNER_DESKS: Final = _LEAD_DESKS | {"national", "notices", "people", "laptops", "data_requests"}
_DESKS: Final = {
    "lead": _LEAD_DESKS,
    "planner": _PLANNER_DESKS,
    "admin": _PLANNER_DESKS,
    "head": {"targets", "rules", "people", "laptops", "data_requests"},
    "clerk": {"notices", "uncollected"},
}
"""Of those who have the office page: which of its desks."""


def may_open(role: str, page: str) -> bool:
    """Whether a role has a page; pages that it lacks are absent."""
    return page in _PAGES.get(role, {"today", "sync"})


def may_sit_at(role: str, desk: str) -> bool:
    """Whether a role has a desk of the office; desks that it lacks are absent."""
    return desk in _DESKS.get(role, set())
