"""What the door asks of the store; all of it runs in the store lane."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fieldkit.domain.errors import RuleError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lease import LeaseStanding
from fieldkit.records.phone_codes import LEASE
from fieldkit.store.queries.people import AppUser, app_users
from fieldkit.store.store import Store
from fieldkit.store.syncing.outgoing import count_waiting
from fieldkit.ui.door.forgotten import SetBack
from fieldkit.work.lease import call_about, look_at_lease, renew_by_phone, require_lease
from fieldkit.work.sign_in import Signer, check_in, end_wait, pin_call, reset_pin, seconds_to_wait, set_first_pin


@dataclass(frozen=True, slots=True)
class Inside:
    """Who may sign in, and how the laptop's lease stands: None on one without a centre."""

    users: list[AppUser]
    lease: LeaseStanding | None
    spoken: str
    """What is read out to the office where the lease is over."""
    waiting: int

    @property
    def is_closed(self) -> bool:
        """Whether nobody is let in."""
        return self.lease is not None and not self.lease.opens


def look_inside(store: Store) -> Inside:
    """What the door shows."""
    lease = look_at_lease(store)
    call = call_about(store, LEASE) if lease is not None and not lease.opens else None
    return Inside(store.query(app_users), lease, call.asked.spoken if call else "", store.query(count_waiting))


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of a try to sign in; without a problem it was right."""

    problem: RuleError | None
    wait_s: int


def attempt(store: Store, user: AppUser, pin: str, code: str | None) -> Attempt:
    """Try a PIN, or set the first one with the code of the office."""
    user_id = UserId(user.id)
    try:
        require_lease(store)
        if code is not None:
            set_first_pin(store, user_id, code, pin)
        check_in(store, user_id, pin)
    except RuleError as problem:
        return Attempt(problem, seconds_to_wait(store, user_id))
    return Attempt(None, 0)


def set_back(store: Store, user: AppUser, typed: SetBack) -> Attempt:
    """Set a PIN back, or end a wait, by the code of the office or by who leads."""
    user_id = UserId(user.id)
    try:
        if typed.code:
            set_first_pin(store, user_id, typed.code, typed.pin)
        elif typed.pin:
            reset_pin(store, _lead(store, typed), user_id, typed.pin)
        else:
            end_wait(store, _lead(store, typed), user_id)
    except RuleError as problem:
        return Attempt(problem, seconds_to_wait(store, user_id))
    return Attempt(None, 0)


def spoken_for(store: Store, user: AppUser) -> str:
    """What this person reads out to the office; empty where no code would be recognised."""
    call = pin_call(store, UserId(user.id))
    return call.asked.spoken if call is not None else ""


def _lead(store: Store, typed: SetBack) -> Signer:
    """Whoever leads, by the own PIN; what is wrong with it is said beside it."""
    try:
        return check_in(store, UserId(typed.lead_id), typed.lead_pin)
    except SignatureError as error:
        raise SignatureError(*(replace(each, field="lead_pin") for each in error.problems)) from error


def renew(store: Store, code: str) -> RuleError | None:
    """Try a code that the office told; what is wrong with it."""
    try:
        renew_by_phone(store, code)
    except RuleError as problem:
        return problem
    return None
