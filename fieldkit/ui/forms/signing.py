"""What is signed with the PIN: the question for it, and one signature at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fieldkit.domain.errors import Problem, RuleError, SignatureError
from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.entries import PinField
from fieldkit.ui.widgets.overlays import Modal
from fieldkit.work.sign_in import Signer, check_in

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """What is said where the PIN is asked for; `accept` is what the filled button does."""

    title: str
    what: str
    accept: str


class SignModal(Modal):
    """Asks for the PIN; stays where it is while the PIN is not right."""

    pin_given = Signal(str)

    def __init__(self, parent: QWidget, question: Question, signer: str) -> None:
        super().__init__(parent, question.title, question.what, accept=question.accept, other=tr("Batal"), tone="info")
        self._is_through = False
        self.pin = PinField(tr("PIN {name}", name=signer))
        self.pin.setObjectName("sign_pin")
        self.pin.entered.connect(self.accept_button.click)
        self.pin.edited.connect(lambda _typed: self.pin.clear_finding())
        self.body.addWidget(self.pin)
        self.setObjectName("sign_modal")
        self.pin.focus_answer()

    def done(self, result: int) -> None:
        """The filled button hands the PIN over; only a right one lets the modal go."""
        if result == QDialog.DialogCode.Accepted and not self._is_through:
            self.accept_button.setEnabled(False)
            self.pin_given.emit(self.pin.value())
            return
        super().done(result)

    def cover(self) -> None:
        """Half a PIN is typed anew."""
        self.pin.set_value("")
        super().cover()

    def refuse(self, problem: Problem) -> None:
        """The PIN was not right: said beside it, to be typed again."""
        self.accept_button.setEnabled(True)
        self.pin.set_value("")
        self.pin.show_problem(problem)
        self.pin.focus_answer()

    def finish(self) -> None:
        """Go away: it is signed, or can not be."""
        self._is_through = True
        self.done(QDialog.DialogCode.Accepted)
        self.deleteLater()


class PinSigning(QObject):
    """Asks for the PIN until it is right, and does what is signed by it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.modal: SignModal | None = None

    def ask(
        self,
        question: Question,
        work: Callable[[Signer], T],
        done: Callable[[T], None],
        refused: Callable[[RuleError], None] | None = None,
    ) -> None:
        """A wrong PIN is said beside it; what else keeps it from being signed goes to `refused`, or is shown."""
        modal = SignModal(self._page.window(), question, self._context.user.name)
        modal.pin_given.connect(lambda pin: self._sign(pin, work, done, refused or self._context.messages.show_error))
        modal.rejected.connect(self._drop)
        self.modal = modal
        modal.open()
        modal.pin.focus_answer()

    def _sign(
        self,
        pin: str,
        work: Callable[[Signer], T],
        done: Callable[[T], None],
        refused: Callable[[RuleError], None],
    ) -> None:
        store, user = self._context.store, self._context.user.id

        def signed(result: T) -> None:
            self._finish()
            done(result)

        def failed(problem: Exception) -> None:
            if isinstance(problem, SignatureError) and self.modal is not None:
                self.modal.refuse(problem.problems[0])
                return
            self._finish()
            if isinstance(problem, RuleError):
                refused(problem)
            else:
                self._context.messages.show_failure(problem)

        self._context.ask(self, lambda: work(check_in(store, user, pin)), signed, failed)

    def _finish(self) -> None:
        modal, self.modal = self.modal, None
        if modal is not None:
            modal.finish()

    def _drop(self) -> None:
        modal, self.modal = self.modal, None
        if modal is not None:
            modal.deleteLater()
