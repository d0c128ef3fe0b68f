"""NIK and KK: masked, checked at the sixteenth digit, warned about and never blocked (F-N2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.areas import regency_of
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.people.nik import bare_number, check_kk, check_nik, mask_number
from fieldkit.domain.people.sex import Sex
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.layouts import column, row, stretched

_DIGITS = 16
_LONGEST = 24
"""Room for blanks and dots between the digits."""
_SEVERITY_ORDER = (Severity.STOP, Severity.WARN, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a NIK is compared with."""

    on: date
    village: str
    sex: Sex | None = None
    birth_date: date | None = None


class Numbers(QWidget):
    """The pair NIK and KK."""

    changed = Signal()
    revealed = Signal(str)
    """Which of the two was looked at: each look is noted."""

    def __init__(self, is_known_district: Callable[[str], bool]) -> None:
        super().__init__()
        self._is_known_district = is_known_district
        self._stated = Stated(date.max, "")
        self.nik = TextField(tr("NIK"), hint=tr("16 angka"), mask=mask_number, limit=_LONGEST, digits=True)
        self.kk = TextField(tr("Nomor KK"), hint=tr("16 angka"), mask=mask_number, limit=_LONGEST, digits=True)
        self.nik.setObjectName("nik")
        self.kk.setObjectName("kk")
        pair = row(stretched(self.nik), stretched(self.kk), gap=12)
        # What is found is said across both, in one or two lines instead of four.
        column(pair, self.nik.finding_line, self.kk.finding_line, gap=4, inside=self)
        self._listen(self.nik, self.check_nik)
        self._listen(self.kk, self.check_kk)

    def compare_with(self, stated: Stated) -> None:
        """What the list or the form says of the person; a NIK that is there is checked against it."""
        self._stated = stated
        if len(bare_number(self.nik.value())) == _DIGITS:
            self.check_nik()

    def fill(self, nik: str, kk: str, nik_tail: str) -> None:
        """What is known; of a reduced list only the end of the NIK."""
        self.nik.set_value(nik)
        self.kk.set_value(kk)
        self.nik.set_hint(tr("berakhir {tail}", tail=nik_tail) if nik_tail and not nik else tr("16 angka"))
        self.kk.set_hint(tr("dari daftar") if kk else tr("16 angka"))
        self.nik.clear_finding()
        self.kk.clear_finding()

    def check_nik(self) -> None:
        """Say what looks wrong with the NIK."""
        stated = self._stated
        found = check_nik(
            self.nik.value(),
            on=stated.on,
            birth_date=stated.birth_date,
            sex=stated.sex,
            home_regency=regency_of(stated.village) or None,
            is_known_district=self._is_known_district,
        )
        _show(self.nik, found.findings if self.nik.value() else ())

    def check_kk(self) -> None:
        """Say what looks wrong with the KK."""
        _show(self.kk, check_kk(self.kk.value()).findings)

    def _listen(self, field: TextField, check: Callable[[], None]) -> None:
        field.edited.connect(lambda typed: self._on_edited(field, typed, check))
        field.left.connect(check)
        field.revealed.connect(lambda: self.revealed.emit(field.objectName()))

    def _on_edited(self, field: TextField, typed: str, check: Callable[[], None]) -> None:
        if len(bare_number(typed)) == _DIGITS:
            check()
        else:
            field.clear_finding()
        self.changed.emit()


def _show(field: TextField, findings: tuple[Problem, ...]) -> None:
    worst = sorted(findings, key=lambda found: _SEVERITY_ORDER.index(found.severity))
    if worst:
        field.show_problem(worst[0])
    else:
        field.clear_finding()
