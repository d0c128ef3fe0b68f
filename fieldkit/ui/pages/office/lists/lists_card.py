"""The lists that came in, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from fieldkit.store.queries.lists.imported import ImportedList
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.lists.wording import as_of_day, imported_at
from fieldkit.ui.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card, EmptyState
from fieldkit.ui.widgets.layouts import stretched


class ListsCard(Card):
    """A table of the lists on this laptop."""

    def __init__(self) -> None:
        super().__init__(tr("Daftar yang sudah masuk"))
        self._time_zone = "UTC"
        self.table = Table(RowsModel(self._columns()), name=tr("Daftar yang sudah masuk"))
        self._empty = EmptyState(
            "users-three",
            tr("Belum ada daftar"),
            tr("Pilih berkas di atas. Daftar dari kantor lain datang saat sinkron."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.table.setObjectName("imported_lists")
        self.add(stretched(self._stack))

    def show_lists(self, lists: Sequence[ImportedList], time_zone: str) -> None:
        """These, with times as the clock at the site shows them."""
        self._time_zone = time_zone
        self.table.rows_model.set_rows(lists)
        self._stack.setCurrentWidget(self.table if lists else self._empty)

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Nama"), lambda row: row.name, kind="strong", width="stretch"),
            Column(tr("Keadaan per"), as_of_day),
            Column(tr("Diimpor"), lambda row: imported_at(row, self._time_zone), kind="muted"),
            Column(tr("Orang"), lambda row: count(row.row_count), align="right"),
            Column(tr("Jenis"), _kind, kind="badge"),
        ]


def _kind(row: ImportedList) -> tuple[str, str]:
    return (tr("Ringkas"), "mute") if row.reduced else (tr("Lengkap"), "ok")
