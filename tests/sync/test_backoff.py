"""How long to wait before the next try."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.sync.backoff import CAP_S, wait_s

SEEDS = st.integers(0, 2**32)


@given(st.integers(0, 10_000), SEEDS, st.integers(0, 3600))
def test_the_wait_is_bounded_and_never_less_than_was_asked_for(failures: int, seed: int, asked: int) -> None:
    assert asked <= wait_s(failures, Random(seed), retry_after_s=asked) <= asked + CAP_S


@given(st.integers(1, 12), SEEDS)
def test_the_ceiling_doubles_until_the_cap(failures: int, seed: int) -> None:
    assert wait_s(failures, Random(seed), first_s=2, cap_s=60) <= min(2 * 2 ** (failures - 1), 60)


def test_the_whole_span_is_used_so_that_laptops_spread() -> None:
    random = Random(7)
    waits = [wait_s(10, random) for _ in range(400)]
    assert min(waits) < CAP_S * 0.1
    assert max(waits) > CAP_S * 0.9
    assert 0.4 < sum(waits) / len(waits) / CAP_S < 0.6


def test_without_a_failure_there_is_no_wait() -> None:
    assert wait_s(0, Random(1)) == 0


def test_the_same_seed_waits_the_same() -> None:
    assert wait_s(4, Random(3)) == wait_s(4, Random(3))
