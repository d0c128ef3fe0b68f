"""Who stands at a stop of the national centre is held in sight at the printer, and is on the list of the same name."""

from __future__ import annotations

from datetime import date

import pytest

from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.cards.untold import Untold
from fieldkit.domain.errors import RuleError
from fieldkit.domain.lists.listing import EntryState
from fieldkit.domain.national.work_lists import WorkList
from fieldkit.records.tables import REQUEST_STEP
from fieldkit.store.queries.cards.page import cards_view
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.cards.whereabouts import uncollected_view
from fieldkit.store.queries.national.work_lists import work_list
from fieldkit.store.store import Store
from fieldkit.work.cards.printing import print_card
from fieldkit.work.national.taking_in import take_back_file
from fieldkit.work.table.same_person import link_same_person
from tests.laptops import JATI, StillClock, add_people, add_user, let_print, opened, registered
from tests.nationals import entry_of, took_in

DAY = "2019-03-10"


def day(number: int) -> date:
    return date(2019, 3, number)


def recorded(store: Store, person: str, at: str = "2019-02-23T09:30:00.000Z") -> str:
    request = registered(store, person).request_id
    store.execute(lambda unit: unit.insert(REQUEST_STEP, JATI, request_id=request, step="recorded", at=at))
    return request


def cards(store: Store) -> dict[str, CardRow]:
    return {card.request_id: card for card in store.query(cards_view, store.user, DAY, "").cards}


@pytest.fixture
def printing(office: Store, clock: StillClock) -> Store:
    opened(office, blanks=2)
    let_print(office)
    clock.pass_by(days=20)
    return office


def test_each_stop_holds_the_card_with_its_status_until_a_newer_file_says_ready_to_print(printing: Store) -> None:
    people = add_people(printing, *(f"WARGA {number}" for number in range(7)))
    requests = [recorded(printing, person) for person in people]
    stops = ("DUPLICATE_RECORD", "Efac", "SEARCH_FAILURE_AT_CENTRAL", "ADJUDICATE_RECORD", "Request Validation")
    took_in(printing, dict(zip(people, (*stops, "DELETED"), strict=False)), day(1))
    found = cards(printing)
    assert [found[each].wait for each in requests] == [Wait.AT_CENTRE] * 6 + [""]
    assert [each.stop.status for each in found.values() if each.stop is not None and each.stop.as_of == "2019-03-01"]
    assert found[requests[6]].turn == 1
    took_in(printing, dict.fromkeys(people, "PRR"), day(2))
    found = cards(printing)
    assert {found[each].wait for each in requests} == {"", Wait.SCARCITY}
    ready = {entry.id for entry in printing.query(work_list, WorkList.UNPRINTED, DAY)}
    assert ready == set(people)


def test_an_older_file_frees_nobody_and_one_that_is_taken_back_holds_nobody(printing: Store) -> None:
    (siti,) = add_people(printing, "SITI AMINAH")
    request = recorded(printing, siti)
    wrong = took_in(printing, {siti: "DUPLICATE_RECORD"}, day(2))
    took_in(printing, {siti: "PRR"}, day(1))
    assert cards(printing)[request].wait == Wait.AT_CENTRE
    printing.execute(take_back_file, wrong.file_id)
    assert cards(printing)[request].wait == ""
    (told,) = printing.query(uncollected_view, printing.user, day(10), "").untold
    assert told.national == ""


def test_whose_record_was_deleted_stays_held_and_called_back_until_recorded_again(printing: Store) -> None:
    (siti,) = add_people(printing, "SITI AMINAH")
    request = recorded(printing, siti)
    took_in(printing, {siti: "DELETED"}, day(1))
    took_in(printing, {siti: "UNREGISTERED"}, day(8))
    assert cards(printing)[request].wait == Wait.AT_CENTRE
    assert [entry.id for entry in printing.query(work_list, WorkList.FAILED, DAY)] == [siti]
    assert entry_of(printing, siti) == EntryState.CALL_BACK
    again = recorded(printing, siti, "2019-03-09T03:00:00.000Z")
    waits = cards(printing)
    assert (waits[request].wait, waits[again].wait) == (Wait.AT_CENTRE, "")
    assert entry_of(printing, siti) == EntryState.RECORDED


def test_the_status_of_another_row_of_the_person_holds_the_card_as_well(printing: Store) -> None:
    siti, other = add_people(printing, "SITI AMINAH", "SITI AMINAH")
    request = recorded(printing, siti)
    took_in(printing, {other: "DUPLICATE_RECORD"}, day(1))
    assert cards(printing)[request].wait == ""
    printing.execute(link_same_person, siti, other)
    assert cards(printing)[request].wait == Wait.AT_CENTRE
    took_in(printing, {siti: "PRR"}, day(2))
    assert cards(printing)[request].wait == ""


def test_a_held_card_takes_no_blank_and_is_printed_only_with_the_reason_of_who_leads(printing: Store) -> None:
    held, *others = add_people(printing, "SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI")
    request = recorded(printing, held)
    free = [recorded(printing, person) for person in others]
    took_in(printing, {held: "DUPLICATE_RECORD"}, day(1))
    found = cards(printing)
    assert {found[each].turn for each in free} == {1, 2}
    with pytest.raises(RuleError) as told:
        printing.execute(print_card, request)
    assert told.value.problems[0].code == "stopped_at_centre"
    assert "Data ganda" in str(told.value.problems[0].message)
    for each in free[:1]:
        printing.execute(print_card, each)
    add_user(printing, "Rina Wulandari", "lead")
    let_print(printing)
    printing.execute(print_card, request, "Pusat sudah menampilkan PRR")


def test_who_waits_for_the_centre_is_among_those_who_heard_nothing(printing: Store) -> None:
    (siti,) = add_people(printing, "SITI AMINAH")
    recorded(printing, siti)
    took_in(printing, {siti: "DUPLICATE_RECORD"}, day(1))
    (told,) = printing.query(uncollected_view, printing.user, day(10), "").untold
    assert (told.untold, told.national) == (Untold.AT_CENTRE, "duplicate")
