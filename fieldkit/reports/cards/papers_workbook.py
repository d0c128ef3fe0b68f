"""The papers of cards that go to a district, as workbooks, ready to print on A4."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from openpyxl.styles import Alignment

from fieldkit.reports.cards.papers import CardsPaper
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import ROOM_TO_SIGN, Sheet, new_book, type_of

_CENTRE: Final = Alignment("center", "top", wrap_text=True)


def write_cards_paper(paper: CardsPaper, path: Path) -> None:
    """Write a paper about cards as .xlsx. StoreError where the file can not be written."""
    book = new_book(paper.page_title)
    page = Sheet(book, "Berita acara", paper.page_title, paper.widths)
    _head(page, paper)
    page.cells.print_title_rows = f"{page.row}:{page.row}"
    page.line(paper.heads, type_of(bold=True))
    for row in paper.rows:
        page.line(row)
    page.row += 1
    for statement in paper.statements:
        page.wide(statement)
    _signatures(page, paper)
    save_document(path, workbook_bytes(book))


def _head(page: Sheet, paper: CardsPaper) -> None:
    page.wide(paper.letterhead.government, type_of(11), _CENTRE)
    page.wide(paper.letterhead.office, type_of(12, bold=True), _CENTRE)
    if paper.mark:
        page.wide(paper.mark, type_of(bold=True), _CENTRE)
    page.wide(paper.title.upper(), type_of(14, bold=True), _CENTRE)
    page.wide(f"Nomor: {paper.number}", None, _CENTRE)
    page.wide(paper.preamble)
    for fact in paper.facts:
        page.wide(f"{fact.label}: {fact.text}", type_of(bold=True))
    page.row += 1


def _signatures(page: Sheet, paper: CardsPaper) -> None:
    last, half = len(paper.widths), len(paper.widths) // 2
    left, right = paper.signatures
    page.row += 1
    page.across(half + 1, last, paper.place_and_day, None, _CENTRE)
    page.row += 1
    for told, font in (
        ((left.quality, right.quality), None),
        (("", ""), None),
        ((left.name, right.name), type_of(bold=True)),
        ((left.remark, right.remark), type_of(8)),
    ):
        if told == ("", ""):
            page.cells.row_dimensions[page.row].height = ROOM_TO_SIGN
        page.across(1, half, told[0], font, _CENTRE)
        page.across(half + 1, last, told[1], font, _CENTRE)
        page.row += 1
    page.wide(paper.closing, type_of(8))
    page.wide(paper.keep, type_of(8))
