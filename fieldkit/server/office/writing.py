"""Rows that the office writes at the centre itself: journalled, numbered and chained like those of a laptop."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.areas import home_of
from fieldkit.domain.identifiers import origin_of, row_id
from fieldkit.domain.stamp import Stamp, next_stamp
from fieldkit.records.codes import new_start_code
from fieldkit.records.journal import FORMAT, SALT_BYTES, Header, SealedChange, Seen, seal
from fieldkit.records.start_codes import start_code_verifier
from fieldkit.records.tables import APP_USER
from fieldkit.records.wire import ChangeOnWire, Push, PushReply
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.intake.push import receive_composed
from fieldkit.server.ledger.origins import HeldOrigin
from fieldkit.server.merge.authority import OFFICE_PREFIX, office
from fieldkit.server.regencies import feed_heads
from fieldkit.server.schema import METADATA

_USER: Final = "office"


class OfficeRow(msgspec.Struct, frozen=True):
    """A row to be added, or to be edited: its table, area, id and values by column."""

    table: str
    area: str
    id: str
    values: Mapping[str, Any]
    is_new: bool = True
    """Else the values replace those of the row that is there."""
    seen: Seen = Seen()
    """Of an edit: what the row was when it was written."""


def put_office_row(
    centre: Centre, regency: str, table: str, values: Mapping[str, Any], *, area: str, now_ms: int
) -> str:
    """Add a row, with the id that it names under "id" or a new one; returns the id. ValueError where it is unsound."""
    row = new_row(table, values, area=area, now_ms=now_ms)
    put_office_rows(centre, regency, [row], now_ms=now_ms)
    return row.id


def new_row(table: str, values: Mapping[str, Any], *, area: str, now_ms: int) -> OfficeRow:
    """A row to be added, with the id that it names under "id" or a new one."""
    named = dict(values)
    return OfficeRow(table, area, named.pop("id", None) or row_id(now_ms, os.urandom(10)), named)


def put_office_rows(centre: Centre, regency: str, rows: Sequence[OfficeRow], *, now_ms: int) -> None:
    """Add rows in one push, each a command of its own; ValueError where one of them is refused."""
    with reading(centre.engine) as connection:
        if not feed_heads(connection, [regency]):
            raise ValueError(f"not hosted here: {regency}")
    put_composed_rows(centre, regency, lambda: rows, now_ms=now_ms)


class _NothingToWriteError(Exception):
    """Ends the office's transaction without a change."""


def put_composed_rows(centre: Centre, regency: str, compose: Callable[[], Sequence[OfficeRow]], *, now_ms: int) -> int:
    """As `put_office_rows`, of rows that are composed once nobody else can write as the office of the regency.

    Returns how many; where none is composed nothing is written.
    """
    rows: list[OfficeRow] = []

    def some() -> Sequence[OfficeRow]:
        rows[:] = compose()
        if not rows:
            raise _NothingToWriteError
        return rows

    try:
        reply = _write(centre, regency, some, now_ms, now_ms)
    except _NothingToWriteError:
        return 0
    for exception in reply.exceptions:
        raise ValueError(f"{exception.verdict}: {exception.reason}")
    return len(rows)


def write_as_office(
    centre: Centre, regency: str, rows: Sequence[OfficeRow], *, now_ms: int, stamp_ms: int
) -> PushReply:
    """Write rows as of an earlier time, whatever becomes of each; what meets another word is merged, or a case."""
    return _write(centre, regency, lambda: rows, now_ms, stamp_ms)


def _write(
    centre: Centre, regency: str, compose: Callable[[], Sequence[OfficeRow]], now_ms: int, stamp_ms: int
) -> PushReply:
    origin = origin_of(regency, OFFICE_PREFIX, 1)
    return receive_composed(centre, office(regency), origin, lambda held: _push(held, compose(), stamp_ms), now_ms)


def add_user(
    centre: Centre, regency: str, *, name: str, role: str, now_ms: int, user_id: str | None = None
) -> tuple[str, str]:
    """Add a user; returns the id and the code by which the user sets a PIN on a laptop, told once."""
    start_code = new_start_code()
    verifier = start_code_verifier(start_code)
    row = {"id": user_id, "name": name, "role": role, "active": 1, "start_code_hash": verifier}
    return put_office_row(centre, regency, APP_USER.name, row, area=regency, now_ms=now_ms), start_code


def renew_start_code(centre: Centre, regency: str, user_id: str, *, now_ms: int) -> str | None:
    """A new code for a user, told once, as for another laptop or a forgotten PIN; None where nobody active is known."""
    if user_id not in {user.id for user in users(centre, regency) if user.is_active}:
        return None
    start_code = new_start_code()
    put_start_code(centre, regency, user_id, start_code_verifier(start_code), now_ms=now_ms)
    return start_code


def put_start_code(centre: Centre, regency: str, user_id: str, verifier: str, *, now_ms: int) -> None:
    """The code by which a user sets a PIN next, in place of one that was not used."""
    put_office_rows(centre, regency, [start_code_row(regency, user_id, verifier)], now_ms=now_ms)


def start_code_row(regency: str, user_id: str, verifier: str) -> OfficeRow:
    """The same as a row, to be written with others."""
    return OfficeRow(APP_USER.name, regency, user_id, {"start_code_hash": verifier}, is_new=False)


class OfficeUser(msgspec.Struct, frozen=True):
    """A user as the office lists them."""

    id: str
    role: str
    is_active: bool
    name: str


def users(centre: Centre, regency: str) -> list[OfficeUser]:
    """All users of a regency, by name, also those who have left."""
    user = METADATA.tables[APP_USER.name].c
    query = sa.select(user.id, user.role, user.active, user.name).where(user.regency == regency)
    with reading(centre.engine) as connection:
        found = connection.execute(query.order_by(user.name, user.id))
        return [OfficeUser(row.id, row.role, bool(row.active), row.name) for row in found]


def dismiss_user(centre: Centre, regency: str, user_id: str, *, now_ms: int) -> bool:
    """End the work of a user; what they wrote before stays, what comes later is a case. False where none is active."""
    users = METADATA.tables[APP_USER.name]
    active = sa.and_(users.c.regency == regency, users.c.id == user_id, users.c.active == 1)
    with reading(centre.engine) as connection:
        is_active = connection.scalar(sa.select(users.c.id).where(active)) is not None
    if is_active:
        row = OfficeRow(APP_USER.name, regency, user_id, {"active": 0}, is_new=False)
        put_office_rows(centre, regency, [row], now_ms=now_ms)
    return is_active


def _push(held: HeldOrigin, rows: Sequence[OfficeRow], stamp_ms: int) -> Push:
    chain, stamp, sealed = held.chain, next_stamp(Stamp(0), stamp_ms), list[SealedChange]()
    for number, row in enumerate(rows, held.number + 1):
        header = _header(held, number, stamp, row)
        change = seal(header, dict(row.values), os.urandom(SALT_BYTES), chain)
        sealed.append(change)
        chain, stamp = change.chain, next_stamp(stamp, stamp_ms)
    changes = [ChangeOnWire(msgspec.Raw(each.header), each.salt.hex(), msgspec.Raw(each.fields)) for each in sealed]
    return Push(origin=held.origin, first=held.number + 1, before=held.chain.hex(), after=chain.hex(), changes=changes)


def _header(held: HeldOrigin, number: int, stamp: Stamp, row: OfficeRow) -> Header:
    return Header(
        FORMAT,
        held.origin,
        number,
        number,
        1,
        stamp,
        row.table,
        row.id,
        held.regency,
        # Only an edit takes a row out of its regency; what is written about one that left is for all who are there.
        home_of(row.area, held.regency) if row.is_new else row.area,
        _USER,
        row.seen,
        is_insert=row.is_new,
    )
