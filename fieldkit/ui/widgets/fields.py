"""The field of one line: label above, hint after it, finding under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from fieldkit.ui.language import tr
from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row
from fieldkit.ui.widgets.painted import set_state

Mask = Callable[[str], str]
WINDOW_KEYS = (Qt.Key.Key_K, Qt.Key.Key_U)
"""With Ctrl, Qt would delete to the end of the line or all of it; here they are an incident and a new count."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QLineEdit):
    """A line edit that can show a veil (masked text); typing into a veil starts afresh."""

    entered = Signal()
    focused = Signal()
    left = Signal()
    unveiled_by_typing = Signal()

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.veiled = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        """Say which keys are the window's and which are the field's, where Qt would decide otherwise."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return share_key(event, is_touched=self.isModified()) or super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a signal and never presses a default button."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            # Ignored, so that a modal around the field can press its filled button.
            event.ignore()
            return
        if _is_of_the_window(event):
            event.ignore()
            return
        if self.veiled and _would_change(event):
            self.unveiled_by_typing.emit()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the field."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the field, unless only a menu or another window took the focus for a moment."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


def share_key(event: QKeyEvent, *, is_touched: bool) -> bool:
    """Leave a key to the window where it is the window's; False where Qt decides rightly by itself."""
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return False
    if event.key() in WINDOW_KEYS:
        event.ignore()
    elif event.key() == Qt.Key.Key_Backspace:
        # Deletes a word of what was typed here; where nothing was typed, it is the undo of the toast.
        event.setAccepted(is_touched)
    else:
        return False
    return True


def _is_of_the_window(event: QKeyEvent) -> bool:
    """Letters with Alt too, which Qt would type where no shortcut has them; AltGr, which writes, comes with Ctrl."""
    if event.modifiers() == Qt.KeyboardModifier.AltModifier:
        return event.text().isprintable() and bool(event.text())
    return event.key() in WINDOW_KEYS and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _would_change(event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Paste) or event.matches(QKeySequence.StandardKey.Cut):
        return True
    if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        return True
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(event.text()) and event.text().isprintable() and not held


class _Eye(QPushButton):
    """The eye at the right end of a masked field."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self.setProperty("kind", "quiet")
        self.setCheckable(True)
        # Not by click: the line keeps the focus, so that leaving it masks the text again.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Tampilkan"))
        self.setToolTip(tr("Tampilkan"))

    def sizeHint(self) -> QSize:
        """A target of 28 px."""
        return QSize(look().px(32), look().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by the sheet, the eye here."""
        super().paintEvent(event)
        side = look().px(18)
        at = QRect(0, 0, side, side)
        at.moveCenter(self.rect().center())
        painter = QPainter(self)
        paint_icon(painter, at, "eye-slash" if self.isChecked() else "eye", look().tokens.ink2)
        painter.end()


class TextField(Findings):
    """One line of text."""

    edited = Signal(str)
    left = Signal()
    entered = Signal()
    revealed = Signal()

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        mask: Mask | None = None,
        limit: int | None = None,
        digits: bool = False,
        role: str = "body",
        right: QWidget | None = None,
        password: bool = False,
    ) -> None:
        super().__init__()
        self._value, self._mask, self._digits, self._typed = "", mask, digits, False
        self._password = password
        self._label, self._hint = Label(label, "label"), Label(hint, "hint")
        self.line = Line(role)
        self._eye = _Eye(self.line) if mask or password else None
        self._arrange(right)
        self._prepare(limit)
        self.set_label(label)
        self._listen()

    def _arrange(self, right: QWidget | None) -> None:
        self._label.setBuddy(self.line)
        self._head = row(self._label, self._hint, None)
        self._middle = row(self.line, *([right] if right else []), gap=12)
        column(self._head, self._middle, self.finding_line, gap=4, inside=self)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _prepare(self, limit: int | None) -> None:
        if limit is not None:
            self.line.setMaxLength(limit)
        if self._password:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        if self._digits:
            self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        if self._eye is not None:
            self._place_eye(self._eye)

    def _place_eye(self, eye: _Eye) -> None:
        row(None, eye, inside=self.line, gap=0, edges=(0, 0, 4, 0))
        eye.clicked.connect(self._toggle_eye)

    def _listen(self) -> None:
        self.line.textEdited.connect(self._take_typed)
        self.line.entered.connect(self.entered)
        self.line.focused.connect(self._on_focus)
        self.line.left.connect(self._on_left)
        self.line.unveiled_by_typing.connect(self._start_afresh)

    def answer_widget(self) -> QWidget:
        """The line."""
        return self.line

    def value(self) -> str:
        """The text as typed, never the masked form."""
        return self._value

    def set_value(self, value: str) -> None:
        """Fill by program; a field with a mask shows it masked."""
        self._value, self._typed = value, False
        self.line.setModified(False)
        self._veil()

    def typed(self) -> bool:
        """Whether the value was typed by the user."""
        return self._typed

    def set_label(self, label: str) -> None:
        """Another label."""
        self._label.set_text(label)
        self.line.setAccessibleName(" ".join(filter(None, [label, self._hint.full_text()])))

    def set_hint(self, hint: str) -> None:
        """Another hint behind the label."""
        self._hint.set_text(hint)
        self.set_label(self._label.full_text())

    def set_read_only(self, on: bool) -> None:
        """Shown, but not to be changed here."""
        self.line.setReadOnly(on)

    def focus_selected(self) -> None:
        """The line, with all of it selected."""
        self.focus_answer()
        self.line.selectAll()

    def settled(self) -> bool:
        """Filled and without a finding: Enter passes it over."""
        return bool(self._value) and self.finding() is None

    def _take_typed(self, shown: str) -> None:
        self._value, self._typed = shown, True
        self.edited.emit(shown)

    def _on_focus(self) -> None:
        # What this user typed just now may be seen again; what came from the list needs the eye.
        if self._mask and self._typed and not self.line.hasSelectedText():
            self._unveil()
            self.line.end(False)
        else:
            self.line.selectAll()

    def _on_left(self) -> None:
        self._veil()
        self.left.emit()

    def _start_afresh(self) -> None:
        self._unveil()
        self.line.clear()
        self._value, self._typed = "", True

    def _toggle_eye(self) -> None:
        if self._seen():
            self._veil()
            return
        self._unveil()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.revealed.emit()

    def _seen(self) -> bool:
        return not self.line.veiled and self.line.echoMode() == QLineEdit.EchoMode.Normal

    def _veil(self) -> None:
        if self._password:
            self._set_echo(QLineEdit.EchoMode.Password)
            return
        masked = self._mask(self._value) if self._mask and self._value else self._value
        self._show(masked, veiled=masked != self._value)

    def _unveil(self) -> None:
        if self._password:
            self._set_echo(QLineEdit.EchoMode.Normal)
            return
        self._show(self._value, veiled=False)

    def _set_echo(self, mode: QLineEdit.EchoMode) -> None:
        self.line.setEchoMode(mode)
        if self.line.text() != self._value:
            self.line.setText(self._value)
        if self._eye is not None:
            self._eye.setChecked(mode == QLineEdit.EchoMode.Normal)

    def _show(self, shown: str, *, veiled: bool) -> None:
        self.line.veiled = veiled
        if self.line.text() != shown:
            modified = self.line.isModified()
            self.line.setText(shown)
            self.line.setModified(modified)
        set_state(self.line, "veiled", veiled)
        if self._eye is not None and self._mask is not None:
            self._eye.setChecked(bool(self._value) and not veiled)
