"""What the registration page shows in one look: shift, list, queue, and forms that were begun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from fieldkit.domain.areas import AreaCode, parent, regency_of
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.listing import unexpected_state
from fieldkit.domain.national.track import NationalState
from fieldkit.domain.requests.forms import read_forms
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.store.database import Database
from fieldkit.store.persons import shown_row
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.queries.recordings import FIRST_RECORDINGS
from fieldkit.store.queries.shifts import Shift, current_shift
from fieldkit.store.queries.table.registration import (
    PastRequest,
    Person,
    QueueEntry,
    next_queue_number,
    past_requests,
    person,
    queue,
)
from fieldkit.store.queries.table.warnings import (
    UncollectedCard,
    is_recorded,
    states_of,
    stop_at_centre,
    uncollected_card,
)
from fieldkit.store.queries.today.day import ended_in
from fieldkit.store.receipt_setting import ReceiptSetting, receipt_setting

DRAFT_KIND: Final = "register:"
"""Drafts of this page begin so; what follows names the person."""


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The page at a glance. Without a shift there is nothing but the search."""

    shift: Shift | None
    list_total: int
    recorded_today: int
    queue_no: str
    queue: tuple[QueueEntry, ...]
    drafts: tuple[str, ...]
    """Contents of the drafts of the user, last one first."""
    receipt: ReceiptSetting
    forms: Mapping[str, tuple[str, ...]]
    ended: tuple[datetime, ...] = ()
    """When somebody of this shift was done with, first one first."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A person picked from the hits: what is known, what happened before, and the form begun for this person."""

    person: Person
    past: tuple[PastRequest, ...]
    draft: str | None
    is_recorded: bool
    card: UncollectedCard | None
    """A card of this person that nobody fetched."""
    unexpected: str = ""
    """The state on the list that does not expect this person at a table."""
    at_centre: NationalState | None = None
    """What the centre says, where that forbids a recording."""


def register_view(database: Database, user: UserId) -> RegisterView:
    """Everything but the search."""
    shift = current_shift(database)
    drafts, receipt, forms = _drafts(database, user), receipt_setting(database), read_forms(_forms(database))
    if shift is None:
        return RegisterView(None, 0, 0, "", (), drafts, receipt, forms)
    return RegisterView(
        shift,
        _on_list(database, shift),
        _recorded_on(database, shift.day),
        next_queue_number(database, regency_of(AreaCode(shift.village))),
        tuple(queue(database, shift.id)),
        drafts,
        receipt,
        forms,
        ended_in(database, shift.id),
    )


def picked(database: Database, user: UserId, resident_id: str) -> Picked | None:
    """One person for the form, by the row that shows; None where the person is gone from this laptop."""
    found = person(database, shown_row(database, resident_id))
    if found is None:
        return None
    content = database.value(
        "SELECT content FROM draft WHERE user_id = ? AND kind = ?", user, f"{DRAFT_KIND}{found.id}"
    )
    past = tuple(past_requests(database, found.id))
    unexpected = unexpected_state(states_of(database, found.id))
    recorded, card = is_recorded(database, found.id), uncollected_card(database, found.id)
    return Picked(found, past, content, recorded, card, unexpected, stop_at_centre(database, found.id))


def _drafts(database: Database, user: UserId) -> tuple[str, ...]:
    rows = database.rows(
        "SELECT content FROM draft WHERE user_id = ? AND substr(kind, 1, ?) = ? ORDER BY at DESC",
        user,
        len(DRAFT_KIND),
        DRAFT_KIND,
    )
    return tuple(row[0] for row in rows)


def _on_list(database: Database, shift: Shift) -> int:
    """How many the list of the place names: at a counter, that of the whole district (seeds 000, 001)."""
    if shift.kind != SessionKind.COUNTER:
        return list_counts(database, shift.village).total
    sql = (
        "SELECT count(*) FROM resident r LEFT JOIN resident_state s ON s.resident_id = r.id "
        "WHERE r.village > ?1 || '.' AND r.village < ?1 || '/' AND r.list_id IS NOT NULL "
        "AND coalesce(s.is_double, 0) = 0"
    )
    return int(database.value(sql, parent(AreaCode(shift.village))))


def _forms(database: Database) -> str:
    sql = "SELECT value FROM setting WHERE key = 'forms' ORDER BY valid_from DESC LIMIT 1"
    return str(database.value(sql) or "")


def _recorded_on(database: Database, day: str) -> int:
    return int(database.value(f"SELECT count(*) FROM {FIRST_RECORDINGS}", day))
