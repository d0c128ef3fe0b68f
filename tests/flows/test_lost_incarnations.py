"""What a restored centre lost of laptops that went on under a new origin: the office is told again, once."""

from __future__ import annotations

from fieldkit.host.clock import now_ms
from fieldkit.records.tables import INCARNATION, RESIDENT
from fieldkit.server.cases import GAP, open_cases
from fieldkit.server.devices.laptops import devices
from fieldkit.server.keeping.restoration import confirm
from fieldkit.server.office.gaps import accept, gaps
from fieldkit.server.office.writing import add_user
from fieldkit.store.former import former
from fieldkit.store.keeping.backup import back_up
from tests.flows.enrolled import Ground, Laptop, edit, kinds
from tests.flows.restoring import backed_up, opened_at, restored
from tests.flows.test_lost_rows import column, kept_at, refilled, require_peace
from tests.laptops import REGENCY, add_people


def gone_on(ground: Ground, laptop: Laptop) -> Laptop:
    """The laptop as its backup brings it back, without what it wrote since; the centre was backed up in between."""
    backup = back_up(laptop.store, ground.folder / "backups").path
    add_people(laptop.store, "HILANG BERSAMA LAPTOP", on_list=False)
    laptop.store.close()
    backed_up(ground)
    return opened_at(ground, backup)


def come_anew(ground: Ground, database: str, *laptops: Laptop) -> Ground:
    ground.clock.pass_by(hours=1)
    after = restored(ground, database, *laptops)
    assert confirm(after.centre)
    return after


def test_a_gap_that_was_lost_with_its_laptop_is_told_to_the_office_again(ground: Ground, new_database: str) -> None:
    """Invariants 5 and 6: only another laptop still knows that one went on from a backup."""
    dead, ani = ground.laptop("dead"), ground.laptop("ani")
    again = gone_on(ground, dead)
    assert again.sync().cause is None
    assert ani.sync().cause is None
    (told,) = open_cases(ground.centre, REGENCY)

    after = come_anew(ground, new_database, ani)
    assert ani.sync().cause is None
    assert (kinds(after), after.rows(INCARNATION)) == ([], [])
    assert refilled(after) == {INCARNATION.name: 1}
    require_peace(after, ani)
    (case,) = gaps(after.centre, REGENCY)
    assert (case.kind, case.row, case.details) == (GAP, told.row, told.details)
    assert case.details["device"] == devices(after.centre, REGENCY)[0].id
    assert (kept_at(after), refilled(after), kinds(after)) == ([], {}, [GAP])


def test_a_gap_of_a_laptop_that_the_restored_centre_never_knew_is_told_all_the_same(
    ground: Ground, new_database: str
) -> None:
    """It was enrolled after the backup: there is no device to name."""
    ani = ground.laptop("ani")
    backed_up(ground)
    late = ground.laptop("late")
    backup = back_up(late.store, ground.folder / "backups").path
    late.store.close()
    assert opened_at(ground, backup).sync().cause is None
    assert ani.sync().cause is None

    after = come_anew(ground, new_database, ani)
    assert ani.sync().cause is None
    refilled(after)
    require_peace(after, ani)
    (case,) = gaps(after.centre, REGENCY)
    assert (case.details["device"], case.details["predecessor"]) == ("", "3574-P2.1")


def test_a_laptop_that_comes_back_after_its_gap_was_entered_still_finds_its_own(
    ground: Ground, new_database: str
) -> None:
    """What it wrote before it was restored does not contradict it, nobody is doubled, and one signature is enough."""
    late, ani = ground.laptop("late"), ground.laptop("ani")
    (person,) = add_people(late.store, "SITI NURAINI", on_list=False)
    assert late.sync().all_sent
    edit(late, person, name="SITI NURAINY")
    assert late.sync().all_sent
    again = gone_on(ground, late)
    assert again.sync().all_sent
    assert ani.sync().cause is None
    edit(again, person, name="SITI NURAENI")

    after = come_anew(ground, new_database, ani, again)
    assert ani.sync().cause is None
    assert refilled(after) == {INCARNATION.name: 1}
    edit(ani, person, remarks="Datang sore")
    require_peace(after, ani)
    require_peace(after, again, ani)
    assert column(ani, RESIDENT, "name") == {person: "SITI NURAENI"}
    assert kinds(after) == [GAP], "neither a weighty field nor a second gap"
    assert (refilled(after), len(after.rows(INCARNATION))) == ({}, 1)

    edit(again, person, name="SITI NUR AINI")
    require_peace(after, again, ani)
    admin, _ = add_user(after.centre, REGENCY, name="Hendra Gunawan", role="admin", now_ms=now_ms(after.clock))
    (case,) = gaps(after.centre, REGENCY)
    assert accept(after.centre, REGENCY, case.id, admin, "Sudah dicocokkan", now_ms=now_ms(after.clock))
    require_peace(after, again, ani)
    assert (again.store.query(former), kinds(after)) == ((), [])
