"""Receipts on paper: a slip as long as its words on a thermal printer, or the upper corner of a sheet; no dialog."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from fieldkit.domain.errors import FileError
from fieldkit.domain.requests.receipt import ReceiptWay
from fieldkit.domain.text import text
from fieldkit.store.receipt_setting import ReceiptSetting
from fieldkit.ui.papers.paper import PaperDocument, plain_font
from fieldkit.ui.papers.spooler import is_refused
from fieldkit.ui.theme.fonts import register_fonts

PRINTER_ABSENT: Final = "printer_absent"
"""The code of the error where this laptop does not know the printer: it fails until somebody puts one in place."""
_MM_PER_INCH: Final = 25.4
_EDGE_MM: Final = 3.0
_BODY_POINTS: Final = 8.0
_SLIP_MM: Final = {ReceiptWay.THERMAL_58: 58.0, ReceiptWay.THERMAL_80: 80.0}
_SHEET: Final = {ReceiptWay.A6: QPageSize.PageSizeId.A6, ReceiptWay.A4: QPageSize.PageSizeId.A4}
_WIDTH_ON_SHEET_MM: Final = 80.0


def printer_names() -> list[str]:
    """The printers that this computer knows; to be called in a lane."""
    return list(QPrinterInfo.availablePrinterNames())


def print_receipt(html: str, setting: ReceiptSetting, file: Path | None = None) -> None:
    """Print without a question; FileError where the printer does not take it. `file` takes a PDF instead of paper.

    To be called in a lane, or on the main thread once the application is there.
    """
    if file is None and _is_absent(setting.printer):
        raise _absent(setting.printer)
    register_fonts()
    # The layout of a document starts timers. A thread that Qt did not make has no events for them until this.
    QEventLoop()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _address(printer, setting, file)
    width_mm = _SLIP_MM.get(setting.way, _WIDTH_ON_SHEET_MM)
    dots = printer.resolution() / _MM_PER_INCH
    document = _document(html, printer, (width_mm - 2 * _EDGE_MM) * dots)
    _cut_paper(printer, setting.way, document.size().height() / dots)
    painter = QPainter()
    if not printer.isValid() or not painter.begin(printer):
        raise _not_printed()
    try:
        document.drawContents(painter)
    finally:
        painter.end()
    if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise _not_printed()
    if is_refused(printer):
        raise _refused()


def _is_absent(name: str) -> bool:
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    return info.isNull()


def _address(printer: QPrinter, setting: ReceiptSetting, file: Path | None) -> None:
    if file is not None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
    elif setting.printer:
        printer.setPrinterName(setting.printer)
    printer.setDocName("Resi")


def _document(html: str, printer: QPrinter, width: float) -> QTextDocument:
    document = PaperDocument()
    document.documentLayout().setPaintDevice(printer)
    document.setDefaultFont(plain_font(_BODY_POINTS))
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setTextWidth(width)
    return document


def _cut_paper(printer: QPrinter, way: ReceiptWay, height_mm: float) -> None:
    """A slip ends below its last line; a sheet keeps its own size."""
    size = QPageSize(_SHEET[way]) if way in _SHEET else _slip(_SLIP_MM[way], height_mm)
    edges = QMarginsF(_EDGE_MM, _EDGE_MM, _EDGE_MM, _EDGE_MM)
    printer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, edges, QPageLayout.Unit.Millimeter, QMarginsF())
    )


def _slip(width_mm: float, height_mm: float) -> QPageSize:
    size = QSizeF(width_mm, max(width_mm + 1, height_mm + 2 * _EDGE_MM))
    return QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)


def _absent(name: str) -> FileError:
    if not printer_names():
        advice = text(
            "Laptop ini belum mengenal printer. Pendaftaran aman. Pasang printernya, atau pilih Layar saja (Alt+R) dan "
            "salin kodenya."
        )
    elif name:
        advice = text(
            "Laptop ini tidak mengenal printer yang dipilih. Pendaftaran aman. Pilih printer lain (Alt+R), atau salin "
            "kodenya dari layar."
        )
    else:
        advice = text(
            "Laptop ini tidak punya printer bawaan. Pendaftaran aman. Pilih printernya (Alt+R), atau salin kodenya "
            "dari layar."
        )
    return FileError(text("Resi belum tercetak."), advice, PRINTER_ABSENT)


def _not_printed() -> FileError:
    return FileError(
        text("Resi belum tercetak."),
        text("Pendaftaran aman. Periksa kertas dan kabel printer lalu cetak lagi, atau salin kodenya dari layar."),
    )


def _refused() -> FileError:
    return FileError(
        text("Printer menolak resi ini, jadi belum tercetak."),
        text("Pendaftaran aman. Pilih printer atau ukuran lain di pengaturan resi, atau salin kodenya dari layar."),
    )
