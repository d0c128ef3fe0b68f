"""The national track of somebody: which status holds, and what it makes of the field's own track (domain.md 4.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.lists.listing import EntryState
from fieldkit.domain.national.status import STOPS, NationalStatus


@dataclass(frozen=True, slots=True)
class StatusFact:
    """What a file said of somebody. `as_of` is a day in ISO text, `id` tells which of two rows is the later one."""

    as_of: str
    id: str
    status: str
    raw: str = ""


@dataclass(frozen=True, slots=True)
class NationalState:
    """The status that holds, of which day, and since which day nothing else was told."""

    status: str
    raw: str
    as_of: str
    since: str
    fact_id: str = ""


def national_state(facts: Iterable[StatusFact]) -> NationalState | None:
    """The status of the latest day, of one day the later row: an older file never overrides a newer one (4.1).

    That nobody is registered whose record was deleted says nothing new: the deletion holds until the record is back.
    """
    told = _without_echoes(sorted(facts, key=lambda fact: (fact.as_of, fact.id)))
    if not told:
        return None
    last = told[-1]
    since = last.as_of
    for fact in reversed(told):
        if (fact.status, fact.raw) != (last.status, last.raw):
            break
        since = fact.as_of
    return NationalState(last.status, last.raw, last.as_of, since, last.id)


def _without_echoes(told: list[StatusFact]) -> list[StatusFact]:
    """Without what came last, where it only repeats that a deleted record is not there."""
    end = len(told)
    while end and told[end - 1].status == NationalStatus.UNREGISTERED:
        end -= 1
    return told[:end] if end and told[end - 1].status == NationalStatus.DELETED_AT_CENTRE else told


def latest(states: Iterable[NationalState]) -> NationalState | None:
    """What holds of the rows of one person."""
    return max(states, key=lambda each: (each.as_of, each.fact_id), default=None)


def entry_with(state: EntryState, recorded_on: str, national: NationalState | None) -> EntryState:
    """The state of an entry, with what the centre says of the person.

    A recording is final for the field; only a record that was deleted at the centre later calls the person back. Whom
    the centre holds ready to print was recorded elsewhere. `recorded_on` is the day of the field's last recording.
    """
    if national is None:
        return state
    if state is EntryState.RECORDED:
        is_gone = national.status == NationalStatus.DELETED_AT_CENTRE and recorded_on < national.as_of
        return EntryState.CALL_BACK if is_gone else state
    if national.status == NationalStatus.DELETED_AT_CENTRE and state in _BEFORE_RECORDING:
        return EntryState.CALL_BACK
    if national.status == NationalStatus.PRINT_READY and state in _OPEN_TO_CENTRE:
        return EntryState.RECORDED_ELSEWHERE
    return state


def stops_card(national: NationalState, recorded_on: str) -> bool:
    """Whether no card can be made of the record: it stopped at the centre, or was deleted there later than the
    recording that the card is of. `recorded_on` is empty where the card is of no recording here."""
    if national.status == NationalStatus.DELETED_AT_CENTRE:
        return recorded_on < national.as_of
    return national.status in STOPS


STOPS_CARDS: Final = STOPS | {NationalStatus.DELETED_AT_CENTRE}
"""The statuses under which that may be so."""


def weighs_on_entry(national: NationalState | None) -> bool:
    """Whether a status may change where somebody stands on the list."""
    return national is not None and national.status in _WEIGHING


_WEIGHING: Final = frozenset({NationalStatus.PRINT_READY, NationalStatus.DELETED_AT_CENTRE})
_BEFORE_RECORDING: Final = frozenset(
    {EntryState.UNRECORDED, EntryState.HOME_VISIT_REQUESTED, EntryState.ALREADY_RECORDED_CLAIMED}
)
_OPEN_TO_CENTRE: Final = _BEFORE_RECORDING | {
    EntryState.VISIT_FAILED,
    EntryState.AWAY,
    EntryState.NOT_FOUND,
    EntryState.NOT_FOUND_CONFIRMED,
}
"""Where a recording elsewhere explains it all; a death, a move or a double that was told is still for the office."""
