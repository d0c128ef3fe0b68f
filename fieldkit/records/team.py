"""The other laptops of a team: who signs for which prefix, and the key that a note for it is sealed to."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import msgspec

_MARK_BYTES: Final = 8


class TeamLaptop(msgspec.Struct, array_like=True, frozen=True):
    """A laptop of the same regency that shares an area with the one that is told of it."""

    prefix: str
    name: str
    device_key: str
    """Ed25519 key of the laptop, hex, as it enrolled."""
    receiver: str
    """X25519 key of the laptop, hex, as it told last; empty where it told none."""


def team_mark(team: Sequence[TeamLaptop]) -> str:
    """A short name for exactly these laptops; empty for none."""
    if not team:
        return ""
    return blake2b(msgspec.json.encode(list(team)), digest_size=_MARK_BYTES, person=b"fieldkit-team").hexdigest()
