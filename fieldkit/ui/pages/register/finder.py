"""A search box and the list that it fills: Enter waits for the hits of what was typed last."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal

from fieldkit.ui.rows.lists import HitList, QueueList
from fieldkit.ui.widgets.search import SearchField


class Finder(QObject):
    """Asks for what is typed, and picks only from the answer to it."""

    asked = Signal(str)
    emptied = Signal()
    """There is nothing in the box any more."""
    picked = Signal(str)

    def __init__(self, search: SearchField, view: HitList | QueueList) -> None:
        super().__init__(view)
        self._search, self._view = search, view
        self._shown_for, self._is_answered = "", True
        self._picks_next = False
        search.searched.connect(self._on_searched)
        search.drive(view)
        search.picked.connect(self._wait_for_hits)
        view.activated_row.connect(self._on_activated)

    @property
    def shown_for(self) -> str:
        """What the hits in sight are the answer to."""
        return self._shown_for

    def takes(self, typed: str) -> bool:
        """Whether the hits of this are wanted now; an answer to what is no longer in the box is not."""
        if typed != self._search.text():
            return False
        if not self._is_answered:
            # Typed anew: the best hit is selected, not the one that the keys were on before.
            self._view.setCurrentIndex(QModelIndex())
        self._shown_for, self._is_answered = typed, True
        return True

    def landed(self) -> None:
        """The hits are in the list: take the first one if Enter was ahead of them."""
        current = self._view.current_id()
        if self._picks_next and current is not None:
            self._on_activated(current)

    def clear(self) -> None:
        """Ready for another search."""
        self._picks_next = False
        self._search.clear()

    def _on_searched(self, typed: str) -> None:
        # Another text stood here meanwhile, also where the same words come back before anything was found for it.
        self._picks_next = self._is_answered = False
        if typed.strip():
            self.asked.emit(typed)
        else:
            self._shown_for, self._is_answered = typed, True
            self.emptied.emit()

    def _wait_for_hits(self) -> None:
        self._picks_next = not self._is_answered

    def _on_activated(self, found: str) -> None:
        if self._is_answered:
            self._picks_next = False
            self.picked.emit(found)
