"""The rail at the left: pages in the order of the day, user and lock at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.shell.page import Page, PageSpec
from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.theme.tokens import blend
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, set_gaps, stretched
from fieldkit.ui.widgets.painted import Painted, brush, paint_pill, paint_text, text_width
from fieldkit.ui.widgets.tips import set_tip

COUNT_GROUNDS = {"warn": ("#FFD166", "#3A2500"), "err": ("#FFB4AC", "#5A0F0B")}
"""Ground and ink of a count; the same in both themes, since the rail is dark in both."""


class RailButton(QPushButton):
    """One page: icon, label, count, key."""

    def __init__(self, spec: PageSpec) -> None:
        super().__init__()
        self.spec = spec
        self.narrow = False
        self._count, self._tone = 0, "warn"
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._speak()

    def set_count(self, count: int, tone: str) -> None:
        """How much waits for someone here."""
        self._count, self._tone = count, tone
        self._speak()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Only the icon, with a tooltip."""
        self.narrow = narrow
        self._speak()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A row of the rail."""
        return QSize(look().px(40 if self.narrow else 184), look().px(look().scale.rail_row))

    def minimumSizeHint(self) -> QSize:
        """May be squeezed in a low window, but not below a target."""
        return QSize(look().px(40), look().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by the sheet, the rest here."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_state(painter)
        ink = blend(look().tokens.rail_ink, "#FFFFFF", 0.9) if self.isChecked() else look().tokens.rail_ink
        px, side = look().px, look().px(20)
        left = (self.width() - side) // 2 if self.narrow else px(10)
        at = QRect(left, (self.height() - side) // 2, side, side)
        paint_icon(painter, at, self.spec.icon, ink, filled=self.isChecked())
        if self.narrow:
            self._paint_dot(painter)
        else:
            self._paint_words(painter, ink)
        painter.end()

    def _paint_state(self, painter: QPainter) -> None:
        tokens, px = look().tokens, look().px
        if self.isChecked():
            painter.fillRect(QRect(0, px(8), px(3), self.height() - px(16)), colour(tokens.rail_mark))
        if self.hasFocus():
            painter.setPen(QPen(colour(tokens.rail_mark), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        px = look().px
        key_width = text_width(self.spec.key, "cap") + px(2)
        inner = self.rect().adjusted(px(38), 0, -px(8), 0)
        key_at = inner.adjusted(inner.width() - key_width, 0, 0, 0)
        paint_text(painter, key_at, self.spec.key, "cap", look().tokens.rail_ink2)
        inner.setRight(key_at.left() - px(4))
        if self._count:
            # So close that the longest name stays whole beside the largest count.
            inner.setRight(self._paint_count(painter, inner.right()) - px(4))
        role = "strong" if self.isChecked() else "button"
        paint_text(painter, inner, self.spec.label, role, ink)

    def _paint_count(self, painter: QPainter, right: int) -> int:
        px, words = look().px, self._count_text()
        width = max(px(24), text_width(words, "badge") + px(5))
        at = QRect(right - width, (self.height() - px(18)) // 2, width, px(18))
        ground, ink = COUNT_GROUNDS[self._tone]
        paint_pill(painter, at, ground)
        paint_text(painter, at, words, "badge", ink, Qt.AlignmentFlag.AlignHCenter)
        return at.left()

    def _paint_dot(self, painter: QPainter) -> None:
        if self._count:
            px = look().px
            paint_pill(painter, QRect(self.width() - px(13), px(5), px(10), px(10)), COUNT_GROUNDS[self._tone][0])

    def _count_text(self) -> str:
        return str(self._count) if self._count < 100 else "99+"

    def _speak(self) -> None:
        label, key = self.spec.label, self.spec.key
        waits = tr("{n} perlu dilihat", n=self._count) if self._count else ""
        self.setAccessibleName(", ".join(part for part in (label, waits, key) if part))
        tip = ", ".join(part for part in (f"{label} ({key})", waits) if part)
        set_tip(self, tip if self.narrow or waits else "")


class _Mark(Painted):
    """The tick of the product, or the initials of the user."""

    def __init__(self, size: int, *, initials: str | None = None) -> None:
        super().__init__()
        self._size, self._initials = size, initials
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_initials(self, initials: str) -> None:
        """Of another user."""
        self._initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(look().px(self._size), look().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A square with a tick, or a circle with letters."""
        tokens, px = look().tokens, look().px
        painter = brush(self)
        if self._initials is None:
            paint_pill(painter, self.rect(), tokens.rail_mark, radius=px(6))
            inset = (self.width() - px(18)) // 2
            paint_icon(painter, self.rect().adjusted(inset, inset, -inset, -inset), "check", "#12303F")
        else:
            paint_pill(painter, self.rect(), tokens.rail_ink)
            paint_text(painter, self.rect(), self._initials, "badge", "#12303F", Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class _Lock(QPushButton):
    """The lock at the foot of the rail."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Kunci layar, tombol {key}", key="Ctrl+L"))
        self.setToolTip(tr("Kunci layar (Ctrl+L)"))

    def sizeHint(self) -> QSize:
        """A target of 32."""
        return QSize(look().px(32), look().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by the sheet, the lock here."""
        super().paintEvent(event)
        painter = brush(self)
        side = look().px(18)
        at = QRect(0, 0, side, side)
        at.moveCenter(self.rect().center())
        paint_icon(painter, at, "lock-simple", look().tokens.rail_ink2)
        if self.hasFocus():
            painter.setPen(QPen(colour(look().tokens.rail_mark), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        painter.end()


class _Settings(RailButton):
    """How the window looks and speaks: a lower row at the foot, which is no page."""

    def __init__(self) -> None:
        super().__init__(PageSpec("Ctrl+,", "settings", "sliders-horizontal", tr("Setelan"), Page))
        self.setCheckable(False)

    def sizeHint(self) -> QSize:
        """Lower than a page."""
        return QSize(super().sizeHint().width(), look().px(32))


class Rail(QWidget):
    """All pages that this user has."""

    chosen = Signal(str)
    settings_asked = Signal()
    lock_asked = Signal()

    def __init__(self, specs: Sequence[PageSpec], *, product: str, place: str) -> None:
        super().__init__()
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.buttons = {spec.name: RailButton(spec) for spec in specs}
        self._place = Label(place, "rail-second", elide=True)
        self._tick, self._head = _Mark(28), self._make_head(product)
        self._user, self._role = Label("", "rail-user", elide=True), Label("", "rail-second", elide=True)
        self._mark = _Mark(30, initials="")
        self._settings, self._lock = _Settings(), _Lock()
        self._foot = self._make_foot()
        self._box = QVBoxLayout(self)
        self._fill(specs)
        self.set_narrow(False)

    def set_current(self, name: str) -> None:
        """Mark the page that is shown."""
        for each, button in self.buttons.items():
            button.setChecked(each == name)

    def set_count(self, name: str, count: int, tone: str) -> None:
        """How much waits on a page; pages this user lacks are passed over."""
        if name in self.buttons:
            self.buttons[name].set_count(count, tone)

    def set_place(self, place: str) -> None:
        """Name of the regency."""
        self._place.set_text(place)

    def set_user(self, name: str, role: str) -> None:
        """Who works here now."""
        self._user.set_text(name)
        self._role.set_text(role)
        self._mark.set_initials("".join(part[0] for part in name.split()[:2]).upper())
        set_tip(self._lock, "\n".join([f"{name}, {role}", tr("Kunci layar (Ctrl+L)")]))

    def set_narrow(self, narrow: bool) -> None:
        """Icons only."""
        self.setFixedWidth(look().px(look().scale.rail_narrow if narrow else look().scale.rail_width))
        self._tick.setVisible(not narrow)
        self._head.setVisible(not narrow)
        self._foot.setVisible(not narrow)
        self._mark.setVisible(not narrow)
        for button in (*self.buttons.values(), self._settings):
            button.set_narrow(narrow)

    def _fill(self, specs: Sequence[PageSpec]) -> None:
        set_gaps(self._box, 2, (8, 10, 8, 10))
        mark_row = row(self._tick, stretched(self._head), gap=10, edges=(6, 2, 0, 12))
        self._box.addLayout(mark_row)
        group = specs[0].group if specs else 0
        for spec in specs:
            if spec.group != group:
                self._box.addWidget(_rule())
                group = spec.group
            button = self.buttons[spec.name]
            button.clicked.connect(lambda _on=False, name=spec.name: self.chosen.emit(name))
            self._box.addWidget(button)
        self._box.addStretch(1)
        self._settings.clicked.connect(self.settings_asked)
        self._box.addWidget(self._settings)
        self._lock.clicked.connect(self.lock_asked)
        self._box.addLayout(row(self._mark, stretched(self._foot), self._lock, gap=8, edges=(4, 0, 0, 0)))

    def _make_head(self, product: str) -> QWidget:
        holder = QWidget()
        column(Label(product, "rail-name"), self._place, gap=0, inside=holder)
        return holder

    def _make_foot(self) -> QWidget:
        holder = QWidget()
        column(self._user, self._role, gap=0, inside=holder)
        return holder


def _rule() -> QWidget:
    holder, line = QWidget(), QFrame()
    line.setProperty("kind", "rail-rule")
    column(line, inside=holder, edges=(6, 8, 6, 8))
    return holder
