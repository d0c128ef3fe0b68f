"""Verbs whose case or closing decides whom they ask: every role that may not is refused, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.orders.order import USER_ROLES
from fieldkit.domain.roles import ADMINS, LATE_REOPENING, LEADS, LOST_WORK, PLANNERS, TAMPERING
from fieldkit.records.tables import CASE_FILE
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.cases import settle_case
from fieldkit.work.clashes import Holds, settle_clash
from fieldkit.work.closing.reopening import (
    CorrectClosing,
    ReopenShift,
    correct_closing,
    reopen_shift,
    report_closing,
)
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import Signer
from tests.laptops import JATI, StillClock, add_people, add_user, laptop, opened, signing_lead

NOBODY = "nobody"
ROLES = [*USER_ROLES, NOBODY]
SETTLED_BY = {
    "handed_over_twice": LEADS,
    LATE_REOPENING: PLANNERS,
    LOST_WORK: ADMINS,
    TAMPERING: ADMINS,
    "": LEADS,
}
"""Of a case of this kind; without a kind, of one that another laptop had."""
Act = Callable[[Store, str, Signer], object]
CLOSINGS: dict[str, tuple[Act, frozenset[str]]] = {
    "reopen_shift": (lambda store, shift, by: store.execute(reopen_shift, ReopenShift(shift, "Keliru"), by), LEADS),
    "report_closing": (lambda store, shift, by: store.execute(report_closing, shift, by), PLANNERS),
    "correct_closing": (
        lambda store, shift, by: store.execute(correct_closing, CorrectClosing(shift, "Terekam 1"), by),
        PLANNERS,
    ),
}
CASES: dict[str, Callable[[Store, str], object]] = {
    "settle_case": lambda store, case: store.execute(settle_case, case, Decision.MISTAKE, "Sudah dipastikan"),
    "settle_clash": lambda store, case: store.execute(settle_clash, case, Holds.CURRENT, "Sudah dipastikan"),
}


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Iterator[Store]:
    store = laptop(tmp_path, clock)
    yield store
    store.close()


def sit_down(store: Store, role: str) -> None:
    if role == NOBODY:
        store.user = UserId("somebody-else")
    else:
        add_user(store, "Budi Santoso", role)


def refusal(store: Store, act: Callable[[], object]) -> str:
    """Why somebody is refused; empty where it was done. Whoever is refused has written nothing."""
    before = store.meta.last_number
    try:
        act()
    except RuleError as error:
        assert store.meta.last_number == before
        return error.problems[0].code
    return ""


@pytest.fixture
def closed(store: Store) -> tuple[str, Signer]:
    """A shift that was closed, and the lead who did."""
    signer = signing_lead(store)
    shift = opened(store)
    store.execute(close_shift, CloseShift(shift, 46), signer)
    return shift, signer


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("verb", CLOSINGS)
def test_a_closing_is_opened_again_reported_and_corrected_by_who_may(
    store: Store, closed: tuple[str, Signer], verb: str, role: str
) -> None:
    (shift, signer), (act, may) = closed, CLOSINGS[verb]
    sit_down(store, role)
    if verb == "correct_closing":
        reported(store, shift, signer, role)
    assert refusal(store, lambda: act(store, shift, signer)).startswith("not_") == (role not in may)


def reported(store: Store, shift: str, signer: Signer, role: str) -> None:
    """Only what was reported is corrected."""
    add_user(store, "Dewi Lestari", "planner")
    store.execute(report_closing, shift, signer)
    sit_down(store, role)


@pytest.mark.parametrize("role", ROLES)
def test_the_day_after_a_shift_is_opened_again_by_the_office_alone(
    store: Store, closed: tuple[str, Signer], clock: StillClock, role: str
) -> None:
    shift, signer = closed
    clock.pass_by(days=2)
    sit_down(store, role)
    act = CLOSINGS["reopen_shift"][0]
    assert bool(refusal(store, lambda: act(store, shift, signer))) == (role not in PLANNERS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", SETTLED_BY)
@pytest.mark.parametrize("verb", CASES)
def test_a_case_is_settled_by_who_may_decide_its_kind(store: Store, verb: str, kind: str, role: str) -> None:
    (person,) = add_people(store, "SITI NURAINI")
    case = store.execute(a_case, kind, person) if kind else "of-another-laptop"
    sit_down(store, role)
    assert bool(refusal(store, lambda: CASES[verb](store, case))) == (role not in SETTLED_BY[kind])


def a_case(unit: Unit, kind: str, person: str) -> str:
    told = {"kind": kind, "subject": person, "members": "[]", "state": "open", "opened_at": "2019-02-23T09:00:00.000Z"}
    return unit.insert(CASE_FILE, JATI, **told)
