"""What the page says: names of places, percentages and days, and what follows from a pace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from fieldkit.domain.areas import AreaCode, VillageKind, village_kind
from fieldkit.domain.national.counts import Source
from fieldkit.domain.national.standing import Counted, Standing
from fieldkit.records.regions import RegionTable
from fieldkit.records.wire import SilentLaptop
from fieldkit.store.queries.coverage.page import CoverageView, Part
from fieldkit.store.queries.coverage.places import Level, Place
from fieldkit.ui.formats import clock, count, day_month, decimal, percent_text
from fieldkit.ui.language import tr
from fieldkit.ui.places import district_name, village_label
from fieldkit.work.instants import at_site

_REGENCY_LENGTH = 5
_VILLAGE_LENGTH = 13


def place_name(regions: RegionTable, place: Place) -> str:
    """A place with its kind: Kota Probolinggo, Kec. Mayangan, Kel. Jati, RW 05, RT 03."""
    if place.rt is not None or place.rw is not None:
        return part_name(regions, place)
    if len(place.code) == _VILLAGE_LENGTH:
        return village_label(regions, place.code)
    if len(place.code) > _REGENCY_LENGTH:
        return district_name(regions, place.code)
    region = regions.by_code(place.code)
    return region.name if region else place.code


def part_name(regions: RegionTable, place: Place) -> str:
    """A place among others of its kind."""
    if place.rt is not None:
        return tr("RT {n}", n=place.rt) if place.rt else tr("Tanpa RT")
    if place.rw is not None:
        return tr("RW {n}", n=place.rw) if place.rw else tr("Tanpa RW")
    region = regions.by_code(place.code)
    return region.name if region else place.code


def level_name(level: Level, parts: tuple[Part, ...]) -> str:
    """What the places of a level are called: in a city all villages are kelurahan."""
    if level is Level.VILLAGE:
        kinds = {village_kind(AreaCode(part.place.code)) for part in parts}
        return tr("Kelurahan") if kinds <= {VillageKind.KELURAHAN} else tr("Desa/kelurahan")
    return {Level.DISTRICT: tr("Kecamatan"), Level.RW: tr("RW"), Level.RT: tr("RT")}[level]


def parts_text(level: Level, parts: tuple[Part, ...]) -> str:
    """Into how many a place is split: "29 kelurahan", "9 RW"."""
    name = level_name(level, parts)
    return f"{count(len(parts))} {name if level in {Level.RW, Level.RT} else name.lower()}"


def missing_text(silent: Sequence[SilentLaptop]) -> str:
    """Whose work is in none of the figures; nothing where all have reported."""
    if not silent:
        return ""
    named = ", ".join(laptop.prefix for laptop in silent)
    return tr("tanpa {laptops}", laptops=named if len(silent) < 3 else tr("{n} laptop", n=count(len(silent))))


def share_text(share: Decimal) -> str:
    """A share under a head that says percent: "91,54"."""
    return percent_text(share).removesuffix(" %")


def target_text(target: Decimal) -> str:
    """The target as people say it: "98 %", "98,5 %"."""
    places = 0 if target == target.to_integral_value() else 1 if target * 10 % 1 == 0 else 2
    return f"{decimal(float(target), places)} %"


def near_day(day: date, today: date) -> str:
    """A day, with its year where that is another one: "16 Mei", "31 Des 2018"."""
    return day_month(day) if day.year == today.year else f"{day_month(day)} {day.year}"


def instant_text(at_ms: int, today: date, time_zone: str) -> str:
    """Up to when a figure goes: "23 Feb 19.26"."""
    at = at_site(datetime.fromtimestamp(at_ms / 1000, UTC), time_zone)
    return f"{near_day(at.date(), today)} {clock(at)}"


def per_day_text(per_day: Decimal) -> str:
    """A pace: "105", below ten "3,5"."""
    return count(int(per_day + Decimal("0.5"))) if per_day >= 10 else decimal(float(per_day))


def source_text(counted: Counted, today: date) -> str:
    """Whose count it is, and of which day."""
    day = near_day(counted.as_of, today)
    return (
        tr("data sendiri, {day}", day=day) if counted.source == Source.LOCAL else tr("angka nasional, {day}", day=day)
    )


def sum_text(name: str, standing: Standing) -> str:
    """The list of a place as a sum: each person in one of its parts (F-T2)."""
    numbers = standing.numbers
    told = tr(
        "{place}: {gross} di daftar = {recorded} terekam + {left} terjangkau + {approved} disahkan + {away} merantau",
        place=name,
        gross=count(numbers.gross),
        recorded=count(numbers.recorded),
        left=count(numbers.left),
        approved=count(numbers.explained_approved),
        away=count(numbers.away),
    )
    if not standing.proposed:
        return told
    return f"{told} · {tr('{n} dijelaskan, belum disahkan', n=count(standing.proposed))}"


def gap_text(standing: Standing, target: Decimal) -> str:
    """What a bar shows, for whoever listens or points at it."""
    parts = [tr("kurang {n} orang menuju {target}", n=count(standing.to_go(target)), target=target_text(target))]
    if standing.proposed:
        parts.append(tr("{n} dijelaskan, belum disahkan", n=count(standing.proposed)))
    if standing.out_of_reach:
        parts.append(tr("{n} di luar jangkauan", n=count(standing.out_of_reach)))
    return ", ".join(parts)


def base_note(view: CoverageView, name: str) -> str:
    """What the shares of the parts are of, where that is not the obligated population."""
    if not view.uncounted:
        return ""
    if view.level in {Level.RW, Level.RT}:
        return tr("Cakupan daftar: RW dan RT tidak punya angka wajib KTP.")
    total = view.uncounted if view.uncounted == len(view.parts) else 0
    if total:
        return tr("Cakupan daftar: belum ada angka wajib KTP per {level}.", level=name.lower())
    return tr("Cakupan daftar: {n} {level} belum punya angka wajib KTP.", n=count(view.uncounted), level=name.lower())


def passed_text(regions: RegionTable, view: CoverageView, most: int = 2) -> str:
    """Those above the line, in one sentence."""
    passed = view.passed
    if not passed:
        return ""
    names = " · ".join(f"{part_name(regions, part.place)} {share_text(part.standing.share)}" for part in passed[:most])
    more = len(passed) - most
    said = tr("Sudah lewat {target}: {names}", target=target_text(view.target), names=names)
    return said if more <= 0 else tr("{said} dan {n} lagi", said=said, n=count(more))


def outlook_text(view: CoverageView) -> tuple[str, str]:
    """Where it is heading, with the day; and the tone of that."""
    standing, found, target = view.whole.standing, view.outlook, target_text(view.target)
    if not standing.whole:
        return tr("Belum ada daftar atau angka wajib KTP untuk tempat ini."), "info"
    if not found.to_go:
        return tr(
            "{target} sudah tercapai, per {day}.", target=target, day=near_day(found.pace.until, view.today)
        ), "ok"
    if not found.pace.people:
        return tr(
            "Tujuh hari terakhir belum ada yang direkam, jadi {target} belum bisa diperkirakan.", target=target
        ), "warn"
    said, tone = _expected(view, target)
    beyond = standing.beyond_the_list(view.target)
    if standing.base and standing.numbers.gross and beyond:
        return f"{said} {tr('{n} orang yang kurang tidak terjangkau lewat daftar.', n=count(beyond))}", "warn"
    return said, tone


def _expected(view: CoverageView, target: str) -> tuple[str, str]:
    found, today = view.outlook, view.today
    if found.met_on is None:
        return tr("Dengan laju sekarang {target} tidak tercapai dalam waktu dekat.", target=target), "warn"
    met = near_day(found.met_on, today)
    if found.by is None:
        return tr(
            "Dengan laju sekarang {target} tercapai {day}. Tanggal batas belum diisi di Jadwal.", target=target, day=met
        ), "info"
    by, late = near_day(found.by, today), found.days_late or 0
    if late > 0:
        said = tr(
            "Dengan laju sekarang {target} baru tercapai {day}, {n} hari setelah {by}.",
            target=target,
            day=met,
            n=count(late),
            by=by,
        )
        return f"{said} {_twice(view)}".strip(), "warn"
    if late == 0:
        return tr("Dengan laju sekarang {target} tercapai tepat {day}.", target=target, day=met), "ok"
    return tr(
        "Dengan laju sekarang {target} tercapai {day}, {n} hari sebelum {by}.",
        target=target,
        day=met,
        n=count(-late),
        by=by,
    ), "ok"


def _twice(view: CoverageView) -> str:
    """What twice the pace would bring."""
    found = view.twice
    if found.met_on is None:
        return ""
    pace = per_day_text(found.pace.per_day)
    return tr("Dengan laju dua kali lipat ({n}/hari): {day}.", n=pace, day=near_day(found.met_on, view.today))
