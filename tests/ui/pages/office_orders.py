"""The desks where an admin orders, found by name and worked by keys; laptops as the centre told of them."""

from __future__ import annotations

import hashlib
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.domain.identifiers import UserId
from fieldkit.records.orders import Filed, HeldArea, filed_areas
from fieldkit.records.tables import APP_USER, DEVICE_FILE
from fieldkit.store.queries.people import AppUser, app_user
from fieldkit.store.unit import Unit
from fieldkit.ui.forms.signing import SignModal
from fieldkit.ui.pages.office import OfficePage
from fieldkit.ui.pages.office.told_once import CodeModal
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.instants import instant
from fieldkit.work.sign_in import set_first_pin
from tests.ui.desk import START_CODE, Desk

REGENCY = "35.74"
PIN = "274913"
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Schedule(Page):
    """Remembers with what it was asked for."""

    asked: object = None

    def __init__(self, _context: object) -> None:
        super().__init__()

    def opened_with(self, argument: object) -> None:
        """Remember."""
        self.asked = argument


class OrdersDriver:
    """One desk of the office, open."""

    def __init__(self, desk: Desk, user: AppUser, digit: Key, qtbot: QtBot) -> None:
        self.desk = desk
        self.window = desk.open(("office", OfficePage), ("schedule", Schedule), user=user)
        qtbot.waitUntil(self.window.isActiveWindow)
        page = self.window.page("office")
        assert isinstance(page, OfficePage)
        self.page = page
        self.press(digit)
        self.at = page.worked_at()

    def press(self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Real keys, wherever the focus is."""
        for key in keys:
            QTest.keyClick(_focused(), key, held)

    def type(self, name: str, text: str) -> None:
        """Into a field by its name."""
        field = self.at.findChild(TextField, name)
        assert isinstance(field, TextField)
        field.focus_answer()
        field.line.selectAll()
        QTest.keyClicks(_focused(), text)

    def save(self) -> None:
        """The filled button."""
        self.press(Key.Key_Return, held=CONTROL)

    def sign(self, pin: str = PIN) -> None:
        """The PIN in the question that is open."""
        modal = next(each for each in self.window.findChildren(SignModal) if each.isVisible())
        QTest.keyClicks(modal.pin.line, pin)
        QTest.keyClick(modal.pin.line, Key.Key_Return)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.window.activateWindow()

    def told(self) -> str:
        """The code that is told once; it is gone with Enter."""
        modal = next(each for each in self.window.findChildren(CodeModal) if each.isVisible())
        code = modal.code.full_text()
        QTest.keyClick(modal, Key.Key_Return)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return code

    def says(self, name: str) -> str:
        """What a label says, empty where it is hidden."""
        label = self.at.findChild(Label, name)
        assert isinstance(label, Label)
        return label.full_text() if label.isVisibleTo(self.at) else ""

    def toasts(self) -> list[str]:
        """All that the window says."""
        return [label.full_text() for label in self.window.findChildren(Label) if label.isVisible()]


def with_role(desk: Desk, role: str, name: str = "Sri Rahayu") -> AppUser:
    """Somebody of the office with a PIN on this laptop."""

    def verb(unit: Unit) -> str:
        code = hashlib.sha256(START_CODE.encode()).hexdigest()
        return unit.insert(APP_USER, REGENCY, name=name, role=role, active=1, start_code_hash=code)

    made = desk.store.execute(verb)
    set_first_pin(desk.store, UserId(made), START_CODE, PIN)
    user = desk.store.query(app_user, made)
    assert user is not None
    return user


def put_laptop(
    desk: Desk,
    prefix: str,
    name: str,
    *,
    areas: dict[str, datetime | None],
    state: str = "active",
    seen: datetime | None = None,
    missing: datetime | None = None,
    waiting: int = 0,
) -> str:
    """A laptop as the centre tells of it."""
    now = desk.clock.now_utc()
    held = tuple(
        HeldArea(area, "2019-01-07T01:00:00.000Z", instant(until) if until else "") for area, until in areas.items()
    )
    filed = Filed(held, instant(seen or now), 128, waiting, instant(missing) if missing else "")

    def verb(unit: Unit) -> str:
        device = f"device-{prefix}"
        unit.insert(
            DEVICE_FILE,
            REGENCY,
            device_id=device,
            name=name,
            prefix=prefix,
            state=state,
            areas=filed_areas(filed),
            enrolled_at="2019-01-07T01:00:00.000Z",
            changed_at=instant(now),
        )
        return device

    return desk.store.execute(verb)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
