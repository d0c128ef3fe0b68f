"""Fusion, with our own tick and radio marks (a sheet that styles `::indicator` removes the native drawing)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import colour, look

_PM = QStyle.PixelMetric
_SIZES = {
    _PM.PM_IndicatorWidth: 18,
    _PM.PM_IndicatorHeight: 18,
    _PM.PM_ExclusiveIndicatorWidth: 18,
    _PM.PM_ExclusiveIndicatorHeight: 18,
    _PM.PM_CheckBoxLabelSpacing: 8,
    _PM.PM_RadioButtonLabelSpacing: 8,
}


class FieldStyle(QProxyStyle):
    """The style of the application; reads the look in force at each paint."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Marks of 18 px at 100 %."""
        size = _SIZES.get(metric)
        return super().pixelMetric(metric, option, widget) if size is None else look().px(size)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Tick, radio mark and focus ring are ours, the rest is Fusion's."""
        if element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            _draw_tick(option, painter)
        elif element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            _draw_radio(option, painter)
        elif element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            _draw_focus(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)


def _draw_tick(option: QStyleOption, painter: QPainter) -> None:
    box = _square(option)
    partly = bool(option.state & QStyle.StateFlag.State_NoChange)
    on = partly or bool(option.state & QStyle.StateFlag.State_On)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(_edge(option, on=on)), 1.5))
    painter.setBrush(colour(_fill(option, on=on)))
    painter.drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    if on:
        inner = box.adjusted(2, 2, -2, -2)
        paint_icon(painter, inner, "minus" if partly else "check", look().tokens.on_accent)
    painter.restore()


def _draw_radio(option: QStyleOption, painter: QPainter) -> None:
    box = QRectF(_square(option))
    on = bool(option.state & QStyle.StateFlag.State_On)
    tokens = look().tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(_edge(option, on=on)), 2 if on else 1.5))
    painter.setBrush(colour(tokens.surface))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(_edge(option, on=True)))
        inset = box.width() * 0.27
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    painter.restore()


def _draw_focus(option: QStyleOption, painter: QPainter) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(look().tokens.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()


def _square(option: QStyleOption) -> QRect:
    size = look().px(18)
    rect = QRect(0, 0, size, size)
    rect.moveCenter(option.rect.center())
    return rect


def _edge(option: QStyleOption, *, on: bool) -> str:
    tokens = look().tokens
    if not option.state & QStyle.StateFlag.State_Enabled:
        return tokens.line2
    return tokens.accent if on or option.state & QStyle.StateFlag.State_HasFocus else tokens.line2


def _fill(option: QStyleOption, *, on: bool) -> str:
    tokens = look().tokens
    if not option.state & QStyle.StateFlag.State_Enabled:
        return tokens.line2 if on else tokens.mute_bg
    return tokens.accent if on else tokens.surface
