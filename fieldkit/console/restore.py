"""`fieldkit restore`: a backup becomes the laptop's data; what was there is set aside."""

from __future__ import annotations

from pathlib import Path

from fieldkit.console.laptop import Access, new_passphrase
from fieldkit.console.rescue import RescueKey
from fieldkit.console.talk import DONE, Say, say_as, secret, told
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.text import Text, text
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.keys import real_keyring
from fieldkit.store.keeping.notes import KnownBackup, Opens, note_of, opens
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.places import wrapped_key
from fieldkit.store.keeping.restore import OtherKeys, Restored, restore


def run_restore(
    access: Access, backup: Path, key: RescueKey | None = None, *, as_json: bool = False, say: Say = print
) -> int:
    """Put the backup in place and begin a new incarnation with it; returns the exit code.

    What this laptop's own key does not open is opened by the passphrase that its laptop had, or by the rescue key.
    """
    folders = open_folders(access.database)
    try:
        phrase = _passphrase(folders, access)
        restored = restore(folders, backup, lambda: phrase, _others(folders, access, backup, key))
        store = open_store(folders, lambda: phrase, SystemClock())
        origin = store.meta.origin
        store.close()
    except FieldKitError as error:
        return told(error)
    aside = restored.aside.path.name if restored.aside else ""
    facts = {"origin": origin, "last_number": restored.last_number, "set_aside": aside}
    say_as(facts, _sentence(restored), as_json=as_json, say=say)
    return DONE


def _passphrase(folders: Folders, access: Access) -> str:
    """This laptop's own, where it has one, or needs one from now on."""
    prompt = text("Frasa sandi data laptop: ")
    if wrapped_key(folders).exists():
        return secret(access.passphrase_fd, access.ask, str(prompt))
    return "" if real_keyring() else new_passphrase(access.passphrase_fd, access.ask, prompt)


def _others(folders: Folders, access: Access, backup: Path, key: RescueKey | None) -> OtherKeys:
    if key is not None:
        return OtherKeys(rescue=key.opened(access.ask))
    if opens(folders, KnownBackup(backup, note_of(backup))) is not Opens.PASSPHRASE:
        return OtherKeys()
    prompt = text("Frasa sandi laptop asal cadangan ini: ")
    return OtherKeys(secret(access.passphrase_fd, access.ask, str(prompt)))


def _sentence(restored: Restored) -> Text:
    if restored.aside is None:
        return text("Cadangan dipasang. Sinkronkan sekarang, lalu cocokkan dengan kertas.")
    return text("Cadangan dipasang. {kept} Sinkronkan sekarang, lalu cocokkan dengan kertas.", kept=restored.aside.told)
