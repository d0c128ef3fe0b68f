"""National data come in at their desk, give work, and leave it on paper; all of it by the keyboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desk import VILLAGE, Desk
from laptops import REGENCY
from nationals import nik_of, took_in
from openpyxl import load_workbook
from pages.national_desk import CONTROL, NationalDeskDriver
from pages.register import RegisterPageDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from work.list_file_makers import save_xlsx

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.lists.listing import EntryState
from fieldkit.store.queries.lists.sheets import sheets_given
from fieldkit.ui.widgets.choices import ChoiceGroup
from fieldkit.ui.widgets.fields import TextField

Key = Qt.Key
SITI, BUDI, SLAMET = "SUMIATI", "BUDI HARTONO", "SLAMET RIYADI"


def niks(desk: Desk) -> dict[str, str]:
    return {name: nik_of(desk.store, desk.residents[name]) for name in (SITI, BUDI, SLAMET)}


def statuses(desk: Desk, path: Path) -> Path:
    known = niks(desk)
    rows = [
        ("NIK", "NAMA LENGKAP", "STATUS PEREKAMAN"),
        (known[SITI], SITI, "PRINT_READY_RECORD"),
        (known[BUDI], BUDI, "ENROLL_FAILURE_AT_CENTRAL"),
        (known[SLAMET], SLAMET, "CARD_SHIPPED"),
        ("3574035211879998", "ORANG LAIN", "SENT_FOR_ENROLLMENT"),
        ("123", "TANPA NIK", "PRR"),
    ]
    return save_xlsx(path, rows)


@pytest.fixture
def office(desk: Desk, qtbot: QtBot) -> NationalDeskDriver:
    return NationalDeskDriver(desk, qtbot)


def test_a_status_file_comes_in_with_the_keyboard_and_is_taken_back(
    desk: Desk, office: NationalDeskDriver, tmp_path: Path
) -> None:
    office.take_in(statuses(desk, tmp_path / "Status Februari.xlsx"), "20-02-2019")
    assert office.line("national_sum") == "3 diambil + 1 ditolak + 1 tak dikenal + 0 sudah ada = 5"
    assert "1" in office.figure("unknown")
    assert [row[0] for row in office.rows("national_parts")] == [
        "Siap cetak (PRR)",
        "Gagal didaftarkan",
        "CARD_SHIPPED (tak dikenal)",
    ]
    office.go_on()
    assert "3 baris diambil" in office.toast()
    assert [row[1] for row in office.rows("national_lists")] == ["0", "0", "1", "1", "0"]
    assert office.rows("national_files")[0][1] == "20-02-2019"
    state = "SELECT state FROM resident_state WHERE resident_id = ?"
    who = desk.residents[SITI]
    assert desk.store.query(lambda d: d.value(state, who)) == EntryState.RECORDED_ELSEWHERE

    office.focus("national_files")
    office.press(Key.Key_T, CONTROL)
    assert "ditarik" in office.toast()
    assert [row[1] for row in office.rows("national_lists")] == ["0"] * 5
    assert desk.store.query(lambda d: d.value(state, who)) is None
    office.press(Key.Key_Backspace, CONTROL)
    assert [row[1] for row in office.rows("national_lists")] == ["0", "0", "1", "1", "0"]


def test_columns_are_remembered_and_a_missing_day_is_asked_for(
    desk: Desk, office: NationalDeskDriver, tmp_path: Path
) -> None:
    path = statuses(desk, tmp_path / "Status.xlsx")
    office.take_in(path, "")
    assert "per tanggal berapa" in str(office.part(TextField, "file_as_of").finding_text())
    office.fill("file_as_of", "20-02-2019")
    office.go_on()
    office.go_on()
    office.go_on()
    office.fill("list_path", str(path))
    office.go_on()
    assert "diingat" in office.desk.intake.columns._note.text()
    office.press(Key.Key_Escape)
    office.press(Key.Key_Escape)
    assert office.desk._current() is office.desk.home


def test_a_file_that_is_none_is_told_and_nothing_is_lost(office: NationalDeskDriver, tmp_path: Path) -> None:
    broken = tmp_path / "surat.pdf"
    broken.write_bytes(b"%PDF-1.4 \0")
    office.go_on()
    office.fill("list_path", str(broken))
    office.go_on()
    assert "bukan daftar" in office.notice()


def test_a_work_list_opens_by_enter_and_narrows_by_village(desk: Desk, office: NationalDeskDriver) -> None:
    took_in(desk.store, {desk.residents[BUDI]: "ADJUDICATE_RECORD"}, date(2019, 2, 20))
    office.focus("national_lists", 3)
    office.press(Key.Key_Return)
    assert office.rows("list_villages") == [["Semua", "1"], ["Kel. Jati", "1"]]
    (row,) = office.rows("list_people")
    assert BUDI in row[0]
    assert "dihapus dulu" in office.line("list_story")
    office.press(Key.Key_Escape)
    assert office.desk._current() is office.desk.home


def test_whose_work_list_was_on_the_screen_is_noted_once_for_each_village_and_once_for_all(
    desk: Desk, office: NationalDeskDriver
) -> None:
    took_in(desk.store, {desk.residents[BUDI]: "ADJUDICATE_RECORD"}, date(2019, 2, 20))
    for _ in range(2):
        office.focus("national_lists", 3)
        office.press(Key.Key_Return)
        office.press(Key.Key_Down)
        office.press(Key.Key_Up)
        office.press(Key.Key_Escape)
    looks = "SELECT resident_id, area, user_id FROM look WHERE field = 'list' ORDER BY resident_id"
    user = desk.store.user
    assert desk.store.query(lambda d: d.rows(looks)) == [(REGENCY, REGENCY, user), (VILLAGE, VILLAGE, user)]


def test_an_empty_work_list_shows_nobody_and_notes_nothing(desk: Desk, office: NationalDeskDriver) -> None:
    office.focus("national_lists", 3)
    office.press(Key.Key_Return)
    assert desk.store.query(lambda d: d.rows("SELECT field FROM look")) == []


def test_a_work_list_leaves_as_pdf_and_workbook_and_that_is_noted(
    desk: Desk, office: NationalDeskDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    took_in(desk.store, {desk.residents[BUDI]: "DUPLICATE_RECORD"}, date(2019, 2, 20))
    office.focus("national_lists", 4)
    office.press(Key.Key_Return)
    office.press(Key.Key_P, CONTROL)
    office.press(Key.Key_2)
    office.go_on()
    assert "Daftar 1 orang tersimpan" in office.toast()
    (book,) = tmp_path.glob("*.xlsx")
    cells = [cell for row in load_workbook(book).active.iter_rows(values_only=True) for cell in row]
    assert BUDI in cells
    assert "penghapusan" in str(cells)
    assert not any(niks(desk)[BUDI] in str(cell) for cell in cells)
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    given = desk.store.query(sheets_given, VILLAGE, 5)
    assert [(each.kind, each.row_count) for each in given] == [(SheetKind.NATIONAL, 1)]


def test_a13_counts_that_are_typed_stand_side_by_side_with_their_gap(office: NationalDeskDriver) -> None:
    office.press(Key.Key_N, CONTROL)
    office.go_on()
    assert office.desk.form.as_of.finding() is not None
    office.type("05-01-2018")
    office.fill("count_obligated", "169067")
    office.fill("count_recorded", "155769")
    office.go_on()
    assert "Angka tersimpan" in office.toast()
    office.press(Key.Key_N, CONTROL)
    office.type("26-02-2018")
    office.part(ChoiceGroup, "count_source").focus_answer()
    office.press(Key.Key_2)
    office.fill("count_note", "97 %")
    office.go_on()
    (row,) = office.rows("national_places")
    assert "155.769 / 169.067" in row[2]
    assert row[3] == "+8.226"
    assert "belum diketahui" in office.line("place_story")


def test_f_t5_what_does_not_add_up_is_marked(office: NationalDeskDriver, tmp_path: Path) -> None:
    rows = [("KECAMATAN", "WAJIB KTP", "SUDAH REKAM", "BELUM REKAM"), ("JUMLAH", "492.765", "445.540", "48.523")]
    office.take_in(save_xlsx(tmp_path / "Angka.xlsx", rows), "30-09-2017")
    assert "1 tidak klop" in office.figure("taken")
    office.go_on()
    assert office.rows("national_places")[0][4] == "Tidak klop"
    assert "selisih 1.298" in office.line("place_story")


def test_op_4_the_table_is_stopped_by_what_the_centre_says(desk: Desk, office: NationalDeskDriver) -> None:
    took_in(desk.store, {desk.residents[BUDI]: "SFE"}, date(2019, 2, 20))
    assert office.rows("national_lists")
    page = RegisterPageDriver(desk)
    page.pick("budi hartono")
    page.digit(1)
    assert page.is_shown("already_recorded")
    told = page.page.form.sheet.already.accessibleDescription()
    assert "per 20-02-2019: Terkirim ke pusat (SFE)" in told
    assert page.page.form.save_button.caption() == "Catat: sudah pernah direkam"
