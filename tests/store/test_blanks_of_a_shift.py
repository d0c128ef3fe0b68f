"""Blanks of a shift: whatever was moved, and taken back, the figures add up to what the ledger says is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldkit.domain.shifts.shift import BlankCount
from fieldkit.domain.stock.movements import OFFICE, SPOILED, USED, MovementKind
from fieldkit.records.tables import STOCK_MOVEMENT
from fieldkit.store.queries.closing.figures import StockFigures, stock_figures
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from tests.laptops import JATI, add_user, laptop

AT = "2019-02-23T09:00:00.000Z"
OTHER_TABLE = "table:3574-P3"
INTO = ((MovementKind.ISSUE, OFFICE), (MovementKind.RECEIVE, OFFICE), (MovementKind.ISSUE, OTHER_TABLE))
OUT = (
    (MovementKind.PRINT_USE, USED),
    (MovementKind.SPOIL, SPOILED),
    (MovementKind.RETURN, OFFICE),
    (MovementKind.ISSUE, OTHER_TABLE),
    (MovementKind.LEND, "regency:35.13"),
)
SHIFTS = count()
"""Every example has a shift of its own on the one laptop."""
Moved = tuple[str, str, str, int]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = laptop(Path(tmp_path_factory.mktemp("blanks")))
    add_user(made)
    yield made
    made.close()


def movements(table: str) -> st.SearchStrategy[list[tuple[Moved, bool]]]:
    """Movements of a table, each with whether it was taken back."""
    came = st.sampled_from(INTO).map(lambda one: (one[0], one[1], table))
    went = st.sampled_from(OUT).map(lambda one: (one[0], table, one[1]))
    moved = st.tuples(came | went, st.integers(1, 50)).map(lambda one: (*one[0], one[1]))
    return st.lists(st.tuples(moved, st.booleans()), max_size=12)


def write(unit: Unit, shift: str, moved: Moved, taken_back: bool) -> None:
    kind, source, target, quantity = moved
    ends = {"from_holder": source, "to_holder": target}
    row = unit.insert(
        STOCK_MOVEMENT, JATI, shift_id=shift, product="blank", kind=kind, quantity=quantity, at=AT, **ends
    )
    if taken_back:
        unit.insert(
            STOCK_MOVEMENT,
            JATI,
            shift_id=shift,
            product="blank",
            kind=kind,
            quantity=quantity,
            from_holder=target,
            to_holder=source,
            corrects_id=row,
            at=AT,
        )


def figures(store: Store, shift: str) -> tuple[StockFigures, int]:
    holder = store.query(table_holder)
    on_hand = store.query(balance_of, holder, "blank")
    return store.query(stock_figures, holder, shift, on_hand), on_hand


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_taken_is_used_and_returned_and_what_lies_there(store: Store, data: st.DataObject) -> None:
    """TL-4: a count of what the ledger says leaves no difference, and any other count exactly its own."""
    table = store.query(table_holder)
    shift = f"shift-{next(SHIFTS)}"
    moved = data.draw(movements(table), label="movements")
    for one, taken_back in moved:
        store.execute(lambda unit, one=one, taken_back=taken_back: write(unit, shift, one, taken_back))
    stock, on_hand = figures(store, shift)
    off = data.draw(st.integers(-5, 5), label="counted too few")
    blanks = BlankCount(stock.taken, stock.printed, stock.spoiled, stock.returned, on_hand - off)
    assert blanks.difference == off
    kept = [one for one, taken_back in moved if not taken_back]
    assert stock.printed == sum(one[3] for one in kept if one[0] == MovementKind.PRINT_USE)
    assert stock.spoiled == sum(one[3] for one in kept if one[0] == MovementKind.SPOIL)
    assert stock.returned == sum(
        one[3] for one in kept if one[1] == table and one[0] not in {MovementKind.PRINT_USE, MovementKind.SPOIL}
    )


def test_a_blank_that_was_booked_by_mistake_counts_nowhere(store: Store) -> None:
    table = store.query(table_holder)
    before = figures(store, "slip")[0]
    store.execute(write, "slip", (MovementKind.ISSUE, OFFICE, table, 10), False)
    store.execute(write, "slip", (MovementKind.PRINT_USE, table, USED, 1), True)
    after = figures(store, "slip")[0]
    assert (after.taken - before.on_hand, after.printed, after.on_hand - before.on_hand) == (10, 0, 10)
