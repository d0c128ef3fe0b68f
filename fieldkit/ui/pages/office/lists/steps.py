"""Where in the import one is: four words, what is done, what is next."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from PySide6.QtWidgets import QWidget

from fieldkit.ui.language import tr
from fieldkit.ui.widgets.labels import IconText
from fieldkit.ui.widgets.layouts import row


class Step(IntEnum):
    """The steps in their order."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    TAKE_IN = 3


_NEXT_ICONS: Final = ("number-circle-one", "number-circle-two", "number-circle-three", "number-circle-four")


class StepLine(QWidget):
    """The four steps beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self._words = (tr("Pilih berkas"), tr("Cocokkan kolom"), tr("Periksa"), tr("Masukkan"))
        self._parts = [
            IconText(icon, word, "second-strong", "") for icon, word in zip(_NEXT_ICONS, self._words, strict=True)
        ]
        row(*self._parts, gap=16, inside=self)
        self.setObjectName("steps")
        self.set_step(Step.FILE)

    def set_step(self, current: Step) -> None:
        """Steps before this one are done."""
        for at, (part, word) in enumerate(zip(self._parts, self._words, strict=True)):
            tone = "ok" if at < current else "accent" if at == current else "mute"
            part.set(word, tone, "check-circle" if at < current else _NEXT_ICONS[at])
        self.setAccessibleName(tr("Langkah {n} dari 4: {word}", n=current + 1, word=self._words[current]))
