"""A list of people to be told is taken out: whom it names as things stand, noted first, then brought onto paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.host.drives import carried_drive
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.notices.desk import NoticeCard, NoticeView
from fieldkit.store.queries.notices.facts import office_clock
from fieldkit.store.unit import Unit
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.notices.list_form import ListWish, NoticeListForm, village_in
from fieldkit.ui.papers.drawer import PaperDrawer
from fieldkit.ui.papers.ways import SheetWay
from fieldkit.ui.places import village_label
from fieldkit.work.notices.lists import TakeOut, listed_cards, take_out
from fieldkit.work.notices.steps import Noted

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True, repr=False)
class _TakenOut:
    """What went out: whom the list names, and what takes it back."""

    cards: tuple[NoticeCard, ...]
    noted: Noted
    office: str
    at: datetime


class NoticeLists(PaperDrawer):
    """Opens over the desk with Ctrl+P."""

    def __init__(self, context: Context, desk: QWidget) -> None:
        self.form = NoticeListForm(context.regions)
        super().__init__(context, desk, self.form, tr("Daftar panggil"), "notice_list_drawer")

    def open(self, view: NoticeView, selected: NoticeCard | None) -> None:
        """Ask for the list, of the village of the selected card first."""
        self.form.fill(view, selected.area if selected else village_in(view.cards))
        self._show()

    def _begin(self) -> None:
        try:
            wish = self.form.wish()
        except RuleError as error:
            self.form.show_problems(error)
            return
        self._context.ask(self, carried_drive, lambda drive: self._take_out(wish, drive), lane="network")

    def _take_out(self, wish: ListWish, drive: Path | None) -> None:
        store = self._context.store
        self._lead_out(
            wish.way,
            tr("Simpan daftar ke mana"),
            drive,
            lambda: store.execute(_noted, wish),
            lambda taken, out: self._bring(wish, taken, out),
        )

    def _bring(self, wish: ListWish, taken: _TakenOut, out: Path | QPrinter) -> None:
        # Only now: what makes papers takes longer to import than the desk may take to open.
        from fieldkit.reports.cards.notice_list import NoticeListHead
        from fieldkit.ui.pages.office.notices.list_files import bring_out

        regions, user = self._context.regions, self._context.user
        villages = {card.area: village_label(regions, card.area) for card in taken.cards}
        regency = regions.by_code(next(iter(villages))[:5])
        head = NoticeListHead(taken.office, regency.name if regency else "", villages, taken.at, user.name)
        self._context.ask(
            self,
            lambda: bring_out(wish.kind, head, taken.cards, wish.way, out),
            lambda _none: self._say(wish, taken),
            lambda error: self._not_gone_out(taken, error),
            lane="network",
        )

    def _not_gone_out(self, taken: _TakenOut, error: Exception) -> None:
        """What was noted did not happen: nobody counts as told by a paper that is not there."""
        self._context.messages.show_failure(error)
        if taken.noted.ids:
            back, store = taken.noted.inverse, self._context.store
            self._context.ask(self, lambda: store.execute(back.verb, back.command), lambda _ids: None)

    def _say(self, wish: ListWish, taken: _TakenOut) -> None:
        self._drawer.close_drawer()
        people = count(len(taken.cards))
        if wish.way is SheetWay.PAPER:
            title, told = tr("Daftar {n} warga dikirim ke printer", n=people), tr("Ketik hasilnya di meja ini.")
        else:
            title = tr("Daftar {n} warga tersimpan", n=people)
            told = tr("Berkas memuat nama dan tidak terkunci. Hapus sesudah dicetak.")
        inverse = taken.noted.inverse if taken.noted.ids else None
        undone = tr("Ditempel tidak jadi dihitung") if wish.kind is SheetKind.CARD_POSTING else tr("Kembali ke antrean")
        self._context.done(title, told, inverse=inverse, undone=undone)


def _noted(unit: Unit, wish: ListWish) -> _TakenOut:
    command = TakeOut(wish.kind, wish.requests)
    cards = tuple(listed_cards(unit, command))
    at = unit.now_utc.astimezone(unit.query(office_clock))
    return _TakenOut(cards, take_out(unit, command), unit.query(office_name, at.date().isoformat()), at)
