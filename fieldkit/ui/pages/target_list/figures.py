"""The figures above the list: on it, explained, away, reachable, left, with their sums and date, and as a bar."""

from __future__ import annotations

from fieldkit.store.queries.lists.listing import ListCounts
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.target_list.wording import as_of_words, left_sum, reachable_sum, recorded_share
from fieldkit.ui.widgets.cards import Block, Figure
from fieldkit.ui.widgets.layouts import row, rule, stretched


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
        self.add(row(*parts[:-1], gap=10))

    def show_counts(self, counts: ListCounts, as_of: str, waiting: int) -> None:
        """The figures of one village, in which so many proposals wait for the office."""
        away = max(waiting - counts.proposed, 0)
        self.total.set(count(counts.total), foot=as_of_words(as_of))
        self.explained.set(count(counts.approved), foot=tr("{n} usulan", n=count(counts.proposed)))
        self.away.set(count(counts.away), foot=tr("{n} usulan", n=count(away)) if away else tr("tetap di daftar"))
        self.reachable.set(count(counts.reachable), foot=reachable_sum(counts))
        self.recorded.set(count(counts.recorded), foot=recorded_share(counts))
        self.left.set(count(counts.left), foot=left_sum(counts))


def _figure(label: str) -> Figure:
    return Figure(label, tight=True)
