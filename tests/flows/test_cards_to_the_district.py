"""Cards that nobody fetched go from the office to a district: two laptops, papers of both, and one card missing."""

from __future__ import annotations

import json

import pytest

from fieldkit.domain.cards.batches import BatchState, Difference, FoundDifferent
from fieldkit.domain.cards.handover import Minutes
from fieldkit.domain.cards.pick_up import PlaceKind, Receiving
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import CARD_PLACE, HANDOVER_RECORD
from fieldkit.server.office.writing import add_user
from fieldkit.store.queries.cards.batches import Batch, batch_cards, batches, number_for, record
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.queries.syncing import attention
from fieldkit.work.cards.batches import (
    FindCard,
    ReceiveBatch,
    SendBatch,
    find_card,
    make_batch,
    receive_batch,
    send_batch,
)
from fieldkit.work.cards.handover import HandOver, hand_over_card
from fieldkit.work.cards.undoing import undo_card_step
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from tests.flows.enrolled import Ground, Laptop, in_areas, kinds
from tests.laptops import JATI, REGENCY
from tests.uncollected import KANIGARAN, uncollected

MAYANGAN = JATI[:8]
AT = "Kantor Kec. Mayangan"
PIN = "274913"


def clerk_at(ground: Ground, laptop: Laptop, name: str, role: str = "clerk") -> Signer:
    """Somebody signed in at a laptop, with a PIN."""
    made, code = add_user(ground.centre, REGENCY, name=name, role=role, now_ms=now_ms(ground.clock))
    laptop.sync()
    set_first_pin(laptop.store, UserId(made), code, PIN)
    laptop.store.user = UserId(made)
    return check_in(laptop.store, UserId(made), PIN)


def minutes(laptop: Laptop) -> Minutes:
    return Minutes(laptop.store.query(number_for, 2019))


def the_batch(laptop: Laptop) -> Batch:
    (found,) = laptop.store.query(batches)
    return found


def state(laptop: Laptop, request: str) -> str:
    return str(laptop.store.query(position_of, request).state)


def sent(laptop: Laptop, signer: Signer) -> str:
    batch = laptop.store.execute(make_batch, MAYANGAN)
    laptop.store.execute(send_batch, SendBatch(batch, MAYANGAN, "Kec. Mayangan", minutes(laptop)), signer)
    return batch


@pytest.fixture
def office(ground: Ground) -> tuple[Laptop, Signer]:
    laptop = ground.laptop("office")
    return laptop, clerk_at(ground, laptop, "Dewi Anggraini")


def test_the_office_gives_and_the_district_receives_with_one_card_missing(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    giving, giver = office
    here, gone, fetched = uncollected(giving.store, {JATI: 3})
    uncollected(giving.store, {KANIGARAN: 1})
    district = in_areas(ground, "district", MAYANGAN)
    receiver = clerk_at(ground, district, "Sari Utami", role="lead")
    batch = sent(giving, giver)
    giving.sync()
    district.sync()
    ground.clock.pass_by(hours=20)

    # One is fetched at the district before anybody counted the others in.
    district.store.execute(hand_over_card, HandOver(fetched, shown("yang bersangkutan")))
    assert [card.name for card in district.store.query(batch_cards, batch)] == [
        "WARGA AAAI",
        "WARGA AABI",
        "WARGA AACI",
    ]
    ground.clock.pass_by(minutes=5)
    missing = FoundDifferent(Difference.MISSING, "WARGA AABI", gone)
    taken = ReceiveBatch(batch, 1, AT, minutes(district), (missing,))
    district.store.execute(receive_batch, taken, receiver)
    district.sync()
    giving.sync()

    told = the_batch(giving)
    assert (told.state, told.differences, told.waiting) == (BatchState.WITH_DIFFERENCES, 1, 2)
    assert [state(giving, each) for each in (here, gone, fetched)] == ["at_district", "missing", "handed_over"]
    where = giving.store.query(position_of, gone)
    assert (where.place, where.custodian) == ("Kec. Mayangan", "Dewi Anggraini")
    receipt = giving.store.query(record, told.receipt_id)
    assert receipt is not None
    assert json.loads(receipt.document)["answers"]["id"] == told.record_id
    ground.clock.pass_by(minutes=5)
    district.store.execute(find_card, FindCard(gone, AT))
    district.sync()
    giving.sync()
    assert state(giving, gone) == "at_district"
    assert kinds(ground) == []
    assert giving.rows(HANDOVER_RECORD) == ground.rows(HANDOVER_RECORD)
    assert giving.rows(CARD_PLACE) == ground.rows(CARD_PLACE)


def shown(name: str = "WARGA AAAI", *, old_card: bool | None = False) -> Receiving:
    return Receiving(name, "KK", old_card_taken=old_card, place_kind=PlaceKind.OFFICE)


def counted_in(ground: Ground, giving: Laptop, giver: Signer) -> tuple[Laptop, str, str]:
    """A card of somebody of Mayangan that was asked for in Kanigaran lies at the district of Mayangan."""
    (request,) = uncollected(giving.store, {JATI: 1}, asked_in=KANIGARAN)
    district = in_areas(ground, "district", MAYANGAN)
    receiver = clerk_at(ground, district, "Sari Utami", role="lead")
    batch = sent(giving, giver)
    giving.sync()
    district.sync()
    ground.clock.pass_by(hours=20)
    with pytest.raises(RuleError):
        district.store.execute(hand_over_card, HandOver(request, shown()))
    district.store.execute(receive_batch, ReceiveBatch(batch, 1, AT, minutes(district)), receiver)
    ground.clock.pass_by(minutes=5)
    return district, request, batch


def test_a_card_that_was_asked_for_in_another_district_is_handed_over_where_it_was_counted_in(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    giving, giver = office
    district, request, batch = counted_in(ground, giving, giver)
    (card,) = district.store.query(batch_cards, batch)
    assert (card.is_known, card.card.state) == (False, "at_district")
    for receiving, field in (
        (Receiving("WARGA AAAI", "", old_card_taken=False), "identity_shown"),
        (shown(old_card=None), "old_card_taken"),
        (Receiving("WARGA AAAI", "KK", "with_letter", "Rina", old_card_taken=False), "relation"),
    ):
        with pytest.raises(RuleError) as refused:
            district.store.execute(hand_over_card, HandOver(request, receiving))
        assert [problem.field for problem in refused.value.problems] == [field]
    handover = district.store.execute(hand_over_card, HandOver(request, shown(old_card=True)))
    with pytest.raises(RuleError) as refused:
        district.store.execute(hand_over_card, HandOver(request, shown()))
    assert [problem.code for problem in refused.value.problems] == ["handed_over"]
    ground.clock.pass_by(minutes=1)
    district.store.execute(undo_card_step, handover)
    assert state(district, request) == "at_district"
    ground.clock.pass_by(minutes=1)
    district.store.execute(hand_over_card, HandOver(request, shown()))
    district.sync()
    giving.sync()
    assert (state(giving, request), state(district, request)) == ("handed_over", "handed_over")
    assert the_batch(giving).state is BatchState.ARCHIVED
    assert kinds(ground) == []
    assert giving.store.query(attention) == []


def test_such_a_card_that_is_handed_over_where_it_was_asked_for_as_well_is_a_case(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    giving, giver = office
    district, request, _ = counted_in(ground, giving, giver)
    home = in_areas(ground, "home", KANIGARAN[:8])
    clerk_at(ground, home, "Rini Astuti")
    for laptop in (district, home):
        laptop.store.execute(hand_over_card, HandOver(request, shown()))
        laptop.sync()
    giving.sync()
    assert [row.reason for row in giving.store.query(attention)] == ["handed_over_twice"]


def test_such_a_card_that_was_missing_is_found_at_the_district(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    giving, giver = office
    (request,) = uncollected(giving.store, {JATI: 1}, asked_in=KANIGARAN)
    district = in_areas(ground, "district", MAYANGAN)
    receiver = clerk_at(ground, district, "Sari Utami", role="lead")
    batch = sent(giving, giver)
    giving.sync()
    district.sync()
    ground.clock.pass_by(hours=1)
    missing = FoundDifferent(Difference.MISSING, "WARGA AAAI", request)
    district.store.execute(receive_batch, ReceiveBatch(batch, 0, AT, minutes(district), (missing,)), receiver)
    ground.clock.pass_by(minutes=5)
    district.store.execute(find_card, FindCard(request, AT))
    district.sync()
    giving.sync()
    assert (state(giving, request), state(district, request)) == ("at_district", "at_district")


def test_a_paper_with_names_reaches_only_who_has_the_district(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    giving, giver = office
    uncollected(giving.store, {JATI: 1})
    village, elsewhere = in_areas(ground, "village", JATI), in_areas(ground, "elsewhere", KANIGARAN[:8])
    sent(giving, giver)
    giving.sync()
    for laptop in (village, elsewhere):
        laptop.sync()
        assert laptop.rows(HANDOVER_RECORD) == []


def test_two_laptops_that_set_the_same_cards_aside_leave_them_in_the_first_batch(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    one, _ = office
    requests = uncollected(one.store, {JATI: 2})
    one.sync()
    two = ground.laptop("two")
    clerk_at(ground, two, "Rini Astuti")
    first = one.store.execute(make_batch, MAYANGAN)
    ground.clock.pass_by(minutes=1)
    two.store.execute(make_batch, MAYANGAN)
    for laptop in (one, two, one, two):
        laptop.sync()
    assert kinds(ground) == []
    for laptop in (one, two):
        assert the_batch(laptop).id == first
        assert {laptop.store.query(position_of, request).batch for request in requests} == {first}


def test_two_laptops_that_signed_for_the_same_cards_are_one_case(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    one, signer = office
    requests = uncollected(one.store, {JATI: 2})
    one.sync()
    two = ground.laptop("two")
    other = clerk_at(ground, two, "Rini Astuti")
    first = sent(one, signer)
    ground.clock.pass_by(minutes=1)
    sent(two, other)
    for laptop in (one, two, one):
        laptop.sync()
    assert [row.reason for row in one.store.query(attention)] == ["sent_twice"]
    assert {one.store.query(position_of, request).batch for request in requests} == {first}
