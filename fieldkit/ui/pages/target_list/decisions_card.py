"""What the field proposes about a village's list, with the evidence: ticked and decided by the office, read by all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.lists.proposal import is_decided, is_evident, proposal_label
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.store.queries.lists.proposals import ProposalRow
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.wording import neighbourhood
from fieldkit.ui.pages.target_list.wording import (
    decision_badge,
    decision_words,
    name_words,
    proposal_line,
)
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import ActionBar, Block, EmptyState
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched


class DecisionsCard(Block):
    """The work list of the office; whoever does not decide reads it."""

    opened = Signal(str)
    approved = Signal()
    rejected = Signal()
    reopened = Signal()
    left = Signal()

    def __init__(self, *, may_decide: bool) -> None:
        super().__init__("card", gap=0, edges=(8, 12, 8, 8))
        self._may_decide, self._zone = may_decide, OFFICE_ZONE
        self._rows: dict[str, ProposalRow] = {}
        self._ticked: set[str] = set()
        self._shown = Label("", "second-strong", elide=True)
        self.table = Table(RowsModel(self._columns()), two_line=True, name=tr("Usulan dari lapangan"))
        self.approve_button = Button(tr("Sahkan"), "primary", key="Ctrl+Enter", press=self.approved.emit)
        self.reject_button = Button(tr("Tolak"), key="Alt+T", press=self.rejected.emit)
        self.reopen_button = Button(tr("Buka lagi"), key="Alt+B", press=self.reopened.emit)
        self.back_button = Button(tr("Kembali ke daftar"), "quiet", key=tr("Esc"), press=self.left.emit)
        self.bar = ActionBar(self.reopen_button, self.reject_button, self.approve_button)
        self._stack, self._empty = QStackedWidget(), EmptyState("check-circle", "")
        self._arrange()
        self._listen()

    def show_proposals(self, rows: Sequence[ProposalRow], zone: str) -> None:
        """Those that wait first; ticks stay on what still waits."""
        self._zone = zone
        self._rows = {each.id: each for each in rows}
        self._ticked &= {each.id for each in rows if not is_decided(each.decision)}
        self.table.rows_model.set_rows(rows)
        if rows and self.table.selected() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self._empty.set(
            tr("Belum ada usulan di kelurahan ini"), tr("Lapangan mengusulkan dari daftar: buka warga, lalu 4.")
        )
        self._stack.setCurrentWidget(self.table if rows else self._empty)
        waiting = sum(not is_decided(each.decision) for each in rows)
        self._shown.set_text(
            tr("{n} usulan menunggu kantor, {m} sudah diputuskan", n=count(waiting), m=count(len(rows) - waiting))
        )
        self._offer()

    def wanted(self) -> tuple[str, ...]:
        """What is to be decided: what is ticked, in the order of the table; without a tick the row that is selected."""
        ticked = tuple(each for each in self._rows if each in self._ticked)
        current = self.table.selected()
        return ticked or (() if current is None or is_decided(current.decision) else (current.id,))

    def decided_one(self) -> str:
        """The selected row where the office has decided on it, or nothing."""
        current = self.table.selected()
        return current.id if current is not None and is_decided(current.decision) else ""

    def untick(self) -> None:
        """Nothing is ticked any more."""
        self._ticked.clear()
        self._repaint()

    def ticked(self) -> int:
        """How many are ticked."""
        return len(self._ticked)

    def focus(self) -> None:
        """Into the rows, where Space ticks."""
        self.table.setFocus()

    def _columns(self) -> list[Column]:
        tick = [Column("", self._tick, kind="tick", tone=self._tick_tone, said=tr("Pilih"))] if self._may_decide else []
        return [
            *tick,
            Column(tr("Nama"), self._who, kind="two"),
            Column(tr("Usulan dan bukti"), self._what, kind="two", tone=self._doubt, width="stretch"),
            Column(
                tr("Putusan kantor"), decision_badge, kind="badge", tip=lambda each: decision_words(each, self._zone)
            ),
        ]

    def _tick(self, each: ProposalRow) -> str:
        if is_decided(each.decision):
            return ""
        return tr("ditandai") if each.id in self._ticked else tr("belum ditandai")

    def _tick_tone(self, each: ProposalRow) -> str:
        if is_decided(each.decision):
            return ""
        return "on" if each.id in self._ticked else "off"

    def _who(self, each: ProposalRow) -> tuple[str, str]:
        return name_words(each.name), neighbourhood(each.rt, each.rw)

    def _what(self, each: ProposalRow) -> tuple[str, str]:
        return say(proposal_label(each.kind)), proposal_line(each)

    def _doubt(self, each: ProposalRow) -> str:
        bare = not is_evident(each.kind, each.evidence_kind, each.evidence_number)
        return "warn" if bare and not is_decided(each.decision) else ""

    def _arrange(self) -> None:
        names = {
            "decisions": self,
            "proposals": self.table,
            "proposals_shown": self._shown,
            "approve": self.approve_button,
        }
        for name, part in {**names, "reject": self.reject_button, "reopen": self.reopen_button}.items():
            part.setObjectName(name)
        self.bar.line.setObjectName("decisions_left")
        hint = [Label(tr("Tandai"), "hint"), KeyCap(tr("Spasi")), Label(tr("Semua"), "hint"), KeyCap("Ctrl+A")]
        acts = holder(row(*(hint if self._may_decide else []), self.back_button, None, gap=6))
        head = Flow([stretched(self._shown), acts])
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.add(column(head, gap=8, edges=(6, 0, 6, 8)), stretched(self._stack))
        self.add(column(self.bar, edges=(6, 8, 6, 0)))
        self.bar.setVisible(self._may_decide)

    def _listen(self) -> None:
        self.table.activated_row.connect(lambda each: self.opened.emit(each.shown_id) if each is not None else None)
        self.table.selected_row.connect(lambda _row: self._offer())
        if not self._may_decide:
            return
        bind(self.table, "Space", self._toggle)
        bind(self.table, "Ctrl+A", self._toggle_all)
        for key, button in {"Alt+T": self.reject_button, "Alt+B": self.reopen_button}.items():
            bind(self, key, button.click)

    def _toggle(self) -> None:
        current = self.table.selected()
        if current is None or is_decided(current.decision):
            return
        self._ticked ^= {current.id}
        self._repaint()
        following = min(self.table.currentIndex().row() + 1, self.table.rows_model.rowCount() - 1)
        self.table.setCurrentIndex(self.table.rows_model.index(following, 0))

    def _toggle_all(self) -> None:
        """All whose papers are there; once more, none."""
        ready = {each.id for each in self._rows.values() if not is_decided(each.decision) and not self._doubt(each)}
        self._ticked = set() if ready <= self._ticked else self._ticked | ready
        self._repaint()

    def _repaint(self) -> None:
        model = self.table.rows_model
        if model.rowCount():
            model.dataChanged.emit(model.index(0, 0), model.index(model.rowCount() - 1, 0))
        self._offer()

    def _offer(self) -> None:
        """The buttons name how many they are about."""
        self.bar.set_left("")
        number = len(self.wanted())
        for button, word in ((self.approve_button, tr("Sahkan")), (self.reject_button, tr("Tolak"))):
            button.set_text(f"{word} {count(number)}" if number else word)
            button.setEnabled(bool(number))
        self.reopen_button.setVisible(bool(self.decided_one()))
