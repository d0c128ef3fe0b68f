"""The drawer of Today in which blanks are booked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.stock.movements import Product
from fieldkit.store.database import Database
from fieldkit.store.queries.shifts import Shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.blank_drawer import BlankForm, booked_words
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.stock.booking import inverse_of
from fieldkit.work.stock.movements import MoveStock, move_stock

_BLANKS_WIDTH = 420


class DeskDrawers(QObject):
    """What comes in over the page from the desk."""

    turned = Signal()
    """A drawer came or went, or asks something else now."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._shift: Shift | None = None
        self.blanks = BlankForm()
        self._blank_drawer = Drawer(page, tr("Catat blangko"), self.blanks, width=_BLANKS_WIDTH)
        self._listen()

    def set_shift(self, shift: Shift | None) -> None:
        """The shift that is worked in; without one the drawers close."""
        self._shift = shift
        if shift is None:
            self.close()

    def is_open(self) -> bool:
        """Whether a drawer lies over the page."""
        return not self._blank_drawer.isHidden()

    def primary(self) -> Button | None:
        """The filled button of the drawer that is open."""
        return self.blanks.save_button if self.is_open() else None

    def open_blanks(self) -> None:
        """Show the form for blanks, empty."""
        if self._blank_drawer.isHidden():
            self.close()
            self.blanks.reset()
            self._open(self._blank_drawer)

    def close(self) -> None:
        """Close what is open."""
        self._blank_drawer.close_drawer()

    def step_out(self) -> bool:
        """Esc: from the drawer to the page."""
        was_open = self.is_open()
        self.close()
        return was_open

    def _open(self, drawer: Drawer) -> None:
        drawer.open_drawer()
        self.turned.emit()

    def _listen(self) -> None:
        self._blank_drawer.closed.connect(self.turned)
        self.blanks.saved.connect(self._book)

    def _book(self) -> None:
        if self._shift is None:
            return
        try:
            movement = self.blanks.movement(self._shift)
        except RuleError as error:
            self.blanks.show_problems(error)
            return
        store = self._context.store

        def work() -> tuple[str, int]:
            return store.execute(move_stock, movement), store.query(_on_hand)

        self._attempt(work, lambda booked: self._booked(movement, *booked), self.blanks.show_problems)

    def _booked(self, movement: MoveStock, movement_id: str, on_hand: int) -> None:
        self._blank_drawer.close_drawer()
        undone = tr("Diurungkan, stoknya kembali")
        self._context.done(*booked_words(movement, on_hand), inverse=inverse_of(movement_id), undone=undone)

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
