"""A shift in Papua that ends around midnight: its papers keep its own day, and tell hours of its own clock.

At 00.30 WIT it is still the day before by UTC and in Jakarta.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from fieldkit.domain.zones import WIB, WIT
from fieldkit.reports.closing.beside import beside_lines
from fieldkit.reports.closing.html import closing_record_html, daily_report_html
from fieldkit.reports.closing.shift_documents import closing_record, daily_report
from fieldkit.reports.closing.workbook import write_closing_record, write_daily_report
from fieldkit.server.web.facts import local_time
from fieldkit.store.queries.closing.addenda import Addendum
from fieldkit.store.queries.closing.beside import Beside
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.work.instants import moment
from tests.closings import closing, document

BEFORE, AFTER = "2019-02-23T14:30:00.000Z", "2019-02-23T15:30:00.000Z"
SIGNED = [(BEFORE, "23 Februari 2019 pukul 23.30 WIT"), (AFTER, "24 Februari 2019 pukul 00.30 WIT")]


def signed_at(at: str) -> SignedClosing:
    shift = {**document()["shift"], "time_zone": "Asia/Jayapura", "opened_at": "2019-02-23T09:00:00.000Z"}
    return replace(closing(document(shift=shift)), at=at)


@pytest.mark.parametrize(("at", "told"), SIGNED)
def test_papers_keep_the_day_of_the_shift_and_tell_when_they_were_signed(at: str, told: str) -> None:
    signed = signed_at(at)
    for paper in (daily_report_html(daily_report(signed)), closing_record_html(closing_record(signed))):
        assert "Sabtu" in paper
        assert "Minggu" not in paper
        assert told in paper
    assert daily_report(signed).file_name.startswith("laporan-harian-2019-02-23-")


@pytest.mark.parametrize(("at", "told"), SIGNED)
def test_workbooks_say_the_same(tmp_path: Path, at: str, told: str) -> None:
    signed = signed_at(at)
    write_daily_report(daily_report(signed), tmp_path / "daily.xlsx")
    write_closing_record(closing_record(signed), tmp_path / "record.xlsx")
    for name in ("daily", "record"):
        book = load_workbook(tmp_path / f"{name}.xlsx")
        words = "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value)
        assert "Sabtu" in words
        assert "Minggu" not in words
        assert told in words


@pytest.mark.parametrize(("at", "told"), [(BEFORE, "23-02-2019 23.30"), (AFTER, "24-02-2019 00.30")])
def test_what_came_late_is_told_by_the_clock_of_the_site(at: str, told: str) -> None:
    late = Beside(addenda=(Addendum("incident", "incident-9", at),))
    assert f"terakhir {told}." in "".join(beside_lines(late, "Asia/Jayapura"))


@pytest.mark.parametrize(("at", "day"), [(BEFORE, "2019-02-23"), (AFTER, "2019-02-24")])
def test_the_page_of_the_centre_has_the_day_of_the_regency(at: str, day: str) -> None:
    at_ms = round(moment(at).timestamp() * 1000)
    assert local_time(ZoneInfo(WIT), at_ms).date().isoformat() == day
    assert local_time(ZoneInfo(WIB), at_ms).date().isoformat() == "2019-02-23"
