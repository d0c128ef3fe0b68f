"""What should be in order before the team leaves, each line checked or pointed at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from fieldkit.host.power import Power
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.today.page import Readiness, VillageList
from fieldkit.ui.formats import clock, count, day_short
from fieldkit.ui.language import tr
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.work.instants import at_site

_LIST_OLD_AFTER: Final = timedelta(days=30)
_SYNC_OLD_AFTER: Final = timedelta(hours=36)
_BACKUP_OLD_AFTER: Final = timedelta(days=3)
_SHIFT_ON_BATTERY_MINUTES: Final = 120
_HALF_CHARGED_PERCENT: Final = 50
_BACKUP_NAME: Final = re.compile(r"fieldkit-([0-9]{8}-[0-9]{6})\.fkb")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the computer tells, beside what the store knows."""

    power: Power | None
    backup_at: datetime | None
    now_utc: datetime
    time_zone: str


class ReadinessCard(Card):
    """The lines, and how many of them are in order."""

    def __init__(self) -> None:
        self._sum = Label("", "strong")
        super().__init__(tr("Kesiapan"), right=self._sum, gap=4)
        self._items: list[RowItem] = []
        self._rows = RowList(name=tr("Kesiapan"))
        self.add(self._rows, None)
        self.setObjectName("readiness")

    def show_lines(self, items: list[RowItem]) -> None:
        """Show these lines."""
        if items == self._items:
            return
        self._items = items
        ready = sum(item.tone == "ok" for item in items)
        self._sum.set_text(tr("{ready} dari {all} siap", ready=ready, all=len(items)))
        self._sum.set_tone("ok" if ready == len(items) else "warn")
        self._rows.set_items(items)
        self.setAccessibleDescription("; ".join(f"{item.title}: {item.value}" for item in items))

    def sum_text(self) -> str:
        """How many lines are in order."""
        return self._sum.full_text()

    def lines(self) -> list[RowItem]:
        """The lines shown."""
        return list(self._items)


def newest_backup_at(folder: Path) -> datetime | None:
    """When the newest backup of a folder was made, by the time in its name; None where there is none."""
    found = [named[1] for path in folder.glob("*.fkb") if (named := _BACKUP_NAME.fullmatch(path.name))]
    return datetime.strptime(max(found), "%Y%m%d-%H%M%S").replace(tzinfo=UTC) if found else None


def readiness_items(ready: Readiness, around: Surroundings, regions: RegionTable) -> list[RowItem]:
    """One line for each thing that can be looked at on this laptop."""
    on = at_site(around.now_utc, around.time_zone).date()
    return [
        *(_list_line(found, on, regions) for found in ready.lists),
        _sync_line(ready, around),
        *([_carried_line(ready.carried)] if ready.carried else []),
        _blank_line(ready.blanks),
        *([_battery_line(around.power)] if around.power else []),
        _backup_line(around),
    ]


def _line(name: str, title: str, value: str, *, fine: bool) -> RowItem:
    return RowItem(name, title, value=value, tone="ok" if fine else "warn")


def _list_line(found: VillageList, on: date, regions: RegionTable) -> RowItem:
    title = tr("Daftar {village}", village=village_label(regions, found.village))
    if not found.version:
        return _line(f"list_{found.village}", title, tr("belum ada"), fine=False)
    as_of = date.fromisoformat(found.as_of)
    value = tr("versi {n} · {day}", n=found.version, day=_day(as_of))
    return _line(f"list_{found.village}", title, value, fine=on - as_of <= _LIST_OLD_AFTER)


def _sync_line(ready: Readiness, around: Surroundings) -> RowItem:
    if not ready.synced_at_ms:
        return _line("synced", tr("Sinkron terakhir"), tr("belum pernah"), fine=False)
    at = datetime.fromtimestamp(ready.synced_at_ms / 1000, UTC)
    fine = around.now_utc - at <= _SYNC_OLD_AFTER
    return _line("synced", tr("Sinkron terakhir"), _when(at, around), fine=fine)


def _carried_line(carried: int) -> RowItem:
    return _line("carried", tr("Titipan meja lain"), tr("{n} belum sampai di pusat", n=count(carried)), fine=False)


def _blank_line(blanks: int) -> RowItem:
    if blanks < 0:
        return _line("blanks", tr("Blangko di tangan"), tr("{n}, perlu dicocokkan", n=blanks), fine=False)
    return _line("blanks", tr("Blangko di tangan"), tr("{n} keping", n=count(blanks)), fine=blanks > 0)


def _battery_line(power: Power) -> RowItem:
    title = tr("Baterai laptop")
    if power.plugged:
        return _line("battery", title, tr("dicas · {percent} %", percent=power.percent), fine=True)
    if power.minutes_left is None:
        return _line("battery", title, f"{power.percent} %", fine=power.percent >= _HALF_CHARGED_PERCENT)
    hours, minutes = divmod(power.minutes_left, 60)
    value = tr("{percent} % · ± {hours} j {minutes} m", percent=power.percent, hours=hours, minutes=minutes)
    return _line("battery", title, value, fine=power.minutes_left >= _SHIFT_ON_BATTERY_MINUTES)


def _backup_line(around: Surroundings) -> RowItem:
    at = around.backup_at
    if at is None:
        return _line("backup", tr("Cadangan data"), tr("belum ada"), fine=False)
    return _line("backup", tr("Cadangan data"), _when(at, around), fine=around.now_utc - at <= _BACKUP_OLD_AFTER)


def _when(at: datetime, around: Surroundings) -> str:
    here, now = at_site(at, around.time_zone), at_site(around.now_utc, around.time_zone)
    return clock(here) if here.date() == now.date() else f"{day_short(here.date())} {clock(here)}"


def _day(day: date) -> str:
    return day_short(day).partition(" ")[2]
