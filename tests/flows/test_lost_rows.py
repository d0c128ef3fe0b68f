"""A centre that was restored gets back what it lost: the laptops still hold it, whoever wrote it."""

from __future__ import annotations

import httpx
import pytest
import sqlalchemy as sa

from fieldkit.host.clock import now_ms
from fieldkit.records.declaration import Table
from fieldkit.records.tables import APP_USER, INCIDENT, RESIDENT, SETTING, TABLES
from fieldkit.records.wire import LostRows, TablePage, pack
from fieldkit.server.cases import open_cases
from fieldkit.server.intake.lost_rows import ENTERED
from fieldkit.server.keeping.restoration import confirm
from fieldkit.server.office.erasure import Wish, erase
from fieldkit.server.office.refill import refill, still_lost
from fieldkit.server.office.writing import add_user, put_office_row
from fieldkit.server.schema import LOST_ROW
from fieldkit.store.database import Database
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.syncing.lost import first_lost
from fieldkit.store.unit import Unit
from fieldkit.sync.progress import Step
from tests.flows.enrolled import Ground, Laptop, edit, in_areas, kinds
from tests.flows.restoring import backed_up, restored
from tests.laptops import JATI, REGENCY, add_people

AT = "2019-02-23T09:05:00.000Z"
PHONE = 4 + RESIDENT.column_names.index("phone")


def column(laptop: Laptop, table: Table, name: str) -> dict[str, object]:
    place = 4 + table.column_names.index(name)
    return {str(row[0]): row[place] for row in laptop.rows(table)}


def power_cut(laptop: Laptop) -> str:
    def verb(unit: Unit) -> str:
        return str(unit.insert(INCIDENT, JATI, shift_id="s1", kind="power", began_at=AT, at=AT))

    return laptop.store.execute(verb)


def kept_at(ground: Ground) -> list[tuple[str, str]]:
    with ground.centre.engine.connect() as connection:
        waiting = sa.select(LOST_ROW.c.table, LOST_ROW.c.row).where(LOST_ROW.c.fields != ENTERED)
        return [(row.table, row.row) for row in connection.execute(waiting)]


def refilled(after: Ground) -> dict[str, int]:
    return dict(refill(after.centre, REGENCY, now_ms=now_ms(after.clock)))


def require_peace(after: Ground, *laptops: Laptop) -> None:
    """Invariants 5 and 13."""
    for laptop in (*laptops, *laptops):
        outcome = laptop.sync()
        assert (outcome.cause, outcome.waiting) == (None, 0)
    for table in TABLES:
        for laptop in laptops:
            assert laptop.rows(table) == after.rows(table), table.name


def test_office_rows_that_a_restored_centre_lost_come_back_from_the_laptops(ground: Ground, new_database: str) -> None:
    """A user and a setting of after the backup: only laptops have them, and the office says whether they count."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    backed_up(ground)
    at_ms = now_ms(ground.clock)
    user, _ = add_user(ground.centre, REGENCY, name="Sri Rahayu", role="planner", now_ms=at_ms)
    row = {"key": "card_quota", "value": "46"}
    setting = put_office_row(ground.centre, REGENCY, SETTING.name, row, area=REGENCY, now_ms=at_ms)
    ani.sync()
    budi.sync()
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, budi)
    assert ani.sync().failed_step is Step.FETCH, "nothing is given out yet, and what was lost is taken"
    assert sorted(kept_at(after)) == sorted([(APP_USER.name, user), (SETTING.name, setting)])
    assert confirm(after.centre)
    budi.sync()
    assert [(each.table, each.is_missing) for each in still_lost(after.centre, REGENCY)] == [
        (APP_USER.name, True),
        (SETTING.name, True),
    ]
    assert [row[0] for row in after.rows(APP_USER)] == [ground.lead], "no laptop makes anybody a planner"

    assert refilled(after) == {APP_USER.name: 1, SETTING.name: 1}
    require_peace(after, ani, budi)
    assert {row[0] for row in after.rows(APP_USER)} == {ground.lead, user}
    assert column(ani, SETTING, "value") == {setting: "46"}
    assert (kept_at(after), refilled(after)) == ([], {})
    assert kinds(after) == []


def test_rows_of_a_laptop_that_is_dead_come_back_from_the_others(ground: Ground, new_database: str) -> None:
    """Invariant 6: facts, people and the edits of others' people; the newest that any laptop holds."""
    dead, ani, budi = ground.laptop("dead"), ground.laptop("ani"), ground.laptop("budi")
    old = add_people(ani.store, "SITI NURAINI", on_list=False)[0]
    ani.sync()
    dead.sync()
    backed_up(ground)
    person = add_people(dead.store, "HANYA DARI YANG MATI", on_list=False)[0]
    fact = power_cut(dead)
    edit(dead, old, phone="+6281200009901")
    dead.sync()
    ani.sync()
    edit(dead, person, phone="+6281200009902")
    dead.sync()
    budi.sync()
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, budi)
    assert confirm(after.centre)
    for laptop in (ani, budi, ani):
        assert laptop.sync().cause is None
    assert column(budi, RESIDENT, "phone")[old] is None, "the centre's older word"
    assert refilled(after) == {RESIDENT.name: 2, INCIDENT.name: 1}

    require_peace(after, ani, budi)
    assert column(ani, RESIDENT, "phone") == {old: "+6281200009901", person: "+6281200009902"}
    assert [row[0] for row in budi.rows(INCIDENT)] == [fact]
    assert kinds(after) == []


def test_a_laptop_that_was_thought_dead_comes_back_and_nothing_is_doubled_or_taken_back(
    ground: Ground, new_database: str
) -> None:
    late, ani = ground.laptop("late"), ground.laptop("ani")
    old = add_people(ani.store, "SITI NURAINI", on_list=False)[0]
    ani.sync()
    late.sync()
    backed_up(ground)
    person = add_people(late.store, "BUDI HARTONO", on_list=False)[0]
    edit(late, old, phone="+6281200009901")
    late.sync()
    ani.sync()
    edit(ani, person, phone="+6281200009902")
    edit(ani, old, phone="+6281200009903")
    ani.sync()
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, late)
    assert confirm(after.centre)
    assert ani.sync().cause is None
    refilled(after)
    require_peace(after, ani)
    require_peace(after, late, ani)
    assert column(late, RESIDENT, "phone") == {person: "+6281200009902", old: "+6281200009903"}
    assert refilled(after) == {}
    assert kinds(after) == []


def test_what_was_written_after_the_restore_stands_against_what_was_lost(ground: Ground, new_database: str) -> None:
    """Invariant 6: the later word stays, the other is in the history; of a weighty field the office decides."""
    dead, ani = ground.laptop("dead"), ground.laptop("ani")
    old = add_people(ani.store, "SITI NURAINI", on_list=False)[0]
    ani.sync()
    dead.sync()
    backed_up(ground)
    edit(dead, old, phone="+6281200009901", name="SITI NURAENI")
    dead.sync()
    ani.sync()
    ground.clock.pass_by(hours=1)
    after = restored(ground, new_database, ani)
    assert confirm(after.centre)
    ani.sync()
    ground.clock.pass_by(minutes=1)
    edit(ani, old, phone="+6281200009902", name="SITI NURYANI")
    assert ani.sync().exceptions == ()
    refilled(after)
    require_peace(after, ani)
    (row,) = ani.rows(RESIDENT)
    assert (row[PHONE], "SITI NURYANI" in row) == ("+6281200009902", True)
    with after.centre.engine.connect() as connection:
        assert '"+6281200009901"' in connection.scalars(sa.text("SELECT value FROM field_history")).all()
    (case,) = open_cases(after.centre, REGENCY)
    told = case.details["fields"]["name"]
    assert (told["current"], told["proposed"]) == ("SITI NURYANI", "SITI NURAENI")


def test_what_is_lost_is_kept_on_the_laptop_until_the_centre_has_it(ground: Ground, new_database: str) -> None:
    dead, ani = ground.laptop("dead"), ground.laptop("ani")
    backed_up(ground)
    power_cut(dead)
    dead.sync()
    ani.sync()
    ground.clock.pass_by(hours=1)
    after = restored(ground, new_database, ani)
    assert confirm(after.centre)

    def cut(request: httpx.Request) -> None:
        if request.url.path == "/v1/lost":
            raise httpx.ReadError("cut")

    ani.line.before = cut
    assert ani.sync().failed_step is Step.SEND
    assert (ani.store.query(first_lost) is None, kept_at(after)) == (False, [])
    ani.line.before, ani.line.after = lambda _: None, cut
    assert ani.sync().failed_step is Step.SEND
    assert len(kept_at(after)) == 1
    ani.line.after = lambda _: None
    assert ani.sync().cause is None
    assert (ani.store.query(first_lost), len(kept_at(after))) == (None, 1)
    ani.line.calls.clear()
    assert ani.sync().cause is None
    assert "lost" not in ani.line.calls


@pytest.mark.parametrize(
    ("epoch", "area", "version", "table"),
    [
        (1, JATI, 1, "resident"),
        (0, JATI, 1000, "resident"),
        (1 << 40, JATI, 1000, "resident"),
        (1, "35.74.03.1002", 1000, "resident"),
        (1, "35.13.01.2001", 1000, "case_file"),
        (1, JATI, 1 << 62, "resident"),
    ],
)
def test_invariant_10_nothing_is_taken_that_this_laptop_can_not_hold(
    ground: Ground, new_database: str, epoch: int, area: str, version: int, table: str
) -> None:
    """In the backup, of an unknown epoch, of a village that was never given, a case, a version that never was."""
    ani = in_areas(ground, "ani", JATI)
    backed_up(ground)
    ground.clock.pass_by(hours=1)
    after = restored(ground, new_database, ani)
    columns = ["id", "regency", "area", "version", "name", "village"]
    row = ["01691999-0000-7000-8000-000000000001", REGENCY, area, version, "SITI NURAINI", area]
    page = TablePage(table=table, columns=columns, rows=[row])
    body = pack(LostRows(epoch=epoch, tables=[page]))
    token = Exchange(ani.store).connection().token
    request = httpx.Request(
        "POST", "http://127.0.0.1/v1/lost", headers={"Authorization": f"Bearer {token}"}, content=body
    )
    assert ani.line.centre.handle_request(request).status_code == 200
    assert kept_at(after) == []


def test_a_centre_that_never_was_restored_is_offered_nothing(ground: Ground) -> None:
    ani = ground.laptop("ani")
    add_people(ani.store, "SITI NURAINI", on_list=False)
    assert ani.sync().cause is None
    assert "lost" not in ani.line.calls
    assert kept_at(ground) == []


def test_the_proof_by_village_lets_nothing_go_that_only_an_epoch_of_before_knows(
    ground: Ground, new_database: str
) -> None:
    """Invariant 6: rows that the restored centre lost stay on the laptop, whatever is compared and loaded afresh."""
    dead, ani = ground.laptop("dead"), ground.laptop("ani")
    add_people(ani.store, "SITI NURAINI", on_list=False)
    ani.sync()
    backed_up(ground)
    person = add_people(dead.store, "HANYA DARI YANG MATI", on_list=False)[0]
    fact = power_cut(dead)
    dead.sync()
    ani.sync()
    ground.clock.pass_by(hours=1)
    after = restored(ground, new_database, ani)
    assert confirm(after.centre)
    ani.sync()

    def spoil(database: Database) -> None:
        database.run("UPDATE resident SET phone = '+6281200009999' WHERE version > 0")

    ani.store.write_local(spoil)
    ground.clock.pass_by(hours=13)
    assert ani.sync().reloaded == (JATI,)
    assert person in column(ani, RESIDENT, "name")
    assert [row[0] for row in ani.rows(INCIDENT)] == [fact]
    assert "+6281200009999" not in column(ani, RESIDENT, "phone").values(), "the village was loaded afresh"


def test_what_is_erased_by_law_is_not_kept_among_what_was_lost(ground: Ground, new_database: str) -> None:
    dead, ani = ground.laptop("dead"), ground.laptop("ani")
    old = add_people(ani.store, "SITI NURAINI", on_list=False)[0]
    ani.sync()
    dead.sync()
    backed_up(ground)
    edit(dead, old, phone="+6281200009901", remarks="Datang sore")
    dead.sync()
    ani.sync()
    ground.clock.pass_by(hours=1)
    after = restored(ground, new_database, ani)
    assert confirm(after.centre)
    assert ani.sync().cause is None
    wish = Wish(RESIDENT.name, old, "UU 27/2022 pasal 43", ground.lead, ("phone",))
    erase(after.centre, REGENCY, wish, now_ms=now_ms(after.clock))
    with after.centre.engine.connect() as connection:
        kept = connection.scalars(sa.select(LOST_ROW.c.fields).where(LOST_ROW.c.row == old)).all()
    assert [("Datang sore" in fields, "+6281200009901" in fields) for fields in kept] == [(True, False)]
    refilled(after)
    require_peace(after, ani)
    assert (column(ani, RESIDENT, "phone"), column(ani, RESIDENT, "remarks")) == ({old: None}, {old: "Datang sore"})
