"""Other shifts in the drawer, newest first: found by day and place, and Enter shows the closing of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.shifts.closing import open_elsewhere
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.closing.older import OlderShift
from fieldkit.ui.formats import clock, day_long, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.places import village_label
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.painted import announce
from fieldkit.ui.widgets.search import SearchField
from fieldkit.work.instants import at_site, moment


class ChooserPanel(QWidget):
    """The list of shifts, and the box that narrows it."""

    chosen = Signal(str)

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions = regions
        self._all: Sequence[OlderShift] = ()
        self.search = SearchField(tr("Cari tanggal atau tempat"))
        columns = [
            Column(tr("Shift"), self._place, kind="two", width="stretch"),
            Column(tr("Keadaan"), state_badge, kind="badge"),
            Column(tr("Ditutup oleh"), _closer, kind="two"),
        ]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Shift lain"))
        self.hint = Label("", "hint", wrap=True)
        names = {"closing_search": self.search, "older_shifts": self.table, "older_hint": self.hint}
        for name, part in names.items():
            part.setObjectName(name)
        self.table.activated_row.connect(self._pick)
        self.table.selected_row.connect(lambda _row: self._say(""))
        self.search.drive(self.table)
        self.search.searched.connect(lambda _words: self._narrow())
        self.setObjectName("closing_chooser")
        column(self.search, stretched(self.table), self.hint, gap=10, inside=self)
        self.setFocusProxy(self.search)

    def clear(self) -> None:
        """Nothing is searched for."""
        self.search.clear()

    def show_shifts(self, shifts: Sequence[OlderShift], wanted: str) -> None:
        """These, with the one that is on the page selected."""
        self._all = shifts
        self._narrow()
        self.table.select(wanted)

    def _narrow(self) -> None:
        words = self.search.text().casefold().split()
        found = [one for one in self._all if all(word in self._said(one) for word in words)]
        self.table.rows_model.set_rows(found)
        if found and self.table.selected() is None:
            self.table.select(found[0].id)
        self._say("" if found else tr("Tidak ada shift yang cocok. Cari tanggal lain, atau sinkron dulu."))

    def _said(self, one: OlderShift) -> str:
        day = date.fromisoformat(one.day)
        written = date_numeric(day)
        dates = f"{day_long(day)} {one.day} {written} {written.replace('-', '/')}"
        return f"{' '.join(self._place(one))} {dates}".casefold()

    def _place(self, one: OlderShift) -> tuple[str, str]:
        day = day_long(date.fromisoformat(one.day))
        return f"{day} · {one.name}", f"{one.site_name}, {village_label(self._regions, one.village)}"

    def _pick(self, one: OlderShift | None) -> None:
        if one is None:
            return
        if one.number or one.is_current:
            self.chosen.emit(one.id)
            return
        self._say(say(open_elsewhere().message))
        announce(self.table, self.hint.text())

    def _say(self, words: str) -> None:
        self.hint.set_text(words)
        self.hint.setVisible(bool(words))


def state_badge(one: OlderShift) -> tuple[str, str]:
    """Word and tone of where a shift stands."""
    if one.is_reported:
        return tr("Dilaporkan"), "info"
    if one.is_reopened:
        return tr("Dibuka lagi"), "warn"
    if not one.is_closed:
        return tr("Terbuka"), "mute"
    if one.number > 1:
        return tr("Digantikan yang ke-{n}", n=one.number), "ok"
    return tr("Ditutup"), "ok"


def _closer(one: OlderShift) -> tuple[str, str]:
    if not one.closed_at:
        return "–", ""
    at = at_site(moment(one.closed_at), one.time_zone)
    return one.closed_by, f"{day_short(at.date())} {clock(at)}"
