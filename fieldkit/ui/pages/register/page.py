"""The registration page: search at the left, one person in the middle, the queue at the right."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.store.queries.shifts import Shift, is_late
from fieldkit.store.queries.table.register_page import RegisterView, register_view
from fieldkit.store.queries.table.registration import QueueEntry
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count, day_long, hours
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register import calls
from fieldkit.ui.pages.register.desk_columns import DeskColumns
from fieldkit.ui.pages.register.form_desk import FormDesk
from fieldkit.ui.pages.register.queue_acts import QueueActs
from fieldkit.ui.pages.register.queue_panel import QueuePanel
from fieldkit.ui.pages.register.receipt_desk import ReceiptDesk
from fieldkit.ui.pages.register.recent_desk import RecentDesk
from fieldkit.ui.pages.register.search_column import SearchColumn
from fieldkit.ui.places import district_name, village_label
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import holder, row, stretched

_MINUTES_EVERY_MS: Final = 20_000
_OUTCOME_KEYS: Final = range(1, 8)
_FORM_MOST: Final = 680
_DRAWER: Final = 480
"""Two outcomes fit beside each other."""


class RegisterPage(Page):
    """Find, register, call, note: a hundred times a day, without a mouse."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Pendaftaran")
        self._context, self._user = context, UserId(context.user.id)
        self._view: RegisterView | None = None
        self.column = SearchColumn(context.regions)
        self.desk = FormDesk(context)
        self.form = self.desk.form
        self.queue = QueuePanel()
        self.queue.service.opened_at = context.store.opened_at
        self._acts = QueueActs(context, self.queue)
        self.receipts = ReceiptDesk(context, self)
        self.recent = RecentDesk(context, self)
        self._recorded = Label("", "strong")
        self._recorded.setObjectName("recorded_today")
        self._summary, self._help = Label("", "strong"), Label(tr("Bantuan"), "second", "ink2")
        self._summary.setObjectName("queue_summary")
        self._summary_key = KeyCap("Ctrl+J")
        self._arrange()
        self._listen()
        self._bind_keys()

    @property
    def shift(self) -> Shift | None:
        """The shift that people are registered in."""
        return self._view.shift if self._view else None

    def subtitle(self) -> str:
        """Place, day and shift."""
        if self.shift is None:
            return tr("belum ada shift")
        day = day_long(date.fromisoformat(self.shift.day))
        planned = hours(self.shift.planned_start, self.shift.planned_end)
        late = tr("di luar jam, tetap dihitung") if is_late(self.shift, self._context.clock.now_utc()) else ""
        return " · ".join(filter(None, (self._place(), day, f"{self.shift.name} {planned}", late)))

    def header_slot(self) -> QWidget:
        """How many were recorded today, the queue where it is out of sight, and the way to the keys."""
        parts = (self._summary, self._summary_key, self._recorded, KeyCap("F1"), self._help)
        return holder(row(*parts, gap=10))

    def keys(self) -> list[tuple[str, str]]:
        """The keys of registration."""
        return [
            ("Enter", tr("Pilih warga yang disorot; di isian: ke isian berikutnya")),
            ("Ctrl+N", tr("Warga yang tidak ada di daftar")),
            (tr("1 / 8"), tr("Keperluan, lalu Belum, Pernah, Ragu")),
            (tr("Spasi"), tr("Centang berkas; di antrean: panggil berikutnya")),
            ("Alt+S / Alt+K / Alt+T", tr("HP sendiri, keluarga, tidak punya HP")),
            ("Alt+M", tr("Mau SMS")),
            ("Alt+D / Alt+O", tr("Didahulukan, orang asing")),
            ("Alt+A", tr("Antre lagi, untuk yang tadi pulang")),
            ("Ctrl+P / Alt+R", tr("Cetak resi terakhir atau yang disorot, pilih printer")),
            ("Alt+P", tr("Perbaiki data warga; warga baru: dari desa lain")),
            ("Ctrl+J", tr("Ke antrean; sekali lagi: ke baris-barisnya")),
            ("Alt+1 / Alt+7", tr("Hasil orang yang sedang dilayani")),
            ("Ctrl+Backspace / Alt+U", tr("Urungkan yang baru dicatat, atau salah satu yang baru selesai")),
        ]

    def refresh(self) -> None:
        """Ask for everything but the search."""
        self._context.ask(self, lambda: self._context.store.query(register_view, self._user), self._show)

    def shown(self) -> None:
        """To the question that waits, or to the box."""
        if self.desk.is_open():
            self.form.focus_question()
        else:
            self.column.focus()

    def opened_with(self, argument: object) -> None:
        """Another page sends somebody here, by id."""
        if isinstance(argument, str):
            self.pick(argument)

    def step_out(self) -> bool:
        """Out of the note, the drawer, the queue, the form, the search: in this order."""
        drawers = (self.receipts.close_setting, self.recent.close)
        if any(leave() for leave in (*drawers, self.queue.service.step_out, self._columns.close_side)):
            return True
        if self.queue.holds_focus():
            self.shown()
            return True
        if self.desk.step_out():
            return True
        has_text = bool(self.column.search.text())
        self.column.clear()
        self.column.focus()
        return has_text

    def pick(self, resident_id: str) -> None:
        """Take somebody into the form; who waits already is shown in the queue."""
        entry = next((each for each in self._queue() if each.resident_id == resident_id), None)
        if entry is None:
            self.desk.pick(resident_id)
            return
        self.queue.list.select(entry.request_id)
        self._context.messages.done(
            tr("{name} sudah di antrean, nomor {queue_no}.", name=entry.name, queue_no=entry.queue_no),
            tr("Catat hasilnya di sana kalau gilirannya tiba."),
        )
        self.column.focus()

    def walk_in(self) -> None:
        """Take in somebody who is not on the list, by the name that was searched for."""
        self.desk.walk_in(self.column.search.text().strip())

    def _arrange(self) -> None:
        self._columns = DeskColumns(
            [(self.column, 314), (self.desk, None), (self.queue, 258)],
            side_key="Ctrl+J",
            side_title=tr("Antrean"),
            drawer_width=_DRAWER,
            most=_FORM_MOST,
        )
        self.add(stretched(self._columns))
        self.search_field, self.primary = self.column.search, self.form.save_button

    def _listen(self) -> None:
        self.column.asked.connect(self._search)
        self.column.picked.connect(self.pick)
        self.column.walk_in.connect(self.walk_in)
        self.desk.freed.connect(self.column.focus)
        self.desk.served.connect(self._next_person)
        self.desk.stale.connect(self.refresh)
        self.desk.registered.connect(self.receipts.after_save)
        card = self.desk.idle.receipt
        card.print_asked.connect(self._print)
        card.setting_asked.connect(self.receipts.open_setting)
        self.receipts.changed.connect(self._show_receipt_way)
        self.recent.content.print_asked.connect(self.receipts.print)
        self.desk.idle.tempo.recent_asked.connect(lambda: self.recent.open(self.shift))
        self.desk.idle.open_shift.connect(lambda: self.go.emit("today", None))
        self.queue.emptied.connect(self.column.focus)
        self._columns.asked_again.connect(self.queue.focus_rows)
        self._columns.settled.connect(self._fit_queue)
        self.queue.changed.connect(self._show_summary)
        self.queue.service.note_asked.connect(self._open_drawer)
        self.queue.service.note_left.connect(self._columns.close_side)
        timer = QTimer(self, interval=_MINUTES_EVERY_MS)
        timer.timeout.connect(lambda: self.queue.show_minutes(self._context.clock.now_utc()))
        timer.start()

    def _bind_keys(self) -> None:
        bind(self, "Ctrl+N", self.walk_in, everywhere=True)
        bind(self, "Ctrl+P", self._print, everywhere=True)
        bind(self, "Alt+U", lambda: self.recent.open(self.shift), everywhere=True)
        bind(self, "Alt+R", self.receipts.open_setting, everywhere=True)
        for digit in _OUTCOME_KEYS:
            bind(self, f"Alt+{digit}", partial(self.queue.service.pick, digit), everywhere=True, once=True)

    def _print(self) -> None:
        """The receipt of whoever is selected, or is at the table for a second time; else the last one, again."""
        selected = self.recent.selected() or self.queue.selected() or self.desk.last_visit()
        request_id = selected or self.desk.idle.receipt.request_id
        if request_id:
            self.receipts.print(request_id)
        else:
            self.receipts.open_setting()

    def _show_receipt_way(self) -> None:
        desk, card = self.receipts, self.desk.idle.receipt
        card.show_setting(desk.setting, desk.outcome_of(card.request_id), is_printer_absent=desk.is_printer_absent)

    def _queue(self) -> tuple[QueueEntry, ...]:
        return self._view.queue if self._view else ()

    def _place(self) -> str:
        if self.shift is None:
            return ""
        where = district_name if self.shift.kind == SessionKind.COUNTER else village_label
        return where(self._context.regions, self.shift.village)

    def _next_person(self) -> None:
        self.column.clear()
        self.column.focus()

    def _show(self, view: RegisterView) -> None:
        is_first, self._view = self._view is None, view
        shift = view.shift
        if shift is not None:
            on = date.fromisoformat(shift.day)
            self.column.show_place(on, shift.time_zone, view.list_total, self._place())
            self.queue.show_queue(view.queue, on, self._context.clock.now_utc())
            self.queue.show_pace(view.ended)
            self.desk.idle.tempo.show_shift(shift, view.ended, self._context.clock.now_utc())
        self.recent.refresh(shift)
        self.receipts.setting = view.receipt
        self._show_receipt_way()
        self.form.set_forms(view.forms)
        self.queue.setVisible(shift is not None)
        self.column.walk_in_button.setEnabled(shift is not None)
        self._recorded.set_text(tr("{n} terekam hari ini", n=count(view.recorded_today)) if shift else "")
        self.desk.show_day(shift, view.queue_no, view.drafts, resumes=is_first)
        self.desk.ask_again()
        self.header_changed.emit()
        if self.column.search.text().strip():
            self._search(self.column.search.text())

    def _fit_queue(self) -> None:
        self.queue.set_drawer(on=self._columns.narrow())
        self._show_summary()

    def _show_summary(self) -> None:
        """The header tells of the queue where it is a drawer."""
        is_away = self._columns.narrow() and self.shift is not None
        self._summary.set_text(self.queue.summary())
        for part in (self._summary, self._summary_key):
            part.setVisible(is_away)
        self._help.setVisible(not is_away)

    def _search(self, typed: str) -> None:
        shift = self.shift
        village = shift.village if shift else ""
        region = self._context.regions.by_code(village) if village else None
        name = region.name if region else ""
        self._context.ask(
            self,
            lambda: calls.search_here(self._context.store, typed, village, name),
            lambda hits: self.column.show_hits(typed, hits),
        )

    def _open_drawer(self) -> None:
        if self._columns.narrow():
            self._columns.open_side()
