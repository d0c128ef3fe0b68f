"""Cases come down to the laptops, are settled there by who leads, and go from everybody's list."""

from __future__ import annotations

import pytest

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import CARD_HANDOVER, CASE_FILE, CASE_SETTLEMENT, RESIDENT, SAME_PERSON_LINK
from fieldkit.server.office.writing import add_user
from fieldkit.store.queries.status import status
from fieldkit.store.queries.syncing import AttentionRow, attention
from fieldkit.store.unit import Unit
from fieldkit.work.cases import settle_case
from fieldkit.work.table.same_person import link_same_person, undo_link
from tests.flows.enrolled import Ground, Laptop
from tests.laptops import JATI, REGENCY, add_people, opened, registered


@pytest.fixture
def pair(ground: Ground) -> tuple[Laptop, Laptop]:
    """Two laptops that handed over the card of one request, each on its own."""
    one, two = ground.laptop("one"), ground.laptop("two")
    person = add_people(one.store, "SITI NURAINI")[0]
    opened(one.store)
    request = registered(one.store, person).request_id
    one.sync()
    two.sync()
    for laptop in (one, two):
        hand_over(laptop, request)
    for laptop in (one, two, one):
        assert laptop.sync().cause is None
    return one, two


def hand_over(laptop: Laptop, request: str) -> None:
    def verb(unit: Unit) -> None:
        at = "2019-02-23T09:00:00.000Z"
        unit.insert(CARD_HANDOVER, JATI, request_id=request, received_by="SITI", identity_shown="KK", at=at)

    laptop.store.execute(verb)


def only(laptop: Laptop) -> AttentionRow:
    (row,) = laptop.store.query(attention)
    return row


def test_a_case_stands_on_the_list_of_every_laptop_in_scope(ground: Ground, pair: tuple[Laptop, Laptop]) -> None:
    for laptop in pair:
        row = only(laptop)
        assert (row.verdict, row.reason, row.table) == ("case", "handed_over_twice", "card_handover")
        assert row.person == "SITI NURAINI"
        assert laptop.store.query(status).needs_attention == 1
        assert laptop.rows(CASE_FILE) == ground.rows(CASE_FILE)


def test_a_settled_case_goes_from_every_list(ground: Ground, pair: tuple[Laptop, Laptop]) -> None:
    one, two = pair
    one.store.execute(settle_case, only(one).case_id, Decision.MISTAKE, "Satu dicatat dua kali, kartunya satu")
    assert one.store.query(attention) == []
    for laptop in (one, two, one):
        assert laptop.sync().cause is None
    for laptop in pair:
        assert laptop.store.query(attention) == []
        assert laptop.rows(CASE_FILE) == ground.rows(CASE_FILE)
        assert "settled" in laptop.rows(CASE_FILE)[0]


def test_two_who_settle_at_once_are_both_kept_and_the_later_shows(ground: Ground, pair: tuple[Laptop, Laptop]) -> None:
    one, two = pair
    case = only(one).case_id
    two.store.execute(settle_case, case, Decision.RIGHT, "Ditanyakan ke penerima")
    ground.clock.pass_by(minutes=1)
    one.store.execute(settle_case, case, Decision.MISTAKE, "Salah catat")
    for laptop in (one, two, one):
        laptop.sync()
    for laptop in pair:
        assert len(laptop.rows(CASE_SETTLEMENT)) == 2
        assert "mistake" in laptop.rows(CASE_FILE)[0]


def test_only_who_leads_settles_and_with_a_reason(ground: Ground, pair: tuple[Laptop, Laptop]) -> None:
    one, _ = pair
    case = only(one).case_id
    with pytest.raises(RuleError) as told:
        one.store.execute(settle_case, case, Decision.RIGHT, " ")
    assert told.value.problems[0].field == "note"
    user, _ = add_user(ground.centre, REGENCY, name="Agus", role="operator", now_ms=now_ms(ground.clock))
    one.sync()
    one.store.user = UserId(user)
    with pytest.raises(RuleError):
        one.store.execute(settle_case, case, Decision.RIGHT, "Sudah jelas")
    assert one.rows(CASE_SETTLEMENT) == []


def test_a_link_by_hand_may_be_taken_back_once_and_rewrites_nothing(ground: Ground) -> None:
    laptop = ground.laptop("one")
    one, two = add_people(laptop.store, "SITI NURAINI", "SITI NURAENI")
    laptop.sync()
    before = laptop.rows(RESIDENT)
    link = laptop.store.execute(link_same_person, one, two)
    laptop.store.execute(undo_link, link)
    laptop.sync()
    assert laptop.rows(RESIDENT) == before
    assert laptop.rows(SAME_PERSON_LINK) == ground.rows(SAME_PERSON_LINK)
    for act, values in ((undo_link, (link,)), (link_same_person, (one, one))):
        with pytest.raises(RuleError):
            laptop.store.execute(act, *values)
