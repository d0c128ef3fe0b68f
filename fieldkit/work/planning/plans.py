"""Shifts are planned, changed, moved, published, postponed and cancelled; what can be undone gives back what was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from fieldkit.domain.areas import regency_of
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.planning.clashes import Clash, ClashKind, joined
from fieldkit.domain.planning.schedule import CHANGEABLE, CrewRole, PlanState, StopReason, check_plan
from fieldkit.domain.text import text
from fieldkit.domain.zones import zone_of
from fieldkit.records.tables import SHIFT_PLAN
from fieldkit.store.queries.planning.schedule import Plan, Schedule, day_of_plan, schedule
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_planner
from fieldkit.work.planning.crew import put_crew
from fieldkit.work.planning.readiness import clash_problem, clash_problems, lacking

_HOUR_NAMES: Final = ((time(11, 30), "Shift pagi"), (time(15), "Shift siang"), (time(18), "Shift sore"))
_OLD_REASON: Final = text("Alasan ini ditulis untuk bentrok lain. Tulis alasan untuk yang ini.")


@dataclass(frozen=True, slots=True)
class PlanShift:
    """What a planner says of a shift. Times of day are the site's; `crew` is empty where the team goes as it is."""

    day: date | None
    start: time | None
    end: time | None
    kind: str
    village: str
    site_id: str = ""
    site_name: str = ""
    team_id: str = ""
    set_code: str = ""
    target: int = 0
    crew: tuple[tuple[str, str], ...] = ()
    """User and role."""
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """To another day, hour or team; a set only where another is taken."""

    day: date
    start: time
    end: time
    team_id: str
    set_code: str


@dataclass(frozen=True, slots=True)
class Done:
    """Which shift, and what `put_back` needs to undo it."""

    plan_id: str
    before: tuple[tuple[str, Mapping[str, Any]], ...]
    crew: tuple[tuple[str, str], ...] | None = None
    """Who went on it of its own; None where nobody of them was changed."""


def plan_shift(unit: Unit, command: PlanShift) -> Done:
    """A new shift, as a draft; RuleError where it can not be, or would leave a district without any set (F-S2)."""
    require_planner(unit)
    _require_whole(unit, command)
    plan_id = unit.insert(SHIFT_PLAN, command.village, **_columns(command), **_override(unit, command.override_reason))
    put_crew(unit, plan_id, command.crew)
    _name_lead(unit, plan_id)
    _require_answer(unit, plan_id, frozenset())
    _require_tenable(unit, plan_id)
    return Done(plan_id, ((plan_id, {"state": PlanState.DISCARDED.value}),))


def change_shift(unit: Unit, plan_id: str, command: PlanShift) -> Done:
    """What is planned is another now. A shift that is published stays fit for it, or is refused."""
    require_planner(unit)
    _require_whole(unit, command)
    before, stood = _require_changeable(unit, plan_id), _clashing(unit, plan_id)
    columns = _columns(command)
    del columns["state"]
    kept = _values(unit, plan_id, {**columns, "lead_id": None, "override_reason": None, "override_by": None})
    is_said_now = command.override_reason.strip() != before.override_reason
    if is_said_now:
        columns |= _override(unit, command.override_reason)
    unit.update(SHIFT_PLAN, plan_id, **columns)
    put_crew(unit, plan_id, command.crew)
    _name_lead(unit, plan_id)
    _require_answer(unit, plan_id, stood, is_said_now=is_said_now)
    _require_tenable(unit, plan_id)
    return Done(plan_id, ((plan_id, kept),), _own_crew(before))


def move_shift(unit: Unit, plan_id: str, to: Move) -> Done:
    """To another place in the calendar, by hand or by keys; a reason for a clash does not answer for a new one."""
    require_planner(unit)
    _require_changeable(unit, plan_id)
    stood = _clashing(unit, plan_id)
    columns: dict[str, Any] = {
        "day": to.day.isoformat(),
        "planned_start": _written(to.start),
        "planned_end": _written(to.end),
        "name": usual_name(to.start),
        "team_id": to.team_id or None,
        "set_code": to.set_code or None,
    }
    kept = _values(unit, plan_id, {**columns, "lead_id": None, "override_reason": None, "override_by": None})
    unit.update(SHIFT_PLAN, plan_id, **columns)
    _name_lead(unit, plan_id)
    if not _clashing(unit, plan_id) <= stood:
        unit.update(SHIFT_PLAN, plan_id, override_reason=None, override_by=None)
    _require_answer(unit, plan_id, stood)
    _require_tenable(unit, plan_id)
    return Done(plan_id, ((plan_id, kept),))


def place_shift(unit: Unit, plan_id: str, site_id: str) -> Done:
    """It takes place at a site that was recorded."""
    require_planner(unit)
    _require_changeable(unit, plan_id)
    name = unit.value("SELECT name FROM site WHERE id = ?", site_id)
    if name is None:
        raise RuleError(Problem("site", "unknown", text("Tempat ini tidak ada lagi di daftar.")))
    stood, columns = _clashing(unit, plan_id), {"site_id": site_id, "site_name": str(name)}
    kept = _values(unit, plan_id, columns)
    unit.update(SHIFT_PLAN, plan_id, **columns)
    _require_answer(unit, plan_id, stood, is_said_now=False)
    _require_tenable(unit, plan_id)
    return Done(plan_id, ((plan_id, kept),))


def publish_shifts(unit: Unit, plan_ids: Sequence[str]) -> Done:
    """Others may rely on these; RuleError, and none is published, where one lacks something or clashes."""
    require_planner(unit)
    drafts = [one for one in plan_ids if _require_changeable(unit, one).state is PlanState.PLANNED]
    for plan_id in drafts:
        unit.update(SHIFT_PLAN, plan_id, state=PlanState.PUBLISHED)
    for plan_id in plan_ids:
        _require_tenable(unit, plan_id)
    return Done(plan_ids[0], tuple((plan_id, {"state": PlanState.PLANNED.value}) for plan_id in drafts))


def postpone_shift(unit: Unit, plan_id: str, day: date | None, reason: str) -> Done:
    """It takes place on another day: the new shift, a draft, names the one that it stands for (domain.md 4.3)."""
    require_planner(unit)
    plan = _require_changeable(unit, plan_id)
    _require_reason(reason)
    if day is None or day == plan.day:
        raise RuleError(Problem("day", "no_new_day", text("Tanggal pengganti belum ditulis, atau sama.")))
    kept = _values(unit, plan_id, {"state": None, "state_reason": None})
    columns = _values(unit, plan_id, dict.fromkeys(SHIFT_PLAN.column_names))
    columns |= {"day": day.isoformat(), "state": PlanState.PLANNED.value, "replaces_id": plan_id}
    columns |= {"override_reason": None, "override_by": None, "state_reason": None}
    unit.update(SHIFT_PLAN, plan_id, state=PlanState.POSTPONED, state_reason=reason)
    new_id = unit.insert(SHIFT_PLAN, plan.village, **columns)
    if plan.has_own_staff:
        put_crew(unit, new_id, _own_crew(plan))
    _require_answer(unit, new_id, frozenset())
    _require_tenable(unit, new_id)
    return Done(new_id, ((new_id, {"state": PlanState.DISCARDED.value}), (plan_id, kept)))


def cancel_shift(unit: Unit, plan_id: str, reason: str) -> Done:
    """It does not take place, for a reason that is kept."""
    require_planner(unit)
    _require_changeable(unit, plan_id)
    _require_reason(reason)
    return _end(unit, plan_id, PlanState.CANCELLED, reason)


def discard_shift(unit: Unit, plan_id: str) -> Done:
    """A draft is thrown away; what others may rely on already is cancelled instead, with a reason."""
    require_planner(unit)
    plan = _require_changeable(unit, plan_id)
    if plan.state is not PlanState.PLANNED:
        raise RuleError(
            Problem("state", "published", text("Shift ini sudah terbit. Batalkan dengan alasan, jangan dibuang."))
        )
    return _end(unit, plan_id, PlanState.DISCARDED, None)


def leave_clash(unit: Unit, plan_ids: Sequence[str], reason: str) -> Done:
    """The clash of these shifts stays as it is, and somebody answers for it."""
    require_planner(unit)
    if not reason.strip():
        raise RuleError(Problem("reason", "no_reason", text("Alasannya belum ditulis. Satu kalimat sudah cukup.")))
    kept = [(plan_id, _values(unit, plan_id, {"override_reason": None, "override_by": None})) for plan_id in plan_ids]
    stood = _around(unit, plan_ids[0]).open_clashes
    for plan_id, before in kept:
        said = joined(before["override_reason"] or "", reason.strip())
        unit.update(SHIFT_PLAN, plan_id, **_override(unit, said))
    left = _around(unit, plan_ids[0]).open_clashes
    if left - stood or any(set(clash.shifts) == set(plan_ids) for clash in left):
        raise RuleError(Problem("reason", "old_reason", _OLD_REASON))
    return Done(plan_ids[0], tuple(kept))


def put_back(unit: Unit, done: Done) -> None:
    """Undo: each shift as it was. Where others have taken the place meanwhile, that is refused like any change."""
    require_planner(unit)
    for plan_id, values in done.before:
        unit.update(SHIFT_PLAN, plan_id, **values)
    if done.crew is not None:
        put_crew(unit, done.plan_id, done.crew)
    for plan_id, _ in done.before:
        _require_tenable(unit, plan_id)


def usual_name(start: time) -> str:
    """What a shift is called that begins then."""
    return next((name for until, name in _HOUR_NAMES if start < until), "Shift malam")


def _end(unit: Unit, plan_id: str, state: PlanState, reason: str | None) -> Done:
    kept = _values(unit, plan_id, {"state": None, "state_reason": None})
    unit.update(SHIFT_PLAN, plan_id, state=state.value, state_reason=reason)
    return Done(plan_id, ((plan_id, kept),))


def _columns(command: PlanShift) -> dict[str, Any]:
    day, start, end = command.day, command.start, command.end
    if day is None or start is None or end is None:
        raise ValueError("checked before")
    return {
        "day": day.isoformat(),
        "name": usual_name(start),
        "site_name": command.site_name.strip(),
        "village": command.village,
        "planned_start": _written(start),
        "planned_end": _written(end),
        "time_zone": zone_of(command.village),
        "target_count": command.target,
        "set_code": command.set_code or None,
        "kind": command.kind,
        "state": PlanState.PLANNED.value,
        "team_id": command.team_id or None,
        "site_id": command.site_id or None,
    }


def _override(unit: Unit, reason: str) -> dict[str, Any]:
    said = reason.strip()
    return {"override_reason": said or None, "override_by": unit.user if said else None}


def _values(unit: Unit, plan_id: str, columns: Mapping[str, Any]) -> dict[str, Any]:
    row = unit.row(f"SELECT {', '.join(columns)} FROM {SHIFT_PLAN.name} WHERE id = ?", plan_id) or ()
    return dict(zip(columns, row, strict=True))


def _require_whole(unit: Unit, command: PlanShift) -> None:
    problems = [*check_plan(command.day, command.start, command.end, command.village and command.site_name)]
    if command.village and regency_of(command.village) != unit.meta.regency:
        problems.append(Problem("village", "other_regency", text("Desa ini di kabupaten lain. Pilih desa sendiri.")))
    if command.target < 0:
        problems.append(Problem("target", "below_zero", text("Target tidak bisa di bawah nol.")))
    if problems:
        raise RuleError(*problems)


def _require_reason(reason: str) -> None:
    if reason not in set(StopReason):
        raise RuleError(Problem("reason", "no_reason", text("Alasannya belum dipilih.")))


def _require_changeable(unit: Unit, plan_id: str) -> Plan:
    plan = _around(unit, plan_id).plan(plan_id)
    if plan is None or plan.state not in CHANGEABLE:
        raise RuleError(
            Problem(
                "state", "not_changeable", text("Shift ini sudah dibuka, ditutup, ditunda, atau batal. Tidak diubah.")
            )
        )
    return plan


def _require_tenable(unit: Unit, plan_id: str) -> None:
    """A draft may clash, but not take the last set of a district; what is published may lack nothing."""
    found = _around(unit, plan_id)
    plan = found.plan(plan_id)
    if plan is None or not plan.stands:
        return
    problems = clash_problems(found, plan)
    if plan.state is PlanState.PUBLISHED:
        problems = (*lacking(found, plan), *problems)
    else:
        problems = tuple(problem for problem in problems if problem.code == ClashKind.STANDBY)
    if problems:
        raise RuleError(*problems)


def _require_answer(unit: Unit, plan_id: str, stood: Set[Clash], *, is_said_now: bool = True) -> None:
    """Whoever sends the last set out answers for it there and then: a reason of another clash does not (A6)."""
    found = _around(unit, plan_id)
    plan, clashing = found.plan(plan_id), frozenset(found.of_shift(plan_id))
    if plan is None or not plan.stands:
        return
    if not clashing:
        unit.update(SHIFT_PLAN, plan_id, override_reason=None, override_by=None)
    new = [clash for clash in clashing - stood if clash.kind is ClashKind.STANDBY]
    if new and not (plan.override_reason and is_said_now):
        raise RuleError(*_unanswered(clash_problem(found, new[0], plan_id), plan.override_reason))


def _unanswered(clash: Problem, old_reason: str) -> list[Problem]:
    return [clash, Problem("reason", "old_reason", _OLD_REASON)] if old_reason else [clash]


def _clashing(unit: Unit, plan_id: str) -> frozenset[Clash]:
    """What a shift clashes about, and with which others."""
    return frozenset(_around(unit, plan_id).of_shift(plan_id))


def _own_crew(plan: Plan) -> tuple[tuple[str, str], ...]:
    return tuple((one.user_id, one.role) for one in plan.staff) if plan.has_own_staff else ()


def _around(unit: Unit, plan_id: str) -> Schedule:
    day = unit.query(day_of_plan, plan_id)
    if day is None:
        raise RuleError(Problem("state", "unknown", text("Shift ini tidak ada lagi di jadwal.")))
    return unit.query(schedule, day, day)


def _name_lead(unit: Unit, plan_id: str) -> None:
    """Whoever opens the shift sees whose it is."""
    plan = _around(unit, plan_id).plan(plan_id)
    staff = plan.staff if plan is not None else ()
    leads = [one.user_id for one in staff if one.role == CrewRole.LEAD]
    unit.update(SHIFT_PLAN, plan_id, lead_id=leads[0] if leads else None)


def _written(moment: time) -> str:
    return moment.isoformat("minutes")
