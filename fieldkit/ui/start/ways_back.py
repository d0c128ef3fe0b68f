"""Leads back to data that do not open: by a backup put in their place, or by the key in the office's safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldkit.host.folders import Folders
from fieldkit.host.keys import real_keyring
from fieldkit.store.keeping.offered import Offered, offered_backups, offered_file
from fieldkit.store.store import Store
from fieldkit.ui.language import tr
from fieldkit.ui.start.stage import Stage
from fieldkit.ui.start.troubles import Troubles
from fieldkit.ui.threads import LanesLike

if TYPE_CHECKING:
    from fieldkit.store.keeping.restore import Restored
    from fieldkit.ui.start.restore import Restoring
    from fieldkit.ui.start.unlock import Unlocking


class WaysBack(QObject):
    """Each ends in a look from the beginning, also where somebody left it. Their screens are hardly ever needed."""

    ended = Signal()

    def __init__(self, stage: Stage, folders: Folders, lanes: LanesLike, troubles: Troubles) -> None:
        super().__init__(stage)
        self._stage, self._folders, self._lanes, self._troubles = stage, folders, lanes, troubles

    def ask_backup(self, store: Store | None) -> None:
        """Which one comes in place of what is here; the store is closed first."""
        if self._stage.screen is not None:
            self._stage.screen.work_goes_on(tr("Cadangan sedang dicari. Tunggu sebentar."))
        self._lanes.run("store", lambda: _backups(self._folders, store), self._offer, self._troubles.met, self)

    def ask_rescue_key(self) -> None:
        """The words of the key in the safe, and a new passphrase where there is no keyring."""
        from fieldkit.ui.start.unlock import UnlockScreen

        def show(has_keyring: bool) -> None:
            screen = UnlockScreen(needs_phrase=not has_keyring)
            screen.given.connect(self._unlock)
            screen.left.connect(self.ended)
            self._stage.show(screen)

        self._lanes.run("store", lambda: real_keyring() is not None, show, self._troubles.met, self)

    def _offer(self, offered: tuple[Offered, ...]) -> None:
        from fieldkit.ui.start.restore import RestoreScreen

        screen = RestoreScreen(offered)
        screen.chosen.connect(self._restore)
        screen.file_asked.connect(self._look_at)
        screen.left.connect(self.ended)
        self._stage.show(screen)

    def _look_at(self, path: Path) -> None:
        self._lanes.run(
            "store", lambda: offered_file(self._folders, path), self._offer_too, self._troubles.refused, self
        )

    def _offer_too(self, offered: Offered) -> None:
        from fieldkit.ui.start.restore import RestoreScreen

        if isinstance(self._stage.screen, RestoreScreen):
            self._stage.screen.offer([offered])

    def _restore(self, typed: Restoring) -> None:
        from fieldkit.ui.start.restore import restore_with

        self._lanes.run(
            "store", lambda: restore_with(self._folders, typed), self._on_restored, self._troubles.refused, self
        )

    def _on_restored(self, restored: Restored) -> None:
        from fieldkit.ui.start.restore import RestoredScreen

        screen = RestoredScreen(restored)
        screen.done.connect(self.ended)
        self._stage.show(screen)

    def _unlock(self, typed: Unlocking) -> None:
        from fieldkit.ui.start.unlock import unlock_with

        self._lanes.run(
            "store",
            lambda: unlock_with(self._folders, typed),
            lambda _none: self.ended.emit(),
            self._troubles.refused,
            self,
        )


def _backups(folders: Folders, store: Store | None) -> tuple[Offered, ...]:
    """What can be put in place, once nothing holds the file any more."""
    if store is not None:
        store.close()
    return offered_backups(folders)
