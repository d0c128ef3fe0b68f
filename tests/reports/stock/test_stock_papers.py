"""Handover records of the stock and the monthly total, as they are printed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldkit.domain.errors import FileError
from fieldkit.domain.signing import canonical
from fieldkit.domain.stock.supply import Supply
from fieldkit.reports.stock.files import stock_paper_html, write_stock_paper
from fieldkit.reports.stock.papers import day_paper, month_paper, stock_paper
from fieldkit.store.queries.stock.page import DayStock
from fieldkit.store.queries.stock.records import MonthTotal, SignedRecord

OFFICE = {"name": "Dinas Dukcapil", "regency": "Kota Probolinggo"}
BURNED = {
    "format": 1,
    "kind": "destruction",
    "number": "BA-003/2019",
    "day": "2019-02-23",
    "time_zone": "Asia/Jakarta",
    "office": OFFICE,
    "signer": {"name": "Dewi Kartika", "role": "keeper"},
    "witnesses": ["Sri Utami", "Bambang Irawan"],
    "other_party": "",
    "other_name": "",
    "movements": [
        {"kind": "destroy", "product": "blank", "from_holder": "spoiled", "to_holder": "destroyed", "quantity": 1_216}
    ],
    "way": "burned",
    "note": "",
    "in_box": 1_224,
}
MISSING = {
    **BURNED,
    "kind": "taking_back",
    "number": "BA-004/2019",
    "witnesses": [],
    "other_name": "Kec. Mayangan",
    "movements": [
        {
            "kind": "count_adjust",
            "product": "blank",
            "from_holder": "store:35.74.03",
            "to_holder": "unexplained",
            "quantity": 1,
        }
    ],
    "way": "",
    "expected": 200,
    "returned": 46,
    "printed": 150,
    "spoiled": 3,
    "kept": 0,
    "difference": 1,
    "reason": "lost",
    "note": "=Jatuh di jalan",
    "in_box": None,
}
MONTH = MonthTotal(
    "2019-02",
    "Dinas Dukcapil",
    "Kota Probolinggo",
    5,
    (("print_failed", 14), ("encode_failed", 5)),
    (("2019-02-23", "BA-003/2019", 16),),
)


def record(document: dict[str, object]) -> SignedRecord:
    told = canonical(document).decode()
    return SignedRecord("r", str(document["kind"]), str(document["number"]), told, "Dewi Kartika", AT, "5f")


AT = "2019-02-23T02:15:00.000Z"


def test_a_destruction_names_its_witnesses_and_how_it_was_done() -> None:
    paper = stock_paper(record(BURNED))
    assert paper.title == "Berita acara pemusnahan blangko"
    assert paper.preamble.startswith(
        "Pada hari ini, Sabtu tanggal dua puluh tiga bulan Februari tahun dua ribu sembilan"
    )
    assert paper.grid.shown == (("Blangko", "Kotak rusak", "Dimusnahkan", "1.216"),)
    assert [fact.text for fact in paper.facts] == ["Dibakar"]
    assert paper.signatures[1].name == "Sri Utami; Bambang Irawan"
    assert paper.signatures[0].remark == "Ditandatangani di FieldKit, 23 Februari 2019 pukul 09.15 WIB"
    assert paper.file_name == "berita-acara-destruction-2019-02-23-ba-003-2019"


def test_what_was_missing_is_told_with_its_sum_and_its_cause() -> None:
    paper = stock_paper(record(MISSING))
    assert paper.grid.shown == (("Blangko", "Kec. Mayangan", "Selisih", "1"),)
    assert [(fact.label, fact.text) for fact in paper.facts] == [
        ("Sebab selisih", "Hilang"),
        ("Keterangan", "=Jatuh di jalan"),
    ]
    assert paper.statements[:5] == ("Tercatat 200.", "Kembali 46.", "Tercetak 150.", "Rusak 3.", "Tetap di sana 0.")
    assert "kurang 1 keping" in paper.statements[5]


def test_the_monthly_total_adds_up() -> None:
    paper = month_paper(MONTH, "Dewi Kartika", date(2019, 2, 28))
    assert paper.grid.shown == (
        ("Di kotak rusak pada awal bulan", "5"),
        ("Rusak: gagal cetak", "14"),
        ("Rusak: gagal encode", "5"),
        ("Dimusnahkan 23 Februari 2019, BA-003/2019", "-16"),
        ("Rusak dalam bulan ini", "19"),
        ("Dimusnahkan dalam bulan ini", "16"),
    )
    assert paper.grid.shown_total == ("Di kotak rusak pada akhir bulan", "8")
    assert MONTH.in_box == 5 + 14 + 5 - 16


def test_the_stock_of_the_day_is_told_to_everybody() -> None:
    """F-B8: who comes knows what there is, and who waits."""
    told = DayStock("Dinas Dukcapil", "Kota Probolinggo", Supply(5, 500, None, 9, 2))
    paper = day_paper(told, "Dewi Kartika", date(2019, 2, 23))
    assert paper.grid.shown == (
        ("Blangko yang ada", "5"),
        ("Kartu yang menunggu dicetak", "9"),
        ("Bisa dicetak dengan stok ini", "5"),
        ("Menunggu stok berikutnya", "4"),
    )
    assert paper.statements == ("Cukup untuk kira-kira 2 hari pencetakan.",)
    assert "Sabtu, 23 Februari 2019" in stock_paper_html(paper)


def test_the_template_is_filled_and_what_people_typed_stays_text() -> None:
    html = stock_paper_html(stock_paper(record({**MISSING, "note": "<b>tebal</b>"})))
    assert "&lt;b&gt;tebal&lt;/b&gt;" in html
    assert "BERITA ACARA PENGEMBALIAN SISA BLANGKO" in html
    assert "Nomor: BA-004/2019" in html


def test_the_workbook_has_numbers_and_runs_nothing(tmp_path: Path) -> None:
    write_stock_paper(stock_paper(record(MISSING)), tmp_path / "ba.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "ba.xlsx").active.iter_rows() for cell in row if cell.value]
    assert 1 in [cell.value for cell in cells]
    [note] = [cell for cell in cells if cell.value == "=Jatuh di jalan"]
    assert note.data_type == "s"


def test_an_office_may_lay_it_out_anew(tmp_path: Path) -> None:
    (tmp_path / "berita-acara-stok.html").write_text("<html>{{ paper.number }}</html>", encoding="utf-8")
    assert stock_paper_html(stock_paper(record(BURNED)), [tmp_path]) == "<html>BA-003/2019</html>"


def test_a_record_that_can_not_be_read_says_so() -> None:
    with pytest.raises(FileError):
        stock_paper(SignedRecord("r", "destruction", "BA-1", json.dumps({"kind": 1}), "", AT, ""))
