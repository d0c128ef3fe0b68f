"""Who is signed in: a random token in a cookie, of which the centre keeps the hash."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from fieldkit.records.codes import secret_hash
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.schema import WEB_SESSION
from fieldkit.server.tokens import new_token, token_regency
from fieldkit.server.web.accounts import Reader, reader_of

LONGEST_MS: Final = 12 * 60 * 60 * 1000
IDLE_MS: Final = 2 * 60 * 60 * 1000
_NOTED_MS: Final = 5 * 60 * 1000
"""That somebody was here is written so often, not with every page."""
_SESSION: Final = WEB_SESSION.c


def begin(centre: Centre, reader: Reader, now_ms: int) -> str:
    """A new session; returns its token, which is told once."""
    token = new_token(reader.regency)
    row = {
        "regency": reader.regency,
        "token_hash": secret_hash(token),
        "user_id": reader.user_id,
        "seen_ms": now_ms,
        "until_ms": now_ms + LONGEST_MS,
    }
    is_over = sa.and_(_SESSION.regency == reader.regency, _SESSION.until_ms <= now_ms)
    with writing(centre.engine) as connection:
        connection.execute(WEB_SESSION.delete().where(is_over))
        connection.execute(WEB_SESSION.insert(), row)
    return token


def reader_with(centre: Centre, token: str, now_ms: int) -> Reader | None:
    """Who has this token, as long as the session lasts, and the user works here with a role that may look."""
    regency = token_regency(token)
    if regency is None:
        return None
    query = sa.select(_SESSION.user_id, _SESSION.seen_ms).where(_is(regency, token), _SESSION.until_ms > now_ms)
    with reading(centre.engine) as connection:
        row = connection.execute(query.where(_SESSION.seen_ms > now_ms - IDLE_MS)).one_or_none()
        reader = reader_of(connection, regency, row.user_id) if row is not None else None
    if reader is not None and row is not None and row.seen_ms <= now_ms - _NOTED_MS:
        with writing(centre.engine) as connection:
            connection.execute(WEB_SESSION.update().where(_is(regency, token)).values(seen_ms=now_ms))
    return reader


def end(centre: Centre, token: str) -> None:
    """Sign out."""
    regency = token_regency(token)
    if regency is not None:
        with writing(centre.engine) as connection:
            connection.execute(WEB_SESSION.delete().where(_is(regency, token)))


def form_mark(token: str) -> str:
    """What a form of this session carries, so that no other page can send it."""
    return secret_hash(f"form {token}")


def _is(regency: str, token: str) -> sa.ColumnElement[bool]:
    return sa.and_(_SESSION.regency == regency, _SESSION.token_hash == secret_hash(token))
