"""Battery and mains."""

from __future__ import annotations

from dataclasses import dataclass

import psutil
import pytest

from fieldkit.host.power import Power, power_of, read_power


@dataclass
class FakeBattery:
    percent: float
    secsleft: int
    power_plugged: bool | None


@pytest.mark.parametrize(
    ("battery", "power"),
    [
        (FakeBattery(38.4, 5_400, False), Power(38, 90, False)),
        (FakeBattery(99.6, psutil.POWER_TIME_UNLIMITED, True), Power(100, None, True)),
        (FakeBattery(50, 3_600, True), Power(50, None, True)),
        (FakeBattery(12, psutil.POWER_TIME_UNKNOWN, False), Power(12, None, False)),
        (FakeBattery(7, psutil.POWER_TIME_UNKNOWN, None), Power(7, None, False)),
        (None, None),
    ],
)
def test_a_reading_becomes_a_state(battery: FakeBattery | None, power: Power | None) -> None:
    assert power_of(battery) == power


def test_a_system_that_knows_no_batteries_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(psutil, "sensors_battery", raising=False)
    assert read_power() is None


def test_the_reading_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: FakeBattery(80, 600, False), raising=False)
    assert read_power() == Power(80, 10, False)
