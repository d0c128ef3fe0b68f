"""List files are read in a process of their own: it may die of a crafted file, the app does not."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from list_file_makers import HEADER, PERSON, save_crafted_xlsx, save_xls, save_xlsx

from fieldkit.domain.errors import FileError
from fieldkit.work.lists import files, frames, reader
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.table import MAX_COLUMNS

HARMFUL = "Berkas ini rusak, atau dibuat untuk merusak."


def _refusal(path: Path) -> str:
    with pytest.raises(FileError) as refused:
        read_rows(path)
    assert str(refused.value.advice)
    return str(refused.value.title)


def test_the_rows_of_every_kind_of_file_arrive_as_they_stand_in_it(tmp_path: Path) -> None:
    born = datetime.date(1987, 11, 12)
    table = read_rows(save_xlsx(tmp_path / "a.xlsx", [("JUDUL",), HEADER, (*PERSON[:2], born, 1, 2.5, True, "JATI")]))
    assert (table.header, table.first_line, table.row_count) == (HEADER, 3, 1)
    assert [tuple(row) for row in table.rows] == [(*PERSON[:2], born, 1, 2.5, True, "JATI")]
    old = read_rows(save_xls(tmp_path / "b.xls", [HEADER, PERSON]))
    (tmp_path / "c.csv").write_text(";".join(HEADER) + "\n" + ";".join(PERSON), encoding="utf-8")
    as_text = read_rows(tmp_path / "c.csv")
    assert [tuple(row) for row in old.rows] == [tuple(row) for row in as_text.rows] == [PERSON]


def test_many_rows_arrive_in_order_and_can_be_gone_through_again(tmp_path: Path) -> None:
    people = [(str(number), *PERSON[1:]) for number in range(2345)]
    rows = read_rows(save_xlsx(tmp_path / "a.xlsx", [HEADER, *people])).rows
    assert [row[0] for row in rows] == [person[0] for person in people]
    assert [row[0] for row in rows] == [person[0] for person in people]


def test_what_the_reader_refuses_is_told_in_its_own_words(tmp_path: Path) -> None:
    path = save_xlsx(tmp_path / "a.xlsx", [HEADER])
    assert _refusal(path) == "Daftar ini kosong."
    with pytest.raises(FileError) as refused:
        read_rows(save_xlsx(tmp_path / "b.xlsx", [HEADER, PERSON]), sheet="Lain")
    assert str(refused.value.title) == "Lembar Lain tidak ada di berkas ini."
    assert refused.value.title.source == "Lembar {sheet} tidak ada di berkas ini."


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
@pytest.mark.parametrize("cell", ["XFD1048576", "ZZ900000"])
def test_a_cell_at_the_far_end_under_a_lying_size_is_refused_and_the_app_lives_on(tmp_path: Path, cell: str) -> None:
    assert _refusal(save_crafted_xlsx(tmp_path / "a.xlsx", cell)) == HARMFUL


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_a_cell_at_the_far_end_of_an_old_file_is_refused_and_the_app_lives_on(tmp_path: Path) -> None:
    assert _refusal(save_xls(tmp_path / "a.xls", [HEADER, PERSON], far=(65535, 65535, "x"))) == HARMFUL


def test_a_table_wider_than_any_list_is_refused(tmp_path: Path) -> None:
    wide = save_crafted_xlsx(tmp_path / "a.xlsx", "XFD3")
    (tmp_path / "a.csv").write_text(";".join(map(str, range(MAX_COLUMNS + 1))) + "\n1;2\n")
    assert _refusal(wide) == _refusal(tmp_path / "a.csv") == f"Daftar ini lebih dari {MAX_COLUMNS} kolom."


def _reader_that(monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    start = subprocess.Popen
    script = [sys.executable, "-c", f"import os, sys\nfrom fieldkit.work.lists import frames, reader\n{does}"]
    monkeypatch.setattr(files.subprocess, "Popen", lambda _command, **options: start(script, **options))


@pytest.mark.parametrize(
    "does",
    [
        "os.abort()",
        "os._exit(0)",
        "sys.stdout.write('no frame at all')",
        "reader.send = lambda told, kind, content=b'': frames.send(told, kind, content[:-1])\nreader.main()",
        "reader.encode_rows = lambda rows: os.abort()\nreader.main()",
    ],
)
def test_a_reader_that_dies_or_babbles_never_passes_for_a_whole_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    path = save_xlsx(tmp_path / "a.xlsx", [HEADER, *[PERSON] * 1200])
    _reader_that(monkeypatch, does)
    with pytest.raises(FileError) as refused:
        list(read_rows(path).rows)
    assert str(refused.value.title) == HARMFUL


def test_a_reader_that_never_answers_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _reader_that(monkeypatch, "import threading\nthreading.Event().wait()")
    monkeypatch.setattr(files, "MAX_SECONDS", 0.05)
    assert _refusal(tmp_path / "a.xlsx") == HARMFUL


def test_rows_without_end_do_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save_xlsx(tmp_path / "a.xlsx", [HEADER, *[PERSON] * 1200])
    monkeypatch.setattr(files, "MAX_KEPT_BYTES", 50_000)
    with pytest.raises(FileError) as refused:
        list(read_rows(path).rows)
    assert str(refused.value.title) == HARMFUL


def test_no_file_is_made_while_a_list_is_read_and_no_name_is_told_to_other_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Invariant 12: rows go over a pipe; the path, which may hold a name, is no argument that others can list."""
    commands: list[list[str]] = []
    start = subprocess.Popen

    def started(command: list[str], **options: object) -> subprocess.Popen[bytes]:
        commands.append(command)
        return start(command, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(files.subprocess, "Popen", started)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    path = save_xlsx(tmp_path / "BUDI SANTOSO.xlsx", [HEADER, PERSON])
    assert len(list(read_rows(path).rows)) == 1
    assert commands == [[sys.executable, "-m", "fieldkit.work.lists.reader"]]
    assert list(temporary.iterdir()) == []


def test_the_installed_program_reads_through_its_own_hidden_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    start = subprocess.Popen

    def started(command: list[str], **options: object) -> subprocess.Popen[bytes]:
        commands.append(command)
        return start([sys.executable, "-m", "fieldkit", *command[1:]], **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(files.subprocess, "Popen", started)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    table = read_rows(save_xlsx(tmp_path / "a.xlsx", [HEADER, PERSON]))
    assert [tuple(row) for row in table.rows] == [PERSON]
    assert commands == [[sys.executable, "read-list"]]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_the_reader_has_a_limit_of_memory_and_leaves_no_image_of_it(tmp_path: Path) -> None:
    """Invariant 12."""
    script = (
        "import resource\nfrom fieldkit.work.lists import reader\nreader.stay_within(reader.MEMORY_BYTES)\n"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=os.getcwd())
    assert said.stdout.split() == [str(reader.MEMORY_BYTES), "0"]


CELLS = st.one_of(
    st.text(max_size=20),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=5))
def test_cells_come_over_the_pipe_as_they_were(rows: list[list[frames.Cell]]) -> None:
    arrived = frames.decode_rows(frames.encode_rows(rows))
    assert arrived == rows
    assert [[type(cell) for cell in row] for row in arrived] == [[type(cell) for cell in row] for row in rows]
