"""What comes of a laptop that nobody is let in to: a code of the office is tried, and what waits here goes home."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldkit.domain.errors import RuleError
from fieldkit.host.files import write_out
from fieldkit.store.store import Store
from fieldkit.ui.door.letting_in import renew
from fieldkit.ui.door.renewal import RenewalStep
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.sync_driver import SyncDriver
from fieldkit.ui.threads import LanesLike

if TYPE_CHECKING:
    from fieldkit.sync.bundle import Bundle


class Renewing(QObject):
    """Does what the step asks for, and tells it what came of it."""

    changed = Signal()
    """Somebody may be let in by now."""

    def __init__(self, step: RenewalStep, store: Store, lanes: LanesLike, failed: Callable[[Exception], None]) -> None:
        super().__init__(step)
        self._step, self._store, self._lanes, self._failed = step, store, lanes, failed
        self._sync: SyncDriver | None = None
        step.asked.connect(self._renew)
        step.bundle_asked.connect(self._make_bundle)

    def watch(self, sync: SyncDriver) -> None:
        """By which road what waits goes home, and how it stands."""
        self._sync = sync
        self._step.sync_asked.connect(sync.sync_now)
        sync.changed.connect(self._show_line)

    def _show_line(self) -> None:
        if self._sync is not None and self._step.isVisible():
            self._step.show_sync(self._sync.state)
            self.changed.emit()

    def _renew(self, code: str) -> None:
        self._lanes.run("store", lambda: renew(self._store, code), self._on_renewed, self._failed, self)

    def _on_renewed(self, problem: RuleError | None) -> None:
        if problem is not None:
            self._step.show_problem(problem)
        else:
            self._step.show_renewed()
            self.changed.emit()

    def _make_bundle(self) -> None:
        # Hardly ever asked for, and no door waits for it.
        from fieldkit.sync.bundle import make_bundle

        self._lanes.run("store", lambda: make_bundle(self._store), self._save_bundle, self._failed, self)

    def _save_bundle(self, bundle: Bundle) -> None:
        from fieldkit.ui.usb import place_for

        path = place_for(self._step, bundle)
        if path is not None:
            written = tr("{n} perubahan ditulis ke kiriman USB", n=count(bundle.changes))
            self._lanes.run(
                "network",
                lambda: write_out(path, bundle.content),
                lambda _: self._step.show_news(written),
                self._failed,
                self,
            )
