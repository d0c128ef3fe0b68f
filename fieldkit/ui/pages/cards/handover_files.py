"""The list that is signed when cards are fetched, on paper or as files; imported when the first one goes out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from fieldkit.reports.cards.handover_list import HandoverHead, handover_list, handover_list_html
from fieldkit.reports.cards.handover_workbook import write_handover_list
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.ui.papers.paper import lead_out
from fieldkit.ui.papers.ways import SheetWay


def bring_out(head: HandoverHead, cards: tuple[CardRow, ...], way: SheetWay, out: Path | QPrinter) -> None:
    """Print the list, or write it into a folder. FileError or StoreError where that can not be."""
    paper = handover_list(head, cards)
    lead_out(handover_list_html(paper), paper.file_name, partial(write_handover_list, paper), way, out)
