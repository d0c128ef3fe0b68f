"""A work list on paper or as files; imported when the first one goes out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from fieldkit.reports.national_list import ListHead, national_list, national_list_html, write_national_list
from fieldkit.store.queries.national.work_lists import WorkListEntry
from fieldkit.ui.paper import print_pages, write_pdf
from fieldkit.ui.paper_ways import SheetWay


def bring_out(head: ListHead, people: list[tuple[str, WorkListEntry]], way: SheetWay, out: Path | QPrinter) -> None:
    """Print the list, or write it into a folder. FileError or StoreError where that can not be."""
    paper = national_list(head, people)
    html = national_list_html(paper)
    if not isinstance(out, Path):
        out.setDocName(paper.file_name)
        print_pages(html, out)
        return
    write_pdf(html, out / f"{paper.file_name}.pdf")
    if way is SheetWay.BOTH:
        write_national_list(paper, out / f"{paper.file_name}.xlsx")
