"""What took a feed number since the last look, and how everything about the same things is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from fieldkit.domain.contradiction import CaseKind, Contradiction
from fieldkit.server.bulk import Bulk

Row = sa.Row[*tuple[Any, ...]]


@dataclass
class Findings:
    """What was found: the subjects that were looked at, what contradicts about them, and links that follow by rule."""

    subjects: set[tuple[str, str]] = field(default_factory=set)
    contradictions: dict[Contradiction, str] = field(default_factory=dict)
    """Each with the area that its case is for."""
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    """Pairs of rows of one person, each with its area."""


class Window:
    """The rows of a regency between two feed numbers, and what the look at them finds."""

    def __init__(self, connection: sa.Connection, bulk: Bulk, regency: str, numbers: tuple[int, int]) -> None:
        self.connection = connection
        self.bulk = bulk
        self.regency = regency
        self.found = Findings()
        self._after, self._up_to = numbers

    def is_new(self, columns: Any) -> sa.ColumnElement[bool]:
        """The condition that a row of these columns is in the window."""
        return sa.and_(columns.regency == self.regency, columns.version > self._after, columns.version <= self._up_to)

    def values(self, column: sa.ColumnElement[str], condition: sa.ColumnElement[bool]) -> list[str]:
        """What a column holds where a condition is met, each once."""
        return list(self.connection.scalars(sa.select(column).distinct().where(condition)))

    def among(self, column: sa.Column[str], values: Collection[str], *wanted: sa.ColumnElement[Any]) -> list[Row]:
        """Rows of the regency, old and new, whose column holds one of these."""
        query = sa.select(*wanted).where(column.table.c.regency == self.regency, self.bulk.among(column, values))
        return list(self.connection.execute(query)) if values else []

    def note(
        self, kind: CaseKind, subjects: Iterable[str], found: Iterable[Contradiction], areas: Mapping[str, str]
    ) -> None:
        """What was looked at, and what contradicts; a case is for the area of its members, or for the regency."""
        self.found.subjects |= {(kind.value, subject) for subject in subjects}
        for each in found:
            places = {areas.get(member, self.regency) for member in each.members}
            self.found.contradictions[each] = places.pop() if len(places) == 1 else self.regency


def areas_of(rows: Iterable[Row]) -> dict[str, str]:
    """Where each of these rows stands."""
    return {row.id: row.area for row in rows}
