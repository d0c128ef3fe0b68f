"""The fields of the form that opens a shift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from itertools import zip_longest
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.domain.roles import role_label
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.formats import day_long
from fieldkit.ui.forms.stock_fields import blanks_hint, warn_of_blanks
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.today.opening_state import OpeningState
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import DateField, NumberField, TimeField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, empty, holder, row, rule, stretched
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.ui.widgets.path import EnterPath

_MOST: Final = 9_999


class OpeningFields(QWidget):
    """Day, place, hours, blanks, and who is there."""

    edited = Signal()
    ended = Signal()
    """Enter in the last field."""
    day_settled = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions = regions
        self._state = OpeningState()
        self._users: tuple[AppUser, ...] = ()
        self._ticks: dict[str, TickBox] = {}
        self._on_record = 0
        self._make_fields()
        self._arrange()
        self._listen()

    def fields(self) -> dict[str, Findings]:
        """Each field by the name that a problem calls it."""
        return {
            "day": self.day,
            "village": self.village,
            "site_name": self.site,
            "name": self.name,
            "start": self.start,
            "end": self.end,
            "target": self.target,
            "set": self.set,
            "blanks": self.blanks,
        }

    def read(self) -> OpeningState:
        """The form as it stands."""
        day, start, end = self.day.date(), self.start.time(), self.end.time()
        return replace(
            self._state,
            day=day.isoformat() if day else "",
            name=self.name.value(),
            site_name=self.site.value(),
            village=self.village.value() or "",
            start=start.isoformat("minutes") if start else "",
            end=end.isoformat("minutes") if end else "",
            target=self.target.number(),
            blanks=self.blanks.number(),
            present=tuple(user for user, tick in self._ticks.items() if tick.checked()),
            others=self.others.value(),
            set_code=self.set.value() or "",
        )

    def write(self, state: OpeningState) -> None:
        """Fill by program."""
        self._state = state
        self.day.set_date(date.fromisoformat(state.day) if state.day else None)
        self._offer_village(state.village)
        self.village.set_value(state.village or None)
        _offer(self.set, state.set_code, state.set_code)
        self.set.set_value(state.set_code)
        self.site.set_value(state.site_name)
        self.name.set_value(state.name)
        self.start.set_time(time.fromisoformat(state.start) if state.start else None)
        self.end.set_time(time.fromisoformat(state.end) if state.end else None)
        self.target.set_number(state.target)
        self.blanks.set_number(state.blanks)
        self.others.set_value(state.others)
        for user, tick in self._ticks.items():
            tick.set_checked(user in state.present)
        for field in self.fields().values():
            field.clear_finding()
        self.ask_day()

    def offer(self, users: tuple[AppUser, ...], villages: Sequence[str], sets: Sequence[str]) -> None:
        """Who may be there, where, and with which sets."""
        kept, used = self.village.value(), self.set.value() or ""
        self.set.set_options([("", tr("belum tahu")), *((code, code) for code in sets)])
        _offer(self.set, used, used)
        self.set.set_value(used)
        self.village.set_options([(code, village_label(self._regions, code)) for code in villages])
        self._offer_village(kept or "")
        if users != self._users:
            self._users = users
            self._fill_ticks(users)

    def tell_blanks(self, on_record: int) -> None:
        """What lies at the table on record, and whether fewer were counted."""
        self._on_record = on_record
        self.blanks.set_hint(blanks_hint(on_record))
        self._doubt_blanks()

    def ask_day(self) -> None:
        """The question about the day, in words."""
        day = self.day.date()
        self.question.set_text(tr("Hari ini {day}?", day=day_long(day)) if day else tr("Hari ini tanggal berapa?"))

    def focus_first(self) -> None:
        """To the first field that wants an answer."""
        wanting = [field for field in self.fields().values() if not field.settled()]
        (wanting[0] if wanting else self.blanks).focus_answer()

    def _make_fields(self) -> None:
        self.question = Label("", "person", wrap=True)
        self.day = DateField(tr("Hari kerja"))
        self.village = ComboBox(tr("Kelurahan atau desa"))
        self.site = TextField(tr("Tempat"))
        self.name = TextField(tr("Nama shift"))
        self.start, self.end = TimeField(tr("Jam mulai"), hint=""), TimeField(tr("Jam selesai"), hint="")
        self.target, self.set = NumberField(tr("Target orang"), high=_MOST), ComboBox(tr("Alat"))
        self.blanks = NumberField(tr("Blangko dibawa"), hint=tr("keping"), high=_MOST)
        self.others = TextField(tr("Nama lain yang hadir"), hint=tr("pisahkan dengan koma"))
        names = {f"opening_{name}": field for name, field in self.fields().items()}
        for name, part in {**names, "opening_others": self.others, "opening_question": self.question}.items():
            part.setObjectName(name)

    def _arrange(self) -> None:
        self._tick_box = QVBoxLayout()
        times = holder(row(stretched(self.start), stretched(self.end), gap=12))
        hours = Flow([stretched(self.name), stretched(times)], gap=12)
        gear = holder(row(stretched(self.target), stretched(self.set), gap=12))
        numbers = Flow([stretched(gear, 2), stretched(self.blanks)], gap=12)
        column(
            row(stretched(self.question), stretched(self.day), gap=12),
            rule(),
            row(stretched(self.village), stretched(self.site), gap=12),
            hours,
            numbers,
            rule(),
            Label(tr("Yang hadir"), "label"),
            self._tick_box,
            self.others,
            None,
            gap=10,
            inside=self,
        )
        self._path = EnterPath(
            [
                self.day, self.village, self.site, self.name, self.start, self.end, self.target, self.set, self.blanks,
                self.others,
            ],
            self.ended.emit,
        )  # fmt: skip

    def _listen(self) -> None:
        for field in (self.day, self.site, self.name, self.start, self.end, self.target, self.blanks, self.others):
            field.edited.connect(self.edited)
        for box in (self.village, self.set):
            box.chosen.connect(self.edited)
        self.day.left.connect(self._on_day_left)
        self.blanks.edited.connect(self._doubt_blanks)

    def _doubt_blanks(self) -> None:
        warn_of_blanks(self.blanks, self._on_record)

    def _on_day_left(self) -> None:
        self.ask_day()
        self.day_settled.emit()

    def _offer_village(self, code: str) -> None:
        _offer(self.village, code, village_label(self._regions, code) if code else "")

    def _fill_ticks(self, users: tuple[AppUser, ...]) -> None:
        empty(self._tick_box)
        self._ticks = {user.id: self._tick(user) for user in users}
        pairs = zip_longest(*[iter(self._ticks.values())] * 2)
        lines = [Flow([stretched(tick or QWidget()) for tick in pair]) for pair in pairs]
        self._tick_box.addWidget(holder(column(*lines)))

    def _tick(self, user: AppUser) -> TickBox:
        tick = TickBox(user.name, hint=say(role_label(user.role)), on=user.id in self._state.present)
        tick.setObjectName(f"present_{user.id}")
        tick.ticked.connect(lambda _on: self.edited.emit())
        return tick


def _offer(box: ComboBox, answer: str, caption: str) -> None:
    """An answer that was given before stays among those that are offered."""
    if answer and box.combo.findData(answer) < 0:
        box.combo.addItem(caption, answer)
