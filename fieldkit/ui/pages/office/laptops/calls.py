"""Somebody without a line calls: what is read out is looked up, signed with the PIN, and answered by the centre."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from fieldkit.domain.errors import FieldKitError, Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.records.phone_codes import read_request
from fieldkit.records.wire import SignedQuestion
from fieldkit.sync.telephone import told_by_centre
from fieldkit.ui.context import Context
from fieldkit.ui.forms.signing import PinSigning, Question
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.laptops.call_form import CallForm, matter_words
from fieldkit.ui.pages.office.told_once import Telling
from fieldkit.work.orders.telephone import Call, call_about, sign_question


class Calls(QObject):
    """Answers one call at a time; the code goes to the screen and nowhere else."""

    found = Signal(str)
    """Whose laptop it is."""
    answered = Signal(object, str)
    """The call, and what is read back."""

    def __init__(self, context: Context, form: CallForm, signing: PinSigning) -> None:
        super().__init__(form)
        self._context, self._form, self._signing = context, form, signing
        self._says_offline = False
        form.request.edited.connect(self.look)
        context.sync.changed.connect(self._watch_line)

    def look(self, typed: str) -> None:
        """Say what is known of a request as soon as it is whole."""
        if read_request(typed) is None:
            self._form.show_call(None)
        else:
            self._ask_store(typed, partial(self._show, typed))

    def begin(self) -> None:
        """A call came in."""
        self.look(self._form.request.value())
        self._says_offline = not self._context.sync.state.is_online
        if self._says_offline:
            self._form.show_line(tr("Sedang offline. Jawaban hanya ada di pusat: sambungkan dulu, lalu tanda tangani."))

    def submit(self) -> None:
        """Sign what the call is about."""
        if self._form.save_button.isEnabled():
            typed = self._form.request.value()
            self._ask_store(typed, partial(self._sign, typed))

    def _watch_line(self) -> None:
        """The line is back: nothing stands in the way any more."""
        if self._says_offline and self._context.sync.state.is_online:
            self._says_offline = False
            self._form.show_line("")

    def _ask_store(self, typed: str, done: Callable[[Call], None]) -> None:
        store = self._context.store
        self._context.ask(self, lambda: call_about(store, typed), done, self._failed)

    def _show(self, typed: str, call: Call) -> None:
        if typed == self._form.request.value():
            self._form.show_call(call)
            self.found.emit(call.laptop.id)

    def _sign(self, typed: str, call: Call) -> None:
        if not self._form.voice.checked():
            self._form.show_problems(RuleError(_UNKNOWN_VOICE))
            return
        store = self._context.store
        question = Question(
            tr("Jawab {name}", name=f"{call.laptop.prefix} {call.laptop.name}"),
            tr("{what}. Pusat mencatat siapa yang menjawab.", what=matter_words(call)),
            tr("Tanda tangani"),
        )
        self._signing.ask(
            question,
            lambda signer: sign_question(store, typed, signer),
            partial(self._ask_centre, call),
            self._form.show_problems,
        )

    def _ask_centre(self, call: Call, signed: SignedQuestion) -> None:
        self._form.set_busy(on=True)
        self._says_offline = False
        self._form.show_line(tr("Menanyakan ke pusat, sesudah sinkron yang sedang jalan. Jangan tutup telepon."))
        sync = self._context.sync
        self._context.ask(
            self,
            lambda: sync.ask(lambda doorway: told_by_centre(doorway, signed)),
            partial(self._tell, call),
            self._failed,
            lane="network",
        )

    def _tell(self, call: Call, code: str) -> None:
        self._form.set_busy(on=False)
        self._form.show_line("")
        self.answered.emit(call, code)

    def _failed(self, problem: Exception) -> None:
        if isinstance(problem, RuleError):
            self._form.show_line("")
            self._form.show_problems(problem)
        elif isinstance(problem, FieldKitError):
            self._form.show_failure(problem)
        else:
            self._form.set_busy(on=False)
            raise problem


def read_back() -> Telling:
    """What is said beside a code that is read back."""
    return Telling(
        tr("Tidak disimpan di mana pun. Kalau perlu lagi, jawab permintaan yang sama sekali lagi."),
        tr("Sudah dibacakan"),
        tr("Layar terkunci, jawaban dihapus dari layar. Jawab permintaan yang sama sekali lagi."),
        is_copied=False,
    )


_UNKNOWN_VOICE = Problem(
    "voice", "unknown_voice", text("Kenali dulu suaranya, atau telepon balik ke nomor yang dikenal, lalu beri tanda.")
)
