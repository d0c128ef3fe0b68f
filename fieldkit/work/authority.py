"""What a role may do on a laptop; the window only shows it, this holds it."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.store.unit import Unit

LEADS: Final = frozenset({"lead", "planner", "admin"})
"""Who opens and closes shifts, and takes lists in."""


def require_lead(unit: Unit) -> None:
    """RuleError where the user who is signed in does not lead."""
    role = unit.value("SELECT role FROM app_user WHERE id = ? AND active = 1", unit.user)
    if role not in LEADS:
        raise RuleError(
            Problem("user", "not_lead", text("Hanya ketua tim yang bisa melakukan ini. Minta ketua tim masuk."))
        )
