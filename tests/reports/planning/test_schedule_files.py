"""The schedule on paper, in a workbook and in a calendar."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from calendars import WEDNESDAY, Calendar, calendar
from icalendar import Calendar as Feed
from openpyxl import load_workbook

from fieldkit.domain.planning.schedule import StopReason
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.records.tables import SHIFT_PLAN
from fieldkit.reports.planning.schedule import SchedulePaper, schedule_paper
from fieldkit.reports.planning.schedule_files import schedule_html, write_schedule_book, write_schedule_feed
from fieldkit.store.queries.planning.schedule import Schedule
from fieldkit.store.unit import Unit
from fieldkit.work.planning.office import KeepDay, keep_day
from fieldkit.work.planning.plans import cancel_shift, publish_shifts

NOW = datetime(2019, 2, 24, 1, tzinfo=UTC)
MAKASSAR = "73.71.01.1001"


@pytest.fixture(scope="module")
def regions() -> RegionTable:
    return RegionTable(resources_dir() / "regions")


@pytest.fixture
def office(tmp_path: Path) -> Calendar:
    return calendar(tmp_path)


def week(office: Calendar) -> Schedule:
    return office.week(WEDNESDAY - timedelta(days=2), WEDNESDAY + timedelta(days=4))


def paper(office: Calendar, regions: RegionTable) -> SchedulePaper:
    found = week(office)
    return schedule_paper(found, found.plans, "Kota Probolinggo", regions)


def test_the_paper_tells_each_shift_under_its_day(office: Calendar, regions: RegionTable) -> None:
    office.store.execute(publish_shifts, [office.plan()])
    office.plan(start=time(16), end=time(19))
    made = paper(office, regions)
    assert made.subtitle == "Kota Probolinggo · Senin, 25 Februari 2019 – Minggu, 3 Maret 2019"
    assert [(day.title, [line.cells for line in day.lines]) for day in made.days] == [
        (
            "Rabu, 27 Februari 2019",
            [
                (
                    "09.00–12.00 WIB",
                    "Kantor Kelurahan Jati, Kec. Mayangan",
                    "Tim 1",
                    "Rina Wulandari",
                    "P-02",
                    "50",
                    "Terbit",
                ),
                (
                    "16.00–19.00 WIB",
                    "Kantor Kelurahan Jati, Kec. Mayangan",
                    "Tim 1",
                    "Rina Wulandari",
                    "P-02",
                    "50",
                    "Konsep",
                ),
            ],
        )
    ]
    assert made.note == "1 shift masih konsep dan bisa berubah."
    assert made.file_name == "jadwal-2019-02-25-2019-03-03"


def test_what_does_not_take_place_says_why(office: Calendar, regions: RegionTable) -> None:
    office.store.execute(cancel_shift, office.plan(), StopReason.WEATHER)
    assert paper(office, regions).days[0].lines[0].state == "Batal: Cuaca"


def test_the_page_holds_every_word_and_names_the_holiday(office: Calendar, regions: RegionTable) -> None:
    office.store.execute(keep_day, "", KeepDay(WEDNESDAY, "holiday", "Hari <Nyepi>"))
    office.plan()
    html = schedule_html(paper(office, regions))
    for words in ("JADWAL JEMPUT BOLA", "Rabu, 27 Februari 2019 · Hari &lt;Nyepi&gt;", "Rina Wulandari", "P-02"):
        assert words in html


def test_a_week_without_shifts_says_so(office: Calendar, regions: RegionTable) -> None:
    assert "Belum ada shift pada hari-hari ini." in schedule_html(paper(office, regions))


def test_the_workbook_holds_words_that_nobody_can_make_a_formula_of(
    office: Calendar, regions: RegionTable, tmp_path: Path
) -> None:
    office.plan(site_name="=1+1")
    write_schedule_book(paper(office, regions), tmp_path / "week.xlsx")
    sheet = load_workbook(tmp_path / "week.xlsx")["Jadwal"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {"Jadwal jemput bola", "Jam", "Tim 1", "P-02", "Konsep"} <= set(cells)
    assert cells[50].data_type == "n"
    formula = next(cell for value, cell in cells.items() if str(value).startswith("=1+1"))
    assert (formula.data_type, formula.quotePrefix) == ("s", True)


def test_each_event_stands_in_the_zone_of_its_place(office: Calendar, regions: RegionTable, tmp_path: Path) -> None:
    office.store.execute(publish_shifts, [office.plan()])
    night = office.plan(site_id="", site_name="Balai", start=time(22), end=time(1))

    def far_away(unit: Unit) -> None:
        unit.update(SHIFT_PLAN, night, village=MAKASSAR, time_zone="Asia/Makassar")

    # One regency lies in one zone: only what came from elsewhere stands in another.
    office.store.execute(far_away)
    found = week(office)
    write_schedule_feed(found, found.plans, regions, NOW, tmp_path / "week.ics")
    feed = Feed.from_ical((tmp_path / "week.ics").read_bytes())
    events = {str(event["summary"]): event for event in feed.walk("VEVENT")}
    jati, far = events["Perekaman KTP-el: Kantor Kelurahan Jati"], events["Perekaman KTP-el: Balai"]
    assert jati["dtstart"].dt == datetime(2019, 2, 27, 9, tzinfo=ZoneInfo("Asia/Jakarta"))
    assert far["dtstart"].dt.utcoffset() == timedelta(hours=8)
    assert far["dtend"].dt.date() == date(2019, 2, 28)
    assert (jati["status"], far["status"]) == ("CONFIRMED", "TENTATIVE")
    assert {str(zone["tzid"]) for zone in feed.walk("VTIMEZONE")} == {"Asia/Jakarta", "Asia/Makassar"}


def test_events_keep_their_identity_and_a_cancelled_one_says_so(
    office: Calendar, regions: RegionTable, tmp_path: Path
) -> None:
    plan_id = office.plan()
    seen = []
    for happens in (lambda: None, lambda: office.store.execute(cancel_shift, plan_id, StopReason.POWER)):
        happens()
        found = week(office)
        write_schedule_feed(found, found.plans, regions, NOW, tmp_path / "week.ics")
        (event,) = Feed.from_ical((tmp_path / "week.ics").read_bytes()).walk("VEVENT")
        seen.append((str(event["uid"]), str(event["status"])))
    assert seen == [(f"{plan_id}@fieldkit", "TENTATIVE"), (f"{plan_id}@fieldkit", "CANCELLED")]


def test_a_window_that_opens_does_not_wait_for_calendars() -> None:
    code = "import sys, fieldkit.reports.planning.schedule_files; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
