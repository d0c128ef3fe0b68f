"""Who sent a change, and whether it was theirs to make. A doubt opens a case; it never turns work away."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Final

import msgspec
import sqlalchemy as sa

from fieldkit.domain.areas import around, home_of, office_of, plain_side
from fieldkit.domain.roles import (
    ADMINS,
    BATCH_GIVERS,
    CARD_LISTERS,
    CARD_WORKERS,
    FIELD_WORKERS,
    HEADS,
    LEADS,
    NOTICE_WORKERS,
    PLANNERS,
    RULE_WRITERS,
    STOCK_KEEPERS,
    TABLE_WORKERS,
)
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.domain.stamp import Stamp, stamp_ms
from fieldkit.records.journal import Header
from fieldkit.records.phone_codes import PhoneStep
from fieldkit.records.tables import (
    APP_USER,
    APPROVAL,
    ATTENDANCE,
    CARD_CHECK,
    CARD_HANDOVER,
    CARD_PLACE,
    CARD_PRINT,
    CASE_FILE,
    CLOSING,
    DATA_REQUEST,
    DATA_REQUEST_STEP,
    DEVICE_FILE,
    ERASURE,
    HANDOVER_RECORD,
    INCARNATION,
    INCIDENT,
    KEY_COPY,
    LIST_PROPOSAL,
    LIST_SHEET,
    LIST_STEP,
    LOT_STEP,
    MISSION,
    MISSION_STEP,
    NATIONAL_FILE,
    NATIONAL_STATUS,
    NOTICE_STEP,
    NOTICE_STOP,
    OFFICE_ORDER,
    PHONE_STEP,
    POPULATION_COUNT,
    PRINT_APPROVAL,
    PROPOSAL_DECISION,
    RECEIPT_PRINT,
    REQUEST_STEP,
    RESIDENT,
    SAME_PERSON_LINK,
    SERVICE_REQUEST,
    SETTING,
    SHIFT_OPENING,
    SHIFT_WITHDRAWAL,
    SITE,
    STOCK_COUNT,
    STOCK_LOT,
    STOCK_MOVEMENT,
    TARGET,
    TARGET_LIST,
    VISIT_ATTEMPT,
    VISIT_NEED,
    VISIT_PLACING,
    VISIT_REQUEST,
    VISIT_STOP,
)
from fieldkit.server.cases import SCOPE, USER
from fieldkit.server.devices.laptops import Device, device_by_id
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.merge.proposals import Proposal, is_name
from fieldkit.server.merge.rows import Key, Row, RowBook
from fieldkit.server.schema import ORIGIN
from fieldkit.server.scope import Grant, grants_of

OFFICE_PREFIX: Final = "OFFICE"
AREA: Final = "area"
"""By this name the area of a row is marked as its fields are."""
AREA_FIELD: Final = "village"
"""Whoever sets it moves the row."""
_OF_CENTRE: Final = frozenset({APP_USER.name, CASE_FILE.name, DEVICE_FILE.name})
_OF_LAPTOP: Final = frozenset({INCARNATION.name, ERASURE.name, KEY_COPY.name, PHONE_STEP.name})
"""What a laptop says of itself, whoever sits there."""
_OF_WHO_LEADS: Final = (
    TARGET_LIST.name,
    PRINT_APPROVAL.name,
    SHIFT_OPENING.name,
    SHIFT_WITHDRAWAL.name,
    ATTENDANCE.name,
    CLOSING.name,
)
_IN_THE_FIELD: Final = (
    INCIDENT.name,
    LIST_PROPOSAL.name,
    SAME_PERSON_LINK.name,
    VISIT_REQUEST.name,
    VISIT_NEED.name,
    VISIT_PLACING.name,
    VISIT_STOP.name,
)
_WITH_CARDS: Final = (CARD_CHECK.name, CARD_HANDOVER.name, RECEIPT_PRINT.name, VISIT_ATTEMPT.name, NOTICE_STEP.name)
_AT_A_TABLE: Final = (
    RESIDENT.name,
    SERVICE_REQUEST.name,
    REQUEST_STEP.name,
    CARD_PRINT.name,
    CARD_PLACE.name,
    STOCK_MOVEMENT.name,
    LOT_STEP.name,
)
_WRITERS: Final = {
    PROPOSAL_DECISION.name: PLANNERS,
    LIST_STEP.name: LEADS,
    NATIONAL_FILE.name: PLANNERS,
    NATIONAL_STATUS.name: PLANNERS,
    POPULATION_COUNT.name: PLANNERS,
    SITE.name: PLANNERS,
    MISSION.name: PLANNERS,
    MISSION_STEP.name: PLANNERS,
    OFFICE_ORDER.name: ADMINS,
    APPROVAL.name: HEADS,
    DATA_REQUEST.name: PLANNERS,
    DATA_REQUEST_STEP.name: PLANNERS,
    **dict.fromkeys(_OF_WHO_LEADS, LEADS),
    **dict.fromkeys((STOCK_LOT.name, STOCK_COUNT.name), LEADS | STOCK_KEEPERS),
    HANDOVER_RECORD.name: LEADS | STOCK_KEEPERS | BATCH_GIVERS,
    LIST_SHEET.name: CARD_LISTERS,
    NOTICE_STOP.name: LEADS | NOTICE_WORKERS,
    **dict.fromkeys(_IN_THE_FIELD, FIELD_WORKERS),
    **dict.fromkeys(_WITH_CARDS, CARD_WORKERS),
    **dict.fromkeys(_AT_A_TABLE, TABLE_WORKERS),
}
"""What only some roles may state, as wide as the widest verb of `work` that writes it; the rest, such as that somebody
looked, anybody may who works for the office."""
_SIGNERS: Final = {
    name: contents.position["signer_id"] for name, contents in CONTENTS.items() if "signer_id" in contents.position
}
"""Where a row says who signed it."""
_OF_OFFICE_LAPTOPS: Final = frozenset({SETTING.name, TARGET.name, APPROVAL.name, MISSION.name, MISSION_STEP.name})
"""What rules the whole regency, or gives its data away, is said on a laptop that holds all of it: who sits at a laptop
only that laptop tells, and one of a village must gain nothing by another name (decision 38)."""
_OF_THE_OFFICE: Final = frozenset({ClosingKind.REPORTED, ClosingKind.CORRECTION})
"""What is signed about a shift by who plans for the office; the rest by whoever leads."""
_OFFICE_WRITERS: Final = {SETTING.name: RULE_WRITERS}
"""What the office owns, where not just who leads writes it."""


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

    def reaches_until_ms(self, area: str, *, is_whole: bool = False) -> float:
        """Until when the area is granted, 0 if never. What stands at the home regency itself is everybody's, unless
        the whole of it is meant.

        Whoever has an area may write on its health side, and need not be able to read there.
        """
        plain = plain_side(area)
        if self.is_office or (plain == self.home and not is_whole):
            return inf
        covering = [each for each in self.grants if each.area in around(plain)]
        return max((inf if each.until_ms is None else each.until_ms for each in covering), default=0)


def is_of_centre(origin: str) -> bool:
    """Whether the centre wrote this itself; no laptop can push under such an origin."""
    return f"-{OFFICE_PREFIX}." in origin


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
    is_signed: bool = False
    """Whether the head signed it, against whom no withdrawal of the draft stands."""


_OF_OFFICE: Final = Standing("", is_of_office=True)
_OF_FIELD: Final = Standing("", is_of_office=False)


class Standings:
    """How the changes of a sender stand while a push is worked out; what a user may do is looked up once."""

    def __init__(
        self, sender: Sender, rows: RowBook, hosted: Container[str], stamp_of: Callable[[Header], int]
    ) -> None:
        """`stamp_of` tells when a change was made as the centre takes it."""
        self._sender = sender
        self._stamp_of = stamp_of
        self._rows = rows
        self._hosted = hosted
        self._until_ms: dict[str, float] = {}
        self._roles: dict[tuple[str, str], str | None] = {}

    def of(self, proposal: Proposal) -> Standing:
        """How a change stands; the doubt is the kind of case that it opens."""
        if self._sender.is_office:
            return _OF_OFFICE
        header = proposal.header
        role = self._role(header.user, header.regency)
        is_of_office = writes_for_office(header.table, role)
        if header.regency not in self._hosted or not self._reaches(proposal):
            return Standing(SCOPE, is_of_office)
        if (not role and header.table not in _OF_LAPTOP) or _is_told_here(proposal):
            return Standing(USER, is_of_office)
        writers = _writers_of(proposal)
        if writers and any(self._role(each, header.regency) not in writers for each in speakers_of(proposal)):
            return Standing(USER, is_of_office)
        return _OF_OFFICE if is_of_office else _OF_FIELD

    def _reaches(self, proposal: Proposal) -> bool:
        """Whether the area that a change names was granted, and for an edit also the one where its row stands."""
        header = proposal.header
        if header.table == KEY_COPY.name and header.is_insert:
            # The office alone reads it, and every laptop of it writes its own.
            return header.regency == self._sender.home and header.area == office_of(header.regency)
        row = None if header.is_insert else self._rows.get(proposal.key)
        until_ms = self._until(header.area) if row is None else self._until_of_edit(proposal, row)
        if header.table in _OF_OFFICE_LAPTOPS:
            until_ms = min(until_ms, self._sender.reaches_until_ms(header.regency, is_whole=True))
        return until_ms == inf or stamp_ms(Stamp(self._stamp_of(header))) < until_ms

    def _until_of_edit(self, proposal: Proposal, row: Row) -> float:
        """Leaving a regency takes the area that is left; who has left is for whoever has all of it, and knows it."""
        area = proposal.header.area
        if home_of(row.area, row.regency) != row.area:
            is_known = area == row.area or AREA_FIELD in proposal.edited
            return self._sender.reaches_until_ms(row.regency, is_whole=True) if is_known else 0
        leaves = home_of(area, row.regency) != area
        return self._until(row.area) if leaves else min(self._until(area), self._until(row.area))

    def _until(self, area: str) -> float:
        until_ms = self._until_ms.get(area)
        if until_ms is None:
            until_ms = self._until_ms[area] = self._sender.reaches_until_ms(area)
        return until_ms

    def _role(self, user: str, regency: str) -> str | None:
        place = (user, regency)
        if place not in self._roles:
            self._roles[place] = role_of(user, regency, self._sender.home, self._rows)
        return self._roles[place]


def speakers_of(proposal: Proposal) -> tuple[str, ...]:
    """Who has to have the role for a change: its user, and whoever signed what it brings. A laptop names its user as it
    likes, and a signature says who it was."""
    header = proposal.header
    place = _SIGNERS.get(header.table)
    if place is None or not header.is_insert:
        return (header.user,)
    return header.user, str(proposal.inserted[place])


def _writers_of(proposal: Proposal) -> Container[str | None] | None:
    """Which roles may write a change; None where any may. That it has a report, or corrects one, the office says."""
    kept = _WRITERS.get(proposal.header.table)
    if proposal.table is not CLOSING or not proposal.header.is_insert:
        return kept
    return PLANNERS if proposal.inserted[CONTENTS[CLOSING.name].position["kind"]] in _OF_THE_OFFICE else kept


def _is_told_here(proposal: Proposal) -> bool:
    """Whether a laptop says that the office told somebody a code, or who did: the centre alone knows that."""
    if proposal.table is not PHONE_STEP or not proposal.header.is_insert:
        return False
    return proposal.inserted[CONTENTS[PHONE_STEP.name].position["kind"]] in (PhoneStep.TOLD, PhoneStep.ANSWERED)


@lru_cache(maxsize=10_000)
def user_keys(user: str, regency: str, home: str) -> tuple[Key, ...]:
    """Where the user of a change may stand: in the row's regency, or at home."""
    if not is_name(user):
        return ()
    return tuple((APP_USER.name, each, user) for each in dict.fromkeys((regency, home)))


def role_of(user_id: str, regency: str, home: str, rows: RowBook) -> str | None:
    """The role of the user of a change; None where nobody active is known by that id."""
    for key in user_keys(user_id, regency, home):
        user = rows.get(key)
        if user is not None and user.value("active"):
            return str(user.value("role"))
    return None


def writes_for_office(table: str, role: str | None) -> bool:
    """Whether a role may write what the office owns. Users and cases come from the centre only: a laptop's token says
    who it is, not who sits there, and must not make anybody an admin."""
    return table not in _OF_CENTRE and role in _OFFICE_WRITERS.get(table, LEADS)
