"""The desk of cards that nobody fetched: by district, in batches, who never heard, and where a card is (NC-2, NC-3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from fieldkit.domain.cards.batches import Difference
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.batches import Batch, BatchCard, DistrictCards, batch_cards
from fieldkit.store.queries.cards.whereabouts import (
    UncollectedView,
    Whereabouts,
    looked_for,
    uncollected_view,
)
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count, day_long
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import Desk
from fieldkit.ui.pages.office.uncollected import acts
from fieldkit.ui.pages.office.uncollected.doing import BatchDoer
from fieldkit.ui.pages.office.uncollected.papers import BatchPapers
from fieldkit.ui.pages.office.uncollected.piles import CHOSEN, Part, PilesCard
from fieldkit.ui.pages.office.uncollected.side import UncollectedSide
from fieldkit.ui.pages.office.uncollected.wording import batch_story, batch_words, card_words, district_words
from fieldkit.ui.places import district_name
from fieldkit.ui.whereabouts import for_resident, untold_words
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.work.instants import at_site

_MOST_ACTS: Final = 4
_SIDE: Final = 330


class UncollectedDesk(Desk):
    """What waits at the left, one of it with what can be done at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("uncollected_desk")
        self._context, self._role = context, context.user.role
        self._view: UncollectedView | None = None
        self._chosen, self._inside = Part.DISTRICTS, ""
        self._cards: list[BatchCard] = []
        self.piles, self.side = PilesCard(context.regions), UncollectedSide()
        self.search_field = self.piles.search
        self._columns = Columns([(self.piles, None), (self.side, _SIDE)], side_key="Ctrl+J", side_title=tr("Tindakan"))
        self.add(stretched(self._columns))
        self.doer, self.papers = BatchDoer(context, self), BatchPapers(context, self, self._today)
        self._listen()

    def subtitle(self) -> str:
        """The batch that is open, or the day that the turn of a card goes by."""
        batch = self._open_batch()
        return self.doer.name_of(batch) if batch is not None else day_long(self._today())

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        return [
            (tr("Enter"), tr("Yang pertama di Tindakan; kiriman dibuka kartunya")),
            ("1 / 4", tr("Tindakan untuk baris yang disorot")),
            ("Alt+1 / Alt+3", tr("Per kecamatan, kiriman, belum dikabari")),
            ("Ctrl+F", tr("Di mana kartu saya: nomor resi, ujung NIK, nama")),
            ("Ctrl+P", tr("Cetak berita acara kiriman")),
            ("Ctrl+Enter", tr("Langkah berikut; di isian: simpan atau tanda tangani")),
            ("Ctrl+J", tr("Ke tindakan")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]

    def refresh(self) -> None:
        """Ask for everything again."""
        store, user, day, inside = self._context.store, self._context.user.id, self._today(), self._inside
        typed = self.piles.search.text()
        self._context.ask(
            self, lambda: store.query(_looked_at, user, day, typed, inside), lambda found: self._show(*found)
        )

    def shown(self) -> None:
        """To the table, whose digits are live; a form that is open keeps the focus."""
        if self.doer.primary() is None and self.papers.primary() is None:
            self.piles.focus()

    def opened_with(self, argument: object) -> None:
        """Another page asks where a card is; without words the search is ready for them."""
        if isinstance(argument, str):
            self.piles.search.set_text(argument)

    def step_out(self) -> bool:
        """Out of a drawer, the side, the search, the open batch: in this order."""
        is_out = self.papers.close() or self.doer.close() or self._columns.close_side()
        if not is_out and self.piles.search.text():
            self.piles.search.clear()
        elif not is_out and self._inside:
            self._inside = ""
            self.refresh()
        elif not is_out:
            return False
        self.piles.focus()
        return True

    def _listen(self) -> None:
        self.piles.search.searched.connect(self._search)
        self.piles.part_chosen.connect(lambda part: self._choose(Part(part)))
        self.piles.selected.connect(self._on_selected)
        self.piles.opened.connect(self._on_opened)
        self.side.acts.picked.connect(self._do)
        self.doer.made.connect(self._show_made)
        self.doer.signed.connect(self._show_signed)
        self.doer.turned.connect(self._choose_primary)
        self.papers.turned.connect(self._choose_primary)
        for number in range(_MOST_ACTS):
            for table in self.piles.tables.values():
                bind(table, str(number + 1), partial(self._do_number, number), once=True)
        for place, part in enumerate(CHOSEN, start=1):
            bind(self, f"Alt+{place}", partial(self._choose, part), everywhere=True)
        bind(self, "Ctrl+P", partial(self._do, acts.PRINT), everywhere=True)

    def _search(self, typed: str) -> None:
        view, store = self._view, self._context.store
        if view is None:
            self.refresh()
            return
        self._context.ask(self, lambda: store.query(looked_for, view, typed), self._show_found)

    def _show_found(self, found: UncollectedView) -> None:
        if self._view is None or found.typed != self.piles.search.text():
            return
        if found.cards is self._view.cards:
            self._show(found, self._cards)
        else:
            # The desk was asked again meanwhile.
            self._search(found.typed)

    def _show(self, view: UncollectedView, cards: Sequence[BatchCard]) -> None:
        if view.typed != self.piles.search.text():
            self._view, self._cards = view, list(cards)
            self._search(self.piles.search.text())
            return
        is_first, self._view, self._cards = self._view is None, view, list(cards)
        if self._inside and self._open_batch() is None:
            self._inside = ""
        self.doer.know(view)
        self.piles.know(view, self.doer.marked(self._open_batch()))
        self.piles.show_part(*self._shown_part(view))
        self.header_changed.emit()
        if is_first and self.isVisible() and not view.typed:
            # Only now there is a table that can have the keys.
            self.shown()

    def _shown_part(self, view: UncollectedView) -> tuple[Part, str, Sequence[Any]]:
        if view.found is not None:
            return Part.FOUND, tr("{n} ditemukan", n=count(len(view.found))), view.found
        batch = self._open_batch()
        if batch is not None:
            line = tr("{name}: {n} kartu", name=self.doer.name_of(batch), n=count(len(self._cards)))
            return Part.CARDS, line, self._cards
        if self._chosen is Part.BATCHES:
            return Part.BATCHES, tr("{n} kiriman", n=count(len(view.batches))), view.batches
        if self._chosen is Part.UNTOLD:
            told = tr("{n} orang sudah mengajukan, belum pernah dikabari", n=count(len(view.untold)))
            return Part.UNTOLD, told, view.untold
        ready, eligible = sum(row.ready for row in view.districts), sum(row.eligible for row in view.districts)
        told = tr("{n} kartu siap diambil, {m} boleh dikirim ke kecamatan", n=count(ready), m=count(eligible))
        return Part.DISTRICTS, told, view.districts

    def _choose(self, part: Part) -> None:
        self._chosen, self._inside = part, ""
        if self.piles.search.text():
            self.piles.search.clear()
        else:
            self.refresh()
        self.piles.focus()

    def _show_made(self, batch_id: str) -> None:
        self._choose(Part.BATCHES)
        self.piles.table.select(batch_id)

    def _show_signed(self) -> None:
        self.refresh()
        self.piles.focus()

    def _on_selected(self, row: object) -> None:
        batch = self._open_batch()
        if isinstance(row, DistrictCards):
            name = district_name(self._context.regions, row.district)
            self.side.show_row(name, district_words(row), "", acts.of_district(row, self._role))
        elif isinstance(row, Batch):
            story, offered = batch_story(row, self._zone()), acts.of_batch(row, self._role)
            self.side.show_row(self.doer.name_of(row), batch_words(row), story, offered)
        elif isinstance(row, BatchCard) and batch is not None:
            offered = acts.of_card(batch, row, self.doer.marked(batch), self._role)
            self.side.show_row(row.name or "–", card_words(row), self.doer.count_words(batch), offered)
        elif isinstance(row, Whereabouts):
            why = untold_words(row.card, row.untold).capitalize() if row.untold is not None else ""
            words = for_resident(row, self._zone())
            self.side.show_row(row.card.name or "–", self.piles.clerk_line(row), why, acts.of_person(), words)
        else:
            self.side.show_row(tr("Tindakan"), "", "", [])
        first = next(iter(self.side.choices), None)
        self.lead(first.caption if first is not None else "", partial(self._do_number, 0))

    def _on_opened(self, row: object) -> None:
        """Enter. Ahead of the hits it means none of the rows that are still in sight."""
        is_answered = self._view is not None and self._view.typed == self.piles.search.text()
        if is_answered and row == self.piles.table.selected():
            self._do_number(0)

    def _do_number(self, number: int) -> None:
        if number < len(self.side.choices):
            self._do(self.side.choices[number].id)

    def _do(self, act: str) -> None:
        row, batch = self.piles.table.selected(), self._open_batch()
        if isinstance(row, DistrictCards) and act == acts.MAKE:
            self.doer.make(row)
        elif isinstance(row, Whereabouts) and act == acts.STORY:
            self.go.emit("cards", row.card.receipt_ref or row.card.name)
        elif isinstance(row, BatchCard) and batch is not None and act not in (acts.RECEIVE, acts.PRINT):
            self._do_card(act, batch, row)
        elif about := (row if isinstance(row, Batch) else batch):
            self._do_batch(act, about)

    def _do_batch(self, act: str, batch: Batch) -> None:
        doing: dict[str, Callable[[Batch], None]] = {
            acts.CARDS: self._go_inside,
            acts.SEND: self.doer.open_send,
            acts.RECEIVE: self.doer.open_receive,
            acts.UNDO: self.doer.undo,
            acts.PRINT: self.papers.open,
        }
        if act in [choice.id for choice in acts.of_batch(batch, self._role)]:
            doing[act](batch)

    def _do_card(self, act: str, batch: Batch, card: BatchCard) -> None:
        if act in (acts.MISSING, acts.DAMAGED):
            self.doer.mark(batch, card, Difference(act))
            self.refresh()
        elif act == acts.CROSS_OUT:
            self.doer.open_cross_out(batch, card)
        elif act == acts.FOUND:
            self.doer.find(batch, card)
        elif act == acts.HAND_OVER:
            self.doer.open_handover(card, self._today())

    def _go_inside(self, batch: Batch) -> None:
        self._inside = batch.id
        self.refresh()
        self.piles.focus()

    def _choose_primary(self) -> None:
        self.fill_button(self.doer.primary() or self.papers.primary())

    def _open_batch(self) -> Batch | None:
        known = self._view.batches if self._view is not None else ()
        return next((batch for batch in known if batch.id == self._inside), None)

    def _zone(self) -> str:
        return self._view.time_zone if self._view is not None else self._context.home_zone

    def _today(self) -> date:
        return at_site(self._context.clock.now_utc(), self._zone()).date()


def _looked_at(
    database: Database, user: str, day: date, typed: str, inside: str
) -> tuple[UncollectedView, list[BatchCard]]:
    view = uncollected_view(database, user, day, typed)
    return view, batch_cards(database, inside) if inside else []
