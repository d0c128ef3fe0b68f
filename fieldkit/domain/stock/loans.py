"""What is lent and borrowed between regencies, for each owner apart (F-B4, ST-6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fieldkit.domain.errors import Problem
from fieldkit.domain.stock.holders import is_outside
from fieldkit.domain.stock.movements import Movement, MovementKind, Product
from fieldkit.domain.text import text

_OF_LOANS = frozenset({MovementKind.BORROW, MovementKind.LEND, MovementKind.GIVE_BACK})


@dataclass(frozen=True, slots=True)
class Loan:
    """How it stands with one owner: what we still owe, and what is owed to us."""

    partner: str
    product: Product
    borrowed: int
    given_back: int
    lent: int
    come_back: int

    @property
    def owed(self) -> int:
        """What has to go back there."""
        return self.borrowed - self.given_back

    @property
    def due(self) -> int:
        """What has to come back from there."""
        return self.lent - self.come_back


def loans_of(movements: Iterable[Movement]) -> list[Loan]:
    """Every owner from whom or to whom something was lent, in the order of their names."""
    sums: Counter[tuple[str, Product, MovementKind, bool]] = Counter()
    for each in movements:
        if each.kind in _OF_LOANS:
            comes_in = is_outside(each.from_holder)
            partner = each.from_holder if comes_in else each.to_holder
            sums[partner, each.product, each.kind, comes_in] += each.quantity
    owners = sorted({(partner, product) for partner, product, _, _ in sums})
    return [_loan(sums, partner, product) for partner, product in owners]


def check_give_back(quantity: int, still: int) -> tuple[Problem, ...]:
    """What keeps a loan from being given back: more than is left of it."""
    if quantity <= still:
        return ()
    words = text(
        "Sisa pinjamannya {still}, jadi {quantity} terlalu banyak. Hitung lagi; kelebihannya catat sebagai pinjaman.",
        still=still,
        quantity=quantity,
    )
    return (Problem("quantity", "more_than_owed", words),)


def _loan(sums: Counter[tuple[str, Product, MovementKind, bool]], partner: str, product: Product) -> Loan:
    return Loan(
        partner,
        product,
        sums[partner, product, MovementKind.BORROW, True],
        sums[partner, product, MovementKind.GIVE_BACK, False],
        sums[partner, product, MovementKind.LEND, False],
        sums[partner, product, MovementKind.GIVE_BACK, True],
    )
