"""What the law, the office and practice do to a laptop's rows is no tampering: the next look finds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.demo.laptop import practice_laptop
from fieldkit.demo.practice import MARK as PRACTICE
from fieldkit.store.keeping.tampering import look_through
from fieldkit.store.store import Store
from tests.flows.enrolled import Ground, edit, kinds, people, village_and_office
from tests.flows.test_erased_by_law import MARK, is_gone, marked, ordered, settled
from tests.flows.test_rows_that_leave import leave
from tests.laptops import opened, registered
from tests.sealing import seal_all


def alarms_nobody(*stores: Store) -> None:
    """As it was written, and once it is sealed."""
    for store in stores:
        assert not look_through(store)
        seal_all(store)
        assert not look_through(store)


@pytest.mark.parametrize("is_sealed", [True, False])
def test_values_that_are_erased_by_law_alarm_nobody(ground: Ground, is_sealed: bool) -> None:
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    person = marked(ani)
    settled(ani, budi)
    edit(budi, person, remarks="sudah pindah")
    for laptop in (ani, budi) if is_sealed else ():
        seal_all(laptop.store)
    ordered(ground, person)
    settled(ani, budi)
    assert is_gone(ani, MARK)
    alarms_nobody(ani.store, budi.store)
    settled(ani, budi)
    assert "tampered" not in kinds(ground)


def test_somebody_who_was_registered_here_leaves_and_alarms_nobody(ground: Ground) -> None:
    pair = village_and_office(ground)
    here, office, person = pair
    opened(here.store)
    registered(here.store, person)
    assert here.sync().all_sent
    for laptop in (here, office):
        seal_all(laptop.store)
    leave(ground, pair)
    ground.clock.pass_by(days=200)
    settled(here, office)
    alarms_nobody(here.store, office.store)


def test_somebody_whom_nothing_holds_here_leaves_and_alarms_nobody(ground: Ground) -> None:
    pair = village_and_office(ground)
    here, _, _ = pair
    seal_all(here.store)
    leave(ground, pair)
    assert here.sync().cause is None
    assert people(here) == []
    alarms_nobody(here.store)


def test_practice_alarms_nobody(tmp_path: Path) -> None:
    laptop = practice_laptop(tmp_path, PRACTICE)
    try:
        alarms_nobody(laptop.store)
        laptop.clock.set("09:10")
        opened(laptop.store)
        registered(laptop.store)
        alarms_nobody(laptop.store)
    finally:
        laptop.store.close()
