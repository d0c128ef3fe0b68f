"""Whoever guesses a PIN and kills the program between two tries, or in the middle of one, gains no try by it: also with
the clock of the laptop turned back, and with the computer started again."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fieldkit.domain.errors import BusyError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.records.codes import new_start_code
from fieldkit.records.start_codes import start_code_verifier
from fieldkit.records.tables import USER_KEY
from fieldkit.store.database import Database
from fieldkit.store.queries.people import LocalUser, local_user
from fieldkit.store.store import Store
from fieldkit.work import sign_in
from fieldkit.work.sign_in import check_in, seconds_to_wait, set_first_pin
from tests.laptops import KEY, add_user, fresh_store, laptop

PIN, WRONG = "274913", "100001"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are of Unix; Windows has neither")


@dataclass(frozen=True)
class SetClock:
    """A clock on the wall that somebody set, and the stopwatch of the computer."""

    days_back: int = 0
    seconds: float = 5_000.0

    def now_utc(self) -> datetime:
        return datetime(2019, 2, 23, 9, 5, tzinfo=UTC) - timedelta(days=self.days_back)

    def monotonic_s(self) -> float:
        return self.seconds


@dataclass
class Guarded:
    """A laptop on the disk; each run of the program on it is a process of its own that is killed."""

    path: Path
    user: UserId
    told: int = 0
    """Wrong PINs that somebody was told of."""

    def run(self, clock: SetClock, act: Callable[[Store, Callable[[str], None]], None]) -> list[str]:
        """What a program said before it was killed."""
        ear, mouth = os.pipe()
        child = os.fork()
        if not child:
            self._live(clock, mouth, act)
        os.close(mouth)
        with os.fdopen(ear) as said:
            words = said.read().split()
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)
        assert os.WTERMSIG(status) == signal.SIGKILL
        self.told += words.count("wrong_pin")
        return words

    def _live(self, clock: SetClock, mouth: int, act: Callable[[Store, Callable[[str], None]], None]) -> None:
        try:
            store = fresh_store(self.path, clock)
            act(store, lambda word: says(mouth, word))
            die()
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
        os._exit(1)

    def look(self, clock: SetClock) -> tuple[int, int]:
        """The failures that are noted, and the seconds to wait."""
        store = fresh_store(self.path, clock)
        known = store.query(local_user, self.user)
        left_s = seconds_to_wait(store, self.user)
        store.close()
        assert known is not None
        return known.failures, left_s

    def tries(self, store: Store, say: Callable[[str], None], *pins: str) -> None:
        """Try these, and tell what came of each."""
        for pin in pins:
            say(came_of(store, self.user, pin))


def says(mouth: int, word: str) -> None:
    os.write(mouth, f"{word}\n".encode())


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def put_start_code(database: Database, user: UserId, verifier: str) -> None:
    """As it comes down with a sync."""
    database.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", verifier, user)


def came_of(store: Store, user: UserId, pin: str) -> str:
    try:
        check_in(store, user, pin)
    except SignatureError as error:
        return error.problems[0].code
    return "right"


@pytest.fixture
def guarded(tmp_path: Path) -> Guarded:
    store = laptop(tmp_path, SetClock())  # type: ignore[arg-type]
    user = add_user(store)
    store.write_local(put_start_code, user, hashlib.sha256(b"KODE12").hexdigest())
    set_first_pin(store, user, "KODE12", PIN)
    store.close()
    return Guarded(tmp_path / "fieldkit.db", user)


@pytest.mark.parametrize("days_back", [0, 400])
def test_a_kill_after_each_try_forgives_none(guarded: Guarded, days_back: int) -> None:
    for run in range(5):
        clock = SetClock(days_back * run)
        words = guarded.run(clock, lambda store, say: guarded.tries(store, say, WRONG))
        assert words == ["wrong_pin"]
    assert guarded.look(SetClock(days_back * 5)) == (5, 30)
    words = guarded.run(SetClock(days_back * 6), lambda store, say: guarded.tries(store, say, PIN, WRONG, PIN))
    assert words == ["waiting"] * 3, "not even the right PIN is looked at"


def test_a_kill_in_the_middle_of_tries_and_of_the_wait(guarded: Guarded) -> None:
    guarded.run(SetClock(), lambda store, say: guarded.tries(store, say, WRONG, WRONG, WRONG))
    guarded.run(SetClock(1), lambda store, say: guarded.tries(store, say, WRONG, WRONG, WRONG))
    assert guarded.told == 5
    assert guarded.look(SetClock(2, seconds=5_010.0)) == (5, 20)
    words = guarded.run(SetClock(9, seconds=5_031.0), lambda store, say: guarded.tries(store, say, WRONG, PIN))
    assert words == ["wrong_pin", "waiting"]
    assert guarded.look(SetClock(9, seconds=5_031.0)) == (6, 60)


def test_a_computer_that_was_started_again_waits_from_the_beginning(guarded: Guarded) -> None:
    guarded.run(SetClock(), lambda store, say: guarded.tries(store, say, *[WRONG] * 5))
    for _ in range(3):
        words = guarded.run(SetClock(30, seconds=2.0), lambda store, say: guarded.tries(store, say, PIN))
        assert words == ["waiting"]
    assert guarded.look(SetClock(30, seconds=12.0)) == (5, 20)


def test_a_try_is_noted_before_it_is_looked_at(guarded: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed while the PIN is looked at, the try counts; killed before that was noted, it was not looked at."""

    def killed_in(name: str) -> list[str]:
        with monkeypatch.context() as patched:
            patched.setattr(sign_in, name, lambda *_: die())
            return guarded.run(SetClock(), lambda store, say: guarded.tries(store, say, WRONG))

    assert killed_in("put_failures") == []
    assert guarded.look(SetClock()) == (0, 0)
    for tried in range(1, 6):
        assert killed_in("check_pin") == []
        assert guarded.look(SetClock())[0] == tried
    assert guarded.told == 0
    assert guarded.run(SetClock(), lambda store, say: guarded.tries(store, say, PIN)) == ["waiting"]


def test_the_right_pin_ends_the_count_and_a_kill_right_after_brings_none_of_it_back(guarded: Guarded) -> None:
    guarded.run(SetClock(), lambda store, say: guarded.tries(store, say, WRONG, WRONG))
    assert guarded.run(SetClock(), lambda store, say: guarded.tries(store, say, PIN)) == ["right"]
    assert guarded.look(SetClock()) == (0, 0)


def test_of_two_programs_that_spend_a_code_at_once_one_sets_a_pin(
    guarded: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the code allows is looked at again under the lock: the slow work on a new PIN leaves time for another."""
    code, slowly = new_start_code(), sign_in.new_pin_verifier
    store, other = fresh_store(guarded.path, SetClock()), fresh_store(guarded.path, SetClock())
    store.write_local(put_start_code, guarded.user, start_code_verifier(code))

    def overtaken(pin: str) -> str:
        with monkeypatch.context() as alone:
            alone.setattr(sign_in, "new_pin_verifier", slowly)
            set_first_pin(other, guarded.user, code, PIN)
        return slowly(pin)

    with monkeypatch.context() as patched:
        patched.setattr(sign_in, "new_pin_verifier", overtaken)
        with pytest.raises(SignatureError, match="sudah dipakai"):
            set_first_pin(store, guarded.user, code, "618305")
    assert (came_of(store, guarded.user, "618305"), came_of(other, guarded.user, PIN)) == ("wrong_pin", "right")
    assert store.query(lambda d: d.value(f"SELECT count(*) FROM {USER_KEY.name}")) == 2
    other.close()
    store.close()


def test_of_many_programs_that_guess_at_once_each_try_counts(guarded: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the moment in which a try sees what was counted until it has counted itself, no other program writes."""
    store = fresh_store(guarded.path, SetClock())
    other = Database(guarded.path, KEY)
    other.run("PRAGMA busy_timeout = 0")
    let_in: list[bool] = []

    def seen(database: Database, user: str) -> LocalUser | None:
        with suppress(BusyError), other.transaction():
            let_in.append(True)
        return local_user(database, user)

    monkeypatch.setattr(sign_in, "local_user", seen)
    assert came_of(store, guarded.user, WRONG) == "wrong_pin"
    other.close()
    store.close()
    assert not let_in
