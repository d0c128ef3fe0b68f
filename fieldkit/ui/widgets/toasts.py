"""What was done, said in the corner: at most two cards, each with at most one action."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, row
from fieldkit.ui.widgets.motion import fade_in
from fieldkit.ui.widgets.painted import announce, set_state, text_width

TOAST_MS = 6000
MOST_TOASTS = 2


class Toast(QFrame):
    """Something was done: a card with at most one action. Stays while it is pointed at or focused."""

    gone = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        tone: str = "ok",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        key: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("kind", "toast")
        self.title, self.text, self._on_action = title, text, on_action
        self._timer = QTimer(self, interval=TOAST_MS, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        second = [Label(text, "second", wrap=True)] if text else []
        texts = column(Label(title, "strong", wrap=True), *second, gap=2)
        texts.setProperty("fieldkit_share", 1)
        self.button = Button(action, "quiet", key=key or None, press=self.act) if action else None
        buttons = [self.button] if self.button else []
        row(
            Icon(STATUS_ICONS[tone], 20, tone, filled=True),
            texts,
            *buttons,
            gap=12,
            edges=(16, 10, 12, 10),
            inside=self,
        )
        if self.button is not None:
            self.button.installEventFilter(self)

    def start(self) -> None:
        """Begin the six seconds, and say it aloud."""
        self._timer.start()
        announce(self, f"{self.title}. {self.text}")

    def act(self) -> None:
        """Do what the toast offers."""
        offered, self._on_action = self._on_action, None
        self.dismiss()
        if offered is not None:
            offered()

    def offers(self) -> bool:
        """Whether there is something to undo or do."""
        return self._on_action is not None

    def dismiss(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def wanted_width(self) -> int:
        """Room for its sentences on one line each, within reason."""
        words = max(text_width(self.title, "strong"), text_width(self.text, "second"))
        button = self.button.sizeHint().width() if self.button is not None else 0
        return max(look().px(340), min(words + button + look().px(76), look().px(620)))

    def stays(self) -> bool:
        """Whether its time stands still."""
        return not self._timer.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Pointed at: stay."""
        self._hold()

    def leaveEvent(self, event: QEvent) -> None:
        """No more pointed at: six seconds again."""
        self._release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus on the action holds it too."""
        if isinstance(event, QFocusEvent):
            (self._hold if event.gotFocus() else self._release)()
        return False

    def _hold(self) -> None:
        self._timer.stop()
        set_state(self, "live", True)

    def _release(self) -> None:
        focused = self.button is not None and self.button.hasFocus()
        if not self.underMouse() and not focused and self.isVisible():
            self._timer.start()
            set_state(self, "live", False)


class ToastHost(QObject):
    """Keeps toasts at the bottom right of a widget, at most two."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._toasts: list[Toast] = []
        over.installEventFilter(self)

    def show_toast(self, toast: Toast) -> None:
        """Show one more; the oldest makes room."""
        while len(self._toasts) >= MOST_TOASTS:
            self._toasts[0].dismiss()
        toast.setParent(self._over)
        toast.gone.connect(lambda: self._forget(toast))
        self._toasts.append(toast)
        self._place()
        fade_in(toast)
        self._place()
        toast.start()

    def toasts(self) -> list[Toast]:
        """Those on the screen, oldest first."""
        return list(self._toasts)

    def act_on_last(self) -> bool:
        """Do what the newest toast offers; False when none offers anything."""
        offering = [toast for toast in self._toasts if toast.offers()]
        if offering:
            offering[-1].act()
        return bool(offering)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what lies under."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _forget(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        px = look().px
        bottom = self._over.height() - px(12)
        for toast in reversed(self._toasts):
            width = min(toast.wanted_width(), self._over.width() - px(32))
            height = toast.heightForWidth(width) if toast.hasHeightForWidth() else toast.sizeHint().height()
            place = QRect(self._over.width() - width - px(16), bottom - height, width, height)
            for button in self._filled_buttons():
                if place.intersects(button):
                    place.moveBottom(button.top() - px(8))
            if place.intersects(self._field_in_use()):
                place.moveLeft(px(16))
            toast.setGeometry(place)
            bottom = place.top() - px(8)

    def _filled_buttons(self) -> list[QRect]:
        """The next step of the page stays in sight."""
        buttons = [each for each in self._over.findChildren(Button) if each.property("kind") == "primary"]
        return [QRect(each.mapTo(self._over, QPoint()), each.size()) for each in buttons if each.isVisible()]

    def _field_in_use(self) -> QRect:
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit | QPlainTextEdit) or not self._over.isAncestorOf(field):
            return QRect()
        return QRect(field.mapTo(self._over, field.rect().topLeft()), field.size())
