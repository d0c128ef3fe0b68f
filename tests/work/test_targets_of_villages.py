"""Targets: set, superseded, shared out, taken back, signed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.lists.targets import APPROVAL_KIND, Target, signed_form
from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import APP_USER
from fieldkit.store.queries.approvals import last_approval
from fieldkit.store.queries.closing.figures import frame_of
from fieldkit.store.queries.targets.lists import stretches_of_rt, stretches_of_villages
from fieldkit.store.queries.targets.page import targets_view
from fieldkit.store.queries.targets.targets import target_of, targets_in_force
from fieldkit.store.store import Store
from fieldkit.work.sign_in import Signer
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.targets.setting import SetTarget, ShareOut, Written, set_target, share_out, take_back_target
from fieldkit.work.targets.signing import sign_targets
from tests.laptops import (
    JATI,
    REGENCY,
    SATURDAY,
    StillClock,
    add_people,
    add_plan,
    add_user,
    laptop,
    opened,
    registered,
    signing_lead,
)

MANGUNHARJO = "35.74.03.1002"
MAYANGAN = JATI[:8]
UNTIL = date(2019, 4, 11)


@pytest.fixture
def office(tmp_path: Path) -> Store:
    """Ten people of Jati and thirty of Mangunharjo on a list; the planner is signed in."""
    store = laptop(tmp_path)
    add_user(store)
    add_people(store, *(f"WARGA {number}" for number in range(10)))
    add_people(store, *(f"WARGA {number}" for number in range(30)), village=MANGUNHARJO)
    add_user(store, "Bu Tutik", "planner")
    return store


def later(store: Store) -> None:
    """A second passes: what is said last is known by its time."""
    clock = store.clock
    assert isinstance(clock, StillClock)
    clock.pass_by(seconds=1)


def set_(store: Store, quantity: int | None, until: date | None = UNTIL, place: str = JATI) -> Written:
    later(store)
    return store.execute(set_target, SetTarget(place, quantity, until))


def take_back(store: Store) -> Written:
    later(store)
    return store.execute(take_back_target, JATI)


def undo(store: Store, written: Written) -> None:
    later(store)
    store.execute(written.inverse.verb, written.inverse.command)


def as_head(store: Store) -> Signer:
    """The head of the office, who has set a PIN here and is signed in from now on."""
    signer = signing_lead(store)
    store.execute(lambda unit: unit.update(APP_USER, signer.user_id, role="head"))
    return signer


def test_a_later_target_of_a_place_stands_in_for_the_one_before(office: Store) -> None:
    set_(office, 8)
    set_(office, 9, date(2019, 3, 31))
    assert office.query(target_of, JATI) == Target(JATI, 9, date(2019, 3, 31))


def test_a_target_that_is_taken_back_is_none_and_undone_it_is_there_again(office: Store) -> None:
    set_(office, 8)
    taken = take_back(office)
    assert office.query(target_of, JATI) is None
    undo(office, taken)
    assert office.query(target_of, JATI) == Target(JATI, 8, UNTIL)


def test_the_first_target_undone_leaves_none(office: Store) -> None:
    undo(office, set_(office, 8))
    assert office.query(targets_in_force) == {}
    with pytest.raises(RuleError) as refused:
        take_back(office)
    assert refused.value.problems[0].code == "no_target"


def test_what_somebody_has_changed_since_is_not_undone(office: Store) -> None:
    first = set_(office, 8)
    set_(office, 9)
    with pytest.raises(RuleError) as refused:
        undo(office, first)
    assert refused.value.problems[0].code == "changed_since"
    assert office.query(target_of, JATI) == Target(JATI, 9, UNTIL)


def test_a_total_is_shared_by_who_is_left_and_the_district_gets_the_sum(office: Store) -> None:
    written = office.execute(share_out, ShareOut(20, UNTIL))
    assert written.places == 3
    quantities = {place: target.quantity for place, target in office.query(targets_in_force).items()}
    assert quantities == {JATI: 5, MANGUNHARJO: 15, MAYANGAN: 20}
    undo(office, written)
    assert office.query(targets_in_force) == {}


@pytest.mark.parametrize(
    ("total", "until", "field"),
    [(0, UNTIL, "total"), (41, UNTIL, "total"), (20, None, "until"), (None, UNTIL, "total")],
)
def test_a_total_that_can_not_be_shared_writes_nothing(
    office: Store, total: int | None, until: date | None, field: str
) -> None:
    with pytest.raises(RuleError) as refused:
        office.execute(share_out, ShareOut(total, until))
    assert [problem.field for problem in refused.value.problems] == [field]
    assert office.query(targets_in_force) == {}


def test_a_target_needs_a_number_and_a_day_that_is_not_over(office: Store) -> None:
    for quantity, until, code in ((None, UNTIL, "not_positive"), (5, None, "no_date"), (5, date(2019, 2, 22), "past")):
        with pytest.raises(RuleError) as refused:
            set_(office, quantity, until)
        assert [problem.code for problem in refused.value.problems] == [code]


def test_a_place_of_another_regency_gets_no_target(office: Store) -> None:
    with pytest.raises(RuleError) as refused:
        set_(office, 5, place="61.06.15.2004")
    assert refused.value.problems[0].code == "other_regency"


def test_only_the_planner_sets_targets(office: Store) -> None:
    add_user(office, "Dian", "operator")
    with pytest.raises(RuleError):
        set_(office, 5)
    with pytest.raises(RuleError):
        office.execute(share_out, ShareOut(20, UNTIL))


def test_the_report_of_a_shift_tells_the_target_that_was_set_last(office: Store) -> None:
    set_(office, 8)
    set_(office, 9)
    shift = opened(office)
    assert office.query(frame_of, shift).village_target == 9
    take_back(office)
    assert office.query(frame_of, shift).village_target is None


def test_the_head_signs_what_holds_and_a_later_target_is_not_signed(office: Store) -> None:
    set_(office, 8)
    set_(office, 30, place=MANGUNHARJO)
    planner = office.user
    signer = as_head(office)
    office.execute(sign_targets, signer)
    signed = office.query(last_approval, APPROVAL_KIND, REGENCY)
    assert signed is not None
    assert signed.document["targets"] == signed_form(office.query(targets_in_force), REGENCY)
    assert [each["quantity"] for each in signed.document["targets"]] == [30, 8]
    office.user = planner
    set_(office, 9)
    assert signed.document["targets"] != signed_form(office.query(targets_in_force), REGENCY)


def test_nobody_but_the_head_signs_targets_and_nobody_signs_none(office: Store) -> None:
    set_(office, 8)
    planner = signing_lead(office)
    with pytest.raises(RuleError) as refused:
        office.execute(sign_targets, planner)
    assert refused.value.problems[0].code == "not_head"


def test_there_is_nothing_to_sign_without_a_target(office: Store) -> None:
    signer = as_head(office)
    with pytest.raises(RuleError) as refused:
        office.execute(sign_targets, signer)
    assert refused.value.problems[0].code == "none"


def test_lists_are_told_in_numbers_by_village_and_by_rt(office: Store) -> None:
    jati, mangunharjo = office.query(stretches_of_villages)[::-1]
    assert (mangunharjo.code, mangunharjo.numbers.gross, jati.numbers.left) == (MANGUNHARJO, 30, 10)
    (part,) = office.query(stretches_of_rt, JATI)
    assert (part.rw, part.rt, part.numbers.gross) == ("05", "03", 10)


def test_the_desk_knows_who_was_recorded_on_which_day_and_where_the_next_shift_is(office: Store) -> None:
    add_user(office)
    add_plan(office, village=MANGUNHARJO)
    opened(office)
    people = [row[0] for row in office.query(lambda db: db.rows("SELECT id FROM resident WHERE village = ?", JATI))]
    for person in people[:3]:
        office.execute(note_step, registered(office, person).request_id, Step.RECORDED)
    view = office.query(targets_view, SATURDAY.isoformat())
    assert view.recorded == {SATURDAY: 3}
    assert (view.team_days.people, view.team_days.team_days) == (3, 1)
    assert view.next_plans == {MANGUNHARJO: SATURDAY}
    assert {each.code: each.numbers.recorded for each in view.lists} == {JATI: 3, MANGUNHARJO: 0}
