"""Note that somebody can not come and asks for a visit."""

from __future__ import annotations

import msgspec

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.ui.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.ui.widgets.path import EnterPath


class AskState(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed."""

    asked_by: str = ""
    note: str = ""


class AskForm(DrawerForm):
    """Who asks for the visit, and what the pair has to know."""

    def __init__(self) -> None:
        self.asked_by = TextField(tr("Siapa yang meminta"), hint=tr("nama, hubungan"), limit=80)
        self.note = NoteField(tr("Catatan"), hint=tr("jalan ke rumah, tanpa rincian penyakit"), lines=3)
        fields: dict[str, Findings] = {"asked_by": self.asked_by, "note": self.note}
        super().__init__("ask", fields, save=tr("Simpan"))
        self._path = EnterPath([self.asked_by, self.note])
        self.lay(*fields.values())
        self.asked_by.edited.connect(lambda _typed: self._on_asked_by())
        self.note.edited.connect(lambda _note: self.edited.emit())

    def fill(self, draft: str | None) -> None:
        """Begin afresh, or where the draft stopped."""
        state = decoded(draft, AskState)
        self.asked_by.set_value(state.asked_by)
        self.note.set_value(state.note)
        self.begin(draft)

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

    def _on_asked_by(self) -> None:
        self.right_again(self.asked_by)
        self.edited.emit()
