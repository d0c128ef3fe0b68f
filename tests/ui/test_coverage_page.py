"""Page Cakupan, worked with real keys by the head of the office."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from desk import Desk
from layout_faults import layout_faults
from openpyxl import load_workbook
from pages.coverage import CoveragePageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.records.wire import SilentLaptop
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.told import SILENT_LAPTOPS
from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.coverage import CoveragePage
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.charts.curve import figures_of
from tests.laptops import JATI, REGENCY
from tests.places import Somebody, counted, set_rule, settle

Key = Qt.Key
MANGUNHARJO, WIROBORANG, JREBENG_LOR = "35.74.03.1002", "35.74.03.1010", "35.74.05.1004"
SYNCED_MS = int(datetime(2019, 2, 23, 8, 0, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """The office's desk: 100 obligated people in each of four villages, and a list of 18 beside the twelve of Jati."""
    people = [
        *[Somebody(WIROBORANG, rw, "01") for rw in ("01", "01", "02")],
        *[Somebody(WIROBORANG, "01", "02", fate="recorded", day=f"2019-02-{day}") for day in (18, 22, 23)],
        *[Somebody(WIROBORANG, "02", "01", fate=fate) for fate in ("away", "deceased", "approved")],
        *[Somebody(MANGUNHARJO) for _ in range(8)],
        Somebody(JREBENG_LOR),
    ]
    settle(empty_desk.store, people)
    for village, recorded in ((JATI, 97), (WIROBORANG, 90), (MANGUNHARJO, 85), (JREBENG_LOR, 99)):
        counted(empty_desk.store, village, "local", 100, recorded)
        counted(empty_desk.store, village, "national", 100, recorded - 2, "2018-12-31")
    counted(empty_desk.store, REGENCY, "local", 400, 371)
    counted(empty_desk.store, REGENCY, "national", 400, 360, "2018-12-31")
    set_rule(empty_desk.store, "vote_day", "2019-04-11")
    return empty_desk


def opened(desk: Desk, qtbot: QtBot) -> CoveragePageDriver:
    window = desk.open(("coverage", CoveragePage), user=desk.lead)
    return CoveragePageDriver(window, qtbot)


def test_the_villages_that_miss_most_stand_first_and_those_above_the_line_in_a_sentence(
    desk: Desk, qtbot: QtBot
) -> None:
    page = opened(desk, qtbot)
    assert page.places() == [("Mangunharjo", "85,00", "13"), ("Wiroborang", "93,00", "5"), ("Jati", "97,00", "1")]
    assert page.passed() == "Sudah lewat 98 %: Jrebeng Lor 99,00"
    page.press(Key.Key_L)
    assert page.places()[-1] == ("Jrebeng Lor", "99,00", "0")


def test_the_four_figures_have_their_sums_and_days(desk: Desk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    assert page.figure("local") == "Cakupan setempat 93,50 % 374 dari 400 · belum sinkron"
    assert page.figure("national") == "Angka nasional 90,00 % 31 Des 2018 · dasar belum tentu sama"
    assert page.figure("to_go") == "Menuju target 18 orang ke 98 % sisa 27 di daftar, terjangkau 25"
    assert page.figure("pace") == "Laju 7 hari 0,5 / hari, 6 hari terakhir perlu 1 / hari sampai 11 Apr"


def test_enter_goes_down_to_an_rt_and_esc_and_backspace_come_back_to_where_one_was(desk: Desk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    page.press(Key.Key_Down, Key.Key_Return)
    assert page.page.subtitle() == "Kota Probolinggo › Kel. Wiroborang · 2 RW"
    assert page.places() == [("RW 02", "0,00", "4"), ("RW 01", "60,00", "2")]
    assert page.says("RW dan RT tidak punya angka wajib KTP")
    page.press(Key.Key_Down, Key.Key_Return)
    assert page.page.subtitle() == "Kota Probolinggo › Kel. Wiroborang › RW 01 · 2 RT"
    page.press(Key.Key_Return)
    assert page.page.subtitle() == "Kota Probolinggo › Kel. Wiroborang › RW 01 › RT 01"
    assert page.says("Tempat terkecil")
    page.press(Key.Key_Backspace)
    assert page.chosen() == "RT 01"
    page.press(Key.Key_Escape)
    assert page.chosen() == "RW 01"
    page.press(Key.Key_Escape)
    assert page.chosen() == "Wiroborang"
    page.press(Key.Key_Escape)
    assert page.page.subtitle() == "Kota Probolinggo · 4 kelurahan"


def test_k_splits_a_regency_by_its_districts_which_stand_by_their_lists_without_counts(
    desk: Desk, qtbot: QtBot
) -> None:
    page = opened(desk, qtbot)
    page.press(Key.Key_K)
    assert [name for name, _, _ in page.places()] == ["Mayangan", "Kedopok"]
    assert page.says("Cakupan daftar: belum ada angka wajib KTP per kecamatan.")
    page.press(Key.Key_Return)
    assert page.page.subtitle() == "Kota Probolinggo › Kec. Mayangan · 3 kelurahan"
    assert [name for name, _, _ in page.places()] == ["Mangunharjo", "Wiroborang", "Jati"]


def test_a3_the_sum_of_a_list_names_each_of_its_parts(desk: Desk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    page.press(Key.Key_Down)
    told = page.page.places.sum.full_text()
    assert told == (
        "Kel. Wiroborang: 9 di daftar = 3 terekam + 4 terjangkau + 1 disahkan + 1 merantau"
        " · 1 dijelaskan, belum disahkan"
    )


def test_the_sentence_under_the_curve_names_the_day(desk: Desk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    assert page.sentence().startswith("Dengan laju sekarang 98 % tercapai 31 Mar, 11 hari sebelum 11 Apr.")
    assert page.page.curve.chart.curve().said == page.sentence()


def test_laptops_that_have_not_reported_stand_beside_the_figures(desk: Desk, qtbot: QtBot) -> None:
    silent = [SilentLaptop("P-04", "Kedopok", SYNCED_MS - 2 * 86_400_000, 60, "1.0")]

    def told(database: Database) -> None:
        Meta(database).put(SILENT_LAPTOPS, msgspec.json.encode(silent).decode())
        database.run("INSERT INTO sync_receipt VALUES ('x', 1, '', 0, ?, '')", SYNCED_MS)

    desk.store.write_local(told)
    page = opened(desk, qtbot)
    assert page.freshness() == [
        "Semua yang melapor ke pusat, sinkron 23 Feb 15.00",
        "Wajib KTP 400, data sendiri, 10 Feb",
        "P-04 Kedopok, diam 2 hari, 60 perubahan belum terhitung",
    ]
    assert page.figure("local").endswith("374 dari 400 · 23 Feb 15.00")
    assert page.page.subtitle() == "Kota Probolinggo · 4 kelurahan · tanpa P-04"


@pytest.mark.parametrize(("minutes", "day"), [(325, "2019-02-23"), (385, "2019-02-24")])
def test_around_midnight_in_papua_the_report_is_named_by_the_day_of_the_site(
    desk: Desk, qtbot: QtBot, minutes: int, day: str
) -> None:
    desk.open_shift(time_zone="Asia/Jayapura")
    desk.clock.pass_minutes(minutes)
    page = opened(desk, qtbot)
    page.press(Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    page.press(Key.Key_2)
    names = sorted(path.name for path in desk.folders.documents.iterdir())
    assert names == [f"cakupan-kota-probolinggo-{day}.pdf", f"cakupan-kota-probolinggo-{day}.xlsx"]


def test_the_report_is_written_as_pdf_and_workbook_from_two_keys(desk: Desk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    page.press(Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier)
    page.press(Key.Key_2)
    names = sorted(path.name for path in desk.folders.documents.iterdir())
    assert names == ["cakupan-kota-probolinggo-2019-02-23.pdf", "cakupan-kota-probolinggo-2019-02-23.xlsx"]
    book = load_workbook(desk.folders.documents / names[1])
    assert book.sheetnames == ["Wilayah", "Daftar", "Jenis kelamin", "Keperluan", "Lokasi", "Pembersihan"]


def test_without_counts_the_list_stands_for_itself_and_nothing_is_invented(empty_desk: Desk, qtbot: QtBot) -> None:
    page = opened(empty_desk, qtbot)
    assert page.figure("local") == "Cakupan setempat 0,00 % daftar 0 dari 12 di daftar · belum sinkron"
    assert page.figure("national") == "Angka nasional – belum ada untuk tempat ini"
    assert page.says("Cakupan daftar: belum ada angka wajib KTP per kelurahan.")
    assert page.sentence() == "Tujuh hari terakhir belum ada yang direkam, jadi 98 % belum bisa diperkirakan."


def test_the_page_is_there_for_whoever_leads_and_whoever_looks() -> None:
    def has_page(role: str) -> bool:
        return any(spec.name == "coverage" for spec in page_specs(role, lambda: pytest.fail("no page is made here")))

    assert [role for role in ("lead", "planner", "admin", "head", "viewer") if not has_page(role)] == []
    assert [role for role in ("operator", "keeper", "clerk") if has_page(role)] == []


def test_at_large_text_the_curve_is_a_drawer_opened_by_its_key(
    desk: Desk, qtbot: QtBot, themed_app: QApplication
) -> None:
    apply_theme(themed_app, "light", 150)
    page = opened(desk, qtbot)
    assert not page.page.curve.isVisible()
    assert page.page.header_slot().findChild(Button, "coverage_side").isVisible()
    page.press(Key.Key_J, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.page.curve.isVisible()
    page.press(Key.Key_Escape)
    assert not page.page.curve.isVisible()


@pytest.mark.parametrize(("percent", "width"), [(100, 1366), (125, 1366), (150, 1100), (150, 1366)])
def test_full_figures_fit_at_every_text_size(
    desk: Desk, qtbot: QtBot, themed_app: QApplication, percent: int, width: int
) -> None:
    apply_theme(themed_app, "light", percent)
    page = opened(desk, qtbot)
    page.window.resize(width, 690)
    for keys in ((), (Key.Key_Down, Key.Key_Return), (Key.Key_Return,)):
        page.press(*keys)
        for _ in range(3):
            QApplication.processEvents()
        assert layout_faults(page.window) == []


def test_the_curve_can_be_read_as_a_table_by_keys(desk: Desk, qtbot: QtBot) -> None:
    driver = opened(desk, qtbot)
    driver.press(Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    table = driver.page.findChild(Table, "curve_figures")
    assert table is not None
    assert table.hasFocus()
    model = table.rows_model
    rows = [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]
    said = driver.page.curve.chart.accessibleDescription()
    assert len(rows) > 3
    assert all(f"{day} {figure}" in said and f"{line}: " in said for line, day, figure in rows)
    driver.press(Key.Key_Down)
    assert table.currentIndex().row() == 1
    driver.press(Key.Key_Escape)
    assert driver.page.curve.chart.isVisible()
    assert driver.page.places.table.hasFocus()
    driver.press(Key.Key_Return)
    driver.press(Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    assert model.rowCount() == len(figures_of(driver.page.curve.chart.curve()))
    driver.press(Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)
    assert driver.page.curve.chart.isVisible()
