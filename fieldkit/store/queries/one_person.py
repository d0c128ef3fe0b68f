"""What is linked as one person: the other rows, and why they are said to be the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from fieldkit.store.database import Database
from fieldkit.store.persons import ROWS_OF_PERSON, shown_row


@dataclass(frozen=True, slots=True, repr=False)
class LinkedPair:
    """Two rows that are one person: the row that is not the one shown, and the rules of the links that say so."""

    resident_id: str
    other_id: str
    name: str
    """Empty where that row is not on this laptop."""
    nik_tail: str
    birth_date: str
    village: str
    rules: tuple[str, ...]


def linked_pairs(database: Database, resident_id: str) -> tuple[LinkedPair, ...]:
    """The pairs that make up the person who has this row, in the order in which they were linked."""
    shown = shown_row(database, resident_id)
    rules: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, other, rule in database.rows(f"{_HOLDING} AND l.resident_id IN {ROWS_OF_PERSON} ORDER BY l.at", shown):
        # The row that shows is the one looked at; of two others it is the smaller one.
        first, second = sorted((one, other), key=lambda row: (row != shown, row))
        rules[first, second].append(rule)
    return tuple(_pair(database, *pair, said) for pair, said in rules.items())


def links_between(database: Database, resident_id: str, other_id: str) -> list[str]:
    """The links that hold between two rows, whichever was named first."""
    sql = f"{_HOLDING_IDS} AND (l.resident_id, l.other_id) IN (VALUES (?1, ?2), (?2, ?1)) ORDER BY l.at, l.id"
    return [link for (link,) in database.rows(sql, resident_id, other_id)]


def _pair(database: Database, resident_id: str, other_id: str, rules: list[str]) -> LinkedPair:
    name, nik_tail, birth_date, village = database.row(_OTHER, other_id) or ("", "", "", "")
    return LinkedPair(resident_id, other_id, name, nik_tail, birth_date, village, tuple(dict.fromkeys(rules)))


_HOLDS: Final = (
    "FROM same_person_link l WHERE l.undoes_id IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM same_person_link u WHERE u.resident_id = l.resident_id AND u.undoes_id = l.id)"
)
_HOLDING: Final = f"SELECT l.resident_id, l.other_id, l.rule {_HOLDS}"
_HOLDING_IDS: Final = f"SELECT l.id {_HOLDS}"
_OTHER: Final = (
    "SELECT name, coalesce(nik_tail, substr(nik, -4), ''), coalesce(birth_date, ''), village FROM resident WHERE id = ?"
)
