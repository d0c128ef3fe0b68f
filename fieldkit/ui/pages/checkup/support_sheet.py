"""The file for whoever helps: all of it is read here before anything is written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from fieldkit.checkup.support import support_name
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, stretched


def asked_file(parent: QWidget, now_utc: datetime) -> Path | None:
    """Where somebody wants the file; None where they thought better of it."""
    kinds = f"{tr('Berkas bantuan')} (*.json)"
    name, _ = QFileDialog.getSaveFileName(parent, tr("Simpan berkas bantuan"), support_name(now_utc), kinds)
    return Path(name) if name else None


class SupportSheet(QWidget):
    """The text to the letter, and the way to write it."""

    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("role", "field")
        self.text.setAccessibleName(tr("Isi berkas bantuan"))
        self.save_button = Button(
            tr("Simpan berkas"), "primary", key="Ctrl+Enter", icon="floppy-disk", press=self.save_asked.emit
        )
        told = tr(
            "Hanya yang tampil di bawah ini yang ditulis: temuan, versi, jumlah baris, pengaturan dan log bersensor. "
            "Tidak ada nama, NIK atau nomor HP. Baca dulu, lalu simpan dan kirim ke kantor."
        )
        column(Label(told, "body", wrap=True), stretched(self.text), row(None, self.save_button), gap=10, inside=self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Work begins with reading."""
        super().focusInEvent(event)
        self.text.setFocus(event.reason())

    def show_text(self, text: str) -> None:
        """What would be written."""
        self.text.setPlainText(text)
