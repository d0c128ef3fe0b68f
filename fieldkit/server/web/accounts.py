"""Who may look at the office's page: a passphrase of one's own, set by a code that the admin gives."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.roles import HEADS, LEADS
from fieldkit.records.codes import code_hash, new_code, secret_hash
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.guesses import AT_ONCE, Guesser, in_line, one_try, site_of
from fieldkit.server.schema import METADATA, WEB_ACCOUNT, WEB_SESSION, WRONG_CODE
from fieldkit.server.trouble import TroubleError
from fieldkit.server.web.browsers import is_own_mark, new_mark

READERS: Final = HEADS | LEADS | {"viewer"}
"""Roles that see the office's page."""
CODE_LIFE_MS: Final = 24 * 60 * 60 * 1000
SHORTEST: Final = 10
LONGEST: Final = 200
_LOGIN: Final = re.compile(r"([0-9]{2})([0-9]{2})-[a-z0-9-]{1,60}")
_USER: Final = METADATA.tables["app_user"].c
_ACCOUNT: Final = WEB_ACCOUNT.c


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may look at the page of a regency."""

    regency: str
    user_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Caller:
    """Where a try comes from: the address, and what the browser kept of an earlier sign-in."""

    address: str
    mark: str = field(default="", repr=False)


def login_regency(login: str) -> str | None:
    """The regency that a sign-in name begins with; None where it is none."""
    match = _LOGIN.fullmatch(plain_login(login))
    return f"{match[1]}.{match[2]}" if match else None


def plain_login(login: str) -> str:
    """A sign-in name as it is kept, however it is typed; empty where it can be none."""
    plain = login.strip().lower()
    return plain if _LOGIN.fullmatch(plain) else ""


def give_code(centre: Centre, regency: str, user_id: str, *, now_ms: int) -> tuple[str, str]:
    """Sign-in name and a new code of a user; ValueError where nobody active with a role that may look has this id.

    Whoever guessed under this name is forgiven.
    """
    code = new_code(regency)
    with writing(centre.engine) as connection:
        reader = reader_of(connection, regency, user_id)
        if reader is None:
            raise ValueError("nobody who may look")
        login = _login_of(connection, reader)
        kept = {"code_hash": code_hash(code), "code_until_ms": now_ms + CODE_LIFE_MS}
        connection.execute(WEB_ACCOUNT.update().where(_is(regency, user_id)).values(kept))
        forgiven = sa.and_(WRONG_CODE.c.regency == regency, WRONG_CODE.c.who == _guesser(regency, login).who)
        connection.execute(WRONG_CODE.delete().where(forgiven))
    return login, code


def shut_out(centre: Centre, regency: str, user_id: str) -> bool:
    """End all sessions of a user, and forget passphrase and code; False where there is no account."""
    with writing(centre.engine) as connection:
        connection.execute(WEB_SESSION.delete().where(_of_user(regency, user_id)))
        return connection.execute(WEB_ACCOUNT.delete().where(_is(regency, user_id))).rowcount > 0


def set_passphrase(centre: Centre, login: str, code: str, passphrase: str, address: str, *, now_ms: int) -> Reader:
    """Keep a passphrase for a code, and end what sessions there are; TroubleError where the code does not fit, and
    429 for who guesses.

    Only who has the code is worth the work of hashing: everybody else would keep those out who sign in.
    """
    regency = login_regency(login) or ""
    tried = _guessers(regency, login, address)
    one_try(centre, tried, now_ms, lambda connection: _reader_with(connection, login, code, now_ms))
    with in_line():
        made = _hashed(passphrase)

    def keep(connection: sa.Connection) -> Reader:
        reader = _reader_with(connection, login, code, now_ms)
        kept = {"verifier": made, "code_hash": None, "code_until_ms": None}
        connection.execute(WEB_ACCOUNT.update().where(_is(regency, reader.user_id)).values(kept))
        connection.execute(WEB_SESSION.delete().where(_of_user(regency, reader.user_id)))
        return reader

    return one_try(centre, tried, now_ms, keep)


def sign_in(centre: Centre, login: str, passphrase: str, caller: Caller, *, now_ms: int) -> Reader:
    """Whose name and passphrase these are; TroubleError 400 where they are nobody's, 429 for who guesses.

    Tries by a browser that signed in under this name before are counted apart: a stranger's keep nobody out.
    """
    regency = login_regency(login) or ""

    def attempt(connection: sa.Connection) -> Reader:
        row = _account(connection, regency, login)
        # A name that nobody has takes as long as one that somebody has.
        is_right = _fits(row.verifier if row is not None and row.verifier else _nobodys(), passphrase)
        reader = reader_of(connection, regency, row.user_id) if row is not None and row.verifier else None
        if not is_right or reader is None:
            raise TroubleError(400, "passphrase")
        return reader

    with in_line():
        return one_try(centre, _callers(centre, regency, login, caller), now_ms, attempt)


def mark_browser(centre: Centre, reader: Reader) -> str:
    """What the browser keeps by which somebody signed in just now."""
    query = sa.select(_ACCOUNT.verifier).where(_is(reader.regency, reader.user_id))
    with reading(centre.engine) as connection:
        verifier = connection.scalar(query) or ""
        return new_mark(connection, reader.regency, reader.user_id, verifier)


def reader_of(connection: sa.Connection, regency: str, user_id: str) -> Reader | None:
    """The user, where active and with a role that may look."""
    query = sa.select(_USER.name, _USER.role).where(_USER.regency == regency, _USER.id == user_id, _USER.active == 1)
    row = connection.execute(query).one_or_none()
    return Reader(regency, user_id, row.name) if row is not None and row.role in READERS else None


def accounts(centre: Centre, regency: str) -> list[tuple[str, str, bool]]:
    """User id, sign-in name and whether there is a passphrase, by name."""
    query = sa.select(_ACCOUNT.user_id, _ACCOUNT.login, _ACCOUNT.verifier).where(_ACCOUNT.regency == regency)
    with reading(centre.engine) as connection:
        return [(row[0], row[1], row[2] is not None) for row in connection.execute(query.order_by(_ACCOUNT.login))]


def _reader_with(connection: sa.Connection, login: str, code: str, now_ms: int) -> Reader:
    """Whose code this is; TroubleError 400 where it is nobody's."""
    regency = login_regency(login) or ""
    row = _account(connection, regency, login)
    if row is None or row.code_hash != code_hash(code) or (row.code_until_ms or 0) <= now_ms:
        raise TroubleError(400, "code")
    reader = reader_of(connection, regency, row.user_id)
    if reader is None:
        raise TroubleError(400, "code")
    return reader


def _login_of(connection: sa.Connection, reader: Reader) -> str:
    query = sa.select(_ACCOUNT.login).where(_is(reader.regency, reader.user_id))
    if known := connection.scalar(query):
        return str(known)
    login = _free_login(connection, reader)
    row = {"regency": reader.regency, "user_id": reader.user_id, "login": login}
    connection.execute(WEB_ACCOUNT.insert(), row)
    return login


def _free_login(connection: sa.Connection, reader: Reader) -> str:
    plain = unicodedata.normalize("NFKD", reader.name).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain)[:2])[:40] or "pengguna"
    base = f"{reader.regency.replace('.', '')}-{words}"
    taken = set(connection.scalars(sa.select(_ACCOUNT.login).where(_ACCOUNT.regency == reader.regency)))
    return next(each for each in _numbered(base, len(taken)) if each not in taken)


def _numbered(base: str, most: int) -> list[str]:
    return [base, *(f"{base}-{number}" for number in range(2, most + 3))]


def _account(
    connection: sa.Connection, regency: str, login: str
) -> sa.Row[str, str | None, str | None, int | None] | None:
    query = sa.select(_ACCOUNT.user_id, _ACCOUNT.verifier, _ACCOUNT.code_hash, _ACCOUNT.code_until_ms)
    found = connection.execute(query.where(_ACCOUNT.regency == regency, _ACCOUNT.login == plain_login(login)))
    return found.one_or_none()


def _callers(centre: Centre, regency: str, login: str, caller: Caller) -> list[Guesser]:
    """Under which a try at a passphrase is counted."""
    with reading(centre.engine) as connection:
        row = _account(connection, regency, login) if caller.mark else None
        is_known = (
            row is not None
            and bool(row.verifier)
            and is_own_mark(connection, regency, row.user_id, row.verifier or "", caller.mark)
        )
    if is_known:
        return [Guesser(regency, secret_hash(f"web browser {plain_login(login)} {caller.mark}"))]
    return _guessers(regency, login, caller.address)


def _guessers(regency: str, login: str, address: str) -> list[Guesser]:
    return [Guesser("", secret_hash(f"web address {site_of(address)}")), _guesser(regency, login)]


def _guesser(regency: str, login: str) -> Guesser:
    return Guesser(regency, secret_hash(f"web login {plain_login(login)}"))


def _is(regency: str, user_id: str) -> sa.ColumnElement[bool]:
    return sa.and_(_ACCOUNT.regency == regency, _ACCOUNT.user_id == user_id)


def _of_user(regency: str, user_id: str) -> sa.ColumnElement[bool]:
    return sa.and_(WEB_SESSION.c.regency == regency, WEB_SESSION.c.user_id == user_id)


def _hashed(passphrase: str) -> str:
    from argon2 import PasswordHasher

    with AT_ONCE:
        return PasswordHasher().hash(passphrase)


def _fits(verifier: str, passphrase: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    with AT_ONCE:
        try:
            return PasswordHasher().verify(verifier, passphrase)
        except (VerificationError, InvalidHashError):
            return False


_NOBODYS: Final[list[str]] = []


def _nobodys() -> str:
    """A verifier that nothing fits, made once."""
    if not _NOBODYS:
        _NOBODYS.append(_hashed(new_code("00.00")))
    return _NOBODYS[0]
