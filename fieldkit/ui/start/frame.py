"""The calm card in the middle of the window that every start screen is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldkit.domain.errors import FieldKitError
from fieldkit.ui.guide_at_door import START, offer_guide
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import tone_of
from fieldkit.ui.text_size import bind_text_size, step_text_size
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Card, Scrolled
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Icon, IconText, Label
from fieldkit.ui.widgets.layouts import Part, column, holder, row, stretched

_WIDTH = 500
_WORDS_AFTER_MS = 400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StartScreen(QWidget):
    """Product, title, a sentence or two, the parts of the screen, a line for what went wrong, the way on."""

    text_size_changed = Signal(int)
    """By its keys; it is in force already."""

    def __init__(self, name: str, title: str, text: str = "", *, width: int = _WIDTH) -> None:
        super().__init__()
        self._width = width
        self.mark = Icon("warning-circle", 24, "err", filled=True)
        self.mark.hide()
        self.setObjectName(name)
        self.setProperty("ground", "bg")
        self.title, self.text = Label(title, "page", wrap=True), Label(text, "body", "ink2", wrap=True)
        self.title.setObjectName(f"{name}_title")
        self.text.setObjectName(f"{name}_text")
        self.line = IconText("warning", "", "second-strong", "warn", wrap=True, size=16)
        self.line.setObjectName(f"{name}_line")
        self.line.hide()
        self.going = IconText("info", "", "second-strong", "info", wrap=True, size=16)
        self.going.setObjectName(f"{name}_going")
        self.going.hide()
        self._slow = QTimer(self, singleShot=True, interval=_WORDS_AFTER_MS)
        self._slow.timeout.connect(self.going.show)
        self._resting: list[Button] = []
        self._left_at: QWidget | None = None
        self.accept_button = Button("", "primary", size="main", press=self.accept)
        self.accept_button.setObjectName(f"{name}_accept")

    def arrange(self, *parts: Part, accept: str, key: str = "", others: tuple[QWidget, ...] = ()) -> None:
        """Put the parts between the sentences and the way on."""
        self.accept_button.set_text(accept)
        self.accept_button.set_key(key or tr("Enter"))
        self._guide = offer_guide(self, START)
        card = Card(gap=14, edges=(24, 20, 24, 20))
        card.add(
            row(
                Icon("check-square", 28, "accent", filled=True),
                Label("FieldKit", "card"),
                None,
                self._guide,
                gap=10,
            ),
            column(row(self.mark, stretched(self.title), gap=10), self.text, gap=6),
            *parts,
            self.line,
            self.going,
            # At large text the way on stands below the others: it is never cut.
            Flow([stretched(holder(row(*others, None, gap=10))), holder(row(None, self.accept_button))], whole=True),
        )
        inner = QWidget()
        column(None, Columns([(QWidget(), None), (card, self._width), (QWidget(), None)]), None, inside=inner)
        column(stretched(Scrolled(inner)), edges=(16, 14, 16, 14), inside=self)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            bind(self, keys, self.press)
        bind_text_size(self, self._step_text_size)

    def _step_text_size(self, steps: int) -> None:
        percent = step_text_size(steps)
        if percent is not None:
            self.text_size_changed.emit(percent)

    def accept(self) -> None:
        """The way on was chosen."""

    def first_focus(self) -> QWidget:
        """Where to begin."""
        return self.accept_button

    def press(self) -> None:
        """Choose the way on, if it is open."""
        if self.accept_button.isEnabled():
            self.accept_button.click()

    def show_failure(self, error: FieldKitError) -> None:
        """Say what stood in the way; what was typed stays."""
        self.set_busy(on=False)
        self.line.set(f"{say(error.title)} {say(error.advice)}", tone_of(error))
        self.line.show()

    def clear_failure(self) -> None:
        """Nothing stands in the way."""
        self.line.hide()

    def set_busy(self, *, on: bool) -> None:
        """While work goes on it can not be asked for twice."""
        self.accept_button.setEnabled(not on)
        if not on:
            self._rest_no_more()

    def work_goes_on(self, words: str) -> None:
        """Nothing else can be asked for until it is done, or `set_busy` ends it; said once it takes long."""
        self.going.set(words, "info")
        if self._slow.isActive() or not self.going.isHidden():
            return
        self._left_at = self.focusWidget()
        self._resting = [each for each in self.findChildren(Button) if each.isEnabled() and each is not self._guide]
        if isinstance(self._left_at, Button):
            # A button that rests would hand the focus to whatever comes next.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in self._resting:
            each.setEnabled(False)
        self.set_busy(on=True)
        self._slow.start()

    def _rest_no_more(self) -> None:
        self._slow.stop()
        self.going.hide()
        for each in self._resting:
            each.setEnabled(True)
        if self._left_at is not None and self.focusWidget() is self:
            self._left_at.setFocus(Qt.FocusReason.OtherFocusReason)
        self._resting, self._left_at = [], None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus, else the way on; in a field it belongs to the field."""
        focused = self.focusWidget()
        if event.key() not in _ENTER or isinstance(focused, QLineEdit):
            super().keyPressEvent(event)
        elif isinstance(focused, Button):
            focused.click()
        else:
            self.press()

    def showEvent(self, event: QShowEvent) -> None:
        """In front: the focus where work begins."""
        super().showEvent(event)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
