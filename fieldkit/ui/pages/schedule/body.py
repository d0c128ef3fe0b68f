"""The blocks of the calendar: moved by the mouse and by keys, and told in words where the keys are."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QToolTip

from fieldkit.ui.language import tr
from fieldkit.ui.pages.schedule.faces import Board, Cell, Face
from fieldkit.ui.pages.schedule.measures import Measures
from fieldkit.ui.pages.schedule.painting import paint_face, paint_ring, paint_row_head, paint_target
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.painted import Painted, announce, brush, paint_text
from fieldkit.ui.widgets.tips import plain_tip

_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_HOURS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class CalendarBody(Painted):
    """A cursor walks over cells and blocks; Enter opens, Alt with an arrow moves the block."""

    opened = Signal(str)
    made = Signal(int, int)
    """Enter on a free place: row and column."""
    dropped = Signal(str, int, int)
    """A block was put into another cell."""
    stepped = Signal(str, int, int)
    """By keys: rows and columns further, also over the edge."""
    shifted = Signal(str, int)
    """By keys: hours later."""
    thrown = Signal(str)
    """Delete."""
    went = Signal()
    """The cursor is elsewhere."""
    over_edge = Signal(int)
    """An arrow leads out of the days that are shown, to the days before or after."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Kalender"))
        self.board = Board()
        self.can_move = False
        self._cursor: Cell = (0, 0)
        self._number = 0
        self._pressed: QPoint | None = None
        self._dragged: str = ""
        self._at = QPoint()

    @property
    def cell(self) -> Cell:
        """Where the cursor is."""
        return self._cursor

    def face(self) -> Face | None:
        """The block under the cursor."""
        faces = self.board.at(self._cursor)
        return faces[min(self._number, len(faces) - 1)] if faces else None

    def set_board(self, board: Board) -> None:
        """Show this; the cursor stays with its block."""
        kept = self.face()
        self.board = board
        place = board.place(kept.id) if kept is not None else None
        if place is not None:
            self._cursor, self._number = place
        self._clamp()
        self.updateGeometry()
        self.update()
        self._tell(aloud=False)

    def go_to(self, face_id: str) -> bool:
        """The cursor onto a block; False where it is not shown."""
        place = self.board.place(face_id)
        if place is None:
            return False
        self._cursor, self._number = place
        self._moved()
        return True

    def go_to_cell(self, cell: Cell) -> None:
        """The cursor into a cell."""
        self._cursor, self._number = cell, 0
        self._clamp()
        self._moved()

    def measures(self) -> Measures:
        """Where everything lies now."""
        return Measures(self.board, self.width(), self.height())

    def sizeHint(self) -> QSize:
        """As high as the blocks need."""
        return QSize(look().px(92 + 7 * 70), Measures(self.board, self.width()).height())

    def minimumSizeHint(self) -> QSize:
        """Narrower than that is scrolled to by nobody."""
        return QSize(look().px(92 + 7 * 60), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows keep their heights, columns share the width."""
        super().resizeEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, with Alt they move the block."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier and self._move_block(key):
            return
        if held == Qt.KeyboardModifier.NoModifier and self._act(key):
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The cursor comes here; a block may be taken."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        hit, cell = self.measures().face_at(event.position().toPoint()), None
        if hit is not None:
            self._cursor, self._number = hit
            self._pressed = event.position().toPoint()
        elif (cell := self.measures().cell_at(event.position().toPoint())) is not None:
            self._cursor, self._number = cell, 0
        self._moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A block that was taken follows the pointer."""
        self._at = event.position().toPoint()
        face = self.face()
        if self._pressed is None or face is None or not self.can_move or face.is_fixed:
            return
        if (self._at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragged = face.id
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A block falls where the pointer is; outside it goes back."""
        dragged, self._dragged, self._pressed = self._dragged, "", None
        self.unsetCursor()
        self.update()
        cell = self.measures().cell_at(event.position().toPoint())
        if dragged and cell is not None and cell != self._cursor:
            self.dropped.emit(dragged, *cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the block, or make one."""
        if self.measures().cell_at(event.position().toPoint()) is not None:
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keys are."""
        super().focusInEvent(event)
        self._tell(aloud=False)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Whatever scrolls around the calendar asks for this when the focus comes: its cell is brought into sight."""
        return self.under_keys() if query == Qt.InputMethodQuery.ImCursorRectangle else super().inputMethodQuery(query)

    def event(self, event: QEvent) -> bool:
        """What does not fit into a block or beside a day stands in its tooltip."""
        if event.type() == QEvent.Type.ToolTip:
            help_event = cast(QHelpEvent, event)
            QToolTip.showText(help_event.globalPos(), plain_tip(self.words_at(help_event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, blocks, the cursor, and the block that is being moved."""
        painter, measures = brush(self), self.measures()
        self._paint_cells(painter, measures)
        self._paint_faces(painter, measures)
        if self.hasFocus():
            self._paint_cursor(painter)
        if self._dragged:
            self._paint_dragged(painter, measures)
        painter.end()

    def _paint_cells(self, painter: QPainter, measures: Measures) -> None:
        tokens, px, tops = look().tokens, look().px, measures.tops
        for row, head in enumerate(self.board.rows):
            for column in range(len(self.board.columns)):
                box = measures.cell((row, column))
                if (row, column) in self.board.shaded or self.board.columns[column].shaded:
                    painter.fillRect(box, colour(tokens.sunken))
                painter.fillRect(QRect(box.left(), box.top(), 1, box.height()), colour(tokens.line))
                at = QRect(box.left() + px(6), box.top() + px(3), box.width() - px(8), px(17))
                for line in self.board.notes.get((row, column), "").splitlines():
                    paint_text(painter, at, line, "hint", tokens.ink3)
                    at.translate(0, px(16))
            paint_row_head(painter, QRect(0, tops[row], measures.label_width, tops[row + 1] - tops[row]), head)
            painter.fillRect(QRect(0, tops[row + 1] - 1, self.width(), 1), colour(tokens.line))

    def _paint_faces(self, painter: QPainter, measures: Measures) -> None:
        for cell, faces in self.board.faces.items():
            for number, face in enumerate(faces):
                painter.setOpacity(0.4 if face.id == self._dragged else 1)
                paint_face(painter, measures.block(cell, number), face)
        painter.setOpacity(1)

    def _paint_cursor(self, painter: QPainter) -> None:
        if self.board.rows:
            paint_ring(painter, self.under_keys())

    def _paint_dragged(self, painter: QPainter, measures: Measures) -> None:
        face, cell = self.face(), measures.cell_at(self._at)
        if cell is not None and cell != self._cursor:
            paint_target(painter, measures.cell(cell))
        if face is None:
            return
        box = measures.block(self._cursor, self._number)
        box.moveCenter(self._at)
        paint_face(painter, box, face)

    def _act(self, key: int) -> bool:
        if key in _STEPS:
            self._step(*_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = len(self.board.columns) - 1
            self.go_to_cell((self._cursor[0], 0 if key == Qt.Key.Key_Home else last))
        elif key == Qt.Key.Key_Delete and (face := self.face()) is not None:
            self.thrown.emit(face.id)
        else:
            return False
        return True

    def _move_block(self, key: int) -> bool:
        face = self.face()
        if key not in _STEPS and key not in _HOURS:
            return False
        if face is None or face.is_fixed or not self.can_move:
            return True
        if key in _STEPS:
            self.stepped.emit(face.id, *_STEPS[Qt.Key(key)])
        else:
            self.shifted.emit(face.id, _HOURS[Qt.Key(key)])
        return True

    def _step(self, rows: int, columns: int) -> None:
        row, column = self._cursor
        if columns and not 0 <= column + columns < len(self.board.columns):
            self._number = 0
            self._cursor = (row, len(self.board.columns) - 1 if columns < 0 else 0)
            self.over_edge.emit(columns)
            return
        inside = len(self.board.at(self._cursor))
        if rows and 0 <= self._number + rows < inside:
            self._number += rows
        elif columns:
            self._cursor = (row, column + columns)
            self._number = min(self._number, max(0, len(self.board.at(self._cursor)) - 1))
        elif 0 <= row + rows < len(self.board.rows):
            self._cursor = (row + rows, column)
            self._number = 0 if rows > 0 else max(0, len(self.board.at(self._cursor)) - 1)
        self._moved()

    def _open(self) -> None:
        face = self.face()
        if face is not None:
            self.opened.emit(face.id)
        elif self.board.rows:
            self.made.emit(*self._cursor)

    def _clamp(self) -> None:
        rows, columns = max(len(self.board.rows) - 1, 0), max(len(self.board.columns) - 1, 0)
        self._cursor = (min(self._cursor[0], rows), min(self._cursor[1], columns))
        self._number = min(self._number, max(0, len(self.board.at(self._cursor)) - 1))

    def _moved(self) -> None:
        self.update()
        self._tell(aloud=True)
        self.went.emit()

    def _tell(self, *, aloud: bool) -> None:
        words = self.words()
        self.setAccessibleDescription(words)
        if aloud and self.hasFocus():
            announce(self, words)

    def words(self) -> str:
        """Where the cursor is, as it is read out."""
        if not self.board.rows:
            return ""
        face = self.face()
        head, day = self.board.rows[self._cursor[0]], self.board.columns[self._cursor[1]]
        place = ", ".join((head.title, day.title, *self._note(self._cursor)))
        return f"{place}: {face.words}" if face is not None else tr("{place}: kosong", place=place)

    def words_at(self, point: QPoint) -> str:
        """What is told of a point: its block, or why its day is not like others."""
        measures = self.measures()
        hit, cell = measures.face_at(point), measures.cell_at(point)
        if hit is not None:
            return self.board.at(hit[0])[hit[1]].words
        return " ".join(self._note(cell)) if cell is not None else ""

    def _note(self, cell: Cell) -> list[str]:
        return self.board.notes.get(cell, "").splitlines()

    def under_keys(self) -> QRect:
        """Where the cursor is: its block, or the free cell."""
        if not self.board.rows:
            return QRect()
        measures, faces = self.measures(), self.board.at(self._cursor)
        if faces:
            return measures.block(self._cursor, min(self._number, len(faces) - 1))
        return measures.cell(self._cursor).adjusted(3, 2, -2, -3)

    def block_of(self, face_id: str) -> QRect:
        """Where a block lies; empty where it is not shown."""
        place = self.board.place(face_id)
        return QRect() if place is None else self.measures().block(*place)
