"""What an incident did to people: how many were sent home, and what there is to say of it (TL-3)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.shifts.incident import Effect, incident_sentence, read_effect
from fieldkit.store.queries.today.day import IncidentRow
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar
from fieldkit.ui.widgets.entries import NumberField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.notes import NoteField

_MOST = 9_999


class EffectForm(QWidget):
    """A number and a note."""

    saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.incident: IncidentRow | None = None
        self._what = Label("", "strong", wrap=True)
        self.sent_home = NumberField(tr("Orang dipulangkan"), hint=tr("0 kalau tidak ada"), high=_MOST)
        self.note = NoteField(tr("Catatan"), hint=tr("boleh kosong"))
        self.save_button = Button(tr("Simpan"), "primary", key="Ctrl+Enter", press=self.saved.emit)
        self.bar = ActionBar(self.save_button)
        for name, part in {
            "sent_home": self.sent_home,
            "effect_note": self.note,
            "save_effect": self.save_button,
        }.items():
            part.setObjectName(name)
        column(self._what, self.sent_home, self.note, None, self.bar, gap=12, inside=self)
        self.setFocusProxy(self.sent_home)

    def show_incident(self, incident: IncidentRow) -> None:
        """What was told of it so far."""
        self.incident, told = incident, read_effect(incident.effect)
        self._what.set_text(say(incident_sentence(incident.kind)))
        self.sent_home.set_number(told.sent_home or None)
        self.note.set_value(told.note)
        for field in (self.sent_home, self.note):
            field.clear_finding()
        self.bar.set_left("")

    def effect(self) -> Effect:
        """What the form says."""
        return Effect(self.sent_home.number() or 0, self.note.value())

    def show_problems(self, error: RuleError) -> None:
        """Each beside its field."""
        show_problems({"sent_home": self.sent_home, "note": self.note}, error, self.bar)
