"""The table of missions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.missions.missions import Mission
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.missions.wording import days_words, region_name, state_badge
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card, EmptyState
from fieldkit.ui.widgets.layouts import stretched


class MissionsCard(Card):
    """The latest days first."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__(tr("Gotong royong"), gap=4, edges=(12, 12, 12, 8))
        self._regions = regions
        columns = [
            Column(tr("Nama"), self._name, kind="two", width="stretch"),
            Column(tr("Hari"), days_words),
            Column(tr("Terekam"), lambda each: count(sum(each.recorded.values())), align="right"),
            Column(tr("Keadaan"), state_badge, kind="badge"),
        ]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Gotong royong"))
        self.table.setObjectName("missions")
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "handshake",
            tr("Belum ada gotong royong"),
            tr("Catat daerah yang membantu, harinya, dan wilayahnya, lalu bagikan daftarnya ke laptop tamu."),
        )
        for part in (self.table, self._empty):
            self._stack.addWidget(part)
        self.add(stretched(self._stack))

    def show_missions(self, missions: Sequence[Mission]) -> None:
        """These; what was selected stays so."""
        kept = self.table.selected()
        self.table.rows_model.set_rows(missions)
        self._stack.setCurrentWidget(self.table if missions else self._empty)
        if missions and not (kept is not None and self.table.select(kept.id)):
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))

    def _name(self, mission: Mission) -> tuple[str, str]:
        return mission.terms.name, tr("dibantu {name}", name=region_name(self._regions, mission.terms.guest_regency))
