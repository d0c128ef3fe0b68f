"""The pile at the office: where it is from, whose turn it is, and that no card of it is ever in two places."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldkit.domain.cards.batches import Difference, FoundDifferent
from fieldkit.domain.cards.card import OF_BATCH, CardState, Placing, Where
from fieldkit.domain.cards.handover import Minutes
from fieldkit.domain.cards.pick_up import PlaceKind, Receiving
from fieldkit.domain.errors import RuleError
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.cards.batches import batch_cards, batches, number_for
from fieldkit.store.queries.cards.facts import positions
from fieldkit.store.store import Store
from fieldkit.work.cards.batches import (
    CrossOut,
    ReceiveBatch,
    SendBatch,
    cross_out,
    make_batch,
    receive_batch,
    send_batch,
    undo_batch,
)
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.places import PlaceCard, place_card
from fieldkit.work.sign_in import Signer
from tests.laptops import JATI, StillClock, add_user, laptop, signing_lead
from tests.uncollected import piles, uncollected

MAYANGAN = JATI[:8]
PALEMBANG: Final = {"16.71.07.1001": 1_046, "16.71.02.1002": 900, "16.71.01.1003": 700}
"""Invented shares of the 2,646; the article tells which district has most, and not how many."""


def test_a18_the_pile_by_district_adds_up_and_sukarame_is_found_as_sukarami(tmp_path: Path) -> None:
    store = laptop(tmp_path / "office", StillClock(datetime(2016, 11, 1, 3, 0, tzinfo=UTC)))
    store.user = add_user(store, "Dewi Anggraini", role="clerk")
    uncollected(store, PALEMBANG, ready_on=date(2016, 7, 4), told_on=[date(2016, 7, 4)])
    rows = store.query(piles, date(2016, 10, 31))
    assert sum(row.ready for row in rows) == 2_646
    regions = RegionTable(resources_dir() / "regions")
    named = regions.search("Sukarame", within="16.71")
    assert named[0].code == "16.71.07"
    assert rows[0].district == "16.71.07"
    assert rows[0].eligible == 0
    # Three in six months: the whole pile of the district goes with one paper.
    assert sum(row.ready for row in rows if row.district == "16.71.07") == 1_046


MOVES: Final = ("make", "undo", "cross", "send", "receive", "receive_less", "fetch", "place")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 3)), min_size=3, max_size=14))
def test_every_card_has_one_place_and_one_keeper_whatever_is_done_in_whatever_order(
    moves: list[tuple[str, int]],
) -> None:
    with TemporaryDirectory() as folder:
        clock = StillClock()
        store = laptop(Path(folder) / "office", clock)
        signer = signing_lead(store)
        store.user = add_user(store, "Dewi Anggraini", role="planner")
        requests = uncollected(store, {JATI: 4})
        for move, number in moves:
            clock.pass_by(minutes=1)
            with suppress(RuleError):
                _do(store, signer, move, requests[number])
            _hold(store, requests)
        store.close()


def _hold(store: Store, requests: list[str]) -> None:
    cards = store.query(positions, requests)
    for card in cards.values():
        assert card.state is not CardState.QUEUED
        assert bool(card.custodian)
        assert (card.where is Where.OWNER) == (card.place == "")
        assert bool(card.batch) == (card.state in OF_BATCH)
    told = store.query(batches)
    for batch in told:
        if batch.record_id == "":
            listed = [card.request_id for card in store.query(batch_cards, batch.id)]
            assert {cards[request].batch for request in listed} == {batch.id}
    drafts = [card.request_id for batch in told if not batch.record_id for card in store.query(batch_cards, batch.id)]
    assert len(drafts) == len(set(drafts))
    assert sum(batch.waiting for batch in told) == sum(card.state in OF_BATCH for card in cards.values())


def _do(store: Store, signer: Signer, move: str, request: str) -> None:
    known = store.query(batches)
    batch = known[0].id if known else ""
    minutes = Minutes(store.query(number_for, 2019))
    if move == "make":
        store.execute(make_batch, MAYANGAN)
    elif move == "undo":
        store.execute(undo_batch, batch)
    elif move == "cross":
        store.execute(cross_out, CrossOut(batch, request, "Tidak ada di kotak"))
    elif move == "send":
        store.execute(send_batch, SendBatch(batch, MAYANGAN, "Kec. Mayangan", minutes), signer)
    elif move == "fetch":
        shown = Receiving("yang bersangkutan", "KK", old_card_taken=False, place_kind=PlaceKind.OFFICE)
        store.execute(hand_over_card, HandOver(request, shown, why="lagi"))
    elif move == "place":
        store.execute(place_card, PlaceCard(request, Placing.READY, "Kantor Dinas", "Yuni Lestari"))
    elif batch:
        listed = [each for each in store.query(batch_cards, batch) if each.card.state is not CardState.HANDED_OVER]
        is_less = move == "receive_less" and request in {each.request_id for each in listed}
        found = (FoundDifferent(Difference.MISSING, "WARGA", request),) if is_less else ()
        counted = len(listed) - len(found)
        taken = ReceiveBatch(batch, counted, "Kantor Kec. Mayangan", minutes, found)
        store.execute(receive_batch, taken, signer)


def test_the_pile_is_looked_at_on_the_day_and_no_sooner(store: Store) -> None:
    store.user = add_user(store, "Dewi Anggraini", role="clerk")
    uncollected(store, {JATI: 1})
    first = date(2019, 1, 1)
    eligible = [store.query(piles, day)[0].eligible for day in (first - timedelta(1), first)]
    assert eligible == [0, 1]
    with pytest.raises(RuleError):
        store.execute(make_batch, "35.74.99")
