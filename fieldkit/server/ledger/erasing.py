"""Values that are erased by law, where they lie beside the rows: journal, history of fields, cases, lost rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.identifiers import regency_of_origin
from fieldkit.records.erasure import NOTHING, remaining
from fieldkit.records.journal import kept_digest, read_header
from fieldkit.server.bulk import Bulk
from fieldkit.server.schema import CASE, FIELD_HISTORY, GUEST_PREFIX, HELD_EDIT, JOURNAL, LOST_ROW

Erased = Mapping[tuple[str, str, str], Collection[str]]
"""The names of fields by table, regency and id of their row."""
_UNREADABLE: Final = (msgspec.MsgspecError, ValueError, RecursionError)


def homes_of(connection: sa.Connection, regency: str) -> list[str]:
    """Under which regencies changes of rows of a regency may be journalled: its own, and those of its guests."""
    guest, held, case = GUEST_PREFIX.c, HELD_EDIT.c, CASE.c
    homes = {regency, *connection.scalars(sa.select(guest.home).distinct().where(guest.regency == regency))}
    homes |= set(connection.scalars(sa.select(held.home).distinct().where(held.regency == regency)))
    # What came without a grant has opened a case.
    strangers = connection.scalars(sa.select(case.origin).distinct().where(case.regency == regency))
    return sorted(homes | set(map(regency_of_origin, strangers)))


def is_journalled(connection: sa.Connection, bulk: Bulk, regency: str, row: str) -> bool:
    """Whether any change names a row, also one that was put aside or waits."""
    query = sa.select(JOURNAL.c.number).where(JOURNAL.c.regency.in_(homes_of(connection, regency)))
    return connection.scalar(query.where(bulk.contains(JOURNAL.c.header, row.encode())).limit(1)) is not None


def erase_beside(connection: sa.Connection, bulk: Bulk, erased: Erased) -> None:
    """Erase values of these fields from journal, history and cases; chains still verify."""
    by_regency: dict[str, dict[tuple[str, str], Collection[str]]] = defaultdict(dict)
    for (table, regency, row), names in erased.items():
        by_regency[regency][table, row] = names
    for regency, rows in by_regency.items():
        _erase_journal(connection, bulk, homes_of(connection, regency), rows)
        _erase_history(connection, bulk, regency, rows)
        _erase_cases(connection, bulk, regency, rows)
        _erase_lost(connection, bulk, regency, rows)


_Rows = Mapping[tuple[str, str], Collection[str]]


def _erase_journal(connection: sa.Connection, bulk: Bulk, homes: Iterable[str], rows: _Rows) -> None:
    journal = JOURNAL.c
    columns = (journal.regency, journal.origin, journal.number, journal.header, journal.salt, journal.fields)
    about = sa.or_(*(bulk.contains(journal.header, row.encode()) for _, row in rows))
    query = sa.select(*columns, journal.digest).where(journal.regency.in_(list(homes)), about)
    changed = []
    for entry in connection.execute(query).all():
        left = remaining_of(entry.header, entry.fields, rows)
        if left != entry.fields:
            kept = kept_digest(entry.salt, entry.fields, entry.digest)
            changed.append(
                {
                    "_regency": entry.regency,
                    "_origin": entry.origin,
                    "_number": entry.number,
                    "left": left,
                    "kept": kept,
                }
            )
    if changed:
        this = sa.and_(*(journal[name] == sa.bindparam(f"_{name}") for name in ("regency", "origin", "number")))
        settings: dict[str, Any] = {"salt": None, "fields": sa.bindparam("left"), "digest": sa.bindparam("kept")}
        connection.execute(JOURNAL.update().where(this).values(settings), changed)


def remaining_of(header: bytes, fields: bytes, rows: _Rows) -> bytes:
    """What is left of a change in whose header one of the rows is named; nothing where the header can not be read."""
    try:
        told = read_header(header)
    except _UNREADABLE:
        return NOTHING
    return remaining(fields, rows.get((told.table, told.row), ()))


def _erase_history(connection: sa.Connection, bulk: Bulk, regency: str, rows: _Rows) -> None:
    history = FIELD_HISTORY.c
    for (table, row), names in rows.items():
        this = sa.and_(history.regency == regency, history.row == row, history.table == table)
        connection.execute(FIELD_HISTORY.update().where(this, bulk.among(history.field, names)).values(value="null"))


def _erase_cases(connection: sa.Connection, bulk: Bulk, regency: str, rows: _Rows) -> None:
    case = CASE.c
    query = sa.select(case.id, case.table, case.row, case.details).where(case.regency == regency)
    for each in connection.execute(query.where(bulk.among(case.row, {row for _, row in rows}))).all():
        details = msgspec.json.decode(each.details, type=dict[str, Any])
        for name in rows.get((each.table, each.row), ()):
            if name in details.get("proposed", ()):
                details["proposed"][name] = None
            if name in details.get("fields", ()):
                details["fields"][name] |= {"current": None, "proposed": None}
        told = msgspec.json.encode(details).decode()
        connection.execute(CASE.update().where(case.regency == regency, case.id == each.id).values(details=told))


def _erase_lost(connection: sa.Connection, bulk: Bulk, regency: str, rows: _Rows) -> None:
    """What laptops brought back after a restore, and nobody has entered yet."""
    lost = LOST_ROW.c
    query = sa.select(lost.table, lost.row, lost.fields).where(lost.regency == regency, lost.fields != "")
    for each in connection.execute(query.where(bulk.among(lost.row, {row for _, row in rows}))).all():
        left = remaining(each.fields.encode(), rows.get((each.table, each.row), ())).decode()
        this = sa.and_(lost.regency == regency, lost.table == each.table, lost.row == each.row)
        connection.execute(LOST_ROW.update().where(this).values(fields=left))
