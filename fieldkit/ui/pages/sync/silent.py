"""Which laptops have not reported: for whoever answers for them."""

from __future__ import annotations

from fieldkit.domain.roles import LEADS
from fieldkit.records.wire import SilentLaptop
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import day_clock
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.rows import RowItem, RowList


class SilentLaptops(Card):
    """Laptops without a word for a day or longer; gone while there is none."""

    def __init__(self, role: str) -> None:
        super().__init__(tr("Belum melapor"), gap=2)
        self.setObjectName("silent")
        self._is_for_role = role in LEADS
        self._shown: tuple[tuple[SilentLaptop, ...], str] | None = None
        self._rows = RowList(name=tr("Belum melapor"))
        self._rows.setObjectName("silent_laptops")
        self.add(self._rows)
        self.hide()

    def show_laptops(self, laptops: tuple[SilentLaptop, ...], time_zone: str) -> None:
        """Show these, the longest silent first."""
        self.setVisible(self._is_for_role and bool(laptops))
        if self._shown != (laptops, time_zone):
            self._shown = (laptops, time_zone)
            self._rows.set_items([_item(each, time_zone) for each in laptops])


def _item(laptop: SilentLaptop, time_zone: str) -> RowItem:
    said = tr("belum pernah melapor")
    if laptop.at_ms:
        said = tr("terakhir {when}", when=day_clock(laptop.at_ms, time_zone))
    if laptop.waiting:
        said = f"{said}, {tr('{n} perubahan menunggu di sana', n=count(laptop.waiting))}"
    return RowItem(laptop.prefix, f"{laptop.prefix} {laptop.name}", said, icon="warning", wraps=True)
