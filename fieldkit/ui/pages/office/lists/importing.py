"""One list on its way in: read, checked, taken in; off the UI thread, one thing at a time."""

from __future__ import annotations

import logging
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from fieldkit.store.queries.office_page import OfficeView
from fieldkit.ui.context import Context
from fieldkit.ui.pages.office.lists.reading import (
    CancelledError,
    Check,
    Checked,
    FileRead,
    NumberedFinding,
    let_go,
    read_file,
    take_in,
)
from fieldkit.work.import_list import ImportList
from fieldkit.work.instants import at_site
from fieldkit.work.lists.mapping import ColumnMapping, is_reduced
from fieldkit.work.lists.rows import ListPlace

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Importing(QObject):
    """What is known of the list so far, and what is being done with it; says what came of it."""

    was_read = Signal(object)
    """The FileRead."""
    not_read = Signal(object)
    progress = Signal(int, int)
    """Rows that were checked, and all rows; comes from the lane of the check."""
    was_checked = Signal(object)
    """The Checked."""
    not_checked = Signal(object)
    """The exception, or None after a stop."""
    saved = Signal(object)
    """The Path of the findings."""
    was_taken_in = Signal(object)
    """The Imported."""
    not_taken_in = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._check: Check | None = None
        self.read: FileRead | None = None
        self.checked: Checked | None = None
        self.findings: tuple[NumberedFinding, ...] = ()
        """Of the last check, also once its list is in, until the next file is read: rows and faults, no person."""
        self._as_text = False
        self.is_taking_in = False

    @property
    def is_checking(self) -> bool:
        """Whether rows are being looked at."""
        return self._check is not None

    def open(self, path: Path, sheet: str | None = None) -> None:
        """Read a file, or another sheet of it."""
        store = self._context.store
        self._context.ask(
            self, lambda: read_file(store, path, sheet), self._on_read, self.not_read.emit, lane="network"
        )

    def check(self, mapping: ColumnMapping, village: str | None, view: OfficeView, former_id: str = "") -> None:
        """Look at every row; nothing is written."""
        if self.read is None or self._check is not None:
            return
        place = ListPlace(self._context.regions, view.regency, self._day(view), village)
        check = self._check = Check(self.read, mapping, place, former_id)
        store, told = self._context.store, self.progress.emit
        self._context.ask(self, lambda: check.run(store, told), self._on_checked, self._on_not_checked, lane="network")

    def stop(self) -> None:
        """Let a check end early."""
        if self._check is not None:
            self._check.stop()

    def save_findings(self, view: OfficeView | None) -> None:
        """Write the findings for whoever mends the list."""
        findings, folder = self.findings, self._context.folders.documents
        local, as_text = self._now(view), self._as_text
        _log.info("findings of an import saved by %s", self._context.user.id)

        def write() -> Path:
            # Workbooks take their time to import, and most lists are taken in as they are.
            from fieldkit.ui.pages.office.lists.findings_file import save_findings

            return save_findings(folder, findings, local, as_text=as_text)

        self._context.ask(self, write, self.saved.emit, lane="network")

    def take_in(
        self, name: str, as_of: date, mapping: ColumnMapping, taken_over: frozenset[str], former_id: str = ""
    ) -> None:
        """Write the good rows, unless there are none or they are being written."""
        if self.is_taking_in or self.checked is None:
            return
        self.is_taking_in = True
        command = ImportList(name, as_of, self.checked.run.rows, is_reduced(mapping), taken_over, former_id)
        store = self._context.store
        self._context.ask(self, lambda: take_in(store, command), self._on_taken_in, self._on_not_taken_in)

    def _on_read(self, read: FileRead) -> None:
        self.read, self.findings = read, ()
        self._as_text = read.path.suffix.lower() in {".csv", ".txt"}
        self.was_read.emit(read)

    def _on_checked(self, checked: Checked) -> None:
        self._check, self.checked, self.findings = None, checked, checked.findings
        self.was_checked.emit(checked)

    def _on_not_checked(self, error: Exception) -> None:
        self._check = None
        self.not_checked.emit(None if isinstance(error, CancelledError) else error)

    def _on_taken_in(self, done: object) -> None:
        self._context.ask(self, partial(let_go, [self.checked]), lambda _: None)
        self.is_taking_in, self.checked, self.read = False, None, None
        self.was_taken_in.emit(done)

    def _on_not_taken_in(self, error: Exception) -> None:
        self.is_taking_in = False
        self.not_taken_in.emit(error)

    def _day(self, view: OfficeView) -> date:
        return date.fromisoformat(view.day) if view.day else self._now(view).date()

    def _now(self, view: OfficeView | None) -> datetime:
        return at_site(self._context.clock.now_utc(), view.time_zone if view is not None else "UTC")
