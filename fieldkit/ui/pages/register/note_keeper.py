"""Keeps the note of an outcome while it is written: Esc, a power cut or the other language lose none of it."""

from __future__ import annotations

from typing import Final

import msgspec
from PySide6.QtCore import QObject

from fieldkit.store.drafts import draft
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drafts import DraftKeeper
from fieldkit.ui.forms.drawer_form import decoded
from fieldkit.ui.pages.register.service_panel import NoteState, ServicePanel

_DRAFT: Final = "outcome_note"


class NoteKeeper(QObject):
    """The note that was written last and not sent: the same outcome of the same person goes on with it."""

    def __init__(self, context: Context, service: ServicePanel) -> None:
        super().__init__(service)
        self._context, self._service = context, service
        self._drafts = DraftKeeper(context, _DRAFT, self._written, self)
        service.note.edited.connect(self._drafts.touch)
        service.note_begun.connect(self._find)
        service.noted.connect(self._drafts.drop)
        service.put_away.connect(self._drafts.flush)

    def _written(self) -> str:
        return msgspec.json.encode(self._service.written).decode()

    def _find(self) -> None:
        self._drafts.flush()
        store, user = self._context.store, self._context.user.id
        self._context.ask(
            self,
            lambda: store.query(draft, user, _DRAFT),
            lambda kept: self._service.go_on_with(decoded(kept, NoteState)),
        )
