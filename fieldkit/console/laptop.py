"""The laptop's data in a folder, opened for one command, and who works with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from fieldkit.console.talk import Ask, secret
from fieldkit.domain.errors import KeyUnavailableError, Problem, RuleError, StoreError
from fieldkit.domain.roles import LEADS
from fieldkit.domain.text import Text, text
from fieldkit.host.clock import Clock, SystemClock
from fieldkit.host.folders import open_folders
from fieldkit.store.keeping.farewell import finish_wiping
from fieldkit.store.keeping.opening import KeyWay, choose_passphrase, is_new, key_way, open_store
from fieldkit.store.queries.people import AppUser, app_users
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.work.lease import require_lease
from fieldkit.work.sign_in import check_in, set_first_pin


@dataclass(frozen=True, slots=True)
class Access:
    """A folder of data and what opens it; a descriptor that is None means: ask at the terminal."""

    database: Path
    passphrase_fd: int | None = None
    ask: Ask = getpass


@dataclass(frozen=True, slots=True)
class Who:
    """In whose name a command writes; without a name, the only one who leads."""

    name: str = ""
    pin_fd: int | None = None
    start_code_fd: int | None = None


def opened(access: Access, clock: Clock) -> Store:
    """The store of a folder, made where there is none yet."""
    folders = open_folders(access.database)
    way = key_way(folders)
    phrase, prompt = "", text("Frasa sandi data laptop: ")
    if way is KeyWay.PASSPHRASE:
        phrase = secret(access.passphrase_fd, access.ask, str(prompt))
    elif way is KeyWay.NEW_PASSPHRASE:
        phrase = new_passphrase(access.passphrase_fd, access.ask, prompt)
        choose_passphrase(folders, phrase)
    return open_store(folders, lambda: phrase, clock)


@contextmanager
def enrolled(access: Access) -> Iterator[Store]:
    """The store of a laptop that is one of the centre's, closed at the end; StoreError where there is none."""
    if access.database.is_dir() and finish_wiping(open_folders(access.database)) is not None:
        raise _handed_in()
    if not access.database.is_dir() or is_new(open_folders(access.database)):
        raise _not_enrolled()
    store = opened(access, SystemClock())
    try:
        if Exchange(store).origin() is None:
            raise _not_enrolled()
        yield store
    finally:
        store.close()


def sign_in(store: Store, who: Who, ask: Ask) -> AppUser:
    """Work in somebody's name from now on, as at the sign-in screen: with the PIN, or the office's code before it.

    RuleError, as there, where nobody is let in before the laptop was in touch.
    """
    require_lease(store)
    user = _user(store, who.name)
    code = None if user.has_pin else secret(who.start_code_fd, ask, str(text("Kode awal {name}: ", name=user.name)))
    pin = secret(who.pin_fd, ask, str(text("PIN {name}: ", name=user.name)))
    if code is not None:
        set_first_pin(store, user.id, code, pin)
    check_in(store, user.id, pin)
    store.user = user.id
    return user


def _user(store: Store, name: str) -> AppUser:
    users = store.query(app_users)
    fitting = [user for user in users if (name in {user.name, user.id} if name else user.role in LEADS)]
    if len(fitting) != 1:
        names = ", ".join(user.name for user in users) or "-"
        message = text("Sebut siapa yang bekerja dengan --user. Yang ada di laptop ini: {names}.", names=names)
        raise RuleError(Problem("user", "which_user", message))
    return fitting[0]


def new_passphrase(descriptor: int | None, ask: Ask, prompt: Text) -> str:
    """One that is chosen now: typed twice at the terminal."""
    phrase = secret(descriptor, ask, str(prompt))
    if descriptor is None and ask(str(text("Ketik sekali lagi: "))) != phrase:
        raise _different()
    return phrase


def _different() -> KeyUnavailableError:
    return KeyUnavailableError(
        text("Kedua frasa sandi tidak sama."),
        text("Belum ada yang disimpan. Jalankan lagi; kalau lupa, tidak ada yang bisa membukanya."),
    )


def _not_enrolled() -> StoreError:
    return StoreError(
        text("Di map ini belum ada laptop yang terdaftar."),
        text("Belum ada yang dibuat. Periksa mapnya, atau daftarkan dulu dengan: fieldkit enrol"),
    )


def _handed_in() -> StoreError:
    return StoreError(
        text("Laptop ini sudah menyerahkan semua pekerjaannya, dan datanya sudah dihapus."),
        text("Tidak ada yang hilang. Untuk memakainya lagi, minta kode baru ke kantor, lalu: fieldkit enrol"),
    )
