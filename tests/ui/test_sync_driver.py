"""The driver syncs by itself, off the main thread, and keeps what it knows true."""

from __future__ import annotations

import threading
from pathlib import Path

import httpx
import pytest
from pytestqt.qtbot import QtBot
from sync_bench import BAD_ANSWERS, SyncBench

from fieldkit.domain.errors import CentreTroubleError, DeviceRevokedError, OfflineError
from fieldkit.host.clock import now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.server.devices.laptops import revoke
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.progress import Step, StepState
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import InlineLanes
from tests.laptops import KEY, StillClock, registered

REGENCY = "35.74"


def synced(bench: SyncBench, qtbot: QtBot) -> None:
    """Wait for a round to end."""
    qtbot.waitUntil(lambda: bench.driver.state.outcome is not None and not bench.driver.state.is_running)


def all_sent(bench: SyncBench, qtbot: QtBot) -> None:
    """Wait until a round ended with everything sent."""

    def is_sent() -> bool:
        state = bench.driver.state
        return not state.is_running and state.outcome is not None and state.outcome.all_sent

    qtbot.waitUntil(is_sent, timeout=20_000)


def test_a_laptop_that_is_not_enrolled_stays_quiet(tmp_path: Path, qapp: object) -> None:
    store = Store(tmp_path / "new.db", KEY, migrations_dir(), StillClock())
    driver = SyncDriver(Exchange(store), InlineLanes(), store.clock)
    driver.start()
    driver.sync_now()
    driver.hang_up()
    assert not driver.state.is_enrolled
    assert not driver.state.is_running
    store.close()


def test_once_started_it_sends_everything_by_itself(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    bench.driver.start()
    all_sent(bench, qtbot)
    state = bench.driver.state
    assert state.is_online
    assert state.cause is None
    assert [state.steps[step].state for step in Step] == [StepState.DONE] * 4
    assert set(state.told_at) == set(Step)
    assert state.next_try_s is not None


def test_invariant_11_the_main_thread_never_asks_the_store(
    bench: SyncBench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.work()
    query, threads = bench.laptop.store.query, set()

    def noted(*args: object, **named: object) -> object:
        threads.add(threading.current_thread())
        return query(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(bench.laptop.store, "query", noted)
    bench.driver.start()
    all_sent(bench, qtbot)
    bench.cut()
    bench.driver.sync_now()
    qtbot.waitUntil(lambda: isinstance(bench.driver.state.cause, OfflineError))
    bench.driver.work_saved()
    assert threads
    assert threading.main_thread() not in threads


def test_without_a_network_it_is_offline_and_tries_again_by_itself(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    bench.cut()
    bench.driver.start()
    qtbot.waitUntil(lambda: bench.driver.state.next_try_s is not None)
    state = bench.driver.state
    assert isinstance(state.cause, OfflineError)
    assert not state.is_online
    assert state.since == bench.ground.clock.now_utc()
    bench.mend()
    all_sent(bench, qtbot)
    assert bench.driver.state.is_online


def test_offline_since_stays_the_first_moment(bench: SyncBench, qtbot: QtBot) -> None:
    bench.cut()
    bench.driver.start()
    qtbot.waitUntil(lambda: bench.driver.state.cause is not None)
    since = bench.driver.state.since
    bench.ground.clock.pass_by(minutes=7)
    tried = len(bench.laptop.line.calls)
    bench.driver.sync_now()
    qtbot.waitUntil(lambda: len(bench.laptop.line.calls) > tried and not bench.driver.state.is_running)
    assert bench.driver.state.since == since


def test_a_pause_ends_the_round_between_two_batches_and_loses_nothing(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()
    reached, go_on = threading.Event(), threading.Event()

    def wait_at_push(request: httpx.Request) -> None:
        if request.url.path.endswith("push"):
            reached.set()
            go_on.wait(20)

    bench.laptop.engine._parts.up.cut()
    bench.laptop.line.before = wait_at_push
    bench.driver.start()
    qtbot.waitUntil(reached.is_set)
    bench.driver.pause()
    assert bench.driver.state.is_pausing
    go_on.set()
    synced(bench, qtbot)
    assert bench.driver.state.is_paused
    assert not bench.driver.state.is_pausing
    assert bench.driver.state.next_try_s is None
    bench.mend()
    bench.driver.toggle_pause()
    all_sent(bench, qtbot)
    assert not bench.driver.state.is_paused


def test_a_pause_asked_for_in_the_last_moment_holds_back_the_next_round(bench: SyncBench, qtbot: QtBot) -> None:
    asked, go_on = threading.Event(), threading.Event()
    bench.driver.start()
    all_sent_once = len(bench.laptop.line.calls)
    synced(bench, qtbot)

    def wait_at_pull(request: httpx.Request) -> None:
        if request.url.path.endswith("hello"):
            asked.set()
            go_on.wait(20)

    bench.laptop.line.before = wait_at_pull
    bench.driver.sync_now()
    qtbot.waitUntil(asked.is_set)
    bench.driver.pause()
    go_on.set()
    qtbot.waitUntil(lambda: not bench.driver.state.is_running)
    assert len(bench.laptop.line.calls) > all_sent_once
    assert bench.driver.state.is_paused
    assert bench.driver.state.next_try_s is None


def test_a_fault_in_the_program_ends_the_round_and_not_the_syncing(
    bench: SyncBench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldkit.sync.round.make_contact", lambda *_: 1 // 0)
    with qtbot.capture_exceptions() as raised:
        bench.driver.start()
        qtbot.waitUntil(lambda: bench.driver.state.next_try_s is not None)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert not bench.driver.state.is_running
    monkeypatch.undo()
    bench.driver.sync_now()
    synced(bench, qtbot)
    assert bench.driver.state.cause is None


def test_work_that_is_saved_in_a_long_wait_goes_out_soon(bench: SyncBench, qtbot: QtBot) -> None:
    bench.driver.start()
    synced(bench, qtbot)
    assert bench.driver.state.next_try_s == 60
    bench.work()
    bench.driver.work_saved()
    qtbot.waitUntil(lambda: bench.driver.state.next_try_s == 5)


def test_what_comes_in_is_no_work_of_this_laptop(bench: SyncBench, qtbot: QtBot) -> None:
    bench.driver.start()
    synced(bench, qtbot)
    counted: list[int] = []
    bench.driver._lanes.run("network", lambda: 0, counted.append, counted.append, bench.driver)  # type: ignore[arg-type]
    bench.driver.work_saved()
    bench.driver._lanes.run("network", lambda: 1, counted.append, counted.append, bench.driver)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: counted == [0, 1])
    assert bench.driver.state.next_try_s == 60


def test_a_revoked_laptop_hands_in_its_work_and_rests(bench: SyncBench, qtbot: QtBot) -> None:
    bench.laptop.sync()
    bench.work()
    device = Exchange(bench.laptop.store).connection().device_id
    assert revoke(bench.ground.centre, REGENCY, device, now_ms=now_ms(bench.ground.clock))
    bench.driver.start()
    synced(bench, qtbot)
    state = bench.driver.state
    assert isinstance(state.cause, DeviceRevokedError)
    assert state.next_try_s is None
    assert state.outcome is not None
    assert state.outcome.waiting == 0


@pytest.mark.parametrize("answer", BAD_ANSWERS.values(), ids=BAD_ANSWERS)
def test_nonsense_from_the_centre_loses_nothing_and_is_tried_again(
    bench: SyncBench, qtbot: QtBot, answer: object
) -> None:
    bench.work()
    made = bench.laptop.store.meta.last_number
    bench.answer_with(answer)  # type: ignore[arg-type]
    bench.driver.start()
    synced(bench, qtbot)
    state = bench.driver.state
    assert isinstance(state.cause, CentreTroubleError)
    assert state.next_try_s is not None
    assert Exchange(bench.laptop.store).waiting() == made
    bench.mend()
    bench.driver.sync_now()
    all_sent(bench, qtbot)


def test_a_hello_alone_does_not_make_it_online(bench: SyncBench, qtbot: QtBot) -> None:
    bench.work()

    def only_hello(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("hello"):
            return bench.ground.transport.handle_request(request)
        return BAD_ANSWERS["500"](request)

    bench.answer_with(only_hello)
    told: list[bool] = []
    bench.driver.changed.connect(lambda: told.append(bench.driver.state.is_online))
    bench.driver.start()
    qtbot.waitUntil(lambda: bench.laptop.line.calls.count("hello") > 2, timeout=20_000)
    assert not any(told)
    registered(bench.laptop.store)
    assert Exchange(bench.laptop.store).waiting() > 0
