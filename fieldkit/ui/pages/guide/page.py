"""The guide, opened by F1 F1 at the page that it explains; Esc goes back to the work as it was left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fieldkit.ui.language import language, tr
from fieldkit.ui.pages.guide.book import Chapter, guide_of
from fieldkit.ui.pages.guide.leaf import Leaf
from fieldkit.ui.pages.guide.practice import start_practice
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.shell.page import Page, PageAsked
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.search import SearchField

_CHAPTERS_WIDTH = 316


class GuidePage(Page):
    """Chapters at the left, the open one beside them."""

    def __init__(self, role: str, pages: Sequence[str], practise: Callable[[], object] = start_practice) -> None:
        super().__init__()
        self._practise = practise
        self.title = tr("Panduan")
        self._came_from = ""
        self._all = guide_of(role, pages, language())
        self.search = self.search_field = SearchField(tr("Cari di panduan"))
        self.chapters = Table(
            RowsModel([Column(tr("Bab"), lambda chapter: chapter.title, width="stretch")]), name=tr("Bab panduan")
        )
        self.nothing = Label("", "second", wrap=True)
        self.leaf = Leaf(language())
        self._arrange()
        self._listen()
        self._show_chapters(self._all)

    def subtitle(self) -> str:
        """The open chapter."""
        chapter = self.chapters.selected()
        return chapter.title if chapter is not None else ""

    def header_slot(self) -> QWidget:
        """The card of keys, and the way back."""
        card = Button(tr("Kartu tombol"), key="Ctrl+P", press=self.key_card_asked.emit)
        back = Button(tr("Kembali bekerja"), "quiet", key="Esc", press=self.step_out)
        return holder(row(card, back, gap=8))

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the guide."""
        return [
            (tr("Esc"), tr("Kembali bekerja; yang diketik tetap ada")),
            ("Ctrl+F", tr("Cari di panduan")),
            (tr("Enter"), tr("Dari daftar bab ke isinya")),
            ("PgUp / PgDn", tr("Gulung isi bab")),
            ("Ctrl+P", tr("Kartu tombol, satu lembar")),
            ("Alt+L", tr("Latihan di jendela sendiri, dengan warga rekaan")),
        ]

    def opened_with(self, argument: object) -> None:
        """F1 F1 on a page: its chapter, at the part that is open there."""
        if isinstance(argument, PageAsked):
            self._came_from = argument.page
            self.search.clear()
            self.chapters.select(argument.page)
            self.leaf.show_section(argument.section)

    def shown(self) -> None:
        """To what is read."""
        self.leaf.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_out(self) -> bool:
        """Out of the search, then back to the page that somebody came from."""
        if self.search.text():
            self.search.clear()
            self.shown()
        else:
            self.go.emit(self._came_from or "today", None)
        return True

    def _arrange(self) -> None:
        side, text = Card(gap=10), Card(edges=(0, 0, 0, 0))
        self.practice_button = Button(tr("Latihan, data rekaan"), key="Alt+L", press=self._practise)
        side.add(self.search, stretched(self.chapters), self.nothing, self.practice_button)
        text.add(stretched(self.leaf))
        self.nothing.hide()
        self.add(stretched(Columns([(side, _CHAPTERS_WIDTH), (text, None)])))

    def _listen(self) -> None:
        self.search.searched.connect(self._search)
        self.search.drive(self.chapters)
        self.chapters.selected_row.connect(self._turn_to)
        self.chapters.activated_row.connect(lambda _chapter: self.shown())
        self.leaf.chapter_asked.connect(self._follow)
        bind(self, "Ctrl+P", self.key_card_asked.emit, everywhere=True)
        bind(self, "Alt+L", self._practise, everywhere=True)

    def _search(self, typed: str) -> None:
        words = typed.split()
        found = [chapter for chapter in self._all if chapter.holds(words)]
        self._show_chapters(found)
        self.nothing.setVisible(not found)
        self.nothing.set_text(tr("Tidak ada bab dengan kata itu. Coba kata lain, atau Esc untuk semua bab."))
        self.leaf.mark(words)

    def _show_chapters(self, chapters: Sequence[Chapter]) -> None:
        self.chapters.rows_model.set_rows(chapters)
        if chapters and self.chapters.selected() is None:
            self.chapters.select(chapters[0].id)

    def _turn_to(self, chapter: Chapter | None) -> None:
        if chapter is not None:
            self.leaf.show_chapter(chapter)
            self.header_changed.emit()

    def _follow(self, chapter: str) -> None:
        """A link in the text; chapters that this role lacks are passed over."""
        if any(each.id == chapter for each in self._all):
            self.search.clear()
            self.chapters.select(chapter)
