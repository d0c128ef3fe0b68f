"""How the terms of a rule are asked for, each giving its value as it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.cards.print_order import read_ranks, write_ranks
from fieldkit.domain.rules.terms import Kind, Term, place_label
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row
from fieldkit.ui.widgets.marks import TickBox


@dataclass(frozen=True, slots=True)
class Rank:
    """One place of the order."""

    place: int
    reasons: frozenset[str]

    @property
    def words(self) -> str:
        """Its reasons, as one line."""
        return ", ".join(sorted(say(place_label(reason)) for reason in self.reasons))


class OrderField(Findings):
    """Reasons in their turn, moved line by line."""

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        columns = [
            Column(tr("No."), lambda rank: str(rank.place), align="right"),
            Column(tr("Alasan"), lambda rank: rank.words, width="stretch"),
        ]
        self.table = Table(RowsModel(columns, id_of="words"), name=label)
        self.table.setFixedHeight(7 * self.table.least_row_height())
        self._ranks: list[Rank] = []
        column(Label(label, "label"), self.table, self._movers(), self.finding_line, gap=4, inside=self)

    def answer_widget(self) -> QWidget:
        """The lines, which move with Ctrl and the arrows."""
        return self.table

    def value(self) -> str:
        """The order as it is kept."""
        return write_ranks(rank.reasons for rank in self._ranks)

    def set_value(self, value: str) -> None:
        """Fill by program."""
        self._put(list(read_ranks(value)))
        self.table.setCurrentIndex(self.table.rows_model.index(0, 0))

    def move_line(self, step: int) -> None:
        """The selected line goes up or down."""
        at = self.table.currentIndex().row()
        to = at + step
        if at < 0 or not 0 <= to < len(self._ranks):
            return
        ranks = [rank.reasons for rank in self._ranks]
        ranks[at], ranks[to] = ranks[to], ranks[at]
        self._put(ranks)
        self.table.setCurrentIndex(self.table.rows_model.index(to, 0))
        self.changed.emit()

    def _put(self, ranks: list[frozenset[str]]) -> None:
        self._ranks = [Rank(place, reasons) for place, reasons in enumerate(ranks, 1)]
        self.table.rows_model.set_rows(self._ranks)

    def _movers(self) -> QWidget:
        up = Button(tr("Naik"), "small", icon="arrow-up", key="Ctrl+↑", press=lambda: self.move_line(-1))
        down = Button(tr("Turun"), "small", icon="arrow-down", key="Ctrl+↓", press=lambda: self.move_line(1))
        bind(self.table, "Ctrl+Up", lambda: self.move_line(-1))
        bind(self.table, "Ctrl+Down", lambda: self.move_line(1))
        return holder(row(up, down, None, gap=8))


class ReasonsField(Findings):
    """Some reasons, or none: ticked with Space."""

    changed = Signal()

    def __init__(self, label: str, options: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._boxes = {value: TickBox(words) for value, words in options}
        for value, box in self._boxes.items():
            box.setObjectName(f"reason_{value}")
            box.ticked.connect(lambda _on: self.changed.emit())
        column(Label(label, "label"), *self._boxes.values(), self.finding_line, gap=4, inside=self)

    def answer_widget(self) -> QWidget:
        """The first tick."""
        return next(iter(self._boxes.values())).box

    def value(self) -> str:
        """The ticked reasons as they are kept."""
        return " ".join(value for value, box in self._boxes.items() if box.checked())

    def set_value(self, value: str) -> None:
        """Fill by program."""
        for name, box in self._boxes.items():
            box.set_checked(name in value.split())


@dataclass(frozen=True, slots=True)
class Answer:
    """A field with the value that it stands for."""

    field: Findings
    get: Callable[[], str]
    put: Callable[[str], None]
    changed: Any
    """The signal that says that somebody answered."""


def answer_for(term: Term) -> Answer:
    """How a term is asked for."""
    label, hint = say(term.label), say(term.hint) if term.hint is not None else ""
    if term.kind is Kind.CHOICE:
        choices = [Choice(value, say(words)) for value, words in term.options]
        group = ChoiceGroup(label, choices, columns=1)
        return Answer(group, lambda: group.value() or "", group.set_value, group.chosen)
    if term.kind is Kind.ORDER:
        order = OrderField(label)
        return Answer(order, order.value, order.set_value, order.changed)
    if term.kind is Kind.REASONS:
        ticks = ReasonsField(label, tuple((value, say(words)) for value, words in term.options))
        return Answer(ticks, ticks.value, ticks.set_value, ticks.changed)
    if term.kind is Kind.DAY:
        day = DateField(label, hint=hint)
        return Answer(day, lambda: _iso(day), lambda value: _fill_day(day, value), day.edited)
    if term.kind is Kind.NUMBER:
        hint = f"{term.low}–{term.high}"
    text = TextField(label, hint=hint, digits=term.kind is Kind.NUMBER)
    return Answer(text, text.value, text.set_value, text.edited)


def _iso(field: DateField) -> str:
    """The day as it is kept; what is none stays as it was typed, and is refused with its words."""
    day = field.date()
    return day.isoformat() if day is not None else field.value()


def _fill_day(field: DateField, value: str) -> None:
    try:
        field.set_date(date.fromisoformat(value) if value else None)
    except ValueError:
        field.set_value(value)
