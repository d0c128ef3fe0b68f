"""Cards that nobody fetched: set aside for their district, signed for, counted in there, and never in two places."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from fieldkit.domain.cards.batches import BatchState, Difference, FoundDifferent
from fieldkit.domain.cards.card import CardState, Position, Where
from fieldkit.domain.cards.handover import Minutes
from fieldkit.domain.cards.pick_up import PlaceKind, Receiving
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.records.tables import SETTING
from fieldkit.store.queries.cards.batches import (
    Batch,
    batch_cards,
    batch_of,
    batches,
    eligible_cards,
    number_for,
    record,
)
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.cards.page import cards_view
from fieldkit.store.queries.stock.records import signed_records
from fieldkit.store.store import Store
from fieldkit.work.cards.batches import (
    CrossOut,
    FindCard,
    ReceiveBatch,
    SendBatch,
    cross_out,
    find_card,
    make_batch,
    receive_batch,
    send_batch,
    undo_batch,
)
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.undoing import undo_card_step
from fieldkit.work.sign_in import Signer
from tests.laptops import JATI, REGENCY, StillClock, add_user, laptop, signing_lead
from tests.uncollected import KANIGARAN, MANGUNHARJO, one_uncollected, piles, uncollected

MAYANGAN = JATI[:8]
AT = "Kantor Kec. Mayangan"
DAY = date(2019, 2, 23)


@pytest.fixture
def signer(store: Store) -> Signer:
    return signing_lead(store)


@pytest.fixture
def clerk(store: Store, signer: Signer) -> UserId:
    store.user = add_user(store, "Dewi Anggraini", role="clerk")
    return store.user


def card(store: Store, request: str) -> Position:
    return store.query(position_of, request)


def states(store: Store, *requests: str) -> list[str]:
    return [str(card(store, request).state) for request in requests]


def the_batch(store: Store, batch: str) -> Batch:
    found = store.query(batch_of, batch)
    assert found is not None
    return found


def minutes(store: Store) -> Minutes:
    return Minutes(store.query(number_for, 2019), other_party="Bu Sari, kecamatan")


def sent(store: Store, signer: Signer, batch: str) -> str:
    return store.execute(send_batch, SendBatch(batch, MAYANGAN, "Kec. Mayangan", minutes(store)), signer)


def received(store: Store, signer: Signer, batch: str, counted: int, *found: FoundDifferent) -> str:
    return store.execute(receive_batch, ReceiveBatch(batch, counted, AT, minutes(store), found), signer)


def refusal(store: Store, verb: object, *values: object) -> str:
    with pytest.raises(RuleError) as caught:
        store.execute(verb, *values)  # type: ignore[arg-type]
    return caught.value.problems[0].code


@pytest.mark.usefixtures("clerk")
def test_only_cards_of_which_three_notices_count_are_set_aside_for_their_district(store: Store) -> None:
    mine = uncollected(store, {JATI: 2, MANGUNHARJO: 1})
    other, early = one_uncollected(store, KANIGARAN), one_uncollected(store, told_on=[date(2018, 12, 1)])
    rows = {row.district: (row.ready, row.eligible) for row in store.query(piles, DAY)}
    assert rows == {MAYANGAN: (4, 3), KANIGARAN[:8]: (1, 1)}
    batch = store.execute(make_batch, MAYANGAN)
    assert states(store, *mine) == ["in_handover_batch"] * 3
    assert states(store, other, early) == ["ready", "ready"]
    assert {(card(store, each).place, card(store, each).custodian) for each in mine} == {
        ("Kantor Dinas", "Yuni Lestari")
    }
    found = the_batch(store, batch)
    assert (found.district, found.cards, found.state) == (MAYANGAN, 3, BatchState.DRAFT)


@pytest.mark.usefixtures("clerk")
def test_a_card_is_in_one_batch_at_a_time(store: Store) -> None:
    uncollected(store, {JATI: 2})
    store.execute(make_batch, MAYANGAN)
    assert store.query(eligible_cards, DAY) == []
    assert refusal(store, make_batch, MAYANGAN) == "no_cards"


@pytest.mark.usefixtures("clerk")
def test_a_draft_is_taken_back_and_its_cards_lie_ready_as_before(store: Store) -> None:
    requests = uncollected(store, {JATI: 2})
    before = [card(store, each) for each in requests]
    batch = store.execute(make_batch, MAYANGAN)
    assert store.execute(undo_batch, batch) == 2
    assert [card(store, each) for each in requests] == before
    assert store.query(batches) == []
    assert store.execute(make_batch, MAYANGAN) != batch


@pytest.mark.usefixtures("clerk")
def test_a_card_is_crossed_out_with_a_note_and_the_crossing_out_is_taken_back(store: Store, clock: StillClock) -> None:
    first, second = uncollected(store, {JATI: 2})
    batch = store.execute(make_batch, MAYANGAN)
    clock.pass_by(minutes=1)
    assert refusal(store, cross_out, CrossOut(batch, first, " ")) == "no_note"
    fact = store.execute(cross_out, CrossOut(batch, first, "Tidak ada di kotak"))
    assert states(store, first, second) == ["ready", "in_handover_batch"]
    assert the_batch(store, batch).cards == 1
    assert refusal(store, cross_out, CrossOut(batch, first, "lagi")) == "not_in_batch"
    clock.pass_by(minutes=1)
    store.execute(undo_card_step, fact)
    assert the_batch(store, batch).cards == 2


@pytest.mark.usefixtures("clerk")
def test_the_giver_signs_for_names_and_addresses_and_nothing_of_it_changes(store: Store, signer: Signer) -> None:
    first, second = uncollected(store, {JATI: 2})
    batch = store.execute(make_batch, MAYANGAN)
    record_id = sent(store, signer, batch)
    signed = store.query(record, record_id)
    assert signed is not None
    document = json.loads(signed.document)
    assert document["district"] == {"code": MAYANGAN, "name": "Kec. Mayangan"}
    assert [(each["name"], each["address"]) for each in document["cards"]] == [
        ("WARGA AAAI", "Jl. Melati 1 RT 02 RW 05"),
        ("WARGA AABI", "Jl. Melati 2 RT 02 RW 05"),
    ]
    assert all(len(each["nik_tail"]) == 4 for each in document["cards"])
    assert states(store, first, second) == ["on_the_way", "on_the_way"]
    assert card(store, first).place == "Kec. Mayangan"
    assert card(store, first).where is Where.ROAD
    assert the_batch(store, batch).state is BatchState.SIGNED
    for verb, *values in (
        (undo_batch, batch),
        (cross_out, CrossOut(batch, first, "x")),
        (send_batch, SendBatch(batch, MAYANGAN, "Kec. Mayangan", minutes(store)), signer),
    ):
        assert refusal(store, verb, *values) == "signed"
    # It is a paper about cards of people: the stock keeps none of it.
    assert store.query(signed_records) == []


@pytest.mark.usefixtures("clerk")
def test_a_card_that_its_owner_fetched_meanwhile_is_not_sent(store: Store, signer: Signer, clock: StillClock) -> None:
    first, second = uncollected(store, {JATI: 2})
    batch = store.execute(make_batch, MAYANGAN)
    clock.pass_by(minutes=1)
    given(store, first)
    sent(store, signer, batch)
    assert states(store, first, second) == ["handed_over", "on_the_way"]
    assert [each.request_id for each in store.query(batch_cards, batch)] == [second]


def given(store: Store, request: str, *, old_card: bool = False) -> str:
    shown = Receiving("yang bersangkutan", "KK", old_card_taken=old_card, place_kind=PlaceKind.OFFICE)
    return store.execute(hand_over_card, HandOver(request, shown))


@pytest.mark.usefixtures("clerk")
def test_the_receiver_names_each_difference_and_signs_what_was_counted(
    store: Store, signer: Signer, clock: StillClock
) -> None:
    here, gone, broken, fetched = uncollected(store, {JATI: 4})
    extra = one_uncollected(store, told_on=[])
    batch = store.execute(make_batch, MAYANGAN)
    record_id = sent(store, signer, batch)
    clock.pass_by(minutes=1)
    given(store, fetched)
    clock.pass_by(minutes=1)
    found = (
        FoundDifferent(Difference.MISSING, "", gone),
        FoundDifferent(Difference.DAMAGED, "", broken, "Patah"),
        FoundDifferent(Difference.NOT_LISTED, "WARGA AAEI", extra),
        FoundDifferent(Difference.NOT_LISTED, "SOMAT"),
    )
    named = (FoundDifferent(each.kind, each.name or "WARGA", each.request_id, each.note) for each in found)
    found = tuple(named)
    assert refusal(store, receive_batch, ReceiveBatch(batch, 3, AT, minutes(store), found), signer) == "count_differs"
    receipt = store.query(record, received(store, signer, batch, 4, *found))
    assert receipt is not None
    told = json.loads(receipt.document)
    answered = store.query(record, record_id)
    assert answered is not None
    assert told["answers"] == {
        "id": record_id,
        "number": answered.number,
        "sha256": sha256(answered.document.encode()).hexdigest(),
    }
    assert [each["name"] for each in told["collected"]] == ["WARGA AADI"]
    assert [(each["kind"], each["name"]) for each in told["differences"]] == [
        ("missing", "WARGA AABI"), ("damaged", "WARGA AACI"), ("not_listed", "WARGA AAEI"), ("not_listed", "SOMAT"),
    ]  # fmt: skip
    assert states(store, here, gone, broken, fetched, extra) == [
        "at_district", "missing", "withdrawn", "handed_over", "at_district",
    ]  # fmt: skip
    assert (card(store, here).place, card(store, here).custodian) == (AT, "Rina Wulandari")
    assert the_batch(store, batch).state is BatchState.WITH_DIFFERENCES
    assert refusal(store, receive_batch, ReceiveBatch(batch, 4, AT, minutes(store), found), signer) == "received"


@pytest.mark.usefixtures("clerk")
def test_a_missing_card_is_found_and_the_paper_goes_to_the_archive_once_nobody_waits(
    store: Store, signer: Signer, clock: StillClock
) -> None:
    here, gone = uncollected(store, {JATI: 2})
    batch = store.execute(make_batch, MAYANGAN)
    sent(store, signer, batch)
    clock.pass_by(minutes=1)
    received(store, signer, batch, 1, FoundDifferent(Difference.MISSING, "WARGA", gone))
    assert refusal(store, find_card, FindCard(here, AT)) == "not_missing"
    clock.pass_by(minutes=1)
    fact = store.execute(find_card, FindCard(gone, AT))
    assert states(store, here, gone) == ["at_district", "at_district"]
    clock.pass_by(minutes=1)
    store.execute(undo_card_step, fact)
    assert states(store, gone) == ["missing"]
    clock.pass_by(minutes=1)
    store.execute(find_card, FindCard(gone, AT))
    for request in (here, gone):
        clock.pass_by(minutes=1)
        given(store, request)
    assert the_batch(store, batch).state is BatchState.ARCHIVED


@pytest.mark.parametrize(
    ("role", "may_send", "may_take"),
    [
        ("clerk", True, True),
        ("planner", True, True),
        ("admin", True, True),
        ("lead", False, True),
        ("operator", False, False),
    ],
)
def test_who_sends_cards_to_a_district_and_who_takes_them_in(
    store: Store, signer: Signer, clerk: UserId, role: str, may_send: bool, may_take: bool
) -> None:
    uncollected(store, {JATI: 1})
    batch = store.execute(make_batch, MAYANGAN)
    sent(store, signer, batch)
    one_uncollected(store)
    store.user = add_user(store, "Orang Lain", role=role)
    if may_send:
        store.execute(make_batch, MAYANGAN)
    else:
        assert refusal(store, make_batch, MAYANGAN) == "not_batch_giver"
    if may_take:
        received(store, signer, batch, 1)
    else:
        taken = ReceiveBatch(batch, 1, AT, minutes(store))
        assert refusal(store, receive_batch, taken, signer) == "not_batch_taker"
    assert clerk


@pytest.mark.usefixtures("clerk")
def test_cards_at_the_district_are_looked_for_and_handed_over_as_any_other(
    store: Store, signer: Signer, clock: StillClock
) -> None:
    (request,) = uncollected(store, {JATI: 1})
    batch = store.execute(make_batch, MAYANGAN)
    sent(store, signer, batch)
    received(store, signer, batch, 1)
    found = store.query(cards_view, store.user, "2019-02-23", "warga aaai").found
    assert found is not None
    assert [(row.card.state, row.card.place) for row in found] == [(CardState.AT_DISTRICT, AT)]
    clock.pass_by(minutes=1)
    given(store, request)
    assert states(store, request) == ["handed_over"]


def test_a19_the_reading_of_the_rule_is_a_setting_of_the_office(tmp_path: Path) -> None:
    clock = StillClock(datetime(2018, 11, 20, 3, 0, tzinfo=UTC))
    store = laptop(tmp_path / "office", clock)
    store.user = add_user(store, "Dewi Anggraini", role="clerk")
    uncollected(store, {JATI: 1})
    today = date(2018, 11, 20)
    assert store.query(eligible_cards, today) == []
    store.execute(lambda unit: unit.insert(SETTING, REGENCY, key="notice_reading", value="after_third"))
    assert len(store.query(eligible_cards, today)) == 1
