"""The office's rescue key as it is asked for: where its file lies, and its words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.domain.errors import Severity
from fieldkit.host.escrow import RESCUE_SUFFIX
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.entries import PasswordField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.layouts import column


class RescueFields(QWidget):
    """Two fields, and a way to look for the file."""

    def __init__(self) -> None:
        super().__init__()
        find = Button(tr("Cari berkas"), key="Alt+B", press=self._find)
        bind(find, "Alt+B", find.click, everywhere=True)
        find.setObjectName("rescue_find")
        hint = tr("{suffix}, dari brankas", suffix=RESCUE_SUFFIX)
        self.file = TextField(tr("Berkas kunci darurat"), hint=hint, right=find)
        self.file.setObjectName("rescue_file")
        self.words = PasswordField(tr("Frasa kunci darurat"))
        self.words.setObjectName("rescue_words")
        for field in (self.file, self.words):
            field.edited.connect(lambda _typed, field=field: field.clear_finding())
        self.file.entered.connect(self.words.focus_answer)
        column(self.file, self.words, gap=12, inside=self)

    def path(self) -> Path:
        """The file that was named."""
        return Path(self.file.value().strip())

    def is_complete(self) -> bool:
        """Whether both are told; what is missing is said beside its field."""
        for field, missing in (
            (self.file, tr("Berkasnya belum dipilih. Bawa dari brankas kantor di USB.")),
            (self.words, tr("Frasa kunci darurat belum diketik.")),
        ):
            if not field.value().strip():
                field.set_finding(Severity.STOP, missing)
                field.focus_answer()
                return False
        return True

    def _find(self) -> None:
        kinds = f"{tr('Kunci darurat')} (*{RESCUE_SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self, tr("Pilih kunci darurat"), "", kinds)
        if name:
            self.file.set_value(name)
            self.words.focus_answer()
