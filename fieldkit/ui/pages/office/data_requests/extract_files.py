"""A copy of all that is kept of a person, on paper or as files; imported when the first one goes out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from fieldkit.reports.people.kept_data import ExtractHead, extract_html, extract_of, write_extract
from fieldkit.store.queries.data_requests.kept import KeptRow
from fieldkit.ui.papers.paper import lead_out
from fieldkit.ui.papers.ways import SheetWay


def bring_out(head: ExtractHead, rows: list[KeptRow], way: SheetWay, out: Path | QPrinter) -> None:
    """Print the copy, or write it into a folder. FileError or StoreError where that can not be."""
    paper = extract_of(head, rows)
    lead_out(extract_html(paper), paper.file_name, partial(write_extract, paper), way, out)
