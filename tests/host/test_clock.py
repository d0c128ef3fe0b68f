"""Clocks."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from fieldkit.host.clock import Clock, ShiftedClock, SystemClock, now_ms


@dataclass(frozen=True)
class StoppedClock:
    moment: datetime

    def now_utc(self) -> datetime:
        return self.moment

    def monotonic_s(self) -> float:
        return 0.0


def test_milliseconds_count_from_1970() -> None:
    assert now_ms(StoppedClock(datetime(1970, 1, 2, 0, 0, 0, 5_000, tzinfo=UTC))) == 86_400_005


def test_a_shifted_clock_tells_another_day_and_keeps_running() -> None:
    clock: Clock = ShiftedClock(timedelta(days=-2829))
    before, system, after = clock.now_utc(), SystemClock().now_utc(), clock.now_utc()
    assert before <= system - timedelta(days=2829) <= after
    assert before.tzinfo is UTC


def test_spans_are_not_shifted() -> None:
    system, shifted = SystemClock(), ShiftedClock(timedelta(days=100))
    first, second, third = system.monotonic_s(), shifted.monotonic_s(), system.monotonic_s()
    assert first <= second <= third


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the clock of Python goes on")
@pytest.mark.parametrize("clock", [SystemClock(), ShiftedClock(timedelta(days=1))])
def test_what_the_computer_slept_counts(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "clock_gettime", {time.CLOCK_BOOTTIME: 7_200.0}.__getitem__)
    assert clock.monotonic_s() == 7_200
