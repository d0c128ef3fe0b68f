"""Whether what an order says can be meant: names, roles, hashes, areas and times."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from fieldkit.domain.areas import plain_side, regency_of
from fieldkit.domain.orders.order import NAME_LENGTH, USER_ROLES, OrderKind
from fieldkit.records.codes import is_enrol_verifier
from fieldkit.records.orders import Order
from fieldkit.records.start_codes import is_verifier
from fieldkit.server.merge.proposals import is_name
from fieldkit.server.scope import is_area

_WITH_NAME: Final = frozenset({OrderKind.USER_NEW, OrderKind.LAPTOP_NEW})
_WITH_ROLE: Final = frozenset({OrderKind.USER_NEW, OrderKind.USER_ROLE})
_WITH_START_CODE: Final = frozenset({OrderKind.USER_NEW, OrderKind.USER_START_CODE})
_WITH_AREAS: Final = frozenset({OrderKind.LAPTOP_NEW, OrderKind.LAPTOP_AREAS})
_AREAS_AT_MOST: Final = 1_000


def is_sound(order: Order) -> bool:
    """Whether an order says all that one of its kind has to."""
    kind = order.kind
    return (
        is_name(order.subject)
        and _is_moment(order.at)
        and (kind not in _WITH_NAME or _is_title(order.name))
        and (kind not in _WITH_ROLE or order.role in USER_ROLES)
        and (kind is not OrderKind.USER_ACTIVE or order.active is not None)
        and (kind not in _WITH_START_CODE or is_verifier(order.code_hash))
        and (kind is not OrderKind.LAPTOP_NEW or (is_enrol_verifier(order.code_hash) and _is_moment(order.until)))
        and (kind not in _WITH_AREAS or _are_areas(order))
    )


def _is_title(name: str) -> bool:
    return bool(name.strip()) and len(name) <= NAME_LENGTH and name.isprintable()


def _are_areas(order: Order) -> bool:
    """Areas of the own regency, each once; a laptop that is new has at least one."""
    named = [each.area for each in order.areas]
    at_home = all(is_area(each) and regency_of(plain_side(each)) == order.regency for each in named)
    are_times = all(not each.until or _is_moment(each.until) for each in order.areas)
    is_enough = bool(named) or order.kind is OrderKind.LAPTOP_AREAS
    return is_enough and len(named) <= _AREAS_AT_MOST and len(set(named)) == len(named) and at_home and are_times


def _is_moment(told: str) -> bool:
    try:
        return datetime.fromisoformat(told).tzinfo is not None
    except ValueError:
        return False


def moment_ms(told: str) -> int:
    """Milliseconds since 1970 of an instant of a sound order."""
    return round(datetime.fromisoformat(told).timestamp() * 1000)
