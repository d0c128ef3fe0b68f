"""Propose that somebody leaves the list, or is away: what is known, and by which evidence."""

from __future__ import annotations

from datetime import date

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from fieldkit.domain.errors import Problem, RuleError, Severity
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.lists.proposal import (
    PAPERS,
    EvidenceKind,
    ProposalKind,
    check_proposal,
    evidence_for,
    evidence_label,
    is_decided,
    proposal_label,
)
from fieldkit.domain.text import text
from fieldkit.store.queries.lists.proposals import ProposalRow
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.lists.proposals import Propose


class ProposeState(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed."""

    kind: str = ""
    evidence_kind: str = ""
    number: str = ""
    issued: str = ""
    note: str = ""


class ProposeForm(DrawerForm):
    """What is proposed, by what it is known, and a remark. One that waits already is shown to be corrected."""

    def __init__(self) -> None:
        self.kind = ChoiceGroup(tr("Yang diusulkan"), _kinds(), columns=2)
        self.evidence = ChoiceGroup(tr("Buktinya"), [], columns=2)
        self.number, self.issued = TextField(tr("Nomor surat"), limit=60), DateField(tr("Tanggal surat"))
        self.note = NoteField(tr("Catatan"), hint=tr("siapa yang bilang, pindah ke mana"), lines=2)
        fields: dict[str, Findings] = {
            "kind": self.kind,
            "evidence_kind": self.evidence,
            "evidence_number": self.number,
            "evidence_date": self.issued,
            "note": self.note,
        }
        super().__init__("propose", fields, save=tr("Usulkan"))
        self._on, self.waiting_id = date(2000, 1, 1), ""
        self.take_back_button = Button(tr("Tarik usulan"), "quiet", key="Alt+T")
        self.take_back_button.setObjectName("propose_take_back")
        self._scrolled = self.lay(
            self.kind,
            self.evidence,
            holder(row(stretched(self.number), stretched(self.issued))),
            self.note,
            over=[self.take_back_button],
        )
        self._listen()

    def fill(self, draft: str | None, proposals: tuple[ProposalRow, ...], on: date) -> None:
        """Begin where the draft stopped, or with the proposal that waits."""
        waiting = next((row for row in proposals if not row.is_visit and not is_decided(row.decision)), None)
        self._on, self.waiting_id = on, waiting.id if waiting else ""
        state = decoded(draft, ProposeState) if draft else _state_of(waiting)
        self.kind.set_value(state.kind or None)
        self._offer_evidence()
        self.evidence.set_value(state.evidence_kind or None)
        self.number.set_value(state.number)
        self.issued.set_value(state.issued)
        self.note.set_value(state.note)
        self.take_back_button.setVisible(bool(waiting))
        self._show_papers()
        self.begin(draft)

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        kind, evidence = self.kind.value() or "", self.evidence.value() or ""
        state = ProposeState(kind, evidence, self.number.value(), self.issued.value(), self.note.value())
        return msgspec.json.encode(state).decode()

    def command(self, resident_id: str) -> Propose:
        """What the form says; RuleError where the kind is not chosen, or the date can not be read."""
        kind, issued = self.kind.value(), self.issued.date()
        if kind is None:
            raise RuleError(Problem("kind", "no_kind", text("Belum dipilih apa yang diusulkan.")))
        has_papers = self._has_papers()
        if has_papers and self.issued.value().strip() and issued is None:
            told = text("Tanggal ini tidak terbaca. Tulis seperti 23-02-2019.")
            raise RuleError(Problem("evidence_date", "unreadable", told))
        return Propose(
            resident_id,
            ProposalKind(kind),
            self.evidence.value() or "",
            self.number.value() if has_papers else "",
            issued if has_papers else None,
            self.note.value(),
        )

    def _listen(self) -> None:
        self.kind.chosen.connect(lambda _kind: self._on_kind())
        self.evidence.chosen.connect(lambda _evidence: self._on_evidence())
        for field in (self.number, self.issued, self.note):
            field.edited.connect(lambda _typed, here=field: self._answered(here))
        bind(self, "Alt+T", self.take_back_button.click)

    def _on_kind(self) -> None:
        kept = self.evidence.value()
        self._offer_evidence()
        self.evidence.set_value(kept)
        self._show_papers()
        self._scrolled.ensureWidgetVisible(self.evidence)
        for field in (self.evidence, self.number, self.issued, self.note):
            field.clear_finding()
        self._answered(self.kind)

    def _on_evidence(self) -> None:
        self._show_papers()
        self._answered(self.evidence)
        self._doubt()
        # Only after the layout has made room for what was doubted.
        QTimer.singleShot(0, self, lambda: self._scrolled.ensureWidgetVisible(QApplication.focusWidget() or self.note))

    def _doubt(self) -> None:
        """Evidence on which the office will not approve is said at once; it can be saved all the same."""
        kind = self.kind.value()
        if kind is None:
            return
        found = check_proposal(ProposalKind(kind), self.evidence.value() or "", "-", self._on, "-", self._on)
        for problem in found:
            if problem.severity is Severity.WARN and problem.field == "evidence_kind":
                self.evidence.show_problem(problem)

    def _offer_evidence(self) -> None:
        kind = self.kind.value()
        offered = evidence_for(ProposalKind(kind)) if kind else ()
        # Buttons put into a group that is in sight are seen a turn later only, too late for the digit that leads there.
        self.evidence.hide()
        self.evidence.set_choices([Choice(each, say(evidence_label(each))) for each in offered])
        self.evidence.setVisible(bool(offered))

    def _has_papers(self) -> bool:
        return (self.evidence.value() or "") in PAPERS

    def _show_papers(self) -> None:
        for field in (self.number, self.issued):
            field.setVisible(self._has_papers())

    def _answered(self, field: Findings) -> None:
        self.right_again(field)
        self.edited.emit()


def _kinds() -> list[Choice]:
    return [Choice(kind, say(proposal_label(kind))) for kind in ProposalKind]


def _state_of(waiting: ProposalRow | None) -> ProposeState:
    if waiting is None:
        return ProposeState()
    day = waiting.evidence_date
    issued = date_numeric(date.fromisoformat(day)) if day else ""
    known = waiting.evidence_kind if waiting.evidence_kind in set(EvidenceKind) else ""
    return ProposeState(waiting.kind, known, waiting.evidence_number, issued, waiting.note)
