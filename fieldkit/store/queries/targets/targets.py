"""The targets in force: of each place the one that was set last, unless that word took it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from fieldkit.domain.lists.targets import Target
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True)
class TargetWord:
    """The last word on the target of a place; a quantity of 0 takes it back."""

    id: str
    place: str
    quantity: int
    until: date | None

    @property
    def target(self) -> Target | None:
        """The target that it sets; None where it takes one back."""
        return Target(self.place, self.quantity, self.until) if self.quantity > 0 else None


def target_words(database: Database) -> Mapping[str, TargetWord]:
    """The last word on each place of which there is one."""
    words = (_word(*row) for row in database.rows(f"{_WORDS} ORDER BY id"))
    return {word.place: word for word in words}


def targets_in_force(database: Database) -> Mapping[str, Target]:
    """The target of each place that has one."""
    told = {place: word.target for place, word in target_words(database).items()}
    return {place: target for place, target in told.items() if target is not None}


def target_of(database: Database, place: str) -> Target | None:
    """The target of one place."""
    row = database.row(f"{_WORDS} WHERE village = ? ORDER BY id DESC LIMIT 1", place)
    return None if row is None else _word(*row).target


def _word(id_: str, place: str, quantity: int, until: str | None) -> TargetWord:
    return TargetWord(id_, place, quantity, date.fromisoformat(until) if until else None)


_WORDS: Final = "SELECT id, village, quantity, until FROM target"
