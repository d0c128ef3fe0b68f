"""One shift in the drawer: shown, changed, published, postponed, cancelled; half-typed forms are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.identifiers import UserId
from fieldkit.store.drafts import draft
from fieldkit.store.queries.planning.schedule import Schedule
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm, FormSaver
from fieldkit.ui.language import tr
from fieldkit.ui.pages.schedule.acts import Acts, Work
from fieldkit.ui.pages.schedule.layouts import Free
from fieldkit.ui.pages.schedule.shift_panel import (
    CANCEL,
    CHANGE,
    DISCARD,
    LEAVE,
    PLAN,
    POSTPONE,
    PUBLISH,
    SITE,
    ShiftPanel,
)
from fieldkit.ui.pages.schedule.ways import OpenClash
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.work.planning.plans import Done

_NEW = "new"


class ShiftDrawer(QObject):
    """Opens over the page, and knows which shift or form it is about."""

    primary_changed = Signal()
    site_asked = Signal(str)
    """The place of a shift shall be recorded."""

    def __init__(self, context: Context, page: QWidget, acts: Acts, *, may_plan: bool) -> None:
        super().__init__(page)
        self._context, self._acts = context, acts
        self._schedule: Schedule | None = None
        self._clashing: tuple[str, ...] = ()
        self._open_id = ""
        self._saver = FormSaver(context, self)
        self._today, self._may_plan = date(2000, 1, 1), may_plan
        self._drawer = LateDrawer(
            page,
            tr("Shift di jadwal"),
            self._make,
            width=440,
            closed=self._on_closed,
            name="shift_drawer",
            fill=self._show,
        )
        self._villages: list[tuple[str, str]] = []

    @property
    def panel(self) -> ShiftPanel:
        """What is in it."""
        return self._drawer.panel

    @property
    def primary(self) -> Button | None:
        """The filled button of what is shown."""
        return self.panel.primary if self.is_open() else None

    def show_schedule(self, schedule: Schedule, today: date) -> None:
        """What is known now."""
        self._schedule, self._today = schedule, today
        self._drawer.fill()

    def open(self, plan_id: str) -> None:
        """What is known of a shift."""
        plan = self._schedule.plan(plan_id) if self._schedule is not None else None
        if plan is None or self._schedule is None:
            return
        self._open_id = plan_id
        self.panel.show_plan(self._schedule, plan)
        self.panel.show_overview()
        self._come_in()

    def plan_new(self, free: Free, village: str = "") -> None:
        """A form for a new shift, or the one that was begun."""
        self._open_id = ""
        self.panel.name_form(tr("Shift baru"))
        self._offer()

        def begin(kept: str | None) -> None:
            self.panel.plan_form.begin_new(free, village, kept)
            self._begin(PLAN, _NEW)

        self._with_draft(PLAN, _NEW, begin)

    def leave_clash(self, clash: OpenClash) -> None:
        """A form with the reason why a clash stays."""
        self._open_id, self._clashing = "", clash.shifts
        self.panel.name_form(tr("Bentrok dibiarkan"))
        self.panel.leave.show_clash(clash.sentence)
        self.panel.leave.fill({}, None)
        self._begin(LEAVE, "-".join(clash.shifts))

    def is_open(self) -> bool:
        """Whether the drawer stands over the page."""
        return self._drawer.is_open

    def step_out(self) -> bool:
        """Out of the form, and after that out of the drawer; False where it is not open."""
        if not self.is_open():
            return False
        if self.panel.open_form() is None or not self.panel.close_form():
            self._drawer.close()
        return True

    def _make(self) -> ShiftPanel:
        panel = ShiftPanel(self._context.regions, may_plan=self._may_plan)
        panel.laid.connect(self._on_laid)
        panel.picked.connect(self._act)
        panel.plan_form.saved.connect(self._save_plan)
        panel.postpone.saved.connect(self._save_postponed)
        panel.cancel.saved.connect(self._save_cancelled)
        panel.leave.saved.connect(self._save_left)
        for form in panel.forms():
            form.edited.connect(self._saver.touch)
            form.cancelled.connect(self.step_out)
        return panel

    def _show(self, panel: ShiftPanel) -> None:
        schedule = self._schedule
        if schedule is None:
            return
        panel.plan_form.today = self._today
        if not self._villages and schedule.register.regency:
            self._villages = self._all_villages(schedule.register.regency)
        if panel.open_form() is None or not self.is_open():
            panel.plan_form.offer(schedule.register, self._villages)
        plan = schedule.plan(self._open_id)
        if plan is not None:
            panel.show_plan(schedule, plan)

    def _act(self, act: str) -> None:
        plan = self.panel.plan
        if plan is None:
            return
        if act == PUBLISH:
            self._acts.publish([plan.id])
        elif act == SITE:
            self._drawer.close()
            self.site_asked.emit(plan.id)
        elif act == DISCARD:
            self._drawer.close()
            self._acts.discard(plan.id)
        else:
            self._open_form(PLAN if act == CHANGE else act, plan.id)

    def _open_form(self, which: str, plan_id: str) -> None:
        plan = self.panel.plan
        if plan is None:
            return
        self._offer()

        def begin(kept: str | None) -> None:
            if which == PLAN:
                self.panel.plan_form.begin_change(plan, kept)
            elif which == POSTPONE:
                self.panel.postpone.fill({}, kept)
            elif which == CANCEL:
                self.panel.cancel.fill({}, kept)
            self._begin(which, plan_id)

        self._with_draft(which, plan_id, begin)

    def _begin(self, which: str, about: str) -> None:
        self.panel.show_form(which)
        self._come_in()
        form = self.panel.open_form()
        if form is not None:
            self._saver.begin(form, _kind(which, about))

    def _with_draft(self, which: str, about: str, then: Callable[[str | None], None]) -> None:
        store, user = self._context.store, UserId(self._context.user.id)
        self._context.ask(self, lambda: store.query(draft, user, _kind(which, about)), then)

    def _come_in(self) -> None:
        if not self._drawer.is_open:
            self._drawer.open()
        self.primary_changed.emit()
        self.panel.focus_first()

    def _on_laid(self) -> None:
        self._saver.rest()
        self._drawer.offer_close(on=self.panel.open_form() is None)
        self.primary_changed.emit()

    def _on_closed(self) -> None:
        self._saver.rest()
        self._open_id = ""
        self.primary_changed.emit()

    def _save_plan(self) -> None:
        form, plan = self.panel.plan_form, self.panel.plan
        command = form.command()
        if plan is None:
            self._save(form, self._acts.planning(command), tr("Shift direncanakan"), tr("Shift dibuang lagi"))
        else:
            self._save(form, self._acts.changing(plan.id, command), tr("Shift diubah"), tr("Shift seperti semula"))

    def _save_postponed(self) -> None:
        form, plan = self.panel.postpone, self.panel.plan
        if plan is not None:
            work = self._acts.postponing(plan.id, form.new_day(), form.reason.value() or "")
            self._save(form, work, tr("Shift ditunda"), tr("Shift tidak jadi ditunda"))

    def _save_cancelled(self) -> None:
        form, plan = self.panel.cancel, self.panel.plan
        if plan is not None:
            work = self._acts.cancelling(plan.id, form.reason.value() or "")
            self._save(form, work, tr("Shift dibatalkan"), tr("Shift tidak jadi batal"))

    def _save_left(self) -> None:
        form = self.panel.leave
        work = self._acts.leaving(self._clashing, form.reason.value())
        self._save(form, work, tr("Bentrok dibiarkan, alasannya tercatat"), tr("Bentrok kembali terbuka"))

    def _save(self, form: DrawerForm, work: Work, said: str, undone: str) -> None:
        def saved(done: Done) -> None:
            self._drawer.close()
            self._acts.say_done(done, said, undone)

        self._saver.save(form, work, saved)

    def _offer(self) -> None:
        if self._schedule is not None:
            self.panel.plan_form.offer(self._schedule.register, self._villages)

    def _all_villages(self, regency: str) -> list[tuple[str, str]]:
        regions = self._context.regions
        found = regions.descendants(regency, AreaLevel.VILLAGE)
        return sorted(((one.code, village_label(regions, one.code)) for one in found), key=lambda each: each[1])


def _kind(which: str, about: str) -> str:
    """The kind of a draft of a form."""
    return f"schedule:{which}:{about}"
