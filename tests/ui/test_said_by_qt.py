"""What Qt says on the error stream."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import qInstallMessageHandler, qWarning

from fieldkit.ui.said_by_qt import IDLE_TALK, hush_idle_talk


def test_a_window_without_a_screen_says_nothing_and_a_real_warning_is_still_seen() -> None:
    code = (
        "from PySide6.QtCore import qWarning; from fieldkit.app.application import application;"
        "from fieldkit.host.settings import Settings; from fieldkit.ui.shell.frame import new_window;"
        "app = application(Settings()); new_window().show(); qWarning('something is wrong')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("", "something is wrong\n")


def test_who_listened_before_hears_everything_else() -> None:
    heard: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, message: heard.append(message))
    hush_idle_talk()
    qWarning(IDLE_TALK)
    qWarning("something is wrong")
    qInstallMessageHandler(before)
    assert heard == ["something is wrong"]
