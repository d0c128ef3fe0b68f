"""Entries of a by-name list: the one state that requests, visits, proposals and the office's decisions lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.lists.proposal import OfficeDecision, ProposalKind
from fieldkit.domain.requests.service import RequestState, counts_as_recorded
from fieldkit.domain.text import Text, text, words_of
from fieldkit.domain.visits.visit import WITHDRAWN, VisitOutcome, is_recording


class EntryState(StrEnum):
    """Where a person of the list stands on the field's own track (domain.md 4.1)."""

    UNRECORDED = "unrecorded"
    INVITED = "invited"
    """Nothing more is known than that the RT got an invitation sheet; no fact about the person says so."""
    RECORDED = "recorded"
    HOME_VISIT_REQUESTED = "home_visit_requested"
    VISIT_FAILED = "visit_failed"
    AWAY = "away"
    DECEASED_REPORTED = "deceased_reported"
    MOVED_REPORTED = "moved_reported"
    DOUBLE_REPORTED = "double_reported"
    NOT_FOUND = "not_found"
    ALREADY_RECORDED_CLAIMED = "already_recorded_claimed"
    DECEASED_CONFIRMED = "deceased_confirmed"
    MOVED_CONFIRMED = "moved_confirmed"
    DOUBLE_CONFIRMED = "double_confirmed"
    NOT_FOUND_CONFIRMED = "not_found_confirmed"
    ALREADY_RECORDED_CONFIRMED = "already_recorded_confirmed"
    RECORDED_ELSEWHERE = "recorded_elsewhere"
    """The centre holds a record that is ready to print, and nobody recorded it here."""
    CALL_BACK = "call_back"
    """The record was deleted at the centre: to be recorded again, which only the national track says."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the field says of an entry, a kind of proposal or an outcome at the door, and what the office made of it."""

    what: str
    decision: str = ""


_PROPOSED: Mapping[str, EntryState] = {
    ProposalKind.DECEASED: EntryState.DECEASED_REPORTED,
    ProposalKind.MOVED: EntryState.MOVED_REPORTED,
    ProposalKind.AWAY: EntryState.AWAY,
    ProposalKind.DOUBLE: EntryState.DOUBLE_REPORTED,
    ProposalKind.NOT_FOUND: EntryState.NOT_FOUND,
    ProposalKind.ALREADY_RECORDED: EntryState.ALREADY_RECORDED_CLAIMED,
}

_CONFIRMED: Mapping[str, EntryState] = {
    ProposalKind.DECEASED: EntryState.DECEASED_CONFIRMED,
    ProposalKind.MOVED: EntryState.MOVED_CONFIRMED,
    ProposalKind.DOUBLE: EntryState.DOUBLE_CONFIRMED,
    ProposalKind.NOT_FOUND: EntryState.NOT_FOUND_CONFIRMED,
    ProposalKind.ALREADY_RECORDED: EntryState.ALREADY_RECORDED_CONFIRMED,
}
"""What leaves the reachable count by the office's act; `away` never does, it is shown apart (4.1)."""

CONFIRMED_STATES: Final = frozenset(_CONFIRMED.values()) | {EntryState.RECORDED_ELSEWHERE}
"""Out of reach, as the office says, or the centre in a file that the office took in."""
NOT_LEFT_STATES: Final = CONFIRMED_STATES | {EntryState.RECORDED, EntryState.AWAY}
"""Nobody who is to be recorded here any more; whom the field has only explained is still left (F-T2)."""
PROPOSED_STATES: Final = frozenset(_PROPOSED.values()) - {EntryState.AWAY}
"""Explained by the field; still within reach until the office has decided."""
_LOOKED_AT: Final = PROPOSED_STATES - {EntryState.NOT_FOUND}
"""Who was only not found is found by standing here."""
_DOUBLES: Final = frozenset({EntryState.DOUBLE_REPORTED, EntryState.DOUBLE_CONFIRMED})
VISIT_STATES: Final = frozenset({EntryState.HOME_VISIT_REQUESTED, EntryState.VISIT_FAILED})
"""Waits for somebody at home."""

_VISITED: Mapping[str, EntryState] = {
    VisitOutcome.DECEASED: EntryState.DECEASED_REPORTED,
    VisitOutcome.MOVED: EntryState.MOVED_REPORTED,
}

_LABELS: Mapping[str, Text] = {
    EntryState.UNRECORDED: text("Belum rekam"),
    EntryState.INVITED: text("Sudah diundang"),
    EntryState.RECORDED: text("Sudah rekam"),
    EntryState.HOME_VISIT_REQUESTED: text("Minta kunjungan"),
    EntryState.VISIT_FAILED: text("Kunjungan tertunda"),
    EntryState.AWAY: text("Merantau"),
    EntryState.DECEASED_REPORTED: text("Dilaporkan meninggal"),
    EntryState.MOVED_REPORTED: text("Dilaporkan pindah"),
    EntryState.DOUBLE_REPORTED: text("Mungkin data ganda"),
    EntryState.NOT_FOUND: text("Tidak ditemukan"),
    EntryState.ALREADY_RECORDED_CLAIMED: text("Mengaku sudah rekam"),
    EntryState.DECEASED_CONFIRMED: text("Meninggal, disahkan"),
    EntryState.MOVED_CONFIRMED: text("Pindah, disahkan"),
    EntryState.DOUBLE_CONFIRMED: text("Ganda, disahkan"),
    EntryState.NOT_FOUND_CONFIRMED: text("Tak ada, disahkan"),
    EntryState.ALREADY_RECORDED_CONFIRMED: text("Rekam lain, disahkan"),
    EntryState.RECORDED_ELSEWHERE: text("Rekam lain, data pusat"),
    EntryState.CALL_BACK: text("Panggil kembali"),
}


def entry_state(
    request_states: Sequence[RequestState],
    visits: Sequence[Said],
    proposals: Sequence[Said],
    visit_requested: bool,
) -> EntryState:
    """The state of an entry: a recording wins over all, then what the office approved, the last proposal that it did
    not reject, the last visit, a visit asked for.

    Each sequence is in the order in which it happened, without what was taken back; among the visits stand withdrawn
    requests, after which nobody waits. A proposal of a kind that this version does not know counts as none.
    """
    if _is_recorded(request_states, visits):
        return EntryState.RECORDED
    standing = [said for said in visits if said.decision != OfficeDecision.REJECTED]
    return _approved(visits, proposals) or _proposed(proposals) or _visited(standing) or _asked(visit_requested)


def takes_off_the_list(kind: str) -> bool:
    """Whether somebody is off the list once the office has approved a proposal of this kind."""
    return kind in _CONFIRMED


def entry_label(state: str) -> Text:
    """The word on the badge of an entry."""
    return _LABELS.get(state) or words_of(state)


def unexpected_state(states: Sequence[str]) -> str:
    """Of the states of a person's rows the one that does not expect the person at a table: what the office confirmed
    before what the field reported; "" where each does.

    Who is double is so no more where the rows are known as one person's.
    """
    told = [state for state in states if len(states) == 1 or state not in _DOUBLES]
    # Whom the centre holds is told of in words of their own, and may well come for a card.
    confirmed = [state for state in told if state in _CONFIRMED.values()]
    return next(iter([*confirmed, *(state for state in told if state in _LOOKED_AT)]), "")


def doubt_of(state: str) -> str:
    """The code of the doubt that an unexpected state is; "" for none."""
    if state in CONFIRMED_STATES:
        return "confirmed_gone"
    return "reported_gone" if state else ""


def _is_recorded(request_states: Sequence[RequestState], visits: Sequence[Said]) -> bool:
    at_home = any(is_recording(said.what) for said in visits)
    return at_home or any(counts_as_recorded(state) for state in request_states)


def _approved(visits: Sequence[Said], proposals: Sequence[Said]) -> EntryState | None:
    # Outcomes at the door and kinds of proposals call death and moving by one name.
    approved = [said.what for said in (*visits, *proposals) if said.decision == OfficeDecision.APPROVED]
    return _last(_CONFIRMED, approved)


def _proposed(proposals: Sequence[Said]) -> EntryState | None:
    return _last(_PROPOSED, [said.what for said in proposals if said.decision != OfficeDecision.REJECTED])


def _last(states: Mapping[str, EntryState], kinds: Sequence[str]) -> EntryState | None:
    known = [states[kind] for kind in kinds if kind in states]
    return known[-1] if known else None


def _visited(visits: Sequence[Said]) -> EntryState | None:
    tried = [said.what for said in visits if said.what != WITHDRAWN]
    last = _last(_VISITED, tried[-1:])
    if last is not None or not tried:
        return last
    return EntryState.VISIT_FAILED if visits[-1].what != WITHDRAWN else None


def _asked(visit_requested: bool) -> EntryState:
    return EntryState.HOME_VISIT_REQUESTED if visit_requested else EntryState.UNRECORDED
