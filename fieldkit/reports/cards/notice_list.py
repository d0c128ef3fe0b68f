"""Lists by which people are told that their card is ready (NC-1): to call from, or for the board of a village.

A page per village and RT. No NIK is on them, no number on a board, and no name of a file tells of a person (F-P5).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from openpyxl.styles import Alignment

from fieldkit.domain.formats import clock, count, day_long
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.people.phone import read_back
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.minutes import letterhead
from fieldkit.reports.making.parts import NONE, Letterhead, known, reference
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import Sheet, new_book, type_of
from fieldkit.store.queries.notices.desk import NoticeCard

FREE: Final = "GRATIS. Mengambil KTP-el tidak dipungut biaya. Siapa pun yang meminta uang, laporkan ke kantor."
BRING: Final = "Bawa KK dan resi. Tunjukkan keduanya sebelum kartu diserahkan."
_TITLES: Final = {
    SheetKind.CARD_CALLS: "Daftar panggil: KTP-el sudah jadi",
    SheetKind.CARD_POSTING: "KTP-el sudah jadi dan bisa diambil",
}
_FILES: Final = {
    SheetKind.CARD_CALLS: "Daftar panggil KTP-el jadi",
    SheetKind.CARD_POSTING: "Daftar tempel KTP-el jadi",
}
_KEEP: Final = {
    SheetKind.CARD_CALLS: "Daftar ini memuat nama dan nomor warga. Jangan difoto atau ditempel; ketik hasilnya, lalu "
    "simpan bersama berkas kantor.",
    SheetKind.CARD_POSTING: "Untuk papan pengumuman desa atau kelurahan. Lepas sesudah 30 hari.",
}
RESULTS: Final = "Hasil: T sudah ditelepon · R lewat RT · X tidak terhubung"
_CALL_HEADS: Final = ("No", "Nama", "Alamat", "Telepon atau penghubung", "Resi", "Ambil di", "Kabar ke", "Hasil")
_CALL_WIDTHS: Final = (5, 26, 26, 26, 13, 18, 8, 14)
_BOARD_HEADS: Final = ("No", "Nama", "Ambil di")
_BOARD_WIDTHS: Final = (6, 60, 44)
_CENTRE: Final = Alignment("center", "top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class NoticeListHead:
    """Where and when the list is for; villages by their code, in words."""

    office: str
    regency: str
    villages: Mapping[str, str]
    at: datetime
    operator: str


@dataclass(frozen=True, slots=True, repr=False)
class NoticeLine:
    """Somebody to be told."""

    number: int
    name: str
    address: str
    reach: str
    reference: str
    place: str
    turn: str


@dataclass(frozen=True, slots=True, repr=False)
class NoticePage:
    """The people of one RT; on a board those of a village."""

    title: str
    lines: tuple[NoticeLine, ...]


@dataclass(frozen=True, slots=True, repr=False)
class NoticeList:
    """The list, ready to be laid out."""

    kind: SheetKind
    letterhead: Letterhead
    title: str
    pages: tuple[NoticePage, ...]
    made: str
    keep: str
    page_title: str
    file_name: str
    bring: str = BRING
    free: str = FREE
    results: str = RESULTS

    @property
    def is_board(self) -> bool:
        """Whether it hangs where everybody reads it."""
        return self.kind is SheetKind.CARD_POSTING


def notice_list(kind: SheetKind, head: NoticeListHead, cards: Sequence[NoticeCard]) -> NoticeList:
    """The list of these cards, village by village and RT by RT."""
    is_board = kind is SheetKind.CARD_POSTING

    def page_of(card: NoticeCard) -> tuple[str, ...]:
        return (card.area,) if is_board else (card.area, card.rw, card.rt)

    ordered = sorted(cards, key=lambda card: (*page_of(card), card.name.casefold(), card.request_id))
    pages = tuple(
        NoticePage(_page_title(head, *place), tuple(_line(number, card) for number, card in enumerate(group, 1)))
        for place, group in groupby(ordered, key=page_of)
    )
    day = day_long(head.at.date())
    return NoticeList(
        kind,
        letterhead(head.office, head.regency),
        _TITLES[kind],
        pages,
        f"dicetak {day} pukul {clock(head.at)}, {known(head.operator)}",
        _KEEP[kind],
        f"{_FILES[kind]} · {day}",
        f"{_FILES[kind]} {head.at:%Y-%m-%d} {clock(head.at)}",
    )


def notice_list_html(paper: NoticeList) -> str:
    """The list as HTML."""
    return filled("daftar-kabar.html", (), paper=paper)


def write_notice_list(paper: NoticeList, path: Path) -> None:
    """Write the list as .xlsx, a sheet per page. StoreError where the file can not be written."""
    book = new_book(paper.page_title)
    heads, widths = (_BOARD_HEADS, _BOARD_WIDTHS) if paper.is_board else (_CALL_HEADS, _CALL_WIDTHS)
    for number, page in enumerate(paper.pages, 1):
        sheet = Sheet(book, _tab(number, page), paper.page_title, widths)
        _head(sheet, paper, page)
        sheet.cells.print_title_rows = f"{sheet.row}:{sheet.row}"
        sheet.line(heads, type_of(bold=True))
        for line in page.lines:
            sheet.line(_values(line, is_board=paper.is_board))
        sheet.row += 1
        sheet.wide(paper.keep, type_of(8))
    save_document(path, workbook_bytes(book))


def _page_title(head: NoticeListHead, area: str, rw: str = "", rt: str = "") -> str:
    parts = (head.villages.get(area, area), f"RT {rt}" if rt else "", f"RW {rw}" if rw else "")
    return " · ".join(filter(None, parts))


def _line(number: int, card: NoticeCard) -> NoticeLine:
    return NoticeLine(
        number,
        known(card.name),
        known(card.address),
        (read_back(card.phone) if card.way.number else card.contact) or NONE,
        reference(card.receipt_ref),
        known(card.place),
        f"{min(card.counted + 1, 3)} dari 3",
    )


def _tab(number: int, page: NoticePage) -> str:
    return f"{number} {' '.join(page.title.replace('·', ' ').split())}"


def _head(sheet: Sheet, paper: NoticeList, page: NoticePage) -> None:
    sheet.wide(paper.letterhead.government, type_of(11), _CENTRE)
    sheet.wide(paper.letterhead.office, type_of(12, bold=True), _CENTRE)
    sheet.wide(paper.title.upper(), type_of(14, bold=True), _CENTRE)
    sheet.wide(page.title, type_of(11), _CENTRE)
    sheet.wide(f"{count(len(page.lines))} orang, {paper.made}", type_of(9), _CENTRE)
    for words in (paper.free, paper.bring, *(() if paper.is_board else (paper.results,))):
        sheet.wide(words)
    sheet.row += 1


def _values(line: NoticeLine, *, is_board: bool) -> tuple[str | int, ...]:
    if is_board:
        return line.number, line.name, line.place
    return line.number, line.name, line.address, line.reach, line.reference, line.place, line.turn, ""
