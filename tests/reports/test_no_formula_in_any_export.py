"""What a person typed never runs in a program that shows tables, whichever file it goes into (F-P5)."""

from __future__ import annotations

import ast
import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from itertools import cycle, repeat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

import fieldkit
from fieldkit.reports.making.in_memory import is_run_by_excel, table_bytes, workbook_bytes
from tests.reports.papers_of_words import BOOKS, findings_file

FORMULAS = (
    "=1+1",
    "+62811",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "  =1+1",
    " =1",
    '"=1"',
    "'=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\ufeff=1",
    "\u200b=1",
    "\x01=1",
    "|calc",
    "%0A=1",
)
HARMLESS = ("SITI NURAINI", "Jl. Melati 1-3", "a=b", "–", "", "08-02", "O'Neil", "RT 02/RW 05", "ALI @ Jati")


def texts(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Every text of a workbook: what it is, how it is typed, and whether it stays a text when it is edited."""
    for sheet in load_workbook(path):
        for row in sheet:
            yield from ((cell.value, cell.data_type, cell.quotePrefix) for cell in row if isinstance(cell.value, str))


@pytest.mark.parametrize("name", BOOKS)
def test_formulas_in_all_fields_of_any_paper_stay_texts(tmp_path: Path, name: str) -> None:
    path = BOOKS[name](cycle(FORMULAS), tmp_path)
    found = list(texts(path))
    assert {kind for _, kind, _ in found} == {"s"}
    assert sum(is_run_by_excel(text) for text, _, _ in found) > 5
    assert all(is_quoted for text, _, is_quoted in found if is_run_by_excel(text))
    with zipfile.ZipFile(path) as archive:
        assert not any(re.search(rb"<f[ >/]", archive.read(part)) for part in archive.namelist())


def test_every_function_that_writes_a_workbook_is_among_those() -> None:
    writing = set()
    for path in Path(fieldkit.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and calls(node, "workbook_bytes"):
                writing.add(node.name)
    assert writing - {"_save"} == set(BOOKS) - {"write_daily_report", "write_closing_record"}


def test_nothing_else_writes_tables() -> None:
    """One way out: whoever saved a book or wrote a .csv by another one would pass by what keeps formulas out."""
    root = Path(fieldkit.__file__).parent
    ways = re.compile(r"csv\.(writer|DictWriter)|\bwrite_only\b|\w+\.save\(")
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if ways.search(path.read_text(encoding="utf-8")) and "openpyxl" in path.read_text(encoding="utf-8")
    }
    # The practice list holds invented people, and is written for the reader of lists.
    assert found == {"reports/making/in_memory.py", "work/practice.py"}


def calls(node: ast.AST, name: str) -> bool:
    return any(
        isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == name
        for each in ast.walk(node)
    )


def test_a_formula_that_somebody_put_into_a_cell_by_hand_is_a_text_in_the_file(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "=1+1"
    assert book.worksheets[0]["A1"].data_type == "f"
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes(book))
    assert list(texts(tmp_path / "a.xlsx")) == [("=1+1", "s", True)]


def test_the_findings_of_a_list_as_text_hold_no_formula(tmp_path: Path) -> None:
    content = findings_file(cycle(FORMULAS), tmp_path, as_text=True).read_bytes().decode("utf-8-sig")
    content += table_bytes([(words, 2) for words in FORMULAS]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))
    assert [row[0] for row in rows[-len(FORMULAS) :]] == [f"'{words}" for words in FORMULAS]
    assert all(cell.startswith("'") for row in rows for cell in row if is_run_by_excel(cell))


@pytest.mark.parametrize("words", FORMULAS)
def test_what_begins_as_a_formula_is_known(words: str) -> None:
    assert is_run_by_excel(words)


@pytest.mark.parametrize("words", HARMLESS)
def test_names_and_addresses_are_left_as_they_are(words: str) -> None:
    assert not is_run_by_excel(words)
    assert table_bytes([(words,)]).decode("utf-8-sig") == f"{words}\r\n" if words else '""\r\n'


BLANK = st.text(st.characters(categories=["Zs", "Cc", "Cf"]), max_size=4)


@given(BLANK, st.sampled_from("=+-@＝＋－＠"), st.text(max_size=5))
def test_blanks_and_invisible_letters_hide_no_sign(blank: str, sign: str, rest: str) -> None:
    assert is_run_by_excel(f"{blank}{sign}{rest}")


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_whatever_is_typed_the_workbook_opens_and_holds_the_letters_that_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    for name in ("workbook_of_rows", "write_list_sheet"):
        found = "".join(text for text, _, _ in texts(BOOKS[name](repeat(words), tmp_path_factory.mktemp("buku"))))
        shown = {letter for letter in words if unicodedata.category(letter) not in {"Cc", "Cs", "Cn"}}
        assert shown <= set(found)
