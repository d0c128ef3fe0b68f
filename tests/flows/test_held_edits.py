"""An edit that came before its row is decided when the row arrives, and the laptop that wrote it learns what became
of it (invariant 6)."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from fieldkit.records.tables import RESIDENT
from fieldkit.records.wire import Verdict
from fieldkit.store.queries.syncing import attention
from tests.flows.enrolled import Fault, Ground, Laptop, edit, tell
from tests.laptops import JATI, add_people

NEIGHBOUR = "35.74.03.1002"
PHONE = "+6281234901117"


@pytest.fixture
def pair(ground: Ground) -> tuple[Laptop, Laptop, str]:
    """Somebody whom `late` has written down and not sent, and whom `early` knows all the same: the centre was set back
    to a backup that is older than what it had told."""
    early, late = ground.laptop("early"), ground.laptop("late")
    person = add_people(late.store, "SITI NURAINI", on_list=False)[0]
    tell(early, late.rows(RESIDENT))
    return early, late, person


def cut(path: str) -> Fault:
    """The line is cut at every request for a path."""

    def weather(request: httpx.Request) -> None:
        if request.url.path == path:
            raise httpx.ReadError("cut")

    return weather


def phone_on(laptop: Laptop) -> str:
    return str(laptop.store.query(lambda database: database.value("SELECT phone FROM resident")))


def needs_attention(laptop: Laptop) -> list[tuple[int, str]]:
    return [(each.number, each.verdict) for each in laptop.store.query(attention)]


def overlay(laptop: Laptop) -> int:
    return int(laptop.store.query(lambda d: d.value("SELECT count(*) FROM journal WHERE in_base = 0")))


def at_the_centre(ground: Ground, sql: str) -> list[tuple[Any, ...]]:
    with ground.centre.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(sql))]


def require_settled(ground: Ground, *laptops: Laptop) -> None:
    for laptop in laptops:
        assert needs_attention(laptop) == []
        assert overlay(laptop) == 0
        assert laptop.rows(RESIDENT) == ground.rows(RESIDENT)


def test_the_laptop_learns_that_its_held_edit_was_applied(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    early, late, person = pair
    edit(early, person, phone=PHONE)
    assert [each.verdict for each in early.sync().exceptions] == [Verdict.HELD]
    assert (needs_attention(early), overlay(early)) == ([(1, "held")], 1)

    late.sync()
    assert at_the_centre(ground, "SELECT phone FROM resident") == [(PHONE,)]
    assert early.sync().cause is None

    late.sync()
    require_settled(ground, early, late)


def test_the_answer_may_come_after_the_row(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    early, late, person = pair
    edit(early, person, phone=PHONE)
    early.sync()
    late.sync()
    ground.clock.pass_by(minutes=1)
    edit(late, person, phone="+6281234909999")
    late.sync()
    tell(early, ground.rows(RESIDENT))
    assert phone_on(early) == PHONE, "still on top"

    early.line.before = cut("/v1/pull")
    early.sync()

    require_settled(ground, early)
    assert phone_on(early) == "+6281234909999"


def test_nothing_is_asked_while_the_centre_still_waits(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    early, _, person = pair
    edit(early, person, phone=PHONE)
    early.sync()
    early.line.calls.clear()
    early.sync()
    assert "push" not in early.line.calls
    assert needs_attention(early) == [(1, "held")]


def test_what_the_laptop_wrote_after_its_held_edit_stands(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    early, late, person = pair
    known = add_people(early.store, "SUMIATI", on_list=False)[0]
    edit(early, known, nik="3574035211879902")
    early.sync()
    edit(early, known, person, phone=PHONE, village=NEIGHBOUR)
    early.sync()
    edit(early, known, phone="+6281234909999", village=JATI)
    edit(early, known, village=NEIGHBOUR)
    edit(early, known, village=JATI)
    early.sync()

    late.sync()
    early.sync()

    late.sync()
    require_settled(ground, early, late)
    rows = at_the_centre(ground, "SELECT name, phone, area FROM resident ORDER BY name")
    assert rows == [("SITI NURAINI", PHONE, NEIGHBOUR), ("SUMIATI", "+6281234909999", JATI)]
    assert (f'"{PHONE}"',) in at_the_centre(ground, "SELECT value FROM field_history WHERE field = 'phone'")


def test_a_held_edit_that_turns_out_to_need_a_decision_is_shown_as_one(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    early, late, person = pair
    edit(early, person, name="SITI AMINAH")
    early.sync()
    edit(late, person, name="SITI NURAENI")
    late.sync()
    early.sync()
    assert needs_attention(early) == [(1, "case")]
    assert overlay(early) == 0
    late.sync()
    assert early.rows(RESIDENT) == late.rows(RESIDENT) == ground.rows(RESIDENT)


def test_the_answer_is_found_again_after_the_line_was_cut(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    early, late, person = pair
    edit(early, person, phone=PHONE)
    early.sync()
    late.sync()

    early.line.after = cut("/v1/push")
    assert early.sync().cause is not None
    early.line.after = lambda _: None
    early.sync()
    late.sync()
    require_settled(ground, early, late)
