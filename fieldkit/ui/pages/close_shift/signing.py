"""From a filled button to a signature and its backup; documents are written when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.host.drives import carried_drive
from fieldkit.store.keeping.backup import BackedUp, back_up_everywhere
from fieldkit.store.queries.closing.beside import Beside
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.store.queries.closing.visitors import visitors
from fieldkit.store.unit import Unit
from fieldkit.ui.context import Context
from fieldkit.ui.forms.signing import PinSigning, Question
from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.documents import Paper, Written, write_attendance, write_documents
from fieldkit.work.lists.sheets import NoteSheets, note_sheets
from fieldkit.work.sign_in import Signer


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is signed with the PIN: what is asked, what is written, and what is said afterwards."""

    title: str
    what: str
    accept: str
    verb: Callable[[Unit, Any, Signer], str]
    command: Any
    done: str
    told: str


class Signing(QObject):
    """One signature at a time."""

    signed = Signal(object)
    """This act is signed, durably."""
    refused = Signal(object)
    """The RuleError that keeps it from being signed."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.asking = PinSigning(context, page)

    def ask(self, act: Act) -> None:
        """Ask for the PIN."""
        question, store = Question(act.title, act.what, act.accept), self._context.store

        def work(signer: Signer) -> str:
            return store.execute(act.verb, act.command, signer)

        self.asking.ask(question, work, lambda _id: self._on_signed(act), self.refused.emit)

    def write(self, closing: SignedClosing, beside: Beside, *papers: Paper) -> None:
        """Write documents into the folder of documents, and say where."""
        folders, is_signed = self._context.folders, bool(closing.signature)
        self._context.ask(
            self,
            lambda: write_documents(closing, beside, folders, papers),
            lambda written: self._written(written, is_signed=is_signed),
        )

    def write_attendance(self, closing: SignedClosing, village: str) -> None:
        """Ask where the list of those who were served goes; that it leaves the laptop is noted first (F-P5)."""
        name = QFileDialog.getExistingDirectory(
            self._page, tr("Simpan daftar hadir ke mana"), str(carried_drive() or "")
        )
        if not name:
            return
        store, folders, folder = self._context.store, self._context.folders, Path(name)

        def work() -> Written:
            people = store.query(visitors, closing.shift_id)
            store.execute(note_sheets, NoteSheets(SheetKind.ATTENDANCE, village, (("", "", len(people)),)))
            return write_attendance(closing, people, folders, folder)

        self._context.ask(self, work, lambda written: self._listed(written, folder))

    def _listed(self, written: Written, folder: Path) -> None:
        told = tr("{name} dan {n} berkas lain, di folder {folder}.", name=written.names[0], n=1, folder=folder.name)
        self._context.messages.done(tr("Daftar hadir tersimpan"), told)
        for error in written.broken:
            self._context.messages.show_error(error)

    def _on_signed(self, act: Act) -> None:
        self._context.messages.done(act.done, act.told)
        self.signed.emit(act)
        self._back_up()

    def _back_up(self) -> None:
        """A backup at each signature; it is opened and checked before it counts."""
        store, folders = self._context.store, self._context.folders
        self._context.ask(self, lambda: back_up_everywhere(store, folders), self._backed_up, lane="paper")

    def _backed_up(self, made: BackedUp) -> None:
        if made.problem is not None:
            self._context.messages.show_error(made.problem)

    def _written(self, written: Written, *, is_signed: bool) -> None:
        title = tr("Dokumen tersimpan") if is_signed else tr("Pratinjau tersimpan")
        folder, others = self._context.folders.documents.name, len(written.names) - 1
        said = tr("{name} dan {n} berkas lain, di folder {folder}.", name=written.names[0], n=others, folder=folder)
        self._context.messages.done(title, said)
        for error in written.broken:
            self._context.messages.show_error(error)
