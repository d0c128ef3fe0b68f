"""Who leads gives a laptop back from the page Sync; it goes only once the centre holds everything."""

from __future__ import annotations

import pytest
from layout_faults import layout_faults
from pages.sync import SyncPageDriver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sync_bench import SyncBench, opened_page

from fieldkit.host.folders import open_folders
from fieldkit.store.keeping.farewell import Farewell
from fieldkit.store.queries.giving_back import leaving
from fieldkit.store.syncing.giving_back import is_given_back
from fieldkit.ui.pages.sync.giving_back import GiveBackCard
from fieldkit.ui.start.farewell import FarewellScreen
from fieldkit.ui.widgets.labels import IconText
from fieldkit.ui.widgets.layouts import column, holder
from fieldkit.ui.widgets.overlays import Modal
from fieldkit.work.giving_back import give_back
from tests.laptops import add_people
from tests.patience import PATIENCE_S


def press(page: SyncPageDriver) -> None:
    button = page.button("give_back_button")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)


def modal_of(page: SyncPageDriver) -> Modal | None:
    shown = (each for each in page.window.findChildren(Modal) if each.isVisible())
    return next(shown, None)


def answered(page: SyncPageDriver, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.waitUntil(lambda: modal_of(page) is not None, timeout=PATIENCE_S * 1000)
    modal = modal_of(page)
    assert modal is not None
    QTest.keyClick(modal, key)


def test_a_laptop_whose_work_has_arrived_is_given_back_and_let_go(bench: SyncBench, qtbot: QtBot) -> None:
    bench.laptop.sync()
    page = opened_page(bench, qtbot)
    bench.driver.start()
    press(page)
    answered(page, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(bench.driver.state.outcome and bench.driver.state.outcome.is_released), timeout=20_000)


def test_what_is_not_sent_is_counted_and_nothing_is_asked(bench: SyncBench, qtbot: QtBot) -> None:
    bench.laptop.sync()
    add_people(bench.laptop.store, "SITI AMINAH")
    waiting = bench.laptop.store.query(leaving).waiting
    page = opened_page(bench, qtbot)
    press(page)
    qtbot.waitUntil(lambda: bool(page.window.toasts()))
    said = " ".join(label.text() for toast in page.window.toasts() for label in toast.findChildren(QLabel))
    assert "Laptop ini belum bisa dikembalikan" in said
    assert f"{waiting} catatan belum sampai di pusat" in said
    assert modal_of(page) is None
    assert not bench.laptop.store.query(is_given_back)


@pytest.mark.parametrize("names", [(), ("damaged-1", "replaced-2")])
def test_data_that_was_set_aside_is_told_before_and_nothing_is_told_where_there_is_none(
    bench: SyncBench, qtbot: QtBot, names: tuple[str, ...]
) -> None:
    bench.laptop.sync()
    page = opened_page(bench, qtbot)
    data = open_folders(bench.ground.folder / "files").data
    for name in names:
        (data / f"fieldkit.db.{name}").write_bytes(b"sealed")
    press(page)
    qtbot.waitUntil(lambda: modal_of(page) is not None, timeout=PATIENCE_S * 1000)
    modal = modal_of(page)
    assert modal is not None
    told = modal.findChild(IconText, "give_back_aside")
    assert (told.text().startswith("Ada 2 berkas") if isinstance(told, IconText) else None) == (bool(names) or None)
    assert layout_faults(modal) == []
    QTest.keyClick(modal, Qt.Key.Key_Escape)
    assert not bench.laptop.store.query(is_given_back)


def test_esc_gives_nothing_back_and_what_was_asked_can_be_taken_back(bench: SyncBench, qtbot: QtBot) -> None:
    bench.laptop.sync()
    page = opened_page(bench, qtbot)
    press(page)
    answered(page, qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: modal_of(page) is None)
    assert not bench.laptop.store.query(is_given_back)
    bench.laptop.store.execute(give_back)
    bench.window.data_changed()
    qtbot.waitUntil(lambda: page.button("give_back_button").text().startswith("Batal"))
    press(page)
    qtbot.waitUntil(lambda: not bench.laptop.store.query(is_given_back))


@pytest.mark.parametrize(
    ("role", "is_offered"), [("lead", True), ("admin", True), ("operator", False), ("viewer", False)]
)
def test_only_who_leads_is_offered_it(themed_app: QApplication, qtbot: QtBot, role: str, is_offered: bool) -> None:
    card = GiveBackCard(role)
    shown = holder(column(card))
    qtbot.addWidget(shown)
    shown.show()
    assert card.isVisible() is is_offered


def test_the_last_screen_says_who_let_the_laptop_go_and_what_lies_elsewhere(themed_app: QApplication) -> None:
    given_back = FarewellScreen(Farewell(2, 0, "Kota Probolinggo", is_given_back=True, has_copy_elsewhere=True))
    assert given_back.text.text().startswith("Laptop ini dikembalikan")
    assert not given_back.elsewhere.isHidden()
    revoked = FarewellScreen(Farewell(2, 0, "Kota Probolinggo"))
    assert revoked.text.text().startswith("Kantor mencabut laptop ini")
    assert revoked.elsewhere.isHidden()
