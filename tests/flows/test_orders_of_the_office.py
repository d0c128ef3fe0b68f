"""What an admin orders in the app reaches the centre with the next round, is obeyed there, and comes to all laptops."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from msgspec import structs

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import DeviceRevokedError, RuleError, SignatureError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.orders.laptop import LaptopState
from fieldkit.domain.orders.order import Hindrance, OrderKind
from fieldkit.domain.signing import canonical
from fieldkit.host.clock import now_ms
from fieldkit.host.folders import open_folders
from fieldkit.records.orders import Order, order_document
from fieldkit.records.tables import APP_USER, DEVICE_FILE, OFFICE_ORDER
from fieldkit.server.centre import open_centre
from fieldkit.server.database import reading
from fieldkit.server.office import orders, watch
from fieldkit.server.office.device_files import keep_device_files
from fieldkit.server.office.orders import _OBEY, obey_orders
from fieldkit.server.office.writing import add_user
from fieldkit.server.scope import grants_of
from fieldkit.store.keeping.farewell import wipe
from fieldkit.store.queries.orders.laptops import OfficeLaptop, office_laptops
from fieldkit.store.queries.orders.loss import held_in
from fieldkit.store.queries.orders.people import OfficeUser, office_people
from fieldkit.store.queries.orders.standing import given_orders
from fieldkit.store.queries.syncing import attention
from fieldkit.store.unit import Unit
from fieldkit.sync.progress import SyncOutcome
from fieldkit.work.cases import settle_case
from fieldkit.work.instants import instant
from fieldkit.work.orders.laptops import (
    Given,
    LaptopAreas,
    NewLaptop,
    order_areas,
    order_found,
    order_laptop,
    order_missing,
    order_revoke,
)
from fieldkit.work.orders.users import (
    NewUser,
    UserActive,
    UserRole,
    order_active,
    order_role,
    order_start_code,
    order_user,
)
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from tests.flows.enrolled import Ground, Laptop, device_of, edit, in_areas, kinds, people, signer
from tests.laptops import JATI, REGENCY, SATURDAY, OwnClock, add_people
from tests.patience import PATIENCE_S

NEIGHBOUR = "35.74.03.1002"
HEALTH = f"{REGENCY}+"


@pytest.fixture
def office(ground: Ground) -> tuple[Laptop, Signer]:
    """The office's laptop, which has the whole city, with its admin."""
    laptop = ground.laptop("office")
    return laptop, signer(ground, laptop, "admin")


def round_trip(ground: Ground, *laptops: Laptop) -> list[SyncOutcome]:
    """Orders go out, are obeyed behind the push, and what came of them comes down."""
    ground.clock.pass_by(minutes=1)
    outcomes = [laptop.sync() for laptop in laptops for _ in range(2)]
    assert all(each.cause is None for each in outcomes), outcomes
    return outcomes


def user_of(laptop: Laptop, user_id: str) -> OfficeUser:
    return next(each for each in laptop.store.query(office_people, SATURDAY) if each.id == user_id)


def laptop_of(office: Laptop, device: str) -> OfficeLaptop:
    return next(each for each in office.store.query(office_laptops).laptops if each.id == device)


def test_the_centre_can_obey_every_kind_of_order() -> None:
    assert set(_OBEY) == set(OrderKind)


def test_a_user_added_at_the_office_signs_in_at_the_table(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    given = here.store.execute(order_user, NewUser("  Wahyu   Setiawan ", "operator"), admin)
    waiting = user_of(here, given.subject)
    assert (waiting.name, waiting.is_known, [each.is_sent for each in waiting.waiting]) == (
        "Wahyu Setiawan",
        False,
        [False],
    )
    round_trip(ground, here)
    known = user_of(here, given.subject)
    assert (known.is_known, known.role, known.keys, known.waiting) == (True, "operator", 0, ())
    table = in_areas(ground, "table", JATI)
    user = UserId(given.subject)
    set_first_pin(table.store, user, given.code, "482915")
    table.store.user = user
    assert check_in(table.store, user, "482915").user_id == user
    round_trip(ground, table, here)
    assert user_of(here, given.subject).keys == 1
    assert kinds(ground) == []


def test_a_role_an_end_and_a_new_code_are_obeyed_in_their_order(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    first = here.store.execute(order_user, NewUser("Wahyu Setiawan", "operator"), admin)
    here.store.execute(order_role, UserRole(first.subject, "lead"), admin)
    here.store.execute(order_active, UserActive(first.subject, is_active=False), admin)
    here.store.execute(order_active, UserActive(first.subject, is_active=True), admin)
    later = here.store.execute(order_start_code, first.subject, admin)
    round_trip(ground, here)
    known = user_of(here, first.subject)
    assert (known.role, known.is_active, known.waiting) == ("lead", True, ())
    table = in_areas(ground, "table", JATI)
    with pytest.raises(SignatureError):
        set_first_pin(table.store, UserId(first.subject), first.code, "482915")
    set_first_pin(table.store, UserId(first.subject), later.code, "482915")


def test_the_last_admin_stays_an_admin_whoever_orders_what(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    with pytest.raises(RuleError, match="admin terakhir"):
        here.store.execute(order_role, UserRole(admin.user_id, "planner"), admin)
    second = here.store.execute(order_user, NewUser("Wahyu Setiawan", "admin"), admin)
    here.store.execute(order_active, UserActive(admin.user_id, is_active=False), admin)
    with pytest.raises(RuleError, match="admin terakhir"):
        here.store.execute(order_role, UserRole(second.subject, "planner"), admin)
    round_trip(ground, here)
    assert not user_of(here, admin.user_id).is_active
    # The centre asks the same again, of whoever got past the laptop.
    other = signer(ground, here, "admin")
    say(here, other, OrderKind.USER_ACTIVE, second.subject, active=False)
    say(here, other, OrderKind.USER_ROLE, other.user_id, role="lead")
    round_trip(ground, here)
    assert kinds(ground) == [Hindrance.LAST_ADMIN]
    assert user_of(here, other.user_id).role == "admin"


def test_who_is_no_admin_orders_nothing(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, _ = office
    lead = signer(ground, here)
    with pytest.raises(RuleError, match="Hanya admin"):
        here.store.execute(order_role, UserRole(lead.user_id, "admin"), lead)
    say(here, lead, OrderKind.USER_ROLE, lead.user_id, role="admin")
    round_trip(ground, here)
    assert kinds(ground) == ["user"]
    assert user_of(here, lead.user_id).role == "lead"


def test_an_order_that_its_signature_does_not_fit_is_a_case_and_not_obeyed(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    here, admin = office
    lead = signer(ground, here)
    here.store.user = admin.user_id
    # Another's key under the name of the admin, and a word that was changed after it was signed.
    forged = Signer(admin.user_id, lead.key_id, lead._sealed_key, lead._pin)
    say(here, forged, OrderKind.USER_ROLE, lead.user_id, role="admin")
    say(here, admin, OrderKind.USER_ROLE, lead.user_id, role="keeper", shown="clerk")
    round_trip(ground, here)
    assert kinds(ground) == ["signature", "signature"]
    assert user_of(here, lead.user_id).role == "lead"


def test_a_copy_of_an_order_is_not_obeyed_again(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    given = here.store.execute(order_user, NewUser("Wahyu Setiawan", "operator"), admin)
    here.store.execute(order_active, UserActive(given.subject, is_active=False), admin)
    round_trip(ground, here)
    here.store.execute(order_active, UserActive(given.subject, is_active=True), admin)
    round_trip(ground, here)

    def again(unit: Unit) -> None:
        names = OFFICE_ORDER.column_names
        sql = f"SELECT {', '.join(names)} FROM office_order WHERE kind = 'user_active' ORDER BY at LIMIT 1"
        unit.insert(OFFICE_ORDER, REGENCY, **dict(zip(names, unit.row(sql) or (), strict=True)))

    here.store.execute(again)
    round_trip(ground, here)
    assert kinds(ground) == [Hindrance.REPEATED]
    assert user_of(here, given.subject).is_active


@pytest.mark.parametrize("is_of_older_program", [False, True])
def test_an_order_that_was_refused_is_not_obeyed_later_under_another_row(
    ground: Ground, office: tuple[Laptop, Signer], is_of_older_program: bool
) -> None:
    """What kept it from being obeyed is gone by then: its signer has become an admin."""
    here, admin = office
    planner = signer(ground, here, "planner")
    say(here, planner, OrderKind.USER_ROLE, planner.user_id, role="head", id="" if is_of_older_program else "row-1")
    here.store.user = admin.user_id
    round_trip(ground, here)
    here.store.execute(order_role, UserRole(planner.user_id, "admin"), admin)
    round_trip(ground, here)

    def again(unit: Unit) -> None:
        names = OFFICE_ORDER.column_names
        sql = f"SELECT {', '.join(names)} FROM office_order WHERE signer_id = ?"
        unit.insert(OFFICE_ORDER, REGENCY, **dict(zip(names, unit.row(sql, planner.user_id) or (), strict=True)))

    here.store.execute(again)
    round_trip(ground, here)
    assert kinds(ground)[-1] == Hindrance.REPEATED
    assert user_of(here, planner.user_id).role == "admin"


def test_a_laptop_of_a_village_orders_nothing_whoever_signs_there(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    here, _ = office
    table = in_areas(ground, "table", JATI)
    admin = signer(ground, table, "admin")
    table.store.execute(order_user, NewUser("Wahyu Setiawan", "admin"), admin)
    round_trip(ground, table, here)
    assert kinds(ground) == [Hindrance.NOT_OFFICE]
    assert {user.name for user in here.store.query(office_people, SATURDAY) if user.is_known} == {
        "Rina Wulandari",
        "Sri Rahayu",
    }


def test_what_can_not_be_obeyed_is_a_case_in_words(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    say(here, admin, OrderKind.USER_ROLE, "nobody", role="lead")
    say(here, admin, OrderKind.LAPTOP_REVOKE, "no-laptop")
    say(here, admin, OrderKind.USER_ROLE, admin.user_id, role="king")
    round_trip(ground, here)
    assert kinds(ground) == [Hindrance.UNKNOWN_USER, Hindrance.UNKNOWN_LAPTOP, Hindrance.UNREADABLE]
    refused = [each for each in here.store.query(given_orders, "%") if each.is_refused]
    assert len(refused) == 3
    assert {row.reason for row in here.store.query(attention)} == set(kinds(ground))


def test_looking_at_orders_twice_changes_nothing(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    here.store.execute(order_user, NewUser("Wahyu Setiawan", "operator"), admin)
    say(here, admin, OrderKind.USER_ROLE, "nobody", role="lead")
    round_trip(ground, here)
    before = (ground.rows(APP_USER), ground.rows(DEVICE_FILE), kinds(ground))
    ground.clock.pass_by(minutes=1)
    assert obey_orders(ground.centre, REGENCY, now_ms(ground.clock)) == 0
    assert keep_device_files(ground.centre, REGENCY, now_ms(ground.clock)) == 0
    assert (ground.rows(APP_USER), ground.rows(DEVICE_FILE), kinds(ground)) == before


def test_of_two_processes_one_obeys_and_the_older_order_never_comes_last(
    ground: Ground, office: tuple[Laptop, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, admin = office
    user = here.store.execute(order_user, NewUser("Wahyu Setiawan", "operator"), admin).subject
    round_trip(ground, here)
    with monkeypatch.context() as nobody_looks:
        nobody_looks.setattr(watch, "obey_orders", lambda *_: 0)
        here.store.execute(order_role, UserRole(user, "lead"), admin)
        here.store.execute(order_role, UserRole(user, "viewer"), admin)
        here.sync()
    obeyed: list[str] = []
    is_obeying, other_came = threading.Event(), threading.Event()
    put, lock = orders._put_user, orders.alone

    def put_slowly(place: Any, subject: str, values: Any) -> None:
        obeyed.append(values["role"])
        is_obeying.set()
        assert other_came.wait(PATIENCE_S)
        put(place, subject, values)

    def come(engine: sa.Engine, what: str) -> AbstractContextManager[None]:
        if is_obeying.is_set():
            other_came.set()
        return lock(engine, what)

    monkeypatch.setattr(orders, "_put_user", put_slowly)
    monkeypatch.setattr(orders, "alone", come)
    other = open_centre(ground.centre.engine.url.render_as_string(hide_password=False))
    at_ms = now_ms(ground.clock)
    with closing(other), ThreadPoolExecutor(2) as pool:
        first = pool.submit(obey_orders, ground.centre, REGENCY, at_ms)
        assert is_obeying.wait(PATIENCE_S)
        second = pool.submit(obey_orders, other, REGENCY, at_ms)
        assert (first.result(PATIENCE_S), second.result(PATIENCE_S)) == (2, 0)
    assert obeyed == ["lead", "viewer"]
    round_trip(ground, here)
    assert user_of(here, user).role == "viewer"


def test_a_laptop_is_let_in_by_a_code_that_was_made_in_the_app(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    given = here.store.execute(order_laptop, NewLaptop("Meja Jati", (JATI,)), admin)
    (awaited,) = here.store.query(office_laptops).awaited
    assert (awaited.id, awaited.name, awaited.areas) == (given.subject, "Meja Jati", (JATI,))
    assert awaited.until - ground.clock.now_utc() == timedelta(hours=72)
    round_trip(ground, here)
    table = ground.laptop("table", given.code)
    assert device_of(table) == given.subject
    round_trip(ground, table, here)
    view = here.store.query(office_laptops)
    assert view.awaited == ()
    assert view.own_id == device_of(here)
    seen = laptop_of(here, given.subject)
    assert (seen.name, seen.prefix, seen.state) == ("Meja Jati", "P2", LaptopState.ACTIVE)
    assert [(each.area, each.until) for each in seen.holdings] == [(JATI, None)]


def test_areas_are_extended_and_the_list_that_ended_leaves(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    table = in_areas(ground, "table", JATI)
    device = device_of(table)
    here_id, there_id = add_people(here.store, "SITI NURAINI", "BUDI HARTONO")
    edit(here, there_id, village=NEIGHBOUR)
    round_trip(ground, here, table)
    assert people(table) == [here_id]
    until = ground.clock.now_utc() + timedelta(days=2)
    here.store.execute(order_areas, LaptopAreas(device, (Given(JATI, until), Given(NEIGHBOUR))), admin)
    assert [each.order.kind for each in laptop_of(here, device).waiting] == [OrderKind.LAPTOP_AREAS]
    round_trip(ground, here, table, here)
    assert people(table) == sorted([here_id, there_id])
    held = laptop_of(here, device)
    assert {each.area: each.until for each in held.holdings} == {JATI: until, NEIGHBOUR: None}
    assert [each.area for each in held.holdings if each.ends_soon(ground.clock.now_utc())] == [JATI]
    later = until + timedelta(days=5)
    here.store.execute(order_areas, LaptopAreas(device, (Given(JATI, later),)), admin)
    round_trip(ground, here, table, here)
    assert people(table) == [here_id], "what is not named any more leaves"
    ground.clock.pass_by(days=8)
    table.sync()
    assert people(table) == []
    assert kinds(ground) == []


def test_a_lost_laptop_is_shown_with_what_it_holds_then_shut_out_and_wipes_itself(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    here, admin = office
    table = in_areas(ground, "table", JATI)
    device = device_of(table)
    (person,) = add_people(here.store, "SITI NURAINI")
    round_trip(ground, here, table)
    edit(table, person, phone="+6281200009901")
    here.store.execute(order_missing, device, admin)
    ordered = ground.clock.now_utc()
    assert laptop_of(here, device).known_lost == ordered, "the clock runs before the centre knows"
    round_trip(ground, here)
    lost = laptop_of(here, device)
    assert (lost.state, lost.known_lost, lost.waiting) == (LaptopState.MISSING, ordered, ())
    held = here.store.query(held_in, [each.area for each in lost.holds(ground.clock.now_utc())])
    assert [(each.village, each.people) for each in held.villages] == [(JATI, 1)]
    assert [(each.name, each.as_of, each.people) for each in held.lists] == [("Daftar", "2019-02-22", 1)]
    assert not held.has_health
    here.store.execute(order_revoke, device, admin)
    round_trip(ground, here)
    assert laptop_of(here, device).state == LaptopState.REVOKED
    with pytest.raises(RuleError, match="sudah dicabut"):
        here.store.execute(order_found, device, admin)
    outcome = table.sync()
    assert isinstance(outcome.cause, DeviceRevokedError)
    assert outcome.is_released, "it hands in its work all the same"
    assert kinds(ground) == ["revoked"]
    farewell = wipe(table.store, open_folders(ground.folder / "table-folders"))
    assert farewell is not None
    assert farewell.number == 1
    round_trip(ground, here)
    assert laptop_of(here, device).held == 1


def test_a_laptop_that_is_found_again_goes_on(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    table = in_areas(ground, "table", JATI)
    device = device_of(table)
    round_trip(ground, here)
    here.store.execute(order_missing, device, admin)
    round_trip(ground, here)
    here.store.execute(order_found, device, admin)
    round_trip(ground, here, table, here)
    found = laptop_of(here, device)
    assert (found.state, found.known_lost) == (LaptopState.RECOVERED, None)
    here.store.execute(order_missing, device, admin)
    round_trip(ground, here)
    assert laptop_of(here, device).state == LaptopState.MISSING


class _PowerCutError(sa.exc.SQLAlchemyError):
    """The centre stops just here."""


@contextmanager
def cut_behind(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[None]:
    """The power fails as soon as the centre has done this once, before it has noted that it did."""
    done = getattr(orders, name)

    def once(*args: Any, **kwargs: Any) -> None:
        done(*args, **kwargs)
        raise _PowerCutError

    with monkeypatch.context() as patched:
        patched.setattr(orders, name, once)
        yield


def test_an_order_that_was_cut_off_in_the_middle_is_carried_out_whole(
    ground: Ground, office: tuple[Laptop, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, admin = office
    device = device_of(here)
    here.store.execute(order_areas, LaptopAreas(device, (Given(REGENCY), Given(HEALTH))), admin)
    round_trip(ground, here)
    here.store.execute(order_areas, LaptopAreas(device, (Given(JATI),)), admin)
    with cut_behind(monkeypatch, "ungrant"):
        # The whole regency is taken from the very laptop that ordered it, one side after the other.
        here.sync()
    assert obey_orders(ground.centre, REGENCY, now_ms(ground.clock)) == 1
    assert kinds(ground) == [], "it was obeyed, and nothing is to be decided"
    with reading(ground.centre.engine) as connection:
        held = [each.area for each in grants_of(connection, REGENCY, device) if each.is_open(now_ms(ground.clock))]
    assert held == [JATI]
    assert obey_orders(ground.centre, REGENCY, now_ms(ground.clock)) == 0


def test_an_admin_who_stepped_down_as_the_power_failed_is_no_case(
    ground: Ground, office: tuple[Laptop, Signer], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, admin = office
    add_user(ground.centre, REGENCY, name="Wahyu Setiawan", role="admin", now_ms=now_ms(ground.clock))
    here.sync()
    here.store.execute(order_role, UserRole(admin.user_id, "planner"), admin)
    with cut_behind(monkeypatch, "_put_user"):
        here.sync()
    assert obey_orders(ground.centre, REGENCY, now_ms(ground.clock)) == 1
    round_trip(ground, here)
    assert kinds(ground) == []
    assert user_of(here, admin.user_id).role == "planner"


def test_an_older_order_that_comes_later_undoes_no_newer_one(ground: Ground, office: tuple[Laptop, Signer]) -> None:
    here, admin = office
    given = here.store.execute(order_user, NewUser("Wahyu Setiawan", "operator"), admin)
    there = ground.laptop("there")
    other = signer(ground, there, "admin")
    round_trip(ground, here, there)
    there.store.execute(order_role, UserRole(given.subject, "planner"), other)
    ground.clock.pass_by(hours=1)
    here.store.execute(order_role, UserRole(given.subject, "lead"), admin)
    here.store.execute(order_active, UserActive(given.subject, is_active=False), admin)
    round_trip(ground, here)
    round_trip(ground, there, here)
    assert kinds(ground) == [Hindrance.OVERTAKEN], "and whoever gave the older one is told"
    known = user_of(here, given.subject)
    assert (known.role, known.is_active, [each.is_refused for each in known.waiting]) == ("lead", False, [True])


def test_who_saw_an_order_orders_behind_it_whatever_the_clocks_say(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    here, admin = office
    given = here.store.execute(order_user, NewUser("Wahyu Setiawan", "operator"), admin)
    there = ground.laptop("there", clock=OwnClock(ground.clock, timedelta(days=-1)))
    other = signer(ground, there, "admin")
    round_trip(ground, here, there)
    here.store.execute(order_active, UserActive(given.subject, is_active=False), admin)
    round_trip(ground, here, there)
    there.store.execute(order_active, UserActive(given.subject, is_active=True), other)
    round_trip(ground, there, here)
    assert kinds(ground) == []
    assert user_of(here, given.subject).is_active


def test_an_order_about_which_the_office_decided_is_waited_for_no_more(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    here, admin = office
    given = here.store.execute(order_user, NewUser("Wahyu Setiawan", "operator"), admin)
    round_trip(ground, here)
    say(here, admin, OrderKind.USER_ROLE, given.subject, role="king")
    round_trip(ground, here)
    (waiting,) = user_of(here, given.subject).waiting
    assert waiting.is_refused
    (case,) = [row for row in here.store.query(attention) if row.reason == Hindrance.UNREADABLE]
    signer(ground, here)
    here.store.execute(settle_case, case.case_id, Decision.MISTAKE, "Salah ketik")
    round_trip(ground, here)
    assert user_of(here, given.subject).waiting == ()


def test_areas_that_are_to_be_taken_away_are_waited_for_until_they_are(
    ground: Ground, office: tuple[Laptop, Signer]
) -> None:
    here, admin = office
    table = in_areas(ground, "table", JATI, NEIGHBOUR)
    device = device_of(table)
    round_trip(ground, here)
    here.store.execute(order_areas, LaptopAreas(device, (Given(JATI),)), admin)
    assert [each.order.kind for each in laptop_of(here, device).waiting] == [OrderKind.LAPTOP_AREAS]
    round_trip(ground, here)
    assert laptop_of(here, device).waiting == ()


def say(laptop: Laptop, who: Signer, kind: OrderKind, subject: str, *, shown: str = "", **more: object) -> None:
    """Write an order as a laptop would that asks nothing before it signs; `shown` is the role that is told instead."""

    def verb(unit: Unit) -> None:
        at = instant(unit.now_utc)
        order = Order(kind=kind, subject=subject, at=at, regency=REGENCY, **more)  # type: ignore[arg-type]
        signed = canonical(order_document(order))
        told = canonical(order_document(structs.replace(order, role=shown))) if shown else signed
        unit.insert(
            OFFICE_ORDER,
            REGENCY,
            kind=kind,
            subject=subject,
            document=told.decode(),
            signer_id=who.user_id,
            key_id=who.key_id,
            signature=who.sign(signed),
            at=at,
        )

    laptop.store.execute(verb)
