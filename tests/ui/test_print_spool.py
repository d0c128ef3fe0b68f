"""A paper on its way to a printer: Qt and CUPS' own library put it into a file, which lies in memory and goes with it.

The spooler that it is sent to is ours; what a real one keeps is the system's (docs/protecting.md).
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from print_at_the_table import PERSON
from spooler import ABORTED, PENDING, PRINTER, spooler

from tests.marks import Marks, files_below

ROOT = Path(__file__).resolve().parents[2]
MARKS = Marks(frozenset({PERSON.split()[-1]}), frozenset())
pytestmark = [pytest.mark.skipif(sys.platform != "linux", reason="CUPS, and a folder in memory"),
              pytest.mark.timeout(120)]  # fmt: skip


@dataclass
class Watched:
    """What lay below a home of its own whenever a document was at the spooler; which may end the program there."""

    home: Path
    kills: bool = False
    lay_there: list[list[Path]] = field(default_factory=list)
    process: subprocess.Popen[str] | None = None

    def arrived(self, document: bytes) -> None:
        assert MARKS.found_in(document[document.index(b"%PDF-") :])
        files = list(files_below([self.home]))
        assert all(MARKS.found_in(path.read_bytes()) for path in files), "the search is blind"
        assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files), "others can read it"
        self.lay_there.append(files)
        if self.kills and self.process is not None:
            self.process.kill()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("run", "tmp", "cache"):
        (tmp_path / name).mkdir(mode=0o700)
    return tmp_path


@contextmanager
def printing(watched: Watched, address: str) -> Iterator[subprocess.Popen[str]]:
    home = watched.home
    own = {"HOME": str(home), "TMPDIR": str(home / "tmp"), "XDG_RUNTIME_DIR": str(home / "run"),
           "XDG_CACHE_HOME": str(home / "cache"), "CUPS_SERVER": address, "QT_QPA_PLATFORM": "offscreen",
           "PYTHONPATH": str(ROOT)}  # fmt: skip
    script = Path(__file__).with_name("print_at_the_table.py")
    with subprocess.Popen(
        [sys.executable, str(script)], env={**os.environ, **own}, cwd=home, stdout=subprocess.PIPE, text=True
    ) as process:
        watched.process = process
        yield process


HANDED = 2 * [f"handed to {PRINTER}"]
REFUSED = ["Printer menolak resi ini, jadi belum tercetak.", "Printer menolak lembar ini, jadi belum tercetak."]


@pytest.mark.parametrize(
    ("spools", "told"),
    [
        ({}, HANDED),
        ({"refuses": True}, REFUSED),
        ({"states": [PENDING, PENDING, ABORTED]}, REFUSED),
        ({"states": [PENDING]}, HANDED),
    ],
    ids=["printed", "refused", "given up", "waits"],
)
def test_a_paper_lies_in_memory_while_it_is_printed_and_what_the_spooler_refuses_is_told(
    home: Path, spools: dict[str, Any], told: list[str]
) -> None:
    watched = Watched(home)
    with spooler(watched.arrived, **spools) as address, printing(watched, address) as process:
        said, _ = process.communicate()
    assert said.splitlines() == told
    assert [[path.parent for path in files] for files in watched.lay_there] == 2 * [[home / "run"]]
    assert list(files_below([home])) == []


def test_of_a_program_that_was_killed_while_it_printed_a_paper_stays_in_memory_alone(home: Path) -> None:
    watched = Watched(home, kills=True)
    with spooler(watched.arrived) as address, printing(watched, address) as process:
        process.wait()
    assert [path.parent for path in files_below([home])] == [home / "run"]
