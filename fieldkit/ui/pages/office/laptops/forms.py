"""Forms of laptops: a new one, and the areas that one holds from now on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from fieldkit.domain.areas import health_side
from fieldkit.domain.orders.laptop import Holding
from fieldkit.records.regions import RegionTable
from fieldkit.ui.drawer_form import DrawerForm
from fieldkit.ui.formats import day_short
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.laptops.rows import area_name
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import EmptyState
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.work.instants import at_site
from fieldkit.work.orders.laptops import Given

Places = Sequence[tuple[str, str]]
"""Code and name of each area that can be given."""


class LaptopForm(DrawerForm):
    """Name of a new laptop, and the area with which it begins."""

    def __init__(self) -> None:
        self.name = TextField(tr("Nama laptop"), hint=tr("Seperti di stikernya"))
        self.area = ComboBox(tr("Wilayah"))
        self.health = health_tick()
        super().__init__("laptop", {"name": self.name, "areas": self.area}, save=tr("Buat kode"))
        more = Label(tr("Wilayah lain bisa ditambah sesudah laptop terdaftar."), "hint", wrap=True)
        self.lay(self.name, self.area, more, self.health, health_hint())
        self.name.edited.connect(lambda _typed: self.right_again(self.name))
        self.area.chosen.connect(lambda _value: self.right_again(self.area))

    def fill(self, places: Places) -> None:
        """Empty, with these areas to choose from."""
        self.name.set_value("")
        self.area.set_options(places)
        self.area.set_value(None)
        self.health.set_checked(False)
        self.begin(None)

    def areas(self) -> tuple[str, ...]:
        """The area, and its health side where that is wanted."""
        area = self.area.value()
        if not area:
            return ()
        return (area, health_side(area)) if self.health.checked() else (area,)

    def state(self) -> str:
        """A short form: nothing is kept of it."""
        return ""


class AreasForm(DrawerForm):
    """The areas that a laptop holds from now on, each with its last day."""

    def __init__(self, regions: RegionTable) -> None:
        self._regions, self._given, self._zone = regions, dict[str, datetime | None](), "UTC"
        self.list = RowList(name=tr("Wilayah laptop ini"))
        self.list.set_empty(EmptyState("map-pin", tr("Tidak ada wilayah. Semua daftar hilang dari laptop itu.")))
        self.area, self.until = ComboBox(tr("Tambah atau ubah wilayah")), DateField(tr("Sampai tanggal"))
        self.health = health_tick()
        self.put_button = Button(tr("Masukkan"), icon="plus", press=self._put)
        self.put_button.setObjectName("areas_put")
        super().__init__("areas", {"areas": self.area, "until": self.until}, save=tr("Tanda tangani"))
        self.about = Label(
            tr("Tanggal kosong: tanpa akhir. Sesudah tanggalnya daftar hilang dari laptop."), "hint", wrap=True
        )
        self.lay(self.list, self.area, self.until, self.about, self.health, health_hint(), self.put_button)
        self.list.acted.connect(self._drop)
        self.area.chosen.connect(self._on_area)
        self.until.edited.connect(lambda _typed: self.right_again(self.until))

    def fill(self, holdings: Iterable[Holding], places: Places, zone: str) -> None:
        """What the laptop holds now."""
        self._given, self._zone = {each.area: each.until for each in holdings}, zone
        self.area.set_options(places)
        self.area.set_value(None)
        self.until.set_date(None)
        self.health.set_checked(False)
        self._list()
        self.begin(None)

    def given(self) -> tuple[Given, ...]:
        """What stands in the form."""
        return tuple(Given(area, until) for area, until in sorted(self._given.items()))

    def state(self) -> str:
        """Nothing is kept of it: it begins with what holds."""
        return ""

    def _on_area(self, area: str) -> None:
        self.right_again(self.area)
        until = self._given.get(area)
        if until is not None:
            self.until.set_date(last_day(until, self._zone))

    def _put(self) -> None:
        area = self.area.value()
        if not area:
            self.area.focus_answer()
            return
        until = end_of(self.until.date(), self._zone)
        self._given[area] = until
        if self.health.checked():
            self._given[health_side(area)] = until
        self._list()
        self.area.focus_answer()

    def _drop(self, area: str) -> None:
        self._given.pop(area, None)
        self._list()
        self.area.focus_answer()

    def _list(self) -> None:
        self.list.set_items([self._item(area, until) for area, until in sorted(self._given.items())])

    def _item(self, area: str, until: datetime | None) -> RowItem:
        day = day_short(last_day(until, self._zone)) if until is not None else ""
        said = tr("sampai {day}", day=day) if day else tr("tanpa akhir")
        return RowItem(area, area_name(self._regions, area), said, icon="map-pin", action=tr("Lepas"))


def health_tick() -> TickBox:
    """Whether reasons of health go with it."""
    return TickBox(tr("Dengan alasan kunjungan rumah"))


def health_hint() -> Label:
    """For whom that is (F-P3)."""
    return Label(tr("Data kesehatan: hanya untuk pasangan kunjungan dan perencana."), "hint", wrap=True)


def end_of(day: date | None, zone: str) -> datetime | None:
    """The end of a day in the office."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))


def last_day(until: datetime, zone: str) -> date:
    """The last day of what ends then."""
    return (at_site(until, zone) - timedelta(milliseconds=1)).date()
