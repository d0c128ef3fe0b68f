"""About FieldKit: its version, and the works of others that it ships, each with the words of its licence."""

from __future__ import annotations

import platform
from typing import Final

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from fieldkit import __version__
from fieldkit.host.shipped import ShippedPart, licence_text, shipped_parts
from fieldkit.ui.language import tr
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.reading import Reading

WIDTH: Final = 720


class About(QWidget):
    """What the program is made of. Arrows choose a part, Enter goes to its licence."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("about")
        self._parts = shipped_parts()
        self.table = self._make_table()
        self._text = Label("", "second", "ink2", wrap=True, selectable=True)
        inner = QWidget()
        column(self._text, None, edges=(8, 8, 8, 8), inside=inner)
        self.reading = Reading(inner, name=tr("Lisensi"))
        self._arrange()
        # Where nothing is known to ship, nothing is to be read. Shown before it lies here, it would be a window.
        self.reading.setVisible(bool(self._parts))
        self.table.selected_row.connect(self._show_licence)
        self.table.activated_row.connect(lambda _part: self.reading.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.table.rows_model.set_rows(self._parts)
        if self._parts:
            self.table.select(self._parts[0].name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Work begins in the list."""
        super().focusInEvent(event)
        self.table.setFocus(event.reason())

    def _make_table(self) -> Table:
        columns = [
            Column(tr("Bagian"), lambda part: part.name, width="stretch"),
            Column(tr("Versi"), lambda part: part.version),
            Column(tr("Lisensi"), lambda part: part.licence),
        ]
        return Table(RowsModel(columns, id_of="name"), name=tr("Karya yang dipakai FieldKit"))

    def _arrange(self) -> None:
        made_with = tr("Versi {version}, dengan Qt {qt} dan Python {python}", **_versions())
        about = tr(
            "FieldKit boleh dipakai, disalin dan diubah siapa saja (lisensi MIT). Di dalamnya ada karya orang lain, "
            "masing-masing dengan lisensinya. Qt dipakai menurut LGPL 3: berkasnya terpisah di map program, dan boleh "
            "diganti dengan Qt yang Anda bangun sendiri. Nama wilayah dari idn-area-data, menurut ODbL."
        )
        names = column(Label("FieldKit", "page"), Label(made_with, "second", "ink2"), gap=2)
        column(
            row(Icon("check-square", 28, "accent", filled=True), names, None, gap=12),
            Label(about, "body", wrap=True),
            stretched(self.table, 3),
            stretched(self.reading, 2),
            gap=12,
            inside=self,
        )

    def _show_licence(self, part: ShippedPart | None) -> None:
        if part is not None:
            self._text.set_text("\n\n".join(filter(None, (part.home, licence_text(part)))))
            self.reading.verticalScrollBar().setValue(0)
            self.reading.setAccessibleDescription(f"{part.name}, {part.licence}")


def _versions() -> dict[str, str]:
    return {"version": __version__, "qt": qVersion(), "python": platform.python_version()}
