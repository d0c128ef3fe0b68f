"""How a laptop hands a file of another laptop on to the centre: in pieces, so that a cut costs little."""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

import msgspec

from fieldkit.records.wire import Whole

MOST_PIECE_BYTES: Final = 1 << 20
_DIGEST_BYTES: Final = 16


class CarriedPiece(msgspec.Struct, frozen=True, kw_only=True):
    """Body of POST /v1/bundle: bytes of a file from `start` on; none, to hear how it stands."""

    digest: str
    """Name of the file: hash of all of it, hex."""
    size: Whole
    start: Whole
    content: bytes


class CarriedReply(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to POST /v1/bundle. Once the file is whole it has a receipt or a refusal."""

    held: Whole
    """So many bytes of the file are held, from its beginning on."""
    receipt: bytes = b""
    """The receipt file for the laptop that wrote it."""
    refusal: str = ""
    """Why the centre can not take it in: gap (something before it is missing, so it may be offered again), damaged,
    kind, newer, foreign, unknown, fork."""


def digest_of(content: bytes) -> str:
    """The name of a file on its way."""
    return blake2b(content, digest_size=_DIGEST_BYTES, person=b"fieldkit-carried").hexdigest()
