"""Somebody asks where the card is: found by receipt, NIK tail or name, in one line; and who never heard of theirs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fieldkit.domain.cards.card import CardState, Check, Placing
from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.requests.service import Paper, Reason, Step
from fieldkit.records.tables import NOTICE_STEP
from fieldkit.store.queries.cards.page import CardsView, cards_view
from fieldkit.store.queries.cards.story import card_story
from fieldkit.store.store import Store
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.cards.printing import check_card, print_card
from fieldkit.work.table.outcomes import note_step
from tests.laptops import JATI, StillClock, add_people, add_user, laptop, let_print, opened, registered

DAY = "2019-02-23"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Store:
    store = laptop(tmp_path, clock)
    add_user(store)
    let_print(store)
    opened(store, blanks=3)
    return store


def view(store: Store, typed: str = "", day: str = DAY) -> CardsView:
    return store.query(cards_view, store.user, day, typed)


def lost(store: Store, name: str = "MAIMUNAH") -> tuple[str, str]:
    """Somebody of the list lost the card; returns the request and the reference on the receipt."""
    (resident,) = add_people(store, name)
    papers = (Paper.POLICE_LOSS_LETTER, Paper.FAMILY_CARD)
    done = registered(store, resident, reason=Reason.LOST, recorded_before=None, papers=papers)
    store.execute(note_step, done.request_id, Step.ACCEPTED_FOR_REPRINT)
    return done.request_id, done.receipt_ref


def recorded(store: Store, how_many: int) -> list[str]:
    requests = []
    for resident in add_people(store, *(f"WARGA {number}" for number in range(how_many))):
        request = registered(store, resident, phone="0812000099" + str(len(requests)).zfill(2)).request_id
        store.execute(note_step, request, Step.RECORDED)
        requests.append(request)
    return requests


def test_a23_who_lost_the_card_in_september_and_heard_nothing_by_october_is_found_with_the_reason(
    tmp_path: Path,
) -> None:
    clock = StillClock(datetime(2016, 9, 12, 3, 0, tzinfo=UTC))
    store = laptop(tmp_path / "office", clock)
    add_user(store)
    let_print(store)
    opened(store, blanks=3)
    maimunah, reference = lost(store)
    recorded(store, 3)
    clock.now = datetime(2016, 10, 10, 3, 0, tzinfo=UTC)
    now = view(store, day="2016-10-10")
    untold = {row.request_id: (row.wait, row.reason) for row in now.cards if row.is_untold}
    assert untold[maimunah] == (Wait.SCARCITY, Reason.LOST)
    for asked in (reference, reference.lower(), "maimunah", "9901"):
        found = view(store, asked).found
        assert found is not None
        assert maimunah in [row.request_id for row in found]


def test_who_was_told_is_not_on_the_list_of_those_who_heard_nothing(store: Store) -> None:
    (request,) = recorded(store, 1)
    store.execute(print_card, request)
    assert [row.is_untold for row in view(store).cards] == [True]
    at = "2019-02-23T10:00:00.000Z"
    store.execute(
        lambda unit: unit.insert(
            NOTICE_STEP, JATI, request_id=request, sequence=1, channel="sms", state="accepted", at=at
        )
    )
    assert [(row.is_untold, row.told_at) for row in view(store).cards] == [(False, at)]


def test_nothing_is_looked_for_before_two_letters_and_nobody_is_said_to_be_nobody(store: Store) -> None:
    recorded(store, 1)
    assert view(store, "w").found is None
    assert view(store, "zzqx").found == ()


def test_somebody_whose_card_is_not_due_yet_is_found_as_well(store: Store) -> None:
    (resident,) = add_people(store, "SITI NURAINI")
    registered(store, resident)
    found = view(store, "siti nuraini").found
    assert found is not None
    assert [(row.state, row.is_due) for row in found] == [("waiting", False)]
    assert view(store).cards == ()


def test_who_came_to_a_table_is_found_among_many_of_the_same_name(store: Store) -> None:
    people = add_people(store, *(f"SITI WARGA {number}" for number in range(40)))
    request = registered(store, people[-1]).request_id
    found = view(store, "siti").found
    assert found is not None
    assert [row.request_id for row in found] == [request]


def test_the_story_of_a_card_tells_all_of_it_the_newest_first(store: Store, clock: StillClock) -> None:
    (request,) = recorded(store, 1)
    for step in (
        lambda: store.execute(print_card, request),
        lambda: store.execute(check_card, request, Check.PRINT_FAILED, "Bergaris"),
        lambda: store.execute(print_card, request),
        lambda: store.execute(check_card, request, Check.OK),
        lambda: store.execute(place_card, PlaceCard(request, Placing.READY, "Kantor Kel. Jati", "Yuni")),
    ):
        clock.pass_by(minutes=1)
        step()
    told = [(line.kind, line.word) for line in store.query(card_story, request)]
    assert told == [
        ("placed", "ready"), ("checked", "ok"), ("printed", "shift"), ("checked", "print_failed"), ("printed", "shift"),
        ("step", "recorded"), ("registered", "first_recording"),
    ]  # fmt: skip
    assert view(store).places == (("Kantor Kel. Jati", "Yuni"),)


def test_a_card_lies_where_it_was_put_and_an_older_day_shows_what_went_out_on_it(store: Store) -> None:
    (request,) = recorded(store, 1)
    store.execute(print_card, request)
    (row,) = view(store).cards
    assert (row.card.state, row.card.place) == (CardState.PRINTED, "Kantor Kelurahan Jati")
    assert date.fromisoformat(view(store).day) == date(2019, 2, 23)
