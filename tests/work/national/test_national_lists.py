"""The work lists of the office, from what was done here and what the centre says of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fieldkit.domain.lists.listing import EntryState
from fieldkit.domain.national.work_lists import WorkList
from fieldkit.records.tables import REQUEST_STEP, SETTING
from fieldkit.store.queries.lists.listing import ListFilter, Sieve, count_entries, list_counts
from fieldkit.store.queries.national.work_lists import unsent_by_set, work_list, work_list_counts
from fieldkit.store.queries.today.day import call_backs
from fieldkit.store.store import Store
from fieldkit.work.cards.printing import print_card
from fieldkit.work.shifts.call_backs import note_called
from fieldkit.work.table.same_person import link_same_person
from tests.laptops import JATI, REGENCY, StillClock, add_people, let_print, opened, registered
from tests.nationals import entry_of, took_in

LATER = "2019-03-10"


def recorded(store: Store, person: str) -> str:
    """Recorded on Saturday 23 February in the open shift; returns the request."""
    request = registered(store, person).request_id
    at = "2019-02-23T09:30:00.000Z"
    store.execute(lambda unit: unit.insert(REQUEST_STEP, JATI, request_id=request, step="recorded", at=at))
    return request


def on_lists(store: Store, day: str = LATER) -> Mapping[WorkList, int]:
    return {each.id: each.people for each in store.query(work_list_counts, day) if each.people}


def test_a_recording_that_the_centre_does_not_know_is_told_per_set_and_day(office: Store) -> None:
    siti, budi, sri = add_people(office, "SITI AMINAH", "BUDI SANTOSO", "SRI RAHAYU")
    opened(office)
    for person in (siti, budi):
        recorded(office, person)
    took_in(office, {siti: "BIO_CAPTURED", budi: "SFE", sri: "UNREGISTERED"})
    assert on_lists(office, "2019-03-01") == {}
    assert on_lists(office, "2019-03-02") == {WorkList.UPLOAD: 1}
    (unsent,) = office.query(unsent_by_set, LATER)
    assert (unsent.day, unsent.people) == ("2019-02-23", 1)
    (entry,) = office.query(work_list, WorkList.UPLOAD, LATER)
    assert (entry.id, entry.status, entry.recorded_on) == (siti, "bio_captured", "2019-02-23")
    assert office.query(work_list, WorkList.UPLOAD, LATER, "35.74.03.1002") == []


def test_a_recording_of_which_no_newer_file_of_its_village_tells_is_asked_about(
    office: Store, clock: StillClock
) -> None:
    siti, budi = add_people(office, "SITI AMINAH", "BUDI SANTOSO")
    opened(office)
    recorded(office, siti)
    clock.pass_by(days=15)
    assert on_lists(office) == {}
    took_in(office, {budi: "UNREGISTERED"}, date(2019, 3, 1))
    assert on_lists(office) == {}, "too soon for the file to know"
    took_in(office, {budi: "UNREGISTERED"}, date(2019, 3, 2))
    assert on_lists(office) == {WorkList.UPLOAD: 1}
    (entry,) = office.query(work_list, WorkList.UPLOAD, LATER)
    assert (entry.id, entry.status, entry.as_of, entry.recorded_on) == (siti, "", "2019-03-02", "2019-02-23")
    (unsent,) = office.query(unsent_by_set, LATER)
    assert (unsent.day, unsent.people) == ("2019-02-23", 1)
    took_in(office, {siti: "PROCESSING"}, date(2019, 3, 3))
    assert on_lists(office) == {}


def test_a_recording_after_a_deletion_is_waited_for_like_any_other(office: Store, clock: StillClock) -> None:
    (siti,) = add_people(office, "SITI AMINAH")
    opened(office)
    took_in(office, {siti: "DELETED"}, date(2019, 2, 20))
    recorded(office, siti)
    assert on_lists(office, "2019-03-01") == {}
    assert on_lists(office, "2019-03-02") == {WorkList.UPLOAD: 1}


def test_the_office_sets_how_long_it_waits_from_a_day_on(office: Store) -> None:
    (siti,) = add_people(office, "SITI AMINAH")
    took_in(office, {siti: "SFE"}, date(2019, 2, 1))
    assert on_lists(office) == {}
    office.execute(
        lambda unit: unit.insert(SETTING, REGENCY, key="national_sfe_days", value="30", valid_from="2019-03-05")
    )
    assert on_lists(office, "2019-03-04") == {}
    assert on_lists(office) == {WorkList.SLOW: 1}


def test_ready_records_wait_until_a_card_is_printed(office: Store) -> None:
    siti, budi = add_people(office, "SITI AMINAH", "BUDI SANTOSO")
    opened(office, blanks=46)
    let_print(office)
    request = recorded(office, siti)
    took_in(office, {siti: "PRR", budi: "PRR"})
    assert on_lists(office) == {WorkList.UNPRINTED: 2}
    office.execute(print_card, request)
    assert [entry.id for entry in office.query(work_list, WorkList.UNPRINTED, LATER)] == [budi]


def test_a_record_deleted_at_the_centre_calls_the_person_back_until_recorded_again(
    office: Store, clock: StillClock
) -> None:
    (siti,) = add_people(office, "SITI AMINAH")
    opened(office)
    recorded(office, siti)
    took_in(office, {siti: "ENROLL_FAILURE_AT_CENTRAL"}, date(2019, 2, 24))
    clock.pass_by(days=20)
    assert on_lists(office) == {WorkList.FAILED: 1}
    assert entry_of(office, siti) == EntryState.RECORDED
    took_in(office, {siti: "DELETED"}, date(2019, 3, 1))
    assert entry_of(office, siti) == EntryState.CALL_BACK
    assert on_lists(office) == {WorkList.FAILED: 1}
    counts = office.query(list_counts, JATI)
    assert (counts.recorded, counts.left) == (0, 1)
    assert office.query(count_entries, Sieve(JATI, ListFilter.CALL_BACK)) == 1
    again = registered(office, siti).request_id
    at = "2019-03-12T03:00:00.000Z"
    office.execute(lambda unit: unit.insert(REQUEST_STEP, JATI, request_id=again, step="recorded", at=at))
    assert entry_of(office, siti) == EntryState.RECORDED


def test_doubles_stand_on_their_list_once_for_a_person_of_two_rows(office: Store) -> None:
    siti, again = add_people(office, "SITI AMINAH", "SITI AMINAH")
    took_in(office, {siti: "SFE", again: "DUPLICATE_RECORD"})
    office.execute(link_same_person, siti, again)
    assert on_lists(office) == {WorkList.DOUBLE: 1}
    (entry,) = office.query(work_list, WorkList.DOUBLE, LATER)
    assert (entry.id, entry.status) == (min(siti, again), "duplicate")


def test_whose_record_was_deleted_is_among_those_to_call_until_told(office: Store, clock: StillClock) -> None:
    (siti,) = add_people(office, "SITI AMINAH")
    opened(office)
    request = recorded(office, siti)
    took_in(office, {siti: "DELETED"}, date(2019, 2, 24))
    (person,) = office.query(call_backs, "2019-02-25")
    assert (person.request_id, person.step) == (request, "deleted_at_centre")
    assert office.query(call_backs, "2019-02-23") == []
    clock.pass_by(days=2)
    office.execute(note_called, request)
    assert office.query(call_backs, "2019-02-25") == []
