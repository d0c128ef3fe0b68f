"""Where a stop is, how the pair gets there, and who goes."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from fieldkit.domain.visits.plan import Access, StopPlace, access_label, place_label
from fieldkit.store.queries.visits.requests import VisitRequest
from fieldkit.store.queries.visits.route import Stop
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.layouts import holder, row
from fieldkit.work.visits.route import StopDetails


class StopAnswers(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed."""

    place: str = ""
    host: str = ""
    address: str = ""
    rt: str = ""
    rw: str = ""
    access: str = ""
    note: str = ""
    led_by: str = ""


class StopForm(DrawerForm):
    """A stop: at somebody's own house, at a neighbour's for several people, or elsewhere."""

    def __init__(self) -> None:
        self.place = ChoiceGroup(tr("Bertemu di"), [Choice(each, say(place_label(each))) for each in StopPlace])
        self.host = TextField(tr("Tuan rumah"), hint=tr("nama yang menerima"), limit=80)
        self.address = TextField(tr("Alamat"), limit=120)
        self.rt, self.rw = TextField(tr("RT"), limit=3, digits=True), TextField(tr("RW"), limit=3, digits=True)
        self.access = ChoiceGroup(
            tr("Sampai ke sana dengan"), [Choice(way, say(access_label(way))) for way in Access], columns=3
        )
        self.led_by = ComboBox(tr("Siapa yang pergi"), hint=tr("yang memimpin"))
        self.note = TextField(tr("Catatan"), hint=tr("jalan, patokan"), limit=120)
        fields: dict[str, Findings] = {
            "place": self.place,
            "host": self.host,
            "address": self.address,
            "rt": self.rt,
            "rw": self.rw,
            "access": self.access,
            "led_by": self.led_by,
            "note": self.note,
        }
        super().__init__("stop", fields, save=tr("Simpan"))
        self._pairs: tuple[tuple[str, str], ...] = ()
        pair = holder(row(self.rt, self.rw, gap=10))
        self.lay(self.place, self.host, self.address, pair, self.access, self.led_by, self.note)
        for field in (self.place, self.access, self.led_by):
            field.chosen.connect(lambda _answer: self.edited.emit())
        for text_field in (self.host, self.address, self.rt, self.rw, self.note):
            text_field.edited.connect(lambda _typed: self.edited.emit())

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Who may go."""
        self._pairs = tuple(pairs)
        self.led_by.set_options(pairs)

    def fill_for(self, asked: VisitRequest, user_id: str, draft: str | None) -> None:
        """A new stop at the house of somebody who waits, or where the draft stopped."""
        self.led_by.set_options(self._pairs)
        fresh = StopAnswers(
            StopPlace.HOME, asked.name, asked.address, asked.rt, asked.rw, asked.access, asked.access_note, user_id
        )
        self._fill(decoded(draft, StopAnswers) if draft else fresh, draft)

    def fill_from(self, stop: Stop, draft: str | None) -> None:
        """A stop as it is, or where the draft stopped."""
        # A pair that a lead has sent stays, also where this user could not send it.
        leader = () if stop.led_by in ("", *dict(self._pairs)) else ((stop.led_by, stop.leader_name),)
        self.led_by.set_options((*self._pairs, *leader))
        about = (stop.host_name, stop.address, stop.rt, stop.rw, stop.access, stop.note, stop.led_by)
        self._fill(decoded(draft, StopAnswers) if draft else StopAnswers(stop.place_kind, *about), draft)

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        return msgspec.json.encode(self._answers()).decode()

    def details(self) -> StopDetails:
        """What the form says."""
        said = self._answers()
        return StopDetails(
            StopPlace(said.place or StopPlace.HOME),
            said.host,
            said.address,
            said.rt,
            said.rw,
            Access(said.access) if said.access else None,
            said.note,
            said.led_by or None,
        )

    def _answers(self) -> StopAnswers:
        texts = (self.host.value(), self.address.value(), self.rt.value(), self.rw.value())
        return StopAnswers(
            self.place.value() or "",
            *texts,
            self.access.value() or "",
            self.note.value(),
            self.led_by.value() or "",
        )

    def _fill(self, said: StopAnswers, draft: str | None) -> None:
        self.place.set_value(said.place)
        self.access.set_value(said.access or None)
        self.led_by.set_value(said.led_by)
        texts = {self.host: said.host, self.address: said.address, self.rt: said.rt, self.rw: said.rw}
        for field, value in {**texts, self.note: said.note}.items():
            field.set_value(value)
        self.begin(draft)
