"""A copy of all that is kept of a person, on paper or as files; imported when the first one goes out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from fieldkit.reports.kept_data import ExtractHead, extract_html, extract_of, write_extract
from fieldkit.store.queries.data_requests.kept import KeptRow
from fieldkit.ui.paper import print_pages, write_pdf
from fieldkit.ui.paper_ways import SheetWay


def bring_out(head: ExtractHead, rows: list[KeptRow], way: SheetWay, out: Path | QPrinter) -> None:
    """Print the copy, or write it into a folder. FileError or StoreError where that can not be."""
    paper = extract_of(head, rows)
    html = extract_html(paper)
    if not isinstance(out, Path):
        out.setDocName(paper.file_name)
        print_pages(html, out)
        return
    write_pdf(html, out / f"{paper.file_name}.pdf")
    if way is SheetWay.BOTH:
        write_extract(paper, out / f"{paper.file_name}.xlsx")
