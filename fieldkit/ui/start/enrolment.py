"""The laptop becomes one of the centre's: address, one-time code, name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FieldKitError, OfflineError, RuleError
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.address import centre_address
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.enrolment import LONGEST_NAME, enrol
from fieldkit.sync.trust import own_authority
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.layouts import row, stretched
from fieldkit.ui.widgets.path import EnterPath


@dataclass(frozen=True, slots=True)
class Enrolling:
    """What was typed."""

    centre_url: str
    code: str
    device_name: str
    own_authority: str = ""
    """Path of a file with certificates, empty for none."""


Enrol = Callable[[Exchange, Enrolling], None]


def enrol_at_centre(exchange: Exchange, typed: Enrolling) -> None:
    """Trade the code for the right to sync; in the network lane."""
    authority = own_authority(Path(typed.own_authority)) if typed.own_authority else ""
    doorway = Doorway(typed.centre_url, own_authority=authority)
    try:
        enrol(doorway, exchange, typed.code, typed.device_name)
    finally:
        doorway.close()


class EnrolScreen(StartScreen):
    """Asks for the three things that the office has told."""

    asked = Signal(object)
    """Enrolling."""
    restore_asked = Signal()

    def __init__(self, centre_url: str) -> None:
        super().__init__(
            "enrol",
            tr("Daftarkan laptop ini ke pusat"),
            tr(
                "Nama petugas dan jadwal datang dari pusat, jadi sebelum terdaftar belum ada yang bisa masuk. "
                "Kantor memberi alamat dan kode. Perlu jaringan sekali ini saja."
            ),
        )
        self.url = TextField(tr("Alamat pusat"), hint=tr("misalnya https://pusat.contoh.go.id"))
        self.code = TextField(tr("Kode pendaftaran"), hint=tr("sekali pakai"))
        self.name = TextField(tr("Nama laptop"), hint=tr("misalnya P2"), limit=LONGEST_NAME)
        self.authority = TextField(tr("Berkas sertifikat pusat"), hint=tr("hanya kalau kantor memberinya"))
        self._needed = {"centre_url": self.url, "code": self.code, "device_name": self.name}
        self._fields = self._needed | {"centre_ca": self.authority}
        for name, field in self._fields.items():
            field.setObjectName(f"enrol_{name}")
            field.edited.connect(lambda _typed, field=field: field.clear_finding())
        self.url.set_value(centre_url)
        self._listen()
        pair = row(stretched(self.code), stretched(self.name), gap=12)
        self.restore_button = Button(tr("Pulihkan dari cadangan"), "quiet", key="Alt+C", press=self.restore_asked.emit)
        self.restore_button.setObjectName("enrol_restore")
        bind(self.restore_button, "Alt+C", self.restore_button.click, everywhere=True)
        self.arrange(
            self.url, pair, self.authority, accept=tr("Daftarkan"), key="Ctrl+Enter", others=(self.restore_button,)
        )

    def first_focus(self) -> QWidget:
        """The first field that is empty."""
        return next((field for field in self._needed.values() if not field.value()), self.code)

    def accept(self) -> None:
        """Ask the centre."""
        self.clear_failure()
        if not self._address_is_good():
            self.url.focus_answer()
            return
        self.work_goes_on(tr("Menghubungi pusat. Isian tetap ada."))
        self.accept_button.set_text(tr("Mendaftarkan"))
        self.asked.emit(replace(self.typed(), centre_url=centre_address(self.url.value())))

    def typed(self) -> Enrolling:
        """As far as it is typed."""
        return Enrolling(self.url.value(), self.code.value(), self.name.value(), self.authority.value().strip())

    def type_again(self, typed: Enrolling) -> None:
        """What was typed before somebody looked for a backup."""
        values = (typed.centre_url, typed.code, typed.device_name, typed.own_authority)
        for field, value in zip(self._fields.values(), values, strict=True):
            field.set_value(value)

    def set_busy(self, *, on: bool) -> None:
        """What is being sent stays as it is."""
        super().set_busy(on=on)
        self.accept_button.set_text(tr("Daftarkan"))
        for field in self._fields.values():
            field.set_read_only(on)

    def show_failure(self, error: FieldKitError) -> None:
        """Beside the fields where it is about one, else in the line."""
        if isinstance(error, RuleError):
            self.set_busy(on=False)
            show_problems(self._fields, error)
            return
        super().show_failure(error)
        if isinstance(error, OfflineError):
            again = tr("Periksa jaringan dan alamatnya, lalu coba lagi. Isian tetap ada.")
            self.line.set(f"{say(error.title)} {again}", "warn")

    def _listen(self) -> None:
        self.path = EnterPath(list(self._needed.values()), self.press)
        self.url.left.connect(lambda: self._address_is_good() if self.url.value() else None)
        self.authority.entered.connect(self.press)

    def _address_is_good(self) -> bool:
        try:
            centre_address(self.url.value())
        except RuleError as error:
            self.url.set_finding(error.problems[0].severity, say(error.problems[0].message))
            return False
        self.url.clear_finding()
        return True
