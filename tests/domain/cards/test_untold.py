"""Why somebody who applied has heard nothing (A23)."""

from __future__ import annotations

import pytest

from fieldkit.domain.cards.card import CardState
from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.cards.untold import Untold, why_untold


def test_a23_a_lost_card_that_waits_for_blanks_is_postponed() -> None:
    assert why_untold(CardState.QUEUED, Wait.SCARCITY, "own") is Untold.POSTPONED
    assert why_untold(CardState.QUEUED, Wait.POSTPONED, "own") is Untold.POSTPONED


@pytest.mark.parametrize("wait", Wait)
def test_each_reason_to_wait_is_told(wait: Wait) -> None:
    assert why_untold(CardState.QUEUED, wait, "own") in set(Untold)


@pytest.mark.parametrize(
    ("phone", "last", "cause", "why"),
    [
        ("own", "", "", Untold.NOT_SENT),
        ("none", "", "", Untold.NO_NUMBER),
        ("own", "call_list", "no_number", Untold.NO_NUMBER),
        ("own", "call_list", "landline", Untold.NO_NUMBER),
        ("own", "suppressed", "stopped", Untold.STOPPED),
        ("own", "failed", "", Untold.FAILED),
        ("own", "expired", "", Untold.FAILED),
        ("own", "unreachable", "", Untold.FAILED),
        ("own", "queued", "", Untold.NOT_SENT),
    ],
)
def test_of_a_card_that_lies_ready_the_last_word_about_its_message_tells(
    phone: str, last: str, cause: str, why: Untold
) -> None:
    assert why_untold(CardState.READY, "", phone, last, cause) is why


def test_what_is_printed_and_not_put_away_can_not_be_announced() -> None:
    assert why_untold(CardState.CHECKED, "", "own") is Untold.NOT_READY
    assert why_untold(CardState.QUEUED, "", "own") is Untold.NOT_PRINTED
