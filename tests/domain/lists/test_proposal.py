"""What a proposal needs, what is only doubted, and what the office may approve."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import Severity
from fieldkit.domain.lists.proposal import (
    NEEDED_EVIDENCE,
    PAPERS,
    EvidenceKind,
    OfficeDecision,
    ProposalKind,
    check_proposal,
    decision_label,
    evidence_for,
    evidence_label,
    is_decided,
    is_evident,
    proposal_label,
)

TODAY = date(2019, 2, 23)
kinds = st.sampled_from(ProposalKind)
evidence = st.sampled_from(["", *EvidenceKind])


def found(
    kind: ProposalKind, evidence_kind: str = "", number: str = "", issued: date | None = None, note: str = ""
) -> dict[str, Severity]:
    problems = check_proposal(kind, evidence_kind, number, issued, note, TODAY)
    return {problem.code: problem.severity for problem in problems}


@pytest.mark.parametrize(
    ("kind", "paper"),
    [(ProposalKind.DECEASED, EvidenceKind.DEATH_CERTIFICATE), (ProposalKind.MOVED, EvidenceKind.MOVING_LETTER)],
)
def test_death_and_moving_need_evidence_and_the_office_needs_the_paper(kind: ProposalKind, paper: str) -> None:
    assert found(kind) == {"no_evidence": Severity.STOP}
    assert found(kind, EvidenceKind.RT_STATEMENT) == {"weak_evidence": Severity.WARN}
    assert found(kind, paper) == {"no_number": Severity.STOP, "no_date": Severity.WARN}
    assert found(kind, paper, "3574-KM-0099", TODAY) == {}
    assert not is_evident(kind, EvidenceKind.RT_STATEMENT, "")
    assert not is_evident(kind, paper, " ")
    assert is_evident(kind, paper, "3574-KM-0099")


def test_a_paper_of_tomorrow_is_no_paper() -> None:
    letter = (ProposalKind.MOVED, EvidenceKind.MOVING_LETTER, "475/99")
    assert found(*letter, TODAY + timedelta(days=1)) == {"future": Severity.STOP}


def test_who_is_away_needs_nothing_and_the_others_need_a_word() -> None:
    assert found(ProposalKind.AWAY) == {}
    for kind in (ProposalKind.DOUBLE, ProposalKind.NOT_FOUND, ProposalKind.ALREADY_RECORDED):
        assert Severity.STOP in found(kind).values()
        assert found(kind, note="Bu RT tidak kenal") == {}
        assert found(kind, EvidenceKind.RT_STATEMENT) == {}


@given(kinds, evidence, st.sampled_from(["", "12/2019"]), st.sampled_from([None, TODAY]), st.sampled_from(["", "note"]))
def test_what_the_office_may_approve_can_be_saved(
    kind: ProposalKind, evidence_kind: str, number: str, issued: date | None, note: str
) -> None:
    if kind in NEEDED_EVIDENCE and is_evident(kind, evidence_kind, number):
        assert Severity.STOP not in found(kind, evidence_kind, number, issued, note).values()


@given(kinds)
def test_the_paper_that_is_needed_is_offered_first(kind: ProposalKind) -> None:
    offered = evidence_for(kind)
    assert 2 <= len(offered) <= 4
    assert kind not in NEEDED_EVIDENCE or offered[0] == NEEDED_EVIDENCE[kind]
    assert set(offered) - PAPERS == {EvidenceKind.RT_STATEMENT, EvidenceKind.FAMILY_STATEMENT}


def test_everything_has_a_word_of_its_own() -> None:
    assert len({str(proposal_label(kind)) for kind in ProposalKind}) == len(ProposalKind)
    assert len({str(evidence_label(kind)) for kind in EvidenceKind}) == len(EvidenceKind)
    assert str(decision_label("")) == str(decision_label(OfficeDecision.REOPENED)) == "Menunggu kantor"
    assert [is_decided(decision) for decision in OfficeDecision] == [True, True, False]
