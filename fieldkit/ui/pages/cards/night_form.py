"""A night of printing is opened: its day, where, and the blanks that are taken (F-B7)."""

from __future__ import annotations

from datetime import date

from fieldkit.domain.errors import Severity
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.forms.stock_fields import blanks_hint, warn_of_blanks
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.entries import DateField, NumberField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.cards.night import OpenNight
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.opening import OpenShift

_EVENING, _NIGHT = "18:00", "06:00"


class NightForm(DrawerForm):
    """The session is dated by its opening, also for what is printed after midnight."""

    def __init__(self) -> None:
        self.day = DateField(tr("Hari sesi"))
        self.place = TextField(tr("Tempat"), limit=80)
        self.blanks = NumberField(tr("Blangko dibawa"), hint=tr("keping"), high=9_999)
        self.ribbon = NumberField(tr("Ribbon baru"), hint=tr("cetakan, kalau ada"), high=99_999)
        self.film = NumberField(tr("Film baru"), hint=tr("cetakan, kalau ada"), high=99_999)
        fields = {
            "day": self.day, "place": self.place, "blanks": self.blanks, "ribbon": self.ribbon, "film": self.film,
        }  # fmt: skip
        super().__init__("night", fields, save=tr("Buka cetak malam"))
        for field in fields.values():
            field.edited.connect(lambda _typed, field=field: self.right_again(field))
        self._on_record = 0
        self.blanks.edited.connect(lambda _typed: warn_of_blanks(self.blanks, self._on_record))
        words = tr(
            "Sesi ini hanya untuk mencetak di kantor. Harinya ikut hari dibuka, juga lewat tengah malam. "
            "Ditutup di Tutup shift, blangko dihitung kembali."
        )
        self.lay(Label(words, "body", "ink2", wrap=True), *fields.values())

    def fill(self, day: date, place: str, on_record: int) -> None:
        """The day of the laptop, to be confirmed; blanks are counted, never guessed, also those on record here."""
        self.begin(None)
        self._on_record = on_record
        self.blanks.set_hint(blanks_hint(on_record))
        self.day.set_date(day)
        self.place.set_value(place)
        for field in (self.blanks, self.ribbon, self.film):
            field.set_number(None)

    def focus_first(self) -> None:
        """Day and place stand there: the blanks are to be counted."""
        self.blanks.focus_answer()

    def command(self, village: str, time_zone: str, who: AppUser) -> OpenNight | None:
        """The session to be opened; None where something is missing, which is then said."""
        day, blanks, place = self.day.date(), self.blanks.number(), self.place.value().strip()
        missing = [
            (self.blanks, blanks is None, tr("Blangko belum dihitung. Hitung keping yang dibawa, 0 kalau tidak ada.")),
            (self.place, not place, tr("Tempatnya belum ditulis. Tulis di mana dicetak.")),
            (self.day, day is None, tr("Harinya belum dipastikan. Tulis seperti 23-02-2019.")),
        ]
        for field, is_missing, words in missing:
            if is_missing:
                field.set_finding(Severity.STOP, words)
                field.focus_answer()
        if day is None or blanks is None or not place:
            return None
        session = OpenShift(
            plan_id=None,
            day=day,
            name=tr("Cetak malam"),
            site_name=place,
            village=village,
            planned_start=_EVENING,
            planned_end=_NIGHT,
            time_zone=time_zone,
            target_count=0,
            blanks_taken=blanks,
            present=(Attendant(who.name, who.role, who.id),),
            kind=SessionKind.NIGHT_PRINT,
        )
        return OpenNight(session, self.ribbon.number() or 0, self.film.number() or 0)
