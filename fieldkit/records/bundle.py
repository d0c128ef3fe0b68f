"""A USB bundle: the waiting changes of one laptop, sealed to the centre, and the receipt that comes back for them.

What is pushed over a line is what lies in the box: HPKE (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305. The
header tells no more than which changes of which laptop these are, and is bound to the box. Beside it may lie a note,
which the laptops of the same team can open and the box not.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import msgspec
import zstandard

from fieldkit.records.note import TableNote
from fieldkit.records.pushes import read_push
from fieldkit.records.signed_file import SignedFile, damaged, head_of, signed
from fieldkit.records.wire import Push, PushReply, Whole, pack, unpack

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import Suite

BUNDLE: Final = "BUNDLE"
RECEIPT: Final = "RECEIPT"
RECEIPT_SUFFIX: Final = ".fkreceipt"
OF_CENTRE: Final = b"fieldkit usb receiver 1"
OF_LAPTOP: Final = b"fieldkit laptop receiver 1"
MOST_PLAIN_BYTES: Final = 1 << 29
"""Of all batches of a bundle together: a few kilobytes can claim to be gigabytes."""
_UNREADABLE: Final = (ValueError, msgspec.MsgspecError, zstandard.ZstdError, RecursionError)
"""What is raised where bytes are cut, packed wrongly, or nested without end."""
_PLAIN, _PARTED = 1, 2
_LEVEL: Final = 19
_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_KEY_ID_BYTES: Final = 8


class Span(msgspec.Struct, array_like=True, frozen=True):
    """Changes `first` to `last` of an origin."""

    origin: str
    first: Whole
    last: Whole


class BundleHeader(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """In clear: whose changes these are, which ones, and for whom."""

    origin: str
    regency: str
    first: Whole
    last: Whole
    device_key: str
    """Ed25519 key of the laptop, hex; the receiver knows it from the enrolment."""
    receiver: str
    """Id of the key that opens the box."""
    made_ms: Whole
    epoch: Whole = 0
    """The epoch of the centre that the laptop knew; 0 where that is not told."""
    also: list[Span] = []
    """What the laptop wrote after it had been restored or copied: it hands in all of its origins at once."""

    @property
    def spans(self) -> list[Span]:
        """All that lies in the box, in its order."""
        return [Span(self.origin, self.first, self.last), *self.also]


class ReceiptHeader(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """In clear: which changes of which laptop the centre has answered."""

    origin: str
    regency: str
    first: Whole
    last: Whole
    epoch: Whole
    centre_key: str
    """Ed25519 key of the centre, hex; the laptop knows it from its enrolment."""
    at_ms: Whole
    also: list[Span] = []

    @property
    def spans(self) -> list[Span]:
        """All that is answered, in the order of the bundle."""
        return [Span(self.origin, self.first, self.last), *self.also]


class Answered(msgspec.Struct, frozen=True):
    """The answer to one batch: changes `first` to `last` of the origin that its receipt names."""

    first: int
    last: int
    reply: PushReply


class _Answers(msgspec.Struct, frozen=True):
    answers: list[Answered]


class _Parts(msgspec.Struct, array_like=True, frozen=True):
    """The body of a file of the second format: the box, and the note with its key sealed to each of its readers."""

    box: bytes
    note: bytes = b""
    keys: dict[str, bytes] = {}


def key_id(public: bytes) -> str:
    """A short name for a key."""
    return blake2b(public, digest_size=_KEY_ID_BYTES, person=b"fieldkit-usb").hexdigest()


def box_key(seed: bytes, purpose: bytes) -> X25519PrivateKey:
    """What opens boxes, derived from a signing key: who keeps that one keeps both."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return X25519PrivateKey.from_private_bytes(HKDF(SHA256(), _KEY_BYTES, None, purpose).derive(seed))


def spans_of(pushes: Iterable[Push]) -> list[Span]:
    """What batches hold, origin by origin; FileError where they do not follow each other."""
    spans: list[Span] = []
    for push in pushes:
        last = push.first + len(push.changes) - 1
        before = spans.pop() if spans and spans[-1].origin == push.origin else Span("", push.first, push.first - 1)
        if push.first != before.last + 1 or not push.changes:
            raise damaged()
        spans.append(Span(push.origin, before.first, last))
    return spans


def seal_bundle(
    header: BundleHeader,
    pushes: Sequence[Push],
    receiver: bytes,
    key: Ed25519PrivateKey,
    note: TableNote | None = None,
    readers: Iterable[bytes] = (),
) -> bytes:
    """The file, for who has the private half of the receiver's X25519 key; the note for the readers' keys alone."""
    keys = list(readers) if note is not None else []
    is_parted = bool(keys or header.also)
    head = head_of(BUNDLE, header, _PARTED if is_parted else _PLAIN)
    plain = msgspec.msgpack.encode([pack(push, level=_LEVEL) for push in pushes])
    box = _sealed(plain, receiver, head)
    if is_parted:
        box = msgspec.msgpack.encode(_parted(box, note if keys else None, keys, head))
    return signed(head, box, key)


def open_box(file: SignedFile, key: X25519PrivateKey) -> list[bytes]:
    """The batches in a bundle, each still to be read by `batches_in`; FileError where they can not be had."""
    from cryptography.exceptions import InvalidTag

    try:
        packed = msgspec.msgpack.decode(_suite().decrypt(_parts_of(file).box, key, info=file.head), type=list[bytes])
        if sum(map(zstandard.frame_content_size, packed)) > MOST_PLAIN_BYTES:
            raise damaged()
    except (InvalidTag, *_UNREADABLE) as error:
        raise damaged() from error
    return packed


def batches_in(box: Iterable[bytes]) -> Iterator[Push]:
    """The batches of a box, one after the other, since all of them at once may be many times the file."""
    for packed in box:
        try:
            push = read_push(unpack(packed))
        except _UNREADABLE as error:
            raise damaged() from error
        yield push


def open_note(file: SignedFile, key: X25519PrivateKey) -> TableNote | None:
    """The note in a bundle; None where there is none for this key. FileError where it can not be read."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    parts = _parts_of(file)
    sealed = parts.keys.get(key_id(key.public_key().public_bytes_raw()))
    if sealed is None:
        return None
    try:
        content_key = _suite().decrypt(sealed, key, info=file.head)
        nonce, box = parts.note[:_NONCE_BYTES], parts.note[_NONCE_BYTES:]
        return msgspec.json.decode(unpack(ChaCha20Poly1305(content_key).decrypt(nonce, box, file.head)), type=TableNote)
    except (InvalidTag, *_UNREADABLE) as error:
        raise damaged() from error


def sign_receipt(header: ReceiptHeader, answers: Sequence[Answered], key: Ed25519PrivateKey) -> bytes:
    """The file that goes back to the laptop: the answers to its batches, as a line would have brought them."""
    head = head_of(RECEIPT, header, _PARTED if header.also else _PLAIN)
    return signed(head, pack(_Answers(list(answers))), key)


def read_answers(body: bytes) -> list[Answered]:
    """The answers in a receipt; FileError where they can not be read."""
    try:
        return msgspec.json.decode(unpack(body), type=_Answers).answers
    except _UNREADABLE as error:
        raise damaged() from error


def _parted(box: bytes, note: TableNote | None, readers: Iterable[bytes], head: bytes) -> _Parts:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if note is None:
        return _Parts(box)
    content_key, nonce = ChaCha20Poly1305.generate_key(), os.urandom(_NONCE_BYTES)
    sealed = nonce + ChaCha20Poly1305(content_key).encrypt(nonce, pack(note, level=_LEVEL), head)
    return _Parts(box, sealed, _for_each(readers, content_key, head))


def _for_each(readers: Iterable[bytes], content_key: bytes, head: bytes) -> dict[str, bytes]:
    return {key_id(reader): _sealed(content_key, reader, head) for reader in readers}


def _parts_of(file: SignedFile) -> _Parts:
    if file.format == _PLAIN:
        return _Parts(file.body)
    try:
        return msgspec.msgpack.decode(file.body, type=_Parts)
    except _UNREADABLE as error:
        raise damaged() from error


def _sealed(plain: bytes, receiver: bytes, head: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    return _suite().encrypt(plain, X25519PublicKey.from_public_bytes(receiver), info=head)


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
