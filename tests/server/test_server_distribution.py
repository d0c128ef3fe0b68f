"""The schema keeps the rules of Citus, and the centre asks for the rows of one regency at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from field_pens import AT, JATI, NOW_MS, Ground, ground_at, request_for, resident
from served_centre import refused, run

from fieldkit.records.tables import TABLES
from fieldkit.server.centre import open_centre
from fieldkit.server.database import upgrade
from fieldkit.server.keeping.backup import back_up, restore
from fieldkit.server.keeping.distribution import COLUMN, distribute, refusal, statements
from fieldkit.server.schema import METADATA
from tests.citus_cluster import CitusCluster
from tests.postgres_cluster import MIGRATIONS, Cluster

_STATEMENT = re.compile(
    r"""SELECT create_distributed_table\('"(\w+)"', 'regency', colocate_with => '(none|journal)'\), """
    r"""truncate_local_data_after_distributing_table\('"\1"'\)"""
)


def named(found: list[str]) -> list[tuple[str, ...]]:
    """Table and neighbour of each statement."""
    matches = [_STATEMENT.fullmatch(each) for each in found]
    assert None not in matches
    return [match.groups() for match in matches if match]


def test_every_table_is_distributed_beside_the_journal() -> None:
    found = named(statements())
    assert found[0] == ("journal", "none")
    assert {place for _, place in found[1:]} == {"journal"}
    assert sorted(table for table, _ in found) == sorted(METADATA.tables)
    assert {table.name for table in TABLES} < {table for table, _ in found}


def test_what_is_distributed_is_not_distributed_again() -> None:
    assert statements(set(METADATA.tables)) == []
    assert named(statements(set(METADATA.tables) - {"case", "removal"})) == [
        ("case", "journal"),
        ("removal", "journal"),
    ]


@pytest.fixture
def on_one_machine(postgres_cluster: Cluster) -> Iterator[str]:
    """A migrated database without Citus, also where the server has it."""
    url = postgres_cluster.empty_database()
    database = url.render_as_string(hide_password=False)
    upgrade(database, MIGRATIONS)
    yield database
    postgres_cluster.drop(url.database)


def test_a_database_without_citus_is_told(on_one_machine: str) -> None:
    assert "belum memakai Citus" in refused("distribute", "--database", on_one_machine)


def test_sqlite_can_not_be_distributed(sqlite_database: str) -> None:
    assert "Hanya PostgreSQL" in refused("distribute", "--database", sqlite_database)


@pytest.fixture
def imitated(on_one_machine: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database that answers as one with Citus, and keeps what was asked of it."""
    engine = sa.create_engine(on_one_machine)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE pg_dist_partition (logicalrelid regclass)"))
        connection.execute(
            sa.text(
                "CREATE FUNCTION create_distributed_table(named regclass, by text, colocate_with text) RETURNS void "
                "LANGUAGE sql AS 'INSERT INTO pg_dist_partition VALUES (named)'; "
                "CREATE FUNCTION truncate_local_data_after_distributing_table(named regclass) RETURNS void "
                "LANGUAGE sql AS ''"
            )
        )
    engine.dispose()
    monkeypatch.setattr("fieldkit.server.keeping.distribution._HAS_CITUS", sa.text("SELECT 1"))
    return on_one_machine


def test_what_is_run_names_real_tables_and_may_be_run_again(imitated: str) -> None:
    centre = open_centre(imitated)
    try:
        assert refusal(centre) is None
        assert distribute(centre) == len(METADATA.tables)
        assert distribute(centre) == 0
    finally:
        centre.close()


def test_the_migrated_database_keeps_the_rules_of_citus(postgres_database: str) -> None:
    """From the database's own catalogue, so that no revision can stray from what the program declares."""
    engine = sa.create_engine(postgres_database)
    keys: dict[str, list[list[str]]] = {}
    with engine.connect() as connection:
        inspector = sa.inspect(connection)
        for table in inspector.get_table_names():
            unique = [each["column_names"] for each in inspector.get_indexes(table) if each["unique"]]
            unique.append(inspector.get_pk_constraint(table)["constrained_columns"])
            unique += [each["column_names"] for each in inspector.get_unique_constraints(table)]
            keys[table] = unique
            assert inspector.get_foreign_keys(table) == [], table
            assert not [each for each in inspector.get_columns(table) if each.get("identity")], table
    engine.dispose()
    assert keys.pop("alembic_version") == [["version_num"]]
    assert sorted(keys) == sorted(METADATA.tables)
    for table, found in keys.items():
        assert found, table
        assert {columns[0] for columns in found} == {COLUMN}, table


@pytest.fixture
def citus(postgres_cluster: Cluster) -> CitusCluster:
    """The machines of a real Citus cluster."""
    if not isinstance(postgres_cluster, CitusCluster):
        pytest.skip("FIELDKIT_TEST_DATABASE names no database of a Citus coordinator")
    return postgres_cluster


def asked(database: str, query: str) -> list[Any]:
    """What a query of one column finds."""
    engine = sa.create_engine(database)
    with engine.connect() as connection:
        found = list(connection.scalars(sa.text(query)))
    engine.dispose()
    return found


def test_on_citus_all_tables_lie_side_by_side_on_all_workers(citus: CitusCluster, postgres_database: str) -> None:
    tables = "SELECT relname FROM pg_dist_partition JOIN pg_class ON pg_class.oid = logicalrelid"
    assert sorted(asked(postgres_database, tables)) == sorted(METADATA.tables)
    assert asked(postgres_database, "SELECT count(DISTINCT colocationid) FROM pg_dist_partition") == [1]
    machines = asked(postgres_database, "SELECT DISTINCT nodename || ':' || nodeport FROM citus_shards")
    assert set(machines) == {f"{node.name}:{node.port}" for node in citus.workers()}


def test_on_citus_a_restored_centre_is_distributed_with_what_it_holds(
    citus: CitusCluster, postgres_database: str, tmp_path: Path
) -> None:
    file = tmp_path / "centre.backup"
    with ground_at(postgres_database) as ground:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident())
        laptop.push()
        back_up(postgres_database, file)
    url = citus.empty_database()
    database = url.render_as_string(hide_password=False)
    restore(database, file, MIGRATIONS, now_ms=NOW_MS)
    citus.spread(url)
    assert run("distribute", "--database", database).startswith(f"{len(METADATA.tables)} ")
    assert asked(database, "SELECT id FROM resident") == [person]
    assert asked(database, "SELECT pg_relation_size('resident')") == [0]
    citus.drop(url.database)


_ONE_REGENCY = re.compile(r"\bregency(\)::\w+)? (=|IN) ")
_OF_ALL = ("FROM regency JOIN feed_counter", "FROM regency ORDER BY regency.regency")
"""What is asked of all regencies, behind the pushes."""


def test_requests_ask_for_one_regency_at_a_time(postgres_ground: Ground) -> None:
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(" ".join(statement.split()))

    sa.event.listen(postgres_ground.centre.engine, "before_cursor_execute", note)
    laptop, other = postgres_ground.laptop(), postgres_ground.laptop(JATI)
    person = laptop.pen.insert("resident", resident())
    laptop.pen.insert("service_request", request_for(person))
    laptop.pen.insert("incident", {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT})
    laptop.push()
    other.pen.edit("resident", person, phone="+62812490000")
    other.pen.edit("resident", "not-there-yet", phone="+62812490000")
    other.push()
    other.pen.edit("resident", person, name="SRI WAHYUNI B")
    other.push()
    for each in (laptop, other):
        each.ask("GET", "/v1/hello")
        each.ask("GET", "/v1/receipt")
    laptop.rows("resident")
    touching = [each for each in asked if each.startswith(("SELECT", "UPDATE", "DELETE")) and _touches(each)]
    assert len(touching) > 50
    assert [
        each for each in touching if not _ONE_REGENCY.search(each) and not any(map(each.__contains__, _OF_ALL))
    ] == []


def _touches(statement: str) -> bool:
    names = "|".join(METADATA.tables)
    return re.search(rf"""\b(FROM|UPDATE|JOIN) "?({names})\b""", statement) is not None
