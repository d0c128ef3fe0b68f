"""Who is signed in: a random token in a cookie, of which the centre keeps the hash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from fieldkit.records.codes import secret_hash
from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.schema import FEED_COUNTER, METADATA, OFFICE_SUM, REGENCY, WEB_SESSION
from fieldkit.server.tokens import new_token, token_regency
from fieldkit.server.web.accounts import READERS, Reader

LONGEST_MS: Final = 12 * 60 * 60 * 1000
IDLE_MS: Final = 2 * 60 * 60 * 1000
_NOTED_MS: Final = 5 * 60 * 1000
"""That somebody was here is written so often, not with every page."""
_SESSION: Final = WEB_SESSION.c
_USER: Final = METADATA.tables["app_user"]
_KNOWN: Final = sa.and_(_USER.c.regency == _SESSION.regency, _USER.c.id == _SESSION.user_id, _USER.c.active == 1)
_LOOKS: Final = (
    sa.select(_SESSION.user_id, _SESSION.seen_ms, _USER.c.name.label("reader"), _USER.c.role)
    .add_columns(REGENCY.c.name, REGENCY.c.closed_ms, REGENCY.c.time_zone)
    .add_columns(FEED_COUNTER.c.number, OFFICE_SUM.c.version, OFFICE_SUM.c.at_ms)
    .select_from(
        WEB_SESSION.join(_USER, _KNOWN)
        .join(REGENCY, REGENCY.c.regency == _SESSION.regency)
        .join(FEED_COUNTER, FEED_COUNTER.c.regency == _SESSION.regency)
        .outerjoin(OFFICE_SUM, OFFICE_SUM.c.regency == _SESSION.regency)
    )
)
"""All that is asked for each page, in one statement."""


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


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks, and how the regency stands: what a page needs to know before it is made."""

    reader: Reader
    name: str
    clock: ZoneInfo
    """By which the days of the regency begin."""
    is_open: bool
    head: int
    version: int
    """Up to which the kept sums go; -1 without any."""
    at_ms: int | None
    seen_ms: int


def look_with(connection: sa.Connection, token: str, now_ms: int) -> Look | None:
    """Who has this token, as long as the session lasts, and the user works here with a role that may look."""
    regency = token_regency(token)
    if regency is None:
        return None
    query = _LOOKS.where(_is(regency, token), _SESSION.until_ms > now_ms, _SESSION.seen_ms > now_ms - IDLE_MS)
    row = connection.execute(query).one_or_none()
    if row is None or row.role not in READERS:
        return None
    reader, clock = Reader(regency, row.user_id, row.reader), ZoneInfo(row.time_zone)
    version = -1 if row.version is None else row.version
    return Look(reader, row.name, clock, row.closed_ms is None, row.number, version, row.at_ms, row.seen_ms)


def note_seen(centre: Centre, token: str, look: Look, now_ms: int) -> None:
    """Keep that somebody was here, once in a while."""
    if look.seen_ms <= now_ms - _NOTED_MS:
        with writing(centre.engine) as connection:
            mine = _is(look.reader.regency, token)
            connection.execute(WEB_SESSION.update().where(mine).values(seen_ms=now_ms))


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
