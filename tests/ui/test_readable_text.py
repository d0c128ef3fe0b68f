"""Text stands out from what it is painted on; test_every_scene.py looks at each scene in the same way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gallery import build_components, build_window
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from readable import Eye

from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.theme.tokens import THEMES


def faint_in(window: QWidget, qtbot: QtBot) -> list[str]:
    qtbot.addWidget(window)
    window.resize(1366, 900)
    window.show()
    QApplication.processEvents()
    eye = Eye()
    with eye.open():
        faint = eye.faint(window)
    assert eye.looked_at > 30
    return faint


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_of_the_gallery_is_readable(themed_app: QApplication, qtbot: QtBot, theme: str) -> None:
    apply_theme(themed_app, theme)
    assert faint_in(build_components(), qtbot) == []
    assert faint_in(build_window(), qtbot) == []


def test_a_token_that_is_too_pale_is_seen_where_it_is_painted(
    themed_app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    light = THEMES["light"]
    monkeypatch.setitem(THEMES, "light", replace(light, warn=light.warn_line))
    apply_theme(themed_app, "light")
    try:
        faint = faint_in(build_components(), qtbot)
    finally:
        monkeypatch.undo()
        apply_theme(themed_app, "light")
    assert {told.split()[0] for told in faint} == {"Badge", "Label"}
