"""Region codes: both ways of writing them, their levels and their places in each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.areas import (
    AreaCode,
    AreaLevel,
    VillageKind,
    around,
    health_side,
    home_of,
    is_health_side,
    is_within,
    level,
    parent,
    parse_area,
    plain_side,
    regency_of,
    village_kind,
)

_PROBOLINGGO = AreaCode("35.74")
_MAYANGAN = AreaCode("35.74.03")
_JATI = AreaCode("35.74.03.1004")

_TWO = st.integers(0, 99).map("{:02}".format)
_FOUR = st.integers(0, 9999).map("{:04}".format)
_PARTS = st.tuples(_TWO, _TWO, _TWO, _FOUR)
_DEPTH = st.integers(1, 4)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("35.74.03.1004", "35.74.03.1004"),
        ("3574031004", "35.74.03.1004"),
        (" 357403 ", "35.74.03"),
        ("3574", "35.74"),
        ("35", "35"),
        ("61.06.15.2004", "61.06.15.2004"),
    ],
)
def test_a_code_is_read_with_or_without_its_dots(raw: str, code: str) -> None:
    assert parse_area(raw) == code


@pytest.mark.parametrize(
    "raw",
    ["", "3", "357", "35740", "35740310", "35740310040", "35.74.3", "35.7403", "35.74.03.104", "Jati", "35-74", "３５"],
)
def test_anything_else_is_no_code(raw: str) -> None:
    with pytest.raises(ValueError, match="not a region code"):
        parse_area(raw)


@given(_PARTS, _DEPTH)
def test_both_ways_of_writing_give_the_same_code(parts: tuple[str, ...], depth: int) -> None:
    dotted = ".".join(parts[:depth])
    assert parse_area(dotted) == parse_area("".join(parts[:depth])) == dotted


@given(_PARTS, _DEPTH)
def test_the_parent_is_one_level_above_and_contains_its_child(parts: tuple[str, ...], depth: int) -> None:
    code = parse_area(".".join(parts[:depth]))
    above = parent(code)
    if above is None:
        assert level(code) is AreaLevel.PROVINCE
        return
    levels = list(AreaLevel)
    assert levels.index(level(code)) == levels.index(level(above)) + 1
    assert is_within(code, above)
    assert not is_within(above, code)


def test_the_levels_go_from_province_to_village() -> None:
    codes = [AreaCode("35"), _PROBOLINGGO, _MAYANGAN, _JATI]
    assert [level(code) for code in codes] == ["province", "regency", "district", "village"]


def test_the_city_and_the_regency_of_one_name_are_kept_apart() -> None:
    assert regency_of(_JATI) == regency_of(_PROBOLINGGO) == "35.74"
    assert regency_of("35.13.01.2001") != "35.74"


def test_an_area_lies_in_itself_and_not_in_one_whose_code_only_begins_alike() -> None:
    assert is_within(_JATI, _JATI)
    assert not is_within(AreaCode("35.74.03"), AreaCode("35.7"))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("35.74.03.1004", VillageKind.KELURAHAN),
        ("61.06.15.2004", VillageKind.DESA),
        ("91.03.01.3001", VillageKind.DESA),
    ],
)
def test_the_first_digit_of_the_village_part_tells_kelurahan_from_desa(code: str, kind: VillageKind) -> None:
    assert village_kind(parse_area(code)) is kind


def test_a_district_has_no_village_kind() -> None:
    with pytest.raises(ValueError, match="not a village code"):
        village_kind(_MAYANGAN)


def test_a_row_is_at_home_in_its_area_until_it_leaves_its_regency() -> None:
    assert home_of("35.74.03.1004", "35.74") == "35.74.03.1004"
    assert home_of("35.74", "35.74") == "35.74"
    assert home_of("35.13.01.2001", "35.74") == "35.74"


@given(_PARTS, st.integers(2, 4))
def test_the_health_side_of_an_area_lies_beside_it(parts: tuple[str, ...], depth: int) -> None:
    """Nothing that covers the area covers its health side, and the sides cover each other alike."""
    code = AreaCode(".".join(parts[:depth]))
    side = health_side(code)
    assert (plain_side(side), regency_of(side), level(side)) == (code, regency_of(code), level(code))
    assert (is_health_side(side), is_health_side(code)) == (True, False)
    assert health_side(side) == side
    assert {each for each in around(side) if is_health_side(each)} == {
        health_side(each) for each in around(code) if len(each) > 2
    }
    assert not any(is_within(side, AreaCode(each)) for each in around(code) if len(each) > 2)
