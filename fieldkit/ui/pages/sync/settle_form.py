"""Settle one case: what was decided by whom, and why."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.store.queries.syncing import AttentionRow
from fieldkit.ui.language import tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.pages.sync.wording import reason_text, record_name
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Scrolled
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.notes import NoteField


class SettleState(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed."""

    decision: str = ""
    note: str = ""


class SettleForm(QWidget):
    """A decision by digit, its reason, and the name that will stand under it."""

    saved = Signal()
    cancelled = Signal()
    edited = Signal()

    def __init__(self, user_name: str) -> None:
        super().__init__()
        self._what, self._why = Label("", "strong", wrap=True), Label("", "body", wrap=True)
        self._by = Label(tr("Diputuskan oleh {name}", name=user_name), "second", "ink2", wrap=True)
        self.decision = ChoiceGroup(tr("Keputusan"), _decisions(), columns=1)
        self.note = NoteField(tr("Alasan"), hint=tr("apa yang dipastikan, ke siapa"), lines=3)
        self.save_button = Button(tr("Simpan keputusan"), "primary", key="Ctrl+Enter", press=self.saved.emit)
        self.cancel_button = Button(tr("Batal"), key=tr("Esc"), press=self.cancelled.emit)
        self.bar = ActionBar(self.cancel_button, self.save_button)
        self._arrange()
        self.decision.chosen.connect(lambda _decision: self.edited.emit())
        self.note.edited.connect(lambda _note: self.edited.emit())

    def fill(self, row: AttentionRow, draft: str | None) -> None:
        """Begin with a case afresh, or where the draft stopped."""
        state = _decoded(draft)
        self._what.set_text(record_name(row))
        self._why.set_text(reason_text(row))
        self.decision.set_value(state.decision or None)
        self.note.set_value(state.note)
        for field in self._fields().values():
            field.clear_finding()
        self.bar.set_left("")
        self.bar.set_draft(tr("Draf dilanjutkan") if draft else "")

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        return msgspec.json.encode(SettleState(self.decision.value() or "", self.note.value())).decode()

    def answers(self) -> tuple[Decision, str]:
        """Decision and reason; RuleError where nothing was decided."""
        decision = self.decision.value()
        if decision is None:
            raise RuleError(Problem("decision", "no_decision", text("Keputusannya belum dipilih.")))
        return Decision(decision), self.note.value()

    def show_problems(self, error: RuleError) -> None:
        """Each beside its field."""
        show_problems(self._fields(), error, self.bar)

    def focus_first(self) -> None:
        """Make the digits of the decision live."""
        self.decision.focus_answer()

    def _fields(self) -> dict[str, Findings]:
        return {"decision": self.decision, "note": self.note}

    def _arrange(self) -> None:
        fields = QWidget()
        column(self._what, self._why, self.decision, self.note, self._by, None, gap=12, inside=fields)
        column(stretched(Scrolled(fields)), self.bar, gap=10, inside=self)
        names = {"settle_form": self, "settle_decision": self.decision, "settle_note": self.note}
        for name, part in {**names, "settle_save": self.save_button, "settle_by": self._by}.items():
            part.setObjectName(name)


def _decisions() -> list[Choice]:
    return [
        Choice(Decision.RIGHT, tr("Keduanya benar, ada alasannya")),
        Choice(Decision.MISTAKE, tr("Salah satu keliru dicatat")),
        Choice(Decision.CORRECTED, tr("Sudah dibetulkan dengan catatan lain")),
    ]


def _decoded(draft: str | None) -> SettleState:
    try:
        return msgspec.json.decode(draft, type=SettleState) if draft else SettleState()
    except msgspec.DecodeError:
        return SettleState()
