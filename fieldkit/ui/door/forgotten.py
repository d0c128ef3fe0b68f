"""A PIN that was forgotten, or a wait that somebody who leads ends: a new code of the office, or the lead's own PIN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FieldKitError, Problem, RuleError
from fieldkit.domain.roles import LEADS, may_vouch_for
from fieldkit.domain.text import text
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.door.read_out import ReadOut
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import PinField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.path import EnterPath


@dataclass(frozen=True, slots=True)
class SetBack:
    """What was typed: the code, or the lead with the own PIN; without a new PIN only the wait is ended."""

    code: str
    lead_id: str
    lead_pin: str = field(repr=False)
    pin: str = field(repr=False)


class ForgottenPin(QWidget):
    """Asks for what sets a PIN back: what the office gave, or whoever leads and is here."""

    asked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name, self._what = Label("", "person", elide=True), Label("", "hint", wrap=True)
        self.code = TextField(tr("Kode baru dari kantor"))
        self.read_out = ReadOut(tr("Tanpa internet: telepon kantor, bacakan kode ini, lalu ketik jawabannya."))
        self.lead = ComboBox(tr("Ketua tim di sini"))
        self.lead_pin = PinField(tr("PIN ketua tim"))
        self.pin = PinField(tr("PIN baru"))
        self.again = PinField(tr("PIN baru sekali lagi"))
        self.line = IconText("warning-circle", "", "second-strong", "err", wrap=True, size=16)
        self.back_button = Button(tr("Kembali"), "quiet", key=tr("Esc"), press=self.left.emit)
        self.enter_button = Button(tr("Atur ulang"), "primary", key=tr("Enter"), size="main", press=self.submit)
        self._arrange()
        self._listen()

    def show_person(self, user: AppUser, users: Sequence[AppUser]) -> None:
        """For this person; who leads and has a PIN here may help."""
        leads = [each for each in users if each.role in LEADS and each.has_pin and each.id != user.id]
        self._name.set_text(user.name)
        self._what.set_text(_way(user, has_lead=bool(leads)))
        self.show_call("")
        self.code.set_hint(tr("kosongkan kalau ketua tim ada di sini") if leads else "")
        self.lead.set_options([(each.id, each.name) for each in leads])
        for part in (self.lead, self.lead_pin):
            part.setVisible(bool(leads))
        self._clear()
        if len(leads) == 1:
            self.lead.set_value(leads[0].id)

    def show_call(self, spoken: str) -> None:
        """What is read out to the office where no code can come by a sync."""
        self.read_out.show_code(spoken)

    def focus_first(self) -> None:
        """To the first thing to type."""
        self.code.focus_answer()

    def submit(self) -> None:
        """Try what was typed."""
        problems = self._problems()
        if problems:
            self.show_problem(RuleError(*problems))
        elif self.enter_button.isEnabled():
            self.enter_button.setEnabled(False)
            typed = SetBack(self.code.value().strip(), self.lead.value() or "", self.lead_pin.value(), self.pin.value())
            self.asked.emit(typed)

    def show_problem(self, problem: RuleError) -> None:
        """It was not right: beside the field."""
        self.enter_button.setEnabled(True)
        fields = {"code": self.code, "lead": self.lead, "lead_pin": self.lead_pin, "pin": self.pin, "again": self.again}
        self.lead_pin.set_value("")
        show_problems(fields, problem)
        others = [say(found.message) for found in problem.problems if found.field not in fields]
        self._show_line(" ".join(others))

    def show_failure(self, error: FieldKitError) -> None:
        """Something else stood in the way."""
        self.enter_button.setEnabled(True)
        self._show_line(f"{say(error.title)} {say(error.advice)}")

    def _problems(self) -> list[Problem]:
        found = []
        by_lead = not self.code.value().strip()
        if by_lead and self.lead.isHidden():
            found.append(
                Problem("code", "no_code", text("Ketik kode dari kantor. Di laptop ini belum ada ketua tim lain."))
            )
        elif by_lead and not self.lead.value():
            found.append(
                Problem("code", "no_way", text("Ketik kode dari kantor, atau minta ketua tim mengetik PIN-nya."))
            )
        elif by_lead and not self.lead_pin.value():
            found.append(Problem("lead_pin", "no_pin", text("PIN ketua tim belum diketik.")))
        if not by_lead and not self.pin.value():
            found.append(Problem("pin", "no_pin", text("PIN baru belum diketik.")))
        if self.pin.value() != self.again.value():
            found.append(
                Problem("again", "different", text("Kedua PIN tidak sama. Ketik sekali lagi PIN yang di atas."))
            )
        return found

    def _arrange(self) -> None:
        parts: dict[str, QWidget] = {"new_code": self.code, "lead": self.lead, "lead_pin": self.lead_pin}
        parts |= {"new_pin": self.pin, "new_pin_again": self.again}
        parts |= {"set_back_line": self.line, "set_back": self.enter_button}
        for name, part in parts.items():
            part.setObjectName(name)
        self.line.hide()
        self.read_out.hide()
        column(
            column(Label(tr("PIN lupa, atau harus menunggu"), "card"), self._name, self._what, gap=2),
            self.read_out,
            self.code,
            row(stretched(self.lead), stretched(self.lead_pin), gap=12),
            row(stretched(self.pin), stretched(self.again), gap=12),
            self.line,
            row(self.back_button, None, self.enter_button),
            None,
            gap=12,
            inside=self,
        )

    def _listen(self) -> None:
        fields = (self.code, self.lead, self.lead_pin, self.pin, self.again)
        self.path = EnterPath(fields, self.submit)
        for part in (self.code, self.lead_pin, self.pin, self.again):
            part.edited.connect(part.clear_finding)

    def _clear(self) -> None:
        for part in (self.code, self.lead_pin, self.pin, self.again):
            part.set_value("")
            part.clear_finding()
        self.enter_button.setEnabled(True)
        self._show_line("")

    def _show_line(self, words: str) -> None:
        self.line.set(words, "err")
        self.line.setVisible(bool(words))


def _way(user: AppUser, *, has_lead: bool) -> str:
    if not has_lead:
        return tr("Minta kode baru ke kantor, lalu ketik di sini sesudah laptop ini sinkron.")
    if may_vouch_for(user.role):
        return tr(
            "Ketik kode baru dari kantor, atau minta ketua tim mengetik PIN-nya sendiri. Tanpa PIN baru, hanya jeda "
            "yang dihapus. Dicatat siapa yang mengizinkan."
        )
    return tr(
        "PIN baru hanya dengan kode dari kantor. Ketua tim bisa menghapus jeda dengan PIN-nya sendiri, tanpa PIN baru. "
        "Dicatat siapa yang mengizinkan."
    )
