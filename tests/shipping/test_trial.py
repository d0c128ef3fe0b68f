"""The trial of the packed program finds what it is there to find, and says what it found."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from fieldkit.demo.office import CENTRE_FILE
from shipping.debian import PackingError, install_apart, remove_apart
from shipping.debian import _run as run_tool
from shipping.parts import ROOT
from shipping.pictures import SERIES, require_alike, require_all, share_different
from shipping.report import Report
from shipping.trial import Starts, TrialError, Tried, first_window, open_practice, require_same

FIGURES = {
    "registered": 2,
    "changes_sent": 3,
    "changes_waiting": 0,
    "centre_rows_equal": True,
    "chain_verified": True,
    "seconds": 24.2,
}
CONTROL = (
    "Package: fieldkit\nVersion: 1\nArchitecture: all\nMaintainer: Nobody <nobody@example.org>\nDescription: small\n"
)


def program(home: Path, code: str) -> Tried:
    """A program of a line, in place of the packed one."""
    home.mkdir(exist_ok=True)
    return Tried((sys.executable, "-c", code), home)


def picture(path: Path, spoiled: int = 0) -> Path:
    """Of 100 columns, some painted over."""
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.fillRect(QRect(0, 0, spoiled, 50), QColor("#204060"))
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path))
    return path


def centre(folder: Path, people: int, changes: int) -> Path:
    """Where a centre keeps its rows."""
    path = folder / CENTRE_FILE
    with sqlite3.connect(path) as connection:
        for table, origins in (("service_request", ["P1.1"] * people), ("journal", ["P1.1"] * changes + ["office"])):
            connection.execute(f"CREATE TABLE {table} (regency TEXT, origin TEXT)")
            connection.executemany(f"INSERT INTO {table} VALUES ('35.74', ?)", [(origin,) for origin in origins])
    connection.close()
    return path


def test_nothing_of_whoever_tries_it_reaches_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "QT_PLUGIN_PATH", "XDG_DATA_HOME", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "of a developer")
    told = json.loads(program(tmp_path / "home", "import json, os; print(json.dumps(dict(os.environ)))").run().stdout)
    assert "of a developer" not in told.values()
    assert {told[name] for name in ("HOME", "USERPROFILE")} == {str(tmp_path / "home")}
    assert {told[name] for name in ("TMPDIR", "TEMP", "TMP")} == {str(tmp_path / "home" / "tmp")}
    assert told["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "import sys; print('Traceback', file=sys.stderr)"])
def test_a_program_that_fails_stops_the_trial(tmp_path: Path, code: str) -> None:
    with pytest.raises(TrialError, match="ended with"):
        program(tmp_path / "home", code).run()


def test_the_program_from_the_tree_opens_its_window_and_practises_and_leaves_nothing(tmp_path: Path) -> None:
    tried = Tried((sys.executable, "-m", "fieldkit"), tmp_path, started_in=ROOT)
    open_practice(tried)
    starts = first_window(tried, 1)
    assert starts.quickest_s > 0
    assert min(starts.cpu_s) > 0


def test_practice_that_leaves_a_file_behind_is_found(tmp_path: Path) -> None:
    leaves = "import os, pathlib; print('usable'); pathlib.Path(os.environ['TMPDIR'], 'left').touch()"
    with pytest.raises(TrialError, match="left"):
        open_practice(program(tmp_path / "home", leaves))


def test_of_some_starts_the_quickest_counts() -> None:
    starts = Starts((0.9, 0.5, 0.7), (0.45, 0.4, 0.5))
    assert str(starts) == "0.50 s (median 0.70 s, CPU 0.40 s)"


def test_both_ends_of_the_day_are_held_against_each_other(tmp_path: Path) -> None:
    held = centre(tmp_path, people=2, changes=3)
    require_same(FIGURES, held)
    for name, wrong in (("registered", 3), ("changes_sent", 2), ("changes_waiting", 1), ("chain_verified", False)):
        with pytest.raises(TrialError, match=name):
            require_same({**FIGURES, name: wrong}, held)


def test_pictures_that_differ_by_more_than_an_hour_are_found(tmp_path: Path) -> None:
    packed, tree = tmp_path / "packed", tmp_path / "tree"
    for folder, spoiled in ((packed, 2), (tree, 0)):
        picture(folder / "today.png", spoiled)
    assert share_different(packed / "today.png", tree / "today.png") == pytest.approx(0.02)
    require_alike(packed, tree)
    picture(packed / "today.png", 3)
    with pytest.raises(TrialError, match=r"today\.png \(3\.0%\)"):
        require_alike(packed, tree)
    picture(tree / "list.png")
    with pytest.raises(TrialError, match=r"alone: list\.png"):
        require_alike(packed, tree)


def test_a_page_that_was_not_shown_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrialError) as stopped:
        require_all(tmp_path)
    wanted = str(stopped.value).partition(": ")[2].split(", ")
    assert {"coverage-dark-100-en.png", "office-notices-light-100-id.png", "about-dark-100-en.png"} <= set(wanted)
    for name in wanted:
        (tmp_path / name).touch()
    require_all(tmp_path)
    (tmp_path / f"guide-{SERIES[1]}.png").unlink()
    with pytest.raises(TrialError, match=f"did not show: guide-{SERIES[1]}"):
        require_all(tmp_path)


def test_the_report_is_printed_and_kept_with_its_goals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(tmp_path / "trial.json")
    report.say("practice", "opened")
    report.at_most("installed", 181.0, "MB", 180, digits=1)
    report.at_most("first window", 0.5, "s", 2.0, words="0.50 s, quiet")
    report.write()
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["practice", "opened"],
        ["installed", "181.0", "MB", "<=", "180", "MB", "NO"],
        ["first", "window", "0.50", "s,", "quiet", "<=", "2", "s", "yes"],
    ]
    assert (report.is_met("installed"), report.is_met("first window")) == (False, True)
    kept = json.loads(report.path.read_text("utf-8"))
    assert [line["met"] for line in kept["lines"]] == [True, False, True]
    assert "cores, load" in kept["computer"]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The root of a computer on which a small .deb was installed."""
    tree = tmp_path / "tree"
    for name, words in (("DEBIAN/control", CONTROL), ("usr/bin/fieldkit", "#!/bin/sh\n"), ("usr/lib/fieldkit/x", "x")):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(words)
    (tree / "DEBIAN").chmod(0o755)
    run_tool("dpkg-deb", "--build", "--root-owner-group", str(tree), str(tmp_path / "small.deb"))
    install_apart(tmp_path / "small.deb", tmp_path / "root")
    return tmp_path / "root"


def test_removing_the_package_leaves_the_data_and_nothing_else(installed: Path) -> None:
    home = installed / "home" / "operator"
    kept = home / ".local/share/FieldKit/fieldkit.db"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"a day of work")
    assert (installed / "usr/bin/fieldkit").exists()
    remove_apart(installed, home)
    assert not (installed / "usr/lib/fieldkit").exists()
    assert kept.read_bytes() == b"a day of work"


def test_a_package_that_leaves_something_is_found(installed: Path) -> None:
    (installed / "usr/lib/fieldkit/made-later").touch()
    with pytest.raises(PackingError, match="usr/lib/fieldkit"):
        remove_apart(installed, installed / "home")
