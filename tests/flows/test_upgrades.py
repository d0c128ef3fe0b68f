"""Laptops and centre of different versions: nothing that one wrote is lost on the other once that is upgraded."""

from __future__ import annotations

import pytest

from fieldkit.host.clock import now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import BY_NAME, VISIT_REQUEST
from fieldkit.records.wire import Verdict
from fieldkit.server.intake.parked import decide_parked
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.queries.syncing import attention
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.store.upgrade import bring_up
from tests.flows.enrolled import Ground, Laptop
from tests.laptops import JATI, add_people


def ask_for_visit(laptop: Laptop) -> None:
    person = add_people(laptop.store, "SITI NURAINI", on_list=False)[0]

    def verb(unit: Unit) -> None:
        unit.insert(VISIT_REQUEST, JATI, resident_id=person, at="2019-02-23T09:00:00.000Z")

    laptop.store.execute(verb)


def test_a_newer_laptop_hears_of_its_work_once_the_centre_is_upgraded(ground: Ground) -> None:
    newer, other = ground.laptop("newer"), ground.laptop("other")
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(CONTENTS, "visit_request")
        ask_for_visit(newer)
        assert [each.verdict for each in newer.sync().exceptions] == [Verdict.HELD]
        assert Exchange(newer.store).waiting() == 0
    assert [each.reason for each in newer.store.query(attention)] == ["unknown"]

    decide_parked(ground.centre, now_ms(ground.clock))
    assert newer.sync().cause is None
    other.sync()

    assert newer.store.query(attention) == []
    assert newer.rows(VISIT_REQUEST) == other.rows(VISIT_REQUEST) == ground.rows(VISIT_REQUEST) != []


def test_an_older_laptop_has_every_row_once_it_is_upgraded(ground: Ground) -> None:
    writer, older = ground.laptop("writer"), ground.laptop("older")
    ask_for_visit(writer)
    writer.sync()
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(BY_NAME, "visit_request")
        assert older.sync().cause is None
    assert older.rows(VISIT_REQUEST) == []

    upgraded(older)
    assert older.sync().cause is None

    assert older.rows(VISIT_REQUEST) == ground.rows(VISIT_REQUEST) != []


def upgraded(laptop: Laptop) -> None:
    """A file of the schema before, opened by this version."""

    def verb(database: Database) -> None:
        database.run(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
        bring_up(database, migrations_dir())

    laptop.store.query(verb)
