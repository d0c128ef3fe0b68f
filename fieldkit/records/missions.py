"""What stands in the documents of a mission, and in what the centre says of its laptops, as they travel."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class LaptopWord(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the centre knows of a guest laptop: the prefix that it has at home and the one given by the host, the areas
    given with their times, and what is known of the host's people on it."""

    laptop: str
    known: str
    name: str = ""
    given: str = ""
    areas: tuple[str, ...] = ()
    begins: str = ""
    until: str = ""


def listed_document(codes: Iterable[str]) -> str:
    """Codes as a column holds them."""
    return msgspec.json.encode(list(codes)).decode()


def read_listed(column: str) -> tuple[str, ...]:
    """The codes of a column; none where another version wrote what this one can not read."""
    try:
        return msgspec.json.decode(column, type=tuple[str, ...])
    except (msgspec.MsgspecError, RecursionError):
        return ()


def laptop_word(word: LaptopWord) -> str:
    """As the note of a step holds it."""
    return msgspec.json.encode(word).decode()


def read_laptop_word(note: str) -> LaptopWord | None:
    """What a note says of a laptop; None where it can not be read."""
    try:
        return msgspec.json.decode(note, type=LaptopWord)
    except (msgspec.MsgspecError, RecursionError):
        return None
