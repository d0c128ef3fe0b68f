"""The clocks of the regions."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fieldkit.domain.zones import WIB, WIT, WITA, day_on_clock, hours_ahead, zone_of


@pytest.mark.parametrize(
    ("area", "zone"),
    [
        ("35.74", WIB),
        ("61.06.15.2004", WIB),
        ("62", WIB),
        ("63.01", WITA),
        ("51.71", WITA),
        ("73.71", WITA),
        ("82.71", WIT),
        ("96.71", WIT),
    ],
)
def test_each_province_has_its_clock(area: str, zone: str) -> None:
    assert zone_of(area) == zone
    for month in (1, 7):
        offset = datetime(2019, month, 1, tzinfo=ZoneInfo(zone)).utcoffset()
        assert offset == timedelta(hours=hours_ahead(area))


@pytest.mark.parametrize(
    ("zone", "day"), [(WIB, "2019-02-23"), (WITA, "2019-02-24"), (WIT, "2019-02-24"), ("Mars/Base", "2019-02-23")]
)
def test_a_day_is_that_of_the_clock_at_the_site(zone: str, day: str) -> None:
    assert day_on_clock(zone, "2019-02-23T16:30:00Z") == day
