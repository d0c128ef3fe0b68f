"""Which pages a role has, and what it is called."""

from __future__ import annotations

from typing import Final

from fieldkit.ui.language import tr

_TABLE: Final = {"today", "register", "list", "visits", "cards", "sync", "schedule"}
_LEAD: Final = _TABLE | {"stock", "close_shift", "office"}
_PAGES: Final = {
    "operator": _TABLE,
    "lead": _LEAD,
    "planner": _LEAD,
    "admin": _LEAD,
    "keeper": {"today", "stock", "sync"},
    "clerk": {"today", "list", "cards", "sync"},
    "viewer": {"today", "list", "stock", "sync", "schedule"},
}


def may_open(role: str, page: str) -> bool:
    """Whether a role has a page; pages that it lacks are absent."""
    return page in _PAGES.get(role, {"today", "sync"})


def role_label(role: str) -> str:
    """The role as the window calls it."""
    labels = {
        "operator": tr("Operator"),
        "lead": tr("Ketua tim"),
        "planner": tr("Perencana"),
        "admin": tr("Admin"),
        "keeper": tr("Penyimpan blangko"),
        "clerk": tr("Petugas kartu"),
        "viewer": tr("Pembaca"),
    }
    return labels.get(role, role)
