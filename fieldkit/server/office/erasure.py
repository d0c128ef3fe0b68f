"""Orders of an office that fields of a row are to be erased by law, and which laptops have said that they did so."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.identifiers import row_id
from fieldkit.records.erasure import ORDER_COLUMNS, Order, fields_text
from fieldkit.records.journal import read_header
from fieldkit.records.tables import (
    APP_USER,
    BY_NAME,
    CASE_FILE,
    CASE_SETTLEMENT,
    ERASURE,
    RESIDENT,
    SERVICE_REQUEST,
    TABLES,
)
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.ledger.erasing import homes_of, is_journalled
from fieldkit.server.ledger.journal import stored_changes
from fieldkit.server.merge.authority import writes_for_office
from fieldkit.server.merge.proposals import is_name
from fieldkit.server.office.links import rows_of_person
from fieldkit.server.office.writing import OfficeRow, put_office_rows
from fieldkit.server.regencies import feed_heads, signing_key
from fieldkit.server.schema import CASE, DEVICE, METADATA, ORIGIN

_USER: Final = METADATA.tables[APP_USER.name].c
_ROW: Final = METADATA.tables[ERASURE.name].c
_ABOUT: Final = ("resident_id", "request_id")
"""Columns that name a person, or what was asked for them."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be erased, on what ground, and who in the office says so."""

    table: str
    row: str
    ground: str
    user_id: str
    fields: Collection[str] = ()
    """All personal ones where none is named; of a resident, also those of every row about them. A person of several
    rows is erased in all of them."""


def erase(centre: Centre, regency: str, wish: Wish, *, now_ms: int) -> list[Order]:
    """Order it, and carry it out at the centre; returns an order for each row.

    None, and nothing done, where there is no such row or personal field, or where the user may not order it.
    """
    with reading(centre.engine) as connection:
        if not _is_sound(connection, regency, wish) or not _is_known(centre, connection, regency, wish):
            return []
        ids = rows_of_person(connection, centre.bulk, regency, wish.row) if wish.table == RESIDENT.name else [wish.row]
        rows = [found for each in ids for found in _rows(connection, regency, replace(wish, row=each))]
    return give_orders(centre, regency, wish, rows, now_ms=now_ms)


def give_orders(
    centre: Centre, regency: str, wish: Wish, rows: Iterable[tuple[str, str, Collection[str]]], *, now_ms: int
) -> list[Order]:
    """Sign an order for each of these rows, given as table, id and fields, and carry it out at the centre."""
    with reading(centre.engine) as connection:
        orders = [_signed(connection, order) for order in _orders(regency, wish, rows, now_ms)]
        homes = homes_of(connection, regency)
        guests = sorted(set(feed_heads(connection, homes)) - {regency})
    for home in (regency, *guests):
        # Laptops that were guests here have their own words on these rows, and listen to the feed of their home.
        put_office_rows(centre, home, [_row(home, order, is_first=home == regency) for order in orders], now_ms=now_ms)
    return orders


def people_with(centre: Centre, regency: str, nik: str) -> list[str]:
    """The rows of a regency that hold a NIK; one person may have several."""
    people = METADATA.tables[RESIDENT.name].c
    query = sa.select(people.id).where(people.regency == regency, people.nik == nik).order_by(people.id)
    with reading(centre.engine) as connection:
        return list(connection.scalars(query))


def change_at(centre: Centre, regency: str, origin: str, number: int) -> tuple[str, str, list[str]]:
    """Table and row of a journalled change, and the personal fields that it wrote; none where it wrote none."""
    with reading(centre.engine) as connection:
        found = stored_changes(connection, (regency, origin), number, number)
    try:
        header = read_header(found[0].header)
        written = msgspec.json.decode(found[0].fields, type=dict[str, msgspec.Raw])
        return header.table, header.row, [name for name in BY_NAME[header.table].personal if name in written]
    except (IndexError, KeyError, msgspec.MsgspecError):
        return "", "", []


@dataclass(frozen=True, slots=True)
class Standing:
    """An order, and the laptops that have said that they carried it out, by their prefix."""

    order: Order
    done: tuple[str, ...]


def standings(centre: Centre, regency: str) -> list[Standing]:
    """All orders of a regency, oldest first."""
    device, held = DEVICE.c, ORIGIN.c
    of_device = sa.and_(held.regency == device.regency, held.device_id == device.id)
    prefixes = sa.select(held.origin, device.prefix).where(of_device, device.regency == regency)
    query = sa.select(_ROW.origin, *(_ROW[name] for name in ORDER_COLUMNS))
    query = query.where(_ROW.regency == regency, _ROW.issuer == regency).order_by(_ROW.ordered_at, _ROW.order_id)
    with reading(centre.engine) as connection:
        names = {row.origin: row.prefix for row in connection.execute(prefixes)}
        rows = connection.execute(query).all()
    done: dict[Order, set[str]] = defaultdict(set)
    for origin, *said in rows:
        done[Order(*said)].update({names[origin]} if origin in names else ())
    return [Standing(order, tuple(sorted(prefixes))) for order, prefixes in done.items()]


def _is_sound(connection: sa.Connection, regency: str, wish: Wish) -> bool:
    query = sa.select(_USER.role).where(_USER.regency == regency, _USER.id == wish.user_id, _USER.active == 1)
    table = BY_NAME.get(wish.table)
    if table is None or not is_name(wish.row) or not wish.ground.strip():
        return False
    are_personal = bool(table.personal) and set(wish.fields) <= set(table.personal)
    return are_personal and writes_for_office(CASE_SETTLEMENT.name, connection.scalar(query))


def _is_known(centre: Centre, connection: sa.Connection, regency: str, wish: Wish) -> bool:
    """Whether there is such a row, or somebody has written of it: an order for another would erase nothing."""
    columns = METADATA.tables[wish.table].c
    there = sa.select(columns.id).where(columns.regency == regency, columns.id == wish.row)
    return connection.scalar(there) is not None or is_journalled(connection, centre.bulk, regency, wish.row)


def _rows(connection: sa.Connection, regency: str, wish: Wish) -> Iterator[tuple[str, str, Collection[str]]]:
    """Table, id and fields of every row that the wish reaches."""
    fields = wish.fields or BY_NAME[wish.table].personal
    yield wish.table, wish.row, fields
    for found in _cases_with(connection, regency, wish, fields):
        yield CASE_FILE.name, found, CASE_FILE.personal
    if wish.fields:
        return
    if wish.table == RESIDENT.name:
        requests = list(_ids(connection, regency, SERVICE_REQUEST.name, "resident_id", [wish.row]))
        for table in TABLES:
            for column, about in zip(_ABOUT, ([wish.row], requests), strict=True):
                if table.personal and column in table.column_names:
                    for found in _ids(connection, regency, table.name, column, about):
                        yield table.name, found, table.personal


def _cases_with(connection: sa.Connection, regency: str, wish: Wish, fields: Collection[str]) -> Iterator[str]:
    """The cases that travel and tell values of these fields."""
    case, filed = CASE.c, METADATA.tables[CASE_FILE.name].c
    is_filed = sa.and_(filed.regency == case.regency, filed.id == case.id, filed.details.is_not(None))
    query = sa.select(case.id, case.details).where(is_filed, case.regency == regency)
    for row in connection.execute(query.where(case.table == wish.table, case.row == wish.row)):
        if set(msgspec.json.decode(row.details).get("fields", ())) & set(fields):
            yield row.id


def _ids(connection: sa.Connection, regency: str, table: str, column: str, about: Sequence[str]) -> Iterable[str]:
    columns = METADATA.tables[table].c
    return connection.scalars(sa.select(columns.id).where(columns.regency == regency, columns[column].in_(about)))


def _orders(regency: str, wish: Wish, rows: Iterable[tuple[str, str, Collection[str]]], now_ms: int) -> Iterator[Order]:
    at = datetime.fromtimestamp(now_ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    for table, row, fields in rows:
        order_id = row_id(now_ms, os.urandom(10))
        yield Order(order_id, regency, table, row, fields_text(fields), wish.ground.strip(), wish.user_id, at)


def _signed(connection: sa.Connection, order: Order) -> Order:
    return replace(order, signature=signing_key(connection, order.issuer).sign(order.signed).hex())


def _row(home: str, order: Order, *, is_first: bool) -> OfficeRow:
    """The order as a row for every laptop of a regency; that of the issuer has the id of the order."""
    new_id = order.order_id if is_first else row_id(0, os.urandom(10))
    return OfficeRow(ERASURE.name, home, new_id, {**asdict(order), "at": order.ordered_at})
