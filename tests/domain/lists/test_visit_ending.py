"""What ends a visit, whoever asks: the list of who waits, the eyes that see why, or the office that erases it."""

from __future__ import annotations

import pytest

from fieldkit.domain.cards.card import Placing
from fieldkit.domain.lists.proposal import OfficeDecision, ProposalKind
from fieldkit.domain.lists.visit_ending import Fact, Told, endings
from fieldkit.domain.requests.service import Step
from fieldkit.domain.visits.visit import UNDONE, WITHDRAWN, NextStep, VisitOutcome

AT = "2019-02-23T09:05:00.000Z"


def attempt(says: str, next_step: NextStep, about: str = "", id_: str = "a") -> Told:
    return Told(Fact.ATTEMPT, id_, AT, says, about, next_step)


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        (attempt(VisitOutcome.RECORDED, NextStep.NONE), True),
        (attempt(VisitOutcome.MOVED, NextStep.OFFICE_DECIDES), True),
        (attempt(VisitOutcome.NOT_HOME, NextStep.COME_AGAIN), False),
        (attempt(WITHDRAWN, NextStep.NONE), True),
        (Told(Fact.STEP, "s", AT, Step.RECORDED_WITH_EXCEPTION), True),
        (Told(Fact.STEP, "s", AT, Step.LEFT_QUEUE), False),
        (Told(Fact.HANDOVER, "h", AT), True),
        (Told(Fact.PROPOSAL, "p", AT, ProposalKind.DECEASED), False),
    ],
)
def test_these_facts_alone_end_a_visit(told: Told, ends: bool) -> None:
    assert endings([told]) == ([told] if ends else [])


@pytest.mark.parametrize("fact", [Fact.ATTEMPT, Fact.STEP])
def test_what_was_taken_back_ends_nothing(fact: Fact) -> None:
    done = Told(fact, "1", AT, "recorded", "", NextStep.NONE)
    back = Told(fact, "2", AT, UNDONE if fact is Fact.ATTEMPT else Step.CANCELLED, "1", NextStep.NONE)
    assert endings([done, back]) == []


@pytest.mark.parametrize(
    ("kind", "words", "ends"),
    [
        (ProposalKind.DECEASED, [OfficeDecision.APPROVED], True),
        (ProposalKind.DECEASED, [OfficeDecision.APPROVED, OfficeDecision.REOPENED], False),
        (ProposalKind.DECEASED, [OfficeDecision.REJECTED], False),
        (ProposalKind.AWAY, [OfficeDecision.APPROVED], False),
    ],
)
def test_the_offices_last_word_ends_it_where_it_takes_somebody_off_the_list(
    kind: ProposalKind, words: list[OfficeDecision], ends: bool
) -> None:
    said = [Told(Fact.DECISION, f"d{n}", AT, word, "p") for n, word in enumerate(words)]
    assert bool(endings([Told(Fact.PROPOSAL, "p", AT, kind), *said])) is ends


def test_a_word_on_a_proposal_that_was_corrected_ends_nothing() -> None:
    first = Told(Fact.PROPOSAL, "p", AT, ProposalKind.DECEASED)
    corrected = Told(Fact.PROPOSAL, "q", AT, ProposalKind.AWAY, "p")
    word = Told(Fact.DECISION, "d", AT, OfficeDecision.APPROVED, "p")
    assert endings([first, corrected, word]) == []


def test_a_handover_that_was_written_by_mistake_ends_nothing() -> None:
    given = Told(Fact.HANDOVER, "h", AT)
    assert endings([given, Told(Fact.PLACE, "c", AT, "at_place", "h")]) == [given]
    assert endings([given, Told(Fact.PLACE, "c", AT, Placing.UNDONE, "h")]) == []
