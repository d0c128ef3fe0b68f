"""Laptop and centre compare their rows village by village; one that differs is loaded afresh, and that is said."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import OfflineError
from fieldkit.records.sums import Sum
from fieldkit.records.tables import RESIDENT, SERVICE_REQUEST, TABLES
from fieldkit.store.database import Database
from fieldkit.store.syncing.comparing import compared
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from fieldkit.sync.progress import Step, SyncOutcome
from tests.flows.enrolled import Ground, Laptop
from tests.laptops import JATI, add_people, opened, registered

NAMES = ("SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI", "AGUS PRASETYO", "NUR HASANAH")
OTHER_VILLAGE = "35.74.03.1005"


@pytest.fixture
def laptop(ground: Ground) -> Laptop:
    """A laptop with work in two villages, all of it at the centre and proven equal."""
    made = ground.laptop("P1")
    people = add_people(made.store, *NAMES)
    add_people(made.store, "DEWI LESTARI", "HADI PURNOMO", village=OTHER_VILLAGE)
    opened(made.store)
    registered(made.store, people[0])
    registered(made.store)
    made.sync()
    assert quiet_round(ground, made).reloaded == ()
    return made


def quiet_round(ground: Ground, laptop: Laptop) -> SyncOutcome:
    """The round of half a day later, in which nothing else is to be done."""
    laptop.sync()
    laptop.line.calls.clear()
    ground.clock.pass_by(hours=12)
    return laptop.sync()


def tamper(laptop: Laptop, sql: str, *values: object) -> None:
    def write(database: Database) -> None:
        database.run(sql, *values)

    laptop.store.write_local(write)


def require_equal(ground: Ground, laptop: Laptop) -> None:
    for table in TABLES:
        assert laptop.rows(table) == ground.rows(table), table.name


TAMPERED = {
    "a field": f"UPDATE resident SET name = 'ORANG LAIN' WHERE area = '{JATI}' AND name = 'SITI AMINAH'",
    "a version": f"UPDATE resident SET version = version - 1 WHERE area = '{JATI}' AND name = 'SITI AMINAH'",
    "a row gone": f"DELETE FROM resident WHERE area = '{JATI}' AND name = 'BUDI SANTOSO'",
    "a row too many": "INSERT INTO resident (id, regency, area, version, name, village) "
    f"VALUES ('0190b6a2-7c1e-7f00-8abc-000000009901', '35.74', '{JATI}', 3, 'TIDAK ADA', '{JATI}')",
    "a fact": f"UPDATE service_request SET queue_no = 'P9-999' WHERE area = '{JATI}'",
}


@pytest.mark.parametrize("sql", TAMPERED.values(), ids=TAMPERED)
def test_invariant_5_a_village_that_differs_is_found_loaded_afresh_and_said(
    ground: Ground, laptop: Laptop, sql: str
) -> None:
    tamper(laptop, sql)
    assert laptop.rows(RESIDENT) != ground.rows(RESIDENT) or laptop.rows(SERVICE_REQUEST) != ground.rows(
        SERVICE_REQUEST
    )
    outcome = quiet_round(ground, laptop)
    assert outcome.is_complete
    assert outcome.reloaded == laptop.store.query(compared).reloaded == (JATI,)
    require_equal(ground, laptop)
    assert quiet_round(ground, laptop).reloaded == ()


def test_nothing_differs_after_a_days_work_of_two_laptops(ground: Ground, laptop: Laptop) -> None:
    other = ground.laptop("P2")
    opened(other.store)
    registered(other.store)
    other.sync()
    for each in (laptop, other):
        assert quiet_round(ground, each).reloaded == ()
        assert "sums" in each.line.calls
    require_equal(ground, laptop)


def test_own_changes_that_wait_are_neither_counted_nor_harmed(ground: Ground, laptop: Laptop) -> None:
    tamper(laptop, TAMPERED["a field"])
    person = laptop.store.query(lambda database: database.value("SELECT id FROM resident WHERE name = 'SRI WAHYUNI'"))

    def note_phone(unit: Unit) -> None:
        unit.update(RESIDENT, person, phone="+6281234901117")

    exchange = Exchange(laptop.store)
    laptop.store.execute(note_phone)
    registered(laptop.store)
    waiting = exchange.waiting()
    # Work may be written at any time, also while the comparison runs.
    sums = exchange.comparing.sums()
    exchange.comparing.drop_strangers(JATI, [row[0] for row in ground.rows(RESIDENT)])
    assert exchange.waiting() == waiting
    assert {row[0] for row in laptop.rows(RESIDENT)} >= {row[0] for row in ground.rows(RESIDENT)}
    assert sums[JATI].count == sum(1 for table in TABLES for row in ground.rows(table) if row[2] == JATI)
    assert quiet_round(ground, laptop).is_complete
    require_equal(ground, laptop)
    phones = [row[4 + RESIDENT.column_names.index("phone")] for row in laptop.rows(RESIDENT) if row[0] == person]
    assert phones == ["+6281234901117"]


def test_a_comparison_is_made_twice_a_day_and_in_quiet_rounds_only(ground: Ground, laptop: Laptop) -> None:
    laptop.line.calls.clear()
    laptop.sync()
    assert laptop.line.calls == ["hello", "receipt"]
    ground.clock.pass_by(hours=12)
    registered(laptop.store)
    laptop.sync()
    assert "sums" not in laptop.line.calls
    laptop.sync()
    assert "sums" in laptop.line.calls


def test_a_cut_in_the_middle_leaves_the_proof_and_the_next_quiet_round_compares_again(
    ground: Ground, laptop: Laptop
) -> None:
    tamper(laptop, TAMPERED["a row gone"])

    def cut_at_pull(request: object) -> None:
        if "pull" in laptop.line.calls[-1:]:
            raise httpx.ReadError("connection reset")

    laptop.line.before = cut_at_pull
    ground.clock.pass_by(hours=12)
    outcome = laptop.sync()
    assert (outcome.failed_step, type(outcome.cause), outcome.all_sent) == (Step.PROVE, OfflineError, True)
    laptop.line.before = lambda _: None
    assert laptop.sync().reloaded == (JATI,)
    require_equal(ground, laptop)


ROWS = st.lists(st.tuples(st.text(max_size=5), st.integers(0, 9)), max_size=12)


def summed(rows: list[tuple[str, int]]) -> Sum:
    made = Sum()
    for row in rows:
        made.add("resident", row)
    return made


@given(ROWS, st.randoms(use_true_random=False))
def test_a_sum_does_not_depend_on_the_order(rows: list[tuple[str, int]], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert summed(shuffled) == summed(rows)


@given(ROWS, st.tuples(st.text(max_size=5), st.integers(0, 9)), st.integers(10, 20))
def test_another_value_makes_another_sum(rows: list[tuple[str, int]], row: tuple[str, int], other: int) -> None:
    assert summed([*rows, row]).told != summed([*rows, (row[0], other)]).told
