"""A backup of the centre in one file, and a new database made from it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import Text, text
from fieldkit.server.centre import open_centre
from fieldkit.server.database import open_engine, reading, upgrade
from fieldkit.server.keeping.files import put_in_place
from fieldkit.server.keeping.restoration import begin_epoch

_SIGNATURES: Final = {"sqlite": b"SQLite format 3\0", "postgresql": b"PGDMP"}
_LOG_ENDS: Final = ("-wal", "-journal")
_KEPT: Final = text("Tidak ada yang diubah.")


def back_up(database: str, path: Path) -> None:
    """Write what the centre holds at this moment to a new file, and look whether it can be read; FileError if not."""
    url = sa.make_url(database)
    with _new_file(path) as part:
        if url.get_backend_name() == "sqlite":
            _copy(_sqlite_path(url), part)
            _settle(part)
            _require_sound(part)
        else:
            _pg("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={part}")
            _pg("pg_restore", None, "--list", str(part))


def restore(database: str, path: Path, migrations_dir: Path, *, now_ms: int) -> None:
    """Make the empty database that is named into what the file holds, in a new epoch and closed; FileError if not."""
    url = sa.make_url(database)
    kind = url.get_backend_name()
    _require_backup(path, kind)
    if kind == "sqlite":
        with _new_file(_sqlite_path(url)) as part:
            _require_sound(path)
            _copy(path, part)
            _begin_anew(f"sqlite:///{part}", migrations_dir, now_ms)
            _settle(part)
        return
    _require_empty(database)
    options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _pg("pg_restore", url, *options, str(path))
    _begin_anew(database, migrations_dir, now_ms)


def _begin_anew(database: str, migrations_dir: Path, now_ms: int) -> None:
    upgrade(database, migrations_dir)
    centre = open_centre(database)
    try:
        begin_epoch(centre, now_ms)
    finally:
        centre.close()


@contextmanager
def _new_file(path: Path) -> Iterator[Path]:
    """A file beside the one to make, which takes its name once it is whole; nothing is ever overwritten.

    The log of a database that is gone is in the way as well: SQLite would play it into whatever gets that name.
    """
    in_the_way = (path, *(path.with_name(f"{path.name}{end}") for end in _LOG_ENDS))
    if (there := next(filter(Path.exists, in_the_way), None)) is not None:
        raise FileError(
            text("Berkas {name} sudah ada.", name=there.name), text("Tidak ada yang ditimpa. Beri nama yang baru.")
        )
    try:
        with put_in_place(path) as part:
            yield part
    except OSError:
        raise FileError(
            text("Berkas {name} tidak bisa ditulis.", name=path.name), text("Periksa folder dan ruang kosongnya.")
        ) from None


def _sqlite_path(url: sa.URL) -> Path:
    if not url.database:
        raise sa.exc.ArgumentError("no file")
    return Path(url.database)


def _copy(source: Path, target: Path) -> None:
    """A consistent copy, also while the centre goes on working."""
    try:
        opened = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
        with closing(opened) as read_from, closing(sqlite3.connect(target)) as into:
            read_from.backup(into)
    except sqlite3.Error:
        raise _unreadable(source) from None


def _require_sound(path: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (told,) = connection.execute("PRAGMA integrity_check").fetchone()
            connection.execute("SELECT epoch FROM regency").fetchall()
    except sqlite3.Error:
        raise _unreadable(path) from None
    if told != "ok":
        raise _unreadable(path)


def _settle(path: Path) -> None:
    """Everything in the one file that is renamed, nothing in files beside it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _require_backup(path: Path, kind: str) -> None:
    signature = _SIGNATURES[kind]
    try:
        with path.open("rb") as file:
            begins = file.read(len(signature))
    except OSError:
        raise _unreadable(path) from None
    if begins != signature:
        raise FileError(
            text("Berkas {name} bukan cadangan untuk basis data ini.", name=path.name),
            text("Tidak ada yang diubah. Cadangan SQLite dan PostgreSQL tidak bisa ditukar."),
        )


def _require_empty(database: str) -> None:
    engine = open_engine(database)
    try:
        with reading(engine) as connection:
            has_tables = bool(sa.inspect(connection).get_table_names())
    finally:
        engine.dispose()
    if has_tables:
        raise FileError(
            text("Basis data ini sudah berisi tabel."),
            text("Tidak ada yang ditimpa. Buat basis data baru yang kosong, lalu pulihkan ke sana."),
        )


def _pg(program: str, url: sa.URL | None, *options: str) -> None:
    """Run a program of PostgreSQL; it is told the password where other users do not see it."""
    found = shutil.which(program)
    if found is None:
        raise FileError(
            text("Program {name} tidak ada di komputer ini.", name=program),
            text("Pasang paket klien PostgreSQL, sama barunya dengan servernya atau lebih baru."),
        )
    target: Sequence[str] = ()
    environment: Mapping[str, str] = os.environ
    if url is not None:
        if url.password is not None:
            environment = {**os.environ, "PGPASSWORD": str(url.password)}
        plain = url.set(drivername="postgresql")._replace(password=None).render_as_string(hide_password=False)
        target = (f"--dbname={plain}",)
    words = [found, *target, *options]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        raise _failed(program, done.stderr)


def _failed(program: str, told: str) -> FileError:
    # Only the first line: those after it may quote a row.
    first = next((line for line in told.splitlines() if line.startswith(f"{program}: error:")), program)
    return FileError(text("PostgreSQL tidak menyelesaikannya: {told}", told=first), _KEPT)


def _unreadable(path: Path) -> FileError:
    title: Text = text("Berkas {name} tidak bisa dibaca sebagai cadangan pusat.", name=path.name)
    return FileError(title, _KEPT)
