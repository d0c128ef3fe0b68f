"""The list itself: the search box, how many are shown, and the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.store.queries.lists.listing import ListEntry
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.wording import also_line, sex_short, state_badge
from fieldkit.ui.pages.target_list.lazy_rows import Ask, LazyRows
from fieldkit.ui.pages.target_list.wording import birth_words, household_words, name_words, tail_words
from fieldkit.ui.rows.tables import PAGE_ROWS, Column, RowsModel, Table
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block, EmptyState
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.search import SearchField

_NARROW: Final = 720
"""Below this many pixels at 100 % the name and what tells people apart do not fit beside each other."""
_SPARED: Final = (1, 2, 4)
"""Sex, birth date and NIK."""


class ListCard(Block):
    """People of the list, fetched as they are looked at."""

    searched = Signal(str)
    opened = Signal(str)
    proposals_asked = Signal()
    sheets_asked = Signal()
    overview_asked = Signal()

    def __init__(self, ask: Ask) -> None:
        super().__init__("card", gap=0, edges=(8, 12, 8, 8))
        self._ask, self._lazy = ask, LazyRows(ask, lambda _first, _last: None)
        self._on, self._time_zone, self._is_narrow = date(2000, 1, 1), OFFICE_ZONE, False
        self.search = SearchField(tr("Cari nama atau ujung NIK di daftar ini"))
        self._shown = Label("", "second-strong", elide=True)
        self.table = Table(RowsModel(self._columns()), two_line=True, name=tr("Daftar sasaran"))
        self.proposals_button = Button("", "small", key="Alt+P", press=self.proposals_asked.emit)
        self.sheets_button = Button(tr("Cetak"), "small", key="Ctrl+P", press=self.sheets_asked.emit)
        self.overview_button = Button(tr("Gambaran"), "small", key="Ctrl+G", press=self.overview_asked.emit)
        self._empty = EmptyState("users-three", "")
        self._stack = QStackedWidget()
        self._arrange()

    def set_day(self, on: date, time_zone: str) -> None:
        """The day on which ages are told, and the clock of the site."""
        self._on, self._time_zone = on, time_zone

    def rows_wanted(self) -> int:
        """As many rows from the top as keep the one that is selected among them."""
        return (max(self.table.currentIndex().row(), 0) // PAGE_ROWS + 1) * PAGE_ROWS

    def show_stretch(self, words: str, rows: Sequence[ListEntry], total: int) -> None:
        """The first rows of a long list; the others are fetched when they are looked at."""
        before = self.table.currentIndex().row()
        lazy = LazyRows(self._ask, lambda first, last: self._repaint(lazy, first, last))
        self._lazy = lazy
        self.table.rows_model.set_rows(rows, total=total, fetch=lazy.fetch)
        self._shown.set_text(words)
        self._stay_near(before, total)

    def show_found(self, words: str, rows: Sequence[ListEntry]) -> None:
        """Who matches what was typed, the best first."""
        self.table.rows_model.set_rows(rows)
        self._shown.set_text(words)
        self._stay_near(0, len(rows))

    def show_empty(self, fact: str, step: str) -> None:
        """What stands in place of the table where it has no rows; nothing brings the table back."""
        self._empty.set(fact, step)
        self._stack.setCurrentWidget(self._empty if fact else self.table)

    def show_waiting(self, proposals: int) -> None:
        """How many proposals wait for the office."""
        self.proposals_button.set_text(tr("Usulan: {n} menunggu", n=count(proposals)) if proposals else tr("Usulan"))

    def focus(self) -> None:
        """To the search, whose arrows move in the table."""
        self.search.line.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the name has the room, and what tells people apart stands under it."""
        super().resizeEvent(event)
        is_narrow = self.width() < look().px(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for place in _SPARED:
                self.table.setColumnHidden(place, is_narrow)

    def _name(self, entry: ListEntry) -> tuple[str, str]:
        told = (birth_words(entry.birth_date, self._on), entry.address) if self._is_narrow else (entry.address,)
        return name_words(entry.name), also_line(entry.also) or " · ".join(filter(None, told)) or "–"

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Nama dan alamat"), self._name, kind="two", width="stretch"),
            Column(tr("L/P"), lambda entry: sex_short(entry.sex)),
            Column(tr("Lahir"), lambda entry: birth_words(entry.birth_date, self._on)),
            Column(tr("RT/RW"), household_words),
            Column(tr("NIK"), lambda entry: tail_words(entry.nik_tail), kind="muted"),
            Column(tr("Status"), self._badge, kind="badge"),
        ]

    def _badge(self, entry: ListEntry) -> tuple[str, str]:
        return state_badge(entry.state, entry.since, entry.birth_date, self._on, self._time_zone)

    def _arrange(self) -> None:
        self.setObjectName("list_card")
        self.search.setObjectName("list_search")
        self.table.setObjectName("entries")
        self._shown.setObjectName("shown")
        self._empty.setObjectName("no_entries")
        self.proposals_button.setObjectName("proposals_button")
        acts = holder(row(self.proposals_button, self.overview_button, self.sheets_button, None, gap=8))
        head = column(self.search, Flow([stretched(self._shown), acts]), gap=8, edges=(6, 0, 6, 8))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.add(head, stretched(self._stack))
        self.search.drive(self.table)
        self.search.searched.connect(self.searched)
        self.table.activated_row.connect(self._open)

    def _open(self, entry: ListEntry | None) -> None:
        if entry is not None:
            self.opened.emit(entry.id)

    def _stay_near(self, before: int, total: int) -> None:
        """Somebody who left this part of the list leaves the selection where it was."""
        if before >= 0 and total and self.table.selected() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(min(before, total - 1), 0))

    def _repaint(self, lazy: LazyRows, first: int, last: int) -> None:
        model = self.table.rows_model
        if lazy is self._lazy and last < model.rowCount():
            model.dataChanged.emit(model.index(first, 0), model.index(last, len(model.columns) - 1))
