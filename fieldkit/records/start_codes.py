"""The one-time code by which somebody sets a PIN on a laptop, and by which the key made there is bound to the person.

From the code a pair of keys is derived, slowly and with a salt. The public half is the verifier: it travels, and who
has it has to guess the code at the price of Argon2id for each guess. With the private half the new key of the user is
signed: the proof, which nobody can make who was not told the code, and anybody can check who has the verifier. So
neither a laptop's token nor the centre's own copy makes a key for somebody.

A code that was told over the telephone is heard by whoever stands by, and its laptop may be out for days: its verifier
names that laptop, and at no other one the code serves.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec

from fieldkit.domain.signing import canonical
from fieldkit.records.codes import plain_code, slow_hash

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_FORM: Final = "k1"
"""How the keys are derived; another way gets another name."""
_TOLD: Final = "t1"
"""The same for one laptop alone, whose prefix comes last."""
_SALT_BYTES: Final = 16
BY_CODE: Final = "code"
BY_LEAD: Final = "lead"


def start_code_verifier(code: str) -> str:
    """What is kept and travels of a code, with a salt of its own."""
    return ":".join((_FORM, *_kept(code, secrets.token_bytes(_SALT_BYTES))))


def told_verifier(code: str, asked: str, user_id: str) -> str:
    """The same of a code that was told over the telephone to the laptop that asked: both ends work it out, the laptop
    before it heard of it."""
    salt = sha256(f"FieldKit telephone {asked} {user_id}".encode()).digest()[:_SALT_BYTES]
    return ":".join((_TOLD, *_kept(code, salt), asked.partition("-")[0]))


def _kept(code: str, salt: bytes) -> tuple[str, str]:
    return salt.hex(), _derived(code, salt).public_key().public_bytes_raw().hex()


def is_verifier(told: str) -> bool:
    """Whether this was made by `start_code_verifier`; plain hashes of older programs are not, nor what was told to one
    laptop."""
    parts = _parts(told)
    return parts is not None and not parts.laptop


def told_to(verifier: str) -> str:
    """The prefix of the one laptop at which a code serves; empty where it serves at any, or is none."""
    parts = _parts(verifier)
    return parts.laptop if parts is not None else ""


def fits(code: str, verifier: str) -> bool:
    """Whether a typed code is the one of the verifier, whatever its case and dashes."""
    parts = _parts(verifier)
    return parts is not None and _derived(code, parts.salt).public_key().public_bytes_raw() == parts.public


def prove(code: str, verifier: str, statement: bytes) -> str:
    """The proof of a statement by the code of a verifier; ValueError where there is none to prove by."""
    parts = _parts(verifier)
    if parts is None:
        raise ValueError("not a verifier")
    return f"{BY_CODE}:{_derived(code, parts.salt).sign(statement).hex()}"


def proves(verifier: str, proof: str, statement: bytes) -> bool:
    """Whether a proof of this statement was made by whoever had the code of the verifier."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    parts, (way, _, signature) = _parts(verifier), proof.partition(":")
    if parts is None or way != BY_CODE:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(parts.public).verify(bytes.fromhex(signature), statement)
    except (ValueError, InvalidSignature):
        return False
    return True


def key_statement(regency: str, user_id: str, public_key: str) -> bytes:
    """What is proved of a user's key: whose it is."""
    return canonical({"kind": "user_key", "regency": regency, "user_id": user_id, "public_key": public_key})


class Voucher(msgspec.Struct, frozen=True):
    """The word of somebody who leads that a key is the user's: the statement, signed with the own key."""

    signer_id: str
    key_id: str
    signature: str


def vouched(voucher: Voucher) -> str:
    """The proof that a voucher is."""
    return f"{BY_LEAD}:{voucher.signer_id}:{voucher.key_id}:{voucher.signature}"


def voucher_of(proof: str) -> Voucher | None:
    """The voucher that a proof is; None where it is another one."""
    way, *parts = proof.split(":")
    return Voucher(*parts) if way == BY_LEAD and len(parts) == len(Voucher.__struct_fields__) else None


class _Parts(msgspec.Struct, frozen=True):
    salt: bytes
    public: bytes
    laptop: str = ""


def _derived(code: str, salt: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(slow_hash(plain_code(code), salt))


def _parts(verifier: str) -> _Parts | None:
    form, *parts = verifier.split(":")
    laptop = parts.pop() if form == _TOLD else ""
    try:
        salt, public = (bytes.fromhex(part) for part in parts)
    except ValueError:
        return None
    is_known = form == (_TOLD if laptop else _FORM)
    return _Parts(salt, public, laptop) if is_known and len(salt) == _SALT_BYTES else None
