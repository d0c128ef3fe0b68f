"""Sentences for people."""

from __future__ import annotations

from fieldkit.domain.text import text


def test_a_sentence_fills_its_braces() -> None:
    assert str(text("{n} menunggu", n=3)) == "3 menunggu"


def test_a_sentence_inside_a_sentence_is_translated_too() -> None:
    inner = text("rusak")
    english = {"Kartu {what}": "Card {what}", "rusak": "damaged"}
    assert text("Kartu {what}", what=inner).render(english.__getitem__) == "Card damaged"
