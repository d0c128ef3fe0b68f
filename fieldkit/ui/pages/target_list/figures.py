"""The figures above the list: on it, explained, away, reachable, left, with their sums and date, and as a bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent

from fieldkit.store.queries.lists.listing import ListCounts
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.target_list.wording import as_of_words, left_sum, reachable_sum, recorded_share
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.cards import Block, Figure
from fieldkit.ui.widgets.charts.shares import Share, ShareBar
from fieldkit.ui.widgets.layouts import row, rule, stretched

_HIGH_ENOUGH = 640
"""From this height of the window at 100 % on."""


class Figures(Block):
    """Five figures beside each other."""

    def __init__(self) -> None:
        super().__init__("card", edges=(16, 8, 16, 8))
        self.total, self.explained = _figure(tr("Di daftar")), _figure(tr("Dicoret kantor"))
        self.away, self.reachable = _figure(tr("Merantau")), _figure(tr("Terjangkau"))
        self.recorded, self.left = _figure(tr("Terekam")), _figure(tr("Sisa"))
        shown = {
            "total": self.total,
            "explained": self.explained,
            "away": self.away,
            "reachable": self.reachable,
            "recorded": self.recorded,
            "left": self.left,
        }
        parts = []
        for name, figure in shown.items():
            figure.setObjectName(f"figure_{name}")
            parts += [stretched(figure, 4 if name in {"reachable", "left"} else 3), rule(upright=True)]
        self.setObjectName("list_figures")
        self.bar = ShareBar(tr("Daftar kelurahan"), height=6)
        self.add(row(*parts[:-1], gap=10), self.bar)

    def show_counts(self, counts: ListCounts, as_of: str, waiting: int) -> None:
        """The figures of one village, in which so many proposals wait for the office."""
        away = max(waiting - counts.proposed, 0)
        self.bar.set_shares(list_shares(counts), counts.total)
        self.total.set(count(counts.total), foot=as_of_words(as_of))
        self.explained.set(count(counts.approved), foot=tr("{n} usulan", n=count(counts.proposed)))
        self.away.set(count(counts.away), foot=tr("{n} usulan", n=count(away)) if away else tr("tetap di daftar"))
        self.reachable.set(count(counts.reachable), foot=reachable_sum(counts))
        self.recorded.set(count(counts.recorded), foot=recorded_share(counts))
        self.left.set(count(counts.left), foot=left_sum(counts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar gives its room to the list where there is little of it."""
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """The same once the text size changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "bar"):
            self._settle()

    def _settle(self) -> None:
        self.bar.setVisible(self.window().height() * 100 / look().scale.percent >= _HIGH_ENOUGH)


def list_shares(counts: ListCounts) -> list[Share]:
    """The parts of a list as a bar: solid what is counted, hatched what is only proposed; the rest is out of reach."""
    return [
        Share(tr("terekam"), counts.recorded, "ok"),
        Share(tr("sisa"), counts.left - counts.proposed),
        Share(tr("diusulkan"), counts.proposed, is_hatched=True),
    ]


def _figure(label: str) -> Figure:
    return Figure(label, tight=True)
