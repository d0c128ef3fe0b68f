"""Sheets of the list on paper, or as files in the folder that a person chose; imported when the first one goes out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtPrintSupport import QPrinter

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.records.regions import RegionTable
from fieldkit.reports.lists.sheets import Place, file_stem, list_sheet, list_sheet_html, remainder, remainder_html
from fieldkit.reports.lists.workbook import write_list_sheet, write_remainder
from fieldkit.ui.pages.target_list.sheet_order import SheetOrder
from fieldkit.ui.papers.paper import print_pages, write_pdf
from fieldkit.ui.papers.ways import SheetWay

_KELURAHAN: Final = "Kelurahan"
_DESA: Final = "Desa"


def write_sheets(order: SheetOrder, regions: RegionTable, folder: Path) -> None:
    """Write the PDF, and the workbook where it is wished for. StoreError where they can not be written."""
    stem, place = _stem(order, regions), _place(order, regions)
    write_pdf(_html(order, place), folder / f"{stem}.pdf")
    if order.way is SheetWay.BOTH:
        _write_book(order, place, folder / f"{stem}.xlsx")


def print_sheets(order: SheetOrder, regions: RegionTable, printer: QPrinter) -> None:
    """Print at once: no file is left behind. FileError where the printer does not take it."""
    printer.setDocName(_stem(order, regions))
    print_pages(_html(order, _place(order, regions)), printer)


def _html(order: SheetOrder, place: Place) -> str:
    if order.kind is SheetKind.REMAINDER:
        return remainder_html(remainder(place, order.view.counts, order.view.facets))
    return list_sheet_html(list_sheet(order.kind, place, order.plan, order.people))


def _write_book(order: SheetOrder, place: Place, path: Path) -> None:
    if order.kind is SheetKind.REMAINDER:
        write_remainder(remainder(place, order.view.counts, order.view.facets), path)
    else:
        write_list_sheet(list_sheet(order.kind, place, order.plan, order.people), path)


def _stem(order: SheetOrder, regions: RegionTable) -> str:
    sieve = order.view.asked.sieve
    village = regions.by_code(sieve.village)
    return file_stem(order.kind, village.name if village else sieve.village, order.on, sieve.rw, sieve.rt)


def _place(order: SheetOrder, regions: RegionTable) -> Place:
    code = order.view.asked.sieve.village
    village, district, regency = (regions.by_code(part) for part in (code, code[:8], code[:5]))
    # The papers are in Bahasa Indonesia whatever the language of the window.
    named = [
        f"{_KELURAHAN if code[9:].startswith('1') else _DESA} {village.name}" if village else code,
        f"Kecamatan {district.name}" if district else "",
    ]
    government = f"Pemerintah {regency.name}".upper() if regency else ""
    as_of = order.view.as_of
    return Place(
        government,
        ", ".join(filter(None, named)),
        date.fromisoformat(as_of) if as_of else None,
        order.on,
    )
