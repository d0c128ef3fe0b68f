"""A shift that was opened by mistake is taken back, as long as nothing was done in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import Text, text
from fieldkit.records.tables import SHIFT_WITHDRAWAL
from fieldkit.store.queries.openings import done_in, opened_with
from fieldkit.store.queries.shifts import own_shifts
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.instants import instant
from fieldkit.work.shifts.opening import note_shifts, the_open_shift
from fieldkit.work.stock.booking import undo_movements


def withdraw_opening(unit: Unit, shift_id: str) -> str:
    """Take back that a shift was opened; what its table took then is given back. RuleError where something was done
    in it since: then it is closed like any other. Where another laptop does something in it, it stands all the same.
    """
    require_lead(unit)
    shift = the_open_shift(unit)
    if shift.id != shift_id:
        raise RuleError(Problem("shift", "not_open", text("Shift ini tidak sedang terbuka di laptop ini.")))
    done = unit.query(done_in, shift_id)
    if done:
        raise RuleError(Problem("shift", "worked_in", _stays(DONE_WORDS[done[0]])))
    undo_movements(unit, tuple(unit.query(opened_with, shift_id)))
    note_shifts(unit, "", [each for each in unit.query(own_shifts) if each != shift_id])
    return unit.insert(SHIFT_WITHDRAWAL, shift.village, corrects_id=shift_id, at=instant(unit.now_utc))


def _stays(done: Text) -> Text:
    return text("Di shift ini sudah ada {done}, jadi pembukaannya tetap. Tutup shift ini di Tutup shift.", done=done)


DONE_WORDS: Final[Mapping[str, Text]] = {
    "service_request": text("warga yang didaftarkan"),
    "visit_attempt": text("kunjungan"),
    "stock_movement": text("catatan stok"),
    "stock_count": text("hitungan stok"),
    "card_print": text("kartu yang dicetak"),
    "card_check": text("kartu yang diperiksa"),
    "card_handover": text("kartu yang diserahkan"),
    "attendance": text("catatan kehadiran"),
    "incident": text("kendala"),
    "closing": text("penutupan"),
}
"""What may have been done in a shift, by the table that tells it."""
