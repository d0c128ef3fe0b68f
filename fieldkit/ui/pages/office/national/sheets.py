"""A work list leaves the laptop: asks in what, notes it with each village, and brings it out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.national.work_lists import WorkList, list_label
from fieldkit.host.drives import carried_drive
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.national.work_lists import WorkListEntry, work_list
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import say, tr
from fieldkit.ui.papers.drawer import PaperDrawer
from fieldkit.ui.papers.ways import SheetWay, sheet_ways
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.choices import ChoiceGroup
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.lists.sheets import NotePaper, note_paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class ListForm(DrawerForm):
    """In what the list leaves the laptop."""

    def __init__(self) -> None:
        self.way = ChoiceGroup(tr("Keluar sebagai"), sheet_ways(), columns=3)
        super().__init__("national_list", {"way": self.way}, save=tr("Keluarkan"))
        self.scope = Label("", "second-strong", wrap=True)
        warned = tr("Berkasnya memuat nama warga dan tidak terkunci. Simpan di USB, hapus sesudah dicetak.")
        self.lay(self.way, self.scope, Label(warned, "hint", wrap=True))

    def fill(self, scope: str) -> None:
        """Begin: as a PDF."""
        self.way.set_value(SheetWay.PDF)
        self.scope.set_text(scope)
        self.begin(None)


@dataclass(frozen=True, slots=True, repr=False)
class _Order:
    """What goes out: these people, in this way."""

    work_list: WorkList
    people: tuple[WorkListEntry, ...]
    office: str
    way: SheetWay
    at: datetime


class ListSheets(PaperDrawer):
    """Opens over the desk with Ctrl+P."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self.form = ListForm()
        super().__init__(context, page, self.form, tr("Cetak daftar kerja"), "national_list_drawer")
        self._asked: tuple[WorkList, str, str, datetime] | None = None

    def open(self, wanted: WorkList, village: str, day: str, at: datetime) -> None:
        """Ask in what the list of a village, or of all, leaves the laptop; the time is the regency's."""
        self._asked = wanted, village, day, at
        where = village_label(self._context.regions, village) if village else tr("semua kelurahan")
        name = say(list_label(wanted))
        self.form.fill(tr("{name}, {where}. Satu halaman tiap kelurahan.", name=name, where=where))
        self._show()

    def _begin(self) -> None:
        store, asked = self._context.store, self._asked
        way = SheetWay(self.form.way.value() or SheetWay.PDF)
        if asked is not None:
            self._context.ask(
                self,
                lambda: (store.query(_ordered, *asked, way), carried_drive()),
                lambda found: self._take_out(*found),
            )

    def _take_out(self, order: _Order, drive: Path | None) -> None:
        store, by_village = self._context.store, Counter(one.village for one in order.people)
        self._lead_out(
            order.way,
            tr("Simpan daftar ke mana"),
            drive,
            lambda: store.execute(note_paper, NotePaper(SheetKind.NATIONAL, by_village)),
            lambda _none, out: self._bring(order, out),
        )

    def _bring(self, order: _Order, out: Path | QPrinter) -> None:
        # Only now: what makes papers takes longer to import than the desk may take to open.
        from fieldkit.reports.lists.national_list import ListHead
        from fieldkit.ui.pages.office.national.sheet_files import bring_out

        regions = self._context.regions
        regency = regions.by_code(self._context.store.meta.regency)
        head = ListHead(order.work_list, order.office, regency.name if regency else "", order.at)
        people = [(village_label(regions, one.village), one) for one in order.people]
        self._context.ask(
            self, lambda: bring_out(head, people, order.way, out), lambda _none: self._say(order), lane="network"
        )

    def _say(self, order: _Order) -> None:
        people = count(len(order.people))
        printed, saved = tr("Daftar {n} orang dikirim ke printer", n=people), tr("Daftar {n} orang tersimpan", n=people)
        self._gone_out(order.way, printed, saved)


def _ordered(database: Database, wanted: WorkList, village: str, day: str, at: datetime, way: SheetWay) -> _Order:
    """What is on the list as it stands now."""
    return _Order(wanted, tuple(work_list(database, wanted, day, village)), office_name(database, day), way, at)
