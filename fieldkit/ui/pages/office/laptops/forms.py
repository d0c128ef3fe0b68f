"""Forms of laptops: a new one, and the areas that one holds from now on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from fieldkit.domain.areas import health_side
from fieldkit.domain.orders.laptop import Holding
from fieldkit.records.regions import RegionTable
from fieldkit.ui.formats import day_short
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
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


class _New(msgspec.Struct, frozen=True):
    name: str = ""
    area: str = ""
    health: bool = False


class _Changed(msgspec.Struct, frozen=True):
    """Only what is otherwise than it holds: that may have changed itself when the form is opened again."""

    put: dict[str, datetime | None] = {}
    dropped: tuple[str, ...] = ()
    area: str = ""
    until: str = ""
    health: bool = False


class LaptopForm(DrawerForm):
    """Name of a new laptop, and the area with which it begins."""

    def __init__(self) -> None:
        self.name = TextField(tr("Nama laptop"), hint=tr("Seperti di stikernya"))
        self.area = ComboBox(tr("Wilayah"))
        self.health = health_tick()
        super().__init__("laptop", {"name": self.name, "areas": self.area}, save=tr("Buat kode"))
        more = Label(tr("Wilayah lain bisa ditambah sesudah laptop terdaftar."), "hint", wrap=True)
        self.lay(self.name, self.area, more, self.health, health_hint())
        self.name.edited.connect(lambda _typed: self._on_edited(self.name))
        self.area.chosen.connect(lambda _value: self._on_edited(self.area))
        self.health.ticked.connect(lambda _on: self.edited.emit())

    def fill(self, places: Places, draft: str | None) -> None:
        """Empty, or as it was left, with these areas to choose from."""
        typed = decoded(draft, _New)
        self.name.set_value(typed.name)
        self.area.set_options(places)
        self.area.set_value(typed.area or None)
        self.health.set_checked(typed.health)
        self.begin(draft)

    def areas(self) -> tuple[str, ...]:
        """The area, and its health side where that is wanted."""
        area = self.area.value()
        if not area:
            return ()
        return (area, health_side(area)) if self.health.checked() else (area,)

    def state(self) -> str:
        """What is typed."""
        typed = _New(self.name.value(), self.area.value() or "", self.health.checked())
        return msgspec.json.encode(typed).decode()

    def _on_edited(self, field: TextField | ComboBox) -> None:
        self.right_again(field)
        self.edited.emit()


class AreasForm(DrawerForm):
    """The areas that a laptop holds from now on, each with its last day."""

    def __init__(self, regions: RegionTable) -> None:
        self._regions, self._zone = regions, "UTC"
        self._held, self._given = dict[str, datetime | None](), dict[str, datetime | None]()
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
        self.until.edited.connect(lambda _typed: self._on_edited(self.until))
        self.health.ticked.connect(lambda _on: self.edited.emit())

    def fill(self, holdings: Iterable[Holding], places: Places, zone: str, draft: str | None) -> None:
        """What the laptop holds now, with what was changed of it before."""
        typed = decoded(draft, _Changed)
        self._held, self._zone = {each.area: each.until for each in holdings}, zone
        left = {area: until for area, until in self._held.items() if area not in typed.dropped}
        self._given = {**left, **typed.put}
        self.area.set_options(places)
        self.area.set_value(typed.area or None)
        self.until.set_value(typed.until)
        self.health.set_checked(typed.health)
        self._list()
        self.begin(draft)

    def given(self) -> tuple[Given, ...]:
        """What stands in the form."""
        return tuple(Given(area, until) for area, until in sorted(self._given.items()))

    def state(self) -> str:
        """What is otherwise than it holds, and what is half typed."""
        held = self._held
        put = {area: until for area, until in self._given.items() if area not in held or held[area] != until}
        dropped = tuple(area for area in held if area not in self._given)
        typed = _Changed(put, dropped, self.area.value() or "", self.until.value(), self.health.checked())
        return msgspec.json.encode(typed).decode()

    def _on_edited(self, field: TextField | ComboBox) -> None:
        self.right_again(field)
        self.edited.emit()

    def _on_area(self, area: str) -> None:
        until = self._given.get(area)
        if until is not None:
            self.until.set_date(last_day(until, self._zone))
        self._on_edited(self.area)

    def _put(self) -> None:
        area = self.area.value()
        if not area:
            self.area.focus_answer()
            return
        until = end_of(self.until.date(), self._zone)
        self._given[area] = until
        if self.health.checked():
            self._given[health_side(area)] = until
        self._changed()

    def _drop(self, area: str) -> None:
        self._given.pop(area, None)
        self._changed()

    def _changed(self) -> None:
        self._list()
        self.area.focus_answer()
        self.edited.emit()

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
