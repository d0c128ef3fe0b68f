"""Says which villages differed from the centre and were loaded afresh."""

from __future__ import annotations

from fieldkit.domain.areas import AreaCode, AreaLevel, level
from fieldkit.records.regions import RegionTable
from fieldkit.store.comparing import Compared
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import day_clock
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.cards import Notice


class LoadedAfresh(Notice):
    """Stays until a comparison finds no difference."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__(tone="warn")
        self.setObjectName("loaded_afresh")
        self._regions = regions
        self._shown: tuple[Compared, str] | None = None
        self.hide()

    def show_compared(self, compared: Compared, time_zone: str) -> None:
        """Show what the last comparison with the centre came to."""
        if compared.reloaded and self._shown != (compared, time_zone):
            self._shown = (compared, time_zone)
            words = tr(
                "Isi {villages} di laptop ini berbeda dengan pusat. Sudah dimuat ulang dari pusat, pekerjaan yang "
                "belum terkirim tetap utuh. Kalau terulang, beri tahu kantor.",
                villages=", ".join(map(self._name, compared.reloaded)),
            )
            self.set(tr("Dimuat ulang"), words, right=day_clock(compared.at_ms, time_zone))
        self.setVisible(bool(compared.reloaded))

    def _name(self, area: str) -> str:
        if level(AreaCode(area)) is AreaLevel.VILLAGE:
            return village_label(self._regions, area)
        region = self._regions.by_code(area)
        return region.name if region else area
