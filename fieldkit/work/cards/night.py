"""A night of printing begins: a session of its own, dated by its opening, with what is taken to print with (F-B7)."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.stock.movements import MovementKind, Product
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.shifts.opening import OpenShift, open_shift
from fieldkit.work.stock.movements import MoveStock, move_stock


@dataclass(frozen=True, slots=True)
class OpenNight:
    """The session with its blanks, and prints of ribbon and film that are put in anew; 0 where nothing is."""

    session: OpenShift
    ribbon: int = 0
    film: int = 0


def open_night(unit: Unit, command: OpenNight) -> str:
    """Open the session; returns its id."""
    require_lead(unit)
    session = command.session
    shift_id = open_shift(unit, session)
    for product, prints in ((Product.RIBBON, command.ribbon), (Product.FILM, command.film)):
        if prints:
            move_stock(unit, MoveStock(shift_id, session.village, MovementKind.ISSUE, product, prints))
    return shift_id
