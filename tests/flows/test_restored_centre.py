"""A centre that is put back to an earlier day is noticed, and gets back from the laptops what it lost."""

from __future__ import annotations

from fieldkit.records.tables import RESIDENT
from fieldkit.server.keeping.restoration import confirm
from fieldkit.sync.progress import Step
from tests.flows.enrolled import Ground, edit
from tests.flows.restoring import backed_up, restored
from tests.laptops import add_people


def test_centre_restored_while_versions_are_re_used(ground: Ground, new_database: str) -> None:
    """Invariant 5: numbers that were given before the restore mean other rows after it, and nothing is lost."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    first, second = add_people(ani.store, "SITI NURAINI", "DEWI LESTARI", on_list=False)
    assert ani.sync().all_sent
    assert budi.sync().cause is None
    backed_up(ground)
    add_people(ani.store, "HANYA DI ANI", on_list=False)
    edit(ani, first, phone="081234901111")
    edit(ani, second, name="DEWI LESTARY")
    assert ani.sync().all_sent
    assert budi.sync().cause is None
    edit(budi, first, address="Jl. Ikan Hiu 2")
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, budi)
    add_people(budi.store, "HANYA DI BUDI", on_list=False)
    edit(budi, second, remarks="Datang sore")
    assert budi.sync().failed_step is Step.FETCH
    assert confirm(after.centre)
    for laptop in (budi, ani, budi, ani):
        assert laptop.sync().all_sent

    assert ani.rows(RESIDENT) == budi.rows(RESIDENT) == after.rows(RESIDENT)
    told = {str(row[0]): str(row) for row in ani.rows(RESIDENT)}
    assert "081234901111" in told[first]
    assert "Jl. Ikan Hiu 2" in told[first]
    assert "DEWI LESTARY" in told[second]
    assert "Datang sore" in told[second]
    assert len(told) == 4


def test_a_version_of_before_the_restore_claims_to_have_seen_nothing(ground: Ground, new_database: str) -> None:
    """Invariant 6: a name that was given meanwhile is not lost under a number that was given twice."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    backed_up(ground)
    (person,) = add_people(ani.store, *[f"WARGA {number}" for number in range(20)], "DEWI LESTARI", on_list=False)[-1:]
    assert ani.sync().all_sent
    assert budi.sync().cause is None
    edit(budi, person, remarks="Datang sore")
    assert budi.sync().all_sent
    for number in range(10):
        edit(budi, person, remarks=f"Datang sore {number}")
        assert budi.sync().all_sent
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, budi)
    edit(ani, person, name="DEWI LESTARY")
    ani.sync()
    budi.sync()
    edit(budi, person, name="DEWI LASTARI")
    outcome = budi.sync()
    assert [exception.reason for exception in outcome.exceptions] == ["weighty"]
    assert confirm(after.centre)
    for laptop in (ani, budi):
        assert laptop.sync().all_sent
    assert ani.rows(RESIDENT) == budi.rows(RESIDENT) == after.rows(RESIDENT)
