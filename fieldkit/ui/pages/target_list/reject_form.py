"""Why the office rejects proposals: the field reads it in the list."""

from __future__ import annotations

from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.notes import NoteField


class RejectForm(DrawerForm):
    """One reason for all that are rejected at once."""

    def __init__(self) -> None:
        self.note = NoteField(tr("Alasan"), hint=tr("dibaca petugas lapangan"), lines=3)
        super().__init__("reject", {"note": self.note}, save=tr("Tolak"))
        back = tr("Orangnya kembali ke daftar yang harus dicari. Usulan dan buktinya tetap tersimpan.")
        self.lay(self.note, Label(back, "hint", wrap=True))
        self.note.edited.connect(lambda _note: self.right_again(self.note))

    def fill(self, number: int) -> None:
        """Begin with so many proposals."""
        self.note.set_value("")
        self.save_button.set_text(tr("Tolak {n} usulan", n=count(number)))
        self.begin(None)
