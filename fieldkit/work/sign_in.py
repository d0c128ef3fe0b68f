"""Sign in offline: a PIN per laptop, set once with a code from the office."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import ceil, floor
from typing import Final

from fieldkit.domain.errors import Problem, RuleError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.roles import LEADS, may_vouch_for
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock
from fieldkit.host.secrets import (
    check_pin,
    delay_after,
    new_pin_verifier,
    new_signing_key,
    pin_problem,
    public_half,
    sign,
)
from fieldkit.records.codes import secret_hash
from fieldkit.records.phone_codes import PhoneLine, pin_matter
from fieldkit.records.start_codes import Voucher, fits, is_verifier, key_statement, prove, told_verifier, vouched
from fieldkit.records.tables import SIGN_IN_STEP, USER_KEY
from fieldkit.store.database import Database
from fieldkit.store.keeping.lease_mark import keep_lease_mark
from fieldkit.store.queries.people import (
    AppUser,
    LocalUser,
    app_user,
    local_user,
    put_failures,
    put_local_user,
    registered_key,
    start_code_hash,
)
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.lease import Call, answered, call_about, note_first_in, spend

PIN_RESET: Final = "pin_reset"
WAIT_ENDED: Final = "wait_ended"


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody whose PIN was right just now; signs documents with the own key."""

    user_id: UserId
    key_id: str
    _sealed_key: str = field(repr=False)
    _pin: str = field(repr=False)

    def sign(self, document: bytes) -> str:
        """Ed25519 signature, hex."""
        return sign(self._sealed_key, self._pin, document)


def set_first_pin(store: Store, user_id: UserId, start_code: str, pin: str) -> None:
    """Set the PIN of a user on this laptop with a one-time code of the office, and make a key that the code proves.

    A code that is new takes the place of a PIN that was forgotten; where it can not have come by a sync, the office
    tells it over the telephone. One of an older program sets a PIN too, but proves nothing: the centre then takes the
    key for nobody's until the office gives a new code.
    """
    verifier = store.query(start_code_hash, user_id)
    call = pin_call(store, user_id)
    if call is not None and not _is_start_code(store, user_id, start_code, verifier):
        _set_by_phone(store, user_id, call, start_code, pin)
        return
    _refuse_used(store.query(local_user, user_id), verifier)
    if not _code_fits(start_code, verifier):
        raise SignatureError(
            Problem("code", "wrong_code", text("Kode awal tidak cocok. Periksa lagi, atau minta kode baru ke kantor."))
        )

    def proof_of(statement: bytes) -> str | None:
        return prove(start_code, verifier, statement) if is_verifier(verifier) else None

    _make_key(store, user_id, pin, proof_of, used_code=verifier)


def pin_call(store: Store, user_id: UserId) -> Call | None:
    """What somebody who has a PIN here reads out to the office to get another one; None where no code would be
    recognised."""
    return call_about(store, pin_matter(user_id)) if store.query(local_user, user_id) is not None else None


def _is_start_code(store: Store, user_id: UserId, code: str, verifier: str) -> bool:
    user = store.query(local_user, user_id)
    is_open = is_verifier(verifier) and (user is None or user.used_code != verifier)
    return is_open and fits(code, verifier)


def _set_by_phone(store: Store, user_id: UserId, call: Call, code: str, pin: str) -> None:
    """The centre keeps what the code is proved by since it told it, so the key is the person's like any other."""
    _refuse_dismissed(store, user_id)
    line = answered(store, pin_matter(user_id), code)
    verifier = told_verifier(code, call.asked.spoken, user_id)

    def proof_of(statement: bytes) -> str:
        return prove(code, verifier, statement)

    _make_key(store, user_id, pin, proof_of, used_code=verifier, spent=line)
    keep_lease_mark(store)


def _refuse_used(user: LocalUser | None, verifier: str) -> None:
    """A code serves once; one that came after the PIN was set is another one."""
    if not verifier:
        raise SignatureError(Problem("code", "no_code", _NO_CODE))
    if user is not None and (not is_verifier(verifier) or user.used_code == verifier):
        raise SignatureError(Problem("code", "code_used", _CODE_USED))


def _code_fits(start_code: str, verifier: str) -> bool:
    if is_verifier(verifier):
        return fits(start_code, verifier)
    return hmac.compare_digest(secret_hash(start_code.strip().upper()), verifier)


def _make_key(
    store: Store,
    user_id: UserId,
    pin: str,
    proof_of: Callable[[bytes], str | None],
    *,
    used_code: str,
    by: str = "",
    spent: PhoneLine | None = None,
) -> None:
    """A new PIN with a new key; the key before can not be opened any more, and what it signed stays signed."""
    problem = pin_problem(pin)
    if problem:
        raise RuleError(problem)
    key, verifier = new_signing_key(pin), new_pin_verifier(pin)
    proof = proof_of(key_statement(store.meta.regency, user_id, key.public_hex))
    made = LocalUser(user_id, verifier, key.sealed, "", 0, 0, 0, used_code)
    with store.acting(user_id):
        store.execute(_publish_key, made, key.public_hex, proof, by, spent)


def reset_pin(store: Store, lead: Signer, user_id: UserId, pin: str) -> None:
    """Whoever leads lets somebody who forgot the PIN set a new one here, without a line, and vouches for the new key.

    SignatureError where that is not theirs: who signs for the office or its stock needs a code of the office.
    """
    user = _led(store, lead, user_id)
    if not may_vouch_for(user.role):
        raise SignatureError(Problem("lead_pin", "needs_code", text("PIN ini hanya diganti dengan kode dari kantor.")))

    def proof_of(statement: bytes) -> str:
        return vouched(Voucher(lead.user_id, lead.key_id, lead.sign(statement)))

    before = store.query(local_user, user_id)
    used_code = before.used_code if before is not None else ""
    _make_key(store, user_id, pin, proof_of, used_code=used_code, by=lead.user_id)


def end_wait(store: Store, lead: Signer, user_id: UserId) -> None:
    """Whoever leads lets somebody who has to wait after wrong PINs try again; PIN and key stay as they are."""
    _led(store, lead, user_id)
    if store.query(local_user, user_id) is not None:
        with store.acting(lead.user_id):
            store.execute(_end_wait, user_id, lead.user_id)


def _led(store: Store, lead: Signer, user_id: UserId) -> AppUser:
    """The user, where this lead has a say; nobody sets back what is their own."""
    known, user = store.query(app_user, lead.user_id), store.query(app_user, user_id)
    if known is None or known.role not in LEADS or lead.user_id == user_id:
        raise SignatureError(Problem("lead_pin", "not_lead", text("Hanya ketua tim lain atau kantor yang bisa ini.")))
    if user is None:
        raise _dismissed()
    return user


def check_in(store: Store, user_id: UserId, pin: str) -> Signer:
    """Who gives the right PIN; SignatureError where it is wrong, and a growing wait after five times."""
    _refuse_dismissed(store, user_id)
    user, left_s = store.write_local(_begin_try, user_id, store.clock)
    if user is None:
        raise SignatureError(
            Problem("pin", "no_pin", text("PIN belum dibuat di laptop ini. Pakai kode awal dari kantor."))
        )
    _refuse_waiting(user, left_s)
    if not check_pin(user.verifier, pin):
        message = text("PIN tidak cocok. Tidak ada yang berubah; coba lagi.")
        raise SignatureError(Problem("pin", "wrong_pin", message))
    _require_own_key(store, user, pin)
    store.write_local(put_failures, user_id, 0, 0)
    note_first_in(store, user_id)
    return Signer(user_id, user.key_id, user.sealed_key, pin)


def _require_own_key(store: Store, user: LocalUser, pin: str) -> None:
    """Whoever has the database's key can put a PIN of their own in place of another's, but has not the other's key."""
    registered = store.query(registered_key, user)
    if not registered or public_half(user.sealed_key, pin) != registered:
        raise SignatureError(Problem("pin", "not_own_key", _NOT_OWN_KEY))


def _publish_key(
    unit: Unit, made: LocalUser, public_hex: str, proof: str | None, by: str, spent: PhoneLine | None
) -> None:
    """All or none: a code that is spent must have left a PIN, and two programs that spend it at once leave one."""
    if spent is None and not by:
        _refuse_used(unit.query(local_user, made.user_id), made.used_code)
    told = {"user_id": made.user_id, "public_key": public_hex, "proof": proof}
    key_id = unit.insert(USER_KEY, unit.meta.regency, **told)
    unit.write_local(put_local_user, replace(made, key_id=key_id))
    if spent is not None:
        spend(unit, spent)
    if by:
        _note_step(unit, made.user_id, PIN_RESET, by)


def _end_wait(unit: Unit, user_id: UserId, by: str) -> None:
    unit.write_local(put_failures, user_id, 0, 0)
    _note_step(unit, user_id, WAIT_ENDED, by)


def _note_step(unit: Unit, user_id: str, kind: str, by: str) -> None:
    told = {"user_id": user_id, "kind": kind, "by_id": by, "at": instant(unit.now_utc)}
    unit.insert(SIGN_IN_STEP, unit.meta.regency, **told)


def seconds_to_wait(store: Store, user_id: UserId) -> int:
    """Seconds until a PIN of this user is looked at again.

    Counted on the monotonic clock, which nobody can set: it never runs ahead of the time that has truly passed, also
    over a restart of the computer, from which on it counts from the beginning.
    """
    user = store.query(local_user, user_id)
    if user is None or not user.wait_s:
        return 0
    return store.write_local(_left_to_wait, user_id, store.clock)


def _left_to_wait(database: Database, user_id: UserId, clock: Clock) -> int:
    """Seconds to wait; what passed of them is written down."""
    user = local_user(database, user_id)
    if user is None or not user.wait_s:
        return 0
    now_s = floor(clock.monotonic_s())
    passed_s = now_s - user.wait_mark_s
    left_s = max(user.wait_s - passed_s, 0) if passed_s >= 0 else user.wait_s
    put_failures(database, user_id, user.failures, left_s, now_s)
    return left_s


def _begin_try(database: Database, user_id: UserId, clock: Clock) -> tuple[LocalUser | None, int]:
    """Whose PIN is to be looked at, and the seconds to wait until it is.

    A try counts before it is looked at: whoever kills the program meanwhile has had it. It is counted in the very
    transaction that saw that it may be, so that many programs that guess at once have no more tries than one.
    """
    left_s, user = _left_to_wait(database, user_id, clock), local_user(database, user_id)
    if user is not None and not left_s:
        failures = user.failures + 1
        put_failures(database, user_id, failures, delay_after(failures), ceil(clock.monotonic_s()))
    return user, left_s


def _refuse_dismissed(store: Store, user_id: UserId) -> None:
    if store.query(app_user, user_id) is None:
        raise _dismissed()


def _dismissed() -> SignatureError:
    message = text("Petugas ini tidak lagi terdaftar di kantor. Hubungi kantor kalau keliru.")
    return SignatureError(Problem("pin", "dismissed", message))


def _refuse_waiting(user: LocalUser, left_s: int) -> None:
    if left_s > 0:
        raise SignatureError(
            Problem("pin", "waiting", text("PIN salah {n} kali. Coba lagi {s} detik lagi.", n=user.failures, s=left_s))
        )


_NOT_OWN_KEY = text(
    "PIN ini tidak membuka kunci tanda tangan yang terdaftar atas nama ini, jadi tidak bisa masuk. Mungkin PIN-nya "
    "diganti di luar FieldKit. Minta kode PIN baru ke kantor, dan laporkan."
)
_NO_CODE = text("Belum ada kode awal di laptop ini. Minta kode baru ke kantor, sinkronkan, lalu coba lagi.")
_CODE_USED = text(
    "Kode awal ini sudah dipakai di laptop ini. Pakai PIN, atau minta kode baru ke kantor lalu sinkronkan."
)
