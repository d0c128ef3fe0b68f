"""Each member of an enumeration has its word: without one its bare code is shown to people, and no label fails."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from enum import StrEnum

import pytest

import fieldkit.domain
from fieldkit.domain.text import Text

PARTIAL = {
    "fieldkit.domain.checkup.traffic._CLOSES",
    "fieldkit.domain.lists.proposal._DECISIONS",
    "fieldkit.domain.national.status._REMEDIES",
}
"""Tables that say nothing of some members on purpose, and whose readers do without."""


def words_of_enumerations() -> Iterator[tuple[str, type[StrEnum], Mapping[object, Text]]]:
    for module in pkgutil.walk_packages(fieldkit.domain.__path__, "fieldkit.domain."):
        for name, table in vars(importlib.import_module(module.name)).items():
            if isinstance(table, Mapping) and all(isinstance(each, Text) for each in table.values()):
                kinds = {type(key) for key in table if isinstance(key, StrEnum)}
                yield from ((f"{module.name}.{name}", kind, table) for kind in kinds)


WORDS = {name: (kind, table) for name, kind, table in words_of_enumerations()}


@pytest.mark.parametrize("name", sorted(WORDS.keys() - PARTIAL))
def test_no_member_is_without_its_word(name: str) -> None:
    kind, table = WORDS[name]
    wordless = sorted(set(kind) - table.keys())
    assert not wordless, f"{kind.__name__} has no word in {name} for: {', '.join(wordless)}"


def test_every_table_of_words_is_looked_at() -> None:
    assert {"fieldkit.domain.visits.visit._OUTCOME_LABELS", *PARTIAL} <= WORDS.keys()
