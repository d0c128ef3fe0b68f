"""What the desk of national data shows in one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldkit.domain.national.status import HALTED
from fieldkit.domain.zones import day_in, zone_of
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.literals import listed
from fieldkit.store.queries.national.counts import SideBySide, counts_side_by_side
from fieldkit.store.queries.national.files import NationalFile, national_files
from fieldkit.store.queries.national.work_lists import Unsent, WorkListCount, unsent_by_set, work_list_counts


@dataclass(frozen=True, slots=True)
class NationalView:
    """The desk at a glance, on a day of the regency."""

    regency: str
    time_zone: str
    day: str
    files: tuple[NationalFile, ...]
    places: tuple[SideBySide, ...]
    lists: tuple[WorkListCount, ...]
    unsent: tuple[Unsent, ...]


def national_view(database: Database, now_utc: datetime) -> NationalView:
    """Files, counts and work lists."""
    regency = Meta(database).regency
    day = today(database, now_utc)
    return NationalView(
        regency,
        zone_of(regency),
        day,
        tuple(national_files(database)),
        tuple(counts_side_by_side(database)),
        tuple(work_list_counts(database, day)),
        tuple(unsent_by_set(database, day)),
    )


def halted_records(database: Database) -> int:
    """How many records went no further at the centre."""
    return int(database.value(_HALTED))


def today(database: Database, now_utc: datetime) -> str:
    """The day on the regency's clocks."""
    return day_in(Meta(database).regency, now_utc.isoformat())


_HALTED = f"SELECT count(*) FROM national_state WHERE status IN ({listed(HALTED)})"
