"""Reading a push. A kilobyte can claim to be a million changes, so they are counted before they are made."""

from __future__ import annotations

from typing import Final

import msgspec

from fieldkit.records.squeeze import expand, is_squeezed
from fieldkit.records.wire import MOST_CHANGES, Push, TooManyError

_MOST_BRACKETS: Final = 10 * MOST_CHANGES
"""A change has three, and what its texts hold; a push with more can be sent in two."""


class _Counted(msgspec.Struct, frozen=True):
    changes: list[msgspec.Raw]


_decode = msgspec.json.Decoder(Push).decode
_count = msgspec.json.Decoder(_Counted).decode


def read_push(plain: bytes) -> Push:
    """A push, squeezed or in JSON; TooManyError where it has too many changes, and as `expand` where it is none."""
    if is_squeezed(plain):
        return expand(plain)
    brackets = plain.count(b"[")
    if brackets > _MOST_BRACKETS or (brackets > MOST_CHANGES and len(_count(plain).changes) > MOST_CHANGES):
        raise TooManyError
    return _decode(plain)
