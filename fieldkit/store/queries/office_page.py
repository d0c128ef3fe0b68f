"""What the office page shows in one look."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.lists.versions import ListVersion, list_versions
from fieldkit.store.queries.shifts import current_shift, site_zone


@dataclass(frozen=True, slots=True)
class OfficeView:
    """The page at a glance. `day` is the day of the open shift, or empty."""

    regency: str
    day: str
    time_zone: str
    lists: tuple[ListVersion, ...]


def office_view(database: Database) -> OfficeView:
    """Everything that the import starts from."""
    shift = current_shift(database)
    return OfficeView(
        Meta(database).regency,
        shift.day if shift else "",
        site_zone(database),
        tuple(list_versions(database)),
    )
