"""Says which villages differed from the centre and were loaded afresh."""

from __future__ import annotations

from collections.abc import Iterable

from fieldkit.domain.areas import AreaCode, AreaLevel, level
from fieldkit.records.regions import RegionTable
from fieldkit.store.syncing.comparing import Compared
from fieldkit.store.syncing.loads import CaughtUp
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.wording import day_clock
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.cards import Notice


class LoadedAfresh(Notice):
    """Stays until a comparison finds no difference, or for some days after a long absence."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__(tone="warn")
        self.setObjectName("loaded_afresh")
        self._regions = regions
        self._shown: tuple[Compared, CaughtUp, str] | None = None
        self.hide()

    def show_loaded(self, compared: Compared, caught_up: CaughtUp, time_zone: str) -> None:
        """Show what the last comparison with the centre came to, and what a long absence made necessary."""
        if self._shown != (compared, caught_up, time_zone):
            self._shown = (compared, caught_up, time_zone)
            said = [self._differed(compared)] if compared.reloaded else []
            said += [self._was_away(caught_up)] if caught_up.areas else []
            at_ms = max(compared.at_ms if compared.reloaded else 0, caught_up.at_ms)
            self.set(tr("Dimuat ulang"), " ".join(said), right=day_clock(at_ms, time_zone))
        self.setVisible(bool(compared.reloaded or caught_up.areas))

    def _differed(self, compared: Compared) -> str:
        return tr(
            "Isi {villages} di laptop ini berbeda dengan pusat. Sudah dimuat ulang dari pusat, pekerjaan yang "
            "belum terkirim tetap utuh. Kalau terulang, beri tahu kantor.",
            villages=self._names(compared.reloaded),
        )

    def _was_away(self, caught_up: CaughtUp) -> str:
        return tr(
            "Laptop ini lama tidak tersambung, jadi isi {villages} dimuat ulang dari awal. Yang sudah pindah dari sana "
            "tidak ada lagi di laptop ini; pekerjaan yang belum terkirim tetap utuh.",
            villages=self._names(caught_up.areas),
        )

    def _names(self, areas: Iterable[str]) -> str:
        return ", ".join(map(self._name, areas))

    def _name(self, area: str) -> str:
        if level(AreaCode(area)) is AreaLevel.VILLAGE:
            return village_label(self._regions, area)
        region = self._regions.by_code(area)
        return region.name if region else area
