"""The way back from an upgrade: the database as the older FieldKit left it, which that one can restore."""

from __future__ import annotations

from pathlib import Path

from fieldkit.host.clock import Clock
from fieldkit.host.files import erase, move_file
from fieldkit.store._errors import sqlite_errors
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import verified


def keep_as_it_was(database: Database, key: bytes, folder: Path, clock: Clock) -> Path:
    """Back a database up as it stands and check the copy; the one of an earlier try gives way to it."""
    folder.mkdir(parents=True, exist_ok=True)
    form = f"schema{database.version:02}"
    target = folder / f"fieldkit-{clock.now_utc():%Y%m%d-%H%M%S}-{form}.fkb"
    unfinished = folder / f".fieldkit-{form}.part"
    unfinished.unlink(missing_ok=True)
    try:
        with sqlite_errors():
            database.connection.execute("VACUUM INTO ?", (str(unfinished),))
        verified(unfinished, key)
        # The name is durable before the first step of the upgrade is.
        move_file(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
    erase(path for path in folder.glob(f"fieldkit-*-{form}.fkb") if path != target)
    return target
