"""The right column: who is at the set, who waits, and the call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.domain.requests.reasons import reason_label
from fieldkit.domain.requests.service import RequestState
from fieldkit.domain.shifts.pace import minutes_each, minutes_to_wait
from fieldkit.store.queries.table.registration import QueueEntry
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.service_panel import ServicePanel
from fieldkit.ui.pages.register.wording import minutes_since, pace_line
from fieldkit.ui.rows.lists import QueueList, QueueRow
from fieldkit.ui.settling import Settling
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Block, EmptyState
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import holder, row, set_gaps, stretched

_GAP: Final = 8
_EDGES: Final = (0, 12, 0, 10)
_SIDE: Final = 10
_ALL: Final = 16_777_215
_ONE_CALL_MS: Final = 1_000
"""So long a second press still means the call before it (decision 33)."""


class QueuePanel(Block):
    """The queue of this table."""

    called = Signal(str)
    """Request that is to come to the set."""
    changed = Signal()
    """Somebody else waits or is served."""
    emptied = Signal()
    """The hands are here and there is nothing to do: nobody is at the set, nobody waits."""

    def __init__(self) -> None:
        super().__init__("card", gap=_GAP, edges=_EDGES)
        self._is_drawer = self._rows_first = False
        self._entries: tuple[QueueEntry, ...] = ()
        self._waiting: list[QueueEntry] = []
        self._on, self._now = date.max, datetime.max.replace(tzinfo=UTC)
        self.service, self.calling = ServicePanel(), Settling()
        self.calling.for_ms = _ONE_CALL_MS
        self._called = ""
        self.list = QueueList(tr("Antrean"))
        self._count, self._more = Label("", "second", "ink2"), Label("", "second", "ink2")
        self._pace = Label("", "hint", elide=True)
        self._empty = EmptyState(
            "users-three",
            tr("Belum ada yang antre"),
            tr("Cari nama warga di kiri, atau daftarkan warga baru."),
        )
        self.call_button = Button(tr("Panggil"), icon="megaphone", key=tr("Spasi"), press=self.call_next)
        self._arrange()

    def show_pace(self, ended: Sequence[datetime]) -> None:
        """How fast it goes, and what may be said to the last who waits."""
        each = minutes_each(ended)
        self._pace.set_text(pace_line(each, minutes_to_wait(each, len(self._waiting))))
        self._pace.setVisible(each is not None)

    def show_queue(self, entries: Sequence[QueueEntry], on: date, now: datetime) -> None:
        """Everybody not finished; who stood at the set stays the one whose outcome is asked."""
        self._entries, self._on = tuple(entries), on
        self._end_call()
        self._waiting = [entry for entry in entries if entry.state != RequestState.IN_SERVICE]
        self._serve(_id(self.service.entry), now)

    def entry(self, request_id: str) -> QueueEntry | None:
        """Somebody who waits or is served, by the request."""
        return next((entry for entry in self._entries if entry.request_id == request_id), None)

    def show_minutes(self, now: datetime) -> None:
        """Time went by."""
        self.service.show_minutes(now)
        self._show_rows(now)

    def call_next(self) -> None:
        """The first who waits, or whoever is selected in the list, comes to the set; one of them a press."""
        if self.calling.lasts():
            return
        wanted = self.list.current_id() if self.list.hasFocus() else None
        if not self._take(wanted or "") and self._waiting:
            self._call(self._waiting[0].request_id)

    def selected(self) -> str:
        """The request of the row with the focus."""
        return (self.list.current_id() or "") if self.list.hasFocus() else ""

    def holds_focus(self) -> bool:
        """Whether the hands are here now."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def focus_work(self) -> None:
        """Where work goes on: the outcome if somebody is at the set, else the call."""
        if self.service.entry is not None:
            self.service.focus_first()
        elif self._waiting:
            self.call_button.setFocus()
        else:
            self.emptied.emit()

    def set_drawer(self, *, on: bool) -> None:
        """In a drawer, which has the title and little height: the outcomes in two columns."""
        self._is_drawer = on
        self._head.setVisible(not on)
        self._pace_row.setVisible(not on)
        self.service.outcomes.set_columns(2 if on else 1)
        set_gaps(self.body, _GAP, (0, 0, 0, 0) if on else _EDGES)
        self._give_way()

    def summary(self) -> str:
        """How many wait and who stands at the set, in a few words."""
        waiting = tr("Antrean {n}", n=len(self._waiting))
        return " · ".join(filter(None, (waiting, self.service.entry.queue_no if self.service.entry else "")))

    def focus_rows(self) -> None:
        """To who waits or is served besides, to take one by arrows and Enter."""
        if self.list.model().rowCount():
            self._put_rows_first(on=True)
            self.list.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ctrl+J leads here: on to where work goes on, so that it is seen and its digits are live."""
        super().focusInEvent(event)
        self.focus_work()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count those below the edge again when the list has another height."""
        if watched is self and event.type() == QEvent.Type.Resize:
            self._give_way()
        if watched is self.list and event.type() == QEvent.Type.FocusOut:
            self._put_rows_first(on=False)
        if event.type() == QEvent.Type.Resize:
            self._show_more()
        return False

    def _arrange(self) -> None:
        self.setObjectName("queue_panel")
        self.list.setObjectName("queue")
        self.call_button.setObjectName("call_next")
        self._count.setObjectName("waiting_count")
        self._more.setObjectName("more_waiting")
        self._pace.setObjectName("pace")
        self._pace.hide()
        self._head = holder(
            row(Label(tr("Antrean"), "card"), None, self._count, KeyCap("Ctrl+J"), edges=(14, 0, 10, 0))
        )
        self._foot = holder(row(self._more, None, self.call_button, edges=(14, 0, 10, 0)))
        self._pace_row = holder(row(stretched(self._pace), edges=(14, 0, 10, 0)))
        service = row(self.service, edges=(_SIDE, 0, _SIDE, 0))
        self.add(self._head, service, stretched(self.list), stretched(self._empty), self._pace_row, self._foot)
        self.list.viewport().installEventFilter(self)
        self.list.installEventFilter(self)
        self.installEventFilter(self)
        self.list.activated_row.connect(self._take)
        # A shortcut comes before the button with the focus: Space calls, wherever in the queue the hands are.
        bind(self, "Space", self.call_next, once=True)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def _on_focus(self, _left: QWidget | None, now: QWidget | None) -> None:
        """Whose hands were elsewhere meanwhile means another call."""
        if now is not None and not self.isAncestorOf(now):
            self.calling.end()

    def _take(self, request_id: str) -> bool:
        """Call who waits; who is served already is brought in, and the outcome is that person's."""
        entry = self.entry(request_id)
        if entry is None:
            return False
        if entry.state == RequestState.IN_SERVICE:
            self._serve(request_id, self._now)
        else:
            self._call(request_id)
        return True

    def _call(self, request_id: str) -> None:
        self._called = request_id
        self.calling.begin()
        self.called.emit(request_id)

    def _end_call(self) -> None:
        """Who was called is done with, or waits again: the next press means somebody anew."""
        called = self.entry(self._called)
        if called is None or called.state != RequestState.IN_SERVICE:
            self.calling.end()

    def _serve(self, request_id: str, now: datetime) -> None:
        """Ask for the outcome of this one, or of who was called first where that one is done with."""
        had_focus, before = self.holds_focus(), "" if self._rows_first else _id(self.service.entry)
        self._put_rows_first(on=False)
        busy = self._busy()
        wanted = next((entry for entry in busy if entry.request_id == request_id), busy[0] if busy else None)
        self.service.show_entry(wanted, self._on, now)
        self._show_rows(now)
        if had_focus and before != _id(wanted):
            self.focus_work()

    def _busy(self) -> list[QueueEntry]:
        return [entry for entry in self._entries if entry.state == RequestState.IN_SERVICE]

    def _show_rows(self, now: datetime) -> None:
        self._now = now
        others = [entry for entry in self._busy() if entry.request_id != _id(self.service.entry)]
        rows = [_row(entry, tr("sedang dilayani"), now) for entry in others]
        rows += [_row(entry, _purpose(entry), now) for entry in self._waiting]
        self.list.set_rows(rows)
        self._empty.setVisible(not rows and self.service.entry is None)
        self._count.set_text(tr("{n} menunggu", n=len(self._waiting)))
        self.call_button.setEnabled(bool(self._waiting))
        self.call_button.set_reason("" if self._waiting else tr("Belum ada yang menunggu."))
        self._give_way()
        self._show_more()
        self.changed.emit()

    def _give_way(self) -> None:
        """The outcomes of who stands there are whole before anything of who waits is shown; Space calls as ever."""
        is_served, rows = self.service.entry is not None, self.list.model().rowCount()
        room = self._room_beside_service() if self._is_drawer and is_served else _ALL
        foot = self._foot.sizeHint().height() + look().px(_GAP)
        one_row = max(0, self.list.sizeHintForRow(0))
        self._foot.setVisible(room >= foot)
        self.list.setVisible((rows > 0 or is_served) and room >= foot + one_row)
        # Where the NIK is asked for and looks wrong, the page fits with no more than one who waits in sight.
        self.list.setMinimumHeight(max(1, one_row))

    def _put_rows_first(self, *, on: bool) -> None:
        """In a drawer the outcomes make room for the rows while the hands are there."""
        if self._rows_first != (on and self._is_drawer):
            self._rows_first = on and self._is_drawer
            self.service.make_room(on=self._rows_first)
            self._give_way()

    def _room_beside_service(self) -> int:
        width = self.width() - look().px(2 * _SIDE)
        service = self.service
        needed = service.heightForWidth(width) if service.hasHeightForWidth() else service.sizeHint().height()
        return self.height() - needed - look().px(_GAP)

    def _show_more(self) -> None:
        height = max(1, self.list.sizeHintForRow(0)) if self.list.model().rowCount() else 1
        hidden = self.list.model().rowCount() - self.list.viewport().height() // height
        self._more.set_text(tr("+ {n} lagi", n=hidden) if hidden > 0 and self.list.isVisible() else "")


def _purpose(entry: QueueEntry) -> str:
    """Why somebody waits; of who comes before others, that, and nothing about the health of anybody."""
    return tr("Didahulukan") if entry.priority else say(reason_label(entry.reason))


def _row(entry: QueueEntry, second: str, now: datetime) -> QueueRow:
    minutes = tr("{n} mnt", n=minutes_since(entry.since, now))
    tone = "warn" if entry.doubts else ""
    return QueueRow(entry.request_id, entry.queue_no, entry.name, f"{second} · {minutes}", tone)


def _id(entry: QueueEntry | None) -> str:
    return entry.request_id if entry is not None else ""
