"""Cards: who comes first, where each card lies, and who received it; worked from the keyboard."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from fieldkit.domain.roles import LEADS
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.store.queries.cards.page import CardsView, cards_view
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.cards.story import card_story
from fieldkit.store.queries.cards.whereabouts import whereabouts
from fieldkit.ui.context import Context
from fieldkit.ui.formats import day_long
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.cards.acts import KEYS, Desk, acts_for
from fieldkit.ui.pages.cards.doing import CardDoer
from fieldkit.ui.pages.cards.handover_list import HandoverLists
from fieldkit.ui.pages.cards.office_drawers import OfficeDrawers
from fieldkit.ui.pages.cards.queue_card import Part, QueueCard, next_batch
from fieldkit.ui.pages.cards.story_panel import StoryPanel
from fieldkit.ui.pages.cards.strip import QueueStrip
from fieldkit.ui.places import village_label
from fieldkit.ui.roles import may_open
from fieldkit.ui.settling import Settling
from fieldkit.ui.shell.page import AtDesk, Page
from fieldkit.ui.whereabouts import for_resident
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.labels import Badge
from fieldkit.ui.widgets.layouts import row, stretched
from fieldkit.work.instants import at_site

BATCH: Final = 8
"""So many cards are printed one after the other before they are looked at."""


class CardsPage(Page):
    """Figures above, the queue at the left, one card at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Kartu")
        self.setObjectName("cards_page")
        self._context, self._leads = context, context.user.role in LEADS
        self._view: CardsView | None = None
        self.strip, self.queue = QueueStrip(), QueueCard()
        self.doer, self.settling = CardDoer(context, self), Settling()
        self.story = StoryPanel()
        self._columns = Columns([(self.queue, None), (self.story, 372)], side_key="Ctrl+J", side_title=tr("Kartu"))
        self._make_slot()
        self.add(self.strip, stretched(self._columns))
        self.search_field = self.queue.search
        self.drawers, self.lists = OfficeDrawers(context, self), HandoverLists(context, self)
        self._listen()
        self._bind_keys()

    def subtitle(self) -> str:
        """The session, or the day where none is open."""
        view = self._view
        if view is None or view.shift is None:
            return day_long(self._calendar_day())
        shift = view.shift
        day = day_long(date.fromisoformat(shift.day))
        if shift.kind == SessionKind.NIGHT_PRINT:
            return f"{shift.site_name} · {day}"
        return f"{village_label(self._context.regions, shift.village)} · {day} · {shift.name}"

    def header_slot(self) -> QWidget:
        """The session, the rules of the office, and the night of printing."""
        return self._slot

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the page."""
        return [
            (tr("Enter"), tr("Langkah berikutnya untuk kartu yang disorot")),
            ("C / P", tr("Catat dicetak, periksa data dan chip")),
            ("T / S", tr("Taruh di tempat ambil, serahkan")),
            ("K / R", tr("Kembali atau ditahan, keping rusak")),
            ("B", tr("Kartu yang ditarik masuk kotak kartu rusak")),
            ("U", tr("Mendesak, atau tidak lagi (ketua tim)")),
            ("I", tr("Tulis NIK yang belum ada")),
            ("Ctrl+Enter", tr("Cetak beberapa kartu berikutnya; di isian: simpan")),
            ("Alt+1 / Alt+5", tr("Bagian: semua, antrean, di meja, siap, belum dikabari")),
            ("Ctrl+J", tr("Ke kisah kartu")),
            ("Ctrl+P", tr("Daftar serah terima yang ditandatangani pengambil")),
            ("N / O", tr("Cetak malam, urutan cetak dan aturan ambil")),
        ]

    def refresh(self) -> None:
        """Ask again for the cards, and for the story of the one that is selected."""
        store, user, typed = self._context.store, self._context.user.id, self.queue.search.text()
        day = self._calendar_day().isoformat()
        self._context.ask(self, lambda: store.query(cards_view, user, day, typed), self._show)

    def shown(self) -> None:
        """To the list, whose letters are live; a form that is open keeps the focus."""
        form = self.story.open_form()
        if self.drawers.is_open() or self.lists.is_open():
            return
        if form is not None:
            form.focus_first()
        else:
            self.queue.focus()

    def opened_with(self, argument: object) -> None:
        """Another page asks for a card, by what is typed into the search."""
        if isinstance(argument, str):
            self.queue.search.set_text(argument)

    def step_out(self) -> bool:
        """Out of a drawer, a form, the side, the search: in this order."""
        if self.lists.close():
            # It gave the focus back to where it was, also into a form that is open.
            return True
        if self.drawers.close() or self.story.close_form() or self._columns.close_side():
            self.queue.focus()
            return True
        had_text = bool(self.queue.search.text())
        if had_text:
            self.queue.search.clear()
        self.queue.focus()
        return had_text

    def _listen(self) -> None:
        self.queue.searched.connect(self.refresh)
        self.queue.part_chosen.connect(self._choose_part)
        self.queue.opened.connect(self._open)
        self.queue.selected.connect(self._select)
        self.queue.print_button.clicked.connect(lambda _checked=False: self._print_batch())
        self.story.asked.connect(self.doer.do)
        self.story.laid.connect(self._on_laid)
        self.doer.made.connect(self.story.take_in)
        self.doer.form_asked.connect(self._begin_form)
        self.doer.done.connect(self.story.close_form)
        self.doer.done.connect(self.settling.begin)
        self.drawers.turned.connect(self._choose_primary)
        self.drawers.desk_asked.connect(self._to_rules)
        self.lists.turned.connect(self._choose_primary)

    def _bind_keys(self) -> None:
        for key in dict.fromkeys(KEYS.values()):
            bind(self.queue.table, key, partial(self._do, key))
        bind(self, "Ctrl+P", self._list_ready, everywhere=True)
        bind(self.queue.table, "N", self._night)
        bind(self.queue.table, "O", self._rules)
        for number, part in enumerate(Part, start=1):
            bind(self, f"Alt+{number}", partial(self._show_part, part), everywhere=True)

    def _make_slot(self) -> None:
        self._slot = QWidget()
        self._badge = Badge("", "mute")
        self.list_button = Button(tr("Serah terima"), icon="printer", key="Ctrl+P", press=self._list_ready)
        self.rules_button = Button(tr("Urutan"), icon="list-numbers", key="O", press=self._rules)
        self.night_button = Button(tr("Cetak malam"), icon="moon", key="N", press=self._night)
        parts = {"ready_list": self.list_button, "card_rules": self.rules_button, "night_print": self.night_button}
        for name, part in parts.items():
            part.setObjectName(name)
        row(self._badge, self.list_button, self.rules_button, self.night_button, gap=12, inside=self._slot)

    def _show(self, view: CardsView) -> None:
        if view.typed != self.queue.search.text():
            return
        is_first, self._view = self._view is None, view
        zone = self._zone()
        self.strip.show_view(view)
        self.queue.show_view(view, zone)
        self.queue.offer(next_batch(view, BATCH), self._why_not_print(view))
        self._show_slot(view)
        self._select(self.queue.table.selected())
        self._choose_primary()
        self.header_changed.emit()
        if is_first and self.isVisible() and not view.typed:
            # Only now there is a list that can have the keys.
            self.shown()

    def _select(self, card: CardRow | None) -> None:
        view = self._view
        if view is None:
            return
        # A card about which something is asked stays, whatever else is selected or comes in meanwhile.
        if self.story.open_form() is not None and self.story.card is not None:
            asked = self.story.card.request_id
            card = next((each for each in (*view.cards, *(view.found or ())) if each.request_id == asked), card)
        self.doer.show(card, view)
        zone = self._zone()
        acts = acts_for(card, self._desk()) if card is not None else []
        self.story.show_card(card, acts, zone, date.fromisoformat(view.day))
        if card is not None:
            wanted, store = card.request_id, self._context.store
            on = date.fromisoformat(view.day)
            self._context.ask(
                self,
                lambda: (store.query(card_story, wanted), store.query(whereabouts, [card], on)),
                lambda told: self.story.show_story(wanted, told[0], for_resident(told[1][0], zone), zone),
            )

    def _open(self, card: CardRow | None) -> None:
        """Enter: the first thing that can be done."""
        acts = acts_for(card, self._desk()) if card is not None else []
        if acts:
            self.doer.do(acts[0].id)
        elif self._columns.narrow():
            self._columns.open_side()

    def _do(self, key: str) -> None:
        card = self.queue.table.selected()
        if (asked := self.story.open_form()) is not None:
            # Whoever went to look at the list comes back to what is asked.
            asked.focus_first()
            return
        if card is None:
            return
        offered = next((act.id for act in acts_for(card, self._desk()) if act.key == key), None)
        if offered is not None:
            self.doer.do(offered)
        else:
            self._context.messages.done(tr("Belum bisa untuk kartu ini"), self.story.answer_text())

    def _begin_form(self, form: DrawerForm) -> None:
        if self._columns.narrow():
            self._columns.open_side()
        self.story.begin(form)

    def _on_laid(self) -> None:
        self._choose_primary()
        # Where there is little room a form has all of it.
        self.strip.setVisible(self.story.open_form() is None or not self._columns.narrow())
        if self.story.open_form() is None:
            self._columns.close_side()
            self.queue.focus()

    def _print_batch(self) -> None:
        if self._view is not None and not self.settling.lasts():
            self.settling.begin()
            self.doer.print_batch(next_batch(self._view, BATCH))

    def _night(self) -> None:
        view = self._view
        if view is None or not self.night_button.isEnabled():
            return
        self.lists.close()
        if view.shift is not None:
            self.go.emit("close_shift", None)
        else:
            self.drawers.open_night(view, self._calendar_day(), self._zone())

    def _to_rules(self) -> None:
        self.go.emit("office", AtDesk("rules"))

    def _rules(self) -> None:
        if self._view is not None:
            self.lists.close()
            self.drawers.open_rules(self._view)

    def _list_ready(self) -> None:
        if self._view is not None and not self.lists.is_open():
            self.drawers.close()
            self.lists.open(self._view, at_site(self._context.clock.now_utc(), self._zone()))

    def _show_part(self, part: Part) -> None:
        self.queue.choose(part)

    def _choose_part(self) -> None:
        if self._view is not None:
            self.queue.show_view(self._view, self._zone())
            self.queue.to_first()
            self._select(self.queue.table.selected())
            self.queue.focus()

    def _show_slot(self, view: CardsView) -> None:
        shift = view.shift
        is_night = shift is not None and shift.kind == SessionKind.NIGHT_PRINT
        if shift is None:
            self._badge.set(tr("Belum ada sesi"), "mute")
        else:
            self._badge.set(tr("Cetak malam terbuka"), "ok")
        self._badge.setVisible(shift is None or is_night)
        self.night_button.set_text(tr("Tutup sesi") if is_night else tr("Cetak malam"))
        may = self._leads and may_open(self._context.user.role, "close_shift")
        self.night_button.setVisible(may and (shift is None or is_night))
        self.night_button.setEnabled(may and (shift is None or is_night))

    def _why_not_print(self, view: CardsView) -> str:
        if view.shift is None:
            return tr("Belum ada sesi: kartu dicetak di dalam shift, atau buka Cetak malam.")
        if view.problems:
            return " ".join(say(problem.message) for problem in view.problems[:1])
        if view.limits.blanks <= 0:
            return tr("Blangko di catatan meja ini habis. Catat dulu blangko yang datang di Hari ini.")
        return "" if next_batch(view, 1) else tr("Tidak ada kartu yang bisa dicetak sekarang.")

    def _choose_primary(self) -> None:
        form = self.story.open_form()
        drawn = self.lists.primary() or (self.drawers.primary() if self.drawers.is_open() else None)
        self.primary = drawn or (form.save_button if form is not None else self.queue.print_button)
        # One filled button at a time: the one that Ctrl+Enter presses.
        self.queue.print_button.setVisible(self.primary is self.queue.print_button)

    def _desk(self) -> Desk:
        return Desk(self._leads, self._view.shift if self._view is not None else None)

    def _zone(self) -> str:
        return self._view.time_zone if self._view is not None else self._context.home_zone

    def _calendar_day(self) -> date:
        return at_site(self._context.clock.now_utc(), self._zone()).date()
