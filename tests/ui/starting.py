"""The app started again and again on the same folders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from pages.start import StartDriver
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.app.launch import Launch
from fieldkit.host.clock import Clock, SystemClock
from fieldkit.host.escrow import LaptopSecrets, escrow
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.keys import PassphraseKeyStore
from fieldkit.host.sealing import Cost
from fieldkit.host.settings import SETTINGS_FILE, load_settings
from fieldkit.records.wire import Enrolment
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.opening import choose_passphrase, open_store
from fieldkit.store.keeping.places import escrow_file
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.threads import Lanes
from tests.keyrings import RealKeyring
from tests.laptops import REGENCY, add_people, add_user
from tests.rescuing import rescue_key

PHRASE = "empat kata mudah diingat"
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
    clock: Clock = field(default_factory=SystemClock)

    def __call__(self) -> StartDriver:
        """End the one before, and start."""
        self.end()
        settings = load_settings(self.folders.data / SETTINGS_FILE)
        self.launch = Launch(self.folders, settings, Lanes(), self.clock)
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


@pytest.fixture
def account(account_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch) -> RealKeyring:
    monkeypatch.setattr("fieldkit.store.keeping.offered.carried_drive", lambda: None)
    quick_sealing(monkeypatch)
    return account_keyring


@pytest.fixture
def folders(tmp_path: Path, account: RealKeyring) -> Folders:
    return open_folders(tmp_path / "laptop")


@pytest.fixture
def begin(folders: Folders, qtbot: QtBot, themed_app: QApplication) -> Iterator[Begin]:
    made = Begin(folders, qtbot)
    yield made
    made.end()


def worked(folders: Folders, phrase: str = "", *, escrowed: bool = False) -> Path:
    """A laptop of the centre at which somebody works, and its backup."""
    if phrase:
        choose_passphrase(folders, phrase)
    store = open_store(folders, lambda: phrase, SystemClock())
    told = Enrolment(
        device_id="d", token="token", origin="3574-P2.1", regency=REGENCY, regency_name="Kota Probolinggo",
        areas=[REGENCY], centre_key="00" * 32,
    )  # fmt: skip
    Exchange(store).adopt(told, "00" * 32, "http://127.0.0.1:1")
    add_user(store)
    add_people(store, "SITI NURAINI")
    if escrowed:
        sealed = escrow(LaptopSecrets(store.key, "token"), rescue_key().public_hex)
        escrow_file(folders).write_bytes(msgspec.json.encode(sealed))
    backup = back_up(store, folders.backups).path
    store.close()
    open_store(folders, lambda: phrase, SystemClock()).close()
    return backup
