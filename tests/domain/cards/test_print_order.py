"""Which cards are printed first when blanks are scarce."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.cards.print_order import (
    DEFAULT_TABLE,
    URGENT,
    CardRequest,
    PriorityTable,
    Wait,
    check_ranks,
    is_outranked,
    plan_prints,
    read_ranks,
    table_on,
    write_ranks,
)
from fieldkit.domain.requests.service import Reason

DAY = date(2019, 2, 23)

requests = st.lists(
    st.builds(
        CardRequest,
        st.uuids().map(str),
        st.sampled_from([*Reason, "unheard_of"]),
        st.sampled_from(["2019-02-21T08:00Z", "2019-02-22T08:00Z", "2019-02-23T08:00Z"]),
        st.booleans(),
        st.sampled_from([None, date(2019, 2, 23), date(2019, 6, 1)]),
        st.booleans(),
    ),
    unique_by=lambda each: each.id,
    max_size=40,
)


def several(reason: Reason, how_many: int) -> list[CardRequest]:
    return [CardRequest(f"{reason}-{n:02d}", reason, f"2019-02-{20 + n % 3}T0{n % 9}:00Z") for n in range(how_many)]


def test_a20_of_ten_blanks_eight_first_recordings_and_two_data_changes_are_printed_and_the_rest_waits_in_sight() -> (
    None
):
    queue = [*several(Reason.LOST, 4), *several(Reason.DATA_CHANGE, 3), *several(Reason.FIRST_RECORDING, 8)]
    plan = plan_prints(queue, 10, DEFAULT_TABLE, DAY)
    reasons = [each.rpartition("-")[0] for each in plan.now]
    assert (reasons.count(Reason.FIRST_RECORDING), reasons.count(Reason.DATA_CHANGE)) == (8, 2)
    assert [(each.rpartition("-")[0], why) for each, why in plan.waiting] == [
        (Reason.DATA_CHANGE, Wait.SCARCITY),
        *[(Reason.LOST, Wait.SCARCITY)] * 4,
    ]


@given(requests, st.integers(min_value=0, max_value=50))
def test_nobody_is_lost_and_nobody_doubled(queue: list[CardRequest], printable: int) -> None:
    plan = plan_prints(queue, printable, DEFAULT_TABLE, DAY)
    assert sorted((*plan.now, *(each for each, _ in plan.waiting))) == sorted(each.id for each in queue)
    assert len(plan.now) <= printable


@given(requests, st.integers(min_value=0, max_value=20))
def test_the_order_in_which_they_are_given_changes_nothing(queue: list[CardRequest], printable: int) -> None:
    assert plan_prints(queue, printable, DEFAULT_TABLE, DAY) == plan_prints(queue[::-1], printable, DEFAULT_TABLE, DAY)


@given(requests, st.integers(min_value=0, max_value=20))
def test_nobody_waits_for_blanks_while_somebody_of_a_later_rank_is_printed(
    queue: list[CardRequest], printable: int
) -> None:
    rank = {each.id: DEFAULT_TABLE.rank(each.reason, is_urgent=each.is_urgent) for each in queue}
    plan = plan_prints(queue, printable, DEFAULT_TABLE, DAY)
    scarce = [rank[each] for each, why in plan.waiting if why is Wait.SCARCITY]
    assert not scarce or all(rank[each] <= min(scarce) for each in plan.now)


@given(requests, st.integers(min_value=0, max_value=20))
def test_who_is_under_age_or_in_question_takes_no_blank(queue: list[CardRequest], printable: int) -> None:
    barred = {
        each.id for each in queue if each.is_in_question or (each.print_eligible_on and each.print_eligible_on > DAY)
    }
    plan = plan_prints(queue, printable, DEFAULT_TABLE, DAY)
    assert not barred & {*plan.now}
    assert len(plan.now) == min(printable, len(queue) - len(barred))


def test_a_card_of_a_young_person_is_printed_from_the_seventeenth_birthday_on() -> None:
    young = CardRequest("young", Reason.FIRST_RECORDING, "2019-02-20", print_eligible_on=DAY)
    assert plan_prints([young], 1, DEFAULT_TABLE, DAY).now == ("young",)
    assert plan_prints([young], 1, DEFAULT_TABLE, date(2019, 2, 22)).waiting == (("young", Wait.UNDER_AGE),)


def test_who_is_urgent_by_approval_comes_after_first_recordings_and_before_the_rest() -> None:
    queue = [*several(Reason.DATA_CHANGE, 1), CardRequest("u", Reason.LOST, "2019-02-22", is_urgent=True)]
    assert plan_prints(queue, 2, DEFAULT_TABLE, DAY).now == ("u", "data_change-00")


def test_an_approval_never_puts_anybody_further_back() -> None:
    last = PriorityTable(DAY, (frozenset({Reason.LOST}), frozenset({URGENT})))
    assert last.rank(Reason.LOST, is_urgent=True) == 0


def test_the_table_that_began_last_is_in_force() -> None:
    later = PriorityTable(date(2019, 3, 1), read_ranks("lost | first_recording"))
    earlier = PriorityTable(date(2019, 2, 1), read_ranks("damaged | first_recording"))
    assert table_on([later, earlier], DAY) is earlier
    assert table_on([later, earlier], date(2019, 3, 1)) is later
    assert table_on([later], DAY) is DEFAULT_TABLE


def test_ranks_survive_the_setting() -> None:
    assert read_ranks(write_ranks(DEFAULT_TABLE.ranks)) == DEFAULT_TABLE.ranks
    assert read_ranks(" | ") == ()


@pytest.mark.parametrize(
    ("words", "codes"),
    [("lost | damaged", []), ("lost | damaged lost", ["named_twice"]), ("lost | first", ["unknown_reason"])],
)
def test_a_table_names_each_reason_once(words: str, codes: list[str]) -> None:
    assert [problem.code for problem in check_ranks(read_ranks(words))] == codes


def test_what_waits_for_the_office_takes_no_blank_of_the_field() -> None:
    changed = CardRequest("changed", Reason.DATA_CHANGE, "2019-02-20T08:00Z", waits_for_office=True)
    plan = plan_prints([changed, *several(Reason.LOST, 2)], 2, DEFAULT_TABLE, DAY)
    assert len(plan.now) == 2
    assert plan.waiting == (("changed", Wait.AT_OFFICE),)


def test_whose_record_stopped_at_the_centre_takes_no_blank_of_others() -> None:
    stopped = CardRequest("stopped", Reason.FIRST_RECORDING, "2019-02-20T08:00Z", is_stopped=True)
    plan = plan_prints([stopped, *several(Reason.LOST, 2)], 2, DEFAULT_TABLE, DAY)
    assert len(plan.now) == 2
    assert plan.waiting == (("stopped", Wait.AT_CENTRE),)


def test_a_lost_card_waits_while_first_recordings_need_all_the_blanks_unless_the_lead_lets_it_through() -> None:
    lost, firsts = CardRequest("lost", Reason.LOST, "2019-02-20T08:00Z"), several(Reason.FIRST_RECORDING, 3)
    assert is_outranked(lost, firsts, 3, DEFAULT_TABLE)
    assert not is_outranked(lost, firsts, 4, DEFAULT_TABLE)
    assert not is_outranked(replace(lost, is_urgent=True), firsts, 3, DEFAULT_TABLE)
    assert not is_outranked(lost, firsts, 0, DEFAULT_TABLE)


@given(requests, st.integers(min_value=1, max_value=50))
def test_who_is_printed_now_is_never_outranked(queue: list[CardRequest], blanks: int) -> None:
    plan = plan_prints(queue, blanks, DEFAULT_TABLE, DAY)
    ready = [each for each in queue if each.id in plan.now or (each.id, Wait.SCARCITY) in plan.waiting]
    assert not [each.id for each in ready if each.id in plan.now and is_outranked(each, ready, blanks, DEFAULT_TABLE)]
