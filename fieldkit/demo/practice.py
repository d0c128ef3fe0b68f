"""Practice: a window on invented people, in a folder of its own that is gone once the window is closed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from fieldkit.app.application import application
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.demo.day import PIN
from fieldkit.demo.laptop import practice_laptop
from fieldkit.host.folders import open_folders
from fieldkit.host.settings import SETTINGS_FILE, load_settings
from fieldkit.ui.ending import run_until_ended
from fieldkit.ui.threads import Lanes

MARK: Final = " (LATIHAN)"
"""Stands in the rail and at the head of every paper, so that none can be taken for a real one."""


def practise(root: Path | None = None, work: Callable[[QApplication], int] | None = None) -> int:
    """Open the window in the look that this user is used to; the real data is neither read nor written.

    Without other work it is open until somebody closes it.
    """
    settings = replace(load_settings(open_folders(root).data / SETTINGS_FILE), centre_url="")
    app = application(settings)
    with tempfile.TemporaryDirectory(prefix="fieldkit-") as folder:
        laptop = practice_laptop(Path(folder), MARK)
        laptop.clock.run_on()
        parts = Parts(laptop.store, Lanes(), laptop.clock, laptop.folders, laptop.regions, settings, practice_pin=PIN)
        desktop = Desktop(parts)
        try:
            desktop.open()
            desktop.sign_in(laptop.lead)
            return (work or run_until_ended)(app)
        finally:
            desktop.close()
