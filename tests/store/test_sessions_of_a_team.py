"""Which tables are of one session: each opens its own, in one plan, of one team, or under one name."""

from __future__ import annotations

import pytest

from fieldkit.store.queries.closing.tables import Session
from fieldkit.store.queries.shifts import Shift

EVENING = ("Shift sore", "16:00", "19:00")


def shift(plan: str = "", team: str = "", kind: str = "shift") -> Shift:
    place = ("Kantor Kelurahan Jati", "35.74.03.1004")
    return Shift(
        "own", "2019-02-23", EVENING[0], *place, *EVENING[1:], "Asia/Jakarta", "lead", "Rina", 0, "", None, kind, plan,
        team,
    )  # fmt: skip


def other(plan: str = "", team: str = "", kind: str = "shift", name: str = EVENING[0]) -> Session:
    return Session(name, EVENING[1], EVENING[2], kind, plan, team)


@pytest.mark.parametrize(
    ("said", "own", "is_one"),
    [
        (other(), shift(), True),
        (other(name="Sore di balai"), shift(), True),
        (other("plan", name="Sore"), shift("plan"), True),
        (other("plan-b", "team-b"), shift("plan-a", "team-a"), False),
        (other("", "team-b"), shift("", "team-a"), False),
        (other("plan-b", "team-a"), shift("plan-a", "team-a"), True),
        (other("plan-b"), shift("plan-a"), False),
        (other(), shift("plan-a", "team-a"), True),
        (other(kind="counter"), shift(), False),
        (other(kind="night_print"), shift(kind="night_print"), True),
    ],
)
def test_a_table_is_of_the_session_by_its_plan_its_team_and_its_kind(
    said: Session, own: Shift, *, is_one: bool
) -> None:
    assert said.is_one_with(own) is is_one


def test_the_same_name_at_other_hours_is_the_session_and_other_hours_and_name_are_not() -> None:
    assert Session("SHIFT SORE", "15:30", "19:00").is_one_with(shift())
    assert not Session("Shift pagi", "09:00", "12:00").is_one_with(shift())
