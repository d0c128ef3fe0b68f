"""The app on a tour: every page, and a search; it says how many bytes it holds after each step."""

from __future__ import annotations

import sys
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldkit.app import Desktop, Parts, application
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import open_folders
from fieldkit.host.places import migrations_dir, resources_dir
from fieldkit.host.settings import Settings
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.people import app_user
from fieldkit.store.store import Store
from fieldkit.ui.threads import Lanes

folder, user_id, key = Path(sys.argv[1]), sys.argv[2], bytes.fromhex(sys.argv[3])
app = application(Settings())
store = Store(folder / "fieldkit.db", key, migrations_dir(), SystemClock())
lanes = Lanes()
regions = RegionTable(resources_dir() / "regions")
desktop = Desktop(Parts(store, lanes, store.clock, open_folders(folder / "files"), regions, Settings()))
desktop.open()
user = store.query(app_user, user_id)
assert user is not None
desktop.sign_in(user)
main, ahead = desktop.main, desktop.ahead
assert main is not None
assert ahead is not None
process = psutil.Process()
finished: list[bool] = []
ahead.finished.connect(lambda: finished.append(True))


def say_bytes() -> None:
    """Once everything that was asked for is shown and painted."""
    while lanes.is_busy():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    app.processEvents()
    print(process.memory_info().rss, flush=True)


say_bytes()
while not finished:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
say_bytes()
for button in main.rail.buttons.values():
    main.show_page(button.spec.name)
    say_bytes()
main.show_page("register")
for letter in "siti nuraini":
    QTest.keyClick(QApplication.focusWidget(), letter)
    say_bytes()
desktop.close()
