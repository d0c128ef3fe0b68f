"""Push buttons that show their key, and the binding of keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from fieldkit.ui.language import tr
from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.labels import cap_size, paint_cap
from fieldkit.ui.widgets.painted import paint_text, text_width
from fieldkit.ui.widgets.tips import set_tip

_HEIGHTS = {"normal": 36, "main": 44, "small": 28, "outcome": 32, "choice": 36}


def bind(
    widget: QWidget, keys: str, action: Callable[[], object], *, everywhere: bool = False, once: bool = False
) -> QShortcut:
    """Have keys do something while the focus is inside `widget`, or anywhere in its window; `once` also while held."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    context = Qt.ShortcutContext
    shortcut.setContext(context.WindowShortcut if everywhere else context.WidgetWithChildrenShortcut)
    shortcut.activated.connect(action)
    shortcut.setAutoRepeat(not once)
    return shortcut


class Button(QPushButton):
    """A button; `kind` is primary, plain, quiet, small, danger or outcome."""

    def __init__(
        self,
        text: str,
        kind: str = "plain",
        *,
        icon: str | None = None,
        key: str | None = None,
        size: str = "normal",
        press: Callable[[], object] | None = None,
        tone: str = "",
    ) -> None:
        super().__init__()
        self._size = "small" if kind == "small" else "outcome" if kind == "outcome" else size
        self._icon, self._key, self._caption, self._tone = icon, key, text, tone
        self.setProperty("kind", "plain" if kind in {"small", "outcome"} else kind)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_text(text)
        if press is not None:
            self.clicked.connect(lambda _checked=False: press())

    def kind(self) -> str:
        """The kind in the sheet."""
        return str(self.property("kind"))

    def set_text(self, text: str) -> None:
        """Another caption. `&` is an ordinary letter here."""
        self._caption = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text if not self._key else tr("{text}, tombol {key}", text=text, key=self._key))
        self._remeasure()

    def caption(self) -> str:
        """The caption as it was given."""
        return self._caption

    def set_icon(self, icon: str | None) -> None:
        """Another icon, or none."""
        self._icon = icon
        self._remeasure()

    def set_key(self, key: str | None) -> None:
        """Another key cap, or none; the key itself is bound by `bind`."""
        self._key = key
        self.set_text(self._caption)

    def set_reason(self, reason: str) -> None:
        """Why it is disabled; also to be shown beside it."""
        set_tip(self, reason)
        self.setAccessibleDescription(reason)

    def sizeHint(self) -> QSize:
        """Room for icon, caption and key cap."""
        px = look().px
        width = 2 * self._side() + text_width(self._caption, self._role()) + self._icon_room()
        if self._key:
            width += px(14) + cap_size(self._key).width()
        return QSize(width, px(_HEIGHTS[self._size]))

    def minimumSizeHint(self) -> QSize:
        """No smaller: captions are never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and border by the sheet; caption, icon, cap and ring here."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_contents(painter)
        if self.kind() == "primary" and self.hasFocus():
            self._paint_ring(painter)
        painter.end()

    def _paint_contents(self, painter: QPainter) -> None:
        px = look().px
        inner = self.rect().adjusted(self._side(), 0, -self._side(), 0)
        if self._key:
            size = cap_size(self._key)
            at = QRect(inner.right() + 1 - size.width() + px(4), 0, size.width(), size.height())
            at.moveTop((self.height() - size.height()) // 2)
            self._paint_cap(painter, at)
            inner.setRight(at.left() - px(10))
        self._paint_caption(painter, inner)

    def _paint_caption(self, painter: QPainter, inner: QRect) -> None:
        room = self._icon_room()
        wanted = room + text_width(self._caption, self._role())
        left = inner.left()
        if self._size != "outcome" and not self._key:
            left += max(0, (inner.width() - wanted) // 2)
        if self._icon:
            side = look().px(18 if self._size != "small" else 16)
            at = QRect(left, (self.height() - side) // 2, side, side)
            paint_icon(painter, at, self._icon, self._icon_ink(), filled=self._size == "outcome")
        words = QRect(left + room, 0, inner.right() + 2 - left - room, self.height())
        paint_text(painter, words, self._caption, self._role(), self._ink())

    def _paint_cap(self, painter: QPainter, at: QRect) -> None:
        ink = self._ink()
        edge = ink if self.kind() == "primary" and self.isEnabled() else look().tokens.line2
        cap_ink = look().tokens.ink2 if self.kind() == "quiet" else ink
        paint_cap(painter, at, self._key or "", fill="", edge=edge, ink=cap_ink)

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(look().tokens.on_accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 4, 4)

    def _ink(self) -> str:
        tokens = look().tokens
        if not self.isEnabled():
            return tokens.ink3
        kinds = {"primary": tokens.on_accent, "quiet": tokens.accent_ink, "danger": tokens.err}
        return kinds.get(self.kind(), tokens.ink)

    def _icon_ink(self) -> str:
        tokens = look().tokens
        if self._tone and self.isEnabled():
            return tokens.tone(self._tone)
        return tokens.ink2 if self.kind() in {"plain", "choice"} and self.isEnabled() else self._ink()

    def _role(self) -> str:
        if self.kind() == "primary":
            return "strong"
        return "button-small" if self._size == "small" else "button"

    def _side(self) -> int:
        return look().px(10 if self._size in {"small", "outcome"} else 14)

    def _icon_room(self) -> int:
        return look().px(18 + 6) if self._icon else 0

    def _remeasure(self) -> None:
        self.updateGeometry()
        self.update()
