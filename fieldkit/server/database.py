"""The centre's database: SQLite by default, PostgreSQL in earnest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

_WRITES: Final = "fieldkit_writes"
_BUSY_MS: Final = 10_000
_ALONE_S: Final = 300
_CONNECTIONS: Final = 10
_CONNECTIONS_AT_MOST: Final = 40
"""As many as the web framework has threads."""


def open_engine(url: str, *, longest_s: int = 0) -> sa.Engine:
    """An engine for a database URL; nothing is connected yet.

    PostgreSQL gives up a statement after `longest_s` seconds, where that is not 0; SQLite waits for no other so long.
    """
    parts = sa.make_url(url)
    if parts.get_backend_name() == "sqlite":
        return _sqlite_engine(parts)
    return sa.create_engine(
        parts.set(drivername="postgresql+psycopg"),
        pool_size=_CONNECTIONS,
        max_overflow=_CONNECTIONS_AT_MOST - _CONNECTIONS,
        pool_pre_ping=True,
        # What is wrong with a row may be told, what is in it may not.
        hide_parameters=True,
        # A plan that was cached while a table was empty reads all of it once it is full.
        connect_args={"prepare_threshold": None} | _limited(parts, longest_s),
    )


def _limited(url: sa.URL, longest_s: int) -> dict[str, str]:
    """The limit beside the options that the URL names."""
    if not longest_s:
        return {}
    named = url.query.get("options", "")
    named = named if isinstance(named, str) else " ".join(named)
    return {"options": f"{named} -c statement_timeout={longest_s}s".strip()}


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that writes; on SQLite it has the database to itself from the start."""
    with engine.execution_options(**{_WRITES: True}).begin() as connection:
        yield connection


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that only reads."""
    with engine.connect() as connection:
        yield connection


@contextmanager
def alone(engine: sa.Engine, what: str) -> Iterator[None]:
    """Nobody else does this meanwhile, in whichever process of this centre; whoever dies of it holds up nobody.

    What is done may take transactions of its own.
    """
    if engine.dialect.name == "postgresql":
        with reading(engine) as connection:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(what, 0))))
            yield
        return
    # A transaction of SQLite locks the whole file: the lock is on an empty one beside it.
    lock = sqlite3.connect(f"{engine.url.database}-lock", timeout=_ALONE_S, isolation_level=None)
    with closing(lock):
        lock.execute("BEGIN EXCLUSIVE")
        yield


def upgrade(url: str, migrations_dir: Path, revision: str = "head") -> None:
    """Bring the database to a revision of the chain in `migrations_dir`, creating it where there is none."""
    _migrate(url, migrations_dir, revision, is_upgrade=True)


def downgrade(url: str, migrations_dir: Path, revision: str) -> None:
    """Take the database back to an older revision."""
    _migrate(url, migrations_dir, revision, is_upgrade=False)


def is_current(engine: sa.Engine, migrations_dir: Path) -> bool:
    """Whether the database stands at the head of the chain."""
    with reading(engine) as connection:
        return revision_of(connection) == head_of(migrations_dir)


def revision_of(connection: sa.Connection) -> str | None:
    """The revision at which the database stands; None where it is not one of a centre."""
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def head_of(migrations_dir: Path) -> str | None:
    """The newest revision of the chain."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(migrations_dir)).get_current_head()


def _migrate(url: str, migrations_dir: Path, revision: str, *, is_upgrade: bool) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_dir).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = open_engine(url)
    try:
        with writing(engine) as connection:
            config.attributes["connection"] = connection
            (command.upgrade if is_upgrade else command.downgrade)(config, revision)
    finally:
        engine.dispose()


def _sqlite_engine(url: sa.URL) -> sa.Engine:
    overflow = _CONNECTIONS_AT_MOST - _CONNECTIONS
    engine = sa.create_engine(url, pool_size=_CONNECTIONS, max_overflow=overflow, hide_parameters=True)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver would begin transactions of its own, and only at the first write.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    # What is erased by law is written over at once.
    connection.execute("PRAGMA secure_delete = ON")


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
