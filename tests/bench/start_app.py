"""The app as it starts for somebody who signs in: its window with today's page, over the store in a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer

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
folders = open_folders(folder)
app = application(Settings())
store = Store(folder / "fieldkit.db", key, migrations_dir(), SystemClock())
regions = RegionTable(resources_dir() / "regions")
desktop = Desktop(Parts(store, Lanes(), store.clock, folders, regions, Settings()))
desktop.open()
user = store.query(app_user, user_id)
assert user is not None
desktop.sign_in(user)


def tell_when_shown() -> None:
    """Usable once the page has its rows: the strip tells the shift only after the store has answered."""
    main = desktop.main
    if main is not None and main.strip.segments["shift"].isVisible():
        print("usable", flush=True)
    else:
        QTimer.singleShot(5, tell_when_shown)


tell_when_shown()
app.exec()
