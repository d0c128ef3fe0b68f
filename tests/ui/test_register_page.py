"""The registration page, worked with the keyboard alone."""

from __future__ import annotations

from datetime import date

import pytest
from desk import VILLAGE, Desk
from pages.register import ALT, CTRL, RegisterPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.lists.proposal import EvidenceKind, ProposalKind
from fieldkit.records.tables import RESIDENT
from fieldkit.store.queries.table.registration import person
from fieldkit.ui.pages.register import RegisterPage
from fieldkit.work.closing.figures import figures_of
from fieldkit.work.lists.proposals import Propose, propose


@pytest.fixture
def page(desk: Desk) -> RegisterPageDriver:
    return RegisterPageDriver(desk)


def requests(desk: Desk) -> list[tuple[str, ...]]:
    """Queue number, reason, answer about earlier recording, papers, phone answer, state."""
    return desk.store.query(
        lambda database: database.rows(
            "SELECT q.queue_no, q.reason, coalesce(q.recorded_before, ''), q.papers, q.phone_answer, s.state, s.step "
            "FROM service_request q JOIN request_state s ON s.request_id = q.id ORDER BY q.at"
        )
    )


class TestSearch:
    def test_the_focus_is_in_the_search_box_on_arrival(self, page: RegisterPageDriver) -> None:
        assert page.focused_name == "search"

    def test_a_misspelt_name_finds_people_and_counts_them(self, page: RegisterPageDriver) -> None:
        page.type("siti nuraeni")
        assert page.hits[0] == "SITI NURAINI"
        assert page.label("found") == f"{len(page.hits)} orang mirip"
        assert page.label("out_of") == "dari 12 di Kel. Jati"

    @pytest.mark.parametrize("name", ["SITI NURAINI", "SITI NUR AINI"])
    def test_who_is_written_as_typed_comes_before_namesakes(self, page: RegisterPageDriver, name: str) -> None:
        page.type(name.lower())
        assert page.hits[0] == name

    def test_the_name_of_the_village_may_be_typed_along(self, page: RegisterPageDriver) -> None:
        page.type("sumiati jati")
        assert page.hits == ["SUMIATI"]

    def test_the_end_of_a_nik_finds_its_owner(self, page: RegisterPageDriver) -> None:
        page.type("9951")
        assert page.hits == ["BUDI HARTONO"]

    def test_arrows_move_in_the_hits_without_leaving_the_box(self, page: RegisterPageDriver) -> None:
        page.type("siti nuraeni")
        page.press(Qt.Key.Key_Down)
        assert page.focused_name == "search"
        wanted = page.hits[1]
        page.enter()
        assert page.person == wanted

    def test_more_letters_select_the_best_hit_again(self, page: RegisterPageDriver) -> None:
        page.type("s")
        page.press(Qt.Key.Key_Down)
        page.press(Qt.Key.Key_Down)
        page.type("lamet")
        page.enter()
        assert page.person == "SLAMET RIYADI"

    def test_nobody_found_is_said(self, page: RegisterPageDriver) -> None:
        page.type("9999999")
        assert page.label("found") == "Tidak ketemu"
        page.enter()
        assert not page.form_is_open

    def test_slash_and_ctrl_f_lead_to_the_box(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.press(Qt.Key.Key_Slash)
        assert page.focused_name == "search"
        page.press(Qt.Key.Key_Tab)
        page.press(Qt.Key.Key_F, CTRL)
        assert page.focused_name == "search"


class TestPersonOfTheList:
    def test_is_registered_in_at_most_fifteen_strokes_beyond_the_typed_data(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        assert page.strokes <= 15
        assert requests(page.desk) == [
            ("P2-001", "first_recording", "no", '["family_card"]', "own", "waiting", "registered")
        ]

    def test_who_waits_already_is_told_at_once_and_gets_no_second_form(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.pick("siti nuraini")
        assert not page.form_is_open
        assert page.toasts[-1] == "SITI NURAINI sudah di antrean, nomor P2-001."
        assert page.focused_name == "search"
        page.press(Qt.Key.Key_A, CTRL)
        page.register("sumiati")
        assert page.queue == ["P2-001", "P2-002"]

    def test_after_the_save_the_next_person_can_be_typed_at_once(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        assert page.toasts == ["Tersimpan, antrean P2-001."]
        assert page.window.toasts()[0].text == "Aman di laptop ini walau listrik padam. Dikirim saat ada jaringan."
        assert not page.form_is_open
        assert page.focused_name == "search"
        assert page.page.column.search.text() == ""
        page.register("sumiati")
        assert page.queue == ["P2-001", "P2-002"]

    def test_the_receipt_shows_number_and_reference_to_copy(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        reference = page.desk.store.query(lambda database: database.value("SELECT receipt_ref FROM service_request"))
        assert page.is_shown("receipt")
        assert page.label("receipt_queue_no") == "P2-001"
        assert page.label("receipt_reference").replace(" ", "") == reference

    def test_what_is_known_is_text_and_no_field_is_open(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        assert page.person == "SITI NURAINI"
        assert page.badge() == "Belum rekam"
        assert page.label("person_known") == "Perempuan · 12-11-1987 (31 th) · Jl. Ikan Paus 14, RT 03/RW 05, Kel. Jati"
        assert not page.field("name").isVisible()

    def test_the_questions_have_no_answer_of_their_own(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        assert page.answer("reason") is None
        page.digit(1)
        assert page.answer("recorded_before") is None
        assert page.answer("phone_owner") is None
        assert not page.page.form.sheet.phone.sms.checked()

    def test_mending_opens_the_fields_and_the_correction_is_saved(self, page: RegisterPageDriver) -> None:
        page.pick("slamet riyadi")
        page.press(Qt.Key.Key_P, ALT)
        assert page.focused_name == "name"
        page.type("slamet riyanto")
        page.enter()
        page.page.form.sheet.reason.focus_answer()
        page.digit(1)
        page.digit(1)
        page.space()
        page.type("081234901100")
        page.save()
        found = page.desk.store.query(person, page.desk.residents["SLAMET RIYADI"])
        assert found is not None
        assert (found.name, found.birth_date, found.address) == ("SLAMET RIYANTO", "1958-12-30", "Gg. Mawar 6")


class TestNotExpected:
    """Somebody stands at the table whom the list has taken off, or is about to."""

    def test_who_was_reported_dead_is_looked_at_and_served_all_the_same(self, page: RegisterPageDriver) -> None:
        desk = page.desk
        paper = (EvidenceKind.DEATH_CERTIFICATE, "3574-KM-01", date(2019, 1, 10))
        told = Propose(desk.residents["SUMIATI"], ProposalKind.DECEASED, *paper)
        desk.store.execute(propose, told)
        page.pick("sumiati")
        assert page.line("unexpected").startswith("Di daftar: Dilaporkan meninggal. Cocokkan orang dan KK-nya.")
        page.escape()
        page.page.column.clear()
        page.register("sumiati")
        page.to_queue()
        page.space()
        assert page.line("service_look") == "Cek dulu: orangnya, dilaporkan keluar dari daftar."

    def test_of_anybody_else_nothing_is_said(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        assert page.line("unexpected") == ""


class TestKnownOtherwise:
    """A sync changes what is known of the person at the table."""

    def changed(self, page: RegisterPageDriver, **values: str) -> None:
        desk = page.desk
        desk.store.execute(lambda unit: unit.update(RESIDENT, desk.residents["SLAMET RIYADI"], **values))
        QApplication.processEvents()

    def test_what_nobody_edited_is_shown_anew_with_a_calm_line(self, page: RegisterPageDriver) -> None:
        page.pick("slamet riyadi")
        page.digit(1)
        assert page.line("renewed") == ""
        focus = page.focused_name
        self.changed(page, birth_date="1957-11-29", address="Gg. Kenanga 2", phone="081234901177")
        assert "29-11-1957" in page.label("person_known")
        assert "Gg. Kenanga 2" in page.label("person_known")
        said = "Data warga ini baru diperbarui: tanggal lahir, alamat, nomor HP. Yang sudah diketik tetap."
        assert page.line("renewed") == said
        assert (page.focused_name, page.answer("reason")) == (focus, "first_recording")
        assert page.page.form.state().phone == "081234901177"
        page.press(Qt.Key.Key_P, ALT)
        assert (page.shown("birth_date"), page.shown("address")) == ("29-11-1957", "Gg. Kenanga 2")

    def test_what_was_typed_stays_and_the_correction_takes_nothing_else_back(self, page: RegisterPageDriver) -> None:
        page.pick("slamet riyadi")
        page.press(Qt.Key.Key_P, ALT)
        page.type("slamet riyanto")
        self.changed(page, name="SLAMET R", birth_date="1957-11-29", address="Gg. Kenanga 2")
        assert page.focused_name == "name"
        page.type("s")
        assert (page.shown("name"), page.shown("address")) == ("slamet riyantos", "Gg. Kenanga 2")
        page.page.form.sheet.reason.focus_answer()
        page.digit(1)
        page.digit(1)
        page.space()
        page.type("081234901100")
        page.save()
        found = page.desk.store.query(person, page.desk.residents["SLAMET RIYADI"])
        assert found is not None
        assert (found.name, found.birth_date, found.address) == ("SLAMET RIYANTOS", "1957-11-29", "Gg. Kenanga 2")

    def test_a_number_that_is_being_typed_stays(self, page: RegisterPageDriver) -> None:
        page.pick("slamet riyadi")
        page.page.form.sheet.phone.focus_answer()
        page.type("0812349")
        self.changed(page, phone="081234901177", kk="3574030101199927")
        page.type("01155")
        assert page.page.form.state().phone == "081234901155"
        assert page.page.form.state().kk == "3574030101199927"

    def test_the_next_person_begins_without_that_line(self, page: RegisterPageDriver) -> None:
        page.pick("slamet riyadi")
        self.changed(page, address="Gg. Kenanga 2")
        page.escape()
        page.pick("sumiati")
        assert page.line("renewed") == ""


class TestReasonAndPapers:
    @pytest.mark.parametrize(
        ("digits", "papers"),
        [
            ((1,), ["paper_family_card"]),
            ((2,), ["paper_family_card", "paper_police_loss_letter"]),
            ((3,), ["paper_old_card"]),
            ((4,), ["paper_old_card", "paper_proof_of_change"]),
            ((5,), ["paper_old_card", "paper_moving_letter"]),
            ((6, 8), ["paper_family_card", "paper_recording_receipt"]),
        ],
    )
    def test_the_reason_decides_which_papers_are_asked_for(
        self, page: RegisterPageDriver, digits: tuple[int, ...], papers: list[str]
    ) -> None:
        page.pick("sumiati")
        for digit in digits:
            page.digit(digit)
        assert page.papers == papers

    def test_only_a_first_recording_asks_about_an_earlier_one(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(2)
        assert not page.is_shown("recorded_before")
        assert page.focused_name == "paper_family_card"

    def test_space_ticks_and_after_the_last_paper_the_phone_has_the_focus(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(2)
        page.space()
        assert page.focused_name == "paper_police_loss_letter"
        page.space()
        assert page.focused_name == "phone"

    def test_another_reason_keeps_the_ticks_that_it_asks_for_too(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(1)
        page.digit(1)
        page.space()
        page.page.form.sheet.reason.focus_answer()
        page.digit(2)
        assert [paper.value for paper in page.page.form.sheet.questions.papers.checked()] == ["family_card"]


class TestSecondRecording:
    def test_pernah_shows_the_remedy_and_turns_the_button(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(1)
        page.digit(2)
        assert page.is_shown("already_recorded")
        said = page.page.form.sheet.already.accessibleDescription()
        assert said.startswith("Sudah direkam di tempat lain. Rekam lagi membuat data ganda")
        assert said.endswith("Pilih Sudah pernah, kantor yang melanjutkan.")
        assert page.primary_text == "Catat: sudah pernah direkam"

    def test_pernah_is_noted_and_is_not_a_recording(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(1)
        page.digit(2)
        page.space()
        page.type("081234901100")
        page.save()
        assert requests(page.desk)[0][2:] == (
            "yes",
            '["family_card"]',
            "own",
            "rejected_duplicate",
            "already_recorded",
        )
        assert page.queue == []

    def test_changing_the_answer_takes_the_card_away(self, page: RegisterPageDriver) -> None:
        page.pick("sumiati")
        page.digit(1)
        page.digit(2)
        page.page.form.sheet.questions.before.focus_answer()
        page.digit(3)
        assert not page.is_shown("already_recorded")
        assert page.primary_text == "Simpan · P2-001"

    def test_who_was_recorded_here_is_never_recorded_again(self, page: RegisterPageDriver) -> None:
        page.register("sumiati")
        page.to_queue()
        page.space()
        page.digit(1)
        page.escape()
        page.pick("sumiati")
        assert page.badge() == "Sudah rekam 23 Feb"
        page.digit(1)
        assert not page.is_shown("recorded_before")
        assert "Sudah direkam di Balai Kelurahan Jati, 23 Feb." in (
            page.page.form.sheet.already.accessibleDescription()
        )
        page.space()
        page.type("081234901100")
        page.save()
        assert requests(page.desk)[1][2] == "yes"
        assert requests(page.desk)[1][5] == "rejected_duplicate"


class TestNumbers:
    def test_the_numbers_of_the_list_are_masked(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        assert page.shown("nik") == "357403******9901"
        assert page.shown("kk") == "357403******0417"

    def test_a_nik_of_another_sex_is_warned_about_and_not_blocked(self, page: RegisterPageDriver) -> None:
        page.pick("sri wahyuni")
        assert page.finding("nik") == (
            "Di NIK tertulis laki-laki, di daftar perempuan. Cocokkan dengan KK. Kalau KK sama, lanjutkan saja: "
            "NIK tidak pernah diubah di meja ini."
        )
        page.digit(1)
        page.digit(1)
        page.space()
        page.type("081234901100")
        page.save()
        assert len(requests(page.desk)) == 1

    def test_a_nik_is_checked_at_its_sixteenth_digit_and_not_before(self, page: RegisterPageDriver) -> None:
        page.walk_in()
        page.field("nik").focus_answer()
        page.type("357403121187000")
        assert page.finding("nik") == ""
        page.type("0")
        assert "0000" in page.finding("nik")

    def test_a_nik_of_somebody_else_is_said_at_its_last_digit_and_kept_as_a_doubt(
        self, page: RegisterPageDriver
    ) -> None:
        page.type("sri rahayu")
        page.walk_in()
        page.field("nik").focus_answer()
        page.type("357403521187990")
        assert page.finding("nik") == ""
        page.type("1")
        assert page.finding("nik") == (
            "NIK ini sudah tercatat atas nama SITI NURAINI. Kalau itu orangnya, tekan Esc dan cari NIK ini di kiri, "
            "supaya tidak terekam dua kali. Kalau bukan, cocokkan angkanya dengan KK, lalu lanjutkan."
        )
        page.enter()
        page.enter()
        assert page.focused_name == "reason"
        page.digit(1)
        assert page.finding("nik").startswith("NIK ini sudah tercatat")
        page.digit(1)
        page.space()
        page.type("081234901100")
        page.press(Qt.Key.Key_S, ALT)
        page.save()
        sql = "SELECT note FROM request_step WHERE step = 'registered'"
        assert "nik_shared" in page.desk.store.query(lambda d: d.value(sql))

    def test_another_digit_and_the_nik_is_nobodys_any_more(self, page: RegisterPageDriver) -> None:
        page.type("sri rahayu")
        page.walk_in()
        page.field("nik").focus_answer()
        page.type("3574035211879901")
        assert page.finding("nik").startswith("NIK ini sudah tercatat")
        page.press(Qt.Key.Key_Backspace)
        page.type("7")
        assert page.finding("nik") == ""

    def test_the_own_nik_typed_again_is_not_somebody_elses(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.field("nik").focus_answer()
        page.type("3574035211879901")
        assert page.field("nik").value() == "3574035211879901"
        assert page.finding("nik") == ""

    def test_a_draft_with_the_nik_of_somebody_else_says_so_again(self, page: RegisterPageDriver) -> None:
        page.type("sri rahayu")
        page.walk_in()
        page.field("nik").focus_answer()
        page.type("3574035211879901")
        page.escape()
        page.click("resume_draft")
        assert page.finding("nik").startswith("NIK ini sudah tercatat")

    def test_a_short_nik_stops_the_save_in_words(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(1)
        page.space()
        page.type("081234901100")
        page.field("nik").focus_answer()
        page.type("3574031211")
        page.save()
        assert requests(page.desk) == []
        assert page.focused_name == "nik"
        assert page.finding("nik") == (
            "NIK baru 10 angka, harus 16. Lanjutkan mengetik, atau kosongkan kalau tidak punya."
        )
        assert page.left_line == "1 isian belum benar."

    def test_what_was_typed_is_masked_on_leaving(self, page: RegisterPageDriver) -> None:
        page.walk_in()
        page.field("nik").focus_answer()
        page.type("3574035211879902")
        page.enter()
        assert page.shown("nik") == "357403******9902"
        assert page.field("nik").value() == "3574035211879902"


class TestPhone:
    def test_the_question_is_polite(self, page: RegisterPageDriver) -> None:
        page.pick("budi hartono")
        assert "Pak" in page.page.form.sheet.phone._question.text()
        page.escape()
        page.page.column.clear()
        page.pick("siti nuraini")
        assert "Bu" in page.page.form.sheet.phone._question.text()

    def test_the_number_is_read_back_in_fours_while_it_is_typed(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.field("phone").focus_answer()
        page.type("08123490110")
        assert page.label("read_back") == "Bacakan ulang: 0812 – 3490 – 110"
        page.press(Qt.Key.Key_Tab)
        assert page.label("read_back") == ""
        assert page.shown("phone") == "0812 •••• 110"

    def test_whoever_says_a_number_says_the_own_one_unless_told_otherwise(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.field("phone").focus_answer()
        page.type("081234901100")
        assert page.answer("phone_owner") == "own"
        page.press(Qt.Key.Key_K, ALT)
        assert page.answer("phone_owner") == "family"
        page.press(Qt.Key.Key_S, ALT)
        assert page.answer("phone_owner") == "own"
        page.press(Qt.Key.Key_M, ALT)
        assert page.page.form.sheet.phone.sms.checked()

    def test_a_forgotten_phone_stops_the_save(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(1)
        page.space()
        page.save()
        assert requests(page.desk) == []
        assert page.focused_name == "phone"
        assert page.finding("phone") == (
            "Nomor HP belum dijawab. Tanpa nomor, kabar KTP jadi tidak sampai. Tanyakan lagi, atau pilih Tidak punya "
            "HP dan tulis siapa yang bisa dihubungi."
        )
        assert page.left_line == "1 isian belum benar."

    def test_no_phone_asks_for_a_contact_in_the_same_place(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(1)
        page.space()
        page.press(Qt.Key.Key_T, ALT)
        assert not page.is_shown("phone")
        assert page.focused_name == "contact_name"
        page.save()
        assert page.left_line == "2 isian belum benar."
        page.type("Wati")
        assert page.left_line == "1 isian belum benar."
        page.enter()
        assert page.focused_name == "contact_relation"
        page.type("anak")
        page.save()
        assert requests(page.desk)[0][4] == "none"
        found = page.desk.store.query(person, page.desk.residents["SITI NURAINI"])
        assert found is not None
        assert (found.phone, found.contact_name, found.contact_relation) == ("", "Wati", "anak")

    def test_a_strange_number_is_warned_about_and_kept(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini", phone="08123456789012345")
        assert len(requests(page.desk)) == 1


class TestUnanswered:
    def test_each_missing_answer_is_red_and_the_first_has_the_focus(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.save()
        assert page.left_line == "2 isian belum benar."
        assert page.focused_name == "reason"
        assert page.finding("reason") == "Keperluan belum dipilih. Tanyakan dulu untuk apa datang."

    def test_the_earlier_recording_has_to_be_asked(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        page.field("phone").focus_answer()
        page.type("081234901100")
        page.save()
        assert page.focused_name == "recorded_before"
        assert requests(page.desk) == []


class TestYoungPeople:
    def test_at_sixteen_the_day_of_the_card_is_told(self, page: RegisterPageDriver) -> None:
        page.pick("rifki")
        assert page.line("young") == "Umur 16 tahun. Direkam hari ini, kartunya dicetak mulai 05-10-2019."
        assert page.badge() == "Belum rekam · pemula"

    def test_who_comes_for_something_else_is_told_of_no_recording(self, page: RegisterPageDriver) -> None:
        page.pick("rifki")
        page.digit(4)
        assert page.line("young") == "Umur 16 tahun. Kartunya dicetak mulai 05-10-2019."
        page.page.form.sheet.reason.focus_answer()
        page.digit(1)
        assert page.line("young").startswith("Umur 16 tahun. Direkam hari ini")

    def test_at_fifteen_it_is_said_that_it_is_too_early(self, page: RegisterPageDriver) -> None:
        page.pick("ayu lestari")
        assert page.line("young").startswith("Umur 15 tahun, perekaman baru boleh mulai 16 tahun.")

    def test_a_grown_person_is_told_nothing(self, page: RegisterPageDriver) -> None:
        page.pick("budi")
        assert page.line("young") == ""

    def test_the_outcome_of_a_child_can_say_why(self, page: RegisterPageDriver) -> None:
        page.register("ayu lestari")
        page.to_queue()
        page.space()
        page.digit(2)
        assert requests(page.desk)[0][5:] == ("not_recorded", "under_age")

    def test_after_an_outcome_was_refused_the_one_that_the_message_names_can_be_noted(
        self, page: RegisterPageDriver
    ) -> None:
        page.register("ayu lestari")
        page.to_queue()
        page.space()
        page.digit(1)
        assert "Pilih Belum 16 tahun" in page.toasts[-1]
        page.digit(2)
        assert requests(page.desk)[0][5:] == ("not_recorded", "under_age")


class TestWalkIn:
    def test_takes_over_what_was_searched_for(self, page: RegisterPageDriver) -> None:
        page.type("wagiman")
        page.walk_in()
        assert page.focused_name == "name"
        assert page.field("name").value() == "WAGIMAN"

    def test_enter_after_the_number_leads_to_the_button_and_saves_nothing(self, page: RegisterPageDriver) -> None:
        page.walk_in()
        page.field("phone").focus_answer()
        page.type("081234901100")
        page.enter()
        assert page.focused_name == "save"
        page.enter()
        assert requests(page.desk) == []

    def test_is_registered_by_keys_alone(self, page: RegisterPageDriver) -> None:
        page.walk_in()
        page.type("wagiman")
        page.enter()
        page.type("12/11/87")
        page.enter()
        page.digit(1)
        page.type("Jl. Ikan Cumi 2")
        page.enter()
        page.type("04")
        page.enter()
        page.type("02")
        page.enter()
        page.type("3574031211879901")
        page.enter()
        page.enter()
        assert page.focused_name == "reason"
        page.digit(4)
        page.space()
        page.space()
        page.type("081234901100")
        page.save()
        assert [row[:2] for row in requests(page.desk)] == [("P2-001", "data_change")]
        known = page.desk.store.query(
            lambda database: database.row(
                "SELECT name, birth_date, sex, address, rt, rw, nik, village, list_id FROM resident WHERE name = ?",
                "WAGIMAN",
            )
        )
        assert known == (
            "WAGIMAN",
            "1987-11-12",
            "male",
            "Jl. Ikan Cumi 2",
            "04",
            "02",
            "3574031211879901",
            VILLAGE,
            None,
        )

    def test_of_another_regency_is_found_by_name_recorded_and_counted_there(self, page: RegisterPageDriver) -> None:
        page.type("marlina")
        page.walk_in()
        assert page.label("person_known") == "Tinggal di Kel. Jati, tempat shift ini"
        page.press(Qt.Key.Key_P, ALT)
        assert page.focused_name == "residence"
        page.type("jati kudus")
        assert page.villages[0].startswith("33.19.")
        page.press(Qt.Key.Key_A, CTRL)
        page.type("miau merah")
        assert page.villages == ["61.06.15.2004"]
        page.enter()
        assert not page.is_shown("residence")
        assert page.focused_name == "address"
        assert page.label("person_known") == ("Tinggal di Desa Miau Merah, Kec. Silat Hilir, Kabupaten Kapuas Hulu")
        page.page.form.sheet.reason.focus_answer()
        page.digit(1)
        page.digit(1)
        page.space()
        page.type("081234901100")
        page.save()
        page.to_queue()
        page.space()
        page.digit(1)
        page.type("6106150101909910")
        page.enter()
        page.digit(1)
        rows = page.desk.store.query(
            lambda database: database.rows("SELECT village, area FROM resident WHERE name = 'MARLINA'")
        )
        assert rows == [("61.06.15.2004", VILLAGE)]
        shift = page.page.shift
        assert shift is not None
        people = page.desk.store.query(figures_of, shift.id).people
        assert people.recorded_elsewhere == 1

    def test_esc_leaves_the_search_for_a_village_and_then_the_form(self, page: RegisterPageDriver) -> None:
        page.type("marlina")
        page.walk_in()
        page.press(Qt.Key.Key_P, ALT)
        page.type("mangunharjo")
        page.escape()
        assert page.form_is_open
        assert not page.is_shown("residence")
        assert page.page.form.state().village == ""
        page.escape()
        assert not page.form_is_open

    def test_a_village_that_nobody_knows_is_said_and_enter_picks_nothing(self, page: RegisterPageDriver) -> None:
        page.walk_in()
        page.press(Qt.Key.Key_P, ALT)
        page.type("xyzwxyzwv")
        page.enter()
        assert page.is_shown("residence")
        assert page.villages == []

    def test_another_village_is_kept_in_the_draft(self, page: RegisterPageDriver) -> None:
        page.type("marlina")
        page.walk_in()
        page.press(Qt.Key.Key_P, ALT)
        page.type("mangunharjo")
        page.enter()
        page.escape()
        page.click("resume_draft")
        assert page.label("person_known") == "Tinggal di Kel. Mangunharjo, Kec. Mayangan, Kota Probolinggo"
        assert page.page.form.state().village == "35.74.03.1002"

    def test_needs_a_name(self, page: RegisterPageDriver) -> None:
        page.walk_in()
        page.page.form.sheet.reason.focus_answer()
        page.digit(3)
        page.field("phone").focus_answer()
        page.type("081234901100")
        page.save()
        assert page.focused_name == "name"
        assert page.finding("name") == "Nama belum diisi. Tulis seperti di KK."

    def test_a_date_that_is_none_stops_the_save(self, page: RegisterPageDriver) -> None:
        page.walk_in()
        page.type("wagiman")
        page.enter()
        page.type("31-31-31")
        page.page.form.sheet.reason.focus_answer()
        page.digit(3)
        page.field("phone").focus_answer()
        page.type("081234901100")
        page.save()
        assert requests(page.desk) == []
        assert page.focused_name == "birth_date"


class TestDraft:
    def test_is_safe_within_a_second(self, page: RegisterPageDriver, qtbot: QtBot) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        qtbot.waitUntil(lambda: page.draft_text == "Draf aman", timeout=1000)

    def test_is_there_again_after_a_restart(self, page: RegisterPageDriver, qtbot: QtBot) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(3)
        page.field("phone").focus_answer()
        page.type("08123")
        qtbot.waitUntil(lambda: page.draft_text == "Draf aman", timeout=1000)
        again = RegisterPageDriver(page.desk, page.desk.open(("register", RegisterPage)))
        assert again.person == "SITI NURAINI"
        assert again.answer("recorded_before") == "unsure"
        assert again.field("phone").value() == "08123"

    def test_nobody_sees_that_of_another(self, page: RegisterPageDriver, qtbot: QtBot) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        qtbot.waitUntil(lambda: page.draft_text == "Draf aman", timeout=1000)
        other = RegisterPageDriver(page.desk, page.desk.open(("register", RegisterPage), user=page.desk.lead))
        assert not other.form_is_open
        assert not other.is_shown("drafts")

    def test_esc_keeps_what_was_typed_and_picking_the_person_brings_it_back(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(3)
        page.escape()
        assert not page.form_is_open
        assert page.focused_name == "search"
        assert page.is_shown("drafts")
        page.enter()
        assert page.answer("recorded_before") == "unsure"

    def test_esc_on_an_untouched_form_leaves_nothing_behind(self, page: RegisterPageDriver) -> None:
        page.pick("siti nuraini")
        page.escape()
        assert not page.is_shown("drafts")

    def test_each_walk_in_has_a_draft_of_its_own(self, page: RegisterPageDriver) -> None:
        for name in ("wagiman", "tukiran"):
            page.walk_in()
            page.type(name)
            page.escape()
        page.click("resume_draft")
        assert page.field("name").value() == "tukiran"

    def test_a_thrown_away_draft_can_be_taken_back(self, page: RegisterPageDriver) -> None:
        page.walk_in()
        page.type("wagiman")
        page.escape()
        page.click("drop_draft")
        assert not page.is_shown("drafts")
        page.undo()
        assert page.is_shown("drafts")

    def test_is_gone_once_the_form_is_saved(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        user = UserId(page.desk.operator.id)
        kept = page.desk.store.query(lambda db: db.rows("SELECT kind FROM draft WHERE user_id = ?", user))
        assert kept == []


class TestQueue:
    def test_space_calls_the_next_and_a_digit_notes_the_outcome(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.register("sumiati")
        page.to_queue()
        page.space()
        assert page.at_the_set == "P2-001"
        assert page.queue == ["P2-002"]
        page.digit(1)
        assert requests(page.desk)[0][5] == "recorded"
        page.space()
        assert page.at_the_set == "P2-002"
        page.digit(5)
        assert requests(page.desk)[1][5] == "left_queue"
        assert page.label("recorded_today") == "1 terekam hari ini"

    def test_the_outcome_is_noted_from_any_field_without_moving_the_focus(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.escape()
        page.pick("sumiati")
        page.field("phone").focus_answer()
        page.type("0812")
        page.digit(1, ALT)
        assert requests(page.desk)[0][5] == "recorded"
        assert page.focused_name == "phone"
        assert page.field("phone").value() == "0812"

    def test_an_outcome_that_says_too_little_asks_for_a_note_in_place(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(2)
        assert page.focused_name == "outcome_note"
        page.enter()
        assert page.finding("outcome_note").startswith("Catatan belum ditulis.")
        page.type("ibu jari kanan terluka")
        page.enter()
        assert requests(page.desk)[0][5:] == ("recorded", "recorded_with_exception")

    def test_esc_leaves_the_note_and_notes_nothing(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(2)
        page.escape()
        assert not page.is_shown("outcome_note")
        assert requests(page.desk)[0][5] == "in_service"

    def test_an_outcome_may_be_taken_back_from_the_toast(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(5)
        page.undo()
        assert requests(page.desk)[0][5] == "waiting"
        assert page.queue == ["P2-001"]

    def test_a_recording_noted_by_a_slip_is_taken_back(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.to_queue()
        page.space()
        page.digit(1)
        assert requests(page.desk)[0][5] == "recorded"
        page.undo()
        assert requests(page.desk)[0][5] == "waiting"

    def test_a_registration_may_be_taken_back_and_the_form_is_there_again(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.undo()
        assert requests(page.desk)[0][5] == "cancelled"
        assert page.person == "SITI NURAINI"
        assert page.field("phone").value() == "081234901100"
        assert page.queue == []

    def test_minutes_are_counted(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.register("sumiati")
        page.to_queue()
        page.space()
        page.desk.clock.pass_minutes(11)
        page.page.refresh()
        assert page.label("service_minutes") == "11 mnt"
        assert page.page.queue.list.rows_model.at(0).second == "Rekam baru · 11 mnt"

    def test_enter_calls_whoever_is_selected(self, page: RegisterPageDriver) -> None:
        page.register("siti nuraini")
        page.register("sumiati")
        page.page.queue.list.setFocus()
        page.page.queue.list.select(page.page.queue.list.rows_model.id_at(1))
        page.enter()
        assert page.at_the_set == "P2-002"


class TestWithoutShift:
    def test_the_page_says_so_and_leads_to_the_day(self, empty_desk: Desk) -> None:
        page = RegisterPageDriver(empty_desk)
        asked: list[str] = []
        page.page.go.connect(lambda name, _argument: asked.append(name))
        assert page.is_shown("no_shift")
        page.click("to_today")
        assert asked == ["today"]

    def test_search_works_and_nobody_can_be_registered(self, empty_desk: Desk) -> None:
        page = RegisterPageDriver(empty_desk)
        page.pick("sumiati")
        assert page.hits == ["SUMIATI"]
        assert not page.form_is_open
        page.walk_in()
        assert not page.form_is_open

    def test_work_begins_as_soon_as_the_shift_is_open(self, empty_desk: Desk) -> None:
        page = RegisterPageDriver(empty_desk)
        empty_desk.open_shift()
        page.page.column.focus()
        page.register("sumiati")
        assert page.queue == ["P2-001"]


class TestRoom:
    @pytest.mark.parametrize("percent", [100, 125, 150])
    @pytest.mark.parametrize("width", [1100, 1366, 1920])
    def test_nothing_of_the_form_is_wider_than_its_column(
        self, page: RegisterPageDriver, percent: int, width: int
    ) -> None:
        from fieldkit.ui.theme.apply import apply_theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, "light", percent)
        page.window.resize(width * percent // 100, 690)
        page.pick("siti nuraini")
        page.digit(1)
        QApplication.processEvents()
        sheet = page.page.form.sheet
        assert sheet.width() <= page.page.form._scrolled.viewport().width()
        assert page.page.form.bar.isVisible()

    def test_a_window_of_1100_pixels_shows_the_largest_text_whole(self, page: RegisterPageDriver) -> None:
        from fieldkit.ui.theme.apply import apply_theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, "light", 150)
        page.window.resize(1100, 690)
        page.pick("siti nuraini")
        page.digit(1)
        QApplication.processEvents()
        assert page.page.minimumSizeHint().width() <= page.page.width()
        sheet = page.page.form.sheet
        assert sheet.width() <= page.page.form._scrolled.viewport().width()

    def test_the_subtitle_names_place_day_and_shift(self, page: RegisterPageDriver) -> None:
        assert date(2019, 2, 23).weekday() == 5
        assert page.page.subtitle() == "Kel. Jati · Sabtu, 23 Februari 2019 · Shift sore 16.00–19.00"

    def test_the_focus_stays_in_sight_at_150_percent(self, page: RegisterPageDriver, qtbot: QtBot) -> None:
        from fieldkit.ui.theme.apply import apply_theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, "light", 150)
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(1)
        page.space()
        line = page.field("phone").line
        viewport = page.page.form._scrolled.viewport()
        qtbot.waitUntil(lambda: viewport.rect().contains(line.mapTo(viewport, line.rect().bottomRight())))

    def test_at_150_percent_every_outcome_is_whole_in_the_drawer_and_the_header_tells_of_the_queue(
        self, page: RegisterPageDriver
    ) -> None:
        from fieldkit.ui.theme.apply import apply_theme

        assert not page.header_shows("queue_summary")
        page.register("siti nuraini")
        page.register("sumiati")
        page.to_queue()
        page.space()
        page.escape()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, "light", 150)
        QApplication.processEvents()
        assert page.header_shows("queue_summary")
        assert page.label("queue_summary") == "Antrean 1 · P2-001"
        page.to_queue()
        QApplication.processEvents()
        assert page.cut_outcomes() == []
        page.digit(7)
        QApplication.processEvents()
        assert page.outcomes == ["Belum 16 tahun", "Menolak", "Urus biodata dulu", "Dibatalkan"]
        assert page.cut_outcomes() == []
        page.to_queue()
        QApplication.processEvents()
        assert page.focused_name == "queue"
        page.enter()
        QApplication.processEvents()
        assert page.focused_name == "outcomes"
        assert page.cut_outcomes() == []
        assert page.at_the_set == "P2-001"
        assert requests(page.desk)[1][5] == "in_service"

    def test_at_150_percent_who_is_asked_for_the_phone_and_whose_it_is_are_in_sight(
        self, page: RegisterPageDriver, qtbot: QtBot
    ) -> None:
        from fieldkit.ui.theme.apply import apply_theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, "light", 150)
        page.pick("siti nuraini")
        page.digit(1)
        page.digit(1)
        page.space()
        phone = page.page.form.sheet.phone
        qtbot.waitUntil(lambda: all(page.is_whole(part) for part in (phone._person, phone.phone, phone.sms)))
        assert phone._person.full_text() == "SITI NURAINI"

    def test_where_it_is_narrow_the_queue_is_a_drawer_and_works_by_the_same_keys(
        self, page: RegisterPageDriver
    ) -> None:
        page.register("siti nuraini")
        page.register("sumiati")
        page.window.resize(1100, 690)
        QApplication.processEvents()
        assert not page.is_shown("queue_panel")
        page.to_queue()
        assert page.is_shown("queue_panel")
        page.page.queue.focus_work()
        page.space()
        assert page.at_the_set == "P2-001"
        page.escape()
        assert not page.is_shown("queue_panel")
        assert page.focused_name == "search"
        page.digit(2, ALT)
        assert page.focused_name == "outcome_note"
        page.type("jari terluka")
        page.enter()
        assert requests(page.desk)[0][5] == "recorded"
        assert not page.is_shown("queue_panel")
        assert page.focused_name == "search"
