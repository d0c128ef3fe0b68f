"""Plans that clash: a person, a set or a team in two places, and the set of a district that has to stay (F-S2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import combinations


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
    return frozenset((*_in_two_places(shifts), *_nothing_stays(shifts, district_of_set)))


def clashes_of(
    shift: PlannedShift, others: Iterable[PlannedShift], district_of_set: Mapping[str, str]
) -> frozenset[Clash]:
    """The clashes that one shift is part of."""
    near = [other for other in others if other.id != shift.id and abs((other.day - shift.day).days) <= 1]
    return frozenset(clash for clash in clashes([*near, shift], district_of_set) if shift.id in clash.shifts)


def overlap(one: PlannedShift, other: PlannedShift) -> bool:
    """Whether both are at work at some moment; one that begins as the other ends is not."""
    (begin_one, end_one), (begin_other, end_other) = one.span, other.span
    return begin_one < end_other and begin_other < end_one


def _in_two_places(shifts: Sequence[PlannedShift]) -> Iterator[Clash]:
    for one, other in combinations(shifts, 2):
        if overlap(one, other):
            pair = tuple(sorted((one.id, other.id)))
            yield from (Clash(kind, subject, pair) for kind, subject in _shared(one, other))


def _shared(one: PlannedShift, other: PlannedShift) -> Iterator[tuple[ClashKind, str]]:
    yield from ((ClashKind.PERSON, person) for person in one.staff & other.staff)
    if one.team_id and one.team_id == other.team_id:
        yield ClashKind.TEAM, one.team_id
    if one.set_code and one.set_code == other.set_code:
        yield ClashKind.SET, one.set_code


def _nothing_stays(shifts: Sequence[PlannedShift], district_of_set: Mapping[str, str]) -> Iterator[Clash]:
    sets: dict[str, set[str]] = defaultdict(set)
    for code, district in district_of_set.items():
        sets[district].add(code)
    for shift in shifts:
        district = district_of_set.get(shift.set_code, "")
        # Whoever sends the last set out does so at the moment when a shift begins.
        out = [other for other in shifts if _is_out(other, shift) and district_of_set.get(other.set_code) == district]
        if district and {other.set_code for other in out} == sets[district]:
            yield Clash(ClashKind.STANDBY, district, tuple(sorted(other.id for other in out)))


def _is_out(other: PlannedShift, at_start_of: PlannedShift) -> bool:
    begins, ends = other.span
    return begins <= at_start_of.span[0] < ends
