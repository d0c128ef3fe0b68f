"""Who looked at what is masked: a fact that the office can read, and that holds nothing of what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.records.tables import APART, LOOK
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead, require_planner
from fieldkit.work.instants import instant
from fieldkit.work.places import place_of


class Seen(StrEnum):
    """What was looked at."""

    NIK = "nik"
    KK = "kk"
    PHONE = "phone"
    NEED = "need"
    """Why somebody can not come (F-P3)."""
    ENTRY = "entry"
    """Everything that the list knows of somebody."""
    LIST = "list"
    """The list of a village."""
    EXPORT = "export"
    """All rows of a table, written into a file."""
    RESCUE = "rescue"
    """The database of a broken laptop, opened with the office's rescue key."""
    EXTRACT = "extract"
    """Everything that is kept of somebody, given to that person (F-P2)."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look at somebody."""

    resident_id: str
    seen: Seen


def note_look(unit: Unit, look: Look) -> str | None:
    """Write who looked at what of whom, and when (F-P5); None for somebody who is in no list yet."""
    area = place_of(unit, look.resident_id)
    if area is None:
        return None
    at = instant(unit.now_utc)
    return unit.insert(LOOK, area, resident_id=look.resident_id, field=look.seen, user_id=unit.user, at=at)


def note_list(unit: Unit, village: str) -> str:
    """Write who had the list of a village on the screen, and when; in the place of a person stands the village, or the
    regency where it was the list of all."""
    at = instant(unit.now_utc)
    return unit.insert(LOOK, village, resident_id=village, field=Seen.LIST, user_id=unit.user, at=at)


def note_needs_seen(unit: Unit, resident_ids: Sequence[str]) -> int:
    """Write who was shown why these people can not come, once a day for each of them; returns of how many."""
    at = instant(unit.now_utc)
    day = at.partition("T")[0]
    new = [each for each in resident_ids if not unit.value(_SEEN, each, Seen.NEED.value, unit.user, day)]
    return sum(note_look(unit, Look(each, Seen.NEED)) is not None for each in new)


def note_export(unit: Unit, table: str) -> str:
    """Write who took a whole table out; in the place of a person stands its name. RuleError where the user may not.

    Of what is kept apart a lead is told no more here than in the window (F-P3).
    """
    require = require_planner if table in APART else require_lead
    require(unit)
    at = instant(unit.now_utc)
    return unit.insert(LOOK, unit.meta.regency, resident_id=table, field=Seen.EXPORT, user_id=unit.user, at=at)


def note_look_at_caller(unit: Unit, request_id: str) -> str | None:
    """Write who looked at the number of somebody who is to be called, by the request it is about."""
    resident_id = unit.value("SELECT resident_id FROM service_request WHERE id = ?", request_id)
    return note_look(unit, Look(str(resident_id), Seen.PHONE))


_SEEN: Final = "SELECT 1 FROM look WHERE resident_id = ? AND field = ? AND user_id = ? AND substr(at, 1, 10) = ?"
