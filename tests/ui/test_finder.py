"""Typing anew goes back to the best hit, however fast the same words come again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fieldkit.ui.pages.register.finder import Finder
from fieldkit.ui.rows.lists import Hit, HitList
from fieldkit.ui.widgets.search import SearchField

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
FOUND = [Hit("best", "SITI NURAINI"), Hit("second", "SITI AMINAH"), Hit("far", "SITI RAHAYU")]


class SlowSearch:
    """A box whose answers come when they are let in, as from a store that is busy."""

    def __init__(self, on_screen: Callable[..., QWidget]) -> None:
        self.search, self.hits = SearchField(name="Cari"), HitList("Warga")
        self.asked: list[str] = []
        self.picked: list[str] = []
        self._finder = Finder(self.search, self.hits)
        self._finder.asked.connect(self.asked.append)
        self._finder.picked.connect(self.picked.append)
        on_screen(self.search, self.hits)
        self.search.line.setFocus()

    def answer(self) -> None:
        """All that was asked for is found, in turn."""
        for typed in self.asked:
            if self._finder.takes(typed):
                self.hits.set_hits(FOUND)
                self._finder.landed()
        self.asked.clear()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.search.line, words)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.search.line, key, held)

    def to_a_lower_row(self) -> None:
        self.type("siti")
        self.answer()
        self.press(Key.Key_Down)
        self.press(Key.Key_Down)
        assert self.hits.current_id() == "far"


def test_the_same_words_typed_anew_are_at_the_best_hit_again(on_screen: Callable[..., QWidget]) -> None:
    slow = SlowSearch(on_screen)
    slow.to_a_lower_row()
    slow.press(Key.Key_A, CTRL)
    slow.type("siti")
    slow.answer()
    assert slow.hits.current_id() == "best"
    slow.press(Key.Key_Return)
    assert slow.picked == ["best"]


def test_enter_after_the_same_words_waits_for_the_hits_of_what_was_typed_anew(
    on_screen: Callable[..., QWidget],
) -> None:
    slow = SlowSearch(on_screen)
    slow.to_a_lower_row()
    slow.press(Key.Key_A, CTRL)
    slow.type("siti")
    slow.press(Key.Key_Return)
    assert slow.picked == []
    slow.answer()
    assert slow.picked == ["best"]


def test_hits_that_come_again_untyped_keep_the_row_that_the_keys_are_on(on_screen: Callable[..., QWidget]) -> None:
    slow = SlowSearch(on_screen)
    slow.to_a_lower_row()
    slow.asked.append("siti")
    slow.answer()
    assert slow.hits.current_id() == "far"
