"""What belongs to a reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.requests.reasons import (
    RECORDED_FOR,
    WITHOUT_CARD,
    allowed_outcomes,
    asks_recorded_before,
    has_old_card,
    is_offices,
    may_come_about,
    paper_label,
    reason_label,
    reasons_by_rank,
    required_papers,
    seldom_outcomes,
)
from fieldkit.domain.requests.service import (
    Paper,
    Reason,
    RequestState,
    Step,
    StepFact,
    is_open,
    request_state,
    step_label,
)

RECORDINGS = {Step.RECORDED, Step.RECORDED_WITH_EXCEPTION}


def after(*steps: Step) -> RequestState:
    """Where a request of one morning stands."""
    opening = datetime(2019, 2, 23, 9, 0, tzinfo=UTC)
    return request_state(StepFact(step, opening + timedelta(minutes=at)) for at, step in enumerate(steps))


@pytest.mark.parametrize(
    ("reason", "papers"),
    [
        (Reason.FIRST_RECORDING, (Paper.FAMILY_CARD,)),
        (Reason.LOST, (Paper.POLICE_LOSS_LETTER, Paper.FAMILY_CARD)),
        (Reason.DAMAGED, (Paper.OLD_CARD,)),
        (Reason.DATA_CHANGE, (Paper.OLD_CARD, Paper.PROOF_OF_CHANGE)),
        (Reason.MOVED, (Paper.MOVING_LETTER, Paper.OLD_CARD)),
        (Reason.OUT_OF_REGION, (Paper.FAMILY_CARD,)),
        (Reason.RE_RECORDING, (Paper.FAMILY_CARD,)),
        (Reason.PICK_UP, (Paper.FAMILY_CARD, Paper.RECORDING_RECEIPT)),
    ],
)
def test_each_reason_asks_for_its_papers(reason: Reason, papers: tuple[Paper, ...]) -> None:
    assert required_papers(reason) == papers


@given(st.sampled_from(Reason))
def test_a_foreign_resident_also_shows_travel_document_and_stay_permit(reason: Reason) -> None:
    expected = (*required_papers(reason), Paper.TRAVEL_DOCUMENT, Paper.STAY_PERMIT)
    assert required_papers(reason, foreign=True) == expected


def test_the_reasons_read_as_on_their_buttons() -> None:
    shown = [str(reason_label(reason)) for reason in list(Reason)[:5]]
    assert shown == ["Rekam baru", "Hilang", "Rusak", "Ubah data", "Pindah"]


def test_the_family_card_reads_as_on_the_checklist() -> None:
    assert str(paper_label(Paper.FAMILY_CARD)) == "Kartu keluarga (KK) dilihat"


def test_no_two_reasons_papers_or_steps_read_the_same() -> None:
    assert len({str(reason_label(reason)) for reason in Reason}) == len(Reason)
    assert len({str(paper_label(paper)) for paper in Paper}) == len(Paper)
    assert len({str(step_label(step)) for step in Step}) == len(Step)


def test_the_outcomes_of_a_recording_stand_in_the_order_of_their_keys() -> None:
    shown = [str(step_label(step)) for step in allowed_outcomes(Reason.FIRST_RECORDING)]
    assert shown == [
        "Terekam",
        "Terekam + catatan",
        "Berkas kurang",
        "Sudah pernah",
        "Pulang dulu",
        "Gagal: alat / listrik",
    ]


@pytest.mark.parametrize("reason", [Reason.LOST, Reason.DAMAGED, Reason.OUT_OF_REGION])
def test_a_reprint_is_accepted_with_the_first_key(reason: Reason) -> None:
    assert allowed_outcomes(reason)[0] is Step.ACCEPTED_FOR_REPRINT


@pytest.mark.parametrize("reason", [Reason.DATA_CHANGE, Reason.MOVED])
def test_a22_the_field_forwards_a_change_of_data_and_can_not_finish_it(reason: Reason) -> None:
    offered = allowed_outcomes(reason)
    assert offered[0] is Step.FORWARDED_TO_OFFICE
    assert not {*RECORDINGS, Step.ACCEPTED_FOR_REPRINT} & set(offered)


@given(st.sampled_from(Reason), st.sampled_from(Step))
def test_a22_what_only_the_office_finishes_nobody_in_the_field_can_close(reason: Reason, step: Step) -> None:
    if may_come_about(reason, step) and is_offices(reason):
        assert after(step) not in {RequestState.RECORDED, RequestState.ACCEPTED_FOR_REPRINT, RequestState.COLLECTED}


@given(st.sampled_from(Reason))
def test_every_outcome_that_is_offered_may_come_about(reason: Reason) -> None:
    offered = allowed_outcomes(reason) + seldom_outcomes(reason)
    assert all(may_come_about(reason, step) for step in offered)
    assert len(set(offered)) == len(offered)


@given(st.sampled_from(Reason))
def test_whoever_may_be_recorded_may_be_too_young_or_refuse(reason: Reason) -> None:
    offered = set(allowed_outcomes(reason) + seldom_outcomes(reason))
    assert Step.REFUSED in offered
    assert (Step.UNDER_AGE in offered) == bool(RECORDINGS & offered)


def test_whether_there_is_a_card_already_is_a_question_of_lost_ones_alone() -> None:
    assert [reason for reason in Reason if Step.REDIRECTED_TO_PICKUP in seldom_outcomes(reason)] == [Reason.LOST]


def test_it_is_asked_before_a_recording_whether_there_was_one() -> None:
    asked = [reason for reason in Reason if asks_recorded_before(reason)]
    assert asked == [Reason.FIRST_RECORDING, Reason.OUT_OF_REGION]


def test_who_is_from_elsewhere_and_was_never_recorded_is_recorded_here() -> None:
    assert Step.RECORDED in allowed_outcomes(Reason.OUT_OF_REGION)


@given(st.sampled_from(Reason))
def test_six_different_outcomes_are_offered_and_each_ends_the_request(reason: Reason) -> None:
    offered = allowed_outcomes(reason)
    assert len(set(offered)) == 6
    assert not any(is_open(after(Step.CALLED, step)) for step in offered)


@given(st.sampled_from(Reason))
def test_papers_leaving_and_failures_have_the_same_key_for_every_reason(reason: Reason) -> None:
    offered = allowed_outcomes(reason)
    assert (offered[2], offered[4], offered[5]) == (Step.INCOMPLETE_PAPERS, Step.LEFT_QUEUE, Step.FAILED_EQUIPMENT)


def test_every_reason_has_a_place_among_the_prints_or_no_card() -> None:
    placed = [reason for rank in reasons_by_rank() for reason in rank]
    assert sorted(placed) == sorted(set(Reason) - WITHOUT_CARD)


def test_who_brings_an_old_card_shows_it() -> None:
    assert {reason for reason in Reason if has_old_card(reason)} == {
        reason for reason in Reason if {Paper.OLD_CARD} & {*required_papers(reason)}
    }


def test_a_reason_of_a_newer_version_is_the_offices_to_finish() -> None:
    assert is_offices("name_on_card")
    assert (str(reason_label("name_on_card")), has_old_card("name_on_card")) == ("name on card", False)
    assert "name_on_card" not in {*RECORDED_FOR, *WITHOUT_CARD}
    assert not asks_recorded_before("name_on_card")
