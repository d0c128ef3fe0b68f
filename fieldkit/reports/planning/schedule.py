"""A stretch of the schedule as a paper: shifts by day, in words that fit on a wall and in a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fieldkit.domain.formats import clock, count, day_long
from fieldkit.domain.planning.schedule import PlanState, state_label, stop_reason_label
from fieldkit.domain.zones import ZONE_NAMES
from fieldkit.records.regions import RegionTable
from fieldkit.reports.making.parts import NONE
from fieldkit.store.queries.planning.schedule import Plan, Schedule

HEADS = ("Jam", "Tempat", "Tim", "Petugas", "Alat", "Target", "Keadaan")


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A shift."""

    hours: str
    place: str
    team: str
    staff: str
    set_code: str
    target: int
    """0 where nobody set one."""
    state: str

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of the heads, as words."""
        return tuple(count(each) if isinstance(each, int) else each for each in self.values)

    @property
    def values(self) -> tuple[str | int, ...]:
        """In the order of the heads, with figures that can be added up."""
        return (self.hours, self.place, self.team, self.staff, self.set_code, self.target or NONE, self.state)


@dataclass(frozen=True, slots=True)
class DayOfShifts:
    """A day, with its name where it is not like others."""

    title: str
    holiday: str
    lines: tuple[ShiftLine, ...]


@dataclass(frozen=True, slots=True)
class SchedulePaper:
    """All of it; `page_title` stands at the foot of each page."""

    title: str
    subtitle: str
    page_title: str
    file_name: str
    heads: tuple[str, ...]
    days: tuple[DayOfShifts, ...]
    note: str


def schedule_paper(schedule: Schedule, plans: Iterable[Plan], regency: str, regions: RegionTable) -> SchedulePaper:
    """These shifts of a schedule, by day; a day without any is left out."""
    by_day: dict[date, list[ShiftLine]] = {}
    chosen = list(plans)
    for plan in chosen:
        by_day.setdefault(plan.day, []).append(_line(schedule, plan, regions))
    first, last = schedule.first, schedule.last
    span = day_long(first) if first == last else f"{day_long(first)} – {day_long(last)}"
    days = (DayOfShifts(day_long(day), schedule.register.holiday(day), tuple(by_day[day])) for day in sorted(by_day))
    drafts = sum(plan.state is PlanState.PLANNED for plan in chosen)
    return SchedulePaper(
        "Jadwal jemput bola",
        " · ".join(filter(None, (regency, span))),
        f"Jadwal jemput bola · {span}",
        f"jadwal-{first.isoformat()}-{last.isoformat()}",
        HEADS,
        tuple(days),
        f"{drafts} shift masih konsep dan bisa berubah." if drafts else "",
    )


def _line(schedule: Schedule, plan: Plan, regions: RegionTable) -> ShiftLine:
    team = schedule.register.team(plan.team_id)
    zone = ZONE_NAMES.get(plan.time_zone, plan.time_zone)
    state = str(state_label(plan.state))
    return ShiftLine(
        f"{clock(plan.start)}–{clock(plan.end)} {zone}",
        place_line(plan, regions),
        team.name if team is not None else NONE,
        ", ".join(member.name for member in plan.staff) or NONE,
        plan.set_code or NONE,
        plan.target,
        f"{state}: {stop_reason_label(plan.state_reason)}" if plan.state_reason else state,
    )


def place_line(plan: Plan, regions: RegionTable) -> str:
    """A place with its village and district, each told once."""
    names = regions.path_names(plan.village)[2:]
    wider = [names[1]] if len(names) > 1 and names[1].casefold() not in plan.site_name.casefold() else []
    district = [f"Kec. {names[0]}"] if names else []
    return ", ".join((plan.site_name, *wider, *district))
