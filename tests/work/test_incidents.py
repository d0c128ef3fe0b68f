"""Incidents begin, end, and are taken back; each of it is one more fact."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from fieldkit.domain.errors import ClosedError, RuleError
from fieldkit.domain.incident import IncidentKind
from fieldkit.store.queries.today.day import IncidentRow, incidents_of_day
from fieldkit.store.store import Store
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.shifts.incidents import begin_incident, end_incident, reopen_incident, withdraw_incident
from fieldkit.work.sign_in import check_in, set_first_pin
from tests.laptops import StillClock, add_user, laptop, opened

PIN = "274913"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Store:
    store = laptop(tmp_path, clock)
    add_user(store)
    opened(store)
    return store


def incidents(store: Store) -> list[IncidentRow]:
    return store.query(incidents_of_day, "2019-02-23")


def facts(store: Store) -> int:
    return int(store.query(lambda d: d.value("SELECT count(*) FROM incident")))


def test_an_incident_noted_by_mistake_is_withdrawn_by_a_fact_of_its_own(store: Store) -> None:
    incident = store.execute(begin_incident, IncidentKind.POWER)
    store.execute(withdraw_incident, incident)
    assert (incidents(store), facts(store)) == ([], 2)


def test_an_end_that_is_taken_back_lets_the_incident_last_since_it_began(store: Store, clock: StillClock) -> None:
    incident = store.execute(begin_incident, IncidentKind.POWER, "UPS menahan laptop")
    [begun] = incidents(store)
    clock.pass_by(minutes=16)
    ended = store.execute(end_incident, incident)
    store.execute(reopen_incident, ended)
    [again] = incidents(store)
    assert (again.began_at, again.ended_at, again.effect) == (begun.began_at, "", "UPS menahan laptop")
    assert facts(store) == 3


def test_whoever_names_the_first_fact_means_the_incident_as_it_stands_now(store: Store, clock: StillClock) -> None:
    incident = store.execute(begin_incident, IncidentKind.WEATHER)
    clock.pass_by(minutes=4)
    store.execute(end_incident, incident)
    store.execute(withdraw_incident, incident)
    assert incidents(store) == []
    with pytest.raises(RuleError, match="sudah dibatalkan"):
        store.execute(withdraw_incident, incident)


def test_what_a_closing_has_signed_is_not_taken_back(store: Store) -> None:
    incident = store.execute(begin_incident, IncidentKind.NETWORK)
    shift = store.meta.get("current_shift")
    code_hash = hashlib.sha256(b"KODE12").hexdigest()
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", code_hash, store.user))
    set_first_pin(store, store.user, "kode12", PIN)
    store.execute(close_shift, CloseShift(str(shift), 46), check_in(store, store.user, PIN))
    with pytest.raises(ClosedError):
        store.execute(withdraw_incident, incident)
    assert len(incidents(store)) == 1
