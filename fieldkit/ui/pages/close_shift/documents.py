"""Berita acara and daily report as files: a preview before the signature, the signed ones after it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from fieldkit.domain.signing import canonical
from fieldkit.records.regions import RegionTable
from fieldkit.reports.html import closing_record_html, daily_report_html
from fieldkit.reports.shift_documents import closing_record, daily_report
from fieldkit.reports.workbook import write_closing_record, write_daily_report
from fieldkit.store.queries.closing.draft import Answers
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.ui.paper import write_pdf
from fieldkit.work.closing.figures import ShiftFigures
from fieldkit.work.closing.table import CloseShift, document_of


class Paper(Enum):
    """The two documents of a closing."""

    RECORD = "record"
    REPORT = "report"


def closing_command(view: CloseView, answers: Answers, regions: RegionTable) -> CloseShift:
    """What the lead adds to the figures; reason and note only where there is something to explain."""
    differs = bool(view.shown.blanks(answers.counted).difference)
    village, district = regions.by_code(view.shift.village), regions.by_code(view.shift.village[:8])
    return CloseShift(
        view.shift.id,
        answers.counted,
        answers.reason if differs else "",
        answers.note.strip() if differs else "",
        answers.remarks,
        village.name if village else "",
        district.name if district else "",
        answers.products,
    )


def preview_of(figures: ShiftFigures, command: CloseShift, signer_name: str, at: str) -> SignedClosing:
    """What would be signed now, without a signature; `at` is UTC."""
    document = canonical(document_of(figures, command)).decode()
    return SignedClosing("", command.shift_id, 0, document, signer_name, at, "")


def write_documents(closing: SignedClosing, folder: Path, papers: tuple[Paper, ...]) -> list[str]:
    """Write documents as PDF and Excel; names of the files. StoreError where they can not be written.

    Without the list of those who were served: no name of a resident goes to a disk that is not encrypted.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    for paper in papers:
        names += _write_record(closing, folder) if paper is Paper.RECORD else _write_report(closing, folder)
    return names


def _write_record(closing: SignedClosing, folder: Path) -> list[str]:
    record = closing_record(closing)
    pdf, book = folder / f"{record.file_name}.pdf", folder / f"{record.file_name}.xlsx"
    write_pdf(closing_record_html(record), pdf)
    write_closing_record(record, book)
    return [pdf.name, book.name]


def _write_report(closing: SignedClosing, folder: Path) -> list[str]:
    report = daily_report(closing)
    pdf, book = folder / f"{report.file_name}.pdf", folder / f"{report.file_name}.xlsx"
    write_pdf(daily_report_html(report), pdf)
    write_daily_report(report, book)
    return [pdf.name, book.name]
