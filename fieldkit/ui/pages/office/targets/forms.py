"""Forms of targets: the target of one place, and a total that is shared out."""

from __future__ import annotations

from datetime import date

import msgspec

from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.targets.places import PlaceRow
from fieldkit.ui.widgets.entries import DateField, NumberField
from fieldkit.ui.widgets.labels import Label


class _Typed(msgspec.Struct, frozen=True):
    quantity: str = ""
    until: str = ""


class TargetForm(DrawerForm):
    """So many people until a day."""

    def __init__(self, name: str, save: str) -> None:
        self.about = Label("", "body", wrap=True)
        self.quantity, self.until = NumberField(tr("Jumlah orang terekam")), DateField(tr("Sampai tanggal"))
        super().__init__(name, {"quantity": self.quantity, "until": self.until}, save=save)
        self.lay(self.about, self.quantity, self.until)
        for field in (self.quantity, self.until):
            field.edited.connect(lambda _typed, here=field: self._on_typed(here))

    def fill(self, about: str, quantity: int | None, until: date | None, draft: str | None) -> None:
        """Begin with what holds, or with what was typed before."""
        self.about.set_text(about)
        self.quantity.set_number(quantity)
        self.until.set_date(until)
        typed = decoded(draft, _Typed)
        if draft:
            self.quantity.set_value(typed.quantity)
            self.until.set_value(typed.until)
        self.begin(draft)

    def state(self) -> str:
        """What is typed."""
        return msgspec.json.encode(_Typed(self.quantity.value(), self.until.value())).decode()

    def _on_typed(self, field: NumberField | DateField) -> None:
        self.right_again(field)
        self.edited.emit()


def about_place(place: PlaceRow) -> str:
    """What is known of a place whose target is to be set."""
    numbers = place.numbers
    return tr(
        "{name}: {gross} di daftar, {reachable} terjangkau, {recorded} sudah terekam. Yang terekam ikut dihitung.",
        name=place.name,
        gross=count(numbers.gross),
        reachable=count(numbers.reachable),
        recorded=count(numbers.recorded),
    )


def about_total(recorded: int, reachable: int) -> str:
    """What a total is shared out by."""
    return tr(
        "Total untuk seluruh daerah, dibagi ke desa/kelurahan menurut sisanya dan dijumlahkan per kecamatan. Sudah "
        "{recorded} terekam, {reachable} terjangkau.",
        recorded=count(recorded),
        reachable=count(reachable),
    )
