"""Forms of missions: the terms, and the note to a step that needs one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.formats import date_numeric
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.forms.stock_fields import pieces_field
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.missions.mission import WriteMission


class Typed(msgspec.Struct, frozen=True):
    """The terms as they stand in the fields."""

    name: str = ""
    guest_regency: str = ""
    from_day: str = ""
    until_day: str = ""
    areas: tuple[str, ...] = ()
    laptops: str = ""
    blanks_brought: str = ""
    letter_no: str = ""
    note: str = ""


class AreaTicks(Findings):
    """The districts that are helped."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ticks: dict[str, TickBox] = {}
        self._others: tuple[str, ...] = ()
        self._label, self._box = Label(tr("Kecamatan yang dibantu"), "label"), column(gap=2)
        column(self._label, self._box, self.finding_line, gap=4, inside=self)

    def offer(self, districts: Sequence[tuple[str, str]]) -> None:
        """These, once."""
        for code, name in districts:
            if code not in self._ticks:
                tick = self._ticks[code] = TickBox(name)
                tick.setObjectName(f"mission_area_{code}")
                tick.ticked.connect(lambda _on: self.edited.emit())
                self._box.addWidget(tick)

    def value(self) -> tuple[str, ...]:
        """Codes of those that are ticked, and of single villages that were agreed elsewhere."""
        return (*(code for code, tick in self._ticks.items() if tick.checked()), *self._others)

    def answer_widget(self) -> QWidget:
        """The first tick."""
        return next((tick.box for tick in self._ticks.values()), self)

    def set_value(self, codes: Sequence[str]) -> None:
        """Tick by program."""
        self._others = tuple(code for code in codes if code not in self._ticks)
        for code, tick in self._ticks.items():
            tick.set_checked(code in codes)


class MissionForm(DrawerForm):
    """What two regencies agreed on."""

    def __init__(self) -> None:
        self.name, self.guest = TextField(tr("Nama")), ComboBox(tr("Daerah yang membantu"))
        self.first, self.last = DateField(tr("Hari pertama")), DateField(tr("Hari terakhir"))
        self.areas = AreaTicks()
        self.laptops = TextField(tr("Laptop tamu"), hint=tr("awalannya di daerah asal, misalnya P1, P2"))
        self.blanks = pieces_field(tr("Blangko yang dibawa"), hint=tr("keping"))
        self.letter, self.note = TextField(tr("Nomor surat")), NoteField(tr("Catatan"))
        fields: dict[str, Findings] = {
            "name": self.name,
            "guest_regency": self.guest,
            "from_day": self.first,
            "until_day": self.last,
            "areas": self.areas,
            "laptops": self.laptops,
            "blanks_brought": self.blanks,
            "letter_no": self.letter,
            "note": self.note,
        }
        super().__init__("mission", fields, save=tr("Simpan"))
        self._mission_id = ""
        days, brought = _pair(self.first, self.last), _pair(self.blanks, self.letter)
        self.lay(self.name, self.guest, days, self.areas, self.laptops, brought, self.note)
        self._listen()

    def fill(self, mission_id: str, known: Typed, draft: str | None) -> None:
        """Begin with what was agreed, or with what was typed before."""
        self._mission_id = mission_id
        typed = decoded(draft, Typed) if draft else known
        for field, told in zip(self._texts(), _texts(typed), strict=True):
            field.set_value(told)
        self.guest.set_value(typed.guest_regency or None)
        self.areas.set_value(typed.areas)
        self.note.set_value(typed.note)
        self.begin(draft)

    def typed(self) -> Typed:
        """The fields as they stand."""
        name, first, last, laptops, blanks, letter = (field.value() for field in self._texts())
        guest = self.guest.value() or ""
        return Typed(name, guest, first, last, self.areas.value(), laptops, blanks, letter, self.note.value())

    def state(self) -> str:
        """What is typed."""
        return msgspec.json.encode(self.typed()).decode()

    def command(self) -> WriteMission:
        """What is to be written."""
        typed = self.typed()
        return WriteMission(
            typed.name,
            typed.guest_regency,
            self.first.date(),
            self.last.date(),
            typed.areas,
            tuple(typed.laptops.replace(";", ",").split(",")),
            self.blanks.number() or 0,
            typed.letter_no,
            typed.note,
            self._mission_id,
        )

    def _texts(self) -> tuple[TextField, ...]:
        return self.name, self.first, self.last, self.laptops, self.blanks, self.letter

    def _listen(self) -> None:
        for field in self._texts():
            field.edited.connect(lambda _typed, here=field: self._on_edited(here))
        self.note.edited.connect(lambda _typed: self._on_edited(self.note))
        self.guest.chosen.connect(lambda _value: self._on_edited(self.guest))
        self.areas.edited.connect(lambda: self._on_edited(self.areas))

    def _on_edited(self, field: Findings) -> None:
        self.right_again(field)
        self.edited.emit()


class StepForm(DrawerForm):
    """A step that has something to explain."""

    def __init__(self) -> None:
        self.about, self.note = Label("", "body", wrap=True), NoteField(tr("Penjelasan"), lines=3)
        super().__init__("mission_step", {"note": self.note}, save=tr("Simpan"))
        # "Batal" beside "Batalkan" would be a trap.
        self.cancel_button.set_text(tr("Kembali"))
        self.lay(self.about, self.note)
        self.note.edited.connect(lambda _typed: self._on_edited())

    def fill(self, about: str, save: str, draft: str | None) -> None:
        """What is open, or why somebody is asked, with what was typed before."""
        self.about.set_text(about)
        self.save_button.set_text(save)
        self.note.set_value(draft or "")
        self.begin(draft)

    def state(self) -> str:
        """What is typed."""
        return self.note.value()

    def _on_edited(self) -> None:
        self.right_again(self.note)
        self.edited.emit()


def _pair(left: QWidget, right: QWidget) -> QWidget:
    return holder(row(stretched(left), stretched(right), gap=10))


def _texts(typed: Typed) -> tuple[str, ...]:
    return typed.name, typed.from_day, typed.until_day, typed.laptops, typed.blanks_brought, typed.letter_no


def day_typed(day: date) -> str:
    """A day as it is typed."""
    return date_numeric(day)
