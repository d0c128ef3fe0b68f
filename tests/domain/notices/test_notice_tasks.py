"""What waits for the clerk, and words that are taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.notices.messages import RESULTS, UNDONE, NoticeState, NoticeStep, messages, reference_of
from fieldkit.domain.notices.plan import next_notice
from fieldkit.domain.notices.rule import DEFAULT_RULE
from fieldkit.domain.notices.tasks import Task, answers, task_of
from fieldkit.domain.notices.way import Way, stopped, way_to

JULY = date(2016, 7, 1)
_WORDS = st.sampled_from([*NoticeState])


def task(words: list[str], *, today: date = JULY, number: str = "+6281234901117") -> Task:
    told = messages([NoticeStep("R1", 1, word, JULY) for word in words], DEFAULT_RULE)
    way = Way(NoticeState.QUEUED if number else NoticeState.CALL_LIST, "", number)
    return task_of(told, next_notice(JULY, told, DEFAULT_RULE, today), way, today)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], Task.SEND),
        (["queued"], Task.SEND),
        (["queued", "submitted"], Task.SEND),
        (["queued", "submitted", "unknown"], Task.SETTLE),
        (["queued", "submitted", "unknown", "call_list"], Task.CALL),
        (["queued", "submitted", "accepted", "failed"], Task.CALL),
        (["queued", "submitted", "accepted"], Task.WAIT),
        (["call_list", "unreachable"], Task.WAIT),
    ],
)
def test_what_waits_follows_from_the_last_message(words: list[str], expected: Task) -> None:
    assert task(words) is expected


def test_who_has_no_number_is_told_through_the_rt() -> None:
    assert task([], number="") is Task.ASK_RT
    assert task(["call_list"], number="") is Task.ASK_RT


@given(st.lists(st.tuples(_WORDS, st.booleans()), max_size=10))
def test_a_word_that_was_taken_back_was_never_said(said: list[tuple[NoticeState, bool]]) -> None:
    steps = [NoticeStep("R1", 1, word, JULY, f"s{n}") for n, (word, _) in enumerate(said)]
    undone = [NoticeStep("R1", 1, UNDONE, JULY, f"u{n}", f"s{n}") for n, (_, is_undone) in enumerate(said) if is_undone]
    left = [step for step, (_, is_undone) in zip(steps, said, strict=True) if not is_undone]
    assert messages([*undone, *steps], DEFAULT_RULE) == messages(left, DEFAULT_RULE)


@given(st.lists(_WORDS, min_size=1, max_size=6))
def test_every_answer_of_the_clerk_moves_the_message_on(words: list[NoticeState]) -> None:
    (before,) = messages([NoticeStep("R1", 1, word, JULY) for word in words], DEFAULT_RULE)
    for answer in answers(before) - {NoticeState.FAILED}:
        steps = [NoticeStep("R1", 1, word, JULY) for word in (*words, answer)]
        (after,) = messages(steps, DEFAULT_RULE)
        assert not after.is_open
        assert after.state in (answer, before.state)


@given(st.lists(st.sampled_from([*RESULTS, "accepted", "unknown", "failed"]), max_size=8))
def test_nobody_is_forgotten(outcomes: list[str]) -> None:
    """Whatever became of the messages before, there is something to do, a day for the next, or three count."""
    steps = [NoticeStep(f"R{n}", n, word, JULY + timedelta(60 * n)) for n, word in enumerate(outcomes, 1)]
    told = messages(steps, DEFAULT_RULE)
    today = JULY + timedelta(60 * (len(outcomes) + 1))
    due = next_notice(JULY, told, DEFAULT_RULE, today)
    found = task_of(told, due, Way(NoticeState.QUEUED, "", "+6281234901117"), today)
    assert (due is not None) == (found in (Task.SEND, Task.WAIT))


@pytest.mark.parametrize(
    ("phone", "may_write", "state", "cause"),
    [
        ("081234901117", True, "queued", ""),
        ("081234901117", False, "call_list", "no_consent"),
        ("0335421234", True, "call_list", "landline"),
        ("", True, "call_list", "no_number"),
        ("081234901118", True, "suppressed", "stopped"),
    ],
)
def test_the_way_follows_from_number_and_consent(phone: str, *, may_write: bool, state: str, cause: str) -> None:
    way = way_to(phone, may_write=may_write, stops={"+6281234901118"})
    assert (way.state, way.cause) == (state, cause)


def test_a_word_against_messages_holds_until_it_is_taken_back() -> None:
    words = [("a", "+62811", ""), ("b", "+62812", ""), ("c", "+62811", "a")]
    assert stopped(words) == {"+62812"}


def test_a_reference_is_the_same_wherever_it_is_made() -> None:
    assert reference_of("35.74", "q", 1) == reference_of("35.74", "q", 1)
    assert len({reference_of("35.74", "q", 1), reference_of("35.74", "q", 2), reference_of("35.13", "q", 1)}) == 3
