"""What widgets that paint themselves share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from fieldkit.ui.theme.look import colour, look

_LOOK_EVENTS = (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange)


class Painted(QWidget):
    """A widget whose size and colours follow the look in force."""

    def minimumSizeHint(self) -> QSize:
        """Never squeezed below what it paints."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure and paint again when theme or text size changed."""
        super().changeEvent(event)
        if event.type() in _LOOK_EVENTS:
            self.updateGeometry()
            self.update()


def brush(widget: QWidget) -> QPainter:
    """A painter on the widget, edges smooth."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def text_width(text: str, role: str) -> int:
    """Width of a line of text in a role."""
    return QFontMetrics(look().font(role)).horizontalAdvance(text)


def paint_pill(painter: QPainter, rect: QRect, fill: str, edge: str = "", radius: float = -1) -> None:
    """A filled rounded box, with a 1 px border where a colour for it is given."""
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(edge), 1) if edge else Qt.PenStyle.NoPen)
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5) if edge else QRectF(rect)
    round_by = box.height() / 2 if radius < 0 else radius
    painter.drawRoundedRect(box, round_by, round_by)


def paint_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    role: str,
    ink: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text, in the middle of the height, shortened with dots when it does not fit."""
    font = look().font(role)
    painter.setFont(font)
    painter.setPen(colour(ink))
    # One pixel of grace: widths of parts, each rounded, do not always add up to the width of the whole.
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), fitting)


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say something that appeared without the focus moving."""
    event = QAccessibleAnnouncementEvent(widget, text)
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if urgent else level.Polite)
    QAccessible.updateAccessibility(event)


def tell_name_changed(widget: QWidget) -> None:
    """Tell assistive tools that the name of a painted widget is another."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))


def repolish(widget: QWidget) -> None:
    """Have the sheet look again, after a property it selects by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the sheet selects by; none selects by an empty one, which is as good as not set."""
    before = widget.property(name)
    if before != value and (before is not None or value != ""):
        widget.setProperty(name, value)
        repolish(widget)
