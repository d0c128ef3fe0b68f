"""Somebody applied for a card and heard nothing: why that is (F-K3, A23)."""

from __future__ import annotations

from enum import StrEnum

from fieldkit.domain.cards.card import OF_BATCH, CardState
from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.people.phone import PhoneOwner


class Untold(StrEnum):
    """What kept the news from coming."""

    POSTPONED = "postponed"
    """Blanks are scarce, and others come first; or the head has its reason wait."""
    UNDER_AGE = "under_age"
    IN_QUESTION = "in_question"
    AT_OFFICE = "at_office"
    NO_NIK = "no_nik"
    AT_CENTRE = "at_centre"
    NOT_PRINTED = "not_printed"
    NOT_READY = "not_ready"
    """It is printed, and nobody put it where it can be fetched."""
    NO_NUMBER = "no_number"
    STOPPED = "stopped"
    FAILED = "failed"
    """The gateway, or whoever called, did not reach anybody."""
    NOT_SENT = "not_sent"


_OF_WAIT = {
    Wait.SCARCITY: Untold.POSTPONED,
    Wait.POSTPONED: Untold.POSTPONED,
    Wait.UNDER_AGE: Untold.UNDER_AGE,
    Wait.IN_QUESTION: Untold.IN_QUESTION,
    Wait.AT_OFFICE: Untold.AT_OFFICE,
    Wait.NO_NIK: Untold.NO_NIK,
    Wait.AT_CENTRE: Untold.AT_CENTRE,
}
_FAILED = frozenset({"rejected", "failed", "expired", "unreachable", "unknown"})
_NO_NUMBER = frozenset({"no_number", "landline"})


def why_untold(state: CardState, wait: str, phone_answer: str, last: str = "", cause: str = "") -> Untold:
    """The reason, from where the card is and from the last word about a message, where there is one."""
    if state is CardState.QUEUED:
        return _OF_WAIT[Wait(wait)] if wait else Untold.NOT_PRINTED
    if state is not CardState.READY and state not in OF_BATCH:
        return Untold.NOT_READY
    if last == "suppressed":
        return Untold.STOPPED
    if cause in _NO_NUMBER or phone_answer == PhoneOwner.NONE:
        return Untold.NO_NUMBER
    return Untold.FAILED if last in _FAILED else Untold.NOT_SENT
