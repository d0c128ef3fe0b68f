"""Drives the sync from the window: a timer asks the schedule, the network lane does the work, one signal tells."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from fieldkit.domain.errors import FieldKitError
from fieldkit.host.clock import Clock
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.progress import Progress, Step, StepState, SyncOutcome
from fieldkit.sync.schedule import (
    EAGER_S,
    IDLE_S,
    Action,
    ScheduleState,
    after_probe,
    after_sync,
    next_action,
    next_check_s,
)
from fieldkit.ui.threads import LanesLike

if TYPE_CHECKING:
    import httpx

    from fieldkit.sync.doorway import Doorway
    from fieldkit.sync.engine import SyncEngine

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SyncState:
    """How things stand between this laptop and the centre, for strip and page."""

    is_enrolled: bool = False
    is_online: bool = False
    since: datetime | None = None
    """Since when it is online, or offline; None before the first try."""
    is_running: bool = False
    is_pausing: bool = False
    """The user asked for a pause, and the batch on its way is waited for."""
    is_paused: bool = False
    steps: dict[Step, Progress] = field(default_factory=dict)
    """The last word of each step of this round."""
    told_at: dict[Step, datetime] = field(default_factory=dict)
    """When each step last said something."""
    outcome: SyncOutcome | None = None
    """What came of the last round that ended."""
    ended_at: datetime | None = None
    cause: FieldKitError | None = None
    """Why the centre was not reached at the last try."""
    next_try_s: float | None = None


class SyncDriver(QObject):
    """Keeps `state` true and syncs by itself. Lives on the main thread and never takes the focus.

    The engine and what it reads of the store are used in the network lane alone.
    """

    changed = Signal()
    _told = Signal(object)

    def __init__(
        self,
        exchange: Exchange,
        lanes: LanesLike,
        clock: Clock,
        parent: QObject | None = None,
        *,
        transport: httpx.BaseTransport | None = None,
        is_quiet: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self._transport, self._is_quiet = transport, is_quiet
        self.state = SyncState(is_enrolled=exchange.origin() is not None)
        self._exchange, self._lanes, self._clock = exchange, lanes, clock
        self._schedule = ScheduleState()
        self._random = Random()  # noqa: S311 - jitter, not a secret
        self._stop = threading.Event()
        self._engine: SyncEngine | None = None
        self._is_wanted_again = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._act)
        self._told.connect(self._on_progress)

    def start(self) -> None:
        """Begin to look for the centre; nothing happens on a laptop that is not enrolled."""
        self._lanes.run("network", self._connected, self._on_connected, self._on_failed, self)

    def sync_now(self) -> None:
        """Sync at once, as asked by the user; goes on after a pause."""
        if self.state.is_running or self._engine is None:
            return
        self._schedule = ScheduleState()
        self._act()

    def sync_afresh(self) -> None:
        """Sync at once, or again after the round that runs, which began before what is wanted now."""
        self._is_wanted_again = self.state.is_running
        self.sync_now()

    def pause(self) -> None:
        """End the round between two batches, and stay quiet until `sync_now`."""
        if self.state.is_running and not self.state.is_pausing:
            self._stop.set()
            self._set(is_pausing=True)

    def toggle_pause(self) -> None:
        """Pause what is running, else go on."""
        if self.state.is_running:
            self.pause()
        else:
            self.sync_now()

    def work_saved(self) -> None:
        """Something was written here: while all is well it goes out soon, not at the end of a long wait."""
        is_waiting_long = self._timer.isActive() and self._timer.remainingTime() > EAGER_S * 1000
        if is_waiting_long and not self._schedule.failures:
            self._lanes.run("network", self._exchange.waiting, self._on_counted, self._on_failed, self)

    def ask(self, ask: Callable[[Doorway], T]) -> T:
        """Ask the centre something beside the rounds, over a connection of its own. For the network lane alone."""
        from fieldkit.sync.engine import doorway_of

        doorway = doorway_of(self._exchange, self._transport)
        try:
            return ask(doorway)
        finally:
            doorway.close()

    def close(self) -> None:
        """Stop the timer and the round. The network lane may still be busy with it: close the lanes next."""
        self._timer.stop()
        self._stop.set()

    def hang_up(self) -> None:
        """Close the connection, once the lanes are closed."""
        if self._engine is not None:
            self._engine.close()

    def _connected(self) -> SyncEngine | None:
        if not self._exchange.origin():
            return None
        from fieldkit.sync.engine import connect

        return connect(self._exchange, self._clock, self._told.emit, self._transport, self._is_quiet)

    def _on_connected(self, engine: SyncEngine | None) -> None:
        self._engine = engine
        self._set(is_enrolled=engine is not None)
        if engine is not None:
            self._timer.start(0)

    def _act(self) -> None:
        engine = self._engine
        if engine is None or self.state.is_running:
            return
        self._timer.stop()
        action = next_action(self._schedule)
        if action is Action.PROBE:
            self._lanes.run("network", lambda: self._probed(engine), self._on_probed, self._on_failed, self)
        elif action is Action.SYNC:
            self._stop = stop = threading.Event()
            self._set(is_running=True, is_pausing=False, is_paused=False, next_try_s=None, steps={}, told_at={})
            self._lanes.run("network", lambda: engine.run(stop), self._on_synced, self._on_failed, self)

    def _probed(self, engine: SyncEngine) -> tuple[FieldKitError | None, int]:
        return engine.probe(), self._exchange.waiting()

    def _on_probed(self, told: tuple[FieldKitError | None, int]) -> None:
        error, waiting = told
        self._schedule = after_probe(self._schedule, error)
        # A hello that was answered is no news yet: what a round comes to decides whether the centre can be worked with.
        if error is not None:
            self._reached(error)
        self._plan(waiting)

    def _on_synced(self, outcome: SyncOutcome) -> None:
        self._schedule = after_sync(self._schedule, outcome)
        # Asked for after the last batch the pause comes too late for this round, but not for the next one.
        is_paused = outcome.is_paused or self._stop.is_set()
        if is_paused:
            self._schedule = replace(self._schedule, is_stopped=True)
        ended_at = self._clock.now_utc()
        self._set(is_running=False, is_pausing=False, is_paused=is_paused, outcome=outcome, ended_at=ended_at)
        if not outcome.is_paused or self._was_answered():
            self._reached(outcome.cause)
        self._plan(outcome.waiting)
        if self._is_wanted_again and not is_paused:
            self._is_wanted_again = False
            self.sync_now()

    def _was_answered(self) -> bool:
        contact = self.state.steps.get(Step.CONTACT)
        return contact is not None and contact.state is StepState.DONE

    def _on_counted(self, waiting: int) -> None:
        if waiting and self._timer.isActive():
            self._plan(waiting)

    def _on_failed(self, problem: Exception) -> None:
        self._set(is_running=False, is_pausing=False)
        if isinstance(problem, FieldKitError):
            self._schedule = after_probe(self._schedule, problem)
            self._reached(problem)
            self._plan(0)
            return
        # A fault in the program ends this round, not the syncing of the day.
        self._start_timer(IDLE_S)
        raise problem

    def _on_progress(self, progress: Progress) -> None:
        step = progress.step
        told_at = {**self.state.told_at, step: self._clock.now_utc()}
        self._set(steps={**self.state.steps, step: progress}, told_at=told_at)

    def _reached(self, error: FieldKitError | None) -> None:
        is_online = error is None or not error.retry
        since = self.state.since if is_online == self.state.is_online and self.state.since else self._clock.now_utc()
        self._set(is_online=is_online, since=since, cause=error)

    def _plan(self, waiting: int) -> None:
        self._start_timer(next_check_s(self._schedule, waiting, self._random))

    def _start_timer(self, seconds: float | None) -> None:
        self._set(next_try_s=seconds)
        if seconds is not None:
            self._timer.start(int(seconds * 1000))

    def _set(self, **values: object) -> None:
        self.state = replace(self.state, **values)  # type: ignore[arg-type]
        self.changed.emit()
