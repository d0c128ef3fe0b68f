"""Where the parts of the calendar lie, in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QRect

from fieldkit.ui.pages.schedule.faces import Board, Cell, Face
from fieldkit.ui.theme.look import look

_LABEL = 92
_LINE = 16
_PAD = 5
_GAP = 4
_NOTE = 17
_LEAST_ROW = 56


@dataclass(frozen=True)
class Measures:
    """The calendar at a width; rows grow into what height is left."""

    board: Board
    width: int
    room: int = 0

    @property
    def label_width(self) -> int:
        """Of the heads of the rows."""
        return look().px(_LABEL)

    def left(self, column: int) -> int:
        """Where a column begins; the one after the last is the right edge."""
        count = max(len(self.board.columns), 1)
        return self.label_width + (self.width - self.label_width) * column // count

    @cached_property
    def tops(self) -> list[int]:
        """Where each row begins, and where the last one ends."""
        needed = [self._needed(row) for row in range(len(self.board.rows))]
        spare, whole = max(0, self.room - sum(needed)), max(sum(needed), 1)
        tops, before = [0], 0
        for height in needed:
            before += height
            tops.append(before + spare * before // whole)
        return tops

    def height(self) -> int:
        """Least height of all rows together."""
        return sum(self._needed(row) for row in range(len(self.board.rows)))

    def cell(self, cell: Cell) -> QRect:
        """The rectangle of a cell."""
        row, column = cell
        tops = self.tops
        left = self.left(column)
        return QRect(left, tops[row], self.left(column + 1) - left, tops[row + 1] - tops[row])

    def block(self, cell: Cell, number: int) -> QRect:
        """The rectangle of a block."""
        px, box = look().px, self.cell(cell)
        top = box.top() + px(_PAD) + self._note(cell)
        for face in self.board.at(cell)[:number]:
            top += face_height(face) + px(_GAP)
        height = face_height(self.board.at(cell)[number])
        return QRect(box.left() + px(_PAD), top, box.width() - 2 * px(_PAD) + 1, height)

    def cell_at(self, point: QPoint) -> Cell | None:
        """The cell under a point."""
        columns = (number for number in range(len(self.board.columns)) if self.left(number + 1) > point.x())
        tops = self.tops
        rows = (number for number in range(len(self.board.rows)) if tops[number + 1] > point.y())
        row, column = next(rows, None), next(columns, None)
        is_inside = point.x() >= self.label_width and point.y() >= 0
        return (row, column) if is_inside and row is not None and column is not None else None

    def face_at(self, point: QPoint) -> tuple[Cell, int] | None:
        """The block under a point."""
        cell = self.cell_at(point)
        if cell is None:
            return None
        hits = (number for number in range(len(self.board.at(cell))) if self.block(cell, number).contains(point))
        number = next(hits, None)
        return None if number is None else (cell, number)

    def _needed(self, row: int) -> int:
        px = look().px
        stacks = [self._stack((row, column)) for column in range(len(self.board.columns))]
        second = self.board.rows[row].second.count("\n") + 1 if self.board.rows[row].second else 0
        label = px(44) + second * px(_LINE)
        return max([px(_LEAST_ROW), label, *stacks])

    def _stack(self, cell: Cell) -> int:
        px, faces = look().px, self.board.at(cell)
        blocks = sum(face_height(face) + px(_GAP) for face in faces)
        return blocks + 2 * px(_PAD) - (px(_GAP) if faces else 0) + self._note(cell)

    def _note(self, cell: Cell) -> int:
        note = self.board.notes.get(cell, "")
        return look().px(_NOTE) * len(note.splitlines())


def face_height(face: Face) -> int:
    """Hours, title, and the lines under them."""
    px = look().px
    return px(_LINE) * (2 + len(face.lines)) + px(7)


def line_height() -> int:
    """Of a line in a block."""
    return look().px(_LINE)
