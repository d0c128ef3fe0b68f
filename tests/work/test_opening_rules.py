"""What a shift is opened with is held where it is written, whoever asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError, Severity
from fieldkit.domain.shifts.shift import SessionKind, check_blanks
from fieldkit.domain.stock.movements import OFFICE, USED, Movement, MovementKind, Product
from fieldkit.records.tables import DEVICE_SET, SHIFT_PLAN, TEAM, TEAM_MEMBER
from fieldkit.store.queries.closing.figures import frame_of
from fieldkit.store.queries.shifts import CURRENT_SHIFT, current_shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.today.sets import SetChoice, set_choice
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.stock.booking import Booking, book
from tests.laptops import JATI, REGENCY, SATURDAY, ZONE, add_plan, add_user, laptop

USUAL = OpenShift(None, SATURDAY, "Shift sore", "Kantor", JATI, "16:00", "19:00", ZONE, 100, 0, ())


@pytest.mark.parametrize(
    ("field", "command"),
    [
        ("name", replace(USUAL, name="  ")),
        ("target", replace(USUAL, target_count=-5)),
        ("start", replace(USUAL, planned_start="x")),
        ("end", replace(USUAL, planned_end="")),
    ],
)
def test_a_shift_without_name_hours_or_a_target_that_can_be_is_not_opened(
    tmp_path: Path, field: str, command: OpenShift
) -> None:
    store = laptop(tmp_path)
    add_user(store)
    with pytest.raises(RuleError) as refused:
        store.execute(open_shift, command)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert store.query(current_shift) is None


@pytest.mark.parametrize(("counted", "held"), [(36, 36), (40, 40), (20, 36)])
def test_the_rest_on_record_is_among_the_blanks_that_are_taken_along(tmp_path: Path, counted: int, held: int) -> None:
    store = laptop(tmp_path)
    add_user(store)
    book_blanks(store, OFFICE, store.query(table_holder), 36)
    store.execute(open_shift, replace(USUAL, blanks_taken=counted))
    assert store.query(balance_of, store.query(table_holder), "blank") == held


def test_a_shortage_on_record_is_not_made_good_by_what_is_taken_along(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    book_blanks(store, store.query(table_holder), USED, 3)
    store.execute(open_shift, replace(USUAL, blanks_taken=40))
    assert store.query(balance_of, store.query(table_holder), "blank") == 37


def test_fewer_blanks_than_are_on_record_are_doubted_and_nothing_else() -> None:
    assert (check_blanks(36, 36), check_blanks(40, 36), check_blanks(0, -2)) == ((), (), ())
    (doubt,) = check_blanks(20, 36)
    assert (doubt.severity, str(doubt.message)[:46]) == (
        Severity.WARN,
        "Di meja ini tercatat 36, jadi 16 belum ada cer",
    )


def book_blanks(store: Store, giver: str, taker: str, pieces: int) -> None:
    movement = Movement(MovementKind.ISSUE, Product.BLANK, giver, taker, pieces)
    store.execute(lambda unit: book(unit, Booking(movement)))


def with_sets(store: Store) -> None:
    """Two sets of the district of Jati and one in repair, and one of another district."""

    def known(unit: Unit) -> None:
        for code, district, state in (
            ("A-01", JATI[:8], "ready"), ("A-02", JATI[:8], "ready"), ("A-03", JATI[:8], "repair"),
            ("B-01", "35.74.01", "ready"),
        ):  # fmt: skip
            unit.insert(DEVICE_SET, REGENCY, code=code, district=district, kind="full", state=state)

    store.execute(known)


def planned_with(store: Store, code: str) -> str:
    """A shift of the day to which a set goes along."""
    plan = add_plan(store)
    store.execute(lambda unit: unit.update(SHIFT_PLAN, plan, set_code=code))
    return plan


def set_of(store: Store, command: OpenShift) -> str:
    """What the papers of a session say of its set; the next one may be opened then."""
    store.execute(lambda unit: unit.meta.put(CURRENT_SHIFT, ""))
    return store.query(frame_of, store.execute(open_shift, command)).set_code


def test_a_session_knows_its_set_by_its_plan_by_the_last_one_here_or_by_who_opens_it(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    assert set_of(store, USUAL) == ""
    with_sets(store)
    planned, night = replace(USUAL, plan_id=planned_with(store, "A-01")), replace(USUAL, kind=SessionKind.NIGHT_PRINT)
    assert set_of(store, planned) == "A-01"
    assert (set_of(store, USUAL), set_of(store, night)) == ("A-01", "A-01")
    assert set_of(store, replace(planned, set_code="B-01")) == "B-01"
    assert (set_of(store, replace(planned, set_code="")), set_of(store, USUAL)) == ("", "")


def test_a_counter_session_is_at_the_one_set_that_stays_in_the_district(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    counter = replace(USUAL, kind=SessionKind.COUNTER)
    with_sets(store)
    assert set_of(store, counter) == ""
    plan = planned_with(store, "A-01")
    assert set_of(store, counter) == "A-02"
    assert store.query(set_choice, JATI, SATURDAY.isoformat()) == SetChoice(("A-01", "A-02", "B-01"), "A-02", "A-02")
    store.execute(lambda unit: unit.update(SHIFT_PLAN, plan, state="cancelled"))
    assert set_of(store, counter) == ""


def test_a_session_that_nobody_planned_is_of_the_team_of_its_lead(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    lead = add_user(store)

    def join(unit: Unit) -> None:
        team = unit.insert(TEAM, REGENCY, name="Tim 2", district=JATI[:8], active=1)
        unit.insert(TEAM_MEMBER, REGENCY, team_id=team, user_id=lead, role="lead")

    store.execute(join)
    assert store.query(frame_of, store.execute(open_shift, USUAL)).team == "Tim 2"
