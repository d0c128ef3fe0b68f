"""What has to be asked of somebody who was recorded at home: the questions of the table, in a narrow column."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.people.nik import shared_late_nik_problem
from fieldkit.domain.people.phone import PhoneOwner, owner_label
from fieldkit.domain.requests.reasons import RECORDED_FOR, asks_recorded_before, reason_label
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore, recorded_before_label
from fieldkit.domain.text import Text
from fieldkit.ui.forms.nik_field import NikField
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.layouts import column
from fieldkit.work.table.registration import Register

_YES, _NO = "yes", "no"


class DoorState(msgspec.Struct, frozen=True):
    """The answers as they are kept while they are typed."""

    reason: str = ""
    recorded_before: str = ""
    paper: str = ""
    phone_owner: str = ""
    phone: str = ""
    sms: str = ""
    contact_name: str = ""
    contact_relation: str = ""
    nik: str = ""


class DoorQuestions(QWidget):
    """Reason, recorded before, family card, the NIK where there is none yet, phone."""

    answered = Signal(object)
    """A field was answered anew."""

    def __init__(self) -> None:
        super().__init__()
        self._asks_nik = False
        self.reason = ChoiceGroup(tr("Keperluan"), _worded(RECORDED_FOR, reason_label))
        self.before = ChoiceGroup(
            tr("Pernah direkam di tempat lain?"), _worded(RecordedBefore, recorded_before_label), columns=3
        )
        self.paper = ChoiceGroup(tr("Kartu keluarga (KK) dilihat"), _yes_no(), columns=2)
        self.nik = NikField(shared=shared_late_nik_problem)
        self.owner = ChoiceGroup(tr("Nomor HP"), _worded(PhoneOwner, owner_label))
        self.phone = TextField(tr("Nomor HP"), limit=20)
        self.sms = ChoiceGroup(tr("Boleh dikirimi SMS"), _yes_no(), columns=2)
        self.contact_name = TextField(tr("Yang bisa dihubungi"), limit=80)
        self.contact_relation = TextField(tr("Hubungan"), limit=40)
        self.fields: dict[str, Findings] = {
            "reason": self.reason,
            "recorded_before": self.before,
            "papers": self.paper,
            "nik": self.nik,
            "phone_owner": self.owner,
            "phone": self.phone,
            "sms": self.sms,
            "contact_name": self.contact_name,
            "contact_relation": self.contact_relation,
        }
        column(*self.fields.values(), gap=10, inside=self)
        for choice in (self.reason, self.before, self.paper, self.owner, self.sms):
            choice.chosen.connect(lambda _value, field=choice: self._on_answered(field))
        for typed in (self.nik, self.phone, self.contact_name, self.contact_relation):
            typed.edited.connect(lambda _value, field=typed: self._on_answered(field))

    def fill(self, state: DoorState, *, asks_nik: bool) -> None:
        """Begin where these answers stopped; the NIK is asked of who has none."""
        self._asks_nik = asks_nik
        self.nik.set_value(state.nik)
        self.reason.set_value(state.reason or None)
        self.before.set_value(state.recorded_before or None)
        self.paper.set_value(state.paper or None)
        self.owner.set_value(state.phone_owner or None)
        self.phone.set_value(state.phone)
        self.sms.set_value(state.sms or None)
        self.contact_name.set_value(state.contact_name)
        self.contact_relation.set_value(state.contact_relation)
        self._show_fitting()
        self.nik.ask_again()

    def state(self) -> DoorState:
        """What is answered so far."""
        return DoorState(
            self.reason.value() or "",
            self.before.value() or "",
            self.paper.value() or "",
            self.owner.value() or "",
            self.phone.value(),
            self.sms.value() or "",
            self.contact_name.value(),
            self.contact_relation.value(),
            self.nik.value(),
        )

    def command(self, resident_id: str) -> Register:
        """What is answered; what is missing the verb tells."""
        reason, owner = self.reason.value(), self.owner.value()
        before = self.before.value() if asks_recorded_before(reason) else None
        has_none = owner == PhoneOwner.NONE
        return Register(
            resident_id=resident_id,
            new_person=None,
            reason=Reason(reason) if reason else None,
            recorded_before=RecordedBefore(before) if before else None,
            papers=(Paper.FAMILY_CARD,) if self.paper.value() == _YES else (),
            nik=self.nik.value() if self._asks_nik else "",
            kk="",
            phone_owner=PhoneOwner(owner) if owner else None,
            phone="" if has_none else self.phone.value(),
            contact_name=self.contact_name.value() if has_none else "",
            contact_relation=self.contact_relation.value() if has_none else "",
            sms_consent=not has_none and self.sms.value() == _YES,
            doubts=("nik_shared",) if self._asks_nik and self.nik.is_shared() else (),
        )

    def _on_answered(self, field: Findings) -> None:
        self._show_fitting()
        self.answered.emit(field)

    def _show_fitting(self) -> None:
        """Nobody is asked for what does not belong to the answers given."""
        reason, has_none = self.reason.value(), self.owner.value() == PhoneOwner.NONE
        self.nik.setVisible(self._asks_nik)
        self.before.setVisible(reason is None or asks_recorded_before(reason))
        for each in (self.phone, self.sms):
            each.setVisible(not has_none)
        for each in (self.contact_name, self.contact_relation):
            each.setVisible(has_none)


def _worded(answers: Iterable[str], label: Callable[[str], Text]) -> list[Choice]:
    return [Choice(each, say(label(each))) for each in answers]


def _yes_no() -> list[Choice]:
    return [Choice(_YES, tr("Ya")), Choice(_NO, tr("Tidak"))]
