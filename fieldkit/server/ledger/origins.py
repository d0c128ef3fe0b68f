"""How much of each origin the centre holds: last number, and the chain hash after it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from fieldkit.records.journal import genesis
from fieldkit.records.wire import Held
from fieldkit.server.schema import IS_UNDECIDED, JOURNAL, ORIGIN


@dataclass(frozen=True, slots=True)
class HeldOrigin:
    """What is held of an origin."""

    regency: str
    origin: str
    number: int
    chain: bytes

    @property
    def told(self) -> Held:
        """The same as the wire says it."""
        return Held(number=self.number, chain=self.chain.hex())


def held_of(connection: sa.Connection, regency: str, origin: str) -> HeldOrigin:
    """What is held of an origin; nothing, where it never sent anything."""
    found = connection.execute(_query(regency, origin)).one_or_none()
    return HeldOrigin(regency, origin, *found) if found else HeldOrigin(regency, origin, 0, genesis(origin))


def held_of_device(connection: sa.Connection, regency: str, device_id: str) -> dict[str, Held]:
    """What is held of each origin of a device."""
    origin, journal = ORIGIN.c, JOURNAL.c
    undecided = sa.select(sa.func.count()).where(
        journal.regency == origin.regency, journal.origin == origin.origin, IS_UNDECIDED
    )
    query = sa.select(origin.origin, origin.held_number, origin.chain, undecided.scalar_subquery().label("undecided"))
    found = connection.execute(query.where(origin.regency == regency, origin.device_id == device_id))
    return {row.origin: Held(row.held_number, row.chain.hex(), row.undecided) for row in found}


def add_origin(connection: sa.Connection, regency: str, origin: str, device_id: str) -> None:
    """An origin that has sent nothing yet."""
    row = {"regency": regency, "origin": origin, "device_id": device_id, "held_number": 0, "chain": genesis(origin)}
    connection.execute(ORIGIN.insert(), row)


def locked_origin(connection: sa.Connection, regency: str, origin: str, device_id: str) -> HeldOrigin:
    """What is held of an origin; whoever else pushes it waits until this transaction ends."""
    query = _query(regency, origin).with_for_update()
    found = connection.execute(query).one_or_none()
    if found is None:
        add_origin(connection, regency, origin, device_id)
        return HeldOrigin(regency, origin, 0, genesis(origin))
    return HeldOrigin(regency, origin, *found)


def hold_still(connection: sa.Connection, regency: str, origin: str) -> None:
    """Let whoever pushes an origin wait until this transaction ends."""
    connection.execute(_query(regency, origin).with_for_update())


def advance(connection: sa.Connection, held: HeldOrigin, number: int, chain: bytes) -> HeldOrigin:
    """Hold an origin up to a number."""
    this = sa.and_(ORIGIN.c.regency == held.regency, ORIGIN.c.origin == held.origin)
    connection.execute(ORIGIN.update().where(this).values(held_number=number, chain=chain))
    return HeldOrigin(held.regency, held.origin, number, chain)


def _query(regency: str, origin: str) -> sa.Select[int, bytes]:
    query = sa.select(ORIGIN.c.held_number, ORIGIN.c.chain)
    return query.where(ORIGIN.c.regency == regency, ORIGIN.c.origin == origin)
