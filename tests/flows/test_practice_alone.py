"""Practice stands alone: it reads nothing of the real data, writes nothing to it, and nothing of it is left."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldkit.demo.laptop import practice_laptop
from fieldkit.demo.practice import MARK
from fieldkit.domain.errors import FieldKitError
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import open_folders
from fieldkit.host.keys import new_database_key
from fieldkit.host.places import migrations_dir
from fieldkit.host.settings import Settings, save_settings
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.queries.closing.figures import office_name
from fieldkit.store.store import Store
from fieldkit.sync.bundle import make_bundle

PRACTISE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from fieldkit.demo import practice
from fieldkit.ui.theme.look import look
def look_around(app):
    window = app.activeWindow() or app.topLevelWidgets()[0]
    desktop = seen[0]
    told = {
        "place": desktop.main.rail._place.full_text(),
        "strip": desktop.main.strip.segments["practice"].segment.text,
        "percent": look().scale.percent,
        "folder": str(desktop.parts.folders.data),
    }
    print(json.dumps(told))
    return 0
seen = []
Desktop = practice.Desktop
practice.Desktop = lambda parts: seen.append(Desktop(parts)) or seen[0]
practice.run_until_ended = look_around
sys.exit(practice.practise(Path(sys.argv[1])))
"""


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_practice_says_what_it_is_and_leaves_nothing_behind(tmp_path: Path) -> None:
    real, temporary = open_folders(tmp_path / "real"), tmp_path / "tmp"
    temporary.mkdir()
    save_settings(real.data / "settings.json", Settings(text_scale=125, centre_url="https://pusat.contoh.go.id"))
    Store(real.data / "fieldkit.db", new_database_key(), migrations_dir(), SystemClock()).close()
    before = digests(real.data)
    environment = {**os.environ, "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PRACTISE, str(real.data)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["place"], told["strip"], told["percent"]) == (f"Kota Probolinggo{MARK}", "Latihan · PIN 274913", 125)
    assert Path(told["folder"]).is_relative_to(temporary)
    assert list(temporary.iterdir()) == []
    assert digests(real.data) == before


def test_papers_of_practice_are_marked_as_such(tmp_path: Path) -> None:
    laptop = practice_laptop(tmp_path, MARK)
    try:
        assert "LATIHAN" in laptop.store.query(office_name, "2019-02-23")
    finally:
        laptop.store.close()


def test_work_of_practice_can_not_be_carried_to_a_centre(tmp_path: Path) -> None:
    laptop = practice_laptop(tmp_path, MARK)
    try:
        with pytest.raises(FieldKitError):
            make_bundle(laptop.store)
    finally:
        laptop.store.close()


def test_a_backup_of_practice_opens_with_no_other_key(tmp_path: Path) -> None:
    laptop = practice_laptop(tmp_path / "practice", MARK)
    try:
        copy = back_up(laptop.store, tmp_path / "copies").path
    finally:
        laptop.store.close()
    with pytest.raises(FieldKitError):
        Store(copy, new_database_key(), migrations_dir(), SystemClock())
