"""The papers of a batch on paper or as files; imported when the first one goes out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from fieldkit.reports.card_papers import DraftHead, cards_paper, cards_paper_html, draft_paper
from fieldkit.reports.card_workbook import write_cards_paper
from fieldkit.store.queries.cards.batches import BatchCard
from fieldkit.store.queries.stock.records import SignedRecord
from fieldkit.ui.paper import print_pages, write_pdf
from fieldkit.ui.paper_ways import SheetWay


def bring_out(
    head: DraftHead, cards: tuple[BatchCard, ...], signed: SignedRecord | None, way: SheetWay, out: Path | QPrinter
) -> None:
    """Print what was signed, or else the draft, or write it into a folder. FileError or StoreError where it fails."""
    paper = cards_paper(signed) if signed is not None else draft_paper(head, cards)
    html = cards_paper_html(paper)
    if not isinstance(out, Path):
        out.setDocName(paper.file_name)
        print_pages(html, out)
        return
    write_pdf(html, out / f"{paper.file_name}.pdf")
    if way is SheetWay.BOTH:
        write_cards_paper(paper, out / f"{paper.file_name}.xlsx")
