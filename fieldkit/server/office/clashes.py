"""Who said what, when and where, of the fields that a case is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from fieldkit.domain.identifiers import regency_of_origin
from fieldkit.domain.stamp import Stamp, stamp_ms
from fieldkit.records.clash import CaseDetails, Clash, Said, encoded_details
from fieldkit.records.journal import read_header
from fieldkit.server.cases import WEIGHTY, Case
from fieldkit.server.schema import JOURNAL


def clashes(connection: sa.Connection, cases: Iterable[Case]) -> dict[str, str]:
    """The details of each case about contested fields, as they travel."""
    return {
        case.id: encoded_details(
            CaseDetails([_clash(connection, case, *each) for each in case.details["fields"].items()])
        )
        for case in cases
        if case.kind == WEIGHTY and case.row
    }


def _clash(connection: sa.Connection, case: Case, field: str, said: dict[str, Any]) -> Clash:
    details = case.details
    origin, number, stamp = said.get("by", ("", 0, 0))
    current = Said(said["current"], _user(connection, origin, number), origin, _at(stamp))
    return Clash(field, current, Said(said["proposed"], details["user"], case.origin, _at(details.get("stamp", 0))))


def _user(connection: sa.Connection, origin: str, number: int) -> str:
    """Who made a change; empty where the journal does not hold it."""
    if not number:
        return ""
    journal = JOURNAL.c
    this = sa.and_(journal.regency == regency_of_origin(origin), journal.origin == origin, journal.number == number)
    header = connection.scalar(sa.select(journal.header).where(this))
    return "" if header is None else read_header(bytes(header)).user


def _at(stamp: int) -> str:
    if not stamp:
        return ""
    at = datetime.fromtimestamp(stamp_ms(Stamp(stamp)) / 1000, UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
