"""A count out of a letter or a release, typed in for one place."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from fieldkit.domain.national.counts import Count, Source
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import DateField, NumberField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.national.taking_in import TypedCount

_MOST = 99_999_999


class _Typed(msgspec.Struct, frozen=True):
    place: str = ""
    source: str = Source.NATIONAL
    as_of: str = ""
    obligated: str = ""
    recorded: str = ""
    unrecorded: str = ""
    printed: str = ""
    note: str = ""


class CountForm(DrawerForm):
    """What is told is kept as it is told."""

    def __init__(self) -> None:
        self.place = ComboBox(tr("Wilayah"))
        sources = [Choice(Source.NATIONAL, tr("Pusat")), Choice(Source.LOCAL, tr("Data lokal"))]
        self.source = ChoiceGroup(tr("Menurut"), sources, columns=2)
        self.as_of = DateField(tr("Keadaan per tanggal"))
        self.numbers = {
            "obligated": NumberField(tr("Wajib KTP"), high=_MOST),
            "recorded": NumberField(tr("Sudah rekam"), high=_MOST),
            "unrecorded": NumberField(tr("Belum rekam"), hint=tr("kalau ditulis"), high=_MOST),
            "printed": NumberField(tr("Sudah dicetak"), hint=tr("kalau ditulis"), high=_MOST),
        }
        self.note = TextField(tr("Catatan"), hint=tr("kalau hanya persen: 97 %"), limit=80)
        fields = {"place": self.place, "source": self.source, "as_of": self.as_of, **self.numbers, "note": self.note}
        super().__init__("count", fields, save=tr("Simpan angka"))
        told = tr("Tulis seperti di suratnya. Yang tidak klop ditandai, tidak pernah dibetulkan.")
        numbers = list(self.numbers.values())
        self.lay(self.place, self.source, self.as_of, *numbers, self.note, Label(told, "hint", wrap=True))
        self._listen()

    def fill(self, places: Sequence[tuple[str, str]], draft: str | None) -> None:
        """Begin with the regency, or with what was typed before."""
        self.place.set_options(places)
        typed = decoded(draft, _Typed)
        self.place.set_value(typed.place or (places[0][0] if places else None))
        self.source.set_value(typed.source)
        self.as_of.set_value(typed.as_of)
        for name, field in self.numbers.items():
            field.set_value(getattr(typed, name))
        self.note.set_value(typed.note)
        self.begin(draft)

    def focus_first(self) -> None:
        """To the day: the place is mostly the regency."""
        self.as_of.focus_answer()

    def state(self) -> str:
        """What is typed."""
        numbers = {name: field.value() for name, field in self.numbers.items()}
        typed = _Typed(
            self.place.value() or "",
            self.source.value() or Source.NATIONAL,
            self.as_of.value(),
            **numbers,
            note=self.note.value(),
        )
        return msgspec.json.encode(typed).decode()

    def answer(self) -> TypedCount:
        """The count as it is told."""
        figures = {name: field.number() for name, field in self.numbers.items()}
        return TypedCount(
            self.place.value() or "",
            Source(self.source.value() or Source.NATIONAL),
            self.as_of.date(),
            Count(**figures, note=self.note.value().strip()),
        )

    def _listen(self) -> None:
        typed = (self.as_of, *self.numbers.values(), self.note)
        for field in typed:
            field.edited.connect(lambda _text, here=field: self._on_typed(here))
        for choice in (self.place, self.source):
            choice.chosen.connect(lambda _value, here=choice: self._on_typed(here))

    def _on_typed(self, field: TextField | ComboBox | ChoiceGroup) -> None:
        self.right_again(field)
        self.edited.emit()
