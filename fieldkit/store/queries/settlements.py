"""How a case was settled, as it is told to somebody who was about to settle it as well."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True, repr=False)
class Settled:
    """What was decided, the reason, by whom, and when (UTC)."""

    decision: str
    note: str
    user: str
    at: str


def settled(database: Database, case_id: str) -> Settled | None:
    """The decision that shows: the last one; None where the case ended without one, or who decided is not known."""
    row = database.row(
        "SELECT s.decision, coalesce(s.note, ''), u.name, s.at FROM case_settlement s "
        "JOIN app_user u ON u.id = s.settled_by WHERE s.case_id = ? AND u.active = 1 ORDER BY s.at DESC, s.id DESC",
        case_id,
    )
    return Settled(*row) if row else None
