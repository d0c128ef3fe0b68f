"""Rows of lists: what is taken, what is flagged, what is refused, and that nothing in them ever raises."""

from __future__ import annotations

import datetime
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.errors import Severity
from fieldkit.domain.people.nik import check_nik
from fieldkit.domain.people.person import Marital
from fieldkit.domain.people.sex import Sex
from fieldkit.records.regions import RegionTable
from fieldkit.work.lists.dates import read_birth_date
from fieldkit.work.lists.mapping import FIELDS, mapping_from
from fieldkit.work.lists.rows import ListPlace, ListRow, RowReader
from fieldkit.work.lists.table import Cell, RawTable, Rows
from fieldkit.work.lists.villages import VillageFinder

REGIONS = RegionTable(Path(__file__).parents[2] / "resources" / "regions")
ON = date(2019, 2, 23)
PLACE = ListPlace(REGIONS, "35.74", ON)
WHOLE = mapping_from({field: field for field in FIELDS})
JATI = "35.74.03.1004"
SOUND: dict[str, Cell] = {
    "nik": "3574031211879901",
    "kk": "3574031501109901",
    "name": "BUDI SANTOSO",
    "birth_place": "PROBOLINGGO",
    "birth_date": "12-11-1987",
    "sex": "L",
    "marital": "KAWIN",
    "address": "Jl. Ikan Tongkol No. 3",
    "rt": "003",
    "rw": "005",
    "village": "JATI",
    "district": "MAYANGAN",
}


def _read(place: ListPlace = PLACE, **cells: Cell) -> ListRow:
    reader = RowReader(WHOLE, FIELDS, place)
    return reader.read(7, [{**SOUND, **cells}.get(field, "") for field in FIELDS])


def _codes(row: ListRow) -> list[str]:
    return [finding.code for finding in row.findings]


def test_a_sound_row_is_taken_as_it_stands() -> None:
    assert _read() == ListRow(
        line=7,
        nik="3574031211879901",
        nik_tail=None,
        kk="3574031501109901",
        name="BUDI SANTOSO",
        birth_place="PROBOLINGGO",
        birth_date="1987-11-12",
        sex=Sex.MALE,
        marital=Marital.MARRIED,
        address="Jl. Ikan Tongkol No. 3",
        rt="003",
        rw="005",
        village_code=JATI,
        phone=None,
        findings=(),
    )


# NIK


@pytest.mark.parametrize("cell", [3574031211879901, 3574031211879900.0, 3.57403e15, 0, True, ON])
def test_a_nik_that_is_no_text_is_refused(cell: Cell) -> None:
    row = _read(nik=cell)
    assert _codes(row) == ["nik_as_number"]
    assert row.refused
    assert row.nik is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("3.57E+15", "scientific"),
        ("3,57403E+15", "scientific"),
        ("35740312118799O1", "letters"),
        ("357403121187990", "not_16_digits"),
        ("35740312118799011", "not_16_digits"),
        ("９" * 16, "letters"),
    ],
)
def test_a_nik_that_is_none_is_refused_in_words_for_a_list(cell: str, code: str) -> None:
    row = _read(nik=cell)
    assert _codes(row) == [code]
    assert row.refused
    assert "Baris ini tidak diambil" in str(row.findings[0].message)


@pytest.mark.parametrize("cell", [" 3574 0312.1187-9901 ", "'3574031211879901", "3574031211879901\u00a0"])
def test_blanks_dots_and_marks_in_a_nik_are_forgiven(cell: str) -> None:
    row = _read(nik=cell)
    assert (row.nik, row.findings) == ("3574031211879901", ())


@pytest.mark.parametrize(
    ("cells", "code", "severity"),
    [
        ({"nik": "3574031211870000"}, "serial_zero", Severity.WARN),
        ({"nik": "3574035211879902"}, "sex_mismatch", Severity.WARN),
        ({"nik": "3574031311879901"}, "birth_date_mismatch", Severity.WARN),
        ({"nik": "3574031213879908"}, "month_out_of_range", Severity.WARN),
        ({"nik": "6106151211879910"}, "issued_elsewhere", Severity.INFO),
        ({"nik": "9271011211879909"}, "region_unknown_or_retired", Severity.INFO),
    ],
)
def test_a_doubtful_nik_is_taken_and_flagged(cells: dict[str, Cell], code: str, severity: Severity) -> None:
    row = _read(**cells)
    assert [(finding.code, finding.severity) for finding in row.findings] == [(code, severity)]
    assert not row.refused
    assert row.nik == cells["nik"]


def test_no_nik_is_no_fault() -> None:
    row = _read(nik="", nik_tail="9901")
    assert (row.nik, row.nik_tail, row.findings) == (None, "9901", ())


@pytest.mark.parametrize("cell", ["************9901", "357403******9901", "xxxx9901"])
def test_a_masked_nik_gives_its_last_four_digits(cell: str) -> None:
    row = _read(nik=cell)
    assert (row.nik, row.nik_tail, row.findings) == (None, "9901", ())


@pytest.mark.parametrize(
    ("cell", "tail"), [("9901", "9901"), (9901.0, "9901"), (7, "0007"), ("0007", "0007"), ("", None)]
)
def test_the_last_four_digits_may_come_as_a_number(cell: Cell, tail: str | None) -> None:
    row = _read(nik="", nik_tail=cell)
    assert (row.nik_tail, row.findings) == (tail, ())


@pytest.mark.parametrize("cell", ["99O1", "12345", "-1x"])
def test_last_digits_that_are_none_are_left_out_and_flagged(cell: str) -> None:
    row = _read(nik="", nik_tail=cell)
    assert (row.nik_tail, _codes(row)) == (None, ["nik_tail_unread"])


@given(
    born=st.dates(date(1930, 1, 1), date(2003, 2, 22)),
    listed=st.dates(date(1930, 1, 1), date(2003, 2, 22)) | st.none(),
    sex=st.sampled_from(Sex),
    listed_sex=st.sampled_from(["L", "P", ""]),
    district=st.sampled_from(["357401", "357403", "351301", "927101"]),
    serial=st.sampled_from(["0000", "9901", "9999"]),
)
def test_the_short_way_of_a_sound_nik_finds_what_the_whole_check_finds(
    born: date, listed: date | None, sex: Sex, listed_sex: str, district: str, serial: str
) -> None:
    day = born.day + (40 if sex is Sex.FEMALE else 0)
    nik = f"{district}{day:02}{born:%m%y}{serial}"
    row = _read(nik=nik, birth_date=listed or "", sex=listed_sex)
    check = check_nik(
        nik,
        on=ON,
        birth_date=listed,
        sex={"L": Sex.MALE, "P": Sex.FEMALE, "": None}[listed_sex],
        home_regency="35.74",
        is_known_district=REGIONS.is_known_district,
    )
    assert (row.nik, row.findings) == (check.nik, check.findings)


# The other columns


@pytest.mark.parametrize(
    ("cell", "kk"), [("3574031501109901", "3574031501109901"), ("3574 0315 0110 9901", "3574031501109901"), ("", None)]
)
def test_a_family_card_number_is_read(cell: Cell, kk: str | None) -> None:
    row = _read(kk=cell)
    assert (row.kk, row.findings) == (kk, ())


@pytest.mark.parametrize("cell", [3574031501109900.0, "3,57E+15", "35740315", "KK HILANG"])
def test_a_family_card_number_that_is_none_is_left_out_and_the_row_taken(cell: Cell) -> None:
    row = _read(kk=cell)
    assert (row.kk, _codes(row), row.refused) == (None, ["kk_unread"], False)


@pytest.mark.parametrize(
    ("cell", "name"),
    [("  siti   aminah ", "SITI AMINAH"), ("Asy'ari", "ASY'ARI"), ("H. Abdul, S.Pd", "H. ABDUL, S.PD")],
)
def test_names_are_written_as_on_the_family_card(cell: str, name: str) -> None:
    row = _read(name=cell)
    assert (row.name, row.findings) == (name, ())


def test_what_nobody_sees_comes_into_no_name_and_no_address() -> None:
    row = _read(
        name="\ufeffSITI\u00ad\u200d AMINAH\u202c", address="JL. IKAN\u200b PAUS\u200e", birth_place="PRO\u00adBOLINGGO"
    )
    assert (row.name, row.address, row.birth_place) == ("SITI AMINAH", "JL. IKAN PAUS", "PROBOLINGGO")


@pytest.mark.parametrize("cell", ["", "   ", "\u200d\ufeff"])
def test_a_row_without_a_name_is_refused(cell: str) -> None:
    row = _read(name=cell)
    assert (_codes(row), row.refused) == (["name_missing"], True)


@pytest.mark.parametrize("cell", ["BUDI 2", 12345.0])
def test_a_name_with_digits_is_flagged(cell: Cell) -> None:
    row = _read(name=cell)
    assert (_codes(row), row.refused) == (["name_with_digits"], False)


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        ("L", Sex.MALE), ("laki-laki", Sex.MALE), ("LAKI - LAKI", Sex.MALE), ("Lk", Sex.MALE), (1.0, Sex.MALE),
        ("P", Sex.FEMALE), ("Perempuan", Sex.FEMALE), ("PR.", Sex.FEMALE), (2, Sex.FEMALE), ("wanita", Sex.FEMALE),
    ],
)  # fmt: skip
def test_sex_is_read_in_any_usual_form(cell: Cell, sex: Sex) -> None:
    row = _read(sex=cell, nik="")
    assert (row.sex, row.findings) == (sex, ())


@pytest.mark.parametrize(
    ("cell", "marital"),
    [
        ("BELUM KAWIN", Marital.SINGLE), ("Belum Menikah", Marital.SINGLE), ("B", Marital.SINGLE),
        ("KAWIN", Marital.MARRIED), ("Kawin Tercatat", Marital.MARRIED), ("S", Marital.MARRIED),
        ("CERAI HIDUP", Marital.EVER_MARRIED), ("Cerai Mati", Marital.EVER_MARRIED), ("P", Marital.EVER_MARRIED),
        ("", None), ("entah", None),
    ],
)  # fmt: skip
def test_marital_status_is_read_in_any_usual_form(cell: str, marital: Marital | None) -> None:
    assert _read(marital=cell).marital is marital


@pytest.mark.parametrize(("field", "code"), [("birth_date", "birth_date_unread"), ("sex", "sex_unread")])
def test_what_can_not_be_read_is_left_out_and_flagged(field: str, code: str) -> None:
    row = _read(**{"nik": "", field: "entah"})
    assert (_codes(row), row.refused, getattr(row, field)) == ([code], False, None)


@pytest.mark.parametrize(
    ("cells", "rt", "rw"),
    [
        ({"rt": "3", "rw": "05"}, "003", "005"),
        ({"rt": 3.0, "rw": 12.0}, "003", "012"),
        ({"rt": "RT 03", "rw": "RW. 5"}, "003", "005"),
        ({"rt": "", "rw": "", "rt_rw": "003/005"}, "003", "005"),
        ({"rt": "", "rw": "", "rt_rw": "RT.3 RW.5"}, "003", "005"),
        ({"rt": "3/5", "rw": ""}, "003", "005"),
        ({"rt": "000", "rw": "-"}, None, None),
        ({"rt": "", "rw": ""}, None, None),
        ({"rt": "Timur", "rw": ""}, "Timur", None),
    ],
)
def test_rt_and_rw_are_read_in_any_usual_form(cells: dict[str, Cell], rt: str | None, rw: str | None) -> None:
    row = _read(**cells)
    assert (row.rt, row.rw) == (rt, rw)


@pytest.mark.parametrize(
    ("cell", "phone"),
    [("0812-0000-1234", "+6281200001234"), (81200001234.0, "+6281200001234"), ("tetangga", "tetangga"), ("", None)],
)
def test_a_phone_number_is_kept_as_it_can_be_dialled_or_as_typed(cell: Cell, phone: str | None) -> None:
    assert _read(phone=cell).phone == phone


# Birth dates


@pytest.mark.parametrize(
    "cell",
    [
        "12-11-1987", "12/11/1987", "12.11.1987", "12|11|1987", "12 11 1987", "1987-11-12", "1987/11/12",
        "12 November 1987", "12 Nop 1987", "12-Nov-1987", "12-11-87", "12111987", "19871112", "1987-11-12 00:00:00",
        "12-11-1987 00:00", "1987-11-12T00:00:00Z", date(1987, 11, 12),
        datetime.datetime.fromisoformat("1987-11-12 10:30"),
        32093, 32093.0, "32093", 12111987.0,
    ],
)  # fmt: skip
def test_a_birth_date_is_read_in_any_usual_form(cell: Cell) -> None:
    assert read_birth_date(cell, ON) == date(1987, 11, 12)


@pytest.mark.parametrize(
    ("cell", "year"), [("01-01-02", 2002), ("01-01-04", 1904), ("01-01-19", 1919), ("01-01-99", 1999)]
)
def test_a_year_of_two_digits_makes_the_person_at_least_16(cell: str, year: int) -> None:
    assert read_birth_date(cell, ON) == date(year, 1, 1)


@pytest.mark.parametrize(
    "cell",
    ["", "-", "31-02-1987", "00-00-1955", "12-13-1987", "24-02-2019", "12-11-1887", "1955", 0, 7, 1e20, -5.0,
     float("nan"), float("inf"), True, datetime.time(1), datetime.timedelta(1), "besok", "12 Foo 1987", "99999999"],
)  # fmt: skip
def test_what_can_be_no_birth_date_is_none(cell: Cell) -> None:
    assert read_birth_date(cell, ON) is None


@given(st.dates(date(1900, 1, 1), ON))
def test_every_day_is_read_from_every_form(day: date) -> None:
    forms = (day, f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", day.isoformat(), f"{day:%d%m%Y}")
    assert {read_birth_date(form, ON) for form in forms} == {day}


@given(st.dates(date(1928, 1, 1), ON))
def test_every_day_is_read_from_its_serial_number(day: date) -> None:
    assert read_birth_date(float((day - date(1899, 12, 30)).days), ON) == day


# Villages


@pytest.mark.parametrize(
    ("village", "code"),
    [
        ("JATI", JATI),
        ("Kel. Jati", JATI),
        ("KELURAHAN JATI", JATI),
        (JATI, JATI),
        ("3574031004", JATI),
        (3574031004.0, JATI),
        ("Kedung Galeng", "35.74.02.1003"),
        ("CURAH GRINTING", "35.74.04.1005"),
    ],
)
def test_a_village_is_found_by_name_or_code(village: Cell, code: str) -> None:
    row = _read(village=village, district="")
    assert (row.village_code, row.findings) == (code, ())


def test_a_village_with_a_typing_error_is_taken_and_the_reading_told() -> None:
    row = _read(village="MANGUNHARJA")
    assert (row.village_code, _codes(row), row.refused) == ("35.74.03.1002", ["village_similar"], False)
    assert "Mangunharjo" in str(row.findings[0].message)


@pytest.mark.parametrize(
    ("village", "code"),
    [
        ("", "village_missing"),
        ("ANTAH BERANTAH", "village_unknown"),
        ("KEBONSARI", "village_unknown"),
        ("35.13.19.2001", "village_unknown"),
        ("35.74.03", "village_unknown"),
        ("99.99.99.9999", "village_unknown"),
        ("Kec. Jati", "village_unknown"),
        ("...", "village_unknown"),
        ("Ｊ", "village_unknown"),
    ],
)
def test_a_village_that_is_not_of_this_regency_refuses_the_row(village: str, code: str) -> None:
    row = _read(village=village)
    assert (row.village_code, _codes(row), row.refused) == ("", [code], True)


def test_a_village_chosen_for_all_rows_needs_no_column() -> None:
    row = _read(ListPlace(REGIONS, "35.74", ON, village_code=JATI), village="ANTAH BERANTAH")
    assert (row.village_code, row.findings) == (JATI, ())


def test_one_name_in_several_districts_is_told_apart_by_the_district() -> None:
    names = [village.name for village in REGIONS.descendants("35.13", AreaLevel.VILLAGE)]
    twice = next(name for name in names if names.count(name) > 1)
    finder = VillageFinder(REGIONS, "35.13")
    codes = [village.code for village in REGIONS.descendants("35.13", AreaLevel.VILLAGE) if village.name == twice]
    for code in codes:
        assert finder.find(twice, f"Kec. {REGIONS.path_names(code)[2]}").code == code
    unclear = finder.find(twice)
    assert [finding.code for finding in unclear.findings] == ["village_ambiguous"]
    assert finder.find(twice, "ENTAH") == unclear


def test_an_alias_of_a_district_tells_villages_apart(tmp_path: Path) -> None:
    for file in Path(REGIONS._folder).glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "aliases.csv").write_text(
        "name,code\nKota Lama,35.13.19\nDringoe Lor,35.13.19.2001\n", encoding="utf-8"
    )
    finder = VillageFinder(RegionTable(tmp_path), "35.13")
    assert finder.find("Dringu Lor").code == "35.13.19.2001"


# Whole tables


def _table(rows: list[list[Cell]]) -> RawTable:
    return RawTable(FIELDS, Rows(lambda: iter(rows), 0), 5, len(rows), "Daftar", ("Daftar",))


def test_empty_rows_are_passed_over_and_lines_are_counted_as_in_excel() -> None:
    sound: list[Cell] = [SOUND.get(field, "") for field in FIELDS]
    rows = [sound, [""] * len(FIELDS), ["  "] * len(FIELDS), [], sound]
    assert [row.line for row in RowReader(WHOLE, FIELDS, PLACE).rows(_table(rows))] == [5, 9]


def test_a_row_with_something_but_no_name_is_not_passed_over() -> None:
    rows = [["Jumlah", "12"]]
    (row,) = RowReader(WHOLE, FIELDS, PLACE).rows(_table(cast("list[list[Cell]]", rows)))
    assert row.refused


def test_rows_shorter_or_longer_than_the_header_are_read() -> None:
    header = ("NAMA", "KELURAHAN", "HP")
    reader = RowReader(mapping_from({"name": "NAMA", "village": "KELURAHAN", "phone": "HP"}), header, PLACE)
    assert reader.read(2, ["BUDI", "JATI"]).village_code == JATI
    assert reader.read(3, ["BUDI", "JATI", "", "lebih", "lagi"]).findings == ()


CELLS = st.one_of(
    st.text(max_size=20),
    st.text("0123456789 .-/'*xE+,", max_size=20),
    st.floats(),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(list(SOUND.values())),
)


@given(st.lists(CELLS, max_size=len(FIELDS) + 2))
def test_nothing_in_a_row_ever_raises_and_what_is_not_taken_is_told(cells: list[Cell]) -> None:
    row = RowReader(WHOLE, FIELDS, PLACE).read(1, cells)
    assert row.refused == any(finding.severity is Severity.STOP for finding in row.findings)
    assert row.refused or (row.name and row.village_code)
    assert all(str(finding.message) for finding in row.findings)
    assert row.nik is None or (len(row.nik) == 16 and row.nik.isdigit())
    assert row.birth_date is None or date.fromisoformat(row.birth_date) <= ON


@pytest.mark.parametrize(
    "field",
    [
        field
        for field in FIELDS
        if field not in {"district", "marital", "birth_place", "address", "rt", "rw", "rt_rw", "phone"}
    ],
)
def test_no_message_holds_the_number_or_the_name_of_a_person(field: str) -> None:
    row = _read(**{"nik_tail": "", field: "3574031211879901X BUDI"})
    messages = " ".join(str(finding.message) for finding in row.findings if field != "village")
    assert "3574031211879901" not in messages
    assert "BUDI" not in messages


@pytest.mark.parametrize("cells", [{"rt": '0"03'}, {"rw": '00"5'}, {"rt": '"003'}])
def test_a_mark_in_an_rt_or_rw_is_flagged_since_it_may_be_read_as_another(cells: dict[str, Cell]) -> None:
    assert "cells_joined" in _codes(_read(**cells))
