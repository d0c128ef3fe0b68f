"""The day as planned and as it is: its sessions, the week around it, and who of the team is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.roles import role_label
from fieldkit.domain.shifts.attendance import Presence
from fieldkit.domain.shifts.deviation import Course, Deviation, deviation
from fieldkit.store.queries.people import AppUser
from fieldkit.store.queries.today.page import OpenDay
from fieldkit.store.queries.today.sessions import DayTally, Session
from fieldkit.ui.formats import clock, count, day_short, hours
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.pages.today.opening_state import HELPER_ROLE
from fieldkit.ui.rows.steady import SteadyList
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.charts.week import WeekDay, WeekStrip
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.form_scroll import FormScroll
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, rule, stretched
from fieldkit.ui.widgets.rows import RowItem
from fieldkit.work.instants import at_site, moment
from fieldkit.work.shifts.attendance import Attendant

_ABSENT = "absent:"


class SessionsPanel(QWidget):
    """Two lists and a strip; a name comes in at the foot."""

    left = Signal(object)
    returned = Signal(object)
    arrived = Signal(object)
    withdrawn = Signal(str)
    """Shift that was opened by mistake."""

    def __init__(self, *, may_write: bool) -> None:
        super().__init__()
        self._may_write = may_write
        self._present: dict[str, Presence] = {}
        self._users: dict[str, AppUser] = {}
        self.sessions, self.week = SteadyList(name=tr("Sesi hari ini")), WeekStrip(tr("Minggu ini"))
        self._count = Label("", "strong")
        self.people = SteadyList(name=tr("Yang hadir"))
        self.people.setObjectName("present")
        self.name = TextField(tr("Yang baru datang"), hint=tr("nama"))
        self.name.setObjectName("arriving_name")
        self.add_button = Button(tr("Catat hadir"), "primary", key="Ctrl+Enter", press=self._add)
        self._arrange()
        self.people.acted.connect(self._act)
        self.sessions.acted.connect(self.withdrawn)
        self.name.line.entered.connect(self._add)

    def show_day(self, day: OpenDay, week: Sequence[DayTally], now_utc: datetime) -> None:
        """How the day stands."""
        mistaken = day.shift.id if self._may_write and day.is_untouched else ""
        self.sessions.set_items(
            [
                replace(session_item(session, now_utc), action=tr("Batal buka") if session.id == mistaken else None)
                for session in day.sessions
            ]
        )
        self.week.set_days(week_days(week, date.fromisoformat(day.shift.day)))
        self._count.set_text(tr("{n} hadir", n=count(sum(one.is_here for one in day.present))))
        self._present = {one.fact_id: one for one in day.present}
        known = {one.user_id for one in day.present}
        self._users = {user.id: user for user in day.users if user.id not in known}
        zone = day.shift.time_zone
        here = [_person_item(one, zone, may_write=self._may_write) for one in day.present]
        absent = [_absent_item(user) for user in self._users.values()] if self._may_write else []
        self.people.set_items([*here, *absent])

    def show_problems(self, error: RuleError) -> None:
        """Beside the name."""
        show_problems({"name": self.name}, error)

    def clear_name(self) -> None:
        """Whoever was typed is noted."""
        self.name.set_value("")
        self.name.clear_finding()

    def _arrange(self) -> None:
        foot = row(stretched(self.name), self.add_button, gap=10)
        head = row(Label(tr("Yang hadir"), "label"), None, self._count)
        around = (self.sessions, rule(), Label(tr("Minggu ini"), "label"), self.week, rule(), head)
        day = holder(column(*around, self.people, None, gap=8))
        column(stretched(FormScroll(day)), foot, gap=8, inside=self)
        # Once they are in their place: a part without a parent would be shown as a window of its own.
        self.name.setVisible(self._may_write)
        self.add_button.setVisible(self._may_write)

    def _act(self, row_id: str) -> None:
        if row_id.startswith(_ABSENT):
            user = self._users[row_id.removeprefix(_ABSENT)]
            self.arrived.emit(Attendant(user.name, user.role, user.id))
            return
        person = self._present[row_id]
        (self.left if person.is_here else self.returned).emit(person)

    def _add(self) -> None:
        typed = " ".join(self.name.value().split())
        user = next((one for one in self._users.values() if one.name.casefold() == typed.casefold()), None)
        known = Attendant(user.name, user.role, user.id) if user else Attendant(typed, HELPER_ROLE)
        self.arrived.emit(known)


def session_item(session: Session, now_utc: datetime) -> RowItem:
    """A session: what was planned, what it is, and what differs."""
    zone, parts = session.time_zone, [hours(session.start, session.end)]
    parts.append(tr("dibuka {time}", time=clock(at_site(moment(session.opened_at), zone))))
    if session.closed_at:
        parts.append(tr("ditutup {time}", time=clock(at_site(moment(session.closed_at), zone))))
    if not session.is_planned:
        parts.append(tr("di luar jadwal"))
    found = session_deviation(session, now_utc)
    said = deviation_words(found)
    people = tr("{n} dari {target}", n=count(session.recorded), target=count(session.target_count))
    people = people if session.target_count else count(session.recorded)
    return RowItem(
        session.id,
        f"{session.name} · {session.site_name}",
        second=" · ".join([*parts, *said]),
        value=people,
        strong=True,
        tone="warn" if found.wants_a_look else "ok",
        wraps=True,
    )


def session_deviation(session: Session, now_utc: datetime) -> Deviation:
    """What is otherwise than planned."""
    until = moment(session.closed_at) if session.closed_at else now_utc
    opening = _course(session, session.site_name, session.start, session.end)
    plan = None
    if session.is_planned:
        plan = _course(session, session.planned_site, session.planned_start, session.planned_end)
    return deviation(plan, opening, moment(session.opened_at), until)


def deviation_words(found: Deviation) -> list[str]:
    """What is otherwise than planned, in words."""
    words = []
    if found.late_min:
        words.append(tr("terlambat {n} mnt", n=found.late_min))
    if found.is_moved:
        words.append(tr("pindah tempat"))
    if found.has_other_hours:
        words.append(tr("jam diubah"))
    if found.overtime_min:
        words.append(tr("lewat jam {n} mnt", n=found.overtime_min))
    return words


def week_days(week: Sequence[DayTally], on: date) -> list[WeekDay]:
    """Monday to Sunday around a day."""
    tallies, monday = {one.day: one for one in week}, on - timedelta(days=on.weekday())
    found = []
    for day in (monday + timedelta(days=number) for number in range(7)):
        tally = tallies.get(day.isoformat())
        value = tally.recorded if tally and day <= on else None
        target = tally.target if tally and tally.target else None
        found.append(WeekDay(" ".join(day_short(day).split()[:2]), value, target, is_today=day == on))
    return found


def _course(session: Session, place: str, start: str, end: str) -> Course:
    day, zone = date.fromisoformat(session.day), ZoneInfo(session.time_zone)
    past_midnight = timedelta(days=end <= start)
    begins = datetime.combine(day, time.fromisoformat(start), zone)
    return Course(place, begins, datetime.combine(day + past_midnight, time.fromisoformat(end), zone))


def _person_item(person: Presence, zone: str, *, may_write: bool) -> RowItem:
    since = tr("sejak {time}", time=clock(at_site(moment(person.since), zone)))
    until = tr("pulang {time}", time=clock(at_site(moment(person.until), zone))) if person.until else ""
    action = tr("Pulang") if person.is_here else tr("Hadir lagi")
    second = " · ".join(part for part in (say(role_label(person.role)), since, until) if part)
    return RowItem(person.fact_id, person.name, second=second, action=action if may_write else None)


def _absent_item(user: AppUser) -> RowItem:
    second = f"{say(role_label(user.role))} · {tr('belum tercatat hadir')}"
    return RowItem(f"{_ABSENT}{user.id}", user.name, second=second, action=tr("Hadir"))
