"""Which cards go to their district, and what a receipt has to say of them (F-K2, A19)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.cards.batches import BatchState, Difference, FoundDifferent, batch_state, check_count, may_go
from fieldkit.domain.cards.card import CardState, Position
from fieldkit.domain.notices.messages import NoticeStep, messages
from fieldkit.domain.notices.plan import eligible_on
from fieldkit.domain.notices.rule import DEFAULT_RULE, NoticeRule, Reading

AFTER_THIRD = NoticeRule(reading=Reading.AFTER_THIRD)
READY = Position(CardState.READY)
A19_DAYS = [date(2016, 7, 1), date(2016, 9, 1), date(2016, 11, 1)]


def goes(days: list[date], today: date, rule: NoticeRule = DEFAULT_RULE, card: Position = READY) -> bool:
    steps = [NoticeStep(str(number), number, "delivered", day) for number, day in enumerate(days, start=1)]
    return may_go(card, eligible_on(messages(steps, rule), rule), today)


def test_a19_a_card_goes_after_six_months_or_after_the_third_as_the_office_reads_the_rule() -> None:
    assert not goes(A19_DAYS, date(2016, 12, 31))
    assert goes(A19_DAYS, date(2017, 1, 1))
    assert not goes(A19_DAYS, date(2016, 10, 31), AFTER_THIRD)
    assert goes(A19_DAYS, date(2016, 11, 1), AFTER_THIRD)


def test_a19_a_third_notice_outside_the_window_sends_no_card_away() -> None:
    late = [*A19_DAYS[:2], date(2017, 1, 5)]
    assert not goes(late, date(2017, 1, 5))
    assert not goes(late, date(2017, 1, 5), AFTER_THIRD)


@pytest.mark.parametrize("state", [state for state in CardState if state is not CardState.READY])
def test_only_a_card_that_lies_ready_goes(state: CardState) -> None:
    assert not goes(A19_DAYS, date(2017, 6, 1), card=Position(state))


def test_where_a_batch_stands() -> None:
    def states(*, differences: int, waiting: int) -> list[BatchState]:
        told = [(False, False), (True, False), (True, True)]
        return [
            batch_state(is_signed=signed, is_received=received, differences=differences, waiting=waiting)
            for signed, received in told
        ]

    assert states(differences=0, waiting=3) == ["draft", "signed_by_giver", "received"]
    assert states(differences=1, waiting=3)[-1] is BatchState.WITH_DIFFERENCES
    assert states(differences=1, waiting=0)[-1] is BatchState.ARCHIVED


@given(
    st.sets(st.integers(0, 30)),
    st.lists(st.tuples(st.sampled_from(Difference), st.integers(0, 40)), max_size=6, unique_by=lambda each: each[1]),
    st.integers(-2, 2),
)
def test_what_was_counted_is_the_list_less_what_is_missing_and_more_what_is_not_on_it(
    listed: set[int], told: list[tuple[Difference, int]], off: int
) -> None:
    cards = {str(card) for card in listed}
    found = [
        FoundDifferent(kind, f"WARGA {card}", str(card))
        for kind, card in told
        if (str(card) in cards) != (kind is Difference.NOT_LISTED)
    ]
    missing = sum(each.kind is Difference.MISSING for each in found)
    more = sum(each.kind is Difference.NOT_LISTED for each in found)
    problems = check_count(cards, found, len(cards) - missing + more + off)
    assert [each.code for each in problems] == ([] if off == 0 else ["count_differs"])


def test_a_difference_names_its_card_once() -> None:
    twice = [FoundDifferent(Difference.DAMAGED, "SITI", "a"), FoundDifferent(Difference.MISSING, "SITI", "a")]
    assert [each.code for each in check_count({"a", "b"}, twice, 1)] == ["named_twice"]
    assert [each.code for each in check_count({"b"}, twice[:1], 1)] == ["not_on_list"]
    nobody = [FoundDifferent(Difference.NOT_LISTED, " ")]
    assert [each.code for each in check_count({"b"}, nobody, 2)] == ["no_name"]
