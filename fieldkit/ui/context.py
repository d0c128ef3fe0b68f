"""What every page is given: the parts of the app, joined in `app`, and who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from fieldkit.domain.zones import zone_of_origin
from fieldkit.host.clock import Clock
from fieldkit.host.computer import Computer, ThisComputer
from fieldkit.host.folders import Folders
from fieldkit.records.regions import RegionTable
from fieldkit.store.keeping.places import laptop_book
from fieldkit.store.queries.people import AppUser
from fieldkit.store.store import Store
from fieldkit.ui.messages import Messages
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import LanesLike
from fieldkit.work.inverse import Inverse

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """The parts of the app that a page may use."""

    store: Store
    lanes: LanesLike
    clock: Clock
    user: AppUser
    regions: RegionTable
    folders: Folders
    messages: Messages
    sync: SyncDriver
    computer: Computer = field(default_factory=ThisComputer)

    @property
    def home_zone(self) -> str:
        """The clock of this laptop's regency: what the day is until the store has told where the shift stands."""
        return zone_of_origin(laptop_book(self.folders.data).origin)

    def ask(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: str = "store",
    ) -> None:
        """Do `work` in a lane, then `done` on the main thread if `owner` is still there; a failure is shown."""
        self.lanes.run(lane, work, done, failed or self.messages.show_failure, owner)

    def done(self, title: str, text: str = "", *, inverse: Inverse[Any] | None = None, undone: str = "") -> None:
        """Say that something is written; where an inverse is named, the toast offers it, and says `undone` after it."""
        undo = partial(self._take_back, inverse, undone) if inverse is not None else None
        self.messages.done(title, text, undo=undo)

    def _take_back(self, inverse: Inverse[Any], undone: str) -> None:
        work = partial(self.store.execute, inverse.verb, inverse.command)
        self.ask(self.messages.window, work, lambda _: self.messages.done(undone))
