"""HTML of a document to paper: PDF pages in A4, each with its title and number at the foot."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from fieldkit.reports.saving import save_document
from fieldkit.ui.theme.fonts import FAMILIES, register_fonts

_DOTS_PER_INCH: Final = 1200
_DOTS_PER_MM: Final = _DOTS_PER_INCH / 25.4
_SIDE_MM: Final = 18
_TOP_MM: Final = 14
_FOOT_MM: Final = 17
_BODY_POINTS: Final = 9.0
_FOOT_POINTS: Final = 7.5
_FOOT_COLOUR: Final = "#586672"
_WITHOUT_LETTERS: Final = ("tnum", "calt")
"""Features of the typeface, on in the window, whose glyphs lead back to no letter: in a PDF, figures and hyphens made
with them could not be searched, copied or read aloud."""


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


def _writer(buffer: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setCreator("FieldKit")
    return writer


def _document(html: str, writer: QPdfWriter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(plain_font(_BODY_POINTS))
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(
        QSizeF(writer.width() - 2 * _SIDE_MM * _DOTS_PER_MM, writer.height() - (_TOP_MM + _FOOT_MM) * _DOTS_PER_MM)
    )
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


def _paint(document: QTextDocument, writer: QPdfWriter) -> None:
    painter = QPainter(writer)
    try:
        for page in range(document.pageCount()):
            if page:
                writer.newPage()
            _paint_body(document, painter, page)
            _paint_foot(document, painter, page)
    finally:
        painter.end()


def _paint_body(document: QTextDocument, painter: QPainter, page: int) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(_SIDE_MM * _DOTS_PER_MM, _TOP_MM * _DOTS_PER_MM - page * size.height())
    document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
    painter.restore()


def _paint_foot(document: QTextDocument, painter: QPainter, page: int) -> None:
    size = document.pageSize()
    top = _TOP_MM * _DOTS_PER_MM + size.height() + 4 * _DOTS_PER_MM
    line = QRectF(_SIDE_MM * _DOTS_PER_MM, top, size.width(), 5 * _DOTS_PER_MM)
    painter.setFont(plain_font(_FOOT_POINTS))
    painter.setPen(QColor(_FOOT_COLOUR))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, _title(document))
    # The papers are in Bahasa Indonesia whatever the language of the window.
    number = f"Halaman {page + 1} dari {document.pageCount()}"
    painter.drawText(line, Qt.AlignmentFlag.AlignRight, number)
