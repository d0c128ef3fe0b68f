"""Facts that contradict each other. All of them are kept; beside them stands a case, which a person settles.

What contradicts follows from the facts alone, not from the order in which they arrived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from fieldkit.domain.cards.card import live_prints
from fieldkit.domain.identifiers import RowId, row_id
from fieldkit.domain.stock.holders import is_counted

_NEVER: Final[Mapping[str, int]] = {}


class CaseKind(StrEnum):
    """What contradicts."""

    HANDED_OVER_TWICE = "handed_over_twice"
    PRINTED_TWICE = "printed_twice"
    NEGATIVE_HOLDER = "negative_holder"
    TAKEN_BACK_TWICE = "taken_back_twice"
    TWO_CLOSINGS = "two_closings"
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
    """A closing of a table, and the one that it supersedes."""

    id: str
    shift_id: str
    table: str
    supersedes_id: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """Somebody's decision on a case; `at` as the laptop's clock said that never goes back."""

    id: str
    case_id: str
    decision: str
    settled_by: str
    at: str


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


def recorded_twice(recordings: Iterable[tuple[str, str]], shown: Mapping[str, str]) -> set[Contradiction]:
    """Recordings (request, resident) of one person, under whichever of the person's rows."""
    return _shared(CaseKind.RECORDED_TWICE, ((request, shown.get(person, person)) for request, person in recordings))


def two_closings(closings: Iterable[ClosingFact]) -> set[Contradiction]:
    """Closings of one table in one shift of which none supersedes the other."""
    known = list(closings)
    superseded = {closing.supersedes_id for closing in known if closing.supersedes_id != closing.id}
    valid = (each for each in known if each.id not in superseded)
    return _shared(CaseKind.TWO_CLOSINGS, ((each.id, f"{each.shift_id} {each.table}") for each in valid))


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


def shown_settlement(settlements: Iterable[Settlement]) -> Settlement | None:
    """The decision that shows where several were made: the later one. All of them are kept."""
    return max(settlements, key=lambda each: (each.at, each.id), default=None)


def case_state(settlement: Settlement | None, *, is_there: bool) -> CaseState:
    """Where a case stands; `is_there` while the facts still contradict each other."""
    if settlement is not None:
        return CaseState.SETTLED
    return CaseState.OPEN if is_there else CaseState.WITHDRAWN


def _shared(kind: CaseKind, members: Iterable[tuple[str, str]]) -> set[Contradiction]:
    """The subjects that more than one member shares."""
    found: dict[str, set[str]] = defaultdict(set)
    for member, subject in members:
        found[subject].add(member)
    return {Contradiction(kind, subject, tuple(sorted(ids))) for subject, ids in found.items() if len(ids) > 1}
