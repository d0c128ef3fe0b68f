"""What this laptop carries for other tables: whose it is, how far it got, and the receipts that go back to them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from fieldkit.store.carried import GAP, Carried
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import day_clock
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.rows import RowItem, RowList


class CarriedCard(Card):
    """Files of other tables; gone once all of them arrived and their receipts were written out."""

    give_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Titipan meja lain"), gap=2)
        self.setObjectName("carried")
        self._shown: tuple[tuple[Carried, ...], str] | None = None
        self._rows = RowList(name=tr("Titipan meja lain"))
        self._rows.setObjectName("carried_files")
        self.give_button = Button(tr("Tulis buktinya ke USB"), key="Ctrl+G", press=self.give_asked.emit)
        self.give_button.setObjectName("usb_give")
        self.add(self._rows, self.give_button)
        self.hide()

    def show_files(self, files: tuple[Carried, ...], time_zone: str) -> None:
        """Show these, in the order in which they were written."""
        self.setVisible(bool(files))
        self.give_button.setVisible(any(file.is_answered for file in files))
        if self._shown != (files, time_zone):
            self._shown = (files, time_zone)
            self._rows.set_items([_item(file, time_zone) for file in files])


def _item(file: Carried, time_zone: str) -> RowItem:
    name = f"{file.prefix} {file.laptop_name}"
    return RowItem(file.digest, name, _second(file, time_zone), icon="hard-drive", badge=_badge(file))


def _second(file: Carried, time_zone: str) -> str:
    changes = tr("{n} perubahan", n=count(file.changes))
    if file.is_answered:
        return tr("{changes}, diterima pusat {when}", changes=changes, when=day_clock(file.answered_ms, time_zone))
    if file.refusal == GAP:
        return tr("{changes}, kiriman sebelumnya belum sampai", changes=changes)
    if file.refusal:
        return tr("{changes}, bawa berkasnya ke kantor", changes=changes)
    return tr("{changes}, diambil {when}", changes=changes, when=day_clock(file.taken_ms, time_zone))


def _badge(file: Carried) -> tuple[str, str]:
    if file.is_answered:
        return tr("Bukti siap"), "ok"
    if file.waits:
        return tr("Menunggu"), "warn" if file.refusal else "info"
    return tr("Perlu dilihat"), "err"
