"""The calendar of the office: planned, moved and published by the planner, read by everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.planning.schedule import PlanState
from fieldkit.domain.planning.site import SiteKind
from fieldkit.domain.roles import LEADS, PLANNERS
from fieldkit.domain.zones import zone_of
from fieldkit.store.queries.lists.overview import VillageLeft, villages_left
from fieldkit.store.queries.planning.schedule import Plan, Schedule, schedule
from fieldkit.ui.context import Context
from fieldkit.ui.formats import day_short
from fieldkit.ui.language import tr
from fieldkit.ui.pages.schedule.acts import Acts
from fieldkit.ui.pages.schedule.board import board_of
from fieldkit.ui.pages.schedule.calendar import Calendar
from fieldkit.ui.pages.schedule.export import ExportDrawer
from fieldkit.ui.pages.schedule.gear.drawer import GearDrawer
from fieldkit.ui.pages.schedule.gear.kinds import Kind
from fieldkit.ui.pages.schedule.header import SpanBar
from fieldkit.ui.pages.schedule.layouts import Layout, Mode, View, later, layout_of, monday_of
from fieldkit.ui.pages.schedule.shift_drawer import ShiftDrawer
from fieldkit.ui.pages.schedule.side import Side, Suggestion
from fieldkit.ui.pages.schedule.ways import LEAVE, OpenClash, open_clashes
from fieldkit.ui.pages.schedule.wording import hours_words, published_words, team_name, week_words
from fieldkit.ui.shell.page import AtDesk, Page
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.choices import Choice
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.work.instants import at_site
from fieldkit.work.planning.plans import Move


class SchedulePage(Page):
    """Blocks by team and day; clashes and what stands by beside them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Jadwal")
        self._context = context
        self.may_plan = context.user.role in PLANNERS
        self._schedule: Schedule | None = None
        self._layout: Layout | None = None
        self._clashes: list[OpenClash] = []
        self._wanted = ""
        self._left: tuple[VillageLeft, ...] = ()
        self.view = View(Mode.WEEK, monday_of(self._today()))
        self.calendar, self.side = Calendar(), Side(context.regions, may_plan=self.may_plan)
        self.bar = SpanBar(may_plan=self.may_plan)
        self._acts = Acts(context, self)
        self._columns = Columns(
            [(self.calendar, None), (self.side, 278)], side_key="Ctrl+J", side_title=tr("Yang perlu dilihat")
        )
        self.add(stretched(self._columns))
        self.shift = ShiftDrawer(context, self, self._acts, may_plan=self.may_plan)
        self.gear = GearDrawer(context, self, may_plan=self.may_plan)
        self.export = ExportDrawer(context, self, self._shown_schedule)
        self.side.gear.setVisible(self._may_read_gear())
        self._listen()
        self._set_primary()

    @property
    def blocks(self) -> QWidget:
        """What takes the keys."""
        return self.calendar.blocks

    def subtitle(self) -> str:
        """The week, and how much of it others may rely on."""
        plans = self._shown_plans()
        if self.view.mode is Mode.WEEK:
            return week_words(self.view.first, plans)
        drafts, standing = len(_drafts(plans)), sum(plan.stands for plan in plans)
        words = published_words(drafts, standing)
        if self.view.mode is Mode.TEAM and self._schedule is not None:
            return " · ".join((team_name(self._schedule, self.view.team_id), words))
        return words

    def header_slot(self) -> QWidget:
        """Days and the filled button."""
        return self.bar

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the calendar."""
        common = [
            ("Alt+1 / Alt+2 / Alt+3", tr("Hari, minggu, tim; Alt+3 lagi: tim berikutnya")),
            ("PgUp / PgDn", tr("Hari atau minggu sebelumnya, berikutnya")),
            ("Ctrl+Home", tr("Ke hari ini")),
            (tr("Enter"), tr("Buka shift")),
            ("Ctrl+P", tr("Cetak, Excel, kalender")),
            ("Ctrl+J", tr("Ke bentrok, siaga, dan usulan")),
        ]
        if self._may_read_gear():
            common.append(("T", tr("Tim, surat petugas, alat, izin cetak, tempat, hari khusus")))
        if not self.may_plan:
            return common
        return [
            *common,
            ("Ctrl+N", tr("Shift baru di tempat kursor")),
            (tr("Alt+panah"), tr("Geser shift: hari dan tim")),
            ("Alt+PgUp / Alt+PgDn", tr("Geser shift satu jam lebih awal, lebih lambat")),
            ("1 / 2 / 3", tr("Jalan keluar dari bentrok yang ditunjuk")),
            ("Delete", tr("Buang konsep")),
            ("Ctrl+Enter", tr("Terbitkan yang tampil; di isian: simpan")),
        ]

    def refresh(self) -> None:
        """Ask again for the days that are shown."""
        view, store = self.view, self._context.store
        self._context.ask(
            self, lambda: store.query(schedule, view.first, view.last), lambda found: self._show(view, found)
        )

    def shown(self) -> None:
        """To the calendar; where most people are left is asked for once a visit."""
        if self.shift.is_open():
            self.shift.panel.focus_first()
        elif self.gear.is_open():
            self.gear.open()
        else:
            self.calendar.blocks.setFocus()
        self._ask_suggestions()

    def opened_with(self, argument: object) -> None:
        """Another page sends somebody to a village that shall be planned, or to the papers of people."""
        if isinstance(argument, AtDesk) and self._may_read_gear():
            self.gear.open_at(Kind(argument.name))
        if isinstance(argument, str) and self.may_plan:
            self._plan_village(argument)

    def step_out(self) -> bool:
        """Out of the form, the drawer, the side."""
        return self.shift.step_out() or self.gear.step_out() or self.export.step_out() or self._columns.close_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bare digits are the ways out of the clash that is shown, wherever the focus is beside a drawer."""
        digit = event.key() - Qt.Key.Key_0
        is_bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if is_bare and 0 < digit <= len(self._ways()):
            self._end_clash(self._ways()[digit - 1].id)
        else:
            super().keyPressEvent(event)

    def turn(self, pages: int) -> None:
        """The days before or after."""
        self._look_at(self.view.turned(pages))

    def choose_mode(self, mode: str) -> None:
        """Another view around the same day; of a team the next one, where one was shown already."""
        wanted, teams = Mode(mode), self._teams()
        team_id = self.view.team_id
        if wanted is Mode.TEAM and teams:
            at = teams.index(team_id) if team_id in teams else -1
            is_again = self.view.mode is Mode.TEAM
            team_id = teams[(at + 1) % len(teams)] if is_again else self._team_at_cursor(teams)
        self._look_at(self.view.in_mode(wanted, self._day_at_cursor(), team_id))

    def _listen(self) -> None:
        blocks = self.calendar.blocks
        blocks.can_move = self.may_plan
        blocks.opened.connect(self.shift.open)
        blocks.made.connect(lambda row, column: self._plan_at((row, column)))
        blocks.dropped.connect(self._drop)
        blocks.stepped.connect(self._step)
        blocks.shifted.connect(self._shift_hours)
        blocks.thrown.connect(self._discard)
        blocks.went.connect(self._show_clashes)
        blocks.over_edge.connect(self.turn)
        self.bar.turned.connect(self.turn)
        self.bar.publish.clicked.connect(self._publish)
        self.side.mode_chosen.connect(self.choose_mode)
        self.side.plan_asked.connect(self._plan_village)
        self.side.clashes.picked.connect(self._end_clash)
        self.side.gear.clicked.connect(self._open_gear)
        self.side.print.clicked.connect(self._open_export)
        for drawer in (self.shift, self.gear):
            drawer.primary_changed.connect(self._set_primary)
        self.shift.site_asked.connect(self._record_site)
        self.gear.placed.connect(self._acts.place)
        self._acts.done.connect(self._go_to)
        self._bind_keys()

    def _bind_keys(self) -> None:
        bind(self, "PgUp", lambda: self.turn(-1))
        bind(self, "PgDown", lambda: self.turn(1))
        bind(self, "Ctrl+Home", lambda: self._look_at(self.view.showing(self._today())))
        for number, mode in enumerate(Mode, start=1):
            bind(self, f"Alt+{number}", partial(self.choose_mode, mode), everywhere=True)
        bind(self, "Ctrl+N", self._add, everywhere=True)
        bind(self.calendar, "T", self._open_gear)
        bind(self, "Ctrl+P", self._open_export, everywhere=True)

    def _show(self, view: View, found: Schedule) -> None:
        if view != self.view:
            return
        self._schedule, self._layout = found, layout_of(view, found)
        is_first = self.calendar.blocks.board.rows == ()
        now_utc = self._context.clock.now_utc()
        self.calendar.show_board(board_of(self._layout, self._context.regions, now_utc))
        if is_first:
            self.calendar.blocks.go_to_cell((0, (self._today() - view.first).days))
        self.bar.show_view(view)
        self.side.show_mode(view.mode, team_name(found, view.team_id))
        self._show_clashes()
        self._show_suggestions(found)
        self.shift.show_schedule(found, self._today())
        self.gear.show_register(found.register, self._today())
        self._offer_publishing(found)
        if self._wanted and self.calendar.blocks.go_to(self._wanted):
            self._wanted = ""
        self.header_changed.emit()

    def _show_clashes(self) -> None:
        """Those of the block under the cursor first."""
        found = self._schedule
        if found is None:
            return
        face = self.calendar.blocks.face()
        self._clashes = open_clashes(found, self._context.regions, face.id if face is not None else "")
        self.side.show_schedule(found, self._clashes, _drafts(self._shown_plans()))

    def _offer_publishing(self, found: Schedule) -> None:
        drafts = _drafts(self._shown_plans())
        ids = {plan.id for plan in drafts}
        clashing = any(ids & set(clash.shifts) for clash in found.open_clashes)
        self.bar.publish.setEnabled(bool(drafts) and not clashing)
        reason = tr("Masih ada bentrok, lihat di kanan.") if clashing else tr("Tidak ada konsep pada hari-hari ini.")
        self.bar.publish.set_reason("" if self.bar.publish.isEnabled() else reason)

    def _publish(self) -> None:
        self._acts.publish([plan.id for plan in _drafts(self._shown_plans())])

    def _shown_plans(self) -> list[Plan]:
        """The shifts that lie in the view: of a team only its own."""
        layout = self._layout
        return [plan for plan in layout.schedule.plans if layout.cell_of(plan) is not None] if layout else []

    def _look_at(self, view: View) -> None:
        self.view = view
        self.refresh()

    def _add(self) -> None:
        """Whatever can be new where the keys are."""
        if self.gear.is_open():
            self.gear.add()
        elif not self.shift.is_open():
            self._plan_at(self.calendar.blocks.cell)

    def _open_gear(self) -> None:
        if self._may_read_gear() and not self.shift.is_open():
            self.gear.open()

    def _record_site(self, plan_id: str) -> None:
        plan = self._plan(plan_id)
        if plan is not None:
            told = {"name": plan.site_name, "village": plan.village, "kind": SiteKind.VILLAGE_OFFICE.value}
            self.gear.record_site(plan.site_id, told, plan_id)

    def _open_export(self) -> None:
        if not (self.shift.is_open() or self.gear.is_open()):
            self.export.open()

    def _shown_schedule(self) -> tuple[Schedule, list[Plan]] | None:
        return (self._schedule, self._shown_plans()) if self._schedule is not None else None

    def _may_read_gear(self) -> bool:
        return self._context.user.role in LEADS

    def _plan_at(self, cell: tuple[int, int]) -> None:
        if self.may_plan and self._layout is not None:
            self.shift.plan_new(self._layout.free(cell))

    def _plan_village(self, village: str) -> None:
        if self._layout is not None:
            self.shift.plan_new(self._layout.free(self.calendar.blocks.cell), village)

    def _drop(self, plan_id: str, row: int, column: int) -> None:
        plan = self._plan(plan_id)
        if plan is not None and self._layout is not None:
            self._move(plan, self._layout.move_into(plan, (row, column)))

    def _step(self, plan_id: str, rows: int, columns: int) -> None:
        plan = self._plan(plan_id)
        if plan is not None and self._layout is not None:
            self._move(plan, self._layout.step(plan, rows, columns))

    def _shift_hours(self, plan_id: str, hours: int) -> None:
        plan = self._plan(plan_id)
        if plan is not None:
            self._move(plan, later(plan, hours))

    def _move(self, plan: Plan, move: Move) -> None:
        if (plan.day, plan.start, plan.team_id, plan.set_code) == (move.day, move.start, move.team_id, move.set_code):
            return
        when = f"{day_short(move.day)}, {hours_words(move.start, move.end)}"
        team = team_name(self._schedule, move.team_id) if self._schedule is not None else ""
        self._wanted = plan.id
        self.view = self.view.showing(move.day)
        self._acts.move(plan.id, move, tr("Digeser: {team}, {when}", team=team, when=when))
        self.refresh_if_stale()

    def _discard(self, plan_id: str) -> None:
        plan = self._plan(plan_id)
        if plan is not None and self.may_plan and plan.state is PlanState.PLANNED:
            self._acts.discard(plan_id)

    def _ways(self) -> list[Choice]:
        is_free = self.may_plan and not (self.shift.is_open() or self.gear.is_open() or self.export.is_open())
        return self._clashes[0].choices if self._clashes and is_free else []

    def _end_clash(self, choice: str) -> None:
        shown = self._clashes[0]
        if choice == LEAVE:
            self.shift.leave_clash(shown)
            return
        way = next(way for way in shown.ways if way.choice.id == choice)
        self._move(way.plan, way.move)

    def _go_to(self, plan_id: str) -> None:
        self._wanted = "" if self.calendar.blocks.go_to(plan_id) else plan_id

    def _plan(self, plan_id: str) -> Plan | None:
        return self._schedule.plan(plan_id) if self._schedule is not None else None

    def _teams(self) -> Sequence[str]:
        return [team for team in self._layout.teams if team] if self._layout is not None else []

    def _team_at_cursor(self, teams: Sequence[str]) -> str:
        free = self._layout.free(self.calendar.blocks.cell) if self._layout is not None else None
        return free.team_id if free is not None and free.team_id in teams else teams[0]

    def _day_at_cursor(self) -> date:
        if self._layout is None:
            return self._today()
        return self._layout.free(self.calendar.blocks.cell).day

    def _today(self) -> date:
        regency = self._context.store.meta.regency
        return at_site(self._context.clock.now_utc(), zone_of(regency)).date()

    def _ask_suggestions(self) -> None:
        store = self._context.store
        self._context.ask(self, lambda: store.query(villages_left), self._suggest)

    def _suggest(self, left: tuple[VillageLeft, ...]) -> None:
        self._left = left
        if self._schedule is not None:
            self._show_suggestions(self._schedule)

    def _show_suggestions(self, found: Schedule) -> None:
        planned = {plan.village for plan in found.plans if plan.stands}
        best = {site.village: site.surroundings for site in found.register.sites if site.surroundings.is_checked}
        free = [each for each in self._left if each.left and each.village not in planned]
        self.side.show_suggestions([Suggestion(each, best.get(each.village)) for each in free])

    def _set_primary(self) -> None:
        over = self.shift.is_open() or self.gear.is_open()
        own = self.bar.publish if self.may_plan and not over else None
        self.primary = self.shift.primary or self.gear.primary or own


def _drafts(plans: Sequence[Plan]) -> list[Plan]:
    return [plan for plan in plans if plan.state is PlanState.PLANNED]
