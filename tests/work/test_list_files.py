"""Opening list files: every kind that comes, and every way in which it can be unusable."""

from __future__ import annotations

import codecs
import datetime
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from list_file_makers import HEADER, PERSON, save_ole, save_xls, save_xlsx
from openpyxl import Workbook

from fieldkit.domain.errors import FileError
from fieldkit.work.lists import opening
from fieldkit.work.lists.header import column_letters, header_titles
from fieldkit.work.lists.mapping import guess_mapping
from fieldkit.work.lists.opening import open_table
from fieldkit.work.lists.rows import RowReader
from fieldkit.work.lists.table import RawTable, is_filled
from tests.work.test_list_rows import PLACE

LINE = ";".join(PERSON)


def _refusal(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(FileError) as refused:
        open_table(path, sheet=sheet)
    assert str(refused.value.advice)
    return str(refused.value.title)


def test_an_xlsx_gives_its_header_and_rows(tmp_path: Path) -> None:
    found = open_table(save_xlsx(tmp_path / "daftar.xlsx", [HEADER, PERSON]))
    assert found.header == HEADER
    assert [tuple(row) for row in found.rows] == [PERSON]
    assert (found.first_line, found.row_count, found.sheet) == (2, 1, "Sheet")


def test_the_rows_can_be_gone_through_twice(tmp_path: Path) -> None:
    for path in (save_xlsx(tmp_path / "a.xlsx", [HEADER, PERSON]), tmp_path / "a.csv"):
        path.with_suffix(".csv").write_text(";".join(HEADER) + "\n" + LINE, encoding="utf-8")
        rows = open_table(path).rows
        assert list(map(list, rows)) == list(map(list, rows)) != []


def test_an_xls_of_the_old_kind_is_read(tmp_path: Path) -> None:
    found = open_table(save_xls(tmp_path / "daftar.xls", [HEADER, PERSON]))
    assert found.header == HEADER
    assert [tuple(row) for row in found.rows] == [PERSON]


@pytest.mark.parametrize("ending", ["xls", "csv", "xlsx", "dat"])
def test_the_content_counts_and_not_the_ending_of_the_name(tmp_path: Path, ending: str) -> None:
    new = save_xlsx(tmp_path / "a.xlsx", [HEADER, PERSON]).rename(tmp_path / f"baru.{ending}")
    old = save_xls(tmp_path / "a.xls", [HEADER, PERSON]).rename(tmp_path / f"lama.{ending}")
    assert open_table(new).header == open_table(old).header == HEADER


def test_a_password_protected_file_is_told(tmp_path: Path) -> None:
    path = save_ole(tmp_path / "kunci.xlsx", {"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"\7" * 5000})
    assert _refusal(path) == "Berkas ini dikunci kata sandi."


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_told(tmp_path: Path, share: float) -> None:
    path = save_xlsx(tmp_path / "a.xlsx", [HEADER, *[PERSON] * 200])
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert _refusal(path) == "Berkas ini rusak atau belum lengkap."


@pytest.mark.parametrize("size_bytes", [1500, 1536, 3000, 10_000])
def test_a_truncated_old_file_is_told(tmp_path: Path, size_bytes: int) -> None:
    path = save_xls(tmp_path / "a.xls", [HEADER, *[PERSON] * 200])
    path.write_bytes(path.read_bytes()[:size_bytes])
    assert _refusal(path) == "Berkas ini rusak atau belum lengkap."


def test_a_damaged_sheet_inside_a_sound_archive_is_told(tmp_path: Path) -> None:
    source = save_xlsx(tmp_path / "a.xlsx", [HEADER, PERSON])
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    assert _refusal(tmp_path / "b.xlsx") in {"Berkas ini rusak atau belum lengkap.", "Daftar ini kosong."}


@pytest.mark.parametrize("rows", [[], [HEADER], [("DAFTAR BELUM REKAM",), HEADER, ("", "  ")]])
def test_a_list_without_rows_is_told(tmp_path: Path, rows: Sequence[Sequence[object]]) -> None:
    assert _refusal(save_xlsx(tmp_path / "a.xlsx", rows)) == "Daftar ini kosong."


@pytest.mark.parametrize("content", ["", "\n\n", ";".join(HEADER), ";".join(HEADER) + "\n;;\n"])
def test_a_text_without_rows_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    assert _refusal(path) == "Daftar ini kosong."


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "tidak-ada.xlsx") == "Berkas ini tidak bisa dibuka."


@pytest.mark.parametrize("content", [b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0\1\2\3"])
def test_a_file_that_is_no_list_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert _refusal(path) == "Berkas ini bukan daftar Excel atau CSV."


def test_archives_that_are_no_workbook_are_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    save_ole(tmp_path / "a.xls", {"WordDocument": b"x"})
    assert _refusal(tmp_path / "a.xlsx") == _refusal(tmp_path / "a.xls") == "Berkas ini bukan daftar Excel atau CSV."


@pytest.mark.parametrize("start", ["<html><table>", "\n<TABLE border=1>", '<?xml version="1.0"?><Workbook>'])
def test_a_web_page_named_xls_is_told(tmp_path: Path, start: str) -> None:
    path = tmp_path / "unduhan.xls"
    path.write_text(start, encoding="utf-8")
    assert _refusal(path) == "Berkas ini halaman web yang diberi nama Excel."


def test_a_file_over_the_limit_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 100)
    assert _refusal(save_xlsx(tmp_path / "a.xlsx", [HEADER, PERSON])) == "Berkas ini lebih besar dari 100 MB."


def test_an_archive_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", bytes(40 * 1024 * 1024))
    assert _refusal(tmp_path / "a.xlsx") == "Isi berkas ini jauh lebih besar dari yang wajar untuk sebuah daftar."


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_too_many_rows_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr("fieldkit.work.lists.opening.MAX_ROWS", 3)
    monkeypatch.setattr("fieldkit.work.lists.delimited.MAX_ROWS", 3)
    (tmp_path / "a.csv").write_text("\n".join([";".join(HEADER), LINE, LINE, LINE, LINE]), encoding="utf-8")
    save_xlsx(tmp_path / "a.xlsx", [HEADER, PERSON, PERSON, PERSON])
    assert _refusal(tmp_path / f"a.{kind}") == "Daftar ini lebih dari 1 juta baris."


def test_a_stray_cell_at_the_far_end_is_told_before_all_cells_between_are_laid_out(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(HEADER)
    sheet["XFD1048576"] = "x"
    workbook.save(tmp_path / "a.xlsx")
    assert _refusal(tmp_path / "a.xlsx") == "Daftar ini lebih dari 1 juta baris."


def test_titles_above_the_header_are_passed_over_also_when_merged(tmp_path: Path) -> None:
    rows = [("DAFTAR PENDUDUK BELUM REKAM",), ("KOTA PROBOLINGGO", "per", "1 Februari 2019"), (), HEADER, PERSON]
    found = open_table(save_xlsx(tmp_path / "a.xlsx", rows, merged=["A1:G1"]))
    assert found.header == HEADER
    assert found.first_line == 5
    assert [tuple(row) for row in found.rows] == [PERSON]


@pytest.mark.parametrize("numbering", [(1, 2, 3, 4, 5, 6, 7), tuple(f"({n})" for n in range(1, 8))])
def test_a_row_that_only_numbers_the_columns_is_passed_over(tmp_path: Path, numbering: tuple[object, ...]) -> None:
    found = open_table(save_xlsx(tmp_path / "a.xlsx", [HEADER, numbering, PERSON]))
    assert found.first_line == 3
    assert [tuple(row) for row in found.rows] == [PERSON]


def test_a_header_that_shares_cells_between_columns_is_told(tmp_path: Path) -> None:
    rows = [("NIK", "NAMA", "ALAMAT", None, None, "KELURAHAN"), (None, None, "JALAN", "RT", "RW", None), PERSON[:6]]
    path = save_xlsx(tmp_path / "a.xlsx", rows, merged=["A1:A2", "B1:B2", "C1:E1", "F1:F2"])
    assert _refusal(path) == "Judul kolom di baris 1 digabung."


def test_the_upper_row_of_a_header_of_two_rows_is_found_when_the_lower_one_is_better_known(tmp_path: Path) -> None:
    rows = [
        ("NO", "IDENTITAS", None, None, "WILAYAH", None),
        (None, "NIK", "NAMA", "TGL LAHIR", "RT", "RW"),
        (1, *PERSON[:5]),
    ]
    path = save_xlsx(tmp_path / "a.xlsx", rows, merged=["A1:A2", "B1:D1", "E1:F1"])
    assert _refusal(path) == "Judul kolom di baris 1 digabung."


def test_cells_two_rows_high_are_no_hindrance(tmp_path: Path) -> None:
    merged = [f"{letter}1:{letter}2" for letter in "ABCDEFG"]
    found = open_table(save_xlsx(tmp_path / "a.xlsx", [HEADER, (), PERSON], merged=merged))
    assert found.header == HEADER
    assert PERSON in [tuple(row) for row in found.rows]


def test_a_list_that_begins_away_from_the_corner_is_read(tmp_path: Path) -> None:
    rows = [(), (None, None, *HEADER), (None, None, *PERSON)]
    found = open_table(save_xlsx(tmp_path / "a.xlsx", rows))
    assert found.header == HEADER
    assert (found.first_line, [tuple(row) for row in found.rows]) == (3, [PERSON])


def test_a_header_nobody_knows_still_gives_columns_to_choose_from(tmp_path: Path) -> None:
    found = open_table(save_xlsx(tmp_path / "a.xlsx", [("JUDUL",), ("X1", "X2", None), ("a", "b", "c")]))
    assert found.header == ("X1", "X2", "C")


def test_columns_with_formulas_that_were_never_calculated_are_named(tmp_path: Path) -> None:
    rows = [HEADER, (*PERSON[:6], '=UPPER("jati")'), (*PERSON[:6], "JATI")]
    found = open_table(save_xlsx(tmp_path / "a.xlsx", rows))
    assert found.formulas == ("KELURAHAN",)


def test_the_value_of_a_calculated_formula_is_used(tmp_path: Path) -> None:
    source = save_xlsx(tmp_path / "a.xlsx", [HEADER, (*PERSON[:6], "=UPPER(F2)")])
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            calculated = content.replace(
                b'<c r="G2"><f>UPPER(F2)</f><v />', b'<c r="G2" t="str"><f>UPPER(F2)</f><v>JATI</v>'
            )
            new.writestr(name, calculated.replace(b"<v></v>", b"<v>JATI</v>"))
    found = open_table(tmp_path / "b.xlsx")
    assert next(iter(found.rows))[6] == "JATI"
    assert found.formulas == ()


def test_dates_come_as_text_as_dates_and_as_serial_numbers(tmp_path: Path) -> None:
    born = datetime.date(1987, 11, 12)
    rows = [HEADER, *[(*PERSON[:2], value, *PERSON[3:]) for value in ("12-11-1987", born, 32093)]]
    found = open_table(save_xlsx(tmp_path / "a.xlsx", rows))
    assert [row[2] for row in found.rows] == ["12-11-1987", born, 32093]


def test_the_sheet_with_a_known_header_is_chosen_unless_one_is_named(tmp_path: Path) -> None:
    workbook = Workbook()
    for name, row in (("Rekap", ("Kelurahan", "Jumlah")), ("Daftar", HEADER), ("Rahasia", HEADER)):
        sheet = workbook.create_sheet(name)
        sheet.append(row)
        sheet.append(["x"] * len(row))
    workbook["Rahasia"].sheet_state = "hidden"
    workbook.save(tmp_path / "a.xlsx")
    found = open_table(tmp_path / "a.xlsx")
    assert (found.sheet, found.sheet_names) == ("Daftar", ("Sheet", "Rekap", "Daftar"))
    assert open_table(tmp_path / "a.xlsx", sheet="Rekap").header == ("Kelurahan", "Jumlah")
    assert _refusal(tmp_path / "a.xlsx", sheet="Rahasia") == "Lembar Rahasia tidak ada di berkas ini."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_text_is_read_in_any_usual_encoding_with_any_usual_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    path = tmp_path / "a.csv"
    person = (PERSON[0], "RÉNÉ, ST; S.Pd", *PERSON[2:])
    content = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in (HEADER, person))
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    path.write_bytes(mark + content.encode(encoding))
    found = open_table(path)
    assert found.header == HEADER
    assert [tuple(row) for row in found.rows] == [person]


def test_the_separator_that_excel_writes_in_front_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nNIK;NAMA;KELURAHAN\n1;A, B, C;JATI\n", encoding="utf-8")
    found = open_table(path)
    assert (found.header, list(found.rows)) == (("NIK", "NAMA", "KELURAHAN"), [["1", "A, B, C", "JATI"]])


def test_a_quotation_mark_that_swallows_the_rest_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(";".join(HEADER) + '\n"' + (LINE + "\n") * 4000, encoding="utf-8")
    assert _refusal(path).startswith("Ada tanda kutip yang menggabungkan sel atau orang, di baris 2-")


@pytest.mark.parametrize("opened", [(10,), (98,), (10, 11), (10, 50)])
@pytest.mark.parametrize("column", range(len(HEADER)))
def test_a_quotation_mark_that_swallows_some_people_is_told(tmp_path: Path, opened: Sequence[int], column: int) -> None:
    """A list of a village is short: nothing overflows, and whoever stands behind the mark would not come, unsaid."""
    lines = [LINE.split(";") for _ in range(100)]
    for line in opened:
        lines[line][column] = f'"{lines[line][column]}'
    path = tmp_path / "a.csv"
    path.write_text("\n".join(map(";".join, [HEADER, *lines])), encoding="utf-8")
    with pytest.raises(FileError, match="tanda kutip yang menggabungkan"):
        list(open_table(path).rows)


def test_an_address_of_several_lines_is_no_swallowed_person(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    address = '"JL. IKAN PAUS 12;\nRT 3;\nJATI"'
    path.write_text(f"NIK;NAMA;KELURAHAN;ALAMAT;RT\n1;A;JATI;{address};3\n2;B;JATI;;4\n", encoding="utf-8")
    assert [row[1] for row in open_table(path).rows] == ["A", "B"]


NARROW = ("NAMA", "ALAMAT", "KELURAHAN")
SENTENCE = "JL. IKAN PAUS, RT 3, RW 5,\nDUSUN KRAJAN, KEC. MAYANGAN"


def narrow_list(path: Path, address: str, after: str = "") -> Path:
    """Three columns with commas between them; what begins the cells behind the first of the other row."""
    rows = [",".join(NARROW), f'SITI,"{address}",JATI', f"BUDI,{after}JL. IKAN HIU,{after}JATI"]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_a_sentence_of_two_lines_with_as_many_commas_as_a_row_comes_in_and_wants_a_look(tmp_path: Path) -> None:
    table = open_table(narrow_list(tmp_path / "a.csv", SENTENCE))
    first, second = RowReader(guess_mapping(table.header), table.header, PLACE).rows(table)
    assert (first.name, first.address, second.name) == ("SITI", SENTENCE, "BUDI")
    assert [finding.code for finding in first.findings] == ["several_lines"]
    assert not second.findings


@pytest.mark.parametrize(
    ("address", "after"),
    [
        (SENTENCE, " "),  # A list with a space behind each comma: a person there reads like a sentence.
        ("JL. IKAN PAUS,JATI\nJOKO,JL. IKAN HIU", ""),
        ("JL. IKAN PAUS, RT 3\n3574031211879901,JOKO", ""),
    ],
)
def test_what_may_be_people_as_the_list_writes_them_is_refused_with_what_to_do_where_it_is_right(
    tmp_path: Path, address: str, after: str
) -> None:
    with pytest.raises(FileError, match="tanda kutip yang menggabungkan") as refused:
        list(open_table(narrow_list(tmp_path / "a.csv", address, after)).rows)
    assert "kalau kutipnya benar, jadikan isinya satu baris" in str(refused.value.advice)


def test_every_title_differs_so_that_it_can_be_chosen() -> None:
    assert header_titles(["NAMA", "", "NAMA", "NAMA", ""]) == ("NAMA", "B", "NAMA (2)", "NAMA (3)", "E")


@given(st.lists(st.sampled_from(["NAMA", "", "B", "NAMA (2)", "X"])))
def test_titles_are_never_repeated(cells: list[str]) -> None:
    titles = header_titles(cells)
    assert len(set(titles)) == len(titles) == len(cells)


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_excel_names_them(column: int, letters: str) -> None:
    assert column_letters(column) == letters


REFUSALS = {
    "Berkas ini bukan daftar Excel atau CSV.",
    "Berkas ini halaman web yang diberi nama Excel.",
    "Berkas ini rusak atau belum lengkap.",
    "Daftar ini kosong.",
    "Isi berkas ini jauh lebih besar dari yang wajar untuk sebuah daftar.",
}


def _read_or_refused(path: Path) -> RawTable | None:
    """The table of a file; None if it was refused, which is checked to be in words that tell what to do."""
    try:
        found = open_table(path)
        list(found.rows)
    except FileError as error:
        refused = error
    else:
        return found
    assert str(refused.title) in REFUSALS or str(refused.title).startswith("Ada tanda kutip")
    assert "pilih" in str(refused.advice).lower()
    return None


LIST_LIKE = st.lists(st.lists(st.text('AB 1;,\t"\n\x00é', max_size=4), max_size=4), max_size=6).map(
    lambda lines: "\n".join(";".join(cells) for cells in lines).encode()
)


@given(st.one_of(st.binary(max_size=600), LIST_LIKE))
def test_any_bytes_are_read_or_refused_in_words(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("berkas") / "a.csv"
    path.write_bytes(content)
    found = _read_or_refused(path)
    if found is not None:
        rows = list(found.rows)
        assert any(map(is_filled, rows))
        assert len(rows) <= found.row_count
        assert len(set(found.header)) == len(found.header) > 0


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return save_xlsx(tmp_path_factory.mktemp("utuh") / "a.xlsx", [HEADER, PERSON]).read_bytes()


@example(place=0.0, damage=codecs.BOM_UTF16_LE)
@given(place=st.floats(0, 1, exclude_max=True), damage=st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_as_it_was_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, place: float, damage: bytes
) -> None:
    start = int(place * len(whole))
    path = tmp_path_factory.mktemp("rusak") / "b"
    path.write_bytes(whole[:start] + damage + whole[start + len(damage) :])
    found = _read_or_refused(path)
    if found is not None:
        assert (found.header, [tuple(row) for row in found.rows]) == (HEADER, [PERSON])
