"""A centre that is restored a second time, from a backup of before its first restore: nothing is lost in silence."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from fieldkit.host.clock import now_ms
from fieldkit.records.tables import INCIDENT, RESIDENT, SETTING
from fieldkit.server.keeping.backup import back_up
from fieldkit.server.keeping.restoration import confirm
from fieldkit.server.office.erasure import Wish, erase
from fieldkit.server.office.refill import refill
from fieldkit.server.office.writing import add_user, put_office_row
from tests.flows.enrolled import Ground, Laptop, edit
from tests.flows.restoring import BACKUP, backed_up, restored
from tests.flows.test_lost_rows import column, power_cut, refilled, require_peace
from tests.laptops import REGENCY, add_people

NEWER = "newer.backup"


@pytest.fixture
def third_database(request: pytest.FixtureRequest, new_database: str, tmp_path: object) -> Iterator[str]:
    """URL of one more database without tables."""
    if new_database.startswith("sqlite"):
        yield f"sqlite:///{tmp_path}/restored-again.sqlite"
        return
    cluster = request.getfixturevalue("postgres_cluster")
    url = cluster.empty_database()
    yield url.render_as_string(hide_password=False)
    cluster.drop(url.database)


def set_quota(ground: Ground, value: str) -> None:
    fields = {"key": "card_quota", "value": value}
    put_office_row(ground.centre, REGENCY, SETTING.name, fields, area=REGENCY, now_ms=now_ms(ground.clock))


def again(ground: Ground, database: str, *laptops: Laptop, is_open: bool = True) -> Ground:
    ground.clock.pass_by(hours=1)
    after = restored(ground, database, *laptops)
    if is_open:
        assert confirm(after.centre)
    for laptop in laptops:
        laptop.sync()
    return after


@contextmanager
def the_older_backup(ground: Ground) -> Iterator[None]:
    """The backup as it is now, once the newer one that is made inside was used."""
    older = ground.folder / "older.backup"
    shutil.move(ground.folder / BACKUP, older)
    yield
    shutil.move(ground.folder / BACKUP, ground.folder / NEWER)
    shutil.move(older, ground.folder / BACKUP)


def test_what_was_written_between_two_restores_of_one_backup_is_entered_again(
    ground: Ground, new_database: str, third_database: str
) -> None:
    """Invariants 5 and 6: a setting, a user, an order to erase, the work of a laptop that died in that epoch."""
    ani, dead = ground.laptop("ani"), ground.laptop("dead")
    (person,) = add_people(ani.store, "SITI NURAINI", on_list=False)
    ani.sync()
    backed_up(ground)
    between = again(ground, new_database, ani, dead)
    set_quota(between, "46")
    add_user(between.centre, REGENCY, name="Sri Rahayu", role="planner", now_ms=now_ms(ground.clock))
    wish = Wish(RESIDENT.name, person, "permintaan tertulis", ground.lead, ("address",))
    assert erase(between.centre, REGENCY, wish, now_ms=now_ms(ground.clock))
    cut = power_cut(dead)
    for laptop in (dead, ani):
        assert laptop.sync().cause is None

    after = again(ground, third_database, ani)
    assert ani.sync().cause is None
    assert refilled(after) == {"app_user": 1, "setting": 1, "incident": 1}
    require_peace(after, ani)
    assert list(column(ani, SETTING, "value").values()) == ["46"]
    assert list(column(ani, RESIDENT, "address").values()) == [None]
    assert list(column(ani, INCIDENT, "kind")) == [cut]


def test_what_was_handed_to_a_centre_that_was_lost_as_well_is_handed_in_again(
    ground: Ground, new_database: str, third_database: str
) -> None:
    """Invariant 6: nobody had entered it before the backup was restored once more."""
    ani = ground.laptop("ani")
    backed_up(ground)
    set_quota(ground, "46")
    assert ani.sync().cause is None
    again(ground, new_database, ani)
    after = again(ground, third_database, ani)
    assert refilled(after) == {"setting": 1}
    require_peace(after, ani)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_backup_older_than_the_one_restored_first_loses_nothing(
    ground: Ground, new_database: str, third_database: str, *, is_open: bool
) -> None:
    """Invariant 6: also where the first centre gave nothing out any more, so that nothing came under its epoch."""
    ani = ground.laptop("ani")
    backed_up(ground)
    with the_older_backup(ground):
        set_quota(ground, "46")
        assert ani.sync().cause is None
        backed_up(ground)
        again(ground, new_database, ani, is_open=is_open)
    after = again(ground, third_database, ani)
    assert refilled(after) == {"setting": 1}
    require_peace(after, ani)


def test_a_backup_newer_than_the_one_restored_first_loses_nothing(
    ground: Ground, new_database: str, third_database: str
) -> None:
    """Invariant 6: numbers of the lost epoch lie below the head of the newer backup, and are others."""
    ani = ground.laptop("ani")
    backed_up(ground)
    with the_older_backup(ground):
        for name in ("SITI NURAINI", "BUDI HARTONO", "SUMIATI"):
            add_user(ground.centre, REGENCY, name=name, role="planner", now_ms=now_ms(ground.clock))
        backed_up(ground)
    shutil.copyfile(ground.folder / BACKUP, ground.folder / "first.backup")
    between = again(ground, new_database, ani)
    set_quota(between, "46")
    assert ani.sync().cause is None
    shutil.copyfile(ground.folder / NEWER, ground.folder / BACKUP)
    after = again(ground, third_database, ani)
    assert refilled(after) == {"setting": 1}
    require_peace(after, ani)


def test_what_waits_on_a_laptop_at_the_second_restore_is_not_overwritten(
    ground: Ground, new_database: str, third_database: str
) -> None:
    """Invariant 6: the first pieces were handed in, the line was cut, and the centre restored again."""
    ani, dead = ground.laptop("ani"), ground.laptop("dead")
    backed_up(ground)
    cut = power_cut(dead)
    add_people(dead.store, "SITI NURAINI", on_list=False)
    set_quota(ground, "46")
    for laptop in (dead, ani):
        assert laptop.sync().cause is None
    handed_in = 0

    def cut_after_one(request: httpx.Request) -> None:
        nonlocal handed_in
        handed_in += request.url.path == "/v1/lost"
        if handed_in > 1:
            raise httpx.ReadError("cut")

    ani.line.before = cut_after_one
    again(ground, new_database, ani)
    ani.line.before = lambda _: None
    after = again(ground, third_database, ani)
    assert refill(after.centre, REGENCY, now_ms=now_ms(ground.clock))
    require_peace(after, ani)
    assert list(column(ani, INCIDENT, "kind")) == [cut]
    assert (len(ani.rows(RESIDENT)), len(ani.rows(SETTING))) == (1, 1)


def test_what_was_written_between_two_restores_stands_against_what_the_first_one_lost(
    ground: Ground, new_database: str, third_database: str
) -> None:
    """Invariant 6: it was handed in and not entered, and the backup of the second restore holds the later word."""
    ani, dead = ground.laptop("ani"), ground.laptop("dead")
    (person,) = add_people(ani.store, "SITI NURAINI", on_list=False)
    for laptop in (ani, dead):
        assert laptop.sync().cause is None
    backed_up(ground)
    edit(dead, person, phone="+6281200009901", remarks="Datang sore")
    for laptop in (dead, ani):
        assert laptop.sync().cause is None
    again(ground, new_database, ani)
    ground.clock.pass_by(minutes=1)
    edit(ani, person, phone="+6281200009902")
    assert ani.sync().all_sent
    (ground.folder / BACKUP).unlink()
    back_up(new_database, ground.folder / BACKUP)
    after = again(ground, third_database, ani)
    assert refilled(after) == {"resident": 1}
    require_peace(after, ani)
    assert list(column(ani, RESIDENT, "phone").values()) == ["+6281200009902"]
    assert list(column(ani, RESIDENT, "remarks").values()) == ["Datang sore"]
