"""Coverage as it is reported (HO-4): by place, sex, reason and site, and the cleaning of the list apart.

Each part says of when it is and whose work is missing in it (HO-2). Nobody is taken off a whole by being explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final, TypeAlias

from fieldkit.domain.formats import clock, count, date_numeric, day_long, percent_short, percent_text
from fieldkit.domain.lists.coverage import percent
from fieldkit.domain.lists.listing import CONFIRMED_STATES, EntryState, entry_label
from fieldkit.domain.national.counts import Source
from fieldkit.domain.national.standing import Counted, Standing
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.reasons import reason_label
from fieldkit.records.regions import RegionTable
from fieldkit.records.wire import SilentLaptop
from fieldkit.reports.making.labels import labelled
from fieldkit.reports.making.parts import NONE
from fieldkit.reports.making.saving import file_name
from fieldkit.store.queries.coverage.freshness import Freshness
from fieldkit.store.queries.coverage.page import CoverageView, Part
from fieldkit.store.queries.coverage.places import Place
from fieldkit.store.queries.coverage.report import CoverageReport
from fieldkit.work.instants import at_site

Value: TypeAlias = str | int | Decimal
_DISTRICT_LENGTH: Final = 8
_MOST_WHOLE: Final = 24
_INDENT: Final = "\u00a0\u00a0\u00a0"
_SEXES: Final[Mapping[str, str]] = {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"}
_LIST_HEADS: Final = ("Di daftar", "Terekam", "Terjangkau", "Disahkan", "Merantau", "Dijelaskan")
_LIST_NOTE: Final = (
    "Di daftar = terekam + terjangkau + disahkan + merantau. Dijelaskan: diusulkan lapangan, belum disahkan, dan masih "
    "termasuk terjangkau."
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a part; a strong one stands over or below others."""

    values: tuple[Value, ...]
    is_strong: bool = False

    @property
    def shown(self) -> tuple[tuple[str, bool], ...]:
        """As it is printed, with whether it is a number."""
        return tuple((_shown(value), not isinstance(value, str) or value == NONE) for value in self.values)


@dataclass(frozen=True, slots=True)
class Section:
    """A table of its own: a sheet of the workbook, and a part of the paper."""

    name: str
    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""
    first_share: int = 28
    """Percent of the width of a page that the first column takes."""

    @property
    def columns(self) -> tuple[tuple[str, int, bool], ...]:
        """Heads with their percent of the width, and whether numbers stand below."""
        rest = (100 - self.first_share) // (len(self.heads) - 1)
        numeric = [flag for _, flag in self.lines[-1].shown] if self.lines else [False] * len(self.heads)
        shares = [self.first_share] + [rest] * (len(self.heads) - 1)
        return tuple(zip(self.heads, shares, numeric, strict=True))

    @property
    def is_long(self) -> bool:
        """Whether it may be cut between pages, its heads repeated."""
        return len(self.lines) > _MOST_WHOLE


@dataclass(frozen=True, slots=True)
class CoveragePaper:
    """The report, ready to be laid out; `as_of` and `missing` stand on every part."""

    title: str
    subtitle: str
    page_title: str
    file_name: str
    as_of: str
    missing: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]


def coverage_paper(report: CoverageReport, regions: RegionTable, now_utc: datetime) -> CoveragePaper:
    """The report of a place."""
    view = report.view
    name, when = _place_name(regions, view.whole.place), at_site(now_utc, view.freshness.time_zone)
    sections = (
        _by_place(report, regions),
        _lists(report, regions),
        _by_sex(report),
        _by_reason(report),
        _by_site(report, regions),
        _cleaning(report),
    )
    return CoveragePaper(
        "Laporan cakupan perekaman KTP-el",
        name,
        f"Cakupan perekaman KTP-el · {name} · {day_long(when.date())}",
        file_name("cakupan", name, when.date().isoformat()),
        f"Per {day_long(when.date())} pukul {clock(when)}; {_synced(view.freshness)}.",
        _missing(view.freshness),
        tuple(_facts(view)),
        sections,
    )


def _synced(fresh: Freshness) -> str:
    if not fresh.synced_at_ms:
        return "laptop ini belum pernah sinkron, jadi hanya memuat pekerjaannya sendiri"
    at = at_site(datetime.fromtimestamp(fresh.synced_at_ms / 1000, UTC), fresh.time_zone)
    return f"laptop lain sampai sinkron {day_long(at.date())} pukul {clock(at)}"


def _missing(fresh: Freshness) -> str:
    parts = []
    if not fresh.is_whole:
        parts.append("Laptop ini hanya memegang sebagian wilayah.")
    if fresh.silent:
        parts.append(f"Belum melapor, jadi belum terhitung: {', '.join(map(_silent, fresh.silent))}.")
    else:
        parts.append("Tidak ada laptop yang lama tidak melapor.")
    return " ".join(parts)


def _silent(laptop: SilentLaptop) -> str:
    waiting = f" ({count(laptop.waiting)} perubahan menunggu)" if laptop.waiting else ""
    return f"{laptop.prefix} {laptop.name}{waiting}"


def _facts(view: CoverageView) -> Iterable[str]:
    standing, target = view.whole.standing, percent_short(view.target)
    if standing.whole:
        of = "wajib KTP" if standing.base else "orang di daftar"
        yield (
            f"Cakupan {percent_text(standing.share)}: {count(standing.recorded)} dari {count(standing.whole)} {of}. "
            f"Menuju {target} kurang {count(standing.to_go(view.target))} orang."
        )
    if standing.base:
        yield f"Dasar wajib KTP: {_source(standing.base)}, ditambah {count(standing.since)} orang terekam sesudahnya."
        yield "Wajib KTP bertambah tiap hari oleh yang genap 17 tahun, jadi dasarnya disebut dengan tanggalnya."
    if view.whole.national and view.whole.national != standing.base:
        yield _beside(standing, view.whole.national)
    found = view.outlook
    if found.to_go and found.met_on and found.pace.people:
        pace = f"{count(found.pace.whole)} orang per hari, {found.pace.days} hari terakhir"
        yield f"Dengan laju sekarang ({pace}) {target} tercapai {day_long(found.met_on)}."


def _beside(standing: Standing, national: Counted) -> str:
    counted = f"{count(national.recorded)} dari {count(national.obligated)}, per {day_long(national.as_of)}"
    said = f"Angka nasional {percent_text(national.share)}: {counted}"
    if standing.base and standing.base.obligated == national.obligated:
        return f"{said}. Selisih {count(abs(standing.recorded - national.recorded))} orang pada wajib KTP yang sama."
    return f"{said}. Dasarnya belum tentu sama, jadi selisihnya belum bisa dijelaskan orang per orang."


def _by_place(report: CoverageReport, regions: RegionTable) -> Section:
    view = report.view
    heads = (
        "Tempat",
        "Wajib KTP",
        "Terekam",
        "Cakupan",
        f"Kurang ke {percent_short(view.target)}",
        "Nasional",
        "Dasar per",
    )
    lines = [Line(_standing_cells(name, part, view.target), strong) for name, part, strong in _rows(report, regions)]
    lines.append(Line(_standing_cells("Jumlah", view.whole, view.target), is_strong=True))
    note = (
        "Tanpa angka wajib KTP tidak ada cakupan wilayah; lihat bagian Daftar. Angka per wilayah tidak harus berjumlah."
    )
    return Section("Wilayah", "Per kecamatan dan kelurahan", heads, tuple(lines), note)


def _standing_cells(name: str, part: Part, target: Decimal) -> tuple[Value, ...]:
    standing, national = part.standing, part.national.share if part.national else NONE
    if standing.base is None:
        return (name, NONE, NONE, NONE, NONE, national, "daftar saja")
    return (
        name,
        standing.whole,
        standing.recorded,
        standing.share,
        standing.to_go(target),
        national,
        _base_day(standing.base),
    )


def _lists(report: CoverageReport, regions: RegionTable) -> Section:
    lines = [Line((name, *_list_cells(part.standing)), strong) for name, part, strong in _rows(report, regions)]
    lines.append(Line(("Jumlah", *_list_cells(report.view.whole.standing)), is_strong=True))
    as_of = report.view.freshness.list_as_of
    dated = f" Daftar per {day_long(date.fromisoformat(as_of))}." if as_of else ""
    return Section("Daftar", "Daftar sasaran per wilayah", ("Tempat", *_LIST_HEADS), tuple(lines), _LIST_NOTE + dated)


def _list_cells(standing: Standing) -> tuple[Value, ...]:
    numbers = standing.numbers
    found = (numbers.gross, numbers.recorded, numbers.left, numbers.explained_approved, numbers.away)
    return (*found, standing.proposed)


def _by_sex(report: CoverageReport) -> Section:
    parts = [(each.sex, Standing(each.listed.numbers, each.listed.proposed)) for each in report.by_sex]
    lines = [Line((_SEXES.get(sex, "Tidak diketahui"), *_list_cells(part), part.share)) for sex, part in parts]
    whole = report.view.whole.standing.of_list
    lines.append(Line(("Jumlah", *_list_cells(whole), whole.share), is_strong=True))
    heads = ("Jenis kelamin", *_LIST_HEADS, "Cakupan daftar")
    return Section("Jenis kelamin", "Per jenis kelamin", heads, tuple(lines), _LIST_NOTE, first_share=16)


def _by_reason(report: CoverageReport) -> Section:
    rows = [(each.came, each.recorded, each.reprints, each.forwarded) for each in report.by_reason]
    lines = [
        Line((labelled(each.reason, reason_label), *row)) for each, row in zip(report.by_reason, rows, strict=True)
    ]
    lines.append(
        Line(("Jumlah", *map(sum, zip(*rows, strict=True))) if rows else ("Jumlah", 0, 0, 0, 0), is_strong=True)
    )
    heads = ("Keperluan", "Datang", "Terekam", "Cetak ulang", "Diteruskan")
    note = "Warga tempat ini, di mana pun dilayani. Terekam menghitung tiap orang sekali, pada perekaman pertamanya."
    return Section("Keperluan", "Per keperluan", heads, tuple(lines), note)


def _by_site(report: CoverageReport, regions: RegionTable) -> Section:
    lines = [
        Line((each.site, _place_name(regions, Place(each.village)), each.days, each.came, each.recorded))
        for each in report.by_site
    ]
    total = ("Jumlah", "", sum(e.days for e in report.by_site), sum(e.came for e in report.by_site))
    lines.append(Line((*total, sum(each.recorded for each in report.by_site)), is_strong=True))
    heads = ("Lokasi", "Wilayah", "Hari layanan", "Datang", "Terekam")
    note = (
        "Yang dilayani di sini, dari mana pun asalnya. Terekam menghitung tiap orang sekali, pada perekaman pertamanya."
    )
    return Section("Lokasi", "Per lokasi layanan", heads, tuple(lines), note)


def _cleaning(report: CoverageReport) -> Section:
    """What left the list or may leave it, beside what a percentage would be that is improved by it (HO-4)."""
    standing = report.view.whole.standing.of_list
    numbers = standing.numbers
    lines = [Line((labelled(each.state, entry_label), _of_state(each.state), each.people)) for each in report.cleaning]
    sums = (
        ("Seluruh daftar", "", numbers.gross),
        ("Di luar jangkauan: disahkan dan merantau", "", standing.out_of_reach),
        ("Cakupan daftar, dari seluruhnya", "", standing.share),
        ("Terekam dari yang terjangkau, sebagai pembanding", "", percent(numbers.recorded, numbers.reachable)),
    )
    lines += [Line(values, is_strong=True) for values in sums]
    note = "Yang dibersihkan tetap di dalam daftar, supaya cakupan tidak naik oleh pencoretan."
    return Section(
        "Pembersihan", "Pembersihan daftar", ("Keadaan", "Keputusan", "Orang"), tuple(lines), note, first_share=56
    )


def _of_state(state: str) -> str:
    if state in CONFIRMED_STATES:
        return "disahkan"
    return "dicatat terpisah" if state == EntryState.AWAY else "belum disahkan"


def _rows(report: CoverageReport, regions: RegionTable) -> Iterable[tuple[str, Part, bool]]:
    """Parts with what they have themselves, each by its name; whatever has others below it stands out."""
    for part, inside in report.groups:
        yield _place_name(regions, part.place), part, bool(inside)
        for each in inside:
            yield f"{_INDENT}{_place_name(regions, each.place)}", each, False


def _place_name(regions: RegionTable, place: Place) -> str:
    if place.rt is not None:
        return f"RT {place.rt}" if place.rt else "Tanpa RT"
    if place.rw is not None:
        return f"RW {place.rw}" if place.rw else "Tanpa RW"
    region = regions.by_code(place.code)
    name = region.name if region else place.code
    return f"Kec. {name}" if region and len(place.code) == _DISTRICT_LENGTH else name


def _source(counted: Counted) -> str:
    whose = "data sendiri" if counted.source == Source.LOCAL else "angka nasional"
    return f"{whose} per {day_long(counted.as_of)}"


def _base_day(counted: Counted) -> str:
    return date_numeric(counted.as_of) if counted.source == Source.LOCAL else f"nas. {date_numeric(counted.as_of)}"


def _shown(value: Value) -> str:
    if isinstance(value, Decimal):
        return percent_text(value)
    return count(value) if isinstance(value, int) else value
