"""What an import makes is not looked through by the collector, neither while it is made nor right afterwards."""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass
from typing import cast

import pytest

from fieldkit.store.store import Store
from fieldkit.ui.pages.office.lists.reading import let_go, take_in
from fieldkit.work.import_list import ImportList


class Busy:
    """Makes rows in place of a store."""

    def __init__(self) -> None:
        self.was_collecting = True

    def execute(self, *_: object) -> list[list[str]]:
        self.was_collecting = gc.isenabled()
        return [["SITI NURAINI"] for _ in range(10)]


def taken_in(busy: Busy) -> object:
    return take_in(cast("Store", busy), cast("ImportList", None))


def test_the_next_collection_of_what_is_young_does_not_meet_the_rows() -> None:
    busy = Busy()
    made = taken_in(busy)
    young = gc.get_objects(generation=0)
    assert not busy.was_collecting
    assert gc.isenabled()
    assert not any(each is made for each in young)


def test_the_window_does_not_wait_until_all_that_is_left_alone_was_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(gc, "get_freeze_count")
    taken_in(Busy())


class Row:
    """A row of a list."""


@dataclass(frozen=True)
class Run:
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Checked:
    run: Run
    findings: tuple[Row, ...]


def test_of_what_was_checked_nothing_is_kept() -> None:
    rows = tuple(Row() for _ in range(2_500))
    alive = weakref.WeakSet(rows)
    held: list[object] = [Checked(Run(rows), rows[:10]), None]
    del rows
    let_go(held)
    assert held == []
    assert not alive


def test_a_collector_that_was_off_stays_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "isenabled", lambda: False)
    was_on: list[bool] = []
    monkeypatch.setattr(gc, "enable", lambda: was_on.append(True))
    taken_in(Busy())
    monkeypatch.undo()
    gc.enable()
    assert was_on == []
