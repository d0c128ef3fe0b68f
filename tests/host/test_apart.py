"""Processes that are held, and what is kept off the disk when one goes down."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from fieldkit.host.apart import keep_scratch_in_memory

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="a folder in memory is Linux' own")


def said(script: str, **environment: str) -> str:
    """What a program of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    return done.stdout


@POSIX
def test_invariant_12_a_program_that_crashes_leaves_no_image_of_its_memory(tmp_path: Path) -> None:
    script = (
        "import os, resource, sys\nimport fieldkit.__main__ as program\n"
        "program.commands.command('crash')(lambda: print(resource.getrlimit(resource.RLIMIT_CORE)))\n"
        "sys.argv = ['fieldkit', 'crash']\nprogram.main()"
    )
    assert said(script) == "(0, 0)\n"
    crash = "import os\nfrom fieldkit.host.apart import leave_no_image\nleave_no_image()\nos.abort()"
    subprocess.run([sys.executable, "-c", crash], cwd=tmp_path, check=False)
    assert list(tmp_path.iterdir()) == []


BUSY = "import time\nfrom fieldkit.host.apart import stay_within\nwhile time.process_time() < {before}: pass\n"


@POSIX
def test_a_process_that_works_on_and_on_is_ended_by_the_system() -> None:
    script = BUSY.format(before=0) + "stay_within(1 << 30, 1)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode in (-signal.SIGXCPU, -signal.SIGKILL)


@POSIX
def test_the_work_of_starting_does_not_count() -> None:
    limit = "stay_within(1 << 30, 1)\nstart = time.process_time()\nwhile time.process_time() - start < 0.5: pass\n"
    assert said(BUSY.format(before=2) + limit + "print('done')") == "done\n"


@LINUX
def test_temporary_files_of_libraries_stay_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Invariant 12: a page on its way to the printer is such a file."""
    monkeypatch.setenv("TMPDIR", "/var/tmp")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    keep_scratch_in_memory()
    assert os.environ["TMPDIR"] == str(tmp_path) == tempfile.gettempdir()


@LINUX
@pytest.mark.parametrize("folder", ["", "/there/is/none"])
def test_without_such_a_folder_they_are_where_they_were(monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.setenv("TMPDIR", "/var/tmp")
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    keep_scratch_in_memory()
    assert os.environ["TMPDIR"] == "/var/tmp"
