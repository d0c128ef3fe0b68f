"""An edit claims to have seen what its laptop has seen, and no more (invariant 6)."""

from __future__ import annotations

import httpx
import pytest
import sqlalchemy as sa

from fieldkit.records.tables import RESIDENT
from fieldkit.records.wire import Verdict
from fieldkit.store.unit import Unit
from tests.flows.enrolled import Ground, Laptop, edit
from tests.laptops import add_people


@pytest.fixture
def pair(ground: Ground) -> tuple[Laptop, Laptop, str]:
    a, b = ground.laptop("a"), ground.laptop("b")
    a.sync()
    resident = add_people(a.store, "SITI NURAINI")[0]
    a.sync()
    b.sync()
    ground.clock.pass_by(minutes=1)
    return a, b, resident


def sync_without_fetching(laptop: Laptop) -> None:
    def cut(request: httpx.Request) -> None:
        if request.url.path == "/v1/pull":
            raise httpx.ReadError("cut")

    laptop.line.before = cut
    assert laptop.sync().cause is not None
    laptop.line.before = lambda _: None


def at_the_centre(ground: Ground, sql: str) -> list[tuple[object, ...]]:
    with ground.centre.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(sql))]


def test_invariant_6_an_acknowledged_edit_does_not_hide_what_was_never_fetched(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    a, b, resident = pair
    edit(b, resident, address="JL. B", name="SITI AMINAH")
    b.sync()
    edit(a, resident, phone="+62811")
    sync_without_fetching(a)
    edit(a, resident, address="JL. A", name="SITI MARIAM")
    assert [each.verdict for each in a.sync().exceptions] == [Verdict.CASE]
    assert at_the_centre(ground, "SELECT name FROM resident") == [("SITI AMINAH",)]
    lost = {value for (value,) in at_the_centre(ground, "SELECT value FROM field_history")}
    assert any("JL. B" in str(value) for value in lost)


def test_an_edit_of_an_old_row_does_not_move_it_back(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    a, b, resident = pair
    edit(b, resident, village="35.74.03.1002")
    b.sync()
    edit(a, resident, phone="+62811")
    sync_without_fetching(a)
    edit(a, resident, rt="09")
    a.sync()
    assert at_the_centre(ground, "SELECT village, area FROM resident") == [("35.74.03.1002", "35.74.03.1002")]
    assert a.rows(RESIDENT) == ground.rows(RESIDENT)


def test_a_lost_edit_that_is_typed_again_is_a_case_again_until_the_other_value_was_seen(
    ground: Ground, pair: tuple[Laptop, Laptop, str]
) -> None:
    a, b, resident = pair
    edit(b, resident, name="SITI B")
    b.sync()
    edit(a, resident, name="SITI A")
    sync_without_fetching(a)
    edit(a, resident, name="SITI A")
    assert [each.verdict for each in a.sync().exceptions] == [Verdict.CASE]
    assert at_the_centre(ground, "SELECT name FROM resident") == [("SITI B",)]


def test_a_fact_of_a_newer_laptop_stops_nobodys_sync(ground: Ground, pair: tuple[Laptop, Laptop, str]) -> None:
    from fieldkit.records.tables import VISIT_ATTEMPT

    a, b, resident = pair

    def verb(unit: Unit) -> None:
        at = "2019-02-23T09:00:00.000Z"
        unit.insert(VISIT_ATTEMPT, "35.74.03.1004", resident_id=resident, outcome="by_drone", next_step="none", at=at)

    derived_by_a = a.store.execute(verb)
    assert derived_by_a is None
    a.sync()
    assert b.sync().cause is None
    assert b.rows(VISIT_ATTEMPT) == ground.rows(VISIT_ATTEMPT)
