"""The pages of a regency keep the days of the clock that it was added with: that of its province, or the one named."""

from __future__ import annotations

import pytest
from field_pens import Ground, new_id, request_for, resident
from test_web_office_page import browser

from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency, regencies
from fieldkit.server.web.counting import count
from tests.server.looks import view_of

NOW_MS = 1_550_937_600_000
"""23 February 2019, 16.00 UTC: an hour past midnight in Papua."""
RECORDED_AT = "2019-02-23T15:30:00.000Z"
WAMENA, ZONES = "95.01", [("", "Asia/Jayapura", 24), ("Asia/Jakarta", "Asia/Jakarta", 23)]


@pytest.mark.parametrize(("named", "kept", "_day"), ZONES)
def test_a_regency_has_the_clock_of_its_province_unless_another_is_named(
    sqlite_ground: Ground, named: str, kept: str, _day: int
) -> None:
    add_regency(sqlite_ground.centre, WAMENA, "Kab. Jayawijaya", time_zone=named)
    assert [each.time_zone for each in regencies(sqlite_ground.centre) if each.code == WAMENA] == [kept]


@pytest.mark.parametrize(("named", "_kept", "day"), ZONES)
def test_the_office_page_counts_by_the_days_of_that_clock(
    sqlite_ground: Ground, named: str, _kept: str, day: int
) -> None:
    centre = sqlite_ground.centre
    add_regency(centre, WAMENA, "Kab. Jayawijaya", time_zone=named)
    lead, _ = add_user(centre, WAMENA, name="Rina Wulandari", role="lead", now_ms=NOW_MS)
    laptop = sqlite_ground.laptop(regency=WAMENA, user=lead)
    village = f"{WAMENA}.01.1001"
    person = laptop.pen.insert("resident", resident("MARIA WENDA", village=village, list_id=new_id()), area=village)
    wanted = {**request_for(person, reason="first_recording"), "shift_id": new_id()}
    request = laptop.pen.insert("service_request", wanted, area=village)
    laptop.pen.insert("request_step", {"request_id": request, "step": "recorded", "at": RECORDED_AT}, area=village)
    laptop.push()
    count(centre, WAMENA, NOW_MS)
    view = view_of(centre, WAMENA, NOW_MS, lead)
    assert [on.day for on, people in view.coverage.by_day if people] == [day]
    assert view.today.day == day
    assert view.as_of is not None
    assert view.as_of.day == day
    assert not view.is_behind


@pytest.mark.parametrize(("named", "_kept", "day"), ZONES)
def test_so_does_the_page_that_everybody_sees(sqlite_ground: Ground, named: str, _kept: str, day: int) -> None:
    add_regency(sqlite_ground.centre, WAMENA, "Kab. Jayawijaya", time_zone=named)
    count(sqlite_ground.centre, WAMENA, NOW_MS)
    with browser(sqlite_ground) as client:
        page = client.get(f"/umum/{WAMENA}").text
    assert f"{day} Feb 2019 {'01.00' if not named else '23.00'}" in page
