"""A shift that was opened by mistake: it is none any more, unless something was done in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.shifts.incident import IncidentKind
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.stock.movements import OFFICE, MovementKind, Product
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.records.tables import (
    ATTENDANCE,
    CARD_CHECK,
    CARD_HANDOVER,
    CARD_PRINT,
    CLOSING,
    SHIFT_WITHDRAWAL,
    STOCK_COUNT,
    TABLES,
)
from fieldkit.store.queries.closing.older import older_shifts
from fieldkit.store.queries.openings import done_in
from fieldkit.store.queries.planning.schedule import schedule
from fieldkit.store.queries.shifts import current_shift, last_shift, own_shifts, planned_shifts, shifts_of_day
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.today.day import recorded_by_shift
from fieldkit.store.queries.today.sessions import days_between, sessions_of_day
from fieldkit.store.store import Store
from fieldkit.work.cards.night import OpenNight, open_night
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.incidents import begin_incident, withdraw_incident
from fieldkit.work.shifts.opening import OpenShift
from fieldkit.work.shifts.presence import arrive
from fieldkit.work.shifts.withdrawal import DONE_WORDS, withdraw_opening
from fieldkit.work.stock.booking import undo_movement
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.visits.attempts import LogVisit, log_visit
from tests.laptops import (
    JATI,
    SATURDAY,
    ZONE,
    StillClock,
    add_people,
    add_plan,
    add_user,
    opened,
    registered,
    signing_lead,
)

DAY = SATURDAY.isoformat()


def blanks(store: Store) -> int:
    return store.query(balance_of, store.query(table_holder), Product.BLANK)


def refused(store: Store, shift: str) -> tuple[str, str]:
    with pytest.raises(RuleError) as told:
        store.execute(withdraw_opening, shift)
    [problem] = told.value.problems
    return problem.code, str(problem.message)


def test_a_shift_opened_by_mistake_counts_nowhere_and_its_blanks_are_given_back(
    store: Store, clock: StillClock
) -> None:
    plan = add_plan(store)
    shift = opened(store, plan_id=plan)
    clock.pass_by(minutes=1)
    store.execute(withdraw_opening, shift)
    assert (store.query(current_shift), store.query(last_shift), store.query(own_shifts)) == (None, None, [])
    assert blanks(store) == 0
    assert store.query(shifts_of_day, DAY) == []
    assert store.query(older_shifts) == []
    assert store.query(sessions_of_day, DAY) == ()
    assert store.query(recorded_by_shift, DAY) == []
    assert [one.is_opened for one in store.query(planned_shifts, DAY)] == [False]
    [planned] = store.query(schedule, SATURDAY, SATURDAY).plans
    assert planned.state == "published"
    again = opened(store, plan_id=plan, blanks=40)
    assert [one.id for one in store.query(shifts_of_day, DAY)] == [again]
    assert blanks(store) == 40


def test_the_target_of_a_shift_without_a_plan_goes_with_it(store: Store, clock: StillClock) -> None:
    shift = opened(store)
    assert [day.target for day in store.query(days_between, DAY, DAY)] == [100]
    clock.pass_by(minutes=1)
    store.execute(withdraw_opening, shift)
    assert store.query(days_between, DAY, DAY) == ()


def test_the_shift_before_is_the_last_one_again(store: Store, clock: StillClock) -> None:
    signer = signing_lead(store)
    first = opened(store, blanks=0)
    store.execute(close_shift, CloseShift(first, 0), signer)
    clock.pass_by(minutes=1)
    second = opened(store, blanks=0)
    clock.pass_by(minutes=1)
    store.execute(withdraw_opening, second)
    last = store.query(last_shift)
    assert last is not None
    assert (last.id, store.query(own_shifts)) == (first, [first])


def test_a_night_of_printing_gives_back_ribbon_and_film_as_well(store: Store, clock: StillClock) -> None:
    session = OpenShift(
        None, SATURDAY, "Cetak malam", "Kantor", JATI, "20:00", "23:00", ZONE, 0, 5, (), SessionKind.NIGHT_PRINT
    )
    shift = store.execute(open_night, OpenNight(session, ribbon=500, film=250))
    clock.pass_by(minutes=1)
    store.execute(withdraw_opening, shift)
    holder = store.query(table_holder)
    assert [store.query(balance_of, holder, each) for each in (Product.BLANK, Product.RIBBON, Product.FILM)] == [0] * 3


def test_blanks_that_were_given_back_before_are_not_given_back_twice(store: Store, clock: StillClock) -> None:
    shift = opened(store)
    store.execute(undo_movement, store.query(lambda d: d.value("SELECT id FROM stock_movement")))
    clock.pass_by(minutes=1)
    store.execute(withdraw_opening, shift)
    assert blanks(store) == 0


def test_only_who_leads_takes_back_and_only_the_shift_that_is_open(store: Store, clock: StillClock) -> None:
    shift, lead = opened(store), store.user
    clock.pass_by(minutes=1)
    add_user(store, "Agus Prasetyo", "operator")
    assert refused(store, shift)[0] == "not_lead"
    store.user = lead
    store.execute(withdraw_opening, shift)
    assert refused(store, shift)[0] == "no_shift"
    opened(store)
    assert refused(store, shift)[0] == "not_open"


def come_in(store: Store, shift: str) -> object:
    return registered(store)


def go_wrong_and_right(store: Store, shift: str) -> object:
    return store.execute(withdraw_incident, store.execute(begin_incident, IncidentKind.POWER))


def take_blanks(store: Store, shift: str) -> object:
    return store.execute(move_stock, MoveStock(shift, JATI, MovementKind.ISSUE, Product.BLANK, 5, OFFICE))


def arrive_late(store: Store, shift: str) -> object:
    return store.execute(arrive, Attendant("Yuni Rahmawati", "operator"))


def knock(store: Store, shift: str) -> object:
    [person] = add_people(store, "MUSRIFAH")
    return store.execute(log_visit, LogVisit(person, VisitOutcome.NOT_HOME, NextStep.COME_AGAIN))


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (come_in, "warga yang didaftarkan"),
        (go_wrong_and_right, "kendala"),
        (take_blanks, "catatan stok"),
        (arrive_late, "catatan kehadiran"),
        (knock, "kunjungan"),
    ],
)
def test_a_shift_in_which_something_was_done_stands_and_the_way_out_is_named(
    store: Store, clock: StillClock, work: Callable[[Store, str], object], said: str
) -> None:
    shift = opened(store)
    clock.pass_by(minutes=1)
    work(store, shift)
    code, words = refused(store, shift)
    assert code == "worked_in"
    assert words == f"Di shift ini sudah ada {said}, jadi pembukaannya tetap. Tutup shift ini di Tutup shift."
    assert store.query(current_shift) is not None


@pytest.mark.parametrize("table", [CARD_PRINT, CARD_CHECK, CARD_HANDOVER, STOCK_COUNT, CLOSING, ATTENDANCE])
def test_a_fact_of_a_shift_that_was_withdrawn_elsewhere_lets_it_stand(
    store: Store, clock: StillClock, table: object
) -> None:
    """Whichever way the facts arrive: what names the shift, brings it back on every laptop."""
    found = next(each for each in TABLES if each is table)
    shift = opened(store)
    clock.pass_by(minutes=1)
    store.execute(withdraw_opening, shift)
    values = {column.name: "x" for column in found.columns if column.required}
    values |= {"shift_id": shift, "at": "2019-02-23T10:00:00.000Z"}
    store.execute(lambda unit: unit.insert(found, JATI, **values))
    assert store.query(done_in, shift) == [found.name]
    assert [one.id for one in store.query(shifts_of_day, DAY)] == [shift]


def test_every_table_that_names_a_shift_says_whether_something_was_done_in_it(store: Store) -> None:
    named = {table.name for table in TABLES if "shift_id" in table.column_names}
    assert set(DONE_WORDS) == named
    assert "shift_id" not in SHIFT_WITHDRAWAL.column_names
