"""The centre's page shows what a laptop with the whole regency shows: the same facts, by the same rules."""

from __future__ import annotations

from datetime import date

from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.proposal import ProposalKind
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import LIST_PROPOSAL, REQUEST_STEP, SAME_PERSON_LINK
from fieldkit.server.web.counting import behind, count
from fieldkit.server.web.lookup import card_told
from fieldkit.server.web.view import day_stock
from fieldkit.store.queries.coverage.page import coverage_view
from fieldkit.store.queries.coverage.places import Level
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.queries.stock.page import day_stock as day_stock_of_laptop
from fieldkit.store.unit import Unit
from fieldkit.work.cards.printing import print_card
from fieldkit.work.national.taking_in import take_back_file
from fieldkit.work.rules.versions import WriteRule, write_rule
from tests.flows.enrolled import Ground, planner
from tests.laptops import JATI, REGENCY, SATURDAY, add_people, let_print, opened, registered
from tests.nationals import took_in
from tests.places import Somebody, counted, set_rule, settle
from tests.server.looks import view_of

MANGUNHARJO = "35.74.03.1002"
AT = "2019-02-23T09:05:00.000Z"


def test_lists_stock_and_cards_are_counted_alike_at_both_ends(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    store = laptop.store
    people = add_people(store, "SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI", "AGUS SALIM", "AGUS SALIM")
    opened(store, blanks=46)
    let_print(store)
    requests = [registered(store, person).request_id for person in people[:3]]

    def happen(unit: Unit) -> None:
        for request in requests[:2]:
            unit.insert(REQUEST_STEP, JATI, request_id=request, step="recorded", at=AT)
        unit.insert(LIST_PROPOSAL, JATI, resident_id=people[2], kind=ProposalKind.AWAY, at=AT)
        pair = {"resident_id": people[3], "other_id": people[4]}
        unit.insert(SAME_PERSON_LINK, JATI, **pair, rule="by_hand", at=AT)

    store.execute(happen)
    store.execute(print_card, requests[0])
    assert laptop.sync().all_sent
    assert behind(ground.centre) == [REGENCY]
    count(ground.centre, REGENCY, now_ms(ground.clock))

    view = view_of(ground.centre, REGENCY, now_ms(ground.clock), ground.lead)
    stock = day_stock(ground.centre, REGENCY, now_ms(ground.clock))

    counts = store.query(list_counts, JATI)
    assert view.coverage.whole.standing.numbers == ListNumbers(
        counts.total, counts.approved, counts.away, counts.recorded
    )
    assert (counts.total, counts.recorded, counts.away) == (4, 2, 1)
    assert stock is not None
    assert stock.supply == store.query(day_stock_of_laptop, SATURDAY.isoformat()).supply
    assert (stock.supply.ready, stock.supply.per_day) == (1, 1)
    assert view.coverage.by_day == ((SATURDAY, 2),)
    assert not view.is_behind
    assert behind(ground.centre) == []


def test_what_the_national_files_say_is_counted_alike_at_both_ends(ground: Ground) -> None:
    laptop = planner(ground, ground.laptop("P1"))
    store = laptop.store
    people = add_people(store, "SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI", "AGUS SALIM")
    opened(store)
    request = registered(store, people[0]).request_id
    store.execute(lambda unit: unit.insert(REQUEST_STEP, JATI, request_id=request, step="recorded", at=AT))
    took_in(store, {people[0]: "SFE", people[1]: "PRR", people[2]: "UNREGISTERED"})
    took_in(store, {people[0]: "DELETED"}, date(2019, 2, 24))
    wrong = took_in(store, {people[3]: "PRR"}, date(2019, 2, 24))
    store.execute(take_back_file, wrong.file_id)
    assert laptop.sync().all_sent
    count(ground.centre, REGENCY, now_ms(ground.clock))

    view = view_of(ground.centre, REGENCY, now_ms(ground.clock), ground.lead)

    counts = store.query(list_counts, JATI)
    numbers = view.coverage.whole.standing.numbers
    assert numbers == ListNumbers(counts.total, counts.approved, counts.away, counts.recorded)
    assert (counts.total, counts.recorded, counts.approved, counts.left) == (4, 0, 1, 3)


def test_a_card_that_is_held_at_the_national_centre_is_not_to_be_printed_at_both_ends(ground: Ground) -> None:
    laptop = planner(ground, ground.laptop("P1"))
    store = laptop.store
    people = add_people(store, "SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI", "AGUS SALIM")
    opened(store, blanks=46)
    done = [registered(store, person) for person in people]

    def happen(unit: Unit) -> None:
        for each in done:
            unit.insert(REQUEST_STEP, JATI, request_id=each.request_id, step="recorded", at="2019-02-22T09:05:00.000Z")

    store.execute(happen)
    took_in(store, {people[0]: "DUPLICATE_RECORD", people[1]: "DELETED", people[2]: "PRR"}, SATURDAY)
    took_in(store, {people[1]: "UNREGISTERED"}, date(2019, 2, 24))
    assert laptop.sync().all_sent
    count(ground.centre, REGENCY, now_ms(ground.clock))
    stock = day_stock(ground.centre, REGENCY, now_ms(ground.clock))
    assert stock is not None
    assert stock.supply.ready == store.query(day_stock_of_laptop, SATURDAY.isoformat()).supply.ready == 2
    told = [str(card_told(ground.centre, REGENCY, each.receipt_ref)) for each in done]
    assert ["belum bisa dicetak" in words for words in told] == [True, True, False, False]


def test_coverage_and_its_forecast_are_counted_alike_at_both_ends(ground: Ground) -> None:
    laptop = planner(ground, ground.laptop("P1"))
    store = laptop.store
    people = [
        Somebody(JATI, fate="recorded", day="2019-02-20"),
        Somebody(JATI, fate="recorded", day="2019-02-22", on_list=False),
        Somebody(JATI, fate="recorded", day="2019-02-22", eligible_on="2019-09-01"),
        Somebody(JATI, fate="recorded", day="2019-02-08"),
        Somebody(JATI, fate="recorded", day="2019-02-21", in_shift=False),
        Somebody(MANGUNHARJO, fate=ProposalKind.DECEASED),
        Somebody(MANGUNHARJO, fate=ProposalKind.AWAY),
    ]
    settle(store, people)
    for place, obligated in ((REGENCY, 400), (JATI, 200), (MANGUNHARJO, 200)):
        counted(store, place, "local", obligated, obligated * 9 // 10)
        counted(store, place, "national", obligated, obligated * 8 // 10, "2018-12-31")
    set_rule(store, "vote_day", "2019-04-11")
    assert laptop.sync().all_sent
    count(ground.centre, REGENCY, now_ms(ground.clock))

    web = view_of(ground.centre, REGENCY, now_ms(ground.clock), ground.lead).coverage
    page = store.query(coverage_view, None, Level.VILLAGE, SATURDAY)

    assert web.whole.standing == page.whole.standing
    assert web.whole.standing.since == 3
    assert web.whole.national == page.whole.national
    assert [(each.code, each.standing, each.national) for each in web.villages] == [
        (part.place.code, part.standing, part.national) for part in page.parts
    ]
    assert web.outlook == page.outlook
    assert dict(web.by_day) == {day: people for day, people in page.by_day.items() if people}


def test_an_office_closes_its_page_for_everybody_by_a_rule(ground: Ground) -> None:
    laptop = planner(ground, ground.laptop("P1"))
    at_ms = now_ms(ground.clock)
    assert day_stock(ground.centre, REGENCY, at_ms) is not None
    laptop.store.execute(write_rule, WriteRule(RuleName.PUBLIC, {RuleKey.PUBLIC: "off"}, SATURDAY))
    assert laptop.sync().all_sent
    assert day_stock(ground.centre, REGENCY, at_ms) is None
