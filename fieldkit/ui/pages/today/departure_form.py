"""What the lead looks at before leaving: set, power, modem, the letter's number."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.store.departure import Departure
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.marks import TickBox


class DepartureForm(QWidget):
    """Ticks and a number; saved as it stands, today or on the way."""

    saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found = Departure()
        self.set_tested = TickBox(tr("Alat rekam sudah dicoba"))
        self.power = TickBox(tr("UPS atau genset dibawa"))
        self.modem = TickBox(tr("Modem dan kuotanya ada"))
        self.letter = TextField(tr("Nomor surat tugas"), hint=tr("boleh kosong"))
        self.save_button = Button(tr("Simpan"), "primary", key="Ctrl+Enter", press=self.saved.emit)
        self.letter.setObjectName("departure_letter")
        self.save_button.setObjectName("save_departure")
        column(
            self.set_tested, self.power, self.modem, self.letter, None, ActionBar(self.save_button), gap=12, inside=self
        )
        self.setFocusProxy(self.set_tested)

    def show_departure(self, found: Departure) -> None:
        """What was looked at so far."""
        self._found = found
        for tick, at in (
            (self.set_tested, found.set_tested_at),
            (self.power, found.power_at),
            (self.modem, found.modem_at),
        ):
            tick.set_checked(bool(at))
        self.letter.set_value(found.letter_no)

    def departure(self, now: str) -> Departure:
        """What was looked at: what was ticked before keeps its time."""
        return replace(
            self._found,
            set_tested_at=_since(self.set_tested, self._found.set_tested_at, now),
            power_at=_since(self.power, self._found.power_at, now),
            modem_at=_since(self.modem, self._found.modem_at, now),
            letter_no=self.letter.value().strip(),
        )


def _since(tick: TickBox, before: str, now: str) -> str:
    return (before or now) if tick.checked() else ""
