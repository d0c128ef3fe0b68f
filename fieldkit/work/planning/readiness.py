"""What a planned shift lacks before others may rely on it, and which clashes keep it from that."""

from __future__ import annotations

from typing import Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.planning.clashes import Clash, ClashKind
from fieldkit.domain.planning.schedule import PlanState, Skill, ToPublish, check_published
from fieldkit.domain.text import Text, text
from fieldkit.store.queries.planning.schedule import FIELD_KINDS, Plan, Schedule

FIELD_OF: dict[ClashKind, str] = {
    ClashKind.PERSON: "team",
    ClashKind.TEAM: "team",
    ClashKind.SET: "set",
    ClashKind.STANDBY: "set",
}
"""Beside which field of a shift a clash is said."""
_LAPSES: Final = frozenset({"set_not_ready", "team_dissolved"})


def lacking(schedule: Schedule, plan: Plan) -> tuple[Problem, ...]:
    """What a shift lacks, without its clashes."""
    known = schedule.register
    team = known.team(plan.team_id)
    site, used = known.site(plan.site_id), known.device_set(plan.set_code)
    is_at_site = plan.kind in FIELD_KINDS
    return check_published(
        ToPublish(
            plan.site_name,
            site_is_checked=not is_at_site or (site is not None and site.surroundings.is_checked),
            trained_operators=sum(known.holds(one.user_id, Skill.RECORDING, plan.day) for one in plan.staff),
            set_code=plan.set_code,
            set_is_ready=used is not None and used.is_ready,
            team_is_dissolved=team is not None and not team.is_active,
        )
    )


def lapsed(schedule: Schedule, plan: Plan) -> tuple[Problem, ...]:
    """On what a published shift can not rely any more: its set went to repair, its team was dissolved."""
    if plan.state is not PlanState.PUBLISHED:
        return ()
    return tuple(problem for problem in lacking(schedule, plan) if problem.code in _LAPSES)


def clash_problems(schedule: Schedule, plan: Plan) -> tuple[Problem, ...]:
    """The clashes of a shift that nobody answers for, beside its fields."""
    found = schedule.of_shift(plan.id, among=schedule.open_clashes)
    return tuple(clash_problem(schedule, clash, plan.id) for clash in found)


def clash_problem(schedule: Schedule, clash: Clash, plan_id: str) -> Problem:
    """A clash beside the field of one of its shifts."""
    return Problem(FIELD_OF[clash.kind], clash.kind.value, clash_sentence(schedule, clash, plan_id))


def clash_sentence(schedule: Schedule, clash: Clash, plan_id: str) -> Text:
    """What can not be kept, told from one of its shifts."""
    others = [plan for plan in schedule.around if plan.id in clash.shifts and plan.id != plan_id]
    place = others[0].site_name if others else ""
    if clash.kind is ClashKind.STANDBY:
        return text(
            "Semua alat kecamatan ini keluar sekaligus, tidak ada yang siaga. Pakai alat lain, atau tulis alasannya."
        )
    if clash.kind is ClashKind.SET:
        return text("Alat {code} pada jam itu dipakai di {place}.", code=clash.subject, place=place)
    if clash.kind is ClashKind.TEAM:
        return text("Tim ini pada jam itu bertugas di {place}.", place=place)
    name = next((one.name for plan in others for one in plan.staff if one.user_id == clash.subject), "")
    return text("{name} pada jam itu bertugas di {place}.", name=name, place=place)
