"""A workbook as bytes, made in memory alone, and a text of a table as bytes; nothing in them that Excel would run."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

NOT_FOR_WORKBOOKS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Letters that XML, of which a workbook is made, has no way to write."""
_SIGNS: Final = ("=", "+", "-", "@", "|", "%")
_RUN_AT_THE_START: Final = ("\t", "\r", "\n")
_SEPARATOR: Final = ";"


def workbook_bytes(book: Workbook) -> bytes:
    """What `book.save` would write, without its detour over files in the folder for temporary ones (invariant 12).

    For sheets of cells: a chart, a picture or a link would be left out. Every text stays a text: a formula is never
    written, whoever put it into the cell.
    """
    for sheet in book.worksheets:
        _keep_texts(sheet)
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        _InMemoryWriter(book, archive).write_data()
    return content.getvalue()


def table_bytes(rows: Iterable[Sequence[str | int]]) -> bytes:
    """Rows as text between semicolons, as Excel in Indonesia reads it; what it would run has an apostrophe before."""
    content = StringIO(newline="")
    writer = csv.writer(content, delimiter=_SEPARATOR)
    writer.writerows([_kept(value) if isinstance(value, str) else value for value in row] for row in rows)
    # With a byte order mark Excel reads it as UTF-8.
    return content.getvalue().encode("utf-8-sig")


def is_run_by_excel(words: str) -> bool:
    """Whether a program that shows tables could take the text for a formula, also behind what it leaves out."""
    if words.startswith(_RUN_AT_THE_START):
        return True
    # Wide forms of the signs are read as the signs; blanks, quotes and invisible letters before them are passed over.
    return unicodedata.normalize("NFKC", words).lstrip(_passed_over(words)).startswith(_SIGNS)


def _passed_over(words: str) -> str:
    return "".join({letter for letter in words if unicodedata.category(letter) in {"Zs", "Cc", "Cf"}}) + " \"'`\u00b4"


def _kept(words: str) -> str:
    return f"'{words}" if is_run_by_excel(words) else words


def _keep_texts(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                _keep_text(cell, cell.value)


def _keep_text(cell: Cell, words: str) -> None:
    cell.data_type = "s"
    if is_run_by_excel(words):
        # Also after somebody edits the cell.
        cell.quotePrefix = True


class _InMemoryWriter(ExcelWriter):
    def write_worksheet(self, ws: Worksheet) -> None:
        sheet = BytesIO()
        writer = WorksheetWriter(ws, sheet)
        writer.write()
        self._archive.writestr(ws.path[1:], sheet.getvalue())  # type: ignore[attr-defined]
        self.manifest.append(ws)
