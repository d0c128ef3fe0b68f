"""Cases that a push opens: what the office has to look at."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.identifiers import row_id
from fieldkit.domain.roles import LOST_WORK, TAMPERING
from fieldkit.server.bulk import Bulk
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.schema import CASE

FORK: Final = "fork"
"""A row, or a number of an origin, exists with other content."""
WEIGHTY: Final = "weighty"
"""Two gave a weighty field different values."""
SCOPE: Final = "scope"
"""About an area that the device was not given."""
USER: Final = "user"
"""By somebody who is not known, or not active."""
OFFICE: Final = "office"
"""What the office owns, written by somebody who does not work there."""
SIGNATURE: Final = "signature"
"""A closing, an order, an approval or a record whose signature does not fit, or is by a key that nobody proved."""
KEY: Final = "key"
"""A user's key that no code of the office proves, nor anybody who leads: it vouches for nothing."""
REVOKED: Final = "revoked"
"""Handed in by a revoked device: put aside, not applied."""
GAP: Final = LOST_WORK
"""A laptop was restored: what it wrote last under its former origin may have been lost with it."""
COPY: Final = "copy"
"""A laptop was copied: what both wrote under one origin is kept, the later one's under a new origin."""
TAMPERED: Final = TAMPERING
"""A laptop found that somebody wrote into its rows or its journal past FieldKit."""

_NAMES: Final = ("regency", "id", "kind", "table", "row", "details", "opened_ms", "origin", "number")


@dataclass(frozen=True, slots=True)
class Case:
    """A case, and the change that opened it."""

    regency: str
    id: str
    kind: str
    table: str
    row: str
    details: dict[str, Any]
    opened_ms: int
    origin: str
    number: int


class CaseBook:
    """The cases that one push opens."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms
        self._cases: list[tuple[Any, ...]] = []

    def open(
        self, regency: str, kind: str, about: tuple[str, str], by: tuple[str, int], details: Mapping[str, Any]
    ) -> str:
        """Open a case about a row (table, id), by a change (origin, number); returns its id."""
        case_id = row_id(self._now_ms, os.urandom(10))
        self._cases.append((regency, case_id, kind, *about, _encoded(details), self._now_ms, *by))
        return case_id

    @property
    def count(self) -> int:
        """How many were opened."""
        return len(self._cases)

    def write(self, connection: sa.Connection, bulk: Bulk) -> None:
        """Write them all."""
        if self._cases:
            bulk.insert(connection, CASE, _NAMES, self._cases)


def open_cases(centre: Centre, regency: str) -> list[Case]:
    """The cases of a regency that nobody has settled, oldest first."""
    query = cases_query().where(CASE.c.regency == regency, CASE.c.settled_ms.is_(None))
    with reading(centre.engine) as connection:
        return [
            case_of(tuple(row))
            for row in connection.execute(query.order_by(CASE.c.opened_ms, CASE.c.origin, CASE.c.number, CASE.c.id))
        ]


def open_case(
    connection: sa.Connection, regency: str, kind: str, origins: Collection[str] | sa.Select[str]
) -> Case | None:
    """The case of this kind, about no row, that one of these origins has already."""
    case = CASE.c
    query = cases_query().where(case.regency == regency, case.origin.in_(origins), case.row == "", case.kind == kind)
    found = connection.execute(query.where(case.settled_ms.is_(None)).order_by(case.id).limit(1)).one_or_none()
    return case_of(tuple(found)) if found else None


def grow_case(connection: sa.Connection, case: Case, **details: Any) -> None:
    """Note more in a case. It stays the one that travels already."""
    this = sa.and_(CASE.c.regency == case.regency, CASE.c.id == case.id)
    connection.execute(CASE.update().where(this).values(details=_encoded({**case.details, **details})))


def settle_cases(connection: sa.Connection, bulk: Bulk, regency: str, ids: Collection[str], now_ms: int) -> None:
    """Somebody has decided these; what is no case, or settled, stays as it is."""
    this = sa.and_(CASE.c.regency == regency, CASE.c.settled_ms.is_(None), bulk.among(CASE.c.id, ids))
    if ids:
        connection.execute(CASE.update().where(this).values(settled_ms=now_ms))


def cases_query() -> sa.Select[*tuple[Any, ...]]:
    """Everything that `case_of` reads."""
    return sa.select(*(CASE.c[name] for name in _NAMES))


def case_of(row: tuple[Any, ...]) -> Case:
    """A row of `cases_query`."""
    regency, case_id, kind, table, about, details, opened_ms, origin, number = row
    decoded = msgspec.json.decode(details, type=dict[str, Any])
    return Case(regency, case_id, kind, table, about, decoded, opened_ms, origin, number)


def _encoded(details: Mapping[str, Any]) -> str:
    return msgspec.json.encode(details).decode()
