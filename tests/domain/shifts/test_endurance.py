"""Battery and disk: from when on somebody has to act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.shifts.endurance import Endurance, battery_endurance, disk_endurance

_RANK = {Endurance.ENOUGH: 0, Endurance.LITTLE: 1, Endurance.LAST: 2}


@pytest.mark.parametrize(
    ("percent", "minutes", "said"),
    [
        (64, 110, Endurance.ENOUGH),
        (36, None, Endurance.ENOUGH),
        (35, None, Endurance.LITTLE),
        (64, 45, Endurance.LITTLE),
        (15, 120, Endurance.LAST),
        (40, 15, Endurance.LAST),
    ],
)
def test_percent_and_minutes_both_warn(percent: int, minutes: int | None, said: Endurance) -> None:
    assert battery_endurance(percent, minutes, plugged=False) is said


@given(st.integers(0, 100), st.integers(0, 600) | st.none())
def test_on_mains_nothing_is_urgent(percent: int, minutes: int | None) -> None:
    assert battery_endurance(percent, minutes, plugged=True) is Endurance.ENOUGH


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 300))
def test_less_is_never_less_urgent(one: int, other: int, minutes: int) -> None:
    low, high = sorted((one, other))
    ranks = [_RANK[battery_endurance(percent, minutes, plugged=False)] for percent in (low, high)]
    assert ranks[0] >= ranks[1]


def test_a_disk_warns_at_two_gigabytes_and_presses_at_300_megabytes() -> None:
    said = [disk_endurance(size) for size in (2 * 10**9, 2 * 10**9 - 1, 3 * 10**8, 3 * 10**8 - 1)]
    assert said == [Endurance.ENOUGH, Endurance.LITTLE, Endurance.LITTLE, Endurance.LAST]
