"""Ctrl+C in the terminal, and a computer that shuts down, end the window as its cross does."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

_ASKS_TO_END: Final = (signal.SIGINT, signal.SIGTERM)
_AS_SHELLS_SAY_IT: Final = 128
_ENOUGH_BYTES: Final = 64


def run_until_ended(app: QApplication) -> int:
    """The event loop, until the window is closed or the program is asked to end; returns its exit code."""
    with _woken_by_signals():
        before = {number: signal.getsignal(number) for number in _ASKS_TO_END}
        for number in _ASKS_TO_END:
            signal.signal(number, lambda told, _frame: app.exit(_AS_SHELLS_SAY_IT + told))
        try:
            return app.exec()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def _woken_by_signals() -> Iterator[None]:
    """Python hears of a signal only between its own steps: Qt's loop has to be woken for it."""
    near, far = socket.socketpair()
    with near, far:
        near.setblocking(False)
        far.setblocking(False)
        notifier = QSocketNotifier(near.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda *_: near.recv(_ENOUGH_BYTES))
        before = signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)
