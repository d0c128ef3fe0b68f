"""Who sent a change, and whether it was theirs to make. A doubt opens a case; it never turns work away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.areas import AreaCode, is_within
from fieldkit.domain.stamp import Stamp, stamp_ms
from fieldkit.records.journal import Header
from fieldkit.records.tables import APP_USER
from fieldkit.server.cases import SCOPE, USER
from fieldkit.server.devices import Device, device_by_id
from fieldkit.server.proposals import Proposal, is_name
from fieldkit.server.rows import Key, RowBook
from fieldkit.server.schema import ORIGIN
from fieldkit.server.scope import Grant, grants_of

OFFICE_PREFIX: Final = "OFFICE"
_OFFICE_ROLES: Final = frozenset({"planner", "admin", "lead"})


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose changes these are: a device with its grants, or the office itself."""

    device: Device
    grants: tuple[Grant, ...]

    @property
    def home(self) -> str:
        """The regency that hosts the device, under which its origin and journal stand."""
        return self.device.regency

    @property
    def is_office(self) -> bool:
        """Whether the centre writes these itself."""
        return self.device.prefix == OFFICE_PREFIX

    def reaches(self, area: str, stamp: int) -> bool:
        """Whether the area was granted at a stamp. What stands at the home regency itself is everybody's."""
        if area == self.home:
            return True
        at_ms = stamp_ms(Stamp(stamp))
        code = AreaCode(area)
        return self.is_office or any(is_within(code, each.area) and not each.is_over(at_ms) for each in self.grants)


def office(regency: str) -> Device:
    """The office of a regency as a sender: it has no token and no row of its own."""
    return Device(regency, "office", "office", OFFICE_PREFIX, 1, None)


def sender_of(connection: sa.Connection, device: Device) -> Sender:
    """A device with its grants."""
    return Sender(device, tuple(grants_of(connection, device.regency, device.id)))


def sender_of_origin(connection: sa.Connection, regency: str, origin: str) -> Sender:
    """The sender of what is held of an origin."""
    query = sa.select(ORIGIN.c.device_id).where(ORIGIN.c.regency == regency, ORIGIN.c.origin == origin)
    device = device_by_id(connection, regency, connection.execute(query).scalar_one())
    return sender_of(connection, device or office(regency))


class Standing(msgspec.Struct, frozen=True, gc=False):
    """What speaks against a change because of who or where, and whether its user works for the office."""

    doubt: str
    is_of_office: bool


def standing(proposal: Proposal, sender: Sender, rows: RowBook, *, is_hosted: bool, stamp: int) -> Standing:
    """How a change made at a stamp, as the centre takes it, stands; the doubt is the kind of case that it opens."""
    if sender.is_office:
        return Standing("", is_of_office=True)
    header = proposal.header
    role = role_of(header, sender, rows)
    is_of_office = writes_for_office(header.table, role)
    if not is_hosted or not _reaches(proposal, sender, rows, stamp):
        return Standing(SCOPE, is_of_office)
    return Standing("" if role else USER, is_of_office)


def _reaches(proposal: Proposal, sender: Sender, rows: RowBook, stamp: int) -> bool:
    """Whether the area that a change names was granted, and for an edit also the one where its row stands."""
    header = proposal.header
    row = None if header.is_insert else rows.get(proposal.key)
    return sender.reaches(header.area, stamp) and (row is None or sender.reaches(row.area, stamp))


@lru_cache(maxsize=10_000)
def user_keys(user: str, regency: str, home: str) -> tuple[Key, ...]:
    """Where the user of a change may stand: in the row's regency, or at home."""
    if not is_name(user):
        return ()
    return tuple((APP_USER.name, each, user) for each in dict.fromkeys((regency, home)))


def role_of(header: Header, sender: Sender, rows: RowBook) -> str | None:
    """The role of the user of a change; None where nobody active is known by that id."""
    for key in user_keys(header.user, header.regency, sender.home):
        user = rows.get(key)
        if user is not None and user.value("active"):
            return str(user.value("role"))
    return None


def writes_for_office(table: str, role: str | None) -> bool:
    """Whether a role may write what the office owns. Users come from the centre only: a laptop's token says who it is,
    not who sits there, and must not make anybody an admin."""
    return table != APP_USER.name and role in _OFFICE_ROLES
