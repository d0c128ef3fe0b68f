"""The laptop's Alembic chain: up, down, head equals the models, and data survives."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from fieldkit.domain.errors import TooNewError
from fieldkit.host.places import migrations_dir
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.queries.status import status
from fieldkit.store.schema import laptop_metadata
from fieldkit.store.upgrade import bring_up, migrate
from tests.laptops import KEY, add_people, add_user, laptop


def tables_of(database: Database) -> set[str]:
    return {row[0] for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_head_equals_the_models(tmp_path: Path) -> None:
    database = Database(tmp_path / "fieldkit.db", KEY)
    bring_up(database, migrations_dir())
    engine = create_engine("sqlite://", creator=lambda: database.connection, poolclass=StaticPool)

    def is_ours(name: str | None, kind: str, parents: object) -> bool:
        return not (kind == "table" and str(name).startswith(("resident_search", "resident_words", "alembic")))

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert compare_metadata(context, laptop_metadata()) == []


def test_up_and_down_and_up_again(tmp_path: Path) -> None:
    database = Database(tmp_path / "fieldkit.db", KEY)
    migrate(database, migrations_dir(), "head")
    once = tables_of(database)
    migrate(database, migrations_dir(), "base")
    assert tables_of(database) <= {"alembic_version"}
    assert database.version == 0
    migrate(database, migrations_dir(), "head")
    assert tables_of(database) == once
    assert database.version == SCHEMA_VERSION


def test_opening_again_changes_no_data(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    add_people(store, "SITI NURAINI")
    store.close()
    assert laptop(tmp_path).query(lambda d: d.value("SELECT name FROM resident")) == "SITI NURAINI"


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    laptop(tmp_path).close()
    database = Database(tmp_path / "fieldkit.db", KEY)
    database.run(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    database.close()
    with pytest.raises(TooNewError) as told:
        laptop(tmp_path)
    assert "FieldKit" in str(told.value.advice)
    assert Database(tmp_path / "fieldkit.db", KEY).version == SCHEMA_VERSION + 1


def test_the_schema_version_counts_the_revisions() -> None:
    revisions = list((migrations_dir() / "laptop" / "versions").glob("*.py"))
    assert len(revisions) == SCHEMA_VERSION, "an old database would never be migrated"


def test_what_waits_is_counted_from_an_index_alone(tmp_path: Path) -> None:
    def plan(database: Database) -> str:
        return str(database.rows("EXPLAIN QUERY PLAN SELECT count(*) FROM journal WHERE verdict IS NULL"))

    assert "COVERING INDEX ix_journal_unsent" in laptop(tmp_path).query(plan)


def test_the_strip_goes_through_no_change_of_the_journal(tmp_path: Path) -> None:
    """It asks after each save; with 200,000 changes that wait it held up the next search for a second."""

    def journal_scans(database: Database) -> list[str]:
        said: list[str] = []
        database.connection.set_trace_callback(said.append)
        status(database)
        database.connection.set_trace_callback(None)
        asked = [sql for sql in said if sql.startswith("SELECT")]
        assert any("incarnation" in sql for sql in asked)
        steps = [step[3] for sql in asked for step in database.rows(f"EXPLAIN QUERY PLAN {sql}")]
        return [step for step in steps if step.startswith(("SCAN j ", "SCAN journal")) and "COVERING" not in step]

    assert laptop(tmp_path).query(journal_scans) == []
