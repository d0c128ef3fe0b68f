"""How rows are painted: table cells, search hits, the queue. All colours from the look in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip

from fieldkit.ui.language import tr
from fieldkit.ui.rows.model import ICON_ROLE, KIND_ROLE, ROW_ROLE, TONE_ROLE
from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.labels import badge_size, cap_size, paint_badge, paint_cap
from fieldkit.ui.widgets.painted import paint_text, text_width
from fieldkit.ui.widgets.tips import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_SECOND_LINE: Final = 18
_TICK: Final = 20


def paint_ground(
    painter: QPainter, rect: QRect, *, selected: bool, hovered: bool, bar: bool, focused: bool = False, inset: int = 0
) -> None:
    """Ground of a row, its accent bar when selected, the line under it."""
    tokens, px = look().tokens, look().px
    if selected or hovered:
        painter.fillRect(rect, colour(tokens.sel if selected else tokens.sunken))
    line = QRect(rect.left() + inset, rect.bottom(), rect.width() - 2 * inset, 1)
    painter.fillRect(line, colour(tokens.line))
    if selected and focused:
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), colour(tokens.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), colour(tokens.accent))
    if selected and bar:
        painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), colour(tokens.accent))


def paint_focus(view: QAbstractItemView) -> None:
    """A ring around a list that has the focus but no row that could show it."""
    if not view.hasFocus() or view.selectionModel().hasSelection():
        return
    painter = QPainter(view.viewport())
    painter.setPen(QPen(colour(look().tokens.accent), 2))
    painter.drawRect(view.viewport().rect().adjusted(1, 1, -1, -1))
    painter.end()


class TableDelegate(QStyledItemDelegate):
    """Cells of `Table`: text, strong, muted, two lines, badge, tick."""

    def __init__(self, table: QTableView, *, total_row: bool) -> None:
        super().__init__(table)
        self._table = table
        self._total_row = total_row
        self.hovered = -1
        """The row that is pointed at; the view tells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground of the row, then what the cell holds."""
        painter.save()
        rect = _rect(option)
        paint_ground(
            painter,
            rect,
            selected=bool(_state(option) & _SELECTED),
            hovered=self.hovered == index.row(),
            bar=index.column() == 0,
            focused=self._table.hasFocus(),
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_cell(painter, rect.adjusted(look().px(8), 0, -look().px(8), 0), index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Room for the widest line or the badge."""
        px, text = look().px, str(index.data() or "")
        height = self._table.verticalHeader().defaultSectionSize()
        if index.data(KIND_ROLE) == "tick":
            return QSize(px(_TICK + 16), height)
        if index.data(KIND_ROLE) == "badge":
            return QSize((badge_size(text).width() if text else 0) + px(16), height)
        role = self._role(index)
        return QSize(max(text_width(line, role) for line in text.split("\n")) + px(18), height)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """A cell that is shortened tells its whole text."""
        own = index.data(Qt.ItemDataRole.ToolTipRole)
        shortened = index.isValid() and self.sizeHint(option, index).width() - 2 > _rect(option).width()
        tip = own or (str(index.data()) if shortened else "")
        QToolTip.showText(event.globalPos(), plain_tip(tip), view)
        return bool(tip)

    def paint_cell(self, painter: QPainter, inner: QRect, index: AnyIndex) -> None:
        """What the cell holds, on its ground."""
        text, kind, tone = str(index.data() or ""), index.data(KIND_ROLE), index.data(TONE_ROLE)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignHorizontal_Mask
        if kind == "badge":
            _paint_badge_in(painter, inner, text, tone, index.data(ICON_ROLE))
        elif kind == "two":
            _paint_two(painter, inner, text, tone)
        elif kind == "tick":
            _paint_tick(painter, inner, tone)
        else:
            tokens = look().tokens
            ink = tokens.ink2 if kind == "muted" and not tone else tokens.tone(tone)
            paint_text(painter, inner, text, self._role(index), ink, align)

    def _role(self, index: AnyIndex) -> str:
        last = self._total_row and index.row() == index.model().rowCount() - 1
        return "strong" if last or index.data(KIND_ROLE) == "strong" else "body"


def _paint_badge_in(painter: QPainter, inner: QRect, text: str, tone: str, icon: str | None) -> None:
    if not text:
        return
    size = badge_size(text)
    at = QRect(inner.left(), inner.top() + (inner.height() - size.height()) // 2, size.width(), size.height())
    if size.width() > inner.width():
        at.setWidth(inner.width())
    paint_badge(painter, at, text, tone, icon)


def _paint_tick(painter: QPainter, inner: QRect, tone: str) -> None:
    """Ticked or not; nothing where nothing can be ticked. The word of the cell is for those who hear it."""
    side, tokens = look().px(_TICK), look().tokens
    at = QRect(inner.left(), inner.top() + (inner.height() - side) // 2, side, side)
    if tone:
        is_on = tone == "on"
        icon, ink = ("check-square", tokens.accent) if is_on else ("square", tokens.line2)
        paint_icon(painter, at, icon, ink, filled=is_on)


def _paint_two(painter: QPainter, inner: QRect, text: str, tone: str) -> None:
    tokens, px = look().tokens, look().px
    first, _, second = text.partition("\n")
    top = inner.top() + (inner.height() - px(36)) // 2
    paint_text(painter, QRect(inner.left(), top, inner.width(), px(19)), first, "strong", tokens.tone(tone))
    paint_text(painter, QRect(inner.left(), top + px(18), inner.width(), px(18)), second, "second", tokens.ink2)


class HitDelegate(QStyledItemDelegate):
    """A search hit: name with its matched letters marked, second line, further lines where there are any, badge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Three lines in 80 px, and 18 px for each that is more."""
        painter.save()
        hit, rect, px, state = index.data(ROW_ROLE), _rect(option), look().px, _state(option)
        chosen = bool(state & _SELECTED)
        paint_ground(
            painter,
            rect,
            selected=chosen,
            hovered=bool(state & _HOVERED),
            bar=True,
            inset=0 if chosen else px(14),
            focused=_has_focus(option),
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, width = rect.left() + px(14), rect.width() - px(28)
        _paint_marked(painter, QRect(left, rect.top() + px(8), width, px(20)), hit.title, hit.marks)
        line = QRect(left, rect.top() + px(28), width, px(_SECOND_LINE))
        for words in (hit.second, *hit.more):
            paint_text(painter, line, words, "second", look().tokens.ink2)
            line.translate(0, px(_SECOND_LINE))
        self._paint_foot(painter, QRect(left, line.top() + px(4), width, px(22)), hit, chosen=chosen)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as its lines."""
        more = len(index.data(ROW_ROLE).more)
        return QSize(look().px(160), look().px(look().scale.row_hit) + more * look().px(_SECOND_LINE))

    def _paint_foot(self, painter: QPainter, foot: QRect, hit: object, *, chosen: bool) -> None:
        badge = getattr(hit, "badge", None)
        if badge:
            _paint_badge_in(painter, foot, badge[0], badge[1], badge[2] if len(badge) > 2 else None)
        if chosen:
            tokens, word = look().tokens, tr("Enter")
            size = cap_size(word)
            at = QRect(foot.right() + 1 - size.width(), foot.top() + 1, size.width(), size.height())
            paint_cap(painter, at, word, fill="", edge=tokens.line2, ink=tokens.ink2)


def _paint_marked(painter: QPainter, rect: QRect, text: str, marks: tuple[tuple[int, int], ...]) -> None:
    metrics = QFontMetrics(look().font("strong"))
    for start, length in marks:
        before = metrics.horizontalAdvance(text[:start])
        wide = metrics.horizontalAdvance(text[: start + length]) - before
        at = QRect(rect.left() + before, rect.top() + 1, wide, rect.height() - 2)
        painter.fillRect(at.intersected(rect), colour(look().tokens.mark))
    paint_text(painter, rect, text, "strong", look().tokens.ink)


class QueueDelegate(QStyledItemDelegate):
    """A place in the queue: number, name over purpose."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Number at the left, two lines beside it."""
        painter.save()
        item, rect, px, state = index.data(ROW_ROLE), _rect(option), look().px, _state(option)
        paint_ground(
            painter,
            rect,
            selected=bool(state & _SELECTED),
            hovered=bool(state & _HOVERED),
            bar=True,
            focused=_has_focus(option),
        )
        inner = rect.adjusted(px(14), 0, -px(8), 0)
        paint_text(painter, inner, item.number, "strong", look().tokens.ink)
        room = max(px(56), text_width(item.number, "strong")) + px(10)
        _paint_two(painter, inner.adjusted(room, 0, 0, 0), f"{item.name}\n{item.second}", item.tone)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Fixed height."""
        return QSize(look().px(160), look().px(look().scale.row_two))


def _has_focus(option: QStyleOptionViewItem) -> bool:
    view = getattr(option, "widget", None)
    return isinstance(view, QAbstractItemView) and view.hasFocus()


def _rect(option: QStyleOptionViewItem) -> QRect:
    return QRect(option.rect)


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return QStyle.StateFlag(option.state)
