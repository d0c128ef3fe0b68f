"""Where a laptop stands, and how long its people may still be on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.orders.laptop import Holding, LaptopState, LaptopStory, laptop_state, next_end

NOON = datetime(2019, 2, 23, 5, 0, tzinfo=UTC)
TIMES = st.none() | st.integers(1, 100)


def test_a_laptop_goes_from_its_enrolment_to_its_end() -> None:
    story = LaptopStory()
    assert laptop_state(story) is LaptopState.ENROLLED
    assert laptop_state(LaptopStory(seen_ms=1)) is LaptopState.ACTIVE
    assert laptop_state(LaptopStory(seen_ms=1, missing_ms=2)) is LaptopState.MISSING
    assert laptop_state(LaptopStory(seen_ms=1, missing_ms=2, found_ms=3)) is LaptopState.RECOVERED
    assert laptop_state(LaptopStory(seen_ms=1, missing_ms=4, found_ms=3)) is LaptopState.MISSING


@given(TIMES, TIMES, TIMES, st.integers(1, 100))
def test_shut_out_is_shut_out_for_good(seen: int | None, missing: int | None, found: int | None, revoked: int) -> None:
    assert laptop_state(LaptopStory(seen, missing, found, revoked)) is LaptopState.REVOKED


def test_a_list_that_ended_is_held_until_the_laptop_was_seen_again() -> None:
    ended = Holding("35.74.03.1004", NOON - timedelta(days=9), NOON - timedelta(days=1))
    assert ended.may_be_held(NOON, NOON - timedelta(days=2))
    assert ended.may_be_held(NOON, None)
    assert not ended.may_be_held(NOON, NOON - timedelta(hours=1))
    assert Holding("35.74", NOON).may_be_held(NOON, NOON)


def test_what_ends_within_three_days_ends_soon() -> None:
    spans = {hours: Holding("35.74", NOON, NOON + timedelta(hours=hours)) for hours in (-1, 0, 1, 72, 73)}
    assert [hours for hours, each in spans.items() if each.ends_soon(NOON)] == [1, 72]
    assert next_end(spans.values(), NOON) == NOON + timedelta(hours=1)
    assert next_end([Holding("35.74", NOON)], NOON) is None
