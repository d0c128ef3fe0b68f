"""Text as a person sees it: copying from chats, web pages and other systems leaves letters in it that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_UNSEEN_LETTERS: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""What Unicode tells to pass over, and counts among marks and letters all the same."""
_UNSEEN: Final = frozenset({"Cf", "Cc"})
"""Joiners, directions of writing, soft hyphens, byte order marks; and control characters."""


def as_seen(written: str) -> str:
    """Without what nobody sees, and composed: names that look alike are alike. Spaces and line ends stay."""
    if written.isascii() and written.isprintable():
        return written
    kept = (char for char in written if char.isspace() or unicodedata.category(char) not in _UNSEEN)
    return unicodedata.normalize("NFC", _UNSEEN_LETTERS.sub("", "".join(kept)))


def name_as_seen(written: str) -> str:
    """A name as a family card has it: capitals, with one space between its parts."""
    return " ".join(as_seen(written.upper()).split())
