"""A desk whose forms are orders: an admin signs them with the PIN, and a code is told once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from fieldkit.domain.roles import ADMINS
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.forms.signing import PinSigning, Question
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.form_desk import FormDesk
from fieldkit.ui.pages.office.told_once import CodeModal, tell_code
from fieldkit.work.orders.users import CodeGiven
from fieldkit.work.sign_in import Signer

T = TypeVar("T")


class SigningDesk(FormDesk):
    """Signs what a form or a key asks for, and says when it will hold."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._may_order = context.user.role in ADMINS
        self.signing = PinSigning(context, self)
        self.told: CodeModal | None = None

    def _sign(
        self,
        question: Question,
        work: Callable[[Signer], T],
        done: Callable[[T], None],
        form: DrawerForm | None = None,
    ) -> None:
        """Sign; what hinders it is said in the form, whose draft goes once it is signed."""
        if form is None:
            self.signing.ask(question, work, done)
            return
        self.signing.ask(
            question, work, lambda signed: self._saver.save(form, lambda: signed, done), form.show_problems
        )

    def _done(self, title: str) -> None:
        self._close_forms()
        self._context.messages.done(title, tr("Berlaku sesudah sinkron."))
        self.shown()

    def _tell(self, title: str, what: str, given: CodeGiven) -> None:
        """Show the code of whom or what it is for, selected in the table."""
        self._close_forms()
        self.refresh()
        self._table.select(given.subject)
        self.told = tell_code(self.window(), title, what, given.code)
