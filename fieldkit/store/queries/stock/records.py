"""Signed handover records, and what was spoiled and destroyed in a month (F-B5)."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.cards.handover import OF_CARDS
from fieldkit.domain.stock.movements import SPOILED, Product
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.literals import listed
from fieldkit.store.queries.stock.balances import STANDING
from fieldkit.store.queries.stock.days import day_here


@dataclass(frozen=True, slots=True, repr=False)
class SignedRecord:
    """A handover record as it was signed; its document never changes."""

    id: str
    kind: str
    number: str
    document: str
    signer_name: str
    at: str
    signature: str


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """Spoiled pieces of a month by reason, what was destroyed, and what lay in the box before and after."""

    month: str
    """Such as 2019-02."""
    office: str
    regency: str
    in_box_before: int
    spoiled: tuple[tuple[str, int], ...]
    destroyed: tuple[tuple[str, str, int], ...]
    """Day, number of the record, pieces."""

    @property
    def spoiled_sum(self) -> int:
        """All that was spoiled in the month."""
        return sum(pieces for _, pieces in self.spoiled)

    @property
    def destroyed_sum(self) -> int:
        """All that was destroyed in the month."""
        return sum(pieces for _, _, pieces in self.destroyed)

    @property
    def in_box(self) -> int:
        """What waits to be destroyed at the end."""
        return self.in_box_before + self.spoiled_sum - self.destroyed_sum


def signed_records(database: Database) -> list[SignedRecord]:
    """All of them that are about stock, newest first."""
    rows = database.rows(
        "SELECT r.id, r.kind, r.number, r.document, coalesce(u.name, ''), r.at, r.signature FROM handover_record r "
        f"LEFT JOIN app_user u ON u.id = r.signer_id WHERE r.kind NOT IN ({listed(sorted(OF_CARDS))}) "
        "ORDER BY r.at DESC, r.id DESC"
    )
    return [SignedRecord(*row) for row in rows]


def month_total(database: Database, month: str) -> MonthTotal:
    """What was spoiled and destroyed in a month, cards alone."""
    day = day_here(database, "m.at")
    before = database.value(
        "SELECT coalesce(sum(quantity * ((to_holder = ?1) - (from_holder = ?1))), 0) FROM stock_movement m "
        f"WHERE product = ?2 AND {day} < ?3 AND {STANDING}",
        SPOILED,
        Product.BLANK,
        month,
    )
    spoiled = database.rows(
        "SELECT coalesce(reason, ''), sum(quantity) FROM stock_movement m WHERE product = ? AND kind = 'spoil' "
        f"AND substr({day}, 1, 7) = ? AND {STANDING} GROUP BY reason ORDER BY sum(quantity) DESC, reason",
        Product.BLANK,
        month,
    )
    destroyed = database.rows(
        f"SELECT {day}, coalesce(r.number, ''), m.quantity FROM stock_movement m "
        "LEFT JOIN handover_record r ON r.id = m.record_id "
        f"WHERE m.product = ? AND m.kind = 'destroy' AND substr({day}, 1, 7) = ? ORDER BY m.at",
        Product.BLANK,
        month,
    )
    return MonthTotal(
        month,
        office_name(database, f"{month}-31"),
        Meta(database).get("regency_name"),
        int(before),
        tuple((reason, int(pieces)) for reason, pieces in spoiled),
        tuple((day, number, int(pieces)) for day, number, pieces in destroyed),
    )
