"""What stands beside the calendar: clashes with their ways out, what stands by, what is lacking, where to go next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.planning.clashes import ClashKind
from fieldkit.domain.planning.schedule import PlanState
from fieldkit.domain.planning.site import Quality, Surroundings
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.lists.overview import VillageLeft
from fieldkit.store.queries.planning.schedule import Plan, Schedule
from fieldkit.ui.formats import count, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.schedule.board import standby_of
from fieldkit.ui.pages.schedule.layouts import Mode
from fieldkit.ui.pages.schedule.ways import OpenClash
from fieldkit.ui.pages.schedule.wording import (
    district_name,
    place_words,
    quality_words,
    village_name,
    when_words,
)
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Block, Card, Notice, Scrolled
from fieldkit.ui.widgets.choices import ActionPanel, Choice, DigitGroup
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.ui.widgets.tips import set_tip
from fieldkit.work.planning.readiness import lacking

_SUGGESTED = 3
_NOTED = 2


@dataclass(frozen=True)
class Suggestion:
    """A village to go to next: how many are left there, and what its best place is like."""

    known: VillageLeft
    surroundings: Surroundings | None


class ClashCard(Block):
    """The clash that is looked at, and its ways out by digit."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("notice", gap=6, edges=(14, 10, 14, 12), tone="err")
        self._title, self._when = Label("", "card", "err"), Label("", "second-strong", "err")
        self._text, self._ask = Label("", "second", wrap=True), Label("", "second-strong")
        self._choices: list[Choice] = []
        self.acts = ActionPanel(columns=1, kind="choice", everywhere=True, name=tr("Jalan keluar"))
        self.add(
            row(Icon("warning-circle", 18, "err", filled=True), self._title, None, self._when),
            self._text,
            self._ask,
            self.acts,
        )
        self.acts.picked.connect(self.picked)

    def show_clashes(self, clashes: Sequence[OpenClash], *, may_plan: bool) -> None:
        """The first one, and how many there are."""
        self.setVisible(bool(clashes))
        self.acts.setVisible(may_plan)
        self._ask.setVisible(may_plan)
        choices = clashes[0].choices if clashes and may_plan else []
        # New buttons each time somebody moves the cursor would be laid out and painted for nothing.
        if choices != self._choices:
            self._choices = choices
            self.acts.set_choices(choices)
        if not clashes:
            return
        shown = clashes[0]
        self._title.set_text(tr("{n} bentrok", n=len(clashes)))
        self._when.set_text(when_words(shown.plans[0]))
        self._text.set_text(shown.sentence)
        self._ask.set_text(tr("Belum bisa diterbitkan. Pilih:"))
        self.setAccessibleName(self._title.full_text())
        self.setAccessibleDescription(shown.sentence)


class Stack(QWidget):
    """Tells when its parts need more or less room than before."""

    laid_out = Signal()

    def event(self, event: QEvent) -> bool:
        """Once the layouts know their new heights."""
        is_taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return is_taken


class Side(QWidget):
    """All of it, under the three views."""

    mode_chosen = Signal(str)
    plan_asked = Signal(str)
    """A village that shall be planned."""

    def __init__(self, regions: RegionTable, *, may_plan: bool) -> None:
        super().__init__()
        self._regions, self._may_plan = regions, may_plan
        self._suggested: tuple[Suggestion, ...] = ()
        self._in_sight = 0
        self.modes = DigitGroup("choice", len(Mode))
        self.modes.fill([Choice(mode, words) for mode, words in _mode_words().items()], checkable=True, alt=False)
        self.modes.setAccessibleName(tr("Tampilan"))
        self.clashes = ClashCard()
        self.standby, self.lacking = Notice(tone="warn"), Notice(tone="warn")
        for name, part in (("clashes", self.clashes), ("standby", self.standby), ("lacking", self.lacking)):
            part.setObjectName(name)
        self.gear, self.print = Button(tr("Tim & alat"), key="T"), Button(tr("Cetak"), key="Ctrl+P")
        self.next_list = RowList(name=tr("Usulan berikutnya"))
        self.next_list.acted.connect(self.plan_asked)
        self._next = Card(tr("Usulan berikutnya"), right=Label(tr("tersisa & layak"), "hint"), gap=2)
        self._next.add(self.next_list)
        self._arrange()

    def show_schedule(self, schedule: Schedule, clashes: Sequence[OpenClash], drafts: Sequence[Plan]) -> None:
        """What has to be looked at in the days that are shown."""
        self.clashes.show_clashes(clashes, may_plan=self._may_plan)
        self._show_standby(schedule)
        self._show_lacking(schedule, drafts, has_room=not clashes)

    def show_mode(self, mode: Mode, team: str) -> None:
        """Which view it is."""
        for button in self.modes.buttons():
            button.setChecked(button.choice.id == mode)
            set_tip(button, team if button.choice.id == Mode.TEAM else "")

    def show_suggestions(self, suggested: Sequence[Suggestion]) -> None:
        """Where most are left that can be reached."""
        shown = tuple(suggested[:_SUGGESTED])
        if shown == self._suggested:
            return
        self._suggested = shown
        self._next.setVisible(bool(shown))
        self.next_list.set_items([self._suggestion(n, one) for n, one in enumerate(shown, start=1)])
        self._in_sight = len(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many suggestions as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _arrange(self) -> None:
        self._held = Stack()
        self._held.laid_out.connect(self._fit)
        column(self.clashes, self.standby, self.lacking, self._next, None, gap=12, inside=self._held)
        self._scrolled = Scrolled(self._held)
        self.modes.pressed.connect(lambda mode, _by_key: self.mode_chosen.emit(mode))
        foot = row(stretched(self.gear), stretched(self.print), gap=8)
        column(self.modes, stretched(self._scrolled), foot, gap=8, inside=self)
        for part in (self.clashes, self.standby, self.lacking, self._next):
            part.setVisible(False)

    def _fit(self) -> None:
        """No suggestion is cut: what stops comes first, and the first suggestion stays in any case."""
        layout, room = self._held.layout(), self._scrolled.viewport()
        each = self.next_list.row_height()
        if layout is None or not each:
            return
        more = (room.height() - layout.totalHeightForWidth(room.width())) // each
        fitting = max(1, min(self._in_sight + more, len(self._suggested)))
        if fitting != self._in_sight:
            self._in_sight = fitting
            self.next_list.show_first(fitting)

    def _show_standby(self, schedule: Schedule) -> None:
        found = [clash for clash in schedule.clashes if clash.kind is ClashKind.STANDBY]
        plans = {plan.id: plan for plan in schedule.plans}
        shown = sorted(
            ((plans[shift].day, clash) for clash in found for shift in clash.shifts[:1] if shift in plans),
            key=lambda each: (each[0], each[1].subject),
        )
        self.standby.setVisible(bool(shown))
        if not shown:
            return
        day, clash = shown[0]
        kept, districts = standby_of(schedule, day)
        title = tr("{day}: siaga {n} dari {m}", day=day_short(day), n=kept, m=districts)
        answer = schedule.answer_to(clash)
        where = tr("{district} tanpa alat siaga.", district=district_name(self._regions, clash.subject))
        said = _reason_words(answer) if answer is not None else tr("Perlu persetujuan dengan alasan.")
        others = len({each for each, _ in shown}) - 1
        more = tr("Dan {n} hari lain.", n=others) if others else ""
        self.standby.set(title, " ".join(filter(None, (where, said, more))))

    def _show_lacking(self, schedule: Schedule, drafts: Sequence[Plan], *, has_room: bool) -> None:
        bare = [(plan, lacking(schedule, plan)) for plan in drafts if plan.state is PlanState.PLANNED]
        wanting = [(plan, problems) for plan, problems in bare if problems]
        self.lacking.setVisible(bool(wanting) and self._may_plan)
        if not wanting:
            return
        noted = wanting[: _NOTED if has_room else 1]
        lines = [
            f"{when_words(plan)} {self._place(schedule, plan)}: {say(problems[0].message)}" for plan, problems in noted
        ]
        self.lacking.set(tr("{n} shift belum lengkap", n=len(wanting)), "\n".join(lines))

    def _place(self, schedule: Schedule, plan: Plan) -> str:
        return place_words(plan, schedule.register.site(plan.site_id), self._regions)

    def _suggestion(self, number: int, one: Suggestion) -> RowItem:
        found = one.surroundings or Surroundings()
        words = [count(one.known.left)]
        if one.known.proposed:
            words.append(tr("{n} usulan", n=count(one.known.proposed)))
        if found.quality is not Quality.UNKNOWN:
            words.append(quality_words(found))
        return RowItem(
            one.known.village,
            village_name(self._regions, one.known.village),
            " · ".join(words),
            lead=str(number),
            action=tr("Jadwalkan") if self._may_plan else None,
            wraps=True,
        )


def _reason_words(plan: Plan) -> str:
    return tr("Alasan: {reason} ({name})", reason=plan.override_reason, name=plan.override_by)


def _mode_words() -> dict[Mode, str]:
    return {Mode.DAY: tr("Hari"), Mode.WEEK: tr("Minggu"), Mode.TEAM: tr("Tim")}
