"""Villages of the whole country by the name that people say, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from fieldkit.domain.areas import AreaCode, AreaLevel, parent, parse_area, regency_of
from fieldkit.records.regions import Region, RegionTable, name_key, readings

_CODE = re.compile(r"[0-9. ]+")
_WHOLE_CODES = (10, 6, 4, 2)
"""Digits of a code, from village to province."""
_CANDIDATES = 50
_PLACES = 5


def find_villages(regions: RegionTable, typed: str, near: str, limit: int = 6) -> list[Region]:
    """Villages of a name, or whose code begins so: of the regency of `near` first, then of its province, then of all.

    A place behind the name leads further away: "jati kudus". The first search of the whole country takes a second or
    two, so this is not for the UI thread.
    """
    if _CODE.fullmatch(typed):
        return list(islice(_by_code(regions, typed), limit))
    similar: dict[Region, None] = {}
    for circle in _circles(regions, typed, near):
        of_the_name = [village for village, begins in circle if begins]
        if of_the_name:
            return list(dict.fromkeys(of_the_name))[:limit]
        similar.update((village, None) for village, _ in circle)
    return list(similar)[:limit]


def _by_code(regions: RegionTable, typed: str) -> Iterator[Region]:
    digits = re.sub(r"\D", "", typed)
    whole = next((length for length in _WHOLE_CODES if length <= len(digits)), None)
    if whole is None:
        return iter(())
    code = parse_area(digits[:whole])
    own = regions.by_code(code)
    if whole == max(_WHOLE_CODES):
        return iter([own] if own else [])
    below = regions.descendants(code, AreaLevel.VILLAGE)
    return (village for village in below if village.code.replace(".", "").startswith(digits))


def _circles(regions: RegionTable, typed: str, near: str) -> Iterator[list[tuple[Region, bool]]]:
    """Ever wider, each village with whether its name begins as typed."""
    regency = AreaCode(regency_of(near))
    if near:
        yield [*_named(regions, typed, regency), *_named(regions, typed, parent(regency) or regency)]
    yield list(_in_places(regions, typed.split()))
    yield _named(regions, typed, None)


def _named(regions: RegionTable, name: str, within: str | None) -> list[tuple[Region, bool]]:
    found = regions.search(name, within, _CANDIDATES)
    return [(region, _begins(region, name)) for region in found if region.level is AreaLevel.VILLAGE]


def _in_places(regions: RegionTable, words: list[str]) -> Iterator[tuple[Region, bool]]:
    for split in range(len(words) - 1, 0, -1):
        name, place = " ".join(words[:split]), " ".join(words[split:])
        for region in regions.search(place, None, _PLACES, down_to=AreaLevel.DISTRICT):
            if _begins(region, place):
                yield from _named(regions, name, region.code)


def _begins(region: Region, name: str) -> bool:
    own = [name_key(region.name)]
    if region.level is AreaLevel.REGENCY:
        own.append(name_key(region.name.partition(" ")[2]))
    keys = [key for key, wanted in readings(name) if wanted in {None, region.level}]
    return any(key and each.startswith(key) for key in keys for each in own)
