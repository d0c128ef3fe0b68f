"""What leaves the calendar: a paper for the wall, a workbook, events for other calendars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fieldkit.store.queries.planning.schedule import Plan, Schedule
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.ui.widgets.layouts import column

PDF: Final = "pdf"
BOOK: Final = "xlsx"
FEED: Final = "ics"
_WIDTH: Final = 360
Shown = Callable[[], tuple[Schedule, Sequence[Plan]] | None]


class _Ways(QWidget):
    """The three, and what is written of them."""

    def __init__(self) -> None:
        super().__init__()
        choices = [
            Choice(PDF, tr("Kertas untuk ditempel (PDF)"), "printer"),
            Choice(BOOK, tr("Buku kerja Excel (.xlsx)"), "table"),
            Choice(FEED, tr("Kalender di HP atau komputer (.ics)"), "calendar-plus"),
        ]
        self.acts = ActionPanel(choices, columns=1, name=tr("Cetak"))
        about = Label(tr("Yang ditulis adalah shift yang tampil, dengan jam setempat."), "second", wrap=True)
        column(about, self.acts, None, gap=10, inside=self)
        self.setFocusProxy(self.acts)


class ExportDrawer(QObject):
    """Three ways out by digit; the file is written into the folder of documents."""

    def __init__(self, context: Context, page: QWidget, shown: Shown) -> None:
        super().__init__(page)
        self._context, self._shown = context, shown
        self._drawer = LateDrawer(page, tr("Cetak"), self._make, width=_WIDTH)

    def open(self) -> None:
        """Ask what is wanted."""
        self._drawer.open().acts.focus_first()

    def is_open(self) -> bool:
        """Whether the drawer stands over the page."""
        return self._drawer.is_open

    def step_out(self) -> bool:
        """Out of the drawer; False where it is not open."""
        return self._drawer.close()

    def _make(self) -> _Ways:
        ways = _Ways()
        ways.acts.picked.connect(self._write)
        return ways

    def _write(self, way: str) -> None:
        shown, folder = self._shown(), self._context.folders.documents
        if shown is None:
            return
        self._drawer.close()
        self._context.ask(self, lambda: self._written(way, *shown, folder), self._say)

    def _written(self, way: str, found: Schedule, plans: Sequence[Plan], folder: Path) -> Path:
        # Workbooks and templates take their time to import, and most who look at the calendar print nothing.
        from fieldkit.reports.planning.schedule import schedule_paper
        from fieldkit.reports.planning.schedule_files import schedule_html, write_schedule_book, write_schedule_feed
        from fieldkit.ui.papers.paper import write_pdf

        regions, regency = self._context.regions, self._context.regions.by_code(found.register.regency)
        paper = schedule_paper(found, plans, regency.name if regency else "", regions)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{paper.file_name}.{way}"
        if way == PDF:
            write_pdf(schedule_html(paper), path)
        elif way == BOOK:
            write_schedule_book(paper, path)
        else:
            write_schedule_feed(found, plans, regions, self._context.clock.now_utc(), path)
        return path

    def _say(self, path: Path) -> None:
        said = tr("{name}, di folder {folder}.", name=path.name, folder=path.parent.name)
        self._context.messages.done(tr("Jadwal tersimpan"), said)
