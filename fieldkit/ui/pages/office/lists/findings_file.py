"""The findings of a dry run as a file for whoever mends the list: rows and what is wrong, no names and no numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from fieldkit.reports.making.in_memory import table_bytes, workbook_bytes
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import Sheet, type_of
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.lists.reading import NumberedFinding
from fieldkit.ui.pages.office.lists.wording import field_word, finding_badge, finding_words

_WIDTHS: Final = (8, 20, 16, 90)


def save_findings(folder: Path, findings: Sequence[NumberedFinding], local: datetime, *, as_text: bool) -> Path:
    """Write the findings into a folder, in the kind of file that the list was; StoreError where it can not be."""
    ending = "csv" if as_text else "xlsx"
    path = folder / f"{tr('Kesalahan daftar')} {local:%Y-%m-%d %H%M}.{ending}"
    save_document(path, _as_csv(findings) if as_text else _as_workbook(findings))
    return path


def _titles() -> tuple[str, str, str, str]:
    return tr("Baris"), tr("Kolom"), tr("Hasil"), tr("Yang perlu dibetulkan")


def _rows(findings: Iterable[NumberedFinding]) -> Iterable[tuple[int, str, str, str]]:
    for finding in findings:
        problem = finding.problem
        yield finding.line, field_word(problem.field), finding_badge(problem)[0], finding_words(problem)


def _as_workbook(findings: Sequence[NumberedFinding]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    title = tr("Kesalahan daftar")
    sheet = Sheet(book, title, title, _WIDTHS)
    for column, heading in enumerate(_titles(), start=1):
        sheet.put(column, heading, type_of(bold=True))
    for line, *words in _rows(findings):
        sheet.row += 1
        sheet.put(1, line)
        for column, word in enumerate(words, start=2):
            sheet.put(column, word)
    sheet.cells.freeze_panes = "A2"
    return workbook_bytes(book)


def _as_csv(findings: Sequence[NumberedFinding]) -> bytes:
    return table_bytes([_titles(), *_rows(findings)])
