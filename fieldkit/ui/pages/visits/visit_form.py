"""Log an attempt at somebody's home."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.domain.visits.visit import (
    NextStep,
    VisitOutcome,
    is_recording,
    next_step_label,
    outcomes_at_door,
    visit_outcome_label,
)
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.visits.door_questions import DoorQuestions, DoorState
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import NumberField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.visits.attempts import LogVisit

_ONLY_NEXT: Final[Mapping[VisitOutcome, NextStep]] = {
    VisitOutcome.RECORDED: NextStep.NONE,
    VisitOutcome.DECEASED: NextStep.OFFICE_DECIDES,
    VisitOutcome.MOVED: NextStep.OFFICE_DECIDES,
    VisitOutcome.RECORDED_WITH_EXCEPTION: NextStep.NONE,
}
"""Outcomes after which only one thing can follow."""


class VisitState(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed."""

    outcome: str = ""
    next_step: str = ""
    note: str = ""
    minutes: str = ""
    door: DoorState = DoorState()


class VisitForm(DrawerForm):
    """What happened at the door, and what comes next."""

    def __init__(self) -> None:
        self.outcome = ChoiceGroup(tr("Hasil kunjungan"), _outcomes(), columns=2)
        self.next_step = ChoiceGroup(tr("Sesudah ini"), _next_steps(), columns=1)
        self.note = NoteField(tr("Catatan"), hint=tr("tanpa rincian penyakit"), lines=2)
        self.minutes = NumberField(tr("Lama"), hint=tr("menit, boleh kosong"), low=1, high=480)
        self.door = DoorQuestions()
        fields: dict[str, Findings] = {
            "outcome": self.outcome,
            "next_step": self.next_step,
            **self.door.fields,
            "note": self.note,
            "minutes": self.minutes,
        }
        super().__init__("visit", fields, save=tr("Simpan"))
        scrolled = self.lay(self.outcome, self.next_step, self.door, self.note, self.minutes)
        # The digits move the focus on, and what they move to must be seen.
        self.outcome.chosen.connect(lambda _outcome: scrolled.ensureWidgetVisible(self.next_step))
        self.next_step.chosen.connect(lambda _next: scrolled.ensureWidgetVisible(self.note))
        self.outcome.chosen.connect(lambda outcome: self._follow(VisitOutcome(outcome)))
        self.next_step.chosen.connect(lambda _next: self._answered(self.next_step))
        self.note.edited.connect(lambda _note: self._answered(self.note))
        self.minutes.edited.connect(lambda _minutes: self._answered(self.minutes))
        self.door.answered.connect(self._answered)

    def fill(self, draft: str | None, *, is_for_card: bool = False, asks_nik: bool = False) -> None:
        """Begin afresh, or where the draft stopped; what can not be where a card is brought is not offered."""
        self.begin(draft)
        state = decoded(draft, VisitState)
        self.outcome.set_choices(_outcomes(is_for_card=is_for_card))
        self.outcome.set_value(state.outcome or None)
        self.next_step.set_value(state.next_step or None)
        self.note.set_value(state.note)
        self.minutes.set_value(state.minutes)
        self.door.fill(state.door, asks_nik=asks_nik)
        self._show_fitting()

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        state = VisitState(
            self.outcome.value() or "",
            self.next_step.value() or "",
            self.note.value(),
            self.minutes.value(),
            self.door.state(),
        )
        return msgspec.json.encode(state).decode()

    def command(self, resident_id: str, stop_id: str | None = None) -> LogVisit:
        """What the form says; RuleError where something is not answered."""
        outcome, following = self.outcome.value(), self.next_step.value()
        if outcome is None or following is None:
            raise RuleError(*_unanswered(outcome, following))
        minutes = self.minutes.number() if self.minutes.value() else None
        if self.minutes.value() and minutes is None:
            raise RuleError(Problem("minutes", "no_minutes", text("Lama kunjungan ditulis dalam menit, seperti 25.")))
        answers = self.door.command(resident_id) if is_recording(outcome) else None
        chosen = VisitOutcome(outcome), NextStep(following)
        return LogVisit(resident_id, *chosen, self.note.value(), stop_id, minutes, answers)

    def _follow(self, outcome: VisitOutcome) -> None:
        """What alone can follow is answered already; what can not follow any more is asked again."""
        before, only = self.next_step.value(), _ONLY_NEXT.get(outcome)
        if only is not None:
            self.next_step.set_value(only)
        elif before == NextStep.NONE:
            self.next_step.set_value(None)
        self._show_fitting()
        self.right_again(self.next_step)
        self._answered(self.outcome)

    def _show_fitting(self) -> None:
        """What alone can follow is not asked: the digits go on to what is."""
        outcome = self.outcome.value() or ""
        self.next_step.setEnabled(outcome not in _ONLY_NEXT)
        self.door.setVisible(is_recording(outcome))

    def _answered(self, field: Findings) -> None:
        self.right_again(field)
        self.edited.emit()


def _outcomes(*, is_for_card: bool = False) -> list[Choice]:
    offered = outcomes_at_door(is_for_card=is_for_card)
    return [Choice(outcome, say(visit_outcome_label(outcome))) for outcome in offered]


def _next_steps() -> list[Choice]:
    return [Choice(following, say(next_step_label(following))) for following in NextStep]


def _unanswered(outcome: str | None, following: str | None) -> list[Problem]:
    found = []
    if outcome is None:
        found.append(Problem("outcome", "no_outcome", text("Hasil kunjungan belum dipilih.")))
    if following is None:
        found.append(Problem("next_step", "no_next_step", text("Belum dipilih apa yang dilakukan sesudah ini.")))
    return found
