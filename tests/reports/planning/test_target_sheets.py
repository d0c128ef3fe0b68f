"""The sheet of a camat or lurah: target, list, explained, reachable, recorded, left; nobody is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl

from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.targets import Target
from fieldkit.reports.planning.target_sheets import (
    PartLine,
    SheetPlace,
    SheetState,
    TargetSheet,
    target_sheet,
    target_sheets_html,
    together,
    write_target_book,
)

JATI = ListNumbers(1_024, 20, 30, 98)
MANGUNHARJO = ListNumbers(1_100, 0, 0, 0)
CAMAT = SheetPlace("PEMERINTAH KOTA PROBOLINGGO", "Kec. Mayangan", "Desa / kelurahan", "Camat Mayangan")
STATE = SheetState(datetime(2019, 2, 23, 16, 5, tzinfo=ZoneInfo("Asia/Jakarta")))
TARGET = Target("35.74.03", 2_000, date(2019, 4, 11))


def sheet(**changes: object) -> TargetSheet:
    parts = [PartLine("Kel. Jati", 1_000, JATI), PartLine("Kel. Mangunharjo", 1_000, MANGUNHARJO)]
    told = {"place": CAMAT, "target": TARGET, "parts": parts, "proposed": 0, "state": STATE, **changes}
    return target_sheet(**told)  # type: ignore[arg-type]


def test_each_part_has_its_six_figures_and_the_whole_is_their_sum() -> None:
    jati, _, whole = sheet().lines
    assert jati.values == (1_000, 1_024, 50, 974, 98, 876)
    assert whole.values == (2_000, 2_124, 50, 2_074, 98, 1_976)
    assert jati.cells == ("1.000", "1.024", "50", "974", "98", "876")


def test_the_head_tells_the_target_its_day_and_what_is_missing_to_it() -> None:
    told = [(figure.label, figure.shown) for figure in sheet().figures]
    assert told == [
        ("Target sampai Kamis, 11 April 2019", "2.000"),
        ("Sudah terekam", "98"),
        ("Kurang dari target", "1.902"),
        ("Sisa terjangkau", "1.976"),
    ]
    assert sheet().as_of == "per Sabtu, 23 Februari 2019 pukul 16.05"


def test_parts_that_do_not_add_up_to_the_target_are_told_and_left_as_they_are() -> None:
    off = sheet(target=replace(TARGET, quantity=2_100))
    assert off.lines[-1].target == 2_100
    assert "Jumlah target bagiannya 2.000, targetnya sendiri 2.100: tidak sama" in off.remarks[-1]
    assert not any("tidak sama" in words for words in sheet().remarks)


def test_without_a_target_there_is_a_dash_and_no_zero() -> None:
    told = sheet(target=None)
    assert [figure.shown for figure in told.figures] == ["–", "98", "–", "1.976"]
    assert told.lines[-1].cells[0] == "–"


def test_what_waits_for_the_office_and_who_has_not_reported_is_said() -> None:
    told = sheet(proposed=12, state=replace(STATE, silent=2, signed_by="Suroso", signed_on=date(2019, 2, 20)))
    assert "12 orang diusulkan lapangan" in told.remarks[1]
    assert "2 laptop belum melapor" in told.remarks[2]
    assert told.signed == "Target ditandatangani Suroso, Rabu, 20 Februari 2019."
    assert sheet().signed == "Target ini belum ditandatangani kepala dinas."


def test_paper_and_workbook_carry_a_page_for_each_place(tmp_path: Path) -> None:
    lurah = SheetPlace(CAMAT.government, "Kel. Jati", "RT / RW", "Lurah Jati")
    one = sheet(place=lurah, target=None, parts=[PartLine("RT 03 / RW 05", None, JATI)])
    both = together([sheet(), one])
    html = target_sheets_html(both)
    assert html.count("TARGET PEREKAMAN KTP-EL") == 2
    assert html.count("page-break-before") == 1
    assert "Camat Mayangan" in html
    write_target_book(both, tmp_path / "target.xlsx")
    book = openpyxl.load_workbook(tmp_path / "target.xlsx")
    assert book.sheetnames == ["1 Kec. Mayangan", "2 Kel. Jati"]
    rows = [tuple(cell.value for cell in row) for row in book["1 Kec. Mayangan"].iter_rows()]
    assert ("Kel. Jati", 1_000, 1_024, 50, 974, 98, 876) in rows
    assert ("Jumlah", 2_000, 2_124, 50, 2_074, 98, 1_976) in rows
