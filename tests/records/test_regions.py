"""The region table: every code of the country, and names as people write them."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.areas import AreaLevel
from fieldkit.records.regions import Region, RegionTable, display_name, name_key

FOLDER = Path(__file__).parents[2] / "resources" / "regions"
FILES = ("provinces.csv", "regencies.csv", "districts.csv", "villages.csv")


def _codes(file: str) -> list[str]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as rows:
        return [row["code"] for row in csv.DictReader(rows)]


@pytest.fixture(scope="module")
def table() -> RegionTable:
    return RegionTable(FOLDER)


@pytest.mark.parametrize("file", FILES)
def test_the_published_files_are_unmodified(file: str) -> None:
    digest = hashlib.sha256((FOLDER / file).read_bytes()).hexdigest()
    assert f"{digest}  {file}" in (FOLDER / "NOTICE").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES)
def test_the_files_are_sorted_by_code_as_the_look_up_needs(file: str) -> None:
    codes = [code.encode() for code in _codes(file)]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize(
    ("level", "count"),
    [(AreaLevel.PROVINCE, 38), (AreaLevel.REGENCY, 514), (AreaLevel.DISTRICT, 7_285), (AreaLevel.VILLAGE, 83_762)],
)
def test_the_whole_country_is_there(table: RegionTable, level: AreaLevel, count: int) -> None:
    assert sum(1 for _ in table.descendants("", level)) == count


def test_villages_are_kelurahan_desa_and_a_few_others(table: RegionTable) -> None:
    kinds = Counter(village.code[9] for village in table.descendants("", AreaLevel.VILLAGE))
    assert kinds == {"1": 8_496, "2": 75_252, "3": 14}


@pytest.mark.parametrize("file", FILES)
def test_first_last_and_every_hundredth_code_are_found_by_code(table: RegionTable, file: str) -> None:
    codes = _codes(file)
    for code in [*codes[::100], codes[-1]]:
        region = table.by_code(code)
        assert region is not None
        assert region.code == code


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("35.74", "Kota Probolinggo"),
        ("35.13", "Kabupaten Probolinggo"),
        ("35.74.03", "Mayangan"),
        ("35.74.03.1004", "Jati"),
        ("35.74.03.1002", "Mangunharjo"),
        ("35.10", "Kabupaten Banyuwangi"),
        ("15.03", "Kabupaten Sarolangun"),
        ("61.06", "Kabupaten Kapuas Hulu"),
        ("61.06.15", "Silat Hilir"),
        ("61.06.15.2004", "Miau Merah"),
        ("61.06.17", "Putussibau Selatan"),
        ("61.06.18", "Kalis"),
        ("16.71", "Kota Palembang"),
        ("16.71.02", "Seberang Ulu Satu"),
        ("16.71.07", "Sukarami"),
    ],
)
def test_the_places_of_the_seeds_have_their_codes(table: RegionTable, code: str, name: str) -> None:
    region = table.by_code(code)
    assert region is not None
    assert region.name == name
    assert region in table.search(name, limit=50)


@pytest.mark.parametrize(
    ("code", "districts"), [("35.74", 5), ("35.10", 25), ("15.03", 11), ("61.06", 23), ("16.71", 18)]
)
def test_the_regencies_of_the_seeds_have_their_districts(table: RegionTable, code: str, districts: int) -> None:
    assert len(table.children(code)) == districts


def test_kota_probolinggo_has_29_kelurahan(table: RegionTable) -> None:
    villages = [v for district in table.children("35.74") for v in table.children(district.code)]
    assert len(villages) == 29
    assert villages == list(table.descendants("35.74", AreaLevel.VILLAGE))


def test_provinces_are_the_children_of_no_code_and_villages_have_none(table: RegionTable) -> None:
    assert len(table.children()) == 38
    assert table.children("35.74.03.1004") == []


@pytest.mark.parametrize(("name", "count"), [("Jati", 25), ("Mangunharjo", 8)])
def test_names_that_occur_often_are_all_offered_so_that_the_code_decides(
    table: RegionTable, name: str, count: int
) -> None:
    found = [r for r in table.search(f"Kel. {name}", limit=100) if r.name == name]
    assert len(found) == count
    assert {r.level for r in found} == {AreaLevel.VILLAGE}


@pytest.mark.parametrize(
    ("typed", "within", "code"),
    [
        ("Seberang Ulu I", None, "16.71.02"),
        ("SEBERANG ULU 1", None, "16.71.02"),
        ("Seberang Ulu II", None, "16.71.03"),
        ("Sukarame", "16.71", "16.71.07"),
        ("Sukarame", None, "16.71.07"),
        ("7 Ulu", "16.71", "16.71.02.1006"),
        ("jati", "35.74", "35.74.03.1004"),
        ("Jati", "3574", "35.74.03.1004"),
        ("Kedung Galeng", "35.74", "35.74.02.1003"),
        ("CURAH GRINTING", "35.74", "35.74.04.1005"),
        ("kebonsari wetn", "35.74", "35.74.04.1004"),
        ("Soekoharjo", "35.74", "35.74.04.1002"),
        ("mangun", "35.74", "35.74.03.1002"),
        ("Kab. Probolinggo", None, "35.13"),
        ("Kota Probolinggo", None, "35.74"),
        ("Kec. Mayangan", None, "35.74.03"),
        ("Kel Mayangan", "35.74", "35.74.03.1001"),
        ("Putusibau Slatan", None, "61.06.17"),
    ],
)
def test_a_name_is_found_as_people_write_it(table: RegionTable, typed: str, within: str | None, code: str) -> None:
    assert table.search(typed, within)[0].code == code


def test_a_regency_is_found_without_its_kind(table: RegionTable) -> None:
    assert {r.code for r in table.search("Probolinggo")[:2]} == {"35.13", "35.74"}


@pytest.mark.parametrize("typed", ["", "  ", "...", "xqzwvk"])
def test_what_is_no_name_finds_nothing(table: RegionTable, typed: str) -> None:
    assert table.search(typed, "35.74") == []


def test_every_alias_means_a_region_that_exists(table: RegionTable) -> None:
    with (FOLDER / "aliases.csv").open(encoding="utf-8", newline="") as file:
        assert len(table.aliases) == len(list(csv.DictReader(file))) > 0


def test_a_path_names_everything_from_the_province_down(table: RegionTable) -> None:
    assert table.path_names("35.74.03.1004") == ("Jawa Timur", "Kota Probolinggo", "Mayangan", "Jati")
    assert table.path_names("357403") == ("Jawa Timur", "Kota Probolinggo", "Mayangan")


@pytest.mark.parametrize(
    "code", ["", "3", "99", "35.99", "35.74.03.9999", "35.74.99.1004", "357403100", "jati", "35.74.03.1004x"]
)
def test_an_unknown_code_is_no_region_and_no_error(table: RegionTable, code: str) -> None:
    assert table.by_code(code) is None
    assert table.path_names(code) == ()


def test_only_the_code_of_a_district_is_a_known_district(table: RegionTable) -> None:
    assert table.is_known_district("35.74.03")
    assert table.is_known_district("357403")
    assert not table.is_known_district("35.74.99")
    assert not table.is_known_district("35.74")
    # Moved to 96.xx; people still carry it in their NIK.
    assert not table.is_known_district("92.71.01")


@given(st.text())
def test_any_text_can_be_looked_up(typed: str) -> None:
    table = RegionTable(FOLDER)
    assert all(isinstance(r, Region) and r.code.startswith("35.74.03") for r in table.search(typed, "35.74.03"))
    assert table.by_code(typed) is None or typed.strip("0123456789.") == ""


@given(st.sampled_from(_codes("villages.csv")))
def test_a_code_without_dots_means_the_same(code: str) -> None:
    table = RegionTable(FOLDER)
    assert table.by_code(code.replace(".", "")) == table.by_code(code) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KEDUNG ASEM", "Kedungasem"),
        ("Ulu I", "ulu satu"),
        ("Ulu II", "Ulu 2"),
        ("Bathin VIII", "Bathin Delapan"),
        ("Kaway XVI", "Kaway 16"),
        ("Belitang IX", "Belitang 9"),
        ('Ra"as', "Raas"),
        ("Tjuruk", "Curuk"),
        ("Djati", "Jati"),
        ("Tallunglipu", "Talunglipu"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ulu I", "Ulu II"), ("Kota Probolinggo", "Kabupaten Probolinggo"), ("Lor", "Kidul")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("KEBONSARI WETAN", "Kebonsari Wetan"),
        ("SEBERANG ULU II", "Seberang Ulu II"),
        ("KABUPATEN PANGKAJENE DAN KEPULAUAN", "Kabupaten Pangkajene dan Kepulauan"),
        ("MISOOL (MISOOL UTARA)", "Misool (Misool Utara)"),
        ("WARI/TAIYEVE II", "Wari/Taiyeve II"),
        ("candirejo", "Candirejo"),
        ("Deme i", "Deme I"),
        ('Ra"as', "Ra'as"),
        ("KI'E", "Ki'e"),
        ("STL Ulu Terawas", "STL Ulu Terawas"),
        ("2 x 11 Kayu Tanam", "2 x 11 Kayu Tanam"),
        ("Leme-leme darat", "Leme-leme Darat"),
    ],
)
def test_names_are_shown_as_people_write_them(raw: str, shown: str) -> None:
    assert display_name(raw) == shown
