"""What ships has a licence that is known and allowed, and its words travel with it."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from fieldkit import __version__
from fieldkit.host import shipped
from fieldkit.host.places import resources_dir
from shipping.notices import write_notices
from shipping.parts import LEFT_OUT, LicenceError, Part, allowed, licence_of, runtime_distributions, shipped_parts

A_PART = Part("sebuah-pustaka", "1.0", "MIT", "https://contoh.id", "Words of the licence.", "pkg:pypi/x@1.0")


def package(folder: Path, *lines: str) -> PathDistribution:
    """An installed package of which the metadata say this."""
    info = folder / "pustaka-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("\n".join(["Metadata-Version: 2.1", "Name: pustaka", "Version: 1.0", *lines]) + "\n")
    return PathDistribution(info)


def test_every_part_that_ships_has_a_licence_that_is_allowed() -> None:
    parts = {part.name: part for part in shipped_parts()}
    assert set(runtime_distributions()) - LEFT_OUT <= set(parts)
    assert parts["pyside6-essentials"].licence == "LGPL-3.0-only"
    assert parts["cryptography"].licence == "Apache-2.0"
    assert {"CPython", "SQLCipher", "Inter", "idn-area-data", "Phosphor Icons"} <= set(parts)
    assert ("ICU" in parts) is sys.platform.startswith("linux")
    assert not any(part.name.startswith(("pytest", "litestar", "psycopg", "rich")) for part in parts.values())


@pytest.mark.parametrize("licence", ["", "GPL-3.0-only", "Proprietary", "MIT AND GPL-2.0-only", "LicenseRef-Nobody"])
def test_a_licence_that_nobody_knows_or_allows_stops_the_package(licence: str) -> None:
    with pytest.raises(LicenceError, match=r"sebuah-pustaka 1\.0"):
        allowed(replace(A_PART, licence=licence))


@pytest.mark.parametrize(
    ("told", "chosen"),
    [
        ("GPL-2.0-only OR MIT", "MIT"),
        ("MIT AND Apache-2.0", "MIT AND Apache-2.0"),
        ("(GPL-2.0-only AND MIT) OR ISC", "ISC"),
        ("PSF-2.0", "PSF-2.0"),
    ],
)
def test_of_several_licences_one_that_is_allowed_is_chosen(told: str, chosen: str) -> None:
    assert allowed(replace(A_PART, licence=told)).licence == chosen


def test_a_part_whose_licence_came_without_its_words_stops_the_package() -> None:
    with pytest.raises(LicenceError, match="the text of MIT is missing"):
        allowed(replace(A_PART, text="\n"))


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        ("License-Expression: BSD-2-Clause", "BSD-2-Clause"),
        ("License: MIT", "MIT"),
        ("Classifier: License :: OSI Approved :: MIT License", "MIT"),
        ("Classifier: License :: OSI Approved :: BSD License", ""),
        ("License: see the file", ""),
    ],
)
def test_a_licence_is_taken_from_metadata_only_where_they_say_which(tmp_path: Path, line: str, licence: str) -> None:
    assert licence_of(package(tmp_path, line)) == licence


def test_the_list_of_the_window_names_fieldkit_first_and_leads_to_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "resources_dir", lambda: tmp_path)
    assert shipped.shipped_parts() == ()
    stale = tmp_path / "licences" / "dulu.txt"
    stale.parent.mkdir()
    stale.touch()
    write_notices(tmp_path / "licences", [A_PART])
    own, other = shipped.shipped_parts()
    assert (own.name, own.version, own.licence) == ("FieldKit", __version__, "MIT")
    assert (other.name, other.home, shipped.licence_text(other)) == (A_PART.name, A_PART.home, A_PART.text + "\n")
    assert not stale.exists()


def test_the_list_at_hand_is_that_of_the_lock_file() -> None:
    listed = json.loads((resources_dir() / "licences" / "parts.json").read_text("utf-8"))
    assert [line["name"] for line in listed] == ["FieldKit", *(part.name for part in shipped_parts())]
