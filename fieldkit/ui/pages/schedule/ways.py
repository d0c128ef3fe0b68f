"""Ways out of a clash, each one key away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from fieldkit.domain.planning.clashes import Clash, ClashKind, free_sets, free_start
from fieldkit.domain.planning.schedule import CHANGEABLE
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.planning.schedule import Plan, Schedule
from fieldkit.ui.language import tr
from fieldkit.ui.pages.schedule.layouts import moved
from fieldkit.ui.pages.schedule.wording import clash_words, hours_words, team_name
from fieldkit.ui.widgets.choices import Choice
from fieldkit.work.planning.plans import Move

LEAVE = "leave"


@dataclass(frozen=True)
class WayOut:
    """A move that ends a clash, and what it is called."""

    choice: Choice
    plan: Plan
    move: Move


@dataclass(frozen=True)
class OpenClash:
    """Shifts that can not all be kept: in words, and with what ends it."""

    shifts: tuple[str, ...]
    plans: tuple[Plan, ...]
    sentence: str
    ways: tuple[WayOut, ...]

    @property
    def choices(self) -> list[Choice]:
        """What can be done, the last one being to leave it so with a reason."""
        leave = Choice(LEAVE, tr("Biarkan, tulis alasan …"), "note-pencil")
        return [*(way.choice for way in self.ways), leave]


def open_clashes(schedule: Schedule, regions: RegionTable, first_of: str) -> list[OpenClash]:
    """The clashes of shifts that can still be changed: those of one shift first, then by day and hour."""
    pairs: dict[tuple[str, ...], list[Clash]] = defaultdict(list)
    for clash in sorted(schedule.open_clashes, key=lambda each: (_RANK[each.kind], each.subject)):
        pairs[clash.shifts].append(clash)
    shown = [_shown(schedule, shifts, found, regions) for shifts, found in pairs.items()]
    changeable = [each for each in shown if any(plan.state in CHANGEABLE for plan in each.plans)]
    return sorted(
        changeable,
        key=lambda each: (first_of not in each.shifts, each.plans[0].day, each.plans[0].start, each.shifts),
    )


def _shown(schedule: Schedule, shifts: tuple[str, ...], found: Sequence[Clash], regions: RegionTable) -> OpenClash:
    plans = tuple(plan for plan in schedule.around if plan.id in shifts)
    ways = _ways(schedule, {clash.kind for clash in found}, plans)
    said = [clash_words(schedule, clash, regions) for clash in found]
    free = next((way.move.set_code for way in ways if way.move.set_code != way.plan.set_code), "")
    if free:
        said.append(tr("{code} bebas pada jam itu.", code=free))
    return OpenClash(shifts, plans, " ".join(said), ways)


def _ways(schedule: Schedule, kinds: set[ClashKind], plans: Sequence[Plan]) -> tuple[WayOut, ...]:
    # The later one gives way: whoever was there first stays.
    movable = [plan for plan in plans if plan.state in CHANGEABLE]
    if not movable:
        return ()
    plan, team = movable[-1], team_name(schedule, movable[-1].team_id)
    shift, homes = schedule.shift_of(plan), schedule.register.home_of_sets()
    found = []
    if kinds <= _ABOUT_SETS:
        for code in free_sets(shift, schedule.shifts, homes)[:1]:
            words = tr("{team} pakai {code}", team=team, code=code)
            found.append(WayOut(Choice("set", words, "arrows-left-right"), plan, moved(plan, set_code=code)))
    start = free_start(shift, schedule.shifts, homes)
    if start is not None:
        found.append(_later(plan, team, start))
    return tuple(found)


def _later(plan: Plan, team: str, start: time) -> WayOut:
    move = moved(plan, start=start)
    words = tr("Geser {team} ke {hours}", team=team, hours=hours_words(move.start, move.end))
    return WayOut(Choice("later", words, "clock"), plan, move)


_RANK = {ClashKind.SET: 0, ClashKind.TEAM: 1, ClashKind.PERSON: 2, ClashKind.STANDBY: 3}
_ABOUT_SETS = {ClashKind.SET, ClashKind.STANDBY}
