"""Who was done with last: what was noted for the wrong person is taken back here, as long as the shift is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.requests.service import step_label
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.queries.table.registration import JustEnded, just_ended
from fieldkit.ui.context import Context
from fieldkit.ui.formats import clock
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.lists import QueueList, QueueRow
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.instants import at_site, moment
from fieldkit.work.table.outcomes import undo_step
from fieldkit.work.visits.attempts import undo_visit

MOST: Final = 10


class RecentList(QWidget):
    """The last ones; arrows and Enter take one back."""

    undo_asked = Signal(str)
    """Request whose outcome was a mistake."""
    print_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list = QueueList(tr("Yang baru selesai"))
        self.list.setObjectName("recent")
        self._hint = Label("", "second", "ink2", wrap=True)
        self.undo_button = Button(tr("Urungkan"), "small", key=tr("Enter"), press=self._undo)
        self.print_button = Button(tr("Resi"), "quiet", icon="printer", key="Ctrl+P", size="small", press=self._print)
        self.undo_button.setObjectName("undo_recent")
        self.list.activated_row.connect(self.undo_asked)
        foot = row(self.print_button, None, self.undo_button, gap=4)
        column(self._hint, stretched(self.list), foot, gap=8, inside=self)
        self.setFocusProxy(self.list)

    def show_ended(self, rows: Sequence[QueueRow], *, is_opened: bool) -> None:
        """These, the last one first; it is selected as the list is opened, and nobody in the place of who left it."""
        self.list.set_rows(rows)
        if rows and is_opened:
            self.list.select(rows[0].id)
        said = tr(
            "Hasil yang tercatat untuk orang yang salah diurungkan di sini; orangnya antre lagi. "
            "Yang direkam di rumah dibatalkan."
        )
        self._hint.set_text(said if rows else tr("Belum ada yang selesai di shift ini."))
        for button in (self.undo_button, self.print_button):
            button.setEnabled(bool(rows))

    def _undo(self) -> None:
        self.undo_asked.emit(self.list.current_id() or "")

    def _print(self) -> None:
        selected = self.list.current_id()
        if selected is not None:
            self.print_asked.emit(selected)


class RecentDesk(QObject):
    """Shows the last ones in a drawer, and takes one back."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._ended: dict[str, JustEnded] = {}
        self.content = RecentList()
        self.drawer = Drawer(page, tr("Yang baru selesai"), self.content)
        self.content.undo_asked.connect(self._undo)

    def open(self, shift: Shift | None) -> None:
        """The last ones of this shift."""
        if shift is None:
            return
        self.drawer.open_drawer()
        self._ask(shift, is_opened=True)

    def close(self) -> bool:
        """One step out; False where it was not open."""
        return self.drawer.close_drawer()

    def refresh(self, shift: Shift | None) -> None:
        """Ask anew, where it is looked at."""
        if shift is not None and not self.drawer.isHidden():
            self._ask(shift, is_opened=False)

    def selected(self) -> str:
        """The request that is selected, where the drawer is open."""
        return "" if self.drawer.isHidden() else self.content.list.current_id() or ""

    def _ask(self, shift: Shift, *, is_opened: bool) -> None:
        store, show = self._context.store, partial(self._show, shift.time_zone, is_opened)
        self._context.ask(self, lambda: store.query(just_ended, shift.id, MOST), show)

    def _show(self, zone: str, is_opened: bool, ended: Sequence[JustEnded]) -> None:
        self._ended = {each.request_id: each for each in ended}
        self.content.show_ended([_row(each, zone) for each in ended], is_opened=is_opened)

    def _undo(self, request_id: str) -> None:
        found, context = self._ended.get(request_id), self._context
        if found is None:
            return
        if found.attempt_id:
            said = tr("{queue_no} {name}: rekaman di rumah dibatalkan.", queue_no=found.queue_no, name=found.name)
            undo = partial(context.store.execute, undo_visit, found.attempt_id)
        else:
            said = tr("{queue_no} {name} kembali ke antrean.", queue_no=found.queue_no, name=found.name)
            undo = partial(context.store.execute, undo_step, found.step_id)
        context.ask(self, undo, lambda _: context.messages.done(said))


def _row(ended: JustEnded, zone: str) -> QueueRow:
    at = clock(at_site(moment(ended.at), zone))
    what = say(step_label(ended.step))
    said = tr("{outcome} di rumah", outcome=what) if ended.attempt_id else what
    return QueueRow(ended.request_id, ended.queue_no, ended.name, f"{said} · {at}")
