"""Numbers in words, as official minutes write their dates."""

from __future__ import annotations

from typing import Final

_ONES: Final = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)


def spelled(number: int) -> str:
    """A whole number from 0 to 999.999 in words: 2019 is "dua ribu sembilan belas"; ValueError for others."""
    if not 0 <= number < 1_000_000:
        raise ValueError(f"not spelled out: {number}")
    if number < len(_ONES):
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    return _above_twenty(number)


def _above_twenty(number: int) -> str:
    if number < 100:
        return _scaled(number, 10, "puluh")
    if number < 1000:
        return _scaled(number, 100, "ratus")
    return _scaled(number, 1000, "ribu")


def _scaled(number: int, scale: int, word: str) -> str:
    times, rest = divmod(number, scale)
    # One hundred and one thousand are single words; ten never comes here.
    head = f"se{word}" if times == 1 else f"{spelled(times)} {word}"
    return f"{head} {spelled(rest)}" if rest else head
