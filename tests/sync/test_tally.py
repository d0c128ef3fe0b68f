"""What a round makes of what it counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.sync.tally import Tally


def test_before_the_first_page_nobody_knows_how_fast_they_come() -> None:
    tally = Tally()
    tally.begin_fetching(200_000)
    assert (tally.fetch_left, tally.versions_per_s) == (200_000, 0)


def test_pages_are_as_fast_as_they_have_been_since_the_first_was_asked_for() -> None:
    tally = Tally()
    tally.begin_fetching(100)
    tally.end_page(80, 2)
    assert tally.versions_per_s == 10
    tally.end_page(70, 6)
    assert tally.versions_per_s == 5


@given(versions=st.integers(0, 10**6), left=st.integers(0, 2 * 10**6), seconds=st.floats(0, 10**6))
def test_pages_never_come_backwards_and_no_time_is_divided_by(versions: int, left: int, seconds: float) -> None:
    tally = Tally()
    tally.begin_fetching(versions)
    tally.end_page(left, seconds)
    assert tally.versions_per_s >= 0
