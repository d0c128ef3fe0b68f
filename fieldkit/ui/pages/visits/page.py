"""Home visits: who waits at the left, the route in the middle, one person or stop at the right."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.visits.plan import free_minutes
from fieldkit.store.queries.visits.page import VisitsView, visits_view
from fieldkit.store.queries.visits.route import people_with_need
from fieldkit.ui.context import Context
from fieldkit.ui.formats import day_long
from fieldkit.ui.language import tr
from fieldkit.ui.pages.visits.desk import VisitDesk
from fieldkit.ui.pages.visits.route_card import RouteCard
from fieldkit.ui.pages.visits.waiting_card import WaitingCard
from fieldkit.ui.pages.visits.wording import minutes_to_end, time_line
from fieldkit.ui.places import village_label
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.work.instants import at_site
from fieldkit.work.table.looks import note_needs_seen


class VisitsPage(Page):
    """Requests become stops, stops a route, and each door an outcome."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Kunjungan")
        self._context, self._user = context, UserId(context.user.id)
        self._view: VisitsView | None = None
        self._day, self._noted = "", set[str]()
        self.waiting, self.route = WaitingCard(), RouteCard()
        self.desk = VisitDesk(context, self.waiting, self.route)
        self.panel = self.desk.panel
        self._columns = Columns(
            [(self.waiting, 308), (self.route, None), (self.panel, 338)], side_key="Ctrl+J", side_title=self.title
        )
        self.add(stretched(self._columns))
        self.search_field = self.waiting.search
        self._listen()
        self._bind_keys()

    def subtitle(self) -> str:
        """Place and day."""
        if self._view is None:
            return ""
        shift = self._view.shift
        place = village_label(self._context.regions, shift.village) if shift else ""
        day = day_long(date.fromisoformat(self._view.day))
        return " · ".join(filter(None, (place, day, shift.name if shift else "")))

    def header_slot(self) -> QWidget:
        """The way to the keys."""
        return holder(row(KeyCap("F1"), Label(tr("Bantuan"), "second", "ink2"), gap=10))

    def keys(self) -> list[tuple[str, str]]:
        """The keys of home visits."""
        return [
            ("Enter", tr("Lihat orang atau perhentian yang disorot; buka yang sudah selesai")),
            ("Ctrl+N", tr("Permintaan kunjungan baru")),
            ("Alt+R", tr("Ke rute")),
            ("Alt+↑ / Alt+↓", tr("Di rute: perhentian lebih dulu, lebih akhir")),
            ("Ctrl+J", tr("Ke orang atau perhentian di kanan")),
            ("1 / 6", tr("Di kanan: tindakan; di isian: pilihan")),
            ("Alt+T", tr("Berapa menit untuk kunjungan")),
            ("Alt+← / Alt+→", tr("Hari sebelumnya, hari berikutnya")),
            ("Ctrl+Enter", tr("Simpan isian")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]

    def refresh(self) -> None:
        """Ask for everything again."""
        store, wanted, today = self._context.store, self._day, self._calendar_day()
        self._context.ask(self, lambda: store.query(visits_view, self._user, wanted, today), self._show)

    def shown(self) -> None:
        """To the form that is open, or to the search."""
        if self.panel.is_busy():
            self.panel.focus_first()
        else:
            self.waiting.focus()

    def step_out(self) -> bool:
        """Out of the form, the drawer, the panel or route, the search: in this order."""
        if self.panel.step_out() or self._columns.close_side():
            return True
        if not self.waiting.search.line.hasFocus():
            self.waiting.focus()
            return True
        had_text = bool(self.waiting.search.text())
        self.waiting.search.clear()
        return had_text

    def _listen(self) -> None:
        self.desk.looked.connect(self._columns.open_side)
        self.desk.stale.connect(self.refresh)
        self.desk.freed.connect(self._after_saving)
        self.panel.laid.connect(self._set_primary)

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+N", self.desk.begin_request, everywhere=True)
        bind(self, "Alt+R", self.route.focus, everywhere=True)
        bind(self, "Alt+T", self.route.minutes.focus_answer, everywhere=True)
        bind(self, "Alt+Left", lambda: self._turn(-1), everywhere=True)
        bind(self, "Alt+Right", lambda: self._turn(1), everywhere=True)

    def _turn(self, days: int) -> None:
        """The route of another day."""
        if self._view is not None and not self.panel.is_busy():
            self._day = (date.fromisoformat(self._view.day) + timedelta(days=days)).isoformat()
            self.refresh()

    def _show(self, view: VisitsView) -> None:
        self._view = view
        power = self._context.computer.power()
        battery = power.minutes_left if power is not None and self._is_today(view) else None
        to_end = minutes_to_end(view.shift, self._context.clock.now_utc())
        free = free_minutes(view.typed_minutes if view.typed_minutes is not None else to_end, battery)
        words = time_line(view.shift, to_end, view.typed_minutes, battery)
        self.route.show_route(view.route, free, words, view.typed_minutes)
        self.waiting.show_waiting(view.route.waiting)
        self.desk.show_view(view, free)
        self._note_needs(view)
        self.header_changed.emit()

    def _note_needs(self, view: VisitsView) -> None:
        """That the reasons on this page were shown is written down (F-P5)."""
        new = sorted(people_with_need(view.route) - self._noted)
        if new:
            self._noted.update(new)
            self._context.ask(self, partial(self._context.store.execute, note_needs_seen, new), lambda _written: None)

    def _after_saving(self) -> None:
        """Ready for the next person."""
        self._columns.close_side()
        self.waiting.search.clear()
        self.waiting.focus()

    def _is_today(self, view: VisitsView) -> bool:
        return view.shift is not None or view.day == self._calendar_day()

    def _calendar_day(self) -> str:
        zone = self._view.time_zone if self._view is not None else self._context.home_zone
        return at_site(self._context.clock.now_utc(), zone).date().isoformat()

    def _set_primary(self) -> None:
        self.primary = self.panel.primary
