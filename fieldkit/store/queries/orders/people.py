"""Users of the office as the desk of people shows them: role, papers, on how many laptops, and what is ordered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fieldkit.domain.orders.order import OrderKind
from fieldkit.records.orders import Order
from fieldkit.records.start_codes import key_statement, proves
from fieldkit.store.database import Database
from fieldkit.store.queries.orders.standing import GivenOrder, given_orders

_Key = tuple[str, str, str]
"""Regency, public key and proof."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A certificate or a letter of appointment, as it stands today."""

    kind: str
    valid_until: date | None
    is_valid: bool


@dataclass(frozen=True, slots=True)
class OfficeUser:
    """A user; `waiting` are orders about them that show no effect here yet."""

    id: str
    name: str
    role: str
    is_active: bool
    keys: int
    """On how many laptops a PIN was set."""
    papers: tuple[Paper, ...] = ()
    waiting: tuple[GivenOrder, ...] = ()
    is_known: bool = True
    """Whether the centre has the user already."""


def office_people(database: Database, today: date) -> list[OfficeUser]:
    """Everybody who signs in or did, the active ones first, then by name; whoever is ordered and not there yet too."""
    waiting = _waiting(database)
    papers = _papers(database, today)
    known = [
        OfficeUser(user, name, role, bool(active), keys, papers[user], tuple(waiting.pop(user, ())))
        for user, name, role, active, keys in database.rows(_USERS)
    ]
    new = [_ordered(orders) for orders in waiting.values() if orders[0].order.kind is OrderKind.USER_NEW]
    return sorted([*known, *new], key=lambda user: (not user.is_active, user.name.casefold(), user.id))


def _ordered(orders: list[GivenOrder]) -> OfficeUser:
    order = orders[0].order
    return OfficeUser(order.subject, order.name, order.role, True, 0, (), tuple(orders), is_known=False)


def _waiting(database: Database) -> dict[str, list[GivenOrder]]:
    """The last order of each kind about a user that shows no effect."""
    users = {row[0]: row[1:] for row in database.rows("SELECT id, role, active, start_code_hash FROM app_user")}
    keys = defaultdict[str, list[_Key]](list)
    for user, *key in database.rows("SELECT user_id, regency, public_key, proof FROM user_key WHERE proof IS NOT NULL"):
        keys[user].append((key[0], key[1], key[2]))
    last = {(each.order.subject, each.order.kind): each for each in given_orders(database, "user%")}
    found = defaultdict[str, list[GivenOrder]](list)
    for each in last.values():
        if not _shows(each.order, users.get(each.order.subject), keys[each.order.subject]):
            found[each.order.subject].append(each)
    return found


def _shows(order: Order, user: tuple[object, ...] | None, keys: Iterable[_Key]) -> bool:
    if user is None or order.kind is OrderKind.USER_NEW:
        return user is not None
    role, active, code_hash = user
    if order.kind is OrderKind.USER_ROLE:
        return role == order.role
    if order.kind is OrderKind.USER_ACTIVE:
        return bool(active) is bool(order.active)
    return code_hash == order.code_hash or any(_proved_by(order.code_hash, order.subject, key) for key in keys)


def _proved_by(verifier: str, user: str, key: _Key) -> bool:
    """Whether a key was made with the code of an order, which then has served and is gone."""
    regency, public_key, proof = key
    return proves(verifier, proof, key_statement(regency, user, public_key))


def _papers(database: Database, today: date) -> defaultdict[str, tuple[Paper, ...]]:
    found = defaultdict[str, list[tuple[str, str, str | None]]](list)
    for user, *paper in database.rows("SELECT user_id, kind, valid_from, valid_until FROM certificate"):
        found[user].append((paper[0], paper[1], paper[2]))
    return defaultdict(tuple, {user: tuple(_best(papers, today)) for user, papers in found.items()})


def _best(papers: Iterable[tuple[str, str, str | None]], today: date) -> list[Paper]:
    """Of each kind the one that holds longest."""
    best: dict[str, Paper] = {}
    for kind, begins, ends in papers:
        until = date.fromisoformat(ends) if ends else None
        is_valid = date.fromisoformat(begins) <= today and (until is None or today <= until)
        paper = Paper(kind, until, is_valid)
        if kind not in best or _rank(paper) > _rank(best[kind]):
            best[kind] = paper
    return [best[kind] for kind in sorted(best)]


def _rank(paper: Paper) -> tuple[bool, date]:
    return paper.is_valid, paper.valid_until or date.max


_USERS = (
    "SELECT u.id, u.name, u.role, u.active, (SELECT count(*) FROM user_key k WHERE k.user_id = u.id) FROM app_user u"
)
