"""Who goes: ticks for those of the team and for others who were added, and who of them leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldkit.domain.planning.schedule import CrewRole
from fieldkit.domain.roles import FIELD_WORKERS, role_label
from fieldkit.store.queries.planning.register import Member, Person
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, empty, holder, set_gaps
from fieldkit.ui.widgets.marks import TickBox


class CrewPicker(QWidget):
    """People of the office, ticked for a team or a shift."""

    edited = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self._people: dict[str, Person] = {}
        self._ticks: dict[str, TickBox] = {}
        self._box = QVBoxLayout()
        set_gaps(self._box, 6)
        self.more = ComboBox(tr("Tambah petugas"))
        self.lead = ComboBox(tr("Ketua tim"))
        self.more.setObjectName("crew_more")
        self.lead.setObjectName("crew_lead")
        column(Label(label, "label"), self._box, self.more, self.lead, gap=8, inside=self)
        self.more.chosen.connect(self._add)
        self.lead.chosen.connect(lambda _user: self.edited.emit())

    def offer(self, people: Iterable[Person]) -> None:
        """Who can be chosen."""
        self._people = {person.id: person for person in people}

    def show_crew(self, ticked: Sequence[str], others: Sequence[str], lead: str) -> None:
        """These are ticked, and those stand there without a tick."""
        self._fill([(user, True) for user in ticked] + [(user, False) for user in others if user not in ticked])
        self.lead.set_value(lead or None)

    def crew(self) -> tuple[tuple[str, str], ...]:
        """Who is ticked, with what each does."""
        return tuple((user, self._role(user)) for user in self.ticked())

    def ticked(self) -> list[str]:
        """Who is ticked."""
        return [user for user, tick in self._ticks.items() if tick.checked()]

    def written(self) -> str:
        """The crew as an answer of a form: who leads, then everybody."""
        return " ".join((self.lead.value() or "-", *self.ticked()))

    def read(self, written: str, others: Sequence[str] = ()) -> None:
        """The other way round."""
        lead, *ticked = written.split() or ["-"]
        self.show_crew([user for user in ticked if user in self._people], others, "" if lead == "-" else lead)

    def _role(self, user: str) -> str:
        if user == self.lead.value():
            return CrewRole.LEAD
        person = self._people.get(user)
        return CrewRole.OPERATOR if person is not None and person.role in FIELD_WORKERS else CrewRole.SUPPORT

    def _add(self, user: str) -> None:
        lead = self.lead.value() or ""
        shown = [(each, tick.checked()) for each, tick in self._ticks.items()]
        self._fill([*shown, (user, True)])
        self.lead.set_value(lead or None)
        self.edited.emit()

    def _fill(self, shown: Sequence[tuple[str, bool]]) -> None:
        empty(self._box)
        self._ticks = {user: self._tick(self._people[user], on=on) for user, on in shown if user in self._people}
        self._box.addWidget(holder(column(*self._ticks.values(), gap=6)))
        left = [person for person in self._people.values() if person.id not in self._ticks]
        self.more.set_options([(person.id, person.name) for person in left])
        self.more.set_value(None)
        self.more.setVisible(bool(left))
        self.lead.set_options([(user, self._people[user].name) for user in self._ticks])

    def _tick(self, person: Person, *, on: bool) -> TickBox:
        tick = TickBox(person.name, hint=say(role_label(person.role)), on=on)
        tick.setObjectName(f"crew_{person.id}")
        tick.ticked.connect(lambda _on: self.edited.emit())
        return tick


def written_crew(members: Iterable[Member]) -> str:
    """A crew as an answer of a form."""
    known = list(members)
    lead = next((member.user_id for member in known if member.role == CrewRole.LEAD), "-")
    return " ".join((lead, *(member.user_id for member in known)))
