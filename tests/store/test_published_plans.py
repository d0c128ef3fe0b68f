"""Only what is published can be opened."""

from __future__ import annotations

from pathlib import Path

from calendars import calendar
from laptops import SATURDAY, add_plan

from fieldkit.domain.planning.schedule import StopReason
from fieldkit.store.queries.shifts import planned_shifts
from fieldkit.work.planning.plans import cancel_shift, publish_shifts


def test_a_draft_and_a_cancelled_shift_are_not_offered_for_opening(tmp_path: Path) -> None:
    office = calendar(tmp_path)

    def offered() -> list[str]:
        return [plan.id for plan in office.store.query(planned_shifts, SATURDAY.isoformat())]

    plan_id = office.plan(day=SATURDAY)
    assert offered() == []
    office.store.execute(publish_shifts, [plan_id])
    assert offered() == [plan_id]
    office.store.execute(cancel_shift, plan_id, StopReason.WEATHER)
    assert offered() == []


def test_what_an_older_program_planned_can_be_opened(tmp_path: Path) -> None:
    office = calendar(tmp_path)
    plan_id = add_plan(office.store)
    assert [plan.id for plan in office.store.query(planned_shifts, SATURDAY.isoformat())] == [plan_id]
