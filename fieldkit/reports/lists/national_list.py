"""A work list that national data give, per village: whose record stopped or waits, and what is to be done (PL-5).

A NIK is masked, and no name of a file tells of a person (F-P5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from openpyxl.styles import Alignment

from fieldkit.domain.formats import clock, count, date_numeric, day_long
from fieldkit.domain.national.status import remedy, status_label
from fieldkit.domain.national.work_lists import WorkList, list_label
from fieldkit.domain.people.phone import read_back
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.minutes import letterhead
from fieldkit.reports.making.parts import NONE, Letterhead, known, masked_tail
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import Sheet, new_book, type_of
from fieldkit.store.queries.national.work_lists import WorkListEntry

KEEP: Final = "Daftar ini memuat nama warga. Jangan difoto atau ditempel; simpan bersama berkas kantor."
HEADS: Final = (
    "No",
    "Nama",
    "NIK",
    "Lahir",
    "RT/RW",
    "HP atau yang bisa dihubungi",
    "Status pusat",
    "Sejak",
    "Tindakan",
)
_WIDTHS: Final = (5, 28, 9, 11, 10, 20, 20, 11, 46)
_CENTRE: Final = Alignment("center", "top", wrap_text=True)


@dataclass(frozen=True, slots=True, repr=False)
class ListLine:
    """Somebody on the list."""

    number: int
    name: str
    nik: str
    born: str
    neighbourhood: str
    reached: str
    status: str
    since: str
    remedy: str


@dataclass(frozen=True, slots=True, repr=False)
class VillagePage:
    """The people of one village."""

    village: str
    lines: tuple[ListLine, ...]


@dataclass(frozen=True, slots=True, repr=False)
class NationalList:
    """The list, a village on each page."""

    letterhead: Letterhead
    title: str
    printed: str
    pages: tuple[VillagePage, ...]
    page_title: str
    file_name: str
    keep: str = KEEP
    mark: str = ""
    """There is no draft of it; kept for the letterhead that all papers share."""
    heads: tuple[str, ...] = HEADS


@dataclass(frozen=True, slots=True)
class ListHead:
    """Which list, where and when."""

    work_list: WorkList
    office: str
    regency: str
    at: datetime


def national_list(head: ListHead, people: Sequence[tuple[str, WorkListEntry]]) -> NationalList:
    """The list of these people, each with the name of the village, in the order in which they come."""
    title, day = str(list_label(head.work_list)), day_long(head.at.date())
    pages = tuple(
        VillagePage(village, tuple(_line(number, entry) for number, (_, entry) in enumerate(each, start=1)))
        for village, each in groupby(people, key=lambda one: one[0])
    )
    return NationalList(
        letterhead(head.office, head.regency),
        title,
        f"{count(len(people))} orang menurut data pusat, dicetak {day} pukul {clock(head.at)}",
        pages,
        f"{title} · {day}",
        f"Data pusat, {title.lower()} {head.at:%Y-%m-%d} {clock(head.at)}",
    )


def national_list_html(paper: NationalList) -> str:
    """The list as HTML."""
    return filled("daftar-pusat.html", (), paper=paper, report=paper)


def write_national_list(paper: NationalList, path: Path) -> None:
    """Write the list as .xlsx, a sheet for each village. StoreError where the file can not be written."""
    book = new_book(paper.page_title)
    for at, page in enumerate(paper.pages, start=1):
        sheet = Sheet(book, f"{at} {page.village}", paper.page_title, _WIDTHS)
        sheet.wide(paper.letterhead.government, type_of(11), _CENTRE)
        sheet.wide(paper.letterhead.office, type_of(12, bold=True), _CENTRE)
        sheet.wide(f"{paper.title}, {page.village}", type_of(14, bold=True), _CENTRE)
        sheet.wide(paper.printed)
        sheet.cells.print_title_rows = f"{sheet.row}:{sheet.row}"
        sheet.line(HEADS, type_of(bold=True))
        for line in page.lines:
            sheet.line(_values(line))
        sheet.wide(paper.keep, type_of(8))
    save_document(path, workbook_bytes(book))


def _values(line: ListLine) -> tuple[str | int, ...]:
    told = (line.name, line.nik, line.born, line.neighbourhood, line.reached, line.status, line.since, line.remedy)
    return (line.number, *told)


def _line(number: int, entry: WorkListEntry) -> ListLine:
    words = remedy(entry.status)
    return ListLine(
        number,
        known(entry.name),
        masked_tail(entry.nik_tail),
        entry.birth_date[:4] or NONE,
        f"{entry.rt or NONE}/{entry.rw or NONE}",
        read_back(entry.phone) if entry.phone else known(entry.contact_name),
        str(status_label(entry.status, entry.raw)),
        date_numeric(date.fromisoformat(entry.since)),
        str(words) if words is not None else "",
    )
