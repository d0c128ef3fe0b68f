"""The planned shifts of the day, to pick one; the last row is a shift that nobody planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal

from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.shifts import PlannedShift
from fieldkit.ui.formats import hours
from fieldkit.ui.language import tr
from fieldkit.ui.places import village_label
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import KeyCap
from fieldkit.ui.widgets.layouts import stretched

UNPLANNED: Final = ""
"""Id of the row for a shift that nobody planned."""
COUNTER: Final = "counter"
"""Id of the row for a counter session at the standby set of a district."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the list."""

    id: str
    title: str
    second: str
    hours: str
    badge: tuple[str, str] | None


class PlansCard(Card):
    """Rows to pick with Enter."""

    picked = Signal(str)

    def __init__(self, regions: RegionTable) -> None:
        super().__init__(tr("Rencana hari ini"), right=KeyCap(tr("Enter")))
        self._regions = regions
        columns = [
            Column(tr("Shift"), lambda one: (one.title, one.second), kind="two", width="stretch"),
            Column(tr("Jam"), lambda one: one.hours, kind="muted"),
            Column("", lambda one: one.badge, kind="badge", said=tr("Status")),
        ]
        self._model = RowsModel(columns)
        self.table = Table(self._model, two_line=True, name=tr("Rencana hari ini"))
        self.table.setObjectName("plans")
        self.table.activated_row.connect(lambda one: self.picked.emit(one.id))
        self.add(stretched(self.table))

    def show_plans(self, plans: Sequence[PlannedShift]) -> None:
        """The schedule of the day."""
        self._model.set_rows([*(self._row(plan) for plan in plans), _unplanned(), _counter()])

    def mark(self, row_id: str) -> None:
        """The one that the form is for."""
        self.table.select(row_id)

    def _row(self, plan: PlannedShift) -> PlanRow:
        where = " · ".join(part for part in (village_label(self._regions, plan.village), plan.lead_name) if part)
        planned = hours(plan.planned_start, plan.planned_end)
        return PlanRow(plan.id, plan.name, where, planned, (tr("Dibuka"), "ok") if plan.is_opened else None)


def _unplanned() -> PlanRow:
    return PlanRow(UNPLANNED, tr("Shift di luar jadwal"), tr("Tempat, jam diisi sendiri"), "", None)


def _counter() -> PlanRow:
    return PlanRow(COUNTER, tr("Loket kecamatan"), tr("Alat siaga, tanpa jadwal"), "", None)
