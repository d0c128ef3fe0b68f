"""The forms of what plans are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.planning.schedule import (
    DayKind,
    SetKind,
    SetState,
    Skill,
    day_kind_label,
    set_kind_label,
    set_state_label,
    skill_label,
)
from fieldkit.domain.planning.site import (
    Access,
    Network,
    Power,
    SiteKind,
    Surroundings,
    access_label,
    network_label,
    power_label,
    site_kind_label,
)
from fieldkit.domain.text import Text
from fieldkit.store.queries.planning.register import (
    CalendarDay,
    DeviceSet,
    DistrictPermit,
    Register,
    Site,
    StaffPaper,
    Team,
)
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.schedule.crew import CrewPicker, written_crew
from fieldkit.ui.pages.schedule.fields_form import Answers, FieldsForm, flag
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.planning.office import KeepDay, KeepPaper, KeepPermit, KeepSet, KeepSite, KeepTeam


@dataclass(frozen=True)
class Places:
    """Districts and villages of the office, by code and name."""

    districts: tuple[tuple[str, str], ...] = ()
    villages: tuple[tuple[str, str], ...] = ()


class GearForm(FieldsForm):
    """A form that knows what there is to choose from, and what it says."""

    def offer(self, known: Register, places: Places) -> None:
        """What there is to choose from."""
        raise NotImplementedError

    def command(self) -> Any:
        """What the form says, for the verb that keeps it."""
        raise NotImplementedError


class TeamForm(GearForm):
    """Name, home, and who is in it."""

    def __init__(self) -> None:
        self.name, self.district = TextField(tr("Nama tim"), limit=40), ComboBox(tr("Kecamatan"))
        self.active = TickBox(tr("Bertugas"))
        self.crew = CrewPicker(tr("Anggota"))
        super().__init__(
            "team",
            {"name": self.name, "district": self.district},
            save=tr("Simpan"),
            ticks={"active": self.active},
            parts=[self.name, self.district, self.active, self.crew],
        )
        self.crew.edited.connect(self.edited)

    def offer(self, known: Register, places: Places) -> None:
        """What there is to choose from."""
        self.district.set_options(places.districts)
        self.crew.offer(known.people)

    def answers(self) -> Answers:
        """What is said so far."""
        return super().answers() | {"crew": self.crew.written()}

    def set_answers(self, answers: Answers) -> None:
        """Fill by program."""
        super().set_answers(answers)
        self.crew.read(answers.get("crew", ""))

    def command(self) -> KeepTeam:
        """What the form says."""
        return KeepTeam(self.name.value(), self.district.value() or "", self.active.checked(), self.crew.crew())


class SetForm(GearForm):
    """A set of devices."""

    def __init__(self) -> None:
        self.code = TextField(tr("Kode alat"), hint=tr("seperti tertulis di koper"), limit=12)
        self.district = ComboBox(tr("Kecamatan"))
        self.kind = _choices(tr("Jenis"), ((kind, set_kind_label(kind)) for kind in SetKind))
        self.condition = _choices(tr("Keadaan"), ((state, set_state_label(state)) for state in SetState))
        self.note = NoteField(tr("Catatan"), lines=2)
        fields = {
            "code": self.code,
            "district": self.district,
            "kind": self.kind,
            "state": self.condition,
            "note": self.note,
        }
        super().__init__("set", fields, save=tr("Simpan"), parts=list(fields.values()))

    def offer(self, known: Register, places: Places) -> None:
        """What there is to choose from."""
        self.district.set_options(places.districts)

    def command(self) -> KeepSet:
        """What the form says."""
        kind, state = self.kind.value() or SetKind.FULL, self.condition.value() or ""
        return KeepSet(self.code.value(), self.district.value() or "", kind, state, self.note.value())


class PaperForm(GearForm):
    """A certificate, or a letter of appointment."""

    def __init__(self) -> None:
        self.user = ComboBox(tr("Petugas"))
        self.kind = _choices(tr("Surat"), ((kind, skill_label(kind)) for kind in Skill), columns=1)
        self.letter = TextField(tr("Nomor surat"), limit=60)
        self.begins, self.ends = DateField(tr("Berlaku dari")), DateField(tr("sampai"), hint=tr("boleh kosong"))
        fields = {
            "user": self.user,
            "kind": self.kind,
            "letter": self.letter,
            "valid_from": self.begins,
            "valid_until": self.ends,
        }
        super().__init__(
            "paper", fields, save=tr("Simpan"), parts=[self.user, self.kind, self.letter, _pair(self.begins, self.ends)]
        )

    def offer(self, known: Register, places: Places) -> None:
        """What there is to choose from."""
        self.user.set_options([(person.id, person.name) for person in known.people])

    def command(self) -> KeepPaper:
        """What the form says."""
        user, kind = self.user.value() or "", self.kind.value() or ""
        return KeepPaper(user, kind, self.letter.value(), self.begins.date(), self.ends.date())


class PermitForm(GearForm):
    """What was found about printing in a district (F-B6)."""

    def __init__(self) -> None:
        self.district, self.letter = ComboBox(tr("Kecamatan")), TextField(tr("Nomor surat"), limit=60)
        self.begins, self.ends = DateField(tr("Berlaku dari")), DateField(tr("sampai"), hint=tr("boleh kosong"))
        self.ticks = {
            "funds": TickBox(tr("Dana ada")),
            "network": TickBox(tr("Jaringan ada")),
            "equipment": TickBox(tr("Alat cetak ada")),
            "staff": TickBox(tr("Petugas terlatih dan ditunjuk")),
        }
        fields = {
            "district": self.district,
            "letter": self.letter,
            "valid_from": self.begins,
            "valid_until": self.ends,
        }
        found = Label(tr("Keempatnya harus ada"), "label")
        parts = [self.district, found, *self.ticks.values(), self.letter, _pair(self.begins, self.ends)]
        super().__init__("permit", fields, save=tr("Simpan"), ticks=self.ticks, parts=parts)

    def offer(self, known: Register, places: Places) -> None:
        """What there is to choose from."""
        self.district.set_options(places.districts)

    def command(self) -> KeepPermit:
        """What the form says."""
        found = {name: tick.checked() for name, tick in self.ticks.items()}
        return KeepPermit(
            self.district.value() or "",
            letter_no=self.letter.value(),
            valid_from=self.begins.date(),
            valid_until=self.ends.date(),
            **found,
        )


class SiteForm(GearForm):
    """A place, and what was found there (F-S3)."""

    def __init__(self) -> None:
        self.name, self.village = TextField(tr("Nama tempat"), limit=80), ComboBox(tr("Kelurahan atau desa"))
        self.kind = ComboBox(tr("Jenis tempat"), [(kind, say(site_kind_label(kind))) for kind in SiteKind])
        self.hamlet = TextField(tr("Dusun atau permukiman"), limit=60)
        self.network = _choices(tr("Sinyal"), ((each, network_label(each)) for each in Network), columns=2)
        self.power = _choices(tr("Listrik"), ((each, power_label(each)) for each in Power), columns=2)
        self.access = _choices(tr("Jalan ke sana"), ((each, access_label(each)) for each in Access), columns=2)
        self.contact, self.phone = TextField(tr("Kontak"), limit=60), TextField(tr("Nomor HP"), limit=20)
        self.note = NoteField(tr("Catatan"), hint=tr("kunci, meja, genset"), lines=2)
        fields = {
            "name": self.name, "village": self.village, "kind": self.kind, "hamlet": self.hamlet,
            "network": self.network, "power": self.power, "access": self.access, "contact": self.contact,
            "phone": self.phone, "note": self.note,
        }  # fmt: skip
        parts = [self.name, self.village, self.kind, self.hamlet, self.network, self.power, self.access]
        super().__init__("site", fields, save=tr("Simpan"), parts=[*parts, _pair(self.contact, self.phone), self.note])

    def offer(self, known: Register, places: Places) -> None:
        """What there is to choose from."""
        self.village.set_options(places.villages)

    def command(self) -> KeepSite:
        """What the form says."""
        found = Surroundings(self.network.value() or "", self.power.value() or "", self.access.value() or "")
        return KeepSite(
            self.name.value(),
            self.village.value() or "",
            self.kind.value() or "",
            self.hamlet.value(),
            found,
            self.contact.value(),
            self.phone.value(),
            self.note.value(),
        )


class DayForm(GearForm):
    """A day that is not like others."""

    def __init__(self) -> None:
        self.day = DateField(tr("Tanggal"))
        self.kind = _choices(tr("Jenis"), ((kind, day_kind_label(kind)) for kind in DayKind))
        self.name = TextField(tr("Nama hari"), limit=60)
        fields = {"day": self.day, "kind": self.kind, "name": self.name}
        super().__init__("day", fields, save=tr("Simpan"), parts=list(fields.values()))

    def offer(self, known: Register, places: Places) -> None:
        """Nothing is chosen from what there is."""

    def command(self) -> KeepDay:
        """What the form says."""
        return KeepDay(self.day.date(), self.kind.value() or "", self.name.value())


def answers_of(one: Team | DeviceSet | StaffPaper | DistrictPermit | Site | CalendarDay) -> Answers:
    """What is known, as the form of its kind says it."""
    match one:
        case Team():
            crew = written_crew(one.members)
            return {"name": one.name, "district": one.district, "active": flag(on=one.is_active), "crew": crew}
        case DeviceSet():
            return {name: str(getattr(one, name)) for name in ("code", "district", "kind", "state", "note")}
        case StaffPaper():
            span = _span(one.valid_from, one.valid_until)
            return {"user": one.user_id, "kind": one.kind, "letter": one.letter_no} | span
        case DistrictPermit():
            found = one.permit
            ticks = {name: flag(on=getattr(found, name)) for name in ("funds", "network", "equipment", "staff")}
            span = _span(found.valid_from, found.valid_until)
            return {"district": one.district, "letter": one.letter_no} | ticks | span
        case CalendarDay():
            return {"day": _written(one.day), "kind": one.kind, "name": one.name}
        case Site():
            return _site_answers(one)


def _site_answers(site: Site) -> Answers:
    found = site.surroundings
    return {
        "name": site.name, "village": site.village, "kind": site.kind, "hamlet": site.hamlet,
        "network": found.network, "power": found.power, "access": found.access, "contact": site.contact_name,
        "phone": site.contact_phone, "note": site.note,
    }  # fmt: skip


def _span(begins: date, ends: date | None) -> Answers:
    return {"valid_from": _written(begins), "valid_until": _written(ends) if ends else ""}


def _written(day: date) -> str:
    return date_numeric(day)


def _choices(label: str, offered: Iterable[tuple[str, Text]], columns: int | None = None) -> ChoiceGroup:
    return ChoiceGroup(label, [Choice(str(each), say(words)) for each, words in offered], columns=columns)


def _pair(*fields: TextField) -> QWidget:
    return holder(row(*(stretched(field) for field in fields), gap=10))
