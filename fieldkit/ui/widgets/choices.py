"""One of a few: groups of buttons with digit keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QGridLayout,
    QSizePolicy,
    QWidget,
)

from fieldkit.ui.language import tr
from fieldkit.ui.theme.icons import paint_icon
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label, cap_size, paint_cap
from fieldkit.ui.widgets.layouts import column, drop, lay, row, set_gaps
from fieldkit.ui.widgets.painted import paint_text, text_width
from fieldkit.ui.widgets.stops import step_beyond


@dataclass(frozen=True)
class Choice:
    """One thing to choose: what it is called in code and on the screen."""

    id: str
    caption: str
    icon: str | None = None
    tone: str = ""


class ChoiceButton(Button):
    """A button of a digit group: cap at the left (choices) or at the right (outcomes)."""

    def __init__(self, choice: Choice, digit: int, kind: str) -> None:
        super().__init__(choice.caption, kind, icon=choice.icon, tone=choice.tone)
        self.choice = choice
        self._digit = str(digit)
        self._live = False
        if kind == "choice":
            self._size = "choice"
        self.setAccessibleName(tr("{text}, tombol {key}", text=choice.caption, key=self._digit))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def rename(self, caption: str) -> None:
        """Another caption for the same choice, such as one with a count."""
        if caption != self.caption():
            self.set_text(caption)
            self.setAccessibleName(tr("{text}, tombol {key}", text=caption, key=self._digit))

    def set_live(self, live: bool) -> None:
        """Whether the digit alone works now."""
        self._live = live
        self.update()

    def sizeHint(self) -> QSize:
        """Digit, icon and caption, with the room that painting leaves around them."""
        px = look().px
        around = px(10) + px(12) + 2 if self._size == "outcome" else px(3 * 6 + 2)
        width = around + self._cap().width() + self._icon_room()
        return QSize(width + text_width(self._caption, "second-strong"), super().sizeHint().height())

    def _paint_contents(self, painter: QPainter) -> None:
        px, cap = look().px, self._cap()
        at = QRect(px(6), (self.height() - cap.height()) // 2, cap.width(), cap.height())
        words = self.rect().adjusted(at.right() + 1 + px(6), 0, -px(4), 0)
        if self._size == "outcome":
            at.moveRight(self.width() - px(8))
            words = self.rect().adjusted(px(10), 0, -cap.width() - px(12), 0)
        self._paint_digit(painter, at)
        if self._icon:
            side = px(18)
            icon_at = QRect(words.left(), (self.height() - side) // 2, side, side)
            paint_icon(painter, icon_at, self._icon, self._icon_ink(), filled=True)
            words.setLeft(words.left() + self._icon_room())
        role = "second-strong" if self.isChecked() else "button-small"
        paint_text(painter, words, self._caption, role, self._ink())

    def _cap(self) -> QSize:
        size = cap_size(self._digit)
        return size if self._size == "outcome" else QSize(look().px(24), size.height())

    def _paint_digit(self, painter: QPainter, at: QRect) -> None:
        tokens = look().tokens
        if self._live and self.isEnabled():
            paint_cap(painter, at, self._digit, fill=tokens.accent, edge=tokens.accent, ink=tokens.on_accent)
        else:
            paint_cap(painter, at, self._digit, fill="", edge=tokens.line2, ink=self._ink())


class DigitGroup(QWidget):
    """Buttons in columns with keys 1 to 9 that work while the focus is inside."""

    pressed = Signal(str, bool)
    """Id, and whether it came from a digit key."""

    def __init__(self, kind: str, columns: int | None, *, everywhere: bool = False) -> None:
        super().__init__()
        self._kind, self._columns, self._everywhere = kind, columns, everywhere
        self._buttons: list[ChoiceButton] = []
        self._keys: list[QShortcut] = []
        self._grid = QGridLayout(self)
        set_gaps(self._grid, 6)
        self._placed: tuple[int, list[ChoiceButton]] = (0, [])
        if columns is None:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def fill(self, choices: Sequence[Choice], *, checkable: bool, alt: bool) -> None:
        """Put buttons for these choices."""
        self._empty()
        for index, choice in enumerate(choices):
            button = ChoiceButton(choice, index + 1, self._kind)
            button.setCheckable(checkable)
            button.clicked.connect(lambda _on=False, name=choice.id: self.pressed.emit(name, False))
            self._buttons.append(button)
            self._bind_digit(index + 1, button, alt=alt)
            button.set_live(self._everywhere)
        self._place()

    def set_columns(self, columns: int) -> None:
        """So many beside each other."""
        self._columns = columns
        self._place()

    def buttons(self) -> list[ChoiceButton]:
        """The buttons, in order."""
        return list(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows instead of one where the captions do not fit beside each other."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _place(self) -> None:
        columns = self._columns or self._columns_that_fit()
        if self._columns is None:
            self.setMinimumWidth(self._width_of(_half(len(self._buttons))))
        if self._placed == (columns, self._buttons):
            return
        self._placed = (columns, list(self._buttons))
        lay(self._grid, self._buttons, columns)
        self.updateGeometry()

    def _columns_that_fit(self) -> int:
        count = len(self._buttons)
        return count if count and self.width() >= self._width_of(count) else _half(count)

    def _width_of(self, columns: int) -> int:
        starts = range(0, len(self._buttons), columns)
        rows = [self._buttons[start : start + columns] for start in starts]
        widest = (
            [max(row[at].sizeHint().width() for row in rows if at < len(row)) for at in range(len(rows[0]))]
            if rows
            else []
        )
        return sum(widest) + look().px(6) * max(len(widest) - 1, 0)

    def _bind_digit(self, digit: int, button: ChoiceButton, *, alt: bool) -> None:
        def press() -> None:
            if button.isEnabled():
                self.pressed.emit(button.choice.id, True)

        # A digit that is held is one answer: the next person may stand there already.
        self._keys.append(bind(self, str(digit), press, once=True))
        if alt:
            self._keys.append(bind(self, f"Alt+{digit}", press, everywhere=True, once=True))

    def _empty(self) -> None:
        for button in self._buttons:
            drop(self._grid, button)
        for key in self._keys:
            key.setParent(None)
            key.deleteLater()
        self._buttons, self._keys = [], []

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = self._everywhere or (new is not None and self.isAncestorOf(new))
        for button in self._buttons:
            button.set_live(inside)


def _half(count: int) -> int:
    return max(1, (count + 1) // 2)


class ChoiceGroup(Findings):
    """Exactly one of up to six, with no preset; a digit chooses and moves the focus on."""

    chosen = Signal(str)

    def __init__(self, label: str, choices: Sequence[Choice], *, hint: str = "", columns: int | None = None) -> None:
        super().__init__()
        self._value: str | None = None
        self._exclusive = QButtonGroup(self)
        self._digits = DigitGroup("choice", columns)
        self._digits.pressed.connect(self._choose)
        self._label, self._hint = Label(label, "label"), Label(hint, "hint")
        self.setAccessibleName(label)
        column(row(self._label, self._hint, None), self._digits, self.finding_line, gap=4, inside=self)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; nothing is chosen after this."""
        self._value = None
        self._digits.fill(choices, checkable=True, alt=False)
        for button in self._digits.buttons():
            self._exclusive.addButton(button)
            button.setAccessibleDescription(self._label.full_text())

    def caption(self) -> str:
        """What is chosen, as it is written; nothing where nothing is."""
        return next((button.caption() for button in self._digits.buttons() if button.isChecked()), "")

    def rename(self, captions: Mapping[str, str]) -> None:
        """Other captions for the choices there are; what is chosen stays, and so does the focus."""
        for button in self._digits.buttons():
            button.rename(captions.get(button.choice.id, button.caption()))

    def value(self) -> str | None:
        """Id of what is chosen."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Choose by program, or clear the answer; what is not offered here is no answer."""
        marks: dict[QAbstractButton, bool] = {button: button.choice.id == value for button in self._digits.buttons()}
        self._value = value if any(marks.values()) else None
        check_one(self._exclusive, marks)

    def answer_widget(self) -> QWidget:
        """The chosen button, or the first."""
        buttons = self._digits.buttons()
        return next((b for b in buttons if b.isChecked()), buttons[0] if buttons else self)

    def settled(self) -> bool:
        """Whether something is chosen that may stay."""
        return self._value is not None and self.finding() is None

    def _choose(self, value: str, by_key: bool) -> None:
        self.set_value(value)
        self.clear_finding()
        self.chosen.emit(value)
        if by_key:
            step_beyond(self)


class ActionPanel(QWidget):
    """Acts with digit keys, such as outcomes and incidents; nothing stays chosen.

    `everywhere` is for a page that hands its bare digits on, wherever the focus is.
    """

    picked = Signal(str)

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        *,
        columns: int = 1,
        kind: str = "outcome",
        alt: bool = False,
        everywhere: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self._alt = alt
        self._digits = DigitGroup(kind, columns, everywhere=everywhere)
        self._digits.pressed.connect(lambda value, _by_key: self.picked.emit(value))
        self.setAccessibleName(name)
        column(self._digits, inside=self)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other acts."""
        self._digits.fill(choices, checkable=False, alt=self._alt)

    def show_at_once(self) -> None:
        """Those just put in are shown in the next turn, and nothing hidden takes the focus."""
        for button in self._digits.buttons():
            button.show()

    def set_columns(self, columns: int) -> None:
        """So many beside each other."""
        self._digits.set_columns(columns)

    def first(self) -> Button | None:
        """The first act, where there is one."""
        return next(iter(self._digits.buttons()), None)

    def focus_first(self) -> None:
        """Make the digits live."""
        self.show_at_once()
        for button in self._digits.buttons()[:1]:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)


def check_one(group: QButtonGroup, wanted: dict[QAbstractButton, bool]) -> None:
    """Check the wanted buttons of a group, or none."""
    # An exclusive group refuses to let go of its last checked button.
    group.setExclusive(False)
    for button, on in wanted.items():
        button.setChecked(on)
    group.setExclusive(True)
