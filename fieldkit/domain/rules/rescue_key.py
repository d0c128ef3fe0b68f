"""The public half of the office's rescue key as people copy and compare it.

Its code is written down in groups, with a check of its own, so that a slip of the pen is no other key. Its print is
what people read to each other: of a key that somebody slipped in, the print is another.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

_KEY_DIGITS: Final = 64
_CHECK_BYTES: Final = 4
_PRINT_BYTES: Final = 10
_GROUP: Final = 4
_BETWEEN: Final = re.compile(r"[\s\-]+")
_SHAPE: Final = re.compile(r"[0-9a-f]{72}")
_LETTERS: Final = str.maketrans("0123456789abcdef", "BCDFGHJKLMNPRSTV")
"""Letters that are not mistaken for each other, and make no words."""


def rescue_code(public_hex: str) -> str:
    """A key as it is written down."""
    return _grouped(f"{public_hex}{_check(public_hex)}", " ")


def read_rescue_code(code: str) -> str | None:
    """The key that was meant, as hex; None where it was not copied right."""
    bare = _BETWEEN.sub("", code).lower()
    if not _SHAPE.fullmatch(bare):
        return None
    public_hex, check = bare[:_KEY_DIGITS], bare[_KEY_DIGITS:]
    return public_hex if check == _check(public_hex) else None


def key_print(public_hex: str) -> str:
    """Twenty letters that stand for a key when people compare it."""
    digest = blake2b(bytes.fromhex(public_hex), digest_size=_PRINT_BYTES, person=b"fieldkit-print").hexdigest()
    return _grouped(digest.translate(_LETTERS), "-")


def _check(public_hex: str) -> str:
    return blake2b(bytes.fromhex(public_hex), digest_size=_CHECK_BYTES, person=b"fieldkit-check").hexdigest()


def _grouped(letters: str, between: str) -> str:
    return between.join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
