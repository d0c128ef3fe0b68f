"""Sheets of the list as files, in the folder that a person chose; imported when the first one is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.records.regions import RegionTable
from fieldkit.reports.list_sheets import Place, file_stem, list_sheet, list_sheet_html, remainder, remainder_html
from fieldkit.reports.list_workbook import write_list_sheet, write_remainder
from fieldkit.ui.pages.target_list.sheet_order import SheetOrder
from fieldkit.ui.paper import write_pdf

_KELURAHAN: Final = "Kelurahan"
_DESA: Final = "Desa"


def write_sheets(order: SheetOrder, regions: RegionTable, folder: Path) -> list[str]:
    """Write PDF and workbook; names of the files. StoreError where they can not be written."""
    sieve = order.view.asked.sieve
    village = regions.by_code(sieve.village)
    stem = file_stem(order.kind, village.name if village else sieve.village, order.on, sieve.rw, sieve.rt)
    pdf, book = folder / f"{stem}.pdf", folder / f"{stem}.xlsx"
    place = _place(order, regions)
    if order.kind is SheetKind.REMAINDER:
        rest = remainder(place, order.view.counts, order.view.facets)
        write_pdf(remainder_html(rest), pdf)
        write_remainder(rest, book)
    else:
        sheet = list_sheet(order.kind, place, order.plan, order.people)
        write_pdf(list_sheet_html(sheet), pdf)
        write_list_sheet(sheet, book)
    return [pdf.name, book.name]


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
