"""Short forms about a shift: it is postponed, cancelled, or left as it clashes, each with a reason."""

from __future__ import annotations

from datetime import date

from fieldkit.domain.planning.schedule import StopReason, stop_reason_label
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.schedule.fields_form import FieldsForm
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.notes import NoteField


class PostponeForm(FieldsForm):
    """Another day, and why."""

    def __init__(self) -> None:
        self.reason, self.day = _reasons(), DateField(tr("Tanggal pengganti"))
        fields = {"reason": self.reason, "day": self.day}
        super().__init__("postpone", fields, save=tr("Tunda shift"), parts=[self.reason, self.day])

    def new_day(self) -> date | None:
        """The day on which it takes place instead."""
        return self.day.date()


class CancelForm(FieldsForm):
    """Why it does not take place."""

    def __init__(self) -> None:
        self.reason = _reasons()
        super().__init__("cancel", {"reason": self.reason}, save=tr("Batalkan shift"), parts=[self.reason])


class LeaveForm(FieldsForm):
    """Why a clash stays."""

    def __init__(self) -> None:
        self._sentence = Label("", "body", wrap=True)
        self.reason = NoteField(tr("Alasan"), hint=tr("dicatat atas nama Anda"), lines=3)
        super().__init__(
            "leave", {"reason": self.reason}, save=tr("Biarkan bentrok"), parts=[self._sentence, self.reason]
        )

    def show_clash(self, sentence: str) -> None:
        """Which clash it is."""
        self._sentence.set_text(sentence)


def _reasons() -> ChoiceGroup:
    return ChoiceGroup(
        tr("Alasan"), [Choice(reason, say(stop_reason_label(reason))) for reason in StopReason], columns=2
    )
