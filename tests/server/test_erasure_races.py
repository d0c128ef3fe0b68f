"""An order to erase and pushes at the same moment, on a real PostgreSQL: whoever is first, nothing stays."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from field_pens import JATI, PROBOLINGGO, FieldLaptop, Ground, new_id, resident

from fieldkit.records.wire import Verdict
from fieldkit.server.database import reading
from fieldkit.server.devices.laptops import revoke
from fieldkit.server.ledger.batch import Change
from fieldkit.server.merge.seals import Seals
from fieldkit.server.merge.unit import Unit
from fieldkit.server.office.erasure import Wish, erase
from fieldkit.server.schema import JOURNAL, METADATA
from tests.server.test_push_concurrency import hand_in, until, waiting_for_locks

MARK = b"QXZMARKED"
_PATIENCE_S = 60


@pytest.fixture
def ground(postgres_ground: Ground) -> Ground:
    return postgres_ground


def ordered(ground: Ground, row: str) -> None:
    wish = Wish("resident", row, "pasal 43", ground.lead)
    assert erase(ground.centre, PROBOLINGGO, wish, now_ms=ground.clock())


def holds_mark(ground: Ground) -> bool:
    with reading(ground.centre.engine) as connection:
        rows = [*connection.execute(sa.select(JOURNAL.c.fields)), *connection.execute(_RESIDENTS)]
    return any(MARK in str(row).encode() for row in rows)


_RESIDENTS = sa.select(METADATA.tables["resident"])


def given_between(monkeypatch: pytest.MonkeyPatch, act: Callable[[], None]) -> None:
    """Let something happen after the next push has looked for orders, and before it locks anything."""
    strip, todo = Seals.strip, [act]

    def strip_and_act(seals: Seals, changes: Sequence[Change]) -> list[Change]:
        stripped = strip(seals, changes)
        if todo:
            todo.pop()()
        return stripped

    monkeypatch.setattr(Seals, "strip", strip_and_act)


def known(ground: Ground) -> tuple[FieldLaptop, str]:
    """A laptop, and somebody whom the centre knows."""
    laptop = ground.laptop()
    person = laptop.pen.insert("resident", resident())
    laptop.push()
    return laptop, person


def test_an_order_that_comes_after_the_look_is_noticed(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    laptop, person = known(ground)
    laptop.pen.edit("resident", person, seen=9, phone=MARK.decode())
    given_between(monkeypatch, lambda: ordered(ground, person))
    reply = hand_in(ground, laptop.pen)
    assert [(each.verdict, each.reason) for each in reply.exceptions] == [(Verdict.MERGED, "erased")]
    assert not holds_mark(ground)


def test_so_it_is_where_the_work_is_only_put_aside(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    _, person = known(ground)
    lost = ground.laptop()
    revoke(ground.centre, PROBOLINGGO, lost.enrolment.device_id, now_ms=ground.clock())
    lost.pen.edit("resident", person, phone=MARK.decode())
    given_between(monkeypatch, lambda: ordered(ground, person))
    hand_in(ground, lost.pen)
    assert not holds_mark(ground)


def test_an_order_waits_for_a_push_that_was_first_and_reaches_what_it_wrote(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, person = known(ground)
    laptop.pen.edit("resident", person, seen=9, phone=MARK.decode())
    has_written, may_commit = threading.Event(), threading.Event()
    write = Unit.write

    def write_slowly(unit: Unit) -> None:
        write(unit)
        if not has_written.is_set():
            has_written.set()
            assert may_commit.wait(_PATIENCE_S)

    monkeypatch.setattr(Unit, "write", write_slowly)
    with ThreadPoolExecutor(2) as pool:
        push = pool.submit(hand_in, ground, laptop.pen)
        assert has_written.wait(_PATIENCE_S)
        order = pool.submit(ordered, ground, person)
        until(lambda: waiting_for_locks(ground) == 1)
        may_commit.set()
        push.result(_PATIENCE_S)
        order.result(_PATIENCE_S)
    assert not holds_mark(ground)


def test_a_row_that_comes_while_it_is_being_erased_comes_empty(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order is about a row of which only an edit was there: it looks again once nobody else can write."""
    laptop, other, person = ground.laptop(), ground.laptop(), new_id()
    other.pen.edit("resident", person, phone="0812")
    other.push()
    laptop.pen.insert("resident", resident(MARK.decode(), village=JATI), row=person)
    begun = Seals.bring
    todo = [lambda: hand_in(ground, laptop.pen)]

    def bring_late(seals: Seals, order: object) -> bool:
        is_new = begun(seals, order)  # type: ignore[arg-type]
        if todo:
            todo.pop()()
        return is_new

    monkeypatch.setattr(Seals, "bring", bring_late)
    ordered(ground, person)
    assert not holds_mark(ground)
    assert ground.laptop().rows("resident")[person]["name"] == ""
