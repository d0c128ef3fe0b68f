"""Versions of a list: a newer one supersedes, an earlier one comes back by one more step, and nobody is lost by it."""

from __future__ import annotations

from datetime import date

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.lists.version import VersionState, active_at_once
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.queries.lists.versions import ListVersion, list_versions, version_steps
from fieldkit.store.store import Store
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.versions import activate_version
from tests.laptops import JATI, StillClock
from tests.work.test_import_list import person

SITI, BUDI = person("SITI NURAINI", "3574035211879901"), person("BUDI HARTONO", "3574031211879902")
SRI = person("SRI RAHAYU", "3574035211879903")


def took(store: Store, name: str, *rows: object, former: str = "") -> str:
    command = ImportList(name, date(2019, 2, 22), rows, False, former_id=former)  # type: ignore[arg-type]
    return store.execute(import_list, command).list_id


def versions(store: Store) -> dict[str, ListVersion]:
    return {each.list.name: each for each in store.query(list_versions)}


def states(store: Store) -> dict[str, str]:
    return {name: each.state for name, each in versions(store).items()}


def test_a_newer_version_supersedes_the_former_and_takes_nobody_off(store: Store, clock: StillClock) -> None:
    former = took(store, "Januari", SITI, BUDI)
    clock.pass_by(days=1)
    took(store, "Februari", SITI, SRI, former=former)
    assert states(store) == {"Januari": VersionState.SUPERSEDED, "Februari": VersionState.ACTIVE}
    assert versions(store)["Januari"].people == 1
    assert store.query(list_counts, JATI).total == 3


def test_going_back_is_one_more_step_that_tells_who_and_when(store: Store, clock: StillClock) -> None:
    former = took(store, "Januari", SITI)
    clock.pass_by(days=1)
    took(store, "Februari", SITI, former=former)
    clock.pass_by(days=1)
    back = store.execute(activate_version, former)
    assert states(store) == {"Januari": VersionState.ACTIVE, "Februari": VersionState.SUPERSEDED}
    told = versions(store)["Januari"].steps
    assert [step.state for step in told] == ["checked", "active", "superseded", "active"]
    assert (told[-1].user_name, told[-1].other_name) == ("Rina Wulandari", "Februari")
    clock.pass_by(minutes=1)
    store.execute(back.verb, back.command)
    assert states(store) == {"Januari": VersionState.SUPERSEDED, "Februari": VersionState.ACTIVE}
    with pytest.raises(RuleError):
        store.execute(activate_version, back.command)


def test_of_three_versions_only_one_is_active(store: Store, clock: StillClock) -> None:
    first = took(store, "Satu", SITI)
    clock.pass_by(days=1)
    second = took(store, "Dua", SITI, former=first)
    clock.pass_by(days=1)
    took(store, "Tiga", SITI, former=second)
    clock.pass_by(days=1)
    store.execute(activate_version, first)
    assert states(store) == {"Satu": "active", "Dua": "superseded", "Tiga": "superseded"}


def test_lists_of_other_villages_are_no_versions_of_each_other(store: Store) -> None:
    took(store, "Jati", SITI)
    took(store, "Mangunharjo", BUDI)
    assert set(states(store).values()) == {VersionState.ACTIVE}
    assert {each.versions for each in versions(store).values()} == {1}


def test_a_version_that_is_superseded_by_rule_can_be_made_active_again(store: Store, clock: StillClock) -> None:
    former = took(store, "Januari", SITI)
    clock.pass_by(days=1)
    took(store, "Februari", SITI, former=former)
    clock.pass_by(days=1)
    took(store, "Februari, kantor lain", SITI, former=former)
    assert states(store) == {"Januari": "superseded", "Februari": "superseded", "Februari, kantor lain": "active"}
    other, by_rule = versions(store)["Februari, kantor lain"].id, versions(store)["Februari"].id
    clock.pass_by(days=1)
    back = store.execute(activate_version, by_rule)
    assert states(store) == {"Januari": "superseded", "Februari": "active", "Februari, kantor lain": "superseded"}
    assert back.command == other
    assert active_at_once(store.query(version_steps)) == []
