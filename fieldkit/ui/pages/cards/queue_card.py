"""The list of cards: the search, which part is shown, the table, and the next batch to print."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.cards.card import CardState
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.store.queries.cards.page import CardsView
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.ui.language import tr
from fieldkit.ui.pages.cards.strip import NOW, ON_TABLE, pile_of
from fieldkit.ui.pages.cards.wording import second_line
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.whereabouts import badge, untold_words
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block, EmptyState
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.search import SearchField


class Part(StrEnum):
    """Which cards are shown."""

    ALL = "all"
    QUEUE = "queue"
    ON_TABLE = "on_table"
    READY = "ready"
    UNTOLD = "untold"


class QueueCard(Block):
    """Cards of this laptop, in the order in which somebody has to do something about them."""

    searched = Signal()
    part_chosen = Signal()
    opened = Signal(object)
    """Enter on a card."""
    selected = Signal(object)

    def __init__(self) -> None:
        super().__init__("card", gap=0, edges=(8, 12, 8, 8))
        self._zone = OFFICE_ZONE
        self.search = SearchField(tr("Cari nama, ujung NIK, nomor resi, atau antrean"))
        self.parts = ChoiceGroup(tr("Tampilkan"), _parts(), hint="Alt+1 / Alt+5")
        self.parts.set_value(Part.ALL)
        self.line = Label("", "second-strong")
        self.table = Table(RowsModel(self._columns(), id_of="request_id"), two_line=True, name=tr("Kartu"))
        self.why_not = Label("", "hint", wrap=True)
        self.print_button = Button("", "primary", icon="printer", key="Ctrl+Enter", size="main")
        self._empty = EmptyState("identification-card", "")
        self._stack = QStackedWidget()
        self._arrange()

    def part(self) -> Part:
        """What is chosen."""
        return Part(self.parts.value() or Part.ALL)

    def choose(self, part: Part) -> None:
        """Show another part."""
        self.parts.set_value(part)
        self.part_chosen.emit()

    def show_view(self, view: CardsView, zone: str) -> None:
        """The cards of the part that is chosen, or what was found; the selected one stays selected."""
        self._zone = zone
        rows = list(view.found) if view.found is not None else [card for card in view.cards if self._is_in(card)]
        before = self.table.currentIndex().row()
        self.table.rows_model.set_rows(rows)
        if rows and self.table.selected() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(max(0, min(before, len(rows) - 1)), 0))
        self.line.set_text(_shown_line(view, rows))
        self._show_empty(view, has_rows=bool(rows))

    def offer(self, cards: Sequence[CardRow], why_not: str) -> None:
        """The next cards to print, or why none is."""
        self.print_button.set_text(tr("Cetak {n} berikutnya", n=len(cards)) if cards else tr("Cetak berikutnya"))
        self.print_button.setEnabled(bool(cards) and not why_not)
        self.print_button.set_reason(why_not)
        self.why_not.set_text(why_not)
        self.why_not.setVisible(bool(why_not))

    def to_first(self) -> None:
        """Another part begins at its top."""
        self.table.setCurrentIndex(self.table.rows_model.index(0, 0))

    def focus(self) -> None:
        """To the table, whose letters are live; to the search where it is empty."""
        target = self.table if self.table.rows_model.rowCount() else self.search.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_in(self, card: CardRow) -> bool:
        part = self.part()
        if part is Part.UNTOLD:
            return card.is_untold
        if part is Part.QUEUE:
            return card.card.state is CardState.QUEUED
        return part is Part.ALL or pile_of(card) == {Part.ON_TABLE: ON_TABLE, Part.READY: "ready"}[part]

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Nama"), lambda card: (card.name or "–", self._second(card)), kind="two", width="stretch"),
            Column(tr("Keadaan"), lambda card: badge(card, self._zone), kind="badge"),
        ]

    def _second(self, card: CardRow) -> str:
        if self.part() is Part.UNTOLD and card.is_untold:
            return f"{untold_words(card)} · {second_line(card, self._zone)}"
        return second_line(card, self._zone)

    def _show_empty(self, view: CardsView, *, has_rows: bool) -> None:
        if view.found is not None:
            self._empty.set(tr("Tidak ketemu"), tr("Coba nomor resi, ujung NIK, atau ejaan nama yang lain."))
        elif view.cards:
            self._empty.set(tr("Tidak ada kartu di bagian ini"), tr("Pilih bagian lain dengan Alt+1 sampai Alt+5."))
        else:
            self._empty.set(
                tr("Belum ada kartu yang bisa dicetak"), tr("Yang sudah terekam di Pendaftaran tampil di sini.")
            )
        self._stack.setCurrentWidget(self.table if has_rows else self._empty)

    def _arrange(self) -> None:
        names = {"card_search": self.search, "cards": self.table, "card_parts": self.parts, "card_line": self.line}
        names |= {"print_next": self.print_button, "why_not_print": self.why_not, "no_cards": self._empty}
        for name, part in names.items():
            part.setObjectName(name)
        self.setObjectName("queue_card")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        head = column(self.search, self.parts, gap=8, edges=(6, 0, 6, 8))
        told = holder(column(self.line, self.why_not, gap=0))
        foot = Flow([stretched(told), self.print_button], gap=12)
        self.add(head, stretched(self._stack), row(stretched(foot), edges=(6, 8, 6, 0)))
        self.search.drive(self.table)
        self.search.searched.connect(lambda _typed: self.searched.emit())
        self.parts.chosen.connect(lambda _value: self.part_chosen.emit())
        self.table.activated_row.connect(self.opened)
        self.table.selected_row.connect(self.selected)


def next_batch(view: CardsView, size: int) -> list[CardRow]:
    """The next cards of the queue that can be printed now."""
    return [card for card in view.cards if pile_of(card) == NOW][:size]


def _parts() -> list[Choice]:
    return [
        Choice(Part.ALL, tr("Semua")),
        Choice(Part.QUEUE, tr("Antrean")),
        Choice(Part.ON_TABLE, tr("Di meja")),
        Choice(Part.READY, tr("Siap")),
        Choice(Part.UNTOLD, tr("Belum dikabari")),
    ]


def _shown_line(view: CardsView, rows: Sequence[CardRow]) -> str:
    if view.found is not None:
        return tr("{n} ditemukan", n=len(rows))
    return tr("{n} dari {all} kartu", n=len(rows), all=len(view.cards))
