"""Say that two rows are one person: the other one is searched for here, and looked at before anything is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.table.registration import Person
from fieldkit.store.search import SearchHit
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.finder import Finder
from fieldkit.ui.pages.register.wording import hit_more, hit_second, state_badge
from fieldkit.ui.pages.target_list.wording import birth_words
from fieldkit.ui.rows.lists import Hit, HitList
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.search import SearchField


class LinkForm(DrawerForm):
    """Type, move with the arrows, pick with Enter; Ctrl+Enter says it."""

    searched = Signal(str)

    def __init__(self, regions: RegionTable) -> None:
        super().__init__("link", {}, save=tr("Satukan"))
        self._regions = regions
        self._person: Person | None = None
        self._on, self._time_zone = date(2000, 1, 1), "UTC"
        self._other: SearchHit | None = None
        self._hits: dict[str, SearchHit] = {}
        self.search = SearchField(tr("Cari data lain dari orang ini"))
        self.hits = HitList(tr("Data yang ketemu"))
        self._found = Label("", "second", "ink2", wrap=True)
        self.chosen = Notice(tone="info")
        self._finder = Finder(self.search, self.hits)
        self._arrange()
        self._finder.asked.connect(self.searched)
        self._finder.emptied.connect(lambda: self._show([]))
        self._finder.picked.connect(self._pick)

    def fill(self, person: Person, on: date, time_zone: str) -> None:
        """Begin with a person."""
        self._person, self._on, self._time_zone = person, on, time_zone
        self._finder.clear()
        self._choose(None)
        self.begin(None)

    def show_hits(self, typed: str, hits: Sequence[SearchHit]) -> None:
        """Who was found, without the person who is looked at; an answer to what was typed before is dropped."""
        if not self._finder.takes(typed):
            return
        own = self._person.id if self._person is not None else ""
        self._show([hit for hit in hits if hit.id != own])
        self._finder.landed()

    def other(self) -> str:
        """The id of the other row; RuleError where none was picked."""
        if self._other is None:
            raise RuleError(
                Problem("other", "nobody_picked", text("Belum ada yang dipilih. Cari namanya, lalu tekan Enter."))
            )
        return self._other.id

    def focus_first(self) -> None:
        """Into the search."""
        self.search.line.setFocus()

    def _arrange(self) -> None:
        self.search.setObjectName("link_search")
        self.hits.setObjectName("link_hits")
        self.chosen.setObjectName("link_chosen")
        hint = tr("Nama lain, ujung NIK, atau nomor KK. Keduanya tetap tersimpan, dan bisa dipisahkan lagi.")
        head = column(self.search, Label(hint, "hint", wrap=True), self._found, gap=6)
        held = QWidget()
        column(self.chosen, None, inside=held)
        self._stack = QStackedWidget()
        for view in (self.hits, held):
            self._stack.addWidget(view)
        column(head, stretched(self._stack), self.bar, gap=10, inside=self)

    def _show(self, hits: Sequence[SearchHit]) -> None:
        self._hits = {hit.id: hit for hit in hits}
        self._choose(None)
        self.hits.set_hits([self._hit(hit) for hit in hits])
        self._found.set_text("" if hits or not self.search.text().strip() else tr("Tidak ketemu. Coba ejaan lain."))
        self._found.setVisible(bool(self._found.full_text()))

    def _pick(self, row_id: str) -> None:
        self._choose(self._hits.get(row_id))

    def _choose(self, hit: SearchHit | None) -> None:
        self._other = hit
        self.bar.set_left("")
        self._stack.setCurrentIndex(0 if hit is None else 1)
        if hit is not None and self._person is not None:
            self._compare(self._person, hit)

    def _compare(self, person: Person, hit: SearchHit) -> None:
        """Both beside their names; another day of birth wants a second look."""
        title = tr("{name} dan {other} satu orang", name=person.name, other=hit.name)
        own = " · ".join(filter(None, (birth_words(person.birth_date, self._on), f"…{person.nik_tail}")))
        theirs = " · ".join((hit_second(hit), *hit_more(hit, self._regions)))
        lines = (f"{person.name}: {own}", f"{hit.name}: {theirs}")
        differs = person.birth_date and hit.birth_date and person.birth_date != hit.birth_date
        doubt = [tr("Tanggal lahirnya berbeda. Cocokkan dulu dengan KK.")] if differs else []
        self.chosen.set(title, "\n".join((*lines, *doubt)), tone="warn" if differs else "info")

    def _hit(self, hit: SearchHit) -> Hit:
        badge = state_badge(hit.state, hit.since, hit.birth_date, self._on, self._time_zone)
        return Hit(hit.id, hit.name, hit_second(hit), badge, hit.marks, hit_more(hit, self._regions))
