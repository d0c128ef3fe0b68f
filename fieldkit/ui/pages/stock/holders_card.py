"""Who holds stock, and what is on its way or lent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal

from fieldkit.domain.stock.supply import LOW_DAYS
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.stock.page import Holder, StockView
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.stock.wording import days_figure, holder_name, loan_line, lot_line, lot_title
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.rows import RowItem, RowList

_MOST_ROWS: Final = 3
_LEAST_ROWS: Final = 3


class HoldersCard(Card):
    """The list of holders; the movements of the one that is selected stand beside it."""

    chosen = Signal(str)

    def __init__(self, regions: RegionTable) -> None:
        super().__init__(tr("Pemegang"), gap=4, edges=(12, 12, 12, 8))
        self._regions = regions
        columns = [
            Column(tr("Nama"), self._name, width="stretch", tip=self._name),
            Column(tr("Blangko"), lambda each: count(each.supply.blanks), align="right", tone=_tone),
            Column(tr("± hari"), lambda each: days_figure(each.supply), align="right", tone=_tone),
        ]
        self.table = _HolderTable(RowsModel(columns), name=tr("Pemegang stok"))
        self.table.setObjectName("holders")
        self.table.selected_row.connect(lambda each: self.chosen.emit(each.id) if each is not None else None)
        self.add(stretched(self.table))

    def _name(self, holder: Holder) -> str:
        return holder_name(self._regions, holder.id)

    def show_holders(self, holders: Sequence[Holder], chosen: str) -> None:
        """These, with one selected."""
        before = self.table.blockSignals(True)
        self.table.rows_model.set_rows(holders)
        self.table.select(chosen)
        self.table.blockSignals(before)

    def select(self, holder: str) -> None:
        """Another one, by id."""
        self.table.select(holder)


class ComingCard(Card):
    """Lots of which something is still expected, and loans that are not given back."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__(tr("Di jalan dan dipinjam"), gap=4, edges=(12, 12, 12, 8))
        self._regions = regions
        self.rows = RowList(name=tr("Di jalan dan dipinjam"))
        self.rows.setObjectName("coming")
        self.add(self.rows)

    def show_view(self, view: StockView) -> None:
        """The next few; the card goes where there are none."""
        lots = [RowItem(lot.id, lot_title(lot), lot_line(lot), wraps=True) for lot in view.lots if not lot.is_done]
        loans = [
            RowItem(
                f"{loan.partner} {loan.product}",
                holder_name(self._regions, loan.partner),
                self._loan(view, at),
                wraps=True,
            )
            for at, loan in enumerate(view.loans)
            if loan.owed or loan.due
        ]
        items = [*lots, *loans][:_MOST_ROWS]
        self.rows.set_items(items)
        self.setVisible(bool(items))

    def _loan(self, view: StockView, at: int) -> str:
        return loan_line(self._regions, view.loans[at]).partition(": ")[2]


class _HolderTable(Table):
    """Some holders are always in sight, whatever stands below them."""

    def minimumSizeHint(self) -> QSize:
        """The head and a few rows."""
        head = look().px(look().scale.table_head)
        return QSize(super().minimumSizeHint().width(), head + _LEAST_ROWS * self.least_row_height())


def _tone(holder: Holder) -> str:
    if holder.supply.blanks < 0:
        return "err"
    days = holder.supply.days_left
    return "warn" if days is not None and days <= LOW_DAYS else ""
