"""One run of the program, from its start to its end."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from fieldkit.app.application import application
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.masking import faults_logged
from fieldkit.host.apart import keep_scratch_in_memory, leave_no_image
from fieldkit.host.clock import Clock, SystemClock
from fieldkit.host.folders import Folders, folders_of, open_folders
from fieldkit.host.logs import open_log
from fieldkit.host.places import resources_dir
from fieldkit.host.settings import SETTINGS_FILE, Settings, load_settings, save_settings
from fieldkit.records.regions import RegionTable
from fieldkit.store.store import Store
from fieldkit.ui.ending import run_until_ended
from fieldkit.ui.shell.frame import new_window, show_window
from fieldkit.ui.start.flow import StartFlow
from fieldkit.ui.threads import Lanes, LanesLike
from fieldkit.ui.widgets.motion import set_motion


class Launch(QObject):
    """One run of the app: the start screens, and then the desktop in the same window."""

    def __init__(self, folders: Folders, settings: Settings, lanes: LanesLike, clock: Clock) -> None:
        super().__init__()
        self.window = new_window()
        self.desktop: Desktop | None = None
        self._folders, self._settings, self._lanes, self._clock = folders, settings, lanes, clock
        self.flow = StartFlow(self.window, folders, lanes, clock, centre_url=settings.centre_url)
        self.flow.enrolled_at.connect(self._keep_centre)
        self.flow.text_size_changed.connect(self._keep_text_size)
        self.flow.ready.connect(self._open_desktop)
        self.flow.left.connect(self._drop_desktop)
        self.flow.stayed.connect(lambda: self.desktop.stay() if self.desktop else None)

    def open(self) -> None:
        """Show the window, and begin."""
        show_window(self.window)
        self.flow.begin()

    def tell(self, error: FieldKitError) -> None:
        """Show the window with what keeps it from beginning."""
        self.flow.tell(error)
        show_window(self.window)

    def close(self) -> None:
        """End the threads, hang up and close the file."""
        if self.desktop is not None:
            self.desktop.close()
            return
        self.flow.close()
        self._lanes.close()
        self.flow.hang_up()

    def _open_desktop(self, store: Store) -> None:
        regions = RegionTable(resources_dir() / "regions")
        parts = Parts(store, self._lanes, self._clock, self._folders, regions, self._settings)
        self.desktop = Desktop(parts, self.window)
        self.desktop.released.connect(lambda: self.flow.leave(store))
        self.desktop.restore_asked.connect(lambda: self._restore_instead(store))
        self.desktop.open()

    def _restore_instead(self, store: Store) -> None:
        self._drop_desktop()
        self.flow.restore_instead(store)

    def _drop_desktop(self) -> None:
        """Its store is gone; the object stays with this one, so that no other thread ever clears it away."""
        desktop, self.desktop = self.desktop, None
        if desktop is not None:
            self._settings = desktop.parts.settings
            desktop.sync.hang_up()
            desktop.setParent(self)

    def _keep_centre(self, centre_url: str) -> None:
        self._keep(replace(self._settings, centre_url=centre_url))

    def _keep_text_size(self, percent: int) -> None:
        # Where nothing can be written, the size holds until the end.
        with suppress(FieldKitError):
            self._keep(replace(self._settings, text_scale=percent))

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        save_settings(self._folders.data / SETTINGS_FILE, settings)


def start(root: Path | None) -> int:
    """Open the window on the data in a folder, this user's own where none is given; returns when it is closed."""
    leave_no_image()
    keep_scratch_in_memory()
    try:
        folders = open_folders(root)
        log = open_log(folders.logs)
        settings = load_settings(folders.data / SETTINGS_FILE)
    except FieldKitError as error:
        return _stop(error, root)
    app = application(settings)
    set_motion(settings.has_motion)
    with faults_logged():
        launch = Launch(folders, settings, Lanes(), SystemClock())
        launch.open()
        code = run_until_ended(app)
        launch.close()
    logging.getLogger().removeHandler(log)
    log.close()
    return code


def _stop(error: FieldKitError, root: Path | None) -> int:
    """Not even the folders can be had: say so, and end."""
    app = application(Settings())
    launch = Launch(folders_of(root), Settings(), Lanes(), SystemClock())
    launch.tell(error)
    app.exec()
    launch.close()
    return 1
