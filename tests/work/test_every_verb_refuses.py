"""Every verb within reach is called under each role that may not: it refuses before it looks at what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import Parameter, signature
from typing import Any

import pytest
from test_every_verb_asks_for_its_role import ANYBODYS, GATES, House, Place

from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.orders.order import USER_ROLES
from fieldkit.records.tables import RESIDENT
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work import authority
from fieldkit.work.lists.sheets import NotePaper, NoteSheets
from fieldkit.work.orders.giving import require_admin
from tests.laptops import JATI, add_people, add_user, laptop, opened

NOBODY = ""
GATE: dict[str, Callable[[Unit], None]] = {
    name: act for name, act in vars(authority).items() if name.startswith("require_") and name != "require_settler"
} | {"require_admin": require_admin}


GIVEN: dict[str, tuple[object, ...]] = {
    # What they are given decides whom they ask.
    "note_export": (RESIDENT.name,),
    "note_paper": (NotePaper(SheetKind.INVITATION, {JATI: 1}),),
    "note_sheets": (NoteSheets(SheetKind.INVITATION, JATI, (("", "", 1),)),),
}
LEAST = dict.fromkeys(USER_ROLES, 60) | {"admin": 0, "planner": 10, NOBODY: 130, "viewer": 130, "head": 120}
BY_CASE = {
    # Whom they ask, the case or the closing decides that they are about: test_roles_by_case_and_closing.py.
    "settle_case",
    "settle_clash",
    "reopen_shift",
    "report_closing",
    "correct_closing",
}


class LookedAtError(Exception):
    """A verb looked at what it was given."""


class Untouched:
    """Stands for whatever a verb is given; it says nothing, so that no verb runs on with it."""

    def _refuse(self, *_: object) -> Any:
        raise LookedAtError

    __getattr__ = __iter__ = __len__ = __bool__ = __eq__ = __hash__ = __str__ = __contains__ = _refuse
    __getitem__ = __int__ = __lt__ = __gt__ = __add__ = __sub__ = _refuse


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = laptop(tmp_path_factory.mktemp("verbs"))
    add_user(store)
    add_people(store, "SITI NURAINI")
    opened(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def asked() -> dict[Place, set[str]]:
    """The gates that each verb asks, itself or by what it calls."""
    house = House.read()
    in_work = {place for place in house.functions if place[0].startswith("fieldkit.work") and place[0] != GATES}
    uses = {place: set(house.used_by(place)) for place in in_work}
    verbs = {place for place in house.within_reach() if place[1] not in ANYBODYS}
    return {verb: {name for _, name in closure(uses, verb)} & GATE.keys() for verb in verbs}


def closure(uses: dict[Place, set[Place]], verb: Place) -> set[Place]:
    found, left = {verb}, [verb]
    while left:
        new = uses.get(left.pop(), set()) - found
        found |= new
        left += new
    return found


def opens(store: Store, gate: str) -> bool:
    """Whether a gate lets through who is signed in."""
    try:
        store.execute(GATE[gate])
    except RuleError:
        return False
    return True


def refusal(store: Store, place: Place) -> str:
    """In which code a verb says no; what it came to otherwise."""
    verb: Callable[..., Any] = getattr(import_module(place[0]), place[1])
    given = GIVEN.get(place[1]) or anything(verb)
    try:
        store.execute(verb, *given)
    except RuleError as error:
        return error.problems[0].code
    except Exception as error:
        return type(error).__name__
    return "went through"


def anything(verb: Callable[..., Any]) -> tuple[Untouched, ...]:
    """As many as it asks for."""
    asks = list(signature(verb).parameters.values())[1:]
    return tuple(Untouched() for each in asks if each.default is Parameter.empty)


def changes(store: Store) -> object:
    """All that was ever written on this connection, also what was taken back."""
    return store.query(lambda database: database.connection.total_changes)


@pytest.mark.parametrize("role", [*USER_ROLES, NOBODY])
def test_who_may_not_is_refused_and_nothing_is_written(store: Store, asked: dict[Place, set[str]], role: str) -> None:
    add_user(store, "Budi Santoso", role or "viewer")
    if role == NOBODY:
        store.user = UserId("somebody-else")
    shut = {gate for gate in GATE if not opens(store, gate)}
    told = dict[str, str]()
    for place in sorted(place for place, gates in asked.items() if gates and gates <= shut):
        before = changes(store)
        told[place[1]] = refusal(store, place)
        assert changes(store) == before, f"{place} wrote for {role}"
    assert {name: why for name, why in told.items() if not why.startswith("not_")} == {}
    assert len(told) >= LEAST[role], "the verbs are not found any more"


def test_every_verb_is_called_but_those_whose_case_decides_whom_they_ask(asked: dict[Place, set[str]]) -> None:
    assert {name for (_, name), gates in asked.items() if not gates} == BY_CASE
