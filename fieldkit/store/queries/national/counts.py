"""Counts of places side by side: of each source the newest that counts, with its day; older ones are kept beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.areas import AreaCode, parent
from fieldkit.domain.national.counts import Count, Gap, Source, doubts, gap_between, parts_differ
from fieldkit.domain.text import Text
from fieldkit.store.database import Database
from fieldkit.store.national import files_taken_back


@dataclass(frozen=True, slots=True)
class DatedCount:
    """What a source says of a place, and of which day."""

    place: str
    source: str
    as_of: str
    count: Count
    file_id: str = ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A place with both counts, the gap in people, and what does not add up; `id` is the place."""

    id: str
    local: DatedCount | None
    national: DatedCount | None
    gap: Gap | None
    doubts: tuple[Text, ...]


def latest_counts(database: Database) -> list[DatedCount]:
    """Of each place and source the count of the latest day, of one day the later row."""
    gone = files_taken_back(database)
    newest: dict[tuple[str, str], DatedCount] = {}
    for place, source, as_of, file_id, *count in database.rows(_COUNTS):
        if file_id not in gone:
            newest[place, source] = DatedCount(place, source, as_of, Count(*count), file_id)
    return list(newest.values())


def counts_side_by_side(database: Database) -> list[SideBySide]:
    """Every place of which somebody counted, the regency first."""
    counts = latest_counts(database)
    by_place: dict[str, dict[str, DatedCount]] = defaultdict(dict)
    for each in counts:
        by_place[each.place][each.source] = each
    return [_beside(place, of, counts) for place, of in sorted(by_place.items())]


def _beside(place: str, of: dict[str, DatedCount], counts: Iterable[DatedCount]) -> SideBySide:
    local, national = of.get(Source.LOCAL), of.get(Source.NATIONAL)
    gap = gap_between(local.count if local else None, national.count if national else None)
    found = [words for each in of.values() for words in (*doubts(each.count), *_parts(each, counts))]
    return SideBySide(place, local, national, gap, tuple(found))


def _parts(whole: DatedCount, counts: Iterable[DatedCount]) -> list[Text]:
    """What the places inside it come to, where one file told of all of them: elsewhere some may be missing."""
    inside = [
        each.count
        for each in counts
        if each.file_id and each.file_id == whole.file_id and parent(AreaCode(each.place)) == whole.place
    ]
    return parts_differ(whole.count, inside)


_COUNTS: Final = (
    "SELECT place, source, as_of, coalesce(file_id, ''), obligated, recorded, unrecorded, printed, coalesce(note, '') "
    "FROM population_count ORDER BY as_of, id"
)
