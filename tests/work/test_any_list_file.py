"""Real .xlsx and .csv files with whatever stands in their cells: a row is right or its fault is named, none is lost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from fieldkit.domain.errors import FileError
from fieldkit.domain.people.written import as_seen
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.mapping import check_mapping, guess_mapping
from fieldkit.work.lists.opening import open_table
from fieldkit.work.lists.rows import ListRow, RowReader
from fieldkit.work.lists.table import RawTable
from tests.work.sheet_makers import XmlCell, save_workbook
from tests.work.test_list_rows import ON, PLACE

TITLES = ("NIK", "NAMA LENGKAP", "TGL LAHIR", "JK", "ALAMAT", "RT", "RW", "KELURAHAN", "NO HP")
NIK = "3574031211879901"
LONG = "JL. IKAN PAUS " * 4_000
LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="_\ufffe\uffff\r\n")
TEXTS = st.one_of(
    st.text(LETTERS, max_size=30),
    st.text(st.characters(max_codepoint=0x1F), max_size=5),
    st.sampled_from(["", " ", "=1+1", "@SUM(A1)", "-", "00", "1e400", "\u202eATIS", "#N/A", LONG, "<b>&amp;"]),
)
VALUES = st.one_of(
    st.builds(XmlCell, st.just("s"), TEXTS, st.booleans()),
    st.builds(XmlCell, st.just("n"), st.integers(-(10**30), 10**30), st.booleans()),
    st.builds(XmlCell, st.just("n"), st.floats(allow_nan=False, allow_infinity=False), st.booleans()),
    st.builds(XmlCell, st.just("b"), st.booleans(), st.booleans()),
    st.builds(XmlCell, st.just("d"), st.dates(date(1904, 1, 2), date(2200, 1, 1)), st.booleans()),
    st.builds(XmlCell, st.just("e"), st.sampled_from(["#N/A", "#REF!", "#VALUE!", "#DIV/0!"]), st.booleans()),
)
DAYS = st.dates(date(1927, 6, 1), ON)


def words(*texts: str) -> list[XmlCell]:
    return [XmlCell("s", text) for text in texts]


def taken(table: RawTable) -> list[ListRow]:
    return list(RowReader(guess_mapping(table.header), table.header, PLACE).rows(table))


def name_of(number: int) -> str:
    return f"BUDI {'ABCDEFGHIJ'[number]}"


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.lists(VALUES, min_size=8, max_size=8), min_size=1, max_size=6), is_1904=st.booleans())
def test_whatever_stands_in_the_cells_beside_it_each_name_comes_with_its_line(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[XmlCell]], is_1904: bool
) -> None:
    people = [[row[0], *words(name_of(number)), *row[1:]] for number, row in enumerate(rows)]
    sheets = [("Daftar", "visible", [words(*TITLES), *people])]
    found = taken(open_table(save_workbook(tmp_path_factory.mktemp("any") / "a.xlsx", sheets, is_1904=is_1904)))
    assert [(row.line, row.name) for row in found] == [(at + 2, name_of(at)) for at in range(len(rows))]
    for row, cells in zip(found, people, strict=True):
        assert row.refused or row.nik is None or str(cells[0].value).strip()
        assert all(str(finding.message) for finding in row.findings)


@settings(max_examples=80, deadline=None)
@given(day=DAYS, is_1904=st.booleans(), way=st.sampled_from(["date", "serial", "text", "formula"]))
def test_a_birth_date_is_the_same_in_both_date_systems(
    tmp_path_factory: pytest.TempPathFactory, day: date, is_1904: bool, way: str
) -> None:
    """Excel on older Macs counts from 1904: four years and a day lie between the two."""
    base = date(1904, 1, 1) if is_1904 else date(1899, 12, 30)
    serial = (day - base).days
    cell = {
        "date": XmlCell("d", day),
        "formula": XmlCell("d", day, is_formula=True),
        "serial": XmlCell("n", serial),
        "text": XmlCell("s", f"{day:%d-%m-%Y}"),
    }[way]
    rows = [words(*TITLES[:3]), [*words("", "BUDI"), cell]]
    path = save_workbook(tmp_path_factory.mktemp("day") / "a.xlsx", [("Daftar", "visible", rows)], is_1904=is_1904)
    (row,) = taken(open_table(path))
    # Serial numbers of four digits might as well be a year.
    assert row.birth_date == day.isoformat() or (way == "serial" and serial < 10_000 and row.birth_date is None)


def test_a_serial_number_means_the_same_through_the_reader_of_its_own(tmp_path: Path) -> None:
    day = date(1987, 11, 12)
    rows = [words(*TITLES[:3]), [*words(NIK, "BUDI"), XmlCell("n", (day - date(1904, 1, 1)).days)]]
    (row,) = taken(read_rows(save_workbook(tmp_path / "a.xlsx", [("Daftar", "visible", rows)], is_1904=True)))
    assert (row.nik, row.birth_date) == (NIK, "1987-11-12")


@settings(max_examples=60, deadline=None)
@given(address=st.text(LETTERS, max_size=60), is_formula=st.booleans())
def test_a_text_comes_as_it_is_seen_also_from_a_calculated_formula(
    tmp_path_factory: pytest.TempPathFactory, address: str, is_formula: bool
) -> None:
    rows = [words(*TITLES[:2], "ALAMAT"), [*words(NIK, "BUDI"), XmlCell("s", address, is_formula)]]
    (row,) = taken(open_table(save_workbook(tmp_path_factory.mktemp("text") / "a.xlsx", [("D", "visible", rows)])))
    assert (row.nik, row.address) == (NIK, as_seen(address).strip() or None)


def test_a_cell_as_long_as_excel_allows_and_longer_comes_whole(tmp_path: Path) -> None:
    rows = [words(*TITLES[:2], "ALAMAT"), words(NIK, "BUDI", LONG)]
    (row,) = taken(read_rows(save_workbook(tmp_path / "a.xlsx", [("D", "visible", rows)])))
    assert row.address == LONG.strip()


def test_a_list_on_a_hidden_sheet_is_not_taken_by_itself(tmp_path: Path) -> None:
    """What nobody sees in Excel is nothing that the office sent on purpose."""
    people = [words(*TITLES[:2]), words(NIK, "BUDI")]
    for state in ("hidden", "veryHidden"):
        seen = save_workbook(tmp_path / f"{state}.xlsx", [("Lama", state, people), ("Baru", "visible", people)])
        table = open_table(seen)
        assert (table.sheet, table.sheet_names) == ("Baru", ("Baru",))
        with pytest.raises(FileError):
            open_table(save_workbook(tmp_path / "b.xlsx", [("Lama", state, people)]))


@pytest.mark.parametrize("titles", [("NIK", "NAMA", "NAMA"), ("NAMA", "NIK", "NIK"), ("NIK", "NIK", "NAMA")])
def test_of_columns_with_one_heading_the_first_is_taken_and_the_other_can_be_chosen(
    tmp_path: Path, titles: Sequence[str]
) -> None:
    person = [NIK if title == "NIK" else "BUDI" for title in titles]
    table = open_table(save_workbook(tmp_path / "a.xlsx", [("D", "visible", [words(*titles), words(*person)])]))
    assert len(set(table.header)) == len(titles)
    assert [(row.nik, row.name) for row in taken(table)] == [(NIK, "BUDI")]


def test_merged_cells_among_the_people_lose_nobody(tmp_path: Path) -> None:
    people = [words(NIK, name_of(number), "" if number else "JL. IKAN PAUS") for number in range(5)]
    path = save_workbook(
        tmp_path / "a.xlsx", [("D", "visible", [words(*TITLES[:2], "ALAMAT"), *people])], merged=["C2:C6"]
    )
    assert [row.name for row in taken(open_table(path))] == [name_of(number) for number in range(5)]


WITHOUT_NUL = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
"""What begins with that letter among the first is no text, and refused as such."""
CSV_NAMES = st.text(st.sampled_from("ABÉÑÖ '"), min_size=1, max_size=8).map(lambda name: f"X{name}X")


@settings(max_examples=120)
@given(people=st.lists(st.tuples(CSV_NAMES, st.sampled_from(["utf-8", "cp1252"])), min_size=1, max_size=8))
def test_a_csv_whose_lines_are_in_two_encodings_is_read_line_by_line(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[str, str]]
) -> None:
    """Two lists that somebody put one below the other, each as its program wrote it."""
    lines = [b"NIK;NAMA"]
    wanted = []
    for name, encoding in people:
        lines.append(f"{NIK};{name}".encode(encoding))
        wanted.append(" ".join(name.split()).upper())
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes(b"\r\n".join(lines))
    assert [row.name for row in taken(open_table(path))] == wanted


@settings(max_examples=120)
@given(st.lists(st.lists(st.text(WITHOUT_NUL, max_size=6), max_size=9), max_size=5))
def test_whatever_stands_between_the_lines_of_a_csv_each_person_comes(
    tmp_path_factory: pytest.TempPathFactory, between: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    lines = [";".join([*TITLES[:2], *(f"KET {number}" for number in range(9))])]
    for number, cells in enumerate(between):
        noise = ['"' + cell.replace('"', '""') + '"' for cell in cells]
        lines += [f"{NIK};{name_of(number)};" + ";".join(noise)]
    path.write_bytes("\n".join([*lines, f"{NIK};SITI"]).encode())
    assert [row.name for row in taken(open_table(path))] == [*map(name_of, range(len(between))), "SITI"]


NARROW = ("NAMA", "ALAMAT", "KELURAHAN")
SENTENCES = st.text(st.sampled_from("ABC 1,.\n"), max_size=12)


@settings(max_examples=300)
@given(
    strays=st.lists(st.tuples(st.integers(1, 4), st.integers(0, 40)), min_size=1, max_size=4),
    addresses=st.lists(SENTENCES, min_size=4, max_size=4),
    after=st.sampled_from(["", " "]),
)
@example(strays=[(1, 7), (2, 9)], addresses=["A", " A", "A", "A"], after="")
@example(strays=[(1, 7), (2, 9)], addresses=["A"] * 4, after=" ")
def test_of_a_narrow_list_without_niks_stray_marks_lose_nobody_unsaid_either(
    tmp_path_factory: pytest.TempPathFactory, strays: list[tuple[int, int]], addresses: list[str], after: str
) -> None:
    people = [(name_of(number), after + address, f"{after}JATI") for number, address in enumerate(addresses)]
    lines = [written([row], ",") for row in (NARROW, *people)]
    for line, at in strays:
        place = at % len(lines[line].rstrip("\r\n") + "x")
        lines[line] = f'{lines[line][:place]}"{lines[line][place:]}'
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes("".join(lines).encode())
    try:
        found = taken(open_table(path))
    except FileError:
        event("refused")
        return
    event("read")
    names = [row.name.replace('"', "") for row in found if row.village_code == JATI]
    unread = sum(names.count(name) != 1 for name, *_ in people)
    assert sum(bool(row.findings) for row in found) >= unread


JATI = "35.74.03.1004"
PLAIN_TITLES = ("NIK", "NAMA", "ALAMAT", "RT", "KELURAHAN")
PEOPLE = [(f"35740312118799{n:02}", f"BUDI {'ABCDEF'[n]}", "JL. IKAN", "003", "JATI") for n in range(1, 6)]
ADDRESSES = st.text(st.sampled_from('ABC 1,;.\n\r"'), max_size=12)


def written(rows: Sequence[Sequence[str]], separator: str) -> str:
    """Rows as a program writes them: what holds a separator, a mark or a line end stands in marks."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue()


@settings(max_examples=150)
@given(st.lists(ADDRESSES, min_size=1, max_size=5), st.sampled_from(";,\t|"))
def test_addresses_of_several_lines_come_as_a_program_wrote_them(
    tmp_path_factory: pytest.TempPathFactory, addresses: list[str], separator: str
) -> None:
    people = [(*person[:2], f"A{address}", *person[3:]) for person, address in zip(PEOPLE, addresses, strict=False)]
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    titles = ("NIK", "NAMA", "ALAMAT\nLENGKAP", "RT", "KELURAHAN", *(f"KET {number}" for number in range(8)))
    rows = [titles, *[(*person, *[""] * 8) for person in people]]
    path.write_bytes(written(rows, separator).encode())
    assert [tuple(row[:5]) for row in open_table(path).rows] == people


STRAYS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 80)), min_size=1, max_size=6)


@settings(max_examples=400)
@given(strays=STRAYS, separator=st.sampled_from(";,\t|"), addresses=st.lists(ADDRESSES, max_size=5))
@example(strays=[(1, 34), (2, 0)], separator=";", addresses=[])
@example(strays=[(1, 17), (2, 23)], separator=";", addresses=[])
@example(strays=[(0, 9), (1, 16)], separator=";", addresses=[])
def test_stray_quotation_marks_lose_nobody_unsaid(
    tmp_path_factory: pytest.TempPathFactory, strays: list[tuple[int, int]], separator: str, addresses: list[str]
) -> None:
    """Two of them on adjacent lines can make one row of two people, and it may even have as many cells as any."""
    people = [list(person) for person in PEOPLE]
    for person, address in zip(people, addresses, strict=False):
        person[2] = address
    lines = [written([row], separator) for row in (PLAIN_TITLES, *people)]
    for line, at in strays:
        place = at % len(lines[line].rstrip("\r\n") + "x")
        lines[line] = f'{lines[line][:place]}"{lines[line][place:]}'
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_bytes("".join(lines).encode())
    refused = ""
    try:
        table = open_table(path)
        check_mapping(guess_mapping(table.header), table.header)
        found = taken(table)
    except FileError as error:
        refused = str(error.title)
    if refused:
        event("refused")
        assert re.search(r"baris [0-9]|Kolom .* tidak ditemukan", refused)
        return
    event("read")
    unread = 0
    for nik, name, *_ in people:
        alike = [row for row in found if (row.nik, row.name.replace('"', ""), row.village_code) == (nik, name, JATI)]
        unread += len(alike) != 1
    assert sum(bool(row.findings) for row in found) >= unread
