"""Names of villages as the window writes them."""

from __future__ import annotations

from fieldkit.domain.areas import AreaCode, VillageKind, village_kind
from fieldkit.records.regions import RegionTable

_KINDS = {VillageKind.KELURAHAN: "Kel.", VillageKind.DESA: "Desa"}


def village_label(regions: RegionTable, code: str) -> str:
    """The kind and name of a village, such as "Kel. Jati"; its code where the table does not know it."""
    region = regions.by_code(code)
    if region is None:
        return code
    return f"{_KINDS[village_kind(AreaCode(code))]} {region.name}"


def district_name(regions: RegionTable, code: str) -> str:
    """The district that a village lies in, such as "Kec. Mayangan"; its code where the table does not know it."""
    names = regions.path_names(code)
    return f"Kec. {names[2]}" if len(names) > 2 else code


def district_label(regions: RegionTable, code: str) -> str:
    """Where a village lies, such as "Kec. Silat Hilir, Kabupaten Kapuas Hulu"; nothing where the table has no names."""
    names = regions.path_names(code)
    return f"Kec. {names[2]}, {names[1]}" if len(names) > 2 else ""
