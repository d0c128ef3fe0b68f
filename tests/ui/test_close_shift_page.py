"""Close the shift: figures that add up, a difference explained, the PIN, the papers."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from desk import START_CODE, VILLAGE, Desk
from pages.close_shift import CTRL, CloseShiftPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, Step
from fieldkit.domain.stock.movements import MovementKind, Product, SpoilReason
from fieldkit.reports.closing.shift_documents import closing_record, daily_report
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import verified
from fieldkit.store.queries.closing.signed import SignedClosing, closings
from fieldkit.store.queries.shifts import current_shift, last_shift
from fieldkit.store.queries.stock.balances import balance_of, table_holder
from fieldkit.ui.pages.close_shift import CloseShiftPage
from fieldkit.ui.shell import window
from fieldkit.ui.shell.page import Page
from fieldkit.ui.status import StatusStrip
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets import overlays
from fieldkit.ui.widgets.flow import Fitted
from fieldkit.ui.widgets.stops import step
from fieldkit.work.cards.printing import print_card, spoil_blank
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import check_in, set_first_pin
from fieldkit.work.stock.movements import MoveStock, move_stock
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.registration import Register, register

PIN = "274913"
ROOM = 690 - 56 - 34


@pytest.fixture
def lead_desk(desk: Desk) -> Iterator[Desk]:
    """A desk whose lead can sign; two recorded, one card printed, one blank spoiled: 38 of 40 are left."""
    set_first_pin(desk.store, desk.lead.id, START_CODE, PIN)
    printed = registered(desk, "SUMIATI", Step.RECORDED)
    registered(desk, "DWI ASTUTIK", Step.RECORDED)
    registered(desk, "BUDI HARTONO", Step.INCOMPLETE_PAPERS)
    desk.let_print()
    desk.store.execute(print_card, printed)
    desk.store.execute(spoil_blank, SpoilReason.ENCODE_FAILED)
    return desk


def registered(desk: Desk, name: str, step: Step | None = None) -> str:
    command = Register(
        desk.residents[name], None, Reason.FIRST_RECORDING, RecordedBefore.NO, (Paper.FAMILY_CARD,), "", "",
        PhoneOwner.OWN, "081234901117", "", "", True,
    )  # fmt: skip
    request = desk.store.execute(register, command).request_id
    if step is not None:
        desk.store.execute(note_step, request, step)
    return request


def signed(desk: Desk) -> list[SignedClosing]:
    shift = desk.store.query(last_shift)
    return desk.store.query(closings, shift.id) if shift else []


def on_hand(desk: Desk) -> int:
    def query(database: Database) -> int:
        return balance_of(database, table_holder(database), Product.BLANK)

    return desk.store.query(query)


def test_without_a_shift_there_is_nothing_to_close(empty_desk: Desk) -> None:
    closing = CloseShiftPageDriver(empty_desk)
    assert closing.empty
    assert not closing.can_sign


def test_people_blanks_and_cards_stand_side_by_side_with_their_sums(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    assert closing.lines("people") == {"Datang": 3, "Terekam": 2, "Berkas kurang": 1}
    assert closing.sum_of("people") == "2 + 1 = 3, cocok"
    assert closing.lines("blanks") == {"Dibawa ke lokasi": 40, "Dicetak": 1, "Rusak": 1}
    assert closing.sum_of("blanks") == ""
    assert closing.lines("cards") == {"Dicetak": 1, "Diserahkan": 0}
    assert closing.sum_of("cards") == ""


def test_the_page_begins_at_the_count_and_says_that_it_is_missing(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    assert closing.focused_is_the_count
    assert "Sisa blangko belum dihitung" in closing.checks
    assert not closing.can_sign
    closing.close_and_sign()
    assert closing.modal is None


def names_of_papers(desk: Desk) -> list[str]:
    return sorted(path.name for path in desk.folders.documents.iterdir())


def test_a_shift_with_somebody_in_the_queue_can_not_be_closed_and_leads_to_the_queue(lead_desk: Desk) -> None:
    registered(lead_desk, "SLAMET RIYADI")
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    assert not closing.can_sign
    assert "1 orang masih antre" in closing.notice
    assert "P2-004 SLAMET RIYADI" in closing.notice
    closing.page.queue.button.setFocus()
    closing.press(Qt.Key.Key_Space)
    assert closing.window.current_name == "register"


def test_whoever_comes_back_to_the_page_is_at_what_stands_in_the_way(lead_desk: Desk) -> None:
    request = registered(lead_desk, "SLAMET RIYADI")
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(37)
    comes_back(closing)
    assert closing.window.focusWidget() is closing.page.queue.button
    closing.window.show_page("register")
    lead_desk.store.execute(note_step, request, Step.LEFT_QUEUE)
    closing.window.show_page("close_shift")
    QApplication.processEvents()
    assert closing.window.focusWidget() is closing.page.difference.reason.combo
    closing.explain("Hilang", "Jatuh di jalan, Agus yang tahu")
    comes_back(closing)
    assert closing.window.focusWidget() is closing.page.sign.sign_button


def test_enter_leads_from_the_count_over_what_is_missing_to_the_signature(lead_desk: Desk) -> None:
    """A digit that is meant for the reason never makes 371 blanks of 37."""
    closing = CloseShiftPageDriver(lead_desk)
    closing.press(Qt.Key.Key_Return)
    assert closing.focused_is_the_count
    closing.count(37)
    closing.press(Qt.Key.Key_Return)
    assert closing.window.focusWidget() is closing.page.cards.field.line
    closing.type("1")
    closing.press(Qt.Key.Key_Return)
    assert closing.window.focusWidget() is closing.page.difference.reason.combo
    closing.explain("Hilang", "Jatuh di jalan, Agus yang tahu")
    closing.press(Qt.Key.Key_Return)
    assert closing.window.focusWidget() is closing.page.sign.sign_button
    closing.count(38)
    closing.press(Qt.Key.Key_Return)
    assert closing.window.focusWidget() is closing.page.sign.sign_button


def comes_back(closing: CloseShiftPageDriver) -> None:
    """Away to another page, and here again."""
    closing.window.show_page("register")
    closing.window.show_page("close_shift")
    QApplication.processEvents()


def test_a_count_that_agrees_is_signed_with_the_pin_and_makes_a_backup(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    assert closing.sum_of("blanks") == "1 + 1 + 38 = 40, cocok"
    assert closing.notice == ""
    closing.close_and_sign()
    closing.give_pin(PIN)
    assert [one.number for one in signed(lead_desk)] == [1]
    assert lead_desk.store.query(current_shift) is None
    (backup,) = lead_desk.folders.backups.glob("*.fkb")
    assert verified(backup, lead_desk.store.key) == lead_desk.store.meta.last_number
    assert list(lead_desk.folders.documents.iterdir()) == []


def test_the_papers_of_a_signed_closing_are_written_when_they_are_asked_for(lead_desk: Desk) -> None:
    """Invariant 12: nothing stands on an unencrypted disk that nobody asked for."""
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.close_and_sign()
    closing.give_pin(PIN)
    assert closing.window.focusWidget() is closing.page.sign.record
    closing.page.sign.record.click()
    assert names_of_papers(lead_desk) == [
        "berita-acara-penutupan-2019-02-23-sore-jati-1.pdf",
        "berita-acara-penutupan-2019-02-23-sore-jati-1.xlsx",
    ]
    assert any("berita-acara-penutupan-2019-02-23-sore-jati-1.pdf" in said for said in closing.toasts)
    closing.page.sign.report.click()
    assert names_of_papers(lead_desk)[2:] == [
        "laporan-harian-2019-02-23-sore-jati-1.pdf",
        "laporan-harian-2019-02-23-sore-jati-1.xlsx",
    ]


def test_the_signed_page_names_closing_signer_and_time_and_can_not_be_signed_again(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.close_and_sign()
    closing.give_pin(PIN)
    assert "Shift sore sudah ditutup dan ditandatangani" in closing.notice
    assert closing.checks == ["Rina Wulandari, 16.05"]
    assert not closing.can_sign
    assert closing.lines("blanks")["Dihitung kembali"] == 38
    closing.close_and_sign()
    assert closing.modal is None


def test_a_wrong_pin_is_said_beside_it_and_nothing_is_closed(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.close_and_sign()
    closing.give_pin("100001")
    assert closing.modal is not None
    assert "PIN tidak cocok" in closing.modal.pin.finding_text()
    assert signed(lead_desk) == []
    closing.give_pin(PIN)
    assert len(signed(lead_desk)) == 1
    assert closing.modal is None


def test_esc_leaves_the_pin_and_the_shift_stays_open(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.close_and_sign()
    closing.press(Qt.Key.Key_Escape)
    assert closing.modal is None
    assert signed(lead_desk) == []
    assert closing.can_sign


def test_a_missing_blank_stops_until_it_has_a_reason_and_a_story(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(37)
    assert closing.sum_of("blanks") == "1 + 1 + 37 = 39, kurang 1"
    assert "1 keping blangko belum ada penjelasannya" in closing.notice
    assert "1 selisih blangko belum dijelaskan" in closing.checks
    assert not closing.can_sign
    closing.explain("Hilang", "Jatuh di jalan, Agus yang tahu")
    assert closing.can_sign
    closing.close_and_sign()
    closing.give_pin(PIN)
    [closed] = signed(lead_desk)
    assert '"reason":"lost"' in closed.document
    assert '"difference":1' in closed.document
    assert on_hand(lead_desk) == 37
    assert closing.sum_of("blanks") == "1 + 1 + 37 = 39, kurang 1, dijelaskan"


def test_more_blanks_than_were_taken_are_explained_too(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(40)
    assert "2 keping blangko lebih dari yang dibawa" in closing.notice
    assert closing.page.difference.reason.combo.findData("lost") < 0
    closing.explain("Ada kelebihan", "Dua keping terselip di kotak")
    closing.close_and_sign()
    closing.give_pin(PIN)
    assert on_hand(lead_desk) == 40


def test_counting_again_takes_the_red_card_away(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(3)
    assert closing.notice
    closing.count(38)
    assert closing.notice == ""
    assert closing.can_sign


def test_the_uses_behind_the_figure_are_a_button_away(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(37)
    closing.page.difference.uses.setFocus()
    closing.press(Qt.Key.Key_Space)
    model = closing.page.uses.panel.table.rows_model
    kinds = [model.at(number).kind for number in range(model.rowCount())]
    assert kinds == [MovementKind.ISSUE, MovementKind.PRINT_USE, MovementKind.SPOIL]
    closing.press(Qt.Key.Key_Escape)
    assert not closing.page.uses.is_open


def test_a_shift_that_was_closed_meanwhile_is_said_to_be_closed(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.close_and_sign()
    shift = lead_desk.store.query(current_shift)
    assert shift is not None
    signer = check_in(lead_desk.store, lead_desk.lead.id, PIN)
    lead_desk.store.execute(close_shift, CloseShift(shift.id, 38), signer)
    closing.give_pin(PIN)
    assert any("Shift ini sudah ditutup" in said for said in closing.toasts)
    assert len(signed(lead_desk)) == 1
    assert closing.modal is None


def test_invariant_8_signed_figures_stay_and_what_comes_late_is_told_beside_them(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.close_and_sign()
    closing.give_pin(PIN)
    before = (closing.lines("blanks"), closing.lines("people"), closing.sum_of("blanks"))
    shift_id = signed(lead_desk)[0].shift_id
    assert "Yang datang sesudah ini" in closing.notice
    lead_desk.store.execute(move_stock, MoveStock(shift_id, VILLAGE, MovementKind.ISSUE, Product.BLANK, 5))
    assert (closing.lines("blanks"), closing.lines("people"), closing.sum_of("blanks")) == before
    assert "Tambahan sesudah penutupan: 1 catatan blangko; terakhir" in closing.notice


def test_a_preview_is_written_before_the_signature_and_says_so(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert names_of_papers(lead_desk) == [
        "berita-acara-penutupan-2019-02-23-sore-jati-pratinjau.pdf",
        "berita-acara-penutupan-2019-02-23-sore-jati-pratinjau.xlsx",
    ]
    assert closing.toasts[-1].startswith("Pratinjau tersimpan.")
    assert signed(lead_desk) == []


def test_the_count_and_the_story_are_there_again_in_a_new_window(lead_desk: Desk) -> None:
    first = CloseShiftPageDriver(lead_desk)
    first.count(37)
    first.explain("Hilang", "Jatuh di jalan")
    first.window.close()
    again = CloseShiftPageDriver(lead_desk)
    assert again.sum_of("blanks") == "1 + 1 + 37 = 39, kurang 1, dijelaskan"
    assert again.page.difference.note.value() == "Jatuh di jalan"
    assert again.can_sign


def test_what_else_was_served_and_the_remarks_are_kept_until_the_signature(lead_desk: Desk) -> None:
    first = CloseShiftPageDriver(lead_desk)
    first.add("3", "", "12", "Warga RW 05 minta jadwal tambahan.")
    expected = {"Layanan lain": "KK 3 · IKD 12", "Catatan": "Warga RW 05 minta jadwal tambahan."}
    assert first.noted == expected
    assert first.modal is None
    first.window.close()
    again = CloseShiftPageDriver(lead_desk)
    assert again.noted == expected
    again.count(38)
    again.close_and_sign()
    again.give_pin(PIN)
    assert again.noted == expected
    report = daily_report(signed(lead_desk)[0])
    others = next(block for column in report.details for block in column if block.title == "Layanan lain")
    assert {line.label: line.amount for line in others.figures} == {"KK": 3, "KIA": None, "IKD": 12, "Akta": None}
    assert report.remarks == "Warga RW 05 minta jadwal tambahan."


def test_a_product_takes_digits_only(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.add("1a2")
    assert closing.noted == {"Layanan lain": "KK 12"}


def test_nobody_has_to_add_anything(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.close_and_sign()
    closing.give_pin(PIN)
    assert closing.noted == {}
    assert daily_report(signed(lead_desk)[0]).remarks == "–"


def test_the_papers_name_village_and_district_and_no_codes_for_them(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.close_and_sign()
    closing.give_pin(PIN)
    record = closing_record(signed(lead_desk)[0])
    assert "Kelurahan Jati, Kecamatan Mayangan" in record.preamble
    place = {fact.label: fact.text for fact in record.report.place}
    assert (place["Kelurahan"], place["Kecamatan"]) == ("Jati", "Mayangan")
    assert record.report.place_and_day == "Jati, 23 Februari 2019"


def test_a_shift_in_which_nothing_happened_says_so(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    assert closing.nothing_happened == "Tidak ada kendala"


def test_the_rail_and_the_strip_tell_of_blanks_that_nobody_explained(lead_desk: Desk, qtbot: QtBot) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    strip = StatusStrip(closing.window, lead_desk.context(closing.window, lead_desk.lead))
    rail = closing.window.rail.buttons["close_shift"]
    closing.count(36)
    qtbot.waitUntil(lambda: "2 perlu dilihat" in rail.accessibleName())
    blanks = closing.window.strip.segments["blanks"].segment
    assert (blanks.text, blanks.tone, blanks.page) == ("dihitung 36 blangko, kurang 2", "err", "close_shift")
    closing.explain("Hilang", "Jatuh di jalan")
    qtbot.waitUntil(lambda: "perlu dilihat" not in rail.accessibleName())
    assert closing.window.strip.segments["blanks"].segment.text == "38 blangko"
    strip.deleteLater()


def test_too_many_blanks_are_told_as_well_and_the_signature_ends_it(lead_desk: Desk, qtbot: QtBot) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    strip = StatusStrip(closing.window, lead_desk.context(closing.window, lead_desk.lead))
    closing.count(40)
    qtbot.waitUntil(lambda: closing.window.strip.segments["blanks"].segment.text == "dihitung 40 blangko, lebih 2")
    closing.count(38)
    closing.close_and_sign()
    closing.give_pin(PIN)
    strip.refresh()
    assert closing.window.strip.segments["blanks"].segment.text == "38 blangko"
    strip.deleteLater()


def test_in_a_low_window_the_filled_button_stays_while_the_middle_scrolls(
    lead_desk: Desk, themed_app: QApplication, qtbot: QtBot
) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(37)
    apply_theme(themed_app, "light", 150)
    closing.window.resize(1366, 690)
    button, note = closing.page.sign.sign_button, closing.page.difference.note.line
    qtbot.waitUntil(closing.page.sign.bar.isVisible)
    assert button.visibleRegion().boundingRect().size() == button.size()
    note.setFocus()
    qtbot.waitUntil(lambda: note.visibleRegion().boundingRect().size() == note.size())
    assert button.visibleRegion().boundingRect().size() == button.size()
    assert not closing.page.sign.card.isVisible()
    apply_theme(themed_app, "light", 100)
    qtbot.waitUntil(closing.page.sign.card.isVisible)
    assert closing.page.sign.card.isAncestorOf(button)


def test_an_operator_reads_why_the_button_is_not_live(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk, user=lead_desk.operator)
    closing.count(38)
    assert not closing.can_sign
    assert "Hanya ketua tim yang menutup shift" in closing.checks


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_fits_a_small_panel_with_a_difference(lead_desk: Desk, themed_app: QApplication, theme: str) -> None:
    apply_theme(themed_app, theme)
    registered(lead_desk, "SLAMET RIYADI", Step.LEFT_QUEUE)
    registered(lead_desk, "RIFKI ALAMSYAH", Step.FAILED_EQUIPMENT)
    registered(lead_desk, "SRI WAHYUNI", Step.ALREADY_RECORDED)
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(37)
    assert closing.page.height() <= ROOM
    assert closing.page.width() <= 1366 - 200
    [middle] = closing.page.findChildren(Fitted)
    assert middle.verticalScrollBar().maximum() == 0


def test_cards_in_hand_are_counted_too_and_one_that_is_missing_is_explained(lead_desk: Desk) -> None:
    """TL-4: Ctrl+U goes to what does not add up."""
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    assert "1 kartu di tangan belum dihitung" in closing.checks
    closing.page.cards.focus_count()
    closing.type("0")
    assert closing.sum_of("cards") == "0 + 0 = 0, kurang 1"
    assert "1 kartu belum ada penjelasannya" in closing.notice
    assert "1 selisih kartu belum dijelaskan" in closing.checks
    assert not closing.can_sign
    closing.press(Qt.Key.Key_U, CTRL)
    assert closing.window.focusWidget() is closing.page.cards.field.line
    closing.explain("Hilang", "Jatuh saat hujan")
    closing.close_and_sign()
    closing.give_pin(PIN)
    (one,) = signed(lead_desk)
    document = json.loads(one.document)
    assert (document["held_counted"], document["card_count"]["held"], document["reason"]) == (0, 0, "lost")
    assert closing.lines("cards")["Belum diambil"] == 0


def test_counted_cards_that_are_all_there_agree(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(38)
    closing.page.cards.focus_count()
    closing.type("1")
    assert closing.sum_of("cards") == "0 + 1 = 1, cocok"
    assert not any("belum dihitung" in check for check in closing.checks)


def test_in_a_low_window_the_line_of_a_problem_leads_to_where_it_is_mended(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.count(37)
    closing.page.sign.settle(low=True)
    closing.page.sign.bar.way.click()
    assert closing.window.focusWidget() is closing.page.difference.reason.combo


def test_there_is_one_way_to_the_other_tables_at_a_time(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    ways = (closing.page.foot.team_button, closing.page.signed.team)
    assert [way.isVisible() for way in ways] == [True, False]
    closing.count(38)
    closing.close_and_sign()
    closing.give_pin(PIN)
    assert [way.isVisible() for way in ways] == [False, True]


def test_the_page_comes_without_looking_for_another_stop_and_without_its_drawers(
    lead_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A button that has the focus when it is disabled sends it on, past every part of the window."""
    walks: list[QWidget] = []

    def counted(scope: QWidget, *, forward: bool) -> bool:
        walks.append(scope)
        return step(scope, forward=forward)

    for user_of_it in (window, overlays):
        monkeypatch.setattr(user_of_it, "step", counted)
    answer = CloseShiftPage.refresh
    monkeypatch.setattr(CloseShiftPage, "refresh", lambda _page: None)
    main = lead_desk.open(("today", lambda _context: Page()), ("close_shift", CloseShiftPage), user=lead_desk.lead)
    QApplication.processEvents()
    main.show_page("close_shift")
    page = main.page("close_shift")
    assert isinstance(page, CloseShiftPage)
    answer(page)
    assert QApplication.focusWidget() is page.blanks.field.line
    assert not walks
    assert all(drawer.made is None for drawer in page._drawers)


def test_enter_leads_through_all_that_belongs_to_the_papers_to_the_button(lead_desk: Desk) -> None:
    closing = CloseShiftPageDriver(lead_desk)
    closing.add("3", "2", "12", "Warga RW 05 minta jadwal tambahan.")
    closing.press(Qt.Key.Key_J, CTRL)
    closing.press(Qt.Key.Key_Return)
    passed: list[QWidget] = []
    while closing.focused().objectName() != "extras_done":
        closing.type("7")
        passed.append(closing.focused())
        closing.press(Qt.Key.Key_Return)
        assert closing.focused() not in passed
    panel = closing.page.extras.panel
    assert (panel.not_uploaded.number(), panel.assignment.value()) == (7, "7")
    assert panel.remarks.value() == "Warga RW 05 minta jadwal tambahan."
