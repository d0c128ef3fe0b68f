"""Qt's own dialog for files keeps no list of the folders that somebody visited: their names may tell of people."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_VISIT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget
from fieldkit.app.application import running
app, page = running(), QWidget()
QTimer.singleShot(0, lambda: app.activeModalWidget().accept())
print(QFileDialog.getExistingDirectory(page, "", sys.argv[1]))
"""


def test_the_dialog_for_files_leaves_no_names_of_folders(tmp_path: Path) -> None:
    visited, config = tmp_path / "siti-nuraini", tmp_path / "config"
    visited.mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", _VISIT, str(visited)],
        env={**os.environ, "XDG_CONFIG_HOME": str(config), "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert ran.stdout.strip() == str(visited), "the dialog was there"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
