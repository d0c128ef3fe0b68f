"""Text, icons, key caps and badges."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fieldkit.ui.theme.icons import STATUS_ICONS, paint_icon
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.layouts import row, stretched
from fieldkit.ui.widgets.painted import (
    Painted,
    brush,
    paint_pill,
    paint_text,
    set_state,
    tell_name_changed,
    text_width,
)
from fieldkit.ui.widgets.tips import set_tip

_FIXED = QSizePolicy.Policy.Fixed
_LONGEST_LINE = "Nomor HP belum dijawab. Tanpa nomor, kabar KTP jadi tidak sampai ke rumah.."
"""Running text is hard to follow beyond 75 letters."""
_MEASURED_ANEW = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class Label(QLabel):
    """Plain text in a role of the type scale. Never rich text: names of people go through it."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        *,
        wrap: bool = False,
        elide: bool = False,
        selectable: bool = False,
        whole: bool = False,
    ) -> None:
        """One that wraps and is `whole` asks for the room of a single line, and wraps where it does not get it."""
        self._elide, self._whole, self._full = elide, elide or whole, text
        self._measured = "", 0
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; an eliding label keeps it whole in its tooltip."""
        self._full = text
        self._fit()

    set_text = setText

    def full_text(self) -> str:
        """The text as it was set, even when dots stand for its end."""
        return self._full

    def set_tone(self, tone: str) -> None:
        """Change the colour by meaning."""
        set_state(self, "tone", tone)

    def sizeHint(self) -> QSize:
        """Of the whole text, so that an eliding label takes what it may get."""
        hint = super().sizeHint()
        if self._whole:
            hint.setWidth(self.fontMetrics().horizontalAdvance(self._full) + 2)
        return hint

    def heightForWidth(self, width: int) -> int:
        """Of lines that stay short enough to be read, however wide the place is."""
        return super().heightForWidth(min(width, self._longest()) if self.wordWrap() else width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Wrapped text leaves free what a place is wider than a line should be."""
        spare = self.width() - self._longest() if self.wordWrap() else 0
        if spare <= 0 or self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        flags = self.alignment().value | Qt.TextFlag.TextWordWrap.value
        left = spare // 2 if self.alignment() & Qt.AlignmentFlag.AlignHCenter else 0
        lines = self.contentsRect().adjusted(left, 0, left - spare, 0)
        self.style().drawItemText(
            painter, lines, flags, self.palette(), self.isEnabled(), self.text(), self.foregroundRole()
        )
        painter.end()

    def _longest(self) -> int:
        # A layout asks for it several times each time it is done.
        font = self.font().key()
        if self._measured[0] != font:
            self._measured = font, self.fontMetrics().horizontalAdvance(_LONGEST_LINE)
        return self._measured[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten, or grow in height, to the width there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text size changed."""
        super().changeEvent(event)
        # Most labels are of one line and shown whole, and every part hears of every change.
        if (self._elide or self.wordWrap()) and event.type() in _MEASURED_ANEW:
            self._fit()

    def _fit(self) -> None:
        shown = self._shortened() if self._elide else self._full
        if shown != self.text():
            super().setText(shown)
        if self._elide:
            set_tip(self, self._full if shown != self._full else "")
            self.setAccessibleName(self._full)
        # In nested layouts a wrapped label is given one line less than it needs.
        if self.wordWrap() and self.width() > 0:
            # The height asked for before would count into the next one, and no label ever shrink.
            self.setMinimumHeight(0)
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def _shortened(self) -> str:
        return self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())


class Icon(Painted):
    """A Phosphor icon; `tone` is a tone, or `ink`, `ink2`, `ink3`."""

    def __init__(self, name: str, size: int = 18, tone: str = "ink2", *, filled: bool = False) -> None:
        super().__init__()
        self._name, self._size, self._tone, self._filled = name, size, tone, filled
        self.setSizePolicy(_FIXED, _FIXED)

    def set_icon(self, name: str, *, tone: str | None = None, filled: bool | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._tone = self._tone if tone is None else tone
        self._filled = self._filled if filled is None else filled
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = look().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glyph in the colour of the theme in force."""
        painter = brush(self)
        paint_icon(painter, self.rect(), self._name, ink_of(self._tone), filled=self._filled)
        painter.end()


def ink_of(tone: str) -> str:
    """The colour of a tone, or of one of the three inks."""
    tokens = look().tokens
    inks = {"ink": tokens.ink, "ink2": tokens.ink2, "ink3": tokens.ink3, "on_accent": tokens.on_accent}
    return inks.get(tone) or tokens.tone(tone)


def status_icon(tone: str, size: int = 18) -> Icon:
    """The filled icon of a status."""
    return Icon(STATUS_ICONS[tone], size, tone, filled=True)


class IconText(QWidget):
    """An icon and a sentence in one tone, such as a finding or a readiness line."""

    def __init__(
        self,
        icon: str = "info",
        text: str = "",
        role: str = "body",
        tone: str = "",
        *,
        filled: bool = True,
        wrap: bool = False,
        elide: bool = False,
        size: int = 18,
    ) -> None:
        super().__init__()
        self._icon = Icon(icon, size, tone or "ink2", filled=filled)
        self._label = Label(text, role, tone, wrap=wrap, elide=elide)
        fills = wrap or elide
        row(self._icon, stretched(self._label) if fills else self._label, 0 if fills else None, gap=8, inside=self)
        lay = self.layout()
        if wrap and lay is not None:
            lay.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)

    def set(self, text: str, tone: str = "", icon: str | None = None) -> None:
        """Show another sentence; without an icon the one of the tone."""
        self._icon.set_icon(icon or STATUS_ICONS[tone], tone=tone or "ink2")
        self._label.set_tone(tone)
        self._label.set_text(text)

    def text(self) -> str:
        """The sentence shown."""
        return self._label.full_text()


class KeyCap(Painted):
    """A key as it stands on the keyboard; filled while pressing it would do something."""

    def __init__(self, keys: str, *, filled: bool = False) -> None:
        super().__init__()
        self._keys, self._filled = keys, filled
        self.setSizePolicy(_FIXED, _FIXED)
        self.setAccessibleName(keys)

    def sizeHint(self) -> QSize:
        """As wide as its word, at least a bit wider than high."""
        return cap_size(self._keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = brush(self)
        tokens = look().tokens
        fill, edge, ink = ("", tokens.line2, tokens.ink2)
        if self._filled:
            fill, edge, ink = (tokens.accent, tokens.accent, tokens.on_accent)
        paint_cap(painter, self.rect(), self._keys, fill=fill, edge=edge, ink=ink)
        painter.end()


def cap_size(keys: str) -> QSize:
    """Size of a key cap."""
    px = look().px
    return QSize(max(px(28), text_width(keys, "cap") + px(16)), px(look().scale.cap))


def paint_cap(painter: QPainter, rect: QRect, keys: str, *, fill: str, edge: str, ink: str) -> None:
    """Paint a key cap into a rectangle of any painter."""
    paint_pill(painter, rect, fill, edge, radius=4)
    paint_text(painter, rect, keys, "cap", ink, Qt.AlignmentFlag.AlignHCenter)


class Badge(Painted):
    """A pill with a filled icon and a word; empty text hides it."""

    def __init__(self, text: str = "", tone: str = "info", icon: str | None = None) -> None:
        super().__init__()
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(_FIXED, _FIXED)
        self.set(text, tone, icon)

    def set(self, text: str, tone: str = "info", icon: str | None = None) -> None:
        """Show another status."""
        self._text, self._tone, self._icon = text, tone, icon or STATUS_ICONS[tone]
        self.setAccessibleName(text)
        tell_name_changed(self)
        # Showing an orphan would open it as a window of its own.
        if not text or self.parent() is not None:
            self.setVisible(bool(text))
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Icon, word and round ends."""
        return badge_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = brush(self)
        paint_badge(painter, self.rect(), self._text, self._tone, self._icon)
        painter.end()


def badge_size(text: str) -> QSize:
    """Size of a badge."""
    px = look().px
    return QSize(text_width(text, "badge") + px(7 + 14 + 5 + 10), px(look().scale.badge))


def paint_badge(painter: QPainter, rect: QRect, text: str, tone: str, icon: str | None = None) -> None:
    """Paint a badge into a rectangle, also from delegates."""
    tokens, px = look().tokens, look().px
    ink = tokens.tone(tone)
    paint_pill(painter, rect, tokens.ground(tone))
    side = px(14)
    at = QRect(rect.left() + px(7), rect.top() + (rect.height() - side) // 2, side, side)
    paint_icon(painter, at, icon or STATUS_ICONS[tone], ink, filled=True)
    words = rect.adjusted(px(7 + 14 + 5), 0, -px(4), 0)
    paint_text(painter, words, text, "badge", ink)
