"""Backups: consistent, encrypted with the laptop's key, and verified by opening them; here and in a second place."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from fieldkit.domain.errors import CorruptError, DiskFullError, FieldKitError, FileError, StoreError
from fieldkit.domain.identifiers import laptop_of
from fieldkit.domain.text import text
from fieldkit.host._errors import folder_errors, outgoing_errors
from fieldkit.host.clock import now_ms
from fieldkit.host.drives import carried_drive
from fieldkit.host.files import copy_out, erase, move_file, move_out
from fieldkit.host.folders import Folders
from fieldkit.host.installation import installation_id
from fieldkit.store._errors import damaged
from fieldkit.store.database import Database
from fieldkit.store.incarnation import BACKUP_MARK
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.notes import (
    BACKUP_SUFFIX,
    KnownBackup,
    backups_in,
    new_note,
    note_of,
    note_path,
    sealed_key,
    write_note,
)
from fieldkit.store.keeping.places import laptop_book, logs_of
from fieldkit.store.meta import Meta
from fieldkit.store.store import Store

_NEWEST_KEPT: Final = 5
_DAYS_KEPT: Final = 10
"""Of so many days with a backup its last one is kept: whoever finds a mistake a week later can still go back."""
ON_STICK: Final = "FieldKit"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and found whole."""

    path: Path
    last_number: int


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What came of backing up everywhere. `problem` is why there is none in the second place."""

    here: Backup
    second: Path | None = None
    problem: FieldKitError | None = None


def back_up_everywhere(store: Store, folders: Folders, stick: Path | None = None) -> BackedUp:
    """A backup here, and its copy in the second place or on a stick; old ones go.

    What goes wrong there hinders nothing here.
    """
    here = back_up(store, folders.backups)
    rotate(folders.backups, here.path)
    folder = second_place(folders) if stick is None else on_stick(folders, stick)
    if folder is None:
        return BackedUp(here)
    try:
        if not (stick or folder).is_dir() and ON_STICK not in folder.parts:
            raise _unplugged()
        with _in_words_of_the_place():
            copy = _copied(here, folder, store.key)
            rotate(copy.parent, copy)
    except FieldKitError as problem:
        return BackedUp(here, problem=problem)
    return BackedUp(here, copy)


def back_up(store: Store, folder: Path) -> Backup:
    """Copy the database into the folder under time and laptop, open the copy and check it.

    Only a copy that passed gets its final name; CorruptError where it did not pass.
    """
    with _in_words_of_a_backup():
        return _backed_up(store, folder)


def _backed_up(store: Store, folder: Path) -> Backup:
    origin = store.query(lambda database: Meta(database).origin)
    with folder_errors():
        folder.mkdir(parents=True, exist_ok=True)
    # With its laptop: those that share a folder may begin in the same second.
    target = folder / f"fieldkit-{store.clock.now_utc():%Y%m%d-%H%M%S}-{origin}{BACKUP_SUFFIX}"
    unfinished = half_of(target)
    _erase_half(unfinished)
    try:
        _copy(store, unfinished)
        last_number = verified(unfinished, store.key)
        write_note(target, new_note(store.path.parent, origin, now_ms(store.clock), last_number))
        move_file(unfinished, target)
    finally:
        _erase_half(unfinished)
    return Backup(target, last_number)


def second_place(folders: Folders) -> Path | None:
    """The folder that was chosen, else one on the stick that is plugged in; None where there is neither."""
    if chosen := laptop_book(folders.data).second_folder:
        return Path(chosen)
    stick = carried_drive()
    # Nothing is put unasked onto a stick that was never meant for it.
    return on_stick(folders, stick) if stick is not None and (stick / ON_STICK).is_dir() else None


def places_of(folders: Folders) -> list[Path]:
    """Where backups of this laptop lie, as far as they can be reached."""
    second = second_place(folders)
    former = map(Path, laptop_book(folders.data).former_folders)
    return list(dict.fromkeys([folders.backups, *([second] if second else []), *former]))


def own_backups(store: Store, folders: Folders) -> Iterator[Path]:
    """Only those that the key opens: what came from another laptop is not this one's to change or erase.

    Elsewhere only those of this laptop, also where another one of the same disk image has the same key.
    """
    for path, is_own in _lying(store, folders, f"fieldkit-*{BACKUP_SUFFIX}"):
        note = note_of(path)
        with suppress(StoreError):
            if (note is None or is_own(note.origin)) and is_own(_origin_in(path, store.key)):
                yield path


def noted_backups(store: Store, folders: Folders) -> Iterator[Path]:
    """Those whose note tells that they are of this laptop, be they there or not: a copy may have been cut off."""
    installation = installation_id(folders.data)
    for path, is_own in _lying(store, folders, note_path(Path(f"fieldkit-*{BACKUP_SUFFIX}")).name):
        backup = path.with_suffix("")
        note = note_of(backup)
        if note is not None and note.installation == installation and is_own(note.origin):
            yield backup


def _lying(store: Store, folders: Folders, names: str) -> Iterator[tuple[Path, Callable[[str], bool]]]:
    """Files in the places of this laptop, each with the rule whose origin is its own there: here, any."""
    laptops = {laptop_of(store.meta.origin), *laptop_book(folders.data).laptops}

    def is_own_elsewhere(origin: str) -> bool:
        return laptop_of(origin) in laptops

    for place in places_of(folders):
        is_own = is_own_elsewhere if place != folders.backups else lambda _origin: True
        yield from ((path, is_own) for path in sorted(place.glob(names)))


def _origin_in(backup: Path, key: bytes) -> str:
    """Under which origin it was made; StoreError where the key does not open it."""
    with closing(Database(backup, key)) as opened:
        return Meta(opened).origin


def half_of(backup: Path) -> Path:
    """What a backup is called until it is whole."""
    return backup.with_name(f".{backup.name}.part")


def seal_backups_anew(store: Store, folders: Folders) -> None:
    """The passphrase of today opens the backups that can be reached, and the former one none of them."""
    for path in own_backups(store, folders):
        note = note_of(path)
        if note is not None:
            with suppress(StoreError):
                write_note(path, msgspec.structs.replace(note, sealed_key=sealed_key(folders.data)))


def on_stick(folders: Folders, stick: Path) -> Path:
    """Where the backups of this laptop lie on a stick: sticks go from one to the next, and each has its own folder."""
    return stick / ON_STICK / (laptop_of(laptop_book(folders.data).origin) or "laptop")


def rotate(folder: Path, keep: Path) -> None:
    """Let go of old backups of this laptop; `keep` stays, and so does what is of another one or has no note."""
    own = note_of(keep)
    if own is None:
        return
    known, laptop = backups_in(folder), laptop_of(own.origin)
    for each in outworn(each for each in known if each.note and each.note.is_of(own.installation, (laptop,))):
        if each.path != keep:
            erase([each.path, note_path(each.path)])


def outworn(backups: Iterable[KnownBackup]) -> list[KnownBackup]:
    """What may go: all but the newest few, and the last one of each of the last days.

    The day of an upgrade keeps two: its last one, and the way back.
    """
    newest_first = sorted(backups, key=lambda each: each.made_ms, reverse=True)
    last_of_day: dict[tuple[str, str], KnownBackup] = {}
    for each in newest_first:
        day = datetime.fromtimestamp(each.made_ms / 1000, UTC).date().isoformat()
        last_of_day.setdefault((day, each.note.upgrade_to if each.note else ""), each)
    kept = [*newest_first[:_NEWEST_KEPT], *list(last_of_day.values())[:_DAYS_KEPT]]
    return [each for each in newest_first if each not in kept]


def verified(path: Path, key: bytes) -> int:
    """Check a copy whole and mark it as one; returns its last number. CorruptError where it is damaged."""
    copy = Database(path, key)
    try:
        copy.refuse_if_newer()
        copy.run("PRAGMA journal_mode = DELETE")
        if not copy.is_sound() or not chain_is_whole(copy):
            raise damaged()
        Meta(copy).put(BACKUP_MARK, 1)
        return Meta(copy).last_number
    finally:
        copy.close()


def _copied(backup: Backup, folder: Path, key: bytes) -> Path:
    """The same backup in another folder, opened there before it gets its name.

    Its note comes first: of a copy that is cut off it tells whose it is.
    """
    target = folder / backup.path.name
    unfinished = half_of(target)
    try:
        copy_out(note_path(backup.path), note_path(target))
        copy_out(backup.path, unfinished)
        verified(unfinished, key)
        move_out(unfinished, target)
    finally:
        _erase_half(unfinished)
        erase([] if target.exists() else [note_path(target)])
    return target


def _erase_half(unfinished: Path) -> None:
    erase([unfinished, *logs_of(unfinished)])


@contextmanager
def _in_words_of_a_backup() -> Iterator[None]:
    """Whoever signed a moment ago must not be told that it was not saved."""
    try:
        yield
    except DiskFullError as problem:
        raise DiskFullError(
            text("Cadangan belum dibuat: penyimpanan laptop penuh."),
            text("Semua yang tersimpan utuh. Kosongkan ruang (tempat sampah, unduhan), lalu cadangkan lagi."),
        ) from problem


@contextmanager
def _in_words_of_the_place() -> Iterator[None]:
    """What fails on a stick or a share is no fault of the laptop."""
    with outgoing_errors():
        try:
            yield
        except CorruptError as problem:
            raise _not_whole_there() from problem
        except StoreError as problem:
            raise OSError(errno.ENOSPC if isinstance(problem, DiskFullError) else errno.EIO, "told there") from problem


def _not_whole_there() -> FileError:
    return FileError(
        text("Salinan cadangan di tempat kedua tidak utuh, jadi tidak disimpan di sana."),
        text("Cadangan di laptop ini sudah dibuat dan diperiksa. Pakai USB lain, lalu cadangkan lagi."),
    )


def _unplugged() -> FileError:
    return FileError(
        text("Tempat kedua untuk cadangan tidak terpasang."),
        text("Cadangan di laptop ini sudah dibuat dan diperiksa. Pasang USB-nya, lalu cadangkan lagi."),
    )


def _copy(store: Store, target: Path) -> None:
    """By a connection of its own: the table goes on searching and saving, however long it takes."""
    with closing(Database(store.path, store.key)) as own, own.errors:
        own.connection.execute("VACUUM INTO ?", (str(target),))
