"""What the line carries, and the batches that suit it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.sync.line import LEAST_BYTES, MOST_BYTES, MOST_PLAIN_BYTES, Line

EVENTS = st.lists(
    st.one_of(
        st.none(),
        st.tuples(st.integers(1, 4 << 20), st.integers(0, 32 << 20), st.floats(0, 1e4)),
    ),
    max_size=40,
)


def carry(line: Line, times: int, bytes_per_s: float, round_trip_s: float) -> None:
    for _ in range(times):
        size = line.batch_bytes
        line.carried(size, size * 6, size / bytes_per_s + round_trip_s)


def cut_when_alive(line: Line) -> None:
    """A small request was answered, the batch after it was cut."""
    line.answered(0.8)
    line.cut()


def test_an_unknown_line_starts_in_the_middle() -> None:
    assert Line().batch_bytes == 64 << 10


def test_a_good_line_gets_a_megabyte() -> None:
    line = Line()
    line.answered(0.02)
    carry(line, 8, 10e6, 0.02)
    assert line.batch_bytes == MOST_BYTES
    assert not line.is_slow


def test_a_thin_line_gets_what_it_carries_in_a_second_and_a_half() -> None:
    line = Line()
    line.answered(0.8)
    carry(line, 12, 8_000, 0.8)
    assert 11_000 <= line.batch_bytes <= 13_000
    assert line.is_slow


def test_a_far_line_counts_as_slow_until_it_is_known() -> None:
    line = Line()
    line.answered(0.8)
    assert line.is_slow
    carry(line, 3, 5e6, 0.8)
    assert not line.is_slow


def test_opening_the_connection_does_not_count_as_round_trip() -> None:
    line = Line()
    line.answered(3.0)
    line.answered(0.8)
    line.answered(2.0)
    line.carried(12_000, 70_000, 2.3)
    assert 7_500 <= line.bytes_per_s <= 8_500


def test_each_cut_halves_the_batch_and_success_brings_it_back() -> None:
    line = Line()
    sizes = [line.batch_bytes]
    for _ in range(3):
        cut_when_alive(line)
        sizes.append(line.batch_bytes)
    assert sizes == [64 << 10, 32 << 10, 16 << 10, 8 << 10]
    assert line.cuts == 3
    carry(line, 12, 10e6, 0.01)
    assert line.batch_bytes == MOST_BYTES


def test_on_a_known_line_one_cut_alone_is_not_blamed_on_the_size() -> None:
    line = Line()
    line.answered(0.8)
    carry(line, 12, 8_000, 0.8)
    before = line.batch_bytes
    line.cut()
    assert (line.batch_bytes, line.is_in_doubt) == (before, False)
    cut_when_alive(line)
    assert (line.batch_bytes, line.is_in_doubt) == (before // 2, True)
    carry(line, 1, 8_000, 0.8)
    line.cut()
    assert line.batch_bytes > before // 3


def test_tries_on_a_dead_line_are_not_blamed_on_the_size() -> None:
    line = Line()
    line.answered(0.8)
    carry(line, 12, 8_000, 0.8)
    before = line.batch_bytes
    seen = []
    for _ in range(5):
        line.cut()
        seen.append(line.is_in_doubt)
    assert line.batch_bytes == before
    assert seen == [False, False, False, True, True]
    line.answered(0.8)
    assert not line.is_in_doubt


def test_what_the_centre_does_not_take_at_once_it_is_not_handed_again() -> None:
    line = Line()
    carry(line, 8, 10e6, 0.02)
    line.refused(3_000_000)
    assert line.plain_bytes == 1_500_000
    line.refused(20)
    line.refused(10)
    assert line.plain_bytes > 0


def test_past_a_size_that_did_not_get_through_batches_grow_slowly() -> None:
    line = Line()
    for _ in range(7):
        cut_when_alive(line)
    assert line.is_breaking
    assert line.batch_bytes == 512
    sizes = []
    for _ in range(8):
        line.carried(line.batch_bytes, line.batch_bytes * 4, 0.1)
        sizes.append(line.batch_bytes)
    assert sizes[:2] == [576, 648]
    assert sizes[-1] > 1024 > sizes[4]


def test_on_the_worst_line_a_batch_shrinks_to_next_to_nothing() -> None:
    line = Line()
    for _ in range(40):
        cut_when_alive(line)
    assert line.batch_bytes == LEAST_BYTES < 100


def test_small_batches_say_nothing_about_the_line() -> None:
    line = Line()
    line.carried(200, 800, 0.9)
    assert line.bytes_per_s == 0


def test_plain_size_follows_the_compression_that_was_seen() -> None:
    line = Line()
    for _ in range(12):
        line.carried(10_000, 100_000, 0.5)
    assert line.batch_bytes * 9 < line.plain_bytes < line.batch_bytes * 11


@given(EVENTS)
def test_whatever_happens_a_batch_keeps_its_bounds(events: list[tuple[int, int, float] | None]) -> None:
    line = Line()
    for event in events:
        if event is None:
            line.cut()
        else:
            line.carried(*event)
        assert LEAST_BYTES <= line.batch_bytes <= MOST_BYTES
        assert 0 < line.plain_bytes <= MOST_PLAIN_BYTES
