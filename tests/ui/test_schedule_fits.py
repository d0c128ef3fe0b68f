"""The calendar at every text size, whatever is looked at: nothing cut, squeezed or overlapping."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from desk import DAY, Desk
from pages.schedule import ALT, CTRL, Key, SchedulePageDriver
from PySide6.QtWidgets import QApplication
from test_every_page_fits import faults_at_every_size

from fieldkit.work.planning.office import KeepDay, KeepPermit, keep_day, keep_permit

WEDNESDAY = DAY - timedelta(days=3)


@pytest.fixture
def office(empty_desk: Desk) -> SchedulePageDriver:
    """A week with a clash, a district without any set, a holiday, and drafts that lack something."""
    made = SchedulePageDriver(empty_desk)
    made.office.plan(day=WEDNESDAY)
    made.office.plan(day=WEDNESDAY, start=time(16), end=time(19), site_id="")
    made.office.other(day=WEDNESDAY, set_code="P-02")
    made.office.other(day=DAY, set_code="P-01", override_reason="Disetujui kepala bidang untuk satu hari ini saja")
    made.office.plan(day=DAY, override_reason="Disetujui kepala bidang untuk satu hari ini saja")
    empty_desk.store.execute(keep_day, "", KeepDay(WEDNESDAY, "holiday", "Hari Raya Nyepi"))
    empty_desk.store.execute(keep_permit, "", KeepPermit("35.74.03", True, True, False, True, "188/1", DAY, None))
    made.open()
    return made


def looked_at(*strokes: Key) -> Callable[[SchedulePageDriver], None]:
    def happens(office: SchedulePageDriver) -> None:
        for stroke in strokes:
            office.press(stroke)

    return happens


def by_day(office: SchedulePageDriver) -> None:
    office.press(Key.Key_1, ALT)


def by_team(office: SchedulePageDriver) -> None:
    office.press(Key.Key_3, ALT)


def new_shift(office: SchedulePageDriver) -> None:
    office.press(Key.Key_N, CTRL)


def new_shift_refused(office: SchedulePageDriver) -> None:
    office.press(Key.Key_N, CTRL)
    office.save()


def cancelling(office: SchedulePageDriver) -> None:
    office.press(Key.Key_Return)
    office.press(Key.Key_4)


def printing(office: SchedulePageDriver) -> None:
    office.press(Key.Key_P, CTRL)


def new_place(office: SchedulePageDriver) -> None:
    office.press(Key.Key_T)
    office.press(Key.Key_5)
    office.press(Key.Key_N, CTRL)


VIEWS = [
    looked_at(),
    by_day,
    by_team,
    new_shift,
    new_shift_refused,
    looked_at(Key.Key_Return),
    cancelling,
    looked_at(Key.Key_3),
    printing,
    *(looked_at(Key.Key_T, Key(Key.Key_0 + digit)) for digit in (1, 2, 4, 5)),
    new_place,
]


@pytest.mark.parametrize("happens", VIEWS)
def test_the_calendar_fits_whatever_is_looked_at(
    office: SchedulePageDriver, themed_app: QApplication, happens: Callable[[SchedulePageDriver], None]
) -> None:
    happens(office)
    assert faults_at_every_size(themed_app, office.window) == {}
