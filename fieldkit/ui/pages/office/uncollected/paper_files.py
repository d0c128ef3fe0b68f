"""The papers of a batch on paper or as files; imported when the first one goes out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from fieldkit.reports.cards.papers import DraftHead, cards_paper, cards_paper_html, draft_paper
from fieldkit.reports.cards.papers_workbook import write_cards_paper
from fieldkit.store.queries.cards.batches import BatchCard
from fieldkit.store.queries.stock.records import SignedRecord
from fieldkit.ui.papers.paper import lead_out
from fieldkit.ui.papers.ways import SheetWay


def bring_out(
    head: DraftHead, cards: tuple[BatchCard, ...], signed: SignedRecord | None, way: SheetWay, out: Path | QPrinter
) -> None:
    """Print what was signed, or else the draft, or write it into a folder. FileError or StoreError where it fails."""
    paper = cards_paper(signed) if signed is not None else draft_paper(head, cards)
    lead_out(cards_paper_html(paper), paper.file_name, partial(write_cards_paper, paper), way, out)
