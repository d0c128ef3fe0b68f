"""Who the person is: known facts as text, or the fields to write them in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldkit.domain.people.sex import Sex
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.birth import BirthField
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched

_RT_DIGITS = 3


class PersonHead(QWidget):
    """Name, state and what is known, with the way to correct it."""

    def __init__(self, name: str = "person") -> None:
        super().__init__()
        self.name = Label("", "person", elide=True)
        # As wide as the name, so that the badge stands behind it; narrower only where there is no room.
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.name.setMinimumWidth(1)
        self.name.setObjectName(f"{name}_name")
        self.badge = Badge()
        self.badge.setObjectName(f"{name}_state")
        self.mend = Button(tr("Perbaiki"), "quiet", icon="pencil-simple", key="Alt+P", size="small")
        self.mend.setObjectName(f"{name}_mend")
        self._known = Label("", "body", "ink2", wrap=True)
        self._known.setObjectName(f"{name}_known")
        known = row(stretched(self._known), self.mend, gap=10)
        column(row(self.name, self.badge, None, gap=10), known, rule(), gap=4, inside=self)

    def show_person(self, name: str, badge: tuple[str, str], known: str, *, mend: str = "") -> None:
        """What is known of somebody, and the words of the way to correct it where there is one."""
        self.name.set_text(name)
        self.name.updateGeometry()
        self.badge.set(*badge)
        self._known.set_text(known)
        self._known.setVisible(bool(known))
        self.mend.set_text(mend)
        self.mend.setVisible(bool(mend))


class IdentityFields(QWidget):
    """Name, sex, birth date, address, RT, RW."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = TextField(tr("Nama"), hint=tr("seperti di KK"))
        self.birth = BirthField()
        self.sex = ChoiceGroup(tr("Jenis kelamin"), [Choice(Sex.MALE, tr("Lk")), Choice(Sex.FEMALE, tr("Pr"))])
        self.address = TextField(tr("Alamat"))
        self.rt = TextField(tr("RT"), limit=_RT_DIGITS, digits=True)
        self.rw = TextField(tr("RW"), limit=_RT_DIGITS, digits=True)
        self._name_parts()
        column(
            row(stretched(self.name, 5), stretched(self.birth, 3), gap=12),
            row(stretched(self.sex, 4), stretched(self.address, 6), stretched(self.rt), stretched(self.rw), gap=12),
            gap=10,
            inside=self,
        )
        self._listen()

    def parts(self) -> list[Findings]:
        """The fields in the order of Enter."""
        return [self.name, self.birth, self.sex, self.address, self.rt, self.rw]

    def _name_parts(self) -> None:
        for part, name in ((self.name, "name"), (self.sex, "sex"), (self.address, "address")):
            part.setObjectName(name)
        self.rt.setObjectName("rt")
        self.rw.setObjectName("rw")

    def _listen(self) -> None:
        for field in (self.name, self.birth, self.address, self.rt, self.rw):
            field.edited.connect(self.changed)
        self.sex.chosen.connect(self.changed)
