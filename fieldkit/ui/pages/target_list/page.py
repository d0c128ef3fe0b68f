"""Who of this village is left: figures, filters, the list, and one person at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from fieldkit.store.queries.lists.imported import list_villages
from fieldkit.store.queries.lists.listing import ListEntry, ListFilter, list_entries
from fieldkit.store.queries.lists.target_list_page import (
    Asked,
    TargetListView,
    found_in_list,
    target_list_view,
)
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.target_list.decisions import Decisions
from fieldkit.ui.pages.target_list.figures import Figures
from fieldkit.ui.pages.target_list.filters import Filters
from fieldkit.ui.pages.target_list.list_card import ListCard
from fieldkit.ui.pages.target_list.overview import OverviewDrawer
from fieldkit.ui.pages.target_list.person_drawer import PersonDrawer
from fieldkit.ui.pages.target_list.person_panel import PersonPanel
from fieldkit.ui.pages.target_list.sheets import Sheets
from fieldkit.ui.pages.target_list.wording import as_of_words, filter_word, found_line, shown_line
from fieldkit.ui.places import village_label
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.work.instants import at_site
from fieldkit.work.table.looks import note_list

T = TypeVar("T")


class TargetListPage(Page):
    """The by-name list, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Daftar sasaran")
        self._context = context
        self._view: TargetListView | None = None
        self._noted: set[str] = set()
        self.figures, self.filters = Figures(), Filters(context.regions)
        self.card, self._decisions = ListCard(self._ask_rows), Decisions(context, self)
        self._stack = QStackedWidget()
        self._arrange()
        self._person = PersonDrawer(context, self)
        self._sheets, self._overview = Sheets(context, self), OverviewDrawer(context, self)
        self._listen()
        self._bind_keys()

    @property
    def panel(self) -> PersonPanel:
        """What shows one person."""
        return self._person.panel

    def subtitle(self) -> str:
        """The village and the date of its list."""
        if self._view is None or not self._view.asked.sieve.village:
            return tr("belum ada daftar")
        place = village_label(self._context.regions, self._view.asked.sieve.village)
        return " · ".join(filter(None, (place, as_of_words(self._view.as_of))))

    def header_slot(self) -> QWidget:
        """The way to the keys."""
        return holder(row(KeyCap("F1"), Label(tr("Bantuan"), "second", "ink2"), gap=10))

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the list."""
        parts = ", ".join(filter_word(part) for part in ListFilter)
        return [
            (tr("Enter"), tr("Buka warga yang disorot")),
            ("Alt+1 / Alt+8", parts),
            ("Alt+P", tr("Usulan dan putusan kantor; Spasi menandai, Ctrl+Enter mengesahkan, Alt+T menolak")),
            ("Ctrl+G", tr("Gambaran: sisa per RT, laju, urutan kelurahan")),
            ("Ctrl+P", tr("Cetak daftar panggil, undangan, atau sisa untuk lurah")),
            ("Ctrl+J", tr("Ke saringan; Esc di sana melepas semua saringan")),
            ("Alt+K / Alt+W / Alt+R", tr("Kelurahan, RW, RT")),
            ("Alt+U / Alt+J / Alt+V", tr("Umur, jenis kelamin, pemilih pemula")),
            ("1 / 2", tr("Pada warga: catat kunjungan, minta kunjungan")),
            ("3 / 5", tr("Pada warga: satukan dengan data lain, pisahkan lagi")),
            ("4", tr("Pada warga: usulkan meninggal, pindah, merantau, ganda")),
            ("Ctrl+Enter", tr("Pada warga: daftarkan; di isian: simpan")),
        ]

    def refresh(self) -> None:
        """Ask again for figures and rows, and for the person who is open."""
        asked, today = self._asked(), self._calendar_day().isoformat()
        store = self._context.store
        self._context.ask(self, lambda: store.query(target_list_view, asked, today), self._show)
        # Counted over everybody on this laptop, and wanted only when the box is opened: the page does not wait for it.
        self._context.ask(self, lambda: store.query(list_villages), self.filters.show_villages)
        self._person.refresh()

    def shown(self) -> None:
        """To the person who is open, or to the search."""
        if self._person.is_open():
            self.panel.focus_first()
        elif self._is_deciding():
            self._decisions.card.focus()
        else:
            self.card.focus()

    def opened_with(self, argument: object) -> None:
        """Another page sends somebody here, by id."""
        if isinstance(argument, str):
            self.open_person(argument)

    def step_out(self) -> bool:
        """Out of the form, the person, the filters, the search: in this order."""
        if (
            any(each.step_out() for each in (self._person, self._sheets, self._overview, self._decisions))
            or self._columns.close_side()
        ):
            return True
        if self.filters.isAncestorOf(QApplication.focusWidget() or self) and self.filters.widen():
            return True
        if self._is_deciding():
            self._show_list()
            return True
        had_text = bool(self.card.search.text())
        if had_text:
            self.card.search.clear()
        self.card.focus()
        return had_text

    def open_person(self, resident_id: str) -> None:
        """What is known of somebody, in the drawer."""
        self._person.open(resident_id)

    def _arrange(self) -> None:
        for part in (self.card, self._decisions.card):
            self._stack.addWidget(part)
        self._columns = Columns(
            [(self._stack, None), (self.filters, 326)], side_key="Ctrl+J", side_title=tr("Saring daftar")
        )
        self.add(self.figures, stretched(self._columns))
        self.search_field = self.card.search

    def _listen(self) -> None:
        self.card.searched.connect(self._search)
        self.card.opened.connect(self.open_person)
        self.card.proposals_asked.connect(self._show_proposals)
        self._decisions.card.opened.connect(self.open_person)
        self._decisions.card.left.connect(self._show_list)
        self._decisions.primary_changed.connect(self._set_primary)
        self._sheets.primary_changed.connect(self._set_primary)
        self.card.sheets_asked.connect(self._print)
        self.card.overview_asked.connect(self._show_overview)
        self.filters.changed.connect(self.refresh)
        self._person.register_asked.connect(lambda resident_id: self.go.emit("register", resident_id))
        self._person.primary_changed.connect(self._set_primary)

    def _bind_keys(self) -> None:
        for number, part in enumerate(ListFilter, start=1):
            bind(self, f"Alt+{number}", partial(self._choose_part, part), everywhere=True)
        bind(self, "Alt+P", self._show_proposals, everywhere=True)
        bind(self, "Ctrl+P", self._print, everywhere=True)
        bind(self, "Ctrl+G", self._show_overview, everywhere=True)
        for key, box in self.filters.boxes().items():
            bind(self, key, partial(self._to_filter, box), everywhere=True)

    def _search(self, typed: str) -> None:
        """Who matches; the figures and counts beside them are not asked for again at each key."""
        view, store = self._view, self._context.store
        if view is None or not typed.strip():
            self.refresh()
            return
        asked = replace(view.asked, typed=typed)
        self._context.ask(self, lambda: store.query(found_in_list, asked), partial(self._show_found, asked))

    def _show_found(self, asked: Asked, found: tuple[int, tuple[ListEntry, ...]]) -> None:
        if self._view is not None and asked.typed == self.card.search.text():
            total, rows = found
            self._view = replace(self._view, asked=asked, total=total, rows=rows)
            self._show_rows(self._view)

    def _asked(self) -> Asked:
        return Asked(self.filters.sieve(), self.card.search.text(), self.card.rows_wanted())

    def _ask_rows(self, offset: int, limit: int, done: Callable[[list[ListEntry]], None]) -> None:
        if self._view is None:
            return
        sieve, store = self._view.asked.sieve, self._context.store
        self._context.ask(self, lambda: store.query(list_entries, sieve, offset, limit), done)

    def _show(self, view: TargetListView) -> None:
        if view.asked.typed != self.card.search.text():
            return
        self._view = view
        self._note_list(view)
        self.figures.show_counts(view.counts, view.as_of, view.waiting_proposals)
        self.filters.show_view(view)
        self.card.set_day(self._day(), view.time_zone)
        self._person.set_day(self._day(), view.time_zone)
        self._show_rows(view)
        self.card.show_waiting(view.waiting_proposals)
        if self._is_deciding():
            self._decisions.show_village(view.asked.sieve.village, view.time_zone)
        self.header_changed.emit()

    def _note_list(self, view: TargetListView) -> None:
        """Once for each village while somebody is signed in (F-P5)."""
        village, store = view.asked.sieve.village, self._context.store
        if village and view.counts.total and village not in self._noted and self.isVisible():
            self._noted.add(village)
            self._context.ask(self, lambda: store.execute(note_list, village), lambda _id: None)

    def _show_rows(self, view: TargetListView) -> None:
        if view.asked.typed.strip():
            self.card.show_found(found_line(view.total), view.rows)
        else:
            self.card.show_stretch(shown_line(view.asked.sieve.part, view.total), view.rows, view.total)
        self.card.show_empty(*self._empty_words(view))

    def _day(self) -> date:
        if self._view is not None and self._view.shift is not None:
            return date.fromisoformat(self._view.shift.day)
        return self._calendar_day()

    def _calendar_day(self) -> date:
        return at_site(self._context.clock.now_utc(), self._time_zone()).date()

    def _time_zone(self) -> str:
        return self._view.time_zone if self._view is not None else self._context.home_zone

    def _empty_words(self, view: TargetListView) -> tuple[str, str]:
        if not view.counts.total:
            return tr("Belum ada daftar di laptop ini"), tr("Sinkronkan dulu, atau impor daftar di halaman Kantor.")
        if view.asked.typed.strip() and not view.rows:
            return tr("Tidak ketemu di daftar ini"), tr("Coba ejaan lain, atau daftarkan sebagai warga baru (F3).")
        if not view.total:
            return tr("Tidak ada orang di bagian ini"), tr("Pilih saringan lain dengan Alt+1 sampai Alt+8.")
        return "", ""

    def _choose_part(self, part: ListFilter) -> None:
        if not self._person.is_open():
            self._show_list()
            self.filters.choose(part)

    def _to_filter(self, box: ComboBox) -> None:
        if not self._person.is_open():
            self._columns.open_side()
            box.focus_answer()

    def _print(self) -> None:
        if self._view is not None and self._view.asked.sieve.village and not self._person.is_open():
            at_clock = at_site(self._context.clock.now_utc(), self._time_zone())
            self._sheets.open(self._view, self._day(), at_clock.time().isoformat("minutes"))

    def _show_overview(self) -> None:
        if self._view is not None and self._view.asked.sieve.village and not self._person.is_open():
            self._overview.open(self._view)

    def _is_deciding(self) -> bool:
        return self._stack.currentWidget() is self._decisions.card

    def _show_proposals(self) -> None:
        if self._view is None or self._person.is_open():
            return
        self._stack.setCurrentWidget(self._decisions.card)
        self._decisions.show_village(self._view.asked.sieve.village, self._view.time_zone)
        self._decisions.card.focus()
        self._set_primary()

    def _show_list(self) -> None:
        if self._is_deciding():
            self._stack.setCurrentWidget(self.card)
            self.card.focus()
            self._set_primary()

    def _set_primary(self) -> None:
        deciding = self._decisions.primary if self._is_deciding() else None
        self.primary = self._person.primary or self._sheets.primary or deciding
