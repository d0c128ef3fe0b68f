"""The laptop's own key is lost, or nobody knows its passphrase: the office's rescue key gives it back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import Severity
from fieldkit.host.escrow import open_rescue_key, read_rescue_file
from fieldkit.host.folders import Folders
from fieldkit.host.keys import MIN_PASSPHRASE
from fieldkit.store.keeping.own_key import unlock
from fieldkit.ui.language import tr
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.start.rescue_fields import RescueFields
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.entries import PasswordField


@dataclass(frozen=True, slots=True)
class Unlocking:
    """What was typed."""

    file: Path
    words: str = field(repr=False)
    new_passphrase: str = field(default="", repr=False)


def unlock_with(folders: Folders, typed: Unlocking) -> None:
    """Give the laptop its key back; in the store lane."""
    rescue = open_rescue_key(read_rescue_file(typed.file), typed.words)
    unlock(folders, rescue, lambda: typed.new_passphrase)


class UnlockScreen(StartScreen):
    """Asks for the key of the office, and for a new passphrase where there is no keyring."""

    given = Signal(object)
    """Unlocking."""
    left = Signal()

    def __init__(self, *, needs_phrase: bool) -> None:
        super().__init__(
            "unlock",
            tr("Buka dengan kunci darurat kantor"),
            tr(
                "Semua data masih ada di laptop ini, terkunci. Orang kantor membuka kuncinya dengan berkas dari "
                "brankas; nomor, isian, dan yang menunggu dikirim tetap seperti semula."
            ),
        )
        self.rescue = RescueFields()
        hint = tr("sedikitnya {n} huruf, misalnya empat kata", n=MIN_PASSPHRASE)
        self.phrase = PasswordField(tr("Frasa sandi baru untuk laptop ini"), hint=hint)
        self.phrase.setObjectName("phrase")
        self.phrase.edited.connect(lambda _typed: self.phrase.clear_finding())
        self.phrase.entered.connect(self.press)
        if not needs_phrase:
            self.phrase.hide()
        self._needs_phrase = needs_phrase
        self.rescue.words.entered.connect(self.phrase.focus_answer if needs_phrase else self.press)
        back = Button(tr("Kembali"), "quiet", key=tr("Esc"), press=self.left.emit)
        back.setObjectName("unlock_back")
        self.arrange(self.rescue, self.phrase, accept=tr("Buka laptop ini"), key="Ctrl+Enter", others=(back,))
        bind(self, "Esc", back.click)

    def first_focus(self) -> QWidget:
        """The file."""
        return self.rescue.file

    def accept(self) -> None:
        """Try it."""
        self.clear_failure()
        if not self.rescue.is_complete():
            return
        if self._needs_phrase and len(self.phrase.value()) < MIN_PASSPHRASE:
            short = tr("Frasa sandi baru terlalu pendek. Pakai sedikitnya {n} huruf.", n=MIN_PASSPHRASE)
            self.phrase.set_finding(Severity.STOP, short)
            self.phrase.focus_answer()
            return
        self.work_goes_on(tr("Kunci laptop ini sedang dibuka. Tunggu sebentar."))
        self.given.emit(Unlocking(self.rescue.path(), self.rescue.words.value(), self.phrase.value()))
