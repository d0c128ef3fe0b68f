"""The calendar: heads above, blocks that scroll where there are many, and at the foot what stays at home."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from fieldkit.ui.pages.schedule.body import CalendarBody
from fieldkit.ui.pages.schedule.faces import Board
from fieldkit.ui.pages.schedule.measures import Measures
from fieldkit.ui.pages.schedule.painting import paint_column_head, paint_foot, paint_row_head
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.cards import Block, Scrolled
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.painted import Painted, brush, paint_text

_HEAD = 31
_FOOT = 47


class _Band(Painted):
    """A row of fixed height over or under the blocks, with the same columns."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.board, self.columns_width = Board(), 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_board(self, board: Board) -> None:
        """These heads or feet."""
        self.board = board
        self.update()

    def set_width(self, width: int) -> None:
        """As wide as the blocks below: a scroll bar takes some of theirs."""
        self.columns_width = width
        self.update()

    def sizeHint(self) -> QSize:
        """Of fixed height."""
        return QSize(0, look().px(self._height))

    def box(self, column: int) -> QRect:
        """The rectangle of a column."""
        measures = Measures(self.board, self.columns_width or self.width())
        left = measures.left(column)
        return QRect(left, 0, measures.left(column + 1) - left, self.height())


class _Heads(_Band):
    def paintEvent(self, event: QPaintEvent) -> None:
        """The days."""
        painter, tokens, px = brush(self), look().tokens, look().px
        corner = QRect(px(10), 0, px(80), self.height())
        painter.fillRect(self.rect(), colour(tokens.sunken))
        paint_text(painter, corner, self.board.corner, "second-strong", tokens.ink2)
        for number, head in enumerate(self.board.columns):
            box = self.box(number)
            painter.fillRect(QRect(box.left(), 0, 1, box.height()), colour(tokens.line))
            paint_column_head(painter, box, head)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colour(tokens.line))
        painter.end()


class _Feet(_Band):
    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands by, day by day."""
        painter, tokens = brush(self), look().tokens
        painter.fillRect(QRect(0, 0, self.width(), 1), colour(tokens.line))
        if self.board.foot_head is not None:
            paint_row_head(painter, QRect(0, 0, look().px(96), self.height()), self.board.foot_head)
        for number, foot in enumerate(self.board.feet):
            box = self.box(number)
            painter.fillRect(QRect(box.left(), 0, 1, box.height()), colour(tokens.line))
            paint_foot(painter, box, foot)
        painter.end()


class Calendar(Block):
    """Put together, in a frame."""

    def __init__(self) -> None:
        super().__init__("card", gap=0, edges=(1, 1, 1, 1))
        self.blocks = CalendarBody()
        self._heads, self._feet = _Heads(_HEAD), _Feet(_FOOT)
        self._scrolled = Scrolled(self.blocks)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add(self._heads, stretched(self._scrolled), self._feet)
        self.blocks.installEventFilter(self)
        self.blocks.went.connect(self._show_cursor)

    def show_board(self, board: Board) -> None:
        """Show this."""
        self._heads.show_board(board)
        self._feet.show_board(board)
        self._feet.setVisible(bool(board.feet))
        self.blocks.set_board(board)
        feet = "; ".join(f"{head.title}: {foot.text}" for head, foot in zip(board.columns, board.feet, strict=False))
        self.setAccessibleDescription(feet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Heads and feet stay over their columns."""
        if watched is self.blocks and event.type() == QEvent.Type.Resize:
            for band in (self._heads, self._feet):
                band.set_width(self.blocks.width())
        return super().eventFilter(watched, event)

    def _show_cursor(self) -> None:
        """What the keys are at is in sight."""
        face, blocks = self.blocks.face(), self.blocks
        if not blocks.board.rows:
            return
        box = blocks.block_of(face.id) if face is not None else blocks.measures().cell(blocks.cell)
        self._scrolled.ensureVisible(box.center().x(), box.center().y(), 0, box.height() // 2 + look().px(8))
