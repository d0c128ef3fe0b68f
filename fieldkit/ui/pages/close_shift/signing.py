"""From the filled button to the signature and its backup; documents are written when somebody asks for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError, SignatureError
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.documents import Paper, write_documents
from fieldkit.ui.pages.close_shift.sign import SignModal
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.sign_in import check_in


class Signing(QObject):
    """One signature at a time."""

    signed = Signal()
    """The shift is closed, durably."""
    refused = Signal(object)
    """The RuleError that keeps it from being closed."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._command = CloseShift("", None)
        self.modal: SignModal | None = None

    def ask(self, command: CloseShift, shift_name: str) -> None:
        """Ask for the PIN."""
        self._command = command
        title = tr("Tanda tangani penutupan {shift}", shift=shift_name)
        what = tr("Angka yang ditandatangani tidak berubah lagi. Koreksi sesudah ini menjadi penutupan berikutnya.")
        modal = SignModal(self._page.window(), title, what, self._context.user.name)
        modal.pin_given.connect(self._sign)
        modal.rejected.connect(self._drop_modal)
        self.modal = modal
        modal.open()
        modal.pin.focus_answer()

    def write(self, closing: SignedClosing, *papers: Paper) -> None:
        """Write documents into the folder of documents, and say where."""
        folder = self._context.folders.documents
        is_signed = bool(closing.signature)
        self._context.ask(
            self,
            lambda: write_documents(closing, folder, papers),
            lambda names: self._written(names, is_signed=is_signed),
        )

    def _sign(self, pin: str) -> None:
        store, user, command = self._context.store, self._context.user.id, self._command

        def work() -> str:
            return store.execute(close_shift, command, check_in(store, user, pin))

        self._context.ask(self, work, lambda _id: self._on_signed(), self._on_refused)

    def _on_signed(self) -> None:
        self._finish()
        self._context.messages.done(
            tr("Shift ditutup dan ditandatangani"),
            tr("Aman di laptop ini, dikirim saat ada jaringan. Berita acara dan laporan disimpan kalau diminta."),
        )
        self.signed.emit()
        self._back_up()

    def _back_up(self) -> None:
        """A backup at each closing; it is opened and checked before it counts."""
        store, folder = self._context.store, self._context.folders.backups
        self._context.ask(self, lambda: back_up(store, folder), lambda _backup: None)

    def _on_refused(self, problem: Exception) -> None:
        if isinstance(problem, SignatureError) and self.modal is not None:
            self.modal.refuse(problem.problems[0])
            return
        self._finish()
        if isinstance(problem, RuleError):
            self.refused.emit(problem)
        else:
            self._context.messages.show_failure(problem)

    def _finish(self) -> None:
        modal, self.modal = self.modal, None
        if modal is not None:
            modal.finish()

    def _drop_modal(self) -> None:
        modal, self.modal = self.modal, None
        if modal is not None:
            modal.deleteLater()

    def _written(self, names: list[str], *, is_signed: bool) -> None:
        title = tr("Dokumen tersimpan") if is_signed else tr("Pratinjau tersimpan")
        folder, others = self._context.folders.documents.name, len(names) - 1
        said = tr("{name} dan {n} berkas lain, di folder {folder}.", name=names[0], n=others, folder=folder)
        self._context.messages.done(title, said)
