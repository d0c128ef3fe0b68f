"""Who of the team is there: on opening, later, and until when (TL-2)."""

from __future__ import annotations

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.store.queries.closing.figures import attendance
from fieldkit.store.queries.today.attendance import present_in
from fieldkit.store.store import Store
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.shifts.presence import arrive, come_back, leave_early, was_not_there
from tests.laptops import SATURDAY, ZONE, StillClock, add_user, opened

SP4 = "61.06.15.2004"


def here(store: Store, shift: str) -> list[tuple[str, bool]]:
    return [(one.name, one.is_here) for one in store.query(present_in, shift)]


def test_a16_eleven_staff_and_the_head_are_twelve_present_at_a_settlement_under_its_village(store: Store) -> None:
    staff = tuple(Attendant(f"Staf {number}", "operator") for number in range(1, 12))
    head = Attendant("Kepala Dinas", "head")
    command = OpenShift(
        None, SATURDAY, "Shift pagi", "SP4 Desa Miau Merah", SP4, "09:00", "12:00", ZONE, 100, 0, (head, *staff)
    )
    shift = store.execute(open_shift, command)
    assert len(here(store, shift)) == 12
    assert len(store.query(attendance, shift)) == 12
    # The settlement is not in the code table: its facts hang under the village around it.
    assert store.query(lambda d: d.value("SELECT area FROM shift_opening WHERE id = ?", shift)) == SP4
    assert store.query(lambda d: d.value("SELECT count(*) FROM attendance WHERE area = ?", SP4)) == 12


def test_who_comes_late_and_who_goes_early_are_in_the_closing_with_their_time(store: Store, clock: StillClock) -> None:
    shift = opened(store)
    clock.pass_by(minutes=30)
    late = store.execute(arrive, Attendant("Yuni Rahmawati", "operator"))
    clock.pass_by(minutes=60)
    store.execute(leave_early, late)
    [*_, yuni] = store.query(attendance, shift)
    assert (yuni.name, yuni.until) == ("Yuni Rahmawati", "2019-02-23T10:35:00.000Z")
    assert len(here(store, shift)) == 3


def test_going_and_coming_are_taken_back_by_further_facts(store: Store, clock: StillClock) -> None:
    shift = opened(store)
    clock.pass_by(minutes=30)
    late = store.execute(arrive, Attendant("Yuni Rahmawati", "operator"))
    clock.pass_by(minutes=1)
    gone = store.execute(leave_early, late)
    clock.pass_by(minutes=1)
    store.execute(come_back, gone)
    assert here(store, shift)[-1] == ("Yuni Rahmawati", True)
    clock.pass_by(minutes=1)
    store.execute(was_not_there, late)
    assert [name for name, _ in here(store, shift)] == ["Agus Prasetyo", "Rina Wulandari"]


def test_nobody_arrives_twice_or_without_a_name(store: Store) -> None:
    opened(store)
    for name, code in (("  ", "no_name"), ("agus  prasetyo", "present")):
        with pytest.raises(RuleError) as told:
            store.execute(arrive, Attendant(name, "operator"))
        assert [problem.code for problem in told.value.problems] == [code]


def test_only_who_leads_notes_who_is_there(store: Store) -> None:
    opened(store)
    add_user(store, "Dedi Kurniawan", "operator")
    with pytest.raises(RuleError, match="ketua tim"):
        store.execute(arrive, Attendant("Yuni Rahmawati", "operator"))


def test_who_left_does_not_leave_again(store: Store, clock: StillClock) -> None:
    shift = opened(store)
    clock.pass_by(minutes=5)
    agus = store.query(present_in, shift)[0]
    store.execute(leave_early, agus.fact_id)
    with pytest.raises(RuleError, match="sudah tercatat pulang"):
        store.execute(leave_early, agus.fact_id)
