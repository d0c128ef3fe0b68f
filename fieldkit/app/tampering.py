"""Says in the window that somebody wrote past FieldKit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from fieldkit.app.parts import Parts
from fieldkit.ui.language import tr
from fieldkit.ui.looking_through import LookingThrough
from fieldkit.ui.shell.window import MainWindow


class TamperingWatch(QObject):
    """Looks beside the work, and says what was found at once to who is signed in, else to who signs in next."""

    def __init__(self, parts: Parts, in_front: Callable[[], MainWindow | None], owner: QObject) -> None:
        super().__init__(owner)
        self._in_front, self._is_untold = in_front, False
        self.looking = LookingThrough(parts.store, parts.lanes, self)
        self.looking.found.connect(self._on_found)

    def tell(self) -> None:
        """Say it, if there is something to say and somebody who reads it."""
        main = self._in_front()
        if not self._is_untold or main is None:
            return
        self._is_untold = False
        main.toast(
            tr("Data laptop ini diubah di luar FieldKit."),
            tr("Catatan tim sudah dikembalikan, pekerjaan bisa terus. Baca rinciannya, lalu beri tahu kantor."),
            tone="err",
            action=tr("Lihat rincian"),
            on_action=lambda: main.show_page("sync"),
        )

    def _on_found(self) -> None:
        self._is_untold = True
        self.tell()
