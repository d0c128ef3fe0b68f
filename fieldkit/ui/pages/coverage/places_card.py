"""The places that a place is split into, those that miss most first; and the sum of the one that is chosen."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.coverage.page import CoverageView, Part
from fieldkit.store.queries.coverage.places import Place
from fieldkit.ui.formats import count, decimal
from fieldkit.ui.language import tr
from fieldkit.ui.pages.coverage.places_table import PlaceRow, PlacesTable
from fieldkit.ui.pages.coverage.wording import (
    base_note,
    gap_text,
    level_name,
    part_name,
    passed_text,
    place_name,
    share_text,
    sum_text,
    target_text,
)
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card, EmptyState
from fieldkit.ui.widgets.charts.gaps import Gap, GapAxis, axis_of, paint_diamond, paint_outside
from fieldkit.ui.widgets.charts.strokes import paint_hatched, paint_solid
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.painted import Painted, brush


class Swatch(Painted):
    """What a mark of the chart looks like."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a bar."""
        return QSize(look().px(14 if self._mark == "diamond" else 22), look().px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark."""
        painter, box = brush(self), QRectF(self.rect()).adjusted(0, 1, 0, -1)
        if self._mark == "diamond":
            paint_diamond(painter, QPointF(box.center()))
        else:
            {"solid": paint_solid, "hatched": paint_hatched, "outside": paint_outside}[self._mark](painter, box, "")
        painter.end()


class PlacesCard(Card):
    """Bars against the line, drilled into with Enter."""

    entered = Signal(object)

    def __init__(self, regions: RegionTable) -> None:
        self._order = Label(tr("Urut: kurang terbanyak"), "second", "ink2")
        super().__init__(tr("Tempat terhadap target"), right=self._order, gap=6, edges=(8, 12, 8, 10))
        self._regions = regions
        self._view: CoverageView | None = None
        self._parts: dict[str, Part] = {}
        self._with_passed = False
        self.table = PlacesTable()
        self._empty = EmptyState("chart-bar", "")
        self._stack = QStackedWidget()
        self._note = IconText("info", "", "second", "info", wrap=True)
        self.sum = Label("", "second", wrap=True)
        self.passed = IconText("check-circle", "", "second-strong", "ok", elide=True, size=16)
        self.more_button = Button("", "quiet", key="L", size="small", press=self.toggle_passed)
        for name, widget in (("sum", self.sum), ("passed", self.passed)):
            widget.setObjectName(f"coverage_{name}")
        self._arrange()
        self.table.activated_row.connect(self._enter)
        self.table.selected_row.connect(lambda _row: self._tell_sum())

    def show_view(self, view: CoverageView, chosen: Place | None) -> None:
        """The parts of a place; `chosen` is the one that somebody came back from."""
        self._view = view
        self._with_passed |= any(part.place == chosen for part in view.passed)
        self._show_rows()
        if chosen is not None:
            self.table.select(_id(chosen))
        if self.table.selected() is None and self.table.rows_model.rowCount():
            self.table.selectRow(0)
        self._tell_sum()

    def toggle_passed(self) -> None:
        """Also those that have reached the target, or only those that have not."""
        if self._view is not None and self._view.below and self._view.passed:
            self._with_passed = not self._with_passed
            self._show_rows()

    def _arrange(self) -> None:
        marks = (
            ("solid", tr("kurang, terjangkau")),
            ("hatched", tr("dijelaskan, belum disahkan")),
            ("outside", tr("disahkan, merantau")),
            ("diamond", tr("nasional")),
        )
        legend = Flow(
            [holder(row(Swatch(mark), Label(words, "hint"), None, gap=6)) for mark, words in marks], gap=10, close=True
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        foot = row(stretched(self.passed), self.more_button, gap=8)
        self.legend = holder(row(legend, None, edges=(8, 0, 8, 0)))
        note, total = (
            holder(row(stretched(self._note), edges=(8, 0, 8, 0))),
            holder(row(stretched(self.sum), edges=(8, 0, 8, 0))),
        )
        self.head.setContentsMargins(look().px(8), 0, look().px(8), 0)
        self.add(self.legend, note, stretched(self._stack), total, holder(foot))

    def _show_rows(self) -> None:
        view = self._view
        if view is None:
            return
        parts = view.parts if self._with_passed or not view.below else view.below
        self._parts = {_id(part.place): part for part in parts}
        name = level_name(view.level, view.parts) if view.level else ""
        self.set_title(
            tr("{level} terhadap {target}", level=name, target=target_text(view.target))
            if name
            else tr("RT tidak dibagi lagi")
        )
        gaps = {key: _gap(part) for key, part in self._parts.items()}
        axis = axis_of(float(view.target), gaps.values())
        rows = [self._row(key, part, gaps[key], view.target) for key, part in self._parts.items()]
        self.table.show_rows(name, rows, axis, _axis_words(axis, view.target))
        self._show_words(view, name)
        self._show_empty(view)

    def _row(self, key: str, part: Part, gap: Gap, target: Decimal) -> PlaceRow:
        standing = part.standing
        name = part_name(self._regions, part.place)
        said = gap_text(standing, target)
        return PlaceRow(key, name, share_text(standing.share), count(standing.to_go(target)), gap, said)

    def _show_words(self, view: CoverageView, name: str) -> None:
        note = base_note(view, name)
        self._note.set(note, "info")
        self._note.setVisible(bool(note))
        passed = passed_text(self._regions, view)
        self.passed.set(passed, "ok")
        self.passed.setVisible(bool(passed))
        self.more_button.set_text(tr("Sembunyikan") if self._with_passed else tr("Tampilkan juga"))
        self.more_button.setVisible(bool(view.passed and view.below))

    def _show_empty(self, view: CoverageView) -> None:
        if view.level is None:
            self._empty.set(tr("Tempat terkecil"), tr("Orang-orangnya ada di Daftar sasaran, F4."))
        else:
            self._empty.set(
                tr("Belum ada daftar di sini."), tr("Daftar sasaran masuk lewat Kantor, atau dengan sinkron.")
            )
        self._stack.setCurrentWidget(self.table if self._parts else self._empty)
        self.legend.setVisible(bool(self._parts))
        self._order.setVisible(bool(self._parts))

    def _tell_sum(self) -> None:
        if self._view is None:
            return
        chosen = self.table.selected()
        part = self._parts.get(chosen.id, self._view.whole) if chosen is not None else self._view.whole
        name = place_name(self._regions, part.place)
        self.sum.set_text(
            sum_text(name, part.standing)
            if part.standing.numbers.gross
            else tr("{place}: belum ada daftar.", place=name)
        )

    def _enter(self, chosen: PlaceRow | None) -> None:
        part = self._parts.get(chosen.id) if chosen is not None else None
        if part is not None:
            self.entered.emit(part.place)


def _id(place: Place) -> str:
    return "/".join(part for part in (place.code, place.rw, place.rt) if part is not None)


def _gap(part: Part) -> Gap:
    standing = part.standing
    scale = 100 / standing.whole if standing.whole else 0.0
    diamond = float(part.national.share) if part.national is not None and standing.base != part.national else None
    return Gap(float(standing.share), standing.proposed * scale, standing.out_of_reach * scale, diamond)


def _axis_words(axis: GapAxis, target: Decimal) -> tuple[str, ...]:
    words = (f"{decimal(tick, 0 if tick == int(tick) else 1)} %" for tick in axis.ticks[:-1])
    return (*words, target_text(target))
