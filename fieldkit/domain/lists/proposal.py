"""Proposals about entries of a list: what the field says, with which evidence, and the office's word (F-T3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.text import Text, text, words_of

TAKEN_BACK: Final = "taken_back"
"""In the place of a kind: the proposal that the row corrects does not count any more."""


class ProposalKind(StrEnum):
    """What the field proposes about an entry; the office decides (F-T3)."""

    DECEASED = "deceased"
    MOVED = "moved"
    AWAY = "away"
    DOUBLE = "double"
    NOT_FOUND = "not_found"
    ALREADY_RECORDED = "already_recorded"


class EvidenceKind(StrEnum):
    """By what the field knows it. Papers are named by kind, number and date; nothing of them is kept."""

    DEATH_CERTIFICATE = "death_certificate"
    MOVING_LETTER = "moving_letter"
    ID_CARD = "id_card"
    RECORDING_RECEIPT = "recording_receipt"
    RT_STATEMENT = "rt_statement"
    FAMILY_STATEMENT = "family_statement"


class OfficeDecision(StrEnum):
    """What the office said of a proposal; the last word counts."""

    APPROVED = "approved"
    REJECTED = "rejected"
    REOPENED = "reopened"
    """The word before is taken back: the proposal waits again."""


NEEDED_EVIDENCE: Final[Mapping[str, EvidenceKind]] = {
    ProposalKind.DECEASED: EvidenceKind.DEATH_CERTIFICATE,
    ProposalKind.MOVED: EvidenceKind.MOVING_LETTER,
}
"""Without these papers the office takes nobody off the list."""
PAPERS: Final = frozenset(
    {
        EvidenceKind.DEATH_CERTIFICATE,
        EvidenceKind.MOVING_LETTER,
        EvidenceKind.ID_CARD,
        EvidenceKind.RECORDING_RECEIPT,
    }
)
"""Evidence with a number and a date of its own."""
_OFFERED: Final[Mapping[ProposalKind, tuple[EvidenceKind, ...]]] = {
    ProposalKind.DECEASED: (EvidenceKind.DEATH_CERTIFICATE,),
    ProposalKind.MOVED: (EvidenceKind.MOVING_LETTER,),
    ProposalKind.ALREADY_RECORDED: (EvidenceKind.ID_CARD, EvidenceKind.RECORDING_RECEIPT),
}

_KINDS: Mapping[str, Text] = {
    ProposalKind.DECEASED: text("Meninggal"),
    ProposalKind.MOVED: text("Pindah"),
    ProposalKind.AWAY: text("Merantau"),
    ProposalKind.DOUBLE: text("Data ganda"),
    ProposalKind.NOT_FOUND: text("Tidak ditemukan"),
    ProposalKind.ALREADY_RECORDED: text("Sudah rekam"),
}
_EVIDENCE: Mapping[str, Text] = {
    EvidenceKind.DEATH_CERTIFICATE: text("Akta kematian"),
    EvidenceKind.MOVING_LETTER: text("Surat pindah"),
    EvidenceKind.ID_CARD: text("KTP-el"),
    EvidenceKind.RECORDING_RECEIPT: text("Bukti rekam"),
    EvidenceKind.RT_STATEMENT: text("Kata RT"),
    EvidenceKind.FAMILY_STATEMENT: text("Kata keluarga"),
}
_DECISIONS: Mapping[str, Text] = {
    OfficeDecision.APPROVED: text("Disahkan"),
    OfficeDecision.REJECTED: text("Ditolak"),
}


def proposal_label(kind: str) -> Text:
    """The word for a kind of proposal."""
    return _KINDS.get(kind) or words_of(kind)


def evidence_label(kind: str) -> Text:
    """The word for a kind of evidence."""
    return _EVIDENCE.get(kind) or words_of(kind)


def decision_label(decision: str) -> Text:
    """Where a proposal stands with the office; it waits unless that said otherwise."""
    return _DECISIONS.get(decision, text("Menunggu kantor"))


def is_decided(decision: str) -> bool:
    """Whether the office's word stands."""
    return decision in _DECISIONS


def evidence_for(kind: ProposalKind) -> tuple[EvidenceKind, ...]:
    """By what somebody may know it, the paper that weighs most first."""
    return (*_OFFERED.get(kind, ()), EvidenceKind.RT_STATEMENT, EvidenceKind.FAMILY_STATEMENT)


def is_evident(kind: str, evidence_kind: str, evidence_number: str) -> bool:
    """Whether the office may approve it: death and moving leave the list on their papers only (F-T3)."""
    needed = NEEDED_EVIDENCE.get(kind)
    return needed is None or (evidence_kind == needed and bool(evidence_number.strip()))


def check_proposal(
    kind: ProposalKind, evidence_kind: str, number: str, issued: date | None, note: str, today: date
) -> tuple[Problem, ...]:
    """What keeps a proposal from being saved, and what is only doubted; nothing where it is whole."""
    found = (
        _kind_of_evidence(kind, evidence_kind),
        _number_of(evidence_kind, number),
        _date_of(evidence_kind, issued, today),
        _note_of(kind, evidence_kind, note),
    )
    return tuple(problem for problem in found if problem)


def _kind_of_evidence(kind: ProposalKind, evidence_kind: str) -> Problem | None:
    needed = NEEDED_EVIDENCE.get(kind)
    if needed is None or evidence_kind == needed:
        return None
    if not evidence_kind:
        return Problem(
            "evidence_kind", "no_evidence", text("Belum ada buktinya. Pilih suratnya, atau siapa yang mengatakannya.")
        )
    doubt = text("Kantor baru mengesahkan dengan surat: {paper}. Usulan tetap dicatat.", paper=evidence_label(needed))
    return Problem("evidence_kind", "weak_evidence", doubt, severity=Severity.WARN)


def _number_of(evidence_kind: str, number: str) -> Problem | None:
    if evidence_kind not in PAPERS or number.strip():
        return None
    return Problem(
        "evidence_number", "no_number", text("Nomor surat belum ditulis. Tanpa nomor, kantor tidak bisa mencocokkan.")
    )


def _date_of(evidence_kind: str, issued: date | None, today: date) -> Problem | None:
    if issued is not None and issued > today:
        return Problem("evidence_date", "future", text("Tanggal surat ini belum terjadi. Cocokkan lagi dengan surat."))
    if evidence_kind in PAPERS and issued is None:
        doubt = text("Tanggal surat belum ditulis. Boleh dikosongkan, tetapi kantor akan menanyakannya.")
        return Problem("evidence_date", "no_date", doubt, severity=Severity.WARN)
    return None


def _note_of(kind: ProposalKind, evidence_kind: str, note: str) -> Problem | None:
    if note.strip() or evidence_kind:
        return None
    if kind is ProposalKind.DOUBLE:
        return Problem("note", "which_double", text("Belum ditulis ganda dengan siapa. Tulis nama dan RT-nya."))
    if kind in {ProposalKind.NOT_FOUND, ProposalKind.ALREADY_RECORDED}:
        return Problem(
            "note", "who_says", text("Belum ditulis dari mana tahunya. Tulis siapa yang ditanya, atau di mana.")
        )
    return None
