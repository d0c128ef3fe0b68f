"""The way back from an upgrade: the database as the older FieldKit left it, which that one can restore."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from fieldkit import __version__
from fieldkit.host.clock import Clock, now_ms
from fieldkit.host.files import erase, move_file
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import verified
from fieldkit.store.keeping.notes import new_note, note_path, write_note
from fieldkit.store.keeping.places import logs_of
from fieldkit.store.meta import Meta


def keep_as_it_was(database: Database, key: bytes, folder: Path, clock: Clock) -> Path:
    """Back a database up as it stands and check the copy; the one of an earlier try gives way to it."""
    form = f"schema{database.version:02}"
    target = folder / f"fieldkit-{clock.now_utc():%Y%m%d-%H%M%S}-{form}.fkb"
    unfinished = folder / f".fieldkit-{form}.part"
    erase([unfinished, *logs_of(unfinished)])
    try:
        with database.errors:
            database.connection.execute("VACUUM INTO ?", (str(unfinished),))
        last_number = verified(unfinished, key)
        _note(database, target, last_number, clock)
        # The name is durable before the first step of the upgrade is.
        move_file(unfinished, target)
    finally:
        erase([unfinished, *logs_of(unfinished)])
    _give_way(folder.glob(f"fieldkit-*-{form}.fkb"), target)
    return target


def _note(database: Database, target: Path, last_number: int, clock: Clock) -> None:
    note = new_note(database.path.parent, Meta(database).origin, now_ms(clock), last_number)
    write_note(target, msgspec.structs.replace(note, schema=database.version, upgrade_to=__version__))


def _give_way(copies: Iterable[Path], newest: Path) -> None:
    for each in copies:
        if each != newest:
            erase([each, note_path(each)])
