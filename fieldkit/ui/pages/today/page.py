"""Today: open a shift, and see how the day goes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.lease import LeaseStanding
from fieldkit.domain.roles import CARD_WORKERS
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.queries.today.page import TodayView, today_view
from fieldkit.ui.context import Context
from fieldkit.ui.formats import clock, day_long, hours
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.day import DayPanel
from fieldkit.ui.pages.today.day_acts import DayActs
from fieldkit.ui.pages.today.day_drawers import DayDrawers
from fieldkit.ui.pages.today.desk_drawers import DeskDrawers
from fieldkit.ui.pages.today.incidents import INCIDENT_DIGITS
from fieldkit.ui.pages.today.opening import OpeningPanel
from fieldkit.ui.pages.today.readiness_lines import (
    CHECKED,
    Surroundings,
    newest_backup_at,
    readiness_items,
    yesterday_words,
)
from fieldkit.ui.pages.today.warning_card import warning_of
from fieldkit.ui.places import village_label
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.labels import Badge
from fieldkit.ui.widgets.layouts import row, stretched
from fieldkit.work.instants import at_site, moment
from fieldkit.work.lease import lease_now
from fieldkit.work.table.looks import note_look_at_caller

_EVERY_MS: Final = 20_000
"""How often minutes that pass are shown anew."""
INCIDENT: Final = "incident"
"""Argument with which the page is opened to note an incident."""


class TodayPage(Page):
    """One of two panels: the form that opens a shift, or the day."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Hari ini")
        self.setObjectName("today")
        self._context = context
        self._seen_outcome = context.sync.state.outcome
        self._view: TodayView | None = None
        self._lease: LeaseStanding | None = None
        self.opening = OpeningPanel(context)
        self.acts = DayActs(context, self)
        self.day = DayPanel(context.regions, self.book_blanks, self.open_sessions)
        self.day.call_backs.setHidden(context.user.role not in CARD_WORKERS)
        self.drawers = DeskDrawers(context, self)
        self.day_drawers = DayDrawers(context, self, self.acts)
        self._make_slot()
        self.add(stretched(self.opening), stretched(self.day))
        self.opening.hide()
        self.day.hide()
        self._listen()
        self._tick = QTimer(self, interval=_EVERY_MS)
        self._tick.timeout.connect(self._show_again)
        self._tick.start()

    def subtitle(self) -> str:
        """Village, day and shift."""
        shift = self._shift()
        if shift is None:
            return day_long(self._calendar_day())
        place = village_label(self._context.regions, shift.village)
        planned = hours(shift.planned_start, shift.planned_end)
        return f"{place} · {day_long(date.fromisoformat(shift.day))} · {shift.name} {planned}"

    def header_slot(self) -> QWidget:
        """Since when the shift is open, today's cards, and the way to the registration."""
        return self._slot

    def keys(self) -> list[tuple[str, str]]:
        """Keys of this page."""
        if self._shift() is None:
            return [
                ("Enter", tr("Pilih shift dari rencana")),
                ("Alt+P", tr("Periksa sebelum berangkat")),
                ("Alt+C", tr("Cadangan dan kunci laptop ini")),
                ("Ctrl+Enter", tr("Buka shift")),
            ]
        return [
            (f"1 / {len(INCIDENT_DIGITS)}", tr("Kendala mulai; angka yang sama lagi: selesai")),
            ("B", tr("Catat blangko")),
            ("K", tr("Kartu hari ini")),
            ("H", tr("Sesi hari ini dan yang hadir")),
            ("Alt+P", tr("Periksa sebelum berangkat")),
            ("Alt+C", tr("Cadangan dan kunci laptop ini")),
            ("Ctrl+J", tr("Hubungi kembali dan kesiapan")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]

    def refresh(self) -> None:
        """Ask for everything that is shown."""
        day = self.opening.confirmed_day() or self._calendar_day()
        self.acts.time_zone = self._zone()
        store, user = self._context.store, self._context.user.id
        clock = self._context.clock

        def ask() -> tuple[TodayView, LeaseStanding | None]:
            return store.query(today_view, user, day.isoformat()), store.query(lease_now, clock)

        self._context.ask(self, ask, lambda found: self._show(*found))

    def shown(self) -> None:
        """Digits begin incidents at once; without a shift the form has the focus."""
        if self._is_covered():
            return
        if self._shift() is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.opening.focus_start()

    def opened_with(self, argument: object) -> None:
        """Ctrl+K from anywhere comes here: the digits of the incidents are live."""
        if argument != INCIDENT:
            return
        self.drawers.close()
        self.day_drawers.close()
        if self._view is not None and self._shift() is None:
            self._context.messages.done(
                tr("Belum ada shift yang dibuka"), tr("Kendala dicatat di dalam shift. Buka shift dulu.")
            )

    def step_out(self) -> bool:
        """Esc: a drawer, the side, a number that is shown."""
        covered = self.drawers.step_out() or self.day_drawers.step_out()
        calling = self.day.call_backs if self._shift() is not None else self.opening.call_backs
        return covered or self.day.columns.close_side() or calling.hide_number()

    def book_blanks(self) -> None:
        """Open the drawer for blanks."""
        if self._shift() is not None:
            self.day_drawers.close()
            self.drawers.open_blanks()

    def open_cards(self) -> None:
        """To the page of cards."""
        if self._shift() is not None:
            self.go.emit("cards", None)

    def open_sessions(self) -> None:
        """Open the sessions of the day, with who is there."""
        if self._shift() is not None:
            self.drawers.close()
            self.day_drawers.open_sessions()

    def open_departure(self) -> None:
        """Open what is looked at before leaving."""
        if self._view is not None:
            self.drawers.close()
            self.day_drawers.open_departure(self._day().isoformat(), self._view.readiness.departure)

    def open_safety(self) -> None:
        """Open the backups, and what opens the data of this laptop."""
        self.drawers.close()
        self.day_drawers.open_safety()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A bare digit begins an incident wherever the focus is on this page."""
        digit = event.text()
        if self._shift() is not None and not self._is_covered() and digit in INCIDENT_DIGITS:
            if not event.isAutoRepeat():
                self.day.incidents.toggle_digit(int(digit))
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is half typed is safe before another page comes."""
        super().hideEvent(event)
        self.opening.flush()

    def _make_slot(self) -> None:
        self._slot = QWidget()
        self._badge = Badge("", "ok", "play-circle")
        self.cards_button = Button(tr("Kartu hari ini"), icon="identification-card", key="K", press=self.open_cards)
        self.register_button = Button(
            tr("Daftarkan warga"), "primary", icon="user-plus", key="F3", press=lambda: self.go.emit("register", None)
        )
        self.cards_button.setObjectName("day_cards_button")
        self.register_button.setObjectName("register_resident")
        row(self._badge, self.cards_button, self.register_button, gap=12, inside=self._slot)

    def _listen(self) -> None:
        self.opening.day_chosen.connect(self.refresh)
        self._context.sync.changed.connect(self._on_sync)
        self.day.incidents.begun.connect(self.acts.begin_incident)
        self.day.incidents.ended.connect(self.acts.end_incident)
        self.day.incidents.effect_asked.connect(self.day_drawers.open_effect)
        for calling in (self.day.call_backs, self.opening.call_backs):
            calling.looked.connect(self._note_look)
            calling.called.connect(self.acts.called)
        for acting in (self.opening.readiness, self.day.readiness, self.day.warning):
            acting.acted.connect(self._lead_out)
        for drawers in (self.drawers, self.day_drawers):
            drawers.turned.connect(self._choose_primary)
        for key, act in (("B", self.book_blanks), ("K", self.open_cards), ("H", self.open_sessions)):
            bind(self, key, act)
        bind(self, "Alt+P", self.open_departure)
        bind(self, "Alt+C", self.open_safety)

    def _lead_out(self, name: str) -> None:
        """The way out of a line of readiness, or of a warning."""
        if name in CHECKED:
            self.open_departure()
        elif name == "backup":
            self.day_drawers.safety.back_up()
        elif name == "blanks" and self._shift() is None:
            self.opening.focus_blanks()
        elif name == "blanks":
            self.book_blanks()
        else:
            self.go.emit("close_shift" if name == "close_shift" else "sync", None)

    def _is_covered(self) -> bool:
        return self.drawers.is_open() or self.day_drawers.is_open()

    def _on_sync(self) -> None:
        # A round that ended took away what waited here, also where it brought no rows.
        if self._context.sync.state.outcome is not self._seen_outcome:
            self._seen_outcome = self._context.sync.state.outcome
            self.mark_stale()

    def _shift(self) -> Shift | None:
        return self._view.day.shift if self._view is not None and self._view.day is not None else None

    def _day(self) -> date:
        shift = self._shift()
        return date.fromisoformat(shift.day) if shift else self.opening.confirmed_day() or self._calendar_day()

    def _calendar_day(self) -> date:
        return at_site(self._context.clock.now_utc(), self._zone()).date()

    def _zone(self) -> str:
        shift = self._shift()
        found = shift or (self._view.opening if self._view is not None else None)
        return found.time_zone if found else self._context.home_zone

    def _show(self, view: TodayView, lease: LeaseStanding | None) -> None:
        turned = self._view is None or (view.day is None) != (self._view.day is None)
        self._view, self._lease = view, lease
        self.drawers.set_shift(view.day.shift if view.day else None)
        self._show_again()
        self.day.setVisible(view.day is not None)
        self.opening.setVisible(view.day is None)
        self._choose_primary()
        self._show_slot()
        if turned and self.isVisible():
            self.shown()

    def _show_again(self) -> None:
        view, now = self._view, self._context.clock.now_utc()
        if view is None:
            return
        folders, computer = self._context.folders, self._context.computer
        free = computer.free_bytes(folders.data)
        around = Surroundings(computer.power(), free, newest_backup_at(folders.backups), now, self._zone(), self._lease)
        lines = readiness_items(view.readiness, around, self._context.regions)
        if view.day is not None:
            self.day.show_day(view.day, view.readiness.waiting, now)
            self.day.readiness.show_lines(lines)
            self.day.warning.show_warning(warning_of(around, yesterday_words(view.readiness, around), view.day))
            self.day_drawers.sessions.show_day(view.day, view.week, now)
        elif view.opening is not None:
            self.opening.show_opening(view.opening)
            self.opening.readiness.show_lines(lines)

    def _show_slot(self) -> None:
        shift = self._shift()
        self._badge.set(tr("Shift dibuka {time}", time=self._local_clock(shift.opened_at)) if shift else "", "ok")
        self.cards_button.setVisible(shift is not None)
        self.register_button.setVisible(shift is not None)
        self.header_changed.emit()

    def _choose_primary(self) -> None:
        if self._is_covered():
            self.primary = self.drawers.primary() or self.day_drawers.primary()
        elif self._shift() is not None:
            self.primary = self.register_button
        else:
            self.primary = self.opening.open_button if self.opening.may_open else None

    def _local_clock(self, instant: str) -> str:
        return clock(self._local(moment(instant)))

    def _local(self, at: datetime) -> datetime:
        return at_site(at, self._zone())

    def _note_look(self, request_id: str) -> None:
        self._context.ask(self, lambda: self._context.store.execute(note_look_at_caller, request_id), lambda _: None)
