"""How far each place is against the target, where it is heading, and what is handed on of it (HO-1, HO-2, HO-4)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fieldkit.store.queries.coverage.page import CoverageView, coverage_now
from fieldkit.store.queries.coverage.places import Level, Place
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.coverage.curve_card import CurveCard, FreshnessCard
from fieldkit.ui.pages.coverage.export import CoverageExport
from fieldkit.ui.pages.coverage.places_card import PlacesCard
from fieldkit.ui.pages.coverage.tiles import Tiles
from fieldkit.ui.pages.coverage.wording import missing_text, parts_text, place_name
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.ring import FocusRing


@dataclass(frozen=True, slots=True)
class Step:
    """A place that is looked at, split in a way."""

    place: Place
    level: Level | None = None


class CoveragePage(Page):
    """From the regency down to an RT, by keys."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Cakupan")
        self._context = context
        self._view: CoverageView | None = None
        self._steps: list[Step] = []
        self._asked = 0
        self._came_from: Place | None = None
        self.tiles, self.places = Tiles(), PlacesCard(context.regions)
        self.curve, self.freshness = CurveCard(), FreshnessCard()
        self.export = CoverageExport(context, self)
        self._arrange()
        self._listen()

    def subtitle(self) -> str:
        """The way to the place that is looked at, into how many it is split, and whose work is missing in all of it."""
        view = self._view
        if view is None:
            return ""
        way = " › ".join(place_name(self._context.regions, step.place) for step in self._steps)
        parts = parts_text(view.level, view.parts) if view.level is not None and view.parts else ""
        return " · ".join(filter(None, (way, parts, missing_text(view.freshness.silent))))

    def header_slot(self) -> QWidget:
        """Up, another split, and the report."""
        return self._slot

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the page."""
        return [
            ("Enter", tr("Masuk ke tempat yang disorot, sampai RT")),
            ("Esc / Backspace", tr("Naik satu tingkat")),
            ("K", tr("Per kecamatan atau per kelurahan")),
            ("L", tr("Tampilkan juga yang sudah lewat target")),
            ("Ctrl+J", tr("Ke laju dan umur angka")),
            ("Ctrl+T", tr("Angka kurva sebagai tabel")),
            ("Ctrl+P", tr("Unduh laporan: PDF, Excel, printer")),
        ]

    def refresh(self) -> None:
        """Ask for the place again."""
        store, now = self._context.store, self._context.clock.now_utc()
        place, level = (self._steps[-1].place, self._steps[-1].level) if self._steps else (None, None)
        self._asked += 1
        number = self._asked
        self._context.ask(
            self, lambda: store.query(coverage_now, place, level, now), lambda view: self._show(number, view)
        )

    def shown(self) -> None:
        """To the places, or to the page itself where there is none."""
        table = self.places.table
        (table if table.rows_model.rowCount() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def step_out(self) -> bool:
        """Out of the report, of the drawer, of the place."""
        if self.export.step_out():
            return True
        if self.curve.step_out():
            self.shown()
            return True
        return self._columns.close_side() or self._up()

    def _arrange(self) -> None:
        right = QWidget()
        column(stretched(self.curve), self.freshness, gap=12, inside=right)
        right.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        right.setAccessibleName(tr("Laju dan umur angka"))
        FocusRing(right)
        self._columns = Columns(
            [(self.places, None), (right, 452)], side_key="Ctrl+J", side_title=tr("Laju dan umur angka")
        )
        self._up_button = Button("", "quiet", icon="arrow-up", key="Esc", press=self._up)
        self._split_button = Button("", "quiet", key="K", press=self._split)
        self._side_button = Button(tr("Laju"), key="Ctrl+J", press=self._columns.open_side)
        self._side_button.setObjectName("coverage_side")
        self._side_button.setVisible(False)
        self._report_button = Button(tr("Unduh laporan"), key="Ctrl+P", press=self._report)
        self._slot = holder(row(self._up_button, self._split_button, self._side_button, self._report_button, gap=8))
        self.add(self.tiles, stretched(self._columns))

    def _listen(self) -> None:
        self.places.entered.connect(self._into)
        self._columns.settled.connect(lambda: self._side_button.setVisible(self._columns.narrow()))
        table = self.places.table
        bind(self, "Backspace", self._up)
        bind(table, "K", self._split)
        bind(table, "L", self.places.toggle_passed)
        bind(self, "Ctrl+T", self._turn_curve, everywhere=True)
        bind(self, "Ctrl+P", self._report, everywhere=True)

    def _show(self, number: int, view: CoverageView) -> None:
        if number != self._asked:
            # Somebody went on meanwhile.
            return
        came_from, self._came_from = self._came_from, None
        has_moved = self._view is None or self._view.whole.place != view.whole.place
        self._steps, self._view = self._steps or [Step(view.whole.place)], view
        self.tiles.show_view(view)
        self.places.show_view(view, came_from)
        self.curve.show_view(view, place_name(self._context.regions, view.whole.place))
        self.freshness.show_view(view, self._context.clock.now_utc())
        self._show_ways(view)
        self.header_changed.emit()
        if has_moved and self.isVisible():
            self.shown()

    def _show_ways(self, view: CoverageView) -> None:
        above = self._steps[-2].place if len(self._steps) > 1 else None
        self._up_button.setVisible(above is not None)
        if above is not None:
            self._up_button.set_text(place_name(self._context.regions, above))
        splits = view.whole.place.splits_into
        self._split_button.setVisible(len(splits) > 1)
        by_district = view.level is Level.DISTRICT
        self._split_button.set_text(tr("Per kelurahan") if by_district else tr("Per kecamatan"))

    def _into(self, place: Place) -> None:
        if self._is_settled():
            self._came_from = None
            self._steps = [*self._steps, Step(place)]
            self.refresh()

    def _is_settled(self) -> bool:
        """Whether what is shown is the place that was asked for."""
        return self._view is not None and bool(self._steps) and self._steps[-1].place == self._view.whole.place

    def _up(self) -> bool:
        if len(self._steps) < 2:
            return False
        self._came_from = self._steps[-1].place
        self._steps = self._steps[:-1]
        self.refresh()
        return True

    def _split(self) -> None:
        """The other way to split the place, where it has two."""
        view = self._view
        others = [level for level in view.whole.place.splits_into if level is not view.level] if view else []
        if others and self._is_settled():
            self._steps = [*self._steps[:-1], Step(self._steps[-1].place, others[0])]
            self.refresh()

    def _turn_curve(self) -> None:
        """The side first, where it is a drawer."""
        if self._columns.narrow() and not self.curve.isVisible():
            self._columns.open_side()
        self.curve.turn()

    def _report(self) -> None:
        if self._view is not None:
            self.export.open(self._view)
