"""What a request is about that somebody reads out over the telephone, and the question that an admin signs for it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime

from fieldkit.domain.identifiers import row_id
from fieldkit.domain.lease import day_of, is_near
from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.domain.orders.order import OrderKind
from fieldkit.domain.orders.telephone import Unanswered, mistrusted, unanswered
from fieldkit.domain.roles import ADMINS
from fieldkit.records.phone_codes import PhoneRequest, line_of, read_request, user_of
from fieldkit.records.phone_questions import PhoneQuestion, question_document
from fieldkit.records.wire import SignedQuestion
from fieldkit.store.queries.orders.laptops import OfficeLaptop, office_laptops
from fieldkit.store.queries.people import app_user, app_users
from fieldkit.store.store import Store
from fieldkit.work.instants import instant
from fieldkit.work.lease import now_by_centre_ms
from fieldkit.work.sign_in import Signer


@dataclass(frozen=True, slots=True)
class Call:
    """The laptop that a request was read out from, and about what; without a name it is to be opened again."""

    request: str
    laptop: OfficeLaptop
    matter: str
    user_name: str
    is_clock_off: bool
    """Whether it has seen another day than today's."""


def call_about(store: Store, typed: str) -> Call:
    """What was read out, as far as this laptop knows; RuleError where nothing can be told about it."""
    asked = read_request(typed)
    laptop = _laptop_of(store, asked) if asked is not None else None
    if asked is None or laptop is None:
        raise unanswered(Unanswered.UNREAD)
    why = mistrusted(_state(laptop))
    if why is not None:
        raise unanswered(why)
    return _call(store, asked, laptop)


def sign_question(store: Store, typed: str, signer: Signer) -> SignedQuestion:
    """What the centre is asked, signed; it serves once, and within the hour. RuleError as with `call_about`."""
    user, call = store.query(app_user, signer.user_id), call_about(store, typed)
    if user is None or user.role not in ADMINS:
        raise unanswered(Unanswered.NOT_ADMIN)
    here_ms = store.query(now_by_centre_ms, store.clock)
    question = PhoneQuestion(
        kind="phone_answer",
        id=row_id(here_ms, os.urandom(10)),
        regency=store.meta.regency,
        asker=store.meta.get("device_id"),
        laptop=call.laptop.id,
        matter=call.matter,
        request=call.request,
        at=instant(datetime.fromtimestamp(here_ms / 1000, UTC)),
    )
    document = question_document(question)
    return SignedQuestion(
        document=document.decode(), signer_id=signer.user_id, key_id=signer.key_id, signature=signer.sign(document)
    )


def _laptop_of(store: Store, asked: PhoneRequest) -> OfficeLaptop | None:
    laptops = store.query(office_laptops).laptops
    return next((each for each in laptops if each.prefix == asked.prefix), None)


def _state(laptop: OfficeLaptop) -> str:
    """Where it stands, with what was ordered here and shows no effect yet."""
    ordered = {each.order.kind for each in laptop.waiting if not each.is_refused}
    if OrderKind.LAPTOP_REVOKE in ordered:
        return LaptopState.REVOKED
    return LaptopState.MISSING if OrderKind.LAPTOP_MISSING in ordered else laptop.state


def _call(store: Store, asked: PhoneRequest, laptop: OfficeLaptop) -> Call:
    users = {str(each.id): each.name for each in store.query(app_users)}
    here_ms = store.query(now_by_centre_ms, store.clock)
    line = line_of(asked, laptop.id, users, day_of(here_ms))
    if line is None:
        raise unanswered(Unanswered.UNREAD)
    matter, _ = line
    return Call(asked.spoken, laptop, matter, users.get(user_of(matter) or "", ""), not is_near(asked.day, here_ms))
