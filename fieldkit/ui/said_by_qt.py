"""What Qt says on the error stream, without the one line that tells nobody anything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

_Handler = Callable[[QtMsgType, QMessageLogContext, str], None]
IDLE_TALK: Final = "This plugin does not support propagateSizeHints()"
"""Where there is no screen, Qt says so of every window; it is about the platform, not about us."""


def hush_idle_talk() -> None:
    """Leave that one line out from now on; everything else is said as before."""
    before: list[_Handler | None] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message != IDLE_TALK:
            (before[0] or _say)(kind, context, message)

    before.append(qInstallMessageHandler(hear))


def _say(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    print(qFormatLogMessage(kind, context, message), file=sys.stderr, flush=True)  # noqa: T201 - as Qt itself would
