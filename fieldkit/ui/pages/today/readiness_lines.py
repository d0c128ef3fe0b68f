"""The lines of readiness in words: what stands how, and the way out where something is not in order (TL-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from fieldkit.domain.clock import KnownClock
from fieldkit.domain.lease import LeaseStanding, LeaseState
from fieldkit.domain.planning.schedule import SetState
from fieldkit.domain.planning.site import Network
from fieldkit.domain.planning.site import Power as SitePower
from fieldkit.domain.shifts.endurance import Endurance, disk_endurance
from fieldkit.domain.shifts.readiness import (
    Level,
    backup_level,
    battery_level,
    certificate_level,
    checked_level,
    clock_level,
    lacks_yesterday,
    lease_level,
    list_level,
    stock_level,
    sync_level,
)
from fieldkit.host.power import Power
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.today.readiness import Readiness, VillageList
from fieldkit.ui.formats import clock, count, day_short, span_text
from fieldkit.ui.language import tr
from fieldkit.ui.places import village_label
from fieldkit.ui.status import battery_words, size_words
from fieldkit.ui.widgets.rows import RowItem
from fieldkit.work.instants import at_site, moment

_BACKUP_NAME: Final = re.compile(r"fieldkit-([0-9]{8}-[0-9]{6})(?:-.+)?\.fkb")
_ORDER: Final = {level: place for place, level in enumerate(Level)}
CHECKED: Final = frozenset({"set", "power", "modem", "letter"})
"""Lines that somebody answers in the drawer of the departure."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the computer tells, beside what the store knows."""

    power: Power | None
    free_bytes: int | None
    backup_at: datetime | None
    now_utc: datetime
    time_zone: str
    lease: LeaseStanding | None = None
    """How long this laptop opens without a contact; None where no centre has taken it in."""

    @property
    def day(self) -> date:
        """The day at the site."""
        return at_site(self.now_utc, self.time_zone).date()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing: what it is, how it stands, and what to do about it."""

    name: str
    title: str
    value: str
    level: Level
    way_out: str = ""
    action: str = ""

    def item(self) -> RowItem:
        """As a row: one line where it is in order, and the way out below it where it is not."""
        if self.level is Level.READY:
            return RowItem(self.name, self.title, value=self.value, tone="ok")
        icon = "warning-circle" if self.level is Level.MISSING else "warning"
        second = " · ".join(part for part in (self.value, self.way_out) if part)
        return RowItem(self.name, self.title, second=second, tone="warn", icon=icon, action=self.action or None)


def newest_backup_at(folder: Path) -> datetime | None:
    """When the newest backup of a folder was made, by the time in its name; None where there is none."""
    found = [named[1] for path in folder.glob("*.fkb") if (named := _BACKUP_NAME.fullmatch(path.name))]
    return datetime.strptime(max(found), "%Y%m%d-%H%M%S").replace(tzinfo=UTC) if found else None


def readiness_items(ready: Readiness, around: Surroundings, regions: RegionTable) -> list[RowItem]:
    """One line for each thing that can be looked at on this laptop, the worst first."""
    lines = sorted(_lines(ready, around, regions), key=lambda line: _ORDER[line.level])
    return [line.item() for line in lines]


def yesterday_words(ready: Readiness, around: Surroundings) -> str:
    """That this laptop left without what was recorded the day before; empty where it did not."""
    if not lacks_yesterday(_synced_at(ready), ready.yesterday_ended):
        return ""
    ended = _when(ready.yesterday_ended, around) if ready.yesterday_ended else ""
    return tr("Yang direkam kemarin (sampai {time}) belum ada di daftar ini.", time=ended)


def _lines(ready: Readiness, around: Surroundings, regions: RegionTable) -> Iterator[Line]:
    yield from (_list_line(found, around.day, regions) for found in ready.lists)
    yield _sync_line(ready, around)
    if around.lease is not None and lease_level(around.lease) is not Level.READY:
        yield _lease_line(around.lease)
    yield from _clock_line(ready.clock, int(around.now_utc.timestamp() * 1000))
    if ready.carried:
        value = tr("{n} belum sampai di pusat", n=count(ready.carried))
        yield Line("carried", tr("Titipan meja lain"), value, Level.LOOK, action=tr("Buka"))
    if ready.device_set is not None:
        yield _set_line(ready, around)
    yield from _looked_at(ready, around)
    yield _blank_line(ready.blanks)
    if ready.ribbon_prints is not None:
        yield _ribbon_line(ready.ribbon_prints)
    yield _certificate_line(ready, around.day)
    if around.power is not None:
        yield _battery_line(around.power)
    if around.free_bytes is not None and disk_endurance(around.free_bytes) is not Endurance.ENOUGH:
        way_out = tr("hapus berkas lain di laptop ini")
        yield Line(
            "disk", tr("Disk laptop"), tr("sisa {size}", size=size_words(around.free_bytes)), Level.LOOK, way_out
        )
    yield _backup_line(around)


def _list_line(found: VillageList, on: date, regions: RegionTable) -> Line:
    name, title = f"list_{found.village}", tr("Daftar {village}", village=village_label(regions, found.village))
    if not found.version:
        way_out = tr("sinkron dulu, atau ambil lewat USB")
        return Line(name, title, tr("belum ada"), Level.MISSING, way_out, tr("Sinkron"))
    as_of = date.fromisoformat(found.as_of)
    value = tr("versi {n} · {day}", n=found.version, day=_day(as_of))
    return Line(name, title, value, list_level(as_of, on), tr("minta daftar baru ke kantor"))


def _sync_line(ready: Readiness, around: Surroundings) -> Line:
    at = _synced_at(ready)
    level = sync_level(at, ready.yesterday_ended, around.now_utc)
    value = _when(at, around) if at else tr("belum pernah")
    way_out = yesterday_words(ready, around) or tr("sinkron sebelum berangkat")
    return Line("synced", tr("Sinkron terakhir"), value, level, way_out, tr("Sinkron"))


def _lease_line(lease: LeaseStanding) -> Line:
    if lease.state is LeaseState.ENDS_SOON:
        value, way_out = tr("{n} hari lagi", n=lease.days_left), tr("atau telepon kantor")
    else:
        value, way_out = tr("lewat"), tr("tutup shift dalam {n} jam", n=lease.grace_hours)
    return Line("lease", tr("Batas tanpa kabar"), value, lease_level(lease), way_out, tr("Sinkron"))


def _clock_line(known: KnownClock, now_ms: int) -> Iterator[Line]:
    title, error_ms, back_ms = tr("Jam laptop"), known.error_ms(now_ms), known.back_ms(now_ms)
    if error_ms:
        span = span_text(abs(error_ms) / 1000)
        value = tr("maju {span}", span=span) if error_ms < 0 else tr("mundur {span}", span=span)
        yield Line("clock", title, value, clock_level(error_ms), tr("betulkan jam laptop dulu"))
    elif back_ms:
        value = tr("mundur {span} dari catatan", span=span_text(back_ms / 1000))
        yield Line("clock", title, value, clock_level(back_ms), tr("cocokkan jam dulu"))


def _set_line(ready: Readiness, around: Surroundings) -> Line:
    used = ready.device_set
    code, state = (used.code, used.state) if used else ("", "")
    title, tested = tr("Alat rekam {code}", code=code), ready.departure.set_tested_at
    if state not in ("", SetState.READY):
        value = tr("diperbaiki") if state == SetState.REPAIR else tr("dipinjam")
        return Line("set", title, value, Level.MISSING, tr("minta alat lain ke kantor"), tr("Periksa"))
    value = tr("diuji {time}", time=_when(moment(tested), around)) if tested else tr("belum diuji")
    level = checked_level(is_checked=bool(tested), is_needed=False)
    return Line("set", title, value, level, tr("coba satu rekaman"), tr("Periksa"))


def _looked_at(ready: Readiness, around: Surroundings) -> Iterator[Line]:
    looked, place = ready.departure, ready.place
    dark = place.power in (SitePower.NONE, SitePower.UNSTEADY, SitePower.GENERATOR)
    where = tr("di tempat ini listrik sering padam") if dark else tr("catat kalau dibawa")
    yield _carried_along("power", tr("UPS atau genset"), looked.power_at, where, around, is_needed=dark)
    weak = place.network in (Network.NONE, Network.WEAK)
    where = tr("di tempat ini sinyal lemah") if weak else tr("catat kalau dibawa")
    yield _carried_along("modem", tr("Modem"), looked.modem_at, where, around, is_needed=weak)
    number = looked.letter_no
    value = tr("no. {number}", number=number) if number else tr("nomor belum ditulis")
    level = checked_level(is_checked=bool(number), is_needed=False)
    yield Line("letter", tr("Surat tugas"), value, level, action=tr("Tulis"))


def _carried_along(name: str, title: str, at: str, where: str, around: Surroundings, *, is_needed: bool) -> Line:
    value = tr("dibawa · {time}", time=_when(moment(at), around)) if at else ""
    return Line(name, title, value, checked_level(is_checked=bool(at), is_needed=is_needed), where, tr("Periksa"))


def _blank_line(blanks: int) -> Line:
    level, title = stock_level(blanks), tr("Blangko di tangan")
    if level is Level.MISSING:
        return Line("blanks", title, tr("{n}, perlu dicocokkan", n=blanks), level, action=tr("Catat"))
    way_out = tr("catat kalau dibawa")
    return Line("blanks", title, tr("{n} keping", n=count(blanks)), level, way_out, tr("Catat"))


def _ribbon_line(prints: int) -> Line:
    value = tr("± {n} cetak", n=count(max(0, prints)))
    return Line("ribbon", tr("Ribbon"), value, stock_level(max(0, prints)), tr("minta ribbon ke kantor"))


def _certificate_line(ready: Readiness, on: date) -> Line:
    until = date.fromisoformat(ready.certificate_until) if ready.certificate_until else None
    lacking = ready.without_certificate
    level = certificate_level(until, on, is_known=not lacking)
    title, way_out = tr("Sertifikat petugas"), tr("hubungi kantor")
    if lacking:
        more = tr(" dan {n} orang lagi", n=len(lacking) - 1) if len(lacking) > 1 else ""
        return Line("certificate", title, tr("{name}{more} belum dicatat", name=lacking[0], more=more), level, way_out)
    value = tr("s.d. {day}", day=_day(until)) if until else tr("berlaku")
    return Line("certificate", title, value, level, way_out)


def _battery_line(power: Power) -> Line:
    level = battery_level(power.percent, power.minutes_left, plugged=power.plugged)
    value = tr("dicas · {percent} %", percent=power.percent) if power.plugged else battery_words(power)
    return Line("battery", tr("Baterai laptop"), value, level, tr("cas dulu, atau bawa UPS"))


def _backup_line(around: Surroundings) -> Line:
    at = around.backup_at
    value = _when(at, around) if at else tr("belum ada")
    level = backup_level(at, around.now_utc)
    return Line("backup", tr("Cadangan data"), value, level, action=tr("Cadangkan"))


def _synced_at(ready: Readiness) -> datetime | None:
    return datetime.fromtimestamp(ready.synced_at_ms / 1000, UTC) if ready.synced_at_ms else None


def _when(at: datetime, around: Surroundings) -> str:
    here = at_site(at, around.time_zone)
    return clock(here) if here.date() == around.day else f"{day_short(here.date())} {clock(here)}"


def _day(day: date) -> str:
    return day_short(day).partition(" ")[2]
