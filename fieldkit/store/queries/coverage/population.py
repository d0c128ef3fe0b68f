"""The newest counts of people in places, and the percentage that is to be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

import msgspec

from fieldkit.domain.lists.outlook import TARGET_PERCENT, target_of
from fieldkit.domain.national.standing import Counted
from fieldkit.store.database import Database
from fieldkit.store.national import files_taken_back

_COUNTS: Final = (
    "SELECT place, source, as_of, obligated, recorded, coalesce(file_id, '') FROM population_count "
    "WHERE place IN (SELECT value FROM json_each(?)) AND obligated > 0 AND recorded IS NOT NULL "
    "ORDER BY as_of, id"
)
_TOLD: Final = (
    "SELECT value FROM setting WHERE key = ? AND coalesce(valid_from, '') <= ? "
    "ORDER BY coalesce(valid_from, '') DESC, id DESC LIMIT 1"
)
_BELOW: Final = (
    "SELECT DISTINCT place FROM population_count WHERE place > ? AND place < ? AND length(place) = ? ORDER BY place"
)


def newest_counts(database: Database, places: Collection[str]) -> Mapping[str, Mapping[str, Counted]]:
    """By place and source, what was counted last; a count that lacks a number is passed over, never filled in."""
    found: dict[str, dict[str, Counted]] = defaultdict(dict)
    gone = files_taken_back(database)
    for place, source, as_of, obligated, recorded, file_id in database.rows(_COUNTS, _listed(places)):
        if file_id not in gone:
            found[place][source] = Counted(source, date.fromisoformat(as_of), obligated, recorded)
    return found


def counted_below(database: Database, code: str, length: int) -> list[str]:
    """The places of a code length below a code of which somebody has a count."""
    return [place for (place,) in database.rows(_BELOW, f"{code}.", f"{code}/", length)]


def target_percent(database: Database, on: date) -> Decimal:
    """The percentage to be reached: the last that has begun on a day, or what holds without a word of the office."""
    told = database.value(_TOLD, TARGET_PERCENT, on.isoformat())
    return target_of(str(told or ""))


def _listed(places: Collection[str]) -> str:
    return msgspec.json.encode(sorted(places)).decode()
