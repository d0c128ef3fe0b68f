"""At the left: what is shown, and its table. Cards are looked for from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.cards.batches import BatchState, Difference, batch_label, difference_label
from fieldkit.domain.cards.card import CardState
from fieldkit.domain.zones import OFFICE_ZONE
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.cards.batches import Batch, BatchCard, DistrictCards
from fieldkit.store.queries.cards.whereabouts import UncollectedView, Whereabouts
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.places import district_name
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.whereabouts import answer, badge, day_at, for_resident, state_badge, untold_words
from fieldkit.ui.widgets.cards import Block, EmptyState
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.search import SearchField


class Part(StrEnum):
    """What is shown."""

    DISTRICTS = "districts"
    BATCHES = "batches"
    UNTOLD = "untold"
    CARDS = "cards"
    """The cards of the batch that is open."""
    FOUND = "found"


CHOSEN = (Part.DISTRICTS, Part.BATCHES, Part.UNTOLD)
"""The parts that are chosen; one comes to the others by Enter and by the search."""
_TONES: Mapping[str, str] = {
    BatchState.DRAFT: "info",
    BatchState.SIGNED: "warn",
    BatchState.WITH_DIFFERENCES: "err",
    BatchState.RECEIVED: "ok",
    BatchState.ARCHIVED: "mute",
}


class PilesCard(Block):
    """One table at a time."""

    part_chosen = Signal(str)
    selected = Signal(object)
    opened = Signal(object)

    def __init__(self, regions: RegionTable) -> None:
        super().__init__("card", gap=8, edges=(8, 12, 8, 8))
        self._regions, self._zone = regions, OFFICE_ZONE
        self._marked: Mapping[str, Difference] = {}
        self._view: UncollectedView | None = None
        self.part = Part.DISTRICTS
        self.search = SearchField(tr("Di mana kartu saya? Nomor resi, ujung NIK, atau nama"))
        self.parts = ChoiceGroup(tr("Tampilkan"), _choices(), hint="Alt+1 / Alt+3", columns=3)
        self.line = Label("", "second-strong", wrap=True)
        self.tables = {part: self._table(part) for part in Part}
        self._empty = EmptyState("identification-card", "")
        self._stack = QStackedWidget()
        self._arrange()

    @property
    def table(self) -> Table:
        """The one that is shown."""
        return self.tables[self.part]

    def show_part(self, part: Part, line: str, rows: Sequence[Any]) -> None:
        """Another part, or the same one as it is now."""
        self.part = part
        self.parts.set_value(part if part in CHOSEN else Part.BATCHES if part is Part.CARDS else None)
        self.line.set_text(line)
        before = self.table.currentIndex().row()
        self.table.rows_model.set_rows(rows)
        if rows and self.table.selected() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(max(0, min(before, len(rows) - 1)), 0))
        self._stack.setCurrentWidget(self.table if rows else self._empty)
        if not rows:
            self._empty.set(*_nothing(part))
        self.selected.emit(self.table.selected() if rows else None)

    def know(self, view: UncollectedView, marked: Mapping[str, Difference]) -> None:
        """What the words of the rows go by."""
        self._view, self._zone, self._marked = view, view.time_zone, marked

    def focus(self) -> None:
        """To the table; to the search where there is nothing."""
        target = self.table if self.table.rows_model.rowCount() else self.search.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _table(self, part: Part) -> Table:
        names = {
            Part.DISTRICTS: tr("Kartu per kecamatan"),
            Part.BATCHES: tr("Kiriman ke kecamatan"),
            Part.UNTOLD: tr("Sudah mengajukan, belum pernah dikabari"),
            Part.CARDS: tr("Kartu di kiriman ini"),
            Part.FOUND: tr("Kartu yang ditemukan"),
        }
        table = Table(RowsModel(self._columns(part)), two_line=True, name=names[part])
        table.setObjectName(f"uncollected_{part}")
        table.selected_row.connect(lambda chosen, here=part: self._tell(here, chosen))
        table.activated_row.connect(self.opened)
        return table

    def _tell(self, part: Part, chosen: object) -> None:
        if part is self.part:
            self.selected.emit(chosen)

    def _columns(self, part: Part) -> list[Column]:
        columns: dict[Part, Callable[[], list[Column]]] = {
            Part.DISTRICTS: self._of_districts,
            Part.BATCHES: self._of_batches,
            Part.UNTOLD: self._of_people,
            Part.FOUND: self._of_people,
            Part.CARDS: self._of_cards,
        }
        return columns[part]()

    def _of_districts(self) -> list[Column]:
        return [
            Column(tr("Kecamatan"), self._district, kind="two", width="stretch"),
            Column(tr("Siap diambil"), lambda each: count(each.ready), align="right"),
            Column(tr("Boleh dikirim"), lambda each: count(each.eligible), align="right", tone=_eligible_tone),
            Column(tr("Dalam kiriman"), lambda each: count(each.in_batches), align="right"),
        ]

    def _of_batches(self) -> list[Column]:
        return [
            Column(tr("Kiriman"), self._batch, kind="two", width="stretch"),
            Column(tr("Kartu"), lambda each: count(each.cards), align="right"),
            Column(tr("Menunggu"), lambda each: count(each.waiting), align="right"),
            Column(tr("Keadaan"), lambda each: (say(batch_label(each.state)), _TONES[each.state]), kind="badge"),
        ]

    def _of_people(self) -> list[Column]:
        return [
            Column(tr("Nama"), self._person, kind="two", width="stretch", tip=lambda each: self._person(each)[1]),
            Column(tr("Keadaan"), lambda each: badge(each.card, self._zone), kind="badge"),
        ]

    def _of_cards(self) -> list[Column]:
        return [
            Column(tr("Nama"), lambda each: (each.name or "–", each.address), kind="two", width="stretch"),
            Column(tr("Keadaan"), self._mark, kind="badge"),
        ]

    def _district(self, each: DistrictCards) -> tuple[str, str]:
        return district_name(self._regions, each.district), _turn_words(each)

    def _batch(self, each: Batch) -> tuple[str, str]:
        if each.received_at:
            last = tr("diterima {day}", day=day_at(each.received_at, self._zone))
        elif each.sent_at:
            last = tr("dikirim {day}", day=day_at(each.sent_at, self._zone))
        else:
            last = tr("disiapkan {day}", day=day_at(each.made_at, self._zone))
        return district_name(self._regions, each.district), " · ".join(filter(None, (each.number, last)))

    def _person(self, each: Whereabouts) -> tuple[str, str]:
        if self.part is Part.FOUND:
            return each.card.name or "–", for_resident(each, self._zone)
        asked = tr("daftar {day}", day=day_at(each.card.registered_at, self._zone))
        return each.card.name or "–", f"{untold_words(each.card, each.untold)} · {asked}"

    def _mark(self, each: BatchCard) -> tuple[str, str]:
        marked = self._marked.get(each.request_id)
        if marked is not None:
            return say(difference_label(marked)), "err"
        is_told = each.is_known or each.card.state is not CardState.QUEUED
        return state_badge(each.card, self._zone) if is_told else (tr("Di kiriman"), "info")

    def clerk_line(self, each: Whereabouts) -> str:
        """Where the card is, for whoever works here."""
        return answer(each.card, self._zone, self._view.day) if self._view is not None else ""

    def _arrange(self) -> None:
        self._stack.addWidget(self._empty)
        for table in self.tables.values():
            self._stack.addWidget(table)
        self.search.drive(self.tables[Part.FOUND])
        self.add(self.search, Flow([holder(row(self.parts, None))], whole=True), self.line, stretched(self._stack))
        self.parts.chosen.connect(self.part_chosen)
        self.parts.setObjectName("uncollected_parts")
        self.search.setObjectName("uncollected_search")
        self.line.setObjectName("uncollected_line")


def _eligible_tone(each: DistrictCards) -> str:
    return "warn" if each.eligible else ""


def _turn_words(each: DistrictCards) -> str:
    if each.eligible:
        return tr("{n} sudah tiga kali dikabari", n=count(each.eligible))
    return tr("belum ada giliran") if each.ready else tr("semuanya dalam kiriman")


def _choices() -> list[Choice]:
    return [
        Choice(Part.DISTRICTS, tr("Per kecamatan")),
        Choice(Part.BATCHES, tr("Kiriman")),
        Choice(Part.UNTOLD, tr("Belum dikabari")),
    ]


def _nothing(part: Part) -> tuple[str, str]:
    words = {
        Part.DISTRICTS: (tr("Tidak ada kartu yang menunggu"), tr("Kartu yang siap diambil tampil di sini.")),
        Part.BATCHES: (tr("Belum ada kiriman"), tr("Siapkan dari daftar kecamatan, sesudah tiga kali kabar.")),
        Part.UNTOLD: (tr("Semua pemohon sudah dikabari"), tr("Yang mengajukan dan belum dikabari tampil di sini.")),
        Part.CARDS: (tr("Kiriman ini kosong"), tr("Kartunya sudah diambil atau dicoret.")),
        Part.FOUND: (tr("Tidak ketemu"), tr("Coba nomor resi, ujung NIK, atau ejaan nama yang lain.")),
    }
    return words[part]
