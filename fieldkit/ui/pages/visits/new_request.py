"""A new request: who it is about, found by name, and then what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.store.search import SearchHit
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.finder import Finder
from fieldkit.ui.pages.register.wording import hit_more, hit_second, state_badge
from fieldkit.ui.rows.lists import Hit, HitList
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.search import SearchField


class WhoAsks(QWidget):
    """Type a name, move with the arrows, pick with Enter."""

    searched = Signal(str)
    picked = Signal(str, str)
    """Id and name of whom the visit is for."""
    cancelled = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions, self._hits = regions, dict[str, SearchHit]()
        self._on, self._time_zone = date(2000, 1, 1), "UTC"
        self.search = SearchField(tr("Siapa yang tidak bisa datang"))
        self.hits = HitList(tr("Warga yang ketemu"))
        self._found = Label("", "second", "ink2", wrap=True)
        self._finder = Finder(self.search, self.hits)
        self.cancel_button = Button(tr("Batal"), key=tr("Esc"), press=self.cancelled.emit)
        self._arrange()
        self._finder.asked.connect(self.searched)
        self._finder.emptied.connect(lambda: self._show([]))
        self._finder.picked.connect(self._pick)

    def begin(self, on: date, time_zone: str) -> None:
        """Look for somebody."""
        self._on, self._time_zone = on, time_zone
        self._finder.clear()
        self.search.line.setFocus()

    def show_hits(self, typed: str, hits: Sequence[SearchHit]) -> None:
        """Who was found; an answer to what was typed before is dropped."""
        if self._finder.takes(typed):
            self._show(hits)
            self._finder.landed()

    def _arrange(self) -> None:
        self.search.setObjectName("who_search")
        self.hits.setObjectName("who_hits")
        self.cancel_button.setObjectName("who_cancel")
        hint = Label(tr("Nama, ujung NIK, atau nomor KK. Boleh salah eja."), "hint", wrap=True)
        head = column(self.search, hint, self._found, gap=6)
        column(head, stretched(self.hits), ActionBar(self.cancel_button), gap=10, inside=self)
        self._found.hide()

    def _show(self, hits: Sequence[SearchHit]) -> None:
        self._hits = {hit.id: hit for hit in hits}
        self.hits.set_hits([self._hit(hit) for hit in hits])
        is_missing = not hits and bool(self.search.text().strip())
        self._found.set_text(tr("Tidak ketemu. Coba ejaan lain, atau daftarkan dulu di Pendaftaran (F3)."))
        self._found.setVisible(is_missing)

    def _hit(self, hit: SearchHit) -> Hit:
        badge = state_badge(hit.state, hit.since, hit.birth_date, self._on, self._time_zone)
        return Hit(hit.id, hit.name, hit_second(hit), badge, hit.marks, hit_more(hit, self._regions))

    def _pick(self, row_id: str) -> None:
        if row_id in self._hits:
            self.picked.emit(row_id, self._hits[row_id].name)
