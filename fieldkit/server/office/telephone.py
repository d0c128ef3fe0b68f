"""What the office answers to a laptop that reaches nobody, and reads out a request over the telephone.

By command on the centre's own machine, or in the window of the office's laptop: there an admin signs what it is about,
so that a laptop's token alone gets nothing. That it was told is written down before anybody hears it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.errors import RuleError
from fieldkit.domain.lease import day_of
from fieldkit.domain.orders.telephone import NEAR_MS, Unanswered, mistrusted, unanswered
from fieldkit.records.codes import secret_hash
from fieldkit.records.phone_codes import PhoneRequest, PhoneStep, answer, line_of, read_request, step_of, user_of
from fieldkit.records.phone_questions import PhoneQuestion, read_question
from fieldkit.records.start_codes import told_verifier
from fieldkit.records.tables import PHONE_STEP
from fieldkit.records.wire import SignedQuestion
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading
from fieldkit.server.devices.guesses import Guesser, one_try
from fieldkit.server.devices.laptops import Device, devices_in
from fieldkit.server.devices.telephone import active_users, phone_secret
from fieldkit.server.merge.authority import sender_of
from fieldkit.server.merge.proposals import is_name
from fieldkit.server.office.admins import is_admin, is_of_office, is_signed, signed_as
from fieldkit.server.office.device_files import laptop_states
from fieldkit.server.office.writing import OfficeRow, new_row, put_office_rows, start_code_row
from fieldkit.server.schema import METADATA, PHONE_ANSWER
from fieldkit.server.trouble import TroubleError

_LONGEST: Final = 2_000
"""Letters of a question: it has a handful of ids."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is read back, to which laptop, and about whose PIN; without a name it renews the lease."""

    code: str
    laptop: Device
    user_name: str
    seen_day: int
    """The latest day that the laptop has seen."""


@dataclass(frozen=True, slots=True)
class _Caller:
    """What a request is about: the laptop, the matter with its chain's end, and who may sign in there."""

    asked: PhoneRequest
    laptop: Device
    line: tuple[str, int]
    users: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that became of a code: when, of which day of the centre, and on which laptop by its prefix."""

    at: str
    day: str
    prefix: str
    matter: str
    kind: str
    user_id: str


def tell(centre: Centre, regency: str, typed: str, now_ms: int) -> Told:
    """The code that answers what a laptop reads out; RuleError where nothing is told.

    A code about a PIN is from now on the start code of that person, so that it proves the key that is made by it.
    """
    with reading(centre.engine) as connection:
        call = _call(connection, regency, typed, now_ms)
    return _told(centre, call, now_ms)


def tell_signed(centre: Centre, device: Device, signed: SignedQuestion, now_ms: int) -> Told:
    """The same for an admin at a laptop of the office; TroubleError 409 where nothing is told, 429 for who guesses."""
    guesser = Guesser(device.regency, secret_hash(f"telephone {device.id}"))
    call = one_try(centre, [guesser], now_ms, lambda connection: _checked(connection, device, signed, now_ms))
    return _told(centre, call, now_ms, signed.signer_id)


def calls(centre: Centre, regency: str) -> list[Call]:
    """All that is known of codes that were told over the telephone, the oldest first."""
    step = METADATA.tables[PHONE_STEP.name].c
    query = sa.select(step.at, step.day, step.laptop, step.matter, step.kind, step.user_id)
    with reading(centre.engine) as connection:
        prefixes = {device.id: device.prefix for device in devices_in(connection, regency)}
        found = connection.execute(query.where(step.regency == regency).order_by(step.at, step.id)).all()
    return [
        Call(row.at, row.day, prefixes.get(row.laptop, row.laptop), row.matter, row.kind, row.user_id or "")
        for row in found
    ]


def _checked(connection: sa.Connection, device: Device, signed: SignedQuestion, now_ms: int) -> _Caller:
    try:
        question = _question(connection, device, signed, now_ms)
        call = _call(connection, device.regency, question.request, now_ms)
        if (question.laptop, question.matter) != (call.laptop.id, call.line[0]):
            raise unanswered(Unanswered.UNREAD)
    except RuleError as error:
        raise TroubleError(409, error.problems[0].code) from None
    _note(connection, call.laptop.id, question, signed, now_ms)
    return call


def _question(connection: sa.Connection, device: Device, signed: SignedQuestion, now_ms: int) -> PhoneQuestion:
    """What was signed, where it was signed by who may ask, here and now and not before; RuleError otherwise."""
    question = read_question(signed.document) if len(signed.document) <= _LONGEST else None
    is_here = question is not None and (question.regency, question.asker) == (device.regency, device.id)
    if question is None or not is_here or not all(map(is_name, (question.id, signed.signer_id, signed.key_id))):
        raise unanswered(Unanswered.UNREAD)
    why = _hindrance(connection, device, signed, question, now_ms)
    if why is not None:
        raise unanswered(why)
    return question


def _hindrance(
    connection: sa.Connection, device: Device, signed: SignedQuestion, question: PhoneQuestion, now_ms: int
) -> Unanswered | None:
    regency = device.regency
    if not is_signed(connection, regency, signed_as(signed)):
        return Unanswered.NOT_SIGNED
    if not is_admin(connection, regency, signed.signer_id):
        return Unanswered.NOT_ADMIN
    if not is_of_office(sender_of(connection, device), regency, now_ms):
        return Unanswered.NOT_OFFICE
    if not _is_near(question.at, now_ms):
        return Unanswered.LATE
    return Unanswered.REPEATED if _is_known(connection, regency, question.id) else _mistrust(connection, device)


def _is_near(told: str, now_ms: int) -> bool:
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        return False
    return at.tzinfo is not None and abs(at.timestamp() * 1000 - now_ms) <= NEAR_MS


def _is_known(connection: sa.Connection, regency: str, question_id: str) -> bool:
    noted = PHONE_ANSWER.c
    query = sa.select(noted.id).where(noted.regency == regency, noted.id == question_id)
    return connection.scalar(query) is not None


def _call(connection: sa.Connection, regency: str, typed: str, now_ms: int) -> _Caller:
    asked = read_request(typed)
    laptop = next((each for each in devices_in(connection, regency) if asked and each.prefix == asked.prefix), None)
    if asked is None or laptop is None:
        raise unanswered(Unanswered.UNREAD)
    why = _mistrust(connection, laptop)
    if why is not None:
        raise unanswered(why)
    users = active_users(connection, regency)
    line = line_of(asked, laptop.id, users, day_of(now_ms))
    if line is None:
        raise unanswered(Unanswered.UNREAD)
    return _Caller(asked, laptop, line, users)


def _mistrust(connection: sa.Connection, laptop: Device) -> Unanswered | None:
    return mistrusted(laptop_states(connection, laptop.regency).get(laptop.id))


def _note(
    connection: sa.Connection, laptop_id: str, question: PhoneQuestion, signed: SignedQuestion, now_ms: int
) -> None:
    """What was signed, as it was signed: by its id it serves once."""
    named = {"regency": question.regency, "id": question.id, "device_id": laptop_id, "asker_id": question.asker}
    by = {name: getattr(signed, name) for name in ("document", "key_id", "signature")}
    noted = named | by | {"user_id": signed.signer_id, "at_ms": now_ms}
    connection.execute(PHONE_ANSWER.insert(), noted)


def _told(centre: Centre, call: _Caller, now_ms: int, by: str = "") -> Told:
    """Where somebody signed for it, that is told to all laptops of the office as well."""
    laptop, user_id = call.laptop, user_of(call.line[0])
    with reading(centre.engine) as connection:
        secret = phone_secret(connection, laptop.regency)
    code = answer(secret, laptop.id, call.line, call.asked, day_of(now_ms))
    rows = [_step(call, PhoneStep.TOLD, now_ms, user_id or "")]
    if by:
        rows.append(_step(call, PhoneStep.ANSWERED, now_ms, by))
    if user_id is not None:
        rows.append(start_code_row(laptop.regency, user_id, told_verifier(code, call.asked.spoken, user_id)))
    put_office_rows(centre, laptop.regency, rows, now_ms=now_ms)
    return Told(code, laptop, call.users.get(user_id or "", ""), call.asked.day)


def _step(call: _Caller, kind: PhoneStep, now_ms: int, user_id: str) -> OfficeRow:
    laptop = call.laptop
    told = step_of(laptop.id, call.line[0], kind, day_of(now_ms), now_ms) | {"user_id": user_id or None}
    return new_row(PHONE_STEP.name, told, area=laptop.regency, now_ms=now_ms)
