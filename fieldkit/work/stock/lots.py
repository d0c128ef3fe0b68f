"""Lots of blanks and ribbon: asked for, on their way in parts, received, cancelled (ST-1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stock.lots import LotCount, LotState, LotStep, check_arrival, standing
from fieldkit.domain.stock.movements import OFFICE, SUPPLIER, Movement, MovementKind, Product
from fieldkit.domain.text import text
from fieldkit.records.tables import LOT_STEP, STOCK_LOT
from fieldkit.store.queries.stock.lots import lot_by_id, lot_steps
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_keeper
from fieldkit.work.instants import instant
from fieldkit.work.stock.booking import Booking, after_the_last_step, book


@dataclass(frozen=True, slots=True)
class RequestLot:
    """What is asked for, and of whom; ribbon and film in prints. `reference` may name a letter or serial numbers."""

    product: Product
    supplier: str
    quantity: int
    reference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StepLot:
    """What became of a part of a lot; `place` tells the parts apart."""

    lot_id: str
    state: LotState
    quantity: int
    place: str = ""
    note: str = ""


_MOVING: Final = frozenset({LotState.IN_TRANSIT, LotState.AT_LOCATION})


def request_lot(unit: Unit, command: RequestLot) -> str:
    """Ask for a lot; returns its id."""
    require_keeper(unit)
    problems = [*_quantity_problems(command.quantity), *_supplier_problems(command.supplier)]
    if problems:
        raise RuleError(*problems)
    lot_id = unit.insert(
        STOCK_LOT,
        unit.meta.regency,
        product=command.product,
        supplier=command.supplier.strip(),
        quantity=command.quantity,
        reference=command.reference.strip() or None,
        note=command.note.strip() or None,
        at=instant(unit.now_utc),
    )
    _write(unit, StepLot(lot_id, LotState.REQUESTED, command.quantity))
    return lot_id


def step_lot(unit: Unit, command: StepLot) -> str | None:
    """Note what became of a part of a lot; returns the movement where it was received."""
    require_keeper(unit)
    lot = unit.query(lot_by_id, command.lot_id)
    if lot is None:
        raise KeyError(command.lot_id)
    problems = _step_problems(command, lot.count)
    if problems:
        raise RuleError(*problems)
    _write(unit, command)
    if command.state is not LotState.RECEIVED or not command.quantity:
        return None
    movement = Movement(MovementKind.RECEIVE, Product(lot.product), SUPPLIER, OFFICE, command.quantity)
    return book(unit, Booking(movement, note=command.note, lot_id=command.lot_id))


def take_back_step(unit: Unit, step: StepLot) -> None:
    """The part stands again as before the step; a receipt is taken back by its movement. RuleError where it is gone."""
    require_keeper(unit)
    steps = unit.query(lot_steps, step.lot_id)
    told = LotStep(step.state, step.quantity, step.place.strip())
    if told not in standing(steps):
        raise RuleError(Problem("step", "undone", text("Langkah ini sudah diurungkan.")))
    _write(unit, StepLot(step.lot_id, step.state, -step.quantity, step.place))


def withdraw_lot(unit: Unit, lot_id: str) -> None:
    """A lot that was asked for by mistake is expected no more. RuleError once something became of it."""
    require_keeper(unit)
    lot = unit.query(lot_by_id, lot_id)
    if lot is None:
        raise KeyError(lot_id)
    if lot.count.open < lot.count.asked:
        words = text("Lot ini sudah ada kelanjutannya. Batalkan sisanya lewat Lot.")
        raise RuleError(Problem("lot", "went_on", words))
    _write(unit, StepLot(lot_id, LotState.CANCELLED, lot.count.asked))


def _write(unit: Unit, step: StepLot) -> None:
    unit.insert(
        LOT_STEP,
        unit.meta.regency,
        lot_id=step.lot_id,
        state=step.state,
        quantity=step.quantity,
        place=step.place.strip() or None,
        note=step.note.strip() or None,
        at=after_the_last_step(unit, step.lot_id),
    )


def _step_problems(step: StepLot, count: LotCount) -> tuple[Problem, ...]:
    place = step.place.strip()
    if step.state is LotState.RECEIVED:
        return check_arrival(count, place, step.quantity, step.note)
    found = [*_quantity_problems(step.quantity)]
    if step.state in _MOVING and not place:
        words = text("Tempatnya belum ditulis. Satu lot bisa datang dari beberapa tempat, jadi sebut namanya.")
        found.append(Problem("place", "no_place", words))
    if step.state is LotState.CANCELLED and not step.note.strip():
        found.append(Problem("note", "no_reason", text("Belum ditulis kenapa dibatalkan. Tulis singkat, lalu simpan.")))
    return tuple(found)


def _quantity_problems(quantity: int) -> list[Problem]:
    if quantity > 0:
        return []
    return [Problem("quantity", "quantity_not_positive", text("Jumlahnya harus 1 atau lebih."))]


def _supplier_problems(supplier: str) -> list[Problem]:
    if supplier.strip():
        return []
    return [Problem("supplier", "no_supplier", text("Belum ditulis diminta ke mana. Sebut pusat atau provinsi."))]
