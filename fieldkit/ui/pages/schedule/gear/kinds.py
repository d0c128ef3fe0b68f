"""The six kinds of what plans are made of: how each is listed, and which verb keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.planning.schedule import day_kind_label, set_kind_label, set_state_label, skill_label
from fieldkit.domain.planning.site import site_kind_label
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.planning.register import (
    CalendarDay,
    DeviceSet,
    DistrictPermit,
    Register,
    Site,
    StaffPaper,
    Team,
)
from fieldkit.ui.formats import day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.schedule.gear.forms import (
    DayForm,
    GearForm,
    PaperForm,
    PermitForm,
    SetForm,
    SiteForm,
    TeamForm,
)
from fieldkit.ui.pages.schedule.wording import QUALITY_ICONS, district_name, quality_words
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.rows import RowItem
from fieldkit.work.planning.office import Kept, keep_day, keep_paper, keep_permit, keep_set, keep_site, keep_team

Row = Team | DeviceSet | StaffPaper | DistrictPermit | Site | CalendarDay
_SOON: Final = timedelta(days=30)


class Kind(StrEnum):
    """In the order of the digits."""

    TEAM = "team"
    PAPER = "paper"
    SET = "set"
    PERMIT = "permit"
    SITE = "site"
    DAY = "day"


@dataclass(frozen=True)
class Shelf:
    """One kind: its form and its verb."""

    form: Callable[[], GearForm]
    verb: Callable[..., Kept]


SHELVES: Final[Mapping[Kind, Shelf]] = {
    Kind.TEAM: Shelf(TeamForm, keep_team),
    Kind.PAPER: Shelf(PaperForm, keep_paper),
    Kind.SET: Shelf(SetForm, keep_set),
    Kind.PERMIT: Shelf(PermitForm, keep_permit),
    Kind.SITE: Shelf(SiteForm, keep_site),
    Kind.DAY: Shelf(DayForm, keep_day),
}


def kind_words(kind: Kind) -> str:
    """What a kind is called."""
    words = {
        Kind.TEAM: tr("Tim"),
        Kind.PAPER: tr("Surat petugas"),
        Kind.SET: tr("Alat"),
        Kind.PERMIT: tr("Izin cetak"),
        Kind.SITE: tr("Tempat"),
        Kind.DAY: tr("Hari khusus"),
    }
    return words[kind]


def rows_of(known: Register, kind: Kind) -> Sequence[Row]:
    """Everything of a kind."""
    shelves: dict[Kind, Sequence[Row]] = {
        Kind.TEAM: known.teams,
        Kind.PAPER: known.papers,
        Kind.SET: known.sets,
        Kind.PERMIT: known.permits,
        Kind.SITE: known.sites,
        Kind.DAY: known.days,
    }
    return shelves[kind]


@dataclass(frozen=True)
class Listing:
    """How rows are told on a day."""

    regions: RegionTable
    today: date
    action: str | None

    def item(self, row: Row) -> RowItem:
        """One row."""
        title, second, more = self._told(row)
        return RowItem(row.id, title, second, action=self.action, wraps=True, **more)

    def _told(self, row: Row) -> tuple[str, str, dict[str, Any]]:
        match row:
            case Team():
                names = ", ".join(member.name for member in row.members) or tr("belum ada anggota")
                more = {} if row.is_active else {"badge": (tr("Tidak bertugas"), "mute")}
                return row.name, f"{district_name(self.regions, row.district)} · {names}", more
            case DeviceSet():
                told = (district_name(self.regions, row.district), say(set_kind_label(row.kind)), row.note)
                state = say(set_state_label(row.state))
                more = {} if row.is_ready else {"badge": (state, "warn")}
                return row.code, " · ".join(filter(None, told)), more
            case StaffPaper():
                words = " · ".join(filter(None, (say(skill_label(row.kind)), row.letter_no)))
                return row.name, f"{words}\n{_span(row.valid_from, row.valid_until)}", self._validity(row)
            case DistrictPermit():
                return self._permit(row)
            case Site():
                place = village_label(self.regions, row.village)
                about = (place, say(site_kind_label(row.kind)), quality_words(row.surroundings), row.contact_name)
                return row.name, " · ".join(filter(None, about)), {"icon": QUALITY_ICONS[row.surroundings.quality]}
            case CalendarDay():
                return row.name, f"{day_short(row.day)} {row.day.year} · {say(day_kind_label(row.kind))}", {}

    def _validity(self, paper: StaffPaper) -> dict[str, Any]:
        until = paper.valid_until
        if until is not None and until < self.today:
            return {"badge": (tr("Lewat"), "err")}
        if until is not None and until - self.today <= _SOON:
            return {"badge": (tr("Segera lewat"), "warn")}
        return {}

    def _permit(self, row: DistrictPermit) -> tuple[str, str, dict[str, Any]]:
        found = row.permit
        conditions = {
            tr("dana"): found.funds,
            tr("jaringan"): found.network,
            tr("alat"): found.equipment,
            tr("petugas"): found.staff,
        }
        missing = ", ".join(words for words, holds in conditions.items() if not holds)
        may = found.holds_on(self.today)
        badge = (tr("Boleh cetak"), "ok") if may else (tr("Belum boleh"), "warn")
        told = tr("kurang: {missing}", missing=missing) if missing else tr("dana, jaringan, alat, petugas lengkap")
        span = _span(found.valid_from, found.valid_until)
        return district_name(self.regions, row.district), f"{told}\n{span}", {"badge": badge}


def _span(begins: date, ends: date | None) -> str:
    first = date_numeric(begins)
    return (
        tr("berlaku {first} – {last}", first=first, last=date_numeric(ends))
        if ends
        else tr("berlaku dari {first}", first=first)
    )
