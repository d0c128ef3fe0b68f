"""A laptop becomes a device: a code that works once, for a token that is told once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from fieldkit.domain.identifiers import origin_of, row_id
from fieldkit.records.codes import code_regency, enrol_verifier, new_code, secret_hash
from fieldkit.records.wire import Enrolment, EnrolRequest
from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.devices.guesses import AT_ONCE
from fieldkit.server.devices.receiving import receiver_of
from fieldkit.server.ledger.origins import add_origin
from fieldkit.server.regencies import signing_key
from fieldkit.server.schema import DEVICE, DEVICE_GRANT, ENROL_CODE, REGENCY
from fieldkit.server.scope import is_area, outermost
from fieldkit.server.tokens import new_token
from fieldkit.server.trouble import TroubleError, malformed

CODE_LIFE_MS: Final = 24 * 60 * 60 * 1000
_NAME_LENGTH: Final = 200


def issue_code(centre: Centre, regency: str, areas: Sequence[str], *, now_ms: int, life_ms: int = CODE_LIFE_MS) -> str:
    """A code that enrols one laptop of a hosted regency for these areas; ValueError where an area is none."""
    if not areas or not all(map(is_area, areas)):
        raise ValueError(f"not codes of areas: {', '.join(areas)}")
    code = new_code(regency)
    put_code(centre, regency, CodeOrder(enrol_verifier(code), tuple(areas), now_ms + life_ms))
    return code


@dataclass(frozen=True, slots=True)
class CodeOrder:
    """A code by its verifier, for which areas, until when; for which laptop, and how that one is called, where said."""

    code_hash: str
    areas: tuple[str, ...]
    expires_ms: int
    device_id: str | None = None
    name: str | None = None


def put_code(centre: Centre, regency: str, code: CodeOrder) -> None:
    """Let one laptop in that tells this code; one that is there already stays as it is."""
    row = {
        "regency": regency,
        "code_hash": code.code_hash,
        "areas": " ".join(outermost(code.areas)),
        "expires_ms": code.expires_ms,
        "device_id": code.device_id,
        "name": code.name,
    }
    this = sa.and_(ENROL_CODE.c.regency == regency, ENROL_CODE.c.code_hash == code.code_hash)
    with writing(centre.engine) as connection:
        connection.execute(sa.select(REGENCY.c.name).where(REGENCY.c.regency == regency).with_for_update()).one()
        if connection.scalar(sa.select(ENROL_CODE.c.areas).where(this)) is None:
            connection.execute(ENROL_CODE.insert(), row)


def enrol(connection: sa.Connection, request: EnrolRequest, now_ms: int) -> Enrolment:
    """Trade a code for a token; TroubleError `code`, with nothing written, where it is unknown, used or too old."""
    check_request(request)
    regency = code_regency(request.code)
    if regency is None:
        raise _bad_code()
    with AT_ONCE:
        verifier = enrol_verifier(request.code)
    name = _lock_regency(connection, regency)
    spent = _spend_code(connection, regency, verifier, now_ms)
    return _add_device(connection, request, (regency, name), spent, now_ms)


def check_request(request: EnrolRequest) -> None:
    """TroubleError `malformed` where a request makes no sense, whatever its code."""
    if not 0 < len(request.device_name) <= _NAME_LENGTH or not request.device_name.isprintable():
        raise malformed("device_name")
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(request.public_key))
    except ValueError:
        raise malformed("public_key") from None


def _bad_code() -> TroubleError:
    return TroubleError(400, "code")


def _lock_regency(connection: sa.Connection, regency: str) -> str:
    """The name of the regency; one enrolment of it at a time, so that each takes the next prefix."""
    query = sa.select(REGENCY.c.name).where(REGENCY.c.regency == regency).with_for_update()
    name = connection.scalar(query)
    if name is None:
        raise _bad_code()
    return str(name)


def _spend_code(connection: sa.Connection, regency: str, verifier: str, now_ms: int) -> CodeOrder:
    column = ENROL_CODE.c
    usable = sa.and_(
        column.regency == regency,
        column.code_hash == verifier,
        column.used_ms.is_(None),
        column.expires_ms > now_ms,
    )
    told = sa.select(column.code_hash, column.areas, column.expires_ms, column.device_id, column.name)
    found = connection.execute(told.where(usable)).one_or_none()
    if found is None:
        raise _bad_code()
    connection.execute(ENROL_CODE.update().where(usable).values(used_ms=now_ms))
    return CodeOrder(found.code_hash, tuple(found.areas.split()), found.expires_ms, found.device_id, found.name)


def _add_device(
    connection: sa.Connection, request: EnrolRequest, host: tuple[str, str], spent: CodeOrder, now_ms: int
) -> Enrolment:
    regency, regency_name = host
    device_id, token = spent.device_id or row_id(now_ms, os.urandom(10)), new_token(regency)
    areas = list(spent.areas)
    prefix = _next_prefix(connection, regency)
    row = {
        "regency": regency,
        "id": device_id,
        "name": spent.name or request.device_name,
        "token_hash": secret_hash(token),
        "public_key": request.public_key.lower(),
        "prefix": prefix,
        "incarnation": 1,
        "enrolled_ms": now_ms,
    }
    connection.execute(DEVICE.insert(), row)
    _grant(connection, regency, device_id, areas, now_ms)
    origin = origin_of(regency, prefix, 1)
    add_origin(connection, regency, origin, device_id)
    return Enrolment(
        device_id=device_id,
        token=token,
        origin=origin,
        regency=regency,
        regency_name=regency_name,
        areas=areas,
        centre_key=signing_key(connection, regency).public_key().public_bytes_raw().hex(),
        receiver=receiver_of(connection, regency),
    )


def _next_prefix(connection: sa.Connection, regency: str) -> str:
    """P1, P2, ...: devices are never removed, so their count is the last one given."""
    given = connection.execute(sa.select(sa.func.count()).where(DEVICE.c.regency == regency)).scalar_one()
    return f"P{given + 1}"


def _grant(connection: sa.Connection, regency: str, device_id: str, areas: list[str], now_ms: int) -> None:
    key = {"regency": regency, "device_id": device_id, "from_ms": now_ms}
    connection.execute(DEVICE_GRANT.insert(), [key | {"area": area} for area in areas])
