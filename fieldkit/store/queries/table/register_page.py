"""What the registration page shows in one look: shift, list, queue, and forms that were begun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.areas import AreaCode, regency_of
from fieldkit.domain.identifiers import UserId
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


@dataclass(frozen=True, slots=True)
class Picked:
    """A person picked from the hits: what is known, what happened before, and the form begun for this person."""

    person: Person
    past: tuple[PastRequest, ...]
    draft: str | None


def register_view(database: Database, user: UserId) -> RegisterView:
    """Everything but the search."""
    shift = current_shift(database)
    drafts = _drafts(database, user)
    if shift is None:
        return RegisterView(None, 0, 0, "", (), drafts)
    return RegisterView(
        shift,
        list_counts(database, shift.village).total,
        _recorded_on(database, shift.day),
        next_queue_number(database, regency_of(AreaCode(shift.village))),
        tuple(queue(database, shift.id)),
        drafts,
    )


def picked(database: Database, user: UserId, resident_id: str) -> Picked | None:
    """One person for the form, by the row that shows; None where the person is gone from this laptop."""
    found = person(database, shown_row(database, resident_id))
    if found is None:
        return None
    content = database.value(
        "SELECT content FROM draft WHERE user_id = ? AND kind = ?", user, f"{DRAFT_KIND}{found.id}"
    )
    return Picked(found, tuple(past_requests(database, found.id)), content)


def _drafts(database: Database, user: UserId) -> tuple[str, ...]:
    rows = database.rows(
        "SELECT content FROM draft WHERE user_id = ? AND substr(kind, 1, ?) = ? ORDER BY at DESC",
        user,
        len(DRAFT_KIND),
        DRAFT_KIND,
    )
    return tuple(row[0] for row in rows)


def _recorded_on(database: Database, day: str) -> int:
    return int(database.value(f"SELECT count(*) FROM {FIRST_RECORDINGS}", day))
