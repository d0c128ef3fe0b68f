"""A restored centre does not know which orders it had refused: it obeys none of before that gives anything."""

from __future__ import annotations

from enrolled import Ground, Laptop, device_of, in_areas, kinds, signer
from restoring import backed_up, restored

from fieldkit.domain.orders.order import Hindrance
from fieldkit.server.devices.laptops import devices
from fieldkit.server.keeping.restoration import confirm
from fieldkit.store.queries.orders.people import office_people
from fieldkit.work.orders.laptops import order_revoke
from fieldkit.work.orders.users import NewUser, UserActive, UserRole, order_active, order_role, order_user
from fieldkit.work.sign_in import Signer
from tests.laptops import JATI, REGENCY, SATURDAY


def people_of(laptop: Laptop) -> dict[str, tuple[str, bool]]:
    """Whom the centre knows, as it told a laptop: role, and whether they work."""
    return {
        each.id: (each.role, each.is_active) for each in laptop.store.query(office_people, SATURDAY) if each.is_known
    }


def round_trip(ground: Ground, *laptops: Laptop) -> None:
    ground.clock.pass_by(minutes=1)
    for laptop in laptops:
        laptop.sync()
        laptop.sync()


def two_admins(ground: Ground) -> tuple[tuple[Laptop, Signer], tuple[Laptop, Signer]]:
    """Each on a laptop of the office."""
    one, other = ground.laptop("one"), ground.laptop("other")
    who, whom = signer(ground, one, "admin"), signer(ground, other, "admin")
    round_trip(ground, one, other, one)
    return (one, who), (other, whom)


def test_an_order_that_was_refused_is_not_obeyed_by_a_restored_centre(ground: Ground, new_database: str) -> None:
    """Its signer was no admin any more; the backup is of before, and what the other laptop says comes later."""
    (here, admin), (there, dismissed) = two_admins(ground)
    backed_up(ground)
    here.store.execute(order_active, UserActive(dismissed.user_id, is_active=False), admin)
    round_trip(ground, here)
    friend = there.store.execute(order_user, NewUser("Wahyu Setiawan", "admin"), dismissed).subject
    round_trip(ground, there)
    assert kinds(ground) == ["user"]
    assert friend not in people_of(here)

    after = restored(ground, new_database, here, there)
    round_trip(after, there)
    confirm(after.centre)
    round_trip(after, there, here, there)

    assert friend not in people_of(here)
    assert Hindrance.BEFORE_RESTORE in kinds(after)
    assert people_of(here)[dismissed.user_id] == ("admin", False), "what only takes away is obeyed again"


def test_after_a_restore_orders_go_on_once_the_laptop_knows_of_it(ground: Ground, new_database: str) -> None:
    (here, admin), (_, other) = two_admins(ground)
    table = in_areas(ground, "table", JATI)
    round_trip(ground, here)
    backed_up(ground)
    here.store.execute(order_revoke, device_of(table), admin)
    here.store.execute(order_role, UserRole(other.user_id, "planner"), admin)
    round_trip(ground, here)
    assert people_of(here)[other.user_id] == ("planner", True)

    after = restored(ground, new_database, here)
    confirm(after.centre)
    round_trip(after, here)
    revoked = {each.id: each.is_revoked for each in devices(after.centre, REGENCY)}
    assert revoked[device_of(table)], "a laptop that was shut out stays so"
    assert people_of(here)[other.user_id] == ("admin", True), "to be given again"
    assert kinds(after) == [Hindrance.BEFORE_RESTORE]

    here.store.execute(order_role, UserRole(other.user_id, "planner"), admin)
    round_trip(after, here)
    assert people_of(here)[other.user_id] == ("planner", True)
    assert kinds(after) == [Hindrance.BEFORE_RESTORE]
