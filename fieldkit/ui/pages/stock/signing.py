"""The PIN under a paper of the stock: one signature at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError, SignatureError
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.sign import SignModal
from fieldkit.ui.pages.stock.form import Act
from fieldkit.work.sign_in import check_in


class PaperSigning(QObject):
    """Asks for the PIN, and does what is signed by it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.modal: SignModal | None = None

    def ask(self, act: Act, done: Callable[[Sequence[str]], None], refused: Callable[[RuleError], None]) -> None:
        """Sign an act; a wrong PIN is said beside it, whatever else is wrong goes to the form."""
        what = tr("Yang ditandatangani tidak berubah lagi dan bisa dicetak kapan saja.")
        modal = SignModal(self._page.window(), act.title, what, self._context.user.name, accept=act.signed)
        modal.pin_given.connect(lambda pin: self._sign(pin, act, done, refused))
        modal.rejected.connect(self._drop)
        self.modal = modal
        modal.open()
        modal.pin.focus_answer()

    def _sign(
        self, pin: str, act: Act, done: Callable[[Sequence[str]], None], refused: Callable[[RuleError], None]
    ) -> None:
        store, user = self._context.store, self._context.user.id

        def work() -> Sequence[str]:
            return act.run(store, check_in(store, user, pin))

        def signed(movements: Sequence[str]) -> None:
            self._finish()
            done(movements)

        def failed(problem: Exception) -> None:
            if isinstance(problem, SignatureError) and self.modal is not None:
                self.modal.refuse(problem.problems[0])
                return
            self._finish()
            if isinstance(problem, RuleError):
                refused(problem)
            else:
                self._context.messages.show_failure(problem)

        self._context.ask(self, work, signed, failed)

    def _finish(self) -> None:
        modal, self.modal = self.modal, None
        if modal is not None:
            modal.finish()

    def _drop(self) -> None:
        modal, self.modal = self.modal, None
        if modal is not None:
            modal.deleteLater()
