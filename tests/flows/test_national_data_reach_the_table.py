"""The office takes a national file in: after its sync the table stops a second recording (OP-4)."""

from __future__ import annotations

from datetime import date

import pytest

from fieldkit.domain.lists.listing import EntryState
from fieldkit.records.tables import REQUEST_STEP
from fieldkit.store.queries.table.register_page import picked
from fieldkit.store.store import Store
from fieldkit.work.national.taking_in import take_back_file
from tests.flows.enrolled import Ground, planner
from tests.laptops import JATI, add_people, opened, registered
from tests.nationals import entry_of, status_of, took_in


def test_what_the_office_took_in_stops_the_table_after_its_sync(ground: Ground) -> None:
    office, table = planner(ground, ground.laptop("P1")), ground.laptop("P2")
    siti, budi = add_people(office.store, "SITI AMINAH", "BUDI SANTOSO")
    took_in(office.store, {siti: "SENT_FOR_ENROLLMENT"})
    wrong = took_in(office.store, {budi: "PRINT_READY_RECORD"})
    assert office.sync().all_sent
    table.sync()
    seen = table.store.query(picked, table.store.user, siti)
    assert seen is not None
    assert seen.is_recorded
    assert seen.at_centre is not None
    assert seen.at_centre.status == "sent"
    assert entry_of(table.store, budi) == EntryState.RECORDED_ELSEWHERE

    office.store.execute(take_back_file, wrong.file_id)
    office.sync()
    table.sync()
    assert status_of(table.store, budi) is None
    assert entry_of(table.store, budi) == ""
    seen = table.store.query(picked, table.store.user, budi)
    assert seen is not None
    assert not seen.is_recorded


@pytest.mark.parametrize("is_deleted", [True, False])
def test_who_was_called_back_is_no_case_of_two_recordings(ground: Ground, is_deleted: bool) -> None:
    office = planner(ground, ground.laptop("P1"))
    (siti,) = add_people(office.store, "SITI AMINAH")
    opened(office.store)
    record(office.store, siti, "2019-02-23T09:30:00.000Z")
    if is_deleted:
        took_in(office.store, {siti: "DELETED"}, date(2019, 2, 24))
    ground.clock.pass_by(days=2)
    record(office.store, siti, "2019-02-25T09:30:00.000Z")
    office.sync()
    office.sync()
    told = [row[0] for row in office.store.query(lambda d: d.rows("SELECT kind FROM case_file WHERE state = 'open'"))]
    assert told == ([] if is_deleted else ["recorded_twice"])


def record(store: Store, person: str, at: str) -> None:
    """Somebody comes, and is recorded."""
    request = registered(store, person).request_id
    store.execute(lambda unit: unit.insert(REQUEST_STEP, JATI, request_id=request, step="recorded", at=at))
