"""By-name lists come in at the office's desk of lists; bad files are told, and lose nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk import Desk
from openpyxl import load_workbook
from pages.office_lists import CONTROL, ListsDeskDriver
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from work.list_file_makers import HEADER, PERSON, save_ole, save_xls, save_xlsx

from fieldkit.domain.errors import Severity
from fieldkit.store.database import Database
from fieldkit.store.queries.lists.imported import imported_lists
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.lists.reading import Check
from fieldkit.ui.pages.office.lists.steps import Step
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.threads import Lanes

Key = Qt.Key
MASKED_SAMPLE = "357403******9901 · 357403******9902"


def people(count: int, start: int = 0) -> list[tuple[str, ...]]:
    """Rows of a sound list, all different."""
    return [
        (
            f"357403{number % 28 + 1:02}11{number // 28 % 90 + 10:02}{9000 + number % 999:04}",
            f"WARGA {_letters(number)}",
            f"{number % 28 + 1:02}-11-{1900 + number // 28 % 90 + 10}",
            "L",
            f"{number % 9 + 1:03}",
            "005",
            "JATI",
        )
        for number in range(start, start + count)
    ]


def _letters(number: int) -> str:
    digits = "ABCDEFGHIJ"
    return "".join(digits[int(digit)] for digit in f"{number:05}")


@pytest.fixture
def office(desk: Desk, qtbot: QtBot) -> ListsDeskDriver:
    """The office page, open and in front, of a team lead."""
    return ListsDeskDriver(desk.open(("office", OfficePage), user=desk.lead), qtbot)


def mixed_list(path: Path) -> Path:
    """Three sound rows, a NIK of 15 digits, a village nobody knows, and one person twice."""
    other = ("3574031211879902", "SITI AMINAH", "12-11-1987", "L", "003", "005", "MANGUNHARJO")
    third = ("3574030205849903", "JOKO SUSILO", "02-05-1984", "L", "001", "002", "JATI")
    short = ("357403020584990", "DWI CAHYONO", "02-05-1984", "L", "001", "002", "JATI")
    lost = ("3574030205849904", "EKO PRASETYO", "02-05-1984", "L", "001", "002", "NEGERI ANTAH")
    return save_xlsx(path, [HEADER, PERSON, other, third, short, lost, PERSON])


def list_names(desk: Desk) -> list[str]:
    return [found.name for found in desk.store.query(imported_lists)]


def on_list(database: Database, name: str) -> int:
    sql = "SELECT count(*) FROM resident r JOIN target_list l ON l.id = r.list_id WHERE l.name = ?"
    return int(database.value(sql, name))


def test_a_list_comes_in_with_the_keyboard_alone(desk: Desk, office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(mixed_list(tmp_path / "Belum rekam Februari.xlsx"))
    assert office.step() is Step.COLUMNS
    assert office.field("list_name").value() == "Belum rekam Februari"
    office.check()
    assert office.line("rows_sum") == "3 baik + 2 ditolak + 1 dobel = 6"
    assert "Belum rekam Februari" not in list_names(desk)
    assert office.button("take_in").caption() == "Masukkan 3 orang"
    office.go_on()
    assert office.step() is Step.FILE
    assert "Belum rekam Februari sudah masuk" in office.notice()
    assert "3 baris tidak ikut: 2 ditolak, 1 dobel." in office.notice()
    assert "3 orang masuk daftar" in office.toast()
    assert office.rows("imported_lists")[0][:4:3] == ["Belum rekam Februari", "3"]
    assert desk.store.query(on_list, "Belum rekam Februari") == 3


def test_the_dry_run_tells_figures_villages_and_rows(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.check()
    figures = {name: office.figure(name) for name in ("total", "good", "refused", "doubles", "known")}
    assert figures == {
        "total": "Baris 6 di berkas",
        "good": "Baik 3 0 tanpa NIK utuh",
        "refused": "Ditolak 2 tidak diambil",
        "doubles": "Dobel 1 diambil sekali",
        "known": "Sudah ada 0 termasuk baik",
    }
    assert office.rows("by_village") == [["Kel. Jati", "2"], ["Kel. Mangunharjo", "1"]]
    told = {(row[0], row[1], row[3]) for row in office.rows("findings")}
    assert {("5", "NIK", "Ditolak"), ("6", "Kelurahan atau desa", "Ditolak"), ("7", "NIK", "Dobel")} <= told


def test_the_finding_that_is_selected_is_said_whole(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.check()
    first = office.line("finding_words")
    assert first == office.rows("findings")[0][2]
    office.press(Key.Key_Down)
    assert office.line("finding_words") == office.rows("findings")[1][2] != first


def test_people_who_are_here_already_are_told(office: ListsDeskDriver, tmp_path: Path) -> None:
    here = ("3574030205849951", "BUDI HARTONO", "02-05-1984", "L", "002", "003", "JATI")
    office.read(save_xlsx(tmp_path / "lagi.xlsx", [HEADER, here, PERSON]))
    office.check()
    assert office.figure("known") == "Sudah ada 1 termasuk baik"
    office.go_on()
    assert "1 orang sudah ada di laptop ini" in office.notice()


HEADER_WITH_PHONE = (*HEADER, "NO HP")


def twice(desk: Desk, office: ListsDeskDriver, folder: Path) -> None:
    """Take a person in, and check a list that tells other things about the same one."""
    office.read(save_xlsx(folder / "lama.xlsx", [HEADER_WITH_PHONE, (*PERSON, "081200000001")]))
    office.check()
    office.go_on()
    changed = (PERSON[0], "BUDI SANTOSA", *PERSON[2:5], "007", "JATI", "081200000002")
    office.read(save_xlsx(folder / "baru.xlsx", [HEADER_WITH_PHONE, changed]))
    office.check()


def known_of_budi(database: Database) -> tuple[object, ...] | None:
    return database.row("SELECT name, rw, phone FROM resident WHERE nik = ?", PERSON[0])


def test_what_differs_from_this_laptop_is_shown_by_field_and_row_and_left_unless_it_is_ticked(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path
) -> None:
    twice(desk, office, tmp_path)
    assert office.rows("differences") == [
        ["2", "Nama", "BUDI SANTOSO", "BUDI SANTOSA", "Dibiarkan"],
        ["2", "RW", "005", "007", "Dibiarkan"],
        ["2", "Nomor HP", "0812 •••• 001", "0812 •••• 002", "Dibiarkan"],
    ]
    office.go_on()
    assert desk.store.query(known_of_budi) == ("BUDI SANTOSO", "005", "+6281200000001")


def test_ticked_fields_are_taken_over_a_weighty_one_as_a_proposal(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path
) -> None:
    twice(desk, office, tmp_path)
    for field in ("name", "phone"):
        office.tick(f"take_over_{field}")
    assert [row[4] for row in office.rows("differences")] == ["Diusulkan", "Dibiarkan", "Diambil"]
    office.go_on()
    assert desk.store.query(known_of_budi) == ("BUDI SANTOSA", "005", "+6281200000002")


def test_without_differences_there_is_nothing_to_choose(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.check()
    assert not office.desk.check.results.part.isVisible()
    assert not office.desk.check.results.differences.isVisible()


def test_columns_are_guessed_with_a_sample_that_shows_no_nik(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    assert office.combo("column_name").value() == "NAMA LENGKAP"
    assert office.combo("column_village").value() == "KELURAHAN"
    assert MASKED_SAMPLE in office.words()
    assert "3574031211879901" not in office.words()
    assert "ditebak" in office.kind_of_list()


def test_a_choice_of_columns_is_remembered_for_the_next_list_of_that_kind(
    office: ListsDeskDriver, tmp_path: Path
) -> None:
    header = ("NIK", "SEBUTAN", "TEMPAT")
    for month in ("Februari", "Maret"):
        save_xlsx(tmp_path / f"{month}.xlsx", [header, (PERSON[0], "BUDI SANTOSO", "JATI"), ("", "JOKO", "JATI")])
    office.read(tmp_path / "Februari.xlsx")
    office.choose("column_name", "SEB")
    office.choose("column_village", "TEM")
    office.check()
    assert office.figure("good").startswith("Baik 2")
    office.press(Key.Key_Escape)
    office.press(Key.Key_Escape)
    office.read(tmp_path / "Maret.xlsx")
    assert (office.combo("column_name").value(), office.combo("column_village").value()) == ("SEBUTAN", "TEMPAT")
    assert "diingat" in office.kind_of_list()


def test_wrong_columns_are_told_beside_the_boxes(desk: Desk, office: ListsDeskDriver, tmp_path: Path) -> None:
    before = list_names(desk)
    office.read(save_xlsx(tmp_path / "lain.xlsx", [("TANGGAL", "SALDO"), ("1", "2"), ("3", "4")]))
    office.check()
    assert office.step() is Step.COLUMNS
    for name in ("column_name", "column_village"):
        assert office.combo(name).finding() is Severity.STOP
    assert "Kolom nama belum dipilih" in office.combo("column_name").finding_text()
    assert list_names(desk) == before


def test_a_list_wants_a_name_and_a_date(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.field("list_name").focus_answer()
    office.field("list_name").line.selectAll()
    office.press(Key.Key_Delete)
    office.go_on()
    assert office.step() is Step.COLUMNS
    assert office.field("list_name").finding() is Severity.STOP
    assert office.field("as_of").finding() is Severity.STOP
    assert office.field("list_name").line.hasFocus()


def test_one_village_for_all_where_the_file_tells_none(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(save_xlsx(tmp_path / "jati.xlsx", [HEADER[:-1], PERSON[:-1]]))
    office.choose("all_rows_village", "Jati")
    office.check()
    assert office.rows("by_village") == [["Kel. Jati", "1"]]


def test_a_reduced_list_is_recognised_and_told(desk: Desk, office: ListsDeskDriver, tmp_path: Path) -> None:
    header = ("NAMA", "RT/RW", "NIK 4 DIGIT", "KELURAHAN")
    office.read(save_xlsx(tmp_path / "ringkas.xlsx", [header, ("BUDI SANTOSO", "003/005", "9901", "JATI")]))
    assert office.kind_of_list().startswith("Daftar ringkas")
    office.check()
    office.go_on()
    assert office.rows("imported_lists")[0][4] == "Ringkas"


def test_another_sheet_of_the_same_file_can_be_chosen(office: ListsDeskDriver, tmp_path: Path) -> None:
    path = mixed_list(tmp_path / "dua.xlsx")
    book = load_workbook(path)
    sheet = book.create_sheet("Susulan")
    for row in (HEADER, PERSON):
        sheet.append(row)
    book.save(path)
    office.read(path)
    assert office.combo("sheet").isVisible()
    office.choose("sheet", "Sus")
    assert office.line("file_line") == "dua.xlsx, 1 baris"
    assert office.combo("column_name").value() == "NAMA LENGKAP"


def truncated(path: Path) -> None:
    save_xlsx(path, [HEADER, *people(300)])
    path.write_bytes(path.read_bytes()[:2000])


def locked(path: Path) -> None:
    save_ole(path, {"EncryptedPackage": b"x", "EncryptionInfo": b"y"})


def empty(path: Path) -> None:
    save_xlsx(path, [HEADER])


def merged_header(path: Path) -> None:
    save_xlsx(path, [("NIK", "NAMA", "KELAHIRAN", "", "KELURAHAN"), ("1", "2", "3", "4", "5")], merged=["C1:D1"])


def web_page(path: Path) -> None:
    path.write_text("<html><table><tr><td>NIK</td></tr></table></html>")


def letter(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4 \0\0\0")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (truncated, "rusak atau belum lengkap"),
        (locked, "dikunci kata sandi"),
        (empty, "Daftar ini kosong"),
        (merged_header, "digabung"),
        (web_page, "halaman web"),
        (letter, "bukan daftar Excel atau CSV"),
        (lambda path: None, "tidak bisa dibuka"),
    ],
)
def test_a_bad_file_is_told_with_advice_and_nothing_is_lost(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    before, path = list_names(desk), tmp_path / "daftar.xlsx"
    make(path)
    office.read(path)
    assert office.step() is Step.FILE
    assert said in office.notice()
    assert "pilih" in office.notice().lower()
    assert office.field("list_path").value() == str(path)
    assert list_names(desk) == before
    office.read(mixed_list(tmp_path / "baik.xlsx"))
    assert (office.step(), office.notice()) == (Step.COLUMNS, "")


def test_an_old_workbook_under_a_new_name_is_read_all_the_same(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(save_xls(tmp_path / "lama.xlsx", [HEADER, PERSON]))
    office.check()
    assert office.figure("good").startswith("Baik 1")


def test_formulas_that_were_never_calculated_are_told(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(save_xlsx(tmp_path / "rumus.xlsx", [HEADER, (*PERSON[:1], '=UPPER("budi")', *PERSON[2:])]))
    office.check()
    assert office.step() is Step.COLUMNS
    assert "berisi rumus yang belum dihitung" in office.notice()


def test_nothing_typed_is_told_beside_the_path(office: ListsDeskDriver) -> None:
    office.go_on()
    assert office.field("list_path").finding() is Severity.STOP


def test_the_findings_are_saved_without_names_or_numbers(desk: Desk, office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.check()
    office.press(Key.Key_P, CONTROL)
    (saved,) = desk.folders.documents.glob("*.xlsx")
    assert saved.name == "Kesalahan daftar 2019-02-23 1605.xlsx"
    rows = [[str(cell) for cell in row] for row in load_workbook(saved).active.iter_rows(values_only=True)]  # type: ignore[union-attr]
    assert rows[0] == ["Baris", "Kolom", "Hasil", "Yang perlu dibetulkan"]
    assert {row[0] for row in rows[1:]} == {"5", "6", "7"}
    content = " ".join(cell for row in rows for cell in row)
    assert "CAHYONO" not in content
    assert "35740302058499" not in content
    assert saved.name in office.toast()


def test_what_stayed_out_is_seen_and_saved_after_the_import_by_keys_alone(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path
) -> None:
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.check()
    found = office.rows("findings")
    office.go_on()
    assert office.button("save_findings_again").isVisible()
    office.press(Key.Key_P, CONTROL)
    (saved,) = desk.folders.documents.glob("*.xlsx")
    assert saved.name in office.toast()
    office.press(Key.Key_T, CONTROL)
    assert office.step() is Step.CHECK
    assert office.rows("findings") == found
    assert office.line("finding_words") == found[0][2]
    office.press(Key.Key_Down)
    assert office.line("finding_words") == found[1][2]
    saved.unlink()
    office.press(Key.Key_P, CONTROL)
    assert [path.name for path in desk.folders.documents.glob("*.xlsx")] == [saved.name]
    office.go_on()
    assert list_names(desk).count("daftar") == 1
    office.press(Key.Key_Escape)
    assert office.step() is Step.FILE
    assert "daftar sudah masuk" in office.notice()


def test_after_a_list_without_findings_or_a_file_that_can_not_be_read_there_are_none_to_see(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path
) -> None:
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.check()
    office.go_on()
    office.read(tmp_path / "tidak ada.xlsx")
    assert "tidak bisa dibuka" in office.notice()
    assert not office.button("save_findings_again").isVisible()
    office.read(save_xlsx(tmp_path / "baik.xlsx", [HEADER, *people(3)]))
    office.check()
    office.go_on()
    assert "baik sudah masuk" in office.notice()
    assert not office.button("see_findings_again").isVisible()
    office.press(Key.Key_P, CONTROL)
    office.press(Key.Key_T, CONTROL)
    assert office.step() is Step.FILE
    assert not list(desk.folders.documents.glob("*"))


def test_the_findings_do_not_pass_through_the_folder_for_temporary_files(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Invariant 12."""
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.check()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there, so that any use of it fails"))
    office.press(Key.Key_P, CONTROL)
    assert len(list(desk.folders.documents.iterdir())) == 1


def test_a_list_as_text_gets_its_findings_as_text_that_excel_does_not_run(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldkit.ui.pages.office.lists.findings_file.finding_words", lambda _problem: "=HYPERLINK(1)")
    path = tmp_path / "daftar.csv"
    path.write_text(";".join(HEADER) + "\n" + ";".join(("123", *PERSON[1:])) + "\n")
    office.read(path)
    office.check()
    office.press(Key.Key_P, CONTROL)
    (saved,) = desk.folders.documents.glob("*.csv")
    rows = list(csv.reader(saved.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[1] == ["2", "NIK", "Ditolak", "'=HYPERLINK(1)"]


def test_a_workbook_of_findings_keeps_formulas_as_text(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldkit.ui.pages.office.lists.findings_file.finding_words", lambda _problem: "=HYPERLINK(1)")
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    office.check()
    office.press(Key.Key_P, CONTROL)
    (saved,) = desk.folders.documents.glob("*.xlsx")
    sheet = load_workbook(saved).worksheets[0]
    assert {sheet.cell(row, 4).data_type for row in range(2, sheet.max_row + 1)} == {"s"}


def test_a_nik_in_a_wrong_column_is_masked_wherever_it_is_told(office: ListsDeskDriver, tmp_path: Path) -> None:
    row = (*PERSON[:-1], "3574031211879901")
    office.read(save_xlsx(tmp_path / "geser.xlsx", [HEADER, row]))
    office.check()
    assert "357403******9901" in office.rows("findings")[0][2]
    assert "3574031211879901" not in office.words()


def test_a_list_without_one_good_row_can_not_be_taken_in(desk: Desk, office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(save_xlsx(tmp_path / "semua salah.xlsx", [HEADER, ("12", *PERSON[1:])]))
    office.check()
    assert not office.button("take_in").isEnabled()
    assert "Tidak ada baris yang bisa diambil." in office.words()
    office.go_on()
    assert "semua salah" not in list_names(desk)


def test_a_list_without_findings_says_that_all_is_well(office: ListsDeskDriver, tmp_path: Path) -> None:
    office.read(save_xlsx(tmp_path / "baik.xlsx", [HEADER, *people(3)]))
    office.check()
    assert "Semua baris baik" in office.words()
    assert not office.button("save_findings").isVisible()


def test_escape_goes_back_step_by_step_and_keeps_the_answers(office: ListsDeskDriver, tmp_path: Path) -> None:
    path = mixed_list(tmp_path / "daftar.xlsx")
    office.read(path)
    office.check()
    office.press(Key.Key_Escape)
    assert (office.step(), office.field("as_of").value()) == (Step.COLUMNS, "18-02-2019")
    office.press(Key.Key_Escape)
    assert (office.step(), office.field("list_path").value()) == (Step.FILE, str(path))


def test_a_check_that_is_stopped_says_nothing_and_changes_nothing(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Check.run

    def stopped(check: Check, *args: object) -> object:
        check.stop()
        return run(check, *args)  # type: ignore[arg-type]

    before = list_names(desk)
    office.read(mixed_list(tmp_path / "daftar.xlsx"))
    monkeypatch.setattr(Check, "run", stopped)
    office.check()
    assert (office.step(), office.notice(), office.toast()) == (Step.COLUMNS, "", "")
    assert list_names(desk) == before
    monkeypatch.undo()
    office.check()
    assert office.figure("good").startswith("Baik 3")


class Wire(QObject):
    """Brings word of a change from whichever thread wrote it to the main one."""

    changed = Signal()


@pytest.fixture
def real_lanes() -> Iterator[Lanes]:
    """Threads as the app has them."""
    lanes = Lanes()
    yield lanes
    lanes.close()


def test_the_window_lives_on_while_five_thousand_people_come_in(
    desk: Desk, qtbot: QtBot, tmp_path: Path, real_lanes: Lanes
) -> None:
    path = save_xlsx(tmp_path / "besar.xlsx", [HEADER, *people(5000)])
    window = desk.open(("office", lambda context: OfficePage(replace(context, lanes=real_lanes))), user=desk.lead)
    wire = Wire()
    wire.changed.connect(window.data_changed)
    desk.store.on_changed = lambda _tables: wire.changed.emit()
    office, ticks, heard = ListsDeskDriver(window, qtbot), [0], []
    office.desk.importing.progress.connect(lambda done, _total: heard.append(done))
    timer = QTimer(window, interval=1)
    timer.timeout.connect(lambda: ticks.__setitem__(0, ticks[0] + 1))
    timer.start()
    qtbot.waitUntil(lambda: office.desk._view is not None)
    office.read(path)
    qtbot.waitUntil(lambda: office.step() is Step.COLUMNS)
    before = ticks[0]
    office.check()
    qtbot.waitUntil(lambda: office.button("take_in").isVisible(), timeout=60_000)
    checked = ticks[0]
    office.go_on()
    qtbot.waitUntil(lambda: office.step() is Step.FILE, timeout=60_000)
    timer.stop()
    assert checked > before
    assert ticks[0] > checked
    assert heard[-1] == 5000
    assert len(heard) > 2
    assert desk.store.query(on_list, "besar") == 5000


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_no_step_is_wider_than_the_window(
    office: ListsDeskDriver, tmp_path: Path, themed_app: QApplication, qtbot: QtBot, percent: int
) -> None:
    apply_theme(themed_app, "light", percent)
    office.window.resize(1366, 690)
    fits: Callable[[], bool] = lambda: office.desk.width() <= office.desk.parentWidget().width()  # noqa: E731
    qtbot.waitUntil(fits)
    office.read(mixed_list(tmp_path / "Belum rekam Kecamatan Mayangan keadaan Februari.xlsx"))
    qtbot.waitUntil(fits)
    office.check()
    qtbot.waitUntil(fits)
    assert office.button("take_in").isVisible()


def test_a_newer_version_supersedes_the_former_and_one_key_goes_back(
    desk: Desk, office: ListsDeskDriver, tmp_path: Path
) -> None:
    rows = people(4)
    office.read(save_xlsx(tmp_path / "Versi satu.xlsx", [HEADER, *rows]))
    office.check()
    office.go_on()
    office.read(save_xlsx(tmp_path / "Versi dua.xlsx", [HEADER, *rows[1:], *people(1, 50)]))
    office.combo("former").set_value(next(each.id for each in desk.store.query(imported_lists)))
    office.check()
    assert "Tidak ada lagi 1" in office.figure("gone")
    office.go_on()
    badges = {row[0]: row[5] for row in office.rows("imported_lists")}
    assert (badges["Versi satu"], badges["Versi dua"]) == ("Diganti", "Berlaku")

    table = office.desk.lists.table
    table.setFocus()
    table.select(next(each.id for each in desk.store.query(imported_lists) if each.name == "Versi satu"))
    assert "1 orang hanya ada di versi ini" in office.line("version_story")
    office.press(Key.Key_B, CONTROL)
    assert "Versi satu berlaku lagi" in office.toast()
    badges = {row[0]: row[5] for row in office.rows("imported_lists")}
    assert (badges["Versi satu"], badges["Versi dua"]) == ("Berlaku", "Diganti")
    assert f"oleh {desk.lead.name}" in office.line("version_story")
