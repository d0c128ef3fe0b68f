"""Which pages a role has."""

from __future__ import annotations

from typing import Final

_TABLE: Final = {"today", "register", "list", "visits", "cards", "sync", "schedule"}
_LEAD: Final = _TABLE | {"stock", "close_shift", "office"}
_PAGES: Final = {
    "operator": _TABLE,
    "lead": _LEAD,
    "planner": _LEAD,
    "admin": _LEAD,
    "head": {"today", "list", "stock", "sync", "schedule", "office"},
    "keeper": {"today", "stock", "sync"},
    "clerk": {"today", "list", "cards", "sync"},
    "viewer": {"today", "list", "stock", "sync", "schedule"},
}


def may_open(role: str, page: str) -> bool:
    """Whether a role has a page; pages that it lacks are absent."""
    return page in _PAGES.get(role, {"today", "sync"})
