"""What is taken in while the line is busy: in order, and never lost from the count."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

import pytest

from fieldkit.domain.errors import DiskFullError, OfflineError
from fieldkit.domain.text import text
from fieldkit.sync.aside import Aside


def full() -> int:
    raise DiskFullError(text("Cakram penuh."), text("Kosongkan ruang."))


def cut_after(act: Callable[[], int], told: list[int]) -> None:
    with Aside() as aside:
        aside.take_in(act, told.append)
        raise OfflineError(text("Tidak ada jaringan."), text("Coba lagi nanti."))


def test_the_line_goes_on_while_something_is_taken_in() -> None:
    go_on = threading.Event()
    told: list[bool] = []
    with Aside() as aside:
        aside.take_in(lambda: go_on.wait(10), told.append)
        assert told == []
        go_on.set()
        aside.settle()
    assert told == [True]


def test_what_came_of_it_is_told_on_the_thread_that_syncs() -> None:
    threads: list[int] = []
    with Aside() as aside:
        aside.take_in(threading.get_ident, lambda worked: threads.extend((worked, threading.get_ident())))
    assert threads[0] != threads[1] == threading.get_ident()


def test_one_thing_is_taken_in_after_the_other() -> None:
    told: list[int] = []
    with Aside() as aside:
        for number in range(5):
            aside.take_in(lambda number=number: number, told.append)  # type: ignore[misc]
    assert told == [0, 1, 2, 3, 4]


def test_what_is_prepared_sees_what_was_taken_in_before() -> None:
    done: list[str] = []
    with Aside() as aside:
        aside.take_in(lambda: done.append("taken"), lambda _: None)
        assert aside.prepare(lambda: list(done)).result() == ["taken"]


def test_a_failure_is_raised_before_anything_else_is_taken_in() -> None:
    told: list[int] = []
    with suppress(DiskFullError), Aside() as aside:
        aside.take_in(full, told.append)
        aside.take_in(lambda: 2, told.append)
    assert told == []


def test_a_failure_at_the_end_is_raised() -> None:
    with pytest.raises(DiskFullError), Aside() as aside:
        aside.take_in(full, lambda _: None)


def test_what_arrived_before_a_cut_is_still_counted() -> None:
    told: list[int] = []
    with pytest.raises(OfflineError):
        cut_after(lambda: 3, told)
    assert told == [3]


def test_a_cut_is_told_rather_than_what_failed_beside_it() -> None:
    with pytest.raises(OfflineError):
        cut_after(full, [])
