"""`fieldkit enrol`: a laptop becomes one of the centre's from the command line, as it does in the window."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from fieldkit.console.laptop import Access, opened
from fieldkit.console.talk import DONE, Ask, Say, secret, told
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock, SystemClock
from fieldkit.host.folders import open_folders
from fieldkit.store.keeping.farewell import begin_anew, farewell_of
from fieldkit.store.queries.people import app_users
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.trust import own_authority


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
        _begin_anew_where_handed_in(asked.database)
        store = opened(Access(asked.database, asked.passphrase_fd, ask), clock or SystemClock())
    except FieldKitError as error:
        return told(error)
    try:
        return _enrol(store, asked, ask, say)
    except FieldKitError as error:
        return told(error)
    finally:
        store.close()


def _begin_anew_where_handed_in(database: Path) -> None:
    """What a wiped laptop left to tell would have the next start of the window wipe it again."""
    if database.is_dir() and farewell_of(folders := open_folders(database)) is not None:
        begin_anew(folders)


def _enrol(store: Store, asked: Asked, ask: Ask, say: Say) -> int:
    authority = own_authority(asked.own_authority) if asked.own_authority else ""
    exchange, doorway = Exchange(store), Doorway(asked.centre_url, own_authority=authority)
    try:
        code = secret(asked.code_fd, ask, str(text("Kode pendaftaran: ")))
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
    return DONE if outcome.cause is None else told(outcome.cause)
