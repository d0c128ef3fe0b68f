"""Whether somebody speaks for the office: by a key that is known to be an admin's, on a laptop of the whole regency."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from fieldkit.domain.roles import ADMINS
from fieldkit.records.tables import APP_USER, USER_KEY
from fieldkit.server.merge.authority import Sender
from fieldkit.server.merge.verifying import verifies
from fieldkit.server.schema import BOUND_KEY, METADATA

_USER: Final = METADATA.tables[APP_USER.name].c
_KEY: Final = METADATA.tables[USER_KEY.name].c


class Signed(NamedTuple):
    """A document, and who is said to have signed it with which key."""

    document: str
    signer_id: str
    key_id: str
    signature: str


def signed_as(said: Any) -> Signed:
    """What a row or a message says under these names."""
    return Signed(said.document, said.signer_id, said.key_id, said.signature)


def is_signed(connection: sa.Connection, regency: str, signed: Signed) -> bool:
    """Whether it was, by a key that is known to be the signer's."""
    query = sa.select(_KEY.public_key).where(_KEY.regency == regency, _KEY.id == signed.key_id)
    key = connection.scalar(query.where(_KEY.user_id == signed.signer_id, _bound()))
    return key is not None and verifies(key, signed.signature, signed.document)


def _bound() -> sa.ColumnElement[bool]:
    """A key is known to be its user's."""
    return sa.exists().where(BOUND_KEY.c.regency == _KEY.regency, BOUND_KEY.c.key_id == _KEY.id)


def is_admin(connection: sa.Connection, regency: str, user_id: str) -> bool:
    """Whether somebody who may sign in is an admin."""
    query = sa.select(_USER.role).where(_USER.regency == regency, _USER.id == user_id, _USER.active == 1)
    return connection.scalar(query) in ADMINS


def is_of_office(sender: Sender, regency: str, now_ms: int) -> bool:
    """Whether a laptop holds the whole regency (decision 38)."""
    return sender.reaches_until_ms(regency, is_whole=True) > now_ms
