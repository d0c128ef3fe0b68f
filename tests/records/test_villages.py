"""Villages found by the name that people say."""

from __future__ import annotations

import pytest

from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.records.villages import find_villages

JATI = "35.74.03.1004"


@pytest.fixture(scope="module")
def regions() -> RegionTable:
    return RegionTable(resources_dir() / "regions")


def codes(regions: RegionTable, typed: str, near: str = JATI) -> list[str]:
    return [str(village.code) for village in find_villages(regions, typed, near)]


def test_a_name_of_the_own_regency_comes_before_its_namesakes(regions: RegionTable) -> None:
    found = codes(regions, "jati")
    assert found[0] == JATI
    assert len(found) > 1
    assert all(code.startswith("35.") for code in found)


def test_a_few_letters_are_enough(regions: RegionTable) -> None:
    assert codes(regions, "mangunh")[0] == "35.74.03.1002"


@pytest.mark.parametrize("typed", ["jati kudus", "Jati, Kab. Kudus"])
def test_a_place_behind_the_name_leads_there(regions: RegionTable, typed: str) -> None:
    found = codes(regions, typed)
    assert found
    assert all(code.startswith("33.19.") for code in found)


@pytest.mark.parametrize("typed", ["miau merah", "desa miau merah", "61.06.15.2004", "6106152004", "61061520 04"])
def test_a_village_at_the_other_end_of_the_country_is_found(regions: RegionTable, typed: str) -> None:
    assert codes(regions, typed)[0] == "61.06.15.2004"


def test_the_beginning_of_a_code_lists_what_is_there(regions: RegionTable) -> None:
    found = codes(regions, "3574031")
    assert JATI in found
    assert all(code.startswith("35.74.03.1") for code in found)


@pytest.mark.parametrize("typed", ["", "  ", "3", "99.99", "99.99.99.9999", "xyzwxyzwv"])
def test_what_is_nowhere_finds_nothing(regions: RegionTable, typed: str) -> None:
    assert codes(regions, typed) == []


def test_only_villages_are_found_and_never_more_than_fit(regions: RegionTable) -> None:
    found = codes(regions, "probolinggo")
    assert all(len(code) == len(JATI) for code in found)
    assert len(codes(regions, "su")) == 6


def test_without_a_village_to_be_near_to_the_whole_country_is_searched(regions: RegionTable) -> None:
    assert codes(regions, "miau merah", near="")[0] == "61.06.15.2004"
