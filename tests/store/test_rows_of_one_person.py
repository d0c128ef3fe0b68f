"""A person of several rows shows once and counts once, whichever row something happened under."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.domain.errors import RuleError
from fieldkit.domain.people.same_person import Link, LinkRule, shown_ids
from fieldkit.domain.requests.service import Step
from fieldkit.host.places import migrations_dir
from fieldkit.records.declaration import Table
from fieldkit.records.tables import RESIDENT, SAME_PERSON_LINK
from fieldkit.records.wire import PullReply, Removal, TablePage
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.queries.closing.figures import people_figures
from fieldkit.store.queries.lists.imported import list_villages
from fieldkit.store.queries.lists.listing import ListCounts, ListFilter, Sieve, count_entries, list_counts, list_entries
from fieldkit.store.queries.lists.target_list_page import Asked, known, target_list_view
from fieldkit.store.queries.table.register_page import picked
from fieldkit.store.queries.today.day import recorded_by_shift
from fieldkit.store.queries.today.page import today_view
from fieldkit.store.search import SearchHit, Spelling, search_residents
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.upgrade import migrate
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.same_person import link_same_person, undo_link, undo_links_between
from tests.laptops import JATI, KEY, REGENCY, StillClock, add_people, add_user, laptop, opened, registered

NEXT_VILLAGE = "35.74.03.1003"
DAY = "2019-02-23"
AT = "2019-02-23T09:00:00.000Z"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = laptop(tmp_path)
    add_user(store)
    return store


def search(store: Store, typed: str) -> list[SearchHit]:
    return store.query(search_residents, typed, JATI)


def counts(store: Store, village: str = JATI) -> ListCounts:
    return store.query(list_counts, village)


def entries(store: Store) -> list[str]:
    return [entry.id for entry in store.query(list_entries, Sieve(JATI, ListFilter.ALL), 0, 100)]


def record(store: Store, person: str) -> None:
    store.execute(note_step, registered(store, person).request_id, Step.RECORDED)


def state_of(store: Store, person: str) -> str:
    found = store.query(picked, store.user, person)
    assert found is not None
    return found.person.state


def test_a_hit_on_a_hidden_spelling_leads_to_the_row_that_shows_and_says_which_one_matched(store: Store) -> None:
    first, second = add_people(store, "SITI NURAINI", "SULASTRI")
    store.execute(link_same_person, second, first)
    (hit,) = search(store, "sulastri")
    assert (hit.id, hit.name, hit.also) == (first, "SITI NURAINI", Spelling("SULASTRI", "9902"))
    (hit,) = search(store, "9902")
    assert (hit.id, hit.also) == (first, Spelling("SULASTRI", "9902"))
    (hit,) = search(store, "nuraini")
    assert (hit.id, hit.also) == (first, None)


def test_two_spellings_that_both_match_are_one_hit_as_it_was_typed(store: Store) -> None:
    first, second = add_people(store, "SITI NURAINI", "SITI NURAENI")
    store.execute(link_same_person, first, second)
    (hit,) = search(store, "siti nuraini")
    assert (hit.id, hit.also) == (first, None)
    (hit,) = search(store, "siti nuraeni")
    assert (hit.id, hit.name, hit.also) == (first, "SITI NURAINI", Spelling("SITI NURAENI", "9902"))


def test_the_list_has_a_linked_person_once_and_the_search_in_it_too(store: Store) -> None:
    first, second, third = add_people(store, "SITI NURAINI", "SULASTRI", "BUDI HARTONO")
    link = store.execute(link_same_person, second, first)
    assert (counts(store).total, sorted(entries(store))) == (2, [first, third])
    assert store.query(count_entries, Sieve(JATI)) == 2
    assert store.query(list_villages) == [(JATI, 2)]
    view = store.query(target_list_view, Asked(Sieve(JATI), "sulastri"), DAY)
    assert [(row.id, row.name, row.also) for row in view.rows] == [
        (first, "SITI NURAINI", Spelling("SULASTRI", "9902"))
    ]
    store.execute(undo_link, link)
    assert (counts(store).total, len(entries(store))) == (3, 3)
    assert search(store, "sulastri")[0].id == second


def test_what_happened_under_one_row_counts_for_the_person(store: Store) -> None:
    first, second, _ = add_people(store, "SITI NURAINI", "SULASTRI", "BUDI HARTONO")
    opened(store)
    record(store, second)
    assert (counts(store).total, counts(store).left) == (3, 2)
    store.execute(link_same_person, second, first)
    assert (counts(store).total, counts(store).recorded, counts(store).left) == (2, 1, 1)
    assert state_of(store, first) == state_of(store, second) == "recorded"
    found = store.query(picked, store.user, second)
    assert found is not None
    assert (found.person.id, len(found.past)) == (first, 1)
    looked_at = store.query(known, store.user, second)
    assert looked_at is not None
    assert (looked_at.person.id, len(looked_at.services)) == (first, 1)


def test_a_link_undone_leaves_each_row_with_what_happened_under_it(store: Store) -> None:
    first, second = add_people(store, "SITI NURAINI", "SULASTRI")
    opened(store)
    link = store.execute(link_same_person, second, first)
    record(store, second)
    store.execute(undo_link, link)
    assert (state_of(store, first), state_of(store, second)) == ("unrecorded", "recorded")
    assert (counts(store).total, counts(store).left) == (2, 1)


def test_two_links_between_two_rows_are_undone_at_once(store: Store) -> None:
    first, second = add_people(store, "SITI NURAINI", "SULASTRI")
    for pair in ((first, second), (second, first)):
        store.execute(link_same_person, *pair)
    store.execute(undo_links_between, second, first)
    assert counts(store).total == 2
    with pytest.raises(RuleError):
        store.execute(undo_links_between, second, first)


def test_who_waits_under_one_row_is_not_registered_under_another(store: Store) -> None:
    first, second = add_people(store, "SITI NURAINI", "SULASTRI")
    opened(store)
    store.execute(link_same_person, second, first)
    registered(store, second)
    with pytest.raises(RuleError) as told:
        registered(store, first)
    assert [problem.code for problem in told.value.problems] == ["in_queue"]


def test_a_person_recorded_twice_on_a_day_is_one_recording_and_one_who_had_been_recorded(store: Store) -> None:
    first, second = add_people(store, "SITI NURAINI", "SULASTRI")
    shift = opened(store)
    for person in (first, second):
        record(store, person)
    store.execute(link_same_person, second, first)
    people = store.query(people_figures, shift)
    assert {(each.step, each.people) for each in people.by_step} == {("recorded", 1), ("already_recorded", 1)}
    assert (people.arrived, people.recorded_female, people.recorded_first_time) == (2, 1, 1)
    assert [tally.recorded for tally in store.query(recorded_by_shift, DAY)] == [1]
    day = store.query(today_view, store.user, DAY).day
    assert day is not None
    assert (len(day.recorded), day.list_counts.total, day.list_counts.left) == (1, 1, 0)


def listed_later(store: Store) -> list[str]:
    """A list that comes when the walk-in is here already, whose id is therefore the smaller one."""
    assert isinstance(store.clock, StillClock)
    store.clock.pass_by(minutes=5)
    return add_people(store, "SUMIYATI")


def test_a_walk_in_found_to_be_on_the_list_stays_on_the_list_and_is_done(store: Store) -> None:
    opened(store)
    walk_in = registered(store)
    store.execute(note_step, walk_in.request_id, Step.RECORDED)
    (listed,) = listed_later(store)
    store.execute(link_same_person, walk_in.resident_id, listed)
    assert (counts(store).total, counts(store).left, entries(store)) == (1, 0, [walk_in.resident_id])
    (hit,) = search(store, "sumiyati")
    assert (hit.id, hit.on_list, hit.is_here) == (walk_in.resident_id, True, True)
    found = store.query(picked, store.user, listed)
    assert found is not None
    assert (found.person.id, found.person.on_list) == (walk_in.resident_id, True)


def test_a_walk_in_of_the_list_who_was_not_recorded_yet_is_left(store: Store) -> None:
    opened(store)
    walk_in = registered(store)
    (listed,) = listed_later(store)
    store.execute(link_same_person, walk_in.resident_id, listed)
    store.execute(note_step, walk_in.request_id, Step.LEFT_QUEUE)
    assert state_of(store, walk_in.resident_id) == "unrecorded"
    assert counts(store).left == 1


def take(store: Store, table: Table, *rows: dict[str, Any], removals: list[Removal] | None = None) -> None:
    columns = ["id", "regency", "area", "version", *table.column_names]
    said = [[{"regency": REGENCY, "area": JATI, "version": 1, **row}.get(name) for name in columns] for row in rows]
    page = TablePage(table=table.name, columns=columns, rows=said)
    cursors = {REGENCY: 9}
    reply = PullReply(
        epoch=0, heads=cursors, tables=[page] if rows else [], removals=removals or [], cursors=cursors, done=True
    )
    Exchange(store).apply_page(reply)


def a_row(id_: str, name: str, **values: str) -> dict[str, Any]:
    return {"id": id_, "name": name, "village": JATI, "list_id": "list", **values}


def a_link(id_: str, one: str, other: str, **values: str) -> dict[str, Any]:
    return {"id": id_, "resident_id": one, "other_id": other, "rule": LinkRule.SAME_NUMBER, "at": AT, **values}


def test_a_link_that_comes_before_its_rows_shows_the_one_that_is_here(store: Store) -> None:
    take(store, SAME_PERSON_LINK, a_link("l1", "b", "a"))
    take(store, RESIDENT, a_row("b", "SULASTRI"))
    assert [(hit.id, hit.also) for hit in search(store, "sulastri")] == [("b", None)]
    assert counts(store).total == 1
    take(store, RESIDENT, a_row("a", "SITI NURAINI"))
    assert [hit.id for hit in search(store, "sulastri")] == ["a"]
    assert counts(store).total == 1


def test_where_the_row_that_shows_leaves_the_laptop_the_other_one_shows(store: Store) -> None:
    take(store, RESIDENT, a_row("a", "SITI NURAINI"), a_row("b", "SULASTRI"))
    take(store, SAME_PERSON_LINK, a_link("l1", "b", "a"))
    take(store, RESIDENT, removals=[Removal(table="resident", row="a", area=JATI, version=2)])
    assert [hit.id for hit in search(store, "sulastri")] == ["b"]
    assert (counts(store).total, entries(store)) == (1, ["b"])


def test_a_link_that_the_centre_takes_back_whole_parts_the_rows(store: Store) -> None:
    take(store, RESIDENT, a_row("a", "SITI NURAINI"), a_row("b", "SULASTRI"))
    take(store, SAME_PERSON_LINK, a_link("l1", "b", "a"))
    take(store, SAME_PERSON_LINK, removals=[Removal(table="same_person_link", row="l1", area=JATI, version=2)])
    assert [hit.id for hit in search(store, "sulastri")] == ["b"]
    assert counts(store).total == 2


def test_a_person_on_the_lists_of_two_villages_counts_in_one(store: Store) -> None:
    take(store, RESIDENT, a_row("a", "SITI NURAINI", village=NEXT_VILLAGE), a_row("b", "SULASTRI"))
    take(store, SAME_PERSON_LINK, a_link("l1", "b", "a"))
    assert (counts(store).total, counts(store, NEXT_VILLAGE).total) == (0, 1)
    assert dict(store.query(list_villages)) == {NEXT_VILLAGE: 1, JATI: 0}
    (hit,) = search(store, "sulastri")
    assert (hit.id, hit.is_here, hit.village) == ("a", True, NEXT_VILLAGE)


def test_a_laptop_of_before_knows_its_linked_people_after_the_upgrade(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    first, second = add_people(store, "SITI NURAINI", "SULASTRI")
    store.execute(link_same_person, second, first)
    store.close()
    database = Database(tmp_path / "fieldkit.db", KEY)
    migrate(database, migrations_dir(), "0006")
    database.run("PRAGMA user_version = 6")
    database.close()
    store = laptop(tmp_path)
    assert store.query(lambda opened_again: opened_again.version) == SCHEMA_VERSION
    assert search(store, "sulastri")[0].id == first
    assert counts(store).total == 1


ROWS = [chr(letter) for letter in range(ord("a"), ord("g"))]
LINKS = st.lists(st.tuples(st.sampled_from(ROWS), st.sampled_from(ROWS), st.integers(0, 9)), max_size=12)


@given(LINKS, st.sets(st.sampled_from(ROWS)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_linked_and_undone_in_whatever_order_every_person_counts_once(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str, int]], late: set[str]
) -> None:
    store = laptop(tmp_path_factory.mktemp("laptop"))
    take(store, RESIDENT, *(a_row(row, "SULASTRI") for row in ROWS if row not in late))
    links: list[Link] = []
    for number, (one, other, undone) in enumerate(said):
        target = links[undone] if undone < len(links) else None
        ends = (target.resident_id, target.other_id) if target else (one, other)
        links.append(Link(f"l{number}", *ends, target.id if target else ""))
        told = a_link(f"l{number}", *ends, **({"undoes_id": target.id} if target else {}))
        take(store, SAME_PERSON_LINK, told)
    take(store, RESIDENT, *(a_row(row, "SULASTRI") for row in late))
    shown = shown_ids(links)
    people = {shown.get(row, row) for row in ROWS}
    assert set(entries(store)) == people
    assert counts(store).total == len(people)
    assert {hit.id for hit in search(store, "sulastri")} == people
    store.close()
