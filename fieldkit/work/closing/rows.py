"""Whether this laptop holds all rows that an older shift was closed with: without them its figures would be wrong."""

from __future__ import annotations

import json
from typing import Any, Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.text import text
from fieldkit.records.tables import STOCK_MOVEMENT
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.addenda import addenda
from fieldkit.store.queries.closing.ended import ended
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.shifts import Shift, own_shifts
from fieldkit.work.closing.figures import figures_of


def rows_problem(database: Database, shift: Shift) -> Problem | None:
    """Why a closed shift is not opened again or closed anew on this laptop; None where all that was signed is here.

    Facts are never deleted: fewer than were signed, or other blanks than were taken, are rows that are not here.
    """
    if shift.id in own_shifts(database) or ended(database, shift.id) is None:
        return None
    signed = json.loads(closings(database, shift.id)[-1].document)
    is_whole = _has_all(database, shift, signed) and _has_blanks(database, shift, signed)
    return None if is_whole else Problem("shift", "rows_missing", _ROWS_MISSING)


def _has_all(database: Database, shift: Shift, signed: dict[str, Any]) -> bool:
    wanted = {
        "service_request": signed.get("people_count", {}).get("arrived", 0),
        "card_print": signed.get("card_count", {}).get("printed", 0),
        "visit_attempt": signed.get("visits", 0),
    }
    return all(
        int(database.value(f"SELECT count(*) FROM {table} WHERE shift_id = ?", shift.id)) >= number
        for table, number in wanted.items()
    )


def _has_blanks(database: Database, shift: Shift, signed: dict[str, Any]) -> bool:
    """What came late may have brought pieces; else as many were taken as was signed."""
    settled = str(signed.get("settlement", ""))
    if settled and not database.value("SELECT 1 FROM stock_movement WHERE id = ?", settled):
        return False
    figures = figures_of(database, shift.id)
    # What a reopening took back is in the balance again, and of it no more was taken.
    again = database.value("SELECT id FROM stock_movement WHERE corrects_id = ?", settled) if settled else None
    if any(each.table == STOCK_MOVEMENT.name and each.id != again for each in addenda(database, shift.id)):
        return figures.ended is not None and bool(figures.ended.holder)
    return figures.stock.taken == int(signed.get("stock", {}).get("taken", 0))


_ROWS_MISSING: Final = text(
    "Tidak semua catatan shift ini ada di laptop ini, jadi angkanya akan salah. Sinkron dulu. Kalau tetap begitu, "
    "buka lagi di laptop yang menutupnya."
)
