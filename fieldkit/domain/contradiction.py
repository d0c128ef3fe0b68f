"""Facts that contradict each other. All of them are kept; beside them stands a case, which a person settles.

What contradicts follows from the facts alone, not from the order in which they arrived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from math import inf
from typing import Final, TypeVar

from fieldkit.domain.cards.card import ENDING, Placing, live_prints
from fieldkit.domain.identifiers import RowId, row_id
from fieldkit.domain.lists.version import VersionStep, active_at_once
from fieldkit.domain.roles import LATE_REOPENING
from fieldkit.domain.stock.holders import is_counted

_STAYS_IN_BATCH: Final = frozenset({Placing.BATCHED, Placing.AT_DISTRICT, Placing.MISSING})
_NEVER: Final[Mapping[str, int]] = {}


class CaseKind(StrEnum):
    """What contradicts."""

    HANDED_OVER_TWICE = "handed_over_twice"
    HANDED_OVER_ENDED = "handed_over_ended"
    PRINTED_TWICE = "printed_twice"
    PRINT_ENDED_TWICE = "print_ended_twice"
    NEGATIVE_HOLDER = "negative_holder"
    TAKEN_BACK_TWICE = "taken_back_twice"
    RECEIVED_TWICE = "received_twice"
    COUNTED_APART = "counted_apart"
    TWO_CLOSINGS = "two_closings"
    TEAM_CLOSED_TWICE = "team_closed_twice"
    REOPENED_LATE = LATE_REOPENING
    SENT_TWICE = "sent_twice"
    BATCH_SIGNED_TWICE = "batch_signed_twice"
    LIST_ACTIVE_TWICE = "list_active_twice"
    RECORDED_TWICE = "recorded_twice"
    SAME_NUMBER = "same_number"
    SAME_PERSON = "same_person"


class CaseState(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    """Facts that came later leave nothing to settle."""


class Decision(StrEnum):
    """What somebody decided on a case."""

    RIGHT = "right"
    """Both are right, and there is a reason."""
    MISTAKE = "mistake"
    """One was written by mistake; it stays, and counts as the note says."""
    CORRECTED = "corrected"
    """What was wrong was corrected by other facts."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Rows that can not all be right. `subject` is what they are about."""

    kind: CaseKind
    subject: str
    members: tuple[str, ...]

    @property
    def id(self) -> RowId:
        """The id of its case: the same contradiction is the same case, whoever finds it and however often."""
        told = "\n".join((self.kind, self.subject, *self.members))
        return row_id(0, blake2b(told.encode(), digest_size=10, person=b"fieldkit-case").digest())


@dataclass(frozen=True, slots=True)
class ClosingFact:
    """A closing of a table, which opened the shift alone, and the one that it supersedes."""

    id: str
    shift_id: str
    supersedes_id: str = ""


@dataclass(frozen=True, slots=True)
class TeamClosingFact:
    """A closing of a team, the shifts of the tables that it counts, and the one that it supersedes."""

    id: str
    tables: frozenset[str]
    supersedes_id: str = ""


@dataclass(frozen=True, slots=True)
class ReopeningFact:
    """That the closing of a shift with this number does not hold any more, and on which day at the site it was said."""

    id: str
    shift_id: str
    number: int
    day: str
    is_of_planner: bool = False


@dataclass(frozen=True, slots=True)
class LotReceipt:
    """A movement by which a laptop took in a part of a lot."""

    id: str
    lot: str
    laptop: str
    pieces: int


@dataclass(frozen=True, slots=True)
class CountFact:
    """A count of what a holder has of a product, by one laptop, and what the books of that laptop said."""

    id: str
    place: str
    laptop: str
    expected: int
    counted: int
    at: str


@dataclass(frozen=True, slots=True)
class BatchFact:
    """A place that a card was said to have, and the batch by which, where there is one."""

    id: str
    request: str
    word: str
    batch: str
    at: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """Somebody's decision on a case; `at` as the laptop's clock said that never goes back."""

    id: str
    case_id: str
    decision: str
    settled_by: str
    at: str


_Closing = TypeVar("_Closing", ClosingFact, TeamClosingFact)


def handed_over_twice(handovers: Iterable[tuple[str, str]], returned: Mapping[str, int] = _NEVER) -> set[Contradiction]:
    """Handovers (id, request) of one card: a card has one owner and goes once, and once more each time it came back
    from the wrong person."""
    found = _shared(CaseKind.HANDED_OVER_TWICE, handovers)
    return {each for each in found if len(each.members) > 1 + returned.get(each.subject, 0)}


def printed_twice(prints: Iterable[tuple[str, str]], checks: Iterable[tuple[str, str]]) -> set[Contradiction]:
    """Prints (id, request) of one card of which no check (print, result) ended one before the other: two pieces are
    about, or a blank is in the books that was never used."""
    known = dict(prints)
    alive = live_prints(known, checks)
    return _shared(CaseKind.PRINTED_TWICE, ((id_, request) for id_, request in known.items() if id_ in alive))


def handed_over_ended(
    handovers: Iterable[tuple[str, str]],
    prints: Iterable[tuple[str, str]],
    checks: Iterable[tuple[str, str]],
    returned: Mapping[str, int] = _NEVER,
) -> set[Contradiction]:
    """Cards that went out and did not come back, while every print (id, request) of them was ended by a check (print,
    result): the owner has a card that lies in the box of the spoiled ones. Of whom no print is known, nothing is."""
    known = dict(prints)
    alive = {known[print_id] for print_id in live_prints(known, checks)}
    given: dict[str, set[str]] = defaultdict(set)
    for handover, request in handovers:
        given[request].add(handover)
    return {
        Contradiction(CaseKind.HANDED_OVER_ENDED, request, tuple(sorted(given[request])))
        for request in set(known.values()) - alive
        if len(given[request]) > returned.get(request, 0)
    }


def print_ended_twice(checks: Iterable[tuple[str, str, str, str]]) -> set[Contradiction]:
    """Checks (id, request, print, result) of which two ended one print: its piece went twice to where it is."""
    ended: dict[tuple[str, str], set[str]] = defaultdict(set)
    for check, request, print_id, result in checks:
        if result in ENDING:
            ended[request, print_id].add(check)
    return {
        Contradiction(CaseKind.PRINT_ENDED_TWICE, request, tuple(sorted(ids)))
        for (request, _print), ids in ended.items()
        if len(ids) > 1
    }


def recorded_twice(recordings: Iterable[tuple[str, str]], shown: Mapping[str, str]) -> set[Contradiction]:
    """Recordings (request, resident) of one person, under whichever of the person's rows."""
    return _shared(CaseKind.RECORDED_TWICE, ((request, shown.get(person, person)) for request, person in recordings))


def two_closings(closings: Iterable[ClosingFact]) -> set[Contradiction]:
    """Closings of one shift of which none supersedes the other, on whichever laptop they were signed."""
    return _shared(CaseKind.TWO_CLOSINGS, ((each.id, each.shift_id) for each in _valid(closings)))


def team_closed_twice(closings: Iterable[TeamClosingFact]) -> set[Contradiction]:
    """Closings of teams of which none supersedes the other, and that count a table in common: two leads signed for one
    team. Those that are bound together by such tables are one case, about the first of their tables."""
    bound: list[tuple[frozenset[str], frozenset[str]]] = []
    for each in _valid(closings):
        near = [group for group in bound if group[1] & each.tables]
        ids = frozenset({each.id}).union(*(group[0] for group in near))
        bound = [group for group in bound if group not in near]
        bound.append((ids, each.tables.union(*(group[1] for group in near))))
    return {
        Contradiction(CaseKind.TEAM_CLOSED_TWICE, min(tables), tuple(sorted(ids)))
        for ids, tables in bound
        if len(ids) > 1
    }


def reopened_late(
    reopenings: Iterable[ReopeningFact],
    days: Mapping[tuple[str, int], frozenset[str]],
    reported: Mapping[str, int],
) -> set[Contradiction]:
    """Shifts that were opened again after the office had the report (of the closing with that number), or by a lead on
    a day that was not the lead's any more (4.3). Of a closing (shift, number) without days nothing is known yet."""
    return {
        Contradiction(CaseKind.REOPENED_LATE, each.shift_id, (each.id,))
        for each in reopenings
        if each.number >= reported.get(each.shift_id, inf)
        or not (each.is_of_planner or each.day in days.get((each.shift_id, each.number), {each.day}))
    }


def batch_signed_twice(records: Iterable[tuple[str, str]]) -> set[Contradiction]:
    """Records (id, what it answers) of one kind: two signed for one batch, or for one record that came with it."""
    return _shared(CaseKind.BATCH_SIGNED_TWICE, records)


def sent_twice(places: Iterable[BatchFact], signed: Mapping[str, Iterable[str]]) -> set[Contradiction]:
    """Batches that were signed for and name one card, which did not lie ready again between: it can be in one of them
    only. Those that are bound together by such cards are one case, about the first; `signed` are the records by
    batch."""
    ways: dict[str, list[BatchFact]] = defaultdict(list)
    for fact in sorted(places, key=lambda each: (each.at, each.id)):
        ways[fact.request].append(fact)
    groups: list[frozenset[str]] = []
    for pair in (pair for way in ways.values() for pair in _in_two_batches(way)):
        near = [group for group in groups if group & pair]
        groups = [group for group in groups if group not in near]
        groups.append(pair.union(*near))
    members = {group: sorted(record for batch in group for record in signed.get(batch, ())) for group in groups}
    return {
        Contradiction(CaseKind.SENT_TWICE, min(group), tuple(ids)) for group, ids in members.items() if len(ids) > 1
    }


def list_active_twice(steps: Iterable[VersionStep]) -> set[Contradiction]:
    """Versions of one list that two offices made active without knowing of each other: one is in force by rule, and
    whoever made the other active is to hear of it."""
    return {Contradiction(CaseKind.LIST_ACTIVE_TWICE, group[0], group) for group in active_at_once(steps)}


def _in_two_batches(way: Iterable[BatchFact]) -> Iterator[frozenset[str]]:
    batch = ""
    for fact in way:
        if fact.word == Placing.SENT:
            if batch and fact.batch != batch:
                yield frozenset({batch, fact.batch})
            batch = batch or fact.batch
        elif fact.word not in _STAYS_IN_BATCH:
            batch = ""


def negative_holders(balances: Mapping[tuple[str, str], int]) -> set[Contradiction]:
    """Holders (holder, product) who gave away more than they ever had. Another balance is another case."""
    return {
        Contradiction(CaseKind.NEGATIVE_HOLDER, f"{holder} {product}", (str(pieces),))
        for (holder, product), pieces in balances.items()
        if pieces < 0 and is_counted(holder)
    }


def taken_back_twice(inverses: Iterable[tuple[str, str]]) -> set[Contradiction]:
    """Inverses (id, movement) of one movement of stock: its pieces went back more often than they came."""
    return _shared(CaseKind.TAKEN_BACK_TWICE, inverses)


def received_twice(receipts: Iterable[LotReceipt], room: Mapping[str, int]) -> set[Contradiction]:
    """Receipts of one lot by several laptops that are more than there was `room` for, by lot: what was asked for less
    what is still on its way. They took the same part in, or too much was sent."""
    taken: dict[str, list[LotReceipt]] = defaultdict(list)
    for receipt in receipts:
        taken[receipt.lot].append(receipt)
    return {
        Contradiction(CaseKind.RECEIVED_TWICE, lot, tuple(sorted(each.id for each in of_lot)))
        for lot, of_lot in taken.items()
        if len({each.laptop for each in of_lot}) > 1 and sum(each.pieces for each in of_lot) > room.get(lot, 0)
    }


def unseen_pairs(counts: Iterable[CountFact]) -> list[tuple[CountFact, CountFact]]:
    """Of each place the last count and the last one before it of another laptop, where that one found a difference:
    only then it matters whether the later one knew. A count that knew them both settles what was before."""
    places: dict[str, list[CountFact]] = defaultdict(list)
    for count in sorted(counts, key=lambda each: (each.at, each.id)):
        places[count.place].append(count)
    pairs = []
    for *before, last in places.values():
        others = [each for each in before if each.laptop != last.laptop]
        if others and others[-1].counted != others[-1].expected:
            pairs.append((others[-1], last))
    return pairs


def counted_apart(earlier: CountFact, later: CountFact, moved_between: int) -> Contradiction | None:
    """Two counts of one place, where the later one did not know of the earlier: its books stood nearer to those from
    before that count than to what was counted, with what came in or went out between the two."""
    unaware = abs(later.expected - earlier.expected - moved_between)
    aware = abs(later.expected - earlier.counted - moved_between)
    if unaware >= aware:
        return None
    return Contradiction(CaseKind.COUNTED_APART, later.place, (earlier.id, later.id))


def shown_settlement(settlements: Iterable[Settlement]) -> Settlement | None:
    """The decision that shows where several were made: the later one. All of them are kept."""
    return max(settlements, key=lambda each: (each.at, each.id), default=None)


def case_state(settlement: Settlement | None, *, is_there: bool) -> CaseState:
    """Where a case stands; `is_there` while the facts still contradict each other."""
    if settlement is not None:
        return CaseState.SETTLED
    return CaseState.OPEN if is_there else CaseState.WITHDRAWN


def _valid(closings: Iterable[_Closing]) -> list[_Closing]:
    """Those that none of the others supersedes."""
    known = list(closings)
    superseded = {each.supersedes_id for each in known if each.supersedes_id != each.id}
    return [each for each in known if each.id not in superseded]


def _shared(kind: CaseKind, members: Iterable[tuple[str, str]]) -> set[Contradiction]:
    """The subjects that more than one member shares."""
    found: dict[str, set[str]] = defaultdict(set)
    for member, subject in members:
        found[subject].add(member)
    return {Contradiction(kind, subject, tuple(sorted(ids))) for subject, ids in found.items() if len(ids) > 1}
