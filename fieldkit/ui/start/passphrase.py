"""The passphrase that the key of the database is sealed by, where there is no keyring."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FieldKitError, KeyUnavailableError, Severity
from fieldkit.host.keys import MIN_PASSPHRASE
from fieldkit.ui.language import say, tr
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.entries import PasswordField
from fieldkit.ui.widgets.labels import IconText
from fieldkit.ui.widgets.path import EnterPath


class PassphraseScreen(StartScreen):
    """Asks for the passphrase that was chosen before."""

    given = Signal(str)
    forgotten = Signal()

    def __init__(self, *, has_escrow: bool = False) -> None:
        """`has_escrow`: whether the office's rescue key opens it too."""
        super().__init__(
            "passphrase",
            tr("Buka data laptop ini"),
            tr("Data di laptop ini terkunci. Ketik frasa sandi yang dipilih waktu FieldKit pertama dibuka."),
        )
        self.phrase = PasswordField(tr("Frasa sandi"))
        self.phrase.setObjectName("phrase")
        self.phrase.edited.connect(lambda _typed: self.phrase.clear_finding())
        self.phrase.entered.connect(self.press)
        self.forgotten_button = Button(tr("Lupa frasa sandi"), "quiet", key="Alt+L", press=self.forgotten.emit)
        bind(self.forgotten_button, "Alt+L", self.forgotten_button.click, everywhere=True)
        self.forgotten_button.setObjectName("passphrase_forgotten")
        if not has_escrow:
            self.forgotten_button.hide()
        self.arrange(self.phrase, accept=tr("Buka"), others=(self.forgotten_button,))

    def first_focus(self) -> QWidget:
        """The field."""
        return self.phrase

    def accept(self) -> None:
        """Try it."""
        self.clear_failure()
        if not self.phrase.value():
            self.phrase.set_finding(Severity.STOP, tr("Frasa sandi belum diketik."))
            self.phrase.focus_answer()
            return
        self.work_goes_on(tr("Frasa sandi sedang dicoba. Tunggu sebentar."))
        self.given.emit(self.phrase.value())

    def show_failure(self, error: FieldKitError) -> None:
        """A passphrase that does not fit is told beside its field, where it can be corrected."""
        if not isinstance(error, KeyUnavailableError):
            super().show_failure(error)
            return
        self.set_busy(on=False)
        self.phrase.set_finding(Severity.STOP, f"{say(error.title)} {say(error.advice)}")
        self.phrase.focus_answer()


class NewPassphraseScreen(StartScreen):
    """Has a passphrase chosen, typed twice."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            "new_passphrase",
            tr("Pilih frasa sandi"),
            tr(
                "Frasa sandi mengunci nama, NIK, dan nomor HP warga di laptop ini. "
                "Diketik setiap kali FieldKit dibuka, juga tanpa jaringan."
            ),
        )
        hint = tr("sedikitnya {n} huruf, misalnya empat kata", n=MIN_PASSPHRASE)
        self.phrase, self.again = PasswordField(tr("Frasa sandi"), hint=hint), PasswordField(tr("Ketik sekali lagi"))
        self.phrase.setObjectName("phrase")
        self.again.setObjectName("phrase_again")
        warning = IconText("warning", "", "second-strong", "warn", wrap=True, size=16)
        warning.set(
            tr(
                "Kalau lupa, hanya kunci darurat kantor yang membukanya, dan baru setelah laptop ini pernah sinkron. "
                "Tulis, lalu simpan terpisah dari laptop."
            ),
            "warn",
        )
        self.path = EnterPath([self.phrase, self.again], self.press)
        for field in (self.phrase, self.again):
            field.edited.connect(lambda _typed, field=field: field.clear_finding())
        self.arrange(self.phrase, self.again, warning, accept=tr("Kunci dengan frasa ini"))

    def first_focus(self) -> QWidget:
        """The first field."""
        return self.phrase

    def accept(self) -> None:
        """Take it if it is long enough and the same twice."""
        self.clear_failure()
        typed = self.phrase.value()
        if len(typed) < MIN_PASSPHRASE:
            words = tr("Frasa sandi baru {n} huruf, sedikitnya {least}. Pakai empat kata yang mudah diingat.",
                       n=len(typed), least=MIN_PASSPHRASE)  # fmt: skip
            self.phrase.set_finding(Severity.STOP, words)
            self.phrase.focus_answer()
        elif typed != self.again.value():
            self.again.set_finding(Severity.STOP, tr("Tidak sama dengan yang di atas. Ketik sekali lagi."))
            self.again.focus_answer()
        else:
            self.work_goes_on(tr("Kunci laptop ini sedang dibuat. Tunggu sebentar."))
            self.given.emit(typed)
