"""The office takes a national file in: after its sync the table stops a second recording (OP-4)."""

from __future__ import annotations

from fieldkit.domain.lists.listing import EntryState
from fieldkit.store.queries.table.register_page import picked
from fieldkit.work.national.taking_in import take_back_file
from tests.flows.enrolled import Ground, planner
from tests.laptops import add_people
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
