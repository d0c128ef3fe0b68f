"""What the list page shows in one look: the figures of a village, a stretch of its list, one person with the past."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Final

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.listing import EntryState
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft
from fieldkit.store.persons import ROWS_OF_PERSON, shown_row
from fieldkit.store.queries.lists.campaign import campaign_day
from fieldkit.store.queries.lists.imported import list_villages
from fieldkit.store.queries.lists.listing import (
    ENTRY_COLUMNS,
    IS_INVITED,
    Facet,
    ListCounts,
    ListEntry,
    Sieve,
    count_entries,
    facets,
    list_counts,
    list_entries,
)
from fieldkit.store.queries.lists.proposals import (
    ProposalRow,
    count_waiting_proposals,
    person_proposals,
)
from fieldkit.store.queries.one_person import LinkedPair, linked_pairs
from fieldkit.store.queries.shifts import Shift, current_shift, last_shift, planned_shifts, site_zone
from fieldkit.store.queries.table.registration import Person, person
from fieldkit.store.queries.table.warnings import has_nik
from fieldkit.store.search import search_residents

MOST_HITS: Final = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of which list; without a village the one where work is or will be."""

    sieve: Sieve = field(default_factory=Sieve)
    typed: str = ""
    rows: int = 100
    """How many rows from the top are wanted at once."""


@dataclass(frozen=True, slots=True)
class TargetListView:
    """The page at a glance. `asked` is what was asked for, with the village and the days that were found for it."""

    asked: Asked
    shift: Shift | None
    time_zone: str
    as_of: str
    counts: ListCounts
    facets: tuple[Facet, ...]
    waiting_proposals: int
    total: int
    rows: tuple[ListEntry, ...]


@dataclass(frozen=True, slots=True)
class PastService:
    """What the person came for before, and the step that decided it."""

    id: str
    at: str
    reason: str
    step: str
    queue_no: str
    site_name: str


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A visit asked for or tried; `outcome` is empty for one that was only asked for."""

    id: str
    at: str
    outcome: str
    next_step: str
    asked_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Known:
    """One person of a list: what is known, what happened before, and the forms begun."""

    person: Person
    services: tuple[PastService, ...]
    visits: tuple[PastVisit, ...]
    proposals: tuple[ProposalRow, ...]
    visit_draft: str | None
    ask_draft: str | None
    propose_draft: str | None
    linked: tuple[LinkedPair, ...]
    """The other rows that are said to be this person."""
    has_nik: bool


def target_list_view(database: Database, asked: Asked, calendar_day: str) -> TargetListView:
    """Everything but the person who is looked at; `calendar_day` is the laptop's, and counts while no shift is open."""
    shift = current_shift(database)
    on = shift.day if shift is not None else calendar_day
    village = asked.sieve.village or _first_village(database, shift, calendar_day)
    sieve = replace(asked.sieve, village=village, on=on, votes_on=campaign_day(database))
    wanted = replace(asked, sieve=sieve)
    total, rows = found_in_list(database, wanted) if asked.typed.strip() else _stretch(database, wanted)
    return TargetListView(
        wanted,
        shift,
        site_zone(database),
        _as_of(database, village),
        list_counts(database, village),
        tuple(facets(database, village, on, sieve.votes_on)),
        count_waiting_proposals(database, village),
        total,
        rows,
    )


def found_in_list(database: Database, asked: Asked) -> tuple[int, tuple[ListEntry, ...]]:
    """Who matches on this list, whatever the filter: somebody who is looked for is never hidden by it."""
    hits = search_residents(database, asked.typed, asked.sieve.village, limit=MOST_HITS)
    found = {hit.id: hit.also for hit in hits if hit.is_here and hit.on_list}
    rows = database.rows(_BY_IDS, json.dumps(list(found)))
    return len(rows), tuple(replace(ListEntry(*row), also=found[row[0]]) for row in rows)


def known(database: Database, user: UserId, resident_id: str) -> Known | None:
    """One person, by the row that shows; None where the person is gone from this laptop."""
    found = person(database, shown_row(database, resident_id))
    if found is None:
        return None
    return Known(
        replace(found, state=_with_invitation(database, found)),
        past_services(database, found.id),
        past_visits(database, found.id),
        person_proposals(database, found.id),
        draft(database, user, visit_draft_kind(found.id)),
        draft(database, user, ask_draft_kind(found.id)),
        draft(database, user, propose_draft_kind(found.id)),
        linked_pairs(database, found.id),
        has_nik(database, found.id),
    )


def _with_invitation(database: Database, found: Person) -> str:
    """The state of somebody, of whom nothing may be known but that the RT got an invitation."""
    if found.state != EntryState.UNRECORDED:
        return found.state
    is_invited = database.value(f"SELECT 1 FROM resident r WHERE r.id = ? AND {IS_INVITED}", found.id)
    return EntryState.INVITED if is_invited else found.state


def past_services(database: Database, resident_id: str) -> tuple[PastService, ...]:
    """Services of the person who has this row, at any table, the last one first."""
    rows = database.rows(
        "SELECT q.id, s.since, q.reason, s.step, q.queue_no, coalesce(o.site_name, '') FROM service_request q "
        "JOIN request_state s ON s.request_id = q.id LEFT JOIN shift_opening o ON o.id = q.shift_id "
        f"WHERE q.resident_id IN {ROWS_OF_PERSON} ORDER BY s.since DESC",
        resident_id,
    )
    return tuple(PastService(*row) for row in rows)


def past_visits(database: Database, resident_id: str) -> tuple[PastVisit, ...]:
    """Visits asked for and tried, the last one first, without attempts that were taken back."""
    rows = database.rows(
        "SELECT v.id, v.at, v.outcome, v.next_step, '', coalesce(v.note, '') FROM visit_attempt v "
        f"WHERE v.resident_id IN {ROWS_OF_PERSON} AND v.corrects_id IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM visit_attempt u WHERE u.resident_id = v.resident_id AND u.corrects_id = v.id) "
        "UNION ALL SELECT id, at, '', '', coalesce(asked_by, ''), coalesce(note, '') FROM visit_request "
        f"WHERE resident_id IN {ROWS_OF_PERSON} ORDER BY 2 DESC",
        resident_id,
    )
    return tuple(PastVisit(*row) for row in rows)


def visit_draft_kind(resident_id: str) -> str:
    """The name under which a visit that is being typed is kept."""
    return f"visit:{resident_id}"


def ask_draft_kind(resident_id: str) -> str:
    """The name under which a request for a visit that is being typed is kept."""
    return f"visit_ask:{resident_id}"


def propose_draft_kind(resident_id: str) -> str:
    """The name under which a proposal that is being typed is kept."""
    return f"propose:{resident_id}"


def _first_village(database: Database, shift: Shift | None, calendar_day: str) -> str:
    """Where the shift is open; else where one is planned today, where the last one was, the largest list."""
    if shift is not None:
        return shift.village
    plans = sorted(planned_shifts(database, calendar_day), key=lambda plan: plan.is_opened)
    if plans:
        return plans[0].village
    last = last_shift(database)
    if last is not None:
        return last.village
    villages = list_villages(database)
    return villages[0][0] if villages else ""


def _stretch(database: Database, asked: Asked) -> tuple[int, tuple[ListEntry, ...]]:
    return count_entries(database, asked.sieve), tuple(list_entries(database, asked.sieve, 0, asked.rows))


_BY_IDS: Final = (
    f"SELECT r.id, {ENTRY_COLUMNS} FROM json_each(?) wanted JOIN resident r ON r.id = wanted.value "
    "LEFT JOIN resident_state s ON s.resident_id = r.id ORDER BY wanted.key"
)


def _as_of(database: Database, village: str) -> str:
    """The date of the newest list that people of the village are on."""
    found = database.value(
        "SELECT max(as_of) FROM target_list WHERE id IN (SELECT DISTINCT list_id FROM resident WHERE village = ?)",
        village,
    )
    return str(found or "")
