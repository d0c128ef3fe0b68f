"""The target of a camat or lurah with how far it is, place by place: handed over on paper, without any name (PL-2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment

from fieldkit.domain.formats import clock, count, day_long, percent_text
from fieldkit.domain.lists.coverage import ListNumbers, percent
from fieldkit.domain.lists.targets import Target
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.in_memory import workbook_bytes
from fieldkit.reports.making.parts import NONE, Figure
from fieldkit.reports.making.saving import save_document
from fieldkit.reports.making.sheet import Sheet, new_book, type_of

TITLE: Final = "Target perekaman KTP-el"
HEADS: Final = ("Target", "Di daftar", "Dijelaskan", "Terjangkau", "Terekam", "Sisa")
NOTE: Final = (
    "Dijelaskan: dicoret kantor dengan bukti, atau merantau. Terjangkau = di daftar - dijelaskan. "
    "Sisa = terjangkau - terekam. Lembar ini hanya memuat angka, tanpa nama warga."
)
_WIDTHS: Final = (30, 12, 12, 12, 12, 12, 12)
_CENTRE: Final = Alignment("center", "top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A camat's district or a lurah's village, and what its parts are called: villages, or RT."""

    government: str
    name: str
    parts: str
    addressee: str


@dataclass(frozen=True, slots=True)
class SheetState:
    """Of which moment the figures are, who has signed the targets, and how many laptops have not reported."""

    at: datetime
    signed_by: str = ""
    signed_on: date | None = None
    silent: int = 0


@dataclass(frozen=True, slots=True)
class PartLine:
    """A village or an RT; the target is None where nobody has set one."""

    name: str
    target: int | None
    numbers: ListNumbers

    @property
    def values(self) -> tuple[int | None, ...]:
        """In the order of the heads."""
        numbers = self.numbers
        explained = numbers.gross - numbers.reachable
        return self.target, numbers.gross, explained, numbers.reachable, numbers.recorded, numbers.left

    @property
    def cells(self) -> tuple[str, ...]:
        """The values as they are printed."""
        return tuple(Figure("", value).shown for value in self.values)


@dataclass(frozen=True, slots=True)
class TargetSheet:
    """One page for one camat or lurah; the last line is the whole."""

    place: SheetPlace
    title: str
    as_of: str
    signed: str
    figures: tuple[Figure, ...]
    lines: tuple[PartLine, ...]
    remarks: tuple[str, ...]
    heads: tuple[str, ...] = HEADS
    note: str = NOTE


@dataclass(frozen=True, slots=True)
class TargetSheets:
    """Sheets that leave together; `page_title` stands at the foot of each page."""

    page_title: str
    pages: tuple[TargetSheet, ...]


def target_sheet(
    place: SheetPlace, target: Target | None, parts: Sequence[PartLine], proposed: int, state: SheetState
) -> TargetSheet:
    """The sheet of one place, from its parts."""
    whole = PartLine("Jumlah", target.quantity if target else None, _together(each.numbers for each in parts))
    return TargetSheet(
        place,
        TITLE,
        _as_of(state),
        _signed(state),
        _figures(target, whole.numbers),
        (*parts, whole),
        tuple(_remarks(target, parts, whole.numbers, proposed, state)),
    )


def together(sheets: Sequence[TargetSheet]) -> TargetSheets:
    """Sheets that go out in one file."""
    return TargetSheets(f"{TITLE}, {sheets[0].place.name}", tuple(sheets))


def target_sheets_html(sheets: TargetSheets) -> str:
    """The sheets on paper, each on a page of its own."""
    return filled("lembar-target.html", (), sheets=sheets)


def write_target_book(sheets: TargetSheets, path: Path) -> None:
    """Write the sheets as .xlsx, a worksheet each. StoreError where the file can not be written."""
    book = new_book(sheets.page_title)
    for number, sheet in enumerate(sheets.pages, start=1):
        _write_page(book, sheet, f"{number} {sheet.place.name}", sheets.page_title)
    save_document(path, workbook_bytes(book))


def _together(all_: Iterable[ListNumbers]) -> ListNumbers:
    known = list(all_)
    columns = ("gross", "explained_approved", "away", "recorded")
    return ListNumbers(*(sum(getattr(each, name) for each in known) for name in columns))


def _as_of(state: SheetState) -> str:
    return f"per {day_long(state.at.date())} pukul {clock(state.at)}"


def _signed(state: SheetState) -> str:
    if state.signed_on is None:
        return "Target ini belum ditandatangani kepala dinas."
    return f"Target ditandatangani {state.signed_by}, {day_long(state.signed_on)}."


def _figures(target: Target | None, numbers: ListNumbers) -> tuple[Figure, ...]:
    until = f" sampai {day_long(target.until)}" if target is not None and target.until is not None else ""
    return (
        Figure(f"Target{until}", target.quantity if target is not None else None),
        Figure("Sudah terekam", numbers.recorded),
        Figure("Kurang dari target", target.missing(numbers.recorded) if target is not None else None),
        Figure("Sisa terjangkau", numbers.left),
    )


def _remarks(
    target: Target | None, parts: Sequence[PartLine], numbers: ListNumbers, proposed: int, state: SheetState
) -> Iterable[str]:
    if numbers.gross:
        share = percent_text(percent(numbers.recorded, numbers.gross))
        yield f"Terekam {share} dari {count(numbers.gross)} orang di daftar."
    if proposed:
        yield f"{count(proposed)} orang diusulkan lapangan untuk dicoret dan menunggu kantor: masih terjangkau."
    set_ = [each.target for each in parts if each.target is not None]
    if target is not None and set_ and sum(set_) != target.quantity:
        # Figures that do not add up are told, never repaired (F-T5).
        added, own = count(sum(set_)), count(target.quantity)
        yield f"Jumlah target bagiannya {added}, targetnya sendiri {own}: tidak sama, ditulis seperti ditetapkan."
    if state.silent:
        yield f"{count(state.silent)} laptop belum melapor lebih dari sehari; hasilnya mungkin belum masuk."


def _write_page(book: Workbook, sheet: TargetSheet, name: str, page_title: str) -> None:
    page = Sheet(book, name, page_title, _WIDTHS)
    page.wide(sheet.place.government, type_of(11), _CENTRE)
    page.wide(sheet.title.upper(), type_of(14, bold=True), _CENTRE)
    page.wide(sheet.place.name, type_of(11), _CENTRE)
    page.wide(sheet.as_of, type_of(9), _CENTRE)
    page.row += 1
    for figure in sheet.figures:
        page.across(1, 6, figure.label)
        page.put(7, figure.shown if figure.amount is None else figure.amount)
        page.row += 1
    page.row += 1
    page.line((sheet.place.parts, *sheet.heads), type_of(bold=True))
    for line in sheet.lines:
        values = tuple(NONE if value is None else value for value in line.values)
        page.line((line.name, *values), type_of(bold=True) if line is sheet.lines[-1] else None)
    page.row += 1
    for words in (*sheet.remarks, sheet.signed, sheet.note):
        page.wide(words, type_of(9))
