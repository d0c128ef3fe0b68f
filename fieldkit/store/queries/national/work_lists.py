"""The work lists that national data give the office (PL-5): how many in which village, and who."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import msgspec

from fieldkit.domain.national.work_lists import (
    SFE_DAYS_KEY,
    UPLOAD_DAYS_KEY,
    Patience,
    Track,
    WorkList,
    belongs_on,
    patience_of,
)
from fieldkit.domain.zones import day_in
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.cards.facts import ENDED


@dataclass(frozen=True, slots=True)
class WorkListCount:
    """How many people stand on a list, in each village, the most first; `id` is the list."""

    id: WorkList
    people: int
    villages: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, repr=False)
class WorkListEntry:
    """One person of a list. `set_code` and `recorded_on` tell of the recording here, where there was one."""

    id: str
    name: str
    birth_date: str
    nik_tail: str
    village: str
    rt: str
    rw: str
    phone: str
    contact_name: str
    status: str
    raw: str
    as_of: str
    since: str
    recorded_on: str
    set_code: str


@dataclass(frozen=True, slots=True)
class Unsent:
    """So many recordings of one set on one day of which the centre knows nothing (F-R7)."""

    set_code: str
    day: str
    people: int

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return f"{self.set_code} {self.day}"


def patience(database: Database, day: str) -> Patience:
    """How long the office waits, as it set it for a day."""
    rows = database.rows(
        "SELECT key, value FROM setting WHERE key IN (?, ?) AND coalesce(valid_from, '') <= ? "
        "ORDER BY coalesce(valid_from, ''), id",
        UPLOAD_DAYS_KEY,
        SFE_DAYS_KEY,
        day,
    )
    return patience_of(dict(rows))


def work_list_counts(database: Database, day: str) -> list[WorkListCount]:
    """Every list, also those on which nobody stands."""
    villages: dict[WorkList, Counter[str]] = defaultdict(Counter)
    for each in _placed(database, day):
        villages[each.work_list][each.village] += 1
    return [WorkListCount(each, villages[each].total(), tuple(villages[each].most_common())) for each in WorkList]


def unsent_by_set(database: Database, day: str) -> list[Unsent]:
    """Recordings whose upload nobody confirmed, by set and day of recording, the oldest first."""
    found = Counter(each.recorded for each in _placed(database, day) if each.work_list is WorkList.UPLOAD)
    return [Unsent(set_code, on, people) for (on, set_code), people in sorted(found.items())]


def work_list(database: Database, wanted: WorkList, day: str, village: str = "") -> list[WorkListEntry]:
    """Who stands on a list, in a village or in all, by village, RW, RT and name."""
    found = {
        each.who: each for each in _placed(database, day) if each.work_list is wanted and village in ("", each.village)
    }
    rows = database.rows(_PEOPLE, msgspec.json.encode(list(found)).decode())
    return [WorkListEntry(*(*row, *found[row[0]].standing, *found[row[0]].recorded)) for row in rows]


class _Placed(NamedTuple):
    """Somebody on a list: status, text, day and since when; and day and set of the recording here."""

    who: str
    village: str
    work_list: WorkList
    standing: tuple[str, str, str, str]
    recorded: tuple[str, str]


def _placed(database: Database, day: str) -> Iterator[_Placed]:
    """Everybody on a list, each person once."""
    on, limits, recordings = date.fromisoformat(day), patience(database, day), _recordings(database)
    printed = {who for (who,) in database.rows(_PRINTED)}
    for who, (village, standing) in _standing(database).items():
        recorded = recordings.get(who, _NEVER)
        status, _, _, since = standing
        found = belongs_on(Track(status, since, recorded[0], who in printed), on, limits)
        if found is not None:
            yield _Placed(who, village, found, standing, recorded)


def _standing(database: Database) -> dict[str, tuple[str, tuple[str, str, str, str]]]:
    """Village and status of each person by the row that shows; of several rows the latest word holds."""
    found: dict[str, tuple[str, tuple[str, str, str, str]]] = {}
    last: dict[str, tuple[str, str]] = {}
    for who, is_linked, village, fact_id, *standing in database.rows(_STANDING):
        if is_linked:
            told = (standing[2], fact_id)
            if told < last.get(who, told):
                continue
            last[who] = told
        found[who] = village, tuple(standing)
    return found


def _recordings(database: Database) -> dict[str, tuple[str, str]]:
    """The last recording of each person, by the row that shows: its day, and the set."""
    area = Meta(database).regency
    return {who: (day or day_in(area, at), set_code) for who, at, day, set_code in database.rows(_RECORDED)}


_NEVER: Final = ("", "")
_STANDING: Final = (
    "SELECT coalesce(s.shown_id, n.resident_id), s.shown_id IS NOT NULL "
    "OR EXISTS (SELECT 1 FROM resident_state o WHERE o.shown_id = n.resident_id), r.village, n.fact_id, "
    "n.status, n.raw, n.as_of, n.since FROM national_state n "
    "LEFT JOIN resident_state s ON s.resident_id = n.resident_id "
    "JOIN resident r ON r.id = coalesce(s.shown_id, n.resident_id)"
)
_RECORDED: Final = (
    "SELECT coalesce(s.shown_id, q.resident_id), q.since, coalesce(o.day, ''), coalesce(o.set_code, '') "
    "FROM request_state q LEFT JOIN shift_opening o ON o.id = q.shift_id "
    "LEFT JOIN resident_state s ON s.resident_id = q.resident_id WHERE q.state = 'recorded' ORDER BY q.since"
)
_PRINTED: Final = (
    "SELECT DISTINCT coalesce(s.shown_id, q.resident_id) FROM card_print p "
    "JOIN service_request q ON q.id = p.request_id LEFT JOIN resident_state s ON s.resident_id = q.resident_id "
    f"WHERE NOT {ENDED}"
)
_PEOPLE: Final = (
    "SELECT r.id, r.name, coalesce(r.birth_date, ''), coalesce(r.nik_tail, substr(r.nik, -4), ''), r.village, "
    "coalesce(r.rt, ''), coalesce(r.rw, ''), coalesce(r.phone, ''), coalesce(r.contact_name, '') "
    "FROM resident r WHERE r.id IN (SELECT value FROM json_each(?)) ORDER BY r.village, r.rw, r.rt, r.name"
)
