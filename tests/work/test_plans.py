"""Shifts are planned, moved, published, postponed and cancelled; what can be undone gives back what was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from calendars import MAYANGAN, WEDNESDAY, Calendar, calendar
from laptops import JATI, SATURDAY, add_plan, add_user, opened

from fieldkit.domain.errors import RuleError
from fieldkit.domain.planning.clashes import ClashKind
from fieldkit.domain.planning.schedule import CrewRole, PlanState, StopReason
from fieldkit.records.tables import SHIFT_PLAN
from fieldkit.store.queries.planning.schedule import schedule
from fieldkit.work.planning.office import KeepSet, KeepTeam, keep_set, keep_team, put_back_kept
from fieldkit.work.planning.plans import (
    Move,
    cancel_shift,
    change_shift,
    discard_shift,
    leave_clash,
    move_shift,
    place_shift,
    plan_shift,
    postpone_shift,
    publish_shifts,
    put_back,
    usual_name,
)
from fieldkit.work.planning.readiness import clash_problems, lacking, lapsed

THURSDAY = WEDNESDAY + timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Calendar:
    return calendar(tmp_path)


def codes(refused: pytest.ExceptionInfo[RuleError]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_a_shift_is_planned_as_a_draft_with_its_team(office: Calendar) -> None:
    plan = office.find(office.plan())
    assert (plan.state, plan.name, plan.time_zone) == (PlanState.PLANNED, "Shift pagi", "Asia/Jakarta")
    assert [member.name for member in plan.staff] == ["Rina Wulandari"]
    assert plan.lead_name == "Rina Wulandari"


def test_a_shift_can_go_with_people_of_its_own(office: Calendar) -> None:
    plan = office.find(office.plan(crew=((office.fitri, CrewRole.OPERATOR),)))
    assert ([member.name for member in plan.staff], plan.has_own_staff) == (["Fitri Handayani"], True)
    office.store.execute(change_shift, plan.id, office.shift())
    assert not office.find(plan.id).has_own_staff


def test_only_planner_and_admin_draw_the_calendar(office: Calendar) -> None:
    for role in ("operator", "lead", "viewer"):
        add_user(office.store, f"Somebody {role}", role)
        with pytest.raises(RuleError) as refused:
            office.plan()
        assert codes(refused) == ["not_planner"]
    add_user(office.store, "Admin", "admin")
    assert office.plan()


def test_a_shift_without_day_hours_or_place_is_refused(office: Calendar) -> None:
    with pytest.raises(RuleError) as refused:
        office.plan(day=None, end=None, village="")
    assert codes(refused) == ["no_day", "no_end", "no_place"]


def test_a7_a_saturday_from_eight_to_eight_is_planned_and_published_like_any_other(office: Calendar) -> None:
    plan_id = office.plan(day=SATURDAY, start=time(8), end=time(20))
    office.store.execute(publish_shifts, [plan_id])
    assert office.find(plan_id, SATURDAY).state is PlanState.PUBLISHED


def test_a6_the_last_set_of_a_district_is_not_sent_out(office: Calendar) -> None:
    office.plan()
    with pytest.raises(RuleError) as refused:
        office.other(set_code="P-01")
    assert codes(refused) == ["standby"]
    assert len(office.week().plans) == 1


def test_a6_with_a_reason_the_last_set_goes_out_and_who_said_so_is_kept(office: Calendar) -> None:
    office.plan()
    plan = office.find(office.other(set_code="P-01", override_reason="Disetujui kepala bidang, sehari saja"))
    assert (plan.override_reason, plan.override_by) == ("Disetujui kepala bidang, sehari saja", "Hendra Saputra")
    assert {clash.kind for clash in office.week().clashes} == {ClashKind.STANDBY}
    assert office.week().open_clashes == frozenset()
    office.store.execute(publish_shifts, [each.id for each in office.week().plans])


def test_a6_moving_a_shift_next_to_the_other_set_is_refused_and_nothing_moves(office: Calendar) -> None:
    office.plan()
    plan_id = office.other(set_code="P-01", day=THURSDAY)
    with pytest.raises(RuleError) as refused:
        office.store.execute(move_shift, plan_id, Move(WEDNESDAY, time(9), time(12), office.team_2, "P-01"))
    assert codes(refused) == ["standby"]
    assert office.find(plan_id, THURSDAY).day == THURSDAY


def test_a_set_in_repair_does_not_stand_by(office: Calendar) -> None:
    known = office.week().register.device_set("P-01")
    assert known is not None
    office.store.execute(keep_set, known.id, KeepSet("P-01", known.district, "full", "repair"))
    with pytest.raises(RuleError) as refused:
        office.plan()
    assert codes(refused) == ["standby"]


def test_a_draft_may_clash_and_is_not_published_so(office: Calendar) -> None:
    first, second = office.plan(), office.other(set_code="P-02", start=time(11), end=time(14))
    with pytest.raises(RuleError) as refused:
        office.store.execute(publish_shifts, [first, second])
    assert codes(refused) == ["set"]
    assert [plan.state for plan in office.week().plans] == [PlanState.PLANNED] * 2
    found = office.week()
    assert str(clash_problems(found, office.find(second))[0].message) == (
        "Alat P-02 pada jam itu dipakai di Kantor Kelurahan Jati."
    )


def test_a_clash_that_somebody_answers_for_is_published(office: Calendar) -> None:
    pair = [office.plan(), office.other(set_code="P-02")]
    with pytest.raises(RuleError):
        office.store.execute(leave_clash, pair, "  ")
    done = office.store.execute(leave_clash, pair, "Alat dipakai bergantian, jarak lima menit")
    office.store.execute(publish_shifts, pair)
    assert {plan.state for plan in office.week().plans} == {PlanState.PUBLISHED}
    with pytest.raises(RuleError):
        office.store.execute(put_back, done)


def test_a_reason_does_not_answer_for_a_new_clash(office: Calendar) -> None:
    first, second = office.plan(), office.other(set_code="P-02")
    office.store.execute(leave_clash, [first, second], "Bergantian")
    office.plan(day=THURSDAY, start=time(8), end=time(10))
    office.store.execute(move_shift, second, Move(WEDNESDAY, time(9), time(12), office.team_1, "P-02"))
    assert office.find(second).override_reason == ""


def test_a_published_shift_needs_place_checks_operator_and_set(office: Calendar) -> None:
    bare = office.plan(site_id="", team_id="", set_code="")
    assert [problem.code for problem in lacking(office.week(), office.find(bare))] == [
        "site_not_checked",
        "no_trained_operator",
        "no_set",
    ]
    with pytest.raises(RuleError):
        office.store.execute(publish_shifts, [bare])
    office.store.execute(change_shift, bare, office.shift())
    office.store.execute(publish_shifts, [bare])
    with pytest.raises(RuleError) as refused:
        office.store.execute(change_shift, bare, office.shift(set_code=""))
    assert codes(refused) == ["no_set"]


def test_a_shift_is_put_at_a_place_that_was_recorded_later(office: Calendar) -> None:
    plan_id = office.plan(site_id="", site_name="Kel. Jati")
    done = office.store.execute(place_shift, plan_id, office.hall)
    assert (office.find(plan_id).site_id, office.find(plan_id).site_name) == (office.hall, "Kantor Kelurahan Jati")
    assert lacking(office.week(), office.find(plan_id)) == ()
    office.store.execute(put_back, done)
    assert office.find(plan_id).site_name == "Kel. Jati"
    with pytest.raises(RuleError):
        office.store.execute(place_shift, plan_id, "no such place")


def test_visits_go_to_homes_that_nobody_checks(office: Calendar) -> None:
    plan_id = office.plan(kind="visits", site_id="", site_name="5 rumah, Jati")
    assert lacking(office.week(), office.find(plan_id)) == ()


def test_a_move_is_undone(office: Calendar) -> None:
    plan_id = office.plan()
    before = office.find(plan_id)
    done = office.store.execute(move_shift, plan_id, Move(THURSDAY, time(16), time(19), office.team_2, "P-03"))
    moved = office.find(plan_id, THURSDAY)
    assert (moved.name, moved.team_id, [one.name for one in moved.staff]) == (
        "Shift sore",
        office.team_2,
        ["Fitri Handayani"],
    )
    office.store.execute(put_back, done)
    assert office.find(plan_id) == before


def test_planning_changing_and_discarding_are_undone(office: Calendar) -> None:
    made = office.planned(crew=((office.fitri, CrewRole.OPERATOR),))
    before = office.find(made.plan_id)
    for verb, more in ((change_shift, (office.shift(target=9),)), (discard_shift, ())):
        done = office.store.execute(verb, made.plan_id, *more)  # type: ignore[arg-type]
        assert office.week().plan(made.plan_id) != before
        office.store.execute(put_back, done)
        assert office.find(made.plan_id) == before
    office.store.execute(put_back, made)
    assert office.week().plans == ()


def test_a_postponed_shift_is_linked_with_the_one_that_stands_for_it(office: Calendar) -> None:
    old = office.plan(crew=((office.fitri, CrewRole.OPERATOR),))
    done = office.store.execute(postpone_shift, old, THURSDAY, StopReason.WEATHER)
    new = office.find(done.plan_id, THURSDAY)
    assert (new.replaces_id, new.state, [one.name for one in new.staff]) == (
        old,
        PlanState.PLANNED,
        ["Fitri Handayani"],
    )
    assert (office.find(old).state, office.find(old).state_reason) == (PlanState.POSTPONED, "weather")
    office.store.execute(put_back, done)
    assert office.find(old).state is PlanState.PLANNED
    assert office.week(THURSDAY, THURSDAY).plans == ()


def test_a_cancelled_shift_keeps_its_reason_and_clashes_no_more(office: Calendar) -> None:
    first = office.plan()
    office.store.execute(cancel_shift, first, StopReason.EVENT)
    office.plan()
    assert office.week().clashes == frozenset()
    with pytest.raises(RuleError) as refused:
        office.store.execute(cancel_shift, first, StopReason.EVENT)
    assert codes(refused) == ["not_changeable"]


@pytest.mark.parametrize("reason", ["", "no reason"])
def test_without_a_reason_nothing_is_cancelled_or_postponed(office: Calendar, reason: str) -> None:
    plan_id = office.plan()
    for refuse in (
        lambda: office.store.execute(cancel_shift, plan_id, reason),
        lambda: office.store.execute(postpone_shift, plan_id, THURSDAY, reason),
        lambda: office.store.execute(postpone_shift, plan_id, WEDNESDAY, StopReason.POWER),
    ):
        with pytest.raises(RuleError):
            refuse()
    assert office.find(plan_id).state is PlanState.PLANNED


def test_what_others_may_rely_on_is_not_thrown_away(office: Calendar) -> None:
    plan_id = office.plan()
    office.store.execute(publish_shifts, [plan_id])
    with pytest.raises(RuleError) as refused:
        office.store.execute(discard_shift, plan_id)
    assert codes(refused) == ["published"]


def test_a_shift_that_was_opened_is_not_moved_any_more(office: Calendar) -> None:
    plan_id = office.plan(day=SATURDAY)
    office.store.user = office.rina
    opened(office.store, plan_id=plan_id)
    office.store.user = office.planner
    assert office.find(plan_id, SATURDAY).state is PlanState.IN_PROGRESS
    with pytest.raises(RuleError) as refused:
        office.store.execute(move_shift, plan_id, Move(THURSDAY, time(9), time(12), "", ""))
    assert codes(refused) == ["not_changeable"]


def test_what_an_older_program_planned_stands_as_published(office: Calendar) -> None:
    plan_id = add_plan(office.store)
    found = office.store.query(schedule, SATURDAY, SATURDAY)
    assert [(plan.id, plan.state, plan.village) for plan in found.plans] == [(plan_id, PlanState.PUBLISHED, JATI)]


def test_a_night_meets_the_next_day(office: Calendar) -> None:
    office.plan(start=time(22), end=time(2))
    office.plan(day=THURSDAY, start=time(1), end=time(3))
    assert {clash.kind for clash in office.week().clashes} == {ClashKind.PERSON, ClashKind.TEAM, ClashKind.SET}


@pytest.mark.parametrize(
    ("start", "name"),
    [(time(8), "Shift pagi"), (time(13), "Shift siang"), (time(16), "Shift sore"), (time(20), "Shift malam")],
)
def test_a_shift_is_called_by_its_hour(start: time, name: str) -> None:
    assert usual_name(start) == name


def test_a_shift_that_nobody_knows_is_refused(office: Calendar) -> None:
    with pytest.raises(RuleError):
        office.store.execute(move_shift, "no such shift", Move(date(2019, 3, 1), time(9), time(10), "", ""))
    assert office.store.execute(plan_shift, office.shift()).plan_id


def test_undoing_a_publication_leaves_published_what_was_so_before(office: Calendar) -> None:
    first = office.plan()
    office.store.execute(publish_shifts, [first])
    second = office.plan(day=THURSDAY)
    done = office.store.execute(publish_shifts, [first, second])
    office.store.execute(put_back, done)
    assert office.find(first).state is PlanState.PUBLISHED
    assert office.find(second, THURSDAY).state is PlanState.PLANNED


def test_a_team_that_was_dissolved_is_not_published(office: Calendar) -> None:
    plan_id = office.plan()
    team = office.week().register.team(office.team_1)
    assert team is not None
    members = tuple((one.user_id, one.role) for one in team.members)
    office.store.execute(keep_team, team.id, KeepTeam(team.name, team.district, False, members))
    with pytest.raises(RuleError) as refused:
        office.store.execute(publish_shifts, [plan_id])
    assert codes(refused) == ["team_dissolved"]


@pytest.mark.parametrize(
    ("changes", "code"), [({"target": -5}, "below_zero"), ({"village": "61.06.15.2004"}, "other_regency")]
)
def test_a_target_below_zero_and_a_village_of_another_regency_are_refused(
    office: Calendar, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(RuleError) as refused:
        office.plan(**changes)
    assert codes(refused) == [code]


def test_a6_a_reason_for_another_clash_does_not_let_the_last_set_out(office: Calendar) -> None:
    pair = [office.plan(), office.other(team_id=office.team_1)]
    office.store.execute(leave_clash, pair, "Rina pindah di tengah shift")
    with pytest.raises(RuleError) as refused:
        office.plan(team_id="", set_code="P-01", crew=((office.fitri, CrewRole.OPERATOR),))
    assert codes(refused) == ["standby"]


def sent_out_by_another_planner(office: Calendar) -> tuple[str, str]:
    """A clash that somebody answered for, and then by a merge a shift with the last set; the first shift and it."""
    first = office.plan()
    pair = [first, office.other(team_id=office.team_1)]
    office.store.execute(leave_clash, pair, "Rina pindah di tengah shift")
    third = office.plan(team_id="", set_code="", crew=((office.fitri, CrewRole.OPERATOR),))
    office.store.execute(lambda unit, plan_id: unit.update(SHIFT_PLAN, plan_id, set_code="P-01"), third)
    return first, third


def test_a6_after_a_merge_the_reason_of_another_clash_does_not_answer_for_the_last_set(office: Calendar) -> None:
    sent_out_by_another_planner(office)
    (left,) = office.week().open_clashes
    assert (left.kind, office.week().answer_to(left)) == (ClashKind.STANDBY, None)


def test_a6_what_came_by_a_merge_is_answered_for_in_words_of_its_own(office: Calendar) -> None:
    first, third = sent_out_by_another_planner(office)
    office.store.execute(leave_clash, [first, third], "Disetujui kepala bidang")
    assert office.week().open_clashes == frozenset()


def test_a_reason_that_answered_already_for_another_clash_is_refused_where_it_would_answer_for_none(
    office: Calendar,
) -> None:
    office.plan()
    last = office.other(set_code="P-01", override_reason="Disetujui")
    third = office.other(team_id=office.team_2, set_code="P-03", village="35.74.02.1001")
    assert {clash.kind for clash in office.week().open_clashes} == {ClashKind.TEAM}
    with pytest.raises(RuleError) as refused:
        office.store.execute(leave_clash, [last, third], "Disetujui")
    assert codes(refused) == ["old_reason"]
    office.store.execute(leave_clash, [last, third], "Fitri pindah di tengah shift")
    assert office.week().open_clashes == frozenset()


def test_a6_a_reason_where_nothing_clashed_is_not_kept_and_lets_no_set_out(office: Calendar) -> None:
    first = office.plan(override_reason="Tidak ada bentrok")
    assert office.find(first).override_reason == ""
    with pytest.raises(RuleError) as refused:
        office.other(set_code="P-01")
    assert codes(refused) == ["standby"]


def test_a6_a_reason_carried_along_by_a_change_does_not_answer_for_another_day(office: Calendar) -> None:
    office.plan()
    last = office.other(set_code="P-01", override_reason="Disetujui kepala bidang, sehari saja")
    office.plan(day=THURSDAY)
    changed = office.shift(
        day=THURSDAY, team_id=office.team_2, set_code="P-01", override_reason="Disetujui kepala bidang, sehari saja"
    )
    with pytest.raises(RuleError) as refused:
        office.store.execute(change_shift, last, changed)
    assert codes(refused) == ["standby", "old_reason"]
    office.store.execute(change_shift, last, replace(changed, override_reason="Hari kedua, disetujui juga"))
    assert office.find(last, THURSDAY).override_reason == "Hari kedua, disetujui juga"


def test_a6_a_move_next_to_a_shift_with_a_reason_is_refused_as_well(office: Calendar) -> None:
    pair = [office.plan(), office.other(team_id=office.team_1)]
    office.store.execute(leave_clash, pair, "Rina pindah di tengah shift")
    moving = office.other(set_code="P-01", day=THURSDAY)
    with pytest.raises(RuleError) as refused:
        office.store.execute(move_shift, moving, Move(WEDNESDAY, time(9), time(12), office.team_2, "P-01"))
    assert codes(refused) == ["standby"]


def test_whoever_answered_first_is_still_named_after_another_change(office: Calendar) -> None:
    office.plan()
    last = office.other(set_code="P-01", override_reason="Disetujui")
    office.store.user = add_user(office.store, "Bu Tutik", "admin")
    same = office.shift(team_id=office.team_2, set_code="P-01", target=70, village="35.74.02.1001")
    office.store.execute(change_shift, last, replace(same, override_reason="Disetujui"))
    assert (office.find(last).target, office.find(last).override_by) == (70, "Hendra Saputra")


def test_leaving_a_second_clash_keeps_what_answered_for_the_first(office: Calendar) -> None:
    first, last = office.plan(), office.other(set_code="P-01", override_reason="Disetujui kepala bidang")
    third = office.other(team_id=office.team_1, village="35.74.02.1001")
    done = office.store.execute(leave_clash, [first, last, third], "Rina pindah di tengah shift")
    assert office.find(last).override_reason == "Disetujui kepala bidang; Rina pindah di tengah shift"
    assert office.find(third).override_reason == "Rina pindah di tengah shift"
    office.store.execute(leave_clash, [last], "Rina pindah di tengah shift")
    assert office.find(last).override_reason == "Disetujui kepala bidang; Rina pindah di tengah shift"
    office.store.execute(put_back, done)
    assert office.find(last).override_reason == "Disetujui kepala bidang"


def test_a_set_that_gets_another_code_takes_its_plans_along_and_back(office: Calendar) -> None:
    plan_id = office.plan()
    known = office.week().register.device_set("P-02")
    assert known is not None
    kept = office.store.execute(keep_set, known.id, KeepSet("P-99", MAYANGAN, "full", "ready"))
    assert office.find(plan_id).set_code == "P-99"
    with pytest.raises(RuleError) as refused:
        office.other(set_code="P-01")
    assert codes(refused) == ["standby"]
    office.store.execute(put_back_kept, kept)
    assert office.find(plan_id).set_code == "P-02"


def test_a_published_shift_whose_set_goes_to_repair_says_so(office: Calendar) -> None:
    plan_id = office.plan()
    office.store.execute(publish_shifts, [plan_id])
    assert lapsed(office.week(), office.find(plan_id)) == ()
    known = office.week().register.device_set("P-02")
    assert known is not None
    office.store.execute(keep_set, known.id, KeepSet("P-02", MAYANGAN, "full", "repair"))
    assert [one.code for one in lapsed(office.week(), office.find(plan_id))] == ["set_not_ready"]
