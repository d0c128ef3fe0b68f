"""The shifts of a stretch of days, and where they clash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cached_property
from typing import Any, Final

from fieldkit.domain.planning.clashes import Clash, PlannedShift, answering, clashes, telling, unsettled
from fieldkit.domain.planning.schedule import STANDING, CrewRole, PlanKind, PlanState, shown_state
from fieldkit.domain.planning.site import SiteKind
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.openings import STANDS
from fieldkit.store.queries.planning.register import Member, Register, register


@dataclass(frozen=True, slots=True)
class Plan:
    """A shift of the schedule. Times of day are the site's; `staff` are those of its own, or the team's."""

    id: str
    day: date
    name: str
    kind: str
    site_id: str
    site_name: str
    village: str
    start: time
    end: time
    time_zone: str
    team_id: str
    set_code: str
    target: int
    state: PlanState
    state_reason: str
    override_reason: str
    override_by: str
    replaces_id: str
    lead_name: str
    staff: tuple[Member, ...] = ()
    has_own_staff: bool = False

    @property
    def stands(self) -> bool:
        """Whether it takes place."""
        return self.state in STANDING


@dataclass(frozen=True)
class Schedule:
    """Shifts from one day to another, by day and hour, with what they are made of."""

    first: date
    last: date
    around: tuple[Plan, ...]
    """The shifts from the day before to the day after: a night runs into the next day."""
    register: Register

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The shifts of the days themselves."""
        return tuple(plan for plan in self.around if self.first <= plan.day <= self.last)

    @cached_property
    def clashes(self) -> frozenset[Clash]:
        """What can not all be kept on the days themselves, also where somebody answers for it."""
        own = {plan.id for plan in self.plans}
        return frozenset(clash for clash in self._all_clashes if not own.isdisjoint(clash.shifts))

    @cached_property
    def open_clashes(self) -> frozenset[Clash]:
        """What can not all be kept, and nobody answers for; without what goes without saying."""
        return telling(unsettled(self._all_clashes, self._reasons) & self.clashes)

    @cached_property
    def _reasons(self) -> dict[str, str]:
        return {plan.id: plan.override_reason for plan in self.around}

    @cached_property
    def _all_clashes(self) -> frozenset[Clash]:
        return clashes(self.shifts, self.register.home_of_sets())

    @cached_property
    def shifts(self) -> tuple[PlannedShift, ...]:
        """The shifts that take place, as far as they can clash."""
        return tuple(self.shift_of(plan) for plan in self.around if plan.stands)

    def plan(self, plan_id: str) -> Plan | None:
        """One shift."""
        return next((plan for plan in self.around if plan.id == plan_id), None)

    def shift_of(self, plan: Plan) -> PlannedShift:
        """A shift as far as it can clash."""
        return PlannedShift(
            plan.id,
            plan.day,
            plan.start,
            plan.end,
            plan.team_id,
            plan.set_code,
            frozenset(member.user_id for member in plan.staff),
            self._stays_home(plan),
        )

    def of_shift(self, plan_id: str, *, among: Iterable[Clash] | None = None) -> tuple[Clash, ...]:
        """The clashes that a shift is part of, in a steady order."""
        found = self.clashes if among is None else among
        own = (clash for clash in found if plan_id in clash.shifts)
        return tuple(sorted(own, key=lambda clash: (clash.kind, clash.subject, clash.shifts)))

    def answer_to(self, clash: Clash) -> Plan | None:
        """The shift whose reason answers for a district without a set; None where nobody does."""
        shifts = answering(clash, self._all_clashes, self._reasons)
        return self.plan(shifts[0]) if shifts else None

    def _stays_home(self, plan: Plan) -> bool:
        site, used = self.register.site(plan.site_id), self.register.device_set(plan.set_code)
        is_office = site is not None and site.kind == SiteKind.DISTRICT_OFFICE
        return is_office and used is not None and plan.village.startswith(used.district)


def schedule(database: Database, first: date, last: date) -> Schedule:
    """The shifts from the first day to the last one."""
    known = register(database)
    own = _own_staff(database)
    rows = database.rows(_PLANS, (first - timedelta(days=1)).isoformat(), (last + timedelta(days=1)).isoformat())
    plans = (_with_staff(_plan(*row), own, known) for row in rows)
    return Schedule(first, last, tuple(plan for plan in plans if plan.state is not PlanState.DISCARDED), known)


def count_clashes(database: Database, first: date) -> int:
    """How many shifts at odds wait for a planner in the two weeks from a day on."""
    return len({clash.shifts for clash in schedule(database, first, first + _AHEAD).open_clashes})


def day_of_plan(database: Database, plan_id: str) -> date | None:
    """The day of a shift; None where nobody knows it."""
    found = database.value("SELECT day FROM shift_plan WHERE id = ?", plan_id)
    return date.fromisoformat(found) if found else None


def plans_with_set(database: Database, code: str) -> list[str]:
    """The shifts that a set goes with, by its code."""
    return [str(plan_id) for (plan_id,) in database.rows("SELECT id FROM shift_plan WHERE set_code = ?", code)]


def _plan(*row: Any) -> Plan:
    id_, day, name, kind, site_id, site_name, village, start, end, zone, team, code, target, stored, *rest = row
    # Two tables may work in one shift: it is closed once both are.
    reason, override, by, replaces, lead, is_opened, is_running = rest
    state = shown_state(stored, is_opened=bool(is_opened), is_closed=bool(is_opened) and not is_running)
    return Plan(
        id_, date.fromisoformat(day), name, kind, site_id, site_name, village, time.fromisoformat(start),
        time.fromisoformat(end), zone, team, code, target, state, reason, override, by, replaces, lead,
    )  # fmt: skip


def _with_staff(plan: Plan, own: dict[str, dict[str, Member]], known: Register) -> Plan:
    if plan.id in own:
        return replace(plan, staff=tuple(own[plan.id].values()), has_own_staff=True)
    team = known.team(plan.team_id)
    return replace(plan, staff=team.members) if team else plan


def _own_staff(database: Database) -> dict[str, dict[str, Member]]:
    found: dict[str, dict[str, Member]] = defaultdict(dict)
    for plan_id, user_id, name, role in database.rows(_STAFF):
        found[plan_id][user_id] = Member(user_id, name, role)
    return dict(found)


_AHEAD: Final = timedelta(days=13)
_PLANS: Final = (
    "SELECT p.id, p.day, p.name, coalesce(p.kind, ''), coalesce(p.site_id, ''), p.site_name, p.village, "
    "p.planned_start, p.planned_end, p.time_zone, coalesce(p.team_id, ''), coalesce(p.set_code, ''), "
    "coalesce(p.target_count, 0), p.state, coalesce(p.state_reason, ''), coalesce(p.override_reason, ''), "
    "coalesce(b.name, ''), coalesce(p.replaces_id, ''), coalesce(u.name, ''), "
    f"EXISTS (SELECT 1 FROM shift_opening o WHERE o.plan_id = p.id AND {STANDS}), "
    f"EXISTS (SELECT 1 FROM shift_opening o WHERE o.plan_id = p.id AND NOT {is_closed('o.id')} AND {STANDS}) "
    "FROM shift_plan p LEFT JOIN app_user u ON u.id = p.lead_id LEFT JOIN app_user b ON b.id = p.override_by "
    "WHERE p.day BETWEEN ? AND ? ORDER BY p.day, p.planned_start, p.id"
)
_STAFF: Final = (
    "SELECT s.plan_id, s.user_id, u.name, s.role FROM plan_staff s JOIN app_user u ON u.id = s.user_id "
    f"WHERE s.role <> '{CrewRole.OFF}' AND u.active = 1 ORDER BY s.id"
)
FIELD_KINDS: Final = frozenset({"", PlanKind.FIELD})
"""Shifts at a place that can be checked; what a program that knew no kinds planned is one."""
