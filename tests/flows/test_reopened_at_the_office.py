"""A closing of the field is opened again and signed anew on the office's laptop, and arrives at the table (4.3)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from enrolled import Ground, Laptop, ground_at, in_areas, kinds
from laptops import JATI, SATURDAY, ZONE, let_print, opened, registered

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import ClosedError, RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.host.clock import now_ms
from fieldkit.server.office.writing import add_user
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.shifts import current_shift, shift_by_id
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.syncing import attention
from fieldkit.work.cards.printing import print_card
from fieldkit.work.cases import settle_case
from fieldkit.work.closing.reopening import ReopenShift, reopen_shift, report_closing, take_up
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.table.outcomes import note_step

PIN = "482915"
ELSEWHERE = OpenShift(
    None, SATURDAY, "Shift pagi", "Balai RW", "35.74.05.1001", "09:00", "12:00", ZONE, 10, 20, (), set_code=None
)


class Worker:
    """Somebody who signs at a laptop."""

    def __init__(self, ground: Ground, laptop: Laptop, role: str) -> None:
        self.laptop, self.store = laptop, laptop.store
        made, code = add_user(ground.centre, "35.74", name=role.title(), role=role, now_ms=now_ms(ground.clock))
        laptop.sync()
        self.store.user = UserId(made)
        set_first_pin(self.store, self.store.user, code, PIN)
        self.signer: Signer = check_in(self.store, self.store.user, PIN)

    def work(self, *outcomes: Step) -> None:
        for outcome in outcomes:
            request = registered(self.store).request_id
            self.store.execute(note_step, request, outcome, "x")
            if outcome is Step.RECORDED:
                self.store.execute(print_card, request)

    def close(self, shift: str, counted: int, reason: str = "", note: str = "") -> str:
        return self.store.execute(close_shift, CloseShift(shift, counted, reason, note), self.signer)

    def reopen(self, shift: str, reason: str = "Alasan selisihnya keliru") -> str:
        return self.store.execute(reopen_shift, ReopenShift(shift, reason), self.signer)

    def refused(self, act: Any, *words: Any) -> list[str]:
        with pytest.raises((RuleError, ClosedError)) as told:
            act(*words)
        return [problem.code for problem in told.value.problems]

    def documents(self, shift: str) -> list[dict[str, Any]]:
        return [json.loads(each.document) for each in self.store.query(closings, shift)]

    def blanks(self, holder: str) -> int:
        return self.store.query(balance_of, holder, "blank")

    def is_closed(self, shift: str) -> bool:
        found = self.store.query(shift_by_id, shift)
        assert found is not None
        return found.closed_at is not None


@pytest.fixture
def ground(sqlite_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(sqlite_database, tmp_path) as made:
        yield made


class Field:
    """A table that closed a shift with a blank missing, and opened the next one; and the office, which has synced."""

    def __init__(self, ground: Ground, *, elsewhere_before: bool = False) -> None:
        self.ground = ground
        self.table = Worker(ground, ground.laptop("Meja 1"), "lead")
        let_print(self.table.store)
        if elsewhere_before:
            self.table.close(self.table.store.execute(open_shift, ELSEWHERE), 20)
            ground.clock.pass_by(minutes=30)
        self.shift = opened(self.table.store, blanks=20)
        self.table.work(Step.RECORDED, Step.RECORDED, Step.INCOMPLETE_PAPERS)
        self.table.close(self.shift, 17, "lost", "Jatuh di jalan")
        ground.clock.pass_by(minutes=30)
        self.later = opened(self.table.store, blanks=17)
        self.table.work(Step.RECORDED)
        self.table.laptop.sync()
        ground.clock.pass_by(hours=24)
        self.office = Worker(ground, ground.laptop("Kantor"), "planner")

    def meet(self) -> None:
        """What one wrote is with the other."""
        for each in (self.office, self.table, self.office):
            assert each.laptop.sync().cause is None


@pytest.fixture
def field(ground: Ground) -> Field:
    return Field(ground)


def test_the_office_opens_an_older_shift_again_and_its_new_closing_arrives_at_the_table(field: Field) -> None:
    """Invariants 8 and 9."""
    office, table, holder = field.office, field.table, field.table.store.query(table_holder)
    office.reopen(field.shift)
    assert not office.is_closed(field.shift)
    assert office.store.query(current_shift) is None
    office.close(field.shift, 17, "miscounted_at_issue", "Dus kedua kurang satu sejak berangkat")
    field.meet()
    for each in (office, table):
        old, new = each.documents(field.shift)
        assert (old["reason"], new["reason"]) == ("lost", "miscounted_at_issue")
        same = ("people_count", "stock", "card_count", "village", "present", "counted", "difference", "visits")
        assert {name: new[name] for name in same} == {name: old[name] for name in same}
        assert new["replaces"]["number"] == 1
        assert each.is_closed(field.shift)
        assert each.blanks(holder) == 16
        assert each.blanks(f"table:{office.store.meta.origin.rpartition('.')[0]}") == 0
    assert kinds(field.ground) == []
    assert table.store.query(attention) == []
    here = table.store.query(current_shift)
    assert here is not None
    assert here.id == field.later


def test_the_table_closes_its_shift_while_the_office_has_an_older_one_open_and_no_blank_is_explained_twice(
    field: Field,
) -> None:
    office, table, holder = field.office, field.table, field.table.store.query(table_holder)
    office.reopen(field.shift)
    field.meet()
    table.close(field.later, 16)
    field.meet()
    office.close(field.shift, 17, "miscounted_at_issue", "Dus kedua kurang satu")
    field.meet()
    for each in (office, table):
        assert each.blanks(holder) == 16
        assert [document["difference"] for document in each.documents(field.later)] == [0]
    assert kinds(field.ground) == []


def test_a_laptop_that_does_not_hold_all_rows_opens_nothing_again(ground: Ground) -> None:
    """The table came with blanks from another village, of which a laptop of one village knows nothing."""
    field = Field(ground, elsewhere_before=True)
    village = Worker(ground, in_areas(ground, "Kelurahan", JATI), "planner")
    assert len(village.documents(field.shift)) == 1
    assert village.refused(village.reopen, field.shift) == ["rows_missing"]
    assert not village.store.query(closings, field.shift, ClosingKind.REOPENING)
    field.office.reopen(field.shift)
    field.meet()
    village.laptop.sync()
    assert village.refused(village.close, field.shift, 17) == ["rows_missing"]


def test_the_count_stands_and_a_shift_that_is_still_open_is_closed_at_its_table(field: Field) -> None:
    office = field.office
    assert office.refused(office.close, field.later, 16) == ["open_elsewhere"]
    office.reopen(field.shift)
    assert "count_stands" in office.refused(office.close, field.shift, 18)
    assert len(office.documents(field.shift)) == 1


def test_a_shift_that_the_office_opened_again_is_worked_in_and_closed_at_its_table(field: Field) -> None:
    office, table = field.office, field.table
    table.close(field.later, 16)
    office.reopen(field.shift, "Satu orang lupa dicatat")
    field.meet()
    assert not table.is_closed(field.shift)
    table.store.execute(take_up, field.shift)
    table.work(Step.LEFT_QUEUE)
    assert office.refused(office.store.execute, take_up, field.shift) == ["open_elsewhere"]
    table.close(field.shift, 17, "lost", "Jatuh di jalan")
    field.meet()
    assert [each["people_count"]["arrived"] for each in office.documents(field.shift)] == [3, 4]
    assert kinds(field.ground) == []


def test_who_closes_anew_at_both_ends_has_a_case(field: Field) -> None:
    office, table = field.office, field.table
    table.close(field.later, 16)
    office.reopen(field.shift)
    field.meet()
    office.close(field.shift, 17, "miscounted_at_issue", "Dus kedua kurang satu")
    table.store.execute(take_up, field.shift)
    table.close(field.shift, 17, "lost", "Jatuh di jalan")
    field.meet()
    for each in (office, table):
        assert [row.reason for row in each.store.query(attention)] == ["two_closings"]
        assert len(each.documents(field.shift)) == 3


def test_a_table_whose_reopened_shift_the_office_closed_meanwhile_goes_on_with_another(field: Field) -> None:
    office, table = field.office, field.table
    table.close(field.later, 16)
    office.reopen(field.shift)
    field.meet()
    table.store.execute(take_up, field.shift)
    office.close(field.shift, 17, "miscounted_at_issue", "Dus kedua kurang satu")
    field.meet()
    assert table.store.query(current_shift) is None
    assert table.refused(table.close, field.shift, 17) == ["closed"]
    assert opened(table.store, blanks=16)


def test_a_shift_that_was_reported_while_another_opened_it_again_is_a_case_that_the_office_settles(
    field: Field,
) -> None:
    office, table = field.office, field.table
    table.close(field.later, 16)
    other = Worker(field.ground, field.ground.laptop("Kantor 2"), "planner")
    field.meet()
    other.laptop.sync()
    office.store.execute(report_closing, field.later, office.signer)
    other.reopen(field.later)
    other.laptop.sync()
    field.meet()
    (row,) = table.store.query(attention)
    assert (row.reason, row.table) == ("reopened_late", "closing")
    settle = (settle_case, row.case_id, Decision.MISTAKE, "Angka laporan yang dipakai")
    assert table.refused(table.store.execute, *settle) == ["not_planner"]
    office.store.execute(*settle)
    assert office.store.query(attention) == []
    field.meet()
    assert table.store.query(attention) == []
