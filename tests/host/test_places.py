"""Where resources and migrations are found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fieldkit.host import places


def test_in_the_tree_they_stand_beside_the_package() -> None:
    root = Path(places.__file__).resolve().parents[2]
    assert places.resources_dir() == root / "resources"
    assert (places.resources_dir() / "fonts").is_dir()
    assert places.migrations_dir() == root / "migrations"


def test_in_a_wheel_they_are_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fieldkit" / "_data").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "fieldkit")
    assert places.resources_dir() == tmp_path / "fieldkit" / "_data" / "resources"
    assert places.migrations_dir() == tmp_path / "fieldkit" / "_data" / "migrations"


def test_in_the_installer_they_are_where_it_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.resources_dir() == tmp_path / "resources"
    assert places.migrations_dir() == tmp_path / "migrations"
