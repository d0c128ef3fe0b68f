"""What every page is given: the parts of the app, joined in `app`, and who is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.host.clock import Clock
from fieldkit.host.folders import Folders
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.people import AppUser
from fieldkit.store.store import Store
from fieldkit.ui.messages import Messages
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import LanesLike


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
