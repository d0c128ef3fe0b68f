"""The curve with its sentence, and up to when the figures go."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from fieldkit.records.wire import SilentLaptop
from fieldkit.store.queries.coverage.page import CoverageView
from fieldkit.ui.formats import count, span_text
from fieldkit.ui.language import tr
from fieldkit.ui.pages.coverage.curve import coverage_curve
from fieldkit.ui.pages.coverage.tiles import base_words
from fieldkit.ui.pages.coverage.wording import instant_text, near_day, outlook_text, target_text
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.charts.curve import CurveChart
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.rows import RowItem, RowList

_MOST_SILENT: Final = 2
_DAY_S: Final = 24 * 60 * 60


class CurveCard(Card):
    """The curve of the place that is looked at."""

    def __init__(self) -> None:
        self._where = Label("", "second", "ink2")
        super().__init__(tr("Laju menuju target"), right=self._where, gap=6)
        self.chart = CurveChart(tr("Laju menuju target"))
        self.sentence = IconText("info", "", "second-strong", wrap=True)
        self.sentence.setObjectName("coverage_outlook")
        self.add(stretched(self.chart), self.sentence)

    def show_view(self, view: CoverageView, name: str) -> None:
        """Where this place is heading."""
        self.set_title(tr("Laju menuju {target}", target=target_text(view.target)))
        self._where.set_text(tr("{place}, per hari", place=name))
        self.chart.set_curve(coverage_curve(view))
        words, tone = outlook_text(view)
        self.sentence.set(words, tone)


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
