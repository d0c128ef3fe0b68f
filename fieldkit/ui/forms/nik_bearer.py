"""Whose NIK it is already: said at the sixteenth digit, wherever a NIK is typed (F-N3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from fieldkit.store.queries.table.warnings import bearer_of_nik
from fieldkit.ui.context import Context
from fieldkit.ui.forms.nik_field import NikField


class BearerFinder(QObject):
    """Tells a field of a NIK whom else the laptop knows by the number that stands there."""

    def __init__(self, context: Context, field: NikField, person: Callable[[], str]) -> None:
        """`person` is who the field is about at the moment: a resident, or anything else for who is none yet."""
        super().__init__(field)
        self._context, self._field, self._person = context, field, person
        field.completed.connect(self._find)

    def _find(self, nik: str) -> None:
        store, about = self._context.store, self._person()
        self._context.ask(self, partial(store.query, bearer_of_nik, nik, about), partial(self._show, nik, about))

    def _show(self, nik: str, about: str, name: str) -> None:
        # An answer may come when somebody else is asked about already.
        if about == self._person():
            self._field.show_shared(nik, name)
