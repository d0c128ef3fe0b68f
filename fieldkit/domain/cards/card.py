"""A card on its way: what happened to it, in whatever order it is told, leads to one state and one place (4.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from fieldkit.domain.stock.movements import SpoilReason


class CardState(StrEnum):
    """Where a card stands."""

    QUEUED = "queued"
    PRINTED = "printed"
    CHECKED = "checked"
    READY = "ready"
    IN_BATCH = "in_handover_batch"
    """It is set aside for its district, and still lies at the office."""
    ON_THE_WAY = "on_the_way"
    """Whoever gives has signed for it, and whoever receives has not."""
    AT_DISTRICT = "at_district"
    MISSING = "missing"
    """It was signed for and did not arrive; whoever gave it answers for it."""
    HANDED_OVER = "handed_over"
    RETURNED = "returned_wrong_person"
    OWNER_DECEASED = "owner_deceased"
    OWNER_MOVED = "owner_moved"
    WITHDRAWN = "withdrawn"
    BOXED = "boxed"


class Where(StrEnum):
    """The one place that a card has."""

    NOWHERE = "nowhere"
    """There is no card yet, or none any more."""
    TABLE = "table"
    SHELF = "shelf"
    ROAD = "road"
    """Between the office and a district."""
    OWNER = "owner"
    BOX = "box"
    """With the spoiled ones, until it is destroyed."""


class Check(StrEnum):
    """What came of looking at a printed card: data and chip. All but the first end that print."""

    OK = "ok"
    ENCODE_FAILED = "encode_failed"
    PRINT_FAILED = "print_failed"
    WRONG_DATA = "wrong_data"
    PRINTED_TWICE = "printed_twice"
    """Nothing is wrong with it, but there is another piece of the same card."""
    NOT_PRINTED = "not_printed"
    """The print was booked by mistake: its blank never left the table."""


class Placing(StrEnum):
    """What is said of a card that was made."""

    READY = "ready"
    BATCHED = "in_handover_batch"
    SENT = "sent_to_district"
    AT_DISTRICT = "at_district"
    MISSING = "missing"
    RETURNED = "returned_wrong_person"
    OWNER_DECEASED = "owner_deceased"
    OWNER_MOVED = "owner_moved"
    WITHDRAWN = "withdrawn"
    BOXED = "boxed"
    """It was withdrawn, and lies with the spoiled pieces until it is destroyed."""
    AGAIN = "handed_over_again"
    """Why it was handed over although it had been before: a reason, and no other place."""
    UNSEEN = "handed_over_unseen"
    """Why it was handed over although nobody here knew of its print: a reason, and no other place."""
    UNCHECKED = "handed_over_unchecked"
    """It was handed over although nobody had looked at data and chip: a doubt, and no other place."""
    UNDONE = "undone"
    """A fact of the card was written by mistake: where others tell a place, this one names that fact."""


class Kind(StrEnum):
    """The facts of a card, in the order in which they follow at one instant."""

    PRINT = "1_print"
    CHECK = "2_check"
    PLACE = "3_place"
    HANDOVER = "4_handover"


@dataclass(frozen=True, slots=True)
class CardFact:
    """One fact of a card. `word` is the result of a check or what a placing says; `print_id` the print it is about."""

    kind: Kind
    at: str
    id: str
    word: str = ""
    print_id: str = ""
    place: str = ""
    custodian: str = ""
    batch: str = ""
    """The batch for a district by which it lies there."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a card is, since when, and who keeps it; and how often it was made and given away."""

    state: CardState = CardState.QUEUED
    since: str = ""
    place: str = ""
    custodian: str = ""
    print_id: str = ""
    handovers: int = 0
    returns: int = 0
    spoiled: int = 0
    pieces: int = 0
    """Prints that nothing has ended: more than one where two tables printed it."""
    batch: str = ""
    """The batch in which it went to its district, or is to go."""

    @property
    def where(self) -> Where:
        """The one place."""
        return _WHERE[self.state]


@dataclass
class _Walk:
    """A position on the way, and what the facts so far said of its prints."""

    at: Position = field(default_factory=Position)
    prints: dict[str, CardFact] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def live(self) -> list[CardFact]:
        """Prints that nothing has ended, the last one last."""
        return [fact for id_, fact in self.prints.items() if id_ not in self.ended]


SPOILING: Final = frozenset({Check.ENCODE_FAILED, Check.PRINT_FAILED, Check.WRONG_DATA, Check.PRINTED_TWICE})
"""Checks by which a piece is spoiled."""
ENDING: Final = SPOILING | {Check.NOT_PRINTED}
"""Checks by which a print is none any more, so that the card is queued again."""
OF_BATCH: Final = frozenset({CardState.IN_BATCH, CardState.ON_THE_WAY, CardState.AT_DISTRICT, CardState.MISSING})
"""States of a card that waited too long, and goes to its district (F-K2)."""
IN_HAND: Final = OF_BATCH | {CardState.PRINTED, CardState.CHECKED, CardState.READY, CardState.RETURNED}
"""States of a card that lies somewhere and may be handed over."""
CARE_OF_OFFICE: Final = frozenset(
    {CardState.OWNER_DECEASED, CardState.OWNER_MOVED, CardState.WITHDRAWN, CardState.BOXED}
)
"""States of a card that nobody comes for any more."""
WITHDRAWN: Final = frozenset({CardState.WITHDRAWN, CardState.BOXED})
"""Those of them that end: it only goes on to be destroyed."""
SPOIL_OF_CHECK: Final[Mapping[str, SpoilReason]] = {
    Check.ENCODE_FAILED: SpoilReason.ENCODE_FAILED,
    Check.PRINT_FAILED: SpoilReason.PRINT_FAILED,
    Check.WRONG_DATA: SpoilReason.WRONG_DATA,
    Check.PRINTED_TWICE: SpoilReason.PRINTED_TWICE,
}
_WHERE: Final = {
    CardState.QUEUED: Where.NOWHERE,
    CardState.PRINTED: Where.TABLE,
    CardState.CHECKED: Where.TABLE,
    CardState.READY: Where.SHELF,
    CardState.IN_BATCH: Where.SHELF,
    CardState.ON_THE_WAY: Where.ROAD,
    CardState.AT_DISTRICT: Where.SHELF,
    CardState.MISSING: Where.ROAD,
    CardState.HANDED_OVER: Where.OWNER,
    CardState.RETURNED: Where.SHELF,
    CardState.OWNER_DECEASED: Where.SHELF,
    CardState.OWNER_MOVED: Where.SHELF,
    CardState.WITHDRAWN: Where.SHELF,
    CardState.BOXED: Where.BOX,
}
NEXT_PLACINGS: Final[Mapping[CardState, frozenset[Placing]]] = {
    CardState.HANDED_OVER: frozenset({Placing.RETURNED, Placing.WITHDRAWN}),
    CardState.WITHDRAWN: frozenset({Placing.BOXED}),
    CardState.BOXED: frozenset(),
}
"""What alone may be said of a card that its owner has, or that is nobody's any more (4.4)."""


def position(facts: Iterable[CardFact]) -> Position:
    """The one state and place that the facts lead to, by their time; the order in which they arrived counts nothing.

    A handover happened whatever else is said: only the return of the card or its withdrawal follows it. A fact that
    the machine has no place for is kept and changes nothing.
    """
    known = standing(facts)
    if not known:
        return _QUEUED
    walk = _Walk()
    for fact in sorted(known, key=_in_order) if len(known) > 1 else known:
        _TURNS[fact.kind](walk, fact)
    return replace(walk.at, pieces=len(walk.live())) if walk.prints else walk.at


def standing(facts: Iterable[CardFact]) -> list[CardFact]:
    """The facts that nobody took back as written by mistake."""
    known = list(facts)
    undone = {fact.place for fact in known if fact.kind is Kind.PLACE and fact.word == Placing.UNDONE}
    return [fact for fact in known if fact.id not in undone] if undone else known


def _in_order(fact: CardFact) -> tuple[str, str, str]:
    return fact.at, fact.kind, fact.id


def live_prints(prints: Iterable[str], checks: Iterable[tuple[str, str]]) -> set[str]:
    """The prints that no check (print, result) has ended; of one card there is one at most."""
    return set(prints) - {print_id for print_id, result in checks if result in ENDING}


def _print(walk: _Walk, fact: CardFact) -> None:
    walk.prints[fact.id] = fact
    if walk.at.state is CardState.QUEUED and fact.id not in walk.ended:
        _take_up(walk, fact)


def _check(walk: _Walk, fact: CardFact) -> None:
    if fact.word in SPOILING and fact.print_id not in walk.ended:
        walk.at = replace(walk.at, spoiled=walk.at.spoiled + 1)
    if fact.word in ENDING:
        walk.ended.add(fact.print_id)
        _lose(walk, fact)
    elif fact.word == Check.OK and walk.at.state is CardState.PRINTED and walk.at.print_id == fact.print_id:
        walk.at = replace(walk.at, state=CardState.CHECKED, since=fact.at)


def _lose(walk: _Walk, fact: CardFact) -> None:
    """The card in hand is none any more; where it was printed twice the other one is it now."""
    if walk.at.print_id != fact.print_id or walk.at.state not in IN_HAND:
        return
    others = walk.live()
    walk.at = replace(walk.at, state=CardState.QUEUED, since=fact.at, place="", custodian="", print_id="", batch="")
    if others:
        _take_up(walk, others[-1])


def _take_up(walk: _Walk, fact: CardFact) -> None:
    walk.at = replace(
        walk.at,
        batch="",
        state=CardState.PRINTED,
        since=fact.at,
        place=fact.place,
        custodian=fact.custodian,
        print_id=fact.id,
    )


def _place(walk: _Walk, fact: CardFact) -> None:
    if fact.word not in _STATE_OF_PLACING or not _may_be_placed(walk, fact):
        return
    state = _STATE_OF_PLACING[fact.word]
    came_back = int(state is CardState.RETURNED and walk.at.state is CardState.HANDED_OVER)
    walk.at = replace(
        walk.at,
        state=state,
        since=fact.at,
        place=fact.place,
        custodian=fact.custodian,
        returns=walk.at.returns + came_back,
        batch=fact.batch if state in OF_BATCH else "",
    )


def _may_be_placed(walk: _Walk, fact: CardFact) -> bool:
    state, word = walk.at.state, fact.word
    if state in NEXT_PLACINGS:
        return word in NEXT_PLACINGS[state]
    if word in _FROM and state is not CardState.QUEUED:
        # Of two batches the first has the card; only a signature is more than a draft.
        is_free = state not in (CardState.ON_THE_WAY, CardState.MISSING) or walk.at.batch == fact.batch
        return state in _FROM[Placing(word)] and is_free
    # A card of which no print is known here was printed elsewhere, by somebody who wrote it down otherwise.
    is_there = state is not CardState.QUEUED or not walk.prints
    return is_there and word not in (Placing.RETURNED, Placing.BOXED)


def _hand_over(walk: _Walk, fact: CardFact) -> None:
    already = walk.at.state is CardState.HANDED_OVER
    walk.at = replace(
        walk.at,
        state=CardState.HANDED_OVER,
        since=walk.at.since if already else fact.at,
        place="",
        batch="",
        custodian=walk.at.custodian if already else fact.custodian,
        handovers=walk.at.handovers + 1,
    )


_QUEUED: Final = Position()
"""Of a card of which nothing is known."""
_FROM: Final[Mapping[Placing, frozenset[CardState]]] = {
    Placing.BATCHED: frozenset({CardState.READY}),
    Placing.SENT: frozenset({CardState.READY, CardState.IN_BATCH}),
    Placing.MISSING: frozenset({CardState.IN_BATCH, CardState.ON_THE_WAY}),
}
"""Where alone a card comes from into a batch, onto the road, and to be missing there."""
_STATE_OF_PLACING: Final[Mapping[str, CardState]] = {
    Placing.READY: CardState.READY,
    Placing.BATCHED: CardState.IN_BATCH,
    Placing.SENT: CardState.ON_THE_WAY,
    Placing.AT_DISTRICT: CardState.AT_DISTRICT,
    Placing.MISSING: CardState.MISSING,
    Placing.RETURNED: CardState.RETURNED,
    Placing.OWNER_DECEASED: CardState.OWNER_DECEASED,
    Placing.OWNER_MOVED: CardState.OWNER_MOVED,
    Placing.WITHDRAWN: CardState.WITHDRAWN,
    Placing.BOXED: CardState.BOXED,
}
_TURNS: Final[Mapping[Kind, Callable[[_Walk, CardFact], None]]] = {
    Kind.PRINT: _print,
    Kind.CHECK: _check,
    Kind.PLACE: _place,
    Kind.HANDOVER: _hand_over,
}
