"""Documents as Excel workbooks."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from fieldkit.reports.closing.shift_documents import closing_record, daily_report
from fieldkit.reports.closing.workbook import write_closing_record, write_daily_report
from fieldkit.store.queries.closing.signed import SignedClosing
from tests.closings import SECTION_6, closing, document, visitors

_KINDS = ("daily", "record")


def written(folder: Path, kind: str, signed: SignedClosing) -> Workbook:
    path = folder / f"{kind}.xlsx"
    if kind == "daily":
        write_daily_report(daily_report(signed, visitors()), path)
    else:
        write_closing_record(closing_record(signed, visitors()), path)
    return load_workbook(path)


def shown(value: Any) -> str:
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value)


def cells(book: Workbook) -> list[str]:
    return [shown(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None]


def lines(book: Workbook) -> str:
    """Every row and every column as a line of text."""
    every = [line for sheet in book for lines in (sheet.iter_rows(), sheet.iter_cols()) for line in lines]
    return "\n".join(" ".join(shown(cell.value) for cell in line if cell.value is not None) for line in every)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The lines of the two workbooks."""
    folder = tmp_path_factory.mktemp("workbooks")
    return {kind: lines(written(folder, kind, closing())) for kind in _KINDS}


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize(("field", "label", "value"), SECTION_6, ids=[field for field, _, _ in SECTION_6])
def test_the_workbook_has_the_field(both: dict[str, str], kind: str, field: str, label: str, value: str) -> None:
    wanted = rf"(?<!\w){re.escape(label)}:? {re.escape(value)}(?!\d)"
    assert re.search(wanted, both[kind]), field


def test_counts_are_numbers_and_nothing_is_a_formula(tmp_path: Path) -> None:
    for kind in _KINDS:
        book = written(tmp_path, kind, closing())
        types = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None}
        assert types == {"s", "n"}
        assert 1024 in [cell.value for sheet in book for row in sheet for cell in row]


@pytest.mark.parametrize("typed", ["=1+1", "+62811", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1"])
def test_a_text_that_excel_would_run_stays_a_text(tmp_path: Path, typed: str) -> None:
    present = [{"name": typed, "role": "lead", "until": ""}]
    signed = closing(document(remarks=typed, note=typed, present=present))
    for kind in _KINDS:
        book = written(tmp_path, kind, signed)
        found = [cell for sheet in book for row in sheet for cell in row if cell.value == typed]
        assert len(found) >= 2
        assert {(cell.data_type, cell.quotePrefix) for cell in found} <= {("s", True)}


def test_a_name_of_the_annex_that_excel_would_run_stays_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_daily_report(daily_report(closing(), [replace(visitors()[0], name="=cmd|' /C calc'!A0")]), path)
    cell = load_workbook(path)["Daftar hadir"]["C5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)


@pytest.mark.parametrize("hidden", ["\x01", "\x1b", "\x00\x08"])
def test_a_formula_behind_a_sign_that_is_left_out_stays_a_text(tmp_path: Path, hidden: str) -> None:
    path = tmp_path / "a.xlsx"
    named = replace(visitors()[0], name=f"{hidden}=cmd|' /C calc'!A0")
    write_daily_report(daily_report(closing(), [named]), path)
    cell = load_workbook(path)["Daftar hadir"]["C5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)


def test_signs_that_a_workbook_can_not_hold_are_left_out(tmp_path: Path) -> None:
    assert "Lancar" in cells(written(tmp_path, "daily", closing(document(remarks="Lan\x00\x1bcar"))))


def test_names_with_marks_of_xml_are_kept(tmp_path: Path) -> None:
    present = [{"name": "Budi <b> & Co", "role": "lead", "until": ""}]
    assert "Budi <b> & Co" in cells(written(tmp_path, "record", closing(document(present=present))))


def test_only_an_unsigned_workbook_is_marked(tmp_path: Path) -> None:
    for kind in _KINDS:
        assert "BELUM DITANDATANGANI" in cells(written(tmp_path, kind, closing(signature="")))
        assert "BELUM DITANDATANGANI" not in cells(written(tmp_path, kind, closing()))


def test_sheets_print_on_a4_with_title_and_page_at_the_foot(tmp_path: Path) -> None:
    for kind in _KINDS:
        for sheet in written(tmp_path, kind, closing()):
            assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "portrait")
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.page_setup.fitToHeight == 0
            assert "Kelurahan Jati" in sheet.oddFooter.left.text
            assert sheet.oddFooter.right.text == "Halaman &P dari &N"


def test_the_annex_repeats_its_head_and_masks_every_nik(tmp_path: Path) -> None:
    sheet = written(tmp_path, "daily", closing())["Daftar hadir"]
    assert sheet.print_title_rows == "$4:$4"
    assert [cell.value for cell in sheet[4]][:5] == ["No", "Antrean", "Nama", "L/P", "NIK"]
    assert [sheet.cell(row, 5).value for row in (5, 6, 7)] == [
        "357403******9901",
        "357403******9902",
        "************9988",
    ]


def test_without_visitors_there_is_no_annex(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_daily_report(daily_report(closing()), path)
    assert load_workbook(path).sheetnames == ["Laporan harian"]
    write_closing_record(closing_record(closing()), path)
    assert load_workbook(path).sheetnames == ["Berita acara", "Rincian"]


def test_the_record_has_its_words_on_the_first_sheet(tmp_path: Path) -> None:
    sheet = written(tmp_path, "record", closing())["Berita acara"]
    words = [cell.value for row in sheet for cell in row if isinstance(cell.value, str)]
    record = closing_record(closing())
    assert record.preamble in words
    assert f"1. {record.parties[0]}" in words
    assert f"3. {record.statements[2]}" in words
    assert record.ending in words


def test_the_properties_of_the_file_name_no_person(tmp_path: Path) -> None:
    properties = written(tmp_path, "daily", closing()).properties
    assert properties.title == "Laporan harian · Kelurahan Jati · 23 Februari 2019 · Shift sore · penutupan ke-1"
    assert properties.creator == "FieldKit"
    assert properties.lastModifiedBy is None


@pytest.mark.parametrize("kind", _KINDS)
def test_nothing_of_a_document_goes_through_the_folder_for_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Invariant 12."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there, so that any use of it fails"))
    folder = tmp_path / "documents"
    folder.mkdir()
    assert cells(written(folder, kind, closing()))
    assert [path.name for path in folder.iterdir()] == [f"{kind}.xlsx"]
