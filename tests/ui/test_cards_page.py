"""The page of cards, worked by keys: print, check, put away, hand over, ask, and a night of printing."""

from __future__ import annotations

import pytest
from desk import DAY, VILLAGE, Desk
from laptops import registered
from layout_faults import layout_faults
from pages.cards import CardsPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.cards.card import CardState, Check, Placing
from fieldkit.domain.cards.pick_up import Receiving
from fieldkit.domain.contradiction import Decision
from fieldkit.domain.requests.service import Paper, Reason, Step
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.records.tables import CASE_FILE, REQUEST_STEP, RESIDENT
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.close_shift import CloseShiftPage
from fieldkit.ui.shell.page import AtDesk
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card, print_card
from fieldkit.work.cases import settle_case
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.same_person import link_same_person
from tests.ruling import put_in_force

Key = Qt.Key
SUMIATI, DWI, BUDI, SITI = "SUMIATI", "DWI ASTUTIK", "BUDI HARTONO", "SITI NURAINI"
_PAPERS = {Reason.LOST: (Paper.POLICE_LOSS_LETTER, Paper.FAMILY_CARD), Reason.DAMAGED: (Paper.OLD_CARD,)}
_CHANGE = (Paper.OLD_CARD, Paper.PROOF_OF_CHANGE)


@pytest.fixture
def printing(desk: Desk) -> Desk:
    """A desk where everybody may print."""
    desk.let_print()
    return desk


def recorded(desk: Desk, *names: str) -> list[str]:
    requests = []
    for name in names:
        done = registered(desk.store, desk.residents[name], phone=f"08120000{len(name):04}")
        desk.store.execute(note_step, done.request_id, Step.RECORDED)
        requests.append(done.request_id)
    return requests


def about_to_hand_over(desk: Desk) -> CardsPageDriver:
    """The form of a card that was printed and not checked."""
    (request,) = recorded(desk, SUMIATI)
    desk.store.execute(print_card, request)
    page = CardsPageDriver(desk)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    return page


def reprint(desk: Desk, name: str, reason: Reason = Reason.LOST) -> str:
    papers = _PAPERS.get(reason, _CHANGE)
    done = registered(desk.store, desk.residents[name], reason=reason, recorded_before=None, papers=papers)
    outcome = Step.ACCEPTED_FOR_REPRINT if reason in _PAPERS else Step.FORWARDED_TO_OFFICE
    desk.store.execute(note_step, done.request_id, outcome)
    return done.request_id


def ready(desk: Desk, name: str, reason: Reason = Reason.FIRST_RECORDING) -> str:
    request = recorded(desk, name)[0] if reason is Reason.FIRST_RECORDING else reprint(desk, name, reason)
    desk.store.execute(print_card, request)
    desk.store.execute(check_card, request, Check.OK)
    desk.store.execute(place_card, PlaceCard(request, Placing.READY, "Kantor Kel. Jati", "Yuni Lestari"))
    return request


def handed(desk: Desk) -> list[tuple[str, str, str]]:
    sql = "SELECT received_by, identity_shown, coalesce(witness, '') FROM card_handover ORDER BY at"
    return desk.store.query(lambda d: d.rows(sql))


def test_a_card_goes_from_the_queue_to_its_owner_by_enter_and_digits(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing)
    assert page.cards == [(SUMIATI, "Giliran 1")]
    page.press(Key.Key_Return)
    assert page.cards[0][1].startswith("Dicetak")
    page.press(Key.Key_Return)
    page.digit(1)
    page.save()
    assert page.cards == [(SUMIATI, "Sudah diperiksa")]
    page.press(Key.Key_Return)
    page.save()
    assert "Identitas belum dicatat" in page.finding("identity_shown")
    page.digit(1)
    page.save()
    assert page.cards == [(SUMIATI, "Diserahkan")]
    assert handed(printing) == [(SUMIATI, "Kartu keluarga", "")]
    assert page.answer.startswith("Diserahkan Sab 23 Feb 16.")
    for words in ("Diserahkan, sendiri", "Data dan chip cocok", "Dicetak", "Terekam", "Daftar: Rekam baru"):
        assert words in page.story


def test_a_print_booked_by_mistake_is_taken_back_by_one_key(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing)
    page.press(Key.Key_C)
    assert page.figure("on_table").startswith("Di meja 1")
    page.undo()
    assert page.cards == [(SUMIATI, "Giliran 1")]
    assert "blangko 40" in page.figure("now")


def test_a_card_whose_recording_another_laptop_took_back_is_seen_and_put_away(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing)
    page.press(Key.Key_C)
    row = printing.store.query(lambda d: d.row("SELECT request_id, id FROM request_step WHERE step = 'recorded'"))
    assert row is not None
    request, step = row
    values = {"request_id": request, "step": Step.CANCELLED, "corrects_id": step, "at": "2019-02-23T12:00:00.000Z"}
    printing.store.execute(lambda unit: unit.insert(REQUEST_STEP, VILLAGE, **values))
    assert page.cards == [(SUMIATI, "Dicetak, rekamannya batal")]
    page.press(Key.Key_P)
    page.digit(2)
    page.save()
    assert page.cards == []


def test_a_spoiled_card_is_in_the_queue_again_with_its_story(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing)
    page.press(Key.Key_C)
    page.press(Key.Key_P)
    page.save()
    assert "Hasilnya belum dipilih" in page.finding("result")
    page.digit(2)
    page.save()
    assert page.cards == [(SUMIATI, "Giliran 1")]
    assert "1 keping rusak" in page.second_lines[0]
    assert "Gagal encode, keping rusak" in page.story
    assert "blangko 39" in page.figure("now")


def test_a_blank_that_failed_on_the_way_is_booked_beside_its_card_and_taken_back_by_one_key(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing)
    page.press(Key.Key_R)
    page.save()
    assert "Alasannya belum dipilih" in page.finding("reason")
    page.digit(1)
    page.save()
    assert page.cards == [(SUMIATI, "Giliran 1")]
    assert "Keping rusak: gagal encode" in page.story
    assert "blangko 39" in page.figure("now")
    page.undo()
    assert "Keping rusak" not in page.story
    assert "blangko 40" in page.figure("now")


def test_the_next_eight_are_printed_with_one_key_and_taken_back_with_another(printing: Desk) -> None:
    names = [name for name in printing.residents if name not in ("RIFKI ALAMSYAH", "AYU LESTARI")][:9]
    recorded(printing, *names)
    page = CardsPageDriver(printing)
    assert page.button("print_next").text() == "Cetak 8 berikutnya"
    page.save()
    assert page.figure("on_table").startswith("Di meja 8")
    assert page.button("print_next").text() == "Cetak 1 berikutnya"
    page.undo()
    assert page.figure("now").startswith("Bisa dicetak di sini 9")


def test_a_print_beyond_the_last_blank_is_booked_and_says_what_to_set_right(empty_desk: Desk) -> None:
    empty_desk.open_shift(blanks_taken=1)
    empty_desk.let_print()
    recorded(empty_desk, SUMIATI, DWI)
    page = CardsPageDriver(empty_desk)
    page.press(Key.Key_C)
    assert page.toasts == [f"Dicetak: {SUMIATI}. Periksa data dan chipnya, lalu serahkan atau taruh."]
    page.select(DWI)
    page.press(Key.Key_C)
    assert "blangko -1" in page.figure("now")
    said = page.toasts[-1]
    assert said.startswith(f"Dicetak: {DWI}. Menurut catatan blangko sudah habis.")
    assert "Hari ini" in said
    assert "urungkan" in said
    page.undo()
    assert "blangko 0" in page.figure("now")


def test_a_second_press_right_after_a_form_was_saved_or_cards_were_printed_prints_no_more(printing: Desk) -> None:
    names = [name for name in printing.residents if name not in ("RIFKI ALAMSYAH", "AYU LESTARI")][:10]
    recorded(printing, *names)
    page = CardsPageDriver(printing)
    page.page.settling.for_ms = 60_000
    page.press(Key.Key_C)
    page.press(Key.Key_Return)
    page.digit(1)
    page.save()
    page.save()
    assert page.figure("on_table").startswith("Di meja 1")
    page.page.settling.for_ms = 0
    page.save()
    assert page.figure("on_table").startswith("Di meja 9")
    page.page.settling.for_ms = 60_000
    page.save()
    assert page.button("print_next").text() == "Cetak 1 berikutnya"


def test_a20_what_is_postponed_stays_in_sight_with_its_reason(empty_desk: Desk) -> None:
    empty_desk.open_shift(blanks_taken=2)
    empty_desk.let_print()
    reprint(empty_desk, BUDI)
    recorded(empty_desk, SUMIATI, DWI)
    page = CardsPageDriver(empty_desk)
    assert page.cards == [(SUMIATI, "Giliran 1"), (DWI, "Giliran 2"), (BUDI, "Tertunda")]
    assert page.figure("scarce") == "Tertunda 1 blangko kurang"
    page.select(BUDI)
    assert page.answer.startswith("Tertunda karena blangko atau ribbon kurang: hilang, daftar hari ini.")
    page.press(Key.Key_C)
    assert "minta persetujuan ketua tim" in page.toasts[-1]
    page.press(Key.Key_U)
    page.save()
    assert "Alasan mendesak belum ditulis" in page.finding("reason")
    page.type("Berobat ke Surabaya besok")
    page.save()
    page.select(BUDI)
    page.press(Key.Key_C)
    assert ("BUDI HARTONO", "Dicetak 16.05") in page.cards
    assert "Berobat ke Surabaya besok" in page.story


def test_an_urgent_card_is_none_any_more_by_the_key_of_the_toast_and_long_after_it(empty_desk: Desk) -> None:
    empty_desk.open_shift(blanks_taken=2)
    empty_desk.let_print()
    reprint(empty_desk, BUDI)
    recorded(empty_desk, SUMIATI, DWI)
    page = CardsPageDriver(empty_desk)

    def approve() -> list[bool]:
        page.select(BUDI)
        page.press(Key.Key_U)
        page.type("Berobat ke Surabaya besok")
        page.save()
        return urgent()

    def urgent() -> list[bool]:
        return ["mendesak" in line for line in page.second_lines]

    assert approve() == [False, False, True]
    page.undo()
    assert not any(urgent())
    assert approve() == [False, False, True]
    page.select(BUDI)
    page.press(Key.Key_U)
    assert page.form is None
    assert page.toasts[-1].startswith("Tidak lagi mendesak: BUDI HARTONO")
    assert not any(urgent())
    page.select(BUDI)
    assert "Catatan sebelumnya diurungkan" in page.story


def test_who_does_not_lead_is_offered_no_approval(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing, user=printing.operator)
    page.press(Key.Key_U)
    assert page.form is None
    assert not page.button("night_print").isVisible()


def test_a21_who_may_not_print_reads_why_and_what_to_do(desk: Desk) -> None:
    recorded(desk, SUMIATI)
    page = CardsPageDriver(desk)
    assert not page.button("print_next").isEnabled()
    assert "Pelatihan cetak petugas ini belum tercatat" in page.page.queue.why_not.full_text()
    page.press(Key.Key_Return)
    assert "Minta petugas cetak lain" in page.toasts[-1]
    assert page.cards == [(SUMIATI, "Giliran 1")]


def test_a22_a_data_change_is_shown_as_the_offices_and_not_printed(printing: Desk) -> None:
    reprint(printing, SUMIATI, Reason.DATA_CHANGE)
    page = CardsPageDriver(printing)
    assert page.cards == [(SUMIATI, "Dicetak di kantor")]
    page.press(Key.Key_C)
    assert "kantor yang mencetak" in page.toasts[-1]
    assert page.figure("held") == "Ditahan 1 1 di kantor"


def test_who_is_sixteen_is_held_until_the_day_that_is_shown(printing: Desk) -> None:
    recorded(printing, "RIFKI ALAMSYAH")
    page = CardsPageDriver(printing)
    assert page.cards == [("RIFKI ALAMSYAH", "Mulai 05-10-2019")]
    assert "baru 17 tahun pada 05-10-2019" in page.answer


def test_a23_who_lost_the_card_and_heard_nothing_is_on_the_list_with_the_reason(empty_desk: Desk) -> None:
    empty_desk.open_shift(blanks_taken=1)
    empty_desk.let_print()
    reprint(empty_desk, BUDI)
    ready(empty_desk, SUMIATI)
    page = CardsPageDriver(empty_desk)
    page.part(5)
    assert set(page.names) == {BUDI, SUMIATI}
    told = dict(zip(page.names, page.second_lines, strict=True))
    assert told[SUMIATI].startswith("siap, belum dikabari")
    assert told[BUDI].startswith(("ditunda: hilang", "belum dicetak"))


@pytest.mark.parametrize("asked", ["reference", "9952", "sumiati", "P2-001"])
def test_where_is_my_card_is_answered_in_one_line(printing: Desk, asked: str) -> None:
    request = ready(printing, SUMIATI)
    reference = printing.store.query(lambda d: d.value("SELECT receipt_ref FROM service_request WHERE id = ?", request))
    page = CardsPageDriver(printing)
    page.search(reference if asked == "reference" else asked)
    assert page.names == [SUMIATI]
    assert page.answer.startswith("Siap diambil di Kantor Kel. Jati sejak Sab 23 Feb 16.")
    assert "dipegang Yuni Lestari, belum dikabari" in page.answer
    page.press(Key.Key_Escape)
    assert page.page.queue.search.text() == ""


def test_somebody_unknown_is_said_to_be_not_found(printing: Desk) -> None:
    page = CardsPageDriver(printing)
    page.search("zzqx")
    assert page.cards == []
    assert page.page.queue.line.full_text() == "0 ditemukan"


def test_a_card_is_put_where_it_is_collected_with_who_keeps_it(printing: Desk) -> None:
    recorded(printing, SUMIATI, DWI)
    page = CardsPageDriver(printing)
    page.save()
    for name in (SUMIATI, DWI):
        page.select(name)
        page.press(Key.Key_P)
        page.digit(1)
        page.save()
    page.select(SUMIATI)
    page.press(Key.Key_T)
    page.replace("Rak A")
    page.press(Key.Key_Tab)
    page.replace("Yuni")
    page.save()
    assert "Siap diambil di Rak A" in page.answer
    page.select(DWI)
    page.press(Key.Key_T)
    page.save()
    assert "Siap diambil di Rak A" in page.answer
    page.part(4)
    assert set(page.names) == {SUMIATI, DWI}


def test_a_second_handover_is_warned_of_and_written_with_a_reason(printing: Desk) -> None:
    request = ready(printing, SUMIATI)
    printing.store.execute(hand_over_card, HandOver(request, Receiving("MARLINA", "KTP lama")))
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    assert page.page.doer.handover.save_button.text() == "Serahkan lagi dan catat"
    page.digit(1)
    page.save()
    assert "Tulis kenapa dicatat lagi" in page.finding("why")
    page.type("Yang pertama bukan pemiliknya")
    page.save()
    assert [receiver for receiver, *_ in handed(printing)] == ["MARLINA", SUMIATI]
    assert "Yang pertama bukan pemiliknya" in page.story


def test_a_card_in_the_hand_that_was_printed_elsewhere_goes_out_with_its_story_and_is_taken_back_by_one_key(
    printing: Desk,
) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    page.digit(1)
    page.save()
    assert "tulis dari mana datangnya" in page.finding("why")
    page.type("Dicetak tadi malam di kantor")
    page.save()
    assert page.cards == [(SUMIATI, "Diserahkan")]
    assert "Dicetak tadi malam di kantor" in page.story
    page.press(Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert page.cards == [(SUMIATI, "Giliran 1")]
    assert "Catatan sebelumnya diurungkan" in page.story


def test_an_unchecked_card_is_handed_over_with_a_warning_that_stays(printing: Desk) -> None:
    page = about_to_hand_over(printing)
    form = page.page.doer.handover
    assert form.doubt.isVisible()
    assert not form.why.isVisible()
    page.digit(1)
    page.save()
    assert "Diserahkan tanpa diperiksa" in page.story


def test_enter_leads_from_who_received_the_card_to_who_saw_it(printing: Desk) -> None:
    page = about_to_hand_over(printing)
    page.digit(1)
    page.digit(2)
    page.type(DWI)
    page.press(Key.Key_Return)
    page.type("Pak RT")
    form = page.page.doer.handover
    assert (form.receiver.value(), form.witness.value()) == (DWI, "Pak RT")


def test_whoever_looked_at_the_list_comes_back_to_the_form_by_its_key(printing: Desk) -> None:
    page = about_to_hand_over(printing)
    form = page.form
    assert form is not None
    page.page.queue.table.setFocus()
    page.press(Key.Key_S)
    assert page.form is form
    assert form.isAncestorOf(QApplication.focusWidget())


def test_a_card_said_to_be_spoiled_by_mistake_is_taken_back_by_one_key(printing: Desk) -> None:
    (request,) = recorded(printing, SUMIATI)
    printing.store.execute(print_card, request)
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_P)
    page.digit(4)
    page.save()
    assert printing.store.query(position_of, request).state is CardState.QUEUED
    page.press(Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert printing.store.query(position_of, request).state is CardState.PRINTED


def test_a_check_and_a_place_are_taken_back_by_one_key(printing: Desk) -> None:
    (request,) = recorded(printing, SUMIATI)
    printing.store.execute(print_card, request)
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_P)
    page.digit(1)
    page.save()
    page.press(Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert printing.store.query(position_of, request).state is CardState.PRINTED
    printing.store.execute(check_card, request, Check.OK)
    page.press(Key.Key_T)
    page.save()
    assert printing.store.query(position_of, request).state is CardState.READY
    page.press(Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert printing.store.query(position_of, request).state is CardState.CHECKED


def test_a_withdrawn_card_goes_into_the_box_and_nowhere_else(printing: Desk) -> None:
    request = ready(printing, SUMIATI)
    printing.store.execute(place_card, PlaceCard(request, Placing.WITHDRAWN, "Lemari", "Yuni", "Diganti"))
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_T)
    assert page.page.story.open_form() is None
    page.press(Key.Key_B)
    page.save()
    assert page.cards == []
    assert printing.store.query(position_of, request).state is CardState.BOXED


def test_a_card_that_went_to_the_wrong_person_comes_back(printing: Desk) -> None:
    request = ready(printing, SUMIATI)
    printing.store.execute(hand_over_card, HandOver(request, Receiving("MARLINA", "KTP lama")))
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_K)
    page.save()
    assert "Alasannya belum dipilih" in page.finding("placing")
    page.digit(1)
    page.replace("Meja P2")
    page.save()
    assert "Keterangan belum ditulis" in page.finding("note")
    page.type("Namanya sama")
    page.save()
    assert page.cards == [(SUMIATI, "Kembali, salah orang")]


def test_a_proxy_needs_a_witness_and_the_old_card_is_asked_for(printing: Desk) -> None:
    ready(printing, SUMIATI, Reason.DAMAGED)
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    page.digit(2)
    page.digit(2)
    page.replace("SUMARNI")
    page.save()
    assert "Saksi belum ditulis" in page.finding("witness")
    assert "KTP lama belum dijawab" in page.finding("old_card_taken")
    page.type("Yuni Lestari")
    page.press(Key.Key_Tab)
    page.digit(1)
    page.save()
    assert handed(printing) == [("SUMARNI", "KTP lama", "Yuni Lestari")]


def test_esc_leaves_the_form_and_nothing_is_written(printing: Desk) -> None:
    ready(printing, SUMIATI)
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    assert page.form is not None
    assert not page.button("print_next").isVisible()
    page.press(Key.Key_Escape)
    assert page.form is None
    assert handed(printing) == []
    assert page.button("print_next").isVisible()


def test_what_was_half_answered_is_there_again_for_the_same_card_and_no_other(printing: Desk) -> None:
    ready(printing, SUMIATI)
    ready(printing, DWI)
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    page.digit(3)
    page.press(Key.Key_Escape)
    page.press(Key.Key_S)
    assert page.page.doer.handover.identity.value() == "receipt"
    page.press(Key.Key_Escape)
    page.select(DWI)
    page.press(Key.Key_S)
    assert page.page.doer.handover.identity.value() is None
    assert page.page.doer.handover.receiver.value() == DWI


def test_a_card_in_question_is_printed_with_a_reason_by_who_leads(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    contested(printing, SUMIATI)
    page = CardsPageDriver(printing)
    assert page.cards == [(SUMIATI, "Menunggu keputusan")]
    page.press(Key.Key_Return)
    page.save()
    assert "menunggu keputusan ketua tim" in page.finding("override")
    page.type("KK asli dilihat")
    page.save()
    assert page.cards[0][1].startswith("Dicetak")


def test_who_does_not_lead_is_told_who_decides(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    contested(printing, SUMIATI)
    page = CardsPageDriver(printing, user=printing.operator)
    page.press(Key.Key_Return)
    assert page.toasts[-1].startswith("Kartu ini menunggu keputusan. Ketua tim atau kantor")
    assert page.form is None


def test_a_card_waits_also_for_a_case_about_another_row_of_the_person_until_it_is_settled(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    case = contested(printing, DWI)
    assert CardsPageDriver(printing).cards == [(SUMIATI, "Giliran 1")]
    printing.store.execute(link_same_person, printing.residents[DWI], printing.residents[SUMIATI])
    page = CardsPageDriver(printing)
    assert page.cards == [(SUMIATI, "Menunggu keputusan")]
    printing.store.execute(settle_case, case, Decision.MISTAKE, "KK")
    page.press(Key.Key_Return)
    assert page.cards[0][1].startswith("Dicetak")


def contested(desk: Desk, name: str) -> str:
    """The centre has found that the NIK of somebody was corrected on two sides."""

    def verb(unit: Unit) -> str:
        person = desk.residents[name]
        members = f'["resident", "{person}", "3574-P3.1 7"]'
        about = {"kind": "weighty", "subject": person, "members": members, "state": "open"}
        return unit.insert(CASE_FILE, VILLAGE, **about, opened_at="2019-02-23T09:00:00.000Z")

    return desk.store.execute(verb)


def test_a11_a_night_of_printing_is_opened_here_with_its_blanks_and_closed_on_close_shift(empty_desk: Desk) -> None:
    empty_desk.open_shift()
    empty_desk.let_print()
    recorded(empty_desk, SUMIATI)
    reprint(empty_desk, BUDI, Reason.DATA_CHANGE)
    empty_desk.store.write_local(lambda d: d.run("UPDATE meta SET value = '' WHERE key = 'current_shift'"))
    page = CardsPageDriver(empty_desk, ("close_shift", CloseShiftPage))
    assert "Belum ada sesi" in page.page.queue.why_not.full_text()
    page.press(Key.Key_N)
    page.save()
    assert "Blangko belum dihitung" in page.page.drawers.night.blanks.finding_text()
    page.type("45")
    page.press(Key.Key_Tab)
    page.type("500")
    page.save()
    assert "blangko 45 · ribbon 500" in page.figure("now")
    shift = empty_desk.store.query(current_shift)
    assert shift is not None
    assert (shift.kind, shift.day) == (SessionKind.NIGHT_PRINT, DAY.isoformat())
    assert page.cards == [(SUMIATI, "Giliran 1"), (BUDI, "Giliran 2")]
    page.save()
    assert page.figure("on_table").startswith("Di meja 2")
    assert "Dicetak malam" in page.story
    assert page.button("night_print").text() == "Tutup sesi"
    page.page.queue.table.setFocus()
    page.press(Key.Key_N)
    assert page.window.current_name == "close_shift"


def test_the_rules_in_force_are_read_at_the_table(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    put_in_force(printing.store, RuleName.PRINT_ORDER, {"print_order": "lost | first_recording"}, DAY)
    put_in_force(printing.store, RuleName.SCARCITY, {"postponed_reasons": "damaged"}, DAY)
    put_in_force(printing.store, RuleName.PROXY, {"proxy_rule": "forbidden"}, DAY)
    put_in_force(printing.store, RuleName.INTERIM, {"interim_letter": "allowed", "interim_until": "2019-06-30"}, DAY)
    page = CardsPageDriver(printing, user=printing.lead)
    page.press(Key.Key_O)
    rules = page.page.drawers.rules
    model = rules.table.rows_model
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["Hilang", "Rekam baru"]
    assert "sejak 23-02-2019" in rules.order.full_text()
    assert [rules.postponed.full_text(), rules.proxy.full_text()] == ["Rusak", "Hanya pemiliknya sendiri"]
    assert rules.interim.full_text() == "boleh diterbitkan sampai 30-06-2019"


def test_from_the_table_one_goes_on_to_the_desk_where_rules_are_written(printing: Desk, qtbot: QtBot) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing, user=printing.lead)
    page.press(Key.Key_O)
    with qtbot.waitSignal(page.page.go) as asked:
        page.save()
    assert asked.args == ["office", AtDesk("rules")]
    assert not page.page.drawers.is_open()


def test_who_has_no_office_reads_the_rules_and_prints_nothing_from_there(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing, user=printing.operator)
    page.press(Key.Key_O)
    assert not page.page.drawers.rules.desk_button.isVisible()
    page.save()
    assert printing.store.query(lambda d: d.value("SELECT count(*) FROM card_print")) == 0
    page.press(Key.Key_Escape)
    assert not page.page.drawers.is_open()


def test_what_the_head_postponed_waits_on_the_page_with_its_reason(printing: Desk) -> None:
    reprint(printing, SUMIATI, Reason.DAMAGED)
    put_in_force(printing.store, RuleName.SCARCITY, {"postponed_reasons": "damaged"}, DAY)
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    assert "Tertunda menurut aturan kantor" in page.page.story.answer_text()


def test_what_comes_in_meanwhile_leaves_the_form_that_is_open(printing: Desk) -> None:
    ready(printing, SUMIATI)
    page = CardsPageDriver(printing)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    page.digit(1)
    recorded(printing, DWI)
    assert page.form is not None
    assert page.page.doer.handover.identity.value() == "kk"
    page.save()
    assert handed(printing) == [(SUMIATI, "Kartu keluarga", "")]


@pytest.mark.parametrize("keys", ["", "P", "S", "T", "K", "U", "N", "O"])
def test_every_form_fits_at_every_size(printing: Desk, themed_app: QApplication, keys: str) -> None:
    ready(printing, SUMIATI, Reason.DAMAGED)
    recorded(printing, DWI)
    printed = recorded(printing, BUDI)[0]
    printing.store.execute(print_card, printed)
    if keys == "N":
        printing.store.write_local(lambda d: d.run("UPDATE meta SET value = '' WHERE key = 'current_shift'"))
    page = CardsPageDriver(printing)
    page.select({"P": BUDI, "U": DWI}.get(keys, SUMIATI))
    if keys:
        page.press(getattr(Key, f"Key_{keys}"))
    for percent, width in ((100, 1366), (100, 1100), (125, 1366), (150, 1366)):
        apply_theme(themed_app, "light", percent)
        page.window.resize(width, 690)
        for _ in range(3):
            QApplication.processEvents()
        assert layout_faults(page.window) == [], (percent, width)


def test_a_form_has_all_the_room_of_a_narrow_page(printing: Desk, themed_app: QApplication) -> None:
    ready(printing, SUMIATI)
    page = CardsPageDriver(printing)
    apply_theme(themed_app, "dark", 150)
    page.select(SUMIATI)
    page.press(Key.Key_S)
    assert not page.page.strip.isVisible()
    page.press(Key.Key_Escape)
    assert page.page.strip.isVisible()


def test_there_is_nothing_to_print_on_an_empty_day(desk: Desk) -> None:
    page = CardsPageDriver(desk)
    assert page.cards == []
    assert page.page.story.card is None
    assert page.figure("now") == "Bisa dicetak di sini 0 blangko 40"


def test_a_card_of_somebody_without_nik_is_held_in_sight_until_it_is_written(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    printing.store.execute(lambda unit: unit.update(RESIDENT, printing.residents[SUMIATI], nik=None))
    page = CardsPageDriver(printing)
    assert page.cards == [(SUMIATI, "Belum ada NIK")]
    assert "1 tanpa NIK" in page.figure("held")
    assert page.answer.startswith("Ditahan: belum ada NIK")
    page.press(Key.Key_Return)
    page.type("357403570369995")
    page.save()
    assert "harus 16" in page.page.doer.nik.nik.finding_text()
    page.type("2")
    page.save()
    assert page.cards == [(SUMIATI, "Giliran 1")]
    page.undo()
    assert page.cards == [(SUMIATI, "Belum ada NIK")]


def test_a_nik_that_is_somebody_elses_is_said_before_it_is_written_to_a_card(printing: Desk, qtbot: QtBot) -> None:
    recorded(printing, SUMIATI)
    printing.store.execute(lambda unit: unit.update(RESIDENT, printing.residents[SUMIATI], nik=None))
    page = CardsPageDriver(printing)
    page.press(Qt.Key.Key_Return)
    page.type("357403020584995")
    assert page.finding("nik") == ""
    page.type("1")
    assert page.finding("nik") == (
        "NIK ini sudah tercatat atas nama BUDI HARTONO. Cocokkan angkanya dengan KK, betulkan kalau salah ketik. Kalau "
        "angkanya benar, lanjutkan: orang yang sama disatukan saat sinkron, selebihnya diputuskan kantor."
    )
    qtbot.waitUntil(lambda: layout_faults(page.window) == [])
    page.press(Qt.Key.Key_Backspace)
    page.type("2")
    assert page.finding("nik") == ""


def test_enter_at_a_place_that_was_filled_in_leads_through_to_the_button(printing: Desk) -> None:
    recorded(printing, SUMIATI)
    page = CardsPageDriver(printing)
    page.save()
    page.press(Key.Key_P)
    page.digit(1)
    page.save()
    page.press(Key.Key_T)
    page.replace("Rak A")
    page.press(Key.Key_Return)
    page.type("Yuni")
    page.press(Key.Key_Return)
    assert page.focused() is page.button("place_save")
    assert page.form is not None
    page.save()
    assert "Siap diambil di Rak A" in page.answer
    assert page.page.story.card is not None
    assert page.page.story.card.card.custodian == "Yuni"


@pytest.mark.parametrize("percent", [100, 150])
def test_a_name_that_is_longer_than_its_column_is_whole_on_the_screen(
    printing: Desk, themed_app: QApplication, qtbot: QtBot, percent: int
) -> None:
    apply_theme(themed_app, "light", percent)
    long_name = "RADEN AYU SITI NURAINI KUSUMANINGTYAS"
    recorded(printing, SUMIATI)
    printing.store.execute(lambda unit: unit.update(RESIDENT, printing.residents[SUMIATI], name=long_name))
    page = CardsPageDriver(printing)
    page.press(Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    name = page.find(Label, "card_name")
    lines = name.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: 2 * lines <= name.heightForWidth(name.width()) <= name.height() < 3 * lines)
    assert name.text() == long_name
    assert layout_faults(page.window) == []
