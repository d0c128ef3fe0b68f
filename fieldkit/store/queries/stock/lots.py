"""Lots that were asked for, and where their parts stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from fieldkit.domain.stock.lots import LotCount, LotState, LotStep, count_lot, standing
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True, repr=False)
class Lot:
    """A lot with its parts. Ribbon and film in prints."""

    id: str
    product: str
    supplier: str
    reference: str
    note: str
    at: str
    state: LotState
    """Of the last step that stands."""
    count: LotCount

    @property
    def is_done(self) -> bool:
        """Whether nothing of it is expected any more."""
        return not self.count.open and not self.count.on_the_way


def lots(database: Database) -> list[Lot]:
    """Every lot, those of which something is still expected first, then the newest."""
    rows = database.rows(
        "SELECT id, product, supplier, coalesce(reference, ''), coalesce(note, ''), at, quantity FROM stock_lot "
        "ORDER BY at DESC, id DESC"
    )
    steps = _steps(database)
    found = [
        Lot(lot_id, product, supplier, reference, note, at, _state(steps[lot_id]), count_lot(asked, steps[lot_id]))
        for lot_id, product, supplier, reference, note, at, asked in rows
    ]
    return sorted(found, key=lambda lot: lot.is_done)


def lot_by_id(database: Database, lot_id: str) -> Lot | None:
    """One lot; None where it is not known here."""
    return next((lot for lot in lots(database) if lot.id == lot_id), None)


def lot_steps(database: Database, lot_id: str) -> list[LotStep]:
    """What became of a lot so far, also what was taken back."""
    return _steps(database)[lot_id]


def _state(steps: list[LotStep]) -> LotState:
    last = standing(steps)[-1:]
    return last[0].state if last else LotState.REQUESTED


def _steps(database: Database) -> dict[str, list[LotStep]]:
    found: dict[str, list[LotStep]] = defaultdict(list)
    rows = database.rows("SELECT lot_id, state, quantity, coalesce(place, '') FROM lot_step ORDER BY at, id")
    for lot_id, state, quantity, place in rows:
        if state in set(LotState):
            found[lot_id].append(LotStep(LotState(state), quantity, place))
    return found
