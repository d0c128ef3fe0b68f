"""The chain of revisions of the centre: up, down and up again, with data in the tables."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from field_pens import ground_at, resident

from fieldkit.server.database import downgrade, open_engine, reading, upgrade
from fieldkit.server.schema import METADATA
from tests.postgres_cluster import MIGRATIONS


def _tables(url: str) -> set[str]:
    engine = open_engine(url)
    try:
        return set(sa.inspect(engine).get_table_names()) - {"alembic_version"}
    finally:
        engine.dispose()


def test_head_equals_the_models(centre_database: str) -> None:
    engine = open_engine(centre_database)
    with reading(engine) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()
    assert differences == []


def test_down_and_up_again_with_data_in_the_tables(centre_database: str) -> None:
    with ground_at(centre_database) as ground:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        laptop.push()
    downgrade(centre_database, MIGRATIONS, "base")
    assert _tables(centre_database) == set()

    upgrade(centre_database, MIGRATIONS)

    assert _tables(centre_database) == set(METADATA.tables)
    with ground_at(centre_database) as ground:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        assert laptop.push().exceptions == []


def test_an_upgrade_that_was_made_changes_nothing(centre_database: str) -> None:
    with ground_at(centre_database) as ground:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        laptop.push()
        upgrade(centre_database, MIGRATIONS)
        assert len(ground.laptop().rows("resident")) == 1


def test_an_empty_sqlite_file_is_made_ready(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    upgrade(url, MIGRATIONS)
    assert _tables(url) == set(METADATA.tables)


@pytest.mark.parametrize("path", sorted(MIGRATIONS.rglob("*.py")), ids=lambda path: path.stem)
def test_revisions_do_not_import_live_models(path: Path) -> None:
    assert "fieldkit" not in [line.split(".")[0].removeprefix("from ") for line in path.read_text().splitlines()]
    assert "import fieldkit" not in path.read_text()


def test_the_chain_has_one_head() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1
