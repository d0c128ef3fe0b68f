"""A work list on paper or as files; imported when the first one goes out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from fieldkit.reports.lists.national_list import ListHead, national_list, national_list_html, write_national_list
from fieldkit.store.queries.national.work_lists import WorkListEntry
from fieldkit.ui.papers.paper import lead_out
from fieldkit.ui.papers.ways import SheetWay


def bring_out(head: ListHead, people: list[tuple[str, WorkListEntry]], way: SheetWay, out: Path | QPrinter) -> None:
    """Print the list, or write it into a folder. FileError or StoreError where that can not be."""
    paper = national_list(head, people)
    lead_out(national_list_html(paper), paper.file_name, partial(write_national_list, paper), way, out)
