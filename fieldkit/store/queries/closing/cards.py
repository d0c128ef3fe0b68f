"""Cards in the closing of a shift: those it printed, and those of earlier shifts that it handed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.cards.card import CardFact, Where, position
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.facts import HANDED_OVER, card_facts, ended_by


@dataclass(frozen=True, slots=True)
class CardFigures:
    """Cards of a shift. Those of an earlier shift are in no balance: they were printed in that one."""

    printed: int
    handed_over: int
    handed_of_earlier: int

    @property
    def held(self) -> int:
        """Printed, and not with their owners."""
        return self.printed - self.handed_over


def card_figures(database: Database, shift_id: str, until: str = "") -> CardFigures:
    """Cards that a shift printed and that are with their owners now, and older ones that it handed over.

    A print that a check has ended is no card; a card that came back from the wrong person is not handed over. Of a
    shift that ended before (`until`) it is told how they were then: other sessions went on with its cards.
    """
    prints = dict(database.rows(_PRINTS, shift_id, until))
    given = dict(database.rows(_HANDED, shift_id))
    known = card_facts(database, {*prints.values(), *given})
    found = {
        request: position(_before(facts, until) if until and given.get(request, "") <= until else facts)
        for request, facts in known.items()
    }
    with_owner = {request: at.print_id for request, at in found.items() if at.where is Where.OWNER}
    # Where a clock went back a handover may stand before its print, and then names none.
    own = {id_ for id_, request in prints.items() if with_owner.get(request) in ("", id_)}
    of_own = {prints[id_] for id_ in own}
    return CardFigures(len(prints), len(own), len((given.keys() & with_owner.keys()) - of_own))


def _before(facts: list[CardFact], until: str) -> list[CardFact]:
    return [fact for fact in facts if fact.at <= until]


_HANDED: Final = (
    f"SELECT h.request_id, max(h.at) FROM card_handover h WHERE h.shift_id = ? AND {HANDED_OVER} GROUP BY h.request_id"
)
_ENDED_THEN: Final = ended_by("(?2 = '' OR c.shift_id = ?1 OR c.at <= ?2)")
_PRINTS: Final = f"SELECT p.id, p.request_id FROM card_print p WHERE p.shift_id = ?1 AND NOT {_ENDED_THEN}"
