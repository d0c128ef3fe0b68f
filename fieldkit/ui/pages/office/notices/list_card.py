"""The list of cards that lie ready: the search, which part is shown, the table, and the way to the paper."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.notices.tasks import Task
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.notices.desk import NoticeCard, NoticeView
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.notices.wording import badge, due_word, second_line, shown_line
from fieldkit.ui.places import village_label
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block, EmptyState
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.search import SearchField


class Part(StrEnum):
    """Which cards are shown."""

    TO_DO = "to_do"
    SENDING = "sending"
    WAITING = "waiting"
    DONE = "done"
    ALL = "all"


_TASKS: Final = {
    Part.TO_DO: (Task.SETTLE, Task.CALL, Task.ASK_RT),
    Part.SENDING: (Task.SEND,),
    Part.WAITING: (Task.WAIT,),
    Part.DONE: (Task.DONE,),
    Part.ALL: tuple(Task),
}


class NoticeListCard(Block):
    """What the clerk has to do comes first, there village by village and RT by RT."""

    changed = Signal()
    opened = Signal(object)
    selected = Signal(object)
    printed = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__("card", gap=0, edges=(8, 12, 8, 8))
        self._regions = regions
        self._view: NoticeView | None = None
        self.search = SearchField(tr("Cari nama, nomor resi, RT, atau desa"))
        self.parts = ChoiceGroup(tr("Tampilkan"), _parts(), hint="Alt+1 / Alt+5")
        self.parts.set_value(Part.TO_DO)
        self.line = Label("", "second-strong", elide=True)
        model = RowsModel(self._columns(), id_of="request_id")
        self.table = Table(model, two_line=True, name=tr("Kartu yang menunggu diambil"))
        self.print_button = Button(
            tr("Daftar panggil"), "primary", icon="printer", key="Ctrl+P", press=self.printed.emit
        )
        self._empty, self._stack = EmptyState("chat-text", ""), QStackedWidget()
        self._arrange()

    def show_view(self, view: NoticeView) -> None:
        """The cards of the part that is chosen, narrowed by what is typed; the selected one stays selected."""
        self._view = view
        rows = self.shown()
        before = self.table.currentIndex().row()
        self.table.rows_model.set_rows(rows)
        if rows and self.table.selected() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(max(0, min(before, len(rows) - 1)), 0))
        self.parts.rename({part: _caption(part, view.count(*_TASKS[part])) for part in Part})
        self.line.set_text(shown_line(view, len(rows)))
        self._say_why_empty(view)
        self._stack.setCurrentWidget(self.table if rows else self._empty)

    def shown(self) -> list[NoticeCard]:
        """The cards that are listed."""
        if self._view is None:
            return []
        words = self.search.text().casefold().split()
        tasks = tuple(Task) if words else _TASKS[self.part()]
        return [card for card in self._view.cards if card.task in tasks and (not words or self._fits(card, words))]

    def part(self) -> Part:
        """What is chosen."""
        return Part(self.parts.value() or Part.TO_DO)

    def choose(self, part: Part) -> None:
        """Show another part."""
        self.parts.set_value(part)
        self.to_first()

    def to_first(self) -> None:
        """Another part begins at its top."""
        self.changed.emit()
        self.table.setCurrentIndex(self.table.rows_model.index(0, 0))

    def focus(self) -> None:
        """To the table, whose letters are live; to the search where it is empty."""
        target = self.table if self.table.rows_model.rowCount() else self.search.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fits(self, card: NoticeCard, words: Sequence[str]) -> bool:
        place = village_label(self._regions, card.area)
        told = f"{card.name} {card.receipt_ref} rt{card.rt} rt {card.rt} rw {card.rw} {place}".casefold()
        return all(word.replace("-", "") in told or word in told for word in words)

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Nama"), lambda card: (card.name or "–", second_line(card)), kind="two", width="stretch"),
            Column(tr("Desa"), lambda card: village_label(self._regions, card.area)),
            Column(tr("Kabar"), due_word),
            Column(tr("Keadaan"), badge, kind="badge"),
        ]

    def _say_why_empty(self, view: NoticeView) -> None:
        if self.search.text().strip():
            self._empty.set(tr("Tidak ketemu"), tr("Coba nomor resi atau ejaan nama yang lain."))
        elif not view.cards:
            self._empty.set(
                tr("Tidak ada kartu yang menunggu diambil"), tr("Kartu yang ditaruh di tempat ambil tampil di sini.")
            )
        elif self.part() is Part.TO_DO:
            self._empty.set(
                tr("Tidak ada yang perlu diberi tahu sekarang"), tr("Lihat yang lain dengan Alt+2 sampai Alt+5.")
            )
        else:
            self._empty.set(tr("Tidak ada kartu di bagian ini"), tr("Pilih bagian lain dengan Alt+1 sampai Alt+5."))

    def _arrange(self) -> None:
        names = {"notice_search": self.search, "notices": self.table, "notice_parts": self.parts}
        names |= {"notice_line": self.line, "take_out": self.print_button, "no_notices": self._empty}
        for name, part in names.items():
            part.setObjectName(name)
        self.setObjectName("notice_list")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        foot = Flow([stretched(self.line), self.print_button], gap=12)
        self.add(column(self.search, self.parts, gap=8, edges=(6, 0, 6, 8)), stretched(self._stack))
        self.add(row(stretched(foot), edges=(6, 8, 6, 0)))
        self.search.drive(self.table)
        self.search.searched.connect(lambda _typed: self.changed.emit())
        self.parts.chosen.connect(lambda _value: self.to_first())
        self.table.activated_row.connect(self.opened)
        self.table.selected_row.connect(self.selected)


def _parts() -> list[Choice]:
    return [Choice(part, _caption(part, 0)) for part in Part]


def _caption(part: Part, cards: int) -> str:
    words = {
        Part.TO_DO: tr("Dikerjakan"),
        Part.SENDING: tr("Antre SMS"),
        Part.WAITING: tr("Menunggu"),
        Part.DONE: tr("Tiga kabar"),
        Part.ALL: tr("Semua"),
    }
    return f"{words[part]} · {count(cards)}" if cards else words[part]
