"""What contradicts follows from the facts, not from the order in which they arrive."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.contradiction import (
    CaseKind,
    CaseState,
    ClosingFact,
    Contradiction,
    CountFact,
    LotReceipt,
    ReopeningFact,
    Settlement,
    TeamClosingFact,
    case_state,
    counted_apart,
    handed_over_ended,
    handed_over_twice,
    negative_holders,
    print_ended_twice,
    printed_twice,
    received_twice,
    recorded_twice,
    reopened_late,
    shown_settlement,
    taken_back_twice,
    team_closed_twice,
    two_closings,
    unseen_pairs,
)
from fieldkit.domain.stock.movements import OFFICE, SPOILED

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
    first, second = ClosingFact("c1", "s"), ClosingFact("c2", "s", "c1")
    assert two_closings([first, second]) == set()
    assert two_closings([first, ClosingFact("c2", "t")]) == set()
    (case,) = two_closings([first, ClosingFact("c2", "s")])
    assert case.members == ("c1", "c2")
    (case,) = two_closings([first, second, ClosingFact("c3", "s", "c1")])
    assert case.members == ("c2", "c3")


SATURDAY, MONDAY = "2019-02-23", "2019-02-25"


def test_a_lead_opens_a_shift_again_on_its_days_and_a_planner_until_it_was_reported() -> None:
    days = {("s", 1): frozenset({SATURDAY})}
    lead, late = ReopeningFact("r1", "s", 1, SATURDAY), ReopeningFact("r2", "s", 1, MONDAY)
    planner = ReopeningFact("r3", "s", 1, MONDAY, is_of_planner=True)
    assert reopened_late([lead, planner], days, {}) == set()
    (case,) = reopened_late([lead, late, planner], days, {})
    assert (case.kind, case.subject, case.members) == (CaseKind.REOPENED_LATE, "s", ("r2",))
    assert {case.members for case in reopened_late([lead, planner], days, {"s": 1})} == {("r1",), ("r3",)}
    assert reopened_late([lead, planner], days, {"s": 2}) == set(), "the closing that was reported is a later one"


def test_of_a_closing_that_has_not_arrived_no_day_is_too_late() -> None:
    assert reopened_late([ReopeningFact("r", "s", 2, MONDAY)], {("s", 1): frozenset({SATURDAY})}, {}) == set()


def test_two_closings_of_teams_that_count_one_table_are_one_case_however_many_tables_they_share() -> None:
    first, other = TeamClosingFact("t1", frozenset("ab")), TeamClosingFact("t2", frozenset("ab"))
    (case,) = team_closed_twice([first, other])
    assert (case.kind, case.subject, case.members) == (CaseKind.TEAM_CLOSED_TWICE, "a", ("t1", "t2"))
    assert team_closed_twice([first, TeamClosingFact("t2", frozenset("c"))]) == set()
    assert team_closed_twice([first, TeamClosingFact("t2", frozenset("ab"), "t1")]) == set()
    assert team_closed_twice([first, other, TeamClosingFact("t3", frozenset("b"), "t2")]) == {
        Contradiction(CaseKind.TEAM_CLOSED_TWICE, "a", ("t1", "t3"))
    }


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), max_size=6), st.randoms(use_true_random=False))
def test_what_binds_team_closings_together_does_not_depend_on_their_order(
    tables: list[frozenset[str]], mixed: random.Random
) -> None:
    facts = [TeamClosingFact(f"t{n}", counted) for n, counted in enumerate(tables)]
    again = list(facts)
    mixed.shuffle(again)
    found = team_closed_twice(facts)
    assert found == team_closed_twice(again)
    bound = [set(case.members) for case in found]
    for one in facts:
        for other in facts:
            together = one.id != other.id and bool(one.tables & other.tables)
            assert not together or any({one.id, other.id} <= members for members in bound)


def test_only_who_holds_pieces_can_hold_too_few() -> None:
    balances = {("table:3574-P2", "blank"): -1, ("table:3574-P3", "blank"): 0, (OFFICE, "blank"): -46}
    (case,) = negative_holders(balances)
    assert (case.subject, case.members) == ("table:3574-P2 blank", ("-1",))
    (box,) = negative_holders({(SPOILED, "blank"): -2, ("used", "blank"): -1})
    assert (box.subject, box.members) == ("spoiled blank", ("-2",))


def test_a_movement_is_taken_back_once() -> None:
    (case,) = taken_back_twice([("i1", "m1"), ("i2", "m1"), ("i3", "m2")])
    assert (case.kind, case.subject, case.members) == (CaseKind.TAKEN_BACK_TWICE, "m1", ("i1", "i2"))


def test_a_lot_that_two_laptops_took_in_is_in_doubt_where_it_is_more_than_was_asked_for() -> None:
    one, other = LotReceipt("m1", "lot", "P1", 300), LotReceipt("m2", "lot", "P2", 200)
    assert received_twice([one, other], {"lot": 500}) == set()
    (case,) = received_twice([one, other], {"lot": 499})
    assert (case.kind, case.subject, case.members) == (CaseKind.RECEIVED_TWICE, "lot", ("m1", "m2"))
    assert received_twice([one, LotReceipt("m2", "lot", "P1", 900)], {"lot": 500}) == set()


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


def test_a_card_that_went_out_and_was_spoiled_elsewhere_is_a_case_until_it_came_back_or_was_printed_again() -> None:
    given, prints = [("h1", "r1")], [("p1", "r1")]
    (case,) = handed_over_ended(given, prints, [("p1", "wrong_data")])
    assert (case.kind, case.subject, case.members) == (CaseKind.HANDED_OVER_ENDED, "r1", ("h1",))
    assert handed_over_ended(given, prints, [("p1", "ok")]) == set()
    assert handed_over_ended(given, prints, [("p1", "wrong_data")], {"r1": 1}) == set()
    assert handed_over_ended(given, [*prints, ("p2", "r1")], [("p1", "wrong_data")]) == set()
    assert handed_over_ended(given, [], []) == set()


def test_a_print_is_ended_once() -> None:
    once = [("c1", "r1", "p1", "wrong_data"), ("c0", "r1", "p1", "ok"), ("c2", "r1", "p2", "encode_failed")]
    assert print_ended_twice(once) == set()
    (case,) = print_ended_twice([*once, ("c3", "r1", "p1", "not_printed")])
    assert (case.kind, case.subject, case.members) == (CaseKind.PRINT_ENDED_TWICE, "r1", ("c1", "c3"))


def apart(*counts: CountFact, moved: int = 0) -> list[tuple[str, ...]]:
    found = [counted_apart(*pair, moved) for pair in unseen_pairs(counts)]
    return [each.members for each in found if each is not None]


def test_two_counts_of_one_holder_that_did_not_know_of_one_another_are_a_case_until_it_is_counted_again() -> None:
    one = CountFact("1", "office blank", "3574-P1", 100, 97, "2019-02-23T01:00Z")
    two = CountFact("2", "office blank", "3574-P2", 100, 97, "2019-02-23T02:00Z")
    assert apart(two, one) == [("1", "2")]
    knew = CountFact("2", "office blank", "3574-P2", 97, 96, "2019-02-23T02:00Z")
    assert apart(one, knew) == []
    again = CountFact("3", "office blank", "3574-P1", 94, 97, "2019-02-23T03:00Z")
    assert apart(one, two, again, moved=-3) == []


def test_what_came_in_between_two_counts_tells_whether_the_later_one_knew() -> None:
    one = CountFact("1", "office blank", "3574-P1", 100, 97, "2019-02-23T01:00Z")
    two = CountFact("2", "office blank", "3574-P2", 100, 99, "2019-02-23T02:00Z")
    assert apart(one, two, moved=3) == []
    assert apart(one, two, moved=0) == [("1", "2")]


def test_a_count_without_a_difference_takes_nothing_off_twice() -> None:
    one = CountFact("1", "office blank", "3574-P1", 100, 100, "2019-02-23T01:00Z")
    two = CountFact("2", "office blank", "3574-P2", 100, 97, "2019-02-23T02:00Z")
    assert apart(one, two) == []
    assert apart(two, CountFact("3", "store:1 blank", "3574-P1", 100, 97, "2019-02-23T03:00Z")) == []
