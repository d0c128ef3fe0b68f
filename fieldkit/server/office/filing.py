"""Cases that pushes opened become rows of the office, so that whoever has their area sees them, and can settle them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.records.tables import BY_NAME, CASE_FILE
from fieldkit.server.bulk import Bulk
from fieldkit.server.cases import Case, case_of, cases_query
from fieldkit.server.merge.contents import DOCUMENT_LENGTH, TEXT_LENGTH
from fieldkit.server.office.writing import OfficeRow
from fieldkit.server.schema import CASE, IS_UNFILED, METADATA, REGENCY
from fieldkit.server.scope import regency_named

_AT_ONCE: Final = 500
"""How many a look files; the next look goes on."""
_MOST_MEMBERS: Final = 1_000


def regencies_with_unfiled(connection: sa.Connection) -> list[str]:
    """Where a push has opened a case that travels to nobody yet."""
    waits = sa.exists().where(CASE.c.regency == REGENCY.c.regency, IS_UNFILED)
    return list(connection.scalars(sa.select(REGENCY.c.regency).where(waits)))


def unfiled(connection: sa.Connection, regency: str) -> list[Case]:
    """The next cases of a regency that travel to nobody yet, oldest first."""
    query = cases_query().where(CASE.c.regency == regency, IS_UNFILED).order_by(CASE.c.id).limit(_AT_ONCE)
    return [case_of(tuple(row)) for row in connection.execute(query)]


def mark_filed(connection: sa.Connection, bulk: Bulk, regency: str, ids: Collection[str]) -> None:
    """These travel from now on."""
    if ids:
        this = sa.and_(CASE.c.regency == regency, bulk.among(CASE.c.id, ids))
        connection.execute(CASE.update().where(this).values(is_filed=1))


def case_areas(connection: sa.Connection, bulk: Bulk, cases: Iterable[Case]) -> dict[str, str]:
    """For whom each case is: the area of its row; else the one that its change named, else the whole regency."""
    known = list(cases)
    rows: dict[tuple[str, str], set[str]] = defaultdict(set)
    for case in known:
        if case.table in BY_NAME and case.row:
            rows[case.regency, case.table].add(case.row)
    areas: dict[tuple[str, str], str] = {}
    for (regency, table), ids in rows.items():
        columns = METADATA.tables[table].c
        query = sa.select(columns.id, columns.area).where(columns.regency == regency, bulk.among(columns.id, ids))
        areas.update(((table, row.id), row.area) for row in connection.execute(query))
    return {case.id: areas.get((case.table, case.row)) or _named_area(case) for case in known}


def filed_row(case: Case, area: str, opened_at: str, standing: Mapping[str, Any], details: str | None) -> OfficeRow:
    """The row of a case; its members are table, row, and the change that opened it."""
    members = msgspec.json.encode([case.table, case.row, f"{case.origin} {case.number}"]).decode()
    about = {"kind": case.kind, "subject": case.row or case.origin, "members": members, "opened_at": opened_at}
    return OfficeRow(CASE_FILE.name, area, case.id, {**about, "details": details, **standing})


def within_bounds(row: OfficeRow) -> OfficeRow:
    """The row of a case as short as rows have to be. Its parts are what laptops wrote, however long, and a case that
    is refused would keep all others from being filed; in the facts everything stands whole."""
    values = dict(row.values)
    if "members" in values:
        members = msgspec.json.decode(values["members"], type=list[str])[:_MOST_MEMBERS]
        values["subject"] = values["subject"][:TEXT_LENGTH]
        values["members"] = msgspec.json.encode(members).decode()
    if len(values.get("details") or "") > DOCUMENT_LENGTH:
        values["details"] = None
    return msgspec.structs.replace(row, values=values)


def _named_area(case: Case) -> str:
    named = str(case.details.get("area", ""))
    return named if regency_named(named) == case.regency else case.regency
