"""What a laptop finds of tampering reaches the office as a case, and the work goes on without a loss."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlite

from fieldkit.host.clock import now_ms
from fieldkit.records.tables import RESIDENT
from fieldkit.server.cases import open_cases
from fieldkit.server.database import reading
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.watch import Watch
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.queries.syncing import attention, count_own_tamperings
from tests.flows.enrolled import Ground, Laptop, edit, kinds
from tests.laptops import KEY, REGENCY, add_people, opened, registered
from tests.sealing import seal_all


@pytest.fixture
def worked(ground: Ground) -> Laptop:
    """A laptop that sent a list, then registered two, which wait."""
    laptop = ground.laptop("P1")
    people = add_people(laptop.store, "SITI NURAINI", "BUDI HARTONO", "SUMIATI")
    opened(laptop.store)
    assert laptop.sync().all_sent
    for person in people[:2]:
        registered(laptop.store, person)
    seal_all(laptop.store)
    return laptop


def by_another_program(path: Path, *statements: str) -> None:
    with closing(sqlite.connect(str(path), isolation_level=None)) as other:
        other.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        for sql in statements:
            other.execute(sql)


def test_a_row_changed_without_the_journal_is_a_case_and_says_again_what_it_said(
    ground: Ground, worked: Laptop
) -> None:
    before = worked.rows(RESIDENT)
    by_another_program(worked.store.path, "UPDATE resident SET name = 'ORANG LAIN' WHERE name = 'SUMIATI'")
    assert look_through(worked.store).rows == {"resident changed": 1}
    (row,) = worked.store.query(attention)
    assert (row.reason, row.case_id) == ("tampered", "")
    assert "resident changed" in row.found
    assert worked.store.query(count_own_tamperings) == 1

    assert worked.sync().all_sent
    assert worked.sync().cause is None

    assert kinds(ground) == ["tampered"]
    (told,) = worked.store.query(attention)
    assert (told.reason, told.found) == ("tampered", row.found)
    assert worked.store.query(count_own_tamperings) == 1
    assert [each[4:] for each in worked.rows(RESIDENT)] == [each[4:] for each in before]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET fields = CAST(replace(fields, 'own', 'none') AS BLOB) WHERE verdict IS NULL",
        "DELETE FROM journal WHERE number = (SELECT max(number) - 1 FROM journal)",
        "UPDATE journal SET chain = zeroblob(32) WHERE number = 2",
        "DELETE FROM journal WHERE number > (SELECT max(number) - 1 FROM journal)",
    ],
)
def test_what_waits_in_a_broken_journal_arrives_behind_a_case(ground: Ground, worked: Laptop, change: str) -> None:
    by_another_program(worked.store.path, change)
    assert look_through(worked.store)

    assert worked.sync().all_sent
    registered(worked.store)
    assert worked.sync().all_sent

    assert "tampered" in kinds(ground)
    assert worked.store.query(chain_is_whole)
    with reading(ground.centre.engine) as connection:
        origins = connection.scalars(sa.text("SELECT DISTINCT origin FROM journal WHERE origin LIKE '3574-P1%'"))
        assert all(is_whole(connection, (REGENCY, origin)) for origin in origins)


def test_other_laptops_hear_of_the_case_in_words(ground: Ground, worked: Laptop) -> None:
    other = ground.laptop("P2")
    by_another_program(worked.store.path, "DELETE FROM resident WHERE name = 'SUMIATI'")
    look_through(worked.store)
    worked.sync()
    Watch(ground.centre).look(now_ms(ground.clock))
    other.sync()
    assert [(each.reason, "removed" in each.found) for each in other.store.query(attention)] == [("tampered", True)]
    assert other.store.query(count_own_tamperings) == 0
    edit(other, other.rows(RESIDENT)[0][0], phone="081234901177")  # type: ignore[arg-type]
    assert other.sync().all_sent
    assert open_cases(ground.centre, REGENCY)[0].kind == "tampered"
