"""Lists by which people are told that their card is ready: a page per RT, no NIK, and on a board no number."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.notices.tasks import Task
from fieldkit.domain.notices.way import way_to
from fieldkit.reports.cards.notice_list import NoticeListHead, notice_list, notice_list_html, write_notice_list
from fieldkit.store.queries.notices.desk import NoticeCard

JATI, MANGUN = "35.74.03.1004", "35.74.03.1001"
HEAD = NoticeListHead(
    "Dinas Dukcapil",
    "Kota Probolinggo",
    {JATI: "Kel. Jati", MANGUN: "Kel. Mangunharjo"},
    datetime(2019, 2, 23, 9, 5, tzinfo=UTC),
    "Wati Lestari",
)


def card(name: str = "SUMIATI", phone: str = "081234901117", area: str = JATI, rt: str = "02") -> NoticeCard:
    way = way_to(phone, may_write=True, stops=())
    return NoticeCard(
        name + area + rt, "r", area, "K7Q2M9XRTB", date(2019, 2, 20), "Loket 2", (), None, None, way, Task.CALL,
        name, phone, "Bu Tini, tetangga", "Gg. Mawar 4", rt, "03",
    )  # fmt: skip


def test_each_rt_of_each_village_has_a_page_of_its_own() -> None:
    cards = [card("B", area=MANGUN), card("A", rt="05"), card("C"), card("A")]
    paper = notice_list(SheetKind.CARD_CALLS, HEAD, cards)
    assert [(page.title, [line.name for line in page.lines]) for page in paper.pages] == [
        ("Kel. Mangunharjo · RT 02 · RW 03", ["B"]),
        ("Kel. Jati · RT 02 · RW 03", ["A", "C"]),
        ("Kel. Jati · RT 05 · RW 03", ["A"]),
    ]
    assert notice_list_html(paper).count("page-break-before") == 2


def test_who_has_no_number_is_reached_through_somebody() -> None:
    paper = notice_list(SheetKind.CARD_CALLS, HEAD, [card(phone=""), card("BUDI")])
    assert [line.reach for line in paper.pages[0].lines] == ["0812 – 3490 – 1117", "Bu Tini, tetangga"]


def test_a_board_tells_neither_numbers_nor_addresses() -> None:
    told = notice_list_html(notice_list(SheetKind.CARD_POSTING, HEAD, [card(), card(rt="05")]))
    assert "SUMIATI" in told
    assert not any(word in told for word in ("0812", "Mawar", "Bu Tini", "K7Q2"))


@pytest.mark.parametrize("kind", [SheetKind.CARD_CALLS, SheetKind.CARD_POSTING])
def test_the_workbook_has_the_lines_of_the_paper(tmp_path: Path, kind: SheetKind) -> None:
    paper = notice_list(kind, HEAD, [card(), card("BUDI", area=MANGUN)])
    path = tmp_path / "daftar.xlsx"
    write_notice_list(paper, path)
    book = load_workbook(path)
    assert len(book.worksheets) == len(paper.pages) == 2
    cells = [str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {"SUMIATI", "BUDI"} <= set(cells)
    assert ("0812 – 3490 – 1117" in cells) is (kind is SheetKind.CARD_CALLS)


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_a_name_holds_it_is_words_on_the_paper_and_nothing_of_the_file_name(name: str, rt: str) -> None:
    paper = notice_list(SheetKind.CARD_CALLS, HEAD, [card(name, rt=rt)])
    assert paper.file_name == "Daftar panggil KTP-el jadi 2019-02-23 09.05"
    assert "<script" not in notice_list_html(paper).replace(name, "").lower()
