"""Printing sheets of the list: asks which and where to, notes that they go out, and writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.roles import LEADS
from fieldkit.domain.text import text
from fieldkit.host.drives import carried_drive
from fieldkit.store.queries.lists.sheets import ComingPlan, SheetGiven, coming_plans, people_of_sheet, sheets_given
from fieldkit.store.queries.lists.target_list_page import TargetListView
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.wording import neighbourhood
from fieldkit.ui.pages.target_list.sheet_form import MOST_PLANS, SheetForm
from fieldkit.ui.pages.target_list.sheet_order import SheetOrder
from fieldkit.ui.papers.ways import ask_way_out
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.work.lists.sheets import NoteSheets, note_sheets

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_GIVEN = 6


class Sheets(QObject):
    """Opens over the page with Ctrl+P."""

    primary_changed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._view: TargetListView | None = None
        self._on = date(2000, 1, 1)
        self.may_print = context.user.role in LEADS
        words, closed = tr("Cetak lembar daftar"), self.primary_changed.emit
        self._drawer = LateDrawer(page, words, self._make, width=440, closed=closed, name="sheet_drawer")

    @property
    def form(self) -> SheetForm:
        """What is in it."""
        return self._drawer.panel

    @property
    def primary(self) -> Button | None:
        """The filled button while the drawer is open."""
        return self.form.save_button if self.is_open() else None

    def is_open(self) -> bool:
        """Whether the drawer is there."""
        return self._drawer.is_open

    def open(self, view: TargetListView, on: date, at_clock: str) -> None:
        """Ask which sheet of what the list is narrowed to; the day and the time are the site's."""
        if not self.may_print:
            told = tr("Lembar dengan nama warga hanya dicetak ketua tim atau kantor. Minta ketua tim masuk.")
            self._context.messages.done(tr("Belum dicetak"), told)
            return
        self._view, self._on = view, on
        store, village = self._context.store, view.asked.sieve.village
        self._context.ask(
            self,
            lambda: (
                store.query(coming_plans, village, on.isoformat(), at_clock, MOST_PLANS),
                store.query(sheets_given, village, _MOST_GIVEN),
            ),
            lambda found: self._come(view, *found),
        )

    def step_out(self) -> bool:
        """Out of the drawer; False where it is not open."""
        return self._drawer.close()

    def _make(self) -> SheetForm:
        form = SheetForm()
        form.saved.connect(self._begin)
        form.cancelled.connect(self._drawer.close)
        return form

    def _come(self, view: TargetListView, plans: Sequence[ComingPlan], given: Sequence[SheetGiven]) -> None:
        self.form.fill(self._scope(view), plans, given, view.time_zone)
        self._drawer.offer_close(on=False)
        self._drawer.open()
        self.form.focus_first()
        self.primary_changed.emit()

    def _scope(self, view: TargetListView) -> str:
        sieve = view.asked.sieve
        place = neighbourhood(sieve.rt, sieve.rw) or tr("semua RT")
        village = village_label(self._context.regions, sieve.village)
        return tr("{village}, {place}. Satu halaman tiap RT, menurut saringan sekarang.", village=village, place=place)

    def _begin(self) -> None:
        view, store = self._view, self._context.store
        try:
            kind, plan, way = self.form.answer()
        except RuleError as error:
            self.form.show_problems(error)
            return
        if view is not None:
            sieve = view.asked.sieve
            self._context.ask(
                self,
                lambda: (tuple(store.query(people_of_sheet, kind, sieve)), carried_drive()),
                lambda found: self._lead_out(SheetOrder(kind, view, plan, found[0], self._on, way), found[1]),
            )

    def _lead_out(self, order: SheetOrder, drive: Path | None) -> None:
        if order.kind is not SheetKind.REMAINDER and not order.people:
            told = text("Tidak ada orang di saringan ini untuk lembar itu. Ubah saringannya dulu.")
            self.form.show_problems(RuleError(Problem("kind", "nobody", told)))
            return
        out = ask_way_out(self._page, order.way, tr("Simpan lembar ke mana"), drive)
        if out is not None:
            command = NoteSheets(order.noted_kind, order.village, order.pages, order.plan.id if order.plan else "")
            store = self._context.store
            self._context.ask(self, lambda: store.execute(note_sheets, command), lambda _ids: self._bring(order, out))

    def _bring(self, order: SheetOrder, out: Path | QPrinter) -> None:
        # Only now: what makes papers takes longer to import than the page may take to open.
        from fieldkit.ui.pages.target_list.sheet_files import print_sheets, write_sheets

        regions = self._context.regions

        def work() -> None:
            if isinstance(out, Path):
                write_sheets(order, regions, out)
            else:
                print_sheets(order, regions, out)

        self._context.ask(self, work, lambda _none: self._gone_out(order), lane="network")

    def _gone_out(self, order: SheetOrder) -> None:
        self._drawer.close()
        pages, people = count(len(order.pages)), count(len(order.people))
        if order.kind is SheetKind.REMAINDER:
            title = tr("Lembar sisa tersimpan") if order.way.is_file else tr("Lembar sisa dikirim ke printer")
            self._context.messages.done(title, tr("Tanpa nama warga, boleh dibagikan ke lurah."))
            return
        if not order.way.is_file:
            told = tr("{n} halaman dikirim ke printer, {people} orang", n=pages, people=people)
            self._context.messages.done(told, tr("Tidak ada berkas yang tertinggal di laptop ini."))
            return
        self._context.messages.done(
            tr("{n} halaman tersimpan, {people} orang", n=pages, people=people),
            tr("Berkas memuat nama dan tidak terkunci. Hapus sesudah dicetak."),
        )
