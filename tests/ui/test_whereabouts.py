"""Where a card is, in one line: of every state there are words, and those for the resident tell no full name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from fieldkit.domain.cards.card import CardState, Position
from fieldkit.domain.cards.pick_up import Relation
from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.cards.untold import Untold
from fieldkit.domain.national.status import remedy, status_label
from fieldkit.domain.national.track import STOPS_CARDS, NationalState
from fieldkit.domain.requests.service import Reason, RequestState
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.cards.whereabouts import Whereabouts
from fieldkit.ui.whereabouts import answer, badge, for_resident, untold_words

ZONE = "Asia/Jakarta"
TODAY = date(2019, 4, 20)
READY = Position(CardState.READY, "2019-02-03T03:00:00.000Z", "Kel. Jati", "Yuni Lestari")


def card(at: Position = READY, wait: str = "", state: str = RequestState.ACCEPTED_FOR_REPRINT) -> CardRow:
    return CardRow(
        "q1", "r1", "SITI AMINAH", "P2-001", "K7Q2M9XRTB", Reason.LOST, state, "2019-01-20T03:00:00.000Z",
        "2019-10-05", "own", "9901", "35.74.03.1004", "35.74.03.1004", is_urgent=False, told_at="", card=at, wait=wait,
    )  # fmt: skip


def where(at: Position = READY, **more: object) -> Whereabouts:
    return replace(Whereabouts(card(at), TODAY), **more)  # type: ignore[arg-type]


@pytest.mark.usefixtures("themed_app")
def test_a_card_that_is_ready_says_where_since_when_and_what_was_sent() -> None:
    told = where(told=2, told_on=date(2019, 4, 5))
    words = "Kartu SITI A. siap diambil di Kel. Jati sejak 3 Feb, kabar ke-2 sudah terkirim 5 Apr."
    assert for_resident(told, ZONE) == words
    assert "kabarnya belum terkirim" in for_resident(where(), ZONE)


@pytest.mark.parametrize("state", CardState)
def test_every_state_has_words_for_the_clerk_and_for_the_resident(state: CardState, themed_app: QApplication) -> None:
    assert themed_app
    found = where(replace(READY, state=state))
    for words in (for_resident(found, ZONE), answer(found.card, ZONE, TODAY), badge(found.card, ZONE)[0]):
        assert words
        assert "{" not in words
    assert "AMINAH" not in for_resident(found, ZONE)
    assert "9901" not in for_resident(found, ZONE)


@pytest.mark.parametrize("wait", Wait)
def test_every_reason_to_wait_has_words(wait: Wait, themed_app: QApplication) -> None:
    assert themed_app
    queued = Whereabouts(card(Position(), wait), TODAY)
    assert "SITI A." in for_resident(queued, ZONE)
    assert answer(queued.card, ZONE, TODAY)
    assert untold_words(queued.card)


@pytest.mark.parametrize("why", Untold)
def test_every_reason_why_nothing_was_heard_has_words(why: Untold, themed_app: QApplication) -> None:
    assert themed_app
    assert untold_words(card(), why)


@pytest.mark.usefixtures("themed_app")
def test_what_waits_at_the_national_centre_promises_no_day() -> None:
    waiting = replace(Whereabouts(card(Position()), TODAY), national="sent")
    assert "masih diproses di pusat" in for_resident(waiting, ZONE)


@pytest.mark.parametrize("status", sorted(STOPS_CARDS))
@pytest.mark.usefixtures("themed_app")
def test_who_stands_at_a_stop_of_the_centre_hears_what_to_do_and_nothing_of_the_status(status: str) -> None:
    stop = NationalState(status, "", "2019-02-20", "2019-02-20")
    held = replace(card(Position(), Wait.AT_CENTRE), stop=stop)
    where = Whereabouts(held, TODAY, national=status)
    assert "belum bisa dicetak" in for_resident(where, ZONE)
    assert str(status_label(status)).lower() not in for_resident(where, ZONE).lower()
    line = answer(held, ZONE, TODAY)
    assert "per 20-02-2019" in line
    assert str(remedy(status)) in line
    assert badge(held, ZONE) == ("Ditahan di pusat", "warn")


@pytest.mark.usefixtures("themed_app")
def test_a_card_that_was_fetched_says_by_whom_without_the_full_name() -> None:
    given = replace(READY, state=CardState.HANDED_OVER, place="", custodian="BUDI HARTONO")
    assert "kepada pemiliknya (sendiri)" in for_resident(where(given, relation=Relation.OWNER), ZONE)
    assert "kepada BUDI H. (satu KK)" in for_resident(where(given, relation=Relation.SAME_FAMILY_CARD), ZONE)


@pytest.mark.parametrize("state", [RequestState.WAITING, RequestState.INCOMPLETE_PAPERS, RequestState.CANCELLED])
def test_a_request_without_a_card_says_so(state: RequestState, themed_app: QApplication) -> None:
    assert themed_app
    assert "20 Jan" in for_resident(Whereabouts(card(Position(), state=state), TODAY), ZONE)
