"""Columns of lists by the many names that offices give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import FileError
from fieldkit.work.lists.mapping import (
    FIELDS,
    ColumnMapping,
    check_mapping,
    field_label,
    guess_mapping,
    is_reduced,
    mapping_from,
    missing_fields,
    signature,
)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("NIK", "nik"),
        ("No. NIK", "nik"),
        ("Nomor Induk Kependudukan", "nik"),
        ("NO_KTP", "nik"),
        ("4 Digit NIK", "nik_tail"),
        ("NIK akhir", "nik_tail"),
        ("NIK (4 digit terakhir)", "nik"),
        ("NO KK", "kk"),
        ("No. Kartu Keluarga", "kk"),
        ("NKK", "kk"),
        ("NAMA LENGKAP", "name"),
        ("Nama_Lgkp", "name"),
        ("nama penduduk", "name"),
        ("TEMPAT LAHIR", "birth_place"),
        ("TMP LHR", "birth_place"),
        ("TGL LAHIR", "birth_date"),
        ("Tanggal Lahir (DD-MM-YYYY)", "birth_date"),
        ("JK", "sex"),
        ("L/P", "sex"),
        ("Jenis Kelamin", "sex"),
        ("STATUS KAWIN", "marital"),
        ("Status Perkawinan", "marital"),
        ("ALAMAT", "address"),
        ("RT", "rt"),
        ("NO. RW", "rw"),
        ("RT/RW", "rt_rw"),
        ("RT / RW", "rt_rw"),
        ("KELURAHAN", "village"),
        ("Desa/Kelurahan", "village"),
        ("KODE KEL", "village"),
        ("KECAMATAN", "district"),
        ("NAMA_KEC", "district"),
        ("No. HP", "phone"),
        ("Nomor WA", "phone"),
    ],
)
def test_a_title_is_understood(title: str, field: str) -> None:
    assert guess_mapping([title]).columns() == {field: title}


@pytest.mark.parametrize(
    ("title", "field"),
    [("NAMA LENGAKP", "name"), ("TANGAL LAHIR", "birth_date"), ("KELURAHN", "village"), ("Kecamatn", "district")],
)
def test_a_title_with_a_typing_error_is_understood(title: str, field: str) -> None:
    assert guess_mapping(["NIK", title]).columns() == {"nik": "NIK", field: title}


@pytest.mark.parametrize(
    "title", ["NO", "NAMA AYAH", "NAMA IBU", "KETERANGAN", "AGAMA", "UMUR", "PEKERJAAN", "", "TPS"]
)
def test_a_title_that_means_something_else_is_left_alone(title: str) -> None:
    assert guess_mapping([title]) == ColumnMapping()


def test_an_exact_title_wins_over_a_similar_one_before_it() -> None:
    assert guess_mapping(["NAMA LENGKAPP", "NAMA LENGKAP"]).name == "NAMA LENGKAP"


def test_a_reduced_list_is_known_by_the_missing_nik() -> None:
    mapping = guess_mapping(["Nama", "RT/RW", "4 digit NIK"])
    assert mapping.columns() == {"name": "Nama", "rt_rw": "RT/RW", "nik_tail": "4 digit NIK"}
    assert is_reduced(mapping)
    assert not is_reduced(guess_mapping(["NIK", "NAMA"]))


def test_name_and_village_are_needed_unless_the_planner_has_chosen_the_village() -> None:
    assert missing_fields(guess_mapping(["NIK"])) == ("name", "village")
    assert missing_fields(guess_mapping(["NIK", "NAMA"]), village_chosen=True) == ()


def test_a_list_with_wrong_columns_is_refused_by_the_names_of_what_is_missing() -> None:
    header = ("Tanggal", "Jumlah")
    with pytest.raises(FileError) as refused:
        check_mapping(guess_mapping(header), header)
    assert str(refused.value.title) == "Kolom nama, kelurahan atau desa tidak ditemukan di daftar ini."


def test_a_remembered_mapping_that_does_not_fit_is_refused() -> None:
    mapping = mapping_from({"name": "NAMA", "village": "KEL"})
    assert not mapping.fits(("NAMA", "DESA"))
    with pytest.raises(FileError) as refused:
        check_mapping(mapping, ("NAMA", "DESA"))
    assert str(refused.value.title) == "Kolom KEL tidak ditemukan di daftar ini."


def test_formulas_matter_only_in_columns_that_are_used() -> None:
    header = ("NO", "NAMA", "DESA")
    mapping = guess_mapping(header)
    check_mapping(mapping, header, ["NO"])
    with pytest.raises(FileError) as refused:
        check_mapping(mapping, header, ["NO", "DESA"])
    assert str(refused.value.title) == "Kolom DESA berisi rumus yang belum dihitung."


def test_a_mapping_is_remembered_by_its_columns_and_forgets_fields_it_does_not_know() -> None:
    mapping = guess_mapping(["NIK", "NAMA", "DESA"])
    assert mapping_from({**mapping.columns(), "blood_type": "GOL DARAH"}) == mapping


def test_the_same_layout_has_the_same_signature_however_it_is_typed() -> None:
    assert signature(["No. KK", "NAMA LENGKAP"]) == signature(["NO KK", "Nama_Lengkap"])
    assert signature(["NAMA", "NIK"]) != signature(["NIK", "NAMA"])
    assert signature(["AB", "C"]) != signature(["A", "BC"])


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_name_for_people(field: str) -> None:
    assert str(field_label(field)) not in {"", field}


@given(st.lists(st.text(max_size=20), max_size=20, unique=True))
def test_any_header_gives_each_column_at_most_one_field(header: list[str]) -> None:
    columns = guess_mapping(header).columns()
    assert set(columns.values()) <= set(header)
    assert len(set(columns.values())) == len(columns)
