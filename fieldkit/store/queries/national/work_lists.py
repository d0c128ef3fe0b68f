"""The work lists that national data give the office (PL-5): how many in which village, and who."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

import msgspec

from fieldkit.domain.national.status import UNHEARD
from fieldkit.domain.national.track import NationalState
from fieldkit.domain.national.work_lists import (
    SFE_DAYS_KEY,
    STATUSES,
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
from fieldkit.store.queries.literals import listed


@dataclass(frozen=True, slots=True)
class WorkListCount:
    """How many people stand on a list; `id` is the list."""

    id: WorkList
    people: int


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
    """Every list, also those on which nobody stands; without a look at people of whom nothing is known but a status."""
    on, limits = date.fromisoformat(day), patience(database, day)
    special = _special(database)
    plain = Counter({(status, since): people for status, since, people in database.rows(_PLAIN)})
    plain.subtract((row.status, row.since) for rows in special.rows.values() for row in rows)
    found: Counter[WorkList | None] = Counter()
    for (status, since), people in plain.items():
        found[belongs_on(Track(status, since), on, limits)] += people
    for who in special.people():
        found[belongs_on(special.track(who), on, limits)] += 1
    return [WorkListCount(each, found[each]) for each in WorkList]


def unsent_by_set(database: Database, day: str) -> list[Unsent]:
    """Recordings whose upload nobody confirmed, by set and day of recording, the oldest first."""
    on, limits, special = date.fromisoformat(day), patience(database, day), _special(database)
    found = Counter(
        special.recorded[who]
        for who in special.people()
        if belongs_on(special.track(who), on, limits) is WorkList.UPLOAD
    )
    return [Unsent(set_code, on_day, people) for (on_day, set_code), people in sorted(found.items())]


def work_list_villages(database: Database, wanted: WorkList, day: str) -> list[tuple[str, int]]:
    """Where the people of a list live, and how many of them, the most first."""
    return Counter(each.village for each in _placed(database, wanted, day)).most_common()


def work_list(
    database: Database, wanted: WorkList, day: str, village: str = "", most: int | None = None
) -> list[WorkListEntry]:
    """Who stands on a list, in a village or in all, by village, RW, RT and name; no more than `most`."""
    found = {each.who: each for each in _placed(database, wanted, day) if village in ("", each.village)}
    limit = -1 if most is None else most
    rows = database.rows(_PEOPLE, msgspec.json.encode(list(found)).decode(), limit)
    return [WorkListEntry(*(*row, *found[row[0]].standing, *found[row[0]].recorded)) for row in rows]


class _Placed(NamedTuple):
    """Somebody on a list: status, text, day and since when; and day and set of the recording here."""

    who: str
    village: str
    standing: tuple[str, str, str, str]
    recorded: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Special:
    """Those of whom more is known than a status: recorded here, printed here, or of several rows.

    `rows` are the statuses under each row of a person, by the row that shows; `row_ids` are all of these rows.
    `unheard` were recorded here, and no file ever told of them: each with the day of the newest that tells of their
    village.
    """

    rows: dict[str, list[NationalState]]
    row_ids: frozenset[str]
    recorded: dict[str, tuple[str, str]]
    printed: frozenset[str]
    unheard: dict[str, str]

    def people(self) -> Iterator[str]:
        """Everybody, each once."""
        yield from self.rows
        yield from self.unheard

    def standing(self, who: str) -> NationalState:
        """What holds of the person."""
        if who in self.unheard:
            return NationalState(UNHEARD, "", self.unheard[who], self.unheard[who])
        return max(self.rows[who], key=lambda each: (each.as_of, each.fact_id))

    def track(self, who: str) -> Track:
        """Both tracks of the person."""
        state = self.standing(who)
        return Track(state.status, state.since, self.recorded.get(who, _NEVER)[0], who in self.printed)


def _special(database: Database) -> _Special:
    recorded = _recordings(database)
    printed = frozenset(who for (who,) in database.rows(_PRINTED))
    rows: dict[str, list[NationalState]] = defaultdict(list)
    row_ids = set()
    for who, row_id, *state in database.rows(_SPECIAL):
        rows[who].append(NationalState(*state))
        row_ids.add(row_id)
    silent = [who for who in recorded if who not in rows]
    return _Special(dict(rows), frozenset(row_ids), recorded, printed, _unheard(database, silent))


def _unheard(database: Database, silent: list[str]) -> dict[str, str]:
    """Those of them in whose village a file told of somebody, and of which day the newest is."""
    told = dict(database.rows(_VILLAGES, msgspec.json.encode(silent).decode()))
    newest = dict(database.rows(_NEWEST, msgspec.json.encode(sorted(set(told.values()))).decode()))
    return {who: newest[village] for who, village in told.items() if village in newest}


def _placed(database: Database, wanted: WorkList, day: str) -> Iterator[_Placed]:
    """Everybody on a list, each person once."""
    on, limits, special = date.fromisoformat(day), patience(database, day), _special(database)
    for who, village, status, raw, as_of, since in database.rows(_STANDING.format(statuses=listed(STATUSES[wanted]))):
        if who not in special.row_ids and belongs_on(Track(status, since), on, limits) is wanted:
            yield _Placed(who, village, (status, raw, as_of, since), _NEVER)
    here = [who for who in special.people() if belongs_on(special.track(who), on, limits) is wanted]
    for who, village in database.rows(_VILLAGES, msgspec.json.encode(here).decode()):
        state = special.standing(who)
        told = state.status, state.raw, state.as_of, state.since
        yield _Placed(who, village, told, special.recorded.get(who, _NEVER))


def _recordings(database: Database) -> dict[str, tuple[str, str]]:
    """The last recording of each person, by the row that shows: its day, and the set."""
    area = Meta(database).regency
    return {who: (day or day_in(area, at), set_code) for who, at, day, set_code in database.rows(_RECORDED)}


_NEVER: Final = ("", "")
_PLAIN: Final = "SELECT status, since, count(*) FROM national_state GROUP BY status, since"
_STANDING: Final = (
    "SELECT n.resident_id, r.village, n.status, n.raw, n.as_of, n.since FROM national_state n "
    "JOIN resident r ON r.id = n.resident_id WHERE n.status IN ({statuses})"
)
_SPECIAL: Final = (
    "SELECT coalesce(s.shown_id, n.resident_id), n.resident_id, n.status, n.raw, n.as_of, n.since, n.fact_id FROM ("
    "SELECT resident_id FROM request_state WHERE state = 'recorded' "
    "UNION SELECT q.resident_id FROM card_print p JOIN service_request q ON q.id = p.request_id "
    "UNION SELECT resident_id FROM resident_state WHERE shown_id IS NOT NULL "
    "UNION SELECT shown_id FROM resident_state WHERE shown_id IS NOT NULL) w "
    "CROSS JOIN national_state n ON n.resident_id = w.resident_id "
    "LEFT JOIN resident_state s ON s.resident_id = n.resident_id"
)
_NEWEST: Final = (
    "SELECT r.village, max(n.as_of) FROM resident r JOIN national_state n ON n.resident_id = r.id "
    "WHERE r.village IN (SELECT value FROM json_each(?)) GROUP BY r.village"
)
_VILLAGES: Final = "SELECT id, village FROM resident WHERE id IN (SELECT value FROM json_each(?))"
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
    "FROM resident r WHERE r.id IN (SELECT value FROM json_each(?)) ORDER BY r.village, r.rw, r.rt, r.name LIMIT ?"
)
