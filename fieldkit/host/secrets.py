"""PINs, and the keys by which people and this laptop sign (design.md, section 4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fieldkit.domain.errors import Problem, RuleError, SignatureError
from fieldkit.domain.text import text
from fieldkit.host.sealing import Cost, seal, unseal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PIN_DIGITS: Final = 6
FREE_FAILURES: Final = 5
_FIRST_DELAY_S: Final = 30
_LONGEST_DELAY_S: Final = 3600


@dataclass(frozen=True)
class SealedKey:
    """A user's own key: the public half, and the private half sealed by the PIN."""

    public_hex: str
    sealed: str = field(repr=False)


@dataclass(frozen=True)
class DeviceKey:
    """The laptop's own key; its private half lives in the encrypted database only."""

    public_hex: str
    secret_hex: str = field(repr=False)


def pin_problem(pin: str) -> Problem | None:
    """What is wrong with a new PIN: six digits, not all equal, no run up or down."""
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        return Problem("pin", "pin_shape", text("PIN terdiri dari {n} angka.", n=PIN_DIGITS))
    if _is_guessable(pin):
        return Problem(
            "pin", "pin_guessable", text("PIN ini mudah ditebak. Pilih angka yang tidak sama dan tidak berurutan.")
        )
    return None


def _is_guessable(pin: str) -> bool:
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return steps in ({0}, {1}, {9})


def new_pin_verifier(pin: str, cost: Cost | None = None) -> str:
    """What is kept to check a PIN; it never travels. RuleError where the PIN breaks a rule."""
    from argon2 import PasswordHasher

    _require_good(pin)
    cost = cost or Cost()
    return PasswordHasher(cost.rounds, cost.memory_kib, cost.lanes).hash(pin)


def check_pin(verifier: str, pin: str) -> bool:
    """Whether the PIN is the one of the verifier."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(verifier, pin)
    except (VerificationError, InvalidHashError):
        return False


def delay_after(failures: int) -> int:
    """Seconds to wait after so many wrong PINs in a row: none for five, then doubling up to an hour."""
    if failures < FREE_FAILURES:
        return 0
    doublings = min(failures - FREE_FAILURES, 10)
    return min(_FIRST_DELAY_S << doublings, _LONGEST_DELAY_S)


def new_signing_key(pin: str, cost: Cost | None = None) -> SealedKey:
    """A fresh Ed25519 key of a user; RuleError where the PIN breaks a rule."""
    _require_good(pin)
    key = new_device_key()
    return SealedKey(key.public_hex, seal(bytes.fromhex(key.secret_hex), pin, cost))


def new_device_key() -> DeviceKey:
    """A fresh Ed25519 key of this laptop."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    return DeviceKey(key.public_key().public_bytes_raw().hex(), key.private_bytes_raw().hex())


def sign(sealed: str, pin: str, document: bytes) -> str:
    """The signature of a document, as hex; SignatureError where the PIN does not open the key."""
    try:
        key = _opened(sealed, pin)
    except ValueError as error:
        raise _damaged_key() from error
    if key is None:
        raise _wrong_pin()
    return key.sign(document).hex()


def public_half(sealed: str, pin: str) -> str:
    """The public half of a sealed key, as hex; empty where the PIN does not open it, or it is none."""
    try:
        key = _opened(sealed, pin)
    except ValueError:
        return ""
    return key.public_key().public_bytes_raw().hex() if key is not None else ""


def _opened(sealed: str, pin: str) -> Ed25519PrivateKey | None:
    """The key; None where the PIN does not open it, and ValueError where it is none."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    secret = unseal(sealed, pin)
    return Ed25519PrivateKey.from_private_bytes(secret) if secret is not None else None


def verify(public_hex: str, signature_hex: str, document: bytes) -> bool:
    """Whether the signature of this document was made with the private half of this key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))
        key.verify(bytes.fromhex(signature_hex), document)
    except (InvalidSignature, ValueError):
        return False
    return True


def _require_good(pin: str) -> None:
    if problem := pin_problem(pin):
        raise RuleError(problem)


def _wrong_pin() -> SignatureError:
    message = text("PIN tidak cocok, jadi belum ditandatangani. Ketik lagi.")
    return SignatureError(Problem("pin", "pin_wrong", message))


def _damaged_key() -> SignatureError:
    message = text(
        "Kunci tanda tangan di laptop ini rusak, jadi belum ditandatangani. Minta kantor memberi kode PIN baru."
    )
    return SignatureError(Problem("pin", "key_damaged", message))
