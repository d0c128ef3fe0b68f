"""Keeps the form within a second of each change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fieldkit.domain.identifiers import UserId
from fieldkit.ui.context import Context
from fieldkit.ui.pages.register import calls
from fieldkit.ui.pages.register.draft import FormState

_EVERY_MS: Final = 400


class FormKeeper(QObject):
    """Writes the latest state a moment after the first change, however long the typing goes on."""

    kept = Signal()

    def __init__(self, context: Context, read: Callable[[], FormState], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._read = context, read
        self._user = UserId(context.user.id)
        self._timer = QTimer(self, interval=_EVERY_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self.keep(self._read()))

    def touch(self) -> None:
        """The form has changed."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep at once what was not kept yet."""
        if self._timer.isActive():
            self.keep(self._read())

    def rest(self) -> None:
        """What is about to be saved needs no draft."""
        self._timer.stop()

    def keep(self, state: FormState) -> None:
        """Keep a state now."""
        self._timer.stop()
        self._context.ask(self, lambda: calls.keep(self._context.store, self._user, state), lambda _: self.kept.emit())

    def drop(self, state: FormState) -> None:
        """Forget a form."""
        self._timer.stop()
        self._context.ask(self, lambda: calls.drop(self._context.store, self._user, state), lambda _: None)
