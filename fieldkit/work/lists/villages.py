"""Which village a list means: by code, or by name within the regency and the district."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from fieldkit.domain.areas import AreaLevel, is_within, parse_area
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.text import Text, text
from fieldkit.records.regions import Region, RegionTable, name_key, readings
from fieldkit.work.lists.table import Cell

_CODE: Final = re.compile(r"[0-9][0-9.]*")
_SIMILAR: Final = 85.0
_CLEAR_LEAD: Final = 5.0


class VillageFound(NamedTuple):
    """A village's code, or none and a finding that stops the row; a name read with good will comes with a warning."""

    code: str
    findings: tuple[Problem, ...] = ()


class VillageFinder:
    """Finds the villages of one regency."""

    def __init__(self, regions: RegionTable, regency: str) -> None:
        self._regions = regions
        self._regency = parse_area(regency)
        self._by_key: defaultdict[str, list[Region]] = defaultdict(list)
        for village in regions.descendants(regency, AreaLevel.VILLAGE):
            self._by_key[name_key(village.name)].append(village)
        for name, region in regions.aliases:
            if region.level is AreaLevel.VILLAGE and is_within(region.code, self._regency):
                self._by_key[name_key(name)].append(region)

    def find(self, village: Cell, district: Cell = "") -> VillageFound:
        """The village that the cells of a row mean."""
        name = _as_text(village)
        if not name:
            return _refused("village_missing", text("Kelurahan atau desa kosong. Baris ini tidak diambil."))
        if _CODE.fullmatch(name):
            return self._by_code(name)
        keys = [key for key, level in readings(name) if level in {None, AreaLevel.VILLAGE}]
        named = next((self._by_key[key] for key in keys if key in self._by_key), [])
        return self._one_of(named, name, _as_text(district)) if named else self._similar(keys[-1], name, district)

    def _by_code(self, code: str) -> VillageFound:
        region = self._regions.by_code(code)
        if region is None or region.level is not AreaLevel.VILLAGE or not is_within(region.code, self._regency):
            return _unknown(code)
        return VillageFound(region.code)

    def _similar(self, key: str, village: str, district: Cell) -> VillageFound:
        similar = process.extract(key, list(self._by_key), scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=2)
        if not similar or (len(similar) > 1 and similar[0][1] - similar[1][1] < _CLEAR_LEAD):
            return _unknown(village)
        found = self._one_of(self._by_key[similar[0][0]], village, _as_text(district))
        return VillageFound(found.code, (self._read_as(found.code, village),)) if found.code else found

    def _one_of(self, named: list[Region], village: str, district: str) -> VillageFound:
        key = {key for key, _ in readings(district)}
        inside = [region for region in named if key & self._district_keys(region)] if len(named) > 1 else named
        if len(inside) == 1:
            return VillageFound(inside[0].code)
        message = text(
            "Ada {n} kelurahan atau desa bernama {name}, dan kecamatannya tidak jelas. Baris ini tidak diambil; "
            "tambahkan kolom kecamatan.",
            n=len(named),
            name=village,
        )
        return _refused("village_ambiguous", message)

    def _district_keys(self, village: Region) -> set[str]:
        code = village.code[:8]
        own = self._regions.by_code(code)
        aliases = {name_key(name) for name, region in self._regions.aliases if region.code == code}
        return aliases | ({name_key(own.name)} if own else set())

    def _read_as(self, code: str, village: str) -> Problem:
        known = self._regions.by_code(code)
        message = text(
            "Tertulis {written}, dibaca sebagai {name}. Kalau bukan itu, betulkan di daftar lalu impor lagi.",
            written=village,
            name=known.name if known else code,
        )
        return Problem("village", "village_similar", message, Severity.WARN)


def _as_text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _unknown(village: str) -> VillageFound:
    message = text(
        "Kelurahan atau desa {name} tidak ada di daerah ini. Baris ini tidak diambil; periksa ejaannya.", name=village
    )
    return _refused("village_unknown", message)


def _refused(code: str, message: Text) -> VillageFound:
    return VillageFound("", (Problem("village", code, message),))
