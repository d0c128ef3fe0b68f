"""`fieldkit restore`: a backup becomes the laptop's data; what was there is set aside."""

from __future__ import annotations

from pathlib import Path

from fieldkit.console.laptop import Access
from fieldkit.console.talk import DONE, Say, say_as, secret, told
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.text import Text, text
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import open_folders
from fieldkit.store.keeping.opening import KeyWay, key_way, open_store
from fieldkit.store.keeping.restore import Restored, restore


def run_restore(access: Access, backup: Path, *, as_json: bool = False, say: Say = print) -> int:
    """Put the backup in place and begin a new incarnation with it; returns the exit code."""
    folders = open_folders(access.database)
    try:
        asks = key_way(folders) is not KeyWay.KEYRING
        phrase = secret(access.passphrase_fd, access.ask, str(text("Frasa sandi data laptop: "))) if asks else ""
        restored = restore(folders, backup, lambda: phrase)
        store = open_store(folders, lambda: phrase, SystemClock())
        origin = store.meta.origin
        store.close()
    except FieldKitError as error:
        return told(error)
    aside = restored.aside.name if restored.aside else ""
    facts = {"origin": origin, "last_number": restored.last_number, "set_aside": aside}
    say_as(facts, _sentence(restored), as_json=as_json, say=say)
    return DONE


def _sentence(restored: Restored) -> Text:
    if restored.aside is None:
        return text("Cadangan dipasang. Sinkronkan sekarang, lalu cocokkan dengan kertas.")
    return text(
        "Cadangan dipasang. Data sebelumnya disimpan di sampingnya sebagai {name}. Sinkronkan sekarang, lalu cocokkan "
        "dengan kertas.",
        name=restored.aside.name,
    )
