"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.reports.making.spelling import spelled

_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (23, "dua puluh tiga"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (210, "dua ratus sepuluh"),
        (1000, "seribu"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2019, "dua ribu sembilan belas"),
        (21_000, "dua puluh satu ribu"),
        (101_001, "seratus satu ribu satu"),
    ],
)
def test_numbers_are_spelled_as_they_are_said(number: int, words: str) -> None:
    assert spelled(number) == words


@given(st.integers(0, 999_999))
def test_words_lead_back_to_their_number(number: int) -> None:
    assert _read(spelled(number)) == number


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="not spelled out"):
        spelled(number)


def _read(words: str) -> int:
    """Read number words again, by rules of their own."""
    total = part = 0
    for word in words.replace("se", "satu ", 1).split() if words.startswith("seri") else words.split():
        if word == "ribu":
            total, part = part * 1000, 0
        else:
            part = _next(part, word)
    return total + part


def _next(part: int, word: str) -> int:
    fixed = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
    if word in fixed:
        return part + fixed[word]
    if word in _DIGITS:
        return part + _DIGITS.index(word)
    below = part % 10
    return part - below + {"belas": below + 10, "puluh": below * 10, "ratus": below * 100}[word]
