"""A form in a drawer whose answers are kept, filled and compared as plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import msgspec
from PySide6.QtWidgets import QWidget

from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.widgets.choices import ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.marks import TickBox
from fieldkit.ui.widgets.notes import NoteField

Answers = dict[str, str]
_ON = "1"


class FieldsForm(DrawerForm):
    """Text, choices and ticks by name."""

    def __init__(
        self,
        name: str,
        fields: Mapping[str, Findings],
        *,
        save: str,
        ticks: Mapping[str, TickBox] | None = None,
        parts: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(name, fields, save=save)
        self._ticks = dict(ticks or {})
        for tick_name, tick in self._ticks.items():
            tick.setObjectName(f"{name}_{tick_name}")
            tick.ticked.connect(lambda _on: self.edited.emit())
        for field in fields.values():
            self._listen_to(field)
        if parts:
            self.scrolled = self.lay(*parts)

    def answers(self) -> Answers:
        """What is said so far."""
        said = {name: _value_of(field) for name, field in self.fields.items()}
        return said | {name: _ON if tick.checked() else "" for name, tick in self._ticks.items()}

    def set_answers(self, answers: Answers) -> None:
        """Fill by program; what is not named is emptied."""
        for name, field in self.fields.items():
            _fill(field, answers.get(name, ""))
        for name, tick in self._ticks.items():
            tick.set_checked(answers.get(name, "") == _ON)

    def fill(self, answers: Answers, draft: str | None) -> None:
        """Begin with what is known, or where the draft stopped."""
        kept = _decoded(draft)
        self.set_answers(kept or answers)
        self.begin(draft if kept else None)

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        return msgspec.json.encode(self.answers()).decode()

    def _listen_to(self, field: Findings) -> None:
        def heard(_value: str) -> None:
            self.right_again(field)
            self.edited.emit()

        if isinstance(field, TextField | NoteField):
            field.edited.connect(heard)
        elif isinstance(field, ChoiceGroup | ComboBox):
            field.chosen.connect(heard)


def flag(*, on: bool) -> str:
    """A tick as an answer."""
    return _ON if on else ""


def _value_of(field: Findings) -> str:
    return cast(TextField, field).value() or ""


def _fill(field: Findings, value: str) -> None:
    if isinstance(field, ChoiceGroup | ComboBox):
        field.set_value(value or None)
    else:
        cast(TextField, field).set_value(value)


def _decoded(draft: str | None) -> Answers:
    try:
        return msgspec.json.decode(draft, type=Answers) if draft else {}
    except msgspec.DecodeError:
        return {}
