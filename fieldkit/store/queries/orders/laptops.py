"""Laptops as their desk shows them: where each stands, which lists it holds until when, and what is ordered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from fieldkit.domain.areas import plain_side, regency_of
from fieldkit.domain.orders.laptop import Holding, LaptopState
from fieldkit.domain.orders.order import OrderKind
from fieldkit.records.orders import Filed, Order, read_filed
from fieldkit.store.database import Database
from fieldkit.store.queries.orders.standing import GivenOrder, given_orders
from fieldkit.store.queries.phone_steps import PhoneCall, phone_calls


@dataclass(frozen=True, slots=True)
class OfficeLaptop:
    """A laptop, as the centre told it last; `waiting` are orders about it that show no effect here yet."""

    id: str
    name: str
    prefix: str
    state: str
    holdings: tuple[Holding, ...]
    seen: datetime | None
    held: int
    unsent: int
    """How many changes it said to have that were not sent, when it was seen last."""
    enrolled: datetime | None
    missing: datetime | None
    revoked: datetime | None
    told: datetime
    """When the centre told this."""
    waiting: tuple[GivenOrder, ...] = ()
    calls: tuple[PhoneCall, ...] = ()
    """What was told over the telephone about it, and what became of that."""

    @property
    def is_lost(self) -> bool:
        """Whether nobody knows where it is."""
        return self.state == LaptopState.MISSING

    @property
    def known_lost(self) -> datetime | None:
        """Since when the loss is known: from the order on, also before the centre has it."""
        ordered = [each.order.at for each in self.waiting if each.order.kind is OrderKind.LAPTOP_MISSING]
        return self.missing or (datetime.fromisoformat(ordered[0]) if ordered else None)

    def holds(self, now: datetime) -> tuple[Holding, ...]:
        """The areas whose people may be on it still."""
        return tuple(each for each in self.holdings if each.may_be_held(now, self.seen))


@dataclass(frozen=True, slots=True)
class AwaitedLaptop:
    """A laptop for which a code was made, and that did not come yet."""

    id: str
    name: str
    areas: tuple[str, ...]
    until: datetime
    order: GivenOrder


@dataclass(frozen=True, slots=True)
class LaptopsView:
    """All laptops of the office, and those that are awaited."""

    laptops: tuple[OfficeLaptop, ...]
    awaited: tuple[AwaitedLaptop, ...]
    own_id: str
    """This very laptop."""


def office_laptops(database: Database) -> LaptopsView:
    """In the order of their prefixes."""
    orders = given_orders(database, "laptop%")
    files = database.rows(_FILES)
    waiting = _waiting(orders, {row[0]: (row[3], read_filed(row[4]), row[6]) for row in files})
    laptops = [
        replace(_laptop(row, tuple(waiting.get(str(row[0]), ()))), calls=phone_calls(database, str(row[0])))
        for row in files
    ]
    known = {laptop.id for laptop in laptops}
    awaited = [
        _awaited(each) for each in orders if each.order.kind is OrderKind.LAPTOP_NEW and each.order.subject not in known
    ]
    own = str(database.value("SELECT value FROM meta WHERE key = 'device_id'") or "")
    return LaptopsView(tuple(sorted(laptops, key=_place)), tuple(awaited), own)


def _laptop(row: tuple[object, ...], waiting: tuple[GivenOrder, ...]) -> OfficeLaptop:
    device, name, prefix, state, areas, enrolled, changed = map(str, row)
    filed = read_filed(areas)
    holdings = tuple(
        Holding(each.area, datetime.fromisoformat(each.begins), _moment(each.until)) for each in filed.areas
    )
    return OfficeLaptop(
        id=device,
        name=name,
        prefix=prefix,
        state=state,
        holdings=holdings,
        seen=_moment(filed.seen),
        held=filed.held,
        unsent=filed.waiting,
        enrolled=_moment(enrolled),
        missing=_moment(filed.missing) if state != LaptopState.RECOVERED else None,
        revoked=_moment(filed.revoked),
        told=datetime.fromisoformat(changed),
        waiting=waiting,
    )


def _moment(told: str) -> datetime | None:
    return datetime.fromisoformat(told) if told else None


def _awaited(given: GivenOrder) -> AwaitedLaptop:
    order = given.order
    areas = tuple(each.area for each in order.areas)
    return AwaitedLaptop(order.subject, order.name, areas, datetime.fromisoformat(order.until), given)


def _waiting(orders: list[GivenOrder], files: dict[str, tuple[str, Filed, str]]) -> dict[str, list[GivenOrder]]:
    last = {(each.order.subject, each.order.kind): each for each in orders if each.order.subject in files}
    found = defaultdict[str, list[GivenOrder]](list)
    for each in last.values():
        if not _shows(each.order, *files[each.order.subject]):
            found[each.order.subject].append(each)
    return found


def _shows(order: Order, state: str, filed: Filed, told: str) -> bool:
    """Whether what was ordered is seen; what was overtaken by the end of a laptop is not waited for."""
    if order.kind is OrderKind.LAPTOP_NEW or state == LaptopState.REVOKED:
        return True
    if order.kind is OrderKind.LAPTOP_AREAS:
        return _are_held(order, filed, told)
    if order.kind is OrderKind.LAPTOP_MISSING:
        return state in _SAID_MISSING or filed.missing >= order.at
    return order.kind is OrderKind.LAPTOP_FOUND and state != LaptopState.MISSING


def _are_held(order: Order, filed: Filed, told: str) -> bool:
    """Whether it has what was ordered, and nothing else of this regency any more."""
    wanted = {each.area: each.until for each in order.areas}
    held = {each.area: each.until for each in filed.areas if regency_of(plain_side(each.area)) == order.regency}
    others = [until for area, until in held.items() if area not in wanted]
    return all(held.get(area) == until for area, until in wanted.items()) and all(
        until and until <= told for until in others
    )


def _place(laptop: OfficeLaptop) -> tuple[int, str]:
    number = laptop.prefix[1:]
    return int(number) if number.isdigit() else 0, laptop.prefix


_SAID_MISSING: Final = frozenset({LaptopState.MISSING, LaptopState.RECOVERED})
_FILES = (
    "SELECT device_id, name, prefix, state, areas, coalesce(enrolled_at, ''), changed_at FROM device_file "
    "WHERE device_id <> ''"
)
