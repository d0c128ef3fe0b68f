"""Proposals about entries of a list: made and taken back in the field, decided in the office (F-T3, PL-7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fieldkit.domain.errors import Problem, RuleError, Severity
from fieldkit.domain.lists.proposal import (
    TAKEN_BACK,
    OfficeDecision,
    ProposalKind,
    check_proposal,
    is_decided,
    is_evident,
)
from fieldkit.domain.text import text
from fieldkit.records.tables import LIST_PROPOSAL, PROPOSAL_DECISION
from fieldkit.store.queries.lists.proposals import ProposalRow, person_proposals, proposals_by_id
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_list_worker, require_planner
from fieldkit.work.days import today
from fieldkit.work.instants import behind, instant
from fieldkit.work.places import place_of


@dataclass(frozen=True, slots=True, repr=False)
class Propose:
    """What the field knows of somebody, and by what."""

    resident_id: str
    kind: ProposalKind
    evidence_kind: str = ""
    evidence_number: str = ""
    evidence_date: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Decide:
    """The office's word on proposals."""

    proposal_ids: tuple[str, ...]
    decision: OfficeDecision
    note: str = ""


def propose(unit: Unit, command: Propose) -> str:
    """Write a proposal; it corrects the one about this person that still waits. Returns its id.

    RuleError for what keeps it from being saved; what is only doubted does not.
    """
    require_list_worker(unit)
    evidence = (command.evidence_kind, command.evidence_number, command.evidence_date)
    found = check_proposal(command.kind, *evidence, command.note, today(unit))
    _require(*(problem for problem in found if problem.severity is Severity.STOP))
    _require_unrecorded(unit, command.resident_id)
    before = [row for row in unit.query(person_proposals, command.resident_id) if not row.is_visit]
    _require(*(_ALREADY_APPROVED for row in before if row.decision == OfficeDecision.APPROVED))
    waiting = next((row for row in before if not is_decided(row.decision)), None)
    return unit.insert(
        LIST_PROPOSAL,
        place_of(unit, command.resident_id) or unit.meta.regency,
        resident_id=waiting.resident_id if waiting else command.resident_id,
        kind=command.kind,
        evidence_kind=command.evidence_kind or None,
        evidence_number=command.evidence_number.strip() or None,
        evidence_date=command.evidence_date.isoformat() if command.evidence_date else None,
        note=command.note.strip() or None,
        corrects_id=waiting.id if waiting else None,
        at=instant(unit.now_utc),
    )


def take_back(unit: Unit, proposal_id: str) -> str:
    """Say that a proposal was not right; RuleError where the office has decided on it, or it does not stand."""
    require_list_worker(unit)
    found = unit.query(proposals_by_id, [proposal_id])
    if not found or found[0].is_visit:
        raise RuleError(_GONE)
    _require(*(_DECIDED_ALREADY for row in found if is_decided(row.decision)))
    return unit.insert(
        LIST_PROPOSAL,
        place_of(unit, found[0].resident_id) or unit.meta.regency,
        resident_id=found[0].resident_id,
        kind=TAKEN_BACK,
        corrects_id=proposal_id,
        at=instant(unit.now_utc),
    )


def decide(unit: Unit, command: Decide) -> list[str]:
    """Write the office's word on proposals, all of them in one command; returns the ids of the decisions.

    RuleError where the user is no planner, a rejection has no reason, or papers are missing that approval rests on.
    """
    require_planner(unit)
    found = unit.query(proposals_by_id, command.proposal_ids)
    _require(*_what_speaks_against(command, found))
    rows = [(place_of(unit, row.resident_id) or unit.meta.regency, _decision(unit, command, row)) for row in found]
    return list(unit.insert_many(PROPOSAL_DECISION, rows))


def _decision(unit: Unit, command: Decide, row: ProposalRow) -> dict[str, object]:
    return {
        "proposal_id": row.id,
        "resident_id": row.resident_id,
        "decision": str(command.decision),
        "note": command.note.strip() or None,
        "decided_by": unit.user,
        "at": behind(unit.value(_LAST_DECIDED, row.id), unit.now_utc),
    }


_LAST_DECIDED = "SELECT max(at) FROM proposal_decision WHERE proposal_id = ?"


def _what_speaks_against(command: Decide, found: Sequence[ProposalRow]) -> list[Problem]:
    problems: list[Problem] = []
    if not command.proposal_ids:
        problems.append(Problem("proposals", "none", text("Belum ada usulan yang dipilih. Tandai dulu dengan Spasi.")))
    elif len(found) < len(set(command.proposal_ids)):
        problems.append(_GONE)
    wants_decided = command.decision is OfficeDecision.REOPENED
    if any(is_decided(row.decision) is not wants_decided for row in found):
        problems.append(_NOT_REOPENED if wants_decided else _DECIDED_ALREADY)
    if command.decision is OfficeDecision.REJECTED and not command.note.strip():
        problems.append(Problem("note", "no_reason", text("Belum ditulis alasannya. Lapangan membacanya di daftar.")))
    if command.decision is OfficeDecision.APPROVED:
        problems += _without_papers(found)
    return problems


def _without_papers(found: Sequence[ProposalRow]) -> list[Problem]:
    bare = sum(not is_evident(row.kind, row.evidence_kind, row.evidence_number) for row in found)
    if not bare:
        return []
    told = text(
        "{n} usulan meninggal atau pindah belum ada akta kematian atau surat pindahnya. Lepas tandanya, atau "
        "lengkapi suratnya lebih dulu.",
        n=bare,
    )
    return [Problem("proposals", "no_papers", told)]


def _require_unrecorded(unit: Unit, resident_id: str) -> None:
    if unit.value("SELECT state FROM resident_state WHERE resident_id = ?", resident_id) == "recorded":
        told = text("Orang ini sudah terekam, jadi tidak ada yang perlu diusulkan.")
        raise RuleError(Problem("kind", "recorded", told))


def _require(*problems: Problem) -> None:
    if problems:
        raise RuleError(*problems)


_ALREADY_APPROVED: Final = Problem(
    "kind", "approved", text("Kantor sudah mengesahkan usulan tentang orang ini. Minta kantor membukanya dulu.")
)
_DECIDED_ALREADY: Final = Problem(
    "proposals", "decided", text("Kantor sudah memutuskan usulan ini. Keputusannya bisa dibuka lagi oleh kantor.")
)
_NOT_REOPENED: Final = Problem("proposals", "undecided", text("Usulan ini masih menunggu, belum ada putusannya."))
_GONE: Final = Problem(
    "proposals", "gone", text("Usulan ini sudah ditarik atau diganti. Daftar akan memperlihatkan yang sekarang.")
)
