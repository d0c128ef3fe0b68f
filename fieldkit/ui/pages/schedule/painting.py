"""How blocks and heads of the calendar look."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from fieldkit.ui.pages.schedule.faces import Face, Foot, Head, Line
from fieldkit.ui.pages.schedule.measures import line_height
from fieldkit.ui.theme.icons import STATUS_ICONS, paint_icon
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.painted import paint_text, text_width

_BAR = 4
_ROLES = {
    (False, False): "second",
    (False, True): "second-strong",
    (True, False): "hint",
    (True, True): "badge",
}
"""Of a line, by whether it has an icon and whether it stops: words are smaller beside an icon."""


def paint_face(painter: QPainter, box: QRect, face: Face) -> None:
    """A block: ground, bar, hours with the mark, title, lines."""
    px = look().px
    _paint_ground(painter, box, face)
    words = box.adjusted(px(_BAR + 5), px(3), -px(1), 0)
    line = QRect(words.left(), words.top(), words.width(), line_height())
    _paint_hours(painter, line, face)
    line.translate(0, line_height())
    tokens = look().tokens
    role = "strong" if text_width(face.title, "strong") <= line.width() else "second-strong"
    paint_text(painter, line, face.title, role, tokens.ink3 if face.tone == "mute" else tokens.ink)
    for each in face.lines:
        line.translate(0, line_height())
        _paint_line(painter, line, each)


def paint_ring(painter: QPainter, box: QRect) -> None:
    """Where the keys are."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(look().tokens.accent), 2))
    painter.drawRect(QRectF(box).adjusted(0, 0, -1, -1))


def paint_target(painter: QPainter, box: QRect) -> None:
    """Where a block would fall."""
    painter.fillRect(box, colour(look().tokens.sel))
    pen = QPen(colour(look().tokens.accent), 1)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5))


def paint_column_head(painter: QPainter, box: QRect, head: Head) -> None:
    """A day, with the sign of a clash at its right."""
    px, tokens = look().px, look().tokens
    side = px(15) if head.tone else 0
    words = box.adjusted(px(10), 0, -px(8) - side, 0)
    paint_text(painter, words, head.title, "strong", tokens.ink)
    if head.tone:
        at = QRect(box.right() - px(6) - side, box.center().y() - side // 2, side, side)
        paint_icon(painter, at, STATUS_ICONS[head.tone], tokens.tone(head.tone), filled=True)


def paint_row_head(painter: QPainter, box: QRect, head: Head) -> None:
    """A team and who is in it."""
    px, tokens = look().px, look().tokens
    line = QRect(box.left() + px(10), box.top() + px(7), box.width() - px(12), px(18))
    for words in title_lines(head.title, line.width()):
        paint_text(painter, line, words, "strong", tokens.ink)
        line.translate(0, px(18))
    line.setHeight(line_height())
    line.translate(0, px(1))
    for words in head.second.split("\n") if head.second else ():
        paint_text(painter, line, words, "hint", tokens.ink2)
        line.translate(0, line_height())


def title_lines(title: str, width: int) -> tuple[str, ...]:
    """A title in one line, or in two where it has a gap and is too long."""
    first, gap, rest = title.rpartition(" ")
    return (first, rest) if gap and text_width(title, "strong") > width else (title,)


def paint_foot(painter: QPainter, box: QRect, foot: Foot) -> None:
    """A verdict: icon and words."""
    px, tokens = look().px, look().tokens
    side = px(15)
    if foot.tone:
        at = QRect(box.left() + px(8), box.center().y() - side // 2, side, side)
        paint_icon(painter, at, STATUS_ICONS[foot.tone], tokens.tone(foot.tone), filled=True)
    words = box.adjusted(px(8) + side + px(6), 0, -px(2), 0)
    paint_text(painter, words, foot.text, "second-strong", tokens.tone(foot.tone))


def _paint_ground(painter: QPainter, box: QRect, face: Face) -> None:
    tokens, px = look().tokens, look().px
    grounds = {"err": tokens.err_bg, "warn": tokens.soft, "mute": tokens.mute_bg}
    painter.fillRect(box, colour(grounds.get(face.tone, tokens.soft)))
    bar = QRect(box.left(), box.top(), px(_BAR), box.height())
    edges = {"err": tokens.err_line, "mute": tokens.line2}
    edge = edges.get(face.tone, tokens.accent)
    painter.fillRect(bar, colour(edge))
    if face.tone == "err":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(edge), 2))
        painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))


def _paint_hours(painter: QPainter, line: QRect, face: Face) -> None:
    tokens, px = look().tokens, look().px
    inks = {"err": tokens.err, "mute": tokens.ink3}
    side = px(13) if face.mark else 0
    paint_text(
        painter,
        line.adjusted(0, 0, -side - px(2), 0),
        face.hours,
        "second-strong",
        inks.get(face.tone, tokens.accent_ink),
    )
    if face.mark:
        icon, tone = face.mark
        at = QRect(line.right() - side - px(1), line.center().y() - side // 2, side, side)
        paint_icon(painter, at, icon, tokens.tone(tone), filled=True)


def _paint_line(painter: QPainter, line: QRect, words: Line) -> None:
    tokens, px = look().tokens, look().px
    ink = tokens.tone(words.tone) if words.tone else tokens.ink2
    at = QRect(line)
    if words.icon:
        side = px(13)
        paint_icon(painter, QRect(at.left(), at.center().y() - side // 2, side, side), words.icon, ink)
        at.setLeft(at.left() + side + px(3))
    role = _ROLES[bool(words.icon), words.tone == "err"]
    paint_text(painter, at, words.text, role, ink)
