"""Sentences for people, kept apart from the language that they are shown in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """A sentence in Bahasa Indonesia, its translation key, with the values that go into its braces."""

    source: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.render(lambda source: source)

    def render(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate`; values that are texts themselves are rendered too."""
        values = {k: v.render(translate) if isinstance(v, Text) else v for k, v in self.values.items()}
        return translate(self.source).format(**values)


def words_of(code: str) -> Text:
    """What is said for a code that this version has no word for: a newer laptop or centre wrote it."""
    return Text("{code}", {"code": code.replace("_", " ")})


def text(source: str, **values: object) -> Text:
    """Mark a sentence for translation. `dev.py translations` collects the literal from each call."""
    return Text(source, values)
