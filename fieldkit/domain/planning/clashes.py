"""Plans that clash: a person, a set or a team in two places, and the set of a district that has to stay (F-S2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Final

_LAST_START_HOUR: Final = 19
_BETWEEN: Final = "; "


class ClashKind(StrEnum):
    """What is in two places, or missing where it has to be."""

    PERSON = "person"
    TEAM = "team"
    SET = "set"
    STANDBY = "standby"
    """Every set of a district would be out at once."""


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """A shift as far as it can clash. Times are the site's own; an end before the start is past midnight."""

    id: str
    day: date
    start: time
    end: time
    team_id: str = ""
    set_code: str = ""
    staff: frozenset[str] = frozenset()
    stays_home: bool = False
    """At the office of the set's own district: the set is not sent out."""

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From when to when."""
        begins = datetime.combine(self.day, self.start)
        ends = datetime.combine(self.day, self.end)
        return begins, ends if ends > begins else ends + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Clash:
    """Shifts that can not all be kept; `subject` is the person, team, set or district."""

    kind: ClashKind
    subject: str
    shifts: tuple[str, ...]


def clashes(shifts: Sequence[PlannedShift], district_of_set: Mapping[str, str]) -> frozenset[Clash]:
    """All clashes among planned shifts, in whatever order. `district_of_set` names every set that can be sent out."""
    by_day: dict[date, list[PlannedShift]] = defaultdict(list)
    for shift in shifts:
        by_day[shift.day].append(shift)
    found: set[Clash] = set()
    for day, of_day in by_day.items():
        # Whoever works past midnight meets the next day.
        near = [*of_day, *by_day.get(day + timedelta(days=1), ())]
        found.update(_in_two_places(near))
    for shift in shifts:
        around = [*by_day.get(shift.day - timedelta(days=1), ()), *by_day[shift.day]]
        found.update(_nothing_stays(shift, around, district_of_set))
    return frozenset(found)


def clashes_of(
    shift: PlannedShift, others: Iterable[PlannedShift], district_of_set: Mapping[str, str]
) -> frozenset[Clash]:
    """The clashes that one shift is part of."""
    near = [other for other in others if other.id != shift.id and abs((other.day - shift.day).days) <= 1]
    pairs = (_pair(shift, other) for other in near if overlap(shift, other))
    found = {clash for pair in pairs for clash in pair}
    # Whoever begins while this shift is out may be the one who leaves nothing at home.
    district, all_near = district_of_set.get(shift.set_code, ""), [*near, shift]
    for one in (each for each in all_near if district and district_of_set.get(each.set_code) == district):
        found.update(each for each in _nothing_stays(one, all_near, district_of_set) if shift.id in each.shifts)
    return frozenset(found)


def overlap(one: PlannedShift, other: PlannedShift) -> bool:
    """Whether both are at work at some moment; one that begins as the other ends is not."""
    (begin_one, end_one), (begin_other, end_other) = one.span, other.span
    return begin_one < end_other and begin_other < end_one


def unsettled(found: Iterable[Clash], reasons: Mapping[str, str]) -> frozenset[Clash]:
    """The clashes that nobody answers for; `reasons` by shift, as `joined` puts them together.

    Two plans at odds are two decisions. That no set stays is one: any of its shifts answers for it, but not with what
    it says of another clash.
    """
    told = list(found)
    return frozenset(clash for clash in told if not _is_settled(clash, told, reasons))


def answering(alone: Clash, found: Iterable[Clash], reasons: Mapping[str, str]) -> tuple[str, ...]:
    """The shifts that answer for a district without a set: those with a reason that is not about another clash."""
    pairs = [clash for clash in found if clash.kind is not ClashKind.STANDBY and clash.shifts != alone.shifts]
    answered = [pair for pair in pairs if all(reasons.get(shift) for shift in pair.shifts)]
    return tuple(shift for shift in alone.shifts if _parts(reasons, shift) - _spent(shift, answered, reasons))


def joined(before: str, said: str) -> str:
    """Several reasons of one shift: what answered for an earlier clash is still there."""
    return _BETWEEN.join(dict.fromkeys(filter(None, (*before.split(_BETWEEN), said))))


def telling(found: Iterable[Clash]) -> frozenset[Clash]:
    """Without what goes without saying: a team in two places has its people and its set there as well."""
    told = list(found)
    of_teams = {clash.shifts for clash in told if clash.kind is ClashKind.TEAM}
    implied = {ClashKind.PERSON, ClashKind.SET}
    return frozenset(clash for clash in told if clash.kind not in implied or clash.shifts not in of_teams)


def free_sets(
    shift: PlannedShift, others: Sequence[PlannedShift], district_of_set: Mapping[str, str]
) -> tuple[str, ...]:
    """The sets with which a shift would clash less than it does: no set in two places, and none missing at home."""
    about_sets = {ClashKind.SET, ClashKind.STANDBY}
    return tuple(
        code
        for code in sorted(district_of_set)
        if not any(
            clash.kind in about_sets for clash in clashes_of(replace(shift, set_code=code), others, district_of_set)
        )
    )


def free_start(shift: PlannedShift, others: Sequence[PlannedShift], district_of_set: Mapping[str, str]) -> time | None:
    """The first full hour later that day at which the shift, as long as it is, clashes with nothing any more."""
    begins, ends = shift.span
    for hour in range(begins.hour + 1, _LAST_START_HOUR + 1):
        start = begins.replace(hour=hour, minute=0)
        moved = replace(shift, start=start.time(), end=(start + (ends - begins)).time())
        if not clashes_of(moved, others, district_of_set):
            return moved.start
    return None


def _is_settled(clash: Clash, found: Iterable[Clash], reasons: Mapping[str, str]) -> bool:
    if clash.kind is ClashKind.STANDBY:
        return bool(answering(clash, found, reasons))
    return all(reasons.get(shift) for shift in clash.shifts)


def _spent(shift: str, pairs: Iterable[Clash], reasons: Mapping[str, str]) -> set[str]:
    """What a shift says in common with those that it is at odds with."""
    others = {other for pair in pairs if shift in pair.shifts for other in pair.shifts if other != shift}
    return {part for other in others for part in _parts(reasons, other)}


def _parts(reasons: Mapping[str, str], shift: str) -> set[str]:
    return set(filter(None, reasons.get(shift, "").split(_BETWEEN)))


def _in_two_places(shifts: Sequence[PlannedShift]) -> Iterator[Clash]:
    for one, other in combinations(shifts, 2):
        if overlap(one, other):
            yield from _pair(one, other)


def _pair(one: PlannedShift, other: PlannedShift) -> Iterator[Clash]:
    """What two shifts at the same time share."""
    ids = tuple(sorted((one.id, other.id)))
    return (Clash(kind, subject, ids) for kind, subject in _shared(one, other))


def _shared(one: PlannedShift, other: PlannedShift) -> Iterator[tuple[ClashKind, str]]:
    yield from ((ClashKind.PERSON, person) for person in one.staff & other.staff)
    if one.team_id and one.team_id == other.team_id:
        yield ClashKind.TEAM, one.team_id
    if one.set_code and one.set_code == other.set_code:
        yield ClashKind.SET, one.set_code


def _nothing_stays(
    shift: PlannedShift, near: Sequence[PlannedShift], district_of_set: Mapping[str, str]
) -> Iterator[Clash]:
    """Whoever sends the last set out does so at the moment when a shift begins."""
    district = "" if shift.stays_home else district_of_set.get(shift.set_code, "")
    if not district:
        return
    out = [other for other in near if _is_out(other, shift) and district_of_set.get(other.set_code) == district]
    if {other.set_code for other in out} == {code for code, home in district_of_set.items() if home == district}:
        yield Clash(ClashKind.STANDBY, district, tuple(sorted(other.id for other in out)))


def _is_out(other: PlannedShift, at_start_of: PlannedShift) -> bool:
    begins, ends = other.span
    return not other.stays_home and begins <= at_start_of.span[0] < ends
