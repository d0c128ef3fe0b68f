"""Lists of people to be told, on paper or as files; imported when the first one goes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.reports.cards.notice_list import NoticeListHead, notice_list, notice_list_html, write_notice_list
from fieldkit.store.queries.notices.desk import NoticeCard
from fieldkit.ui.papers.paper import lead_out
from fieldkit.ui.papers.ways import SheetWay


def bring_out(
    kind: SheetKind, head: NoticeListHead, cards: Sequence[NoticeCard], way: SheetWay, out: Path | QPrinter
) -> None:
    """Print the list, or write it into a folder. FileError or StoreError where that can not be."""
    paper = notice_list(kind, head, cards)
    lead_out(notice_list_html(paper), paper.file_name, partial(write_notice_list, paper), way, out)
