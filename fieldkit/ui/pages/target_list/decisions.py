"""Deciding on what the field proposes: asks for the work list, and writes the office's word."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.lists.proposal import OfficeDecision
from fieldkit.domain.roles import PLANNERS
from fieldkit.store.queries.lists.proposals import village_proposals
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import FormSaver
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import left_line
from fieldkit.ui.pages.target_list.decisions_card import DecisionsCard
from fieldkit.ui.pages.target_list.reject_form import RejectForm
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.work.inverse import Inverse
from fieldkit.work.lists.proposals import Decide, decide

_MOST_ROWS = 1000


class Decisions(QObject):
    """Holds the card, and the drawer in which a rejection gets its reason."""

    primary_changed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._village, self._zone = context, "", ""
        self._saver = FormSaver(context, self)
        self.may_decide = context.user.role in PLANNERS
        self.card = DecisionsCard(may_decide=self.may_decide)
        words, closed = tr("Tolak usulan"), self.primary_changed.emit
        self._drawer = LateDrawer(page, words, self._make, width=400, closed=closed, name="reject_drawer")
        self.card.approved.connect(self._approve)
        self.card.rejected.connect(self._begin_rejection)
        self.card.reopened.connect(self._reopen)

    @property
    def form(self) -> RejectForm:
        """In which a rejection gets its reason."""
        return self._drawer.panel

    @property
    def primary(self) -> Button | None:
        """The filled button of what is shown; none for whoever only reads."""
        if not self.may_decide:
            return None
        return self.form.save_button if self._drawer.is_open else self.card.approve_button

    def show_village(self, village: str, zone: str) -> None:
        """The proposals of a village."""
        if village != self._village:
            self.card.untick()
        self._village, self._zone = village, zone
        self._context.ask(
            self,
            lambda: self._context.store.query(village_proposals, village, _MOST_ROWS),
            lambda rows: self.card.show_proposals(rows, zone),
        )

    def step_out(self) -> bool:
        """Out of the form; False where none is open."""
        return self._drawer.close()

    def _make(self) -> RejectForm:
        form = RejectForm()
        form.saved.connect(self._reject)
        form.cancelled.connect(self._drawer.close)
        return form

    def _begin_rejection(self) -> None:
        wanted = self.card.wanted()
        if wanted:
            self.form.fill(len(wanted))
            self._drawer.offer_close(on=False)
            self._drawer.open()
            self.form.focus_first()
            self.primary_changed.emit()

    def _approve(self) -> None:
        wanted = self.card.wanted()
        done = tr("{n} usulan disahkan", n=count(len(wanted)))
        self._decide(Decide(wanted, OfficeDecision.APPROVED), done)

    def _reject(self) -> None:
        store, command = (
            self._context.store,
            Decide(self.card.wanted(), OfficeDecision.REJECTED, self.form.note.value()),
        )
        done = tr("{n} usulan ditolak", n=count(len(command.proposal_ids)))
        self._saver.save(self.form, lambda: store.execute(decide, command), lambda _ids: self._rejected(command, done))

    def _rejected(self, command: Decide, done: str) -> None:
        self._drawer.close()
        self._say(command, done)

    def _reopen(self) -> None:
        proposal = self.card.decided_one()
        if proposal:
            self._decide(Decide((proposal,), OfficeDecision.REOPENED), tr("Usulan menunggu lagi"))

    def _decide(self, command: Decide, done: str) -> None:
        store = self._context.store
        self._context.ask(
            self, lambda: store.execute(decide, command), lambda _ids: self._say(command, done), self._refused
        )

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, RuleError):
            self.card.bar.set_left(left_line(0, [say(each.message) for each in problem.problems]))
        else:
            self._context.messages.show_failure(problem)

    def _say(self, command: Decide, done: str) -> None:
        self.card.untick()
        self.card.focus()
        text = tr("Aman di laptop ini, dikirim saat ada jaringan.")
        if command.decision is OfficeDecision.REOPENED:
            self._context.done(done, text)
            return
        back = Decide(command.proposal_ids, OfficeDecision.REOPENED)
        self._context.done(done, text, inverse=Inverse(decide, back), undone=tr("Usulan menunggu lagi."))
