"""Orders of the office, signed by an admin, are obeyed as they arrive: once each, in the order of their feed numbers.

What is obeyed is written by the same functions as the commands use. What can not be obeyed becomes a case in words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import sqlalchemy as sa

from fieldkit.domain.areas import AreaCode, plain_side, regency_of
from fieldkit.domain.identifiers import regency_of_origin
from fieldkit.domain.orders.order import (
    Hindrance,
    Member,
    OrderKind,
    Standing,
    Wanted,
    hindrance,
    matter_of,
    only_takes,
)
from fieldkit.records.orders import Order, read_order
from fieldkit.records.tables import APP_USER, OFFICE_ORDER
from fieldkit.server.cases import SIGNATURE, USER, CaseBook
from fieldkit.server.centre import Centre
from fieldkit.server.database import alone, reading, writing
from fieldkit.server.devices.enrolment import CodeOrder, put_code
from fieldkit.server.devices.grants import grant, ungrant
from fieldkit.server.devices.laptops import note_found, note_missing, revoke
from fieldkit.server.merge.authority import sender_of_origin
from fieldkit.server.office.admins import is_admin, is_of_office, is_signed, signed_as
from fieldkit.server.office.device_files import laptop_states
from fieldkit.server.office.order_reading import is_sound, moment_ms
from fieldkit.server.office.writing import OfficeRow, put_composed_rows
from fieldkit.server.schema import CASE, JOURNAL, METADATA, ORDER_DONE, REGENCY, RESTORE_POINT
from fieldkit.server.scope import Grant, grants_of

_ORDER: Final = METADATA.tables[OFFICE_ORDER.name].c
_USER: Final = METADATA.tables[APP_USER.name].c
_SAID_ALREADY: Final = {Hindrance.NOT_ADMIN: USER, Hindrance.NOT_SIGNED: SIGNATURE}
"""What the push that brought the order has opened a case about."""
_OBEYED: Final = ""
_BEGUN: Final = "begun"
"""In the place of a hindrance: it is to be obeyed, and it is not known how far that came. What it did until then may
stand against it when it is asked again, as where an admin stepped down."""
_Row = sa.Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an order is obeyed, and when."""

    centre: Centre
    regency: str
    now_ms: int


def obey_orders(centre: Centre, regency: str, now_ms: int) -> int:
    """Obey what was not looked at yet; returns how many orders that were.

    One process at a time: of two, the slower would carry out an order after a newer one about the same.
    """
    place = _Place(centre, regency, now_ms)
    if not _waiting(place):
        return 0
    with alone(centre.engine, f"orders of {regency}"):
        waiting = _waiting(place)
        for row in waiting:
            _look_at(place, row)
    return len(waiting)


def _waiting(place: _Place) -> list[_Row]:
    regency = place.regency
    this = (ORDER_DONE.c.regency == _ORDER.regency, ORDER_DONE.c.order_id == _ORDER.id)
    done = sa.exists().where(*this, ORDER_DONE.c.hindrance != _BEGUN)
    names = ("id", "origin", "version", "area", *OFFICE_ORDER.column_names)
    query = sa.select(*(_ORDER[name] for name in names)).where(_ORDER.regency == regency, sa.not_(done))
    with reading(place.centre.engine) as connection:
        return list(connection.execute(query.order_by(_ORDER.version)))


def _look_at(place: _Place, row: _Row) -> None:
    order = _read(row)
    with reading(place.centre.engine) as connection:
        why = None if _is_begun(connection, place, row) else _hindrance(connection, place, row, order)
    if order is not None and why is None:
        _begin(place, row)
        _OBEY[order.kind](place, order)
    _note(place, row, why)


def _read(row: _Row) -> Order | None:
    """What the row orders; None where its document says something else than its columns."""
    order = read_order(row.document)
    if order is None or not is_sound(order):
        return None
    return order if (order.kind, order.subject, order.at) == (row.kind, row.subject, row.at) else None


def _hindrance(connection: sa.Connection, place: _Place, row: _Row, order: Order | None) -> Hindrance | None:
    regency = place.regency
    if not is_signed(connection, regency, signed_as(row)):
        return Hindrance.NOT_SIGNED
    if not is_admin(connection, regency, row.signer_id):
        return Hindrance.NOT_ADMIN
    if order is None or order.regency != regency:
        return Hindrance.UNREADABLE
    if not is_of_office(sender_of_origin(connection, regency, row.origin), regency, place.now_ms):
        return Hindrance.NOT_OFFICE
    wanted = Wanted(order.kind, order.subject, order.role or None, order.active)
    standing = Standing(_members(connection, regency), laptop_states(connection, regency))
    stale = _stale(connection, regency, row, order)
    if stale is None and not only_takes(wanted, standing) and _is_of_before_restore(connection, regency, order):
        stale = Hindrance.BEFORE_RESTORE
    if stale is not None:
        return stale
    return hindrance(wanted, standing)


def _stale(connection: sa.Connection, regency: str, row: _Row, order: Order) -> Hindrance | None:
    if order.id not in ("", row.id) or _is_copy(connection, regency, row):
        return Hindrance.REPEATED
    return Hindrance.OVERTAKEN if _is_overtaken(connection, regency, row, order) else None


def _is_copy(connection: sa.Connection, regency: str, row: _Row) -> bool:
    """Whether this very document was looked at under another name, whatever came of it: whoever has a copy of it must
    not say it again, nor wait until what kept it from being obeyed is gone."""
    done = ORDER_DONE.c
    seen = sa.and_(done.regency == regency, done.digest == _digest(row), done.order_id != row.id)
    return connection.scalar(sa.select(done.order_id).where(seen).limit(1)) is not None


def _is_overtaken(connection: sa.Connection, regency: str, row: _Row, order: Order) -> bool:
    """Whether a newer order about the same was obeyed: an older one may come from a laptop that was long without a
    line, or again after a restore."""
    done, kinds = ORDER_DONE.c, sorted(matter_of(order.kind))
    obeyed = sa.and_(done.regency == _ORDER.regency, done.order_id == _ORDER.id, done.hindrance == _OBEYED)
    newer = sa.and_(_ORDER.regency == regency, _ORDER.subject == order.subject, _ORDER.at > row.at)
    query = sa.select(_ORDER.id).join(ORDER_DONE, obeyed).where(newer, _ORDER.kind.in_(kinds))
    return connection.scalar(query.limit(1)) is not None


def _is_of_before_restore(connection: sa.Connection, regency: str, order: Order) -> bool:
    """Whether it may have been refused by the centre as it was before: what it had refused is lost with the rest, and
    what kept it from being obeyed may not stand against it any more."""
    restored = sa.exists().where(RESTORE_POINT.c.regency == REGENCY.c.regency)
    this = sa.select(REGENCY.c.epoch).where(REGENCY.c.regency == regency, restored)
    epoch = connection.scalar(this)
    return epoch is not None and order.epoch != epoch


def _is_begun(connection: sa.Connection, place: _Place, row: _Row) -> bool:
    query = sa.select(ORDER_DONE.c.order_id).where(_this(place, row), ORDER_DONE.c.hindrance == _BEGUN)
    return connection.scalar(query) is not None


def _this(place: _Place, row: _Row) -> sa.ColumnElement[bool]:
    return sa.and_(ORDER_DONE.c.regency == place.regency, ORDER_DONE.c.order_id == row.id)


def _digest(row: _Row) -> str:
    return sha256(row.document.encode()).hexdigest()


def _members(connection: sa.Connection, regency: str) -> dict[str, Member]:
    query = sa.select(_USER.id, _USER.role, _USER.active).where(_USER.regency == regency)
    return {row.id: Member(row.role, bool(row.active)) for row in connection.execute(query)}


def _begin(place: _Place, row: _Row) -> None:
    """Before anything is done of it."""
    with writing(place.centre.engine) as connection:
        if _said_of(connection, place, row) is None:
            _say(connection, place, row, _BEGUN)


def _note(place: _Place, row: _Row, why: Hindrance | None) -> None:
    """Once, whoever else looks at it meanwhile."""
    with writing(place.centre.engine) as connection:
        said = _said_of(connection, place, row)
        if said == _BEGUN:
            connection.execute(ORDER_DONE.update().where(_this(place, row)).values(hindrance=_OBEYED))
        if said is not None:
            return
        _say(connection, place, row, why or _OBEYED)
        if why is not None and not _is_known(connection, place.regency, row, why):
            book = CaseBook(place.now_ms)
            about = {"order": row.kind, "subject": row.subject, "user": row.signer_id}
            by = (row.origin, _number(connection, row))
            book.open(place.regency, why.value, (OFFICE_ORDER.name, row.id), by, about)
            book.write(connection, place.centre.bulk)


def _said_of(connection: sa.Connection, place: _Place, row: _Row) -> str | None:
    """What is noted of an order, while nobody else notes anything."""
    locked = sa.select(REGENCY.c.name).where(REGENCY.c.regency == place.regency).with_for_update()
    connection.execute(locked).one()
    return connection.scalar(sa.select(ORDER_DONE.c.hindrance).where(_this(place, row)))


def _say(connection: sa.Connection, place: _Place, row: _Row, what: str) -> None:
    done = {"regency": place.regency, "order_id": row.id, "digest": _digest(row), "at_ms": place.now_ms}
    connection.execute(ORDER_DONE.insert(), done | {"hindrance": what})


def _is_known(connection: sa.Connection, regency: str, row: _Row, why: Hindrance) -> bool:
    """Whether the push that brought it opened a case for the same reason."""
    case = CASE.c
    same = sa.and_(case.regency == regency, case.row == row.id, case.kind == _SAID_ALREADY.get(why, ""))
    return connection.scalar(sa.select(case.id).where(same).limit(1)) is not None


def _number(connection: sa.Connection, row: _Row) -> int:
    """The number under which its laptop wrote it."""
    journal = JOURNAL.c
    its = sa.and_(journal.regency == regency_of_origin(row.origin), journal.origin == row.origin)
    query = sa.select(journal.number).where(its, journal.feed_version == row.version)
    return int(connection.scalar(query.limit(1)) or 0)


def _put_user(place: _Place, user_id: str, values: Mapping[str, Any], *, is_new: bool = False) -> None:
    """Add a user, or say something else of one; nothing where it stands so already."""

    def compose() -> list[OfficeRow]:
        with reading(place.centre.engine) as connection:
            known = connection.execute(_user(place.regency, user_id)).one_or_none()
        if (known is not None) is is_new or (known and all(getattr(known, name) == v for name, v in values.items())):
            return []
        return [OfficeRow(APP_USER.name, place.regency, user_id, values, is_new=is_new)]

    put_composed_rows(place.centre, place.regency, compose, now_ms=place.now_ms)


def _user(regency: str, user_id: str) -> sa.Select[*tuple[Any, ...]]:
    columns = (_USER[name] for name in APP_USER.column_names)
    return sa.select(*columns).where(_USER.regency == regency, _USER.id == user_id)


def _user_new(place: _Place, order: Order) -> None:
    values = {"name": order.name, "role": order.role, "active": 1, "start_code_hash": order.code_hash}
    _put_user(place, order.subject, values, is_new=True)


def _user_role(place: _Place, order: Order) -> None:
    _put_user(place, order.subject, {"role": order.role})


def _user_active(place: _Place, order: Order) -> None:
    _put_user(place, order.subject, {"active": int(bool(order.active))})


def _user_start_code(place: _Place, order: Order) -> None:
    _put_user(place, order.subject, {"start_code_hash": order.code_hash})


def _laptop_new(place: _Place, order: Order) -> None:
    areas = tuple(each.area for each in order.areas)
    code = CodeOrder(order.code_hash, areas, moment_ms(order.until), order.subject, order.name)
    put_code(place.centre, place.regency, code)


def _laptop_areas(place: _Place, order: Order) -> None:
    """These areas of the own regency and no others; what missions gave elsewhere stays as it is."""
    with reading(place.centre.engine) as connection:
        known = {each.area: each for each in grants_of(connection, place.regency, order.subject)}
    wanted = {each.area: moment_ms(each.until) if each.until else None for each in order.areas}
    for area, until_ms in wanted.items():
        held = known.get(AreaCode(area))
        begins_ms = held.from_ms if held and held.is_open(place.now_ms) else place.now_ms
        grant(place.centre, place.regency, order.subject, Grant(AreaCode(area), begins_ms, until_ms))
    for area in sorted(known.keys() - wanted.keys()):
        if regency_of(plain_side(area)) == place.regency:
            ungrant(place.centre, place.regency, order.subject, area, until_ms=place.now_ms)


def _laptop_missing(place: _Place, order: Order) -> None:
    note_missing(place.centre, place.regency, order.subject, at_ms=min(moment_ms(order.at), place.now_ms))


def _laptop_revoke(place: _Place, order: Order) -> None:
    revoke(place.centre, place.regency, order.subject, now_ms=place.now_ms)


def _laptop_found(place: _Place, order: Order) -> None:
    note_found(place.centre, place.regency, order.subject, at_ms=place.now_ms)


_OBEY: Final[Mapping[OrderKind, Callable[[_Place, Order], None]]] = {
    OrderKind.USER_NEW: _user_new,
    OrderKind.USER_ROLE: _user_role,
    OrderKind.USER_ACTIVE: _user_active,
    OrderKind.USER_START_CODE: _user_start_code,
    OrderKind.LAPTOP_NEW: _laptop_new,
    OrderKind.LAPTOP_AREAS: _laptop_areas,
    OrderKind.LAPTOP_MISSING: _laptop_missing,
    OrderKind.LAPTOP_REVOKE: _laptop_revoke,
    OrderKind.LAPTOP_FOUND: _laptop_found,
}
