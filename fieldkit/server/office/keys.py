"""What follows from the codes of users: keys that came before their code are bound later, and a code that has served
leaves all laptops."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from fieldkit.records.start_codes import is_verifier, key_statement, proves, told_to
from fieldkit.records.tables import APP_USER, USER_KEY
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.office.writing import OfficeRow, put_composed_rows
from fieldkit.server.schema import BOUND_KEY, METADATA, REGENCY

_USER: Final = METADATA.tables[APP_USER.name].c
_KEY: Final = METADATA.tables[USER_KEY.name].c
_CODE: Final = "start_code_hash"


def look_at_keys(centre: Centre, regency: str, now_ms: int) -> None:
    """Bind what can be bound by now, and take back codes that have served, and those that older programs hashed."""
    _bind_late(centre, regency, now_ms)
    put_composed_rows(centre, regency, lambda: _served(centre, regency), now_ms=now_ms)


def _bind_late(centre: Centre, regency: str, now_ms: int) -> None:
    """After a restore a key may come before the order of the code that proves it."""
    with reading(centre.engine) as connection:
        is_late = bool(_provable(connection, regency))
    if not is_late:
        return
    with writing(centre.engine) as connection:
        # Nobody else binds meanwhile: one code, one key.
        connection.execute(sa.select(REGENCY.c.name).where(REGENCY.c.regency == regency).with_for_update()).one()
        for key_id, verifier in _provable(connection, regency).items():
            row = {"regency": regency, "key_id": key_id, "verifier": verifier, "at_ms": now_ms}
            connection.execute(BOUND_KEY.insert(), row)


def _provable(connection: sa.Connection, regency: str) -> dict[str, str]:
    """Keys that nobody bound, with the code that proves each; of two by one code the earlier.

    Not by one that was told over the telephone: a key that such a code did not bind at once is of another laptop.
    """
    of_user = sa.and_(_USER.regency == _KEY.regency, _USER.id == _KEY.user_id, _USER.active == 1)
    bound = sa.exists().where(BOUND_KEY.c.regency == regency, BOUND_KEY.c.key_id == _KEY.id)
    served = sa.exists().where(BOUND_KEY.c.regency == regency, BOUND_KEY.c.verifier == _USER[_CODE])
    query = sa.select(_KEY.id, _KEY.user_id, _KEY.public_key, _KEY.proof, _USER[_CODE]).join(
        METADATA.tables[APP_USER.name], of_user
    )
    query = query.where(_KEY.regency == regency, _KEY.proof.is_not(None), sa.not_(bound), sa.not_(served))
    found: dict[str, str] = {}
    for key_id, user_id, public_key, proof, verifier in connection.execute(query.order_by(_KEY.version)):
        statement = key_statement(regency, user_id, public_key)
        if is_verifier(verifier or "") and verifier not in found.values() and proves(verifier, proof, statement):
            found[key_id] = verifier
    return found


def _served(centre: Centre, regency: str) -> list[OfficeRow]:
    query = sa.select(_USER.id, _USER[_CODE], BOUND_KEY.c.key_id).join(
        BOUND_KEY, sa.and_(BOUND_KEY.c.regency == _USER.regency, BOUND_KEY.c.verifier == _USER[_CODE]), isouter=True
    )
    query = query.where(_USER.regency == regency, _USER[_CODE].is_not(None))
    with reading(centre.engine) as connection:
        users = [row.id for row in connection.execute(query) if row.key_id or not _is_open(row.start_code_hash)]
    return [OfficeRow(APP_USER.name, regency, user, {_CODE: None}, is_new=False) for user in users]


def _is_open(verifier: str) -> bool:
    return is_verifier(verifier) or bool(told_to(verifier))
