"""The figures above the list: who is on it, who is done, who is left, with sum and date."""

from __future__ import annotations

from fieldkit.store.queries.lists.listing import ListCounts
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.target_list.wording import as_of_words, left_sum, recorded_share
from fieldkit.ui.widgets.cards import Block, Figure
from fieldkit.ui.widgets.layouts import row, rule, stretched


class Figures(Block):
    """Five figures beside each other."""

    def __init__(self) -> None:
        super().__init__("card", edges=(16, 8, 16, 8))
        self.total, self.recorded, self.left = Figure(tr("Di daftar")), Figure(tr("Terekam")), Figure(tr("Sisa"))
        self.visits, self.explained = Figure(tr("Perlu kunjungan")), Figure(tr("Ada penjelasan"))
        shown = {"total": self.total, "recorded": self.recorded, "left": self.left, "visits": self.visits}
        for name, figure in {**shown, "explained": self.explained}.items():
            figure.setObjectName(f"figure_{name}")
        self.setObjectName("list_figures")
        self.add(
            row(
                stretched(self.total, 3),
                rule(upright=True),
                stretched(self.recorded, 3),
                rule(upright=True),
                stretched(self.left, 4),
                rule(upright=True),
                stretched(self.visits, 3),
                rule(upright=True),
                stretched(self.explained, 4),
                gap=10,
            )
        )

    def show_counts(self, counts: ListCounts, as_of: str) -> None:
        """The figures of one village."""
        self.total.set(count(counts.total), foot=as_of_words(as_of))
        self.recorded.set(count(counts.recorded), foot=recorded_share(counts))
        self.left.set(count(counts.left), foot=left_sum(counts))
        self.visits.set(count(counts.visits), foot=tr("termasuk sisa"))
        self.explained.set(count(counts.explained), foot=tr("kantor memutuskan"))
