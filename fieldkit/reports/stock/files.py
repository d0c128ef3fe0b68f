"""Papers of the stock as HTML, from a template that an office may edit, and as Excel workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from openpyxl.styles import Alignment, Border, PatternFill, Side

from fieldkit.reports.making.html import filled
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import ROOM_TO_SIGN, Sheet, new_book, type_of
from fieldkit.reports.stock.papers import Grid, StockPaper

_WIDTHS: Final = (30, 26, 26, 16)
_LAST: Final = len(_WIDTHS)
_CENTRE: Final = Alignment("center", "top", wrap_text=True)
_LEFT: Final = Alignment("left", "top", wrap_text=True)
_RIGHT: Final = Alignment("right", "top")
_THIN: Final = Side("thin", "C4CCD2")
_DOUBLE: Final = Side("double", "15212B")
_SHADE: Final = PatternFill("solid", "EEF1F3")
_QUIET: Final = "3F4D59"


def stock_paper_html(paper: StockPaper, template_dirs: Sequence[Path] = ()) -> str:
    """A paper of the stock. Templates of the given folders win; FileError names the file and line of a broken one."""
    return filled("berita-acara-stok.html", template_dirs, paper=paper, report=paper)


def write_stock_paper(paper: StockPaper, path: Path) -> None:
    """Write a paper of the stock as .xlsx. StoreError where the file can not be written."""
    book = new_book(paper.page_title)
    page = Sheet(book, "Berita acara", paper.page_title, _WIDTHS)
    _head(page, paper)
    page.wide(paper.preamble)
    page.row += 1
    for fact in paper.facts:
        page.rule(1, _LAST, _THIN)
        page.put(1, fact.label, type_of(colour=_QUIET))
        page.across(2, _LAST, fact.text)
        page.row += 1
    page.row += 1
    _grid(page, paper.grid)
    for statement in paper.statements:
        page.wide(statement)
    page.row += 1
    _signatures(page, paper)
    save_document(path, workbook_bytes(book))


def _head(page: Sheet, paper: StockPaper) -> None:
    page.wide(paper.letterhead.government, type_of(12), _CENTRE)
    page.rule(1, _LAST, _DOUBLE)
    page.wide(paper.letterhead.office, type_of(14, bold=True), _CENTRE)
    page.row += 1
    page.wide(paper.title.upper(), type_of(14, bold=True), _CENTRE)
    page.wide(f"Nomor: {paper.number}", None, _CENTRE)
    page.row += 1


def _grid(page: Sheet, grid: Grid) -> None:
    _line(page, grid.heads, bold=True)
    for row in grid.rows:
        _line(page, row)
    if grid.total:
        _line(page, grid.total, bold=True)
    page.row += 1


def _line(page: Sheet, values: Sequence[str | int], *, bold: bool = False) -> None:
    """The last value stands in the last column, at the right."""
    for column, value in enumerate(values, start=1):
        place, side = (_LAST, _RIGHT) if column == len(values) else (column, _LEFT)
        cell = page.put(place, value, type_of(bold=bold), side)
        cell.border = Border(bottom=_THIN)
        if bold:
            cell.fill = _SHADE
    page.row += 1


def _signatures(page: Sheet, paper: StockPaper) -> None:
    left, right = paper.signatures
    page.across(3, _LAST, paper.place_and_day, None, _CENTRE)
    page.row += 1
    _pair(page, left.quality, right.quality)
    page.cells.row_dimensions[page.row].height = ROOM_TO_SIGN
    page.row += 1
    _pair(page, left.name, right.name, bold=True)
    _pair(page, left.remark, right.remark)
    page.row += 1
    page.wide(paper.closing, type_of(8, colour=_QUIET))


def _pair(page: Sheet, left: str, right: str, *, bold: bool = False) -> None:
    page.across(1, 2, left, type_of(bold=bold), _CENTRE)
    page.across(3, _LAST, right, type_of(bold=bold), _CENTRE)
    page.row += 1
