"""One table model over frozen rows, keyed by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

ROW_ROLE = Qt.ItemDataRole.UserRole
KIND_ROLE = Qt.ItemDataRole.UserRole + 1
TONE_ROLE = Qt.ItemDataRole.UserRole + 2
ICON_ROLE = Qt.ItemDataRole.UserRole + 3
PAGE_ROWS = 100

AnyIndex = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, int], Sequence[Any]]
_NOWHERE = QModelIndex()

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "middle": Qt.AlignmentFlag.AlignCenter,
}


@dataclass(frozen=True)
class Column:
    """How one column is titled and filled.

    `getter(row)` gives a string; for kind `badge` a tuple (text, tone) or (text, tone, icon), or None for no badge.
    For kind `two` it gives (title, second line). Kind `tick` is painted by its tone: `on`, `off`, or none at all.
    """

    title: str
    getter: Callable[[Any], Any]
    align: str = "left"
    kind: str = "text"
    width: str = "fit"
    tone: Callable[[Any], str] | None = None
    tip: Callable[[Any], str] | None = None
    said: str = ""
    """What the head is called where its title is left empty."""


class RowsModel(QAbstractTableModel):
    """Frozen rows in columns; with `total` and `fetch` they are asked for a page at a time, as they are looked at."""

    def __init__(self, columns: Sequence[Column], *, id_of: str = "id") -> None:
        super().__init__()
        self.columns = list(columns)
        self._id = attrgetter(id_of)
        self._total = 0
        self._pages: dict[int, Sequence[Any]] = {}
        self._fetch: Fetch | None = None

    def set_rows(self, rows: Sequence[Any], *, total: int | None = None, fetch: Fetch | None = None) -> None:
        """Show these rows. With `fetch`, `rows` is the first page (it may be empty) and `total` counts them all."""
        pages = {0: rows} if fetch is None else _first_pages(rows)
        count = len(rows) if total is None else total
        if fetch is None and self._fetch is None and self._same_ids(rows):
            self._pages = pages
            self._tell_changed()
            return
        self.beginResetModel()
        self._pages, self._total, self._fetch = pages, count, fetch
        self.endResetModel()

    def at(self, row: int) -> Any:
        """The row of a number, or None."""
        if not 0 <= row < self._total:
            return None
        if self._fetch is None:
            return self._pages[0][row]
        page = self._page(row // PAGE_ROWS)
        place = row % PAGE_ROWS
        return page[place] if place < len(page) else None

    def id_at(self, row: int) -> Any:
        """The id of a row of a number, or None."""
        found = self.at(row)
        return None if found is None else self._id(found)

    def row_of(self, wanted: object) -> int:
        """Number of the row with this id among those held, or -1."""
        width = PAGE_ROWS if self._fetch else 0
        for number, page in self._pages.items():
            for place, candidate in enumerate(page):
                if self._id(candidate) == wanted:
                    return number * width + place
        return -1

    def ids(self) -> list[Any]:
        """Ids of the rows held."""
        return [self._id(candidate) for page in self._pages.values() for candidate in page]

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """All rows, fetched or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """As declared."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles, aligned as their columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.columns[section].title or self.columns[section].said
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self.columns[section].align]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, says and is."""
        if not index.isValid():
            return None
        found = self.at(index.row())
        if found is None:
            return None
        return _cell(self.columns[index.column()], found, role)

    def _page(self, number: int) -> Sequence[Any]:
        if number not in self._pages and self._fetch is not None:
            self._pages[number] = self._fetch(number * PAGE_ROWS, PAGE_ROWS)
        return self._pages.get(number, ())

    def _same_ids(self, rows: Sequence[Any]) -> bool:
        return bool(rows) and len(rows) == self._total and self.ids() == [self._id(row) for row in rows]

    def _tell_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(self.columns) - 1))


def selected_in(view: QAbstractItemView, model: RowsModel) -> Any:
    """The row that is selected in a view of the model, or None."""
    index = view.currentIndex()
    return model.at(index.row()) if index.isValid() else None


def select_in(view: QAbstractItemView, model: RowsModel, wanted: object) -> bool:
    """Select by id; False when it is not among the rows held."""
    row = model.row_of(wanted)
    if row >= 0:
        view.setCurrentIndex(model.index(row, 0))
    return row >= 0


def _first_pages(rows: Sequence[Any]) -> dict[int, Sequence[Any]]:
    # A short page in the middle would hide rows, so only whole pages, or the last one, are taken over.
    return {at // PAGE_ROWS: rows[at : at + PAGE_ROWS] for at in range(0, len(rows), PAGE_ROWS)}


def _cell(column: Column, row: Any, role: int) -> Any:
    simple: dict[int, Callable[[], Any]] = {
        ROW_ROLE: lambda: row,
        KIND_ROLE: lambda: column.kind,
        TONE_ROLE: lambda: _tone(column, row),
        ICON_ROLE: lambda: _icon(column, row),
        Qt.ItemDataRole.TextAlignmentRole: lambda: _ALIGN[column.align],
        Qt.ItemDataRole.ToolTipRole: lambda: column.tip(row) if column.tip else None,
        Qt.ItemDataRole.DisplayRole: lambda: _words(column, row),
        Qt.ItemDataRole.AccessibleTextRole: lambda: _words(column, row).replace("\n", ", "),
    }
    give = simple.get(role)
    return None if give is None else give()


def _words(column: Column, row: Any) -> str:
    value = column.getter(row)
    if value is None:
        return ""
    if column.kind == "badge":
        return str(value[0])
    return "\n".join(value) if column.kind == "two" else str(value)


def _tone(column: Column, row: Any) -> str:
    if column.kind == "badge":
        value = column.getter(row)
        return str(value[1]) if value else ""
    return column.tone(row) if column.tone else ""


def _icon(column: Column, row: Any) -> str | None:
    value = column.getter(row) if column.kind == "badge" else None
    return str(value[2]) if value and len(value) > 2 else None
