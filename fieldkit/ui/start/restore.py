"""A backup is chosen and put in place: after damage, on demand, or on another laptop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.domain.errors import Severity
from fieldkit.host.escrow import open_rescue_key, read_rescue_file
from fieldkit.host.folders import Folders
from fieldkit.host.keys import MIN_PASSPHRASE
from fieldkit.store.keeping.notes import BACKUP_SUFFIX, BackupNote, Opens
from fieldkit.store.keeping.offered import Offered, OwnPhrase, Place
from fieldkit.store.keeping.restore import OtherKeys, Restored, restore
from fieldkit.ui.formats import clock, count, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.start.rescue_fields import RescueFields
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import PasswordField
from fieldkit.ui.widgets.labels import IconText, Label

_WIDTH: Final = 600
"""A backup is told from the others by all that is said of it, also at large text."""


@dataclass(frozen=True, slots=True)
class Restoring:
    """What was chosen and typed."""

    backup: Path
    own_phrase: str = field(default="", repr=False)
    passphrase: str = field(default="", repr=False)
    rescue_file: Path | None = None
    rescue_words: str = field(default="", repr=False)


def restore_with(folders: Folders, typed: Restoring) -> Restored:
    """Put it in place; in the store lane."""
    rescue = None
    if typed.rescue_file is not None:
        rescue = open_rescue_key(read_rescue_file(typed.rescue_file), typed.rescue_words)
    own = typed.own_phrase or typed.passphrase
    return restore(folders, typed.backup, lambda: own, OtherKeys(typed.passphrase, rescue))


class RestoreScreen(StartScreen):
    """The backups that there are, the latest work first, and what opens the one that is chosen."""

    chosen = Signal(object)
    """Restoring."""
    file_asked = Signal(object)
    """Path of another backup."""
    left = Signal()

    def __init__(self, offered: Sequence[Offered]) -> None:
        super().__init__(
            "restore",
            tr("Pulihkan cadangan"),
            tr("Data yang sekarang tidak ditimpa: disimpan di sampingnya. Yang paling lengkap ada di atas."),
            width=_WIDTH,
        )
        self._offered: list[Offered] = []
        self.backups = ChoiceGroup(tr("Cadangan"), [], columns=1)
        self.backups.setObjectName("restore_backups")
        self.opens = Label("", "second", wrap=True)
        self.opens.setObjectName("restore_opens")
        self.own, self.phrase = PasswordField(""), PasswordField(tr("Frasa sandi laptop asalnya"))
        self.own.setObjectName("own_phrase")
        self.phrase.setObjectName("phrase")
        self.rescue = RescueFields()
        other = Button(tr("Berkas lain"), key="Ctrl+O", press=self._find)
        other.setObjectName("restore_other")
        back = Button(tr("Kembali"), "quiet", key=tr("Esc"), press=self.left.emit)
        back.setObjectName("restore_back")
        for entry in (self.own, self.phrase):
            entry.edited.connect(lambda _typed, entry=entry: entry.clear_finding())
            entry.entered.connect(self.press)
        self.rescue.words.entered.connect(self.press)
        self.backups.chosen.connect(lambda _id: self._show_keys())
        self.arrange(
            self.backups, self.opens, self.phrase, self.rescue, self.own,
            accept=tr("Pasang"), key="Ctrl+Enter", others=(back, other),
        )  # fmt: skip
        bind(self, "Esc", back.click)
        bind(self, "Ctrl+O", other.click)
        self.offer(offered)

    def first_focus(self) -> QWidget:
        """The first backup."""
        return self.backups.answer_widget() if self._offered else self.accept_button

    def offer(self, offered: Sequence[Offered]) -> None:
        """Show these, the first one chosen; what was found later comes in front."""
        found = {each.backup.path for each in offered}
        self._offered = [*offered, *(each for each in self._offered if each.backup.path not in found)]
        self.backups.set_choices(
            [Choice(str(each.backup.path), backup_words(each), "hard-drive") for each in self._offered]
        )
        self.backups.setVisible(bool(self._offered))
        if self._offered:
            self.backups.set_value(str(self._offered[0].backup.path))
        self._show_keys()

    def accept(self) -> None:
        """Put it in place, once everything is there that opens it."""
        self.clear_failure()
        offered = self._selected()
        if offered is None:
            self._find()
            return
        if not self._is_complete(offered):
            return
        by_rescue = offered.opens is Opens.RESCUE
        self.work_goes_on(tr("Cadangan sedang diperiksa dan dipasang. Tunggu, jangan matikan laptop."))
        self.chosen.emit(
            Restoring(
                offered.backup.path,
                self.own.value() if not self.own.isHidden() else "",
                self.phrase.value() if not self.phrase.isHidden() else "",
                self.rescue.path() if by_rescue else None,
                self.rescue.words.value() if by_rescue else "",
            )
        )

    def _selected(self) -> Offered | None:
        return next((each for each in self._offered if str(each.backup.path) == self.backups.value()), None)

    def _show_keys(self) -> None:
        offered = self._selected()
        self.clear_failure()
        self.opens.set_text(opens_words(offered))
        self.phrase.setVisible(offered is not None and offered.opens is Opens.PASSPHRASE)
        self.rescue.setVisible(offered is not None and offered.opens is Opens.RESCUE)
        self.own.setVisible(offered is not None and _asks_own(offered))
        is_new = offered is not None and offered.own_phrase is OwnPhrase.NEW
        self.own.set_label(tr("Frasa sandi baru untuk laptop ini") if is_new else tr("Frasa sandi laptop ini"))
        self.accept_button.set_text(tr("Pasang") if offered else tr("Cari cadangan"))

    def _is_complete(self, offered: Offered) -> bool:
        if offered.opens is Opens.RESCUE and not self.rescue.is_complete():
            return False
        least = MIN_PASSPHRASE if offered.own_phrase is OwnPhrase.NEW else 1
        for entry, shortest in ((self.phrase, 1), (self.own, least)):
            if not entry.isHidden() and len(entry.value()) < shortest:
                entry.set_finding(Severity.STOP, tr("Ketik sedikitnya {n} huruf.", n=shortest))
                entry.focus_answer()
                return False
        return True

    def _find(self) -> None:
        kinds = f"{tr('Cadangan')} (*{BACKUP_SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self, tr("Pilih cadangan"), "", kinds)
        if name:
            self.file_asked.emit(Path(name))


class RestoredScreen(StartScreen):
    """It is in place: what is there, what is not, and what comes next."""

    done = Signal()

    def __init__(self, restored: Restored) -> None:
        super().__init__(
            "restored",
            tr("Cadangan sudah terpasang"),
            tr(
                "Yang dicatat sesudah cadangan ini dan belum terkirim tidak ada di sini. Sinkronkan begitu ada "
                "jaringan, lalu cocokkan nomor antrean dengan kertas. Yang sudah terkirim kembali sendiri dari pusat."
            ),
        )
        known = IconText("check-circle", "", "second-strong", "ok", wrap=True, size=16)
        known.setObjectName("restored_known")
        known.set(restored_words(restored), "warn" if restored.is_of_another else "ok")
        if restored.note is None:
            known.hide()
        aside = Label("", "second", wrap=True)
        aside.setObjectName("restored_aside")
        if restored.aside is None:
            aside.hide()
        else:
            aside.set_text(say(restored.aside.told))
        self.arrange(known, aside, accept=tr("Lanjut"))

    def accept(self) -> None:
        """Go on with it."""
        self.done.emit()


def restored_words(restored: Restored) -> str:
    """Which backup it is; of another laptop also what becomes of that one, which must not go on beside this."""
    if restored.note is None:
        return ""
    laptop, made = made_words(restored.note)
    about = {"laptop": laptop, "made": made}
    if not restored.is_of_another:
        return tr("Laptop {laptop} seperti pada {made}.", **about)
    return tr(
        "Laptop ini sekarang meneruskan {laptop}, seperti pada {made}. Jangan bekerja lagi di laptop {laptop} yang "
        "lama; bawa ke kantor.",
        **about,
    )


def made_words(note: BackupNote) -> tuple[str, str]:
    """Which laptop a backup is of, and when it was made."""
    at = datetime.fromtimestamp(note.made_ms / 1000, ZoneInfo(note.time_zone))
    return note.origin.rpartition(".")[0].rpartition("-")[2], f"{day_short(at.date())} {clock(at)}"


def backup_words(offered: Offered) -> str:
    """When it was made, of which laptop, how far it goes, and where it lies."""
    note, places = offered.backup.note, {
        Place.HERE: tr("di laptop ini"),
        Place.SECOND: tr("di tempat kedua"),
        Place.STICK: tr("di USB"),
        Place.CHOSEN: tr("di folder yang dipilih"),
    }  # fmt: skip
    if note is None:
        return f"{offered.backup.path.name} · {places[offered.place]}"
    laptop, made = made_words(note)
    changes = tr("{n} perubahan", n=count(note.last_number))
    where = tr("sebelum naik versi") if note.upgrade_to else places[offered.place]
    return f"{made} · {laptop} · {changes} · {where}"


def opens_words(offered: Offered | None) -> str:
    """Which key opens it, and where that one is; of one made before an upgrade also what it lacks."""
    if offered is None:
        return tr("Di laptop ini tidak ada cadangan. Pasang USB yang berisi cadangan, lalu cari berkasnya.")
    if offered.backup.needs_newer:
        return tr("Ditulis FieldKit yang lebih baru, dan hanya bisa dipasang dengan versi itu.")
    note = offered.backup.note
    if note is None or not note.upgrade_to:
        return _key_words(offered)
    before = tr(
        "Ini data seperti sebelum naik ke FieldKit {version}. Yang dicatat sesudahnya dan belum terkirim tetap ada di "
        "berkas data yang disimpan di samping.",
        version=note.upgrade_to,
    )
    return f"{_key_words(offered)} {before}"


def _key_words(offered: Offered) -> str:
    origin = offered.backup.note.origin if offered.backup.note else ""
    return {
        Opens.OWN: tr("Dibuka dengan kunci laptop ini."),
        Opens.PASSPHRASE: tr(
            "Dibuka dengan frasa sandi laptop {origin}, atau yang lama kalau cadangan ini tidak terpasang "
            "waktu frasa diganti.",
            origin=origin,
        ),
        Opens.RESCUE: tr(
            "Hanya akun di laptop {origin} atau kunci darurat kantor yang membukanya. Minta admin membawa berkas "
            "kunci dan frasanya.",
            origin=origin,
        ),
        Opens.NOTHING: tr(
            "Hanya akun di laptop {origin} sendiri yang membukanya: waktu dibuat, kantor belum punya kunci darurat.",
            origin=origin,
        ),
        Opens.UNKNOWN: tr("Di sampingnya tidak ada catatan kuncinya. Dicoba dengan kunci laptop ini."),
    }[offered.opens]


def _asks_own(offered: Offered) -> bool:
    if offered.own_phrase is OwnPhrase.KNOWN:
        return True
    return offered.own_phrase is OwnPhrase.NEW and offered.opens is not Opens.PASSPHRASE
