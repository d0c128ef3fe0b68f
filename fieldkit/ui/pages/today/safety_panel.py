"""How safe the data of this laptop is: when and where it was backed up, what opens it, and the next step."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FieldKitError, Severity
from fieldkit.domain.shifts.readiness import Level, backup_level
from fieldkit.host.keys import MIN_PASSPHRASE
from fieldkit.store.keeping.escrow import EscrowState
from fieldkit.store.keeping.notes import Opens
from fieldkit.store.keeping.offered import Offered, Place
from fieldkit.store.keeping.safety import Safety
from fieldkit.ui.formats import clock, count, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.steady import SteadyList
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar
from fieldkit.ui.widgets.entries import PasswordField
from fieldkit.ui.widgets.form_scroll import FormScroll
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.path import EnterPath
from fieldkit.ui.widgets.rows import RowItem
from fieldkit.work.instants import at_site

SECOND, RESCUE, KEY, TO_KEYRING = "second", "rescue", "key", "to_keyring"


class SafetyPanel(QWidget):
    """Backups, then what protects them; a passphrase is typed at the foot."""

    backup_asked = Signal()
    stick_asked = Signal()
    check_asked = Signal(str)
    second_asked = Signal()
    trusted = Signal(str)
    """The print of the rescue key that was compared."""
    restore_asked = Signal()
    phrase_chosen = Signal(str)
    keyring_chosen = Signal()

    def __init__(self, *, may_change: bool) -> None:
        super().__init__()
        self._may_change = may_change
        self._safety: Safety | None = None
        self.next_step = IconText("warning", "", "second-strong", "warn", wrap=True, size=16)
        self.next_step.setObjectName("safety_next")
        self.backups = SteadyList(name=tr("Cadangan"))
        self.backups.setObjectName("safety_backups")
        self.guards = SteadyList(name=tr("Yang menjaganya"))
        self.guards.setObjectName("safety_guards")
        hint = tr("sedikitnya {n} huruf, misalnya empat kata", n=MIN_PASSPHRASE)
        self.phrase, self.again = PasswordField(tr("Frasa sandi baru"), hint=hint), PasswordField(tr("Sekali lagi"))
        self.phrase.setObjectName("safety_phrase")
        self.again.setObjectName("safety_again")
        self.keep_button = Button(tr("Kunci dengan frasa ini"), press=self._choose_phrase)
        self.keep_button.setObjectName("safety_keep_phrase")
        self.backup_button = Button(tr("Cadangkan sekarang"), "primary", key="Ctrl+Enter", press=self.backup_asked.emit)
        self.backup_button.setObjectName("safety_backup")
        self.stick_button = Button(tr("Cadangkan juga ke USB"), press=self.stick_asked.emit)
        self.stick_button.setObjectName("safety_stick")
        self.restore_button = Button(tr("Pulihkan cadangan"), "quiet", press=self.restore_asked.emit)
        self.restore_button.setObjectName("safety_restore")
        self._arrange()
        self._listen()

    def show_safety(self, safety: Safety, now_utc: datetime) -> None:
        """How it stands."""
        self._safety = safety
        words, tone = next_step(safety, now_utc)
        self.next_step.set(words, tone)
        self.backups.set_items([_backup_item(each, safety.time_zone) for each in safety.backups])
        self.guards.set_items(self._guards(safety))
        self.stick_button.setVisible(safety.stick is not None)
        self.restore_button.setVisible(self._may_change)

    def show_work(self, words: str) -> None:
        """What takes long goes on, until the panel shows again how it stands."""
        self.next_step.set(words, "info")

    def show_failure(self, error: FieldKitError) -> None:
        """Beside the field, where it is about the passphrase."""
        self.phrase.set_finding(Severity.STOP, f"{say(error.title)} {say(error.advice)}")
        self.phrase.focus_answer()

    def ask_phrase(self, *, on: bool) -> None:
        """Show the fields for a passphrase, or put them away; what was typed there is forgotten."""
        for field in (self.phrase, self.again):
            field.set_value("")
            field.clear_finding()
            field.setVisible(on)
        self.keep_button.setVisible(on)
        if on:
            self.phrase.focus_answer()

    def is_asking(self) -> bool:
        """Whether a passphrase is being typed."""
        return not self.phrase.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the passphrase away first, and leaves the drawer after that."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking():
            self.ask_phrase(on=False)
            self.backup_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        inner = QWidget()
        column(
            self.next_step, self.backups, Label(tr("Yang menjaganya"), "label"), self.guards,
            self.phrase, self.again, self.keep_button, None, gap=10, inside=inner,
        )  # fmt: skip
        bar = ActionBar(self.restore_button, self.stick_button, self.backup_button, stacks=True)
        column(stretched(FormScroll(inner)), bar, gap=8, inside=self)
        self.setFocusProxy(self.backup_button)
        self.ask_phrase(on=False)

    def _listen(self) -> None:
        self.backups.acted.connect(self.check_asked)
        self.guards.acted.connect(self._act)
        self._path = EnterPath([self.phrase, self.again], self._choose_phrase)
        for field in (self.phrase, self.again):
            field.edited.connect(lambda _typed, field=field: field.clear_finding())

    def _act(self, name: str) -> None:
        if name == SECOND:
            self.second_asked.emit()
        elif name == RESCUE and self._safety is not None:
            self.trusted.emit(self._safety.escrow.ruled)
        elif name == TO_KEYRING:
            self.keyring_chosen.emit()
        else:
            self.ask_phrase(on=True)

    def _choose_phrase(self) -> None:
        if len(self.phrase.value()) < MIN_PASSPHRASE:
            self.phrase.set_finding(Severity.STOP, tr("Ketik sedikitnya {n} huruf.", n=MIN_PASSPHRASE))
            self.phrase.focus_answer()
        elif self.phrase.value() != self.again.value():
            self.again.set_finding(Severity.STOP, tr("Tidak sama dengan yang di atas. Ketik sekali lagi."))
            self.again.focus_answer()
        else:
            self.phrase_chosen.emit(self.phrase.value())

    def _guards(self, safety: Safety) -> list[RowItem]:
        acts = self._may_change
        where = safety.second_folder or tr("belum dipilih")
        if safety.second_folder and not safety.is_second_there:
            where = tr("{folder}, tidak terpasang", folder=safety.second_folder)
        choose = tr("Ganti") if safety.second_folder else tr("Pilih")
        key = tr("akun laptop ini, tanpa ditanya") if not safety.asks_passphrase else tr("frasa sandi, tiap dibuka")
        items = [
            RowItem(SECOND, tr("Tempat kedua"), where, action=choose if acts else None),
            RowItem(
                RESCUE,
                tr("Kunci darurat kantor"),
                escrow_words(safety),
                wraps=True,
                action=tr("Cocok") if acts and safety.escrow.state is EscrowState.CHANGED else None,
            ),
            RowItem(
                KEY, tr("Data dibuka oleh"), key,
                action=(tr("Ganti frasa") if safety.asks_passphrase else tr("Pakai frasa")) if acts else None,
            ),
        ]  # fmt: skip
        if acts and safety.asks_passphrase and safety.has_keyring:
            caption, words = tr("Berhenti memakai frasa"), tr("akun laptop ini membukanya tanpa ditanya")
            items.append(RowItem(TO_KEYRING, caption, words, action=tr("Pakai akun")))
        return items


def next_step(safety: Safety, now_utc: datetime) -> tuple[str, str]:
    """The one thing to do now, and how pressing it is."""
    made = [each.backup.made_ms for each in safety.backups if each.place is Place.HERE]
    newest = datetime.fromtimestamp(max(made) / 1000, UTC) if made else None
    is_alone = not safety.second_folder and safety.stick is None
    state = safety.escrow.state
    steps = (
        (newest is None, "warn", tr("Belum ada cadangan di laptop ini. Buat sekarang dengan Ctrl+Enter.")),
        (
            backup_level(newest, now_utc) is not Level.READY,
            "warn",
            tr("Cadangan terakhir sudah lebih dari tiga hari. Buat yang baru dengan Ctrl+Enter."),
        ),
        (
            state is EscrowState.CHANGED,
            "warn",
            tr("Kunci darurat kantor berganti. Cocokkan sidiknya dengan lembar di brankas sebelum dipakai."),
        ),
        (
            state is EscrowState.UNSIGNED,
            "warn",
            tr("Kunci darurat yang datang tidak ditandatangani kepala dinas. Tidak dipakai; tanyakan ke kantor."),
        ),
        (
            bool(safety.second_folder) and not safety.is_second_there,
            "warn",
            tr("Tempat kedua tidak terpasang. Pasang USB-nya, lalu cadangkan lagi."),
        ),
        (
            is_alone,
            "info",
            tr("Cadangan hanya ada di laptop ini, dan hilang bersamanya. Pilih tempat kedua, atau pasang USB."),
        ),
    )
    settled = "ok", tr("Cadangan terbaru sudah dibuka dan diperiksa. Tidak ada yang perlu dikerjakan.")
    tone, words = next(((tone, words) for is_due, tone, words in steps if is_due), settled)
    return words, tone


def escrow_words(safety: Safety) -> str:
    """Whether the office could open this laptop, and the print to compare."""
    standing = safety.escrow
    words = {
        EscrowState.NONE: tr("belum ada: kalau kunci laptop ini hilang, kantor tidak bisa membukanya"),
        EscrowState.UNSIGNED: tr("sidik {print}, tanpa tanda tangan kepala dinas: tidak dipakai", print=standing.ruled),
        EscrowState.CHANGED: tr(
            "sidik baru {print}, sebelumnya {before}: belum dipakai", print=standing.ruled, before=standing.trusted
        ),
        EscrowState.DUE: tr("sidik {print}, dikunci saat sinkron berikutnya", print=standing.ruled),
        EscrowState.SEALED: tr("sidik {print}, bisa membuka laptop ini dan cadangannya", print=standing.ruled),
    }
    return words[standing.state]


def _backup_item(offered: Offered, time_zone: str) -> RowItem:
    path, note = str(offered.backup.path), offered.backup.note
    places = {Place.HERE: tr("di laptop ini"), Place.SECOND: tr("di tempat kedua"), Place.STICK: tr("di USB")}
    if note is None:
        return RowItem(path, offered.backup.path.name, places[offered.place], icon="hard-drive")
    is_own = offered.opens is Opens.OWN
    second = [places[offered.place], tr("{n} perubahan", n=count(note.last_number))]
    if is_own:
        second.append(tr("diperiksa {time}", time=_when(note.verified_ms, time_zone)))
    else:
        second.append(tr("dari laptop {origin}", origin=note.origin))
    return RowItem(
        path,
        _when(note.made_ms, time_zone),
        " · ".join(second),
        icon="hard-drive",
        action=tr("Periksa lagi") if is_own else None,
        wraps=True,
    )


def _when(at_ms: int, time_zone: str) -> str:
    at = at_site(datetime.fromtimestamp(at_ms / 1000, UTC), time_zone)
    return f"{day_short(at.date())} {clock(at)}"
