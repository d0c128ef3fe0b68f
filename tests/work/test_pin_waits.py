"""Wrong PINs make whoever guesses wait, whatever the clock on the wall is set to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fieldkit.domain.errors import SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.store.queries.people import local_user, put_local_user
from fieldkit.store.store import Store
from fieldkit.work import sign_in
from fieldkit.work.sign_in import check_in, seconds_to_wait, set_first_pin
from tests.laptops import add_user, fresh_store, laptop

PIN = "274913"


@dataclass
class TwoClocks:
    """The clock on the wall, which a thief can set, and the one that only time moves."""

    wall: datetime = field(default_factory=lambda: datetime(2019, 2, 23, 9, 5, tzinfo=UTC))
    seconds: float = 5_000.25

    def now_utc(self) -> datetime:
        return self.wall

    def monotonic_s(self) -> float:
        return self.seconds

    def pass_s(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> TwoClocks:
    return TwoClocks()


@pytest.fixture
def store(tmp_path: Path, clock: TwoClocks) -> Store:
    store = laptop(tmp_path, clock)  # type: ignore[arg-type]
    user = add_user(store)
    code_hash = hashlib.sha256(b"KODE12").hexdigest()
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", code_hash, user))
    set_first_pin(store, user, "KODE12", PIN)
    return store


def tried(store: Store, pin: str = "000001") -> str:
    """What came of one try."""
    try:
        check_in(store, store.user, pin)
    except SignatureError as error:
        return error.problems[0].code
    return "right"


def locked(store: Store) -> UserId:
    """Five wrong PINs."""
    assert [tried(store) for _ in range(5)] == ["wrong_pin"] * 5
    return store.user


def test_after_five_wrong_pins_not_even_the_right_one_is_looked_at(store: Store, clock: TwoClocks) -> None:
    user = locked(store)
    assert seconds_to_wait(store, user) == 30
    assert tried(store, PIN) == "waiting"
    clock.pass_s(29)
    assert tried(store, PIN) == "waiting"
    clock.pass_s(2)
    assert tried(store, PIN) == "right"
    assert seconds_to_wait(store, user) == 0


def test_the_wait_doubles_up_to_an_hour(store: Store, clock: TwoClocks) -> None:
    user = locked(store)
    waits = []
    for _ in range(9):
        waits.append(seconds_to_wait(store, user))
        clock.pass_s(waits[-1] + 1)
        assert tried(store) == "wrong_pin"
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]


@pytest.mark.parametrize("days", [-7000, -1, 1, 7000])
def test_a_clock_that_is_set_shortens_no_wait_and_makes_none_longer(store: Store, clock: TwoClocks, days: int) -> None:
    user = locked(store)
    clock.wall += timedelta(days=days)
    assert seconds_to_wait(store, user) == 30
    clock.pass_s(31)
    assert tried(store, PIN) == "right"


def test_a_restart_of_the_program_forgives_nothing_and_forgets_no_second(
    store: Store, clock: TwoClocks, tmp_path: Path
) -> None:
    user = locked(store)
    store.close()
    clock.pass_s(12)
    again = fresh_store(tmp_path / "fieldkit.db", clock)
    assert seconds_to_wait(again, user) in (18, 19)
    again.close()


def test_after_a_restart_of_the_computer_the_longer_wait_holds(store: Store, clock: TwoClocks, tmp_path: Path) -> None:
    user = locked(store)
    store.close()
    clock.seconds = 3.0
    again = fresh_store(tmp_path / "fieldkit.db", clock)
    assert seconds_to_wait(again, user) == 30
    clock.pass_s(10)
    assert seconds_to_wait(again, user) == 20
    again.user = user
    clock.pass_s(20)
    assert tried(again, PIN) == "right"
    again.close()


def test_nobody_else_has_to_wait(store: Store) -> None:
    locked(store)
    other = add_user(store, "Agus Prasetyo", "operator")
    assert seconds_to_wait(store, other) == 0
    assert tried(store) == "no_pin"


def test_a_pin_that_another_program_sets_while_the_former_one_is_looked_at_stays(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_at(_verifier: str, _pin: str) -> bool:
        before = store.query(local_user, store.user)
        assert before is not None
        store.write_local(put_local_user, replace(before, verifier="new", sealed_key="new"))
        return True

    monkeypatch.setattr(sign_in, "check_pin", looked_at)
    assert tried(store, PIN) == "right"
    kept = store.query(local_user, store.user)
    assert kept is not None
    assert (kept.verifier, kept.sealed_key, kept.failures) == ("new", "new", 0)
