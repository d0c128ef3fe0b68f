"""The curve with its sentence, and up to when the figures go."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from fieldkit.records.wire import SilentLaptop
from fieldkit.store.queries.coverage.page import CoverageView
from fieldkit.ui.formats import count, span_text
from fieldkit.ui.language import tr
from fieldkit.ui.pages.coverage.curve import coverage_curve
from fieldkit.ui.pages.coverage.tiles import base_words
from fieldkit.ui.pages.coverage.wording import instant_text, near_day, outlook_text, target_text
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.charts.curve import CurveChart, figures_of
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.rows import RowItem, RowList

_MOST_SILENT: Final = 2
_DAY_S: Final = 24 * 60 * 60


class CurveCard(Card):
    """The curve of the place that is looked at."""

    def __init__(self) -> None:
        self._where = Label("", "second", "ink2")
        self.table_button = Button("", "small", key="Ctrl+T", press=self.turn)
        super().__init__(tr("Laju menuju target"), right=self._where, gap=6)
        self.chart = CurveChart(tr("Laju menuju target"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._table: Table | None = None
        self._show_picture()
        self.sentence = IconText("info", "", "second-strong", wrap=True)
        self.sentence.setObjectName("coverage_outlook")
        self.table_button.setObjectName("curve_as_table")
        self.add(stretched(self._stack), holder(row(stretched(self.sentence), self.table_button, gap=8)))

    def show_view(self, view: CoverageView, name: str) -> None:
        """Where this place is heading."""
        self.set_title(tr("Laju menuju {target}", target=target_text(view.target)))
        self._where.set_text(tr("{place}, per hari", place=name))
        self.chart.set_curve(coverage_curve(view))
        if self._table is not None:
            self._table.rows_model.set_rows(figures_of(self.chart.curve()))
        words, tone = outlook_text(view)
        self.sentence.set(words, tone)

    def turn(self) -> None:
        """Ctrl+T: the figures of the curve as a table, or the curve again."""
        if not self.step_out():
            self._show_table()

    def step_out(self) -> bool:
        """Back to the curve; False where it is there."""
        if self._stack.currentWidget() is self.chart:
            return False
        self._show_picture()
        return True

    def _show_picture(self) -> None:
        self._stack.setCurrentWidget(self.chart)
        self.table_button.set_text(tr("Tabel"))

    def _show_table(self) -> None:
        if self._table is None:
            # Few ask for it: the page comes up without.
            self._table = Table(RowsModel(_columns()), name=tr("Angka kurva"))
            self._table.setObjectName("curve_figures")
            self._stack.addWidget(self._table)
        self._table.rows_model.set_rows(figures_of(self.chart.curve()))
        self._table.setCurrentIndex(self._table.rows_model.index(0, 0))
        self._stack.setCurrentWidget(self._table)
        self.table_button.set_text(tr("Kurva"))
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _columns() -> list[Column]:
    return [
        Column(tr("Garis"), lambda figure: figure.line, kind="strong", width="stretch"),
        Column(tr("Tanggal"), lambda figure: figure.place),
        Column(tr("Angka"), lambda figure: figure.figure, align="right"),
    ]


class FreshnessCard(Card):
    """Whose work is in the figures, and whose is missing (HO-2)."""

    def __init__(self) -> None:
        super().__init__(tr("Angka ini sampai kapan"), gap=2)
        self.rows = RowList(name=tr("Angka ini sampai kapan"))
        self.rows.setObjectName("coverage_freshness")
        self._shown: list[RowItem] = []
        self.add(self.rows)

    def show_view(self, view: CoverageView, now_utc: datetime) -> None:
        """Of when the figures are."""
        items = [_contact(view, now_utc), _base(view), *_silent(view, now_utc)]
        if items != self._shown:
            self._shown = items
            self.rows.set_items(items)


def _contact(view: CoverageView, now_utc: datetime) -> RowItem:
    fresh = view.freshness
    if not fresh.synced_at_ms:
        return RowItem("contact", tr("Hanya laptop ini"), value=tr("belum pernah sinkron"), tone="warn")
    since_s = now_utc.timestamp() - fresh.synced_at_ms / 1000
    here = max(0, fresh.laptops - len(fresh.silent))
    title = tr("{n} laptop melapor", n=count(here)) if fresh.laptops else tr("Semua yang melapor ke pusat")
    when = tr("sinkron {when}", when=instant_text(fresh.synced_at_ms, view.today, fresh.time_zone))
    return RowItem("contact", title, value=when, tone="ok" if since_s < _DAY_S else "warn")


def _base(view: CoverageView) -> RowItem:
    words, fresh = base_words(view), view.freshness
    if not fresh.is_whole:
        return RowItem(
            "base", tr("Sebagian wilayah saja"), value=tr("daftar lain tidak ada di laptop ini"), tone="warn"
        )
    if words:
        whole = count(view.whole.standing.whole)
        return RowItem("base", tr("Wajib KTP {n}", n=whole), value=words, icon="users-three")
    day = near_day(date.fromisoformat(fresh.list_as_of), view.today) if fresh.list_as_of else tr("belum ada")
    return RowItem("base", tr("Daftar sasaran"), value=tr("per {day}", day=day), icon="users-three")


def _silent(view: CoverageView, now_utc: datetime) -> list[RowItem]:
    silent = view.freshness.silent
    items = [_silent_item(each, now_utc) for each in silent[:_MOST_SILENT]]
    more = len(silent) - _MOST_SILENT
    if more > 0:
        items.append(RowItem("more", tr("{n} laptop lain", n=count(more)), value=tr("juga belum melapor"), tone="warn"))
    return items


def _silent_item(laptop: SilentLaptop, now_utc: datetime) -> RowItem:
    said = tr("belum pernah melapor")
    if laptop.at_ms:
        said = tr("diam {span}", span=span_text(max(0.0, now_utc.timestamp() - laptop.at_ms / 1000)))
    if laptop.waiting:
        said = f"{said}, {tr('{n} perubahan belum terhitung', n=count(laptop.waiting))}"
    return RowItem(laptop.prefix, f"{laptop.prefix} {laptop.name}", value=said, tone="warn")
