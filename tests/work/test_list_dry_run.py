"""The dry run: figures that add up, doubles, and a list as an office sends it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.text import text
from fieldkit.records.regions import RegionTable
from fieldkit.work.lists.dry_run import dry_run
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.known import KnownPeople, KnownResident
from fieldkit.work.lists.mapping import check_mapping, guess_mapping
from fieldkit.work.lists.rows import ListPlace, ListRow, RowReader
from fieldkit.work.practice import (
    DOUBLES,
    JATI,
    OTHER_SEX_IN_NIK,
    PROBOLINGGO,
    PROBOLINGGO_DAY,
    PROBOLINGGO_VILLAGES,
    SERIAL_ZERO,
    UNUSABLE_NIKS,
    WITHOUT_NIK,
    probolinggo_list,
    write_list_xlsx,
)

REGIONS = RegionTable(Path(__file__).parents[2] / "resources" / "regions")
NIK = "3574031211879901"


def resident(name: str = "BUDI SANTOSO") -> KnownResident:
    return KnownResident("id", NIK, name, None, None, JATI)


def _row(line: int = 2, name: str = "BUDI SANTOSO", **fields: object) -> ListRow:
    sound: dict[str, object] = {
        "nik": NIK, "nik_tail": None, "kk": None, "birth_place": None, "birth_date": "1987-11-12", "sex": None,
        "marital": None, "address": None, "rt": None, "rw": None, "village_code": JATI, "phone": None,
    }  # fmt: skip
    return ListRow(line, name=name, **{**sound, **fields})  # type: ignore[arg-type]


def _codes(*rows: ListRow) -> list[tuple[int, str]]:
    return [(finding.line, finding.problem.code) for finding in dry_run(rows, row_count=len(rows)).findings]


@pytest.mark.parametrize("name", ["BUDI SANTOSO", "BUDI SANTOSA", "SANTOSO BUDI", "BOEDI SANTOSO"])
def test_the_same_nik_and_name_twice_is_one_person(name: str) -> None:
    result = dry_run([_row(2), _row(9, name=name)], row_count=2)
    assert [(f.line, f.problem.code) for f in result.findings] == [(9, "double_in_file")]
    assert "baris 2" in str(result.findings[0].problem.message)
    assert (result.good, result.doubles_in_file, [row.line for row in result.rows]) == (1, 1, [2])


@pytest.mark.parametrize("names", [("BUDI SANTOSO", "SITI AMINAH"), ("HASAN BASRI", "HUSEN BASRI"), ("EKO", "EKA")])
def test_two_people_with_one_nik_are_both_taken_and_told(names: tuple[str, str]) -> None:
    result = dry_run([_row(2, name=names[0]), _row(9, name=names[1])], row_count=2)
    assert [(f.line, f.problem.code) for f in result.findings] == [(9, "nik_shared")]
    assert (result.good, result.doubles_in_file, result.with_warnings) == (2, 0, 1)


def test_without_a_nik_name_birth_date_and_village_make_a_person() -> None:
    first = _row(2, nik=None)
    assert _codes(first, _row(3, nik=None, name="H. BUDI SANTOSO, S.Pd")) == [(3, "double_in_file")]
    assert _codes(first, _row(3, nik=None, birth_date="1987-11-13")) == []
    assert _codes(first, _row(3, nik=None, village_code="35.74.03.1002")) == []
    assert _codes(first, _row(3, nik=None, name="BUDI SANTOSO PUTRA")) == []


def test_in_a_reduced_list_the_last_digits_make_a_person() -> None:
    first = _row(2, nik=None, birth_date=None, nik_tail="9901")
    assert _codes(first, _row(3, nik=None, birth_date=None, nik_tail="9901")) == [(3, "double_in_file")]
    assert _codes(first, _row(3, nik=None, birth_date=None, nik_tail="9902")) == []


def test_a_name_alone_makes_no_double_only_a_question() -> None:
    result = dry_run([_row(line, nik=None, birth_date=None) for line in (2, 3)], row_count=2)
    assert [(f.line, f.problem.code, f.problem.severity) for f in result.findings] == [
        (3, "maybe_double", Severity.WARN)
    ]
    assert result.good == 2


def test_people_who_are_here_already_are_counted_and_taken() -> None:
    rows = [_row(2), _row(3, nik="3574035211879902", name="SITI")]
    result = dry_run(rows, row_count=2, known=KnownPeople([resident()]))
    assert (result.known_already, result.good) == (1, 2)


def test_a_nik_that_belongs_to_another_person_here_is_told_by_row_and_the_row_is_taken() -> None:
    rows = [_row(2, name="SITI AMINAH"), _row(3, nik="3574035211879902")]
    result = dry_run(rows, row_count=2, known=KnownPeople([resident("JOKO SUSILO")]))
    assert [(f.line, f.problem.code, f.problem.severity) for f in result.findings] == [
        (2, "nik_of_another", Severity.WARN)
    ]
    assert (result.good, result.with_warnings, result.known_already) == (2, 1, 0)


def test_one_person_under_two_niks_is_asked_about_and_taken() -> None:
    """F-N3: double data; the list brings both, the office decides."""
    other = "3574035211879902"
    assert _codes(_row(2), _row(3, nik=other)) == [(3, "maybe_two_niks")]
    assert _codes(_row(2), _row(3, nik=other, birth_date="1987-11-13")) == []
    here = KnownPeople([resident()._replace(birth_date="1987-11-12")])
    result = dry_run([_row(2, nik=other)], row_count=1, known=here)
    assert [(f.line, f.problem.code, f.problem.severity) for f in result.findings] == [
        (2, "maybe_two_niks", Severity.WARN)
    ]
    assert (result.good, result.with_warnings, result.known_already) == (1, 1, 0)


def test_two_people_who_share_a_nik_here_are_each_known_again() -> None:
    both = KnownPeople([resident("JOKO SUSILO"), resident("SITI AMINAH")._replace(id="second")])
    assert [both.match(_row(name=name)) for name in ("JOKO SUSILO", "SITI AMINAH", "EKO")] == ["id", "second", None]


@pytest.mark.parametrize(
    ("birth_date", "tail"), [("1987-11-12", None), ("1987-11-12", "9901"), (None, "9901")], ids=str
)
def test_somebody_of_a_reduced_list_is_known_again_when_a_list_brings_the_nik(
    birth_date: str | None, tail: str | None
) -> None:
    here = KnownPeople([KnownResident("id", None, "BUDI SANTOSO", birth_date, tail, JATI)])
    assert here.match(_row()) == "id"
    assert here.match(_row(birth_date="1990-01-01", nik="3574030101909902")) is None
    assert here.match(_row(village_code="35.74.03.1002")) is None


def test_rows_of_known_people_come_with_their_resident() -> None:
    rows = [_row(2), _row(3, nik="3574035211879902", name="SITI")]
    result = dry_run(rows, row_count=2, known=KnownPeople([resident()]))
    assert result.matches == ((rows[0], "id"),)


@pytest.mark.parametrize(("ends_in_zero", "suspected"), [(4, False), (30, True)])
def test_many_niks_that_end_in_zero_are_suspected(ends_in_zero: int, suspected: bool) -> None:
    niks = [f"357403{n % 28 + 1:02}{n // 28 + 1:02}879901" for n in range(90)]
    rows = [_row(n, nik=f"{nik[:15]}0" if n < ends_in_zero else nik) for n, nik in enumerate(niks)]
    assert dry_run(rows, row_count=90).rounded_niks_suspected is suspected


def test_progress_is_told_every_thousand_rows_and_at_the_end() -> None:
    told: list[tuple[int, int]] = []
    rows = (_row(n, nik=None, name="A", birth_date=f"{1900 + n % 100}-01-{n // 100:02}") for n in range(2500))
    dry_run(rows, row_count=2500, progress=lambda done, total: told.append((done, total)))
    assert told == [(1000, 2500), (2000, 2500), (2500, 2500)]


def test_more_rows_than_announced_never_show_more_than_all() -> None:
    told: list[tuple[int, int]] = []
    rows = [_row(n, nik=None, birth_date=None) for n in range(1001)]
    dry_run(rows, row_count=3, progress=lambda done, total: told.append((done, total)))
    assert all(done <= total for done, total in told)


def test_what_progress_raises_stops_the_run() -> None:
    class CancelledError(Exception):
        pass

    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    taken: list[int] = []

    def rows() -> object:
        for n in range(5000):
            taken.append(n)
            yield _row(n, nik=None, birth_date=None)

    with pytest.raises(CancelledError):
        dry_run(rows(), row_count=5000, progress=cancel)  # type: ignore[arg-type]
    assert len(taken) == 1000


SEVERITIES = st.lists(st.sampled_from(Severity), max_size=2)
ROWS = st.builds(
    lambda nik, name, village, severities: _row(
        nik=nik,
        name=name,
        village_code=village,
        findings=tuple(Problem("name", "x", text("Contoh."), severity) for severity in severities),
    ),
    st.sampled_from([None, NIK, "3574035211879902"]),
    st.sampled_from(["BUDI", "SITI"]),
    st.sampled_from([JATI, "35.74.03.1002"]),
    SEVERITIES,
)


@given(st.lists(ROWS, max_size=12))
def test_the_figures_always_add_up(rows: list[ListRow]) -> None:
    result = dry_run(rows, row_count=len(rows), known=KnownPeople([resident("BUDI")]))
    assert result.total == len(rows) == result.good + result.refused + result.doubles_in_file
    assert sum(result.by_village.values()) == result.good == len(result.rows)
    assert result.refused == sum(row.refused for row in rows)
    assert result.with_warnings + result.doubles_in_file + result.refused <= result.total
    assert result.known_already == sum(row.nik == NIK and row.name == "BUDI" for row in result.rows)
    assert result.without_nik == sum(row.nik is None for row in result.rows)
    assert not any(row.refused for row in result.rows)


def test_the_practice_list_comes_in_with_all_its_faults_told(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    write_list_xlsx(probolinggo_list().rows, path, REGIONS)
    table = read_rows(path)
    mapping = guess_mapping(table.header)
    check_mapping(mapping, table.header, table.formulas)
    reader = RowReader(mapping, table.header, ListPlace(REGIONS, PROBOLINGGO, PROBOLINGGO_DAY))
    result = dry_run(reader.rows(table), row_count=table.row_count)
    assert (result.good, result.refused, result.doubles_in_file) == (12_222, UNUSABLE_NIKS, DOUBLES)
    assert (result.without_nik, result.with_warnings) == (WITHOUT_NIK, OTHER_SEX_IN_NIK + SERIAL_ZERO)
    assert result.by_village == dict(PROBOLINGGO_VILLAGES)
    assert result.by_village[JATI] == 1_024
    assert not result.rounded_niks_suspected


def test_a_reduced_list_as_text_comes_in_under_a_chosen_village(tmp_path: Path) -> None:
    path = tmp_path / "terbatas.csv"
    path.write_text("Nama;RT/RW;4 digit NIK\nBUDI SANTOSO;003/005;9901\nSITI;1/2;7\n", encoding="utf-8")
    table = read_rows(path)
    mapping = guess_mapping(table.header)
    check_mapping(mapping, table.header, village_chosen=True)
    reader = RowReader(mapping, table.header, ListPlace(REGIONS, "35.74", date(2019, 2, 23), village_code=JATI))
    result = dry_run(reader.rows(table), row_count=table.row_count)
    assert [(row.name, row.rt, row.rw, row.nik_tail) for row in result.rows] == [
        ("BUDI SANTOSO", "003", "005", "9901"),
        ("SITI", "001", "002", "0007"),
    ]
    assert result.findings == ()
