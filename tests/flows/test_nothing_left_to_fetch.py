"""A laptop that was alone at work knows without a pull how the centre's rows stand (invariants 5 and 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldkit.records.tables import CASE_SETTLEMENT, INCIDENT, RESIDENT
from fieldkit.store.unit import Unit
from tests.flows.enrolled import Ground, Laptop, ground_at
from tests.laptops import JATI, REGENCY, add_people

NEIGHBOUR = "35.74.03.1002"
AT = "2019-02-23T09:05:00.000Z"


@dataclass
class Pair:
    """Two laptops that know the same two people."""

    ground: Ground
    first: Laptop
    second: Laptop
    people: list[str]


@pytest.fixture
def pair(centre_database: str, tmp_path: Path) -> Iterator[Pair]:
    with ground_at(centre_database, tmp_path) as ground:
        first, second = ground.laptop("a"), ground.laptop("b")
        people = add_people(first.store, "SITI NURAINI", "BUDI HARTONO")
        for laptop in (first, second, first, second):
            laptop.sync()
        for laptop in (first, second):
            laptop.line.calls.clear()
        ground.clock.pass_by(minutes=1)
        yield Pair(ground, first, second, people)


def edit(laptop: Laptop, person: str, **values: str) -> None:
    def verb(unit: Unit) -> None:
        unit.update(RESIDENT, person, **values)

    laptop.store.execute(verb)


def note(laptop: Laptop) -> None:
    def verb(unit: Unit) -> str:
        return unit.insert(INCIDENT, JATI, shift_id="unknown", kind="power", began_at=AT, at=AT)

    laptop.store.execute(verb)


def calls_of(laptop: Laptop) -> list[str]:
    laptop.line.calls.clear()
    assert laptop.sync().all_sent
    return list(laptop.line.calls)


def test_whoever_was_alone_at_work_fetches_nothing_and_has_the_rows_of_the_centre(pair: Pair) -> None:
    for number, person in enumerate(pair.people):
        edit(pair.second, person, phone=f"+6281234{number}")
    edit(pair.second, pair.people[0], address="JL. IKAN PAUS 2")
    note(pair.second)
    assert calls_of(pair.second) == ["hello", "push"]
    assert pair.second.rows(RESIDENT) == pair.ground.rows(RESIDENT)
    assert pair.second.rows(INCIDENT) == pair.ground.rows(INCIDENT)
    assert calls_of(pair.second) == ["hello", "receipt", "sums"], "the cursors stand at the head, and the sums agree"


def test_invariant_7_what_another_did_meanwhile_is_fetched(pair: Pair) -> None:
    edit(pair.first, pair.people[1], phone="+628111")
    pair.first.sync()
    edit(pair.second, pair.people[0], phone="+628222")
    assert calls_of(pair.second) == ["hello", "push", "pull"]
    assert pair.second.rows(RESIDENT) == pair.ground.rows(RESIDENT)


def test_invariant_7_what_another_does_between_two_batches_is_fetched(pair: Pair) -> None:
    edit(pair.second, pair.people[0], phone="+628222")

    def work_of_another(*_: object) -> None:
        pair.second.line.before = lambda _: None
        note(pair.first)
        pair.first.sync()

    pair.second.line.before = lambda request: work_of_another() if request.url.path.endswith("push") else None
    assert calls_of(pair.second) == ["hello", "push", "pull"]
    assert pair.second.rows(INCIDENT) == pair.ground.rows(INCIDENT)


def test_a_second_edit_claims_to_have_seen_the_first(pair: Pair) -> None:
    edit(pair.second, pair.people[0], name="SITI AMINAH")
    pair.second.sync()
    edit(pair.second, pair.people[0], name="SITI MARIAM")
    outcome = pair.second.sync()
    assert not outcome.exceptions
    assert pair.second.rows(RESIDENT) == pair.ground.rows(RESIDENT)


def test_work_that_waits_on_top_stays_on_top(pair: Pair) -> None:
    edit(pair.second, pair.people[0], phone="+628222")

    def write_more(*_: object) -> None:
        pair.second.line.after = lambda _: None
        edit(pair.second, pair.people[0], phone="+628333")

    pair.second.line.after = lambda request: write_more() if request.url.path.endswith("push") else None
    assert calls_of(pair.second) == ["hello", "push", "push"]
    assert pair.second.rows(RESIDENT) == pair.ground.rows(RESIDENT)


def test_a_person_who_moved_is_fetched(pair: Pair) -> None:
    edit(pair.second, pair.people[0], village=NEIGHBOUR)
    assert calls_of(pair.second) == ["hello", "push", "pull"]
    assert pair.second.rows(RESIDENT) == pair.ground.rows(RESIDENT)


def test_an_edit_of_a_person_of_whose_move_the_laptop_hears_meanwhile_is_fetched(pair: Pair) -> None:
    edit(pair.first, pair.people[0], village=NEIGHBOUR)
    pair.first.sync()

    def write_meanwhile(*_: object) -> None:
        pair.second.line.before = lambda _: None
        edit(pair.second, pair.people[0], phone="+628222")

    pair.second.line.before = lambda request: write_meanwhile() if request.url.path.endswith("pull") else None
    pair.second.sync()
    assert calls_of(pair.second) == ["hello", "push", "pull"]
    assert pair.second.rows(RESIDENT) == pair.ground.rows(RESIDENT)


def test_a_fact_whose_time_the_centre_set_right_is_fetched(pair: Pair) -> None:
    def settle(unit: Unit) -> str:
        later = "2019-03-23T09:05:00.000Z"
        return unit.insert(CASE_SETTLEMENT, REGENCY, case_id="c1", decision="done", at=later)

    pair.second.store.execute(settle)
    assert "pull" in calls_of(pair.second)
    assert pair.second.rows(CASE_SETTLEMENT) == pair.ground.rows(CASE_SETTLEMENT)
