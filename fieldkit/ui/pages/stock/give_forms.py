"""Give out, note as spoiled, destroy: forms of which each books one movement."""

from __future__ import annotations

from typing import Any

from fieldkit.domain.cards.handover import DestructionWay, RecordKind, check_minutes, destruction_label
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.stock.movements import OFFICE, Product, SpoilReason
from fieldkit.domain.text import text
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.page import StockView
from fieldkit.store.store import Store
from fieldkit.ui.formats import count
from fieldkit.ui.forms.stock_fields import pieces_field, spoil_reasons
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.stock.form import (
    Act,
    Field,
    Paper,
    StockForm,
    in_units,
    no_number,
    not_chosen,
    note_field,
    product_group,
    product_of,
    roll_hint,
)
from fieldkit.ui.pages.stock.options import holder_options, receiver_options
from fieldkit.ui.pages.stock.wording import amount
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.work.inverse import Inverse
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.booking import inverse_of
from fieldkit.work.stock.keeping import (
    DestroyStock,
    IssueStock,
    SpoilStock,
    destroy_stock,
    issue_stock,
    spoil_stock,
)


class IssueForm(StockForm):
    """From the office to a table or a district."""

    def __init__(self) -> None:
        self.to_holder = ComboBox(tr("Diberikan ke"))
        self.product = product_group()
        self.quantity = pieces_field(tr("Jumlah"))
        self.note = note_field()
        fields: dict[str, Field] = {
            "to_holder": self.to_holder,
            "product": self.product,
            "quantity": self.quantity,
            "note": self.note,
        }
        super().__init__("issue", tr("Keluarkan dari gudang"), fields, save=tr("Keluarkan"))
        self.lay(*self.fields.values())

    def offer(self, view: StockView, regions: RegionTable) -> None:
        """Tables and districts of the regency."""
        self.to_holder.set_options(receiver_options(view, regions))

    def presets(self) -> dict[str, str]:
        """Blanks."""
        return {"product": Product.BLANK}

    def follow(self) -> None:
        """Say where it is more than the store has on record; it may be given all the same."""
        product = product_of(self.product)
        self.quantity.set_hint(roll_hint(product, self.per_ribbon))
        here = self._here(product)
        if self.quantity.finding() is Severity.WARN:
            self.quantity.clear_finding()
        if self.quantity.number() is not None and self._quantity() > here:
            words = text("Di gudang tercatat {n}. Boleh dilanjutkan, dan ditandai.", n=count(here))
            self.quantity.show_problem(Problem("quantity", "over_balance", words, Severity.WARN))

    def act(self) -> Act:
        """One movement."""
        holder = self.to_holder.value()
        self.require(not_chosen("to_holder", holder), no_number("quantity", self.quantity.number()))
        command = IssueStock(str(holder), product_of(self.product), self._quantity(), self.note.value())

        def run(store: Store, _signer: Signer | None) -> Inverse[Any]:
            return inverse_of(store.execute(issue_stock, command))

        title = tr("{amount} dikeluarkan", amount=amount(command.product, command.quantity))
        return Act(run, title, tr("Ke {holder}.", holder=self.to_holder.combo.currentText()))

    def _quantity(self) -> int:
        return in_units(product_of(self.product), self.quantity.number() or 0, self.per_ribbon)

    def _here(self, product: Product) -> int:
        office = self.view.holder(OFFICE) if self.view is not None else None
        if office is None:
            return 0
        known = {Product.BLANK: office.supply.blanks, Product.RIBBON: office.supply.ribbon}
        return known.get(product, office.supply.film) or 0


class SpoilForm(StockForm):
    """Pieces that can not be used any more, wherever they lie."""

    def __init__(self) -> None:
        self.holder = ComboBox(tr("Rusak di"))
        self.quantity = pieces_field(tr("Jumlah"), hint=tr("keping"))
        self.reason = ChoiceGroup(tr("Kenapa rusak"), spoil_reasons(), columns=1)
        self.note = note_field()
        fields: dict[str, Field] = {
            "from_holder": self.holder,
            "quantity": self.quantity,
            "reason": self.reason,
            "note": self.note,
        }
        super().__init__("spoil", tr("Catat rusak"), fields, save=tr("Catat rusak"))
        self.lay(*self.fields.values())

    def offer(self, view: StockView, regions: RegionTable) -> None:
        """Who has stock."""
        self.holder.set_options(holder_options(view, regions))

    def presets(self) -> dict[str, str]:
        """The holder that is looked at, or the office."""
        return {"from_holder": (self.view.chosen.id if self.view is not None else "") or OFFICE}

    def act(self) -> Act:
        """Into the box of spoiled ones."""
        holder, reason = self.holder.value(), self.reason.value()
        self.require(
            not_chosen("from_holder", holder),
            no_number("quantity", self.quantity.number()),
            not_chosen("reason", reason),
        )
        quantity = self.quantity.number() or 0
        command = SpoilStock(str(holder), quantity, SpoilReason(str(reason)), self.note.value())

        def run(store: Store, _signer: Signer | None) -> Inverse[Any]:
            return inverse_of(store.execute(spoil_stock, command))

        return Act(run, tr("{n} blangko dicatat rusak", n=quantity), tr("Simpan kepingnya di kotak kartu rusak."))


class DestroyForm(StockForm):
    """Spoiled cards are destroyed before witnesses."""

    def __init__(self) -> None:
        self.quantity = pieces_field(tr("Jumlah"), hint=tr("keping"))
        self.way = ChoiceGroup(
            tr("Caranya"), [Choice(each, say(destruction_label(each))) for each in DestructionWay], columns=2
        )
        self.paper = Paper(witnesses=True)
        self.note = note_field()
        fields: dict[str, Field] = {
            "quantity": self.quantity,
            "way": self.way,
            **self.paper.fields(),
            "note": self.note,
        }
        super().__init__("destroy", tr("Musnahkan"), fields, save=tr("Musnahkan"))
        self.lay(*self.fields.values())

    def offer(self, view: StockView, regions: RegionTable) -> None:
        """How many lie in the box."""
        self.quantity.set_hint(tr("di kotak {n} keping", n=count(view.in_box)))

    def presets(self) -> dict[str, str]:
        """The next number."""
        return {"number": self.suggested_number()}

    def act(self) -> Act:
        """A movement and its paper."""
        way = self.way.value()
        self.require(no_number("quantity", self.quantity.number()), not_chosen("way", way))
        minutes = self.paper.minutes("", self.zone)
        self.require(*check_minutes(RecordKind.DESTRUCTION, minutes))
        quantity = self.quantity.number() or 0
        command = DestroyStock(quantity, DestructionWay(str(way)), minutes, self.note.value())

        def run(store: Store, signer: Signer | None) -> None:
            if signer is not None:
                store.execute(destroy_stock, command, signer)

        title = tr("{n} keping dimusnahkan", n=count(quantity))
        return Act(run, title, paper_line(minutes.number), tr("Musnahkan & tanda tangani"))


def paper_line(number: str) -> str:
    """Where the paper is."""
    return tr("Berita acara {number} ditandatangani. Cetak dengan Ctrl+P.", number=number)
