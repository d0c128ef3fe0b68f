"""Lists in numbers, place by place: on it, explained, away, recorded, left. Nobody is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.listing import CONFIRMED_STATES, EntryState
from fieldkit.domain.lists.targets import Tally
from fieldkit.store.database import Database
from fieldkit.store.queries.lists.listing import IS_PROPOSED
from fieldkit.store.queries.literals import listed


@dataclass(frozen=True, slots=True)
class Stretch:
    """A list, or a part of it, in numbers; `code` is a village, or one of its RT."""

    code: str
    rw: str
    rt: str
    numbers: ListNumbers
    proposed: int
    """Explained by the field and not decided by the office: still within reach."""


def stretches_of_villages(database: Database) -> tuple[Stretch, ...]:
    """Every list of the regency of this laptop, by village."""
    rows = database.rows(f"SELECT r.village, '', '', {_SUMS} {_FROM} AND r.regency = {_HERE} GROUP BY r.village")
    return tuple(_stretch(*row) for row in rows)


def stretches_of_rt(database: Database, village: str) -> tuple[Stretch, ...]:
    """The list of one village by RW and RT."""
    by_rt = f"SELECT r.village, coalesce(r.rw, ''), coalesce(r.rt, ''), {_SUMS} {_FROM} AND r.village = ?"
    return tuple(_stretch(*row) for row in database.rows(f"{by_rt} GROUP BY 2, 3 ORDER BY 2, 3", village))


def list_tallies(database: Database) -> tuple[Tally, ...]:
    """As `stretches_of_villages`, in what rules about targets take."""
    return tuple(Tally(each.code, each.numbers) for each in stretches_of_villages(database))


def _stretch(village: str, rw: str, rt: str, gross: int, approved: int, away: int, recorded: int, told: int) -> Stretch:
    return Stretch(village, rw, rt, ListNumbers(gross, approved, away, recorded), told)


_HERE: Final = "(SELECT value FROM meta WHERE key = 'regency')"
_SUMS: Final = (
    f"count(*), sum(coalesce(s.state, '') IN ({listed(CONFIRMED_STATES)})), "
    f"sum(coalesce(s.state, '') = '{EntryState.AWAY}'), sum(coalesce(s.state, '') = '{EntryState.RECORDED}'), "
    f"sum({IS_PROPOSED})"
)
_FROM: Final = (
    "FROM resident r LEFT JOIN resident_state s ON s.resident_id = r.id "
    "WHERE r.list_id IS NOT NULL AND coalesce(s.is_double, 0) = 0"
)
