"""What was done, said in the corner: at most two cards, each with at most one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, QSize, QTimer, Signal, SignalInstance
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import at_top, column, holder, row, stretched
from fieldkit.ui.widgets.motion import fade_in
from fieldkit.ui.widgets.painted import announce, set_state
from fieldkit.ui.widgets.vacant import Walked, controls_of, in_sight, row_under_keys, vacant_place

TOAST_MS = 6000
MOST_TOASTS = 2
TOAST_WIDTH = 284
"""As wide as the last column of registration with its edge: the form beside it stays in sight."""


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
        self.title, self.text, self.tone, self._on_action = title, text, tone, on_action
        self._timer = QTimer(self, interval=TOAST_MS, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        self._key, self.was_said = key, False
        self.button = Button(action, "quiet", key=key or None, size="small", press=self.act) if action else None
        second = [Label(text, "second", wrap=True)] if text else []
        acts = [row(None, self.button)] if self.button else []
        texts = holder(column(Label(title, "strong", wrap=True), *second, *acts, gap=2))
        icon = Icon(STATUS_ICONS[tone], 20, tone, filled=True)
        at_top(icon)
        row(icon, stretched(texts), gap=12, edges=(14, 10, 12, 8), inside=self)
        if self.button is not None:
            self.button.installEventFilter(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin the six seconds once it is seen, which behind a lock is later, and say it aloud once."""
        super().showEvent(event)
        self._release()
        if not self.was_said:
            self.was_said = True
            announce(self, f"{self.title}. {self.text}")

    def hideEvent(self, event: QHideEvent) -> None:
        """Covered by the lock: whoever comes back has six seconds again."""
        super().hideEvent(event)
        self._timer.stop()

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

    def lead(self, *, leads: bool) -> None:
        """Whether the key of the undo means this toast."""
        if self.button is not None:
            self.button.set_key(self._key or None if leads else None)

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
    """Keeps toasts at the bottom right of a widget, at most two, where they cover nothing that can be acted on."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._toasts: list[Toast] = []
        self._waiting: list[Toast] = []
        self._followed: QItemSelectionModel | Walked | None = None
        # What is laid out anew by the same turn has its place only afterwards.
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._let_in)
        over.installEventFilter(self)
        # Whoever goes on working while a toast is there sees what comes next.
        QApplication.instance().focusChanged.connect(self._make_way)  # type: ignore[union-attr]

    def show_toast(self, toast: Toast) -> None:
        """Show one more; one that says the same and then the oldest that was seen make room. Else it waits its turn."""
        known = [*self._toasts, *self._waiting]
        for same in [each for each in known if (each.title, each.text) == (toast.title, toast.text)]:
            same.dismiss()
        toast.setParent(self._over)
        toast.gone.connect(lambda: self._forget(toast))
        seen = [each for each in self._toasts if each.was_said]
        for oldest in seen[: max(0, len(self._toasts) - MOST_TOASTS + 1)]:
            oldest.dismiss()
        if len(self._toasts) < MOST_TOASTS:
            self._toasts.append(toast)
            self._show(toast)
        else:
            self._waiting.append(toast)

    def _show(self, toast: Toast) -> None:
        self._lead()
        self._place()
        fade_in(toast)
        self._place()
        self._placing.start()

    def _let_in(self) -> None:
        """What came in behind the lock, one for each that is gone; whatever is done meanwhile stays the newest."""
        self._place()
        if self._waiting and len(self._toasts) < MOST_TOASTS:
            toast = self._waiting.pop(0)
            self._toasts.insert(0, toast)
            self._show(toast)

    def toasts(self) -> list[Toast]:
        """Those on the screen, oldest first."""
        return list(self._toasts)

    def act_on_last(self) -> bool:
        """Do what the toast that leads offers; False when none offers anything."""
        leading = self._leading()
        if leading is not None:
            leading.act()
        return leading is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what lies under."""
        if event.type() == QEvent.Type.Resize:
            self._make_way()
        return False

    def _forget(self, toast: Toast) -> None:
        for kept in (self._toasts, self._waiting):
            if toast in kept:
                kept.remove(toast)
                toast.deleteLater()
                self._lead()
                self._place()
                self._placing.start()

    def _lead(self) -> None:
        leading = self._leading()
        for toast in self._toasts:
            toast.lead(leads=toast is leading)

    def _leading(self) -> Toast | None:
        """The newest that offers something; what was done before what went wrong, since only the former runs out."""
        offering = [toast for toast in self._toasts if toast.offers()]
        return next(reversed([toast for toast in offering if toast.tone == "ok"] or offering), None)

    def _make_way(self) -> None:
        if self._toasts:
            self._place()
            self._placing.start()

    def _place(self) -> None:
        taken = self._controls() if self._toasts else []
        in_use = self._in_use() if self._toasts else []
        for toast in reversed(self._toasts):
            toast.setGeometry(self._vacant(toast, taken, in_use) or self._corner(toast, taken, in_use))
            taken.append(toast.geometry())

    def _room(self) -> QRect:
        px = look().px
        return self._over.rect().adjusted(px(16), px(12), -px(16), -px(12))

    def _size_of(self, toast: Toast) -> QSize:
        width = min(look().px(TOAST_WIDTH), self._over.width() - look().px(32))
        return QSize(width, toast.heightForWidth(width) if toast.hasHeightForWidth() else toast.sizeHint().height())

    def _vacant(self, toast: Toast, taken: Sequence[QRect], in_use: Sequence[QRect]) -> QRect | None:
        """Beside all that is in use; where that leaves no place, beside its row."""
        tries = (vacant_place(self._room(), self._size_of(toast), [*taken, part], look().px(8)) for part in in_use)
        return next((place for place in tries if place is not None), None)

    def _corner(self, toast: Toast, taken: Sequence[QRect], in_use: Sequence[QRect]) -> QRect:
        """Where everything is taken: at the bottom right, or the first other corner that leaves what is in use free."""
        room, size, others = self._room(), self._size_of(toast), [each.geometry() for each in self._toasts]
        left, right = room.left(), room.right() - size.width() + 1
        top, bottom = room.top(), room.bottom() - size.height() + 1
        found = [QRect(QPoint(x, y), size) for y in (bottom, top) for x in (right, left)]
        shown = [each for each in others if each in taken]
        apart = ([*shown, *in_use], [*shown, *in_use[-1:]])
        free = (each for taken_up in apart for each in found if not any(map(each.intersects, taken_up)))
        return next(free, found[1])

    def _in_use(self) -> list[QRect]:
        """The part that has the focus, and in it where the keys are: whoever works there sees it, also after a key."""
        part = QApplication.focusWidget()
        is_over = part is not None and self._over.isAncestorOf(part)
        if part is None or not is_over or any(toast.isAncestorOf(part) for toast in self._toasts):
            self._follow(None)
            return [QRect()]
        self._follow(_teller(part))
        found, under = in_sight(part, self._over), row_under_keys(part)
        if not under.isEmpty():
            return [found, under.translated(part.mapTo(self._over, QPoint())) & found]
        # What is only gone through, and holds the whole page, may be covered where there is nothing else.
        return [found] if isinstance(part, QAbstractItemView | QLineEdit | QPlainTextEdit) else [found, QRect()]

    def _follow(self, teller: QItemSelectionModel | Walked | None) -> None:
        if teller is self._followed:
            return
        if self._followed is not None and isValid(self._followed):
            _moves(self._followed).disconnect(self._make_way)
        self._followed = teller
        if teller is not None:
            _moves(teller).connect(self._make_way)

    def _controls(self) -> list[QRect]:
        return controls_of(self._over, without=self._toasts)


def _teller(part: QWidget) -> QItemSelectionModel | Walked | None:
    """Who tells that the keys went on to another place of a part."""
    if isinstance(part, QAbstractItemView):
        return part.selectionModel()
    return part if isinstance(part, Walked) else None


def _moves(teller: QItemSelectionModel | Walked) -> SignalInstance:
    return teller.currentChanged if isinstance(teller, QItemSelectionModel) else teller.went
