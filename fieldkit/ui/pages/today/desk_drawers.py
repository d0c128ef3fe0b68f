"""The two drawers of Today: blanks, and the cards of the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.pick_up import Receiving
from fieldkit.domain.roles import LEADS
from fieldkit.domain.stock import Product, SpoilReason
from fieldkit.domain.text import text
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.day import DayCard, day_cards
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.blank_drawer import BlankForm, booked_words
from fieldkit.ui.pages.today.card_drawer import CardsPanel
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.printing import print_card, spoil_blank
from fieldkit.work.stock.movements import MoveStock, move_stock

_CARDS_WIDTH = 520
_BLANKS_WIDTH = 420


class DeskDrawers(QObject):
    """At most one of them is open."""

    turned = Signal()
    """A drawer came or went, or asks something else now."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._shift: Shift | None = None
        self.blanks, self.cards = BlankForm(), CardsPanel(may_override=context.user.role in LEADS)
        self._blank_drawer = Drawer(page, tr("Catat blangko"), self.blanks, width=_BLANKS_WIDTH)
        self._card_drawer = Drawer(page, tr("Kartu hari ini"), self.cards, width=_CARDS_WIDTH)
        self._listen()

    def set_shift(self, shift: Shift | None) -> None:
        """The shift that is worked in; without one the drawers close."""
        self._shift = shift
        if shift is None:
            self.close()

    def is_open(self) -> bool:
        """Whether a drawer lies over the page."""
        return any(not drawer.isHidden() for drawer in (self._blank_drawer, self._card_drawer))

    def primary(self) -> Button | None:
        """The filled button of the drawer that is open."""
        if not self._blank_drawer.isHidden():
            return self.blanks.save_button
        return self.cards.primary() if not self._card_drawer.isHidden() else None

    def open_blanks(self) -> None:
        """Show the form for blanks, empty."""
        if self._blank_drawer.isHidden():
            self.close()
            self.blanks.reset()
            self._open(self._blank_drawer)

    def open_cards(self) -> None:
        """Show the cards of the day."""
        if self._shift is None or not self._card_drawer.isHidden():
            return
        self.close()
        self._open(self._card_drawer)
        self._ask_cards(self._shift, self.cards.focus_list)

    def refresh(self) -> None:
        """Ask for the cards again while they are shown."""
        if self._shift is not None and not self._card_drawer.isHidden():
            self._ask_cards(self._shift, lambda: None)

    def close(self) -> None:
        """Close what is open."""
        self._blank_drawer.close_drawer()
        self._card_drawer.close_drawer()

    def step_out(self) -> bool:
        """Esc: from a question to the list, from a drawer to the page."""
        if not self._card_drawer.isHidden() and self.cards.step_out():
            return True
        was_open = self.is_open()
        self.close()
        return was_open

    def _ask_cards(self, shift: Shift, then: Callable[[], None]) -> None:
        store, day = self._context.store, date.fromisoformat(shift.day)

        def show(cards: list[DayCard]) -> None:
            self.cards.show_cards(cards, day, shift.time_zone)
            then()

        self._context.ask(self, lambda: store.query(day_cards, shift.day), show)

    def _open(self, drawer: Drawer) -> None:
        drawer.open_drawer()
        self.turned.emit()

    def _listen(self) -> None:
        for drawer in (self._blank_drawer, self._card_drawer):
            drawer.closed.connect(self.turned)
        self.blanks.saved.connect(self._book)
        self.cards.asked.connect(self.turned)
        self.cards.printed.connect(self._print)
        self.cards.handed_over.connect(self._hand_over)
        self.cards.spoiled.connect(self._spoil)
        self.cards.refused.connect(self._context.messages.done)

    def _book(self) -> None:
        if self._shift is None:
            return
        try:
            movement = self.blanks.movement(self._shift)
        except RuleError as error:
            self.blanks.show_problems(error)
            return
        store = self._context.store

        def work() -> int:
            store.execute(move_stock, movement)
            return store.query(_on_hand)

        self._attempt(work, lambda on_hand: self._booked(movement, on_hand), self.blanks.show_problems)

    def _booked(self, movement: MoveStock, on_hand: int) -> None:
        self._blank_drawer.close_drawer()
        self._context.messages.done(*booked_words(movement, on_hand))

    def _print(self, request_id: str, override: str) -> None:
        store = self._context.store
        self._attempt(lambda: store.execute(print_card, request_id, override), lambda _id: None, self._beside)

    def _hand_over(self, request_id: str, receiver: str, identity: str) -> None:
        store = self._context.store
        self._attempt(
            lambda: store.execute(hand_over_card, HandOver(request_id, Receiving(receiver, identity))),
            lambda _id: self._context.messages.done(tr("Kartu diserahkan"), tr("Diterima oleh {name}.", name=receiver)),
            self._beside,
        )

    def _spoil(self, request_id: str, reason: SpoilReason | None) -> None:
        if reason is None:
            self._beside(RuleError(_no_reason()))
            return
        store = self._context.store
        self._attempt(
            lambda: store.execute(spoil_blank, reason, "", request_id),
            lambda _id: self._context.messages.done(
                tr("1 blangko dicatat rusak"), tr("Simpan kepingnya di kotak kartu rusak.")
            ),
            self._beside,
        )

    def _beside(self, error: RuleError) -> None:
        if not self.cards.show_problems(error):
            self._say(error)

    def _say(self, error: RuleError) -> None:
        self._context.messages.show_error(error)

    def _attempt(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        broken: Callable[[RuleError], None],
    ) -> None:
        def failed(problem: Exception) -> None:
            if isinstance(problem, RuleError):
                broken(problem)
            else:
                self._context.messages.show_failure(problem)

        self._context.ask(self, work, done, failed)


def _on_hand(database: Database) -> int:
    return balance_of(database, table_holder(database), Product.BLANK)


def _no_reason() -> Problem:
    return Problem("reason", "reason_missing", text("Alasannya belum dipilih. Pilih salah satu."))
