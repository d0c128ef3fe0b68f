"""The last receipt on the screen: number, reference and its QR code, to be copied, photographed or printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldkit.domain.requests.receipt import ReceiptOutcome, ReceiptWay, grouped, way_label
from fieldkit.reports.people.receipt import qr_modules
from fieldkit.store.receipt_setting import ReceiptSetting
from fieldkit.ui.language import say, tr
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Sunken
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.ui.widgets.painted import Painted
from fieldkit.work.table.registration import Registered

_SIDE = 100
_AROUND = 44
"""The gap between words and picture, and the edges of the card."""


_OUTCOMES: Final[Mapping[ReceiptOutcome | None, Callable[[str], str]]] = {
    None: lambda way: tr("{way}: belum dicetak. Tekan Ctrl+P, atau salin kodenya ke kertas.", way=way),
    ReceiptOutcome.ASKED: lambda way: tr("{way}: sedang dikirim ke printer. Layanan ini gratis.", way=way),
    ReceiptOutcome.PRINTED: lambda way: tr("{way}: tercetak sendiri setelah disimpan. Layanan ini gratis.", way=way),
    ReceiptOutcome.FAILED: lambda way: tr(
        "{way}: belum tercetak. Ctrl+P mencoba lagi, atau salin kodenya ke kertas.", way=way
    ),
}


class QrPicture(Painted):
    """A QR code, dark on light in both themes: a telephone reads it from the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self.setObjectName("receipt_qr")
        self.setAccessibleName(tr("Kode QR resi"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_reference(self, reference: str) -> None:
        """Show a reference, and nothing else."""
        self._modules = qr_modules(reference)
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(look().px(_SIDE), look().px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Modules on whole pixels, so that none is blurred."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        each = self.width() // max(1, len(self._modules))
        edge = (self.width() - each * len(self._modules)) // 2
        for y, line in enumerate(self._modules):
            for x, dark in enumerate(line):
                if dark:
                    place = QRect(edge + x * each, edge + y * each, each, each)
                    painter.fillRect(QRectF(place), Qt.GlobalColor.black)
        painter.end()


class ReceiptCard(Sunken):
    """What the person takes home, big enough to be copied onto paper."""

    print_asked = Signal()
    setting_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=6)
        self.request_id = ""
        self._name = Label("", "card", elide=True)
        self._queue_no, self._reference = Label("", "figure"), Label("", "figure", selectable=True)
        self._hint = Label("", "second", wrap=True)
        self._qr = QrPicture()
        self.print_button = Button(tr("Cetak"), "small", icon="printer", key="Ctrl+P", press=self.print_asked.emit)
        self.setting_button = Button(tr("Printer"), "quiet", key="Alt+R", size="small", press=self.setting_asked.emit)
        self._name_parts()
        figures = row(_figure(tr("Nomor antrean"), self._queue_no), 8, _figure(tr("Kode resi"), self._reference), None)
        words = column(
            row(Icon("receipt", 18), stretched(self._name)),
            figures,
            self._hint,
            row(self.print_button, self.setting_button, None, gap=8),
            gap=6,
        )
        self._words = holder(words)
        self.add(row(stretched(self._words), self._qr, gap=12))
        self.hide()

    def set_room(self, width: int) -> None:
        """Without the picture where there is no room for it; the code can be copied all the same."""
        needed = self._words.minimumSizeHint().width() + self._qr.sizeHint().width() + look().px(_AROUND)
        self._qr.setVisible(needed <= width)

    def show_saved(self, saved: Registered) -> None:
        """The receipt of somebody who was registered just now."""
        self.request_id = saved.request_id
        self._name.set_text(tr("Resi {name}", name=saved.name))
        self._queue_no.set_text(saved.queue_no)
        self._reference.set_text(grouped(saved.receipt_ref))
        self._qr.set_reference(saved.receipt_ref)
        self.show()

    def show_setting(self, setting: ReceiptSetting, outcome: ReceiptOutcome | None, *, is_printer_absent: bool) -> None:
        """How receipts are given here, and what became of this one; None where it was not printed yet."""
        way = say(way_label(setting.way))
        said = _OUTCOMES[outcome](way)
        if setting.way is ReceiptWay.SCREEN:
            said = tr("Salin ke kertas, atau biarkan warga memotret kodenya. Layanan ini gratis.")
        elif outcome is ReceiptOutcome.FAILED and is_printer_absent:
            said = tr("{way}: belum tercetak, printernya tidak ada. Salin kodenya ke kertas.", way=way)
        self._hint.set_text(said)

    def _name_parts(self) -> None:
        self.setObjectName("receipt")
        self._queue_no.setObjectName("receipt_queue_no")
        self._reference.setObjectName("receipt_reference")
        self._hint.setObjectName("receipt_hint")
        self.print_button.setObjectName("print_receipt")
        self.setting_button.setObjectName("receipt_setting")


def _figure(caption: str, figure: Label) -> QWidget:
    return holder(column(Label(caption, "label"), figure, gap=0))
