"""When a laptop syncs by itself."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import (
    CentreBusyError,
    CentreTroubleError,
    ChainError,
    ClientTooOldError,
    DeviceRevokedError,
    FieldKitError,
    OfflineError,
)
from fieldkit.domain.text import text
from fieldkit.sync.progress import Step, SyncOutcome
from fieldkit.sync.schedule import (
    EAGER_S,
    IDLE_S,
    PROBE_CAP_S,
    Action,
    ScheduleState,
    after_probe,
    after_sync,
    next_action,
    next_check_s,
)

WORDS = (text("Judul."), text("Saran."))
OFFLINE = OfflineError(*WORDS)


def outcome(
    cause: FieldKitError | None = None,
    *,
    step: Step = Step.CONTACT,
    sent: int = 0,
    fetched: int = 0,
    wait_s: int = 0,
    is_paused: bool = False,
) -> SyncOutcome:
    return SyncOutcome(
        sent=sent,
        fetched=fetched,
        waiting=0,
        receipt=None,
        is_proven=False,
        exceptions=(),
        bytes_sent=0,
        bytes_received=0,
        clock_offset_ms=0,
        wait_s=wait_s,
        failed_step=step if cause else None,
        cause=cause,
        is_paused=is_paused,
    )


def after_failures(count: int) -> ScheduleState:
    state = ScheduleState()
    for _ in range(count):
        state = after_probe(state, OFFLINE)
    return state


def test_the_program_begins_with_a_sync_at_once() -> None:
    assert next_action(ScheduleState()) is Action.SYNC
    assert next_check_s(ScheduleState(), 0, Random(1)) == 0


def test_without_a_line_only_a_hello_goes_out_until_it_is_answered() -> None:
    state = after_sync(ScheduleState(), outcome(OFFLINE))
    assert next_action(state) is Action.PROBE
    state = after_probe(state, OFFLINE)
    assert next_action(state) is Action.PROBE
    state = after_probe(state, None)
    assert next_action(state) is Action.SYNC
    assert next_check_s(state, 0, Random(1)) == 0


@given(st.integers(1, 500), st.integers(0, 2**32))
def test_a_line_that_comes_back_is_noticed_in_time(failures: int, seed: int) -> None:
    wait = next_check_s(after_failures(failures), 3, Random(seed))
    assert wait is not None
    assert 0 <= wait <= min(PROBE_CAP_S, 2.0**failures)


def test_waiting_work_goes_out_sooner_than_news_are_asked_for() -> None:
    state = after_sync(ScheduleState(), outcome())
    assert next_action(state) is Action.SYNC
    assert next_check_s(state, 4, Random(1)) == EAGER_S
    assert next_check_s(state, 0, Random(1)) == IDLE_S


def test_progress_before_a_cut_makes_the_next_try_an_early_one() -> None:
    tired = after_failures(9)
    assert after_sync(tired, outcome(OFFLINE)).failures == 10
    assert after_sync(tired, outcome(OFFLINE, sent=3)).failures == 1
    assert after_sync(tired, outcome(OFFLINE, fetched=3)).failures == 1


def test_what_was_cut_in_the_middle_goes_on_without_a_hello_first() -> None:
    state = after_sync(ScheduleState(), outcome(OFFLINE, sent=3))
    assert next_action(state) is Action.SYNC
    assert next_action(after_sync(state, outcome(OFFLINE))) is Action.PROBE


def test_a_line_that_carried_a_moment_ago_is_looked_at_often_before_the_wait_grows() -> None:
    state = after_sync(ScheduleState(), outcome(OFFLINE, sent=3))
    seen = []
    for _ in range(10):
        state = after_probe(state, OFFLINE)
        seen.append(state.failures)
    assert seen == [1, 1, 1, 1, 1, 1, 1, 2, 3, 4]
    assert after_probe(after_sync(ScheduleState(), outcome(OFFLINE, sent=3)), CentreBusyError(*WORDS)).failures == 2


@pytest.mark.parametrize("step", [Step.SEND, Step.FETCH])
def test_while_batches_get_smaller_cut_by_cut_the_wait_does_not_get_longer(step: Step) -> None:
    state = ScheduleState()
    for _ in range(10):
        state = after_sync(state, outcome(OFFLINE, step=step))
        assert (state.failures, next_action(state)) == (1, Action.SYNC)
    for tries in range(2, 5):
        state = after_sync(after_probe(state, None), outcome(OFFLINE, step=step))
        assert (state.failures, next_action(state)) == (tries, Action.PROBE)
    assert after_sync(state, outcome(OFFLINE, sent=1)).cuts == 0


@pytest.mark.parametrize("error", [DeviceRevokedError(*WORDS), ClientTooOldError(*WORDS), ChainError(*WORDS)])
def test_where_trying_again_makes_no_sense_only_the_user_goes_on(error: FieldKitError) -> None:
    for state in (after_sync(ScheduleState(), outcome(error, sent=2)), after_probe(ScheduleState(), error)):
        assert next_action(state) is Action.REST
        assert next_check_s(state, 5, Random(1)) is None


def test_a_pause_lasts_until_the_user_goes_on() -> None:
    state = after_sync(ScheduleState(), outcome(is_paused=True))
    assert next_action(state) is Action.REST
    assert next_check_s(state, 5, Random(1)) is None


@given(st.integers(0, 3600), st.integers(0, 2**32))
def test_a_busy_centre_is_left_alone_as_long_as_it_asks(asked: int, seed: int) -> None:
    state = after_sync(ScheduleState(), outcome(CentreBusyError(*WORDS, asked)))
    wait = next_check_s(state, 5, Random(seed))
    assert wait is not None
    assert asked <= wait <= asked + PROBE_CAP_S


def test_a_wait_hint_of_the_contact_is_kept_although_work_waits() -> None:
    state = after_sync(ScheduleState(), outcome(wait_s=90))
    assert next_check_s(state, 5, Random(1)) == 90


def test_trouble_at_the_centre_is_tried_again() -> None:
    state = after_sync(ScheduleState(), outcome(CentreTroubleError(*WORDS)))
    assert next_action(state) is Action.PROBE
    assert next_check_s(state, 0, Random(1)) is not None


def test_a_good_round_forgets_the_failures_before_it() -> None:
    assert after_sync(after_failures(5), outcome()).failures == 0


def test_a_centre_that_answers_hello_and_fails_at_the_rest_is_left_alone_longer_each_time() -> None:
    state = ScheduleState()
    for tries in range(1, 6):
        state = after_sync(after_probe(state, None), outcome(CentreTroubleError(*WORDS), step=Step.SEND))
        assert (state.failures, state.cuts) == (tries, 0)
    assert next_action(after_probe(state, None)) is Action.SYNC
    assert next_check_s(after_probe(state, None), 3, Random(1)) == 0
