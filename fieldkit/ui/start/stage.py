"""The window before the door: one start screen after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from fieldkit.ui.language import tr
from fieldkit.ui.start.frame import StartScreen

_WORDS_AFTER_MS = 400


class Stage(QObject):
    """Shows a screen in place of the one before, and says so where an opening takes long."""

    text_size_changed = Signal(int)

    def __init__(self, window: QStackedWidget) -> None:
        super().__init__(window)
        self.window = window
        self.screen: StartScreen | None = None
        self._is_opening = False

    def show(self, screen: StartScreen) -> None:
        """In front; what was there before is gone."""
        before, self.screen = self.screen, screen
        screen.text_size_changed.connect(self.text_size_changed)
        self._is_opening = False
        self.window.addWidget(screen)
        self.window.setCurrentWidget(screen)
        if before is not None:
            self.window.removeWidget(before)
            before.deleteLater()

    def say_if_slow(self) -> None:
        """The data are being opened: on the screen that asked for it, or on one of its own."""
        if self.screen is not None:
            self.screen.work_goes_on(tr("Data laptop ini sedang dibuka dan diperiksa. Tunggu sebentar."))
            return
        self._is_opening = True
        QTimer.singleShot(_WORDS_AFTER_MS, self, self._say_opening)

    def give_way(self) -> None:
        """What would be said of a slow opening must not cover the door."""
        self._is_opening = False

    def _say_opening(self) -> None:
        if self._is_opening and self.screen is None:
            screen = StartScreen("opening", tr("Membuka data laptop ini"), tr("Sebentar, berkasnya sedang diperiksa."))
            screen.arrange(accept="")
            screen.accept_button.hide()
            self.show(screen)
