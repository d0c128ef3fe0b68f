"""The report of coverage, in the ways in which papers leave the laptop; it names nobody, so files may stay."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fieldkit.store.queries.coverage.page import CoverageView
from fieldkit.store.queries.coverage.report import CoverageReport, coverage_report
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.coverage.wording import place_name
from fieldkit.ui.papers.ways import SheetWay, ask_way_out, sheet_ways
from fieldkit.ui.widgets.choices import ActionPanel
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.overlays import Drawer

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class CoverageExport(QObject):
    """A drawer with three ways out by digit."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._view: CoverageView | None = None
        self._place = Label("", "strong", wrap=True)
        about = Label(
            tr("Per wilayah, jenis kelamin, keperluan, dan lokasi; pembersihan daftar terpisah. Tanpa nama warga."),
            "second",
            wrap=True,
        )
        self.acts = ActionPanel(sheet_ways(), columns=1, name=tr("Unduh laporan"))
        held = QWidget()
        column(self._place, about, self.acts, None, gap=10, inside=held)
        held.setFocusProxy(self.acts)
        self._drawer = Drawer(page, tr("Unduh laporan"), held)
        self.acts.picked.connect(self._choose)

    def open(self, view: CoverageView) -> None:
        """Ask in what way the report of a place is wanted."""
        self._view = view
        self._place.set_text(place_name(self._context.regions, view.whole.place))
        self._drawer.open_drawer()
        self.acts.focus_first()

    def is_open(self) -> bool:
        """Whether the drawer lies over the page."""
        return not self._drawer.isHidden()

    def step_out(self) -> bool:
        """Out of the drawer; False where it is not open."""
        return self._drawer.close_drawer()

    def _choose(self, chosen: str) -> None:
        way, view = SheetWay(chosen), self._view
        if view is None:
            return
        out = self._context.folders.documents if way.is_file else ask_way_out(self._page, way, "", None)
        if out is None:
            return
        self._drawer.close_drawer()
        store, place, today = self._context.store, view.whole.place, view.today
        self._context.ask(
            self, lambda: store.query(coverage_report, place, today), lambda report: self._lead_out(report, way, out)
        )

    def _lead_out(self, report: CoverageReport, way: SheetWay, out: Path | QPrinter) -> None:
        # To lay out pages takes a while, in which the store is free for others.
        self._context.ask(self, lambda: self._bring(report, way, out), self._say, lane="network")

    def _bring(self, report: CoverageReport, way: SheetWay, out: Path | QPrinter) -> list[str]:
        # Workbooks and templates take their time to import, and most who look at the figures write nothing.
        from fieldkit.reports.planning.coverage import coverage_paper
        from fieldkit.reports.planning.coverage_files import coverage_html, write_coverage_book
        from fieldkit.ui.papers.paper import lead_out

        paper = coverage_paper(report, self._context.regions, self._context.clock.now_utc())
        if isinstance(out, Path):
            out.mkdir(parents=True, exist_ok=True)
        book = partial(write_coverage_book, paper)
        return lead_out(coverage_html(paper), paper.file_name, book, way, out)

    def _say(self, names: list[str]) -> None:
        if not names:
            self._context.messages.done(tr("Laporan dikirim ke printer"))
            return
        folder = self._context.folders.documents.name
        self._context.messages.done(
            tr("Laporan cakupan tersimpan"), tr("{names}, di folder {folder}.", names=", ".join(names), folder=folder)
        )
