"""What ends a visit, on laptop and centre alike: then nobody waits, nobody sees why, and it is erased (F-P3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fieldkit.domain.cards.card import Placing
from fieldkit.domain.lists.listing import takes_off_the_list
from fieldkit.domain.lists.proposal import OfficeDecision
from fieldkit.domain.requests.service import Step
from fieldkit.domain.visits.visit import ends_visit


class Fact(StrEnum):
    """The kinds of facts about a person that may end a visit."""

    ATTEMPT = "attempt"
    STEP = "step"
    HANDOVER = "handover"
    PLACE = "place"
    PROPOSAL = "proposal"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as it was written; `about` is what it takes back or decides, or where a card is put."""

    fact: Fact
    id: str
    at: str
    says: str = ""
    about: str = ""
    next_step: str = ""
    version: int = 0
    """In the feed; 0 on a laptop, which goes by the time."""


_RECORDED = frozenset({Step.RECORDED, Step.RECORDED_WITH_EXCEPTION})


def endings(facts: Iterable[Told]) -> list[Told]:
    """Those of a person's facts, in the order in which they were written, after which nobody has to go there again.

    An attempt that leaves nothing to do, or a request that was withdrawn; a recording, wherever; a card that was handed
    over; and the office's last word that takes somebody off the list. What was taken back ends nothing.
    """
    told = list(facts)
    taken_back = {each.about for each in told if _takes_back(each)}
    standing = [each for each in told if each.id not in taken_back]
    proposed = {each.id: each.says for each in standing if each.fact is Fact.PROPOSAL}
    last_words = {each.about: each for each in standing if each.fact is Fact.DECISION}
    return [
        *(each for each in standing if _ends(each)),
        *(word for about, word in last_words.items() if _takes_off(word, proposed.get(about, ""))),
    ]


def _takes_back(each: Told) -> bool:
    if each.fact is Fact.PLACE:
        return each.says == Placing.UNDONE
    return bool(each.about) and each.fact is not Fact.DECISION


def _ends(each: Told) -> bool:
    if each.fact is Fact.ATTEMPT:
        return not each.about and ends_visit(each.says, each.next_step)
    return each.fact is Fact.HANDOVER or (each.fact is Fact.STEP and each.says in _RECORDED)


def _takes_off(word: Told, kind: str) -> bool:
    return word.says == OfficeDecision.APPROVED and takes_off_the_list(kind)
