"""What lies over the page for a while: toasts, modals, drawers, the keys of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGraphicsOpacityEffect,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from fieldkit.ui.language import tr
from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Icon, KeyCap, Label
from fieldkit.ui.widgets.layouts import column, row, set_gaps, stretched
from fieldkit.ui.widgets.painted import announce, set_state, text_width

TOAST_MS = 6000
FADE_MS = 120
MOST_TOASTS = 2

_motion = [True]


def set_motion(on: bool) -> None:
    """Whether drawers and toasts fade; a setting of the user."""
    _motion[0] = on


def fade_in(widget: QWidget) -> None:
    """Let a widget appear within 120 ms."""
    widget.show()
    widget.raise_()
    if not _motion[0]:
        return
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    animation = QVariantAnimation(widget)
    animation.setDuration(FADE_MS)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.valueChanged.connect(effect.setOpacity)
    animation.finished.connect(lambda: widget.setGraphicsEffect(None))  # type: ignore[arg-type]
    animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)


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


class Modal(QDialog):
    """Work can not go on: what happened, what is safe, one filled way out and perhaps a second one."""

    answered = Signal(bool)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        what: str,
        safe: str = "",
        *,
        accept: str,
        other: str = "",
        details: str = "",
        tone: str = "err",
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "modal")
        self.setModal(True)
        self.setWindowTitle(title)
        self._has_other = bool(other)
        self._answered = False
        self.body = column(gap=8)
        self.accept_button = Button(accept, "primary", key=tr("Enter"), press=lambda: self._answer(True))
        self.other_button = Button(other, press=lambda: self._answer(False)) if other else None
        self._build(title, [what, safe], details, tone)
        self.setAccessibleDescription(" ".join(part for part in (what, safe) if part))

    def ask(self) -> bool:
        """Wait for the choice; True for the filled button."""
        self.exec()
        return self.result() == QDialog.DialogCode.Accepted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the filled way; Esc takes the second one, if there is one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            button = focused if isinstance(focused, Button) else self.accept_button
            button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc and the cross of the window: the second way out, never none."""
        if self._has_other:
            self._answer(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not to be closed without a choice."""
        if not self._answered:
            event.ignore()
            self.reject()

    def _build(self, title: str, sentences: Sequence[str], details: str, tone: str) -> None:
        head = row(Icon(STATUS_ICONS[tone], 24, tone, filled=True), stretched(Label(title, "modal", wrap=True)), gap=12)
        texts = [Label(sentence, "body", "ink2", wrap=True) for sentence in sentences if sentence]
        more = [Label(details, "hint", wrap=True, selectable=True)] if details else []
        others = [self.other_button] if self.other_button else []
        column(
            head,
            *texts,
            *more,
            self.body,
            4,
            row(None, *others, self.accept_button),
            gap=12,
            edges=(20, 20, 20, 16),
            inside=self,
        )
        self.setMinimumWidth(look().px(440))
        self.setMaximumWidth(look().px(600))
        self.accept_button.setFocus()

    def _answer(self, accepted: bool) -> None:
        self._answered = True
        self.done(QDialog.DialogCode.Accepted if accepted else QDialog.DialogCode.Rejected)
        self.answered.emit(accepted)


class Drawer(QFrame):
    """A column that comes in over the right side of `over` and leaves with Esc."""

    closed = Signal()

    def __init__(self, over: QWidget, title: str, content: QWidget, *, width: int = 360) -> None:
        super().__init__(over)
        self.setProperty("kind", "drawer")
        self._over, self._width = over, width
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        close = Button(tr("Tutup"), "quiet", key=tr("Esc"), press=self.close_drawer)
        column(row(Label(title, "card"), None, close), stretched(content), gap=8, edges=(12, 10, 12, 12), inside=self)
        self.content = content
        over.installEventFilter(self)
        self.hide()

    def open_drawer(self) -> None:
        """Come in, and take the focus."""
        self._before = QApplication.focusWidget()
        self._place()
        fade_in(self)
        self.content.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            self.focusNextChild()

    def close_drawer(self) -> None:
        """Leave, and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is one step out."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the right edge."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        width = min(look().px(self._width), self._over.width())
        self.setGeometry(self._over.width() - width, 0, width, self._over.height())


class KeysOverlay(QFrame):
    """The keys of the page, as long as they are wanted; F1 again opens the guide."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("kind", "toast")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._over = over
        self._before: QWidget | None = None
        self._box = QVBoxLayout(self)
        set_gaps(self._box, 6, (20, 16, 20, 16))
        over.installEventFilter(self)
        self.hide()

    def open_keys(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        """Show keys and what they do."""
        self._clear()
        foot = tr("F1 sekali lagi membuka panduan. Esc menutup.")
        self._box.addWidget(Label(title, "card"))
        for cap, meaning in keys:
            self._box.addWidget(_key_row(cap, meaning))
        self._box.addWidget(Label(foot, "hint"))
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(f"{cap}: {meaning}" for cap, meaning in keys))
        self._before = QApplication.focusWidget()
        self._place()
        fade_in(self)
        self._place()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{title}. {self.accessibleDescription()}")

    def close_keys(self) -> None:
        """Go away, and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_keys()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes on working does not have to close it first."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._before = None
            self.close_keys()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _clear(self) -> None:
        while self._box.count():
            item = self._box.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _place(self) -> None:
        size = self.sizeHint()
        width = min(max(size.width(), look().px(420)), self._over.width())
        height = min(size.height(), self._over.height())
        self.setGeometry((self._over.width() - width) // 2, (self._over.height() - height) // 2, width, height)


def _key_row(cap: str, meaning: str) -> QWidget:
    caps = [KeyCap(part.strip()) for part in cap.split(" / ")]
    holder = QWidget()
    row(Label(meaning, "body"), None, *caps, gap=6, inside=holder)
    return holder
