"""Who looked at what is masked travels as a fact, without what was seen."""

from __future__ import annotations

import pytest

from fieldkit.records.journal import read_header
from fieldkit.records.tables import LOOK
from fieldkit.store.store import Store
from fieldkit.work.table.looks import Look, Seen, note_list, note_look, note_look_at_caller
from tests.laptops import JATI, add_people, opened, registered


def looks(store: Store) -> list[tuple[object, ...]]:
    return store.query(lambda d: d.rows("SELECT resident_id, field, user_id, area, at FROM look ORDER BY id"))


@pytest.mark.parametrize("seen", list(Seen))
def test_a_look_says_who_what_of_whom_and_when_and_no_value(store: Store, seen: Seen) -> None:
    (person,) = add_people(store, "SITI NURAINI")
    assert store.execute(note_look, Look(person, seen))
    assert looks(store) == [(person, seen, store.user, JATI, "2019-02-23T09:05:00.000Z")]
    header, fields = store.query(lambda d: d.row("SELECT header, fields FROM journal ORDER BY number DESC"))
    assert read_header(header).table == LOOK.name
    for personal in (b"SITI", b"3574035211879901", b"+62812"):
        assert personal not in header + fields


def test_a_look_at_a_number_to_call_names_the_resident(store: Store) -> None:
    (person,) = add_people(store, "SITI NURAINI")
    opened(store)
    request = registered(store, person).request_id
    assert store.execute(note_look_at_caller, request)
    assert [look[:2] for look in looks(store)] == [(person, "phone")]


def test_a_list_on_the_screen_is_noted_by_its_village(store: Store) -> None:
    store.execute(note_list, JATI)
    assert looks(store) == [(JATI, "list", store.user, JATI, "2019-02-23T09:05:00.000Z")]


def test_of_somebody_who_is_in_no_list_yet_nothing_is_noted(store: Store) -> None:
    assert store.execute(note_look, Look("new-1", Seen.NIK)) is None
    assert looks(store) == []
