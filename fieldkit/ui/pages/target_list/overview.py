"""The village at a glance: its list as a bar, what is left RT by RT, its rank, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fieldkit.domain.lists.coverage import percent, whole_days
from fieldkit.store.queries.lists.listing import ListCounts
from fieldkit.store.queries.lists.overview import Overview, VillageLeft, overview
from fieldkit.store.queries.lists.target_list_page import TargetListView
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count, day_short, percent_text
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.wording import neighbourhood
from fieldkit.ui.pages.target_list.counting import left_by_rt
from fieldkit.ui.pages.target_list.figures import list_shares
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.charts.shares import Share, ShareBar
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.late_drawer import LateDrawer
from fieldkit.ui.widgets.layouts import column, empty, row, rule, stretched
from fieldkit.ui.widgets.reading import Reading

_MOST_VILLAGES = 8


class LeftRow(QWidget):
    """A name, a bar of what is left there, and the figure."""

    def __init__(self, name: str, left: int, proposed: int, most: int, *, strong: bool = False) -> None:
        super().__init__()
        role = "strong" if strong else "body"
        self.words = f"{name}: {count(left)}"
        bar = ShareBar(name, height=10)
        shares = [Share(tr("sisa"), left - proposed), Share(tr("diusulkan"), proposed, is_hatched=True)]
        bar.set_shares(shares, most)
        row(
            stretched(Label(name, role, elide=True), 2),
            stretched(bar, 3),
            Label(count(left), role),
            gap=10,
            inside=self,
        )
        self.setAccessibleName(self.words)


class OverviewPanel(QWidget):
    """The content of the drawer."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("overview")
        self.bar = ShareBar(tr("Daftar kelurahan"), height=16)
        self.pace, self.share = Label("", "body", wrap=True), Label("", "second", "ink2", wrap=True)
        self.legend = Label("", "second", wrap=True)
        self._rts, self._villages = QWidget(), QWidget()
        self._rows, self._ranks = column(gap=4, inside=self._rts), column(gap=4, inside=self._villages)
        self.rt_title, self.village_title = Label("", "label"), Label(tr("Sisa per kelurahan, terbanyak dulu"), "label")
        for name, part in {"overview_bar": self.bar, "pace": self.pace, "share": self.share}.items():
            part.setObjectName(name)
        held = QWidget()
        parts = (self.bar, self.legend, self.pace, self.share, rule(), self.rt_title, self._rts, rule())
        column(*parts, self.village_title, self._villages, None, gap=8, edges=(0, 0, 6, 0), inside=held)
        reading = Reading(held, name=tr("Sisa kelurahan ini"))
        column(stretched(reading), inside=self)
        self.setFocusProxy(reading)

    def left_lines(self) -> list[str]:
        """RT by RT, as they are told."""
        return [each.words for each in self._rts.findChildren(LeftRow)]

    def village_lines(self) -> list[str]:
        """Village by village, as they are told."""
        return [each.words for each in self._villages.findChildren(LeftRow)]

    def show_list(self, view: TargetListView, known: Overview, names: Sequence[str]) -> None:
        """A village, and all those of this laptop, by their names."""
        self._show_bar(view.counts)
        self.pace.set_text(pace_words(view.counts, known))
        self.share.set_text(share_words(view.counts, known))
        rts = left_by_rt(view.facets)
        self.rt_title.set_text(tr("Sisa per RT, {n} orang", n=count(view.counts.left)))
        most = max((left for *_, left, _ in rts), default=0)
        self._fill(
            self._rts, [LeftRow(neighbourhood(rt, rw) or "–", left, said, most) for rw, rt, left, said in rts if left]
        )
        self._fill(self._villages, self._ranked(view.asked.sieve.village, known.villages, names))

    def _ranked(self, here: str, villages: Sequence[VillageLeft], names: Sequence[str]) -> list[LeftRow]:
        most = villages[0].left if villages else 0
        shown = list(zip(villages, names, strict=True))[:_MOST_VILLAGES]
        return [LeftRow(name, each.left, each.proposed, most, strong=each.village == here) for each, name in shown]

    def _show_bar(self, counts: ListCounts) -> None:
        self.bar.set_shares(list_shares(counts), counts.total)
        told = tr(
            "Hijau terekam {recorded}, biru sisa {left}, arsiran diusulkan {proposed}. Abu-abu di luar jangkauan: "
            "dicoret kantor {approved}, merantau {away}.",
            recorded=count(counts.recorded),
            left=count(counts.left - counts.proposed),
            proposed=count(counts.proposed),
            approved=count(counts.approved),
            away=count(counts.away),
        )
        self.legend.set_text(told)

    def _fill(self, place: QWidget, rows: Sequence[LeftRow]) -> None:
        layout = place.layout()
        if layout is not None:
            empty(layout)
            for each in rows:
                layout.addWidget(each)


class OverviewDrawer(QObject):
    """Opens over the page with Ctrl+G."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        words = tr("Sisa kelurahan ini")
        self._drawer = LateDrawer(page, words, OverviewPanel, width=460, name="overview_drawer")

    def open(self, view: TargetListView) -> None:
        """The village that the list shows."""
        store, village = self._context.store, view.asked.sieve.village
        self._context.ask(self, lambda: store.query(overview, village), lambda known: self._come(view, known))

    def step_out(self) -> bool:
        """Out of the drawer; False where it is not open."""
        return self._drawer.close()

    def _come(self, view: TargetListView, known: Overview) -> None:
        names = [village_label(self._context.regions, each.village) for each in known.villages]
        self._drawer.panel.show_list(view, known, names)
        self._drawer.open()


def pace_words(counts: ListCounts, known: Overview) -> str:
    """How long it takes at the pace of the last day of work, as far as that day is; a begun day counts."""
    pace = known.pace
    if pace is None or not pace.people:
        return tr("Belum ada yang terekam dari daftar ini, jadi lajunya belum diketahui.")
    day = day_short(date.fromisoformat(pace.day))
    return tr(
        "{day}: {people} terekam. Dengan laju itu daftar ini {whole} hari kerja, sisanya {rest} hari lagi; semua "
        "daftar di laptop ini {all} hari untuk satu tim.",
        day=tr("{day} sejauh ini", day=day) if pace.is_running else day,
        people=count(pace.people),
        whole=count(whole_days(counts.total, pace.people)),
        rest=count(whole_days(counts.left, pace.people)),
        all=count(whole_days(known.total, pace.people)),
    )


def share_words(counts: ListCounts, known: Overview) -> str:
    """How far the list is, and how much of all lists here it is."""
    return tr(
        "Terekam {done} dari {total} orang. Kelurahan ini {share} dari {all} orang di daftar laptop ini.",
        done=percent_text(percent(counts.recorded, counts.total)),
        total=count(counts.total),
        share=percent_text(percent(counts.total, known.total)),
        all=count(known.total),
    )
