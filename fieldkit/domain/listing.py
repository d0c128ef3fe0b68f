"""Entries of a by-name list: the one state that requests, visits and proposals about a person lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from fieldkit.domain.service import RequestState, counts_as_recorded
from fieldkit.domain.text import Text, text, words_of
from fieldkit.domain.visit import VisitOutcome


class EntryState(StrEnum):
    """Where a person of the list stands on the field's own track (domain.md 4.1)."""

    UNRECORDED = "unrecorded"
    RECORDED = "recorded"
    HOME_VISIT_REQUESTED = "home_visit_requested"
    VISIT_FAILED = "visit_failed"
    AWAY = "away"
    DECEASED_REPORTED = "deceased_reported"
    MOVED_REPORTED = "moved_reported"
    DOUBLE_REPORTED = "double_reported"
    NOT_FOUND = "not_found"


class ProposalKind(StrEnum):
    """What the field proposes about an entry; the office decides (F-T3)."""

    DECEASED = "deceased"
    MOVED = "moved"
    AWAY = "away"
    DOUBLE = "double"
    NOT_FOUND = "not_found"


_PROPOSED: Mapping[str, EntryState] = {
    ProposalKind.DECEASED: EntryState.DECEASED_REPORTED,
    ProposalKind.MOVED: EntryState.MOVED_REPORTED,
    ProposalKind.AWAY: EntryState.AWAY,
    ProposalKind.DOUBLE: EntryState.DOUBLE_REPORTED,
    ProposalKind.NOT_FOUND: EntryState.NOT_FOUND,
}

_VISITED = {
    VisitOutcome.RECORDED: EntryState.RECORDED,
    VisitOutcome.DECEASED: EntryState.DECEASED_REPORTED,
    VisitOutcome.MOVED: EntryState.MOVED_REPORTED,
}

_LABELS: Mapping[str, Text] = {
    EntryState.UNRECORDED: text("Belum rekam"),
    EntryState.RECORDED: text("Sudah rekam"),
    EntryState.HOME_VISIT_REQUESTED: text("Minta kunjungan"),
    EntryState.VISIT_FAILED: text("Kunjungan tertunda"),
    EntryState.AWAY: text("Merantau"),
    EntryState.DECEASED_REPORTED: text("Dilaporkan meninggal"),
    EntryState.MOVED_REPORTED: text("Dilaporkan pindah"),
    EntryState.DOUBLE_REPORTED: text("Mungkin data ganda"),
    EntryState.NOT_FOUND: text("Tidak ditemukan"),
}


def entry_state(
    request_states: Sequence[RequestState],
    visit_outcomes: Sequence[VisitOutcome],
    proposals: Sequence[str],
    visit_requested: bool,
) -> EntryState:
    """The state of an entry: a recording wins over all, then the last proposal, the last visit, a visit asked for.

    Each sequence is in the order in which it happened. A proposal of a kind that this version does not know counts
    as none.
    """
    if _is_recorded(request_states, visit_outcomes):
        return EntryState.RECORDED
    return _proposed(proposals) or _visited(visit_outcomes) or _asked(visit_requested)


def entry_label(state: str) -> Text:
    """The word on the badge of an entry."""
    return _LABELS.get(state) or words_of(state)


def _is_recorded(request_states: Sequence[RequestState], visit_outcomes: Sequence[VisitOutcome]) -> bool:
    return VisitOutcome.RECORDED in visit_outcomes or any(counts_as_recorded(state) for state in request_states)


def _proposed(proposals: Sequence[str]) -> EntryState | None:
    known = [_PROPOSED[kind] for kind in proposals if kind in _PROPOSED]
    return known[-1] if known else None


def _visited(visit_outcomes: Sequence[VisitOutcome]) -> EntryState | None:
    return _VISITED.get(visit_outcomes[-1], EntryState.VISIT_FAILED) if visit_outcomes else None


def _asked(visit_requested: bool) -> EntryState:
    return EntryState.HOME_VISIT_REQUESTED if visit_requested else EntryState.UNRECORDED
