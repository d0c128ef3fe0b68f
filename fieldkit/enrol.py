"""`fieldkit enrol`: a laptop becomes one of the centre's from the command line, as it does in the window."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import Final

from fieldkit.domain.errors import FieldKitError, KeyUnavailableError
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock, SystemClock
from fieldkit.host.folders import open_folders
from fieldkit.store.exchange import Exchange
from fieldkit.store.opening import KeyWay, choose_passphrase, key_way, open_store
from fieldkit.store.queries.people import app_users
from fieldkit.store.store import Store
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.trust import own_authority

_MOST_BYTES: Final = 4_096
Say = Callable[[str], object]
Ask = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Asked:
    """Where and as what to enrol; a descriptor that is None means: ask at the terminal."""

    database: Path
    centre_url: str
    device_name: str
    code_fd: int | None
    passphrase_fd: int | None
    own_authority: Path | None = None


def run_enrol(asked: Asked, *, ask: Ask = getpass, say: Say = print, clock: Clock | None = None) -> int:
    """Enrol and fetch once; the exit code. What went wrong is told in words of the user."""
    try:
        store = _opened(asked, ask, clock or SystemClock())
    except FieldKitError as error:
        return _told(error)
    try:
        return _enrol(store, asked, ask, say)
    except FieldKitError as error:
        return _told(error)
    finally:
        store.close()


def _opened(asked: Asked, ask: Ask, clock: Clock) -> Store:
    folders = open_folders(asked.database)
    way = key_way(folders)
    phrase = ""
    if way is not KeyWay.KEYRING:
        phrase = _secret(asked.passphrase_fd, ask, str(text("Frasa sandi data laptop: ")))
    if way is KeyWay.NEW_PASSPHRASE:
        if asked.passphrase_fd is None and ask(str(text("Ketik sekali lagi: "))) != phrase:
            raise _different()
        choose_passphrase(folders, phrase)
    return open_store(folders, lambda: phrase, clock)


def _different() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Kedua frasa sandi tidak sama."),
        text("Belum ada yang disimpan. Jalankan lagi; kalau lupa, tidak ada yang bisa membukanya."),
    )


def _enrol(store: Store, asked: Asked, ask: Ask, say: Say) -> int:
    authority = own_authority(asked.own_authority) if asked.own_authority else ""
    exchange, doorway = Exchange(store), Doorway(asked.centre_url, own_authority=authority)
    try:
        code = _secret(asked.code_fd, ask, str(text("Kode pendaftaran: ")))
        enrolment = enrol(doorway, exchange, code, asked.device_name)
    finally:
        doorway.close()
    say(str(text("Terdaftar sebagai {origin}, {place}.", origin=enrolment.origin, place=enrolment.regency_name)))
    return _fetch(store, exchange, say)


def _fetch(store: Store, exchange: Exchange, say: Say) -> int:
    engine = connect(exchange, store.clock, lambda _: None)
    outcome = engine.run(threading.Event())
    engine.close()
    users = len(store.query(app_users))
    say(str(text("{rows} baris diambil, {users} petugas bisa masuk.", rows=outcome.fetched, users=users)))
    return 0 if outcome.cause is None else _told(outcome.cause)


def _secret(descriptor: int | None, ask: Ask, prompt: str) -> str:
    """From the terminal without showing it, or the first line that a descriptor gives."""
    if descriptor is None:
        return ask(prompt)
    with os.fdopen(os.dup(descriptor), "rb") as source:
        return source.readline(_MOST_BYTES).decode().rstrip("\r\n")


def _told(error: FieldKitError) -> int:
    sys.stderr.write(f"{error.title} {error.advice}\n")
    return 1
