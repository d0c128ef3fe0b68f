"""The three views: a day by hours, a week by teams, a team by weeks; where each shift lies, and where a move leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from fieldkit.store.queries.planning.register import Team
from fieldkit.store.queries.planning.schedule import Plan, Schedule
from fieldkit.ui.formats import day_month, day_short
from fieldkit.ui.language import tr
from fieldkit.ui.pages.schedule.faces import Cell, Head
from fieldkit.work.planning.plans import Move

WEEK_DAYS: Final = 7
_WEEKS_OF_TEAM: Final = 4
_DAY_MINUTES: Final = 24 * 60
_PARTS: Final = ((time(12), time(9)), (time(15), time(13)), (time(18), time(16)), (time.max, time(19)))
"""Until when each part of the day goes, and when a shift in it usually begins."""


class Mode(StrEnum):
    """Which view, in the order of the keys Alt+1 to Alt+3."""

    DAY = "day"
    WEEK = "week"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Free:
    """Where a new shift would be."""

    day: date
    team_id: str
    start: time


@dataclass(frozen=True)
class View:
    """What is looked at: from `first` on, in a mode; the team where only one is."""

    mode: Mode
    first: date
    team_id: str = ""

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.first + timedelta(days=self.days - 1)

    @property
    def days(self) -> int:
        """How many days are shown."""
        return {Mode.DAY: 1, Mode.WEEK: WEEK_DAYS, Mode.TEAM: WEEK_DAYS * _WEEKS_OF_TEAM}[self.mode]

    def turned(self, pages: int) -> View:
        """The days before or after; a team by its weeks."""
        step = WEEK_DAYS if self.mode is Mode.TEAM else self.days
        return replace(self, first=self.first + timedelta(days=pages * step))

    def showing(self, day: date) -> View:
        """Turned so that a day is in it."""
        if self.first <= day <= self.last:
            return self
        return replace(self, first=day if self.mode is Mode.DAY else monday_of(day))

    def in_mode(self, mode: Mode, day: date, team_id: str) -> View:
        """Another view around a day."""
        return View(mode, day if mode is Mode.DAY else monday_of(day), team_id)


@dataclass(frozen=True)
class Layout:
    """Rows and columns of a view."""

    view: View
    schedule: Schedule
    teams: tuple[str, ...]
    """Ids in the order of the rows; empty for shifts without a team."""

    def row_heads(self) -> tuple[Head, ...]:
        """Teams with their people, or weeks."""
        if self.view.mode is Mode.TEAM:
            return tuple(_week_head(self.view.first + timedelta(days=WEEK_DAYS * n)) for n in range(_WEEKS_OF_TEAM))
        return tuple(_team_head(team_id, self.schedule.register.team(team_id)) for team_id in self.teams)

    def column_heads(self, clashing: frozenset[date]) -> tuple[Head, ...]:
        """Days, or parts of one."""
        if self.view.mode is Mode.DAY:
            return tuple(Head(str(number), words) for number, words in enumerate(_part_words()))
        if self.view.mode is Mode.TEAM:
            days = [self.view.first + timedelta(days=number) for number in range(WEEK_DAYS)]
            return tuple(Head(str(day.weekday()), day_short(day).split(" ")[0]) for day in days)
        return tuple(self._day_head(day, clashing) for day in self.days())

    def days(self) -> list[date]:
        """The days that are shown."""
        return [self.view.first + timedelta(days=number) for number in range(self.view.days)]

    def cell_of(self, plan: Plan) -> Cell | None:
        """Where a shift lies; None where this view does not show it."""
        if self.view.mode is Mode.TEAM:
            away = (plan.day - self.view.first).days
            is_here = plan.team_id == self.view.team_id and 0 <= away < self.view.days
            return divmod(away, WEEK_DAYS) if is_here else None
        row = self._row_of(plan.team_id)
        if self.view.mode is Mode.DAY:
            return (row, _part_of(plan.start)) if plan.day == self.view.first else None
        away = (plan.day - self.view.first).days
        return (row, away) if 0 <= away < WEEK_DAYS else None

    def cell_of_day(self, day: date) -> Cell:
        """The cell of a day where days are not columns."""
        return divmod((day - self.view.first).days, WEEK_DAYS)

    def free(self, cell: Cell) -> Free:
        """Where a new shift in a cell would be: at the usual hour that is free there."""
        row, column = cell
        if self.view.mode is Mode.TEAM:
            day, team_id = self.view.first + timedelta(days=WEEK_DAYS * row + column), self.view.team_id
        else:
            day = self.view.first + timedelta(days=0 if self.view.mode is Mode.DAY else column)
            team_id = self.teams[row] if self.teams else ""
        if self.view.mode is Mode.DAY:
            return Free(day, team_id, _PARTS[column][1])
        return Free(day, team_id, self._usual_start(day, team_id))

    def move_into(self, plan: Plan, cell: Cell) -> Move:
        """A shift put into another cell."""
        free, here = self.free(cell), self.cell_of(plan)
        same_part = self.view.mode is not Mode.DAY or (here is not None and here[1] == cell[1])
        return moved(plan, day=free.day, team_id=free.team_id, start=plan.start if same_part else free.start)

    def step(self, plan: Plan, rows: int, columns: int) -> Move:
        """A shift moved by keys: also into the days before and after, but not beyond the last team."""
        if self.view.mode is Mode.TEAM:
            return moved(plan, day=plan.day + timedelta(days=columns + WEEK_DAYS * rows))
        row = min(max(self._row_of(plan.team_id) + rows, 0), max(len(self.teams) - 1, 0))
        team_id = self.teams[row] if self.teams else plan.team_id
        if self.view.mode is Mode.WEEK:
            return moved(plan, day=plan.day + timedelta(days=columns), team_id=team_id)
        part = min(max(_part_of(plan.start) + columns, 0), len(_PARTS) - 1)
        start = _PARTS[part][1] if part != _part_of(plan.start) else plan.start
        return moved(plan, team_id=team_id, start=start)

    def _row_of(self, team_id: str) -> int:
        return self.teams.index(team_id) if team_id in self.teams else len(self.teams) - 1

    def _usual_start(self, day: date, team_id: str) -> time:
        taken = [plan for plan in self.schedule.plans if plan.day == day and plan.team_id == team_id and plan.stands]
        usual = (time(9), time(16), time(19))
        return next((start for start in usual if not any(_covers(plan, start) for plan in taken)), time(13))

    def _day_head(self, day: date, clashing: frozenset[date]) -> Head:
        words = day_short(day)
        # The month is told where it begins, and on the first day that is shown nowhere else.
        title = words if day.day == 1 else words.rpartition(" ")[0]
        shaded = day.weekday() >= 5 or bool(self.schedule.register.holiday(day))
        return Head(day.isoformat(), title, shaded=shaded, tone="err" if day in clashing else "")


def layout_of(view: View, schedule: Schedule) -> Layout:
    """The rows that a view needs: teams at work, and those that have shifts all the same."""
    known = schedule.register
    used = {plan.team_id for plan in schedule.plans}
    teams = [team.id for team in known.teams if team.is_active or team.id in used]
    if not teams or used - set(teams):
        teams.append("")
    return Layout(view, schedule, tuple(teams))


def monday_of(day: date) -> date:
    """The Monday of a week."""
    return day - timedelta(days=day.weekday())


def moved(
    plan: Plan,
    *,
    day: date | None = None,
    team_id: str | None = None,
    start: time | None = None,
    set_code: str | None = None,
) -> Move:
    """A shift elsewhere, as long as it is."""
    begins = start or plan.start
    end = (datetime.combine(date(2000, 1, 1), begins) + timedelta(minutes=_length_minutes(plan))).time()
    return Move(
        day or plan.day,
        begins,
        end,
        plan.team_id if team_id is None else team_id,
        plan.set_code if set_code is None else set_code,
    )


def later(plan: Plan, hours: int) -> Move:
    """A shift begun so many hours later, on the same day."""
    minutes = plan.start.hour * 60 + plan.start.minute + 60 * hours
    minutes = min(max(minutes, 0), _DAY_MINUTES - 60)
    return moved(plan, start=time(minutes // 60, minutes % 60))


def _length_minutes(plan: Plan) -> int:
    begins, ends = (moment.hour * 60 + moment.minute for moment in (plan.start, plan.end))
    return (ends - begins) % _DAY_MINUTES


def _covers(plan: Plan, start: time) -> bool:
    if plan.end <= plan.start:
        return plan.start <= start
    return plan.start <= start < plan.end


def _part_of(start: time) -> int:
    return next(number for number, (until, _) in enumerate(_PARTS) if start < until)


def _part_words() -> Sequence[str]:
    return (tr("Pagi, sampai 12.00"), tr("Siang, 12.00–15.00"), tr("Sore, 15.00–18.00"), tr("Malam, dari 18.00"))


def _team_head(team_id: str, team: Team | None) -> Head:
    if team is None:
        return Head(team_id, tr("Tanpa tim"))
    names = [member.name.split(" ")[0] for member in team.members]
    lines = [", ".join(names[at : at + 2]) for at in range(0, len(names), 2)]
    return Head(team_id, team.name, ",\n".join(lines))


def _week_head(first: date) -> Head:
    return Head(first.isoformat(), day_month(first), tr("– {day}", day=day_month(first + timedelta(days=6))))
