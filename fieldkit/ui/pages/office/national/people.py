"""One work list: where its people live, who they are, and what is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.national.status import remedy
from fieldkit.domain.national.work_lists import WorkList, list_label
from fieldkit.domain.people.phone import mask_phone
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.national.work_lists import Unsent, WorkListCount, WorkListEntry
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.national.wording import (
    NOTHING,
    day,
    list_hint,
    person_place,
    recorded_words,
    status_badge,
)
from fieldkit.ui.places import village_label
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Card, EmptyState
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, stretched


@dataclass(frozen=True, slots=True)
class _Village:
    """So many people of the list live there; an empty id is all of them."""

    id: str
    people: int


class PeopleList(QWidget):
    """Villages at the left, people at the right."""

    chosen = Signal(str)
    """The village whose people are asked for; empty for all."""
    printed = Signal()
    left = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions = regions
        self.work_list = WorkList.FAILED
        self.villages = Table(RowsModel(self._village_columns()), name=tr("Per kelurahan"))
        self.sets = Table(RowsModel(_set_columns()), name=tr("Per alat dan hari"))
        self.people = Table(RowsModel(self._people_columns()), name=tr("Warga di daftar ini"), two_line=True)
        self._nobody = EmptyState("check-circle", tr("Tidak ada orang di daftar ini"), tr("Esc kembali."))
        self.hint, self.story = Label("", "second", "ink2", wrap=True), Label("", "second", "ink2", wrap=True)
        self.print_button = Button(tr("Cetak daftar"), "primary", icon="printer", key="Ctrl+P", press=self.printed.emit)
        self.back_button = Button(tr("Kembali"), key=tr("Esc"), press=self.left.emit)
        self.bar = ActionBar(self.back_button, self.print_button)
        self._stack = QStackedWidget()
        self._arrange()

    def village(self) -> str:
        """The village that is selected; empty for all."""
        row = self.villages.selected()
        return row.id if row is not None else ""

    def open_list(self, counts: WorkListCount, unsent: tuple[Unsent, ...]) -> None:
        """Another list; where its people live is told once it is known."""
        self.work_list = counts.id
        self._card.set_title(tr("{name}: {n} orang", name=say(list_label(counts.id)), n=count(counts.people)))
        self.hint.set_text(list_hint(counts.id))
        self.villages.rows_model.set_rows([_Village("", counts.people)])
        self.villages.setCurrentIndex(self.villages.rows_model.index(0, 0))
        self.show_sets(unsent)

    def show_villages(self, villages: Sequence[tuple[str, int]]) -> None:
        """Where the people live, the most first."""
        total = _Village("", sum(people for _, people in villages))
        self.villages.rows_model.set_rows([total, *(_Village(*each) for each in villages)])

    def show_sets(self, unsent: tuple[Unsent, ...]) -> None:
        """For what was not sent, of which set and day it is."""
        self.sets.rows_model.set_rows(unsent)
        self.sets.setVisible(self.work_list is WorkList.UPLOAD and bool(unsent))

    def show_people(self, people: list[WorkListEntry]) -> None:
        """The people of the village that is selected."""
        self.people.rows_model.set_rows(people)
        self._stack.setCurrentWidget(self.people if people else self._nobody)
        told = self.villages.selected()
        is_part = told is not None and told.people > len(people) > 0
        most = tr("Tampil {n} orang pertama; pilih kelurahannya, atau cetak.", n=count(len(people)))
        self.bar.set_draft(most if is_part else "", "info")
        self.print_button.setEnabled(bool(people))
        if people and self.people.selected() is None:
            self.people.setCurrentIndex(self.people.rows_model.index(0, 0))
        self._on_person(self.people.selected())

    def hasHeightForWidth(self) -> bool:
        """Never: a page with a wrapped label would be as high as its tables would like to be."""
        return False

    def focus_first(self) -> None:
        """To the villages: the arrows narrow the list."""
        self.villages.setFocus()

    def _arrange(self) -> None:
        self._stack.addWidget(self.people)
        self._stack.addWidget(self._nobody)
        self._card = Card(tr("Daftar kerja"))
        side = QWidget()
        column(stretched(self.villages, 3), stretched(self.sets, 2), gap=12, inside=side)
        tables = QWidget()
        row(stretched(side, 2), stretched(self._stack, 5), gap=12, inside=tables)
        self._card.add(self.hint, stretched(tables), self.story)
        column(stretched(self._card), self.bar, gap=10, inside=self)
        names = {"list_villages": self.villages, "list_people": self.people, "list_sets": self.sets}
        for name, part in {
            **names,
            "list_hint": self.hint,
            "list_story": self.story,
            "print_list": self.print_button,
        }.items():
            part.setObjectName(name)
        self.villages.selected_row.connect(lambda one: self.chosen.emit(one.id) if one is not None else None)
        self.people.selected_row.connect(self._on_person)

    def _on_person(self, person: WorkListEntry | None) -> None:
        words = remedy(person.status) if person is not None else None
        self.story.set_text(say(words) if words is not None else "")
        self.story.setVisible(words is not None)

    def _village_columns(self) -> list[Column]:
        return [
            Column(tr("Kelurahan"), self._village_name, width="stretch", tip=self._village_name),
            Column(tr("Orang"), lambda each: count(each.people), align="right", kind="strong"),
        ]

    def _village_name(self, each: _Village) -> str:
        return village_label(self._regions, each.id) if each.id else tr("Semua")

    def _people_columns(self) -> list[Column]:
        return [
            Column(
                tr("Nama"), lambda each: (each.name, person_place(self._regions, each)), kind="two", width="stretch"
            ),
            Column(tr("HP, direkam di sini"), _reached, kind="two"),
            Column(tr("Sejak"), _since, kind="two"),
            Column(tr("Status"), lambda each: status_badge(each.status, each.raw), kind="badge"),
        ]


def _reached(entry: WorkListEntry) -> tuple[str, str]:
    way = mask_phone(entry.phone) if entry.phone else entry.contact_name or NOTHING
    return way, recorded_words(entry)


def _since(entry: WorkListEntry) -> tuple[str, str]:
    return day(entry.since), tr("per {day}", day=day(entry.as_of))


def _set_columns() -> list[Column]:
    return [
        Column(tr("Alat"), lambda each: each.set_code or tr("tanpa nomor alat"), width="stretch"),
        Column(tr("Hari rekam"), lambda each: day(each.day)),
        Column(tr("Orang"), lambda each: count(each.people), align="right", kind="strong"),
    ]
