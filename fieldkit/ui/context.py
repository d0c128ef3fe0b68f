"""What every page is given: the parts of the app, joined in `app`, and who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject

from fieldkit.host.clock import Clock
from fieldkit.host.folders import Folders
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.people import AppUser
from fieldkit.store.store import Store
from fieldkit.ui.messages import Messages
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import LanesLike

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
