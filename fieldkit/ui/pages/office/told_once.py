"""A code that is told once: only its hash is kept, so it is written down now or made anew."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.widgets.cards import Sunken
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.overlays import Modal


@dataclass(frozen=True, slots=True)
class Telling:
    """What is said beside a code: how long it is there, that it was taken, what stands in its place after a lock."""

    safe: str
    taken: str
    gone: str
    is_copied: bool = True
    """Whether it may be taken into the clipboard."""


class CodeModal(Modal):
    """The code, large enough to be read out over the phone."""

    def __init__(self, parent: QWidget, title: str, what: str, code: str, telling: Telling) -> None:
        super().__init__(parent, title, what, telling.safe, accept=telling.taken, tone="info")
        self._gone = telling.gone
        self.code = Label(code, "figure", selectable=telling.is_copied)
        self.code.setObjectName("told_code")
        self.code.setAccessibleName(" ".join(code))
        self.body.addWidget(Sunken(self.code))
        self.setObjectName("code_modal")

    def cover(self) -> None:
        """A code on a screen that nobody watched may have been read by anybody."""
        if self.isVisible():
            self.code.set_text(self._gone)
            self.code.setAccessibleName(self.code.text())
        super().cover()


def tell_code(parent: QWidget, title: str, what: str, code: str, telling: Telling | None = None) -> CodeModal:
    """Show it over the page, and forget it with the answer."""
    modal = CodeModal(parent, title, what, code, telling or _once())
    modal.finished.connect(modal.deleteLater)
    modal.open()
    return modal


def _once() -> Telling:
    return Telling(
        tr("Kode hanya tampil sekali. Kalau hilang, buat kode baru."),
        tr("Sudah dicatat"),
        tr("Layar terkunci, kode dihapus dari layar. Buat kode baru."),
    )
