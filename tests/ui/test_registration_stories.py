"""The stories of the registration table (OP-1 to OP-8), each by the keys that an operator presses."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from desk import NEXT_VILLAGE, VILLAGE, Desk, DeskClock, Laptop
from known_printers import know_printers
from pages.register import ALT, CTRL, RegisterPageDriver
from PySide6.QtCore import Qt

from fieldkit.domain.errors import FileError
from fieldkit.domain.requests.receipt import ReceiptWay
from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.text import text
from fieldkit.domain.visits.visit import NextStep, VisitOutcome
from fieldkit.host.folders import open_folders
from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import CARD_PRINT, RESIDENT
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.receipt_setting import ReceiptSetting, keep_receipt_setting
from fieldkit.store.store import Store
from fieldkit.ui.pages.register import RegisterPage
from fieldkit.ui.papers.receipt_printer import PRINTER_ABSENT
from fieldkit.ui.widgets.toasts import Toast
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.visits.attempts import LogVisit, log_visit
from tests.laptops import form

PHONE = "081234901100"
MOST_STROKES = 15
"""Beyond the typed data, for somebody of the list (000: 98 people in two shifts)."""


@pytest.fixture
def page(desk: Desk) -> RegisterPageDriver:
    return RegisterPageDriver(desk)


def states(desk: Desk) -> dict[str, tuple[str, str]]:
    """Reason and state, by queue number."""
    sql = "SELECT q.queue_no, q.reason, s.state FROM service_request q JOIN request_state s ON s.request_id = q.id"
    return {number: (reason, state) for number, reason, state in desk.store.query(lambda d: d.rows(sql))}


def prints(desk: Desk) -> list[tuple[str, str]]:
    return desk.store.query(lambda d: d.rows("SELECT way, outcome FROM receipt_print ORDER BY seq"))


def missed_receipts(page: RegisterPageDriver, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """From now on the titles of toasts about a receipt that is not printed, also of those that are gone."""
    titles: list[str] = []
    show = page.window.toast

    def keep(title: str, *rest: Any, **more: Any) -> Toast:
        titles.extend([title] if "belum tercetak" in title else [])
        return show(title, *rest, **more)

    monkeypatch.setattr(page.window, "toast", keep)
    return titles


def printed(desk: Desk, request_id: str) -> None:
    """A card was made by a printer somewhere."""
    values = {"request_id": request_id, "movement_id": "m", "at": "2019-02-22T09:00:00.000Z"}
    desk.store.execute(lambda unit: unit.insert(CARD_PRINT, VILLAGE, **values))


class TestOp1FindsThePersonWhileAQueueStandsThere:
    def test_op_1_a_misspelt_name_the_end_of_a_nik_or_a_kk_finds_the_person_without_a_mouse(
        self, page: RegisterPageDriver
    ) -> None:
        for typed in ("siti nuraeni", "9901", "3574030101190417"):
            page.pick(typed)
            assert page.person == "SITI NURAINI"
            page.escape()
            page.press(Qt.Key.Key_F, CTRL)

    def test_a_person_of_the_list_takes_five_strokes_and_three_more_to_the_outcome(
        self, page: RegisterPageDriver
    ) -> None:
        page.register("siti nuraini")
        assert page.strokes == 5
        page.to_queue()
        page.space()
        page.digit(1)
        assert page.strokes == 8
        assert page.strokes <= MOST_STROKES
        assert states(page.desk) == {"P2-001": ("first_recording", "recorded")}

    def test_the_longest_way_of_a_person_of_the_list_stays_within_fifteen_strokes(
        self, page: RegisterPageDriver
    ) -> None:
        """Another reason, called first, a foreigner's four papers, the phone of the family, news by SMS, and called."""
        page.pick("sumiati")
        page.digit(2)
        page.press(Qt.Key.Key_D, ALT)
        page.press(Qt.Key.Key_O, ALT)
        for _ in range(4):
            page.space()
        page.type(PHONE)
        page.press(Qt.Key.Key_K, ALT)
        page.press(Qt.Key.Key_M, ALT)
        page.save()
        page.to_queue()
        page.space()
        page.digit(1)
        assert page.strokes <= MOST_STROKES
        assert states(page.desk) == {"P2-001": ("lost", "accepted_for_reprint")}


class TestOp2TakesInSomebodyWhoIsNotOnTheList:
    def test_op_2_a_walk_in_from_elsewhere_is_asked_first_for_the_reason_and_its_papers(
        self, page: RegisterPageDriver
    ) -> None:
        page.type("marlina")
        page.walk_in()
        page.page.form.sheet.reason.focus_answer()
        page.digit(6)
        page.digit(6)
        assert page.answer("reason") == "out_of_region"
        assert page.is_shown("recorded_before")
        page.digit(1)
        page.space()
        page.type(PHONE)
        page.save()
        assert states(page.desk) == {"P2-001": ("out_of_region", "waiting")}

    def test_without_a_nik_biodata_come_first_and_that_is_an_outcome(self, page: RegisterPageDriver) -> None:
        page.type("tukiyem")
        page.walk_in()
        page.page.form.sheet.reason.focus_answer()
        page.digit(1)
        assert page.line("told").startswith("Belum ada NIK: isi F-1.01 dulu.")
        assert page.paper_hint("family_card").endswith("Formulir F-1.01, F-1.02")
        page.digit(1)
        page.space()
        page.type(PHONE)
        page.save()
        page.to_queue()
        page.space()
        page.digit(2)
        assert states(page.desk) == {"P2-001": ("first_recording", "referred")}

    def test_a_foreigner_shows_passport_and_stay_permit_besides(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(1)
        page.press(Qt.Key.Key_O, ALT)
        assert page.papers == ["paper_family_card", "paper_travel_document", "paper_stay_permit"]

    def test_the_forms_of_the_office_stand_beside_the_papers(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(4)
        assert page.paper_hint("proof_of_change") == "Formulir F-1.02, F-1.06"

    def test_who_is_told_after_the_save_that_the_paper_is_missing_still_queues(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(3)
        page.field("phone").focus_answer()
        page.type(PHONE)
        page.save()
        page.to_queue()
        page.space()
        assert page.line("service_look") == "Cek dulu: berkas belum dilihat."


class TestOp3AsksForThePhoneEveryTime:
    def test_op_3_a24_nobody_is_done_with_an_empty_phone_and_no_contact(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(1)
        page.space()
        page.save()
        assert page.focused_name == "phone"
        assert states(page.desk) == {}
        page.press(Qt.Key.Key_T, ALT)
        page.save()
        assert page.focused_name == "contact_name"
        assert states(page.desk) == {}
        page.type("Wati")
        page.enter()
        page.type("anak")
        page.save()
        assert list(states(page.desk)) == ["P2-001"]

    def test_a_number_of_more_than_ten_people_is_a_doubt_that_is_kept(self, page: RegisterPageDriver) -> None:
        names = list(page.desk.residents)
        for name in names[:10]:
            page.register(name.lower(), PHONE)
            assert page.finding("phone") == ""
        page.pick(names[10].lower())
        page.digit(1)
        page.digit(1)
        page.space()
        page.type(PHONE)
        assert page.finding("phone").startswith("Nomor ini sudah dipakai lebih dari 10 orang.")
        page.save()
        sql = "SELECT note FROM request_step WHERE step = 'registered' ORDER BY seq"
        assert page.desk.store.query(lambda d: d.rows(sql))[-1] == ("phone_crowded",)

    def test_a_number_of_an_earlier_visit_is_asked_about_before_it_is_saved(self, page: RegisterPageDriver) -> None:
        desk, siti = page.desk, page.desk.residents["SITI NURAINI"]
        desk.store.execute(lambda unit: unit.update(RESIDENT, siti, phone="+6281234901100", phone_owner="own"))
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(1)
        page.space()
        assert page.label("read_back") == "Masih yang berakhir 100? Tanyakan."
        page.save()
        assert states(desk) == {}
        assert page.finding("phone") == "Belum dijawab ini nomor siapa. Tanyakan, lalu pilih Sendiri atau Keluarga."
        page.press(Qt.Key.Key_S, ALT)
        assert page.label("read_back") == ""
        page.save()
        assert list(states(desk)) == ["P2-001"]
        assert page.strokes <= MOST_STROKES
        kept = desk.store.query(lambda d: d.row("SELECT phone, phone_owner FROM resident WHERE id = ?", siti))
        assert kept == ("+6281234901100", "own")


class TestOp4PreventsASecondRecording:
    def test_op_4_who_says_recorded_elsewhere_is_stopped_with_the_remedy_and_counts_no_recording(
        self, page: RegisterPageDriver
    ) -> None:
        page.pick("sumiati")
        page.digit(1)
        page.digit(2)
        assert page.is_shown("already_recorded")
        page.space()
        page.type(PHONE)
        page.save()
        assert states(page.desk) == {"P2-001": ("first_recording", "rejected_duplicate")}
        assert page.label("recorded_today") == "0 terekam hari ini"

    def test_somebody_from_elsewhere_may_have_been_recorded_and_gets_a_card(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(6)
        page.digit(6)
        page.digit(2)
        assert not page.is_shown("already_recorded")
        page.space()
        page.type(PHONE)
        page.save()
        assert states(page.desk) == {"P2-001": ("out_of_region", "waiting")}

    def test_a_recording_repeated_is_only_for_whom_the_office_deleted(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(6)
        page.digit(7)
        assert page.line("told").startswith("Hanya kalau kantor sudah menghapus rekaman lama.")

    def test_whose_card_waits_is_led_to_it_instead_of_getting_another(self, page: RegisterPageDriver) -> None:
        desk = page.desk
        page.register("sumiati")
        request = desk.store.query(lambda d: d.value("SELECT id FROM service_request"))
        desk.store.execute(note_step, request, Step.RECORDED)
        printed(desk, request)
        page.pick("sumiati")
        page.digit(2)
        assert page.is_shown("already_recorded")
        assert page.primary_text == "Catat: ambil kartu"
        page.space()
        page.space()
        page.type(PHONE)
        page.save()
        assert states(desk)["P2-002"] == ("lost", "redirected_to_pickup")
        assert page.queue == []


class TestOp5MarksTheResultAfterTheSetHasSaved:
    def test_op_5_waiting_capturing_saved_and_not_saved_are_apart(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.register("sumiati")
        page.to_queue()
        page.space()
        assert (page.at_the_set, page.queue) == ("P2-001", ["P2-002"])
        page.digit(1)
        page.space()
        page.digit(6)
        found = {number: state for number, (_, state) in states(page.desk).items()}
        assert found == {"P2-001": "recorded", "P2-002": "not_recorded"}

    def test_after_the_power_failed_who_was_at_the_set_comes_first_with_the_question(
        self, page: RegisterPageDriver, tmp_path: Path, laptop: Laptop
    ) -> None:
        """The laptop dies while somebody is captured: what the disk holds then is opened again."""
        for name in ("siti nuraini", "sumiati", "dwi astutik"):
            page.register(name)
        page.page.queue.list.setFocus()
        page.page.queue.list.select(page.page.queue.list.rows_model.id_at(1))
        page.enter()
        assert page.at_the_set == "P2-002"
        again = survivor(page.desk, laptop, tmp_path)
        try:
            after = RegisterPageDriver(again)
            assert after.at_the_set == "P2-002"
            assert after.line("service_look") == "Terputus saat direkam. Lihat di alat: sudah tersimpan?"
            assert after.queue == ["P2-001", "P2-003"]
            after.to_queue()
            after.digit(1)
            assert states(again)["P2-002"] == ("first_recording", "recorded")
        finally:
            again.close()

    def test_who_is_called_now_is_not_asked_about_a_power_cut_whoever_signs_in_meanwhile(
        self, page: RegisterPageDriver
    ) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        assert page.line("service_look") == ""
        other = RegisterPageDriver(page.desk, page.desk.open(("register", RegisterPage), user=page.desk.lead))
        assert other.at_the_set == "P2-001"
        assert other.line("service_look") == ""

    def test_refused_and_too_young_are_behind_the_seventh_key(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(7)
        page.digit(2)
        assert states(page.desk) == {"P2-001": ("first_recording", "not_recorded")}
        assert page.toasts[-1] == "P2-001 SITI NURAINI: Menolak."

    def test_the_seventh_key_works_from_any_field_and_esc_leads_back(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(7, ALT)
        page.escape()
        page.digit(1, ALT)
        assert states(page.desk) == {"P2-001": ("first_recording", "recorded")}

    def test_who_was_saved_as_recorded_before_by_a_slip_has_the_form_again(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(1)
        page.digit(2)
        page.space()
        page.type(PHONE)
        page.save()
        assert states(page.desk) == {"P2-001": ("first_recording", "rejected_duplicate")}
        page.undo()
        assert states(page.desk) == {"P2-001": ("first_recording", "cancelled")}
        assert (page.person, page.answer("recorded_before")) == ("SUMIATI", "yes")

    def test_who_waits_again_by_a_slip_is_sent_home_again_by_one_key(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(5)
        page.escape()
        page.pick("siti nuraini")
        page.press(Qt.Key.Key_A, ALT)
        page.undo()
        assert states(page.desk) == {"P2-001": ("first_recording", "left_queue")}
        assert page.queue == []
        assert page.toasts[-1] == "Hasilnya seperti tadi lagi."

    def test_who_went_home_comes_back_under_the_old_number(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(5)
        page.escape()
        page.pick("siti nuraini")
        assert page.is_shown("was_here")
        page.press(Qt.Key.Key_A, ALT)
        assert page.queue == ["P2-001"]
        assert not page.form_is_open
        assert page.focused_name == "search"


class TestJustDone:
    def served(self, page: RegisterPageDriver, *names: str) -> None:
        """These came one after the other and were recorded."""
        for name in names:
            page.register(name)
        page.to_queue()
        for _ in names:
            page.space()
            page.digit(1)
        page.escape()

    def test_a_recording_noted_for_the_wrong_person_is_taken_back_long_after_the_toast(
        self, page: RegisterPageDriver
    ) -> None:
        self.served(page, "siti nuraini", "sumiati", "dwi astutik")
        page.press(Qt.Key.Key_U, ALT)
        assert page.just_done == ["P2-003", "P2-002", "P2-001"]
        page.press(Qt.Key.Key_Down)
        page.enter()
        assert states(page.desk)["P2-002"] == ("first_recording", "waiting")
        assert page.toasts[-1] == "P2-002 SUMIATI kembali ke antrean."
        assert page.just_done == ["P2-003", "P2-001"]
        page.escape()
        assert not page.is_shown("recent")
        assert (page.focused_name, page.queue) == ("search", ["P2-002"])

    def test_a_second_enter_takes_back_nobody_else(self, page: RegisterPageDriver) -> None:
        self.served(page, "siti nuraini", "sumiati", "dwi astutik")
        page.press(Qt.Key.Key_U, ALT)
        page.enter()
        page.enter()
        page.click("undo_recent")
        page.page.recent.content.print_button.click()
        assert page.just_done == ["P2-002", "P2-001"]
        page.press(Qt.Key.Key_Down)
        page.enter()
        assert page.just_done == ["P2-001"]
        page.escape()
        page.press(Qt.Key.Key_U, ALT)
        page.enter()
        assert page.just_done == []

    def test_whose_card_is_made_stays_recorded_and_that_is_said(self, page: RegisterPageDriver) -> None:
        self.served(page, "siti nuraini")
        request = page.desk.store.query(lambda d: d.value("SELECT id FROM service_request"))
        printed(page.desk, request)
        page.press(Qt.Key.Key_U, ALT)
        page.enter()
        assert states(page.desk) == {"P2-001": ("first_recording", "recorded")}
        assert page.just_done == ["P2-001"]

    def test_a_recording_at_home_without_a_stop_is_taken_back_long_after_the_toast(
        self, page: RegisterPageDriver
    ) -> None:
        self.served(page, "sumiati")
        siti, at_home = page.desk.residents["SITI NURAINI"], VisitOutcome.RECORDED
        page.desk.clock.pass_minutes(1)
        log = LogVisit(siti, at_home, NextStep.NONE, registration=form(siti))
        page.desk.store.execute(log_visit, log)
        page.desk.clock.pass_minutes(1)
        page.press(Qt.Key.Key_U, ALT)
        assert page.just_done_said == ["Terekam di rumah · 16.06", "Terekam · 16.05"]
        page.enter()
        assert page.toasts[-1] == "P2-002 SITI NURAINI: rekaman di rumah dibatalkan."
        assert states(page.desk) == {
            "P2-001": ("first_recording", "recorded"),
            "P2-002": ("first_recording", "cancelled"),
        }
        assert (page.just_done, page.queue) == (["P2-001"], [])
        page.desk.store.execute(log_visit, log)
        assert states(page.desk)["P2-003"] == ("first_recording", "recorded")

    def test_it_shows_the_last_ten_and_prints_the_receipt_of_the_one_that_is_selected(self, desk: Desk) -> None:
        page = RegisterPageDriver(desk)
        self.served(page, *(name.lower() for name in list(desk.residents)[:11]))
        desk.store.write_local(keep_receipt_setting, ReceiptSetting(ReceiptWay.A6))
        page.page.refresh()
        sent: list[str] = []
        page.page.receipts.printed_by = lambda html, _setting: sent.append(html)
        page.press(Qt.Key.Key_U, ALT)
        assert len(page.just_done) == 10
        first = page.just_done[0]
        page.press(Qt.Key.Key_P, CTRL)
        assert first in sent[-1]


class TestOp6GivesAReceipt:
    def test_op_6_without_a_printer_the_code_stands_on_the_screen_and_nothing_is_asked(
        self, page: RegisterPageDriver
    ) -> None:
        page.register("siti nuraini")
        assert page.is_shown("receipt_qr")
        assert len(page.label("receipt_reference").replace(" ", "")) == 10
        assert prints(page.desk) == []
        assert page.focused_name == "search"

    def test_a_printer_that_was_chosen_prints_by_itself_and_again_with_ctrl_p(self, desk: Desk) -> None:
        desk.store.write_local(keep_receipt_setting, ReceiptSetting(ReceiptWay.THERMAL_58, "Struk"))
        page = RegisterPageDriver(desk)
        sent: list[tuple[str, ReceiptSetting]] = []
        page.page.receipts.printed_by = lambda html, setting: sent.append((html, setting))
        page.register("siti nuraini")
        assert prints(desk) == [("thermal_58", "asked"), ("thermal_58", "printed")]
        assert sent[0][1].printer == "Struk"
        assert "3574035211879901" not in sent[0][0]
        assert "GRATIS" in sent[0][0]
        assert page.label("receipt_hint").startswith("Struk 58 mm: tercetak sendiri")
        page.press(Qt.Key.Key_P, CTRL)
        assert len(sent) == 2
        assert page.focused_name == "search"

    def test_a_receipt_says_of_itself_whether_it_was_printed(self, desk: Desk) -> None:
        page = RegisterPageDriver(desk)
        said: list[str] = []

        def print_it(_html: str, _setting: ReceiptSetting) -> None:
            said.append(page.label("receipt_hint"))
            if len(said) == 2:
                raise FileError(text("Resi belum tercetak."), text("Kertas habis."))

        page.page.receipts.printed_by = print_it
        page.register("siti nuraini")
        page.press(Qt.Key.Key_R, ALT)
        page.digit(4)
        page.escape()
        assert page.label("receipt_hint").startswith("Kertas A6: belum dicetak. Tekan Ctrl+P")
        page.press(Qt.Key.Key_P, CTRL)
        assert page.label("receipt_hint").startswith("Kertas A6: tercetak sendiri")
        page.register("sumiati")
        assert page.label("receipt_hint").startswith("Kertas A6: belum tercetak. Ctrl+P mencoba lagi")
        page.register("dwi astutik")
        assert page.label("receipt_hint").startswith("Kertas A6: tercetak sendiri")
        assert {words.partition(".")[0] for words in said} == {"Kertas A6: sedang dikirim ke printer"}

    def test_a_printer_without_paper_stops_nobody_and_is_a_fact(self, desk: Desk) -> None:
        desk.store.write_local(keep_receipt_setting, ReceiptSetting(ReceiptWay.A6))
        page = RegisterPageDriver(desk)

        def refuse(_html: str, _setting: ReceiptSetting) -> None:
            raise FileError(text("Resi belum tercetak."), text("Kertas habis."))

        page.page.receipts.printed_by = refuse
        page.register("siti nuraini")
        assert prints(desk) == [("a6", "asked"), ("a6", "failed")]
        assert "Resi P2-001 SITI NURAINI belum tercetak." in page.toasts
        page.register("sumiati")
        assert page.queue == ["P2-001", "P2-002"]

    def test_a_laptop_that_knows_no_printer_says_so_once_and_on_the_card(
        self, page: RegisterPageDriver, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        know_printers(monkeypatch)
        missed = missed_receipts(page, monkeypatch)
        page.register("siti nuraini")
        page.press(Qt.Key.Key_P, CTRL)
        page.digit(4)
        assert page.printers == ["Belum ada printer"]
        assert page.printer_finding.startswith("Laptop ini belum mengenal printer.")
        page.escape()
        page.press(Qt.Key.Key_P, CTRL)
        toast = page.window.toasts()[-1]
        assert toast.title == "Resi P2-001 SITI NURAINI belum tercetak."
        assert toast.text.startswith("Laptop ini belum mengenal printer. Pendaftaran aman.")
        page.register("sumiati")
        page.register("dwi astutik")
        assert prints(page.desk)[-2:] == [("a6", "asked"), ("a6", "failed")]
        assert missed == [toast.title]
        assert page.label("receipt_hint").startswith("Kertas A6: belum tercetak, printernya tidak ada.")

    def test_a_printer_that_is_missing_is_told_again_to_who_asks_and_after_one_was_there(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk.store.write_local(keep_receipt_setting, ReceiptSetting(ReceiptWay.A6))
        page = RegisterPageDriver(desk)
        is_there = False

        def print_it(_html: str, _setting: ReceiptSetting) -> None:
            if not is_there:
                raise FileError(text("Resi belum tercetak."), text("Tidak ada printer."), PRINTER_ABSENT)

        page.page.receipts.printed_by = print_it
        missed = missed_receipts(page, monkeypatch)
        page.register("siti nuraini")
        page.press(Qt.Key.Key_P, CTRL)
        page.register("sumiati")
        assert missed == ["Resi P2-001 SITI NURAINI belum tercetak."] * 2
        is_there = True
        page.register("dwi astutik")
        assert page.label("receipt_hint").startswith("Kertas A6: tercetak sendiri")
        is_there = False
        page.register("slamet riyadi")
        assert missed[2:] == ["Resi P2-004 SLAMET RIYADI belum tercetak."]

    def test_the_printer_is_chosen_once_by_digit(self, page: RegisterPageDriver) -> None:
        page.page.receipts.printers = lambda: ["Struk-Meja-2"]
        page.press(Qt.Key.Key_R, ALT)
        page.digit(3)
        assert page.page.receipts.setting == ReceiptSetting(ReceiptWay.THERMAL_80, "")
        page.escape()
        assert page.focused_name == "search"
        again = RegisterPageDriver(page.desk, page.desk.open(("register", RegisterPage)))
        assert again.page.receipts.setting.way is ReceiptWay.THERMAL_80

    def test_a_receipt_is_printed_again_from_a_row_of_the_queue_and_for_who_was_here_before(self, desk: Desk) -> None:
        page = RegisterPageDriver(desk)
        page.register("siti nuraini")
        page.register("sumiati")
        desk.store.write_local(keep_receipt_setting, ReceiptSetting(ReceiptWay.A6))
        page.page.refresh()
        sent: list[str] = []
        page.page.receipts.printed_by = lambda html, _setting: sent.append(html)
        page.to_queue()
        page.to_queue()
        page.press(Qt.Key.Key_P, CTRL)
        assert "P2-001" in sent[-1]
        page.page.queue.focus_work()
        page.space()
        page.digit(1)
        page.escape()
        page.pick("siti nuraini")
        assert page.line("past") == "Terakhir 23 Feb, P2-001: rekam baru, terekam. Ctrl+P mencetak resinya lagi."
        page.press(Qt.Key.Key_P, CTRL)
        assert "P2-001" in sent[-1]
        page.escape()
        page.press(Qt.Key.Key_P, CTRL)
        assert "P2-002" in sent[-1]
        assert len(sent) == 3


class TestOp7TakesInADataChange:
    @pytest.mark.parametrize(("digit", "reason"), [(4, "data_change"), (5, "moved")])
    def test_op_7_a22_the_resident_is_told_and_the_case_ends_in_the_office(
        self, page: RegisterPageDriver, digit: int, reason: str
    ) -> None:
        page.pick("sumiati")
        page.digit(digit)
        assert "diselesaikan di kantor Dukcapil, bukan di meja ini." in page.line("told")
        page.space()
        page.space()
        page.type(PHONE)
        page.save()
        page.to_queue()
        page.space()
        assert page.outcomes[0] == "Diteruskan ke kantor"
        assert "Terekam" not in page.outcomes
        page.digit(1)
        assert states(page.desk) == {"P2-001": (reason, "forwarded_to_office")}


class TestOp8ServesAfterClosingTime:
    def test_op_8_who_comes_ten_past_the_end_is_served_marked_and_counted(self, page: RegisterPageDriver) -> None:
        page.desk.clock.pass_minutes(185)
        page.page.refresh()
        assert page.page.subtitle().endswith("· di luar jam, tetap dihitung")
        page.register("siti nuraini")
        assert page.window.toasts()[0].text.startswith("Di luar jam, tetap dihitung untuk Sab 23 Feb.")
        page.to_queue()
        page.space()
        page.digit(1)
        assert page.desk.store.query(lambda d: d.value("SELECT out_of_hours FROM service_request")) == 1
        assert page.label("recorded_today") == "1 terekam hari ini"

    def test_past_midnight_the_day_that_is_named_is_that_of_the_shift(self, page: RegisterPageDriver) -> None:
        page.desk.clock.pass_minutes(8 * 60)
        page.page.refresh()
        page.register("siti nuraini")
        assert page.window.toasts()[0].text.startswith("Di luar jam, tetap dihitung untuk Sab 23 Feb.")


class TestWhoComesFirst:
    def test_who_is_put_first_is_called_before_others_and_nothing_says_why(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.pick("sumiati")
        page.digit(1)
        page.press(Qt.Key.Key_D, ALT)
        page.digit(1)
        page.space()
        page.type(PHONE)
        page.save()
        assert page.queue == ["P2-002", "P2-001"]
        kept = page.desk.store.query(lambda d: d.rows("SELECT priority FROM service_request ORDER BY at"))
        assert kept == [(None,), ("first",)]
        assert page.page.queue.list.rows_model.at(0).second.startswith("Didahulukan")

    def test_old_people_come_first_without_being_asked(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.register("nurainun")
        assert page.queue == ["P2-002", "P2-001"]

    def test_the_pace_says_how_long_the_last_one_waits(self, page: RegisterPageDriver) -> None:
        for name in list(page.desk.residents)[:6]:
            page.register(name.lower())
        page.to_queue()
        for _ in range(4):
            page.space()
            page.desk.clock.pass_minutes(3.7)
            page.digit(1)
        assert page.label("pace") == "3,7 mnt per orang, terakhir ± 8 mnt"


class TestCounterSession:
    def test_seeds_000_and_001_at_the_counter_of_the_district_the_lists_of_its_villages_shrink(
        self, empty_desk: Desk
    ) -> None:
        desk = empty_desk
        desk.store.execute(lambda unit: unit.update(RESIDENT, desk.residents["SUMIATI"], village=NEXT_VILLAGE))
        desk.open_shift(kind=SessionKind.COUNTER, plan_id=None, name="Loket siaga")
        page = RegisterPageDriver(desk)
        assert page.page.subtitle().startswith("Kec. Mayangan · ")
        page.type("sumiati")
        assert page.label("out_of") == "dari 12 di Kec. Mayangan"
        page.enter()
        page.digit(1)
        page.digit(1)
        page.space()
        page.type(PHONE)
        page.save()
        page.to_queue()
        page.space()
        page.digit(1)
        page.escape()
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(1)
        left = {place: desk.store.query(list_counts, place).left for place in (VILLAGE, NEXT_VILLAGE)}
        assert left == {VILLAGE: 10, NEXT_VILLAGE: 0}
        assert page.label("recorded_today") == "2 terekam hari ini"


class TestBegunBeforeASync:
    def test_a_form_that_lay_there_shows_what_is_known_now_and_keeps_what_was_typed(
        self, page: RegisterPageDriver
    ) -> None:
        desk = page.desk
        page.pick("slamet riyadi")
        page.digit(1)
        page.field("phone").focus_answer()
        page.type("0812349")
        page.escape()
        values = {"address": "Gg. Kenanga 2", "kk": "3574030101199927", "phone": "081234901177"}
        desk.store.execute(lambda unit: unit.update(RESIDENT, desk.residents["SLAMET RIYADI"], **values))
        page.pick("slamet riyadi")
        state = page.page.form.state()
        assert (state.address, state.kk) == ("Gg. Kenanga 2", "3574030101199927")
        assert (state.phone, state.reason) == ("0812349", "first_recording")
        assert page.line("renewed").startswith("Data warga ini baru diperbarui:")


def survivor(desk: Desk, laptop: Laptop, root: Path) -> Desk:
    """The same laptop after its power failed: what was on the disk at that moment, opened twelve minutes later."""
    folders, clock = open_folders(root / "after"), DeskClock(desk.clock.now_utc() + timedelta(minutes=12))
    for file in desk.folders.data.glob("fieldkit.db*"):
        shutil.copy(file, folders.data / file.name)
    store = Store(folders.data / "fieldkit.db", laptop.key, migrations_dir(), clock)
    return Desk(store, clock, folders, desk.lead, desk.operator, desk.residents)
