"""Keeps what is being typed on a page as a draft of its user, within a second."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from fieldkit.store.drafts import drop_draft, keep_draft
from fieldkit.ui.context import Context

_KEEP_AFTER_MS: Final = 600


class DraftKeeper(QObject):
    """One draft of one user: written when typing pauses, dropped when the form was saved."""

    kept = Signal()

    def __init__(self, context: Context, kind: str, read: Callable[[], str], owner: QObject) -> None:
        super().__init__(owner)
        self._context, self._kind, self._read = context, kind, read
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._timer.timeout.connect(self._keep)

    def touch(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Keep at once what was not kept yet."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def drop(self) -> None:
        """Forget the draft."""
        self._timer.stop()
        store, user = self._context.store, self._context.user.id
        self._context.ask(self, lambda: store.write_local(drop_draft, user, self._kind), lambda _none: None)

    def _keep(self) -> None:
        store, user, content = self._context.store, self._context.user.id, self._read()
        now = self._context.clock.now_utc()
        self._context.ask(
            self, lambda: store.write_local(keep_draft, user, self._kind, content, now), lambda _none: self.kept.emit()
        )
