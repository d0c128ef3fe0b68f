"""Holders below zero, and what was taken in, taken back or counted without knowing of another."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from fieldkit.domain.contradiction import (
    CaseKind,
    CountFact,
    LotReceipt,
    counted_apart,
    negative_holders,
    received_twice,
    taken_back_twice,
    unseen_pairs,
)
from fieldkit.domain.identifiers import laptop_of
from fieldkit.domain.stock.holders import is_counted
from fieldkit.domain.stock.lots import LotState, LotStep, count_lot
from fieldkit.domain.stock.movements import MovementKind
from fieldkit.server.office.findings.window import Window, areas_of
from fieldkit.server.schema import METADATA

_MOVEMENT: Final = METADATA.tables["stock_movement"].c
_LOT: Final = METADATA.tables["stock_lot"].c
_LOT_STEP: Final = METADATA.tables["lot_step"].c
_COUNT: Final = METADATA.tables["stock_count"].c


def balances(window: Window) -> None:
    """Holders who have given more than they were given."""
    is_new = window.is_new(_MOVEMENT)
    holders = {*window.values(_MOVEMENT.from_holder, is_new), *window.values(_MOVEMENT.to_holder, is_new)}
    holders = {holder for holder in holders if is_counted(holder)}
    totals: dict[tuple[str, str], int] = {}
    for column, sign in ((_MOVEMENT.to_holder, 1), (_MOVEMENT.from_holder, -1)):
        total = sa.func.sum(_MOVEMENT.quantity).label("total")
        query = sa.select(column.label("holder"), _MOVEMENT.product, total).where(
            _MOVEMENT.regency == window.regency, window.bulk.among(column, holders)
        )
        for row in window.connection.execute(query.group_by(column, _MOVEMENT.product)) if holders else ():
            place = (row.holder, row.product)
            totals[place] = totals.get(place, 0) + sign * int(row.total)
    window.note(
        CaseKind.NEGATIVE_HOLDER,
        {f"{holder} {product}" for holder, product in totals},
        negative_holders(totals),
        {},
    )


def inverses(window: Window) -> None:
    """Movements that were taken back twice."""
    inverse = _MOVEMENT.corrects_id
    corrected = set(window.values(inverse, sa.and_(window.is_new(_MOVEMENT), inverse.is_not(None))))
    columns = (_MOVEMENT.id, inverse, _MOVEMENT.area, _MOVEMENT.kind, _MOVEMENT.request_id)
    rows = window.among(inverse, corrected, *columns)
    # What a print of a card used comes back when that is ended: twice is a case of the print.
    of_stock = (row for row in rows if row.kind != MovementKind.PRINT_USE or not row.request_id)
    found = taken_back_twice((row.id, row.corrects_id) for row in of_stock)
    window.note(CaseKind.TAKEN_BACK_TWICE, corrected, found, areas_of(rows))


def lots(window: Window) -> None:
    """Lots of which two laptops took in the same part."""
    touched = set(window.values(_LOT_STEP.lot_id, window.is_new(_LOT_STEP)))
    touched |= set(window.values(_MOVEMENT.lot_id, sa.and_(window.is_new(_MOVEMENT), _MOVEMENT.lot_id.is_not(None))))
    columns = (_MOVEMENT.id, _MOVEMENT.lot_id, _MOVEMENT.origin, _MOVEMENT.quantity, _MOVEMENT.corrects_id)
    rows = window.among(_MOVEMENT.lot_id, touched, *columns, _MOVEMENT.area)
    undone = {row.corrects_id for row in rows}
    receipts = [
        LotReceipt(row.id, row.lot_id, laptop_of(row.origin), row.quantity)
        for row in rows
        if row.corrects_id is None and row.id not in undone
    ]
    window.note(CaseKind.RECEIVED_TWICE, touched, received_twice(receipts, _room_of(window, touched)), areas_of(rows))


def _room_of(window: Window, lots: set[str]) -> dict[str, int]:
    """What was asked for of each lot, less what is on its way."""
    columns = (_LOT_STEP.lot_id, _LOT_STEP.state, _LOT_STEP.quantity, _LOT_STEP.place, _LOT_STEP.at, _LOT_STEP.id)
    steps: dict[str, list[LotStep]] = {lot: [] for lot in lots}
    for row in sorted(window.among(_LOT_STEP.lot_id, lots, *columns), key=lambda row: (row.at, row.id)):
        if row.state in set(LotState):
            steps[row.lot_id].append(LotStep(LotState(row.state), row.quantity, row.place or ""))
    asked = {row.id: row.quantity for row in window.among(_LOT.id, lots, _LOT.id, _LOT.quantity)}
    return {lot: pieces - sum(count_lot(pieces, steps[lot]).on_the_way.values()) for lot, pieces in asked.items()}


def counts(window: Window) -> None:
    """Counts of one holder by laptops that did not know of one another."""
    is_new = window.is_new(_MOVEMENT)
    holders = {*window.values(_MOVEMENT.from_holder, is_new), *window.values(_MOVEMENT.to_holder, is_new)}
    holders |= set(window.values(_COUNT.holder, window.is_new(_COUNT)))
    columns = (_COUNT.id, _COUNT.holder, _COUNT.product, _COUNT.origin, _COUNT.expected, _COUNT.counted, _COUNT.at)
    rows = window.among(_COUNT.holder, holders, *columns)
    places = {f"{row.holder} {row.product}": (row.holder, row.product) for row in rows}
    facts = [CountFact(row.id, f"{row.holder} {row.product}", laptop_of(row.origin), *row[4:]) for row in rows]
    found = (
        counted_apart(earlier, later, _moved(window, *places[later.place], earlier.at, later.at))
        for earlier, later in unseen_pairs(facts)
    )
    window.note(CaseKind.COUNTED_APART, places, (each for each in found if each is not None), {})


def _moved(window: Window, holder: str, product: str, after: str, before: str) -> int:
    """What came to a holder less what went between two instants, neither of them included."""
    pieces = sa.case((_MOVEMENT.to_holder == holder, _MOVEMENT.quantity), else_=-_MOVEMENT.quantity)
    query = sa.select(sa.func.coalesce(sa.func.sum(pieces), 0)).where(
        _MOVEMENT.regency == window.regency,
        sa.or_(_MOVEMENT.from_holder == holder, _MOVEMENT.to_holder == holder),
        _MOVEMENT.product == product,
        _MOVEMENT.at > after,
        _MOVEMENT.at < before,
    )
    return int(window.connection.scalar(query) or 0)
