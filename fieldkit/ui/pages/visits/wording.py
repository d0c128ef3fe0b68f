"""What the page of home visits says of people, stops and time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from fieldkit.domain.people.person import age_on
from fieldkit.domain.visits.plan import RouteLoad, StopPlace, access_label, need_label, place_label
from fieldkit.domain.visits.visit import next_step_label, visit_outcome_label
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.queries.visits.requests import VisitRequest
from fieldkit.store.queries.visits.route import Met, Stop, Waiting
from fieldkit.ui.formats import clock, day_month
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.wording import neighbourhood, sex_long
from fieldkit.work.instants import at_site, moment

Badged = tuple[str, str] | None


def minutes_words(minutes: int) -> str:
    """A span of minutes: "45 mnt", from an hour on "2 j 55 mnt"."""
    if minutes < 60:
        return tr("{n} mnt", n=minutes)
    return tr("{h} j {m} mnt", h=minutes // 60, m=minutes % 60)


def joined(*parts: str) -> str:
    """The parts that say something, one behind the other."""
    return " · ".join(filter(None, parts))


def waiting_second(each: Waiting) -> str:
    """Under the name of somebody who waits."""
    asked = each.request
    return joined(rt_rw(asked.rt, asked.rw), tr("{n} mnt", n=each.minutes), wish_words(asked), asked.address)


def rt_rw(rt: str, rw: str) -> str:
    """RT and RW as lists write them, 001/003: where a line is short, what stands behind must be read too."""
    return f"{rt}/{rw}" if rt and rw else neighbourhood(rt, rw)


def wish_words(asked: VisitRequest) -> str:
    """The day for which the visit is asked."""
    return tr("minta {day}", day=day_month(date.fromisoformat(asked.wished_for))) if asked.wished_for else ""


def waiting_badge(each: Waiting) -> Badged:
    """What matters first of somebody who waits: a card to bring, the reason, that somebody was there before."""
    if each.request.card_request_id:
        return tr("Antar kartu"), "info"
    if each.need:
        return say(need_label(each.need)), "mute"
    if each.request.tries:
        return tr("Ke-{n}", n=each.request.tries + 1), "warn"
    return None


def stop_title(stop: Stop) -> str:
    """Whose house it is, or where it stands."""
    return stop.host_name or stop.address or say(place_label(stop.place_kind))


def stop_second(stop: Stop, *, is_one_of_pairs: bool = True) -> str:
    """Under it: what it is, address, way, and the pair where several go; once nobody is left there, whom they met."""
    if stop.is_done:
        return _who_was_met(stop)
    kind = say(place_label(stop.place_kind)) if stop.place_kind != StopPlace.HOME else ""
    where = stop.address if stop_title(stop) != stop.address else ""
    way = say(access_label(stop.access)) if stop.access else ""
    return joined(kind, where, rt_rw(stop.rt, stop.rw), way, stop.leader_name if is_one_of_pairs else "")


def _who_was_met(stop: Stop) -> str:
    """The badge tells what came of a single person; several have lines of their own, once the stop is opened."""
    if len(stop.people) > 1:
        return tr("{n} orang didatangi", n=len(stop.people))
    (met,) = stop.people
    return joined(met.name if met.name != stop_title(stop) else "", stop.address, rt_rw(stop.rt, stop.rw))


def outcomes_line(stop: Stop) -> str:
    """What came of everybody who was met at a stop."""
    met = [each for each in stop.people if not each.is_left]
    return joined(*(f"{each.name}: {say(visit_outcome_label(each.outcome))}" for each in met))


def stop_minutes(stop: Stop) -> str:
    """How long the people who are left there take."""
    return tr("{n} mnt", n=sum(stop.minutes_left)) if stop.minutes_left else "–"


def stop_badge(stop: Stop) -> Badged:
    """How far the stop is."""
    if not stop.people:
        return tr("Kosong"), "warn"
    if stop.is_done:
        return met_badge(stop.people[0]) if len(stop.people) == 1 else (tr("Selesai"), "ok")
    return tr("{n} orang", n=len(stop.minutes_left)), "info"


def met_second(met: Met) -> str:
    """Under the name of somebody on the route."""
    if met.is_left:
        card = tr("kartu siap diantar") if met.card_request_id else ""
        return joined(say(need_label(met.need)) if met.need else "", card) or tr("perkiraan {n} mnt", n=met.minutes)
    return say(next_step_label(met.next_step))


def met_minutes(met: Met) -> str:
    """How long it takes, or took."""
    return tr("{n} mnt", n=met.minutes) if met.minutes else "–"


def met_badge(met: Met) -> Badged:
    """What came of it; nothing while somebody waits."""
    if met.is_left:
        return (tr("Antar kartu"), "info") if met.card_request_id else None
    word = say(visit_outcome_label(met.outcome))
    if met.outcome.startswith("recorded"):
        return word, "ok"
    return word, "err" if met.outcome in {"deceased", "moved"} else "warn"


def person_line(asked: VisitRequest, on: date) -> str:
    """Who somebody is."""
    born = date.fromisoformat(asked.birth_date) if asked.birth_date else None
    age = tr("{age} th", age=age_on(born, on)) if born else ""
    return joined(sex_long(asked.sex), age, asked.address, neighbourhood(asked.rt, asked.rw))


def asked_line(asked: VisitRequest, time_zone: str) -> str:
    """Who asks, and since when."""
    day = day_month(at_site(moment(asked.at), time_zone).date())
    return joined(tr("Diminta {who}, {day}", who=asked.asked_by or "–", day=day), wish_words(asked))


def way_line(asked: VisitRequest) -> str:
    """How to get to the house."""
    way = say(access_label(asked.access)) if asked.access else ""
    return joined(way, asked.access_note)


def tried_line(asked: VisitRequest, time_zone: str) -> str:
    """The last attempt since; empty where there was none."""
    if not asked.outcome:
        return ""
    day = day_month(at_site(moment(asked.tried_at), time_zone).date())
    said = tr("Kunjungan {day}: {outcome}", day=day, outcome=say(visit_outcome_label(asked.outcome)))
    return joined(said, asked.attempt_note)


def load_line(load: RouteLoad, whose: str = "") -> str:
    """The sum of what is left: people and ways; whose, where several pairs go."""
    said = _load_words(load)
    return tr("{who}: {load}", who=whose, load=said) if whose else said


def _load_words(load: RouteLoad) -> str:
    if not load.people:
        return tr("Belum ada yang direncanakan")
    return tr(
        "{people} orang {their} mnt + {stops} perjalanan {way} mnt = {all} mnt",
        people=load.people,
        their=load.people_minutes,
        stops=load.stops,
        way=load.way_minutes,
        all=load.minutes,
    )


def time_line(shift: Shift | None, shift_minutes: int | None, typed: int | None, battery: int | None) -> str:
    """What time there is, and from where that is known."""
    parts = []
    if typed is not None:
        parts.append(tr("waktu kunjungan {minutes}", minutes=minutes_words(typed)))
    elif shift is not None and shift_minutes is not None:
        end = clock(time.fromisoformat(shift.planned_end))
        parts.append(tr("sampai {end} tinggal {minutes}", end=end, minutes=minutes_words(max(shift_minutes, 0))))
    if battery is not None:
        parts.append(tr("baterai {minutes}", minutes=minutes_words(battery)))
    return joined(*parts) or tr("Waktunya belum diketahui. Tulis berapa menit untuk kunjungan.")


def minutes_to_end(shift: Shift | None, now: datetime) -> int | None:
    """Minutes until the planned end of the shift; None without one."""
    if shift is None:
        return None
    here, day = at_site(now, shift.time_zone), date.fromisoformat(shift.day)
    ends = datetime.combine(day, time.fromisoformat(shift.planned_end), here.tzinfo)
    if shift.planned_end <= shift.planned_start:
        ends += timedelta(days=1)
    return int((ends - here).total_seconds() // 60)
