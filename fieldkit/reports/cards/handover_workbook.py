"""The list that is signed when cards are fetched, as a workbook, ready to print on A4."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from openpyxl.styles import Alignment

from fieldkit.reports.cards.handover_list import HandoverLine, HandoverList
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import ROOM_TO_SIGN, Sheet, new_book, type_of

_HEADS: Final = (
    "No", "Nama", "NIK", "Resi", "Antrean", "Tempat",
    "Identitas dilihat", "KTP lama diambil", "Diambil oleh", "Tanda tangan",
)  # fmt: skip
_WIDTHS: Final = (5, 26, 9, 13, 10, 18, 16, 12, 18, 18)
_ROOM_TO_WRITE: Final = 30
_CENTRE: Final = Alignment("center", "top", wrap_text=True)


def write_handover_list(paper: HandoverList, path: Path) -> None:
    """Write the list as .xlsx. StoreError where the file can not be written."""
    book = new_book(paper.page_title)
    page = Sheet(book, "Serah terima", paper.page_title, _WIDTHS)
    _head(page, paper)
    page.cells.print_title_rows = f"{page.row}:{page.row}"
    page.line(_HEADS, type_of(bold=True))
    for line in paper.lines:
        page.cells.row_dimensions[page.row].height = _ROOM_TO_WRITE
        page.line(_values(line))
    page.row += 1
    _foot(page, paper)
    save_document(path, workbook_bytes(book))


def _head(page: Sheet, paper: HandoverList) -> None:
    page.wide(paper.letterhead.government, type_of(11), _CENTRE)
    page.wide(paper.letterhead.office, type_of(12, bold=True), _CENTRE)
    page.wide(paper.title.upper(), type_of(14, bold=True), _CENTRE)
    for fact in paper.facts:
        page.wide(f"{fact.label}: {fact.text}", type_of(bold=True))
    for rule in paper.rules:
        page.wide(rule)
    page.row += 1


def _foot(page: Sheet, paper: HandoverList) -> None:
    for fact in paper.sums:
        page.wide(f"{fact.label}: {fact.text}")
    page.row += 1
    page.wide(f"{paper.place_and_day}, petugas:")
    page.cells.row_dimensions[page.row].height = ROOM_TO_SIGN
    page.row += 1
    page.wide(paper.operator, type_of(bold=True))
    page.wide(paper.keep, type_of(8))


def _values(line: HandoverLine) -> tuple[str | int, ...]:
    told = (line.name, line.nik, line.reference, line.queue_no, line.place)
    return (line.number, *told, "", line.old_card, "", "")
