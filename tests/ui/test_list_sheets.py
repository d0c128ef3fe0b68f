"""Sheets of the list for RT, takmir and lurah, printed with the keyboard alone; that they went out is noted."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from desk import VILLAGE, Desk
from pages.target_list import TargetListPageDriver
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from fieldkit.domain.lists.proposal import EvidenceKind, ProposalKind
from fieldkit.store.database import Database
from fieldkit.ui.pages.target_list import TargetListPage, sheets
from fieldkit.work.lists.proposals import Propose, propose
from tests.laptops import add_plan

Key = Qt.Key
SITI = "SITI NURAINI"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The stick that the lead chooses."""
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    return stick


@pytest.fixture
def listing(desk: Desk, qtbot: QtBot) -> TargetListPageDriver:
    """The list before a team lead, with a shift that is planned."""
    add_plan(desk.store, "Shift malam", "19:30", "21:00", village=VILLAGE)
    return TargetListPageDriver(desk.open(("list", TargetListPage), user=desk.lead), qtbot)


def print_sheet(listing: TargetListPageDriver, digit: Key, way: Key | None = None) -> None:
    """A sheet by its digit, for the first shift; as PDF unless another way is wished for."""
    listing.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    listing.press(digit)
    if way is not None:
        listing.press(Key.Key_1)
        listing.press(way)
    listing.control_enter()


def given(desk: Desk) -> list[tuple[str, str, str, int, str]]:
    def read(database: Database) -> list[tuple[str, str, str, int, str]]:
        sql = "SELECT kind, coalesce(rw, ''), coalesce(rt, ''), row_count, user_id FROM list_sheet ORDER BY rw, rt"
        return [(kind, rw, rt, people, user) for kind, rw, rt, people, user in database.rows(sql)]

    return desk.store.query(read)


def words(pdf: Path) -> list[str]:
    """The text of each page, its blanks made single."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(pdf).pages]


def written(folder: Path) -> Path:
    (pdf,) = folder.iterdir()
    assert pdf.suffix == ".pdf"
    return pdf


def test_the_call_list_has_a_page_for_each_rt_and_is_noted(
    desk: Desk, listing: TargetListPageDriver, folder: Path
) -> None:
    print_sheet(listing, Key.Key_1)
    pages = words(written(folder))
    assert len(pages) == len(given(desk)) == 7
    (page,) = [page for page in pages if SITI in page]
    for told in ("RT 03 / RW 05", "Sabtu, 23 Februari 2019", "19.30–21.00", "GRATIS", "…9901"):
        assert told in page
    assert not any("357403" in page for page in pages)
    assert sum(people for *_, people, _ in given(desk)) == 12
    assert {row[4] for row in given(desk)} == {desk.lead.id}
    assert "7 halaman tersimpan, 12 orang" in listing.toast()


def test_a_workbook_with_names_comes_along_only_where_it_is_wished_for(
    listing: TargetListPageDriver, folder: Path
) -> None:
    print_sheet(listing, Key.Key_1, way=Key.Key_2)
    (book,) = folder.glob("*.xlsx")
    assert openpyxl.load_workbook(book).sheetnames[-1] == "RT 03 RW 05"
    assert len(list(folder.iterdir())) == 2


def test_the_choice_of_a_folder_begins_at_a_drive_that_can_be_pulled_out(
    desk: Desk, listing: TargetListPageDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def cancelled(_page: object, _title: str, start: str) -> str:
        begun.append(start)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", cancelled)
    for drive in (Path("/media/rina/USB"), None):
        monkeypatch.setattr(sheets, "carried_drive", lambda drive=drive: drive)
        print_sheet(listing, Key.Key_1)
        listing.press(Key.Key_Escape)
    assert begun == ["/media/rina/USB", ""]
    assert given(desk) == []


def test_a_sheet_goes_straight_to_the_printer_and_leaves_no_file(
    desk: Desk, listing: TargetListPageDriver, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"

    def accepted(asked: QPrintDialog) -> int:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(paper))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accepted)
    print_sheet(listing, Key.Key_1, way=Key.Key_3)
    pages = words(paper)
    assert len(pages) == len(given(desk)) == 7
    assert any(SITI in page and "Halaman 7 dari 7" in page for page in pages)
    assert list(folder.iterdir()) == []
    assert "7 halaman dikirim ke printer, 12 orang" in listing.toast()


def test_who_closes_the_dialog_of_the_printer_prints_and_notes_nothing(
    desk: Desk, listing: TargetListPageDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _asked: QDialog.DialogCode.Rejected)
    print_sheet(listing, Key.Key_1, way=Key.Key_3)
    assert given(desk) == []


def test_nothing_of_a_person_is_in_the_names_of_the_files(listing: TargetListPageDriver, folder: Path) -> None:
    print_sheet(listing, Key.Key_2, way=Key.Key_2)
    assert sorted(path.name for path in folder.iterdir()) == [
        "Undangan perekaman KTP-el Jati 2019-02-23.pdf",
        "Undangan perekaman KTP-el Jati 2019-02-23.xlsx",
    ]


def test_an_invitation_follows_the_filters_names_nobody_who_is_said_to_be_dead_and_holds_no_nik(
    desk: Desk, listing: TargetListPageDriver, folder: Path
) -> None:
    certificate = (EvidenceKind.DEATH_CERTIFICATE, "3574-KM-0099", date(2019, 1, 10))
    desk.store.execute(propose, Propose(desk.residents["SRI WAHYUNI"], ProposalKind.DECEASED, *certificate))
    listing.alt(Key.Key_W)
    listing.type("05")
    listing.alt(Key.Key_R)
    listing.type("03")
    print_sheet(listing, Key.Key_2)
    (page,) = words(written(folder))
    assert SITI in page
    assert "SRI WAHYUNI" not in page
    assert "9901" not in page
    assert given(desk) == [("invitation", "05", "03", 1, desk.lead.id)]


def test_whose_rt_got_an_invitation_is_shown_as_invited(
    desk: Desk, listing: TargetListPageDriver, folder: Path
) -> None:
    assert listing.cells(0)[-1] == "Belum rekam"
    print_sheet(listing, Key.Key_2)
    assert {listing.cells(row)[-1].partition(" ·")[0] for row in range(12)} == {"Sudah diundang"}
    listing.open("9901")
    assert listing.badge() == "Sudah diundang"


def test_what_is_left_for_the_lurah_adds_up_and_names_nobody(listing: TargetListPageDriver, folder: Path) -> None:
    print_sheet(listing, Key.Key_3)
    (page,) = words(written(folder))
    for told in ("12 terjangkau − 0 terekam = sisa 12", "12 − 0 − 0 = 12", "RT 02 / RW 05", "Jumlah"):
        assert told in page
    assert SITI not in page


def test_nobody_to_print_is_said_in_the_drawer(desk: Desk, listing: TargetListPageDriver, folder: Path) -> None:
    listing.alt(Key.Key_3)
    print_sheet(listing, Key.Key_1)
    assert "Tidak ada orang di saringan ini" in listing.choice("sheet_kind").finding_text()
    assert list(folder.iterdir()) == []
    assert given(desk) == []


def test_an_operator_is_told_who_prints(desk: Desk, qtbot: QtBot) -> None:
    listing = TargetListPageDriver(desk.open(("list", TargetListPage), user=desk.operator), qtbot)
    listing.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "hanya dicetak ketua tim" in listing.toast()


def test_who_was_not_on_a_narrowed_invitation_is_not_shown_as_invited(
    desk: Desk, listing: TargetListPageDriver, folder: Path
) -> None:
    listing.alt(Key.Key_J)
    listing.type("P")
    print_sheet(listing, Key.Key_2)
    assert {row[0] for row in given(desk)} == {"invitation_of_some"}
    assert listing.cells(0)[-1] == "Belum rekam"
