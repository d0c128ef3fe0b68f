"""A code that is told once: only its hash is kept, so it is written down now or made anew."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.widgets.cards import Sunken
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.overlays import Modal


class CodeModal(Modal):
    """The code, large enough to be read out over the phone."""

    def __init__(self, parent: QWidget, title: str, what: str, code: str) -> None:
        safe = tr("Kode hanya tampil sekali. Kalau hilang, buat kode baru.")
        super().__init__(parent, title, what, safe, accept=tr("Sudah dicatat"), tone="info")
        self.code = Label(code, "figure", selectable=True)
        self.code.setObjectName("told_code")
        self.code.setAccessibleName(" ".join(code))
        self.body.addWidget(Sunken(self.code))
        self.setObjectName("code_modal")

    def cover(self) -> None:
        """A code on a screen that nobody watched may have been read by anybody."""
        if self.isVisible():
            self.code.set_text(tr("Layar terkunci, kode dihapus dari layar. Buat kode baru."))
            self.code.setAccessibleName(self.code.text())
        super().cover()


def tell_code(parent: QWidget, title: str, what: str, code: str) -> CodeModal:
    """Show it over the page, and forget it with the answer."""
    modal = CodeModal(parent, title, what, code)
    modal.finished.connect(modal.deleteLater)
    modal.open()
    return modal
