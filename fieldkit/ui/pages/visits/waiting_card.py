"""Who waits for a visit: the search box, and the list that it narrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.store.queries.visits.route import Waiting
from fieldkit.ui.language import tr
from fieldkit.ui.pages.visits.wording import waiting_badge, waiting_second
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block, EmptyState
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.search import SearchField


@dataclass(frozen=True)
class _Row:
    id: str
    waiting: Waiting


class WaitingCard(Block):
    """People on no route; what is typed narrows them by name, address and who asked."""

    opened = Signal(str)
    """The request of whoever is to be looked at."""
    asked_new = Signal()

    def __init__(self) -> None:
        super().__init__("card", gap=0, edges=(8, 12, 8, 8))
        self._all: tuple[Waiting, ...] = ()
        self.search = SearchField(tr("Cari yang menunggu"))
        self._count = Label("", "second-strong")
        self.table = Table(RowsModel(self._columns()), two_line=True, name=tr("Menunggu kunjungan"))
        self._empty = EmptyState("house-line", "")
        self._stack = QStackedWidget()
        self.new_button = Button(
            tr("Permintaan baru"), "quiet", icon="user-plus", key="Ctrl+N", press=self.asked_new.emit
        )
        self._arrange()

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """These people wait."""
        self._all = tuple(waiting)
        self._narrow()

    def waiting(self, request_id: str) -> Waiting | None:
        """Somebody who waits, by request."""
        return next((each for each in self._all if each.request.id == request_id), None)

    def focus(self) -> None:
        """To the search, whose arrows move in the list."""
        self.search.line.setFocus()

    def _columns(self) -> list[Column]:
        return [
            Column(
                tr("Menunggu"),
                lambda each: (each.waiting.request.name, waiting_second(each.waiting)),
                kind="two",
                width="stretch",
                tip=lambda each: waiting_second(each.waiting),
            ),
            Column("", lambda each: waiting_badge(each.waiting), kind="badge", said=tr("Status")),
        ]

    def _arrange(self) -> None:
        self.setObjectName("waiting_card")
        self.search.setObjectName("waiting_search")
        self.table.setObjectName("waiting")
        self._count.setObjectName("waiting_count")
        self._empty.setObjectName("nobody_waits")
        self.new_button.setObjectName("new_request")
        hint = row(Label(tr("Lihat"), "hint"), KeyCap(tr("Enter")), gap=6)
        head = column(self.search, row(self._count, None, hint), gap=8, edges=(6, 0, 6, 8))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        foot = column(row(self.new_button, None), edges=(4, 6, 4, 0))
        self.add(head, stretched(self._stack), foot)
        self.search.drive(self.table)
        self.search.searched.connect(lambda _typed: self._narrow())
        self.table.activated_row.connect(lambda each: self.opened.emit(each.id) if each else None)

    def _narrow(self) -> None:
        typed = self.search.text().strip().casefold()
        found = [each for each in self._all if typed in _words(each)]
        self.table.rows_model.set_rows([_Row(each.request.id, each) for each in found])
        if found and self.table.selected() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self._count.set_text(tr("{n} menunggu kunjungan", n=len(self._all)))
        if self._all:
            self._empty.set(tr("Tidak ketemu di yang menunggu"), tr("Coba ejaan lain, atau catat permintaan baru."))
        else:
            self._empty.set(
                tr("Tidak ada yang menunggu"),
                tr("Permintaan dari keluarga, RT atau perangkat desa dicatat dengan Ctrl+N."),
            )
        self._stack.setCurrentWidget(self.table if found else self._empty)


def _words(each: Waiting) -> str:
    asked = each.request
    return " ".join((asked.name, asked.address, asked.asked_by, f"{asked.rt}/{asked.rw}")).casefold()
