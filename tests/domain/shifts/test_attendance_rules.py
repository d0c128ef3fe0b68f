"""Who is there is read from facts that are only ever added."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.shifts.attendance import AttendanceFact, presences

_NAMES = st.sampled_from(["Agus Prasetyo", "agus  prasetyo", "Yuni Rahmawati", "Dedi Kurniawan"])
_HOURS = st.integers(9, 18).map(lambda hour: f"2019-02-23T{hour:02}:00:00.000Z")
_FACTS = st.lists(
    st.builds(
        AttendanceFact, st.uuids().map(str), st.just(""), _NAMES, st.just("Pendamping"), st.just("") | _HOURS, _HOURS
    )
)


def fact(number: int, name: str, at: str, until: str = "") -> AttendanceFact:
    return AttendanceFact(f"f{number}", "", name, "operator", until, at)


@given(_FACTS)
def test_each_person_is_there_once_and_never_leaves_before_coming(facts: list[AttendanceFact]) -> None:
    found = presences(facts)
    assert len({" ".join(one.name.split()).casefold() for one in found}) == len(found)
    assert all(one.is_here or one.until > one.since for one in found)


@given(_FACTS)
def test_the_order_in_which_facts_arrive_does_not_matter(facts: list[AttendanceFact]) -> None:
    assert presences(facts) == presences(reversed(facts))


def test_who_goes_and_comes_back_was_there_since_the_first_time() -> None:
    facts = [fact(1, "Agus", "09"), fact(2, "Agus", "10", until="10"), fact(3, "Agus", "11")]
    [agus] = presences(facts)
    assert (agus.since, agus.until, agus.fact_id) == ("09", "", "f3")


def test_who_was_noted_by_mistake_was_never_there_and_can_come_later() -> None:
    mistake = [fact(1, "Agus", "09"), fact(2, "Agus", "10", until="09")]
    assert presences(mistake) == ()
    [agus] = presences([*mistake, fact(3, "Agus", "16")])
    assert (agus.since, agus.until) == ("16", "")


def test_people_who_sign_in_are_told_apart_by_their_user_and_others_by_name() -> None:
    same_name = [AttendanceFact(f"f{user}", user, "Dewi Lestari", "operator", "", "09") for user in ("u1", "u2")]
    assert len(presences([*same_name, fact(3, "Dewi Lestari", "09")])) == 3
