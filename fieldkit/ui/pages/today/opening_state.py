"""The form that opens a shift, as it is kept while it is filled in, and the command that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import chain, count
from typing import Final

import msgspec

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.text import text
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.store.queries.people import AppUser
from fieldkit.store.queries.shifts import PlannedShift
from fieldkit.store.queries.today.page import Opening
from fieldkit.work.instants import at_site
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.opening import OpenShift

HELPER_ROLE: Final = "Pendamping"
"""Role of somebody who is there and does not sign in, such as a village officer."""
_SHIFT_HOURS: Final = 3
_NAMES: Final = ((12, "Shift pagi"), (15, "Shift siang"), (18, "Shift sore"))
_EVENING: Final = "Shift malam"
_COUNTER_HOURS: Final = ("08:00", "16:00")


@dataclass(frozen=True, slots=True)
class OpeningState:
    """What the form says. `plan_id` is empty for a shift that nobody planned."""

    plan_id: str = ""
    kind: str = SessionKind.SHIFT.value
    day: str = ""
    name: str = ""
    site_name: str = ""
    village: str = ""
    start: str = ""
    end: str = ""
    time_zone: str = OFFICE_ZONE
    target: int | None = None
    blanks: int | None = None
    present: tuple[str, ...] = ()
    others: str = ""
    set_code: str = ""


def encoded(state: OpeningState) -> str:
    """The state as it is kept."""
    return msgspec.json.encode(state).decode()


def decoded(content: str | None) -> OpeningState | None:
    """The state that was kept; None where there is none, or another version of FieldKit wrote it."""
    try:
        return msgspec.json.decode(content, type=OpeningState) if content else None
    except msgspec.DecodeError:
        return None


def next_plan(opening: Opening, now_utc: datetime) -> PlannedShift | None:
    """The planned shift that is to be opened now: the first one not opened that is not over."""
    waiting = [plan for plan in opening.plans if not plan.is_opened]
    to_come = [plan for plan in waiting if time.fromisoformat(plan.planned_end) > _time_at(now_utc, plan.time_zone)]
    return next(iter(to_come or waiting), None)


def from_plan(plan: PlannedShift, user: AppUser) -> OpeningState:
    """The form for a planned shift, with whoever opens it present."""
    return OpeningState(
        plan_id=plan.id,
        day=plan.day,
        name=plan.name,
        site_name=plan.site_name,
        village=plan.village,
        start=plan.planned_start,
        end=plan.planned_end,
        time_zone=plan.time_zone,
        target=plan.target_count,
        set_code=plan.set_code,
        present=(user.id,),
    )


def unplanned(opening: Opening, user: AppUser, now_utc: datetime) -> OpeningState:
    """The form for a shift that nobody planned: now, where the last one was."""
    last = opening.last
    now = at_site(now_utc, opening.time_zone)
    start = now.time().replace(minute=now.minute // 30 * 30)
    village = last.village if last else next(iter(opening.villages), "")
    return OpeningState(
        day=now.date().isoformat(),
        name=_free_name(opening, now),
        site_name=last.site_name if last and last.village == village else "",
        village=village,
        start=start.isoformat("minutes"),
        end=start.replace(hour=min(23, start.hour + _SHIFT_HOURS)).isoformat("minutes"),
        time_zone=opening.time_zone,
        present=(user.id,),
        set_code=opening.sets.last,
    )


def _free_name(opening: Opening, now: datetime) -> str:
    """By the time of the day, and with a number where a shift of the day is called so already."""
    usual = next((name for until, name in _NAMES if now.hour < until), _EVENING)
    last, day = opening.last, now.date().isoformat()
    taken = {plan.name.casefold() for plan in opening.plans if plan.day == day}
    taken |= {last.name.casefold()} if last is not None and last.day == day else set()
    numbered = (f"{usual} {number}" for number in count(2))
    return next(name for name in chain([usual], numbered) if name.casefold() not in taken)


def counter(opening: Opening, user: AppUser, now_utc: datetime, site_name: str) -> OpeningState:
    """The form for a session at the standby set of a district: through the office day, without a target of its own."""
    usual = unplanned(opening, user, now_utc)
    start, end = _COUNTER_HOURS
    at_home = replace(usual, kind=SessionKind.COUNTER.value, set_code=opening.sets.standby)
    return replace(at_home, name="Loket", site_name=site_name, start=start, end=end)


def on_day(state: OpeningState, day: date) -> OpeningState:
    """The same form for the day of the laptop, which the lead confirms or changes."""
    return replace(state, day=day.isoformat())


def command_of(state: OpeningState, users: tuple[AppUser, ...]) -> OpenShift:
    """The command that opens the shift; RuleError names every answer that is missing."""
    problems = [problem for problem in _problems(state) if problem]
    if problems:
        raise RuleError(*problems)
    return OpenShift(
        plan_id=state.plan_id or None,
        day=date.fromisoformat(state.day),
        name=state.name.strip(),
        site_name=state.site_name.strip(),
        village=state.village,
        planned_start=state.start,
        planned_end=state.end,
        time_zone=state.time_zone,
        target_count=state.target or 0,
        blanks_taken=state.blanks or 0,
        present=_present(state, users),
        kind=SessionKind(state.kind),
        set_code=state.set_code,
    )


def _present(state: OpeningState, users: tuple[AppUser, ...]) -> tuple[Attendant, ...]:
    known = [Attendant(user.name, user.role, user.id) for user in users if user.id in state.present]
    typed = [" ".join(name.split()) for name in state.others.split(",")]
    return (*known, *(Attendant(name, HELPER_ROLE) for name in typed if name))


def _problems(state: OpeningState) -> list[Problem | None]:
    return [
        None if state.day else Problem("day", "no_day", text("Hari kerja belum dipastikan. Tulis tanggal hari ini.")),
        None
        if state.name.strip()
        else Problem("name", "no_name", text("Nama shift belum diisi, misalnya Shift sore.")),
        None if state.village else Problem("village", "no_village", text("Kelurahan atau desa belum dipilih.")),
        None
        if state.site_name.strip()
        else Problem("site_name", "no_site", text("Tempat belum diisi. Di mana mejanya?")),
        None if state.start else Problem("start", "no_start", text("Jam mulai belum diisi, misalnya 16.00.")),
        None if state.end else Problem("end", "no_end", text("Jam selesai belum diisi, misalnya 19.00.")),
        None if state.blanks is not None else _no_blanks(),
    ]


def _no_blanks() -> Problem:
    return Problem(
        "blanks", "no_blanks", text("Blangko dibawa belum diisi. Hitung kepingnya; kalau tidak membawa, tulis 0.")
    )


def _time_at(now_utc: datetime, time_zone: str) -> time:
    return at_site(now_utc, time_zone).time()
