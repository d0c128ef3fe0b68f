"""What gateways report of a message, and numbers that want no more: each guarded by a secret of its own (F-K5)."""

from __future__ import annotations

import hmac
from dataclasses import replace
from hashlib import blake2b
from typing import Final
from urllib.parse import urlencode

import sqlalchemy as sa

from fieldkit.domain.areas import office_of
from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.notices.wording import is_stop
from fieldkit.domain.people.phone import check_phone
from fieldkit.records.tables import NOTICE_STEP, NOTICE_STOP, SERVICE_REQUEST
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.notices.book import (
    fresh_id,
    local_of,
    step_row,
    steps_of_message,
    stopped_numbers,
    write,
    write_new,
)
from fieldkit.server.notices.ways import Gateway
from fieldkit.server.office.writing import OfficeRow
from fieldkit.server.regencies import feed_heads
from fieldkit.server.schema import CENTRE_KEY, METADATA

REPORT: Final = "/v1/notices/report"
INBOUND: Final = "/v1/notices/inbound"
_INBOUND: Final = "inbound"
_WORDS: Final = {
    "1": NoticeState.DELIVERED,
    "2": NoticeState.FAILED,
    "8": NoticeState.ACCEPTED,
    "16": NoticeState.REJECTED,
    "delivered": NoticeState.DELIVERED,
    "delivrd": NoticeState.DELIVERED,
    "failed": NoticeState.FAILED,
    "undeliv": NoticeState.FAILED,
    "undelivered": NoticeState.FAILED,
    "expired": NoticeState.EXPIRED,
    "rejected": NoticeState.REJECTED,
    "rejectd": NoticeState.REJECTED,
    "accepted": NoticeState.ACCEPTED,
    "sent": NoticeState.ACCEPTED,
}
"""What gateways say, Kannel in numbers; anything else tells nothing."""


def report_url(connection: sa.Connection, gateway: Gateway, regency: str, reference: str) -> str:
    """Where the gateway reports one message; empty where it can not reach the centre. The status is added to it."""
    if not gateway.reports_to:
        return ""
    asked = {"regency": regency, "reference": reference, "secret": secret_of(connection, regency, reference)}
    return f"{gateway.reports_to.rstrip('/')}{REPORT}?{urlencode(asked)}"


def secret_of(connection: sa.Connection, regency: str, what: str) -> str:
    """The secret of one message, or of what comes in: made from the centre's key, kept nowhere."""
    key = connection.scalar(sa.select(CENTRE_KEY.c.private_key).where(CENTRE_KEY.c.regency == regency)) or b""
    return blake2b(what.encode(), key=key, digest_size=16, person=b"fieldkit-report").hexdigest()


def inbound_secret(centre: Centre, regency: str) -> str:
    """With what a gateway hands on the messages that come in."""
    with reading(centre.engine) as connection:
        return secret_of(connection, regency, _INBOUND)


def take_report(centre: Centre, asked: dict[str, str], now_ms: int) -> bool:
    """Note what became of a message; False where the secret is not its own. Told twice it is noted once."""
    regency, reference = asked.get("regency", ""), asked.get("reference", "")
    with reading(centre.engine) as connection:
        if not _is_known(connection, regency, reference, asked.get("secret", "")):
            return False
        said, local = steps_of_message(connection, regency, reference), local_of(connection, regency, now_ms)
    state = _WORDS.get(asked.get("status", "").lower())
    if said and state is not None:
        step = replace(said[0], state=state, at=local.instant)
        write_new(centre, regency, [step_row(step, cause="report")], now_ms)
    return True


def take_inbound(centre: Centre, asked: dict[str, str], now_ms: int) -> bool:
    """Take a message in: who writes STOP gets no more. False where the secret is not the gateway's."""
    regency, phone = asked.get("regency", ""), check_phone(asked.get("from", "")).e164
    with reading(centre.engine) as connection:
        if not _is_known(connection, regency, _INBOUND, asked.get("secret", "")):
            return False
    if phone and is_stop(asked.get("text", "")):
        write(centre, regency, lambda: _stop_row(centre, regency, phone, now_ms), now_ms)
    return True


def _stop_row(centre: Centre, regency: str, phone: str, now_ms: int) -> list[OfficeRow]:
    """The word, where the person is whom the number was written to last."""
    step, request = METADATA.tables[NOTICE_STEP.name], METADATA.tables[SERVICE_REQUEST.name]
    same = sa.and_(request.c.regency == step.c.regency, request.c.id == step.c.request_id)
    query = sa.select(step.c.area, request.c.resident_id).join(request, same)
    query = query.where(step.c.regency == regency, step.c.phone == phone).order_by(step.c.at.desc()).limit(1)
    with reading(centre.engine) as connection:
        if phone in stopped_numbers(connection, regency):
            return []
        found = connection.execute(query).one_or_none()
        local = local_of(connection, regency, now_ms)
    # Whose number it is nobody here knows: that is for the office alone.
    area, resident = found or (office_of(regency), None)
    values = {"phone": phone, "resident_id": resident, "way": "sms", "at": local.instant}
    return [OfficeRow(NOTICE_STOP.name, area, fresh_id(now_ms), values)]


def _is_known(connection: sa.Connection, regency: str, what: str, secret: str) -> bool:
    if not feed_heads(connection, [regency]):
        return False
    return hmac.compare_digest(secret_of(connection, regency, what).encode(), secret.encode())
