"""A lot: asked for, and what becomes of its parts."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from fieldkit.domain.stock.lots import LotState, lot_label
from fieldkit.domain.stock.movements import Product
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.lots import Lot
from fieldkit.store.queries.stock.page import StockView
from fieldkit.store.store import Store
from fieldkit.ui.forms.stock_fields import pieces_field
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.stock.form import (
    Act,
    Field,
    StockForm,
    in_units,
    no_number,
    not_chosen,
    note_field,
    product_group,
    product_of,
    roll_hint,
)
from fieldkit.ui.pages.stock.wording import amount, lot_line, lot_title, part_line
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.inverse import Inverse
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.booking import inverse_of
from fieldkit.work.stock.lots import RequestLot, StepLot, request_lot, step_lot, take_back_step, withdraw_lot

NEW: Final = "new"
_STEPS: Final = (
    LotState.APPROVED,
    LotState.IN_TRANSIT,
    LotState.AT_LOCATION,
    LotState.RECEIVED,
    LotState.CANCELLED,
)
_NAMED: Final = frozenset({LotState.IN_TRANSIT, LotState.AT_LOCATION, LotState.RECEIVED})
"""Steps of a part that may come from a place nobody told of before."""
_PART: Final = "part:"
_NO_PART: Final = "none"


class LotForm(StockForm):
    """Ask for a lot, or note the next step of one that was asked for."""

    def __init__(self) -> None:
        self.lot = ComboBox(tr("Lot"))
        self.step = ChoiceGroup(tr("Yang terjadi"), [Choice(each, say(lot_label(each))) for each in _STEPS], columns=2)
        self.product = product_group()
        self.supplier = TextField(tr("Diminta ke"), hint=tr("pusat, provinsi"), limit=80)
        self.part = ComboBox(tr("Bagian yang mana"))
        self.place = TextField(tr("Tempat"), hint=tr("asal bagian ini, mis. Jakarta"), limit=60)
        self.quantity = pieces_field(tr("Jumlah"))
        self.reference = TextField(tr("Surat atau nomor seri"), hint=tr("boleh kosong"), limit=120)
        self.note = note_field(tr("wajib kalau kurang atau batal"))
        fields: dict[str, Field] = {
            "lot": self.lot,
            "step": self.step,
            "product": self.product,
            "supplier": self.supplier,
        }
        more: dict[str, Field] = {
            "part": self.part,
            "place": self.place,
            "quantity": self.quantity,
            "reference": self.reference,
            "note": self.note,
        }
        super().__init__("lot", tr("Lot dan kiriman"), {**fields, **more}, save=tr("Simpan"))
        self._told = Label("", "hint", wrap=True)
        self._parts: list[tuple[str, str]] = []
        self.lay(self.lot, self._told, *list(self.fields.values())[1:])

    def fill(self, draft: str | None) -> None:
        """What parts there are depends on the lot and the step, so the part is answered last."""
        super().fill(draft)
        if draft:
            self.part.set_value(msgspec.json.decode(draft, type=dict[str, str]).get("part") or None)
            self.follow()

    def offer(self, view: StockView, regions: RegionTable) -> None:
        """The lots of which something is expected."""
        known = [(lot.id, lot_title(lot)) for lot in view.lots if not lot.is_done]
        self.lot.set_options([(NEW, tr("Lot baru")), *known])

    def presets(self) -> dict[str, str]:
        """A new lot where none is expected; else which one is asked."""
        has_lots = self.view is not None and any(not lot.is_done for lot in self.view.lots)
        return {"product": Product.BLANK, "lot": "" if has_lots else NEW}

    def follow(self) -> None:
        """What is asked of a new lot, or of one that is on its way."""
        lot, is_new = self._lot(), self.lot.value() == NEW
        state = self.step.value()
        for field in (self.product, self.supplier, self.reference):
            field.setVisible(is_new)
        self.step.setVisible(lot is not None)
        has_parts = bool(self._offer_parts(lot))
        self.part.setVisible(has_parts)
        is_elsewhere = not has_parts or self.part.value() == _NO_PART
        self.place.setVisible(lot is not None and state in _NAMED and is_elsewhere)
        for part in (self.quantity, self.note):
            part.setVisible(is_new or state is not None)
        self._told.set_text(lot_line(lot) if lot is not None else "")
        self._told.setVisible(lot is not None)
        self.quantity.set_hint(roll_hint(self._product(), self.per_ribbon))

    def act(self) -> Act:
        """A request, or a step."""
        self.require(not_chosen("lot", self.lot.value()))
        lot = self._lot()
        return self._request() if lot is None else self._step(lot)

    def _request(self) -> Act:
        self.require(no_number("quantity", self.quantity.number()))
        quantity = in_units(self._product(), self.quantity.number() or 0, self.per_ribbon)
        command = RequestLot(
            self._product(), self.supplier.value(), quantity, self.reference.value(), self.note.value()
        )

        def run(store: Store, _signer: Signer | None) -> Inverse[Any]:
            return Inverse(withdraw_lot, store.execute(request_lot, command))

        told = tr("Belum bisa dipakai sampai diterima.")
        return Act(run, tr("Lot diminta: {amount}", amount=amount(command.product, quantity)), told)

    def _step(self, lot: Lot) -> Act:
        self.require(
            not_chosen("step", self.step.value()),
            not_chosen("part", self.part.value()) if self.part.isVisibleTo(self) else None,
            no_number("quantity", self.quantity.number()),
        )
        state = LotState(str(self.step.value()))
        quantity = in_units(self._product(), self.quantity.number() or 0, self.per_ribbon)
        place = self._place()
        command = StepLot(lot.id, state, quantity, place, self.note.value())

        def run(store: Store, _signer: Signer | None) -> Inverse[Any]:
            movement = store.execute(step_lot, command)
            return inverse_of(movement) if movement else Inverse(take_back_step, command)

        title = tr("{what}: {amount}", what=say(lot_label(state)), amount=amount(lot.product, quantity))
        return Act(run, title, tr("Masuk gudang kantor.") if state is LotState.RECEIVED else "")

    def _offer_parts(self, lot: Lot | None) -> list[str]:
        """The parts that the step can be of; another place, or what never set out, comes last."""
        state, known = self.step.value(), lot.count.on_the_way if lot is not None else {}
        places = [place for place in known if lot is not None and _fits(lot, place, state)]
        others = tr("Yang belum dikirim") if state == LotState.CANCELLED else tr("Dari tempat lain")
        waiting = [(f"{_PART}{place}", part_line(lot, place)) for place in places if lot is not None]
        options = [*waiting, (_NO_PART, others)]
        if options != self._parts:
            self._parts = options
            self.part.set_options(options)
        return places

    def _place(self) -> str:
        """Of the part that is chosen, or as it is written."""
        part = (self.part.value() or "") if self.part.isVisibleTo(self) else ""
        if part.startswith(_PART):
            return part.removeprefix(_PART)
        return self.place.value() if self.place.isVisibleTo(self) else ""

    def _lot(self) -> Lot | None:
        lots = self.view.lots if self.view is not None else ()
        return next((lot for lot in lots if lot.id == self.lot.value()), None)

    def _product(self) -> Product:
        lot = self._lot()
        return Product(lot.product) if lot is not None else product_of(self.product)


def _fits(lot: Lot, place: str, state: str | None) -> bool:
    """Whether the step can be of the part: what is on its way arrives, and whatever waits is received or cancelled."""
    if state == LotState.AT_LOCATION:
        return place in lot.count.moving
    return state in {LotState.RECEIVED, LotState.CANCELLED}
