"""No shift is open: pick a planned one or describe another, confirm the day, open it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError, Severity
from fieldkit.domain.roles import CARD_WORKERS, LEADS, role_label
from fieldkit.domain.shifts.shift import SessionKind, check_day
from fieldkit.store.queries.people import AppUser
from fieldkit.store.queries.today.page import OPENING_DRAFT, Opening
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drafts import DraftKeeper
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.pages.today.call_backs import CallBacksCard
from fieldkit.ui.pages.today.day_acts import opening_withdrawn
from fieldkit.ui.pages.today.opening_fields import OpeningFields
from fieldkit.ui.pages.today.opening_state import (
    OpeningState,
    command_of,
    counter,
    decoded,
    encoded,
    from_plan,
    next_plan,
    on_day,
    unplanned,
)
from fieldkit.ui.pages.today.plans import COUNTER, UNPLANNED, PlansCard
from fieldkit.ui.pages.today.readiness import ReadinessCard
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Card, EmptyState, Scrolled
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import column, rule, stretched
from fieldkit.work.instants import at_site
from fieldkit.work.inverse import Inverse
from fieldkit.work.shifts.opening import open_shift
from fieldkit.work.shifts.withdrawal import withdraw_opening


class OpeningPanel(QWidget):
    """Plans and readiness at the left, the form at the right."""

    day_chosen = Signal()
    """The lead says that it is another day; its plans are wanted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._opening: Opening | None = None
        self._touched = False
        self.plans, self.readiness = PlansCard(context.regions), ReadinessCard()
        self.call_backs = CallBacksCard()
        self.fields = OpeningFields(context.regions)
        self.open_button = Button(tr("Buka shift"), "primary", icon="play", key="Ctrl+Enter", size="main")
        self.bar = ActionBar(self.open_button)
        self._drafts = DraftKeeper(context, OPENING_DRAFT, lambda: encoded(self.fields.read()), self)
        self._arrange()
        self._listen()

    @property
    def may_open(self) -> bool:
        """Whether the user opens shifts."""
        return self._context.user.role in LEADS

    def show_opening(self, opening: Opening) -> None:
        """What there is to pick; what was typed stays."""
        self._opening = opening
        self.plans.show_plans(opening.plans)
        self._show_call_backs(opening)
        self.fields.offer(opening.users, opening.villages, opening.sets.codes)
        self._say_who(opening.users)
        if not self._touched:
            self._fill_first(opening)
        self._check_day()
        self.fields.tell_blanks(opening.blanks)
        self.plans.mark(self._row_of(self.fields.read()))

    def _show_call_backs(self, opening: Opening) -> None:
        """Nobody to call takes no room from the form's side, and whoever calls nobody sees none."""
        today = at_site(self._context.clock.now_utc(), opening.time_zone).date().isoformat()
        self.call_backs.show_people(opening.call_backs, opening.time_zone, today)
        self.call_backs.setVisible(bool(opening.call_backs) and self._context.user.role in CARD_WORKERS)

    def confirmed_day(self) -> date | None:
        """The day that the lead says it is; None before anything was said."""
        return self.fields.day.date() if self._touched else None

    def focus_start(self) -> None:
        """Where work begins."""
        if self.may_open:
            self.fields.focus_first()

    def focus_blanks(self) -> None:
        """Blanks on hand before the opening are those taken along."""
        if self.may_open:
            self.fields.blanks.focus_answer()

    def flush(self) -> None:
        """Keep at once what is being typed."""
        self._drafts.flush()

    def _arrange(self) -> None:
        self.open_button.setObjectName("open_shift")
        self.form = Card(gap=10)
        self.form.add(stretched(Scrolled(self.fields)), rule(), self.bar)
        self._no_right = EmptyState("calendar-blank", tr("Belum ada shift yang dibuka."))
        self._waiting = Card()
        self._waiting.add(stretched(self._no_right))
        self._waiting.setObjectName("who_can_open")
        side, main = QWidget(), QWidget()
        column(stretched(self.plans), stretched(self.call_backs), stretched(self.readiness), gap=12, inside=side)
        self.call_backs.hide()
        column(stretched(self.form), stretched(self._waiting), gap=0, inside=main)
        column(stretched(Columns([(side, 372), (main, None)])), inside=self)
        # Once they are in their place: a part without a parent would be shown as a window of its own.
        self.form.setVisible(self.may_open)
        self._waiting.setVisible(not self.may_open)

    def _listen(self) -> None:
        self.plans.picked.connect(self._pick)
        self.fields.edited.connect(self._on_edited)
        self.fields.ended.connect(self.open_button.setFocus)
        self.fields.day_settled.connect(self._on_day)
        self.open_button.clicked.connect(self._open)
        self._drafts.kept.connect(lambda: self.bar.set_draft(tr("Draf aman")))

    def _fill_first(self, opening: Opening) -> None:
        kept = decoded(opening.draft)
        # A form of another day is of no use any more: its shift was opened elsewhere, or never.
        if kept is not None and kept.day == self._laptop_day(kept).isoformat():
            self._touched = True
            self.fields.write(kept)
            self.bar.set_draft(tr("Draf aman"))
            return
        plan = next_plan(opening, self._context.clock.now_utc())
        self.fields.write(self._state_for(plan.id if plan else UNPLANNED, opening))

    def _state_for(self, plan_id: str, opening: Opening) -> OpeningState:
        user, now = self._context.user, self._context.clock.now_utc()
        plan = next((one for one in opening.plans if one.id == plan_id), None)
        if plan is not None:
            return from_plan(plan, user)
        if plan_id != COUNTER:
            return unplanned(opening, user, now)
        district = self._context.regions.path_names(unplanned(opening, user, now).village)[2:3]
        return counter(opening, user, now, " ".join(["Kantor Kec.", *district]))

    def _row_of(self, state: OpeningState) -> str:
        return COUNTER if state.kind == SessionKind.COUNTER else state.plan_id

    def _pick(self, plan_id: str) -> None:
        if self._opening is None or not self.may_open:
            return
        day = self.confirmed_day()
        state = self._state_for(plan_id, self._opening)
        self.fields.write(on_day(state, day) if day else state)
        self._on_edited()
        self._check_day()
        self.fields.focus_first()

    def _on_edited(self) -> None:
        self._touched = True
        self.bar.set_left("")
        self._drafts.touch()

    def _on_day(self) -> None:
        self._check_day()
        if self._touched:
            self.day_chosen.emit()

    def _check_day(self) -> None:
        """Amber beside the day where it is odd; nothing here stops but a missing day (checked on saving)."""
        state, field = self.fields.read(), self.fields.day
        if not state.day:
            return
        plans = self._opening.plans if self._opening else ()
        plan = next((one for one in plans if one.id == state.plan_id), None)
        laptop_day = self._laptop_day(state)
        planned = date.fromisoformat(plan.day) if plan else None
        found = [
            one
            for one in check_day(date.fromisoformat(state.day), laptop_day, planned)
            if one.severity is not Severity.STOP
        ]
        field.clear_finding()
        if found:
            field.show_problem(found[0])

    def _laptop_day(self, state: OpeningState) -> date:
        return at_site(self._context.clock.now_utc(), state.time_zone).date()

    def _open(self) -> None:
        users = self._opening.users if self._opening else ()
        try:
            command = command_of(self.fields.read(), users)
        except RuleError as error:
            self._show_error(error)
            return
        store = self._context.store
        self.open_button.setEnabled(False)
        self._context.ask(self, lambda: store.execute(open_shift, command), self._opened, self._failed)

    def _opened(self, shift_id: str) -> None:
        self.open_button.setEnabled(True)
        self._touched = False
        self.bar.set_draft("")
        self._drafts.drop()
        self._context.done(
            tr("Shift dibuka"),
            tr("Aman di laptop ini walau listrik padam. Warga bisa didaftarkan sekarang."),
            inverse=Inverse(withdraw_opening, shift_id),
            undone=opening_withdrawn(),
        )

    def _failed(self, problem: Exception) -> None:
        self.open_button.setEnabled(True)
        if isinstance(problem, RuleError):
            self._show_error(problem)
        else:
            self._context.messages.show_failure(problem)

    def _show_error(self, error: RuleError) -> None:
        show_problems(self.fields.fields(), error, self.bar)
        if self.fields.day.finding() is None:
            self._check_day()

    def _say_who(self, users: tuple[AppUser, ...]) -> None:
        able = ", ".join(f"{user.name} ({say(role_label(user.role))})" for user in users if user.role in LEADS)
        step = tr("Yang bisa membukanya di laptop ini: {names}.", names=able) if able else ""
        self._no_right.set(tr("Belum ada shift yang dibuka."), step or tr("Minta ketua tim masuk di laptop ini."))
