"""The way from the present shift to another one and back, and to one that its table works in again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.store.queries.closing.older import older_shifts
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.chooser import ChooserPanel
from fieldkit.ui.pages.close_shift.reopened import ReopenedNotice
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import EmptyState
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.ui.widgets.layouts import holder, row
from fieldkit.work.closing.reopening import put_down, take_up
from fieldkit.work.inverse import Inverse


class Others(QObject):
    """Which shift is shown: `shift_id` is empty while it is the present one."""

    chosen = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._view: CloseView | None = None
        self.shift_id = ""
        self.sum = Label("", "strong")
        self.button = Button(tr("Shift lain"), "small", key="Ctrl+G", press=self.ask)
        self.back = Button(tr("Shift sekarang"), "small", key=tr("Esc"), press=lambda: self.choose(""))
        self.button.setObjectName("other_shifts")
        self.back.setObjectName("present_shift")
        self.back.hide()
        self.head = holder(row(self.sum, self.back, self.button, gap=10))
        self.reopened = ReopenedNotice()
        self.drawer = LateDrawer(page, tr("Shift lain"), self._make_chooser, width=720, closed=self.closed.emit)
        self.reopened.wanted.connect(self.choose)
        self.reopened.taking.connect(self._take_up)

    def show_view(self, view: CloseView | None) -> None:
        """What is on the page now; what is not older is the present one."""
        self._view = view
        self.shift_id = self.shift_id if view is not None and view.is_older else ""
        self.back.setVisible(bool(self.shift_id))

    def ask(self) -> None:
        """The list of them."""
        chooser = self.drawer.open()
        chooser.clear()
        self.opened.emit()
        store, shown = self._context.store, self._view.shift.id if self._view is not None else ""
        self._context.ask(
            self._page, lambda: store.query(older_shifts), lambda shifts: chooser.show_shifts(shifts, shown)
        )

    def choose(self, shift_id: str) -> None:
        """Show this shift, or the present one."""
        self.shift_id = shift_id
        self.chosen.emit()

    def _make_chooser(self) -> ChooserPanel:
        chooser = ChooserPanel(self._context.regions)
        chooser.chosen.connect(self.choose)
        return chooser

    def _take_up(self) -> None:
        if self._view is None:
            return
        store, shift = self._context.store, self._view.shift
        told, inverse = tr("Meja ini melayani {shift} lagi", shift=shift.name), Inverse(put_down, shift.id)
        undone = tr("Meja ini tidak melayani {shift} lagi", shift=shift.name)

        def taken(_none: None) -> None:
            self._context.done(told, inverse=inverse, undone=undone)

        self._context.ask(self._page, lambda: store.execute(take_up, shift.id), taken)


def nothing_to_close(to_today: Callable[[], None]) -> EmptyState:
    """What stands on the page where this laptop opened no shift; others may be looked at all the same."""
    return EmptyState(
        "clipboard-text",
        tr("Belum ada shift yang bisa ditutup."),
        tr("Ketua tim membukanya di Hari ini. Shift lain dilihat dengan Ctrl+G."),
        Button(tr("Ke Hari ini"), key="F2", press=to_today),
    )
