"""Berita acara and daily report as files: a preview before the signature, the signed ones after it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from fieldkit.domain.errors import FieldKitError, FileError
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.domain.signing import canonical
from fieldkit.host.folders import Folders
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.closing.beside import Beside
from fieldkit.store.queries.closing.draft import Answers
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.store.queries.closing.team import TeamView
from fieldkit.store.queries.closing.visitors import Visitor
from fieldkit.ui.pages.close_shift.gap import gap_of
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.ui.papers.paper import write_pdf
from fieldkit.work.closing.figures import ShiftFigures
from fieldkit.work.closing.table import CloseShift, document_of
from fieldkit.work.closing.team import CloseTeam, team_document

if TYPE_CHECKING:
    from fieldkit.reports.closing.shift_documents import DailyReport

_LOG: Final = logging.getLogger(__name__)
P = TypeVar("P")


class Paper(Enum):
    """The two documents of a closing."""

    RECORD = "record"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Written:
    """Names of the files, and the templates of the office that could not be used for them."""

    names: list[str] = field(default_factory=list)
    broken: list[FileError] = field(default_factory=list)


def closing_command(view: CloseView, answers: Answers, regions: RegionTable) -> CloseShift:
    """What the lead adds to the figures; reason and note only where there is something to explain."""
    differs = gap_of(view.shown, answers) is not None
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
        answers.consumables,
        answers.not_uploaded,
        answers.letter_number,
        answers.assignment_letter,
        answers.held,
    )


def preview_of(figures: ShiftFigures, command: CloseShift, signer_name: str, at: str) -> SignedClosing:
    """What would be signed now, without a signature; `at` is UTC."""
    document = canonical(document_of(figures, command)).decode()
    return SignedClosing("", command.shift_id, 0, document, signer_name, at, "")


def preview_of_team(view: TeamView, command: CloseTeam, signer_name: str, at: str) -> SignedClosing:
    """What would be signed for the team now, without a signature; `at` is UTC."""
    document = canonical(team_document(view, command)).decode()
    return SignedClosing("", command.shift_id, 0, document, signer_name, at, "", ClosingKind.TEAM)


def write_documents(closing: SignedClosing, beside: Beside, folders: Folders, papers: Sequence[Paper]) -> Written:
    """Write documents as PDF and Excel. StoreError where they can not be written.

    A template of the office that is broken is told, and the built-in one used. Without the list of those who were
    served: no name of a resident goes to a disk that is not encrypted.
    """
    folders.documents.mkdir(parents=True, exist_ok=True)
    written = Written()
    for paper in papers:
        write = _write_record if paper is Paper.RECORD else _write_report
        outcome = "failed"
        try:
            write(closing, beside, folders, written)
            outcome = "written with the built-in template" if written.broken else "written"
        except FieldKitError as error:
            outcome = type(error).__name__
            raise
        finally:
            _LOG.info("paper %s of closing %s: %s", paper.value, closing.number, outcome)
    return written


def write_attendance(closing: SignedClosing, people: Sequence[Visitor], folders: Folders, folder: Path) -> Written:
    """Write the daily report with the list of those who were served, NIK masked, into the folder that was chosen."""
    from fieldkit.reports.closing.shift_documents import daily_report

    report, written = daily_report(closing, people), Written()
    _write_daily(report, folders, _files(folder, f"{report.file_name}-daftar-hadir", written), written)
    _LOG.info("paper attendance of closing %s: written", closing.number)
    return written


def _write_record(closing: SignedClosing, beside: Beside, folders: Folders, written: Written) -> None:
    # Workbooks and templates take their time to import, and the page is opened long before anything is signed.
    from fieldkit.reports.closing.html import closing_record_html
    from fieldkit.reports.closing.shift_documents import closing_record
    from fieldkit.reports.closing.workbook import write_closing_record

    record = closing_record(closing, (), beside)
    pdf, book = _files(folders.documents, record.file_name, written)
    write_pdf(_html(closing_record_html, record, folders, written), pdf)
    write_closing_record(record, book)


def _write_report(closing: SignedClosing, beside: Beside, folders: Folders, written: Written) -> None:
    from fieldkit.reports.closing.shift_documents import daily_report

    report = daily_report(closing, (), beside)
    _write_daily(report, folders, _files(folders.documents, report.file_name, written), written)


def _write_daily(report: DailyReport, folders: Folders, files: tuple[Path, Path], written: Written) -> None:
    from fieldkit.reports.closing.html import daily_report_html
    from fieldkit.reports.closing.workbook import write_daily_report

    pdf, book = files
    write_pdf(_html(daily_report_html, report, folders, written), pdf)
    write_daily_report(report, book)


def _files(folder: Path, name: str, written: Written) -> tuple[Path, Path]:
    pdf, book = folder / f"{name}.pdf", folder / f"{name}.xlsx"
    written.names.extend([pdf.name, book.name])
    return pdf, book


def _html(make: Callable[[P, Sequence[Path]], str], paper: P, folders: Folders, written: Written) -> str:
    """By the templates of the office; where one of them is broken, by those that came with FieldKit."""
    try:
        return make(paper, [folders.templates])
    except FileError as error:
        if all(str(error.title) != str(known.title) for known in written.broken):
            written.broken.append(error)
        return make(paper, ())
