"""The Sync page counts what waits of every kind of table that a laptop can write."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.domain.areas import health_side
from fieldkit.records.declaration import Table
from fieldkit.records.tables import TABLES
from fieldkit.store.incarnation import go_on_from_tampering
from fieldkit.store.queries import sync_page
from fieldkit.store.queries.sync_page import sync_view
from fieldkit.store.queries.syncing import GroupCount
from fieldkit.store.unit import Unit
from tests.laptops import JATI, StillClock, add_user, laptop

ONE_OF_EACH_GROUP = {table.group: table for table in TABLES}


@pytest.mark.parametrize("group", sorted(ONE_OF_EACH_GROUP))
def test_a_change_of_any_group_is_counted_in_a_line(tmp_path: Path, group: str) -> None:
    store = laptop(tmp_path)
    add_user(store)
    before = waiting(store.query(sync_view, StillClock().now_utc()).groups)
    store.execute(lambda unit: write(unit, ONE_OF_EACH_GROUP[group]))
    assert waiting(store.query(sync_view, StillClock().now_utc()).groups) == before + 1


def test_what_waits_of_a_former_origin_is_counted_with_the_rest(tmp_path: Path) -> None:
    """As after a restore, or after somebody wrote past FieldKit: the strip and the page tell one number."""
    store = laptop(tmp_path)
    add_user(store)
    store.execute(go_on_from_tampering, "{}", {})
    add_user(store)
    view = store.query(sync_view, StillClock().now_utc())
    assert view.origin == "3574-P2.2"
    assert waiting(view.groups) == view.waiting > 2


def test_days_that_were_proven_are_not_read_again(tmp_path: Path) -> None:
    """With a list of 60,000 that the centre had answered, the page was asked for 80 ms before it showed anything."""
    store = laptop(tmp_path)
    asked = f"EXPLAIN QUERY PLAN {sync_page._BY_TABLE}"
    plan = store.query(lambda database: [words for *_, words in database.rows(asked, store.meta.origin, 60_000)])
    assert "SEARCH journal USING PRIMARY KEY (origin=? AND number>?)" in plan
    assert any("journal USING INDEX ix_journal_unsent" in words for words in plan), plan
    assert "SCAN journal" not in plan


def waiting(groups: tuple[GroupCount, ...]) -> int:
    return sum(each.waiting for each in groups)


def write(unit: Unit, table: Table) -> None:
    """A row with whatever its columns need."""
    kinds = {"integer": 1, "flag": 1, "date": "2019-02-23", "instant": "2019-02-23T09:05:00.000Z", "document": "{}"}
    values = {each.name: kinds.get(str(each.kind), "x") for each in table.columns}
    area = health_side(JATI) if table.group == "health" else JATI
    unit.insert(table, area, **values)
