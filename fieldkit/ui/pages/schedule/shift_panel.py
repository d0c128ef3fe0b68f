"""What is known of one shift, what can be done with it, and the forms for that."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.planning.schedule import CHANGEABLE, PlanState, state_label, stop_reason_label
from fieldkit.domain.planning.site import access_label, network_label, power_label
from fieldkit.domain.roles import role_label
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.planning.schedule import FIELD_KINDS, Plan, Schedule
from fieldkit.ui.formats import count, day_long, hours
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.schedule.plan_form import PlanForm
from fieldkit.ui.pages.schedule.small_forms import CancelForm, LeaveForm, PostponeForm
from fieldkit.ui.pages.schedule.wording import clash_words, district_name, place_words, team_name, village_name
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Scrolled
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.work.planning.readiness import lacking, lapsed

PLAN: Final = "plan"
CHANGE: Final = "change"
PUBLISH: Final = "publish"
POSTPONE: Final = "postpone"
CANCEL: Final = "cancel"
DISCARD: Final = "discard"
LEAVE: Final = "leave"
SITE: Final = "site"
_TONES: Final = {
    PlanState.PLANNED: "info",
    PlanState.PUBLISHED: "ok",
    PlanState.IN_PROGRESS: "ok",
    PlanState.POSTPONED: "warn",
}


class ShiftPanel(QWidget):
    """The content of the drawer."""

    laid = Signal()
    """Another of its views is shown now."""
    picked = Signal(str)

    def __init__(self, regions: RegionTable, *, may_plan: bool) -> None:
        super().__init__()
        self._regions, self._may_plan = regions, may_plan
        self.plan: Plan | None = None
        self._name, self._badge = Label("", "person", elide=True), Badge()
        self.facts, self.problems = RowList(name=tr("Shift")), RowList(name=tr("Yang perlu dilihat"))
        self.acts = ActionPanel(columns=2, name=tr("Tindakan"))
        self.plan_form, self.postpone, self.cancel, self.leave = PlanForm(), PostponeForm(), CancelForm(), LeaveForm()
        self._forms: dict[str, DrawerForm] = {
            PLAN: self.plan_form,
            POSTPONE: self.postpone,
            CANCEL: self.cancel,
            LEAVE: self.leave,
        }
        self._stack = QStackedWidget()
        self._arrange()

    @property
    def primary(self) -> Button | None:
        """The filled button of what is shown."""
        form = self.open_form()
        return form.save_button if form is not None else None

    def show_plan(self, schedule: Schedule, plan: Plan) -> None:
        """A shift, as known now; a form that is open stays."""
        is_other = self.plan is None or self.plan.id != plan.id
        self.plan = plan
        self._name.set_text(place_words(plan, schedule.register.site(plan.site_id), self._regions))
        self._badge.set(say(state_label(plan.state)), _TONES.get(plan.state, "mute"))
        self.facts.set_items(self._facts(schedule, plan))
        self.problems.set_items(self._problems(schedule, plan))
        acts = self._acts(plan)
        self.acts.set_choices(acts)
        self.acts.setVisible(bool(acts))
        if is_other:
            self.show_overview()

    def name_form(self, title: str) -> None:
        """A form that is about no shift that is there."""
        self.plan = None
        self._name.set_text(title)
        self._badge.set("")

    def show_form(self, which: str) -> None:
        """One of the forms; it was filled before."""
        self._show(self._forms[which])
        self._forms[which].focus_first()

    def show_overview(self) -> None:
        """The shift itself."""
        self._show(self._overview)

    def open_form(self) -> DrawerForm | None:
        """The form that is open."""
        shown = self._stack.currentWidget()
        return next((form for form in self._forms.values() if form is shown), None)

    def forms(self) -> tuple[DrawerForm, ...]:
        """All forms."""
        return tuple(self._forms.values())

    def close_form(self) -> bool:
        """Back to the shift; False where there is none to go back to."""
        if self.plan is None:
            return False
        self.show_overview()
        self.focus_first()
        return True

    def focus_first(self) -> None:
        """Where work begins: the digits, or the form."""
        form = self.open_form()
        if form is not None:
            form.focus_first()
        elif self._may_plan:
            self.acts.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form first, and the drawer after that."""
        is_out = event.key() == Qt.Key.Key_Escape and self.open_form() is not None and self.close_form()
        if not is_out:
            super().keyPressEvent(event)

    def _show(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self.laid.emit()

    def _arrange(self) -> None:
        self._overview, told = QWidget(), QWidget()
        column(self.problems, self.facts, None, gap=8, inside=told)
        column(stretched(Scrolled(told)), self.acts, gap=8, inside=self._overview)
        for view in (self._overview, *self._forms.values()):
            self._stack.addWidget(view)
        column(column(self._name, row(self._badge, None), gap=4), rule(), stretched(self._stack), gap=10, inside=self)
        self.acts.picked.connect(self.picked)
        self.setObjectName("shift_panel")
        self.acts.setObjectName("shift_acts")

    def _facts(self, schedule: Schedule, plan: Plan) -> list[RowItem]:
        site = schedule.register.site(plan.site_id)
        where = f"{village_name(self._regions, plan.village)}, {district_name(self._regions, plan.village[:8])}"
        facts = [
            (
                tr("Waktu"),
                f"{day_long(plan.day)} · {hours(plan.start.isoformat('minutes'), plan.end.isoformat('minutes'))}",
                "clock",
            ),
            (tr("Tempat"), f"{plan.site_name} · {where}", "map-pin"),
        ]
        if site is not None:
            found = site.surroundings
            known = [
                *([say(network_label(found.network))] if found.network else []),
                *([say(power_label(found.power))] if found.power else []),
                *([say(access_label(found.access))] if found.access else []),
            ]
            facts.append((tr("Keadaan"), " · ".join(known) or tr("belum dicek"), "wifi-high"))
            contact = " · ".join(filter(None, (site.contact_name, site.contact_phone, site.note)))
            if contact:
                facts.append((tr("Kontak"), contact, "phone"))
        people = ", ".join(f"{one.name} ({say(role_label(one.role))})" for one in plan.staff)
        facts.append((team_name(schedule, plan.team_id), people or tr("belum ada petugas"), "users-four"))
        facts.append((tr("Alat"), plan.set_code or tr("belum dipilih"), "desktop"))
        if plan.target:
            facts.append((tr("Target"), tr("{n} orang", n=count(plan.target)), "chart-bar"))
        return [RowItem(title, title, second, icon=icon, wraps=True) for title, second, icon in facts]

    def _problems(self, schedule: Schedule, plan: Plan) -> list[RowItem]:
        found = [
            RowItem(
                f"clash{number}", tr("Bentrok"), clash_words(schedule, clash, self._regions), tone="err", wraps=True
            )
            for number, clash in enumerate(schedule.of_shift(plan.id, among=schedule.open_clashes))
        ]
        if plan.state is PlanState.PLANNED:
            found += [
                RowItem(one.code, tr("Belum bisa terbit"), say(one.message), tone="warn", wraps=True)
                for one in lacking(schedule, plan)
            ]
        found += [
            RowItem(one.code, tr("Sudah terbit, tapi"), say(one.message), tone="warn", wraps=True)
            for one in lapsed(schedule, plan)
        ]
        if plan.override_reason:
            said = tr("{reason} ({name})", reason=plan.override_reason, name=plan.override_by)
            found.append(RowItem("override", tr("Bentrok dibiarkan"), said, tone="warn", wraps=True))
        if plan.state_reason:
            reason = say(stop_reason_label(plan.state_reason))
            found.append(RowItem("stopped", say(state_label(plan.state)), reason, tone="mute", wraps=True))
        return found + self._linked(schedule, plan)

    def _linked(self, schedule: Schedule, plan: Plan) -> list[RowItem]:
        """The shift that this one stands for, or that stands for it."""
        if plan.replaces_id:
            return [
                RowItem("replaces", tr("Pengganti"), tr("Menggantikan shift yang ditunda."), icon="link", wraps=True)
            ]
        later = next((one for one in schedule.around if one.replaces_id == plan.id), None)
        if later is None:
            return []
        words = tr("Digantikan {day}.", day=day_long(later.day))
        return [RowItem("replaced", tr("Pengganti"), words, icon="link", wraps=True)]

    def _acts(self, plan: Plan) -> list[Choice]:
        if not self._may_plan or plan.state not in CHANGEABLE:
            return []
        is_draft = plan.state is PlanState.PLANNED
        return [
            Choice(CHANGE, tr("Ubah"), "pencil-simple"),
            *([Choice(PUBLISH, tr("Terbitkan"), "paper-plane-tilt")] if is_draft else []),
            Choice(POSTPONE, tr("Tunda"), "pause-circle"),
            Choice(CANCEL, tr("Batalkan"), "x-circle"),
            *([Choice(DISCARD, tr("Buang konsep"), "trash")] if is_draft else []),
            *([Choice(SITE, tr("Catat tempat"), "map-pin")] if plan.kind in FIELD_KINDS else []),
        ]
