"""Rows as a plain workbook: a line of heads, then a row each, and nothing in it that Excel would run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.sheet import fill

MOST_ROWS: Final = 1_048_575
"""What a sheet of Excel holds below its heads."""


def workbook_of_rows(name: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The workbook as bytes. Numbers stay numbers; whatever is text stays text."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise LookupError(name)
    sheet.title = name
    for number, row in enumerate((heads, *rows), start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                fill(cast(Cell, sheet.cell(number, column)), value if isinstance(value, int) else str(value))
    return workbook_bytes(book)
