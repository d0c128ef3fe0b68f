"""Secrets sealed by words."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldkit.host.sealing import Cost, DamagedSealError, seal, unseal

QUICK = Cost(rounds=1, memory_kib=128, lanes=1)
WORDS = st.text(min_size=1, max_size=30)


@settings(max_examples=30)
@given(st.binary(max_size=64), WORDS)
def test_the_same_words_open_the_seal(secret: bytes, words: str) -> None:
    assert unseal(seal(secret, words, QUICK), words) == secret


@settings(max_examples=30)
@given(WORDS, WORDS)
def test_other_words_do_not(words: str, others: str) -> None:
    opened = unseal(seal(b"rahasia", words, QUICK), others)
    assert opened == (b"rahasia" if words == others else None)


def test_the_same_secret_is_sealed_differently_each_time() -> None:
    assert seal(b"rahasia", "kata", QUICK) != seal(b"rahasia", "kata", QUICK)


@pytest.mark.usefixtures("in_earnest")
def test_the_usual_cost_is_that_of_rfc_9106() -> None:
    parts = msgspec.json.decode(seal(b"rahasia", "kata"))
    assert (parts["derivation"], parts["rounds"], parts["memory_kib"], parts["lanes"]) == ("argon2id", 3, 65_536, 4)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"derivation": "argon2d"},
        {"cipher": "none"},
        {"rounds": 0},
        {"rounds": 1_000_000},
        {"memory_kib": 1 << 30},
        {"lanes": 1_000},
        {"salt": ""},
        {"salt": "zz" * 16},
        {"nonce": ""},
        {"sealed": "bukan hex"},
        {"lain": 1},
    ],
)
def test_a_tampered_or_unknown_seal_is_told_as_damaged(change: dict[str, Any]) -> None:
    parts = msgspec.json.decode(seal(b"rahasia", "kata", QUICK))
    with pytest.raises(DamagedSealError):
        unseal(msgspec.json.encode(parts | change), "kata")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xff", b"null"])
def test_what_is_no_seal_is_told_as_damaged(content: bytes) -> None:
    with pytest.raises(DamagedSealError):
        unseal(content, "kata")


def test_changed_content_does_not_open() -> None:
    parts = msgspec.json.decode(seal(b"rahasia", "kata", QUICK))
    first = "0" if parts["sealed"][0] != "0" else "1"
    assert unseal(msgspec.json.encode(parts | {"sealed": first + parts["sealed"][1:]}), "kata") is None
