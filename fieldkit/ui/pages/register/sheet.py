"""The parts of the form in their order, filled from a state and read back into one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.draft import PHONE_ANSWERS, FormState
from fieldkit.ui.pages.register.identity import IdentityFields, PersonHead
from fieldkit.ui.pages.register.numbers import Numbers
from fieldkit.ui.pages.register.phone_block import PhoneBlock
from fieldkit.ui.pages.register.questions import Questions, ReasonGroup
from fieldkit.ui.pages.register.residence import Residence
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import IconText
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.path import EnterPath


class Sheet(QWidget):
    """Everything of the form that may scroll."""

    changed = Signal()
    ended = Signal()
    """Enter in the last field."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self.head = PersonHead()
        self.identity = IdentityFields()
        self.residence = Residence(regions)
        self.numbers = Numbers(regions.is_known_district)
        self.reason = ReasonGroup()
        self.questions = Questions()
        self.already = Notice(tone="err")
        self.already.setObjectName("already_recorded")
        self.renewed = IconText("info", "", "second", "info", wrap=True, size=16)
        self.renewed.setObjectName("renewed")
        self.renewed.hide()
        self.unexpected = IconText("warning", "", "second", "warn", wrap=True, size=16)
        self.unexpected.setObjectName("unexpected")
        self.young = IconText("info", "", "second", "info", wrap=True, size=16)
        self.young.setObjectName("young")
        self.told = IconText("info", "", "second", "info", wrap=True, size=16)
        self.told.setObjectName("told")
        self.past = IconText("receipt", "", "second", "ink2", wrap=True, size=16)
        self.past.setObjectName("past")
        self.again = Notice(tone="info")
        self.again.setObjectName("was_here")
        self.phone = PhoneBlock()
        self._box = column(*self._reading_order(), None, gap=8, inside=self)
        self.path = EnterPath(self._path_of_enter(), self.ended.emit)
        self._listen()

    def arrange(self, *, walk_in: bool) -> None:
        """The numbers of a walk-in stand with the name: all of them are read from the same KK."""
        self._box.removeWidget(self.numbers)
        before = self.reason if walk_in else self.phone
        self._box.insertWidget(self._box.indexOf(before), self.numbers)

    def set_compact(self, *, on: bool) -> None:
        """Less beside each other where it is narrow."""
        self.reason.set_compact(on=on)
        self.questions.set_compact(on=on)
        self.phone.set_compact(on=on)

    def fields(self) -> dict[str, Findings]:
        """The fields by the names that the rules call them, in reading order."""
        return {
            "name": self.identity.name,
            "birth_date": self.identity.birth,
            "nik": self.numbers.nik,
            "kk": self.numbers.kk,
            "reason": self.reason,
            "recorded_before": self.questions.before,
            **self.phone.answer_keys(),
        }

    def read(self, before: FormState) -> FormState:
        """The state now; what can not be typed is taken from the one before."""
        identity, phone = self.identity, self.phone
        return FormState(
            key=before.key,
            is_open=before.is_open,
            name=identity.name.value(),
            sex=identity.sex.value() or "",
            birth_date=identity.birth.value(),
            address=identity.address.value(),
            rt=identity.rt.value(),
            rw=identity.rw.value(),
            village=self.residence.value(),
            is_mended=before.is_mended,
            reason=self.reason.value() or "",
            recorded_before=self.questions.before.value() or "",
            papers=self.questions.papers.checked(),
            nik=self.numbers.nik.value(),
            kk=self.numbers.kk.value(),
            phone=phone.phone.value(),
            phone_owner=phone.owner.value() or "",
            contact_name=phone.contact_name.value(),
            contact_relation=phone.relation.value(),
            sms_consent=phone.sms.checked(),
            is_first=self.reason.marks.first.checked(),
            is_foreign=self.reason.marks.foreign.checked(),
            known=before.known,
        )

    def write(self, state: FormState, nik_tail: str) -> None:
        """Show a state."""
        identity = self.identity
        identity.name.set_value(state.name)
        identity.birth.set_value(state.birth_date)
        identity.sex.set_value(state.sex or None)
        identity.address.set_value(state.address)
        identity.rt.set_value(state.rt)
        identity.rw.set_value(state.rw)
        self.residence.set_value(state.village)
        self.residence.close_search()
        self.numbers.fill(state.nik, state.kk, nik_tail)
        self.reason.set_value(state.reason or None)
        self.questions.before.set_value(state.recorded_before or None)
        self.questions.papers.check(state.papers)
        self.reason.marks.first.set_checked(state.is_first)
        self.reason.marks.foreign.set_checked(state.is_foreign)
        self.phone.fill(
            state.phone, state.phone_owner, state.contact_name, state.contact_relation, sms=state.sms_consent
        )
        self.renewed.hide()
        for field in self.fields().values():
            field.clear_finding()

    def renew(self, known: FormState, names: set[str]) -> None:
        """Show what is known by these names; all else is left as it stands, with its cursor."""
        identity, numbers = self.identity, self.numbers
        own = {"name": identity.name, "birth_date": identity.birth, "address": identity.address}
        for name, field in {**own, "rt": identity.rt, "rw": identity.rw, "nik": numbers.nik, "kk": numbers.kk}.items():
            if name in names:
                field.set_value(getattr(known, name))
        if "sex" in names:
            identity.sex.set_value(known.sex or None)
        if names & PHONE_ANSWERS:
            sms = self.phone.sms.checked()
            self.phone.fill(known.phone, known.phone_owner, known.contact_name, known.contact_relation, sms=sms)

    def show_renewed(self, names: set[str]) -> None:
        """Say calmly what has changed elsewhere."""
        words = list(dict.fromkeys(word for name, word in _names().items() if name in names))
        said = tr("Data warga ini baru diperbarui: {what}. Yang sudah diketik tetap.", what=", ".join(words))
        self.renewed.set(said, "info")
        self.renewed.show()

    def _reading_order(self) -> list[QWidget]:
        return [
            self.head,
            self.renewed,
            self.unexpected,
            self.residence,
            self.identity,
            self.young,
            self.again,
            self.past,
            self.reason,
            self.questions,
            self.told,
            self.already,
            self.numbers,
            self.phone,
        ]

    def _path_of_enter(self) -> list[Findings]:
        numbers = [self.numbers.nik, self.numbers.kk]
        return [*self.identity.parts(), *numbers, self.reason, self.questions.before, *self.phone.parts()]

    def _listen(self) -> None:
        for part in (self.identity, self.residence, self.numbers, self.reason.marks, self.questions, self.phone):
            part.changed.connect(self.changed)
        self.reason.chosen.connect(lambda _: self.changed.emit())
        self.questions.papers.finished.connect(self.phone.focus_answer)


def _names() -> dict[str, str]:
    """What is known by the names of the form, as a person calls it."""
    phone = tr("nomor HP")
    return {
        "name": tr("nama"),
        "birth_date": tr("tanggal lahir"),
        "sex": tr("jenis kelamin"),
        "address": tr("alamat"),
        "rt": tr("RT"),
        "rw": tr("RW"),
        "nik": tr("NIK"),
        "kk": tr("Nomor KK"),
        **dict.fromkeys(PHONE_ANSWERS, phone),
    }
