"""In what a sheet with names leaves the laptop: straight to a printer, or as files where a person wants them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.widgets.choices import Choice

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class SheetWay(StrEnum):
    """In what a sheet leaves the laptop."""

    PDF = "pdf"
    BOTH = "both"
    PAPER = "paper"

    @property
    def is_file(self) -> bool:
        """Whether a folder has to be chosen."""
        return self is not SheetWay.PAPER


def sheet_ways() -> list[Choice]:
    """The ways out as they are offered: a workbook only to who wishes for one."""
    return [
        Choice(SheetWay.PDF, tr("PDF saja")),
        Choice(SheetWay.BOTH, tr("PDF dan Excel")),
        Choice(SheetWay.PAPER, tr("Printer")),
    ]


def ask_way_out(page: QWidget, way: SheetWay, title: str, drive: Path | None) -> Path | QPrinter | None:
    """The folder or the printer that the person chooses; None where nobody does."""
    return _folder(page, title, drive) if way.is_file else _printer(page)


def _folder(page: QWidget, title: str, drive: Path | None) -> Path | None:
    """Where the files go: names belong onto a stick, not onto the laptop's own disk (invariant 12)."""
    name = QFileDialog.getExistingDirectory(page, title, str(drive or ""))
    return Path(name) if name else None


def _printer(page: QWidget) -> QPrinter | None:
    # What prints takes longer to import than a page may take to open.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    is_wanted = QPrintDialog(printer, page).exec() == QDialog.DialogCode.Accepted
    return printer if is_wanted else None
