"""The report of coverage as HTML, from a template that an office may edit, and as an Excel workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from fieldkit.reports.making.html import filled
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import Sheet, new_book, type_of
from fieldkit.reports.planning.coverage import CoveragePaper, Section

_FIRST_WIDTH: Final = 30
_WIDTH: Final = 15
_QUIET: Final = "3F4D59"


def coverage_html(paper: CoveragePaper, template_dirs: Sequence[Path] = ()) -> str:
    """The report as a document. FileError names the file and line of a broken template."""
    return filled("cakupan.html", template_dirs, paper=paper)


def write_coverage_book(paper: CoveragePaper, path: Path) -> None:
    """Write the report as .xlsx, a sheet for each part. StoreError where the file can not be written."""
    book = new_book(paper.page_title)
    for section in paper.sections:
        widths = (_FIRST_WIDTH, *(_WIDTH for _ in section.heads[1:]))
        _section(Sheet(book, section.name, paper.page_title, widths), paper, section)
    save_document(path, workbook_bytes(book))


def _section(page: Sheet, paper: CoveragePaper, section: Section) -> None:
    page.cells.page_setup.orientation = page.cells.ORIENTATION_LANDSCAPE
    page.wide(f"{paper.title}: {section.title}", type_of(14, bold=True))
    page.wide(paper.subtitle, type_of(11))
    page.wide(paper.as_of)
    page.wide(paper.missing)
    page.row += 1
    page.line(section.heads, type_of(bold=True))
    page.cells.freeze_panes = f"B{page.row}"
    for line in section.lines:
        page.line(line.values, type_of(bold=True) if line.is_strong else None)
    page.row += 1
    for words in (section.note, *(paper.facts if section is paper.sections[0] else ())):
        page.wide(words, type_of(9, colour=_QUIET))
