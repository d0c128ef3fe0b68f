"""Page Blangko, worked with real keys by the stock keeper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from desk import START_CODE, VILLAGE, Desk
from pages.stock import StockPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.cards.handover import RecordKind
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.stock.holders import region_of, store_of
from fieldkit.domain.stock.lots import LotState
from fieldkit.domain.stock.movements import OFFICE, SPOILED, MovementKind, Product, SpoilReason
from fieldkit.records.tables import APP_USER
from fieldkit.store.queries.people import app_user
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.store.queries.stock.lots import lots
from fieldkit.store.queries.stock.records import signed_records
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.stock import StockPage
from fieldkit.ui.pages.stock.alert import AlertLine
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.cards.printing import spoil_blank
from fieldkit.work.sign_in import set_first_pin
from fieldkit.work.stock.keeping import IssueStock, SpoilStock, issue_stock, spoil_stock
from fieldkit.work.stock.lots import RequestLot, StepLot, request_lot, step_lot
from fieldkit.work.stock.movements import MoveStock, move_stock

PIN = "274913"
MAYANGAN = store_of("35.74.03")
Key = Qt.Key


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """The office's desk: no shift is open."""
    return empty_desk


@pytest.fixture
def keeper(desk: Desk) -> UserId:
    """Dewi, who keeps the stock, with her PIN."""
    desk.store.user = UserId(desk.lead.id)
    code = desk.store.query(lambda database: database.value("SELECT start_code_hash FROM app_user LIMIT 1"))

    def verb(unit: Unit) -> UserId:
        told = {"name": "Dewi Kartika", "role": "keeper", "active": 1, "start_code_hash": code}
        return UserId(unit.insert(APP_USER, "35.74", **told))

    user = desk.store.execute(verb)
    set_first_pin(desk.store, user, START_CODE, PIN)
    return user


@pytest.fixture
def stock(desk: Desk, keeper: UserId, qtbot: QtBot) -> StockPageDriver:
    """The stock page, open and in front, of the stock keeper."""
    user = desk.store.query(app_user, keeper)
    assert user is not None
    window = desk.open(("stock", StockPage), user=user)
    return StockPageDriver(window, qtbot)


def receive(desk: Desk, keeper: UserId, quantity: int, product: Product = Product.BLANK) -> None:
    desk.store.user = keeper
    lot = desk.store.execute(request_lot, RequestLot(product, "Ditjen Dukcapil", quantity))
    desk.store.execute(step_lot, StepLot(lot, LotState.RECEIVED, quantity))


def issue(desk: Desk, quantity: int, holder: str = MAYANGAN) -> None:
    desk.store.execute(issue_stock, IssueStock(holder, Product.BLANK, quantity))


def held(desk: Desk, holder: str, product: Product = Product.BLANK) -> int:
    return desk.store.query(balance_of, holder, product)


def test_st1_a_lot_is_asked_for_comes_from_two_places_and_only_what_is_received_counts(
    desk: Desk, stock: StockPageDriver
) -> None:
    stock.begin("1")
    stock.answer("supplier", "Ditjen Dukcapil")
    stock.answer("quantity", "15000")
    stock.save()
    for place, pieces in (("Pontianak", "4000"), ("Jakarta", "6000")):
        stock.begin("1")
        stock.answer("lot", "Ditjen Dukcapil")
        stock.answer("step", "3")
        stock.answer("place", place)
        stock.answer("quantity", pieces)
        stock.save()
    assert stock.holders()[OFFICE] == 0
    assert "Pontianak 4.000 · Jakarta 6.000 · belum dikirim 5.000" in stock.coming()
    stock.begin("1")
    stock.answer("lot", "Ditjen Dukcapil")
    stock.answer("step", "4")
    assert "place" not in stock.shown_fields()
    stock.answer("part", "Pontianak 4.000")
    stock.answer("quantity", "4000")
    stock.save()
    assert stock.holders()[OFFICE] == 4_000
    assert "belum dikirim 5.000" in stock.coming()
    assert stock.toast().endswith("Masuk gudang kantor.")
    assert desk.store.query(lots)[0].count.received == 4_000


def test_a_shortfall_is_said_beside_the_note_and_what_was_typed_stays(stock: StockPageDriver) -> None:
    stock.begin("1")
    stock.answer("supplier", "Provinsi")
    stock.answer("quantity", "500")
    stock.save()
    for step, pieces in (("2", "500"), ("4", "498")):
        stock.begin("1")
        stock.answer("lot", "Provinsi")
        stock.answer("step", step)
        if step == "2":
            stock.answer("place", "Surabaya")
        else:
            stock.answer("part", "Surabaya 500 (di jalan)")
        stock.answer("quantity", pieces)
        stock.save()
    assert stock.findings() == {
        "note": "Dikirim 500, dihitung 498. Selisihnya belum ada ceritanya. Tulis singkat, lalu simpan."
    }
    stock.answer("note", "Dua keping basah")
    stock.save()
    assert stock.holders()[OFFICE] == 498


def test_a_part_that_nobody_told_of_is_received_from_another_place_with_a_word(stock: StockPageDriver) -> None:
    stock.begin("1")
    stock.answer("supplier", "Provinsi")
    stock.answer("quantity", "500")
    stock.save()
    for step, part, place in (("2", "", "Surabaya"), ("4", "Dari tempat lain", "Malang")):
        stock.begin("1")
        stock.answer("lot", "Provinsi")
        stock.answer("step", step)
        if part:
            stock.answer("part", part)
        stock.answer("place", place)
        stock.answer("quantity", "200")
        stock.save()
    assert stock.findings()["note"].startswith("Dari tempat ini tidak ada kiriman sebanyak itu yang ditunggu.")
    stock.answer("note", "Dus dari Malang ikut truk")
    stock.save()
    assert stock.holders()[OFFICE] == 200


def test_a_step_of_a_lot_and_a_lot_are_taken_back_by_one_key(desk: Desk, stock: StockPageDriver) -> None:
    stock.begin("1")
    stock.answer("supplier", "Provinsi")
    stock.answer("quantity", "500")
    stock.save()
    stock.begin("1")
    stock.answer("lot", "Provinsi")
    stock.answer("step", "3")
    stock.answer("place", "Surabaya")
    stock.answer("quantity", "500")
    stock.save()
    stock.undo()
    assert desk.store.query(lots)[0].count.on_the_way == {}
    stock.begin("1")
    stock.answer("lot", "Lot baru")
    stock.answer("supplier", "Pusat")
    stock.answer("quantity", "50")
    stock.save()
    stock.undo()
    assert [(lot.supplier, lot.is_done) for lot in desk.store.query(lots)] == [("Provinsi", False), ("Pusat", True)]


def test_st2_two_hundred_go_out_and_the_one_that_is_missing_is_explained_and_signed(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    receive(desk, keeper, 1_000)
    stock.begin("2")
    stock.answer("to_holder", "Kec. Mayangan")
    stock.answer("quantity", "200")
    stock.save()
    assert (stock.holders()[MAYANGAN], stock.holders()[OFFICE]) == (200, 800)
    stock.begin("3")
    stock.answer("holder", "Kec. Mayangan")
    for name, number in (("returned", "46"), ("printed", "150"), ("spoiled", "3")):
        stock.answer(name, number)
    stock.answer("spoil_reason", "2")
    assert "reason" in stock.shown_fields()
    stock.save()
    assert set(stock.findings()) == {"reason", "note"}
    stock.answer("reason", "2")
    stock.answer("note", "Jatuh di jalan, dicari dua kali")
    stock.save()
    stock.sign(PIN)
    assert MAYANGAN not in stock.holders() or stock.holders()[MAYANGAN] == 0
    assert (held(desk, OFFICE), held(desk, SPOILED)) == (846, 3)
    [record] = desk.store.query(signed_records)
    told = (record.kind, record.number, record.signer_name)
    assert told == (RecordKind.TAKING_BACK, "BA-P2-001/2019", "Dewi Kartika")


def test_what_adds_up_is_taken_back_without_a_signature_and_undone_by_one_key(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    receive(desk, keeper, 1_000)
    issue(desk, 200)
    stock.begin("3")
    stock.answer("holder", "Kec. Mayangan")
    stock.answer("returned", "50")
    stock.answer("printed", "130")
    stock.answer("kept", "20")
    assert "reason" not in stock.shown_fields()
    stock.save()
    assert (held(desk, MAYANGAN), held(desk, OFFICE)) == (20, 850)
    stock.undo()
    assert (held(desk, MAYANGAN), held(desk, OFFICE)) == (200, 800)
    assert "Diurungkan, stoknya kembali" in stock.toast()


def test_st2_rolls_of_ribbon_come_back_and_what_was_printed_is_estimated(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    receive(desk, keeper, 5_000, Product.RIBBON)
    desk.store.execute(issue_stock, IssueStock(MAYANGAN, Product.RIBBON, 1_500))
    stock.page.refresh()
    stock.begin("3")
    stock.answer("holder", "Kec. Mayangan")
    stock.answer("product", "2")
    assert not {"printed", "spoiled", "reason", "number"} & set(stock.shown_fields())
    stock.answer("returned", "1")
    stock.answer("kept", "1")
    stock.save()
    assert held(desk, OFFICE, Product.RIBBON) == 5_000 - 1_500 + 500
    assert held(desk, MAYANGAN, Product.RIBBON) == 500
    assert desk.store.query(signed_records) == []


@pytest.mark.parametrize("width", [1366, 1024])
def test_the_digit_of_an_act_works_in_the_list_of_holders_too(
    desk: Desk, keeper: UserId, stock: StockPageDriver, width: int
) -> None:
    receive(desk, keeper, 100)
    issue(desk, 60)
    stock.window.resize(width, 690)
    stock.choose(MAYANGAN)
    stock.type("4")
    assert stock.field("from_holder").isVisible()
    stock.answer("quantity", "2")
    stock.answer("reason", "1")
    stock.save()
    assert held(desk, MAYANGAN) == 58


def test_what_was_given_out_by_mistake_comes_back_by_one_key(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    receive(desk, keeper, 100)
    stock.begin("2")
    stock.answer("to_holder", "Kec. Mayangan")
    stock.answer("quantity", "60")
    stock.save()
    stock.undo()
    assert (held(desk, MAYANGAN), held(desk, OFFICE)) == (0, 100)
    stock.choose(OFFICE)
    assert [row.is_inverse for row in stock.movements()] == [True, False, False]


def test_a_movement_of_the_list_is_undone_with_its_letter(desk: Desk, keeper: UserId, stock: StockPageDriver) -> None:
    receive(desk, keeper, 100)
    issue(desk, 60)
    stock.choose(MAYANGAN)
    stock.page.movements.table.setFocus()
    stock.press(Key.Key_Down)
    stock.type("u")
    assert held(desk, MAYANGAN) == 0


def test_st4_days_of_stock_come_from_the_ledger_and_the_scarcest_says_them(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    desk.open_shift(blanks_taken=0)
    receive(desk, keeper, 6_000)
    receive(desk, keeper, 5_250, Product.RIBBON)
    issue(desk, 250)
    desk.store.execute(issue_stock, IssueStock(MAYANGAN, Product.RIBBON, 5_250))
    stock.begin("3")
    stock.answer("holder", "Kec. Mayangan")
    stock.answer("printed", "250")
    stock.answer("returned", "0")
    stock.save()
    assert stock.figure("days") == "Cukup untuk 20 hari 250 kartu sehari · ribbon habis dulu"
    assert stock.figure("ribbon").startswith("Ribbon ± 5.000 cetak ± 10 rol")


def test_few_blanks_and_a_longer_queue_are_said_with_what_to_do(
    desk: Desk, keeper: UserId, stock: StockPageDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(desk, keeper, 5)
    monkeypatch.setattr("fieldkit.store.queries.stock.page.count_ready", lambda _database, _day: 9)
    stock.page.refresh()
    assert stock.notice() == (
        "Blangko tinggal 5, antrean cetak 9 4 orang tidak kebagian sekarang. Dahulukan rekam baru, sisanya dicetak "
        "setelah stok datang."
    )


def test_st5_spoiled_cards_are_destroyed_before_two_witnesses_and_signed(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    receive(desk, keeper, 100)
    stock.begin("4")
    stock.answer("from_holder", "Gudang kantor")
    stock.answer("quantity", "12")
    stock.answer("reason", "4")
    stock.save()
    stock.begin("5")
    stock.answer("quantity", "12")
    stock.answer("way", "1")
    stock.answer("witnesses", "Lurah Jati")
    stock.save()
    assert "dua orang" in stock.findings()["witnesses"]
    stock.answer("second_witness", "Bu Sekretaris")
    stock.save()
    stock.sign("000000")
    assert held(desk, SPOILED) == 12
    stock.sign(PIN)
    assert (held(desk, SPOILED), held(desk, "destroyed")) == (0, 12)
    [record] = desk.store.query(signed_records)
    assert record.kind == RecordKind.DESTRUCTION
    assert '"witnesses":["Lurah Jati","Bu Sekretaris"]' in record.document


def test_st6_a_loan_from_the_province_is_kept_apart_and_given_back(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    receive(desk, keeper, 5_000)
    stock.begin("8")
    stock.answer("region", "Jawa Timur")
    stock.answer("quantity", "6000")
    stock.answer("other_party", "Pak Hadi")
    stock.save()
    stock.sign(PIN)
    assert stock.holders()[OFFICE] == 11_000
    stock.begin("9")
    stock.answer("region", "Jawa Timur")
    stock.answer("way", "1")
    stock.answer("quantity", "1500")
    stock.answer("other_party", "Pak Hadi")
    stock.save()
    stock.sign(PIN)
    assert stock.holders()[OFFICE] == 9_500
    assert "kita kembalikan 4.500 keping" in stock.coming()
    assert held(desk, region_of("35")) == -4_500


def test_st6_what_is_lent_to_a_neighbour_is_due(desk: Desk, keeper: UserId, stock: StockPageDriver) -> None:
    receive(desk, keeper, 500)
    stock.begin("7")
    stock.answer("region", "Kabupaten Probolinggo")
    stock.answer("quantity", "100")
    stock.answer("other_party", "Bu Ningsih")
    stock.save()
    stock.sign(PIN)
    assert "mereka kembalikan 100 keping" in stock.coming()


def test_st5_the_paper_of_a_destruction_and_the_monthly_total_are_written_from_the_list(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    receive(desk, keeper, 100)
    desk.store.execute(spoil_stock, SpoilStock(OFFICE, 12, SpoilReason.DAMAGED_BLANK))
    stock.begin("5")
    for name, told in {"quantity": "10", "way": "1", "witnesses": "Lurah Jati", "second_witness": "Bu Rini"}.items():
        stock.answer(name, told)
    stock.save()
    stock.sign(PIN)
    stock.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert stock.papers() == [
        "Stok blangko hari ini",
        "Rekap kartu rusak Februari 2019",
        "Rekap kartu rusak Januari 2019",
        "Rekap kartu rusak Desember 2018",
        "Pemusnahan · BA-P2-001/2019",
    ]
    stock.press(Key.Key_Return)
    stock.press(Key.Key_Down)
    stock.press(Key.Key_Return)
    for _ in range(3):
        stock.press(Key.Key_Down)
    stock.press(Key.Key_Return)
    assert sorted(path.name for path in desk.folders.documents.iterdir()) == [
        "berita-acara-destruction-2019-02-23-ba-p2-001-2019.pdf",
        "berita-acara-destruction-2019-02-23-ba-p2-001-2019.xlsx",
        "rekap-kartu-rusak-2019-02.pdf",
        "rekap-kartu-rusak-2019-02.xlsx",
        "stok-blangko-2019-02-23.pdf",
        "stok-blangko-2019-02-23.xlsx",
    ]
    stock.press(Key.Key_Escape)
    assert not stock.page.papers.is_open()


def test_a_count_that_differs_is_explained_and_signed(desk: Desk, keeper: UserId, stock: StockPageDriver) -> None:
    receive(desk, keeper, 500)
    stock.choose(OFFICE)
    stock.begin("6")
    stock.answer("counted", "500")
    assert "reason" not in stock.shown_fields()
    stock.answer("counted", "497")
    assert "reason" in stock.shown_fields()
    stock.answer("reason", "1")
    stock.answer("note", "Dus terakhir berisi 47")
    stock.save()
    stock.sign(PIN)
    assert held(desk, OFFICE) == 497


def test_a_table_below_zero_is_shown_and_given_nothing(desk: Desk, keeper: UserId, stock: StockPageDriver) -> None:
    desk.open_shift(blanks_taken=0)
    desk.store.execute(spoil_blank, SpoilReason.PRINT_FAILED)
    receive(desk, keeper, 100)
    stock.page.refresh()
    assert stock.notice().startswith("Meja P2 tercatat -1 keping")
    stock.begin("2")
    stock.answer("to_holder", "Meja P2")
    stock.answer("quantity", "20")
    stock.save()
    assert stock.findings()["to_holder"].startswith("Stok penerima ini tercatat di bawah 0")
    assert held(desk, desk.store.query(table_holder)) == -1


def test_one_box_that_office_and_table_both_noted_is_pointed_out_until_one_of_them_is_undone(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    desk.open_shift(blanks_taken=46)
    receive(desk, keeper, 500)
    issue(desk, 46, desk.store.query(table_holder))
    stock.page.refresh()
    assert stock.notice().startswith("Meja P2: 46 keping mungkin tercatat dua kali")
    stock.choose(desk.store.query(table_holder))
    stock.page.movements.table.setFocus()
    stock.press(Key.Key_Down)
    desk.store.user = keeper
    stock.type("u")
    assert held(desk, desk.store.query(table_holder)) == 46
    assert "dua kali" not in stock.notice()


def test_more_than_the_store_has_on_record_may_be_given_with_a_warning(
    desk: Desk, keeper: UserId, stock: StockPageDriver
) -> None:
    receive(desk, keeper, 10)
    stock.begin("2")
    stock.answer("to_holder", "Kec. Mayangan")
    stock.answer("quantity", "25")
    assert stock.findings() == {"quantity": "Di gudang tercatat 10. Boleh dilanjutkan, dan ditandai."}
    stock.save()
    assert held(desk, MAYANGAN) == 25
    assert stock.movements()[0].reason == "over_balance"


def test_a_number_that_is_missing_is_said_beside_its_field(stock: StockPageDriver) -> None:
    stock.begin("2")
    stock.save()
    assert stock.findings() == {
        "to_holder": "Belum dipilih.",
        "quantity": "Jumlahnya belum ditulis. Hitung dulu.",
    }


def test_half_typed_work_is_there_again_after_a_step_out(stock: StockPageDriver) -> None:
    stock.begin("1")
    stock.answer("supplier", "Ditjen Dukcapil")
    stock.press(Key.Key_Escape)
    assert stock.page.panel.open_form() is None
    form = stock.begin("1")
    assert form.fields["supplier"].value() == "Ditjen Dukcapil"  # type: ignore[attr-defined]


def test_the_way_out_of_an_alert_is_one_line_where_that_fits_and_never_cut(qtbot: QtBot) -> None:
    alert = AlertLine()
    qtbot.addWidget(alert)
    words = "Sisanya 13 keping blangko, sehari 25 kartu. Keluarkan dari gudang (2), atau atur ulang jadwal cetaknya."
    alert.show_words(("Kec. Kanigaran: blangko tidak cukup untuk besok", words, "warn"))
    label = next(each for each in alert.findChildren(Label) if each.text() == words)
    line = label.fontMetrics().height()
    heights = []
    for width in (1_400, 700):
        alert.resize(width, alert.height())
        QApplication.processEvents()
        heights.append(label.minimumHeight() // line)
    assert (heights[0], label.text()) == (1, words)
    assert heights[1] > 1


def test_the_word_of_a_draft_leaves_the_room_to_the_fields(stock: StockPageDriver) -> None:
    stock.begin("3")
    stock.answer("returned", "5")
    stock.press(Key.Key_Escape)
    form = stock.begin("3")
    assert form.bar.draft.isVisible()
    QApplication.processEvents()
    assert form.bar.draft.height() <= form.bar.draft.sizeHint().height()


def test_who_does_not_keep_the_stock_sees_it_and_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    viewer = replace(desk.operator, role="viewer")
    window = desk.open(("stock", StockPage), user=viewer)
    stock = StockPageDriver(window, qtbot)
    stock.page.shown()
    stock.type("2")
    assert stock.page.panel.open_form() is None
    assert "U" not in dict(stock.page.keys())


def test_the_curve_is_shown_once_there_are_three_days(desk: Desk, keeper: UserId, stock: StockPageDriver) -> None:
    for _ in range(3):
        receive(desk, keeper, 100)
        desk.clock.pass_minutes(24 * 60)
    stock.page.refresh()
    assert stock.page.movements.chart.isVisible()
    told = stock.page.movements.chart.accessibleDescription()
    assert told == "Sisa blangko sekarang 300 keping; 23 Feb 100, 24 Feb 200, 25 Feb 300"


def test_a_table_that_moves_its_own_stock_is_seen_at_once(desk: Desk, keeper: UserId, stock: StockPageDriver) -> None:
    receive(desk, keeper, 100)
    desk.store.execute(move_stock, MoveStock(None, VILLAGE, MovementKind.ISSUE, Product.BLANK, 30))
    table = desk.store.query(table_holder)
    assert (stock.holders()[table], stock.holders()[OFFICE]) == (30, 70)
