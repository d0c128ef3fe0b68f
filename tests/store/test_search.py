"""One search box over names, NIK and KK."""

from __future__ import annotations

from pathlib import Path

import pytest

from fieldkit.records.tables import RESIDENT
from fieldkit.store.search import SearchHit, search_residents
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from tests.laptops import JATI, add_people, add_user, laptop

ELSEWHERE = "35.74.03.1002"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = laptop(tmp_path_factory.mktemp("laptop"))
    add_user(store)
    add_people(store, "SITI NURAINI", "SITI NUR AINI", "NURAENI SITI RAHAYU", "BUDI HARTONO", "MOHAMMAD RIFKI")
    add_people(store, "SITI NURJANAH", "SOEHARTO DJOKO", village=ELSEWHERE)
    return store


def found(store: Store, typed: str) -> list[SearchHit]:
    return store.query(search_residents, typed, JATI)


def names(store: Store, typed: str) -> set[str]:
    return {hit.name for hit in found(store, typed)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("siti nuraini", {"SITI NURAINI", "SITI NUR AINI", "NURAENI SITI RAHAYU"}),
        ("nuraeni siti", {"SITI NURAINI", "SITI NUR AINI", "NURAENI SITI RAHAYU"}),
        ("budi", {"BUDI HARTONO"}),
        ("hartono b", {"BUDI HARTONO"}),
        ("muh rifqi", {"MOHAMMAD RIFKI"}),
        ("suharto joko", {"SOEHARTO DJOKO"}),
        ("hartomo", {"BUDI HARTONO"}),
        ("jartono", {"BUDI HARTONO"}),
    ],
)
def test_names_are_found_in_any_order_and_spelling(store: Store, typed: str, expected: set[str]) -> None:
    assert expected <= names(store, typed)


def test_every_letter_typed_keeps_the_person(store: Store) -> None:
    for length in range(1, len("budi hartono") + 1):
        assert "BUDI HARTONO" in names(store, "budi hartono"[:length])


@pytest.mark.parametrize("typed", ["3574035211879904", "35740352118799", "9904", "879904", "3574030102039904"])
def test_numbers_are_found_by_front_and_tail(store: Store, typed: str) -> None:
    assert "BUDI HARTONO" in names(store, typed)


def test_this_village_comes_first(store: Store) -> None:
    hits = found(store, "siti")
    assert [hit.is_here for hit in hits] == sorted((hit.is_here for hit in hits), reverse=True)
    assert hits[-1].name == "SITI NURJANAH"


def test_matched_letters_are_marked(store: Store) -> None:
    hit = next(hit for hit in found(store, "siti nura") if hit.name == "SITI NURAINI")
    assert hit.marks == ((0, 4), (5, 4))


@pytest.mark.parametrize("typed", ["", "   ", '"', "a*", "' OR 1=1", "NEAR(", "qq", "zz", "-", "😀", "%%%"])
def test_anything_typed_is_only_ever_searched(store: Store, typed: str) -> None:
    assert isinstance(found(store, typed), list)


def test_nobody_is_found_for_a_stranger(store: Store) -> None:
    assert names(store, "xylophon") == set()


def test_somebody_renamed_in_the_command_that_wrote_them_is_found_by_the_last_name_only(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)

    def verb(unit: Unit) -> None:
        resident = unit.insert(RESIDENT, JATI, name="WAHYUDI", village=JATI)
        unit.update(RESIDENT, resident, name="SUGENG")
        unit.update(RESIDENT, resident, phone="081234901117")

    store.execute(verb)
    assert names(store, "sugeng") == {"SUGENG"}
    assert not found(store, "wahyudi")


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Namesakes of three neighbourhoods, whose numbers are written with zeros and without, and one elsewhere."""
    store = laptop(tmp_path_factory.mktemp("neighbours"))
    add_user(store)
    ids = add_people(store, "SITI AMINAH", "SITI BADRIYAH", "SITI CHOLIFAH", "BUDI HARTONO")
    places = (("03", "05"), ("3", "6"), ("13", "05"), ("003", "005"))
    ids += add_people(store, "SITI DEWI", village=ELSEWHERE)
    for resident, (rt, rw) in zip(ids, (*places, ("03", "05")), strict=True):
        store.execute(lambda unit, who=resident, at=(rt, rw): unit.update(RESIDENT, who, rt=at[0], rw=at[1]))
    return store


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("siti rt 3 rw 5", ["SITI AMINAH"]),
        ("siti rt3", ["SITI AMINAH", "SITI BADRIYAH"]),
        ("RW 05 sitti", ["SITI AMINAH", "SITI CHOLIFAH"]),
        ("rt 03/rw 05", ["BUDI HARTONO", "SITI AMINAH"]),
        ("siti rt 99", []),
    ],
)
def test_rt_and_rw_narrow_to_a_neighbourhood_of_this_village(
    neighbours: Store, typed: str, expected: list[str]
) -> None:
    """OP-1."""
    assert [hit.name for hit in found(neighbours, typed)] == expected


def test_an_rt_whose_number_is_yet_to_come_narrows_nothing(neighbours: Store) -> None:
    assert {hit.name for hit in found(neighbours, "siti rt")} == {hit.name for hit in found(neighbours, "siti")}
