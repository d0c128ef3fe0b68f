"""Until the store has told where a shift stands, a page's day is that of the laptop's regency."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest
from desk import Desk
from pytestqt.qtbot import QtBot

from fieldkit.domain.zones import OFFICE_ZONE, WIT
from fieldkit.store.keeping.places import keep_book, laptop_book
from fieldkit.ui.pages.cards.page import CardsPage
from fieldkit.ui.pages.office.targets.desk import TargetsDesk
from fieldkit.ui.pages.office.uncollected.desk import UncollectedDesk
from fieldkit.ui.pages.stock.page import StockPage
from fieldkit.ui.pages.target_list.page import TargetListPage
from fieldkit.ui.pages.today.page import TodayPage
from fieldkit.ui.pages.visits.page import VisitsPage
from fieldkit.ui.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("themed_app")

_PAPUA = "9171-P2.1"
_AFTER_MIDNIGHT = datetime(2019, 2, 22, 15, 30, tzinfo=UTC)
"""Half past midnight on the 23rd in Papua, half past ten in the evening of the 22nd at the office in Jakarta."""


@pytest.mark.parametrize(
    ("page_kind", "day_of"),
    [
        (TodayPage, "_calendar_day"),
        (TargetListPage, "_calendar_day"),
        (VisitsPage, "_calendar_day"),
        (CardsPage, "_calendar_day"),
        (StockPage, "_today_at_site"),
        (TargetsDesk, "_today"),
        (UncollectedDesk, "_today"),
    ],
)
def test_in_papua_it_is_tomorrow_already(desk: Desk, qtbot: QtBot, page_kind: type, day_of: str) -> None:
    book = laptop_book(desk.folders.data)
    keep_book(desk.folders.data, msgspec.structs.replace(book, origin=_PAPUA))
    desk.clock.pass_minutes((_AFTER_MIDNIGHT - desk.clock.now_utc()).total_seconds() / 60)
    window = MainWindow([])
    qtbot.addWidget(window)
    page = page_kind(desk.context(window, desk.lead))
    qtbot.addWidget(page)
    found = getattr(page, day_of)()
    day = found if isinstance(found, str) else date(found.year, found.month, found.day).isoformat()
    assert day == "2019-02-23"


def test_where_the_laptop_names_no_regency_it_is_the_day_of_the_office(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow([])
    qtbot.addWidget(window)
    context = desk.context(window, desk.lead)
    keep_book(desk.folders.data, msgspec.structs.replace(laptop_book(desk.folders.data), origin=""))
    assert context.home_zone == OFFICE_ZONE
    keep_book(desk.folders.data, msgspec.structs.replace(laptop_book(desk.folders.data), origin=_PAPUA))
    assert context.home_zone == WIT
