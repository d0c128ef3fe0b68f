"""A centre that is put back to an earlier day is noticed, and gets back from the laptops what it lost."""

from __future__ import annotations

from fieldkit.domain.contradiction import Decision
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import CASE_FILE, RESIDENT, SAME_PERSON_LINK
from fieldkit.server.keeping.restoration import confirm
from fieldkit.server.office.refill import refill, settlements_without_case
from fieldkit.store.persons import shown_row
from fieldkit.sync.progress import Step
from fieldkit.work.cases import settle_case
from tests.flows.enrolled import Ground, edit
from tests.flows.restoring import backed_up, restored
from tests.laptops import REGENCY, add_people
from tests.server.served_centre import run


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


def test_a_link_by_rule_whose_ground_was_lost_ends_by_itself(ground: Ground, new_database: str) -> None:
    """Invariant 5: it followed from a NIK that the centre lost with a laptop, and nobody else has it any more."""
    dead, ani = ground.laptop("dead"), ground.laptop("ani")
    add_people(ani.store, "SITI NURAINI", on_list=False)
    ani.sync()
    (double,) = add_people(dead.store, "SITI NURAINI", on_list=False)
    edit(dead, double, nik="3574035211879902")
    dead.sync()
    ani.sync()
    backed_up(ground)
    edit(dead, double, nik="3574035211879901")
    for laptop in (dead, ani):
        laptop.sync()
    assert len(ani.rows(SAME_PERSON_LINK)) == 1
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani)
    assert confirm(after.centre)
    for _ in range(2):
        assert ani.sync().cause is None
    assert ani.rows(SAME_PERSON_LINK) == after.rows(SAME_PERSON_LINK) == []
    assert ani.store.query(shown_row, double) == double
    assert refill(after.centre, REGENCY, now_ms=now_ms(ground.clock))
    assert ani.sync().cause is None
    assert len(ani.rows(SAME_PERSON_LINK)) == 1
    assert ani.rows(SAME_PERSON_LINK) == after.rows(SAME_PERSON_LINK)
    assert ani.rows(RESIDENT) == after.rows(RESIDENT)


def test_a_link_by_rule_ends_also_where_its_person_comes_back_late(ground: Ground, new_database: str) -> None:
    """Invariant 5: its laptop was away at first, and the other one had another number by the time both were there."""
    late, ani = ground.laptop("late"), ground.laptop("ani")
    (first,) = add_people(ani.store, "SITI NURAINI", on_list=False)
    ani.sync()
    backed_up(ground)
    add_people(late.store, "SITI NURAINI", on_list=False)
    for laptop in (late, ani):
        laptop.sync()
    assert len(ani.rows(SAME_PERSON_LINK)) == 1
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, late)
    assert confirm(after.centre)
    edit(ani, first, nik="3574035211879902")
    for _ in range(2):
        assert ani.sync().cause is None
    assert len(ani.rows(SAME_PERSON_LINK)) == 1
    for laptop in (late, ani, late):
        assert laptop.sync().cause is None
    for laptop in (ani, late):
        assert laptop.rows(RESIDENT) == after.rows(RESIDENT)
        assert laptop.rows(SAME_PERSON_LINK) == after.rows(SAME_PERSON_LINK) == []


def test_a_settlement_finds_its_case_again_once_the_facts_open_it_anew(ground: Ground, new_database: str) -> None:
    """Invariant 6: it was made after the restore, about a case that the centre does not know any more."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    add_people(ani.store, "SITI NURAINI", on_list=False)
    ani.sync()
    backed_up(ground)
    add_people(budi.store, "DEWI LESTARI", on_list=False)
    for laptop in (budi, ani):
        laptop.sync()
    (case,) = ani.rows(CASE_FILE)
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, budi)
    ani.store.execute(settle_case, str(case[0]), Decision.RIGHT, "Dicocokkan dengan KK")
    ani.sync()
    assert confirm(after.centre)
    assert ani.sync().cause is None
    assert [each.case_id for each in settlements_without_case(after.centre, REGENCY)] == [case[0]]
    for laptop in (budi, ani, budi):
        assert laptop.sync().cause is None
    (found,) = after.rows(CASE_FILE)
    assert (found[0], "settled" in found) == (case[0], True)
    assert ani.rows(CASE_FILE) == budi.rows(CASE_FILE) == after.rows(CASE_FILE)
    assert settlements_without_case(after.centre, REGENCY) == []


def test_a_settlement_of_a_case_that_is_opened_under_another_id_is_listed(ground: Ground, new_database: str) -> None:
    """Invariant 6: both are there, and the office decides again with the old decision in sight."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    (person,) = add_people(ani.store, "SITI NURAINI", on_list=False)
    for laptop in (ani, budi):
        laptop.sync()
    backed_up(ground)
    for laptop, name in ((ani, "SITI NURAINY"), (budi, "SITI NURAENI")):
        edit(laptop, person, name=name)
        laptop.sync()
    ani.sync()
    (case,) = ani.rows(CASE_FILE)
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, budi)
    ani.store.execute(settle_case, str(case[0]), Decision.RIGHT, "Dicocokkan dengan KK")
    assert confirm(after.centre)
    for laptop in (ani, budi, ani):
        assert laptop.sync().cause is None
    (anew,) = after.rows(CASE_FILE)
    assert (anew[0] == case[0], "open" in anew) == (False, True)
    (kept,) = settlements_without_case(after.centre, REGENCY)
    assert (kept.case_id, kept.decision) == (case[0], Decision.RIGHT)
    listed = run("refill", "--database", new_database, "--regency", REGENCY)
    assert f"case_settlement\t{case[0]}\tright" in listed
    assert "putuskan lagi" in listed
