"""Sign in offline: a PIN per laptop, set once with a code from the office."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field, replace
from math import ceil, floor

from fieldkit.domain.errors import Problem, RuleError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.text import text
from fieldkit.host.secrets import check_pin, delay_after, new_pin_verifier, new_signing_key, pin_problem, sign
from fieldkit.records.tables import USER_KEY
from fieldkit.store.queries.people import LocalUser, app_user, local_user, put_local_user, start_code_hash
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit


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
    """Set the PIN of a user on this laptop with the one-time code of the office, and make the user's signing key."""
    if store.query(local_user, user_id) is not None:
        raise SignatureError(
            Problem(
                "code", "code_used", text("PIN sudah dibuat di laptop ini, kode awal tidak berlaku lagi. Pakai PIN.")
            )
        )
    told = hashlib.sha256(start_code.strip().upper().encode()).hexdigest()
    if not hmac.compare_digest(told, store.query(start_code_hash, user_id)):
        raise SignatureError(
            Problem("code", "wrong_code", text("Kode awal tidak cocok. Periksa lagi, atau minta kode baru ke kantor."))
        )
    problem = pin_problem(pin)
    if problem:
        raise RuleError(problem)
    key, verifier = new_signing_key(pin), new_pin_verifier(pin)
    with store.acting(user_id):
        key_id = store.execute(_publish_key, user_id, key.public_hex)
    store.write_local(put_local_user, LocalUser(user_id, verifier, key.sealed, key_id, 0, 0, 0))


def check_in(store: Store, user_id: UserId, pin: str) -> Signer:
    """Who gives the right PIN; SignatureError where it is wrong, and a growing wait after five times."""
    _refuse_dismissed(store, user_id)
    user = store.query(local_user, user_id)
    if user is None:
        raise SignatureError(
            Problem("pin", "no_pin", text("PIN belum dibuat di laptop ini. Pakai kode awal dari kantor."))
        )
    _refuse_waiting(store, user)
    if not check_pin(user.verifier, pin):
        raise _failed(store, user)
    if user.failures:
        store.write_local(put_local_user, replace(user, failures=0, wait_s=0))
    return Signer(user_id, user.key_id, user.sealed_key, pin)


def _publish_key(unit: Unit, user_id: str, public_hex: str) -> str:
    return unit.insert(USER_KEY, unit.meta.regency, user_id=user_id, public_key=public_hex)


def seconds_to_wait(store: Store, user_id: UserId) -> int:
    """Seconds until a PIN of this user is looked at again.

    Counted on the monotonic clock, which nobody can set: it never runs ahead of the time that has truly passed, also
    over a restart of the computer, from which on it counts from the beginning.
    """
    user = store.query(local_user, user_id)
    if user is None or not user.wait_s:
        return 0
    now_s = floor(store.clock.monotonic_s())
    passed_s = now_s - user.wait_mark_s
    left_s = user.wait_s - passed_s if passed_s >= 0 else user.wait_s
    if passed_s:
        store.write_local(put_local_user, replace(user, wait_s=max(left_s, 0), wait_mark_s=now_s))
    return max(left_s, 0)


def _refuse_dismissed(store: Store, user_id: UserId) -> None:
    if store.query(app_user, user_id) is None:
        raise SignatureError(
            Problem(
                "pin", "dismissed", text("Petugas ini tidak lagi terdaftar di kantor. Hubungi kantor kalau keliru.")
            )
        )


def _refuse_waiting(store: Store, user: LocalUser) -> None:
    left_s = seconds_to_wait(store, user.user_id)
    if left_s > 0:
        raise SignatureError(
            Problem("pin", "waiting", text("PIN salah {n} kali. Coba lagi {s} detik lagi.", n=user.failures, s=left_s))
        )


def _failed(store: Store, user: LocalUser) -> SignatureError:
    failures = user.failures + 1
    mark_s = ceil(store.clock.monotonic_s())
    store.write_local(
        put_local_user, replace(user, failures=failures, wait_s=delay_after(failures), wait_mark_s=mark_s)
    )
    return SignatureError(Problem("pin", "wrong_pin", text("PIN tidak cocok. Tidak ada yang berubah; coba lagi.")))
