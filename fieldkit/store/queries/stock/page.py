"""What the page of the stock shows in one look: who has what, how long it lasts, what is on its way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from fieldkit.domain.cards.handover import next_number
from fieldkit.domain.identifiers import device_prefix
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.domain.stock.holders import HolderKind, is_in_hand, kind_of
from fieldkit.domain.stock.loans import Loan
from fieldkit.domain.stock.movements import OFFICE, SPOILED, Product
from fieldkit.domain.stock.supply import Supply, pace_of, together
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.neighbours.team import team_laptops
from fieldkit.store.queries.cards.queue import open_cards, print_requests, ready_among
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.queries.rules.versions import rule_values
from fieldkit.store.queries.shifts import site_zone
from fieldkit.store.queries.stock.balances import (
    STANDING,
    all_balances,
    is_unexplained,
    prints_left,
    table_holder,
)
from fieldkit.store.queries.stock.days import day_here
from fieldkit.store.queries.stock.loans import loans
from fieldkit.store.queries.stock.lots import Lot, lots
from fieldkit.store.queries.stock.movements import EVERYBODY, MovementRow, issued_twice, movements_of, stock_curve
from fieldkit.store.queries.stock.news import may_lack_news

MOST_MOVEMENTS: Final = 200
CURVE_DAYS: Final = 14
_PACE_DAYS: Final = 10
"""So many of the last days with printing tell the pace."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has stock; `is_unexplained` while a balance below zero keeps the office from giving more.

    `may_lack_news` where a table may have used more than is known here.
    """

    id: str
    supply: Supply
    is_unexplained: bool
    may_lack_news: bool = False


@dataclass(frozen=True, slots=True)
class StockView:
    """The page. `holders` begin with all of them together; `chosen` is the one that is looked at."""

    holders: tuple[Holder, ...]
    chosen: Holder
    movements: tuple[MovementRow, ...]
    curve: tuple[tuple[str, int], ...]
    lots: tuple[Lot, ...]
    loans: tuple[Loan, ...]
    in_box: int
    """Spoiled cards that wait to be destroyed."""
    issued_twice: tuple[tuple[str, int], ...]
    """Tables, and what the office and they may both have noted of one box."""
    regency: str
    tables: tuple[str, ...]
    """Tables of the regency as far as they are known here."""
    next_number: str
    """For the next signed record."""
    prints_per_ribbon: int
    time_zone: str

    def holder(self, holder: str) -> Holder | None:
        """One of those in the list."""
        return next((each for each in self.holders if each.id == holder), None)


@dataclass(frozen=True, slots=True)
class DayStock:
    """What an office tells everybody on a day: what there is, who waits, and how far it goes (F-B8)."""

    office: str
    regency: str
    supply: Supply


def day_stock(database: Database, day: str) -> DayStock:
    """The stock of all holders together."""
    everybody, *_ = _holders(database, all_balances(database), day)
    return DayStock(office_name(database, day), Meta(database).get("regency_name"), everybody.supply)


def stock_view(database: Database, chosen: str, day: str) -> StockView:
    """Everything that the page shows, on a day of the laptop's calendar."""
    balances = all_balances(database)
    holders = _holders(database, balances, day)
    found = next((each for each in holders if each.id == chosen), holders[0])
    return StockView(
        holders,
        found,
        tuple(movements_of(database, found.id, MOST_MOVEMENTS)),
        tuple(stock_curve(database, found.id, CURVE_DAYS)),
        tuple(lots(database)),
        tuple(loans(database)),
        balances.get((SPOILED, Product.BLANK), 0),
        tuple(issued_twice(database)),
        Meta(database).regency,
        _tables(database, balances),
        _next_number(database, int(day[:4])),
        prints_per_ribbon(database, day),
        site_zone(database),
    )


def _next_number(database: Database, year: int) -> str:
    known = [str(number) for (number,) in database.rows("SELECT number FROM handover_record")]
    return next_number(known, device_prefix(Meta(database).origin), year)


def prints_per_ribbon(database: Database, day: str) -> int:
    """For how many cards a ribbon lasts on a day: as the office rules it, about 500 where it does not (F-B2)."""
    return int(rule_values(database, RuleName.RIBBON, date.fromisoformat(day))[RuleKey.PRINTS_PER_RIBBON])


def count_ready(database: Database, day: str) -> int:
    """Cards that could be printed on a day if there were blanks for all, as the print queue counts them."""
    return ready_among(print_requests(database, open_cards(database, day), office=True), date.fromisoformat(day))


def _holders(database: Database, balances: Mapping[tuple[str, str], int], day: str) -> tuple[Holder, ...]:
    names = sorted({holder for holder, _ in balances if is_in_hand(holder)} | {OFFICE}, key=_in_order)
    ready, printed = count_ready(database, day), _printed_by_day(database)
    all_printed = sum(printed.values(), Counter[str]())
    each = [
        Holder(
            holder,
            Supply(
                balances.get((holder, Product.BLANK), 0),
                prints_left(database, holder, Product.RIBBON),
                prints_left(database, holder, Product.FILM),
                ready,
                # The office prints little itself, and all that is printed was its own before.
                _pace(all_printed if holder == OFFICE else printed[holder]),
            ),
            is_unexplained(database, holder, Product.BLANK),
            may_lack_news(database, holder),
        )
        for holder in names
    ]
    held = [(holder.supply, bool(printed[holder.id])) for holder in each]
    everybody = together(held, ready, _pace(all_printed))
    return (Holder(EVERYBODY, everybody, any(holder.is_unexplained for holder in each)), *each)


def _tables(database: Database, balances: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    regency = Meta(database).regency.replace(".", "")
    team = {f"table:{regency}-{laptop.prefix}" for laptop in team_laptops(database)}
    known = {holder for holder, _ in balances if kind_of(holder) is HolderKind.TABLE}
    return tuple(sorted(known | team | {table_holder(database)}))


def _printed_by_day(database: Database) -> defaultdict[str, Counter[str]]:
    """Cards by who printed them and on which day: the shift's, or else that of the clock."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    rows = database.rows(
        f"SELECT m.from_holder, coalesce(o.day, {day_here(database, 'm.at')}), sum(m.quantity) FROM stock_movement m "
        "LEFT JOIN shift_opening o ON o.id = m.shift_id "
        f"WHERE m.kind = 'print_use' AND m.product = 'blank' AND {STANDING} GROUP BY 1, 2"
    )
    for holder, day, cards in rows:
        found[holder][day] += int(cards)
    return found


def _pace(printed: Mapping[str, int]) -> int:
    return pace_of({day: printed[day] for day in sorted(printed)[-_PACE_DAYS:]})


def _in_order(holder: str) -> tuple[int, str]:
    return [HolderKind.OFFICE, HolderKind.STORE, HolderKind.TABLE].index(kind_of(holder)), holder
