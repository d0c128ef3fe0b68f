"""Where a person who is not on the list lives: this village, unless another one is looked up (F-R8)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.records.regions import Region, RegionTable
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.finder import Finder
from fieldkit.ui.places import district_label, village_label
from fieldkit.ui.rows.lists import QueueList, QueueRow
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.search import SearchField

MOST_VILLAGES = 5
"""So many fit into the form without a list that scrolls in it."""


class Residence(QWidget):
    """The search for a village; hidden while nobody asks for another one."""

    asked = Signal(str)
    changed = Signal()
    left = Signal()
    """The search is over, with an answer or without."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions = regions
        self._village = ""
        self.search = SearchField(name=tr("Desa atau kelurahan tempat tinggal"))
        self.search.setObjectName("residence")
        self.hits = QueueList(tr("Desa dan kelurahan yang ketemu"))
        self.hits.setObjectName("residence_hits")
        self._said = Label("", "second", "ink2", wrap=True)
        self._finder = Finder(self.search, self.hits)
        hint = Label(tr("nama, boleh ditambah kecamatan atau kabupaten; atau kode wilayah"), "hint", elide=True)
        head = row(Label(tr("Tinggal di"), "label"), stretched(hint))
        column(head, self.search, self._said, self.hits, gap=4, inside=self)
        self._listen()
        self.hide()

    def value(self) -> str:
        """Code of the village; empty for the one of the shift."""
        return self._village

    def set_value(self, village: str) -> None:
        """Fill by program."""
        self._village = village

    def open(self) -> None:
        """Look another village up."""
        self._finder.clear()
        self.show()
        self.search.line.setFocus()

    def step_out(self) -> bool:
        """Give the search up; what was chosen before stays."""
        if self.isHidden():
            return False
        self.close_search()
        self.left.emit()
        return True

    def close_search(self) -> None:
        """Out of sight, with nothing in the box."""
        self.hide()
        self._finder.clear()

    def show_villages(self, typed: str, villages: Sequence[Region]) -> None:
        """What the search found, the nearest first."""
        if not self._finder.takes(typed):
            return
        self._said.set_text("" if villages else tr("Tidak ketemu. Coba nama kecamatannya juga, atau kode wilayah."))
        self._fill([self._row(village) for village in villages])
        self._finder.landed()

    def changeEvent(self, event: QEvent) -> None:
        """The list follows the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _listen(self) -> None:
        self._finder.asked.connect(self.asked)
        self._finder.emptied.connect(self._show_nothing)
        self._finder.picked.connect(self._choose)

    def _show_nothing(self) -> None:
        self._said.set_text("")
        self._fill([])

    def _fill(self, rows: list[QueueRow]) -> None:
        self.hits.set_rows(rows)
        if rows and self.hits.current_id() is None:
            self.hits.select(rows[0].id)
        self._said.setVisible(bool(self._said.full_text()))
        self._fit()

    def _fit(self) -> None:
        rows = self.hits.rows_model.rowCount()
        self.hits.setVisible(bool(rows))
        self.hits.setFixedHeight(look().px(look().scale.row_two) * rows)

    def _row(self, village: Region) -> QueueRow:
        name, place = village_label(self._regions, village.code), district_label(self._regions, village.code)
        return QueueRow(village.code, village.code, name, place)

    def _choose(self, village: str) -> None:
        self._village = village
        self.close_search()
        self.changed.emit()
        self.left.emit()
