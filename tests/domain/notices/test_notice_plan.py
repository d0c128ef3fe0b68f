"""The plan of three notices, in both readings of the rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.notices.messages import RESULTS, Message, NoticeState, NoticeStep, messages, state_of
from fieldkit.domain.notices.plan import eligible_on, next_notice
from fieldkit.domain.notices.rule import DEFAULT_RULE, Counts, NoticeRule, Reading, read_setting, rule_on
from fieldkit.domain.notices.wording import Notice, discreet_name, is_stop, septets, wording

AFTER_THIRD = replace(DEFAULT_RULE, reading=Reading.AFTER_THIRD)
JULY = date(2016, 7, 1)


def sent(*days: date, state: str = "accepted", rule: NoticeRule = DEFAULT_RULE) -> list[Message]:
    return messages(
        [NoticeStep(f"R{n}", n, word, day) for n, day in enumerate(days, 1) for word in ("submitted", state)], rule
    )


def test_a19_three_messages_make_the_card_eligible_after_six_months_or_after_the_third() -> None:
    told = sent(JULY, date(2016, 9, 1), date(2016, 11, 1))
    assert eligible_on(told, DEFAULT_RULE) == date(2017, 1, 1)
    assert eligible_on(told, AFTER_THIRD) == date(2016, 11, 1)


@pytest.mark.parametrize("rule", [DEFAULT_RULE, AFTER_THIRD])
def test_a19_a_third_outside_the_six_months_moves_the_window(rule: NoticeRule) -> None:
    days = (JULY, date(2016, 9, 1), date(2017, 1, 5))
    assert eligible_on(sent(*days), rule) is None
    due = next_notice(JULY, sent(*days), rule, date(2017, 1, 5))
    assert due is not None
    assert (due.sequence, due.place, due.due_on) == (4, 3, date(2017, 2, 4))
    assert eligible_on(sent(*days, due.due_on), rule) == (
        date(2017, 3, 1) if rule is DEFAULT_RULE else date(2017, 2, 4)
    )


@pytest.mark.parametrize("state", ["unknown", "failed", "rejected", "expired", "call_list"])
def test_what_is_not_settled_is_no_notice_and_no_other_is_planned_meanwhile(state: str) -> None:
    told = sent(JULY, state=state)
    assert told[0].counted_on is None
    assert next_notice(JULY, told, DEFAULT_RULE, date(2017, 7, 1)) is None


def test_an_accepted_message_counts_by_the_setting_once_it_is_delivered() -> None:
    rule = replace(DEFAULT_RULE, counts=Counts.DELIVERED)
    assert sent(JULY, rule=rule)[0].counted_on is None
    assert sent(JULY, state="delivered", rule=rule)[0].counted_on == JULY


def test_a_message_that_failed_after_it_was_accepted_does_not_count() -> None:
    assert state_of(["accepted", "failed", "submitted"]) is NoticeState.FAILED


def test_a_message_that_the_gateway_did_not_take_is_in_the_queue_again() -> None:
    assert state_of(["deferred", "queued", "submitted"]) is NoticeState.QUEUED
    assert state_of(["deferred", "queued", "submitted", "submitted"]) is NoticeState.SUBMITTED


@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.sampled_from(["accepted", "delivered", "failed", "unknown", *RESULTS])),
        max_size=12,
    ),
    st.sampled_from([DEFAULT_RULE, AFTER_THIRD, replace(DEFAULT_RULE, days=(0, 3, 9)), replace(AFTER_THIRD, months=1)]),
)
def test_nobody_can_read_more_than_three_within_the_window(story: list[tuple[int, str]], rule: NoticeRule) -> None:
    steps: list[NoticeStep] = []
    heard: list[date] = []
    today = JULY
    for late, outcome in story:
        due = next_notice(JULY, messages(steps, rule), rule, today)
        today = max(today, due.due_on if due else today) + timedelta(late)
        due = next_notice(JULY, messages(steps, rule), rule, today)
        if due is None or due.due_on > today:
            continue
        words = ["submitted", outcome] if outcome != "unknown" else ["submitted", "unknown", "unreachable"]
        steps += [NoticeStep(str(due.sequence), due.sequence, word, today) for word in words]
        if outcome != "failed":
            heard.append(today)
        else:
            steps.append(NoticeStep(str(due.sequence), due.sequence, "unreachable", today))
    for first, fourth in zip(heard, heard[3:], strict=False):
        assert fourth >= rule.window_end(first)


@given(st.permutations(["queued", "submitted", "unknown", "accepted", "delivered"]))
def test_the_order_in_which_steps_arrive_changes_nothing(words: list[str]) -> None:
    assert state_of(words) is NoticeState.DELIVERED


def test_settings_hold_from_their_day_and_unreadable_ones_change_nothing() -> None:
    settings = {
        "notice_days": [(JULY, "0 30 60"), (date(2018, 1, 1), "sixty")],
        "notice_hours": [(JULY, "06:00-18:00")],
    }
    assert rule_on(settings, date(2016, 6, 30)) == DEFAULT_RULE
    assert rule_on(settings, JULY).days == (0, 30, 60)
    assert rule_on(settings, date(2018, 1, 1)).days == DEFAULT_RULE.days
    assert rule_on(settings, JULY).opens.hour == 8
    assert read_setting("notice_hours", "20:00-22:00") is None


@given(st.text(max_size=60), st.text(max_size=80), st.integers(1, 3), st.text(max_size=40))
def test_a_message_is_one_part_and_tells_nobody_the_full_name(name: str, place: str, number: int, office: str) -> None:
    said = wording(Notice(number, name, place, "K7Q2M9XRTB", office, "0335-000000"))
    length = septets(said)
    assert length is not None
    assert length <= 160
    assert said.endswith("Gratis. Ref K7Q2M9XRTB") or "Gratis." in said


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("SITI AMINAH", "SITI A."),
        ("Sumiati", "SUM."),
        ("SITI A", "SITI"),
        ("ANI", "AN."),
        ("DEWI SRI LESTARI", "DEWI S."),
    ],
)
def test_a_name_is_said_so_that_its_owner_knows_it(name: str, shown: str) -> None:
    assert discreet_name(name) == shown


@pytest.mark.parametrize(("words", "asks"), [("STOP", True), ("berhenti.", True), ("Stop ya", True), ("OK", False)])
def test_who_writes_stop_wants_no_more(words: str, asks: bool) -> None:
    assert is_stop(words) is asks
