"""The program measured from inside, as `dev.py bench` and `dev.py package` ask it to."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.bench.asking import FROM_TREE, asked, said, started
from tests.laptops import add_user, laptop, opened

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.chdir(ROOT)


def test_the_first_window_of_a_new_laptop_is_told(tmp_path: Path) -> None:
    assert started([*FROM_TREE, "measure", "window", str(tmp_path / "new")]) > 0


def test_a_laptop_at_work_tells_when_it_can_be_used_and_what_it_holds_in_memory(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store, role="admin")
    opened(store)
    store.close()
    assert started(asked(tmp_path, FROM_TREE, "start", store)) > 0
    assert 20e6 < int(said(asked(tmp_path, FROM_TREE, "memory", store))) < 2e9


def test_what_can_not_be_measured_is_refused(tmp_path: Path) -> None:
    command = [*FROM_TREE, "measure", "luck", str(tmp_path), "--user", "nobody"]
    done = subprocess.run(command, input="00\n", capture_output=True, text=True, env=os.environ, check=False)
    assert done.returncode != 0
    assert "KeyError" in done.stderr
