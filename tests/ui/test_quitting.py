"""The program is ended while somebody types, by the cross or by a computer that shuts down: every letter is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from desk import DeskClock, Laptop, desk_of
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.host.places import migrations_dir
from fieldkit.host.settings import Settings
from fieldkit.store.database import Database
from fieldkit.store.store import Store
from fieldkit.ui.pages.close_shift import CloseShiftPage
from fieldkit.ui.pages.register import RegisterPage
from fieldkit.ui.shell.page import Page
from fieldkit.ui.threads import Lanes


def rest(desktop: Desktop, qtbot: QtBot) -> None:
    """Wait until all that was asked of the store was shown."""
    for _ in range(3):
        shown: list[None] = []
        desktop.parts.lanes.run("store", lambda: None, shown.append, pytest.fail, desktop)
        qtbot.waitUntil(lambda shown=shown: bool(shown))


def field(page: Page, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def type_a_name(page: Page) -> None:
    assert isinstance(page, RegisterPage)
    page.desk.walk_in("")
    QTest.keyClicks(field(page, "name").findChild(QLineEdit), "ZUBAIDAH")


def type_a_count(page: Page) -> None:
    assert isinstance(page, CloseShiftPage)
    page.blanks.focus_count()
    QTest.keyClicks(QApplication.focusWidget(), "37")


def kept(file: Path, key: bytes) -> str:
    """All drafts of a laptop."""
    store = Store(file, key, migrations_dir(), DeskClock())

    def contents(database: Database) -> list[str]:
        return [str(row[0]) for row in database.rows("SELECT content FROM draft")]

    try:
        return " ".join(store.query(contents))
    finally:
        store.close()


@pytest.mark.parametrize(
    ("name", "type_it", "typed"), [("register", type_a_name, "ZUBAIDAH"), ("close_shift", type_a_count, "37")]
)
@pytest.mark.usefixtures("themed_app")
def test_what_was_typed_in_the_last_moment_is_kept(
    laptop: Laptop, tmp_path: Path, qtbot: QtBot, name: str, type_it: Callable[[Page], None], typed: str
) -> None:
    desk = desk_of(laptop, tmp_path / "fieldkit")
    desk.open_shift()
    desktop = Desktop(Parts(desk.store, Lanes(), desk.clock, desk.folders, desk.regions, Settings()))
    desktop.open(contact_after_ms=3_600_000)
    qtbot.waitUntil(desktop.window.isActiveWindow)
    desktop.sign_in(desk.lead)
    assert desktop.main is not None
    desktop.main.show_page(name)
    rest(desktop, qtbot)
    type_it(desktop.main.page(name))
    desktop.close()
    shiboken6.delete(desktop.window)
    assert typed in kept(desk.folders.data / "fieldkit.db", laptop.key)


@pytest.mark.parametrize(("is_ours", "left"), [(True, ""), (False, "3574035708959901")])
@pytest.mark.usefixtures("themed_app")
def test_what_was_copied_here_leaves_the_clipboard_with_the_program(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, is_ours: bool, left: str
) -> None:
    """Desktops that keep a clipboard for programs that ended would offer a NIK to whoever comes next."""
    desk = desk_of(laptop, tmp_path / "fieldkit")
    desktop = Desktop(Parts(desk.store, Lanes(), desk.clock, desk.folders, desk.regions, Settings()))
    desktop.open(contact_after_ms=3_600_000)
    qtbot.waitUntil(desktop.window.isActiveWindow)
    rest(desktop, qtbot)
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: is_ours)
    QApplication.clipboard().setText("3574035708959901")
    desktop.close()
    shiboken6.delete(desktop.window)
    assert QApplication.clipboard().text() == left
    QApplication.clipboard().clear()
