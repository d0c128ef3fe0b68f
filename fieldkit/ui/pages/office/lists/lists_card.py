"""The lists that came in, newest first, with what became of each version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.lists.version import VersionState
from fieldkit.store.queries.lists.versions import ListVersion
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.lists.wording import as_of_day, imported_at, version_badge, version_story
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card, EmptyState
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import holder, row, stretched

_MOST: Final = 20
"""Of the room in the head, beside what is left free behind the title."""


class ListsCard(Card):
    """A table of the lists on this laptop."""

    asked_back = Signal(object)
    """The superseded version that is to be active again."""

    def __init__(self) -> None:
        self.back_button = Button(
            tr("Berlakukan lagi"), "small", icon="arrow-u-up-left", key="Ctrl+B", press=self.ask_back
        )
        # Beside the title: a line of its own would be taken from the import above.
        self.story = Label("", "second", "ink2", elide=True)
        beside = holder(row(stretched(self.story), self.back_button))
        super().__init__(tr("Daftar yang sudah masuk"), right=beside)
        self.head.setStretchFactor(beside, _MOST)
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
        self.story.setObjectName("version_story")
        self.back_button.setObjectName("bring_back")
        self.add(stretched(self._stack))
        self.table.selected_row.connect(self._on_selected)
        self._on_selected(None)

    def show_lists(self, lists: Sequence[ListVersion], time_zone: str) -> None:
        """These, with times as the clock at the site shows them."""
        self._time_zone = time_zone
        self.table.rows_model.set_rows(lists)
        self._stack.setCurrentWidget(self.table if lists else self._empty)
        if lists and self.table.selected() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self._on_selected(self.table.selected())

    def ask_back(self) -> None:
        """Ctrl+B."""
        version = self.table.selected()
        if self.back_button.isVisible() and version is not None:
            self.asked_back.emit(version)

    def _on_selected(self, version: ListVersion | None) -> None:
        self.back_button.setVisible(version is not None and version.state == VersionState.SUPERSEDED)
        self.story.set_text(version_story(version, self._time_zone) if version is not None and version.steps else "")

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Nama"), lambda each: each.list.name, kind="strong", width="stretch"),
            Column(tr("Keadaan per"), lambda each: as_of_day(each.list)),
            Column(tr("Diimpor"), lambda each: imported_at(each.list, self._time_zone), kind="muted"),
            Column(tr("Orang"), lambda each: count(each.list.row_count), align="right"),
            Column(tr("Jenis"), _kind, kind="muted"),
            Column(tr("Versi"), version_badge, kind="badge"),
        ]


def _kind(version: ListVersion) -> str:
    return tr("Ringkas") if version.list.reduced else tr("Lengkap")
