"""The papers of a team: which closings they contain, what stands beside a closing, and what took its place."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldkit.records.tables import CLOSING, SHIFT_OPENING, TABLES
from fieldkit.reports.closing.beside import late_things
from fieldkit.reports.closing.html import closing_record_html, daily_report_html
from fieldkit.reports.closing.shift_documents import closing_record, daily_report
from fieldkit.reports.closing.workbook import write_closing_record, write_daily_report
from fieldkit.store.queries.closing.addenda import Addendum
from fieldkit.store.queries.closing.beside import Beside, Correction
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.work.closing.merging import merged
from tests.closings import closing, document

AT = "2019-02-23T12:06:00.000Z"


def table(name: str, difference: int, **more: object) -> dict[str, object]:
    values = {"id": f"c-{name}", "sha256": hashlib.sha256(name.encode()).hexdigest(), "table": name, "number": 1}
    counts = {"arrived": 40, "recorded": 30, "taken": 20, "printed": 15, "spoiled": 1, "counted": 4 - difference}
    return {**values, "signer": "Rina Wulandari", "at": AT, "difference": difference, **counts, **more}


def team(*tables: dict[str, object], **more: object) -> SignedClosing:
    content = document(kind="team", tables=list(tables), **more)
    return replace(closing(content), kind="team")


BOTH = (
    table("P1", 1, reason="lost", note="Jatuh di jalan"),
    table("P2", -1, reason="found_extra", note="Dus kedua"),
)


def test_a_team_paper_names_each_table_with_its_figures_and_its_print() -> None:
    report = daily_report(team(*BOTH))
    assert report.title == "Laporan harian tim"
    assert closing_record(team(*BOTH)).title == "Berita acara penutupan tim"
    assert [line.table for line in report.tables] == ["P1", "P2"]
    first = report.tables[0]
    assert first.closed == "ke-1, 19.06"
    assert first.shown == ("40", "30", "20", "15", "1", "3")
    assert first.sha256.replace(" ", "") == hashlib.sha256(b"P1").hexdigest()[:16].upper()
    assert report.closing.startswith("Penutupan tim ke-1 · sidik ")
    assert report.file_name == "laporan-harian-tim-2019-02-23-sore-jati-1"


def test_differences_that_cancel_out_are_still_told_each_with_its_reason() -> None:
    """Invariant 9."""
    told = daily_report(team(*BOTH, difference=0)).difference
    assert told.sentence == "Selisih blangko: P1 kurang 1; P2 lebih 1."
    assert told.reason == "P1: Hilang; P2: Ada kelebihan"
    assert told.note == "P1: Jatuh di jalan; P2: Dus kedua"


def test_a_team_without_differences_says_so() -> None:
    assert daily_report(team(table("P1", 0), table("P2", 0))).difference.sentence.startswith("Tidak ada selisih")


def test_what_each_table_remarked_stands_under_its_name() -> None:
    tables = (table("P1", 0, remarks="Kursi kurang."), table("P2", 0), table("P3", 0, remarks="Hujan."))
    assert daily_report(team(*tables, remarks="Ramai.")).remarks == "Ramai.\nP1: Kursi kurang.\nP3: Hujan."


def test_a_missing_table_is_marked_with_its_note() -> None:
    report = daily_report(team(table("P1", 0), missing=["P3"], missing_note="Stik rusak"))
    last = report.tables[-1]
    assert (last.table, last.signer, last.closed) == ("P3", "Stik rusak", "belum ada penutupan")
    assert set(last.shown) == {"–"}


def test_a_team_closing_names_the_one_that_it_replaces() -> None:
    told = daily_report(team(table("P1", 0), replaces={"id": "x", "number": 1, "sha256": "ab12" * 16})).closing
    assert "menggantikan penutupan tim ke-1 (sidik AB12 AB12 AB12 AB12)" in told


BESIDE = Beside(
    addenda=(
        Addendum("service_request", "a", "2019-02-23T13:00:00.000Z"),
        Addendum("service_request", "b", "2019-02-23T13:10:00.000Z"),
        Addendum("something_new", "c", "2019-02-24T01:10:00.000Z"),
    ),
    corrections=(Correction(1, "Terekam 37, bukan 38", "Budi", "2019-02-25T02:00:00.000Z"),),
)


def test_whatever_can_come_after_a_closing_has_a_word() -> None:
    other = [str(late_things([Addendum("something_new", "a", "2019-02-23T13:00:00.000Z")])[0])]
    for table in TABLES:
        if "shift_id" in table.column_names and table not in (CLOSING, SHIFT_OPENING):
            said = [str(thing) for thing in late_things([Addendum(table.name, "a", "2019-02-23T13:00:00.000Z")])]
            assert said != other, table.name


def test_addenda_and_corrections_stand_under_the_signature() -> None:
    assert daily_report(closing(), (), BESIDE).beside == (
        "Tambahan sesudah penutupan: 2 pendaftaran, 1 catatan lain; terakhir 24-02-2019 08.10.",
        "Koreksi ke-1, Budi, 25-02-2019 09.00: Terekam 37, bukan 38",
    )
    assert daily_report(closing()).beside == ()


def test_a_closing_that_was_replaced_says_so() -> None:
    assert daily_report(closing(), (), Beside(replaced_by=2)).beside == ("Sudah digantikan penutupan ke-2.",)


def test_html_and_workbook_tell_tables_and_what_stands_beside(tmp_path: Path) -> None:
    signed = team(*BOTH, missing=["P3"], missing_note="Stik rusak")
    report, record = daily_report(signed, (), BESIDE), closing_record(signed, (), BESIDE)
    write_daily_report(report, tmp_path / "a.xlsx")
    write_closing_record(record, tmp_path / "b.xlsx")
    books = [load_workbook(tmp_path / name) for name in ("a.xlsx", "b.xlsx")]
    sheets = ["\n".join(str(cell.value) for sheet in book for row in sheet for cell in row) for book in books]
    for shown in (daily_report_html(report), closing_record_html(record), *sheets):
        for words in ("P1", "kurang 1", "lebih 1", "Stik rusak", "Terekam 37, bukan 38", report.tables[0].sha256):
            assert words in shown


def test_a_table_paper_has_no_list_of_tables() -> None:
    assert "Meja dalam penutupan" not in daily_report_html(daily_report(closing()))


@pytest.mark.parametrize("counted", [None, 13])
def test_merging_one_document_changes_none_of_its_figures(counted: int | None) -> None:
    content = closing(document(counted=counted)).document
    alone, both = merged([content]), merged([content, content])
    for name in ("people_count", "card_count", "stock", "cards", "other_products", "ribbon"):
        assert alone[name] == document()[name]
        assert both[name] == {key: 2 * value for key, value in document()[name].items()}
    assert alone["counted"] == counted
    assert both["counted"] == (counted if counted is None else 2 * counted)
    assert alone["present"] == both["present"] == document()["present"]
    assert alone["people"]["by_reason"] == document()["people"]["by_reason"]
