"""Incidents begin, end, and are taken back; each of it is one more fact."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import ClosedError, RuleError
from fieldkit.domain.shifts.incident import Effect, IncidentKind, effect_words, read_effect
from fieldkit.store.queries.today.day import IncidentRow, incidents_of_day
from fieldkit.store.store import Store
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.shifts.incidents import (
    TellEffect,
    begin_incident,
    end_incident,
    reopen_incident,
    tell_effect,
    withdraw_incident,
)
from fieldkit.work.sign_in import check_in, set_first_pin
from tests.laptops import StillClock, add_user, laptop, opened

PIN = "274913"


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


def closed(store: Store) -> None:
    shift = store.meta.get("current_shift")
    code_hash = hashlib.sha256(b"KODE12").hexdigest()
    store.write_local(lambda d: d.run("UPDATE app_user SET start_code_hash = ? WHERE id = ?", code_hash, store.user))
    set_first_pin(store, store.user, "kode12", PIN)
    store.execute(close_shift, CloseShift(str(shift), 46), check_in(store, store.user, PIN))


def another_table(store: Store) -> None:
    """This laptop works in another shift from now on; the first one is open at the table of its own."""
    store.write_local(lambda d: d.run("UPDATE meta SET value = '' WHERE key = 'current_shift'"))
    opened(store, blanks=0)


def test_what_still_lasts_at_the_closing_ends_with_the_shift_and_the_next_one_may_have_its_own(
    store: Store, clock: StillClock
) -> None:
    store.execute(begin_incident, IncidentKind.POWER)
    clock.pass_by(minutes=30)
    closed(store)
    [signed] = store.query(lambda d: [row[0] for row in d.rows("SELECT document FROM closing")])
    assert [one["ended_at"] for one in json.loads(signed)["incidents"]] == ["2019-02-23T09:35:00.000Z"]
    opened(store, blanks=0)
    store.execute(begin_incident, IncidentKind.POWER)
    assert [bool(one.ended_at) for one in incidents(store)] == [True, False]


def test_an_incident_of_another_table_is_not_ours_to_end(store: Store) -> None:
    incident = store.execute(begin_incident, IncidentKind.POWER)
    another_table(store)
    for verb in (end_incident, withdraw_incident):
        with pytest.raises(RuleError, match="meja lain"):
            store.execute(verb, incident)
    store.execute(begin_incident, IncidentKind.POWER)
    assert [one.ended_at for one in incidents(store)] == ["", ""]


def test_what_lasts_already_does_not_begin_a_second_time(store: Store) -> None:
    incident = store.execute(begin_incident, IncidentKind.POWER)
    with pytest.raises(RuleError, match="masih berlangsung"):
        store.execute(begin_incident, IncidentKind.POWER)
    store.execute(end_incident, incident)
    store.execute(begin_incident, IncidentKind.POWER)
    assert len(incidents(store)) == 2


@pytest.mark.parametrize("role", ["keeper", "clerk", "viewer"])
def test_who_does_not_work_at_the_table_notes_no_incident(store: Store, role: str) -> None:
    incident = store.execute(begin_incident, IncidentKind.POWER)
    add_user(store, "Endah Dwi Lestari", role)
    for verb, what in ((begin_incident, IncidentKind.NETWORK), (end_incident, incident)):
        with pytest.raises(RuleError, match="petugas"):
            store.execute(verb, what)
    assert [one.ended_at for one in incidents(store)] == [""]


def test_what_a_closing_has_signed_is_not_taken_back(store: Store) -> None:
    incident = store.execute(begin_incident, IncidentKind.NETWORK)
    closed(store)
    with pytest.raises(ClosedError):
        store.execute(withdraw_incident, incident)
    assert len(incidents(store)) == 1


def test_what_an_incident_did_to_people_is_told_afterwards_and_again(store: Store) -> None:
    incident = store.execute(begin_incident, IncidentKind.POWER)
    told = store.execute(tell_effect, TellEffect(incident, Effect(4, " UPS  menahan laptop ")))
    assert [one.effect for one in incidents(store)] == ["4 orang dipulangkan; UPS menahan laptop"]
    store.execute(tell_effect, TellEffect(told, Effect()))
    assert [one.effect for one in incidents(store)] == [""]


def test_fewer_than_nobody_can_not_be_sent_home(store: Store) -> None:
    incident = store.execute(begin_incident, IncidentKind.POWER)
    with pytest.raises(RuleError, match="di bawah 0"):
        store.execute(tell_effect, TellEffect(incident, Effect(-1)))


@given(
    st.integers(0, 99_999),
    st.text("abc 4;.orng dipulk", max_size=30).filter(lambda note: not read_effect(" ".join(note.split())).sent_home),
)
def test_what_an_effect_says_is_read_as_it_was_told(sent_home: int, note: str) -> None:
    assert read_effect(effect_words(Effect(sent_home, note))) == Effect(sent_home, " ".join(note.split()))
