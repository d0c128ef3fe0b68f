"""A workbook as bytes, made in memory alone."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter


def workbook_bytes(book: Workbook) -> bytes:
    """What `book.save` would write, without its detour over files in the folder for temporary ones (invariant 12).

    For sheets of cells: a chart, a picture or a link would be left out.
    """
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        _InMemoryWriter(book, archive).write_data()
    return content.getvalue()


class _InMemoryWriter(ExcelWriter):
    def write_worksheet(self, ws: Worksheet) -> None:
        sheet = BytesIO()
        writer = WorksheetWriter(ws, sheet)
        writer.write()
        self._archive.writestr(ws.path[1:], sheet.getvalue())  # type: ignore[attr-defined]
        self.manifest.append(ws)
