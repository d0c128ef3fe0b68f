"""HTML of a document to paper or PDF: pages in A4, each with its title and number at the foot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtPrintSupport import QPrinter

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.reports.making.saving import save_document
from fieldkit.ui.papers.spooler import is_refused
from fieldkit.ui.papers.ways import SheetWay
from fieldkit.ui.theme.fonts import FAMILIES, register_fonts

_DOTS_PER_INCH: Final = 1200
_MM_PER_INCH: Final = 25.4
_SIDE_MM: Final = 18
_TOP_MM: Final = 14
_FOOT_MM: Final = 17
_BODY_POINTS: Final = 9.0
_FOOT_POINTS: Final = 7.5
_FOOT_COLOUR: Final = "#586672"
_WITHOUT_LETTERS: Final = ("tnum", "calt")
"""Features of the typeface, on in the window, whose glyphs lead back to no letter: in a PDF, figures and hyphens made
with them could not be searched, copied or read aloud."""


class PaperDocument(QTextDocument):
    """A document that fetches nothing, whatever it asks for: no picture of this disk, none of another computer."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | QByteArray | None:
        """What stands in the document itself; nothing for anything else."""
        if QUrl(name).scheme() == "data":
            return cast("QByteArray | None", super().loadResource(kind, name))
        # Nothing at all would have Qt look for a file of that name by itself.
        is_picture = kind == QTextDocument.ResourceType.ImageResource.value
        return QImage(1, 1, QImage.Format.Format_Mono) if is_picture else QByteArray(b"/**/")


def write_pdf(html: str, path: Path) -> None:
    """Write a document as PDF; its title comes from the HTML. StoreError where the file can not be written.

    To be called in a lane, or on the main thread once the application is there.
    """
    register_fonts()
    # The layout of a document starts timers. A thread that Qt did not make has no events for them until this.
    QEventLoop()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer)
    document = _document(html, writer)
    writer.setTitle(_title(document))
    _paint(document, writer)
    save_document(path, bytes(buffer.data().data()))


def print_pages(html: str, printer: QPrinter) -> None:
    """Print a document, the same pages as its PDF; FileError where the printer or its spooler does not take it.

    To be called in a lane, or on the main thread once the application is there.
    """
    register_fonts()
    QEventLoop()
    printer.setPageLayout(_A4)
    printer.setFullPage(True)
    document = _document(html, printer)
    if not printer.isValid() or not _paint(document, printer):
        raise _not_printed()
    if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise _not_printed()
    if is_refused(printer):
        raise _refused()


def lead_out(
    html: str, name: str, write_book: Callable[[Path], None], way: SheetWay, out: Path | QPrinter
) -> list[str]:
    """Print a paper under its name, or write it and its workbook into a folder; the names of what was written.

    FileError or StoreError where that can not be. To be called in a lane.
    """
    if not isinstance(out, Path):
        out.setDocName(name)
        print_pages(html, out)
        return []
    pdf, book = out / f"{name}.pdf", out / f"{name}.xlsx"
    write_pdf(html, pdf)
    if way is not SheetWay.BOTH:
        return [pdf.name]
    write_book(book)
    return [pdf.name, book.name]


def _writer(buffer: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(_A4)
    writer.setCreator("FieldKit")
    return writer


def _document(html: str, device: QPdfWriter | QPrinter) -> QTextDocument:
    document, mm = PaperDocument(), _dots_per_mm(device)
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(plain_font(_BODY_POINTS))
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(QSizeF(device.width() - 2 * _SIDE_MM * mm, device.height() - (_TOP_MM + _FOOT_MM) * mm))
    _keep_tables_whole(document)
    return document


def _keep_tables_whole(document: QTextDocument) -> None:
    """Qt's documents know no "page-break-inside: avoid": a table that would be cut begins on the next page instead.

    One that repeats its head on each page may be cut; so may one that is longer than a page.
    """
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable) and not frame.format().headerRowCount() and _is_cut(document, frame):
            kept = frame.format()
            kept.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            frame.setFormat(kept)


def _is_cut(document: QTextDocument, table: QTextTable) -> bool:
    place, page = document.documentLayout().frameBoundingRect(table), document.pageSize().height()
    return place.height() < page and place.top() // page != place.bottom() // page


def plain_font(points: float) -> QFont:
    """The typeface of papers, whose figures can be searched and copied."""
    font = QFont(FAMILIES)
    font.setPointSizeF(points)
    for feature in _WITHOUT_LETTERS:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _title(document: QTextDocument) -> str:
    return document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)


def _dots_per_mm(device: QPdfWriter | QPrinter) -> float:
    return device.resolution() / _MM_PER_INCH


def _paint(document: QTextDocument, device: QPdfWriter | QPrinter) -> bool:
    """All pages; False where the device takes none."""
    painter, mm = QPainter(), _dots_per_mm(device)
    if not painter.begin(device):
        return False
    try:
        for page in range(document.pageCount()):
            if page:
                device.newPage()
            _paint_body(document, painter, page, mm)
            _paint_foot(document, painter, page, mm)
    finally:
        painter.end()
    return True


def _paint_body(document: QTextDocument, painter: QPainter, page: int, mm: float) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(_SIDE_MM * mm, _TOP_MM * mm - page * size.height())
    document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
    painter.restore()


def _paint_foot(document: QTextDocument, painter: QPainter, page: int, mm: float) -> None:
    size = document.pageSize()
    top = _TOP_MM * mm + size.height() + 4 * mm
    line = QRectF(_SIDE_MM * mm, top, size.width(), 5 * mm)
    painter.setFont(plain_font(_FOOT_POINTS))
    painter.setPen(QColor(_FOOT_COLOUR))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, _title(document))
    # The papers are in Bahasa Indonesia whatever the language of the window.
    number = f"Halaman {page + 1} dari {document.pageCount()}"
    painter.drawText(line, Qt.AlignmentFlag.AlignRight, number)


def _not_printed() -> FileError:
    return FileError(
        text("Lembar belum tercetak."),
        text("Periksa kertas dan kabel printer lalu cetak lagi, atau simpan sebagai PDF di USB."),
    )


def _refused() -> FileError:
    return FileError(
        text("Printer menolak lembar ini, jadi belum tercetak."),
        text("Cetak di printer lain, atau simpan sebagai PDF di USB. Kantor bisa memeriksa pengaturan printernya."),
    )


_A4: Final = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
