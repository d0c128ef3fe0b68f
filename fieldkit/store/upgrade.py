"""Make and migrate the laptop's database with its Alembic chain."""

from __future__ import annotations

from pathlib import Path

from fieldkit.store._errors import sqlite_errors
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.derive import derive
from fieldkit.store.persons import every_link


def bring_up(database: Database, migrations: Path) -> None:
    """Bring the file to this version's schema; nothing happens, and Alembic is not imported, where it is there."""
    database.refuse_if_newer()
    if database.version != SCHEMA_VERSION:
        was_in_use = database.version > 0
        migrate(database, migrations, "head")
        if was_in_use:
            # Rows that were fetched before have new columns empty; the centre may know better.
            with database.transaction():
                database.run("DELETE FROM cursor")
                derive(database, every_link(database))


def migrate(database: Database, migrations: Path, revision: str) -> None:
    """Run the laptop chain up or down to a revision, in one transaction."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: database.connection, poolclass=StaticPool)
    # The driver begins nothing by itself, so that DDL too is in the one transaction.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    config = Config()
    config.set_main_option("script_location", str(migrations / "laptop"))
    with sqlite_errors(), engine.begin() as connection:
        config.attributes["connection"] = connection
        run = command.downgrade if revision == "base" else command.upgrade
        run(config, revision)
        connection.exec_driver_sql(f"PRAGMA user_version = {0 if revision == 'base' else SCHEMA_VERSION}")
