"""The desk of notices: who was told that the card is ready, who has to be told by hand, and how that went (NC-1)."""

from __future__ import annotations

from functools import partial
from typing import Final

from fieldkit.domain.notices.labels import notice_label
from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.notices.rule import DEFAULT_RULE
from fieldkit.domain.people.phone import mask_phone
from fieldkit.store.queries.notices.desk import NoticeCard, NoticeView, notice_story, notice_view
from fieldkit.ui.context import Context
from fieldkit.ui.formats import day_long
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.desk import Desk
from fieldkit.ui.pages.office.notices.acts import ALLOW, KEYS, SHOW_NUMBER, STOP, acts_for
from fieldkit.ui.pages.office.notices.list_card import NoticeListCard, Part
from fieldkit.ui.pages.office.notices.lists import NoticeLists
from fieldkit.ui.pages.office.notices.panel import NoticePanel
from fieldkit.ui.pages.office.notices.strip import NoticeStrip
from fieldkit.ui.settling import Settling
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.work.inverse import Inverse
from fieldkit.work.notices.steps import Noted, NoteResult, note_result
from fieldkit.work.notices.stops import allow_messages, stop_messages
from fieldkit.work.table.looks import note_look_at_caller

_SIDE: Final = 372


class NoticesDesk(Desk):
    """Figures above, the cards at the left, one of them at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("notices_desk")
        self._context = context
        self._view: NoticeView | None = None
        self.strip, self.list = NoticeStrip(), NoticeListCard(context.regions)
        self.panel, self.settling = NoticePanel(), Settling()
        self._columns = Columns(
            [(self.list, None), (self.panel, _SIDE)], side_key="Ctrl+J", side_title=tr("Kabar kartu")
        )
        self.add(self.strip, stretched(self._columns))
        self.search_field = self.list.search
        self.lists = NoticeLists(context, self)
        self._listen()
        self._bind_keys()
        self._choose_primary()

    def subtitle(self) -> str:
        """The day by which notices are due."""
        return day_long(self._view.day) if self._view is not None else ""

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        return [
            (tr("Enter"), tr("Catat hasil yang paling biasa untuk kartu yang disorot")),
            ("T / R", tr("Sudah ditelepon, lewat RT atau keluarga")),
            ("X", tr("Tidak terhubung")),
            ("S / G", tr("SMS yang belum jelas: sampai, tidak sampai")),
            ("P", tr("Ditempel di desa, kalau disetujui kepala dinas")),
            ("B", tr("Tidak mau SMS lagi, atau mau lagi")),
            ("N", tr("Lihat nomornya, atau tutup lagi; tiap kali dilihat dicatat")),
            ("Ctrl+P", tr("Keluarkan daftar panggil atau daftar tempel")),
            ("Alt+1 / Alt+5", tr("Bagian: perlu dikerjakan, antre SMS, menunggu, tiga kabar, semua")),
            ("Ctrl+J", tr("Ke kabar kartu")),
        ]

    def refresh(self) -> None:
        """Ask again for the cards."""
        store, now = self._context.store, self._context.clock.now_utc()
        self._context.ask(self, lambda: store.query(notice_view, now), self._show)

    def shown(self) -> None:
        """To the list, whose letters are live."""
        if not self.lists.is_open():
            self.list.focus()

    def opened_with(self, argument: object) -> None:
        """Another page asks for a card, by what is typed into the search."""
        if isinstance(argument, str):
            self.list.search.set_text(argument)

    def step_out(self) -> bool:
        """Out of the drawer, the side, the number that is seen, the search: in this order."""
        if self.lists.close() or self._columns.close_side():
            self.list.focus()
            return True
        if self.panel.hide_number():
            return True
        had_text = bool(self.list.search.text())
        if had_text:
            self.list.search.clear()
            self.list.focus()
        return had_text

    def _listen(self) -> None:
        self.list.changed.connect(self._show_part)
        self.list.opened.connect(self._open)
        self.list.selected.connect(self._select)
        self.list.printed.connect(self._take_out)
        self.panel.asked.connect(self._do)
        self.lists.turned.connect(self._choose_primary)
        self._columns.settled.connect(self._make_room)

    def _bind_keys(self) -> None:
        for key in dict.fromkeys(KEYS.values()):
            bind(self.list.table, key, partial(self._press, key), once=True)
        bind(self, "Ctrl+P", self._take_out, everywhere=True)
        for number, part in enumerate(Part, start=1):
            bind(self, f"Alt+{number}", partial(self.list.choose, part), everywhere=True)

    def _show(self, view: NoticeView) -> None:
        is_first, self._view = self._view is None, view
        self.strip.show_view(view)
        self._show_part()
        self.header_changed.emit()
        if is_first and self.isVisible():
            # Only now there is a list that can have the keys.
            self.shown()

    def _show_part(self) -> None:
        if self._view is not None:
            self.list.show_view(self._view)
            self._select(self.list.table.selected())

    def _select(self, card: NoticeCard | None) -> None:
        rule = self._view.rule if self._view is not None else DEFAULT_RULE
        self.panel.show_card(card, acts_for(card, rule) if card is not None else [])
        if card is not None:
            wanted, store = card.request_id, self._context.store
            self._context.ask(self, lambda: store.query(notice_story, wanted), partial(self.panel.show_story, wanted))

    def _open(self, card: NoticeCard | None) -> None:
        """Enter: the first thing that can be noted; where there is little room, the card itself."""
        if self._columns.narrow():
            self._columns.open_side()
        elif card is not None and self._view is not None:
            for act in acts_for(card, self._view.rule)[:1]:
                if act.id not in (SHOW_NUMBER, STOP, ALLOW):
                    self._do(act.id)

    def _press(self, key: str) -> None:
        card = self.list.table.selected()
        if card is None or self._view is None or self.settling.lasts():
            return
        offered = next((act.id for act in acts_for(card, self._view.rule) if act.key == key), None)
        if offered is not None:
            self._do(offered)
        else:
            self._context.messages.done(tr("Belum bisa untuk kartu ini"), self.panel.answer_text())

    def _do(self, act: str) -> None:
        card, store = self.panel.card, self._context.store
        if card is None:
            return
        if act == SHOW_NUMBER:
            self._turn_number(card)
            return
        self.settling.begin()
        request = card.request_id
        if act == STOP:
            self._context.ask(self, lambda: store.execute(stop_messages, request), partial(self._stopped, request))
        elif act == ALLOW:
            self._context.ask(self, lambda: store.execute(allow_messages, request), partial(self._allowed, request))
        else:
            command = NoteResult(request, NoticeState(act))
            self._context.ask(
                self, lambda: store.execute(note_result, command), partial(self._noted, card.name, command.result)
            )

    def _turn_number(self, card: NoticeCard) -> None:
        """Each look is noted: by whom and about whom, never the number (F-P5)."""
        if not self.panel.isVisible():
            self._columns.open_side()
        store, request = self._context.store, card.request_id
        if self.panel.turn_number():
            self._context.ask(self, lambda: store.execute(note_look_at_caller, request), lambda _: None)

    def _noted(self, name: str, result: NoticeState, noted: Noted) -> None:
        self._context.done(
            say(notice_label(result)), name or "–", inverse=noted.inverse, undone=tr("Catatan kabar dibatalkan")
        )

    def _stopped(self, request: str, number: str) -> None:
        told = tr("{number} tidak dikirimi SMS lagi", number=mask_phone(number))
        self._context.done(
            told,
            tr("Warga ini diberi tahu lewat daftar."),
            inverse=Inverse(allow_messages, request),
            undone=tr("SMS boleh lagi"),
        )

    def _allowed(self, request: str, number: str) -> None:
        self._context.done(
            tr("{number} boleh dikirimi SMS lagi", number=mask_phone(number)),
            inverse=Inverse(stop_messages, request),
            undone=tr("SMS tetap berhenti"),
        )

    def _take_out(self) -> None:
        if self._view is not None and not self.lists.is_open():
            self.lists.open(self._view, self.list.table.selected())

    def _make_room(self) -> None:
        # Where there is little room the list has all of it; the parts tell how many there are.
        self.strip.setVisible(not self._columns.narrow())

    def _choose_primary(self) -> None:
        self.primary = self.lists.primary() or self.list.print_button
        # One filled button at a time: the one that Ctrl+Enter presses.
        self.list.print_button.setVisible(self.primary is self.list.print_button)
        self.status_changed.emit()
