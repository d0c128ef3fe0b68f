"""A change as its laptop wrote it: header, salted fields and hash chain (design.md, section 3, Change).

The chain is taken over header bytes and a salted digest of the field bytes, never over a re-encoding: a newer or older
centre computes the same, and fields that the law wants erased can be erased while their digest keeps the chain whole.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, Final

import msgspec

FORMAT: Final = 1
SALT_BYTES: Final = 16
HASH_BYTES: Final = 32


class Seen(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What the user had on screen: feed version of the row, and the own last change number of the row."""

    epoch: int = 0
    version: int = 0
    own: int = 0


class Header(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """Everything about a change but its field values. Written once as JSON, and from then on only read."""

    format: int
    origin: str
    number: int
    command: int
    """Number of the first change of the command."""
    command_size: int
    stamp: int
    table: str
    row: str
    regency: str
    area: str
    user: str
    seen: Seen
    is_insert: bool


class SealedChange(msgspec.Struct, frozen=True, gc=False):
    """A change with the very bytes that its laptop wrote, and the chain hash after it."""

    header: bytes
    salt: bytes
    fields: bytes
    chain: bytes


_encode = msgspec.json.Encoder().encode
_decode_header = msgspec.json.Decoder(Header).decode


def genesis(origin: str) -> bytes:
    """The hash before change 1 of an origin."""
    return blake2b(origin.encode(), digest_size=HASH_BYTES, person=b"fieldkit-origin").digest()


def digest(salt: bytes, fields: bytes) -> bytes:
    """The salted digest that stands for the fields in the chain, also after their erasure."""
    return blake2b(salt + fields, digest_size=HASH_BYTES).digest()


def kept_digest(salt: bytes | None, fields: bytes, kept: bytes | None) -> bytes:
    """What stands for the fields in the chain: their digest, or the one that was kept when some were erased."""
    return digest(salt or b"", fields) if kept is None else kept


def link(before: bytes, header: bytes, fields_digest: bytes) -> bytes:
    """The chain hash after a change."""
    return blake2b(before + header + fields_digest, digest_size=HASH_BYTES).digest()


def seal(header: Header, fields: dict[str, Any], salt: bytes, before: bytes) -> SealedChange:
    """Write a change: its bytes are final from here on."""
    header_bytes, field_bytes = _encode(header), _encode(fields)
    return SealedChange(header_bytes, salt, field_bytes, link(before, header_bytes, digest(salt, field_bytes)))


def encode_header(header: Header) -> bytes:
    """The bytes of a header, for whoever writes one."""
    return _encode(header)


def read_header(header: bytes) -> Header:
    """The header of a change; msgspec.ValidationError or DecodeError where it is none."""
    return _decode_header(header)


def read_fields(fields: bytes) -> dict[str, Any]:
    """The field values of a change."""
    values: dict[str, Any] = msgspec.json.decode(fields, type=dict[str, Any])
    return values
