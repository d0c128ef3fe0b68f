"""Users of this laptop."""

from __future__ import annotations

from dataclasses import dataclass, field

from fieldkit.domain.identifiers import UserId
from fieldkit.store.database import Database


@dataclass(frozen=True, slots=True)
class AppUser:
    """Somebody who may sign in. `has_pin` where a PIN was set on this laptop."""

    id: UserId
    name: str
    role: str
    has_pin: bool


@dataclass(frozen=True, slots=True)
class LocalUser:
    """How a user proves to be who signs in here; never travels."""

    user_id: UserId
    verifier: str = field(repr=False)
    sealed_key: str = field(repr=False)
    key_id: str
    failures: int
    wait_s: int
    """Seconds that were left to wait when the monotonic clock of this computer stood at `wait_mark_s`."""
    wait_mark_s: int
    used_code: str = ""
    """The verifier of the code by which the PIN was set."""


def app_users(database: Database) -> list[AppUser]:
    """Active users by name."""
    rows = database.rows(
        "SELECT u.id, u.name, u.role, l.user_id IS NOT NULL FROM app_user u LEFT JOIN local_user l ON l.user_id = u.id "
        "WHERE u.active = 1 ORDER BY u.name"
    )
    return [AppUser(*row) for row in rows]


def app_user(database: Database, user_id: str) -> AppUser | None:
    """One user; None where unknown or not active."""
    return next((user for user in app_users(database) if user.id == user_id), None)


def local_user(database: Database, user_id: str) -> LocalUser | None:
    """The sign-in of a user on this laptop; None before the PIN was set."""
    row = database.row(
        "SELECT user_id, verifier, sealed_key, key_id, failures, wait_s, wait_mark_s, used_code FROM local_user "
        "WHERE user_id = ?",
        user_id,
    )
    return LocalUser(*row) if row else None


def registered_key(database: Database, user: LocalUser) -> str:
    """The public half of the key that a user registered here, as hex; empty where it is nobody's, or another's."""
    sql = "SELECT public_key FROM user_key WHERE id = ? AND user_id = ?"
    return str(database.value(sql, user.key_id, user.user_id) or "")


def put_local_user(database: Database, user: LocalUser) -> None:
    """Set or change a sign-in; use with `Store.write_local`."""
    database.run(
        "INSERT OR REPLACE INTO local_user (user_id, verifier, sealed_key, key_id, failures, wait_s, wait_mark_s, "
        "used_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        user.user_id,
        user.verifier,
        user.sealed_key,
        user.key_id,
        user.failures,
        user.wait_s,
        user.wait_mark_s,
        user.used_code,
    )


def put_failures(database: Database, user_id: str, failures: int, wait_s: int, wait_mark_s: int = 0) -> None:
    """Note wrong PINs in a row and the wait for them; PIN and key stay, also where another program changed them."""
    database.run(
        "UPDATE local_user SET failures = ?, wait_s = ?, wait_mark_s = ? WHERE user_id = ?",
        failures,
        wait_s,
        wait_mark_s,
        user_id,
    )


def start_code_hash(database: Database, user_id: str) -> str:
    """The verifier of the one-time code with which a user sets a PIN; empty where none is left to use."""
    return str(database.value("SELECT start_code_hash FROM app_user WHERE id = ? AND active = 1", user_id) or "")
