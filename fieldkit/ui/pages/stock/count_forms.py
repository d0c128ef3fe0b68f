"""Count what lies there, and take back what is left: what does not add up is explained and signed."""

from __future__ import annotations

from typing import Any

from fieldkit.domain.cards.handover import RecordKind, check_minutes
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.stock.holders import check_news
from fieldkit.domain.stock.movements import OFFICE, DifferenceReason, Product, SpoilReason, difference_reason_label
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
    pair,
    product_group,
    product_of,
    roll_hint,
)
from fieldkit.ui.pages.stock.give_forms import paper_line
from fieldkit.ui.pages.stock.options import given_options, holder_options
from fieldkit.ui.pages.stock.wording import amount, difference_words
from fieldkit.ui.widgets.cards import SumBar
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.inverse import Inverse
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.booking import inverse_of
from fieldkit.work.stock.counting import CountStock, TakeBack, count_stock, take_back


def doubt_holder(field: ComboBox, view: StockView | None) -> None:
    """Amber where a table may have used more than is known here; nothing stops."""
    if field.finding() is Severity.WARN:
        field.clear_finding()
    found = view.holder(field.value() or "") if view is not None else None
    for problem in check_news(may_lack=found is not None and found.may_lack_news):
        field.show_problem(problem)


class Explained:
    """Why something is missing or too much: shown only where it is."""

    def __init__(self) -> None:
        self.reason = ChoiceGroup(tr("Sebab selisih"), _reasons(), columns=1)
        self.note = NoteField(tr("Ceritanya"), hint=tr("singkat"), lines=2)
        self.paper = Paper()

    def show(self, *, on: bool) -> None:
        """Whether there is something to explain."""
        self.reason.setVisible(on)
        self.note.setVisible(on)
        self.paper.show(on=on)

    def problems(self) -> list[Problem]:
        """What is not told yet."""
        found = [not_chosen("reason", self.reason.value())]
        if not self.note.value().strip():
            words = text("Selisihnya belum ada ceritanya. Tulis singkat apa yang diketahui.")
            found.append(Problem("note", "note_missing", words))
        return [problem for problem in found if problem is not None]

    def chosen(self) -> DifferenceReason | None:
        """The reason, where one is chosen."""
        value = self.reason.value()
        return DifferenceReason(value) if value else None


class CountForm(StockForm):
    """What was counted by hand beside what the ledger says."""

    def __init__(self, counter: str) -> None:
        self._counter = counter
        self.holder, self.product = ComboBox(tr("Dihitung di")), product_group()
        self.counted = pieces_field(tr("Hasil hitung"))
        self.counted_by = TextField(tr("Dihitung oleh"), limit=80)
        self.why, self.sum = Explained(), SumBar()
        fields: dict[str, Field] = {"holder": self.holder, "product": self.product, "counted": self.counted}
        signed: dict[str, Field] = {"counted_by": self.counted_by, "reason": self.why.reason, "note": self.why.note}
        super().__init__(
            "count", tr("Hitung stok"), {**fields, **signed, **self.why.paper.fields()}, save=tr("Simpan hitungan")
        )
        self.lay(self.holder, self.product, self.counted, self.sum, *list(self.fields.values())[3:])

    def offer(self, view: StockView, regions: RegionTable) -> None:
        """Who has stock."""
        self.holder.set_options(holder_options(view, regions))

    def presets(self) -> dict[str, str]:
        """The holder that is looked at, blanks, and whoever is signed in."""
        chosen = (self.view.chosen.id if self.view is not None else "") or OFFICE
        number = self.suggested_number()
        return {"holder": chosen, "product": Product.BLANK, "counted_by": self._counter, "number": number}

    def follow(self) -> None:
        """What the ledger says, and whether there is something to explain."""
        doubt_holder(self.holder, self.view)
        is_blank = product_of(self.product) is Product.BLANK
        self.counted.set_hint(tr("keping") if is_blank else tr("cetak, kira-kira"))
        missing = self._missing()
        self.why.show(on=bool(missing) and is_blank)
        self.sum.setVisible(missing is not None)
        if missing is not None:
            told = tr("Tercatat {n}", n=count(self._expected()))
            self.sum.set(told, difference_words(missing), agrees=not missing or not is_blank)

    def act(self) -> Act:
        """The count, signed where it differs."""
        holder = self.holder.value()
        self.require(not_chosen("holder", holder), no_number("counted", self.counted.number()))
        product = product_of(self.product)
        is_signed = bool(self._missing()) and product is Product.BLANK
        minutes = self.why.paper.minutes(self.holder.combo.currentText(), self.zone)
        if is_signed:
            self.require(*self.why.problems(), *check_minutes(RecordKind.COUNTING, minutes))
        command = CountStock(
            str(holder),
            product,
            self.counted.number() or 0,
            self.counted_by.value(),
            self.why.chosen() if is_signed else None,
            self.why.note.value() if is_signed else "",
            minutes,
            self._expected() if product is Product.BLANK else None,
        )

        def run(store: Store, signer: Signer | None) -> None:
            store.execute(count_stock, command, signer)

        signed = tr("Tanda tangani selisih") if is_signed else ""
        return Act(run, tr("Hitungan tersimpan"), paper_line(minutes.number) if is_signed else "", signed)

    def _expected(self) -> int:
        found = self.view.holder(self.holder.value() or "") if self.view is not None else None
        return held(found.supply.blanks, found.supply.ribbon, found.supply.film, self.product) if found else 0

    def _missing(self) -> int | None:
        counted = self.counted.number()
        return None if counted is None or not self.holder.value() else self._expected() - counted


class BackForm(StockForm):
    """What comes back, and what became of the rest."""

    def __init__(self) -> None:
        self.holder, self.product = ComboBox(tr("Kembali dari")), product_group()
        self.returned, self.printed = pieces_field(tr("Kembali")), pieces_field(tr("Tercetak"))
        self.spoiled, self.kept = pieces_field(tr("Rusak")), pieces_field(tr("Tetap di sana"))
        self.spoil_reason = ChoiceGroup(tr("Kenapa rusak"), spoil_reasons(), columns=1)
        self.why, self.sum = Explained(), SumBar()
        numbers: dict[str, Field] = {
            "holder": self.holder,
            "product": self.product,
            "returned": self.returned,
            "printed": self.printed,
            "spoiled": self.spoiled,
        }
        more: dict[str, Field] = {"kept": self.kept, "spoil_reason": self.spoil_reason}
        why: dict[str, Field] = {"reason": self.why.reason, "note": self.why.note, **self.why.paper.fields()}
        super().__init__("back", tr("Ambil sisa"), {**numbers, **more, **why}, save=tr("Simpan"))
        pairs = pair(self.returned, self.printed), pair(self.spoiled, self.kept)
        self.lay(self.holder, self.product, *pairs, self.sum, *list(self.fields.values())[6:])

    def offer(self, view: StockView, regions: RegionTable) -> None:
        """Who was given something."""
        self.holder.set_options(given_options(view, regions))

    def presets(self) -> dict[str, str]:
        """The holder that is looked at."""
        chosen = self.view.chosen.id if self.view is not None else ""
        holder = "" if chosen == OFFICE else chosen
        return {"holder": holder, "product": Product.BLANK, "number": self.suggested_number()}

    def follow(self) -> None:
        """The sum so far, and what it leaves open."""
        doubt_holder(self.holder, self.view)
        product, is_told = product_of(self.product), self.returned.number() is not None and bool(self.holder.value())
        is_blank, missing = product is Product.BLANK, self._missing()
        for field in (self.returned, self.kept):
            field.set_hint("" if is_blank else roll_hint(product, self.per_ribbon))
        for field in (self.printed, self.spoiled):
            field.setVisible(is_blank)
        self.spoil_reason.setVisible(is_blank and bool(self.spoiled.number()))
        self.sum.setVisible(bool(self.holder.value()))
        self.why.show(on=is_told and bool(missing) and is_blank)
        told = f"{count(self._expected())} = {' + '.join(map(count, self._parts()))}"
        self.sum.set(told, difference_words(missing), agrees=not missing or not is_blank)

    def act(self) -> Act:
        """Up to four movements, signed where something is missing."""
        holder = self.holder.value()
        self.require(not_chosen("holder", holder), no_number("returned", self.returned.number()))
        command = self._command(str(holder))
        is_signed = self._is_signed()
        if is_signed:
            self.require(*self.why.problems(), *check_minutes(RecordKind.TAKING_BACK, command.minutes))

        def run(store: Store, signer: Signer | None) -> Inverse[Any] | None:
            movements = store.execute(take_back, command, signer)
            return None if is_signed or not movements else inverse_of(*movements)

        title = tr("{amount} kembali ke gudang", amount=amount(command.product, command.returned))
        told = paper_line(command.minutes.number) if is_signed else ""
        return Act(run, title, told, tr("Tanda tangani selisih") if is_signed else "")

    def _command(self, holder: str) -> TakeBack:
        reason, product = self.spoil_reason.value(), product_of(self.product)
        is_signed = self._is_signed()
        returned, printed, spoiled, kept = self._parts()
        return TakeBack(
            holder,
            product,
            returned,
            printed,
            spoiled,
            SpoilReason(reason) if reason and spoiled else None,
            kept,
            self.why.chosen() if is_signed else None,
            self.why.note.value() if is_signed else "",
            self.why.paper.minutes(self.holder.combo.currentText(), self.zone),
            self._expected() if product is Product.BLANK else None,
        )

    def _expected(self) -> int:
        found = self.view.holder(self.holder.value() or "") if self.view is not None else None
        return held(found.supply.blanks, found.supply.ribbon, found.supply.film, self.product) if found else 0

    def _parts(self) -> list[int]:
        """Returned, printed, spoiled and kept; ribbon and film are only estimated, and come back in rolls."""
        product = product_of(self.product)
        fields = (self.returned, self.printed, self.spoiled, self.kept)
        if product is Product.BLANK:
            return [field.number() or 0 for field in fields]
        returned, kept = (in_units(product, field.number() or 0, self.per_ribbon) for field in (fields[0], fields[3]))
        return [returned, 0, 0, kept]

    def _missing(self) -> int:
        return self._expected() - sum(self._parts())

    def _is_signed(self) -> bool:
        return bool(self._missing()) and product_of(self.product) is Product.BLANK


def held(blanks: int, ribbon: int | None, film: int | None, product: ChoiceGroup) -> int:
    """What a holder should have of what is chosen."""
    return {Product.BLANK: blanks, Product.RIBBON: ribbon or 0, Product.FILM: film or 0}[product_of(product)]


def _reasons() -> list[Choice]:
    return [Choice(reason, say(difference_reason_label(reason))) for reason in DifferenceReason]
