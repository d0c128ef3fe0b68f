"""The desk of laptops, worked with real keys: let in, given areas for a time, lost with the clock, and shut out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pages.office_orders import Key, OrdersDriver, put_laptop, with_role
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.domain.orders.order import OrderKind
from fieldkit.records.codes import enrol_verifier
from fieldkit.records.orders import GivenArea, Order
from fieldkit.records.phone_codes import LEASE, PhoneStep, pin_matter, step_of
from fieldkit.records.tables import PHONE_STEP
from fieldkit.store.queries.orders.standing import given_orders
from fieldkit.store.queries.people import AppUser
from fieldkit.store.unit import Unit
from fieldkit.ui.pages.office.laptops.desk import LaptopsDesk
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.orders.laptops import Given
from tests.ui.desk import NEXT_VILLAGE, OPENED_AT, VILLAGE, Desk
from tests.ui.layout_faults import layout_faults

SOON = datetime(2019, 2, 24, 17, 0, tzinfo=UTC)
"""The end of 24 February in Probolinggo."""


@pytest.fixture
def admin(desk: Desk) -> AppUser:
    """The admin of the office, and two laptops: the office's own, and a table of Jati whose list ends soon."""
    put_laptop(desk, "P1", "Kantor", areas={"35.74": None})
    put_laptop(desk, "P3", "Meja Jati", areas={VILLAGE: SOON, NEXT_VILLAGE: None}, waiting=7)
    return with_role(desk, "admin")


@pytest.fixture
def laptops(desk: Desk, admin: AppUser, qtbot: QtBot) -> OrdersDriver:
    """The desk, open at the table of Jati."""
    driver = OrdersDriver(desk, admin, Key.Key_9, qtbot)
    assert isinstance(driver.at, LaptopsDesk)
    assert driver.at.laptops.table.select("device-P3")
    return driver


def orders(desk: Desk) -> list[Order]:
    return [each.order for each in desk.store.query(given_orders, "%")]


def at(driver: OrdersDriver) -> LaptopsDesk:
    assert isinstance(driver.at, LaptopsDesk)
    return driver.at


def loss(driver: OrdersDriver) -> str:
    notice = driver.at.findChild(Notice, "laptop_loss")
    assert isinstance(notice, Notice)
    said = [label.full_text() for label in notice.findChildren(Label)]
    return " ".join(said) if notice.isVisibleTo(driver.at) else ""


def test_each_laptop_tells_until_when_it_holds_which_lists(laptops: OrdersDriver) -> None:
    assert "Kel. Jati: sampai Min 24 Feb" in laptops.says("laptop_areas")
    assert "tanpa akhir" in laptops.says("laptop_areas")
    row = at(laptops).laptops.table.selected()
    assert row.ends_soon
    assert "12 orang" in laptops.says("laptop_held")
    assert "Belum rekam Kel. Jati" in laptops.says("laptop_held")
    assert "tidak ada" in laptops.says("laptop_held")
    assert "7 belum terkirim" in laptops.says("laptop_unsent")
    assert loss(laptops) == ""


def test_what_was_told_over_the_telephone_stands_with_its_laptop(laptops: OrdersDriver) -> None:
    store, user = laptops.desk.store, laptops.desk.lead.id

    def call(unit: Unit) -> None:
        for minute, (matter, kind) in enumerate(
            [(LEASE, PhoneStep.TOLD), (LEASE, PhoneStep.TAKEN), (LEASE, PhoneStep.ENTERED), (pin_matter(user), "told")]
        ):
            at_ms = unit.now_ms + minute * 60_000
            who = user if kind == PhoneStep.ENTERED else ""
            unit.insert(PHONE_STEP, "35.74", **step_of("device-P3", matter, PhoneStep(kind), 17_950, at_ms, who))

    store.execute(call)
    at(laptops).refresh()
    QApplication.processEvents()
    title, *lines = laptops.says("laptop_calls").splitlines()
    assert title == "Lewat telepon"
    assert [line.partition(": ")[2] for line in lines] == [
        "kode PIN Rina Wulandari dibacakan",
        "Rina Wulandari masuk pertama sesudah itu",
        "dibuka lagi dengan kode",
        "kode pembuka dibacakan",
    ]


def test_a_laptop_is_let_in_by_a_code_that_is_told_once(laptops: OrdersDriver) -> None:
    laptops.press(Key.Key_1)
    laptops.type("laptop_name", "Meja Wonoasih")
    at(laptops).new_form.area.set_value(VILLAGE)
    laptops.save()
    laptops.sign()
    code = laptops.told()
    (order,) = orders(laptops.desk)
    assert (order.kind, order.name, order.areas) == (OrderKind.LAPTOP_NEW, "Meja Wonoasih", (GivenArea(VILLAGE),))
    assert order.code_hash == enrol_verifier(code)
    assert code.startswith("3574-")
    names = [each.name for each in _rows(laptops)]
    assert names == ["P1 Kantor", "P3 Meja Jati", "Meja Wonoasih"]


def _rows(driver: OrdersDriver) -> list[object]:
    model = at(driver).laptops.table.rows_model
    return [model.at(row) for row in range(model.rowCount())]


def test_a_list_is_extended_and_another_area_taken_away(laptops: OrdersDriver) -> None:
    laptops.press(Key.Key_2)
    form = at(laptops).areas_form
    form.area.set_value(VILLAGE)
    laptops.type("areas_until", "28-02-2019")
    form.put_button.setFocus()
    laptops.press(Key.Key_Space)
    drop_first(laptops)
    laptops.save()
    laptops.sign()
    (order,) = orders(laptops.desk)
    assert order.kind is OrderKind.LAPTOP_AREAS
    assert order.areas == (GivenArea(VILLAGE, "2019-02-28T17:00:00.000Z"),)


def test_what_was_typed_of_a_new_laptop_is_there_again_after_escape_and_gone_once_it_is_let_in(
    laptops: OrdersDriver,
) -> None:
    form = at(laptops).new_form
    laptops.press(Key.Key_1)
    laptops.type("laptop_name", "Meja Wonoasih")
    form.area.combo.setFocus()
    laptops.press(Key.Key_Down, Key.Key_Down)
    area = form.area.value()
    assert area
    form.health.box.setFocus()
    laptops.press(Key.Key_Space)
    laptops.press(Key.Key_Escape)
    assert not form.isVisible()
    laptops.press(Key.Key_1)
    assert (form.name.value(), form.area.value(), form.health.checked()) == ("Meja Wonoasih", area, True)
    laptops.save()
    laptops.sign()
    laptops.told()
    laptops.press(Key.Key_1)
    assert (form.name.value(), form.area.value(), form.health.checked()) == ("", None, False)


def test_areas_that_are_being_given_are_kept_for_their_laptop_alone_until_they_are_signed(
    laptops: OrdersDriver,
) -> None:
    form = at(laptops).areas_form
    held = Given(NEXT_VILLAGE), Given(VILLAGE, SOON)
    laptops.press(Key.Key_2)
    assert set(form.given()) == set(held)
    drop_first(laptops)
    laptops.type("areas_until", "28-02")
    laptops.press(Key.Key_Escape, Key.Key_2)
    assert len(form.given()) == 1
    assert form.until.value() == "28-02"
    laptops.press(Key.Key_Escape)
    assert at(laptops).laptops.table.select("device-P1")
    laptops.press(Key.Key_2)
    assert (form.given(), form.until.value()) == ((Given("35.74"),), "")
    laptops.press(Key.Key_Escape)
    assert at(laptops).laptops.table.select("device-P3")
    laptops.press(Key.Key_2)
    assert len(form.given()) == 1
    laptops.type("areas_until", "")
    laptops.press(Key.Key_Delete)
    laptops.save()
    laptops.sign()
    laptops.press(Key.Key_2)
    assert set(form.given()) == set(held), "what the laptop holds until the order comes to it"
    assert form.until.value() == ""


def drop_first(driver: OrdersDriver) -> None:
    """The first area of the list is taken away."""
    QApplication.processEvents()
    taken = next(each for each in at(driver).areas_form.list.findChildren(Button) if each.isVisible())
    taken.setFocus()
    driver.press(Key.Key_Space)


def test_ho_5_a_lost_laptop_shows_at_once_whose_data_and_how_long_is_left(laptops: OrdersDriver) -> None:
    laptops.press(Key.Key_3)
    laptops.sign()
    assert [order.kind for order in orders(laptops.desk)] == [OrderKind.LAPTOP_MISSING]
    assert _rows(laptops)[0].name == "P3 Meja Jati", "the lost one comes first"
    assert "Hilang sejak Sab 23 Feb" in loss(laptops)
    assert "Sel 26 Feb" in loss(laptops)
    laptops.desk.clock.pass_minutes(30 * 60)
    at(laptops).refresh()
    assert "sisa 41 jam" in loss(laptops)
    laptops.desk.clock.pass_minutes(60 * 60)
    at(laptops).refresh()
    assert "lewat 18 jam" in loss(laptops)


def test_a_lost_laptop_is_shut_out_in_one_step_or_found_again(laptops: OrdersDriver) -> None:
    laptops.press(Key.Key_3)
    laptops.sign()
    laptops.press(Key.Key_3)
    laptops.sign()
    laptops.press(Key.Key_4)
    laptops.sign()
    assert [order.kind for order in orders(laptops.desk)] == [
        OrderKind.LAPTOP_MISSING,
        OrderKind.LAPTOP_FOUND,
        OrderKind.LAPTOP_REVOKE,
    ]


def test_the_notice_of_a_loss_is_a_paper_that_names_nobody(laptops: OrdersDriver) -> None:
    laptops.press(Key.Key_5)
    assert "Laptop ini tidak hilang" in laptops.toasts()
    laptops.press(Key.Key_3)
    laptops.sign()
    laptops.press(Key.Key_5)
    (path,) = laptops.desk.folders.documents.glob("*.pdf")
    assert path.name == "pemberitahuan-kehilangan-P3-2019-02-23-1605.pdf"
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("role", ["planner", "head"])
def test_who_is_no_admin_reads_and_orders_nothing(desk: Desk, qtbot: QtBot, role: str) -> None:
    put_laptop(desk, "P3", "Meja Jati", areas={VILLAGE: None}, state="missing", missing=OPENED_AT - timedelta(hours=2))
    driver = OrdersDriver(desk, with_role(desk, role), Key.Key_9, qtbot)
    assert "Hilang sejak" in loss(driver)
    driver.press(Key.Key_2, Key.Key_3, Key.Key_4)
    assert orders(desk) == []


def test_desk_and_forms_fit_at_every_text_size(laptops: OrdersDriver, themed_app: QApplication) -> None:
    laptops.press(Key.Key_3)
    laptops.sign()
    for percent, width in ((100, 1366), (125, 1366), (150, 1366), (150, 1100)):
        apply_theme(themed_app, "light", percent)
        laptops.window.resize(width, 690)
        for digit in (None, Key.Key_1, Key.Key_2):
            if digit is not None:
                at(laptops).laptops.table.setFocus()
                laptops.press(digit)
            for _ in range(3):
                QApplication.processEvents()
            assert layout_faults(laptops.window) == [], (percent, width, digit)
            at(laptops).step_out()
    apply_theme(themed_app, "light", 100)
