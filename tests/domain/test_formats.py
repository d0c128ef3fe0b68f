"""Figures, dates and times as they are written in Indonesia."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.formats import clock, count, date_numeric, day_long, day_short, percent_text


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0"), (926, "926"), (1024, "1.024"), (12222, "12.222"), (1288630, "1.288.630"), (-1500, "-1.500")],
)
def test_thousands_are_parted_by_dots(number: int, written: str) -> None:
    assert count(number) == written


@given(st.integers())
def test_a_count_without_its_dots_is_the_number(number: int) -> None:
    assert int(count(number).replace(".", "")) == number


@pytest.mark.parametrize(
    ("percent", "written"),
    [
        ("8.01", "8,01 %"),
        ("95.65", "95,65 %"),
        ("100", "100,00 %"),
        ("0", "0,00 %"),
        ("9.565", "9,57 %"),
        ("9.5649", "9,56 %"),
        ("0.005", "0,01 %"),
        ("1234.5", "1.234,50 %"),
        ("1E+2", "100,00 %"),
    ],
)
def test_a_percentage_has_two_decimals_half_up(percent: str, written: str) -> None:
    assert percent_text(Decimal(percent)) == written


def test_the_time_of_day_has_a_dot() -> None:
    assert clock(time(16, 42)) == "16.42"
    assert clock(datetime(2019, 2, 23, 9, 5, 59, tzinfo=UTC)) == "09.05"


def test_a_day_is_written_short_and_long() -> None:
    assert day_short(date(2019, 2, 23)) == "Sab 23 Feb"
    assert day_long(date(2019, 2, 23)) == "Sabtu, 23 Februari 2019"
    assert day_short(date(2018, 12, 31)) == "Sen 31 Des"


def test_a_week_and_a_year_have_their_own_names() -> None:
    monday = date(2019, 2, 18)
    week = [day_long(monday + timedelta(days=n)).split(",")[0] for n in range(7)]
    assert week == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    months = [day_short(date(2019, month, 1)).split()[2] for month in range(1, 13)]
    assert months == ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


@given(st.dates())
def test_a_date_in_figures_is_day_month_year(day: date) -> None:
    written = date_numeric(day)
    assert len(written) == 10
    assert date(*map(int, reversed(written.split("-")))) == day


def test_the_date_of_a_card_keeps_its_zeros() -> None:
    assert date_numeric(date(2002, 1, 31)) == "31-01-2002"
    assert date_numeric(date(1987, 11, 12)) == "12-11-1987"
