"""Days and months of the stock are those of the regency, also in the morning while it is still yesterday in UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldkit.domain.cards.handover import DestructionWay, Minutes
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.stock.movements import OFFICE, MovementKind, Product, SpoilReason
from fieldkit.store.queries.stock.balances import table_holder
from fieldkit.store.queries.stock.movements import issued_twice, stock_curve
from fieldkit.store.queries.stock.records import month_total
from fieldkit.store.store import Store
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.booking import undo_movement
from fieldkit.work.stock.keeping import DestroyStock, IssueStock, SpoilStock, destroy_stock, issue_stock, spoil_stock
from fieldkit.work.stock.movements import MoveStock, move_stock
from tests.laptops import JATI, StillClock, add_user, laptop, opened

HALF_PAST_SIX = datetime(2019, 2, 28, 23, 30, tzinfo=UTC)
"""On the first of March in Probolinggo."""


class StillSigner(Signer):
    """Signs without the slow hashing of a PIN."""

    def __init__(self, user: UserId) -> None:
        super().__init__(user, "key", "", "")

    def sign(self, document: bytes) -> str:
        return f"{len(document):x}"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(HALF_PAST_SIX)


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Store:
    made = laptop(tmp_path, clock)
    add_user(made, "Dewi Kartika", "keeper")
    return made


def test_what_is_spoiled_and_destroyed_early_on_the_first_is_of_the_new_month(store: Store) -> None:
    store.execute(spoil_stock, SpoilStock(OFFICE, 3, SpoilReason.DAMAGED_BLANK))
    paper = Minutes("BA-001/2019", ("Sri Utami", "Bambang Irawan"))
    store.execute(destroy_stock, DestroyStock(2, DestructionWay.CUT, paper), StillSigner(store.user))
    march, february = (store.query(month_total, month) for month in ("2019-03", "2019-02"))
    assert (march.in_box_before, march.spoiled_sum, march.in_box) == (0, 3, 1)
    assert march.destroyed == (("2019-03-01", "BA-001/2019", 2),)
    assert (february.spoiled_sum, february.destroyed_sum, february.in_box) == (0, 0, 0)
    assert store.query(stock_curve, OFFICE, 5) == [("2019-03-01", -3)]


def test_what_was_spoiled_by_mistake_and_undone_in_the_next_month_is_in_no_box(store: Store, clock: StillClock) -> None:
    slip = store.execute(spoil_stock, SpoilStock(OFFICE, 3, SpoilReason.DAMAGED_BLANK))
    clock.pass_by(days=31)
    store.execute(undo_movement, slip)
    assert [store.query(month_total, month).in_box for month in ("2019-03", "2019-04")] == [0, 0]


def test_one_box_that_office_and_table_noted_before_and_after_seven_is_pointed_out(
    store: Store, clock: StillClock
) -> None:
    table, keeper = store.query(table_holder), store.user
    add_user(store)
    shift = opened(store, blanks=0)
    store.execute(move_stock, MoveStock(shift, JATI, MovementKind.ISSUE, Product.BLANK, 40))
    clock.pass_by(hours=1)
    store.user = keeper
    store.execute(issue_stock, IssueStock(table, Product.BLANK, 40))
    assert store.query(issued_twice) == [(table, 40)]
