"""What the forms of the stock have in common: their fields as a draft, their act, and parts that recur."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldkit.domain.cards.handover import Minutes
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stock.movements import Product
from fieldkit.domain.text import text
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.page import StockView
from fieldkit.store.store import Store
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.pages.stock.wording import product_word
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.inverse import Inverse
from fieldkit.work.sign_in import Signer

Field = ChoiceGroup | ComboBox | TextField | NoteField


@dataclass(frozen=True, slots=True)
class Act:
    """What a form asks for. `signed` names what is signed, empty where nothing is; `title` is said when it is done.

    `run` returns what an undo would take back; None where what is signed stays.
    """

    run: Callable[[Store, Signer | None], Inverse[Any] | None]
    title: str
    text: str = ""
    signed: str = ""


class StockForm(DrawerForm):
    """A form of the panel."""

    def __init__(self, name: str, title: str, fields: Mapping[str, Field], *, save: str) -> None:
        parts: dict[str, Findings] = dict(fields)
        super().__init__(f"stock_{name}", parts, save=save)
        self.kind, self.title, self._inputs = f"stock_{name}", title, dict(fields)
        self.view: StockView | None = None
        # The panel is narrow, and Esc is known from everywhere else.
        self.cancel_button.set_key(None)
        self.per_ribbon, self.zone = 1, "UTC"
        for field in self._inputs.values():
            signal = field.chosen if isinstance(field, ChoiceGroup | ComboBox) else field.edited
            signal.connect(lambda _value, part=field: self._answered(part))

    def lay(self, *parts: QWidget, over: Sequence[QWidget] = ()) -> Scrolled:
        """Below each other; the state of the draft stands above the bar, beside which there is no room."""
        self.bar.draft.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return super().lay(*parts, over=[self.bar.draft, *over])

    def know(self, view: StockView, regions: RegionTable) -> None:
        """What the page knows now: what can be chosen, and what is there."""
        self.view, self.per_ribbon, self.zone = view, view.prints_per_ribbon, view.time_zone
        self.offer(view, regions)
        self.follow()

    def offer(self, view: StockView, regions: RegionTable) -> None:
        """Put what can be chosen into the fields."""

    def follow(self) -> None:
        """Show what belongs to the answers given so far."""

    def act(self) -> Act:
        """What the form says; RuleError where something is not answered."""
        raise NotImplementedError

    def fill(self, draft: str | None) -> None:
        """Begin afresh, or where the draft stopped."""
        told = msgspec.json.decode(draft, type=dict[str, str]) if draft else self.presets()
        for name, field in self._inputs.items():
            value = told.get(name, "")
            if isinstance(field, ChoiceGroup | ComboBox):
                field.set_value(value or None)
            else:
                field.set_value(value)
        self.begin(draft)
        self.follow()

    def presets(self) -> dict[str, str]:
        """Answers that a new form has already."""
        return {}

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        return msgspec.json.encode({name: field.value() or "" for name, field in self._inputs.items()}).decode()

    def suggested_number(self) -> str:
        """A number for the paper; offices may write their own instead."""
        return self.view.next_number if self.view is not None else ""

    def require(self, *problems: Problem | None) -> None:
        """RuleError with those that there are."""
        found = [problem for problem in problems if problem is not None]
        if found:
            raise RuleError(*found)

    def _answered(self, field: Field) -> None:
        self.right_again(field)
        self.follow()
        self.edited.emit()


class Paper:
    """The fields of a signed paper: its number, who stands on the other side, who watches."""

    def __init__(self, *, other: bool = False, witnesses: bool = False) -> None:
        self.number = TextField(tr("Nomor berita acara"), limit=40)
        self.other = TextField(tr("Petugas pihak sana"), limit=80) if other else None
        self.first = TextField(tr("Saksi 1"), limit=80) if witnesses else None
        self.second = TextField(tr("Saksi 2"), limit=80) if witnesses else None

    def fields(self) -> dict[str, Field]:
        """By the names that the rules use."""
        found: dict[str, Field] = {}
        if self.other is not None:
            found["other_party"] = self.other
        if self.first is not None and self.second is not None:
            found |= {"witnesses": self.first, "second_witness": self.second}
        return {**found, "number": self.number}

    def minutes(self, other_name: str, time_zone: str) -> Minutes:
        """What stands on the paper."""
        told = [field.value().strip() for field in (self.first, self.second) if field is not None]
        witnesses = tuple(dict.fromkeys(name for name in told if name))
        other = self.other.value() if self.other is not None else ""
        return Minutes(self.number.value(), witnesses, other, other_name, time_zone)

    def show(self, *, on: bool) -> None:
        """Only where something is signed."""
        for field in self.fields().values():
            field.setVisible(on)


def product_group() -> ChoiceGroup:
    """Blanks, ribbon or film."""
    return ChoiceGroup(tr("Barang"), [Choice(each, product_word(each)) for each in Product], columns=3)


def pair(left: QWidget, right: QWidget) -> QWidget:
    """Two fields beside each other."""
    return holder(row(stretched(left), stretched(right), gap=8))


def product_of(group: ChoiceGroup) -> Product:
    """What is chosen; blanks where nothing is."""
    return Product(group.value() or Product.BLANK)


def in_units(product: Product, number: int, prints_per_ribbon: int) -> int:
    """Pieces of blanks; ribbon and film are counted in rolls by hand, and in prints in the ledger."""
    return number if product is Product.BLANK else number * prints_per_ribbon


def roll_hint(product: Product, prints_per_ribbon: int) -> str:
    """In what the number is written."""
    return tr("keping") if product is Product.BLANK else tr("rol, 1 rol ± {n} cetak", n=prints_per_ribbon)


def note_field(hint: str = "") -> NoteField:
    """A word more, which may stay away where no hint says otherwise."""
    return NoteField(tr("Catatan"), hint=hint or tr("boleh kosong"), lines=2)


def no_number(field: str, number: int | None) -> Problem | None:
    """What is wrong with a number that is not there."""
    if number is not None:
        return None
    return Problem(field, "no_number", text("Jumlahnya belum ditulis. Hitung dulu."))


def not_chosen(field: str, value: str | None) -> Problem | None:
    """What is wrong with a choice that was not made."""
    return None if value else Problem(field, "not_chosen", text("Belum dipilih."))
