"""The shifts of which the closing may be read, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.store.database import Database
from fieldkit.store.queries.openings import STANDS
from fieldkit.store.queries.shifts import CURRENT_SHIFT, own_shifts


@dataclass(frozen=True, slots=True)
class OlderShift:
    """A shift that was closed, or is open; `closed_at` is UTC, and empty with `closed_by` where nobody signed."""

    id: str
    day: str
    name: str
    site_name: str
    village: str
    time_zone: str
    number: int
    """How often it was closed."""
    closed_by: str
    closed_at: str
    is_closed: bool
    is_reported: bool
    is_current: bool
    """Whether this laptop's table works in it."""

    @property
    def is_reopened(self) -> bool:
        """Whether it was closed, and is open again."""
        return self.number > 0 and not self.is_closed


def older_shifts(database: Database) -> list[OlderShift]:
    """All shifts that this laptop knows, without those that were opened by mistake."""
    rows = database.rows(_SHIFTS, CURRENT_SHIFT)
    return [OlderShift(*row[:9], *map(bool, row[9:])) for row in rows]


def waiting_again(database: Database) -> OlderShift | None:
    """The newest shift of this laptop that somebody else opened again, and that its table does not work in."""
    own = set(own_shifts(database))
    waiting = (one for one in older_shifts(database) if one.id in own and one.is_reopened and not one.is_current)
    return next(waiting, None)


_SHIFTS: Final = (
    "WITH told AS (SELECT shift_id, "
    f"coalesce(max(number) FILTER (WHERE kind = '{ClosingKind.TABLE}'), 0) AS closed, "
    f"coalesce(max(number) FILTER (WHERE kind = '{ClosingKind.REOPENING}'), 0) AS reopened, "
    f"max(kind = '{ClosingKind.REPORTED}') AS reported FROM closing GROUP BY shift_id) "
    "SELECT o.id, o.day, o.name, o.site_name, o.village, o.time_zone, coalesce(t.closed, 0), "
    "coalesce(u.name, ''), coalesce(max(c.at), ''), coalesce(t.closed > t.reopened, 0), coalesce(t.reported, 0), "
    "o.id = coalesce((SELECT value FROM meta WHERE key = ?), '') AND NOT coalesce(t.closed > t.reopened, 0) "
    "FROM shift_opening o LEFT JOIN told t ON t.shift_id = o.id "
    f"LEFT JOIN closing c ON c.shift_id = o.id AND c.kind = '{ClosingKind.TABLE}' AND c.number = t.closed "
    f"LEFT JOIN app_user u ON u.id = c.signer_id WHERE {STANDS} GROUP BY o.id ORDER BY o.day DESC, o.at DESC, o.id DESC"
)
