"""On every start screen each button that is shown has a key, and the text is made larger and smaller by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from starting import Begin

from fieldkit.host.folders import Folders
from fieldkit.host.settings import SETTINGS_FILE, load_settings
from fieldkit.store._errors import damaged
from fieldkit.ui.shell.frame import new_window
from fieldkit.ui.start.enrolment import EnrolScreen
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.start.passphrase import PassphraseScreen
from fieldkit.ui.start.trouble import TroubleScreen
from fieldkit.ui.start.unlock import UnlockScreen
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button

Key, Mod = Qt.Key, Qt.KeyboardModifier
BIGGER = (Key.Key_Plus, Mod.ControlModifier | Mod.ShiftModifier)


def trouble() -> TroubleScreen:
    screen = TroubleScreen()
    screen.show_error(damaged(), help_="Pulihkan cadangan", other="Coba lagi")
    return screen


@pytest.mark.parametrize(
    ("make", "name", "key"),
    [
        (lambda: EnrolScreen("https://pusat.contoh.go.id"), "enrol_restore", Key.Key_C),
        (lambda: PassphraseScreen(has_escrow=True), "passphrase_forgotten", Key.Key_L),
        (trouble, "trouble_other", Key.Key_L),
        (lambda: UnlockScreen(needs_phrase=False), "rescue_find", Key.Key_B),
    ],
)
def test_what_was_reached_by_tab_alone_has_its_key(
    themed_app: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[], StartScreen],
    name: str,
    key: Qt.Key,
) -> None:
    monkeypatch.setattr("fieldkit.ui.start.rescue_fields.QFileDialog.getOpenFileName", lambda *_: ("", ""))
    window, screen, pressed = new_window(), make(), list[str]()
    window.addWidget(screen)
    window.setCurrentWidget(screen)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    button = screen.findChild(Button, name)
    assert button is not None
    button.clicked.connect(lambda: pressed.append(name))
    QTest.keyClick(QApplication.focusWidget() or screen, key, Mod.AltModifier)
    assert pressed == [name]
    window.close()
    window.deleteLater()


def test_the_size_of_the_text_is_kept_from_the_first_screen_on(begin: Begin, folders: Folders) -> None:
    app = begin()
    app.wait_for("enrol")
    QTest.keyClick(QApplication.focusWidget() or app.screen, *BIGGER)
    assert look().scale.percent == 110
    assert load_settings(folders.data / SETTINGS_FILE).text_scale == 110
    apply_theme(QApplication.instance(), "light")  # type: ignore[arg-type]
