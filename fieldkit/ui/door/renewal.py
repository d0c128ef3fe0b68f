"""This laptop was out of touch for too long: how it is opened again, and how what waits here goes home meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FieldKitError, Problem, RuleError
from fieldkit.domain.lease import LeaseStanding
from fieldkit.domain.text import text
from fieldkit.ui.door.read_out import ReadOut
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.sync_driver import SyncState
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, row
from fieldkit.ui.widgets.path import EnterPath


class RenewalStep(QWidget):
    """What is read out to the office and what it answers; beside it the roads for what waits."""

    asked = Signal(str)
    sync_asked = Signal()
    bundle_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._what, self._waiting = Label("", "body", wrap=True), Label("", "body", wrap=True)
        self._shift = Label(
            tr("Shift masih terbuka. Begitu laptop dibuka lagi, masuk dan tutup shift itu; isiannya utuh."),
            "body",
            "warn",
            wrap=True,
        )
        self.read_out = ReadOut(tr("Tanpa internet: telepon kantor, bacakan kode ini, lalu ketik jawabannya."))
        self._unprepared = Label(
            tr("Laptop ini tidak punya bekal kode telepon, jadi hanya bisa dibuka dengan sinkron."),
            "body",
            wrap=True,
        )
        self.code = TextField(tr("Jawaban kantor"), hint=tr("12 huruf dan angka, sekali pakai"))
        self.line = IconText("warning-circle", "", "second-strong", "err", wrap=True, size=16)
        self.news = IconText("info", "", "second-strong", "info", wrap=True, size=16)
        self.sync_button = Button(tr("Sinkronkan"), "plain", key="F9", press=self.sync_asked.emit)
        self.bundle_button = Button(tr("Simpan kiriman USB"), "plain", key="Alt+U", press=self.bundle_asked.emit)
        self.enter_button = Button(tr("Buka lagi"), "primary", key=tr("Enter"), size="main", press=self.submit)
        self._arrange()
        self._listen()

    def show_standing(self, standing: LeaseStanding, spoken: str, waiting: int) -> None:
        """Since when nobody was reached, what to read out, and how much waits; what is typed stays."""
        self._what.set_text(
            tr(
                "Sudah {n} hari laptop ini tidak terhubung ke pusat, batasnya {most} hari. Daftar dan isian tidak "
                "dibuka dulu. Tidak ada yang hilang.",
                n=count(standing.silent_days),
                most=count(standing.days),
            )
        )
        self._shift.setVisible(standing.has_shift)
        self._waiting.set_text(
            tr("{n} perubahan belum terkirim; semuanya tetap bisa dikirim dari sini.", n=count(waiting))
            if waiting
            else tr("Semua pekerjaan di laptop ini sudah terkirim.")
        )
        self.bundle_button.setVisible(bool(waiting))
        self._show_call(spoken)

    def focus_first(self) -> None:
        """To the first thing to type, or to do."""
        if self.code.isHidden():
            self.sync_button.setFocus()
        else:
            self.code.focus_answer()

    def submit(self) -> None:
        """Try what was typed."""
        if not self.code.value().strip():
            self.show_problem(RuleError(Problem("code", "no_code", text("Ketik jawaban yang dibacakan kantor."))))
        elif self.enter_button.isEnabled():
            self.enter_button.setEnabled(False)
            self.asked.emit(self.code.value())

    def show_renewed(self) -> None:
        """It opens again."""
        self.enter_button.setEnabled(True)
        self.code.set_value("")
        self.code.clear_finding()
        self._show_line("")

    def show_problem(self, problem: RuleError) -> None:
        """It was not right: beside the field, where it can be mended."""
        self.enter_button.setEnabled(True)
        show_problems({"code": self.code}, problem)

    def show_failure(self, error: FieldKitError) -> None:
        """Something else stood in the way."""
        self.enter_button.setEnabled(True)
        self._show_line(f"{say(error.title)} {say(error.advice)}")

    def show_sync(self, state: SyncState) -> None:
        """How the line stands."""
        self.sync_button.setEnabled(not state.is_running)
        if state.is_running:
            self.show_news(tr("Menghubungi pusat. Begitu tersambung, layar ini terbuka sendiri."))
        elif state.cause is not None:
            self.show_news(f"{say(state.cause.title)} {say(state.cause.advice)}")

    def show_news(self, words: str) -> None:
        """What came of a road."""
        self.news.set(words, "info")
        self.news.setVisible(bool(words))

    def _show_call(self, spoken: str) -> None:
        self.read_out.show_code(spoken)
        for part in (self.code, self.enter_button):
            part.setVisible(bool(spoken))
        self._unprepared.setVisible(not spoken)

    def _arrange(self) -> None:
        parts: dict[str, QWidget] = {"phone_code": self.code}
        parts |= {"renewal_line": self.line, "renewal_news": self.news, "renew": self.enter_button}
        parts |= {"renewal_shift": self._shift}
        parts |= {"renewal_sync": self.sync_button, "renewal_bundle": self.bundle_button}
        for name, part in parts.items():
            part.setObjectName(name)
        for part in (self.line, self.news, self._shift):
            part.hide()
        column(
            Label(tr("Laptop ini harus terhubung dulu"), "card"),
            self._what,
            self._shift,
            self._waiting,
            row(self.sync_button, self.bundle_button, None),
            self.news,
            self._unprepared,
            self.read_out,
            self.code,
            self.line,
            row(None, self.enter_button),
            None,
            gap=12,
            inside=self,
        )

    def _listen(self) -> None:
        self.path = EnterPath([self.code], self.submit)
        self.code.edited.connect(self.code.clear_finding)
        bind(self, "F9", self._press_sync)
        bind(self, "Alt+U", lambda: self.bundle_asked.emit() if self.bundle_button.isVisible() else None)

    def _press_sync(self) -> None:
        if self.sync_button.isEnabled():
            self.sync_asked.emit()

    def _show_line(self, words: str) -> None:
        self.line.set(words, "err")
        self.line.setVisible(bool(words))
