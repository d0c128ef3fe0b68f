"""What contradicts follows from the facts, not from the order in which they arrive."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.contradiction import (
    CaseKind,
    CaseState,
    ClosingFact,
    Settlement,
    case_state,
    handed_over_twice,
    negative_holders,
    printed_twice,
    recorded_twice,
    shown_settlement,
    taken_back_twice,
    two_closings,
)
from fieldkit.domain.stock.movements import OFFICE

MEMBERS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xy")), max_size=10)
SETTLEMENTS = st.lists(
    st.builds(
        Settlement, st.uuids().map(str), st.just("case"), st.sampled_from("pq"), st.just("u"), st.sampled_from("12")
    ),
    max_size=6,
)


@given(MEMBERS, st.randoms(use_true_random=False))
def test_order_and_repetition_say_nothing(members: list[tuple[str, str]], random: object) -> None:
    again = members * 2
    random.shuffle(again)  # type: ignore[attr-defined]
    assert handed_over_twice(again) == handed_over_twice(members)
    assert recorded_twice(again, {"x": "y"}) == recorded_twice(members, {"x": "y"})


@given(SETTLEMENTS, st.randoms(use_true_random=False))
def test_of_several_settlements_the_later_shows_in_any_order(said: list[Settlement], random: object) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    shown = shown_settlement(shuffled)
    assert shown == shown_settlement(said)
    assert all(shown is not None and each.at <= shown.at for each in said)


def test_a_card_that_went_twice_is_one_case_with_both_handovers() -> None:
    (case,) = handed_over_twice([("h2", "r1"), ("h1", "r1"), ("h3", "r2")])
    assert (case.kind, case.subject, case.members) == (CaseKind.HANDED_OVER_TWICE, "r1", ("h1", "h2"))


def test_a_third_handover_is_another_case() -> None:
    (two,) = handed_over_twice([("h1", "r1"), ("h2", "r1")])
    (three,) = handed_over_twice([("h1", "r1"), ("h2", "r1"), ("h3", "r1")])
    assert two.id != three.id


def test_one_person_under_two_rows_is_recorded_twice() -> None:
    recordings = [("q1", "a"), ("q2", "b")]
    assert recorded_twice(recordings, {}) == set()
    (case,) = recorded_twice(recordings, {"a": "a", "b": "a"})
    assert (case.subject, case.members) == ("a", ("q1", "q2"))


def test_a_closing_that_supersedes_the_other_is_no_contradiction() -> None:
    first, second = ClosingFact("c1", "s", "P2"), ClosingFact("c2", "s", "P2", "c1")
    assert two_closings([first, second]) == set()
    assert two_closings([first, ClosingFact("c2", "s", "P3")]) == set()
    (case,) = two_closings([first, ClosingFact("c2", "s", "P2")])
    assert case.members == ("c1", "c2")
    (case,) = two_closings([first, second, ClosingFact("c3", "s", "P2", "c1")])
    assert case.members == ("c2", "c3")


def test_only_who_holds_pieces_can_hold_too_few() -> None:
    balances = {("table:3574-P2", "blank"): -1, ("table:3574-P3", "blank"): 0, (OFFICE, "blank"): -46}
    (case,) = negative_holders(balances)
    assert (case.subject, case.members) == ("table:3574-P2 blank", ("-1",))


def test_a_movement_is_taken_back_once() -> None:
    (case,) = taken_back_twice([("i1", "m1"), ("i2", "m1"), ("i3", "m2")])
    assert (case.kind, case.subject, case.members) == (CaseKind.TAKEN_BACK_TWICE, "m1", ("i1", "i2"))


def test_a_case_is_settled_by_a_person_or_withdrawn_by_the_facts() -> None:
    settlement = Settlement("s", "c", "kept", "u", "1")
    assert case_state(None, is_there=True) is CaseState.OPEN
    assert case_state(None, is_there=False) is CaseState.WITHDRAWN
    assert case_state(settlement, is_there=True) is case_state(settlement, is_there=False) is CaseState.SETTLED


def test_a_card_that_came_back_may_go_out_again_and_no_more() -> None:
    twice = [("h1", "r1"), ("h2", "r1")]
    assert handed_over_twice(twice, {"r1": 1}) == set()
    assert len(handed_over_twice([*twice, ("h3", "r1")], {"r1": 1})) == 1


def test_a_card_printed_twice_is_a_case_until_one_print_is_ended() -> None:
    prints = [("p1", "r1"), ("p2", "r1"), ("p3", "r2")]
    (case,) = printed_twice(prints, [("p1", "ok")])
    assert (case.kind, case.subject, case.members) == (CaseKind.PRINTED_TWICE, "r1", ("p1", "p2"))
    for result in ("encode_failed", "wrong_data", "not_printed"):
        assert printed_twice(prints, [("p1", result)]) == set()
