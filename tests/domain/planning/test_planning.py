"""Plans that clash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.planning.clashes import (
    Clash,
    ClashKind,
    PlannedShift,
    answering,
    clashes,
    clashes_of,
    free_sets,
    free_start,
    joined,
    overlap,
    telling,
    unsettled,
)

SATURDAY = date(2019, 2, 23)
SETS = {"A1": "35.74.03", "A2": "35.74.03", "B1": "35.74.04"}
MORNING = PlannedShift("morning", SATURDAY, time(9), time(12), "team", "A1", frozenset({"ani"}))
AFTERNOON = PlannedShift("afternoon", SATURDAY, time(16), time(19), "team", "A1", frozenset({"ani"}))

shifts = st.lists(
    st.builds(
        PlannedShift,
        st.uuids().map(str),
        st.dates(SATURDAY, date(2019, 2, 25)),
        st.times(),
        st.times(),
        st.sampled_from(["", "team", "other"]),
        st.sampled_from(["", *SETS]),
        st.frozensets(st.sampled_from(["ani", "budi", "citra"])),
    ),
    unique_by=lambda each: each.id,
    max_size=7,
)


def test_two_shifts_of_one_day_do_not_clash() -> None:
    """Seed 000: 09:00 to 12:00 and 16:00 to 19:00, the same team with the same set."""
    assert clashes([MORNING, AFTERNOON], SETS) == frozenset()


def test_a7_a_saturday_until_eight_in_the_evening_is_no_special_case() -> None:
    assert clashes([replace(MORNING, start=time(8), end=time(20))], SETS) == frozenset()


def test_whoever_is_in_two_places_is_named() -> None:
    other = replace(MORNING, id="other", start=time(11), end=time(13))
    assert clashes([MORNING, other], SETS) == {
        Clash(ClashKind.PERSON, "ani", ("morning", "other")),
        Clash(ClashKind.TEAM, "team", ("morning", "other")),
        Clash(ClashKind.SET, "A1", ("morning", "other")),
    }


def test_a6_a_plan_that_sends_out_both_sets_of_a_district_clashes() -> None:
    other = PlannedShift("other", SATURDAY, time(10), time(12), "second", "A2", frozenset({"budi"}))
    assert clashes([MORNING, other], SETS) == {Clash(ClashKind.STANDBY, "35.74.03", ("morning", "other"))}
    assert clashes([MORNING, replace(other, start=time(12), end=time(14))], SETS) == frozenset()


def test_a_district_with_one_set_keeps_it() -> None:
    only = PlannedShift("only", SATURDAY, time(9), time(12), set_code="B1")
    assert clashes([only], SETS) == {Clash(ClashKind.STANDBY, "35.74.04", ("only",))}


def test_a_night_runs_into_the_next_day() -> None:
    night = replace(MORNING, id="night", start=time(22), end=time(2))
    early = replace(MORNING, id="early", day=date(2019, 2, 24), start=time(1), end=time(3))
    assert overlap(night, early)
    assert clashes_of(early, [night], SETS)


@pytest.mark.parametrize("start", [time(12), time(13)])
def test_one_that_begins_as_the_other_ends_does_not_clash(start: time) -> None:
    assert not overlap(MORNING, replace(MORNING, start=start, end=time(15)))


@given(shifts)
def test_the_order_of_the_plans_changes_nothing(plans: list[PlannedShift]) -> None:
    assert clashes(plans, SETS) == clashes(plans[::-1], SETS)


@given(shifts)
def test_the_clashes_of_each_shift_are_together_all_clashes(plans: list[PlannedShift]) -> None:
    each = frozenset(clash for shift in plans for clash in clashes_of(shift, plans, SETS))
    assert each == clashes(plans, SETS)


def test_a_set_that_works_at_its_own_district_office_is_not_sent_out() -> None:
    at_home = replace(MORNING, id="home", team_id="second", set_code="A2", staff=frozenset(), stays_home=True)
    assert clashes([MORNING, at_home], SETS) == frozenset()


def test_the_missing_set_at_home_is_answered_for_once_and_two_places_at_once_twice() -> None:
    pair, alone = Clash(ClashKind.SET, "A1", ("one", "two")), Clash(ClashKind.STANDBY, "35.74.03", ("one", "two"))
    assert unsettled([pair, alone], {"one": "Disetujui"}) == {pair}
    assert unsettled([pair, alone], {"one": "Disetujui", "two": "Disetujui"}) == frozenset()


def test_a6_a_reason_that_two_shifts_share_for_their_own_clash_answers_for_no_set_that_is_missing() -> None:
    """The third shift came by a merge: whoever wrote the reason knew nothing of it."""
    pair = Clash(ClashKind.TEAM, "team", ("one", "two"))
    alone = Clash(ClashKind.STANDBY, "35.74.03", ("one", "three"))
    shared = {"one": "Rina pindah", "two": "Rina pindah"}
    assert unsettled([pair, alone], shared) == {alone}
    assert unsettled([pair, alone], {**shared, "one": joined("Disetujui", "Rina pindah")}) == frozenset()
    assert unsettled([pair, alone], {**shared, "three": "Disetujui"}) == frozenset()
    assert answering(alone, [pair, alone], {**shared, "three": "Disetujui"}) == ("three",)
    assert unsettled([pair, alone], {"one": "Disetujui"}) == {pair}


def test_reasons_are_joined_once_each() -> None:
    assert joined("", "Disetujui") == "Disetujui"
    assert joined("Disetujui", "Rina pindah") == "Disetujui; Rina pindah"
    assert joined("Disetujui; Rina pindah", "Rina pindah") == "Disetujui; Rina pindah"


def test_a_free_set_is_one_whose_district_keeps_another() -> None:
    other = replace(MORNING, id="other", team_id="second", staff=frozenset())
    assert free_sets(other, [MORNING], SETS) == ()
    assert free_sets(other, [MORNING], {**SETS, "B2": "35.74.04"}) == ("B1", "B2")


def test_a_shift_moves_to_the_first_full_hour_without_a_clash() -> None:
    other = replace(MORNING, id="other", start=time(9, 30), end=time(12, 30))
    assert free_start(other, [MORNING], SETS) == time(12)
    assert free_start(replace(other, start=time(19), end=time(22)), [replace(MORNING, end=time(23))], SETS) is None


@given(shifts)
def test_what_is_offered_as_a_way_out_is_one(plans: list[PlannedShift]) -> None:
    for shift in plans:
        start = free_start(shift, plans, SETS)
        if start is not None:
            begins, ends = shift.span
            moved = replace(shift, start=start, end=(datetime.combine(shift.day, start) + (ends - begins)).time())
            assert clashes_of(moved, plans, SETS) == frozenset()
        for code in free_sets(shift, plans, SETS):
            found = clashes_of(replace(shift, set_code=code), plans, SETS)
            assert not {clash.kind for clash in found} & {ClashKind.SET, ClashKind.STANDBY}


def test_a_team_in_two_places_is_told_once() -> None:
    other = replace(MORNING, id="other", start=time(11), end=time(13))
    assert telling(clashes([MORNING, other], SETS)) == {Clash(ClashKind.TEAM, "team", ("morning", "other"))}
    of_another_team = clashes([MORNING, replace(other, team_id="second")], SETS)
    assert telling(of_another_team) == of_another_team != frozenset()
