"""The figures of the day in words and bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from fieldkit.domain.lists.coverage import percent
from fieldkit.domain.shifts.incident import IncidentKind, incident_sentence, minutes_lost
from fieldkit.domain.shifts.pace import minutes_each
from fieldkit.store.queries.today.day import IncidentRow, QueueTally
from fieldkit.store.queries.today.page import DayShift, OpenDay
from fieldkit.ui.formats import capital, clock, count, decimal, percent_text
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.charts.bars import Bar
from fieldkit.work.instants import at_site, moment

HALF_HOUR: Final = timedelta(minutes=30)
INCIDENT_ICONS: Final[Mapping[str, str]] = {
    IncidentKind.NETWORK: "wifi-slash",
    IncidentKind.POWER: "lightning-slash",
    IncidentKind.DEVICE: "wrench",
    IncidentKind.STOCK: "stack",
    IncidentKind.WEATHER: "cloud-rain",
    IncidentKind.FEW_PEOPLE: "users",
}
_OTHER_INCIDENT: Final = "warning"
_SHOWN_FROM_MINUTES: Final = 5
"""A shorter incident does not colour the half hour that it fell into."""


@dataclass(frozen=True, slots=True)
class TileWords:
    """What a tile says."""

    figure: str
    unit: str
    foot: str
    share: float | None = None
    tone: str = ""


def recorded_tile(day: OpenDay, now_utc: datetime) -> TileWords:
    """Recorded today against the targets of the day's shifts, with each shift's part."""
    target = sum(shift.target_count for shift in day.shifts)
    recorded = len(day.recorded)
    unit = tr("dari target {n}", n=count(target)) if target else tr("orang")
    share = recorded / target if target else None
    return TileWords(count(recorded), unit, shift_split(day, now_utc), share)


def shift_split(day: OpenDay, now_utc: datetime) -> str:
    """How many each shift recorded: Pagi 60 · sore 22 sampai 17.16."""
    per_shift = Counter(shift_id for shift_id, _ in day.recorded)
    parts = [f"{short_name(shift.name)} {per_shift[shift.id]}" for shift in day.shifts if shift.id]
    now = clock(at_site(now_utc, day.shift.time_zone))
    return tr("{parts} sampai {time}", parts=capital(" · ".join(parts)), time=now)


def left_tile(day: OpenDay) -> TileWords:
    """Who is left on the list of the village."""
    counts = day.list_counts
    if not counts.total:
        return TileWords("–", "", tr("Daftar belum ada di laptop ini"))
    done = percent_text(percent(counts.recorded, counts.total))
    gone, proposed = counts.away + counts.approved, counts.proposed
    parts = [done if gone or proposed else tr("{percent} selesai", percent=done)]
    parts += [tr("{n} tak dihitung", n=count(gone))] if gone else []
    parts += [tr("{n} usulan", n=count(proposed))] if proposed else []
    foot = " · ".join(parts)
    return TileWords(
        count(counts.left), tr("dari {n} orang", n=count(counts.total)), foot, counts.recorded / counts.total
    )


def queue_tile(queue: QueueTally, now_utc: datetime) -> TileWords:
    """How many wait, how long the first one has, and how long one person takes."""
    parts = []
    if queue.oldest_at:
        parts.append(tr("Terlama {n} mnt", n=minutes_since(queue.oldest_at, now_utc)))
    pace = minutes_each(queue.ended)
    if pace is not None:
        parts.append(tr("{n} mnt per orang", n=decimal(pace)))
    nothing = tr("{n} orang selesai", n=count(len(queue.ended))) if queue.ended else tr("Belum ada yang dilayani")
    foot = capital(" · ".join(parts)) or nothing
    unit = tr("menunggu · {n} dilayani", n=queue.in_service) if queue.in_service else tr("menunggu")
    return TileWords(str(queue.waiting), unit, foot)


def minutes_since(instant: str, now_utc: datetime) -> int:
    """Whole minutes since an instant; 0 where a clock was set back."""
    return minutes_lost(moment(instant), None, now_utc)


def short_name(name: str) -> str:
    """A shift as part of a sentence: sore for Shift sore."""
    bare = name.strip()
    return bare[6:] if bare.lower().startswith("shift ") else bare


def half_hours(day: OpenDay, now_utc: datetime) -> list[datetime]:
    """The half hours of the day's shifts at the site, and those outside of them in which somebody was recorded."""
    zone = ZoneInfo(day.shift.time_zone)
    planned = {start for shift in day.shifts for start in _planned_half_hours(shift, day.shift.day, zone)}
    done = {_half_hour_of(moment(at).astimezone(zone)) for _, at in day.recorded}
    return sorted(planned | done)


def bars(day: OpenDay, now_utc: datetime) -> list[Bar]:
    """One bar a half hour, a gap where the day has a break."""
    zone = ZoneInfo(day.shift.time_zone)
    now = now_utc.astimezone(zone)
    tally = Counter(_half_hour_of(moment(at).astimezone(zone)) for _, at in day.recorded)
    found: list[Bar] = []
    before: datetime | None = None
    for start in half_hours(day, now_utc):
        if before is not None and start - before > HALF_HOUR:
            found.append(Bar("", None, gap=True))
        found.append(_bar(start, tally[start], now, _incident_in(day.incidents_here, start, now_utc)))
        before = start
    return found


def needed_pace(day: OpenDay) -> float | None:
    """People a half hour that it takes to reach the targets of the day; None without a target."""
    target = sum(shift.target_count for shift in day.shifts)
    zone = ZoneInfo(day.shift.time_zone)
    slots = {start for shift in day.shifts for start in _planned_half_hours(shift, day.shift.day, zone)}
    return target / len(slots) if target and slots else None


def needed_words(pace: float | None) -> str:
    """The label on the line."""
    return "" if pace is None else tr("perlu {n} per ½ jam", n=decimal(pace))


def loss_words(day: OpenDay, now_utc: datetime) -> str:
    """What the last stop of the work cost, at the pace of the undisturbed half hours; empty where there was none."""
    stops = [one for one in day.incidents_here if one.kind != IncidentKind.NETWORK]
    if not stops:
        return ""
    last = stops[-1]
    minutes = _minutes(last, now_utc)
    span = incident_span(last, day.shift.time_zone)
    what = say(incident_sentence(last.kind))
    sentence = f"{span} {what[:1].lower()}{what[1:]}"
    lost = int(_undisturbed_pace(day, now_utc) * minutes / 30)
    return tr("{incident}: kehilangan ± {n} orang", incident=sentence, n=lost) if lost else sentence


def incident_span(incident: IncidentRow, time_zone: str) -> str:
    """From when to when, at the site."""
    began = clock(at_site(moment(incident.began_at), time_zone))
    return f"{began}–{clock(at_site(moment(incident.ended_at), time_zone)) if incident.ended_at else ''}"


def _minutes(incident: IncidentRow, now_utc: datetime) -> int:
    ended = moment(incident.ended_at) if incident.ended_at else None
    return minutes_lost(moment(incident.began_at), ended, now_utc)


def _undisturbed_pace(day: OpenDay, now_utc: datetime) -> float:
    past = [bar.value for bar in bars(day, now_utc) if bar.value is not None and not bar.now and not bar.icon]
    return sum(past) / len(past) if past else 0.0


def _bar(start: datetime, people: int, now: datetime, incident: IncidentRow | None) -> Bar:
    label = clock(start)
    if start > now:
        return Bar(label, people or None)
    icon = INCIDENT_ICONS.get(incident.kind, _OTHER_INCIDENT) if incident else None
    return Bar(label, people, tone="warn" if incident else "", icon=icon, now=now < start + HALF_HOUR)


def _incident_in(incidents: Iterable[IncidentRow], start: datetime, now_utc: datetime) -> IncidentRow | None:
    """The incident that took some of a half hour; a lost network stops nobody."""
    for incident in incidents:
        began = moment(incident.began_at)
        ended = moment(incident.ended_at) if incident.ended_at else now_utc
        shared = min(ended, start + HALF_HOUR) - max(began, start)
        if incident.kind != IncidentKind.NETWORK and shared >= timedelta(minutes=_SHOWN_FROM_MINUTES):
            return incident
    return None


def _planned_half_hours(shift: DayShift, day: str, zone: ZoneInfo) -> Sequence[datetime]:
    on = date.fromisoformat(day)
    start = _half_hour_of(datetime.combine(on, time.fromisoformat(shift.planned_start), zone))
    end = datetime.combine(on, time.fromisoformat(shift.planned_end), zone)
    if end <= start:
        end += timedelta(days=1)
    return [start + HALF_HOUR * number for number in range(-((start - end) // HALF_HOUR))]


def _half_hour_of(at: datetime) -> datetime:
    return at.replace(minute=at.minute // 30 * 30, second=0, microsecond=0)
