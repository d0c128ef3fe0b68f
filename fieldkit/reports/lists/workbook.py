"""Sheets of a by-name list as workbooks: a worksheet per RT, ready to print on A4."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

from openpyxl import Workbook
from openpyxl.styles import Alignment

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.reports.lists.sheets import ListSheet, Place, Remainder, RtPage
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import Sheet, new_book, type_of

T = TypeVar("T")

_CALL_HEADS: Final = ("No", "Nama", "L/P", "Lahir", "Alamat", "NIK", "Keterangan")
_CALL_WIDTHS: Final = (5, 32, 5, 8, 28, 9, 26)
_REST_HEADS: Final = ("RT / RW", "Di daftar", "Terekam", "Dijelaskan", "Merantau", "Sisa")
_REST_WIDTHS: Final = (24, 12, 12, 12, 12, 12)
_NIK: Final = _CALL_HEADS.index("NIK")
_CENTRE: Final = Alignment("center", "top", wrap_text=True)


def write_list_sheet(sheet: ListSheet, path: Path) -> None:
    """Write a sheet with names as .xlsx. StoreError where the file can not be written."""
    book = new_book(sheet.page_title)
    for page in sheet.pages:
        _rt_page(book, sheet, page)
    save_document(path, workbook_bytes(book))


def write_remainder(rest: Remainder, path: Path) -> None:
    """Write what is left as .xlsx. StoreError where the file can not be written."""
    book = new_book(rest.page_title)
    page = Sheet(book, "Sisa", rest.page_title, _REST_WIDTHS)
    _head(page, rest.place, rest.title, rest.place.village)
    for figure in rest.figures:
        page.across(1, 5, figure.label)
        page.put(6, figure.shown if figure.amount is None else figure.amount)
        page.row += 1
    for line in rest.sums:
        page.wide(line, type_of(bold=True))
    page.row += 1
    page.line(_REST_HEADS, type_of(bold=True))
    for each in rest.lines:
        font = type_of(bold=True) if each is rest.lines[-1] else None
        figures = (each.total, each.recorded, each.explained, each.away, each.left)
        page.line((each.neighbourhood, *figures), font)
    save_document(path, workbook_bytes(book))


def _rt_page(book: Workbook, sheet: ListSheet, page: RtPage) -> None:
    has_nik = sheet.kind is SheetKind.CALL_LIST
    out = Sheet(
        book, f"RT {page.rt or '-'} RW {page.rw or '-'}", sheet.page_title, _without_nik(_CALL_WIDTHS, keep=has_nik)
    )
    _head(out, sheet.place, sheet.title, f"{page.title} · {sheet.place.village}")
    for fact in sheet.occasion:
        out.wide(f"{fact.label}: {fact.text}", type_of(bold=True))
    out.wide(sheet.free, type_of(bold=True))
    out.wide(f"Bawa: {' '.join(sheet.bring)}")
    out.row += 1
    out.cells.print_title_rows = f"{out.row}:{out.row}"
    out.line(_without_nik(_CALL_HEADS, keep=has_nik), type_of(bold=True))
    for person in page.lines:
        told: tuple[str | int, ...] = (person.number, person.name, person.sex, person.born, person.address)
        out.line(_without_nik((*told, person.nik, person.remark), keep=has_nik))
    out.row += 1
    out.wide(sheet.keep, type_of(8))


def _without_nik(values: Sequence[T], *, keep: bool) -> tuple[T, ...]:
    return tuple(value for place, value in enumerate(values) if keep or place != _NIK)


def _head(page: Sheet, place: Place, title: str, subtitle: str) -> None:
    page.wide(place.government, type_of(11), _CENTRE)
    page.wide(title.upper(), type_of(14, bold=True), _CENTRE)
    page.wide(subtitle, type_of(11), _CENTRE)
    page.wide(f"{place.as_of}, dicetak {place.printed_on}", type_of(9), _CENTRE)
    page.row += 1
