"""Documents as Excel workbooks: values only, ready to print on A4, and nothing in them that Excel would run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from fieldkit.reports.closing.shift_documents import ClosingRecord, DailyReport
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.parts import NONE, Block, Difference, Fact, Figure, Signature
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import ROOM_TO_SIGN, Sheet, new_book, type_of

_WIDTHS: Final = (27, 10, 2, 27, 10, 2, 27, 10)
_LAST: Final = len(_WIDTHS)
_BLOCK_COLUMNS: Final = (1, 4, 7)
_LIST_HEADS: Final = ("No", "Antrean", "Nama", "L/P", "NIK", "RT/RW", "Keperluan", "Hasil", "Pukul")
_TABLE_HEADS: Final = ("datang", "terekam", "dibawa", "dicetak", "rusak", "dihitung")
_LIST_WIDTHS: Final = (5, 10, 34, 5, 20, 10, 16, 24, 8)

_ALARM: Final = "A8201A"
_QUIET: Final = "3F4D59"
_THIN: Final = Side("thin", "C4CCD2")
_DARK: Final = Side("thin", "15212B")
_DOUBLE: Final = Side("double", "15212B")
_RED: Final = Side("medium", _ALARM)
_SHADE: Final = PatternFill("solid", "EEF1F3")
_CENTRE: Final = Alignment("center", "top", wrap_text=True)
_RIGHT: Final = Alignment("right", "top")


def write_daily_report(report: DailyReport, path: Path) -> None:
    """Write the daily report as .xlsx. StoreError where the file can not be written."""
    book = new_book(report.page_title)
    page = Sheet(book, "Laporan harian", report.page_title, _WIDTHS)
    _head(page, report, report.title, report.subtitle)
    _facts(page, report)
    _balances(page, report)
    _tables(page, report)
    _figures_and_people(page, report)
    _signatures(page, report)
    _attendance(book, report)
    _save(book, path)


def write_closing_record(record: ClosingRecord, path: Path) -> None:
    """Write the closing record as .xlsx, its figures as an annex. StoreError where the file can not be written."""
    book, report = new_book(record.page_title), record.report
    page = Sheet(book, "Berita acara", record.page_title, _WIDTHS)
    _head(page, report, record.title, record.subtitle)
    _words(page, (record.preamble, *_numbered(record.parties), record.purpose))
    _balances(page, report)
    _tables(page, report)
    _words(page, (*_numbered(record.statements), record.ending))
    _signatures(page, report)
    annex = Sheet(book, "Rincian", record.page_title, _WIDTHS)
    annex.wide("LAMPIRAN: RINCIAN", type_of(14, bold=True), _CENTRE)
    annex.row += 1
    _facts(annex, report)
    _figures_and_people(annex, report)
    _attendance(book, report)
    _save(book, path)


def _head(page: Sheet, report: DailyReport, title: str, subtitle: str) -> None:
    letterhead = report.letterhead
    page.wide(letterhead.government, type_of(12), _CENTRE)
    page.wide(letterhead.office, type_of(14, bold=True), _CENTRE)
    page.rule(1, _LAST, _DOUBLE)
    page.wide(letterhead.address, type_of(9), _CENTRE)
    page.cells.print_title_rows = "1:3"
    page.row += 1
    if report.mark:
        _mark(page, report.mark)
    page.wide(title.upper(), type_of(14, bold=True), _CENTRE)
    page.wide(subtitle, type_of(11), _CENTRE)
    page.wide(f"Nomor: {report.number}", None, _CENTRE)
    page.row += 1


def _mark(page: Sheet, mark: str) -> None:
    page.cells.cell(page.row, 1).border = Border(left=_RED, right=_RED, top=_RED, bottom=_RED)
    page.wide(mark, type_of(12, bold=True, colour=_ALARM), _CENTRE)
    page.row += 1


def _facts(page: Sheet, report: DailyReport) -> None:
    for fact in (*report.occasion, *report.place):
        _fact(page, fact)
    page.row += 1


def _fact(page: Sheet, fact: Fact) -> None:
    page.rule(1, _LAST, _THIN)
    page.put(1, fact.label, type_of(colour=_QUIET))
    page.across(2, _LAST, fact.text)
    page.row += 1


def _balances(page: Sheet, report: DailyReport) -> None:
    _side_by_side(page, [[block] for block in report.balances])
    _difference(page, report.difference)


def _tables(page: Sheet, report: DailyReport) -> None:
    """The tables of a team closing: its figures in words, so that the columns of the page stay as they are."""
    if not report.tables:
        return
    _section(page, "Meja dalam penutupan tim ini")
    for table in report.tables:
        page.rule(1, _LAST, _THIN)
        page.put(1, f"{table.table} {table.signer}", type_of(bold=True))
        figures = ", ".join(f"{name} {amount}" for name, amount in zip(_TABLE_HEADS, table.shown, strict=True))
        told = (table.closed, figures, table.difference, table.sha256)
        page.across(2, _LAST, " · ".join(part for part in told if part))
        page.row += 1
    page.row += 1


def _side_by_side(page: Sheet, columns: Sequence[Sequence[Block]]) -> None:
    top, ends = page.row, []
    for first, blocks in zip(_BLOCK_COLUMNS, columns, strict=True):
        page.row = top
        for block in blocks:
            _block(page, first, block)
        ends.append(page.row)
    page.row = max(ends)


def _block(page: Sheet, first: int, block: Block) -> None:
    page.rule(first, first + 1, _DARK)
    page.put(first, block.title, type_of(11, bold=True))
    page.row += 1
    for position, figure in enumerate(block.figures):
        _figure(page, first, figure, bold=bool(block.sum_line) and position == 0)
    if block.sum_line or block.verdict:
        page.put(first, block.sum_line, type_of(bold=True)).fill = _SHADE
        verdict = page.put(first + 1, block.verdict, type_of(bold=True), _RIGHT)
        verdict.fill = _SHADE
        page.row += 1
    page.row += 1


def _figure(page: Sheet, first: int, figure: Figure, *, bold: bool) -> None:
    page.rule(first, first + 1, _THIN)
    page.put(first, figure.label, type_of(bold=bold))
    page.put(first + 1, NONE if figure.amount is None else figure.amount, type_of(bold=bold), _RIGHT)
    page.row += 1


def _difference(page: Sheet, difference: Difference) -> None:
    page.wide(difference.sentence, type_of(bold=True))
    lines = {"Alasan": difference.reason, "Keterangan": difference.note, "Dinyatakan oleh": difference.signer}
    for label, words in lines.items():
        if words:
            _fact(page, Fact(label, words))
    page.row += 1


def _figures_and_people(page: Sheet, report: DailyReport) -> None:
    _side_by_side(page, report.details)
    _staff(page, report)
    _incidents(page, report)
    _section(page, "Catatan")
    page.wide(report.remarks)
    page.row += 1


def _section(page: Sheet, title: str) -> None:
    page.rule(1, _LAST, _DARK)
    page.put(1, title, type_of(11, bold=True))
    page.row += 1


def _staff(page: Sheet, report: DailyReport) -> None:
    _section(page, "Petugas hadir")
    for person in report.staff:
        page.rule(1, _LAST, _THIN)
        page.put(1, person.name)
        page.across(2, 4, person.role)
        page.across(5, _LAST, person.attended)
        page.row += 1
    page.row += 1


def _incidents(page: Sheet, report: DailyReport) -> None:
    _section(page, "Kendala (menit)")
    for incident in report.incidents:
        page.rule(1, _LAST, _THIN)
        page.put(1, incident.span)
        page.across(2, 4, incident.sentence)
        page.put(5, NONE if incident.minutes.amount is None else incident.minutes.amount, None, _RIGHT)
        page.across(7, _LAST, incident.effect)
        page.row += 1
    if not report.incidents:
        page.wide("Tidak ada kendala")
    page.row += 1


def _words(page: Sheet, paragraphs: Sequence[str]) -> None:
    for paragraph in paragraphs:
        page.wide(paragraph)
    page.row += 1


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, start=1)]


def _signatures(page: Sheet, report: DailyReport) -> None:
    left, right = report.signatures
    page.across(5, _LAST, report.place_and_day, None, _CENTRE)
    page.row += 1
    _pair(page, left.quality, right.quality)
    page.cells.row_dimensions[page.row].height = ROOM_TO_SIGN
    page.row += 1
    _names(page, left, right)
    page.row += 1
    for line in (report.closing, *report.beside):
        page.wide(line, type_of(8, colour=_QUIET))


def _names(page: Sheet, left: Signature, right: Signature) -> None:
    _pair(page, left.name, right.name, type_of(bold=True))
    _pair(page, left.remark, right.remark, type_of(9, colour=_QUIET))


def _pair(page: Sheet, left: str, right: str, font: Font | None = None) -> None:
    page.across(1, 4, left, font, _CENTRE)
    page.across(5, _LAST, right, font, _CENTRE)
    page.row += 1


def _attendance(book: Workbook, report: DailyReport) -> None:
    if not report.attendance:
        return
    page = Sheet(book, "Daftar hadir", report.page_title, _LIST_WIDTHS)
    page.wide("LAMPIRAN: DAFTAR HADIR WARGA", type_of(14, bold=True), _CENTRE)
    page.wide(f"{report.subtitle} · {report.place_and_day}", type_of(11), _CENTRE)
    page.row += 1
    page.cells.print_title_rows = f"{page.row}:{page.row}"
    page.line(_LIST_HEADS, type_of(bold=True))
    page.cells.freeze_panes = f"A{page.row}"
    for visitor in report.attendance:
        person = (visitor.number, visitor.queue_no, visitor.name, visitor.sex, visitor.nik, visitor.neighbourhood)
        page.line((*person, visitor.reason, visitor.outcome, visitor.time))


def _save(book: Workbook, path: Path) -> None:
    save_document(path, workbook_bytes(book))
