"""Restores and copies of laptop and centre in orders that nobody planned: no work is lost, and none is turned back."""

from __future__ import annotations

import shutil

import httpx

from fieldkit.records.tables import CASE_FILE, RESIDENT
from fieldkit.server.cases import WEIGHTY
from fieldkit.server.keeping.restoration import confirm
from tests.flows.enrolled import Ground, Laptop, edit, kinds
from tests.flows.restoring import backed_up as centre_backed_up
from tests.flows.restoring import opened_at
from tests.flows.restoring import restored as centre_restored
from tests.flows.test_restored_and_copied import assert_agreed, backed_up, copied, names, settled
from tests.laptops import add_people

PHONE = RESIDENT.column_names.index("phone") + 4


def phones(laptop: Laptop) -> list[object]:
    return [row[PHONE] for row in laptop.rows(RESIDENT)]


def met(*laptops: Laptop) -> None:
    """Rounds until everybody knows everything, also of laptops that wrote nothing."""
    for laptop in (*laptops, *laptops):
        assert laptop.sync().cause is None


def no_pull(request: httpx.Request) -> None:
    if request.url.path.endswith("/pull"):
        raise httpx.ReadError("cut")


def test_a_copy_that_was_restored_as_well_keeps_the_order_of_its_own_edits(ground: Ground) -> None:
    """Invariant 6: the last word that was written here stands, whatever origins it was written under."""
    laptop = ground.laptop("P1")
    (person,) = add_people(laptop.store, "SITI NURAINI", on_list=False)
    assert laptop.sync().all_sent
    clone = opened_at(ground, copied(laptop, ground))
    edit(laptop, person, address="Jl. Ikan Hiu 2")
    assert laptop.sync().all_sent
    edit(clone, person, phone="+6281200009901")
    backup = backed_up(clone, ground)
    clone.store.close()
    restored = opened_at(ground, backup)
    ground.clock.pass_by(minutes=1)
    edit(restored, person, phone="+6281200009902")
    settled(restored, laptop)
    assert phones(restored) == phones(laptop) == ["+6281200009902"]
    assert_agreed(ground, laptop, restored)


def test_a_copy_does_not_take_for_its_own_what_another_incarnation_of_its_name_wrote(ground: Ground) -> None:
    """Invariant 6: two restored copies call themselves the same; a name that only one of them gave is not replaced."""
    laptop = ground.laptop("P1")
    (person,) = add_people(laptop.store, "SITI NURAINI", on_list=False)
    assert laptop.sync().all_sent
    early = ground.folder / "early.db"
    shutil.copyfile(backed_up(laptop, ground), early)
    edit(laptop, person, name="SITI NURAINY")
    assert laptop.sync().all_sent
    late = backed_up(laptop, ground)
    laptop.store.close()
    ground.clock.pass_by(days=1)
    behind = opened_at(ground, early)
    ground.clock.pass_by(days=-1)
    ahead = opened_at(ground, late)
    assert ahead.sync().all_sent

    behind.line.before = no_pull
    behind.sync()
    assert behind.store.meta.origin == "3574-P1.3"
    edit(behind, person, name="SITI NURAENI")
    behind.line.before = lambda _: None
    settled(behind, ahead)

    assert names(ahead) == names(behind) == ["SITI NURAINY"]
    assert WEIGHTY in kinds(ground)


def test_work_of_an_earlier_incarnation_comes_back_also_where_a_copy_was_first_at_the_restored_centre(
    ground: Ground, new_database: str
) -> None:
    """Invariant 6: the centre holds other work under the same numbers, and lost what was sent under them before."""
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI", on_list=False)
    assert laptop.sync().all_sent
    centre_backed_up(ground)
    clone = opened_at(ground, copied(laptop, ground))
    add_people(clone.store, "DARI SALINAN", "JUGA DARI SALINAN", on_list=False)
    add_people(laptop.store, "HANYA DI SINI", on_list=False)
    assert laptop.sync().all_sent
    backup = backed_up(laptop, ground)
    laptop.store.close()
    restored = opened_at(ground, backup)
    assert restored.sync().all_sent
    ground.clock.pass_by(hours=1)

    after = centre_restored(ground, new_database, clone, restored)
    assert confirm(after.centre)
    assert clone.sync().all_sent
    settled(restored, clone)

    assert names(clone) == ["DARI SALINAN", "HANYA DI SINI", "JUGA DARI SALINAN", "SITI NURAINI"]
    assert_agreed(after, restored, clone)


def test_a_case_that_a_restored_centre_opens_again_is_there_once(ground: Ground, new_database: str) -> None:
    """Invariant 5: the case of before is settled by nobody any more, and would hold a card back for ever."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    (person,) = add_people(ani.store, "SITI NURAINI", on_list=False)
    met(ani, budi)
    centre_backed_up(ground)
    edit(ani, person, name="SITI NURAINY")
    edit(budi, person, name="SITI NURAENI")
    met(ani, budi)
    assert len(ani.rows(CASE_FILE)) == 1
    ground.clock.pass_by(hours=1)

    after = centre_restored(ground, new_database, ani, budi)
    assert confirm(after.centre)
    met(ani, budi)

    assert len(after.rows(CASE_FILE)) == 1
    assert ani.rows(CASE_FILE) == budi.rows(CASE_FILE) == after.rows(CASE_FILE)
