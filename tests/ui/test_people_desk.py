"""The desk of people, worked with real keys: added, another role, a new code, dismissed; each signed with the PIN."""

from __future__ import annotations

import pytest
from pages.office_orders import Key, OrdersDriver, Schedule, with_role
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.orders.order import OrderKind
from fieldkit.records.orders import Order
from fieldkit.records.start_codes import fits
from fieldkit.store.queries.orders.standing import given_orders
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.pages.office.people.desk import PeopleDesk
from fieldkit.ui.shell.page import AtDesk
from tests.ui.desk import Desk
from tests.ui.layout_faults import layout_faults


@pytest.fixture
def admin(desk: Desk) -> AppUser:
    """The admin of the office."""
    return with_role(desk, "admin")


@pytest.fixture
def people(desk: Desk, admin: AppUser, qtbot: QtBot) -> OrdersDriver:
    """The desk, open."""
    driver = OrdersDriver(desk, admin, Key.Key_8, qtbot)
    assert isinstance(driver.at, PeopleDesk)
    return driver


def orders(desk: Desk) -> list[Order]:
    return [each.order for each in desk.store.query(given_orders, "%")]


def names(driver: OrdersDriver) -> list[str]:
    model = table(driver).rows_model
    return [model.at(row).name for row in range(model.rowCount())]


def table(driver: OrdersDriver):  # type: ignore[no-untyped-def]
    assert isinstance(driver.at, PeopleDesk)
    return driver.at.people.table


def test_somebody_is_added_with_name_role_and_pin_and_the_code_is_told_once(people: OrdersDriver) -> None:
    people.press(Key.Key_1)
    people.type("user_name", "Wahyu Setiawan")
    people.press(Key.Key_Tab, Key.Key_1)
    people.save()
    people.sign()
    code = people.told()
    (order,) = orders(people.desk)
    assert (order.kind, order.name, order.role) == (OrderKind.USER_NEW, "Wahyu Setiawan", "operator")
    assert fits(code, order.code_hash)
    assert names(people) == ["Agus Prasetyo", "Rina Wulandari", "Sri Rahayu", "Wahyu Setiawan"]
    assert "menunggu dikirim" in people.says("people_waiting")
    assert code not in people.toasts()


def test_what_is_missing_is_said_beside_its_field(people: OrdersDriver) -> None:
    people.press(Key.Key_1)
    people.save()
    people.sign()
    assert orders(people.desk) == []
    assert "Nama petugas belum diisi." in people.toasts()


def test_a_wrong_pin_orders_nothing(people: OrdersDriver) -> None:
    people.press(Key.Key_3)
    people.sign("111111")
    assert orders(people.desk) == []
    people.sign()
    assert [order.kind for order in orders(people.desk)] == [OrderKind.USER_START_CODE]


def test_another_role_and_an_end_are_ordered_of_who_is_selected(people: OrdersDriver) -> None:
    people.press(Key.Key_2)
    people.press(Key.Key_2)
    people.save()
    people.sign()
    people.press(Key.Key_4)
    people.sign()
    assert [(order.kind, order.role, order.active) for order in orders(people.desk)] == [
        (OrderKind.USER_ROLE, "lead", None),
        (OrderKind.USER_ACTIVE, "", False),
    ]


def test_the_last_admin_is_not_dismissed(people: OrdersDriver, admin: AppUser) -> None:
    assert table(people).select(admin.id)
    people.press(Key.Key_4)
    people.sign()
    assert orders(people.desk) == []
    assert any("admin terakhir" in said for said in people.toasts())


def test_the_papers_of_people_are_kept_in_the_schedule(people: OrdersDriver) -> None:
    people.press(Key.Key_5)
    page = people.window.page("schedule")
    assert isinstance(page, Schedule)
    assert page.asked == AtDesk("paper")


@pytest.mark.parametrize("role", ["planner", "head"])
def test_who_is_no_admin_reads_and_orders_nothing(desk: Desk, qtbot: QtBot, role: str) -> None:
    driver = OrdersDriver(desk, with_role(desk, role), Key.Key_8, qtbot)
    driver.press(Key.Key_2, Key.Key_3, Key.Key_4)
    assert names(driver) == ["Agus Prasetyo", "Rina Wulandari", "Sri Rahayu"]
    assert orders(desk) == []


def test_the_forms_fit(people: OrdersDriver) -> None:
    for digit in (Key.Key_1, Key.Key_2):
        people.press(digit)
        QApplication.processEvents()
        assert layout_faults(people.window) == []
        people.press(Key.Key_Escape)
