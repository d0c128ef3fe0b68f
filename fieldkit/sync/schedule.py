"""When a laptop syncs by itself. Pure: a timer of the window asks, the network lane does.

The timer fires, `next_action` says what to do, `after_probe` or `after_sync` notes what came of it, and `next_check_s`
says when to start the timer again. While the centre does not answer only a cheap hello goes out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from typing import Final

from fieldkit.domain.errors import CentreBusyError, FieldKitError, OfflineError
from fieldkit.sync.backoff import wait_s
from fieldkit.sync.progress import Step, SyncOutcome

EAGER_S: Final = 5.0
"""Work that waits on a good line goes out after this long, so that a burst makes one batch."""
IDLE_S: Final = 60.0
"""With nothing to send, news is asked for this often."""
PROBE_CAP_S: Final = 30.0
"""A line that comes back is noticed within this."""


_QUICK_TRIES: Final = 8
_CUTS_TO_LEARN: Final = 10
"""Each cut makes the next batch smaller: from the largest to one command it takes so many."""


class Action(StrEnum):
    """What to do now."""

    REST = "rest"
    PROBE = "probe"
    SYNC = "sync"


@dataclass(frozen=True)
class ScheduleState:
    """How things stand between laptop and centre."""

    failures: int = 0
    """Tries in a row that failed."""
    is_reachable: bool = True
    is_due: bool = True
    """A sync is to follow at once."""
    wait_s: float = 0.0
    """The centre asked to stay away so long."""
    cuts: int = 0
    """Rounds in a row that the line ended after the centre had answered, without anything getting through; those count
    as well that went on without a hello after such a cut."""
    quick_tries: int = 0
    """So many follow fast: the line carried a moment ago, and what is cut for good can be told later."""
    is_stopped: bool = False
    """Paused by the user, or trying again makes no sense; only the user goes on."""


def next_action(state: ScheduleState) -> Action:
    """What to do when the timer fires."""
    if state.is_stopped:
        return Action.REST
    return Action.SYNC if state.is_reachable else Action.PROBE


def after_probe(state: ScheduleState, error: FieldKitError | None) -> ScheduleState:
    """The state after a hello: answered, or not and why."""
    if error is None:
        # Only a whole round forgets the failures: a centre may answer a hello and fail at everything else.
        return replace(state, is_reachable=True, is_due=True, wait_s=0.0)
    return _after_failure(state, error)


def after_sync(state: ScheduleState, outcome: SyncOutcome) -> ScheduleState:
    """The state after a round."""
    if outcome.is_paused:
        return replace(state, is_stopped=True, is_due=False)
    if outcome.cause is None:
        return ScheduleState(is_due=False, wait_s=outcome.wait_s)
    # Whatever got through before the failure shows that the line carries: no reason to wait longer each time.
    moved = outcome.sent or outcome.fetched
    if moved:
        # What was cut in the middle goes on at once: a hello before it would cost a far line a round trip.
        return replace(_after_failure(ScheduleState(quick_tries=_QUICK_TRIES), outcome.cause), is_reachable=True)
    if _is_learning(state, outcome):
        # The line carries, only less at a time than was sent: to wait longer each time would not make it carry more.
        state = ScheduleState(cuts=state.cuts + 1, quick_tries=state.quick_tries)
        return replace(_after_failure(state, outcome.cause), is_reachable=True)
    return _after_failure(state, outcome.cause)


def _is_learning(state: ScheduleState, outcome: SyncOutcome) -> bool:
    was_answered = outcome.failed_step in (Step.SEND, Step.FETCH)
    return was_answered and isinstance(outcome.cause, OfflineError) and state.cuts < _CUTS_TO_LEARN


def _after_failure(state: ScheduleState, error: FieldKitError) -> ScheduleState:
    is_quick = isinstance(error, OfflineError) and state.quick_tries > 0
    asked_s = error.retry_after_s if isinstance(error, CentreBusyError) else 0
    return ScheduleState(
        failures=1 if is_quick else state.failures + 1,
        is_reachable=False,
        is_due=False,
        wait_s=asked_s,
        cuts=state.cuts,
        quick_tries=state.quick_tries - 1 if is_quick else 0,
        is_stopped=not error.retry,
    )


def next_check_s(state: ScheduleState, waiting: int, random: Random) -> float | None:
    """Seconds until the timer is to fire; None where only the user goes on."""
    if state.is_stopped:
        return None
    if state.is_due:
        return 0.0
    if state.failures:
        return wait_s(state.failures, random, retry_after_s=state.wait_s, cap_s=PROBE_CAP_S)
    return max(state.wait_s, EAGER_S if waiting else IDLE_S)
