"""Killed in the middle of a paper or of an import, FieldKit leaves nothing of anybody in the clear (invariant 12)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fieldkit.host.files import replace_file
from fieldkit.store.database import Database
from tests.marks import Marks, files_below, scan

ROOT = Path(__file__).resolve().parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="a file without a name is Linux' own")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
MARKS = Marks(frozenset({"Wexqori"}), frozenset({"3574031211879901", "3574030101190417"}))

WRITE = """
import os, signal, sys
from pathlib import Path
from fieldkit.host import files
from fieldkit.reports.making.saving import save_document
if sys.argv[2] == "named":
    del os.O_TMPFILE
kill = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "whole":
    Path.replace = files._settle = kill
else:
    os.fsync = kill
save_document(Path(sys.argv[1]), b"SITI WEXQORI 3574031211879901" * 1000)
"""

IMPORT = """
import os, signal, sys
from datetime import date
from pathlib import Path
from fieldkit.domain.people.sex import Sex
from fieldkit.store.database import Database
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.rows import ListRow
from tests.laptops import JATI, add_user, laptop

folder = Path(sys.argv[1])
store = laptop(folder)
add_user(store, role="admin")
table = read_rows(folder / "daftar.csv")
rows = [ListRow(line=number, nik=str(row[0]), nik_tail=None, kk=str(row[2]), name=str(row[1]), birth_place=None,
                birth_date="1987-11-12", sex=Sex.FEMALE, marital=None, address=f"Jl. {row[1]}", rt="01", rw="02",
                village_code=JATI, phone=None) for number, row in enumerate(table.rows, start=2)]
store.write_local(lambda database: database.run("PRAGMA cache_size = -64"))
many = Database.run_many
def run_many_once(self, sql, values):
    many(self, sql, values)
    if sys.argv[2] == "in the middle" and "journal" in sql:
        os.kill(os.getpid(), signal.SIGKILL)
Database.run_many = run_many_once
store.on_changed = lambda _: os.kill(os.getpid(), signal.SIGKILL)
store.execute(import_list, ImportList("x", date(2019, 2, 22), rows, reduced=False))
"""


def killed(script: str, *arguments: str, home: Path) -> None:
    """Run a program that is killed in the middle, in a home of its own."""
    home.mkdir()
    own = {"HOME": str(home), "TMPDIR": str(home), "XDG_RUNTIME_DIR": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=home, env={**os.environ, **own}, check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr


@LINUX
def test_a_paper_that_was_cut_off_leaves_no_file(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    killed(WRITE, str(stick / "laporan.pdf"), "nameless", home=tmp_path / "home")
    assert files_below([tmp_path]) == []


@LINUX
def test_a_new_paper_has_no_other_name_before_its_own(tmp_path: Path) -> None:
    """Killed just before it was renamed, it lay hidden in the clear until the next paper of its name."""
    stick = tmp_path / "stick"
    stick.mkdir()
    killed(WRITE, str(stick / "laporan.pdf"), "whole", home=tmp_path / "home")
    assert [path.name for path in files_below([stick])] == ["laporan.pdf"]


@POSIX
def test_on_a_stick_that_knows_no_nameless_files_the_next_paper_takes_the_rest_away(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for _ in range(2):
        killed(WRITE, str(stick / "laporan.pdf"), "named", home=tmp_path / f"home{_}")
    assert len(scan(MARKS, [stick], [])) == 1
    (stick / ".laporan.pdf").write_bytes(b"of somebody else")
    (stick / ".laporan.pdf.bak").write_bytes(b"of somebody else")
    replace_file(stick / "laporan.pdf", b"whole")
    assert [path.name for path in files_below([stick])] == [".laporan.pdf", ".laporan.pdf.bak", "laporan.pdf"]


@POSIX
@pytest.mark.parametrize(("when", "least_bytes"), [("in the middle", 1), ("once it is saved", 100_000)])
def test_an_import_that_was_cut_off_leaves_nothing_in_the_clear(tmp_path: Path, when: str, least_bytes: int) -> None:
    folder = tmp_path / "laptop"
    folder.mkdir()
    people = "".join(f"{3574031211870000 + n};SITI WEXQORI;3574030101190417\n" for n in range(3_000))
    (folder / "daftar.csv").write_text(f"NIK;NAMA LENGKAP;NO KK\n{people}", encoding="utf-8")
    killed(IMPORT, str(folder), when, home=tmp_path / "home")
    assert MARKS.found_in((folder / "daftar.csv").read_bytes()[:2_000])
    left = files_below([tmp_path])
    written = {path.name: path.stat().st_size for path in left}
    assert written["fieldkit.db-wal"] >= least_bytes, written
    assert scan(MARKS, [tmp_path], [folder / "daftar.csv"]) == {}


@LINUX
@pytest.mark.parametrize(("store", "is_spilled"), [("MEMORY", False), ("FILE", True)])
def test_what_is_sorted_is_not_spilled_onto_the_disk(tmp_path: Path, store: str, is_spilled: bool) -> None:
    """FILE is the proof that the look is not blind."""
    database = Database(tmp_path / "a.db", b"k" * 32)
    assert database.value("PRAGMA temp_store") == 2
    database.run("CREATE TABLE resident (name TEXT)")
    database.run("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
                 "INSERT INTO resident SELECT hex(randomblob(40)) FROM n")  # fmt: skip
    database.run("PRAGMA cache_size = -64")
    database.run(f"PRAGMA temp_store = {store}")
    rows = database.connection.execute("SELECT name FROM resident ORDER BY name")
    rows.fetchone()
    opened = [os.readlink(each.path) for each in os.scandir("/proc/self/fd") if os.path.islink(each.path)]
    assert any("etilqs" in each for each in opened) is is_spilled
    rows.close()
    database.close()
