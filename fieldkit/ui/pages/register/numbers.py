"""NIK and KK of one person, beside each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.people.nik import bare_number, check_kk, mask_number
from fieldkit.ui.forms.nik_field import DIGITS, LONGEST, NikField, Stated, show_worst
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.layouts import column, row, stretched


class Numbers(QWidget):
    """The pair NIK and KK."""

    changed = Signal()
    revealed = Signal(str)
    """Which of the two was looked at: each look is noted."""

    def __init__(self, is_known_district: Callable[[str], bool]) -> None:
        super().__init__()
        self.nik = NikField(is_known_district)
        self.kk = TextField(tr("Nomor KK"), hint=tr("16 angka"), mask=mask_number, limit=LONGEST, digits=True)
        self.kk.setObjectName("kk")
        pair = row(stretched(self.nik), stretched(self.kk), gap=12)
        # What is found is said across both, in one or two lines instead of four.
        column(pair, self.nik.finding_line, self.kk.finding_line, gap=4, inside=self)
        self.kk.edited.connect(self._on_kk_edited)
        self.kk.left.connect(self.check_kk)
        for field in (self.nik, self.kk):
            field.edited.connect(lambda _typed: self.changed.emit())
            field.revealed.connect(lambda field=field: self.revealed.emit(field.objectName()))

    def compare_with(self, stated: Stated) -> None:
        """What the list or the form says of the person."""
        self.nik.compare_with(stated)

    def fill(self, nik: str, kk: str, nik_tail: str) -> None:
        """What is known; of a reduced list only the end of the NIK."""
        self.nik.set_value(nik)
        self.kk.set_value(kk)
        self.nik.set_hint(tr("berakhir {tail}", tail=nik_tail) if nik_tail and not nik else tr("16 angka"))
        self.kk.set_hint(tr("dari daftar") if kk else tr("16 angka"))
        self.nik.clear_finding()
        self.kk.clear_finding()

    def check_kk(self) -> None:
        """Say what looks wrong with the KK."""
        show_worst(self.kk, check_kk(self.kk.value()).findings)

    def _on_kk_edited(self, typed: str) -> None:
        if len(bare_number(typed)) == DIGITS:
            self.check_kk()
        else:
            self.kk.clear_finding()
