"""Sheets of a by-name list: whom the RT calls, the invitation for RT and takmir, and what is left for the lurah.

One page per RT. A NIK is masked or absent, and no name of a file tells of a person (F-P5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from fieldkit.domain.formats import count, day_long, percent_text
from fieldkit.domain.lists.coverage import percent
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.lists.listing import EntryState, entry_label
from fieldkit.domain.people.sex import Sex
from fieldkit.reports.making.html import filled
from fieldkit.reports.making.parts import NONE, Fact, Figure
from fieldkit.store.queries.lists.listing import Facet, ListCounts, ListEntry, ListFilter
from fieldkit.store.queries.lists.sheets import ComingPlan

FREE: Final = "GRATIS. Perekaman KTP-el tidak dipungut biaya. Siapa pun yang meminta uang, laporkan ke kantor."
BRING: Final = (
    "Datang sendiri, perekaman tidak bisa diwakilkan.",
    "Kartu keluarga (KK), asli atau salinan.",
    "Nomor HP yang aktif, untuk kabar KTP-el jadi.",
)
KEEP: Final = "Lembar ini memuat nama warga. Jangan difoto atau ditempel; sesudah dipakai kembalikan ke petugas."
_TITLES: Final = {
    SheetKind.CALL_LIST: "Daftar panggil warga belum rekam",
    SheetKind.INVITATION: "Undangan perekaman KTP-el",
    SheetKind.REMAINDER: "Sisa daftar sasaran",
}
_SEXES: Final[dict[str, str]] = {Sex.MALE: "L", Sex.FEMALE: "P"}
_SILENT: Final = {EntryState.UNRECORDED, EntryState.INVITED}
_ELSEWHERE: Final = {ListFilter.RECORDED, ListFilter.CONFIRMED, ListFilter.AWAY}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the list is from, in words, and its days."""

    government: str
    village: str
    listed_on: date | None
    printed: date

    @property
    def as_of(self) -> str:
        """The day of the list."""
        return f"daftar per {day_long(self.listed_on)}" if self.listed_on else "tanpa tanggal daftar"

    @property
    def printed_on(self) -> str:
        """The day of the paper."""
        return day_long(self.printed)


@dataclass(frozen=True, slots=True, repr=False)
class SheetLine:
    """Somebody on a sheet."""

    number: int
    name: str
    sex: str
    born: str
    address: str
    nik: str
    remark: str


@dataclass(frozen=True, slots=True, repr=False)
class RtPage:
    """The people of one RT."""

    rw: str
    rt: str
    title: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True, repr=False)
class ListSheet:
    """A sheet with names, an RT on each page; `occasion` is empty where no shift is planned."""

    kind: SheetKind
    title: str
    place: Place
    occasion: tuple[Fact, ...]
    pages: tuple[RtPage, ...]
    bring: tuple[str, ...] = BRING
    free: str = FREE
    keep: str = KEEP

    @property
    def page_title(self) -> str:
        """What stands at the foot of each page."""
        return f"{self.title}, {self.place.village}"


@dataclass(frozen=True, slots=True)
class RtLine:
    """What is left in one RT."""

    neighbourhood: str
    total: int
    recorded: int
    explained: int
    away: int
    left: int


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a village's list, without a name: figures with their sums, and RT by RT, most left first."""

    title: str
    place: Place
    figures: tuple[Figure, ...]
    sums: tuple[str, ...]
    lines: tuple[RtLine, ...]
    """RT by RT, and their sum at the end."""

    @property
    def page_title(self) -> str:
        """What stands at the foot of each page."""
        return f"{self.title}, {self.place.village}"


def list_sheet(kind: SheetKind, place: Place, plan: ComingPlan | None, people: Sequence[ListEntry]) -> ListSheet:
    """A sheet of these people, who come by RW and RT."""
    pages = tuple(
        _page(kind, rw, rt, list(each)) for (rw, rt), each in groupby(people, key=lambda one: (one.rw, one.rt))
    )
    return ListSheet(kind, _TITLES[kind], place, _occasion(plan), pages)


def remainder(place: Place, counts: ListCounts, facets: Sequence[Facet]) -> Remainder:
    """What the lurah is shown (TL-5)."""
    figures = (
        Figure("Di daftar", counts.total),
        Figure("Dicoret kantor atas bukti", counts.approved),
        Figure("Merantau, tetap di daftar", counts.away),
        Figure("Terjangkau", counts.reachable),
        Figure("Sudah terekam", counts.recorded),
        Figure("Sisa", counts.left),
        Figure("Usulan yang menunggu kantor", counts.proposed),
    )
    left = f"{count(counts.reachable)} terjangkau − {count(counts.recorded)} terekam = sisa {count(counts.left)}"
    reach = f"{count(counts.total)} − {count(counts.approved)} − {count(counts.away)} = {count(counts.reachable)}"
    done = f"Terekam {percent_text(percent(counts.recorded, counts.total))} dari daftar"
    lines = _rt_lines(facets)
    return Remainder(_TITLES[SheetKind.REMAINDER], place, figures, (reach, left, done), (*lines, _whole(lines)))


def list_sheet_html(sheet: ListSheet, template_dirs: Sequence[Path] = ()) -> str:
    """A call list or an invitation. Templates of the given folders win; FileError as for the daily report."""
    return filled("lembar-daftar.html", template_dirs, sheet=sheet)


def remainder_html(rest: Remainder, template_dirs: Sequence[Path] = ()) -> str:
    """What is left for the lurah. Templates of the given folders win; FileError as for the daily report."""
    return filled("sisa-daftar.html", template_dirs, rest=rest)


def file_stem(kind: SheetKind, village: str, on: date, rw: str, rt: str) -> str:
    """Name of the files without their ending: place and day, nothing of a person."""
    part = " ".join(filter(None, (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "")))
    return " ".join(filter(None, (_TITLES[kind], village, part, f"{on:%Y-%m-%d}")))


def _page(kind: SheetKind, rw: str, rt: str, people: Sequence[ListEntry]) -> RtPage:
    lines = tuple(_line(kind, number, person) for number, person in enumerate(people, start=1))
    return RtPage(rw, rt, _neighbourhood(rw, rt), lines)


def _line(kind: SheetKind, number: int, person: ListEntry) -> SheetLine:
    is_call_list = kind is SheetKind.CALL_LIST
    return SheetLine(
        number,
        person.name or NONE,
        _SEXES.get(person.sex, NONE),
        person.birth_date[:4] or NONE,
        person.address or NONE,
        f"…{person.nik_tail[-4:]}" if is_call_list and person.nik_tail else "",
        "" if person.state in _SILENT else str(entry_label(person.state)),
    )


def _occasion(plan: ComingPlan | None) -> tuple[Fact, ...]:
    if plan is None:
        return ()
    hours = f"{plan.planned_start.replace(':', '.')}–{plan.planned_end.replace(':', '.')}"
    return (
        Fact("Hari, tanggal", day_long(date.fromisoformat(plan.day))),
        Fact("Pukul", hours),
        Fact("Tempat", plan.site_name),
    )


def _neighbourhood(rw: str, rt: str) -> str:
    return f"RT {rt or NONE} / RW {rw or NONE}"


def _rt_lines(facets: Sequence[Facet]) -> tuple[RtLine, ...]:
    by_rt = sorted(facets, key=lambda each: (each.rw, each.rt))
    lines = [_rt_line(rw, rt, list(each)) for (rw, rt), each in groupby(by_rt, key=lambda one: (one.rw, one.rt))]
    return tuple(sorted(lines, key=lambda line: -line.left))


def _rt_line(rw: str, rt: str, facets: Sequence[Facet]) -> RtLine:
    def people(*parts: str) -> int:
        return sum(each.people for each in facets if each.part in parts)

    total = sum(each.people for each in facets)
    return RtLine(
        _neighbourhood(rw, rt),
        total,
        people(ListFilter.RECORDED),
        people(ListFilter.CONFIRMED, ListFilter.PROPOSED),
        people(ListFilter.AWAY),
        total - people(*_ELSEWHERE),
    )


def _whole(lines: Sequence[RtLine]) -> RtLine:
    def together(name: str) -> int:
        return sum(getattr(line, name) for line in lines)

    return RtLine("Jumlah", *(together(name) for name in ("total", "recorded", "explained", "away", "left")))
