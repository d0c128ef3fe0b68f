"""Book blanks without leaving Today: received, spoiled, given back."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stock.movements import MovementKind, Product
from fieldkit.domain.text import text
from fieldkit.store.queries.shifts import Shift
from fieldkit.ui.forms.stock_fields import pieces_field, spoil_reasons
from fieldkit.ui.language import tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.form_scroll import FormScroll
from fieldkit.ui.widgets.layouts import column, holder, stretched
from fieldkit.ui.widgets.path import EnterPath
from fieldkit.work.stock.movements import MoveStock


class BlankAct(StrEnum):
    """What a table does with blanks, in the order of the keys 1 to 3."""

    TAKE = "take"
    SPOIL = "spoil"
    RETURN = "return"


_KINDS: Final = {
    BlankAct.TAKE: MovementKind.ISSUE,
    BlankAct.SPOIL: MovementKind.SPOIL,
    BlankAct.RETURN: MovementKind.RETURN,
}


class BlankForm(QWidget):
    """What happened, how many, and why for the spoiled."""

    saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.act = ChoiceGroup(tr("Apa yang terjadi"), _acts(), columns=3)
        self.quantity = pieces_field(tr("Jumlah keping"))
        self.reason = ChoiceGroup(tr("Kenapa rusak"), spoil_reasons(), columns=2)
        self.note = TextField(tr("Catatan"), hint=tr("boleh kosong"))
        self.save_button = Button(tr("Simpan"), "primary", key="Ctrl+Enter", press=self.saved.emit)
        self.bar = ActionBar(self.save_button)
        self._name()
        self.act.chosen.connect(lambda _act: self._follow())
        self._path = EnterPath([self.act, self.quantity, self.reason, self.note], self.save_button.setFocus)
        asked = holder(column(self.act, self.quantity, self.reason, self.note, None, gap=12))
        column(stretched(FormScroll(asked)), self.bar, gap=12, inside=self)
        self.setFocusProxy(self.act.answer_widget())
        self._follow()

    def reset(self) -> None:
        """Nothing answered."""
        self.act.set_value(None)
        self.quantity.set_number(None)
        self.reason.set_value(None)
        self.note.set_value("")
        for field in self._fields().values():
            field.clear_finding()
        self.bar.set_left("")
        self._follow()

    def movement(self, shift: Shift) -> MoveStock:
        """What the form says; RuleError where something is not answered."""
        problems = self._problems()
        if problems:
            raise RuleError(*problems)
        act = BlankAct(str(self.act.value()))
        reason = (self.reason.value() or "") if act is BlankAct.SPOIL else ""
        quantity = self.quantity.number() or 0
        return MoveStock(
            shift.id, shift.village, _KINDS[act], Product.BLANK, quantity, reason=reason, note=self.note.value().strip()
        )

    def show_problems(self, error: RuleError) -> None:
        """Each beside its field."""
        show_problems(self._fields(), error, self.bar)

    def _problems(self) -> list[Problem]:
        found = []
        if self.act.value() is None:
            found.append(Problem("act", "no_act", text("Belum dipilih. Terima, rusak, atau kembalikan?")))
        if self.quantity.number() is None:
            found.append(Problem("quantity", "no_number", text("Jumlahnya belum ditulis. Hitung kepingnya dulu.")))
        return found

    def _fields(self) -> dict[str, ChoiceGroup | TextField]:
        return {"act": self.act, "quantity": self.quantity, "reason": self.reason, "note": self.note}

    def _follow(self) -> None:
        self.reason.setVisible(self.act.value() == BlankAct.SPOIL)

    def _name(self) -> None:
        names = {"blank_act": self.act, "blank_quantity": self.quantity, "blank_reason": self.reason}
        for name, part in {**names, "blank_note": self.note, "save_blanks": self.save_button}.items():
            part.setObjectName(name)


def booked_words(movement: MoveStock, on_hand: int) -> tuple[str, str]:
    """Title and text of the toast."""
    said = {
        MovementKind.ISSUE: tr("{n} blangko diterima", n=movement.quantity),
        MovementKind.SPOIL: tr("{n} blangko dicatat rusak", n=movement.quantity),
        MovementKind.RETURN: tr("{n} blangko dikembalikan ke kantor", n=movement.quantity),
    }
    kept = tr("Simpan kepingnya di kotak kartu rusak.") if movement.kind is MovementKind.SPOIL else ""
    left = tr("Sisa di tangan {n} keping.", n=on_hand)
    return said[movement.kind], f"{left} {kept}".strip()


def _acts() -> list[Choice]:
    return [
        Choice(BlankAct.TAKE, tr("Terima")),
        Choice(BlankAct.SPOIL, tr("Rusak")),
        Choice(BlankAct.RETURN, tr("Kembalikan")),
    ]
