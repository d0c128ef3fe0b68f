"""The PIN of one person, or the first one with the code of the office."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FieldKitError, Problem, RuleError
from fieldkit.domain.roles import role_label
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.entries import PinField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, row
from fieldkit.ui.widgets.painted import announce
from fieldkit.ui.widgets.path import EnterPath

_TICK_MS: Final = 500
_WORDS_AFTER_MS: Final = 400
_SAID_BY_THE_COUNT: Final = ("wrong_pin", "waiting")


class PinStep(QWidget):
    """The PIN of one person, or the code and a new PIN; after too many wrong ones the wait as a count."""

    asked = Signal(str, object)
    """PIN, and the code of the office or None."""
    left = Signal()
    forgot = Signal()
    """The PIN is not known any more, or there is no time to wait."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._is_first, self._wait_until_s = False, 0.0
        self._title, self._name = Label("", "card"), Label("", "person", elide=True)
        self._name.setObjectName("signing_in")
        self.code = TextField(tr("Kode awal"), hint=tr("dari kantor, sekali pakai"))
        self.pin, self.again = PinField(tr("PIN")), PinField(tr("PIN sekali lagi"))
        self.wait = IconText("clock", "", "second-strong", "warn", size=16)
        self.line = IconText("warning-circle", "", "second-strong", "err", wrap=True, size=16)
        self.forgot_button = Button(tr("Lupa PIN"), "quiet", key="Alt+L", press=self.forgot.emit)
        self.back_button = Button(tr("Ganti orang"), "quiet", key=tr("Esc"), press=self.left.emit)
        self.enter_button = Button(tr("Masuk"), "primary", key=tr("Enter"), size="main", press=self.submit)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._slow = QTimer(self, singleShot=True, interval=_WORDS_AFTER_MS)
        self._arrange()
        self._listen()

    def show_person(self, user: AppUser, *, is_locked: bool) -> None:
        """Ask this person."""
        self._is_first = not user.has_pin
        self._title.set_text(tr("Layar terkunci, isian tetap ada") if is_locked else say(role_label(user.role)))
        self._name.set_text(user.name)
        self.code.setVisible(self._is_first)
        self.again.setVisible(self._is_first)
        self.forgot_button.setVisible(not self._is_first)
        self.pin.set_label(tr("PIN baru") if self._is_first else tr("PIN"))
        self.pin.set_hint(tr("6 angka, tidak berurutan") if self._is_first else tr("6 angka"))
        self.enter_button.set_text(tr("Buat PIN dan masuk") if self._is_first else tr("Masuk"))
        self.show_wait(0)
        self._clear()

    def focus_first(self) -> None:
        """To the first thing to type."""
        (self.code if self._is_first else self.pin).focus_answer()

    def submit(self) -> None:
        """Try what was typed."""
        if self._timer.isActive() or not self.enter_button.isEnabled():
            return
        problems = self._own_problems()
        if problems:
            self.show_problem(RuleError(*problems))
            return
        self.enter_button.setEnabled(False)
        self._slow.start()
        self.asked.emit(self.pin.value(), self.code.value() if self._is_first else None)

    def show_refusal(self, problem: RuleError, wait_s: int) -> None:
        """It was not right; where that brings a wait, the count says both, and no line beside it says to go on."""
        if not wait_s or problem.problems[0].code not in _SAID_BY_THE_COUNT:
            self.show_problem(problem)
        else:
            self._clear()
        if wait_s:
            self.show_wait(wait_s)
            announce(self, self.wait.text(), urgent=True)

    def show_problem(self, problem: RuleError) -> None:
        """It was not right: beside the field, which is empty again."""
        self._rest()
        fields = {"code": self.code, "pin": self.pin, "again": self.again}
        if not self._is_first:
            self.pin.set_value("")
        show_problems(fields, problem)
        others = [say(found.message) for found in problem.problems if found.field not in fields]
        self._show_line(" ".join(others))

    def show_failure(self, error: FieldKitError) -> None:
        """Something else stood in the way."""
        self._rest()
        self._show_line(f"{say(error.title)} {say(error.advice)}")

    def show_set_back(self, *, has_new_pin: bool) -> None:
        """What somebody forgot, or had to wait for, is settled: what to type now."""
        words = (
            tr("PIN baru berlaku. Ketik untuk masuk.") if has_new_pin else tr("Tidak perlu menunggu lagi. Ketik PIN.")
        )
        self.line.set(words, "ok")
        self.line.show()

    def show_wait(self, wait_s: int) -> None:
        """Count down until the next try is taken."""
        self._wait_until_s = self._clock.monotonic_s() + wait_s
        self._timer.start()
        self._count()

    def _arrange(self) -> None:
        parts = {"start_code": self.code, "pin": self.pin, "pin_again": self.again, "wait": self.wait}
        parts |= {"sign_in_line": self.line, "enter": self.enter_button, "back": self.back_button}
        parts |= {"forgot": self.forgot_button}
        for name, part in parts.items():
            part.setObjectName(name)
        self.wait.hide()
        self.line.hide()
        column(
            column(self._title, self._name, gap=2),
            *(self.code, self.pin, self.again, self.wait, self.line),
            row(self.back_button, self.forgot_button, None, self.enter_button),
            None,
            gap=12,
            inside=self,
        )

    def _listen(self) -> None:
        self.path = EnterPath([self.code, self.pin, self.again], self.submit)
        self._timer.timeout.connect(self._count)
        self._slow.timeout.connect(self._say_what_is_waited_for)
        bind(self, "Alt+L", lambda: None if self._is_first else self.forgot.emit())
        for field in (self.code, self.pin, self.again):
            field.edited.connect(field.clear_finding)

    def _own_problems(self) -> list[Problem]:
        if not self.pin.value():
            return [Problem("pin", "no_pin", text("PIN belum diketik."))]
        if self._is_first and self.pin.value() != self.again.value():
            message = text("Kedua PIN tidak sama. Ketik sekali lagi PIN yang di atas.")
            return [Problem("again", "different", message)]
        return []

    def _count(self) -> None:
        left_s = ceil(self._wait_until_s - self._clock.monotonic_s())
        waits = left_s > 0
        self.wait.set(tr("PIN terlalu sering salah. Coba lagi {s} detik lagi.", s=left_s), "warn", "clock")
        self.wait.setVisible(waits)
        was_waiting = self.pin.line.isReadOnly()
        self.pin.set_read_only(waits)
        if not waits:
            self._timer.stop()
        if was_waiting and not waits:
            self.pin.clear_finding()
            self.pin.focus_answer()

    def _clear(self) -> None:
        for field in (self.code, self.pin, self.again):
            field.set_value("")
            field.clear_finding()
        self._rest()
        self._show_line("")

    def _rest(self) -> None:
        self._slow.stop()
        self.enter_button.setEnabled(True)

    def _say_what_is_waited_for(self) -> None:
        words = tr("FieldKit menyelesaikan pekerjaan lain dulu, lalu PIN ini diperiksa. Tidak perlu mengetik lagi.")
        self.line.set(words, "info", "clock")
        self.line.show()
        announce(self, words)

    def _show_line(self, words: str) -> None:
        self.line.set(words, "err")
        self.line.setVisible(bool(words))
