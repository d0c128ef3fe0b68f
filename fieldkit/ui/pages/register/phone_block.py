"""The phone question, asked every time: whose phone, or none and whom to tell (OP-3, F-K1)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from fieldkit.domain.people.phone import (
    PhoneOwner,
    check_phone,
    crowded_phone_problem,
    mask_phone,
    owner_label,
    read_back,
)
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.wording import polite
from fieldkit.ui.widgets.cards import Soft
from fieldkit.ui.widgets.choices import Choice
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.marks import RadioRow, TickBox

_LONGEST = 40
_KEYS = {PhoneOwner.OWN: "Alt+S", PhoneOwner.FAMILY: "Alt+K", PhoneOwner.NONE: "Alt+T"}


class PhoneBlock(QWidget):
    """The one tinted block of the form."""

    changed = Signal()
    revealed = Signal()
    said = Signal(str)
    """A whole number, as it would be kept."""

    def __init__(self) -> None:
        super().__init__()
        self._question = IconText("phone", "", "card", "accent", wrap=True)
        self.phone = TextField("", mask=mask_phone, limit=_LONGEST, role="phone")
        self.phone.line.setAccessibleName(tr("Nomor HP"))
        self.contact_name = TextField(tr("Nama yang bisa dihubungi"))
        self.relation = TextField(tr("Hubungan"), hint=tr("anak, tetangga, ketua RT"))
        self.owner = RadioRow(
            "",
            [Choice(each, say(owner_label(each))) for each in PhoneOwner],
            keys={owner.value: keys for owner, keys in _KEYS.items()},
        )
        self.sms = TickBox(tr("Mau SMS"), key=None)
        self._person, self._name, self._names_person = Label("", "label", elide=True), "", False
        self._count, self._back = Label("", "second", "ink2"), Label("", "second", "ink2")
        self._crowded, self._is_old = "", False
        self._arrange()
        self._name_parts()
        self._listen()
        self._leave_out_labels()
        self.ask("", "")

    def parts(self) -> list[Findings]:
        """The fields in the order of Enter."""
        return [self.phone, self.contact_name, self.relation]

    def ask(self, sex: str, name: str) -> None:
        """Put the question to a resident, politely."""
        self._name = name
        self._person.set_text(name if self._names_person else "")
        title = polite(sex)
        if title:
            question = tr("“Nomor HP-nya berapa, {title}, untuk kabar KTP jadi?”", title=title)
        else:
            question = tr("“Nomor HP-nya berapa, untuk kabar KTP jadi?”")
        self._question.set(question, "", "phone")

    def fill(self, phone: str, owner: str, contact_name: str, contact_relation: str, *, sms: bool) -> None:
        """What is known, or was typed before."""
        self.phone.set_value(phone)
        self.contact_name.set_value(contact_name)
        self.relation.set_value(contact_relation)
        self.sms.set_checked(sms)
        self.owner.set_value(owner or None)
        for part in self.parts():
            part.clear_finding()
        self._crowded, self._is_old = "", bool(phone and not owner)
        self._show_owner()
        self._show_back(aloud=False)

    def set_compact(self, *, on: bool) -> None:
        """The consent under the answers where it is narrow; who is asked is named, as the name may be out of sight."""
        self._names_person = on
        self._person.set_text(self._name if on else "")
        direction = QBoxLayout.Direction
        self._answers.setDirection(direction.TopToBottom if on else direction.LeftToRight)

    def answer_keys(self) -> dict[str, Findings]:
        """The fields by the names that the rules call them."""
        return {"phone": self.phone, "contact_name": self.contact_name, "contact_relation": self.relation}

    def focus_answer(self) -> None:
        """To the number, or to the contact where there is none."""
        (self.contact_name if self.owner.value() == PhoneOwner.NONE else self.phone).focus_answer()

    def show_crowded(self, number: str) -> None:
        """So many have this number that it is a doubt, if it is still the one."""
        if check_phone(self.phone.value()).e164 == number and self.owner.value() != PhoneOwner.NONE:
            self._crowded = number
            self.phone.show_problem(crowded_phone_problem())

    def is_crowded(self) -> bool:
        """Whether the number stands for more people than it should."""
        return bool(self._crowded) and check_phone(self.phone.value()).e164 == self._crowded

    def tick_sms(self) -> None:
        """Alt+M: as a click on the box."""
        self.sms.box.click()

    def _arrange(self) -> None:
        self._with_number = holder(row(stretched(self.phone, 5), stretched(_two(self._count, self._back), 5), gap=12))
        self._without = holder(row(stretched(self.contact_name), stretched(self.relation), gap=12))
        self._answers = row(self.owner, None, self.sms, gap=16)
        block = Soft(self._question, self._with_number, self._without, self._answers, gap=6)
        column(
            row(Label(tr("Kabar kartu jadi"), "label"), Label(tr("wajib dijawab"), "hint"), stretched(self._person)),
            block,
            gap=4,
            inside=self,
        )

    def _leave_out_labels(self) -> None:
        # The question above is the label of the number; an empty one would still take its line.
        for label in self.phone.findChildren(Label, options=Qt.FindChildOption.FindDirectChildrenOnly):
            label.hide()

    def _name_parts(self) -> None:
        parts = {
            "phone": self.phone,
            "contact_name": self.contact_name,
            "contact_relation": self.relation,
            "phone_owner": self.owner,
            "sms_consent": self.sms,
            "read_back": self._back,
        }
        for name, part in parts.items():
            part.setObjectName(name)

    def _listen(self) -> None:
        self.phone.edited.connect(self._on_typed)
        self.phone.left.connect(self._on_left)
        self.phone.revealed.connect(self.revealed)
        self.owner.chosen.connect(self._on_owner)
        self.sms.ticked.connect(self.changed)
        for field in (self.contact_name, self.relation):
            field.edited.connect(field.clear_finding)
            field.edited.connect(self.changed)

    def _on_typed(self, typed: str) -> None:
        self.phone.clear_finding()
        self._is_old = False
        # Whoever says a number says the own one, unless somebody answers otherwise.
        if typed.strip() and self.owner.value() is None:
            self.owner.set_value(PhoneOwner.OWN)
        self._show_back(aloud=True)
        self._say_number()
        self.changed.emit()

    def _say_number(self) -> None:
        checked = check_phone(self.phone.value())
        if checked.can_take_sms and checked.e164:
            self.said.emit(checked.e164)

    def _on_owner(self) -> None:
        self._show_owner()
        if self._is_old:
            self._is_old = False
            self._show_back(aloud=False)
        self.phone.clear_finding()
        self.focus_answer()
        self.changed.emit()

    def _show_owner(self) -> None:
        has_none = self.owner.value() == PhoneOwner.NONE
        self._with_number.setVisible(not has_none)
        self._without.setVisible(has_none)
        self.sms.setVisible(not has_none)

    def _show_back(self, *, aloud: bool) -> None:
        spoken = read_back(self.phone.value())
        digits = sum(map(str.isdigit, spoken))
        self._count.set_text(tr("{n} angka, lazimnya 11–13", n=digits) if digits else tr("Tanyakan setiap kali."))
        # Only while it is typed: after that the number is masked, here too.
        self._back.set_text(tr("Bacakan ulang: {number}", number=spoken) if digits and aloud else self._asked())

    def _asked(self) -> str:
        """Of a number from an earlier visit, until it is answered: what to ask, by the end that is in sight."""
        end = mask_phone(self.phone.value()).rpartition(" ")[2]
        return tr("Masih yang berakhir {end}? Tanyakan.", end=end) if end.isdigit() and not self.owner.value() else ""

    def _on_left(self) -> None:
        self._show_back(aloud=False)
        found = check_phone(self.phone.value()).findings
        if found:
            self.phone.show_problem(found[0])
        elif not self.is_crowded():
            self.phone.clear_finding()


def _two(first: Label, second: Label) -> QWidget:
    return holder(column(None, first, second, None, gap=0))
