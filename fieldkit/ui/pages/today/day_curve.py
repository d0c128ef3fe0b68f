"""The day against its target as a curve: counted so far, expected at this pace, needed from now on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from fieldkit.domain.shifts.incident import IncidentKind
from fieldkit.domain.shifts.outlook import Span, forecast, hours_in, left_of, needed_per_hour, reached_at
from fieldkit.store.queries.today.day import IncidentRow
from fieldkit.store.queries.today.page import DayShift, OpenDay
from fieldkit.ui.formats import clock, count, decimal
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.charts.curve import Axis, Curve, CurveLine
from fieldkit.ui.widgets.charts.strokes import Stroke
from fieldkit.work.instants import moment

_HOUR: Final = timedelta(hours=1)
_POINTS_AN_HOUR: Final = 12
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


def day_curve(day: OpenDay, now_utc: datetime) -> Curve:
    """What the chart shows; its sentence is `curve_words`."""
    zone = ZoneInfo(day.shift.time_zone)
    now, spans, target = now_utc.astimezone(zone), planned_spans(day), target_of(day)
    times = [moment(at).astimezone(zone) for _, at in day.recorded]
    first = min([now, *times[:1], *(start for start, _ in spans)])
    last = max([now, *times[-1:], *(end for _, end in spans)])

    def hour(at: datetime) -> float:
        return (at - first) / _HOUR

    so_far = _thinned([(0.0, 0.0), *((hour(at), float(number)) for number, at in enumerate(times, start=1))])
    here = (hour(now), float(len(times)))
    lines = [CurveLine((*so_far, here), label=tr("terekam"))]
    expected = forecast(len(times), pace_per_hour(day, now_utc), spans, now)
    if len(expected) > 1 and times:
        points = tuple((hour(at), people) for at, people in expected)
        lines.append(CurveLine(points, Stroke.DASHED, tr("laju kini")))
    needed = needed_per_hour(len(times), target, spans, now) if target else None
    if needed:
        points = tuple((hour(at), people) for at, people in forecast(len(times), needed, spans, now))
        lines.append(CurveLine(points, Stroke.DOTTED, tr("perlu {n}/jam", n=decimal(needed)), "warn"))
    highest = max([target, len(times), *(people for line in lines for _, people in line.points), 4])
    named = tuple((hour(at), clock(at)) for at in _marks(first, last, spans))
    across = Axis(0, hour(last), named, told=((hour(now), clock(now)),))
    return Curve(tuple(lines), across, _upward(highest, target), here, curve_words(day, now_utc))


def curve_words(day: OpenDay, now_utc: datetime) -> str:
    """Where the day is heading, with the time."""
    zone = ZoneInfo(day.shift.time_zone)
    now, spans, target, done = now_utc.astimezone(zone), planned_spans(day), target_of(day), len(day.recorded)
    left = left_of(spans, now)
    if target and done >= target:
        return tr("Target {target} tercapai, kini {n} orang.", target=count(target), n=count(done))
    if not left or not done:
        return tr("{n} orang sampai {time}.", n=count(done), time=clock(now))
    points = forecast(done, pace_per_hour(day, now_utc), spans, now)
    end, reached = clock(left[-1][1]), int(points[-1][1])
    when = reached_at(points, target) if target else None
    if when is not None:
        return tr("Laju kini: target {target} tercapai {time}.", target=count(target), time=clock(when))
    if not target:
        return tr("Laju kini: ± {n} orang pukul {time}.", n=count(reached), time=end)
    short = count(target - reached)
    return tr("Laju kini: ± {n} pukul {time}, kurang {m}.", n=count(reached), time=end, m=short)


def pace_per_hour(day: OpenDay, now_utc: datetime) -> float:
    """People an hour of this session, without the time that its incidents cost; a lost network costs none."""
    mine = [at for shift_id, at in day.recorded if shift_id == day.shift.id]
    opened = moment(day.shift.opened_at) if day.shift.opened_at else None
    ours = {day.shift.id}
    if opened is None or not mine:
        ours = {shift.id for shift in day.shifts}
        mine = [at for _, at in day.recorded]
        opened = moment(mine[0]) if mine else now_utc
    stops = [one for one in day.incidents_here if one.shift_id in ours and one.kind != IncidentKind.NETWORK]
    stood = [_lasted(one, now_utc) for one in stops]
    worked = hours_in([(opened, max(opened, now_utc))]) - hours_in(left_of(stood, opened))
    return len(mine) / max(worked, 0.5)


def _lasted(incident: IncidentRow, now_utc: datetime) -> Span:
    """From when to when work stood, up to now."""
    ended = moment(incident.ended_at) if incident.ended_at else now_utc
    return moment(incident.began_at), min(ended, now_utc)


def planned_spans(day: OpenDay) -> list[Span]:
    """The hours of the day's shifts at the site."""
    zone = ZoneInfo(day.shift.time_zone)
    return [_span(shift, date.fromisoformat(day.shift.day), zone) for shift in day.shifts]


def target_of(day: OpenDay) -> int:
    """The targets of the day's shifts together; 0 without any."""
    return sum(shift.target_count for shift in day.shifts)


def _thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The last point of every few minutes: more is not to be seen, and takes its time to paint."""
    return list({int(at * _POINTS_AN_HOUR): (at, people) for at, people in points}.values())


def _span(shift: DayShift, on: date, zone: ZoneInfo) -> Span:
    start = datetime.combine(on, time.fromisoformat(shift.planned_start), zone)
    end = datetime.combine(on, time.fromisoformat(shift.planned_end), zone)
    return start, end if end > start else end + timedelta(days=1)


def _marks(first: datetime, last: datetime, spans: list[Span]) -> list[datetime]:
    """Where shifts begin and end; the ends of the day where no shift is planned. None so close that names touch."""
    wanted = sorted({edge for span in spans for edge in span} or {first, last})
    wide, kept = (last - first) / 7, list[datetime]()
    for at in wanted:
        if not kept or at - kept[-1] >= wide:
            kept.append(at)
    return kept


def _upward(highest: float, target: int) -> Axis:
    step = next((step for step in _STEPS if highest / step <= 4), 2000)
    ticks = [float(value) for value in range(0, int(highest * 1.05) + 1, step)]
    if target:
        ticks = [value for value in ticks if abs(value - target) > step / 2] + [float(target)]
    return Axis(0, highest * 1.05, tuple((value, count(int(value))) for value in sorted(ticks)))
