"""The list that is signed when cards are fetched: asks which and where to, notes that it goes out, and brings it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.roles import CARD_LISTERS
from fieldkit.domain.text import text
from fieldkit.host.drives import carried_drive
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.page import CardsView
from fieldkit.store.queries.cards.queue import CardRow, open_cards
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.cards.handover_form import HandoverListForm, ListWish, ready_cards
from fieldkit.ui.papers.drawer import PaperDrawer
from fieldkit.ui.places import village_label
from fieldkit.work.lists.sheets import NotePaper, note_paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True, repr=False)
class _Order:
    """What goes out: these cards, of this place, in this way."""

    wish: ListWish
    cards: tuple[CardRow, ...]
    office: str
    proxy: ProxyRule
    at: datetime

    @property
    def by_village(self) -> Counter[str]:
        """How many people of which village the list names."""
        return Counter(card.area for card in self.cards)


class HandoverLists(PaperDrawer):
    """Opens over the page with Ctrl+P."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self.form = HandoverListForm()
        super().__init__(context, page, self.form, tr("Daftar serah terima"), "handover_list_drawer")
        self._asked: tuple[CardsView, datetime] | None = None
        self.may_print = context.user.role in CARD_LISTERS

    def open(self, view: CardsView, at: datetime) -> None:
        """Ask for the list of what lies ready; the time is the site's."""
        if not self.may_print:
            told = tr("Daftar serah terima dicetak ketua tim atau petugas kartu. Minta salah satu masuk.")
            self._context.messages.done(tr("Belum dicetak"), told)
        elif not ready_cards(view.cards):
            told = tr("Taruh dulu kartunya di tempat ambil dengan T, lalu cetak daftarnya.")
            self._context.messages.done(tr("Belum ada kartu yang siap diambil"), told)
        else:
            self._asked = view, at
            self.form.fill(view.cards, _here(view))
            self._show()

    def _begin(self) -> None:
        store, wish = self._context.store, self.form.wish()
        if self._asked is not None:
            view, at = self._asked
            self._context.ask(
                self,
                lambda: (store.query(_ordered, wish, view, at), carried_drive()),
                lambda found: self._order(*found),
            )

    def _order(self, order: _Order, drive: Path | None) -> None:
        if not order.cards:
            told = text("Kartu di tempat itu baru saja diserahkan atau dipindah. Tutup, lalu buka daftarnya lagi.")
            self.form.show_problems(RuleError(Problem("place", "no_card", told)))
            return
        store, command = self._context.store, NotePaper(SheetKind.HANDOVER, order.by_village)
        self._lead_out(
            order.wish.way,
            tr("Simpan daftar ke mana"),
            drive,
            lambda: store.execute(note_paper, command),
            lambda _none, out: self._bring(order, out),
        )

    def _bring(self, order: _Order, out: Path | QPrinter) -> None:
        # Only now: what makes papers takes longer to import than the page may take to open.
        from fieldkit.reports.cards.handover_list import HandoverHead
        from fieldkit.ui.pages.cards.handover_files import bring_out

        regions, user = self._context.regions, self._context.user
        (village, _people), *others = order.by_village.most_common()
        regency = regions.by_code(village[:5])
        head = HandoverHead(
            order.office,
            regency.name if regency else "",
            "" if others else village_label(regions, village),
            order.wish.place or "",
            order.at,
            user.name,
            order.proxy,
        )
        way = order.wish.way
        self._context.ask(
            self, lambda: bring_out(head, order.cards, way, out), lambda _none: self._say(order), lane="network"
        )

    def _say(self, order: _Order) -> None:
        people = count(len(order.cards))
        printed, saved = tr("Daftar {n} kartu dikirim ke printer", n=people), tr("Daftar {n} kartu tersimpan", n=people)
        self._gone_out(order.wish.way, printed, saved)


def _here(view: CardsView) -> str:
    """Where cards are fetched now: at the site of the session, or where one was put last."""
    site = view.shift.site_name if view.shift is not None else ""
    lying = {card.card.place for card in ready_cards(view.cards)}
    return next((place for place in (site, *(place for place, _who in view.places)) if place in lying), "")


def _ordered(database: Database, wish: ListWish, view: CardsView, at: datetime) -> _Order:
    """What is on the list as it stands now: another may have handed a card over since the page was asked for."""
    return _Order(wish, wish.of(open_cards(database, view.day)), office_name(database, view.day), view.proxy, at)
