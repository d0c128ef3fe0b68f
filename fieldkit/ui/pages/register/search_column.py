"""The left column: one box over everybody, and who was found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from fieldkit.records.regions import RegionTable
from fieldkit.store.search import SearchHit
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.finder import Finder
from fieldkit.ui.pages.register.wording import (
    found_line,
    hit_more,
    hit_second,
    out_of_line,
    state_badge,
    whole_list_line,
)
from fieldkit.ui.rows.lists import Hit, HitList
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched
from fieldkit.ui.widgets.search import SearchField

_TIGHT = 256


class SearchColumn(Block):
    """Type, move with the arrows, pick with Enter. Enter waits for the hits of what was typed last."""

    asked = Signal(str)
    picked = Signal(str)
    walk_in = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__("card", gap=0, edges=(0, 14, 0, 10))
        self._regions = regions
        self._on, self._time_zone, self._total, self._place = date.max, "UTC", 0, ""
        self.search = SearchField(name=tr("Cari warga"))
        self.hits = HitList(tr("Warga yang ketemu"))
        self._finder = Finder(self.search, self.hits)
        self._found, self._out_of = Label("", "second-strong"), Label("", "second", "ink2", elide=True)
        self.walk_in_button = Button(tr("Tidak ada di daftar"), "quiet", icon="user-plus", key="Ctrl+N")
        self._arrange()
        self._listen()

    def show_place(self, on: date, time_zone: str, total: int, place: str) -> None:
        """Whose list it is, and the day that ages are told on."""
        self._on, self._time_zone, self._total, self._place = on, time_zone, total, place
        self._show_count()

    def show_hits(self, typed: str, hits: Sequence[SearchHit]) -> None:
        """What a search found; an answer to what is no longer in the box is dropped."""
        if not self._finder.takes(typed):
            return
        self.hits.set_hits([self._hit(hit) for hit in hits])
        self._show_count()
        self._finder.landed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words before pictures where it is tight."""
        super().resizeEvent(event)
        self.walk_in_button.set_icon(None if self.width() < look().px(_TIGHT) else "user-plus")

    def clear(self) -> None:
        """Ready for the next person."""
        self._finder.clear()

    def focus(self) -> None:
        """Into the box."""
        self.search.line.setFocus()
        self.search.line.selectAll()

    def _arrange(self) -> None:
        self.setObjectName("search_column")
        self.search.setObjectName("search")
        self.hits.setObjectName("hits")
        self.walk_in_button.setObjectName("walk_in")
        self._found.setObjectName("found")
        self._out_of.setObjectName("out_of")
        hint = Label(
            tr("Nama, ujung NIK, atau nomor KK. Boleh salah eja, boleh ditambah RT 3 RW 5."), "hint", wrap=True
        )
        counts = row(self._found, stretched(self._out_of), gap=6)
        head = column(self.search, hint, counts, gap=6, edges=(14, 0, 14, 8))
        foot = row(stretched(self.walk_in_button), edges=(4, 8, 4, 0))
        self.add(head, rule(), stretched(self.hits), rule(), foot)

    def _listen(self) -> None:
        self._finder.asked.connect(self.asked)
        self._finder.emptied.connect(self._show_nothing)
        self._finder.picked.connect(self.picked)
        self.walk_in_button.clicked.connect(self.walk_in)

    def _show_nothing(self) -> None:
        self.hits.set_hits([])
        self._show_count()

    def _show_count(self) -> None:
        self._found.setVisible(bool(self._finder.shown_for))
        if not self._finder.shown_for:
            self._found.set_text("")
            self._out_of.set_text(whole_list_line(self._total, self._place) if self._place else "")
            return
        self._found.set_text(found_line(self.hits.model().rowCount()))
        self._out_of.set_text(out_of_line(self._total, self._place) if self._place else "")

    def _hit(self, hit: SearchHit) -> Hit:
        badge = state_badge(hit.state, hit.since, hit.birth_date, self._on, self._time_zone)
        return Hit(hit.id, hit.name, hit_second(hit), badge, hit.marks, hit_more(hit, self._regions))
