"""What keeps the start from going on, told where it can be mended, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from fieldkit.domain.errors import (
    CorruptError,
    FieldKitError,
    KeyLostError,
    KeyUnavailableError,
    MissingError,
    StoreError,
    TooNewError,
    UpgradeError,
)
from fieldkit.domain.text import text
from fieldkit.host.clock import Clock
from fieldkit.host.computer import ThisComputer
from fieldkit.host.folders import Folders
from fieldkit.store.keeping.offered import offered_backups
from fieldkit.store.keeping.places import database_file, escrow_file
from fieldkit.ui.language import tr
from fieldkit.ui.start.enrolment import EnrolScreen
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.start.passphrase import NewPassphraseScreen, PassphraseScreen
from fieldkit.ui.start.stage import Stage
from fieldkit.ui.start.trouble import TroubleScreen, last_backup_words
from fieldkit.ui.threads import LanesLike

if TYPE_CHECKING:
    from fieldkit.checkup.look import Laptop


class Troubles(QObject):
    """Says each trouble on the screen that brought it, else on one of its own; where to go from there is a signal."""

    again = Signal()
    restore_asked = Signal()
    rescue_asked = Signal()
    passphrase_asked = Signal()
    """The key is to be wrapped by a passphrase from now on."""
    anew_asked = Signal()
    """Begin as a new laptop: what was here is gone."""

    def __init__(self, stage: Stage, folders: Folders, lanes: LanesLike, clock: Clock) -> None:
        super().__init__(stage)
        self._stage, self._folders, self._lanes, self._clock = stage, folders, lanes, clock
        self.passphrase = ""
        """What was typed, while the data do not open: whoever helps may look into them with it."""

    def refused(self, problem: Exception) -> None:
        """Told below what was typed, where it can be corrected."""
        if isinstance(problem, FieldKitError) and self._stage.screen is not None:
            self._stage.screen.show_failure(problem)
        else:
            self.met(problem)

    def met(self, problem: Exception) -> None:
        """Told where it is best told; a fault of the program is told too, and raised again."""
        error, screen = problem if isinstance(problem, FieldKitError) else _fault(), self._stage.screen
        if screen is not None and _can_be_told_there(screen, error):
            screen.show_failure(error)
        elif isinstance(error, CorruptError):
            self._look_for_backups(error)
        else:
            self._show(error)
        if error is not problem:
            raise problem

    def tell(self, error: FieldKitError) -> None:
        """Not even the folders can be had: say so."""
        screen = TroubleScreen()
        screen.show_error(error, can_retry=False)
        self._lead_on(screen, lambda: self.tell(error))

    def _look_for_backups(self, error: CorruptError) -> None:
        def show(backups: str) -> None:
            self._show(error, backups)

        work = partial(offered_backups, self._folders)
        self._lanes.run("store", work, lambda found: show(last_backup_words(found)), lambda _problem: show(""), self)

    def _show(self, error: FieldKitError, backups: str = "") -> None:
        screen = TroubleScreen()
        screen.show_backups(backups)
        if isinstance(error, CorruptError):
            is_gone = isinstance(error, MissingError)
            again = tr("Mulai sebagai laptop baru") if is_gone else tr("Coba lagi")
            screen.show_error(error, help_=tr("Pulihkan cadangan"), other=again)
            screen.helped.connect(self.restore_asked)
            screen.other.connect(self.anew_asked if is_gone else self.again)
        elif isinstance(error, KeyUnavailableError):
            self._show_lost_key(screen, error)
        elif isinstance(error, TooNewError | UpgradeError):
            screen.show_error(error, other=tr("Pulihkan cadangan"))
            screen.other.connect(self.restore_asked)
        else:
            screen.show_error(error)
        self._lead_on(screen, lambda: self._show(error, backups))

    def _show_lost_key(self, screen: TroubleScreen, error: KeyUnavailableError) -> None:
        is_lost = isinstance(error, KeyLostError)
        caption, way = self._way_to_key(is_lost=is_lost)
        screen.show_error(error, help_=caption if is_lost else "", other="" if is_lost else caption)
        screen.helped.connect(way)
        screen.other.connect(way)

    def _way_to_key(self, *, is_lost: bool) -> tuple[str, SignalInstance]:
        """A passphrase where nothing is there yet; the rescue key, or a backup, where there is something to open."""
        if not database_file(self._folders).exists():
            return tr("Pakai frasa sandi"), self.passphrase_asked
        if escrow_file(self._folders).exists():
            return tr("Buka dengan kunci darurat"), self.rescue_asked
        return tr("Pulihkan cadangan") if is_lost else "", self.restore_asked

    def _lead_on(self, screen: TroubleScreen, come_back: Callable[[], None]) -> None:
        """The ways that lead out of every trouble; one of them comes back to it."""
        screen.again.connect(self.again)
        screen.closed.connect(self._stage.window.close)
        screen.support_asked.connect(lambda: self._prepare_support(come_back))
        self._stage.show(screen)

    def _prepare_support(self, come_back: Callable[[], None]) -> None:
        from fieldkit.ui.start.support import SupportScreen

        screen = SupportScreen(self._laptop, self._lanes)
        screen.left.connect(come_back)
        self._stage.show(screen)
        screen.begin()

    def _laptop(self, is_over: Callable[[], bool]) -> Laptop:
        from fieldkit.checkup.look import Laptop
        from fieldkit.store.keeping.looking import key_to_look, reader

        folders, typed = self._folders, self.passphrase
        return Laptop(
            folders,
            ThisComputer(),
            self._clock,
            lambda: reader(database_file(folders), key_to_look(folders, lambda: typed), is_over),
        )


def _can_be_told_there(screen: StartScreen, error: FieldKitError) -> bool:
    """Whether the screen can say it beside what was typed, so that nothing has to be typed again."""
    if isinstance(screen, PassphraseScreen | NewPassphraseScreen):
        return isinstance(error, KeyUnavailableError)
    return isinstance(screen, EnrolScreen)


def _fault() -> StoreError:
    return StoreError(
        text("FieldKit berhenti di tengah jalan."),
        text("Yang sudah tersimpan tetap utuh. Tutup lalu buka lagi; kalau terulang, kirim log ke kantor."),
    )
