"""A bare PySide6 window: the reference for `start`."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.ui.said_by_qt import hush_idle_talk

hush_idle_talk()
app = QApplication([])
window = QWidget()
window.resize(1366, 690)
window.show()
QTimer.singleShot(0, lambda: print("usable", flush=True))
app.exec()
