"""Sign in offline: a PIN per laptop, set once with a code from the office."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field, replace
from datetime import timedelta
from math import ceil

from fieldkit.domain.errors import Problem, RuleError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.text import text
from fieldkit.host.secrets import check_pin, delay_after, new_pin_verifier, new_signing_key, pin_problem, sign
from fieldkit.records.tables import USER_KEY
from fieldkit.store.queries.people import LocalUser, local_user, put_local_user, start_code_hash
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant, moment


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
    store.write_local(put_local_user, LocalUser(user_id, verifier, key.sealed, key_id, 0, None))


def check_in(store: Store, user_id: UserId, pin: str) -> Signer:
    """Who gives the right PIN; SignatureError where it is wrong, and a growing wait after five times."""
    user = store.query(local_user, user_id)
    if user is None:
        raise SignatureError(
            Problem("pin", "no_pin", text("PIN belum dibuat di laptop ini. Pakai kode awal dari kantor."))
        )
    _refuse_waiting(store, user)
    if not check_pin(user.verifier, pin):
        raise _failed(store, user)
    if user.failures:
        store.write_local(put_local_user, replace(user, failures=0, wait_until=None))
    return Signer(user_id, user.key_id, user.sealed_key, pin)


def _publish_key(unit: Unit, user_id: str, public_hex: str) -> str:
    return unit.insert(USER_KEY, unit.meta.regency, user_id=user_id, public_key=public_hex)


def _refuse_waiting(store: Store, user: LocalUser) -> None:
    if not user.wait_until:
        return
    # The clock may have been put right since: nobody waits longer than the delay itself.
    left_s = min(ceil((moment(user.wait_until) - store.clock.now_utc()).total_seconds()), delay_after(user.failures))
    if left_s > 0:
        raise SignatureError(
            Problem("pin", "waiting", text("PIN salah {n} kali. Coba lagi {s} detik lagi.", n=user.failures, s=left_s))
        )


def _failed(store: Store, user: LocalUser) -> SignatureError:
    failures = user.failures + 1
    delay_s = delay_after(failures)
    wait_until = instant(store.clock.now_utc() + timedelta(seconds=delay_s)) if delay_s else None
    store.write_local(put_local_user, replace(user, failures=failures, wait_until=wait_until))
    return SignatureError(Problem("pin", "wrong_pin", text("PIN tidak cocok. Tidak ada yang berubah; coba lagi.")))
