"""Of two versions that were made active apart one is in force, whoever hears of which step first."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.contradiction import CaseKind, list_active_twice
from fieldkit.domain.lists.version import VersionState, VersionStep, active_at_once, standings

LISTS = ("a", "b", "c")
STEPS = st.lists(
    st.builds(
        VersionStep,
        st.uuids().map(str),
        st.sampled_from(LISTS),
        st.sampled_from([*VersionState, "archived"]),
        st.sampled_from(["1", "2", "3"]),
        st.just("u"),
        st.sampled_from(["", *LISTS]),
    ),
    max_size=12,
    unique_by=lambda step: step.id,
)


def step(list_id: str, state: str, at: str, other: str = "") -> VersionStep:
    return VersionStep(f"{at}{list_id}{state}", list_id, state, at, "u", other)


APART = [
    step("jan", "active", "1"),
    step("feb", "active", "2", "jan"),
    step("jan", "superseded", "2", "feb"),
    step("feb2", "active", "3", "jan"),
    step("jan", "superseded", "3", "feb2"),
]


def test_the_one_that_was_made_active_last_is_in_force_and_the_other_a_case() -> None:
    assert standings([], APART) == {"jan": "superseded", "feb": "superseded", "feb2": "active"}
    (case,) = list_active_twice(APART)
    assert (case.kind, case.members) == (CaseKind.LIST_ACTIVE_TWICE, ("feb", "feb2"))
    settled = [*APART, step("feb", "active", "4", "feb2"), step("feb2", "superseded", "4", "feb")]
    assert standings([], settled)["feb"] == "active"
    assert list_active_twice(settled) == set()


def test_lists_that_are_no_versions_of_each_other_are_all_in_force() -> None:
    steps = [step("jati", "active", "1"), step("wiroborang", "active", "2")]
    assert set(standings(["older"], steps).values()) == {"active"}
    assert active_at_once(steps) == []


@given(STEPS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(steps: list[VersionStep], chance: random.Random) -> None:
    shuffled = list(steps)
    chance.shuffle(shuffled)
    assert standings(LISTS, steps) == standings(LISTS, shuffled)
    assert list_active_twice(steps) == list_active_twice(shuffled)


@given(STEPS)
def test_of_the_versions_of_one_list_one_at_most_is_in_force(steps: list[VersionStep]) -> None:
    bound = [*steps, *(step(one, "checked", "0", other) for one, other in pairwise(LISTS))]
    states = standings(LISTS, bound)
    assert list(states.values()).count(VersionState.ACTIVE) <= 1
    for group in active_at_once(bound):
        assert [states[each] for each in group].count(VersionState.ACTIVE) == 1
