"""A stretch of the schedule as the calendar paints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from fieldkit.domain.planning.clashes import Clash, ClashKind
from fieldkit.domain.planning.schedule import CHANGEABLE, PlanState, is_overtime
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.planning.schedule import Plan, Schedule
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.schedule.faces import Board, Cell, Face, Foot, Head, Line
from fieldkit.ui.pages.schedule.layouts import Layout, Mode
from fieldkit.ui.pages.schedule.wording import (
    QUALITY_ICONS,
    hours_words,
    person_name,
    place_words,
    quality_words,
    state_words,
)
from fieldkit.work.instants import at_site
from fieldkit.work.planning.readiness import clash_sentence, lacking, lapsed

_MARKS = {
    PlanState.PUBLISHED: ("check-circle", "ok"),
    PlanState.IN_PROGRESS: ("play-circle", "accent"),
    PlanState.CLOSED: ("lock-simple", "mute"),
    PlanState.POSTPONED: ("pause-circle", "mute"),
    PlanState.CANCELLED: ("x-circle", "mute"),
}
_BY_PAIR = (ClashKind.PERSON, ClashKind.TEAM, ClashKind.SET)


def board_of(layout: Layout, regions: RegionTable, now_utc: datetime) -> Board:
    """Everything that is painted."""
    schedule = layout.schedule
    faces: dict[Cell, list[Face]] = defaultdict(list)
    for plan in schedule.plans:
        cell = layout.cell_of(plan)
        if cell is not None:
            face = face_of(schedule, plan, regions, is_wide=layout.view.mode is Mode.DAY)
            faces[cell].append(_with_overtime(face, plan, now_utc))
    notes, shaded = _notes(layout)
    is_week = layout.view.mode is Mode.WEEK
    return Board(
        tr("Minggu") if layout.view.mode is Mode.TEAM else tr("Tim"),
        layout.row_heads(),
        layout.column_heads(_clashing_days(schedule)),
        {cell: tuple(each) for cell, each in faces.items()},
        notes,
        shaded,
        Head("standby", tr("Alat siaga"), tr("di kecamatan")) if is_week else None,
        tuple(_foot(schedule, day) for day in layout.days()) if is_week else (),
    )


def face_of(schedule: Schedule, plan: Plan, regions: RegionTable, *, is_wide: bool = False) -> Face:
    """One shift; where there is room, with who goes and where exactly."""
    site = schedule.register.site(plan.site_id)
    found = schedule.of_shift(plan.id, among=schedule.open_clashes)
    title = place_words(plan, site, regions)
    lines = _lines(schedule, plan, found)
    if is_wide and plan.stands:
        lines = (*lines, *_more_lines(plan, title))
    return Face(
        plan.id,
        hours_words(plan.start, plan.end),
        title,
        lines,
        "\n".join(_words(schedule, plan, title, lines, found)),
        _tone(plan, found),
        _mark(schedule, plan, found),
        plan.state not in CHANGEABLE,
    )


def _with_overtime(face: Face, plan: Plan, now_utc: datetime) -> Face:
    local = at_site(now_utc, plan.time_zone)
    if not is_overtime(plan.state, plan.day, plan.start, plan.end, local):
        return face
    late = Line(tr("lewat jam"), "warn", "clock")
    return replace(face, lines=(*face.lines, late), words=f"{face.words}\n{late.text}")


def standby_of(schedule: Schedule, day: date) -> tuple[int, int]:
    """How many districts keep a set all day, of how many that have any."""
    districts = set(schedule.register.home_of_sets().values())
    days = {plan.id: plan.day for plan in schedule.around}
    empty = {
        clash.subject
        for clash in schedule.clashes
        if clash.kind is ClashKind.STANDBY and any(days[shift] == day for shift in clash.shifts)
    }
    return len(districts - empty), len(districts)


def _lines(schedule: Schedule, plan: Plan, found: Iterable[Clash]) -> tuple[Line, ...]:
    kinds = {clash.kind for clash in found}
    if not plan.stands:
        return (Line(state_words(plan)),)
    lines = [_set_line(plan, kinds)] if plan.set_code else []
    if ClashKind.TEAM in kinds:
        lines.append(Line(tr("Tim bentrok"), "err", "users"))
    for clash in found:
        if clash.kind is ClashKind.PERSON:
            name = person_name([plan], clash.subject).split(" ")[0]
            lines.append(Line(tr("{name} bentrok", name=name), "err", "user"))
    if plan.target:
        lines.append(Line(tr("target {n}", n=count(plan.target))))
    site = schedule.register.site(plan.site_id)
    if site is not None:
        quality = site.surroundings.quality
        lines.append(Line(quality_words(site.surroundings), icon=QUALITY_ICONS[quality]))
    return tuple(lines)


def _more_lines(plan: Plan, title: str) -> tuple[Line, ...]:
    people = ", ".join(member.name.split(" ")[0] for member in plan.staff)
    place = plan.site_name if plan.site_name != title else ""
    return tuple(Line(words, icon=icon) for words, icon in ((place, "map-pin"), (people, "users")) if words)


def _set_line(plan: Plan, kinds: set[ClashKind]) -> Line:
    tone = "err" if ClashKind.SET in kinds else "warn" if ClashKind.STANDBY in kinds else ""
    return Line(tr("Alat {code}", code=plan.set_code), tone)


def _tone(plan: Plan, found: Iterable[Clash]) -> str:
    if not plan.stands or plan.state is PlanState.CLOSED:
        return "mute"
    return "err" if any(clash.kind in _BY_PAIR for clash in found) else ""


def _mark(schedule: Schedule, plan: Plan, found: tuple[Clash, ...]) -> tuple[str, str] | None:
    if found:
        is_pair = any(clash.kind in _BY_PAIR for clash in found)
        return ("warning-circle", "err") if is_pair else ("warning", "warn")
    if plan.state is PlanState.PLANNED:
        return ("warning", "warn") if lacking(schedule, plan) else None
    if lapsed(schedule, plan):
        return ("warning", "warn")
    return _MARKS.get(plan.state)


def _words(
    schedule: Schedule, plan: Plan, title: str, lines: tuple[Line, ...], found: Iterable[Clash]
) -> Iterable[str]:
    parts = [hours_words(plan.start, plan.end), title, *(line.text for line in lines)]
    yield ", ".join(parts)
    if plan.stands:
        yield state_words(plan)
        for problem in lacking(schedule, plan) if plan.state is PlanState.PLANNED else lapsed(schedule, plan):
            yield say(problem.message)
    if plan.staff:
        yield ", ".join(one.name for one in plan.staff)
    for clash in found:
        yield say(clash_sentence(schedule, clash, plan.id))
    if plan.override_reason:
        yield tr("Alasan: {reason} ({name})", reason=plan.override_reason, name=plan.override_by)


def _clashing_days(schedule: Schedule) -> frozenset[date]:
    days = {plan.id: plan.day for plan in schedule.around}
    pairs = (clash for clash in schedule.open_clashes if clash.kind in _BY_PAIR)
    return frozenset(days[shift] for clash in pairs for shift in clash.shifts)


def _foot(schedule: Schedule, day: date) -> Foot:
    kept, districts = standby_of(schedule, day)
    if not districts:
        return Foot("–")
    return Foot(tr("{n} dari {m}", n=kept, m=districts), "ok" if kept == districts else "warn")


def _notes(layout: Layout) -> tuple[dict[Cell, str], frozenset[Cell]]:
    """The day of each cell where weeks lie under each other, and the names of days that are not like others."""
    known, notes, shaded = layout.schedule.register, dict[Cell, str](), set[Cell]()
    if layout.view.mode is Mode.TEAM:
        for day in layout.days():
            cell, holiday = layout.cell_of_day(day), known.holiday(day)
            notes[cell] = f"{day.day}\n{holiday}".strip()
            if holiday or day.weekday() >= 5:
                shaded.add(cell)
    elif layout.view.mode is Mode.WEEK:
        for number, day in enumerate(layout.days()):
            if known.holiday(day):
                notes[0, number] = known.holiday(day)
    return notes, frozenset(shaded)
