"""What this laptop carries for other tables: whose it is, how far it got, and the receipts that go back to them."""

from __future__ import annotations

from PySide6.QtCore import Signal

from fieldkit.store.neighbours.carried import GAP, Carried
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.rows import RowItem, RowList


class CarriedCard(Card):
    """Files of other tables; gone once all of them arrived and their receipts were written out."""

    give_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Titipan meja lain"), gap=2)
        self.setObjectName("carried")
        self._shown: tuple[Carried, ...] | None = None
        self._rows = RowList(name=tr("Titipan meja lain"))
        self._rows.setObjectName("carried_files")
        self.give_button = Button(tr("Tulis buktinya ke USB"), key="Ctrl+G", press=self.give_asked.emit)
        self.give_button.setObjectName("usb_give")
        self.add(self._rows, self.give_button)
        self.hide()

    def show_files(self, files: tuple[Carried, ...]) -> None:
        """Show these, in the order in which they were written."""
        self.setVisible(bool(files))
        self.give_button.setVisible(any(file.is_answered for file in files))
        if self._shown != files:
            self._shown = files
            self._rows.set_items(list(map(_item, files)))


def _item(file: Carried) -> RowItem:
    return RowItem(
        file.digest, f"{file.prefix} {file.laptop_name}", _second(file), icon="hard-drive", badge=_badge(file)
    )


def _second(file: Carried) -> str:
    if file.is_answered:
        return tr("{n} perubahan di pusat", n=count(file.changes))
    if file.refusal == GAP:
        return tr("Kiriman sebelumnya belum ada")
    if file.refusal:
        return tr("Bawa berkasnya ke kantor")
    return tr("{n} perubahan", n=count(file.changes))


def _badge(file: Carried) -> tuple[str, str]:
    if file.is_answered:
        return tr("Bukti siap"), "ok"
    if file.waits:
        return tr("Menunggu"), "warn" if file.refusal else "info"
    return tr("Perlu dilihat"), "err"
