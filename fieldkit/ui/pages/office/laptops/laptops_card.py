"""The table of laptops: what each holds until when, when it was heard of, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from fieldkit.records.regions import RegionTable
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.laptops.rows import LaptopRow, areas_words, seen_words, state_badge, until_words
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched


class LaptopsCard(Card):
    """All laptops of the office."""

    def __init__(self, regions: RegionTable) -> None:
        self._sum = Label("", "hint")
        super().__init__(tr("Laptop"), right=self._sum, gap=4, edges=(12, 12, 12, 8))
        columns = [
            Column(
                tr("Laptop"), lambda each: (each.name, areas_words(regions, each.areas)), kind="two", width="stretch"
            ),
            Column(tr("Daftarnya"), until_words, tone=lambda each: "warn" if each.ends_soon else ""),
            Column(tr("Terakhir melapor"), seen_words),
            Column(tr("Belum terkirim"), _unsent, align="right"),
            Column(tr("Keadaan"), state_badge, kind="badge"),
        ]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Laptop"))
        self.table.setObjectName("laptops_table")
        self.add(stretched(self.table))

    def show_rows(self, rows: Sequence[LaptopRow], select: str = "") -> None:
        """These, with one selected."""
        before = self.table.selected()
        kept = select or (before.id if before is not None else "")
        soon = sum(each.ends_soon for each in rows)
        self._sum.set_text(tr("{n} daftarnya segera berakhir", n=count(soon)) if soon else "")
        self.table.rows_model.set_rows(rows)
        if rows and not (kept and self.table.select(kept)):
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))


def _unsent(row: LaptopRow) -> str:
    if row.laptop is None or row.laptop.seen is None:
        return "–"
    return count(row.laptop.unsent)
