"""A code that served does not serve again, also where an older backup is put back and the clock set to its day."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring

from fieldkit.domain.errors import RuleError
from fieldkit.domain.lease import LeaseState
from fieldkit.host.clock import now_ms
from fieldkit.host.folders import Folders, open_folders
from fieldkit.host.keys import forget_keys
from fieldkit.records.phone_codes import LEASE
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.office.telephone import tell
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.opening import choose_passphrase, open_store
from fieldkit.store.keeping.places import database_file
from fieldkit.store.keeping.restore import restore
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.work.lease import call_about, look_at_lease, renew_by_phone
from tests.flows.enrolled import URL, Ground, WeatheredLine
from tests.keyrings import RealKeyring
from tests.laptops import REGENCY, OwnClock

PHRASE = "empat kata mudah diingat"


@dataclass
class RestartedClock(OwnClock):
    """The same, whose stopwatch began anew with the computer."""

    started_s: float = 0

    def monotonic_s(self) -> float:
        """Seconds since the last start."""
        return self.office.monotonic_s() - self.started_s

    def restart(self) -> None:
        """The computer is switched off and on again."""
        self.started_s = self.office.monotonic_s()


@dataclass
class Computer:
    """A laptop that is opened as the program opens it, with its key in the account's keyring or under a passphrase."""

    ground: Ground
    folders: Folders
    clock: RestartedClock
    store: Store

    def sync(self) -> None:
        """One round; it teaches by what codes are recognised."""
        line = WeatheredLine(self.ground.transport)
        with closing(connect(Exchange(self.store), self.clock, lambda _: None, line)) as engine:
            assert engine.run(threading.Event()).cause is None

    def state(self) -> LeaseState | None:
        now = look_at_lease(self.store)
        return now.state if now is not None else None

    def told(self) -> str:
        """What the office answers to what this laptop shows."""
        call = call_about(self.store, LEASE)
        assert call is not None
        return tell(self.ground.centre, REGENCY, call.asked.spoken, now_ms(self.ground.clock)).code

    def put_back(self, backup: Path) -> None:
        """Somebody restores an older backup."""
        self.store.close()
        restore(self.folders, backup, lambda: PHRASE)
        self.store = open_store(self.folders, lambda: PHRASE, self.clock)

    def refused(self, code: str) -> str:
        with pytest.raises(RuleError) as caught:
            renew_by_phone(self.store, code)
        return caught.value.problems[0].code


def computer_at(ground: Ground) -> Computer:
    folders, clock = open_folders(ground.folder / "computer"), RestartedClock(ground.clock)
    computer = Computer(ground, folders, clock, open_store(folders, lambda: PHRASE, clock))
    code = issue_code(ground.centre, REGENCY, areas=[REGENCY], now_ms=now_ms(ground.clock))
    enrol(Doorway(URL, transport=WeatheredLine(ground.transport)), Exchange(computer.store), code, "Laptop Jati")
    computer.sync()
    assert computer.state() is LeaseState.RUNS
    return computer


@pytest.fixture
def computer(ground: Ground, account_keyring: RealKeyring) -> Iterator[Computer]:
    made = computer_at(ground)
    yield made
    made.store.close()


def served(computer: Computer) -> tuple[Path, str]:
    """A backup of before, and the code that opened the laptop on its twentieth day."""
    computer.ground.clock.pass_by(days=1)
    backup = back_up(computer.store, computer.folders.backups).path
    computer.ground.clock.pass_by(days=19)
    assert computer.state() is LeaseState.OVER
    code = computer.told()
    renew_by_phone(computer.store, code)
    return backup, code


@pytest.mark.parametrize("days", [0, 1, 30])
def test_a_code_that_served_serves_no_more_after_an_older_backup_was_put_back(computer: Computer, days: int) -> None:
    backup, code = served(computer)
    computer.ground.clock.pass_by(days=days)
    computer.clock.wrong_by = -timedelta(days=days)
    computer.clock.restart()
    computer.put_back(backup)
    assert computer.refused(code) in ("phone_code_used", "phone_code_wrong")


def test_an_older_backup_brings_back_no_day_of_the_lease_and_takes_none(computer: Computer) -> None:
    backup, _ = served(computer)
    computer.put_back(backup)
    assert computer.state() is LeaseState.RUNS
    computer.ground.clock.pass_by(days=14)
    assert computer.state() is LeaseState.OVER
    computer.clock.wrong_by = -timedelta(days=33)
    computer.clock.restart()
    computer.put_back(backup)
    assert computer.state() is LeaseState.OVER
    renew_by_phone_right(computer)
    assert computer.state() is LeaseState.RUNS


def renew_by_phone_right(computer: Computer) -> None:
    """With the clock put right, as the screen asks for."""
    code = computer.told()
    assert computer.refused(code) == "clock"
    computer.clock.jump("right")
    renew_by_phone(computer.store, code)


def test_a_file_that_was_copied_back_by_hand_goes_forward_as_well(computer: Computer) -> None:
    file = database_file(computer.folders)
    computer.store.close()
    before = file.read_bytes()
    computer.store = open_store(computer.folders, str, computer.clock)
    _, code = served(computer)
    computer.store.close()
    file.write_bytes(before)
    computer.store = open_store(computer.folders, str, computer.clock)
    assert computer.state() is LeaseState.RUNS
    assert computer.refused(code) == "phone_code_used"


def test_where_no_keyring_knows_it_a_backup_recognises_no_code_until_the_next_contact(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", FailKeyring)
    choose_passphrase(open_folders(ground.folder / "computer"), PHRASE)
    computer = computer_at(ground)
    backup, code = served(computer)
    computer.put_back(backup)
    assert call_about(computer.store, LEASE) is None
    assert computer.refused(code) == "phone_code_wrong"
    computer.sync()
    ground.clock.pass_by(days=14)
    assert computer.state() is LeaseState.OVER
    renew_by_phone(computer.store, computer.told())
    computer.store.close()


def test_the_mark_goes_with_the_key(computer: Computer, account_keyring: RealKeyring) -> None:
    served(computer)
    (installation,) = {name.removesuffix("-lease") for _, name in account_keyring.entries if name.endswith("-lease")}
    forget_keys(installation)
    assert account_keyring.entries == {}
