"""Make and migrate the laptop's database with its Alembic chain."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fieldkit.domain.errors import BusyError, CorruptError, DiskError, DiskFullError, ReadOnlyError, UpgradeError
from fieldkit.domain.text import text
from fieldkit.store._errors import disk_full_at_start
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.derive import derive
from fieldkit.store.integrity.seals import seal_anew
from fieldkit.store.unit import Touched

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOG: Final = logging.getLogger(__name__)
_FACTS: Final = (
    "service_request",
    "visit_request",
    "visit_attempt",
    "list_proposal",
    "same_person_link",
    "national_status",
)
_NOT_ITS_FAULT: Final = (BusyError, CorruptError, DiskError, DiskFullError, ReadOnlyError)
"""Those that states are derived from; the others of their kind name one of these."""


def bring_up(database: Database, migrations: Path, keep: Callable[[Database], object] = lambda _: None) -> None:
    """Bring the file to this version's schema; nothing happens, and Alembic is not imported, where it is there.

    A file in use is handed to `keep` first. It is brought up in one step: whoever is cut off finds it as it was.
    """
    database.refuse_if_newer()
    if database.version == 0:
        migrate(database, migrations, "head")
    elif database.version != SCHEMA_VERSION:
        with _nobody_saves():
            keep(database)
            with _said_calmly():
                migrate(database, migrations, "head", lambda: _after(database))


def migrate(database: Database, migrations: Path, revision: str, then: Callable[[], None] = lambda: None) -> None:
    """Run the laptop chain up or down to a revision, and what follows, in one transaction."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: database.connection, poolclass=StaticPool)
    # The driver begins nothing by itself, so that DDL too is in the one transaction.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    config = Config()
    config.set_main_option("script_location", str(migrations / "laptop"))
    with database.errors, engine.begin() as connection:
        config.attributes["connection"] = connection
        run = command.downgrade if revision == "base" else command.upgrade
        run(config, revision)
        then()
        connection.exec_driver_sql(f"PRAGMA user_version = {0 if revision == 'base' else SCHEMA_VERSION}")


def derive_all(database: Database) -> None:
    """Derive every state anew from the facts that are here."""
    touched = Touched()
    for table in _FACTS:
        touched.add(table, (row for (row,) in database.rows(f"SELECT id FROM {table}")))
    derive(database, touched)


def _after(database: Database) -> None:
    """Rows that were fetched before have new columns empty: the centre may know better."""
    database.run("DELETE FROM cursor")
    derive_all(database)
    # Seals are of the tables as they were.
    seal_anew(database)


@contextmanager
def _nobody_saves() -> Iterator[None]:
    """A full disk in the words of a start: nobody stands before a form."""
    try:
        yield
    except DiskFullError as problem:
        raise disk_full_at_start() from problem


@contextmanager
def _said_calmly() -> Iterator[None]:
    """What lies at the upgrade itself, and not at the disk or the file, has a way back."""
    try:
        yield
    except _NOT_ITS_FAULT:
        raise
    except Exception as problem:
        _LOG.exception("the database could not be brought up")
        raise UpgradeError(
            text("Data laptop ini belum bisa dibawa ke FieldKit yang baru."),
            text(
                "Data tidak berubah dan tidak ada yang hilang; cadangannya sudah dibuat dan diperiksa. Coba lagi. "
                "Kalau terulang, pasang lagi FieldKit yang sebelumnya, bekerja terus dengan itu, dan kirim berkas "
                "bantuan ke kantor."
            ),
        ) from problem
