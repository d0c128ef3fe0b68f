"""The way to the target as a curve: recorded so far, expected at this pace, needed until the last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from math import floor
from typing import Final

from fieldkit.domain.lists.outlook import Pace
from fieldkit.store.queries.coverage.page import CoverageView
from fieldkit.ui.formats import count, decimal
from fieldkit.ui.language import tr
from fieldkit.ui.pages.coverage.wording import near_day, outlook_text, per_day_text, target_text
from fieldkit.ui.widgets.charts.curve import EMPTY, Axis, Curve, CurveLine
from fieldkit.ui.widgets.charts.strokes import Stroke

_DAYS_BACK: Final = 45
_DAYS_AHEAD: Final = 180
_AFTER_LIMIT: Final = 45
_STEPS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25)
_MOST_TICKS: Final = 4
_WEEK: Final = 7
_APART: Final = 6
"""Days that are named stand at least so great a part of the axis apart, as one of so many."""


def coverage_curve(view: CoverageView) -> Curve:
    """What the chart shows; its sentence is `outlook_text`."""
    if not view.whole.standing.whole:
        return EMPTY
    return _Drawing(view).curve()


class _Drawing:
    """One view on its way onto the axes: days as their ordinals, shares in percent."""

    def __init__(self, view: CoverageView) -> None:
        self._view = view
        self._standing, self._outlook = view.whole.standing, view.outlook
        self._goal = float(view.target)
        self._until = self._outlook.pace.until
        self._share = 100 * self._standing.recorded / self._standing.whole
        self._first = self._first_day()
        self._last = self._last_day()

    def curve(self) -> Curve:
        """All of it."""
        lines = [CurveLine(tuple(self._so_far()), label=tr("terekam")), *self._ahead()]
        lowest = min(y for line in lines for _, y in line.points)
        now, met = (float(self._until.toordinal()), self._share), self._outlook.met_on
        by = self._outlook.by
        limit = (
            (by.toordinal(), tr("batas {day}", day=near_day(by, self._view.today))) if self._shows(by) and by else None
        )
        return Curve(
            tuple(lines),
            self._across(),
            self._upward(lowest),
            now,
            outlook_text(self._view)[0],
            self._goal,
            limit,
            (met.toordinal(), self._goal) if self._outlook.to_go and met and self._shows(met) else None,
            _share_text,
        )

    def _first_day(self) -> date:
        recorded = [day for day, people in self._view.by_day.items() if people]
        began = min(recorded, default=self._until) - timedelta(days=1)
        base = self._standing.base
        return max(base.as_of if base else began, self._until - timedelta(days=_DAYS_BACK))

    def _last_day(self) -> date:
        """So far that the goal is seen where it is near, and else a while behind the last day of the campaign."""
        found = self._outlook
        ends = [self._until, *([found.by] if found.by else [])]
        is_near = found.met_on is not None and (found.met_on - self._until).days <= _DAYS_AHEAD
        last = max([*ends, found.met_on]) if is_near and found.met_on else max(ends) + timedelta(days=_AFTER_LIMIT)
        return last + timedelta(days=max(2, (last - self._first).days // 18))

    def _shows(self, day: date | None) -> bool:
        return day is not None and self._until <= day <= self._last

    def _so_far(self) -> Iterable[tuple[float, float]]:
        """Backwards from what is known now, so that the curve ends where the figures stand."""
        points, recorded, day = [], self._standing.recorded, self._until
        recorded -= sum(people for on, people in self._view.by_day.items() if on > day)
        while day >= min(self._first, self._until):
            points.append((float(day.toordinal()), 100 * recorded / self._standing.whole))
            recorded -= self._view.by_day.get(day, 0)
            day -= timedelta(days=1)
        return reversed(points)

    def _ahead(self) -> Iterable[CurveLine]:
        found, here = self._outlook, (float(self._until.toordinal()), self._share)
        if not found.to_go:
            return
        if found.pace.people:
            label = tr("laju kini {n}/hari", n=per_day_text(found.pace.per_day))
            end = self._reached_at(found.pace)
            yield CurveLine((here, end), Stroke.DASHED, label, band=self._band())
        if found.needed is not None and found.by is not None:
            there = (float(found.by.toordinal()), self._goal)
            yield CurveLine((here, there), Stroke.DOTTED, tr("perlu {n}/hari", n=count(found.needed)), "warn")

    def _reached_at(self, pace: Pace) -> tuple[float, float]:
        """Where a pace meets the goal, or the end of the axis."""
        rise = float(pace.per_day) * 100 / self._standing.whole
        last = float(self._last.toordinal())
        days = min((self._goal - self._share) / rise, last - self._until.toordinal()) if rise else 0.0
        return self._until.toordinal() + days, self._share + rise * days

    def _band(self) -> tuple[tuple[float, float, float], ...]:
        weeks = self._view.band
        if weeks is None:
            return ()
        begin, last = float(self._until.toordinal()), float(self._last.toordinal())
        places = sorted({begin, last, *(self._reached_at(week)[0] for week in weeks if week.people)})
        return tuple((x, self._at(weeks[0].per_day, x - begin), self._at(weeks[1].per_day, x - begin)) for x in places)

    def _at(self, per_day: Decimal, days: float) -> float:
        return min(self._goal, self._share + float(per_day) * days * 100 / self._standing.whole)

    def _across(self) -> Axis:
        """The days that matter are named; of two that would touch, the one that matters less is not."""
        found, span = self._outlook, (self._last - self._first).days
        wanted = [self._until, *(day for day in (found.by, found.met_on) if self._shows(day) and day), self._first]
        kept: list[date] = []
        for day in wanted:
            if all(abs((day - other).days) >= span / _APART for other in kept):
                kept.append(day)
        ticks = tuple((float(day.toordinal()), near_day(day, self._view.today)) for day in sorted(kept))
        weeks = range(self._until.toordinal(), self._first.toordinal() - 1, -_WEEK)
        told = tuple((float(day), near_day(date.fromordinal(day), self._view.today)) for day in weeks)
        return Axis(float(self._first.toordinal()), float(self._last.toordinal()), ticks, told)

    def _upward(self, lowest: float) -> Axis:
        top = max(self._goal, self._share)
        step = next((step for step in _STEPS if (top - lowest) / step <= _MOST_TICKS), 50)
        low = max(0.0, floor(lowest / step) * step)
        count_of = round((self._goal - low) / step) + 1
        ticks = [low + step * number for number in range(count_of)]
        named = [(value, _tick(value, step)) for value in ticks if self._goal - value > step * 0.6]
        return Axis(low, top + (top - low) * 0.06, (*named, (self._goal, target_text(self._view.target))))


def _share_text(share: float) -> str:
    return f"{decimal(share, 2)} %"


def _tick(value: float, step: float) -> str:
    return decimal(value, 0 if step >= 1 else 1)
