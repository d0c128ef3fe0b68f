"""Lists of painted rows: search hits and the queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate

from fieldkit.ui.rows.delegates import HitDelegate, QueueDelegate, paint_focus
from fieldkit.ui.rows.model import Column, RowsModel, select_in, selected_in


@dataclass(frozen=True)
class Hit:
    """A person found: `marks` are (start, length) of the matched letters in the title, `more` lines of their own."""

    id: str
    title: str
    second: str = ""
    badge: tuple[str, str] | tuple[str, str, str] | None = None
    marks: tuple[tuple[int, int], ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class QueueRow:
    """A place in the queue."""

    id: str
    number: str
    name: str
    second: str = ""
    tone: str = ""


class _PaintedList(QListView):
    """One column of painted rows, keyed by id."""

    activated_row = Signal(str)
    selected_row = Signal(object)

    def __init__(self, name: str, delegate: QStyledItemDelegate, words: Column) -> None:
        super().__init__()
        self.rows_model = RowsModel([words])
        self.setProperty("role", "rows")
        self.setAccessibleName(name)
        self.setModel(self.rows_model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(lambda index: self.activated_row.emit(self.rows_model.id_at(index.row())))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected_row.emit(self.current_id()))

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these; what was selected stays selected if it is among them."""
        kept = self.current_id()
        self.rows_model.set_rows(rows)
        if kept is not None:
            self.select(kept)

    def current_id(self) -> str | None:
        """Id of the selected row."""
        found = self.current()
        return None if found is None else str(found.id)

    def current(self) -> Any:
        """The selected row, or None."""
        return selected_in(self, self.rows_model)

    def select(self, wanted: str) -> bool:
        """Select by id; False when it is not here."""
        return select_in(self, self.rows_model, wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and where the keys are."""
        super().paintEvent(event)
        paint_focus(self)

    def changeEvent(self, event: QEvent) -> None:
        """Rows are measured again when the text size changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


class HitList(_PaintedList):
    """What a search found; the first hit is selected at once."""

    def __init__(self, name: str) -> None:
        super().__init__(name, HitDelegate(), Column("", _words_of_hit, tip=_words_of_hit))
        # Who is found by another spelling, or elsewhere, has a line more.
        self.setUniformItemSizes(False)

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show these hits, best first."""
        kept = self.current_id()
        self.rows_model.set_rows(hits)
        if hits and (kept is None or not self.select(kept)):
            self.setCurrentIndex(self.rows_model.index(0, 0))


class QueueList(_PaintedList):
    """Who waits, in order."""

    def __init__(self, name: str) -> None:
        super().__init__(name, QueueDelegate(), Column("", _words_of_place, tip=_words_of_place))


def _words_of_hit(hit: Hit) -> str:
    return ", ".join(part for part in (hit.title, hit.second, *hit.more, hit.badge[0] if hit.badge else "") if part)


def _words_of_place(place: QueueRow) -> str:
    return ", ".join(part for part in (place.number, place.name, place.second) if part)
