"""Step 1: which file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.domain.errors import Severity
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import ActionBar
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.layouts import column


class FileStep(QWidget):
    """A path, typed, pasted, or chosen in the dialog of the system."""

    chosen = Signal(object)
    """The Path to read."""

    def __init__(self) -> None:
        super().__init__()
        self.choose_button = Button(tr("Pilih berkas"), icon="folder-open", key="Ctrl+O", press=self._ask)
        self.path = TextField(
            tr("Berkas daftar"), hint=tr(".xlsx, .xls, atau .csv dari admin data"), right=self.choose_button
        )
        self.read_button = Button(tr("Baca berkas"), "primary", key="Ctrl+Enter", size="main", press=self.read)
        self.bar = ActionBar(self.read_button)
        self.bar.set_draft(tr("Berkas aslinya tidak diubah"))
        column(self.path, self.bar, gap=10, inside=self)
        self.path.setObjectName("list_path")
        self.choose_button.setObjectName("choose_file")
        self.read_button.setObjectName("read_file")
        self.path.edited.connect(lambda _typed: self.path.clear_finding())
        self.path.entered.connect(self.read)
        bind(self, "Ctrl+O", self._ask, everywhere=True)

    def read(self) -> None:
        """Read what the path names."""
        typed = self.path.value().strip().strip("\"'")
        if not typed:
            self.path.set_finding(Severity.STOP, tr("Belum ada berkas. Pilih, atau tempel alamatnya di sini."))
            self.path.focus_answer()
            return
        self.chosen.emit(Path(typed).expanduser())

    def show_reading(self, *, is_reading: bool) -> None:
        """While a file is read it can not be read once more."""
        self.read_button.setEnabled(not is_reading)
        self.read_button.set_reason(tr("Berkas sedang dibaca.") if is_reading else "")
        words = tr("Membaca berkas. Daftar besar perlu beberapa detik.") if is_reading else ""
        self.bar.set_draft(words or tr("Berkas aslinya tidak diubah"), "info" if is_reading else "ok")

    def focus_first(self) -> None:
        """To the path."""
        self.path.focus_answer()

    def _ask(self) -> None:
        if not self.isVisible():
            return
        kinds = tr("Daftar") + " (*.xlsx *.xls *.csv *.txt)"
        name, _ = QFileDialog.getOpenFileName(self, tr("Pilih berkas daftar"), self.path.value(), kinds)
        if name:
            self.path.set_value(name)
            self.path.clear_finding()
            self.read()
