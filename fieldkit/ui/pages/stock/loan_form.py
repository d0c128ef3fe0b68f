"""Lend, borrow, give back: between this regency and another, or its province."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.cards.handover import check_minutes
from fieldkit.domain.stock.holders import code_of
from fieldkit.domain.stock.loans import Loan
from fieldkit.domain.stock.movements import MovementKind, Product
from fieldkit.domain.text import Text, text
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.page import StockView
from fieldkit.store.store import Store
from fieldkit.ui.forms.stock_fields import pieces_field
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
from fieldkit.ui.pages.stock.give_forms import paper_line
from fieldkit.ui.pages.stock.options import region_options
from fieldkit.ui.pages.stock.wording import amount, loan_line
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.keeping import RECORDS, LendStock, lend_stock

WE: Final = "we"
THEY: Final = "they"
_NAMES: Final[Mapping[MovementKind, str]] = {
    MovementKind.LEND: "lend",
    MovementKind.BORROW: "borrow",
    MovementKind.GIVE_BACK: "give_back",
}


@dataclass(frozen=True, slots=True)
class _Words:
    """What a loan, or its return, is called where."""

    region: Text
    title: Text
    verb: Text
    sign: Text


_WORDS: Final[Mapping[MovementKind, _Words]] = {
    MovementKind.LEND: _Words(
        text("Dipinjamkan ke"), text("Pinjamkan"), text("Pinjamkan"), text("Pinjamkan & tanda tangani")
    ),
    MovementKind.BORROW: _Words(text("Dipinjam dari"), text("Pinjam"), text("Pinjam"), text("Pinjam & tanda tangani")),
    MovementKind.GIVE_BACK: _Words(
        text("Daerah"), text("Kembalikan pinjaman"), text("Kembalikan"), text("Kembalikan & tanda tangani")
    ),
}


class LoanForm(StockForm):
    """A loan or its return, with the paper that both sides sign."""

    def __init__(self, kind: MovementKind) -> None:
        self.loan = kind
        self.region, self.product = ComboBox(say(_WORDS[kind].region)), product_group()
        self.way = ChoiceGroup(
            tr("Siapa mengembalikan"), [Choice(WE, tr("Kita")), Choice(THEY, tr("Mereka"))], columns=2
        )
        self.quantity, self.paper = pieces_field(tr("Jumlah")), Paper(other=True)
        self.note = note_field()
        ways: dict[str, Field] = {"way": self.way} if kind is MovementKind.GIVE_BACK else {}
        fields: dict[str, Field] = {"region": self.region, **ways, "product": self.product, "quantity": self.quantity}
        super().__init__(
            _NAMES[kind],
            say(_WORDS[kind].title),
            {**fields, **self.paper.fields(), "note": self.note},
            save=say(_WORDS[kind].verb),
        )
        self._still = Label("", "hint", wrap=True)
        self._regions: RegionTable | None = None
        self.lay(self.region, self._still, *list(self.fields.values())[1:])

    def offer(self, view: StockView, regions: RegionTable) -> None:
        """The province, its regencies, and whoever has lent before."""
        self._regions = regions
        self.region.set_options(region_options(view, regions))

    def begin_with(self, partner: str, quantity: int) -> None:
        """So many pieces of this partner; of what is given back, we are the ones."""
        self.region.set_value(partner)
        self.way.set_value(WE)
        self.quantity.set_number(quantity or None)
        self.follow()

    def presets(self) -> dict[str, str]:
        """Blanks, and the next number."""
        return {"product": Product.BLANK, "number": self.suggested_number()}

    def follow(self) -> None:
        """How it stands with this owner."""
        self.quantity.set_hint(roll_hint(product_of(self.product), self.per_ribbon))
        loans = [loan for loan in self._loans() if loan.owed or loan.due]
        words = [loan_line(self._regions, loan) for loan in loans] if self._regions is not None else []
        self._still.set_text("; ".join(words))
        self._still.setVisible(bool(words))

    def act(self) -> Act:
        """One movement and its paper."""
        region = self.region.value()
        is_return = self.loan is MovementKind.GIVE_BACK
        self.require(
            not_chosen("region", region),
            not_chosen("way", self.way.value()) if is_return else None,
            no_number("quantity", self.quantity.number()),
        )
        product = product_of(self.product)
        quantity = in_units(product, self.quantity.number() or 0, self.per_ribbon)
        minutes = self.paper.minutes(self.region.combo.currentText(), self.zone)
        self.require(*check_minutes(RECORDS[self.loan], minutes))
        comes_in = is_return and self.way.value() == THEY
        note = self.note.value()
        command = LendStock(self.loan, code_of(str(region)), product, quantity, minutes, comes_in, note)

        def run(store: Store, signer: Signer | None) -> None:
            if signer is not None:
                store.execute(lend_stock, command, signer)

        title = tr("{what}: {amount}", what=say(_WORDS[self.loan].title), amount=amount(product, quantity))
        return Act(run, title, paper_line(minutes.number), say(_WORDS[self.loan].sign))

    def _loans(self) -> list[Loan]:
        loans = self.view.loans if self.view is not None else ()
        return [loan for loan in loans if loan.partner == self.region.value()]
