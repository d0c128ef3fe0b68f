"""The app started again and again on the same folders."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pages.start import StartDriver
from pytestqt.qtbot import QtBot

from fieldkit.app import SETTINGS_FILE, Launch
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import Folders
from fieldkit.host.keys import PassphraseKeyStore
from fieldkit.host.sealing import Cost
from fieldkit.host.settings import load_settings
from fieldkit.ui.threads import Lanes

QUICK = Cost(rounds=1, memory_kib=128, lanes=1)


def quick_sealing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal at a low cost: how hard it is to guess is tested elsewhere."""
    for room in ("opening", "own_key"):
        monkeypatch.setattr(
            f"fieldkit.store.keeping.{room}.PassphraseKeyStore",
            lambda path, phrase: PassphraseKeyStore(path, phrase, QUICK),
        )


@dataclass
class Begin:
    """Starts the app in the folders, again and again where a test wants to."""

    folders: Folders
    qtbot: QtBot
    launch: Launch | None = None

    def __call__(self) -> StartDriver:
        """End the one before, and start."""
        self.end()
        settings = load_settings(self.folders.data / SETTINGS_FILE)
        self.launch = Launch(self.folders, settings, Lanes(), SystemClock())
        return StartDriver(self.launch, self.qtbot)

    def end(self) -> None:
        """Close the window, and everything behind it."""
        launch, self.launch = self.launch, None
        if launch is not None:
            launch.window.close()
            launch.close()
            launch.window.deleteLater()

    def once(self) -> None:
        """A first start, ended at the enrolment."""
        self().wait_for("enrol")
        self.end()
