"""A laptop whose window is left alone on the page Sync, as a process that can be killed.

Says each headline of the page as it changes, at last the receipt as the page copies it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fieldkit.demo.hands import Hands
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import SystemClock
from fieldkit.ui.widgets.labels import Label
from tests.bench.window import desktop_on
from tests.laptops import fresh_store


def leave_running(folder: Path, lead: UserId) -> None:
    """Open the page Sync and watch it until all is sent."""
    store = fresh_store(folder / "P1.db", SystemClock())
    store.user = lead
    with desktop_on(store, folder) as (_, hands):
        hands.press("F9")
        headline = ""
        while headline != "Semua terkirim":
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            headline = _tell_new(hands, headline)
        hands.until(lambda: hands.shows("perubahan 1–"), "a receipt on the page")
        hands.press("Ctrl+P")
        hands.until_shown("Rantai di pusat sama dengan rantai di laptop ini")
        hands.press("Ctrl+C")
        _say(receipt=QGuiApplication.clipboard().text())


def _tell_new(hands: Hands, before: str) -> str:
    shown = hands.find(Label, "sync_headline")
    headline = shown.full_text() if shown else ""
    if headline != before:
        _say(headline=headline)
    return headline


def _say(**what: str) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    leave_running(Path(sys.argv[1]), UserId(sys.argv[2]))
