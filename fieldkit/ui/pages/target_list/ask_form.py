"""Note that somebody can not come and asks for a visit."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.ui.language import tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Scrolled
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.ui.widgets.path import EnterPath


class AskState(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed."""

    asked_by: str = ""
    note: str = ""


class AskForm(QWidget):
    """Who asks for the visit, and what the pair has to know."""

    saved = Signal()
    cancelled = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked_by = TextField(tr("Siapa yang meminta"), hint=tr("nama, hubungan"), limit=80)
        self.note = NoteField(tr("Catatan"), hint=tr("jalan ke rumah, tanpa rincian penyakit"), lines=3)
        self.save_button = Button(tr("Simpan"), "primary", key="Ctrl+Enter", press=self.saved.emit)
        self.cancel_button = Button(tr("Batal"), key=tr("Esc"), press=self.cancelled.emit)
        self.bar = ActionBar(self.cancel_button, self.save_button)
        self._path = EnterPath([self.asked_by, self.note])
        self._arrange()
        self.asked_by.edited.connect(self._on_asked_by)
        self.note.edited.connect(lambda _note: self.edited.emit())

    def fill(self, draft: str | None) -> None:
        """Begin afresh, or where the draft stopped."""
        state = _decoded(draft)
        self.asked_by.set_value(state.asked_by)
        self.note.set_value(state.note)
        self.asked_by.clear_finding()
        self.bar.set_left("")
        self.bar.set_draft(tr("Draf dilanjutkan") if draft else "")

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        return msgspec.json.encode(AskState(self.asked_by.value(), self.note.value())).decode()

    def answers(self) -> tuple[str, str]:
        """Who asks, and the note; RuleError where nobody does."""
        asked_by = self.asked_by.value().strip()
        if not asked_by:
            message = text("Belum ditulis siapa yang meminta. Petugas kunjungan bertanya ke orang ini dulu.")
            raise RuleError(Problem("asked_by", "nobody_asks", message))
        return asked_by, self.note.value()

    def show_problems(self, error: RuleError) -> None:
        """Each beside its field."""
        fields: dict[str, Findings] = {"asked_by": self.asked_by, "note": self.note}
        show_problems(fields, error, self.bar)

    def focus_first(self) -> None:
        """To who asks."""
        self.asked_by.focus_answer()

    def _arrange(self) -> None:
        fields = QWidget()
        column(self.asked_by, self.note, None, gap=12, inside=fields)
        column(stretched(Scrolled(fields)), self.bar, gap=10, inside=self)
        self.setObjectName("ask_form")
        self.asked_by.setObjectName("asked_by")
        self.note.setObjectName("ask_note")
        self.save_button.setObjectName("save_ask")
        self.cancel_button.setObjectName("cancel_ask")

    def _on_asked_by(self, _typed: str) -> None:
        self.asked_by.clear_finding()
        self.edited.emit()


def _decoded(draft: str | None) -> AskState:
    try:
        return msgspec.json.decode(draft, type=AskState) if draft else AskState()
    except msgspec.DecodeError:
        return AskState()
