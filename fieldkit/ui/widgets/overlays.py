"""What stands over the page: the modal, the drawer at the side, the keys of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QScrollArea,
    QWidget,
)

from fieldkit.ui.language import tr
from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.labels import Icon, KeyCap, Label
from fieldkit.ui.widgets.layouts import column, drop, grid, row, stretched
from fieldkit.ui.widgets.motion import fade_in
from fieldkit.ui.widgets.painted import announce
from fieldkit.ui.widgets.stops import hold_tab, step
from fieldkit.ui.widgets.vacant import in_sight

COVERED = "covered"
"""Property of a window that is locked."""


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
        self._answered = self.is_waiting = False
        self.body = column(gap=8)
        self.accept_button = Button(accept, "primary", key=tr("Enter"), press=lambda: self._answer(True))
        self.other_button = Button(other, press=lambda: self._answer(False)) if other else None
        self._build(title, [what, safe], details, tone)
        self.setAccessibleDescription(" ".join(part for part in (what, safe) if part))

    def ask(self) -> bool:
        """Wait for the choice; True for the filled button."""
        self.exec()
        return self.result() == QDialog.DialogCode.Accepted

    def setVisible(self, visible: bool) -> None:
        """What would come up over a locked window waits for who is back."""
        over = self.parentWidget()
        self.is_waiting = visible and over is not None and bool(over.window().property(COVERED))
        if not self.is_waiting:
            super().setVisible(visible)

    def cover(self) -> None:
        """The window is being locked: wait behind it, unanswered."""
        if self.isVisible():
            self.hide()
            self.is_waiting = True
            # Hidden alone, its title would still be read out. Not at once: the key that wakes the lock may come to it.
            QTimer.singleShot(0, self, self._unname)

    def uncover(self) -> None:
        """Who was here is back."""
        if self.is_waiting:
            self.show()
            self.activateWindow()

    def _unname(self) -> None:
        if self.is_waiting:
            self.destroy(True, True)

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


class _Over(QFrame):
    """Stands over a part of the window; leaves with Esc, and gives the focus back."""

    closed = Signal()

    def __init__(self, over: QWidget, kind: str) -> None:
        super().__init__(over)
        self.setProperty("kind", kind)
        self._over = over
        self._before: QWidget | None = None
        over.installEventFilter(self)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is one step out."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when what is below has another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _come(self) -> None:
        self._before = QApplication.focusWidget()
        self._place()
        fade_in(self)

    def _leave(self) -> None:
        if self.isHidden():
            return
        # Hiding moves the focus to whatever comes next, and with that forgets where it was.
        before = self._before
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _place(self) -> None:
        raise NotImplementedError


class Drawer(_Over):
    """A column that comes in over the right side of `over` and leaves with Esc."""

    def __init__(self, over: QWidget, title: str, content: QWidget, *, width: int = 360) -> None:
        super().__init__(over, "drawer")
        self._width, self._follows = width, False
        self._title = Label(title, "card")
        self.setAccessibleName(title)
        hold_tab(self)
        self._close = Button(tr("Tutup"), "quiet", key=tr("Esc"), press=self.close_drawer)
        column(row(self._title, None, self._close), stretched(content), gap=8, edges=(12, 10, 12, 12), inside=self)
        self.content = content

    def set_title(self, title: str) -> None:
        """Another title, where one form serves several acts."""
        self._title.set_text(title)
        self.setAccessibleName(title)

    def open_drawer(self) -> None:
        """Come in, and take the focus."""
        self._climb()
        self._hold_page(still=True)
        self._come()
        self.content.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            self.focusNextChild()

    def close_drawer(self) -> bool:
        """Leave, and give the focus back; False where it was not open."""
        if self.isHidden():
            return False
        self._hold_page(still=False)
        self._leave()
        return True

    def offer_close(self, *, on: bool) -> None:
        """Whether the way out stands here, or in a form that is open in it: there is one way at a time."""
        self._close.setVisible(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is one step out."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside: the page goes on under the drawer, where nobody sees it.

        A drawer that is being closed asks as well, and then the focus leaves it.
        """
        return super().focusNextPrevChild(forward) if self.isHidden() else step(self, forward=forward)

    def _climb(self) -> None:
        """From a part of a page to the page: what stands above that part would leave no height to the drawer."""
        around = self._around()
        page = around.widget() if around is not None else None
        if page is not None and page is not self._over:
            self._over.removeEventFilter(self)
            page.installEventFilter(self)
            self._over = page
            self.setParent(page)

    def _hold_page(self, *, still: bool) -> None:
        """A page that scrolls shows no bar beside that of the drawer, and the drawer stays in sight."""
        around = self._around()
        if around is None:
            return
        policy = Qt.ScrollBarPolicy
        around.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if still else policy.ScrollBarAsNeeded)
        if not self._follows:
            self._follows = True
            around.verticalScrollBar().valueChanged.connect(lambda _value: self._place())

    def _around(self) -> QScrollArea | None:
        held = self._over.parentWidget()
        while held is not None and not isinstance(held, QScrollArea):
            held = held.parentWidget()
        return held

    def _place(self) -> None:
        width = min(look().px(self._width), self._over.width())
        window = self._over.window()
        seen = in_sight(self._over, window) if window is not self._over else self._over.rect()
        top = self._over.mapFrom(window, seen.topLeft()).y() if not seen.isEmpty() else 0
        height = seen.height() if not seen.isEmpty() else self._over.height()
        self.setGeometry(self._over.width() - width, top, width, height)


_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class KeysOverlay(_Over):
    """The keys of the page, as long as they are wanted; F1 again opens the guide, Ctrl+P prints them all."""

    print_asked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, "toast")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, foot = Label("", "card"), _foot()
        self._rows: list[QWidget] = []
        self._body = QWidget()
        self._grid = grid([], 2, gap=6, inside=self._body)
        self._scroll = Scrolled(self._body)
        column(self._title, stretched(self._scroll), foot, gap=6, edges=(20, 16, 20, 16), inside=self)

    def open_keys(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        """Show keys and what they do."""
        self._clear()
        self._title.set_text(title)
        self._rows = [_key_row(cap, meaning) for cap, meaning in keys]
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(f"{cap}: {meaning}" for cap, meaning in keys))
        self._come()
        self._place()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{title}. {self.accessibleDescription()}")

    def close_keys(self) -> None:
        """Go away, and give the focus back."""
        self._leave()

    def event(self, event: QEvent) -> bool:
        """Ctrl+P is meant for the keys while they are shown, whatever the page below prints with it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_print(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The card of keys is asked for."""
        if _is_print(event):
            self.close_keys()
            self.print_asked.emit()
        elif event.key() in _SCROLLING:
            QApplication.sendEvent(self._scroll.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes on working does not have to close it first."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._before = None
            self.close_keys()

    def _clear(self) -> None:
        for old in self._rows:
            drop(self._grid, old)

    def _place(self) -> None:
        """In two columns where one would be cut; where that is not enough, arrows scroll."""
        px, most = look().px, self._over.size()
        around = QSize(
            px(40) + px(12) + 2 * self.frameWidth() + 2, self.sizeHint().height() - self._scroll.sizeHint().height()
        )
        wide = max((each.sizeHint().width() for each in self._rows), default=0)
        self._lay(1)
        if self._body.sizeHint().height() + around.height() > most.height() and 2 * wide + px(30) < most.width():
            self._lay(2)
        wanted = (self._body.sizeHint() + around).expandedTo(QSize(px(420), 0)).boundedTo(most)
        self.setGeometry(QRect(QPoint(0, 0), wanted).translated((most.width() - wanted.width()) // 2, 0))
        self.move(self.x(), (most.height() - wanted.height()) // 2)

    def _lay(self, columns: int) -> None:
        per_column = -(-len(self._rows) // columns)
        self._grid.setHorizontalSpacing(look().px(24))
        for each in self._rows:
            self._grid.removeWidget(each)
        for at, each in enumerate(self._rows):
            self._grid.addWidget(each, at % per_column, at // per_column)
            each.show()
        self._grid.setColumnStretch(1, columns - 1)
        self._grid.invalidate()


def _foot() -> Label:
    return Label(tr("F1 sekali lagi membuka panduan. Ctrl+P: semua tombol di satu lembar. Esc menutup."), "hint")


def _is_print(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Print)


def _key_row(cap: str, meaning: str) -> QWidget:
    caps = [KeyCap(part.strip()) for part in cap.split(" / ")]
    holder = QWidget()
    row(Label(meaning, "body"), None, *caps, gap=6, inside=holder)
    return holder
