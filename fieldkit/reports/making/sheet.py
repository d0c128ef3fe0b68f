"""A sheet of a workbook that is written from top to bottom, ready to print on A4."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from typing import Final, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from fieldkit.reports.making.in_memory import NOT_FOR_WORKBOOKS

ROOM_TO_SIGN: Final = 60
"""Height of the row between a quality and its name, in points."""
TOP: Final = Alignment(vertical="top")
WRAPPED: Final = Alignment("left", "top", wrap_text=True)

_POINTS: Final = 10
_SHADE: Final = PatternFill("solid", "EEF1F3")
_LINE: Final = Border(bottom=Side("thin", "C4CCD2"))
_LINE_SPACING: Final = 1.4
_INK: Final = "15212B"
_WHOLE_NUMBER: Final = "#,##0"
_PERCENT: Final = '0.00" %"'


def new_book(title: str) -> Workbook:
    """A workbook without sheets, to be filled by `Sheet`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = NOT_FOR_WORKBOOKS.sub("", title), "FieldKit"
    return book


class Sheet:
    """A sheet that is written from top to bottom; `row` is the next free one."""

    def __init__(self, book: Workbook, name: str, title: str, widths: Sequence[int]) -> None:
        self.cells: Worksheet = book.create_sheet(_tab(name))
        self.row = 1
        self.widths = widths
        for column, width in enumerate(widths, start=1):
            self.cells.column_dimensions[get_column_letter(column)].width = width
        _set_up_printing(self.cells, title)

    def put(
        self, column: int, value: str | int | Decimal, font: Font | None = None, alignment: Alignment = TOP
    ) -> Cell:
        """Write a cell of the current row."""
        # Cells are merged after they are written, so that this one is whole.
        cell = cast(Cell, self.cells.cell(self.row, column))
        fill(cell, value)
        cell.font = font or type_of()
        cell.alignment = alignment
        return cell

    def across(
        self, first: int, last: int, value: str | int, font: Font | None = None, alignment: Alignment = WRAPPED
    ) -> None:
        """Write over several columns of the current row, which grows with the text."""
        self.put(first, value, font, alignment)
        self.cells.merge_cells(start_row=self.row, end_row=self.row, start_column=first, end_column=last)
        self._make_room(str(value), sum(self.widths[first - 1 : last]), font or type_of())

    def wide(self, value: str, font: Font | None = None, alignment: Alignment = WRAPPED) -> None:
        """Write over the whole width, and go on below."""
        self.across(1, len(self.widths), value, font, alignment)
        self.row += 1

    def line(self, values: Sequence[str | int | Decimal], font: Font | None = None) -> None:
        """Write a row of a list, which is shaded where it has a font of its own, and go on below."""
        for column, value in enumerate(values, start=1):
            cell = self.put(column, value, font, WRAPPED)
            cell.border = _LINE
            if font:
                cell.fill = _SHADE
        self.row += 1

    def rule(self, first: int, last: int, side: Side) -> None:
        """A line under some columns of the current row."""
        for column in range(first, last + 1):
            self.cells.cell(self.row, column).border = Border(bottom=side)

    def _make_room(self, words: str, width: int, font: Font) -> None:
        # Excel does not grow a row for cells that are merged.
        lines = sum(max(1, ceil(len(line) / width)) for line in words.split("\n"))
        height = self.cells.row_dimensions[self.row].height or 0
        self.cells.row_dimensions[self.row].height = max(height, lines * (font.size or _POINTS) * _LINE_SPACING)


def type_of(points: int = _POINTS, *, bold: bool = False, colour: str = _INK) -> Font:
    """The one typeface of the workbook, in a size and colour."""
    return Font(name="Calibri", size=points, bold=bold, color=colour)


def _tab(name: str) -> str:
    # Excel knows none of these in the name of a sheet, no quotes at its ends, no empty one, and at most 31 letters,
    # of which three are left for the number of a second sheet of that name.
    words = "".join(" " if letter in "[]:*?/\\" else letter for letter in NOT_FOR_WORKBOOKS.sub("", name))
    return words[:28].strip(" '") or "-"


def _set_up_printing(sheet: Worksheet, title: str) -> None:
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.orientation = Worksheet.ORIENTATION_PORTRAIT
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_view.showGridLines = False
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.left.text = NOT_FOR_WORKBOOKS.sub("", title).replace("&", "&&")
    footer.right.text = "Halaman &P dari &N"
    sheet.HeaderFooter.oddFooter = footer


def fill(cell: Cell, value: str | int | Decimal) -> None:
    """Numbers stay numbers, decimal ones being percentages; texts are kept from being run in `workbook_bytes`."""
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = _PERCENT
        return
    if isinstance(value, int):
        cell.value = value
        cell.number_format = _WHOLE_NUMBER
        return
    cell.value = NOT_FOR_WORKBOOKS.sub("", value)
