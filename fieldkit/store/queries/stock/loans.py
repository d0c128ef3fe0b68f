"""What is lent and borrowed, owner by owner."""

from __future__ import annotations

from fieldkit.domain.stock.loans import Loan, loans_of
from fieldkit.domain.stock.movements import Movement, MovementKind, Product
from fieldkit.store.database import Database


def loans(database: Database) -> list[Loan]:
    """Every owner from whom or to whom something was lent, also where all of it has gone back."""
    rows = database.rows(
        "SELECT kind, product, from_holder, to_holder, quantity FROM stock_movement "
        "WHERE kind IN ('lend', 'borrow', 'give_back')"
    )
    return loans_of(Movement(MovementKind(kind), Product(product), *told) for kind, product, *told in rows)


def loan_with(database: Database, partner: str, product: str) -> Loan | None:
    """How it stands with one owner; None where nothing was ever lent."""
    return next((loan for loan in loans(database) if (loan.partner, loan.product) == (partner, product)), None)
