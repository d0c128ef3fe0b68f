"""The work of a broken laptop is brought home by another one of the office, which notes who opened it."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.errors import FileError
from fieldkit.records.tables import LOOK
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_planner
from fieldkit.work.instants import instant
from fieldkit.work.relay import OUTDATED, BroughtNews, take_from_table
from fieldkit.work.table.looks import Seen


@dataclass(frozen=True, slots=True)
class BroughtHome:
    """What this laptop carries now: changes of the broken one, and files that it was to hand on."""

    changes: int
    files: int


def note_rescue(unit: Unit, origin: str) -> str:
    """Write who opened a laptop with the rescue key, and when; RuleError where the user may not."""
    require_planner(unit)
    at = instant(unit.now_utc)
    return unit.insert(LOOK, unit.meta.regency, resident_id=origin, field=Seen.RESCUE, user_id=unit.user, at=at)


def bring_home(office: Store, broken: Store, bundle: bytes) -> BroughtHome:
    """Carry the broken laptop's bundle, if there is one, and what it carried itself; the next sync hands it all in.

    What was brought before is here already: a rescue may be done again.
    """
    carried = Exchange(broken).carried
    files = [carried.piece(each.digest, 0, each.size_bytes) for each in carried.to_send()]
    changes = [_taken(office, each) for each in ([bundle] if bundle else [])]
    return BroughtHome(sum(changes), sum(_taken(office, each) > 0 for each in files))


def _taken(office: Store, content: bytes) -> int:
    try:
        brought = take_from_table(office, content)
    except FileError as error:
        if error.code == OUTDATED:
            return 0
        raise
    return brought.changes if brought.news is BroughtNews.NEW else 0
