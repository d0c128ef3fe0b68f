"""The route of a day: how long it takes against the time there is, its stops, and the people at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.visits.plan import check_fits
from fieldkit.store.queries.visits.route import Met, Route, Stop
from fieldkit.ui.language import tr
from fieldkit.ui.pages.visits.route_table import RouteTable
from fieldkit.ui.pages.visits.wording import (
    load_line,
    met_badge,
    met_minutes,
    met_second,
    minutes_words,
    outcomes_line,
    stop_badge,
    stop_minutes,
    stop_second,
    stop_title,
)
from fieldkit.ui.rows.tables import Column, RowsModel
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.cards import BarTrack, Block, EmptyState
from fieldkit.ui.widgets.entries import NumberField
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Badge, KeyCap, Label
from fieldkit.ui.widgets.layouts import column, holder, row, rule, stretched


@dataclass(frozen=True)
class RouteRow:
    """A line of the route: a stop, or somebody at it."""

    id: str
    number: int
    stop: Stop
    met: Met | None = None


class RouteCard(Block):
    """Stops in their order. Alt+Up and Alt+Down, or the mouse, take the stop that is selected to another place."""

    opened = Signal(object)
    """The line that is to be looked at."""
    moved = Signal(object, object)
    """The ids of a pair's stops as they stand, and in the order that is wanted."""
    time_given = Signal(object)
    """Minutes for visits, or None where nothing is said any more."""

    def __init__(self) -> None:
        super().__init__("card", gap=8, edges=(8, 12, 8, 8))
        self._route, self._unfolded = Route((), ()), set[str]()
        self._free: int | None = None
        self.load, self.time = Label("", "strong", wrap=True), Label("", "second", "ink2", wrap=True)
        self.fits = Badge()
        self.track = BarTrack(name=tr("Waktu terpakai"))
        self.minutes = NumberField(tr("Waktu kunjungan"), hint=tr("mnt"), low=1, high=1_440)
        self.table = RouteTable(RowsModel(self._columns()), name=tr("Rute"))
        self._empty = EmptyState(
            "house-line",
            tr("Belum ada perhentian"),
            tr("Pilih orang di kiri dengan Enter, lalu 1: perhentian di rumahnya."),
        )
        self._stack = QStackedWidget()
        self._arrange()

    def show_route(self, route: Route, free: int | None, time_words: str, typed: int | None) -> None:
        """The stops, and how the time stands."""
        self._route, self._free = route, free
        self.time.set_text(time_words)
        if not self.minutes.line.hasFocus():
            self.minutes.set_number(typed)
        self._fill()
        self._stack.setCurrentWidget(self.table if route.stops else self._empty)
        self._show_time()

    def selected_stop(self) -> Stop | None:
        """The stop of the line that is selected; the only one where there is just one."""
        found: RouteRow | None = self.table.selected()
        if found is not None:
            return found.stop
        return self._route.stops[0] if len(self._route.stops) == 1 else None

    def row_of(self, row_id: str) -> RouteRow | None:
        """A line that is shown."""
        return next((each for each in _rows(self._route) if each.id == row_id), None)

    def focus(self) -> None:
        """To the stops."""
        model = self.table.rows_model
        if self.table.selected() is None and model.rowCount():
            self.table.setCurrentIndex(model.index(0, 0))
        self.table.setFocus()

    def select(self, row_id: str) -> None:
        """A line; where its stop is folded, the stop."""
        found = self.row_of(row_id)
        if found is not None and not self.table.select(row_id):
            self.table.select(stop_row_id(found.stop.id))

    def shift_stop(self, places: int) -> None:
        """Take the selected stop to an earlier or later place among those of its pair."""
        stop = self.selected_stop()
        if stop is not None:
            ids = self._ids_of(stop.pair)
            self._move_to(stop, ids.index(stop.id) + places)

    def _move_to(self, stop: Stop, to: int) -> None:
        before = self._ids_of(stop.pair)
        if before.index(stop.id) != to and 0 <= to < len(before):
            after = [each for each in before if each != stop.id]
            after.insert(to, stop.id)
            self.moved.emit(tuple(before), tuple(after))

    def _ids_of(self, pair: str) -> list[str]:
        return [each.id for each in self._route.stops if each.pair == pair]

    def _fill(self) -> None:
        self.table.rows_model.set_rows([row for row in _rows(self._route) if self._is_shown(row)])

    def _is_shown(self, row: RouteRow) -> bool:
        """Where the pair has been is one line, until it is opened."""
        return row.met is None or not row.stop.is_done or row.stop.id in self._unfolded

    def _open(self, row: RouteRow | None) -> None:
        if row is None:
            return
        if row.met is None and row.stop.is_done:
            self._unfolded ^= {row.stop.id}
            self._fill()
        self.opened.emit(row)

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Ke"), lambda each: str(each.number) if each.met is None else "", kind="strong"),
            Column(
                tr("Perhentian dan warga"),
                lambda each: (
                    (stop_title(each.stop), self._second(each.stop))
                    if each.met is None
                    else (each.met.name, met_second(each.met))
                ),
                kind="two",
                width="stretch",
                tip=lambda each: _tip(each.stop) if each.met is None else met_second(each.met),
            ),
            Column(
                tr("Lama"),
                lambda each: stop_minutes(each.stop) if each.met is None else met_minutes(each.met),
                align="right",
            ),
            Column(
                "",
                lambda each: stop_badge(each.stop) if each.met is None else met_badge(each.met),
                kind="badge",
                said=tr("Status"),
            ),
        ]

    def _second(self, stop: Stop) -> str:
        return stop_second(stop, is_one_of_pairs=len(self._route.pairs) > 1)

    def _arrange(self) -> None:
        self.setObjectName("route_card")
        for name, part in (("route_load", self.load), ("route_time", self.time), ("route_fits", self.fits)):
            part.setObjectName(name)
        self.minutes.setObjectName("visit_minutes")
        self.table.setObjectName("route")
        self._empty.setObjectName("no_stops")
        told = holder(column(self.load, row(self.fits, None), gap=6))
        head = Flow([stretched(told), self.minutes], close=True)
        over = column(head, self.track, self.time, gap=6, edges=(8, 0, 8, 0))
        self.add(over, rule(), stretched(self._stack))
        order = (Label(tr("Urutan"), "hint"), KeyCap("Alt+↑"), KeyCap("Alt+↓"))
        hint = row(*order, None, Label(tr("Ke rute"), "hint"), KeyCap("Alt+R"), gap=6)
        self.add(column(hint, edges=(8, 0, 8, 0)))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.table.activated_row.connect(self._open)
        self.table.selected_row.connect(lambda _row: self._show_time())
        self.table.dropped.connect(self._drop)
        self.minutes.left.connect(self._tell_minutes)
        self.minutes.entered.connect(self._tell_minutes)
        for keys, places in (("Alt+Up", -1), ("Alt+Down", 1)):
            bind(self.table, keys, partial(self.shift_stop, places))

    def _drop(self, moved: RouteRow, before: RouteRow | None) -> None:
        """The mouse let a stop fall onto a line: it takes the place of that line's stop."""
        ids = self._ids_of(moved.stop.pair)
        if before is None:
            self._move_to(moved.stop, len(ids) - 1)
        elif before.stop.id in ids:
            self._move_to(moved.stop, ids.index(before.stop.id))

    def _show_time(self) -> None:
        """How the pair of the selected stop stands; without one the own."""
        stop, free = self.selected_stop() or next(iter(self._route.stops), None), self._free
        load = self._route.load_of(stop.pair if stop else "")
        whose = stop.leader_name if stop and len(self._route.pairs) > 1 else ""
        self.load.set_text(load_line(load, whose))
        is_too_long = check_fits(load, free) is not None
        share = load.minutes / free if free else float(bool(load.minutes and free is not None))
        self.track.setVisible(free is not None)
        self.track.set(share, "err" if is_too_long else "warn" if share > _NEARLY else "accent")
        if free is not None:
            self._say_fit(free - load.minutes, share)
        self.fits.setVisible(free is not None and load.people > 0)

    def _say_fit(self, spare: int, share: float) -> None:
        if spare < 0:
            self.fits.set(tr("Lebih {minutes}", minutes=minutes_words(-spare)), "err")
        else:
            self.fits.set(tr("Muat, sisa {minutes}", minutes=minutes_words(spare)), "warn" if share > _NEARLY else "ok")

    def _tell_minutes(self) -> None:
        if not self.minutes.value() or self.minutes.number() is not None:
            self.time_given.emit(self.minutes.number())


_NEARLY = 0.85
"""From this share of the time on there is little room for what goes wrong."""


def _tip(stop: Stop) -> str:
    return outcomes_line(stop) if stop.is_done else stop_second(stop)


def stop_row_id(stop_id: str) -> str:
    """The line of a stop."""
    return f"stop:{stop_id}"


def met_row_id(stop_id: str, resident_id: str) -> str:
    """The line of somebody at a stop."""
    return f"met:{stop_id}:{resident_id}"


def _rows(route: Route) -> Iterator[RouteRow]:
    numbers: Counter[str] = Counter()
    for stop in route.stops:
        numbers[stop.pair] += 1
        number = numbers[stop.pair]
        yield RouteRow(stop_row_id(stop.id), number, stop)
        for met in stop.people:
            yield RouteRow(met_row_id(stop.id, met.resident_id), number, stop, met)
