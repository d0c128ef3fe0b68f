"""The table of what is to be sent and what was, by kind of work."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent

from fieldkit.store.queries.sync_page import SyncView
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import group_name
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.layouts import stretched


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    id: str
    label: str
    waiting: int
    sent: int
    apart: int


def lines_of(view: SyncView) -> list[Line]:
    """A line for each kind of work, and the sum of all."""
    lines = [
        Line(group.group, group_name(group.group), group.waiting, group.sent, group.apart) for group in view.groups
    ]
    waiting, sent = sum(line.waiting for line in lines), sum(line.sent for line in lines)
    title = tr("Jumlah {n}", n=count(waiting + sent))
    return [*lines, Line("total", title, waiting, sent, sum(line.apart for line in lines))]


class ShipmentCard(Card):
    """Waiting, sent, and of those to be looked at."""

    def __init__(self) -> None:
        super().__init__(gap=0, edges=(10, 8, 10, 8))
        columns = [
            Column(tr("Isi kiriman"), lambda line: line.label, width="stretch"),
            Column(tr("Menunggu"), lambda line: _figure(line.waiting), align="right", kind="strong"),
            Column(tr("Terkirim"), lambda line: _figure(line.sent), align="right"),
            Column(
                tr("Perlu dilihat"),
                lambda line: _figure(line.apart),
                align="right",
                kind="strong",
                tone=lambda line: "err" if line.apart else "",
                tip=lambda _: tr("Bagian dari yang terkirim; pusat menyimpannya, kantor memutuskan."),
            ),
        ]
        self.model = RowsModel(columns)
        self.table = Table(self.model, name=tr("Isi kiriman"), total_row=True, grows=True)
        self.table.setObjectName("shipment")
        self.add(stretched(self.table))

    def show_view(self, view: SyncView) -> None:
        """Show these figures."""
        self.model.set_rows(lines_of(view))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The few lines follow the text size and never scroll by themselves: the page does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        rows = self.model.rowCount() * self.table.least_row_height()
        self.table.setMinimumHeight(self.table.horizontalHeader().height() + rows)


def _figure(number: int) -> str:
    return count(number) if number else "–"
