"""The hybrid logical clock: never back, whatever the laptop's clock says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.stamp import Stamp, clamped, next_stamp, observed, stamp_ms

_MOMENT_MS = st.integers(0, (1 << 47) - 1)
_STAMPS = st.integers(0, (1 << 62) - 1).map(Stamp)
_NOW_MS = 1_550_912_520_000
_YEAR_2000_MS = 946_684_800_000


@given(_STAMPS, _MOMENT_MS)
def test_the_next_stamp_is_always_later(last: Stamp, now_ms: int) -> None:
    assert next_stamp(last, now_ms) > last


@given(_STAMPS, _MOMENT_MS)
def test_the_next_stamp_claims_at_least_the_time_of_the_clock(last: Stamp, now_ms: int) -> None:
    assert stamp_ms(next_stamp(last, now_ms)) >= now_ms


@given(_STAMPS, _STAMPS, _MOMENT_MS)
def test_what_follows_a_remote_stamp_sorts_behind_both(last: Stamp, remote: Stamp, now_ms: int) -> None:
    assert next_stamp(observed(last, remote), now_ms) > max(last, remote)


def test_a_clock_that_moved_on_gives_its_own_time() -> None:
    assert stamp_ms(next_stamp(next_stamp(Stamp(0), _NOW_MS), _NOW_MS + 1)) == _NOW_MS + 1


def test_within_one_millisecond_stamps_count_up() -> None:
    first = next_stamp(Stamp(0), _NOW_MS)
    second = next_stamp(first, _NOW_MS)
    assert second == first + 1
    assert stamp_ms(second) == _NOW_MS


def test_a_clock_that_wakes_up_in_the_year_2000_changes_no_order() -> None:
    last = next_stamp(Stamp(0), _NOW_MS)
    assert next_stamp(last, _YEAR_2000_MS) == last + 1


@given(_STAMPS, _MOMENT_MS, st.integers(0, 86_400_000))
def test_the_centre_lets_no_stamp_claim_more_than_the_tolerance(stamp: Stamp, now_ms: int, tolerance_ms: int) -> None:
    kept = clamped(stamp, now_ms, tolerance_ms)
    assert kept <= stamp
    assert stamp_ms(kept) <= now_ms + tolerance_ms


def test_a_stamp_within_the_tolerance_stays_as_it_is() -> None:
    stamp = next_stamp(next_stamp(Stamp(0), _NOW_MS), _NOW_MS)
    assert clamped(stamp, _NOW_MS - 1_000, 60_000) == stamp
