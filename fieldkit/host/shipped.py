"""What this program is made of: the works of others that travel with it, and their licences."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from fieldkit.host.places import resources_dir

_LIST: Final = "parts.json"


class ShippedPart(msgspec.Struct, frozen=True):
    """A work, its version, its licence as SPDX names it, where it comes from, and the file with the licence's words."""

    name: str
    version: str
    licence: str
    home: str
    text: str


def shipped_parts() -> tuple[ShippedPart, ...]:
    """FieldKit first, then the others by name; nothing where the list was not made, as in a bare tree."""
    path = _folder() / _LIST
    return msgspec.json.decode(path.read_bytes(), type=tuple[ShippedPart, ...]) if path.exists() else ()


def licence_text(part: ShippedPart) -> str:
    """The words of its licence."""
    return (_folder() / part.text).read_text("utf-8")


def _folder() -> Path:
    return resources_dir() / "licences"
