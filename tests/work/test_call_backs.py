"""People who were sent home stay on the list of those to call until somebody reached them (TL-3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.requests.service import Reason, RecordedBefore, Step
from fieldkit.store.meta import Meta
from fieldkit.store.queries.shifts import CURRENT_SHIFT
from fieldkit.store.queries.today.day import call_backs
from fieldkit.store.queries.today.page import today_view
from fieldkit.store.store import Store
from fieldkit.work.shifts.call_backs import note_called, take_back_called
from fieldkit.work.table.outcomes import note_step
from tests.laptops import StillClock, add_people, add_user, laptop, opened, registered


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Store:
    store = laptop(tmp_path, clock)
    add_user(store)
    opened(store)
    return store


def names(store: Store) -> list[str]:
    return [one.name for one in store.query(call_backs, "2019-02-23")]


def sent_home(store: Store, clock: StillClock) -> str:
    request = registered(store, add_people(store, "SULASTRI")[0]).request_id
    clock.pass_by(minutes=1)
    store.execute(note_step, request, Step.FAILED_EQUIPMENT)
    clock.pass_by(minutes=1)
    return request


def test_who_was_reached_is_off_the_list_and_comes_back_when_that_is_taken_back(
    store: Store, clock: StillClock
) -> None:
    request = sent_home(store, clock)
    assert names(store) == ["SULASTRI"]
    store.execute(note_called, request)
    assert names(store) == []
    clock.pass_by(minutes=1)
    store.execute(take_back_called, request)
    assert names(store) == ["SULASTRI"]


@pytest.mark.parametrize(
    ("role", "name"), [("operator", "SULASTRI"), ("clerk", "SULASTRI"), ("keeper", ""), ("viewer", "")]
)
@pytest.mark.parametrize("is_open", [True, False])
def test_whoever_calls_nobody_sees_no_name_and_no_number(
    store: Store, clock: StillClock, role: str, name: str, is_open: bool
) -> None:
    sent_home(store, clock)
    if not is_open:
        store.write_local(lambda database: Meta(database).put(CURRENT_SHIFT, ""))
    found = store.query(today_view, add_user(store, "Dewi Kartika", role), "2019-02-23")
    shown = found.day or found.opening
    assert shown is not None
    assert [(one.name, bool(one.phone)) for one in shown.call_backs] == [(name, bool(name))]


def test_who_is_sent_home_again_has_to_be_told_again(store: Store, clock: StillClock) -> None:
    request = sent_home(store, clock)
    store.execute(note_called, request)
    for step in (Step.BACK_IN_QUEUE, Step.FAILED_EQUIPMENT):
        clock.pass_by(minutes=10)
        store.execute(note_step, request, step)
    assert names(store) == ["SULASTRI"]


def test_who_came_again_is_off_the_list_whatever_for_until_that_visit_fails_too(
    store: Store, clock: StillClock
) -> None:
    [resident] = add_people(store, "SULASTRI")
    first = registered(store, resident).request_id
    clock.pass_by(minutes=1)
    store.execute(note_step, first, Step.LEFT_QUEUE)
    clock.pass_by(minutes=5)
    second = registered(store, resident, reason=Reason.LOST, recorded_before=RecordedBefore.YES).request_id
    assert names(store) == []
    clock.pass_by(minutes=1)
    store.execute(note_step, second, Step.FAILED_EQUIPMENT)
    assert [one.request_id for one in store.query(call_backs, "2019-02-23")] == [second]


def test_who_was_not_told_stays_on_the_list_through_the_days_after(store: Store, clock: StillClock) -> None:
    sent_home(store, clock)
    found = {day: [one.name for one in store.query(call_backs, day)] for day in ("2019-02-22", "2019-02-25")}
    assert found == {"2019-02-22": [], "2019-02-25": ["SULASTRI"]}
    assert store.query(call_backs, "2019-03-10") == []


@pytest.mark.parametrize("role", ["keeper", "viewer"])
def test_who_calls_nobody_back_notes_no_call(store: Store, clock: StillClock, role: str) -> None:
    request = sent_home(store, clock)
    add_user(store, "Endah Dwi Lestari", role)
    for verb in (note_called, take_back_called):
        with pytest.raises(RuleError, match="petugas"):
            store.execute(verb, request)
    assert names(store) == ["SULASTRI"]
