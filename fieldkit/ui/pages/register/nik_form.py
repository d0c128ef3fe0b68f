"""Who is to be recorded has no NIK yet: why that can not be, and the place to type it where it was found."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.people.nik import shared_nik_at_set_problem
from fieldkit.domain.requests.service import nik_first_at_table_problem
from fieldkit.store.queries.table.registration import QueueEntry
from fieldkit.ui.forms.nik_field import NikField, Stated
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.labels import IconText
from fieldkit.ui.widgets.layouts import column, row


class NikForm(QWidget):
    """The sentence, the field, and the two ways out."""

    typed = Signal(str)
    """The NIK, once Enter was pressed."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._why = IconText("warning", say(nik_first_at_table_problem().message), "second", "warn", wrap=True, size=16)
        self._why.setObjectName("nik_first")
        self.nik = NikField(shared=shared_nik_at_set_problem)
        self.nik.setObjectName("nik_found")
        self.nik.entered.connect(self._send)
        send = Button(tr("Isi"), "small", key=tr("Enter"), press=self._send)
        back = Button(tr("Batal"), "quiet", key=tr("Esc"), size="small", press=self.left.emit)
        column(self._why, self.nik, row(back, None, send, gap=4), gap=8, inside=self)

    def begin(self, entry: QueueEntry, on: date) -> None:
        """Nothing is typed yet about this one."""
        born = date.fromisoformat(entry.birth_date) if entry.birth_date else None
        self.nik.set_value("")
        self.nik.clear_finding()
        self.nik.compare_with(Stated(on, birth_date=born))

    def show_problem(self, error: RuleError) -> None:
        """What is wrong, under the field."""
        self.nik.show_problem(error.problems[0])
        self.nik.focus_answer()

    def _send(self) -> None:
        self.typed.emit(self.nik.value())
