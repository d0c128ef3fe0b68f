"""Put a backup in the place of the laptop's data. What was there is set aside, and never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fieldkit.domain.errors import CorruptError, KeyUnavailableError, StoreError
from fieldkit.domain.text import Text, text
from fieldkit.host.escrow import LaptopSecrets, open_escrow
from fieldkit.host.files import copy_file, erase, move_file, set_aside
from fieldkit.host.folders import Folders
from fieldkit.host.installation import installation_id
from fieldkit.host.keys import unwrap
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import verified
from fieldkit.store.keeping.notes import BackupNote, KnownBackup, note_of, pass_over
from fieldkit.store.keeping.own_key import keep_key, own_key
from fieldkit.store.keeping.places import DATABASE_FILE, State, logs_of
from fieldkit.store.meta import Meta

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

_UNFINISHED: Final = f".{DATABASE_FILE}.restore"
_KEPT: Final = {
    State.DAMAGED: text(
        "Data yang rusak disisihkan sebagai {name}, di map {folder}. Jangan dihapus: mungkin kantor masih bisa "
        "mengambil yang belum terkirim dari sana."
    ),
    State.NEWER: text(
        "Data FieldKit yang lebih baru tetap utuh sebagai {name}, di map {folder}. Jangan dihapus: kantor mengambil "
        "yang belum terkirim dari sana."
    ),
    State.REPLACED: text(
        "Data sebelumnya tetap utuh sebagai {name}, di map {folder}. Jangan dihapus: kantor bisa mengambil yang belum "
        "terkirim dari sana."
    ),
}


@dataclass(frozen=True, slots=True)
class SetAside:
    """Data that gave way to a backup."""

    path: Path
    state: State

    @property
    def told(self) -> Text:
        """Where it lies, and what becomes of it."""
        return Text(_KEPT[self.state].source, {"name": self.path.name, "folder": str(self.path.parent)})


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and where the data of before lies; None where there was none."""

    last_number: int
    aside: SetAside | None
    note: BackupNote | None = None
    """Of which laptop the backup is, and when it was made; None where nothing tells."""
    is_of_another: bool = False
    """Whether another laptop worked with it before, as far as the note tells."""


@dataclass(frozen=True, slots=True)
class OtherKeys:
    """What opens a backup whose key is not the one of this laptop."""

    passphrase: str = field(default="", repr=False)
    """The one that its laptop had."""
    rescue: X25519PrivateKey | None = field(default=None, repr=False)
    """The private half of the office's rescue key."""


def restore(folders: Folders, backup: Path, passphrase: Callable[[], str], others: OtherKeys | None = None) -> Restored:
    """Make a backup the laptop's data; opened next, it begins a new incarnation.

    `passphrase` is this laptop's own, where it has one or needs one. StoreError, and nothing has changed, where the
    backup is not whole or no key opens it, or the data is in use.
    """
    unfinished, present = folders.data / _UNFINISHED, folders.data / DATABASE_FILE
    try:
        # Those of a restore that the power ended may be of another backup.
        erase(logs_of(unfinished))
        _copy(backup, unfinished)
        own = own_key(folders, passphrase)
        secrets = _secrets(KnownBackup(backup, note_of(backup)), unfinished, own, others or OtherKeys())
        last_number = verified(unfinished, secrets.key)
        key = own or secrets.key
        _make_own(unfinished, secrets, key)
        if own is None:
            keep_key(folders, key, passphrase)
        pass_over(folders)
        aside = _set_aside(present, key) if present.exists() else None
        _set_logs_aside(present)
        move_file(unfinished, present)
    finally:
        erase([unfinished, *logs_of(unfinished)])
    note = note_of(backup)
    is_of_another = note is not None and note.installation != installation_id(folders.data)
    return Restored(last_number, aside, note, is_of_another)


def _secrets(backup: KnownBackup, copy: Path, own: bytes | None, others: OtherKeys) -> LaptopSecrets:
    """What opens the copy: this laptop's key where it does, else what the note holds under another one."""
    if own is not None and _fits(copy, own):
        return LaptopSecrets(own)
    note = backup.note
    if note is not None and note.sealed_key and others.passphrase:
        return LaptopSecrets(unwrap(note.sealed_key, others.passphrase))
    if note is not None and note.escrow and others.rescue is not None:
        return open_escrow(note.escrow, others.rescue)
    if note is None and own is not None:
        return LaptopSecrets(own)
    raise _needs_another_key(
        passphrase=bool(note and note.sealed_key), rescue=bool(note and note.escrow), origin=note.origin if note else ""
    )


def _fits(copy: Path, key: bytes) -> bool:
    with suppress(CorruptError):
        Database(copy, key).close()
        return True
    return False


def _make_own(copy: Path, secrets: LaptopSecrets, key: bytes) -> None:
    """Sealed anew by this laptop's key, with the token that its keyring would else lack."""
    database = Database(copy, secrets.key)
    try:
        database.run("PRAGMA journal_mode = DELETE")
        if secrets.token and not Meta(database).get("token"):
            Meta(database).put("token", secrets.token)
        if key != secrets.key:
            database.run(f"PRAGMA rekey = \"x'{key.hex()}'\"")
    finally:
        database.close()


def _copy(backup: Path, target: Path) -> None:
    if not backup.is_file():
        raise StoreError(
            text("Berkas cadangan itu tidak ada."),
            text("Tidak ada yang diubah. Periksa nama berkas, dan apakah flashdisk terpasang."),
        )
    copy_file(backup, target)


def _set_aside(present: Path, key: bytes) -> SetAside:
    state = State.DAMAGED
    with suppress(CorruptError):
        # What is empty would be taken for a new database, and filled.
        if present.stat().st_size:
            state = _taken_together(present, key)
    aside = set_aside(present, state)
    for beside, beside_aside in zip(logs_of(present), logs_of(aside), strict=True):
        if beside.exists():
            move_file(beside, beside_aside)
    return SetAside(aside, state)


def _set_logs_aside(present: Path) -> None:
    """Whose database is gone, or was moved when the power went: nobody knows what they belong to."""
    for log in logs_of(present):
        if log.exists():
            set_aside(log, State.DAMAGED)


def _taken_together(present: Path, key: bytes) -> State:
    """How the data is, in one file with what was not checkpointed yet; CorruptError where it can not be read."""
    database = Database(present, key)
    try:
        # Refused while another FieldKit has the file open.
        database.run("PRAGMA journal_mode = DELETE")
        if not database.is_sound():
            return State.DAMAGED
        return State.NEWER if database.is_newer else State.REPLACED
    finally:
        database.close()


def _needs_another_key(*, passphrase: bool, rescue: bool, origin: str) -> KeyUnavailableError:
    title = text("Kunci laptop ini tidak membuka cadangan itu.")
    if passphrase and rescue:
        advice = text("Tidak ada yang diubah. Yang membukanya: frasa sandi {origin}, atau kunci darurat kantor.")
    elif passphrase:
        advice = text("Tidak ada yang diubah. Yang membukanya hanya frasa sandi {origin}.")
    elif rescue:
        advice = text("Tidak ada yang diubah. Yang membukanya: akun di laptop {origin}, atau kunci darurat kantor.")
    elif origin:
        advice = text("Tidak ada yang diubah. Yang membukanya hanya akun di laptop {origin} sendiri.")
    else:
        advice = text("Tidak ada yang diubah. Cadangan ini milik laptop lain, dan tidak ada catatan di sampingnya.")
    return KeyUnavailableError(title, Text(advice.source, {"origin": origin}))
