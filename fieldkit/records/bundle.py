"""A USB bundle: the waiting changes of one laptop, sealed to the centre, and the receipt that comes back for them.

What is pushed over a line is what lies in the box: HPKE (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305. The
header tells no more than which changes of which laptop these are, and is bound to the box.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import msgspec
import zstandard

from fieldkit.records.signed_file import damaged, head_of, signed
from fieldkit.records.wire import Push, PushReply, pack, unpack

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import Suite

BUNDLE: Final = "BUNDLE"
RECEIPT: Final = "RECEIPT"
_LEVEL: Final = 19
_KEY_ID_BYTES: Final = 8


class BundleHeader(msgspec.Struct, frozen=True, kw_only=True):
    """In clear: whose changes these are, which ones, and for whom."""

    origin: str
    regency: str
    first: int
    last: int
    device_key: str
    """Ed25519 key of the laptop, hex; the receiver knows it from the enrolment."""
    receiver: str
    """Id of the key that opens the box."""
    made_ms: int


class ReceiptHeader(msgspec.Struct, frozen=True, kw_only=True):
    """In clear: which changes of which laptop the centre has answered."""

    origin: str
    regency: str
    first: int
    last: int
    epoch: int
    centre_key: str
    """Ed25519 key of the centre, hex; the laptop knows it from its enrolment."""
    at_ms: int


class Answered(msgspec.Struct, frozen=True):
    """The answer to one batch: changes `first` to `last`."""

    first: int
    last: int
    reply: PushReply


class _Answers(msgspec.Struct, frozen=True):
    answers: list[Answered]


def key_id(public: bytes) -> str:
    """A short name for a key."""
    return blake2b(public, digest_size=_KEY_ID_BYTES, person=b"fieldkit-usb").hexdigest()


def seal_bundle(header: BundleHeader, pushes: Sequence[Push], receiver: bytes, key: Ed25519PrivateKey) -> bytes:
    """The file, for who has the private half of the receiver's X25519 key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    head = head_of(BUNDLE, header)
    plain = msgspec.msgpack.encode([pack(push, level=_LEVEL) for push in pushes])
    box = _suite().encrypt(plain, X25519PublicKey.from_public_bytes(receiver), info=head)
    return signed(head, box, key)


def open_box(head: bytes, box: bytes, key: X25519PrivateKey) -> list[Push]:
    """The batches in a bundle; FileError where they can not be had."""
    from cryptography.exceptions import InvalidTag

    try:
        packed = msgspec.msgpack.decode(_suite().decrypt(box, key, info=head), type=list[bytes])
        return [msgspec.json.decode(unpack(each), type=Push) for each in packed]
    except (InvalidTag, ValueError, msgspec.MsgspecError, zstandard.ZstdError) as error:
        raise damaged() from error


def sign_receipt(header: ReceiptHeader, answers: Sequence[Answered], key: Ed25519PrivateKey) -> bytes:
    """The file that goes back to the laptop: the answers to its batches, as a line would have brought them."""
    return signed(head_of(RECEIPT, header), pack(_Answers(list(answers))), key)


def read_answers(body: bytes) -> list[Answered]:
    """The answers in a receipt; FileError where they can not be read."""
    try:
        return msgspec.json.decode(unpack(body), type=_Answers).answers
    except (msgspec.MsgspecError, zstandard.ZstdError, ValueError) as error:
        raise damaged() from error


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
