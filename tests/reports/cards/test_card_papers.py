"""The handover record of cards that go to a district, and its receipt, as they are printed and as workbooks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldkit.domain.errors import FileError
from fieldkit.reports.cards.papers import CardsPaper, DraftHead, cards_paper, cards_paper_html, draft_paper
from fieldkit.reports.cards.papers_workbook import write_cards_paper
from fieldkit.store.queries.cards.batches import BatchCard
from fieldkit.store.queries.stock.records import SignedRecord

HEAD = {
    "format": 1,
    "number": "BA-P2-004/2019",
    "day": "2019-02-23",
    "time_zone": "Asia/Jakarta",
    "office": {"name": "Dinas Dukcapil", "regency": "Kota Probolinggo"},
    "signer": {"name": "Dewi Anggraini", "role": "clerk"},
    "district": {"code": "35.74.03", "name": "Kec. Mayangan"},
    "other_party": "Bu Sari",
}
CARDS = [
    {"name": "SITI <NURAINI>", "address": "Jl. Melati 1 RT 02 RW 05", "nik_tail": "9901", "reference": "K7QW4T2XRB"},
    {"name": "=BUDI", "address": "", "nik_tail": "", "reference": ""},
]
GIVEN = {**HEAD, "kind": "distribution", "cards": CARDS}
TAKEN = {
    **HEAD,
    "kind": "distribution_receipt",
    "answers": {"id": "r", "number": "BA-P2-003/2019", "sha256": "ab" * 32},
    "listed": 4,
    "counted": 3,
    "collected": [CARDS[1]],
    "differences": [
        {"kind": "missing", "name": "DWI ASTUTIK", "reference": "K7QW4T2XRC", "note": "Tidak ada di kotak"}
    ],
}


def paper(document: dict[str, object]) -> CardsPaper:
    told = json.dumps(document)
    record = SignedRecord("r", str(document["kind"]), "BA-P2-004/2019", told, "Dewi", "2019-02-23T09:05:00.000Z", "00")
    return cards_paper(record)


def test_the_record_lists_each_card_with_name_and_address_and_masks_the_nik() -> None:
    found = paper(GIVEN)
    assert [row[:4] for row in found.rows] == [
        (1, "SITI <NURAINI>", "Jl. Melati 1 RT 02 RW 05", "…9901"),
        (2, "=BUDI", "–", "–"),
    ]
    html = cards_paper_html(found)
    assert "SITI &lt;NURAINI&gt;" in html
    assert "Kec. Mayangan" in html
    assert "2 (dua)" in html
    assert found.signatures[0].name == "Dewi Anggraini"
    assert found.signatures[1].name == "Bu Sari"
    assert found.signatures[0].remark.endswith("pukul 16.05 WIB")


def test_the_receipt_names_each_difference_and_the_record_that_it_answers() -> None:
    found = paper(TAKEN)
    assert [(row[1], row[2]) for row in found.rows] == [("Tidak ada", "DWI ASTUTIK")]
    assert {fact.label: fact.text for fact in found.facts} == {
        "Tertulis di daftar": "4",
        "Sudah diambil pemiliknya": "1",
        "Tidak ada": "1",
        "Rusak": "0",
        "Tidak di daftar": "0",
        "Dihitung": "3",
        "Ditaruh di": "Kec. Mayangan",
    }
    assert "BA-P2-003/2019" in cards_paper_html(found)
    none = paper({**TAKEN, "differences": []})
    assert none.rows[0][1] == "Tidak ada selisih"


def test_a_draft_says_that_nobody_signed_it_and_where_each_card_lies() -> None:
    card = BatchCard("q", "a", "SITI", "Jl. Melati 1", "v", "9901", "K7QW4T2XRB", "Rak A")
    head = DraftHead("Dinas Dukcapil", "Kota Probolinggo", "Kec. Mayangan", date(2019, 2, 23), "Dewi")
    found = draft_paper(head, [card])
    assert "KONSEP" in cards_paper_html(found)
    assert found.rows[0][-1] == "Rak A"


@pytest.mark.parametrize("document", [GIVEN, TAKEN])
def test_no_file_name_tells_of_a_person_or_a_place(document: dict[str, object]) -> None:
    name = paper(document).file_name
    assert name.endswith("kartu-2019-02-23-ba-p2-004-2019")
    assert not {"siti", "mayangan", "35.74"} & set(name.lower().split("-"))


def test_the_workbook_says_what_the_paper_says_and_no_name_becomes_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "berita-acara.xlsx"
    write_cards_paper(paper(GIVEN), path)
    sheet = load_workbook(path).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {"SITI <NURAINI>", "=BUDI", "Jl. Melati 1 RT 02 RW 05", "Dewi Anggraini"} <= {cell.value for cell in cells}
    assert all(cell.data_type != "f" for cell in cells)


def test_a_record_that_can_not_be_read_is_told_in_words() -> None:
    with pytest.raises(FileError):
        cards_paper(SignedRecord("r", "distribution", "n", "{", "Dewi", "2019-02-23T09:05:00.000Z", "00"))
