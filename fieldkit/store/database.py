"""The encrypted SQLite file: opened with its key, durable at every commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlite

from fieldkit.domain.errors import TooNewError
from fieldkit.domain.text import text
from fieldkit.store._errors import Edge, damaged, is_no_database, opening_error

SCHEMA_VERSION: Final = 17
"""Raised with each migration, and kept in user_version, so that opening needs no Alembic."""
KEY_BYTES: Final = 32
_BUSY_TIMEOUT_S: Final = 3.0
_STEPS_BETWEEN: Final = 1_000
"""Pages of a check, or steps of a query: some milliseconds."""
_WAL_KEPT_BYTES: Final = 16 << 20
"""A big import writes a few hundred MB of it, which the disk of a laptop gets back."""

# The driver asks for an adapter of every value but str, int, float and bytearray, and where there is none it looks for
# methods that are not there either: a third of the time of a wide row. These two give back what they are given.
_NOTHING: Final[dict[None, None]] = {}
sqlite.register_adapter(bytes, bytes)
sqlite.register_adapter(type(None), _NOTHING.get)


class Database:
    """One connection to the encrypted file. Use it from one thread at a time."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self.errors = Edge(path)
        """Entered by whoever speaks to the connection itself."""
        if len(key) != KEY_BYTES:
            raise damaged()
        try:
            self.connection = _opened(path, key)
        except sqlite.DatabaseError as problem:
            raise opening_error(problem, path) from problem

    @property
    def version(self) -> int:
        """The schema version of the file; 0 for a new one."""
        return int(self.value("PRAGMA user_version"))

    @property
    def is_newer(self) -> bool:
        """Whether a newer FieldKit wrote the file."""
        return self.version > SCHEMA_VERSION

    def refuse_if_newer(self) -> None:
        """TooNewError where a newer FieldKit wrote the file."""
        if self.is_newer:
            raise TooNewError(
                text("Data ini ditulis FieldKit yang lebih baru."),
                text(
                    "Tidak ada yang diubah. Pasang FieldKit versi terbaru di laptop ini, lalu buka lagi. Hanya kalau "
                    "kantor minta kembali ke versi ini: pulihkan cadangan dari sebelum naik versi."
                ),
            )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One durable step: all of it, or nothing."""
        with self.errors:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self.errors:
            found: list[tuple[Any, ...]] = self.connection.execute(sql, values).fetchall()
            return found

    def row(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row of a query."""
        with self.errors:
            found: tuple[Any, ...] | None = self.connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, *values: Any) -> Any:
        """The first value of the first row; None where there is none."""
        found = self.row(sql, *values)
        return found[0] if found else None

    def run(self, sql: str, *values: Any) -> None:
        """One statement."""
        with self.errors:
            self.connection.execute(sql, values)

    def run_many(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows; nothing for none."""
        if values:
            with self.errors:
                self.connection.executemany(sql, values)

    def give_up_once(self, is_over: Callable[[], bool]) -> None:
        """Whatever runs on this connection ends with a StoreError soon after that is so."""
        self.connection.set_progress_handler(is_over, _STEPS_BETWEEN)

    def is_sound(self) -> bool:
        """Whether every page authenticates and the structure holds."""
        with self.errors:
            # Pages are checked as they lie in the file, where a cut of the power may have torn what the log makes good.
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            pages = self.connection.execute("PRAGMA cipher_integrity_check").fetchall()
            structure = self.connection.execute("PRAGMA quick_check").fetchall()
        return not pages and structure == [("ok",)]

    def close(self) -> None:
        """Close the connection; committed work is safe."""
        self.connection.close()


def _opened(path: Path, key: bytes) -> sqlite.Connection:
    has_log = Path(f"{path}-wal").exists()
    try:
        return _unlocked(path, key)
    except sqlite.DatabaseError as problem:
        if not has_log or not is_no_database(problem):
            raise
        # A cut of the power while the log was played into the file may have broken the sector with the salt by which
        # pages are checked. SQLite has played the log in once more as it closed what it could not read.
        return _unlocked(path, key)


def _unlocked(path: Path, key: bytes) -> sqlite.Connection:
    connection = sqlite.connect(str(path), _BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    try:
        _prepare(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite.Connection, key: bytes) -> None:
    run = connection.execute
    run(f"PRAGMA key = \"x'{key.hex()}'\"")
    run("SELECT count(*) FROM sqlite_master").fetchone()
    run("PRAGMA journal_mode = WAL")
    # Only this makes what lies beside a file that had no log: where there is no room for it, it is known now.
    run("PRAGMA user_version").fetchone()
    run("PRAGMA synchronous = FULL")
    # What is erased by law is written over at once.
    run("PRAGMA secure_delete = ON")
    # What is sorted is never spilled onto the disk, where nothing would seal it (invariant 12).
    run("PRAGMA temp_store = MEMORY")
    # More of it makes nothing faster, neither a search among 1.4 million nor a list that comes in.
    run("PRAGMA cache_size = -16000")
    run(f"PRAGMA journal_size_limit = {_WAL_KEPT_BYTES}")
