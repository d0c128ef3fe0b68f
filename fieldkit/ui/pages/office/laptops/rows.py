"""What the table of laptops shows of each, also of one that is only awaited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from fieldkit.domain.areas import AreaCode, AreaLevel, is_health_side, level, plain_side
from fieldkit.domain.orders.laptop import Holding, LaptopState, next_end
from fieldkit.domain.orders.order import OrderKind
from fieldkit.domain.privacy.deadline import Deadline
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.orders.laptops import AwaitedLaptop, LaptopsView, OfficeLaptop
from fieldkit.ui.formats import count, day_short
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.orders_wording import moment_words, waiting_badge
from fieldkit.ui.places import district_name, village_label
from fieldkit.work.instants import at_site


@dataclass(frozen=True)
class LaptopRow:
    """A row of the table: one that is here, or one whose code was not used yet."""

    id: str
    laptop: OfficeLaptop | None
    awaited: AwaitedLaptop | None
    now: datetime
    time_zone: str
    is_own: bool = False

    @property
    def name(self) -> str:
        """Prefix and name."""
        if self.laptop is not None:
            return f"{self.laptop.prefix} {self.laptop.name}"
        return self.awaited.name if self.awaited is not None else ""

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """What may be on it."""
        return self.laptop.holds(self.now) if self.laptop is not None else ()

    @property
    def areas(self) -> tuple[str, ...]:
        """The codes of that; what it was given beforehand for one that is awaited."""
        if self.awaited is not None:
            return self.awaited.areas
        return tuple(each.area for each in self.holdings)

    @property
    def is_lost(self) -> bool:
        """Whether nobody knows where it is, by the last word of the office."""
        if self.laptop is None or self.laptop.state == LaptopState.REVOKED:
            return False
        kinds = [each.order.kind for each in self.laptop.waiting if not each.is_refused]
        if OrderKind.LAPTOP_FOUND in kinds:
            return False
        return self.laptop.is_lost or OrderKind.LAPTOP_MISSING in kinds

    @property
    def clock(self) -> Deadline | None:
        """The three days since the loss was known; also of one that was shut out since."""
        known = self.laptop.known_lost if self.laptop is not None else None
        return Deadline(known, self.now) if known is not None else None

    @property
    def ends_soon(self) -> bool:
        """Whether something that it holds ends within the next days."""
        return any(each.ends_soon(self.now) for each in self.holdings)


def laptop_rows(view: LaptopsView, now: datetime, time_zone: str) -> list[LaptopRow]:
    """Lost ones first, then by prefix, then those that are awaited and can still come."""
    known = [LaptopRow(each.id, each, None, now, time_zone, each.id == view.own_id) for each in view.laptops]
    awaited = [LaptopRow(each.id, None, each, now, time_zone) for each in view.awaited if each.until > now]
    return sorted([*known, *awaited], key=lambda row: (not row.is_lost, row.awaited is not None))


def area_name(regions: RegionTable, area: str) -> str:
    """An area by its name: a village, a district, or all of the regency; with a word where it is about health."""
    plain = plain_side(AreaCode(area))
    names = {
        AreaLevel.VILLAGE: village_label,
        AreaLevel.DISTRICT: district_name,
    }
    named = names.get(level(plain))
    name = named(regions, plain) if named is not None else tr("Seluruh daerah")
    return tr("{area}, alasan kunjungan", area=name) if is_health_side(area) else name


def areas_words(regions: RegionTable, areas: Iterable[str]) -> str:
    """Two areas by name, how many more, and whether reasons of health are among them."""
    known = list(areas)
    named = [each for each in known if not is_health_side(each)]
    if not known:
        return tr("Tidak ada daftar")
    shown = ", ".join(area_name(regions, each) for each in named[:2])
    shown = tr("{areas} dan {n} lagi", areas=shown, n=count(len(named) - 2)) if len(named) > 2 else shown
    return tr("{areas} · data kesehatan", areas=shown) if len(known) > len(named) else shown


def until_day(until: datetime, time_zone: str) -> str:
    """The last day of a grant that ends at midnight, or the moment of any other."""
    here = at_site(until, time_zone)
    if (here.hour, here.minute) == (0, 0):
        return day_short((here - timedelta(days=1)).date())
    return moment_words(until, time_zone)


def until_words(row: LaptopRow) -> str:
    """When the first of its lists ends."""
    end = next_end(row.holdings, row.now)
    if end is not None:
        return tr("sampai {day}", day=until_day(end, row.time_zone))
    return tr("tanpa akhir") if row.holdings else "–"


def seen_words(row: LaptopRow) -> str:
    """When it was heard of last."""
    if row.awaited is not None:
        return tr("kode sampai {when}", when=moment_words(row.awaited.until, row.time_zone))
    seen = row.laptop.seen if row.laptop is not None else None
    return moment_words(seen, row.time_zone) if seen is not None else tr("belum melapor")


def state_badge(row: LaptopRow) -> tuple[str, str]:
    """Where it stands, or what waits."""
    if row.awaited is not None:
        order = row.awaited.order
        unheard = None if order.is_sent and not order.is_refused else waiting_badge((order,))
        return unheard or (tr("Menunggu laptop"), "info")
    if row.is_lost:
        return tr("Hilang"), "err"
    laptop = row.laptop
    waiting = waiting_badge(laptop.waiting) if laptop is not None else None
    if waiting is not None:
        return waiting
    return _states().get(laptop.state if laptop is not None else "", (tr("Aktif"), "ok"))


def left_words(clock: Deadline) -> str:
    """What is left of the three days."""
    hours = int(abs(clock.left).total_seconds() // 3600)
    return tr("lewat {n} jam", n=count(hours)) if clock.is_late else tr("sisa {n} jam", n=count(hours))


def _states() -> dict[str, tuple[str, str]]:
    return {
        LaptopState.ENROLLED: (tr("Terdaftar"), "info"),
        LaptopState.ACTIVE: (tr("Aktif"), "ok"),
        LaptopState.MISSING: (tr("Hilang"), "err"),
        LaptopState.RECOVERED: (tr("Kembali"), "ok"),
        LaptopState.REVOKED: (tr("Dicabut"), "mute"),
    }
