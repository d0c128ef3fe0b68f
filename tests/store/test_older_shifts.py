"""The shifts of which the closing may be read, with where each stands."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from fieldkit.domain.identifiers import UserId
from fieldkit.records.tables import APP_USER
from fieldkit.store.queries.closing.older import OlderShift, older_shifts, waiting_again
from fieldkit.store.store import Store
from fieldkit.work.closing.reopening import ReopenShift, put_down, reopen_shift, report_closing
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from tests.laptops import StillClock, laptop, opened

PIN = "274913"


class Table:
    """A table of one planner, with its clock."""

    def __init__(self, folder: Path) -> None:
        self.clock = StillClock()
        self.store: Store = laptop(folder, self.clock)
        code = hashlib.sha256(b"KODE-9901").hexdigest()
        values = {"name": "Budi", "role": "planner", "active": 1, "start_code_hash": code}
        self.store.user = self.store.execute(lambda unit: UserId(unit.insert(APP_USER, "35.74", **values)))
        set_first_pin(self.store, self.store.user, "KODE-9901", PIN)
        self.signer: Signer = check_in(self.store, self.store.user, PIN)

    def open(self) -> str:
        self.clock.pass_by(minutes=5)
        return opened(self.store)

    def close(self, shift: str) -> None:
        self.store.execute(close_shift, CloseShift(shift, 46), self.signer)

    def reopen(self, shift: str) -> None:
        self.store.execute(reopen_shift, ReopenShift(shift, "Salah tulis"), self.signer)

    def one(self, shift: str) -> OlderShift:
        (found,) = (each for each in self.store.query(older_shifts) if each.id == shift)
        return found


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_the_newest_is_first_and_the_one_that_is_worked_in_is_told(table: Table) -> None:
    first = table.open()
    table.close(first)
    second = table.open()
    found = table.store.query(older_shifts)
    assert [(each.id, each.is_closed, each.is_current) for each in found] == [
        (second, False, True),
        (first, True, False),
    ]
    assert (found[0].closed_by, found[0].closed_at, found[0].number) == ("", "", 0)
    assert (found[1].closed_by, found[1].number) == ("Budi", 1)
    assert found[1].closed_at.startswith("2019-02-23T09:10")


def test_what_became_of_a_shift_since_is_told(table: Table) -> None:
    shift = table.open()
    assert not table.one(shift).is_reopened
    table.close(shift)
    assert not table.one(shift).is_reopened
    table.reopen(shift)
    assert (table.one(shift).is_reopened, table.one(shift).is_closed, table.one(shift).number) == (True, False, 1)
    table.close(shift)
    assert (table.one(shift).is_reopened, table.one(shift).is_closed, table.one(shift).number) == (False, True, 2)
    table.store.execute(report_closing, shift, table.signer)
    assert table.one(shift).is_reported


def test_a_shift_that_was_opened_again_waits_until_its_table_works_in_it_or_it_is_closed(table: Table) -> None:
    shift = table.open()
    table.close(shift)
    assert table.store.query(waiting_again) is None
    table.reopen(shift)
    assert table.store.query(waiting_again) is None
    table.store.execute(put_down, shift)
    waiting = table.store.query(waiting_again)
    assert waiting is not None
    assert waiting.id == shift
    table.close(shift)
    assert table.store.query(waiting_again) is None
