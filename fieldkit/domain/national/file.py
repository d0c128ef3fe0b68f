"""Files of the national authority or of the own database: their kinds, and which of them count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, Final


class FileKind(StrEnum):
    """What a file told."""

    STATUSES = "statuses"
    COUNTS = "counts"
    TYPED = "typed"
    """A count that somebody typed in, from a letter or a release."""


TAKEN_BACK: Final = "taken_back"
"""The kind of the word that a file was wrong; its `source` names the file, or the word that it takes back in turn."""


def taken_back(files: Iterable[Sequence[Any]]) -> frozenset[str]:
    """The files (id, kind, source) that do not count: a word against a file counts unless a word stands against it."""
    against: dict[str, set[str]] = {}
    for id_, kind, source in files:
        if kind == TAKEN_BACK:
            against.setdefault(source, set()).add(id_)
    return frozenset(file for file, words in against.items() if any(word not in against for word in words))
