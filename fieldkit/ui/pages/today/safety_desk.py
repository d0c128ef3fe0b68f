"""What is done about backups and keys: in the drawer of Today, and from the line of readiness."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.roles import LEADS
from fieldkit.store.keeping.backup import BackedUp, back_up_everywhere
from fieldkit.store.keeping.escrow import trust_rescue_key
from fieldkit.store.keeping.own_key import leave_to_keyring, seal_by_passphrase
from fieldkit.store.keeping.safety import Safety, check_again, choose_second_place, safety
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.today.safety_panel import SafetyPanel

T = TypeVar("T")
_LANE: Final = "paper"
"""One copy after the other, and nobody at the table waits for it."""


class SafetyDesk(QObject):
    """Copies and checks beside the store lane, so that nobody at the table waits for it, and says what came of it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._is_at_work = False
        self.panel = SafetyPanel(may_change=context.user.role in LEADS)
        panel = self.panel
        panel.backup_asked.connect(self.back_up)
        panel.stick_asked.connect(self._to_stick)
        panel.check_asked.connect(self._check)
        panel.second_asked.connect(self._choose_second)
        panel.trusted.connect(self._trust)
        panel.phrase_chosen.connect(self._use_phrase)
        panel.keyring_chosen.connect(self._use_keyring)
        panel.restore_asked.connect(context.messages.window.restore_asked)

    def refresh(self) -> None:
        """Look again."""
        store, folders, now = self._context.store, self._context.folders, self._context.clock.now_utc()

        def show(found: Safety) -> None:
            if not self._is_at_work:
                self.panel.show_safety(found, now)

        self._context.ask(self, lambda: safety(store, folders), show)

    def back_up(self) -> None:
        """A copy of everything, checked, now."""
        self._back_up(None)

    def _to_stick(self) -> None:
        store, folders = self._context.store, self._context.folders

        def ask() -> Path | None:
            return safety(store, folders).stick

        self._context.ask(self, ask, self._back_up)

    def _back_up(self, stick: Path | None) -> None:
        store, folders = self._context.store, self._context.folders
        self._work(
            tr("Cadangan sedang dibuat, lalu diperiksa. Pekerjaan di meja jalan terus; USB jangan dicabut dulu."),
            lambda: back_up_everywhere(store, folders, stick),
            self._backed_up,
        )

    def _work(self, words: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """What takes long: told while it lasts, and not taken twice."""
        if self._is_at_work:
            return
        self._is_at_work = True
        self.panel.show_work(words)

        def ended(result: T) -> None:
            self._is_at_work = False
            done(result)

        self._context.ask(self, work, ended, self._failed, lane=_LANE)

    def _failed(self, problem: Exception) -> None:
        self._is_at_work = False
        self.refresh()
        self._context.messages.show_failure(problem)

    def _backed_up(self, made: BackedUp) -> None:
        self.refresh()
        if made.problem is not None:
            self._context.messages.show_error(made.problem)
        elif made.second is not None:
            said = tr(
                "Di laptop ini dan di {folder}; keduanya sudah dibuka dan diperiksa.", folder=str(made.second.parent)
            )
            self._context.done(tr("Cadangan dibuat di dua tempat"), said)
        else:
            said = tr("Sudah dibuka dan diperiksa. Salin ke USB kalau laptop ini akan ditinggal.")
            self._context.done(tr("Cadangan dibuat"), said)

    def _check(self, path: str) -> None:
        store = self._context.store

        def checked(last_number: int) -> None:
            self.refresh()
            self._context.done(tr("Cadangan itu utuh"), tr("Sampai perubahan {n}.", n=count(last_number)))

        words = tr("Cadangan sedang dibuka dan diperiksa. Pekerjaan di meja jalan terus.")
        self._work(words, lambda: check_again(store, Path(path)), checked)

    def _choose_second(self) -> None:
        name = QFileDialog.getExistingDirectory(self._page, tr("Tempat kedua untuk cadangan"))
        if name:
            self._then(
                lambda: choose_second_place(self._context.folders, name),
                tr("Tempat kedua dipilih"),
                tr("Tiap cadangan disalin ke sana juga, dan dibuka untuk diperiksa."),
            )

    def _trust(self, shown: str) -> None:
        store = self._context.store
        self._then(
            lambda: store.execute(trust_rescue_key, shown),
            tr("Sidik kunci darurat dicocokkan"),
            tr("Kunci laptop ini dikunci untuknya saat sinkron berikutnya."),
        )

    def _use_phrase(self, phrase: str) -> None:
        store, folders = self._context.store, self._context.folders
        self._then(
            lambda: seal_by_passphrase(store, folders, phrase),
            tr("Data dikunci dengan frasa sandi"),
            tr(
                "Ditanyakan tiap FieldKit dibuka. Cadangan yang sedang tidak terpasang tetap dibuka frasa lama, "
                "dan lewat itu data ini juga: hapus kalau frasa itu bocor."
            ),
        )

    def _use_keyring(self) -> None:
        store, folders = self._context.store, self._context.folders
        self._then(
            lambda: leave_to_keyring(store, folders),
            tr("Data dibuka oleh akun laptop ini"),
            tr("Siapa pun yang masuk ke akun ini bisa membuka data. Kunci layar kalau laptop ditinggal."),
        )

    def _then(self, work: Callable[[], None], title: str, said: str) -> None:
        def done(_none: None) -> None:
            self.panel.ask_phrase(on=False)
            self.refresh()
            self._context.done(title, said)

        self._context.ask(self, work, done, self._refused, lane=_LANE)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, FieldKitError) and self.panel.is_asking():
            self.panel.show_failure(problem)
        else:
            self._context.messages.show_failure(problem)
